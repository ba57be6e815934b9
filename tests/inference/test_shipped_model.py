"""The bundle that ships, and real radiographs through it; visibly skipped where the bundle or the radiographs are not at hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from forensix.domain.case import Acquisition, Side
from forensix.domain.view import percentile_window
from forensix.imaging import phantom, read
from forensix.inference.estimator import Estimator
from forensix.inference.model_card import find_models
from forensix.inference.preprocess import prepare
from forensix.inference.saliency import Target, load
from forensix.validation.manifest import Row
from forensix.validation.manifest import read as read_manifest

MODELS = Path(__file__).parents[2] / "models"
LARGEST_BYTES = 50_000_000
ASKED: dict[str, Any] = {"findings": (), "synthetic": False, "prior_male": 0.5, "threshold": 0.95}


@pytest.fixture(scope="module")
def shipped() -> Estimator:
    if not (MODELS / "DEFAULT").is_file():
        pytest.skip("no model ships yet: models/DEFAULT is not there")
    default = next(model for model in find_models(MODELS) if model.default)
    assert default.error is None, default.error
    return Estimator.load(default.folder)


def test_the_default_model_is_sound_small_and_gives_what_its_maker_saw(shipped: Estimator) -> None:
    shipped.self_test(phantom.hand)
    assert sum(file.stat().st_size for file in shipped.card.folder.iterdir()) <= LARGEST_BYTES
    assert "non-commercial" in shipped.card.licence_note and shipped.card.validated.months[1] < 19 * 12


def test_a_blank_and_a_noisy_picture_are_not_typical(shipped: Estimator) -> None:
    noise = np.random.default_rng(0).random((400, 300), dtype=np.float32)
    for pixels in (np.zeros((400, 300), np.float32), noise):
        assert shipped.examine(pixels, Acquisition(), side=Side.UNKNOWN, **ASKED).sex.reason in ("outside_validation", "atypical")


def rows_of(folder: Path, count: int) -> tuple[Row, ...]:
    return read_manifest(folder / "labels.csv").rows[:count]


@pytest.mark.xfail(reason="a small copy of a dark or flat film has lost what its original has: training-log.md", strict=True)
def test_a_full_size_radiograph_and_its_small_twin_give_the_same_estimate(shipped: Estimator, forensix_data: Path) -> None:
    small = {row.subject: row.path for row in read_manifest(forensix_data / "hand-radiographs" / "labels.csv").rows}
    apart = []
    for row in rows_of(forensix_data / "fullres", 20)[::3]:
        pair = [shipped.examine(*_swapped(path), side=Side.LEFT, **ASKED) for path in (row.path, small[row.subject])]
        assert pair[0].age and pair[1].age
        apart.append((abs(pair[0].sex.log10_lr_unbounded - pair[1].sex.log10_lr_unbounded), abs(pair[0].age.months - pair[1].age.months)))
    log10_lr, months = np.array(apart).T
    assert np.median(log10_lr) < 0.1 and log10_lr.max() < 0.4 and months.max() < 4.0


def test_on_real_radiographs_the_map_from_the_forward_pass_is_grad_cam_s(shipped: Estimator, forensix_data: Path) -> None:
    network = shipped._network
    for row in rows_of(forensix_data / "fullres", 2):
        pixels, _ = _swapped(row.path)
        reading = network.read(prepare(pixels, percentile_window(pixels), shipped.card.preprocess))
        target = Target(shipped.card.outputs.index("sex"), 1 if reading.outputs["sex"] > 0 else -1)
        alone = network.explain(reading, "grad_cam", target)
        each = [load("grad_cam").explain(network.module, network.layer, shown.batch, target)[0] for shown in reading.shown]
        through = np.mean([shown.view.undone(one) for shown, one in zip(reading.shown, each, strict=True)], axis=0)
        assert np.allclose(alone, through, atol=1e-5 * np.abs(through).max())


def _swapped(path: Path) -> tuple[Any, Acquisition]:
    acquisition, pixels = read(path.read_bytes(), path.name)
    return pixels, acquisition
