"""From bytes to pixels: importers, quarantine, sources, quality, and the phantom for demo and tests."""
