"""What the views of a reading are worth: hands read by each view alone and by their means, side known or unknown.

    FORENSIX_DATA=FOLDER uv run python benchmarks/views.py models/NAME [--part PART] [--hands N] [--readings FILE.npz]

FORENSIX_DATA holds hand-radiographs/labels.csv, the manifest that the model was trained on; its validation part chose the weights and
may choose the views; its calibration part chose neither; the test part is not read. The loss is the cross-entropy of sex after a
logistic calibration on the same hands; in brackets the 95 % interval of its difference from the picture as it is (hands drawn again
2,000 times, the calibrations kept). Read once, the outputs are kept in --readings, and read from there the next time.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from forensix.inference.model_card import ModelCard
from forensix.inference.network import Network
from forensix.inference.views import View
from forensix.training.bundle import read_part
from forensix.validation.calibrate import logistic
from forensix.validation.manifest import Row, read_parts
from forensix.validation.manifest import read as read_manifest

VIEWS = {
    "as it is": View(),
    "turned by 3": View(degrees=3.0),
    "turned by -3": View(degrees=-3.0),
    "0.94 as large": View(enlarged=0.94),
}
DRAWS = 2000
Floats = NDArray[np.float64]


def read(model: Path, rows: list[Row]) -> dict[str, Floats]:
    """For each view the outputs (hands, as is and mirrored, sex and age)."""
    card = ModelCard.load(model, evaluated=False)
    found = {}
    for name, view in VIEWS.items():
        table = replace(card.preprocess, version="2", views=(view,))
        network = Network(replace(card, preprocess=table), torch.device("cpu"), 1)
        found[name] = read_part(network, rows, lambda step, share: None).outputs
        print(f"read: {name}", file=sys.stderr)
    return found


def costs(logits: Floats, male: NDArray[np.bool_]) -> Floats:
    """The cross-entropy of each hand after a logistic calibration."""
    a, b = logistic(logits, male)
    return np.logaddexp(0.0, np.where(male, -1.0, 1.0) * (a * logits + b))


def line(name: str, outputs: Floats, plain: Floats, male: NDArray[np.bool_], months: Floats, age: tuple[float, float]) -> str:
    """One row of the table; `outputs` (hands, outputs)."""
    logits, cost = outputs[:, 0], costs(outputs[:, 0], male)
    drawn = np.random.default_rng(0).integers(0, len(male), (DRAWS, len(male)))
    low, high = np.percentile((cost - plain)[drawn].mean(axis=1), (2.5, 97.5))
    right = ((logits > 0) == male).mean()
    wrong = np.nanmean(np.abs(age[0] + age[1] * outputs[:, 1] - months))
    return f"| {name} | {roc_auc_score(male, logits):.4f} | {right:.3f} | {cost.mean():.4f} ({low:+.4f} to {high:+.4f}) | {wrong:.2f} |"


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description="What the views of a reading are worth.")
    asked.add_argument("model", type=Path)
    asked.add_argument("--part", choices=("validation", "calibration"), default="validation")
    asked.add_argument("--hands", type=int, default=0, help="at most, the first of the manifest; all of the part unless given")
    asked.add_argument("--readings", type=Path, metavar="FILE.npz")
    given = asked.parse_args()
    card, parts = ModelCard.load(given.model, evaluated=False), read_parts(given.model / "split.csv")
    manifest = read_manifest(Path(os.environ["FORENSIX_DATA"]) / "hand-radiographs" / "labels.csv")
    rows = [row for row in manifest.rows if parts[row.subject] == given.part][: given.hands or None]
    if given.readings and given.readings.exists():
        found = dict(np.load(given.readings))
    else:
        found = read(given.model, rows)
        if given.readings:
            np.savez(given.readings, **found)  # type: ignore[arg-type]
    male = np.array([row.sex == "male" for row in rows])
    months = np.array([np.nan if row.bone_age_months is None else row.bone_age_months for row in rows])
    age = (card.age.mean, card.age.sd) if card.age else (0.0, 1.0)
    print(f"Weights {card.weights_sha256[:12]}, {given.part} part, n = {len(rows)}\n")
    for side, kept in (("known, one reading", slice(0, 1)), ("unknown, as is and mirrored", slice(0, 2))):
        means = {name: outputs[:, kept].mean(axis=1) for name, outputs in found.items()}
        plain = costs(means["as it is"][:, 0], male)
        print(f"| side {side} | AUC | accuracy | loss of sex | age error, months |\n|---|---|---|---|---|")
        for count in range(1, len(means) + 1):
            for names in combinations(means, count):
                outputs = np.mean([means[name] for name in names], axis=0)
                print(line(" + ".join(names), outputs, plain, male, months, age))
        print()


if __name__ == "__main__":
    main()
