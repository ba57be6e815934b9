"""Made-up hand radiographs with known anatomy, for the demo and the tests; never a person's image."""

from forensix.imaging.phantom.radiograph import hand, known, spacing_mm
from forensix.imaging.phantom.skeleton import Anatomy
from forensix.imaging.phantom.writing import TRANSFER_SYNTAXES, dicom, is_made_up, png

__all__ = ["TRANSFER_SYNTAXES", "Anatomy", "dicom", "hand", "is_made_up", "known", "png", "spacing_mm"]
