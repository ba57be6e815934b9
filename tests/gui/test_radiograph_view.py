"""The radiograph on the screen: what is drawn is what `present` gives and a recipe draws again; the hands do what they should."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensix.domain.drawing import draw
from forensix.domain.examination import Saliency
from forensix.domain.raster import Placing, raster_of
from forensix.domain.view import LookupTable, Pixels, Window, present, read_recipe, written
from forensix.gui.frame import coarser
from forensix.gui.look import dragged_window
from forensix.gui.radiograph_view import RadiographView

RNG = np.random.default_rng(5)
MAP = Saliency("grad_cam", "layer4", "male", RNG.random((7, 7), dtype=np.float32), (7, 7), 0.5)


def ramp(rows: int = 300, columns: int = 400) -> Pixels:
    return np.broadcast_to(np.linspace(0, 1, columns, dtype=np.float32), (rows, columns)).copy()


@pytest.fixture
def view(qtbot: QtBot) -> RadiographView:
    view = RadiographView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def shot(view: RadiographView) -> np.ndarray:
    view.sharpen()
    return shot_as_it_is(view)


def shot_as_it_is(view: RadiographView) -> np.ndarray:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows, columns, stride = image.height(), image.width(), image.bytesPerLine()
    flat = np.frombuffer(image.constBits(), dtype=np.uint8, count=rows * stride).reshape(rows, stride)
    return flat[:, : 3 * columns].reshape(rows, columns, 3).copy()


def again(view: RadiographView, *windows: Window | LookupTable) -> np.ndarray:
    """The view's recipe, written, read and drawn."""
    recipe = view.recipe()
    assert recipe is not None
    assert view.raster is not None
    return draw(view.raster, read_recipe(written(recipe)), windows, None if view.saliency is None else view.saliency.map)


@pytest.mark.parametrize("voi", [Window(0.2, 0.7), Window(0.1, 0.9, "sigmoid"), LookupTable(0.0, 1.0, (0.0, 0.8, 1.0))])
@pytest.mark.parametrize("inverted", [False, True])
def test_at_one_to_one_the_screen_shows_exactly_what_is_presented(view: RadiographView, voi: Window, inverted: bool) -> None:
    pixels = ramp()
    view.show_raster(raster_of(pixels), voi)
    view.set_inverted(inverted)
    assert (view.look.scale, view.look.left, view.look.top) == (1.0, 0, 0)
    wanted = present(pixels, voi)
    wanted = 1 - wanted if inverted else wanted
    np.testing.assert_allclose(shot(view)[:, :, 0].astype(float), 255 * wanted, atol=1.0)
    np.testing.assert_array_equal(again(view, voi), shot(view))


@pytest.mark.parametrize("seed", range(24))
def test_a_recipe_draws_the_screen_again_pixel_for_pixel(view: RadiographView, seed: int) -> None:
    """Whatever was done to the view, step by step, its recipe gives the same picture from the radiograph alone."""
    chance = np.random.default_rng(seed)
    view.show_raster(raster_of(np.random.default_rng(1).random((617, 533), dtype=np.float32)), Window(0.1, 0.8))
    view.show_saliency(MAP if seed % 4 else None)
    steps = (
        lambda: view.zoom(float(chance.uniform(0.5, 3.0))),
        lambda: view.pan(int(chance.integers(-80, 80)), int(chance.integers(-80, 80))),
        lambda: view.turn(90.0 * int(chance.integers(1, 4))),
        lambda: view.turn(float(chance.integers(-9, 9))),
        view.mirror,
        lambda: view.set_inverted(bool(chance.integers(2))),
        lambda: view.widen(float(chance.uniform(0.5, 2.0))),
        lambda: view.brighten(float(chance.uniform(-0.3, 0.3))),
        lambda: view.set_opacity(float(chance.uniform(0, 1))),
        lambda: view.set_cut_off(float(chance.uniform(0, 0.9))),
        lambda: view.set_colour_map(("magma", "cividis", "gray", "viridis")[int(chance.integers(4))]),
        lambda: view.set_smooth(bool(chance.integers(2))),
        lambda: view.show_heat(bool(chance.integers(3))),
        view.one_to_one,
    )
    for _ in range(14):
        steps[int(chance.integers(len(steps)))]()
        view.picture()  # as the screen would: the next frame reuses what it can of this one
    np.testing.assert_array_equal(again(view), shot(view))


