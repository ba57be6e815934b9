"""The bundle that ships: complete, honest, and near the same answer for a full-size original and its 299-pixel twin."""

import csv
from pathlib import Path

import numpy as np
import pytest

from forensix import settings
from forensix.imaging import read
from forensix.inference.estimator import Estimator
from forensix.inference.model_card import choose, find_models
from forensix.validation.manifest import BANDS
from forensix.validation.manifest import read as read_manifest

MEDIAN_CHANGE, LARGEST_CHANGE = 0.35, 1.0
"""log10 likelihood ratio: what is tolerated between twins. It is not small; docs/reference/training-log.md says why."""


@pytest.fixture(scope="module")
def shipped() -> Path:
    return choose(find_models(settings.PACKAGE.parent / "models")).folder


@pytest.fixture(scope="module")
def estimator(shipped: Path) -> Estimator:
    return Estimator.load(shipped)


def test_its_card_says_what_it_is(estimator: Estimator) -> None:
    card = estimator.card
    assert "non-commercial" in card.licence_note
    assert "not validated for adults" in card.tables["validated"]["adults"]
    assert "Halabi" in card.tables["licence"]["citation"]
    assert card.tables["training"]["minutes"] > 0
    assert len(card.tables["training"]["data_sha256"]) == 64
    assert sum(file.stat().st_size for file in card.folder.iterdir()) <= 50_000_000


def test_its_evaluation_is_of_its_test_part_by_band(estimator: Estimator) -> None:
    evaluation = estimator.card.evaluation
    assert set(evaluation["parts"]) == {"test"}
    assert set(evaluation["by_age_band"]) == {name for name, _, _ in BANDS}
    assert evaluation["accuracy"]["n"] == evaluation["n"] > 500
    with (estimator.card.folder / "predictions.csv").open(encoding="utf-8", newline="") as file:
        assert {row["part"] for row in csv.DictReader(file)} == {"test"}


@pytest.mark.long
def test_full_size_originals_and_their_twins_agree(estimator: Estimator, forensix_data: Path) -> None:
    small = {row.subject: row.path for row in read_manifest(forensix_data / "hand-radiographs" / "labels.csv").rows}
    apart, called = [], []
    for row in read_manifest(forensix_data / "fullres" / "labels.csv").rows:
        ratios = []
        for path in (row.path, small[row.subject]):
            pixels = read(path.read_bytes())[1]
            logits = [estimator.logits_of(pixels, mirrored=mirrored)["sex"] for mirrored in (False, True)]
            ratios.append(estimator.card.calibration.log10_lr(float(np.mean(logits))))
        apart.append(abs(ratios[0] - ratios[1]))
        called.append((ratios[0] > 0) == (ratios[1] > 0))
    assert len(apart) == 20
    assert float(np.median(apart)) <= MEDIAN_CHANGE
    assert max(apart) <= LARGEST_CHANGE
    assert sum(called) >= 18
