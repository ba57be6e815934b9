"""The histogram of a radiograph with the window on it; the window can be taken by its edges or its middle, or moved by keys."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from forensix.domain.view import Window
from forensix.gui.radiograph_view import RadiographView

REACH = 6.0
HEIGHT = 40
STEP = 0.05
NARROWEST = 1.0 / 4096


class Histogram(QWidget):
    """Heights are logarithmic, so that the few pixels of the densest bone are seen beside the many of air."""

    def __init__(self, view: RadiographView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._counts: object = None
        self._heights: NDArray[np.float64] = np.zeros(0)
        self._held: tuple[str, float, Window] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Histogram and window"))
        self.setToolTip(
            self.tr("Pixels by brightness, logarithmic; drag the window's edges or its middle (arrow keys: move, widen, narrow the window)")
        )
        view.looked.connect(self._follow)
        view.blinked.connect(self._follow)

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def _follow(self) -> None:
        raster = self.view.raster
        if raster is not None and raster.histogram is not self._counts:
            counts = np.log1p(raster.histogram.astype(np.float64))
            self._counts, self._heights = raster.histogram, counts / max(counts.max(), 1.0)
        window = self.view.look.window
        self.setAccessibleDescription(self.tr("window {low} to {high}").format(low=f"{window.low:.2f}", high=f"{window.high:.2f}"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        if self.view.raster is None:
            return
        window, high = self.view.look.window, self.height() - 1.0
        left, right = self._x(window.low), self._x(window.high)
        accent = palette.color(QPalette.ColorRole.Highlight)
        accent.setAlpha(60)
        painter.fillRect(QRectF(left, 0, right - left, self.height()), accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.PlaceholderText))
        bins = len(self._heights)
        tops = [QPointF(self._x((index + 0.5) / bins), high - share * (high - 3)) for index, share in enumerate(self._heights)]
        painter.drawPolygon(QPolygonF([QPointF(self._x(0), high + 1), *tops, QPointF(self._x(1), high + 1)]))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
        for edge in (left, right):
            painter.drawLine(QPointF(edge, 0), QPointF(edge, self.height()))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self._part(event.position().x())
        if self.view.raster is not None and event.button() is Qt.MouseButton.LeftButton and part:
            self._held = (part, self._value(event.position().x()), self.view.look.window)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            edge = self._part(event.position().x()) in ("low", "high")
            self.setCursor(Qt.CursorShape.SplitHCursor if edge else Qt.CursorShape.ArrowCursor)
            return
        part, start, window = self._held
        by = self._value(event.position().x()) - start
        low = window.low + (by if part in ("low", "middle") else 0.0)
        high = window.high + (by if part in ("high", "middle") else 0.0)
        if part == "low":
            low = min(low, high - NARROWEST)
        self.view.set_voi(Window(low, max(high, low + NARROWEST), window.function, "set by hand"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: lambda: self.view.brighten(STEP),
            Qt.Key.Key_Right: lambda: self.view.brighten(-STEP),
            Qt.Key.Key_Up: lambda: self.view.widen(1.1),
            Qt.Key.Key_Down: lambda: self.view.widen(1 / 1.1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or self.view.raster is None:
            super().keyPressEvent(event)
        else:
            step()

    def _x(self, value: float) -> float:
        """Where a value of 0..1 stands; a little room is left for windows that reach beyond."""
        return (value + 0.05) / 1.1 * self.width()

    def _value(self, x: float) -> float:
        return x / max(self.width(), 1) * 1.1 - 0.05

    def _part(self, x: float) -> str:
        """What of the window is at x: "low", "high", "middle", or ""."""
        left, right = self._x(self.view.look.window.low), self._x(self.view.look.window.high)
        if abs(x - left) <= REACH:
            return "low"
        if abs(x - right) <= REACH:
            return "high"
        return "middle" if left < x < right else ""
