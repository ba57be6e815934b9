"""Heatmaps on demand and their checks: what each question gives, and that each check can fail as well as pass."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from forensix.cli import HEATMAPS
from forensix.domain.case import Acquisition, Side
from forensix.domain.errors import Cancelled, ModelRejected
from forensix.domain.view import Pixels
from forensix.inference import backbones, heatmap_checks, saliency
from forensix.inference.estimator import Estimator, Examined
from forensix.inference.explaining import NO_OUTPUT, Question
from forensix.inference.heatmap_checks import Asked, checks, correlation, hand_area, limits, moved

KINDS = ["shift", "random_map", "random_network", "outside_hand"]
SIZE = 64


def test_a_map_on_demand_is_the_one_that_came_with_the_estimate(
    estimator: Estimator, phantom: Pixels, examine: Callable[..., Examined]
) -> None:
    for side in Side:
        first = examine(side=side).saliency
        assert first is not None and first.map is not None
        again = estimator.explain(phantom, Acquisition(), side=side, asked=Question("grad-cam", first.explains))
        assert np.array_equal(again.map, first.map) and (again.peak, again.layer) == (first.peak, first.layer)


def test_male_and_female_and_age_have_maps_of_their_own(estimator: Estimator, phantom: Pixels) -> None:
    maps = {
        what: estimator.explain(phantom, Acquisition(), side=Side.LEFT, asked=Question("occlusion", what))
        for what in ("male", "female", "age")
    }
    assert [one.explains for one in maps.values()] == ["male", "female", "age"]
    assert maps["male"].peak != maps["female"].peak != maps["age"].peak


def test_a_method_that_follows_no_output_says_so(estimator: Estimator, phantom: Pixels) -> None:
    one, other = (estimator.explain(phantom, Acquisition(), side=Side.LEFT, asked=Question("eigen_cam", sex)) for sex in ("male", "female"))
    assert one.explains == other.explains == NO_OUTPUT
    assert np.array_equal(one.map, other.map)


@pytest.mark.parametrize("method", saliency.names())
def test_every_method_at_every_layer(estimator: Estimator, phantom: Pixels, method: str) -> None:
    grids = estimator.layers()
    assert list(grids) == ["layer2.1", "layer3.1", "layer4.1"] and [rows for rows, _ in grids.values()] == [8, 4, 2]
    for layer, grid in list(grids.items())[1:]:
        made = estimator.explain(phantom, Acquisition(), side=Side.LEFT, asked=Question(method, "male", layer))
        assert (made.layer, made.grid) == (layer, grid)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Question("grad_cam", "nobody"), "male, female, age"),
        (Question("grad_cam", "male", "layer9"), "layer3.1"),
        (Question("guessing", "male"), "score_cam"),
    ],
)
def test_what_cannot_be_explained_is_refused_with_what_can(estimator: Estimator, phantom: Pixels, asked: Question, said: str) -> None:
    with pytest.raises(ModelRejected) as refused:
        estimator.explain(phantom, Acquisition(), side=Side.LEFT, asked=asked)
    assert said in refused.value.remedy


@pytest.mark.parametrize("name", backbones.names())
def test_finer_layers_have_finer_grids(name: str) -> None:
    import torch

    backbone = backbones.load(name)
    finer = getattr(backbone, "finer_layers", None)
    if finer is None:
        pytest.skip(f"{name} has one layer for heatmaps")
    module = backbone.build(("sex",)).eval()
    with torch.inference_mode():
        sides = [
            saliency.layer_output(module, layer, torch.zeros(1, 1, 128, 128)).shape[2]
            for layer in (*finer(module), backbone.saliency_layer(module))
        ]
    assert sides == sorted(set(sides), reverse=True)


def test_checks_are_made_where_asked_and_twice_alike(estimator: Estimator, phantom: Pixels, examine: Callable[..., Examined]) -> None:
    assert examine().saliency.checks == ()  # type: ignore[union-attr]
    for side in (Side.LEFT, Side.UNKNOWN):
        first, again = (examine(side=side, checked=True).saliency for _ in range(2))
        assert first is not None and again is not None
        assert [check.kind for check in first.checks] == KINDS and first.checks == again.checks
        assert all(check.sentence.endswith(".") for check in first.checks)


def test_checking_does_not_change_the_network(estimator: Estimator, phantom: Pixels, examine: Callable[..., Examined]) -> None:
    before = examine().logits
    examine(checked=True)
    assert examine().logits == before


def test_a_cancelled_check_stops(estimator: Estimator, phantom: Pixels, examine: Callable[..., Examined]) -> None:
    favoured = examine().sex.forced_choice
    told: list[str] = []

    def step(kind: str) -> None:
        told.append(kind)
        if kind == "random_network":
            raise Cancelled

    with pytest.raises(Cancelled):
        estimator.explain(phantom, Acquisition(), side=Side.LEFT, asked=Question("grad_cam", favoured, checked=True), step=step)
    assert told == KINDS[:3]


# Each check on made-up networks whose answer is known.

AWAY = (np.arange(SIZE) - SIZE / 2 + 0.5) ** 2
PICTURE = (np.exp(-(AWAY[:, None] + AWAY) / 150) * (1 + np.random.default_rng(3).random((1, SIZE, SIZE)))).astype(np.float32)
INSIDE = np.zeros((4, 4), np.float32)
INSIDE[1:3, 1:3] = [[1.0, 2.0], [3.0, 4.0]]
NOISE = np.random.default_rng(1).random((4, 4), dtype=np.float32)


def cells(picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """How uneven each sixteenth of the picture is: an honest map of a network that adds the unevenness up."""
    return picture[0].reshape(4, 16, 4, 16).std(axis=(1, 3)).astype(np.float32)


def outputs(pictures: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.array([cells(picture).sum() for picture in pictures], dtype=np.float32)


HONEST = Asked(raw=cells, raw_of_random=lambda picture: NOISE, output=outputs)


def passed(raw: NDArray[np.float32], asked: Asked = HONEST, picture: NDArray[np.float32] = PICTURE) -> dict[str, bool | None]:
    return {check.kind: check.passed for check in checks(picture, raw, asked, lambda kind: None)}


def test_an_honest_map_passes_all() -> None:
    assert passed(cells(PICTURE)) == dict.fromkeys(KINDS, True)


def test_a_map_that_jumps_about_fails_the_shift() -> None:
    random = np.random.default_rng(0)
    jumping = Asked(lambda picture: random.random((4, 4), dtype=np.float32), HONEST.raw_of_random, HONEST.output)
    assert passed(cells(PICTURE), jumping)["shift"] is False


def test_a_map_of_places_that_do_not_matter_fails_against_random_ones() -> None:
    assert passed(INSIDE[::-1, ::-1].max() - INSIDE)["random_map"] is False


def test_a_map_that_does_not_need_what_was_learned_fails_the_random_network() -> None:
    assert passed(cells(PICTURE), Asked(cells, lambda picture: -cells(picture), outputs))["random_network"] is False


def test_a_random_network_without_a_map_is_another_map() -> None:
    broken = Asked(cells, lambda picture: np.full((4, 4), np.nan, np.float32), outputs)
    assert passed(cells(PICTURE), broken)["random_network"] is True


def test_a_map_beside_the_hand_fails_and_without_a_hand_nothing_is_said() -> None:
    assert passed(1.0 - INSIDE / 4.0)["outside_hand"] is False
    blank = np.zeros((1, SIZE, SIZE), np.float32)
    assert passed(INSIDE, picture=blank)["outside_hand"] is None


def test_the_hand_is_found_on_made_up_radiographs(phantom: Pixels) -> None:
    area = hand_area(np.asarray(phantom[::2, ::2]))
    assert 0.2 < area.mean() < 0.6 and not area[:5, :20].any()


def test_moving_continues_the_edge_and_correlation_of_a_flat_map_is_none() -> None:
    picture = np.arange(9, dtype=np.float32).reshape(1, 3, 3)
    assert moved(picture, 1, 0)[0].tolist() == [[0, 1, 2], [0, 1, 2], [3, 4, 5]]
    assert moved(picture, 0, -1)[0].tolist() == [[1, 2, 2], [4, 5, 5], [7, 8, 8]]
    assert correlation(np.ones((2, 2)), INSIDE[1:3, 1:3]) == 0.0 and correlation(INSIDE, -2 * INSIDE) == pytest.approx(-1.0)


def test_the_limits_are_data() -> None:
    held = limits()
    assert list(held) == KINDS and all(0 < table["limit"] < 1 for table in held.values())
    assert heatmap_checks.LEAST_HAND < heatmap_checks.MOST_HAND


def test_the_command_line_offers_every_method() -> None:
    assert saliency.names() == HEATMAPS


def test_a_right_hand_is_checked_as_the_left_hand_in_the_mirror(phantom: Pixels, examine: Callable[..., Examined]) -> None:
    """Its own strongest cells are flattened, not those opposite them; the random cells are others, so only the fall is the same."""
    turned = np.ascontiguousarray(phantom[:, ::-1])
    falls = []
    for pixels, side in ((phantom, Side.LEFT), (turned, Side.RIGHT)):
        saliency = examine(pixels, side=side, saliency="occlusion", checked=True).saliency
        assert saliency is not None
        falls.append(next(check.sentence for check in saliency.checks if check.kind == "random_map").partition(";")[0])
    assert falls[0] == falls[1]
