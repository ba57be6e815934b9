"""A bundle fitted and measured anew around the same weights: after a change of calibration, quality gate or rule.

python -m forensix.training.refit models/NAME --data MANIFEST --models FOLDER [--threads N]

The card's origin, training and licence stay. Calibration, age, typicality, range and self-test are fitted again on the manifest's
calibration part, and error rates are measured again on its test part: one more look at it, which `[training] test_looks` counts.
"""

from __future__ import annotations

import argparse
import copy
import shutil
from pathlib import Path
from typing import Any

from forensix.inference.model_card import ModelCard
from forensix.training import bundle, stages
from forensix.training.train import Progress, silent
from forensix.validation import learnt
from forensix.validation.manifest import read as read_manifest

KEPT = ("weights.safetensors", "split.csv", learnt.FILE)


def refit(model: Path, manifest: Path, models: Path, *, threads: int = 1, progress: Progress = silent) -> Path:
    """Make `models`/NAME from the bundle `model`, which stays as it is; its name is its folder's.

    Raises
    ------
    ModelRejected
        The bundle is not sound.
    ValueError
        The manifest is another than the one that the bundle was made with, or `models` is where the bundle lies.
    """
    card = ModelCard.load(model, evaluated=False)
    data = read_manifest(manifest)
    folder = models / card.name
    if data.sha256 != card.tables["training"]["data_sha256"]:
        raise ValueError(f"{manifest.name} is not the manifest that {card.name} was made with")
    if folder.resolve() == model.resolve():
        raise ValueError("a bundle is made anew beside the old one, not in its place")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in KEPT:
        shutil.copyfile(model / name, folder / name)
    bundle.finish(folder, _draft(card), data, models / "evaluation", threads=threads, progress=progress)
    return folder


def _draft(card: ModelCard) -> dict[str, Any]:
    """The old card with one more look counted; what is fitted stands there until it is fitted again."""
    tables = copy.deepcopy(dict(card.tables))
    tables["training"]["test_looks"] = stages.looks(tables["training"])
    del tables["schema"], tables["calibration"]["sha256"]
    return tables


def main() -> None:
    """Fit anew from the command line."""
    parser = argparse.ArgumentParser(description="Fit and measure a bundle anew around the same weights.")
    parser.add_argument("model", type=Path)
    parser.add_argument("--data", type=Path, required=True, metavar="MANIFEST")
    parser.add_argument("--models", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    refit(given.model, given.data, given.models, threads=given.threads)


if __name__ == "__main__":
    main()
