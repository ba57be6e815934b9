"""What a model says of full-size originals and of the small compressed copies that it was trained and measured on.

FORENSIX_DATA=FOLDER uv run python benchmarks/full_size_twins.py models/hand-sex-age-resnet50
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import numpy as np

from forensix.domain.view import Pixels
from forensix.imaging import read
from forensix.inference.estimator import Estimator
from forensix.validation.manifest import read as read_manifest

DRAWS, SEED = 2000, 20261121


def log10_lr(estimator: Estimator, pixels: Pixels) -> float:
    """Unbounded, of the mean of both readings: the side is unknown."""
    logits = [estimator.logits_of(pixels, mirrored=mirrored)["sex"] for mirrored in (False, True)]
    return estimator.card.calibration.log10_lr(float(np.mean(logits)))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("model", type=Path)
    estimator = Estimator.load(asked.parse_args().model)
    data = Path(os.environ["FORENSIX_DATA"])
    small = {row.subject: row.path for row in read_manifest(data / "hand-radiographs" / "labels.csv").rows}
    pairs = [(row.path, small[row.subject]) for row in read_manifest(data / "fullres" / "labels.csv").rows]
    ratios = np.array([[log10_lr(estimator, read(path.read_bytes())[1]) for path in pair] for pair in pairs])
    apart = ratios[:, 0] - ratios[:, 1]
    draws = np.random.default_rng(SEED).choice(apart, (DRAWS, len(apart)))
    for name, value, drawn in (
        ("median of the absolute difference", np.median(np.abs(apart)), np.median(np.abs(draws), axis=1)),
        ("mean difference, towards male", apart.mean(), draws.mean(axis=1)),
    ):
        low, high = np.percentile(drawn, (2.5, 97.5))
        print(f"{name}: {value:.2f} ({low:.2f} to {high:.2f}), n = {len(apart)}")
    print(f"largest: {np.abs(apart).max():.2f}; on the same side of 1: {int(np.sum((ratios > 0).all(axis=1) | (ratios < 0).all(axis=1)))}")


if __name__ == "__main__":
    main()
