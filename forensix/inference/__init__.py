"""Pixels to estimates and saliency; with screening, training and validation the only importer of torch."""
