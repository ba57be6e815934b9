"""forensix: sex and skeletal-age estimation from hand radiographs, with custody and signed reports, offline."""

__version__ = "0.1.0"
