"""The radiograph on the screen: zoom at the cursor, pan, window and level with the right button, heatmap on top."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forensix.domain.view import VOI, LookupTable, Window
from forensix.gui.raster import Raster, table_of

LARGEST_SCALE = 32.0
BLOCKS_FROM = 4.0
"""From this enlargement on, stored pixels are shown as the blocks they are."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the radiograph lies: `scale` device-independent pixels per radiograph pixel, its top left corner at (x, y)."""

    scale: float
    x: float
    y: float

    def zoomed(self, factor: float, about: QPointF, smallest: float) -> Placement:
        """Scaled so that what lies under `about` stays there."""
        scale = min(max(self.scale * factor, smallest), LARGEST_SCALE)
        ratio = scale / self.scale
        return Placement(scale, about.x() - (about.x() - self.x) * ratio, about.y() - (about.y() - self.y) * ratio)


class RadiographView(QWidget):
    """Draws a `Raster` through a window; only what is seen is windowed, at the level that the zoom needs."""

    placed = Signal()
    windowed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.raster: Raster | None = None
        self.message = ""
        self.voi: VOI = Window(0.0, 1.0)
        self.inverted = False
        self.placement = Placement(1.0, 0.0, 0.0)
        self.heatmap: QImage | None = None
        self.heatmap_shown = True
        self._heatmap_smooth = True
        self.opacity = 0.45
        self._first_voi: VOI = self.voi
        self._fitted = True
        self._table = table_of(self.voi, inverted=False)
        self._grip: tuple[Qt.MouseButton, QPointF, Placement, Window] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Radiograph"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def show_raster(self, raster: Raster | None, voi: VOI | None = None, message: str = "") -> None:
        """Show another radiograph, fitted, through its first window; or none, with a sentence in its place."""
        self.raster, self.message, self.heatmap = raster, message, None
        self._first_voi = voi or Window(0.0, 1.0)
        self.setAccessibleDescription(message)
        self.reset()

    def set_voi(self, voi: VOI) -> None:
        self.voi = voi
        self._refresh_table()

    def set_inverted(self, inverted: bool) -> None:
        self.inverted = inverted
        self._refresh_table()

    def show_heatmap(self, heatmap: QImage | None, *, smooth: bool = True) -> None:
        """An image that is laid over the whole radiograph, whatever its own size; None is no map."""
        self.heatmap, self._heatmap_smooth = heatmap, smooth
        self.update()

    def set_heatmap_shown(self, shown: bool) -> None:
        self.heatmap_shown = shown
        self.update()

    def set_opacity(self, opacity: float) -> None:
        self.opacity = opacity
        self.update()

    def reset(self) -> None:
        """First window, not inverted, fitted."""
        self.voi, self.inverted = self._first_voi, False
        self._refresh_table()
        self.fit()

    def fit(self) -> None:
        self._fitted = True
        self._place(self._fitting())

    def one_to_one(self) -> None:
        """One radiograph pixel to one pixel of the screen, about the middle."""
        self._zoom(1.0 / self.devicePixelRatioF() / self.placement.scale, QPointF(self.rect().center()))

    def zoom(self, factor: float) -> None:
        self._zoom(factor, QPointF(self.rect().center()))

    def window_edges(self) -> Window:
        """The window now, as edges; a look-up table counts from its first to its last value."""
        voi = self.voi
        return Window(voi.first, voi.last, explanation=voi.explanation) if isinstance(voi, LookupTable) else voi

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("black"))
        if self.raster is None:
            painter.setPen(QColor("#c8ccd2"))
            painter.drawText(self.rect().adjusted(24, 24, -24, -24), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.message)
            return
        self._draw_radiograph(painter, self.raster)
        if self.heatmap is not None and self.heatmap_shown:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._heatmap_smooth)
            painter.setOpacity(self.opacity)
            painter.drawImage(self._target(0, 0, self.raster.columns, self.raster.rows), self.heatmap)

    def _draw_radiograph(self, painter: QPainter, raster: Raster) -> None:
        level = raster.level_for(self.placement.scale * self.devicePixelRatioF())
        step, values = 2**level, raster.levels[level]
        left, top, right, bottom = self._seen(step, values.shape[0], values.shape[1])
        if right <= left or bottom <= top:
            return
        shown = np.take(self._table, values[top:bottom, left:right], mode="clip")  # four times as fast as indexing; every value is inside
        image = QImage(shown.data, right - left, bottom - top, right - left, QImage.Format.Format_Grayscale8)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.placement.scale < BLOCKS_FROM)
        painter.drawImage(self._target(left * step, top * step, (right - left) * step, (bottom - top) * step), image)

    def _seen(self, step: int, rows: int, columns: int) -> tuple[int, int, int, int]:
        """The part of a level that the widget shows, with a pixel's margin: left, top, right, bottom."""
        scale, x, y = self.placement.scale * step, self.placement.x, self.placement.y
        left, top = math.floor(-x / scale) - 1, math.floor(-y / scale) - 1
        right, bottom = math.ceil((self.width() - x) / scale) + 1, math.ceil((self.height() - y) / scale) + 1
        return max(left, 0), max(top, 0), min(right, columns), min(bottom, rows)

    def _target(self, left: float, top: float, width: float, height: float) -> QRectF:
        place = self.placement
        return QRectF(place.x + left * place.scale, place.y + top * place.scale, width * place.scale, height * place.scale)

    def _refresh_table(self) -> None:
        self._table = table_of(self.voi, inverted=self.inverted)
        self.windowed.emit()
        self.update()

    # Placing

    def _fitting(self) -> Placement:
        if self.raster is None:
            return Placement(1.0, 0.0, 0.0)
        scale = min(self.width() / self.raster.columns, self.height() / self.raster.rows) or 1.0
        return Placement(scale, (self.width() - scale * self.raster.columns) / 2, (self.height() - scale * self.raster.rows) / 2)

    def _place(self, placement: Placement) -> None:
        self.placement = placement
        self.placed.emit()
        self.update()

    def _zoom(self, factor: float, about: QPointF) -> None:
        if self.raster is None:
            return
        self._fitted = False
        self._place(self.placement.zoomed(factor, about, min(self._fitting().scale, 1.0) / 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fitted:
            self._place(self._fitting())

    # Hands

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(1.25 ** (event.angleDelta().y() / 120.0), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
            self._grip = (event.button(), event.position(), self.placement, self.window_edges())
            panning = event.button() is not Qt.MouseButton.RightButton
            self.setCursor(Qt.CursorShape.ClosedHandCursor if panning else Qt.CursorShape.SizeAllCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None or self.raster is None:
            return
        button, start, placement, window = self._grip
        moved = event.position() - start
        if button is Qt.MouseButton.RightButton:
            self.set_voi(dragged_window(window, moved.x() / max(self.width(), 1), moved.y() / max(self.height(), 1)))
        else:
            self._fitted = False
            self._place(Placement(placement.scale, placement.x + moved.x(), placement.y + moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: (60, 0), Qt.Key.Key_Right: (-60, 0), Qt.Key.Key_Up: (0, 60), Qt.Key.Key_Down: (0, -60)}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self.raster is None:
            super().keyPressEvent(event)
            return
        self._fitted = False
        self._place(Placement(self.placement.scale, self.placement.x + step[0], self.placement.y + step[1]))


def dragged_window(window: Window, across: float, down: float) -> Window:
    """Window and level after a drag of `across`, `down` widget widths and heights: right widens, down brightens."""
    width = max((window.high - window.low) * 4.0**across, 1.0 / 4096)
    middle = (window.low + window.high) / 2 - down * (window.high - window.low)
    return Window(middle - width / 2, middle + width / 2, window.function, "set by hand")
