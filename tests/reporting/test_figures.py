"""The pictures of a report: the overlay is what the view recipe of the conclusion draws, as tall as the page leaves room for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from forensix import settings
from forensix.domain import drawing
from forensix.domain.raster import raster_of
from forensix.domain.report import ExaminedItem
from forensix.domain.view import ViewRecipe, written
from forensix.reporting import figures, fonts, layout
from tests.support import facts as made_up

RECIPE = ViewRecipe(window="linear 0.1 to 0.8", saliency_method="grad_cam", opacity=0.3)


@pytest.fixture(autouse=True)
def _fonts() -> None:
    fonts.load(settings.resources() / "fonts")


def looked(recipe: ViewRecipe | str) -> ExaminedItem:
    item = replace(made_up.item(), pixels=made_up.pixels(1, (160, 120)))
    text = recipe if isinstance(recipe, str) else written(recipe)
    return replace(item, conclusion=replace(item.conclusion, view_recipe=text))


def overlay(recipe: ViewRecipe | str) -> Any:
    right = figures.side_by_side(looked(recipe), ("left", "right")).right
    assert right is not None
    return np.asarray(right)


@pytest.mark.parametrize("changes", [{}, {"inverted": True}, {"flip": True}, {"rotation": 90.0}, {"cut_off": 0.5}, {"colour_map": "magma"}])
def test_the_overlay_is_drawn_as_the_recipe_says(changes: dict[str, Any]) -> None:
    recipe = replace(RECIPE, **changes)
    item = looked(recipe)
    saliency = item.examination.saliency
    assert saliency is not None
    assert np.array_equal(overlay(recipe), drawing.draw(raster_of(item.pixels), recipe, (), saliency.map))


def test_what_differs_from_the_usual_look_is_said() -> None:
    recipe = replace(RECIPE, inverted=True, rotation=90.0, flip=True, crop=(0, 0, 50, 60), cut_off=0.2)
    said = "Drawn as the examiner looked at it: window linear 0.1 to 0.8, inverted, mirrored, turned by 90 degrees, a part of it, "
    assert figures.looked_at(looked(recipe)) == said + "values below 0.2 left out."
    assert figures.looked_at(looked("")) == ""


def test_a_map_that_the_examiner_did_not_have_before_her_is_not_said_to_be_hers() -> None:
    own = looked("").examination.saliency
    assert own is not None
    seen = replace(RECIPE, size=(160, 120), window="first", saliency_method=own.method, layer=own.layer, target=own.explains)
    assert "on the screen" not in figures.looked_at(looked(seen))
    assert "No map was on the screen" in figures.looked_at(looked(replace(seen, opacity=0.0, saliency_method="", layer="", target="")))
    assert "Another map was on the screen when the conclusion was recorded: score_cam" in figures.looked_at(
        looked(replace(seen, saliency_method="score_cam"))
    )


def test_a_part_is_drawn_where_a_part_was_looked_at() -> None:
    assert overlay(replace(RECIPE, crop=(10, 20, 90, 80))).shape == (80, 60, 3)


def test_the_border_that_a_screen_shows_is_left_out() -> None:
    assert np.array_equal(overlay(replace(RECIPE, crop=(-40, -30, 200, 150), size=(240, 180))), overlay(RECIPE))


@pytest.mark.parametrize("recipe", ["", "{}", "no json", '{"window": "first", "opacity": 0.45}', '{"window": "", "opacity": 0}'])
def test_without_a_kept_look_it_is_the_usual_one(recipe: str) -> None:
    assert np.array_equal(overlay(recipe), overlay(""))


def test_the_left_picture_is_what_the_network_saw_whatever_the_examiner_did() -> None:
    first, second = (figures.side_by_side(looked(each), ("", "")).left for each in (replace(RECIPE, inverted=True), ""))
    assert first.mode == "L" and first.tobytes() == second.tobytes()


def test_pictures_shrink_to_the_room_that_is_left_but_not_to_stamps() -> None:
    picture = Image.new("L", (600, 800))
    figure = figures.Figure(picture, picture.convert("RGB"), ("a", "b"), None, ("first note", "second note", "third note"))
    width = layout.text_width()
    tall = figure.wrap(width, 800)[1]
    assert figure.tall == pytest.approx(figures.TALLEST)
    assert figure.wrap(width, tall - 40)[1] <= tall - 40
    figure.wrap(width, 50)
    assert figure.tall == pytest.approx(figures.SHORTEST)
