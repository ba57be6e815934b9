"""Views: turned and laid back they show the same place, a reading is their mean, and a card without them reads as it always did."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from forensix.domain.view import Pixels, percentile_window
from forensix.inference.estimator import Estimator
from forensix.inference.network import Network
from forensix.inference.preprocess import PREPROCESS_VERSION, VIEWS_VERSION, Preprocess, prepare
from forensix.inference.saliency import Target, load
from forensix.inference.views import AS_IS, View
from forensix.training.card import as_toml

VIEWS = (View(degrees=3.0), View(degrees=-3.0), View(enlarged=0.94))
TWO = Preprocess(size=64, mean=0.449, sd=0.226, version=VIEWS_VERSION, views=VIEWS)


def test_a_view_turns_and_enlarges_about_the_middle_and_what_comes_in_is_black() -> None:
    picture = torch.zeros(1, 1, 65, 65)
    picture[0, 0, 32, 60] = 1.0
    turned = View(degrees=30.0).of(picture, outside=0.0)[0, 0]
    row, column = divmod(int(turned.argmax()), 65)
    assert (abs(row - 32), column) == (14, 56)  # 28 pixels from the middle: 28 sin 30 and 28 cos 30
    smaller = View(enlarged=0.5).of(torch.ones(1, 1, 64, 64), outside=-2.0)[0, 0]
    assert float(smaller[0, 0]) == -2.0 and float(smaller[32, 32]) == 1.0
    assert float((smaller > 0.9).float().mean()) == pytest.approx(0.25, abs=0.02)


@pytest.mark.parametrize("view", VIEWS)
def test_a_map_of_a_view_is_laid_back_over_the_picture(view: View) -> None:
    rows, columns = np.mgrid[0:41, 0:41]
    there = np.exp(-((rows - 8) ** 2 + (columns - 33) ** 2) / 18).astype(np.float32)
    shown = view.of(torch.from_numpy(there)[None, None], outside=0.0)[0, 0].numpy()
    again = view.undone(shown)
    assert np.unravel_index(int(again.argmax()), again.shape) == (8, 33)
    assert np.abs(again - there).max() < 0.12 < np.abs(shown - there).max()


def test_a_reading_is_the_mean_of_its_views_and_so_is_its_map(estimator: Estimator, phantom: Pixels) -> None:
    card = estimator.card
    several = Network(replace(card, preprocess=TWO), torch.device("cpu"), 1)
    alone = [Network(replace(card, preprocess=replace(TWO, views=(view,))), torch.device("cpu"), 1) for view in VIEWS]
    prepared = prepare(phantom, percentile_window(phantom), TWO)
    reading, each = several.read(prepared), [network.read(prepared) for network in alone]
    for name, value in reading.outputs.items():
        assert value == pytest.approx(np.mean([one.outputs[name] for one in each]), abs=1e-6)
        assert len({one.outputs[name] for one in each}) == len(VIEWS)
    assert np.allclose(reading.features, np.mean([one.features for one in each], axis=0), atol=1e-6)
    target = Target(0, 1)
    for method, layer in (("grad_cam", ""), ("layer_cam", "layer3.1")):
        maps = [network.explain(one, method, target, layer) for network, one in zip(alone, each, strict=True)]
        assert np.allclose(several.explain(reading, method, target, layer), np.mean(maps, axis=0), atol=1e-6)
    assert several.outputs(prepared[None], target)[0] == pytest.approx(reading.outputs[card.outputs[0]], abs=1e-5)


def test_a_card_without_views_reads_the_picture_as_it_is(estimator: Estimator, phantom: Pixels) -> None:
    network = Network(estimator.card, torch.device("cpu"), 1)
    prepared = prepare(phantom, percentile_window(phantom), estimator.card.preprocess)
    reading = network.read(prepared)
    assert [one.view for one in reading.shown] == list(AS_IS)
    assert np.array_equal(reading.shown[0].batch[0].numpy(), prepared)
    assert np.array_equal(
        network.explain(reading, "grad_cam", Target(0, 1)), load("grad_cam").explain_seen(reading.shown[0].seen, network.head.weight[0])[0]
    )


def test_views_are_in_the_card_and_change_its_version() -> None:
    table = tomllib.loads(as_toml({"preprocess": TWO.to_card()}))["preprocess"]
    assert table["version"] == VIEWS_VERSION and table["views"][2] == {"degrees": 0.0, "enlarged": 0.94}
    assert Preprocess.from_card(table) == TWO
    assert "views" not in Preprocess(size=64, mean=0.4, sd=0.2).to_card()


@pytest.mark.parametrize(
    "change",
    [
        {"version": PREPROCESS_VERSION},
        {"views": []},
        {"views": [{"degrees": 90.0}]},
        {"views": [{"enlarged": 0.0}]},
        {"views": [{"degrees": float("nan")}]},
        {"views": [{"degrees": "3"}]},
        {"views": [{"shift": 1.0}]},
        {"views": [3.0]},
        {"views": 3.0},
    ],
)
def test_a_card_whose_views_are_not_understood_is_refused(change: Mapping[str, Any]) -> None:
    with pytest.raises(ValueError):
        Preprocess.from_card(TWO.to_card() | dict(change))
