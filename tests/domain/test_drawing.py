"""Recipes: written, read again and drawn again; what is laid over equals `view.blend`."""

from __future__ import annotations

import json

import numpy as np
import pytest

from forensix.domain.drawing import draw, placing_of
from forensix.domain.raster import raster_of
from forensix.domain.view import (
    COLOUR_MAPS,
    Enlarging,
    LookupTable,
    ViewRecipe,
    Window,
    blend,
    describe,
    enlarge,
    present,
    read_recipe,
    voi_of,
    written,
)
from forensix.laboratory.concluding import PLAIN_VIEW

RNG = np.random.default_rng(3)
PIXELS = RNG.random((140, 112), dtype=np.float32)
MAP = RNG.random((7, 7), dtype=np.float32)
LUT = LookupTable(0.0, 1.0, (0.0, 0.8, 1.0), "bone")


@pytest.mark.parametrize("enlarging", ["nearest", "bilinear"])
@pytest.mark.parametrize("colour_map", COLOUR_MAPS)
def test_at_its_own_size_a_recipe_draws_what_blend_draws(enlarging: Enlarging, colour_map: str) -> None:
    window = Window(0.1, 0.8)
    recipe = ViewRecipe(
        describe(window), saliency_method="grad_cam", opacity=0.4, cut_off=0.3, colour_map=colour_map, size=(140, 112), enlarging=enlarging
    )
    drawn = draw(raster_of(PIXELS), recipe, (), MAP)
    wanted = blend(present(PIXELS, window), enlarge(MAP, (140, 112), enlarging), 0.4, 0.3, colour_map)
    different = np.abs(drawn.astype(int) - wanted).max(axis=-1)
    assert (different > 2).mean() < 1e-3  # where a value stands on the cut-off or between two grays, rounding may fall either way


def test_inversion_is_of_the_gray_and_not_of_what_lies_outside() -> None:
    recipe = ViewRecipe("linear 0.0 to 1.0", inverted=True, crop=(-10.0, -10.0, 150.0, 122.0), size=(160, 132), scale=1.0)
    drawn = draw(raster_of(PIXELS), recipe, ())
    assert drawn[:10].max() == 0
    np.testing.assert_allclose(drawn[10:150, 10:122, 0], 255 * (1 - PIXELS), atol=1)


def test_without_a_crop_the_whole_radiograph_stands_in_the_middle() -> None:
    placing = placing_of(ViewRecipe("first", size=(280, 560)), 140, 112)
    assert (placing.scale, placing.top, placing.left) == (2.0, 0, -168)
    turned = placing_of(ViewRecipe("first", size=(112, 140), rotation=90.0), 140, 112)
    assert (turned.scale, turned.top, turned.left) == (1.0, 0, 0)
    assert draw(raster_of(PIXELS), ViewRecipe("linear 0.0 to 1.0"), ()).shape == (140, 112, 3)


@pytest.mark.parametrize("voi", [Window(0.1, 0.7), Window(-0.25, 1 / 3, "sigmoid", "BONE (hard)"), LUT])
def test_a_window_is_found_again_by_its_words(voi: Window | LookupTable) -> None:
    assert voi_of(describe(voi), (Window(0.0, 1.0), LUT)) == voi


def test_the_first_window_is_the_files_first() -> None:
    assert voi_of("first", (LUT, Window(0.0, 1.0))) == LUT


@pytest.mark.parametrize("words", ["", "first", "linear a to b", "linear 0.5 to 0.2", "lookup table of 3 values, 0.0 to 1.0, sha256 00"])
def test_a_window_that_is_none_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"window|float"):
        voi_of(words, ())


def test_a_recipe_is_read_as_it_was_written() -> None:
    recipe = ViewRecipe(
        describe(Window(0.1, 1 / 3)), True, 91.0, True, (0.1, 1 / 3, 2.0, 3.0), "hires_cam", "layer4", "male", 0.3, 0.1, "magma",
        (400, 300), "bilinear", 1 / 7,
    )  # fmt: skip
    assert read_recipe(written(recipe)) == recipe


def test_an_older_recipe_takes_the_defaults() -> None:
    recipe = read_recipe(PLAIN_VIEW)
    assert (recipe.window, recipe.opacity, recipe.crop, recipe.scale) == ("first", 0.45, None, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"window": "first", "size": 3}',
        '{"window": "first", "opacity": NaN}',
        '{"window": "first", "colour_map": "jet"}',
        '{"window": "first", "crop": [1, 1, 0, 0]}',
        json.dumps({"window": "first", "rotation": "a"}),
    ],
)
def test_what_is_no_recipe_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_recipe(text)
