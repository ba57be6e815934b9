"""What a site or the laboratory measures of a model: manifests, metrics, calibration, evaluation; it ships."""