def test_a_recipe_names_the_map_only_where_it_is_seen(view: RadiographView) -> None:
    view.show_raster(raster_of(ramp()), Window(0, 1))
    view.show_saliency(MAP)
    recipe = view.recipe()
    assert recipe is not None
    assert (recipe.saliency_method, recipe.layer, recipe.target, recipe.opacity) == ("grad_cam", "layer4", "male", 0.45)
    view.show_heat(False)
    recipe = view.recipe()
    assert recipe is not None
    assert (recipe.saliency_method, recipe.target, recipe.opacity) == ("", "", 0.0)


def test_what_is_slow_to_draw_is_coarse_while_it_moves_and_fine_when_it_rests(view: RadiographView, qtbot: QtBot) -> None:
    view.show_raster(raster_of(np.random.default_rng(2).random((617, 533), dtype=np.float32)), Window(0.1, 0.8))
    view.show_saliency(MAP)
    view.turn(3.0)
    fine = shot(view)
    view._pace.took(("", True, True), 1, 1e-6, 1)
    view.zoom(1.5)
    view.zoom(1 / 1.5)
    assert view.moving
    coarse = np.asarray(shot_as_it_is(view), dtype=float)
    assert not np.array_equal(coarse, fine)
    blocks = [
        array[: 4 * (300 // 4), : 4 * (400 // 4)].reshape(75, 4, 100, 4, 3).mean(axis=(1, 3)) for array in (coarse, fine.astype(float))
    ]
    inside = slice(20, 55), slice(25, 75)
    assert np.abs(blocks[0][inside] - blocks[1][inside]).mean() < 12, "the same picture, in its place"
    with qtbot.waitSignal(view.sharp):
        pass
    np.testing.assert_array_equal(shot_as_it_is(view), fine)


@pytest.mark.parametrize("by", [2, 3, 4])
def test_a_coarser_picture_lies_where_the_fine_one_does(by: int) -> None:
    fine = Placing(300, 401, 0.37, -83, 121, 93.0, True)
    coarse, x, y = coarser(fine, by)
    assert -by < x <= 0 and -by < y <= 0
    assert x + by * coarse.columns >= fine.columns and y + by * coarse.rows >= fine.rows
    for at in ((0.0, 0.0), (100.0, 250.0)):
        there = coarse.to_radiograph((at[0] - x) / by, (at[1] - y) / by, 617, 533)
        assert there == pytest.approx(fine.to_radiograph(*at, 617, 533))


def test_a_wheel_turned_sideways_changes_nothing(view: RadiographView) -> None:
    view.show_raster(raster_of(ramp()), Window(0, 1))
    before = view.look
    _wheel(view, QPointF(10, 10), 0)
    assert view.look == before


def test_wheel_keeps_what_lies_under_the_cursor(view: RadiographView) -> None:
    view.show_raster(raster_of(ramp(600, 800)), Window(0, 1))
    for rotation in (0.0, 90.0, 7.0):
        view.reset()
        view.turn(rotation)
        at = QPointF(100, 200)
        before, scale = view.to_radiograph(at), view.look.scale
        _wheel(view, at, 240)
        assert view.look.scale == pytest.approx(scale * 1.25**2)
        assert (view.to_radiograph(at) - before).manhattanLength() < 1.5 / view.look.scale


def test_zoom_has_ends_and_fit_comes_back(view: RadiographView) -> None:
    view.show_raster(raster_of(ramp()), Window(0, 1))
    for _ in range(60):
        _wheel(view, QPointF(10, 10), 1200)
    assert view.look.scale == 32.0
    for _ in range(60):
        _wheel(view, QPointF(10, 10), -1200)
    assert view.look.scale == 0.25
    view.fit()
    assert (view.look.scale, view.look.left, view.look.top) == (1.0, 0, 0)


def test_left_drag_pans_and_right_drag_windows(view: RadiographView, qtbot: QtBot) -> None:
    view.show_raster(raster_of(ramp()), Window(0.2, 0.6))
    _drag(view, Qt.MouseButton.LeftButton, QPoint(100, 100), QPoint(130, 80), qtbot)
    assert (view.look.left, view.look.top) == (-30, 20)
    assert view.look.voi == Window(0.2, 0.6)
    _drag(view, Qt.MouseButton.RightButton, QPoint(100, 100), QPoint(200, 100), qtbot)
    assert view.look.window.high - view.look.window.low == pytest.approx(0.4 * 4**0.25)
    assert (view.look.left, view.look.top) == (-30, 20)
    view.reset()
    assert view.look.voi == Window(0.2, 0.6)
    assert (view.look.left, view.look.top) == (0, 0)


def test_keys_pan_where_the_view_has_the_keyboard(view: RadiographView, qtbot: QtBot) -> None:
    view.show_raster(raster_of(ramp()), Window(0, 1))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert (view.look.left, view.look.top) == (-60, 60)


def test_dragging_never_makes_an_impossible_window() -> None:
    window = Window(0.2, 0.6)
    for across, down in ((-50.0, 0.0), (0.0, 9.0), (-50.0, -9.0)):
        dragged = dragged_window(window, across, down)
        assert dragged.low < dragged.high


def test_a_turn_keeps_the_middle_and_a_mirror_mirrors_the_screen(view: RadiographView) -> None:
    view.show_raster(raster_of(RNG.random((800, 800), dtype=np.float32)), Window(0, 1))
    view.zoom(3.0)
    view.pan(40, -25)
    middle = QPointF(200, 150)
    before = view.to_radiograph(middle)
    for degrees in (90.0, 1.0, -45.0, 180.0):
        view.turn(degrees)
        assert (view.to_radiograph(middle) - before).manhattanLength() < 2 / view.look.scale
    view.reset()
    upright = shot(view)
    view.turn(90.0)
    turned = shot(view)
    view.mirror()
    np.testing.assert_array_equal(shot(view), turned[:, ::-1])
    view.mirror()
    view.turn(-90.0)
    np.testing.assert_array_equal(shot(view), upright)


def test_heatmap_is_mixed_by_its_opacity_and_can_be_hidden(view: RadiographView) -> None:
    view.show_raster(raster_of(np.full((300, 400), 0.5, np.float32)), Window(0, 1))
    gray = shot(view)
    view.show_saliency(replace(MAP, map=np.ones((3, 4), np.float32), grid=(3, 4)))
    view.set_opacity(0.25)
    mixed = shot(view).astype(float)
    np.testing.assert_allclose(mixed, 0.75 * gray + 0.25 * np.array([253, 231, 37]), atol=1)
    view.show_heat(False)
    np.testing.assert_array_equal(shot(view), gray)


def test_blocks_have_sharp_edges_where_the_grid_has_them(view: RadiographView) -> None:
    view.show_raster(raster_of(np.zeros((300, 400), np.float32)), Window(0, 1))
    view.show_saliency(replace(MAP, map=np.array([[0.0, 1.0]], np.float32), grid=(1, 2)))
    view.set_colour_map("gray")
    view.set_opacity(1.0)
    view.set_smooth(False)
    row = shot(view)[150, :, 0]
    assert set(row[:200]) == {0}
    assert set(row[200:]) == {255}
    view.set_smooth(True)
    assert len(set(shot(view)[150, :, 0])) > 100


def test_another_size_keeps_the_middle_or_stays_fitted(view: RadiographView) -> None:
    view.show_raster(raster_of(ramp(600, 800)), Window(0, 1))
    view.resize(800, 600)
    assert (view.look.scale, view.look.left, view.look.top) == (1.0, 0, 0)
    view.zoom(4.0)
    before = view.to_radiograph(QPointF(400, 300))
    view.resize(300, 500)
    assert (view.to_radiograph(QPointF(150, 250)) - before).manhattanLength() < 0.5


def test_without_a_radiograph_a_sentence_stands_there(view: RadiographView) -> None:
    view.show_raster(None, message="Drop radiographs here")
    assert view.accessibleDescription() == "Drop radiographs here"
    assert shot(view).max() > 100
    view.zoom(2)
    view.one_to_one()
    view.turn(90)
    assert view.recipe() is None


def _wheel(view: RadiographView, at: QPointF, turned: int) -> None:
    nothing = QPoint()
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        nothing,
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def _drag(view: RadiographView, button: Qt.MouseButton, start: QPoint, end: QPoint, qtbot: QtBot) -> None:
    qtbot.mousePress(view, button, pos=start)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, button, pos=end)
