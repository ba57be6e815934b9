"""The radiograph on the screen: what is drawn is what `domain.view` presents, and the hands do what they should."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensix.domain.view import LookupTable, Pixels, Window, present
from forensix.gui.radiograph_view import Placement, RadiographView, dragged_window
from forensix.gui.raster import raster_of, table_of


def ramp(rows: int = 300, columns: int = 400) -> Pixels:
    return np.broadcast_to(np.linspace(0, 1, columns, dtype=np.float32), (rows, columns)).copy()


@pytest.fixture
def view(qtbot: QtBot) -> RadiographView:
    view = RadiographView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def shot(view: RadiographView) -> np.ndarray:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows, columns, stride = image.height(), image.width(), image.bytesPerLine()
    flat = np.frombuffer(image.constBits(), dtype=np.uint8, count=rows * stride).reshape(rows, stride)
    return flat[:, : 3 * columns].reshape(rows, columns, 3).copy()


@pytest.mark.parametrize("voi", [Window(0.2, 0.7), Window(0.1, 0.9, "sigmoid"), LookupTable(0.0, 1.0, (0.0, 0.8, 1.0))])
@pytest.mark.parametrize("inverted", [False, True])
def test_at_one_to_one_the_screen_shows_exactly_what_is_presented(view: RadiographView, voi: Window, inverted: bool) -> None:
    pixels = ramp()
    view.show_raster(raster_of(pixels), voi)
    view.set_inverted(inverted)
    assert view.placement == Placement(1.0, 0.0, 0.0)
    wanted = present(pixels, voi)
    wanted = 1 - wanted if inverted else wanted
    np.testing.assert_allclose(shot(view)[:, :, 0].astype(float), 255 * wanted, atol=1.0)


def test_sixteen_bits_survive_to_the_last_step() -> None:
    low = np.float32(30000 / 65535)
    pixels = low + np.arange(64, dtype=np.float32)[None, :] / np.float32(65535) * np.ones((64, 1), np.float32)
    values = raster_of(pixels).levels[0]
    shown = table_of(Window(float(pixels.min()), float(pixels.max())), inverted=False)[values]
    assert len(np.unique(shown)) == 64


def test_levels_are_means_and_odd_edges_are_kept() -> None:
    pixels = np.zeros((1025, 1027), np.float32)
    pixels[0, 0] = 1.0
    raster = raster_of(pixels)
    assert [level.shape for level in raster.levels] == [(1025, 1027), (513, 514), (257, 257)]
    assert raster.levels[1][0, 0] == pytest.approx(65535 / 4, abs=1)
    assert [raster.level_for(scale) for scale in (2.0, 1.0, 0.6, 0.5, 0.3, 0.25, 0.01)] == [0, 0, 0, 1, 1, 2, 2]


def test_wheel_keeps_what_lies_under_the_cursor(view: RadiographView) -> None:
    view.show_raster(raster_of(ramp(600, 800)), Window(0, 1))
    at = QPointF(100, 200)
    before = (at - QPointF(view.placement.x, view.placement.y)) / view.placement.scale
    _wheel(view, at, 240)
    after = (at - QPointF(view.placement.x, view.placement.y)) / view.placement.scale
    assert view.placement.scale == pytest.approx(0.5 * 1.25**2)
    assert (after - before).manhattanLength() < 1e-6


def test_zoom_has_ends_and_fit_comes_back(view: RadiographView) -> None:
    view.show_raster(raster_of(ramp()), Window(0, 1))
    for _ in range(60):
        _wheel(view, QPointF(10, 10), 1200)
    assert view.placement.scale == 32.0
    for _ in range(60):
        _wheel(view, QPointF(10, 10), -1200)
    assert view.placement.scale == 0.25
    view.fit()
    assert view.placement == Placement(1.0, 0.0, 0.0)


def test_left_drag_pans_and_right_drag_windows(view: RadiographView, qtbot: QtBot) -> None:
    view.show_raster(raster_of(ramp()), Window(0.2, 0.6))
    _drag(view, Qt.MouseButton.LeftButton, QPoint(100, 100), QPoint(130, 80), qtbot)
    assert (view.placement.x, view.placement.y) == (30, -20)
    assert view.voi == Window(0.2, 0.6)
    _drag(view, Qt.MouseButton.RightButton, QPoint(100, 100), QPoint(200, 100), qtbot)
    assert view.window_edges().high - view.window_edges().low == pytest.approx(0.4 * 4**0.25)
    assert (view.placement.x, view.placement.y) == (30, -20)
    view.reset()
    assert view.voi == Window(0.2, 0.6)
    assert view.placement == Placement(1.0, 0.0, 0.0)


def test_dragging_never_makes_an_impossible_window() -> None:
    window = Window(0.2, 0.6)
    for across, down in ((-50.0, 0.0), (0.0, 9.0), (-50.0, -9.0)):
        dragged = dragged_window(window, across, down)
        assert dragged.low < dragged.high


def test_heatmap_is_mixed_by_its_opacity_and_can_be_hidden(view: RadiographView) -> None:
    view.show_raster(raster_of(np.full((300, 400), 0.5, np.float32)), Window(0, 1))
    gray = shot(view)
    heat = QImage(4, 3, QImage.Format.Format_RGB888)
    heat.fill(Qt.GlobalColor.yellow)
    view.show_heatmap(heat, smooth=False)
    view.set_opacity(0.25)
    mixed = shot(view).astype(float)
    np.testing.assert_allclose(mixed, 0.75 * gray + 0.25 * np.array([255, 255, 0]), atol=2)
    view.set_heatmap_shown(False)
    np.testing.assert_array_equal(shot(view), gray)


def test_blocks_have_sharp_edges_where_the_grid_has_them(view: RadiographView) -> None:
    view.show_raster(raster_of(np.zeros((300, 400), np.float32)), Window(0, 1))
    heat = QImage(2, 1, QImage.Format.Format_RGB888)
    heat.fill(Qt.GlobalColor.black)
    heat.setPixelColor(1, 0, Qt.GlobalColor.white)
    view.set_opacity(1.0)
    view.show_heatmap(heat, smooth=False)
    row = shot(view)[150, :, 0]
    assert set(row[:200]) == {0}
    assert set(row[200:]) == {255}


def test_without_a_radiograph_a_sentence_stands_there(view: RadiographView) -> None:
    view.show_raster(None, message="Drop radiographs here")
    assert view.accessibleDescription() == "Drop radiographs here"
    assert shot(view).max() > 100
    view.zoom(2)
    view.one_to_one()


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
