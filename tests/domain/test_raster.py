"""Sampling: at 1:1 the stored values, turned by quarters the turned array, and every part of a picture like the whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from forensix.domain.raster import Placing, Raster, positions_of, raster_of, sample, table_of
from forensix.domain.view import Window

RNG = np.random.default_rng(7)


@pytest.fixture(scope="module")
def raster() -> Raster:
    return raster_of(RNG.random((613, 541), dtype=np.float32))


def test_sixteen_bits_survive_to_the_last_step() -> None:
    low = np.float32(30000 / 65535)
    pixels = low + np.arange(64, dtype=np.float32)[None, :] / np.float32(65535) * np.ones((64, 1), np.float32)
    values = sample(raster_of(pixels), Placing(64, 64))
    shown = table_of(Window(float(pixels.min()), float(pixels.max())), inverted=False)[values]
    assert len(np.unique(shown)) == 64


def test_levels_are_means_and_odd_edges_are_kept() -> None:
    pixels = np.zeros((1025, 1027), np.float32)
    pixels[0, 0] = 1.0
    raster = raster_of(pixels)
    assert [level.shape for level in raster.levels] == [(1025, 1027), (513, 514), (257, 257)]
    assert raster.levels[1][0, 0] == pytest.approx(65535 / 4, abs=1)
    assert [raster.level_for(scale) for scale in (2.0, 1.0, 0.6, 0.5, 0.3, 0.25, 0.01)] == [0, 0, 0, 1, 1, 2, 2]


def test_histogram_counts_every_pixel(raster: Raster) -> None:
    assert raster.histogram.sum() == raster.rows * raster.columns
    np.testing.assert_array_equal(raster.histogram, np.histogram(raster.levels[0], bins=256, range=(0, 65536))[0])


@pytest.mark.parametrize("flip", [False, True])
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_quarter_turn_is_the_array_turned(raster: Raster, quarters: int, flip: bool) -> None:
    wanted = raster.levels[0][:, ::-1] if flip else raster.levels[0]
    wanted = np.rot90(wanted, -quarters)
    placing = Placing(wanted.shape[0], wanted.shape[1], rotation=90.0 * quarters, flip=flip)
    np.testing.assert_array_equal(sample(raster, placing), wanted)
    assert positions_of(placing, raster.rows, raster.columns).inside(raster.rows, raster.columns).all()


def test_half_size_is_the_level_below_and_four_times_is_blocks(raster: Raster) -> None:
    half = sample(raster, Placing(300, 260, 0.5))
    np.testing.assert_array_equal(half, raster.levels[1][:300, :260])
    large = sample(raster, Placing(40, 40, 5.0, left=10, top=15))
    np.testing.assert_array_equal(large, np.kron(raster.levels[0][3:11, 2:10], np.ones((5, 5), np.uint16)))


@pytest.mark.parametrize("scale", [0.137, 0.5, 0.83, 1.0, 2.7, 9.0])
@pytest.mark.parametrize("rotation", [0.0, 90.0, 180.0, 270.0, 3.0, 133.5])
def test_every_part_is_sampled_like_the_whole(raster: Raster, scale: float, rotation: float) -> None:
    whole = Placing(120, 150, scale, left=-17, top=23, rotation=rotation, flip=True)
    part = replace(whole, rows=31, columns=47, left=whole.left + 60, top=whole.top + 41)
    np.testing.assert_array_equal(sample(raster, part), sample(raster, whole)[41:72, 60:107])
    inside = [positions_of(each, raster.rows, raster.columns).inside(raster.rows, raster.columns) for each in (whole, part)]
    np.testing.assert_array_equal(inside[1], inside[0][41:72, 60:107])


@pytest.mark.parametrize("flip", [False, True])
@pytest.mark.parametrize("rotation", [0.0, 90.0, 180.0, 270.0, 3.0, -44.0, 201.0])
def test_points_go_there_and_back(rotation: float, flip: bool) -> None:
    placing = Placing(300, 400, 0.7, left=31, top=-12, rotation=rotation, flip=flip)
    there = placing.from_radiograph(123.25, 456.5, 613, 541)
    assert placing.to_radiograph(*there, 613, 541) == (pytest.approx(123.25), pytest.approx(456.5))


def test_points_and_pictures_agree_on_where_things_are() -> None:
    pixels = np.zeros((400, 300), np.float32)
    pixels[200:210, 80:90] = 1.0
    raster = raster_of(pixels)
    for rotation, flip in ((0.0, False), (90.0, True), (270.0, False), (12.0, False), (12.0, True)):
        placing = Placing(500, 500, 1.0, left=-60, top=-70, rotation=rotation, flip=flip)
        down, across = np.nonzero(sample(raster, placing) > 40000)
        assert placing.to_radiograph(across.mean() + 0.5, down.mean() + 0.5, 400, 300) == (
            pytest.approx(85.0, abs=0.5),
            pytest.approx(205.0, abs=0.5),
        )


def test_a_fine_turn_keeps_the_values_of_a_smooth_picture() -> None:
    rows, columns = np.mgrid[0:400, 0:300].astype(np.float32)
    smooth = (rows / 800 + columns / 600).astype(np.float32)
    turned = sample(raster_of(smooth), Placing(200, 200, 1.0, left=50, top=100, rotation=5.0)) / 65535
    x, y = Placing(200, 200, 1.0, left=50, top=100, rotation=5.0).to_radiograph(100.5, 100.5, 400, 300)
    assert turned[100, 100] == pytest.approx((y - 0.5) / 800 + (x - 0.5) / 600, abs=1e-4)
