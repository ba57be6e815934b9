"""What a model says of full-size originals and of the small compressed copies that it was trained and measured on.

FORENSIX_DATA=FOLDER uv run python benchmarks/full_size_twins.py models/hand-sex-age-resnet50
"""

from __future__ import annotations

import argparse
import csv
import os
from collections import Counter
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from forensix.domain.view import VOI, Pixels, Window, percentile_window, present
from forensix.imaging import read
from forensix.inference.estimator import Estimator
from forensix.validation.manifest import read as read_manifest

DRAWS, SEED, SQUARE, QUALITY = 2000, 20261121, 299, 90
WHOLE = Window(0.0, 1.0)
NARROW = 0.4
"""Share of the 8 bits: a film that was stored darker or flatter than this lost more when it was compressed."""


def logit(estimator: Estimator, pixels: Pixels, voi: VOI) -> float:
    """The mean of both readings: the side is unknown."""
    return float(np.mean([estimator.logits_of(pixels, voi, mirrored=mirrored)["sex"] for mirrored in (False, True)]))


def copied(pixels: Pixels) -> Pixels:
    """Squashed, in 8 bits, compressed: as the small copies were made."""
    small = Image.fromarray(np.rint(pixels * 255).astype(np.uint8)).resize((SQUARE, SQUARE), Image.Resampling.BILINEAR)
    out = BytesIO()
    small.convert("RGB").save(out, "WEBP", quality=QUALITY)
    return read(out.getvalue())[1]


def forms(estimator: Estimator, original: Pixels, twin: Pixels) -> list[float]:
    """The logit of the twin, the original, its copy in the original's window, its copy in its own, and a copy made in the window."""
    copy, window = copied(original), percentile_window(original)
    return [
        logit(estimator, twin, percentile_window(twin)),
        logit(estimator, original, window),
        logit(estimator, copy, window),
        logit(estimator, copy, percentile_window(copy)),
        logit(estimator, copied(present(original, window)), WHOLE),
    ]


def described(apart: NDArray[np.float64]) -> str:
    draws = np.random.default_rng(SEED).choice(apart, (DRAWS, len(apart)))
    ends = np.percentile(draws.mean(axis=1), (2.5, 97.5))
    middle = np.percentile(np.median(np.abs(draws), axis=1), (2.5, 97.5))
    return (
        f"mean towards male {apart.mean():+.2f} ({ends[0]:.2f} to {ends[1]:.2f}), median of the absolute {np.median(np.abs(apart)):.2f} "
        f"({middle[0]:.2f} to {middle[1]:.2f}), largest {np.abs(apart).max():.2f}"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("model", type=Path)
    estimator = Estimator.load(asked.parse_args().model)
    data = Path(os.environ["FORENSIX_DATA"])
    small = {row.subject: row.path for row in read_manifest(data / "hand-radiographs" / "labels.csv").rows}
    rows = read_manifest(data / "fullres" / "labels.csv").rows
    with (estimator.card.folder / "split.csv").open(encoding="utf-8", newline="") as file:
        part = {row["subject"]: row["part"] for row in csv.DictReader(file)}
    pairs = [(read(row.path.read_bytes())[1], read(small[row.subject].read_bytes())[1]) for row in rows]
    logits = np.array([forms(estimator, *pair) for pair in pairs])
    ratios = np.vectorize(estimator.card.calibration.log10_lr)(logits)
    print(f"n = {len(rows)}, of the model's parts {dict(Counter(part[row.subject] for row in rows))}; each against its small twin:")
    print(f"log10 LR of the original: {described(ratios[:, 1] - ratios[:, 0])}")
    print(f"same side of 1: {int(np.sum((ratios[:, 0] > 0) == (ratios[:, 1] > 0)))}")
    names = ("original", "copy in the original's window", "copy in its own window", "copy of what the window shows")
    for column, name in enumerate(names, start=1):
        print(f"logit of the {name}: {described(logits[:, column] - logits[:, 0])}")
    narrow = np.array([window.high - window.low < NARROW for window in (percentile_window(twin) for _, twin in pairs)])
    for words, chosen in ((f"narrower than {NARROW}", narrow), (f"of {NARROW} or wider", ~narrow)):
        apart = (ratios[:, 1] - ratios[:, 0])[chosen]
        print(f"log10 LR of the original, windows {words} of the 8 bits (n = {len(apart)}): {described(apart)}")


if __name__ == "__main__":
    main()
