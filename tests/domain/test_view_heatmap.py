"""Heatmaps over radiographs: enlarging, colours, blending."""

import cv2
import numpy as np
import pytest

from forensix.domain.view import COLOUR_MAPS, LookupTable, Window, blend, colour, colour_bar, colour_table, describe, enlarge

MAP = np.random.default_rng(0).random((5, 7)).astype(np.float32)


def test_bilinear_draws_lines_between_the_centres_as_opencv_does() -> None:
    expected = cv2.resize(MAP, (311, 203), interpolation=cv2.INTER_LINEAR)
    assert np.allclose(enlarge(MAP, (203, 311), "bilinear"), expected, atol=2e-4)


def test_nearest_shows_the_blocks_that_the_network_saw() -> None:
    large = enlarge(MAP, (50, 70), "nearest")
    assert np.array_equal(large, np.kron(MAP, np.ones((10, 10), np.float32)))
    assert set(np.unique(enlarge(MAP, (203, 311)))) == set(np.unique(MAP))


@pytest.mark.parametrize("method", ["nearest", "bilinear"])
def test_an_enlarged_map_keeps_to_its_range_and_orientation(method: str) -> None:
    ramp = np.linspace(0, 1, 7, dtype=np.float32)[None, :].repeat(7, axis=0)
    large = enlarge(ramp, (64, 64), method)  # type: ignore[arg-type]
    assert large.min() == 0.0 and large.max() == 1.0
    assert (np.diff(large, axis=1) >= 0).all() and (np.diff(large, axis=0) == 0).all()


def test_a_smoother_way_is_refused() -> None:
    with pytest.raises(ValueError, match="bicubic"):
        enlarge(MAP, (10, 10), "bicubic")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_every_colour_map_grows_lighter_so_that_it_reads_in_gray_print(name: str) -> None:
    luminance = colour_table(name) @ np.array([0.2126, 0.7152, 0.0722])
    assert (np.diff(luminance) > -0.8).all() and luminance[-1] - luminance[0] > 150
    assert (np.diff(luminance[::8]) > 0).all()


def test_an_unknown_colour_map_is_refused() -> None:
    with pytest.raises(ValueError, match="jet"):
        colour_table("jet")


def test_colours_hold_at_their_ends() -> None:
    table = colour_table("viridis")
    assert np.array_equal(colour(np.array([-1.0, 0.0, 1.0, 2.0], np.float32), "viridis"), table[[0, 0, 255, 255]])


def test_blend_leaves_the_radiograph_alone_below_the_cut_off() -> None:
    shown = np.full((40, 20), 0.5, np.float32)
    saliency = np.array([[0.0], [1.0]], np.float32)
    mixed = blend(shown, saliency, opacity=1.0, cut_off=0.5)
    assert mixed.shape == (40, 20, 3) and mixed.dtype == np.uint8
    assert (mixed[:20] == 128).all() and (mixed[20:] == colour_table("viridis")[-1]).all()


def test_blend_mixes_by_its_opacity_over_strips_of_a_tall_radiograph() -> None:
    shown = np.zeros((700, 3), np.float32)
    mixed = blend(shown, np.ones((1, 1), np.float32), opacity=0.5)
    assert (mixed == np.rint(colour_table("viridis")[-1] * 0.5)).all()


def test_without_a_map_the_radiograph_stands_alone() -> None:
    shown = np.linspace(0, 1, 12, dtype=np.float32).reshape(3, 4)
    assert np.array_equal(blend(shown, None), np.rint(shown * 255).astype(np.uint8)[:, :, None].repeat(3, axis=2))
    assert np.array_equal(blend(shown, MAP, opacity=0.0), blend(shown, None))


def test_the_colour_bar_runs_up_or_to_the_right() -> None:
    table = colour_table("magma")
    upright, lying = colour_bar("magma", (100, 10)), colour_bar("magma", (10, 100))
    assert upright.shape == (100, 10, 3) and np.array_equal(upright[0, 0], table[-1]) and np.array_equal(upright[-1, 0], table[0])
    assert np.array_equal(lying[0, 0], table[0]) and np.array_equal(lying[0, -1], table[-1])


def test_a_voi_is_described_exactly_enough_to_apply_it_again() -> None:
    assert describe(Window(0.1, 0.7000000001, "sigmoid", "BONE")) == "sigmoid 0.1 to 0.7000000001 (BONE)"
    one, other = (describe(LookupTable(0.0, 1.0, (0.0, middle, 1.0))) for middle in (0.5, 0.5000001))
    assert one != other and one.startswith("lookup table of 3 values, 0.0 to 1.0, sha256 ")
