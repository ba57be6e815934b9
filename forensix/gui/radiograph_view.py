"""The radiograph on the screen: zoom at the cursor, pan, turn, window and level with the right button, heatmap and marks on top."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forensix.domain.examination import Saliency
from forensix.domain.raster import Placing, Raster
from forensix.domain.view import VOI, ViewRecipe, Window
from forensix.gui import look
from forensix.gui.frame import IN_PART, Frame, Pace, Work, coarser
from forensix.gui.look import Look, Size, dragged_window

PAN_STEP = 60
STILL_AFTER_MS = 150
SHARPEN_S = 0.012
"""How long the GUI thread is held at a time while a coarse picture becomes a fine one."""


class Pen(Protocol):
    """What draws over the radiograph, and takes the hand's movements before the view does; points are the view's."""

    def paint(self, painter: QPainter) -> None: ...
    def press(self, at: QPointF) -> bool: ...
    def move(self, at: QPointF) -> None: ...
    def release(self, at: QPointF) -> None: ...
    def key(self, event: QKeyEvent) -> bool: ...
    def wants(self, event: QKeyEvent) -> bool: ...
    def keys_up(self) -> None: ...
    def step(self, *, forward: bool) -> bool: ...


class RadiographView(QWidget):
    """Draws a `Raster` through a `Look`, in device pixels; `recipe` writes down what is drawn."""

    looked = Signal(object, object, str)
    """The look before, the look now, and what changed it; "" for what the hand did not do."""
    blinked = Signal()
    """Something else than the look has changed: another radiograph, another size."""
    sharp = Signal()
    """What was drawn coarsely while the hand moved can be drawn finely now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.raster: Raster | None = None
        self.saliency: Saliency | None = None
        self.message = ""
        self.look = Look()
        self.pen: Pen | None = None
        self.beneath: Callable[[QPainter], bool] | None = None
        self.scale: Callable[[QPainter], None] | None = None
        self._first_voi: VOI = self.look.voi
        self._frame, self._rough = Frame(), Frame()
        self._pace = Pace()
        self._why, self._coarseness = "", 1
        self._parts: Iterator[None] | None = None
        self._still = QTimer(self, interval=STILL_AFTER_MS, singleShot=True)
        self._still.timeout.connect(self._begin_to_sharpen)
        self._sharpening = QTimer(self, interval=0, singleShot=True)
        self._sharpening.timeout.connect(self._sharpen_on)
        self._screen: Size = (1, 1)
        self._grip: tuple[Qt.MouseButton, QPointF, Look] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Radiograph"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 150)

    @property
    def size_of_radiograph(self) -> Size:
        return (self.raster.rows, self.raster.columns) if self.raster is not None else (1, 1)

    @property
    def screen_size(self) -> Size:
        """(rows, columns) of the view in device pixels."""
        return self._screen

    @property
    def placing(self) -> Placing:
        return self.look.placing(self._screen)

    @property
    def heatmap(self) -> NDArray[np.float32] | None:
        """The map that lies over the radiograph, shown or hidden."""
        return None if self.saliency is None else self.saliency.map

    def recipe(self) -> ViewRecipe | None:
        """What is on the screen now, marks apart; None without a radiograph."""
        return None if self.raster is None else self.look.recipe(self._screen, self.saliency)

    def show_raster(self, raster: Raster | None, voi: VOI | None = None, message: str = "") -> None:
        """Show another radiograph, fitted, through its first window; or none, with a sentence in its place. The map's settings stay."""
        self.raster, self.message, self.saliency = raster, message, None
        self._first_voi = voi or Window(0.0, 1.0)
        self._grip = None
        self.unsetCursor()
        self.setAccessibleDescription(message)
        self._hurry("")
        self.apply(self._at_first())
        self.blinked.emit()

    def show_saliency(self, saliency: Saliency | None) -> None:
        """Lay a map over the whole radiograph; None is no map."""
        if saliency is not self.saliency:
            self.saliency = saliency
            self._hurry("heatmap")
            self.update()

    # Looking: each of these is told by `looked`, and can be undone

    def apply(self, wanted: Look, why: str = "") -> None:
        """Look so; fitted again where the view has another size by now."""
        if wanted.fitted and self.raster is not None:
            wanted = look.fitted(wanted, self.size_of_radiograph, self._screen)
        before, self.look = self.look, wanted
        if before != wanted:
            self._hurry(why)
            self.looked.emit(before, wanted, why)
        self.update()

    def set_voi(self, voi: VOI) -> None:
        self.apply(replace(self.look, voi=voi), "window")

    def set_inverted(self, inverted: bool) -> None:
        self.apply(replace(self.look, inverted=inverted), "invert")

    def widen(self, factor: float) -> None:
        """A window `factor` times as wide about the same middle."""
        self.set_voi(dragged_window(self.look.window, math.log(factor, 4.0), 0.0))

    def brighten(self, share: float) -> None:
        """The window moved by a share of its width; up is brighter."""
        self.set_voi(dragged_window(self.look.window, 0.0, share))

    def show_heat(self, shown: bool) -> None:
        self.apply(replace(self.look, heat_shown=shown), "heatmap")

    def set_opacity(self, opacity: float) -> None:
        self.apply(replace(self.look, opacity=opacity), "opacity")

    def set_cut_off(self, cut_off: float) -> None:
        self.apply(replace(self.look, cut_off=cut_off), "cut-off")

    def set_colour_map(self, name: str) -> None:
        self.apply(replace(self.look, colour_map=name), "colours")

    def set_smooth(self, smooth: bool) -> None:
        self.apply(replace(self.look, enlarging="bilinear" if smooth else "nearest"), "blocks")

    def reset(self) -> None:
        """First window, not inverted, not turned, fitted; the map's settings stay."""
        self.apply(self._at_first(), "reset")

    def fit(self) -> None:
        if self.raster is not None:
            self.apply(replace(self.look, fitted=True), "fit")

    def one_to_one(self) -> None:
        """One radiograph pixel to one pixel of the screen, about the middle."""
        self._zoom(1.0 / self.look.scale, QPointF(self.rect().center()), "1:1")

    def zoom(self, factor: float) -> None:
        self._zoom(factor, QPointF(self.width() / 2, self.height() / 2))

    def turn(self, degrees: float) -> None:
        """Clockwise, about the middle of the view."""
        if self.raster is not None:
            self.apply(look.turned(self.look, degrees, self.size_of_radiograph, self._screen), "turn")

    def mirror(self) -> None:
        """Exchange left and right of the screen."""
        if self.raster is not None:
            self.apply(look.mirrored(self.look, self.size_of_radiograph, self._screen), "mirror")

    def pan(self, right: float, down: float) -> None:
        """Move the radiograph, in device-independent pixels."""
        if self.raster is not None:
            ratio = self.devicePixelRatioF()
            self.apply(look.moved(self.look, round(right * ratio), round(down * ratio)), "pan")

    def _zoom(self, factor: float, about: QPointF, why: str = "zoom") -> None:
        if self.raster is not None:
            at = about * self.devicePixelRatioF()
            self.apply(look.zoomed(self.look, factor, (at.x(), at.y()), self.size_of_radiograph, self._screen), why)

    def _at_first(self) -> Look:
        return replace(self.look, voi=self._first_voi, inverted=False, rotation=0.0, flip=False, fitted=True)

    # Drawing

    def to_radiograph(self, at: QPointF) -> QPointF:
        """The radiograph's (x, y), in pixels from its top left corner, under a point of the view."""
        ratio = self.devicePixelRatioF()
        return QPointF(*self.placing.to_radiograph(at.x() * ratio, at.y() * ratio, *self.size_of_radiograph))

    def from_radiograph(self, at: QPointF) -> QPointF:
        """The point of the view at which a point of the radiograph lies."""
        return QPointF(*self.placing.from_radiograph(at.x(), at.y(), *self.size_of_radiograph)) / self.devicePixelRatioF()

    def picture(self) -> QImage:
        """What is drawn, without marks, one pixel for each of the screen's; overwritten by the next one."""
        if self.raster is None:
            return QImage()
        image = self._picture(self._frame, self.raster, self.placing)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        return image

    def _picture(self, frame: Frame, raster: Raster, placing: Placing) -> QImage:
        at = self.look
        packed = frame.picture(raster, placing, at.voi, at.inverted, at.overlay(self.saliency))
        rows, columns = packed.shape
        return QImage(packed.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32)  # no copy: the frame keeps the memory

    def draw(self, painter: QPainter) -> None:
        """The radiograph without marks; coarser while the hand moves, where a fine picture would come too late."""
        if self.raster is None:
            return
        hurried, work = self._still.isActive(), self._work(self.raster)
        pixels, begun = self._screen[0] * self._screen[1], time.thread_time()  # not by the clock, which runs on for other programs
        if hurried:
            self._coarseness = self._pace.coarseness(work, pixels)
        elif self._parts is None:
            self._coarseness = 1
        if self._coarseness == 1:
            painter.drawImage(0, 0, self.picture())
        else:
            placing, x, y = coarser(self.placing, self._coarseness)
            hurried = hurried and (bool(work[0]) or not self._rough.keeps(self.raster, placing))  # else it tells nothing of a whole one
            image, size = self._picture(self._rough, self.raster, placing), self._coarseness / self.devicePixelRatioF()
            corner = QPointF(x, y) / self.devicePixelRatioF()
            painter.drawImage(QRectF(corner.x(), corner.y(), image.width() * size, image.height() * size), image)
        if hurried:
            self._pace.took(work, pixels, time.thread_time() - begun, self._coarseness)

    def _work(self, raster: Raster) -> Work:
        """What the next frame costs: all of it is new where the last fine picture shows something else, whatever the movement."""
        why = self._why if self._why in IN_PART and self._frame.keeps(raster, self.placing) else ""
        return why, bool(self.placing.fine), self.look.overlay(self.saliency) is not None

    def _hurry(self, why: str) -> None:
        """Something moves: until it rests a coarser picture will do."""
        self._why, self._parts = why, None
        self._still.start()

    @property
    def moving(self) -> bool:
        """Whether what is seen may be coarse still."""
        return self._still.isActive() or self._parts is not None

    @property
    def coarse(self) -> bool:
        """Whether the last picture was."""
        return self._coarseness > 1

    def sharpen(self) -> None:
        """Draw the next frame finely, however long that takes."""
        self._still.stop()
        self._sharpening.stop()
        self._parts = None
        self.update()

    def _begin_to_sharpen(self) -> None:
        if self._coarseness > 1 and self.raster is not None:
            self._parts = self._frame.prepare(self.raster, self.placing, self.look.overlay(self.saliency))
            self._sharpening.start()

    def _sharpen_on(self) -> None:
        """Go on for a moment; the events that came meanwhile go first."""
        until = time.perf_counter() + SHARPEN_S
        while self._parts is not None and time.perf_counter() < until:
            if next(self._parts, self) is self:
                self._parts = None
                self.update()
                self.sharp.emit()
        if self._parts is not None:
            self._sharpening.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.raster is None:
            painter.fillRect(self.rect(), QColor("black"))
            painter.setPen(QColor("#c8ccd2"))
            painter.drawText(self.rect().adjusted(24, 24, -24, -24), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.message)
            return
        self.draw(painter)
        marked = self.beneath is None or self.beneath(painter)
        if self.scale is not None:
            self.scale(painter)
        if self.pen is not None and marked:
            self.pen.paint(painter)

    def _measure(self) -> None:
        """Follow the widget's size and the screen's pixels."""
        ratio = self.devicePixelRatioF()
        self.measure_as((max(math.ceil(self.height() * ratio), 1), max(math.ceil(self.width() * ratio), 1)))

    def measure_as(self, screen: Size) -> None:
        """Draw for a screen of this size, in device pixels; what was in the middle stays there."""
        before, self._screen = self._screen, screen
        if self.raster is not None and before != self._screen:
            self._hurry("")
            self.look = look.resized(self.look, self.size_of_radiograph, before, self._screen)
            self.blinked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._measure()
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.pen is not None and self.pen.wants(event):
            event.accept()
            return True
        return super().event(event)

    # Hands

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self._zoom(1.25 ** (event.angleDelta().y() / 120.0), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        button = event.button()
        if button not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton) or self.raster is None:
            return
        if button is Qt.MouseButton.LeftButton and self.pen is not None and self.pen.press(event.position()):
            return
        self._grip = (button, event.position(), self.look)
        self.setCursor(Qt.CursorShape.SizeAllCursor if button is Qt.MouseButton.RightButton else Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None or self.raster is None:
            if self.pen is not None:
                self.pen.move(event.position())
            return
        button, start, held = self._grip
        way = event.position() - start
        if button is Qt.MouseButton.RightButton:
            self.set_voi(dragged_window(held.window, way.x() / max(self.width(), 1), way.y() / max(self.height(), 1)))
        elif way.manhattanLength():
            ratio = self.devicePixelRatioF()
            to = look.moved(held, round(way.x() * ratio), round(way.y() * ratio))
            self.apply(replace(self.look, left=to.left, top=to.top, fitted=False), "pan")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is None and self.pen is not None and event.button() is Qt.MouseButton.LeftButton:
            self.pen.release(event.position())
        if self._grip is not None:
            self._grip = None
            self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.pen is None or not self.pen.press(event.position()):
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.raster is None or (self.pen is not None and self.pen.key(event)):
            return
        steps = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.pan(PAN_STEP * step[0], PAN_STEP * step[1])

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self.pen is not None and not event.isAutoRepeat():
            self.pen.keys_up()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.pen is not None:
            self.pen.keys_up()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the marks before it leaves."""
        if self.hasFocus() and self.pen is not None and self.pen.step(forward=forward):
            return True
        return super().focusNextPrevChild(forward)
