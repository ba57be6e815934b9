"""Training networks from a manifest; an extra, not in the installer."""
