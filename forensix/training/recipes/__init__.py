"""Training recipes: one file each, found by its name; each defines RECIPE and is headed by its command."""
