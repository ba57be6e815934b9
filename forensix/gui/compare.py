"""Two radiographs compared: side by side with linked movements or each on a screen, one in place of the other by turns, or blended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QScreen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forensix.domain.case import Acquisition
from forensix.domain.raster import Raster
from forensix.domain.view import VOI
from forensix.gui.look import Look, followed
from forensix.gui.parts import label
from forensix.gui.radiograph_view import RadiographView
from forensix.gui.scale_bar import ScaleBar

SAME_SCALE = 0.005
FLICKER_EVERY_MS = 600
"""Well below three flashes a second, which WCAG 2.3.1 allows."""


class Mode(Enum):
    SIDE = "side"
    FLICKER = "flicker"
    BLEND = "blend"


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the two: what it is called, and its picture."""

    title: str
    acquisition: Acquisition
    raster: Raster
    voi: VOI


@dataclass(frozen=True, slots=True)
class Together:
    """How two radiographs are held against each other; what undo goes back to.

    Parameters
    ----------
    share : float
        How much of the second is seen when blended, 0..1.
    """

    mode: Mode = Mode.SIDE
    share: float = 0.5


class Side(QWidget):
    """The second radiograph with its title: beside the first, or a window of its own on another screen."""

    closed = Signal()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        QTimer.singleShot(0, self, self.closed.emit)  # it comes back once it is closed


class Stage(QWidget):
    """One view, or two of which the second follows the first and the first the second."""

    looked = Signal(object, object, str)
    """How the views looked, how they look now (a tuple with a `Look` for each), and what changed it."""
    held = Signal(object, object, str)
    """How the two were held against each other, how they are now (each a `Together`), and what was changed: "mode" or "share"."""
    compared = Signal(bool)
    placed = Signal()
    """The second radiograph has gone to another screen, or come back."""

    def __init__(self, view: RadiographView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.other = RadiographView()
        self.other.setAccessibleName(self.tr("Radiograph that is compared"))
        self.comparing = False
        self._fitted = False
        self.linked = True
        self.together = Together()
        self._spacings = (0.0, 0.0)
        self.bar, self.other_bar = ScaleBar(view), ScaleBar(self.other)
        self.bars_shown = True
        view.scale, self.other.scale = self._scale, self._other_scale
        self._turn = False
        self._timer = QTimer(self, interval=FLICKER_EVERY_MS)
        self._timer.timeout.connect(self._change_over)
        self.title, self.other_title = label("", "header"), label("", "header")
        self.side = Side()
        self.side.closed.connect(lambda: self.set_apart(False))
        self.apart = False
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for side, title, one in ((QWidget(), self.title, view), (self.side, self.other_title, self.other)):
            title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(title)
            column.addWidget(one, 1)
            row.addWidget(side, 1)
        self.title.hide()
        self.side.hide()
        view.looked.connect(lambda before, after, why: self._follow(view, self.other, before, after, why))
        self.other.looked.connect(lambda before, after, why: self._follow(self.other, view, before, after, why))
        self.other.sharp.connect(view.update)  # in whose place it may be drawn

    @property
    def mode(self) -> Mode:
        return self.together.mode

    @property
    def looks(self) -> tuple[Look, ...]:
        return (self.view.look, self.other.look) if self.comparing else (self.view.look,)

    @property
    def scale_said(self) -> str:
        """Whether sizes can be compared as the two are shown now; "" where nothing is compared."""
        if not self.comparing:
            return ""
        if not all(self._spacings):
            return self.tr("sizes cannot be compared: spacing not calibrated")
        one, other = (look.scale / spacing for spacing, look in zip(self._spacings, self.looks, strict=True))
        if abs(other / one - 1.0) < SAME_SCALE:
            apart = self.tr("as many pixels to a millimetre; the pixels of the two screens may differ in size")
            return apart if self.apart else self.tr("same scale in millimetres")
        return self.tr("not the same scale: the second is shown {ratio} times as large").format(ratio=f"{other / one:.2f}")

    @property
    def second_screen(self) -> QScreen | None:
        """A screen on which this window is not."""
        return next((screen for screen in QGuiApplication.screens() if screen is not self.screen()), None)

    def set_apart(self, apart: bool) -> None:
        """Put the second radiograph on another screen, where there is one, or back beside the first."""
        screen = self.second_screen if apart and self.comparing else None
        if (screen is not None) is self.apart:
            return
        self.apart = screen is not None
        if screen is None:
            self._row.addWidget(self.side, 1)
        else:
            self.side.setParent(self.window(), Qt.WindowType.Window)
            self.side.setWindowTitle(self.other_title.text())
            self.side.setGeometry(screen.availableGeometry())
        self.side.setVisible(self.comparing and self.mode is Mode.SIDE)
        self.placed.emit()

    def put(self, looks: tuple[Look, ...]) -> None:
        """Look so again; the second look is left where nothing is compared any more."""
        for one, look in zip((self.view, self.other), looks, strict=False):
            one.apply(look)

    def compare(self, one: Shown, other: Shown) -> None:
        """Show a second radiograph beside the first, both fitted, and at the same millimetres where both spacings are calibrated."""
        self._fitted = self._fitted if self.comparing else self.view.look.fitted
        self.comparing = True
        self.title.setText(one.title)
        self.other_title.setText(other.title)
        for title in (self.title, self.other_title):
            title.setToolTip(title.text())
        self.other.show_raster(other.raster, other.voi)
        self.other.setAccessibleDescription(other.title)
        self.hold(replace(self.together, mode=Mode.SIDE))
        self._row.activate()
        first, second = (shown.acquisition for shown in (one, other))
        self.other_bar.acquisition = second
        self._spacings = (_calibrated(first), _calibrated(second))
        for view in (self.view, self.other):
            with QSignalBlocker(view):
                view.fit()
        self._match()
        self.compared.emit(True)

    def leave(self) -> bool:
        """Show the first alone again; whether two were compared."""
        if not self.comparing:
            return False
        self.hold(replace(self.together, mode=Mode.SIDE))
        self.set_apart(False)
        self.comparing = False
        self.title.hide()
        self.side.hide()
        self.other.show_raster(None)
        if self._fitted:  # the comparison made it smaller
            with QSignalBlocker(self.view):
                self.view.fit()
        self.compared.emit(False)
        return True

    def set_mode(self, mode: Mode) -> None:
        self._change(replace(self.together, mode=mode), "mode")

    def set_share(self, share: float) -> None:
        """How much of the second is seen when blended, 0..1."""
        self._change(replace(self.together, share=share), "share")

    def _change(self, after: Together, why: str) -> None:
        before = self.together
        self.hold(after)
        if after != before:
            self.held.emit(before, after, why)

    def hold(self, together: Together) -> None:
        """Hold the two against each other so."""
        self.together, self._turn = together, False
        mode, side = together.mode, together.mode is Mode.SIDE
        self.side.setVisible(side and self.comparing)
        self.title.setVisible(self.comparing)
        over: dict[Mode, Callable[[QPainter], bool] | None] = {Mode.SIDE: None, Mode.FLICKER: self._flickering, Mode.BLEND: self._blended}
        self.view.beneath = over[mode]
        if mode is Mode.FLICKER:
            self._timer.start()
        else:
            self._timer.stop()
        self.title.setVisible(self.comparing)
        self._say()
        self.view.update()

    def show_bars(self, shown: bool) -> None:
        """Scale bars on or off."""
        self.bars_shown = shown
        self.view.update()
        self.other.update()

    def set_linked(self, linked: bool) -> None:
        self.linked = linked

    def _match(self) -> None:
        """Two that are fitted at the same millimetres on the screen, where both are calibrated: the larger one made smaller."""
        if not all(self._spacings):
            return
        per_pixel = max(spacing / look.scale for spacing, look in zip(self._spacings, self.looks, strict=True))
        for spacing, view in zip(self._spacings, (self.view, self.other), strict=True):
            with QSignalBlocker(view):
                view.zoom(spacing / per_pixel / view.look.scale)

    def _follow(self, moved: RadiographView, follower: RadiographView, before: Look, after: Look, why: str) -> None:
        if not why:
            return
        held = follower.look
        if self.comparing and self.linked and follower.raster is not None:
            self._measure_other()
            with QSignalBlocker(follower):
                if why in ("fit", "reset"):
                    follower.fit() if why == "fit" else follower.reset()
                    self._match()
                else:
                    follower.apply(followed(held, before, after, follower.size_of_radiograph, follower.screen_size), why)
        first, second = ((before, moved.look), (held, follower.look))
        if moved is self.other:
            first, second = second, first
        pairs = (first, second) if self.comparing else (first,)
        looked, look = tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)
        self.view.update()
        if looked != look:
            self.looked.emit(looked, look, why)

    def _measure_other(self) -> None:
        """While the second is drawn in the first's place it has that size."""
        if self.mode is not Mode.SIDE:
            self.other.measure_as(self.view.screen_size)

    def _change_over(self) -> None:
        self._turn = not self._turn
        self._say()
        self.view.update()

    def _flickering(self, painter: QPainter) -> bool:
        if self._turn:
            self._measure_other()
            self.other.draw(painter)
        return not self._turn

    def _blended(self, painter: QPainter) -> bool:
        self._measure_other()
        painter.setOpacity(self.together.share)
        self.other.draw(painter)
        painter.setOpacity(1.0)
        return True

    def _scale(self, painter: QPainter) -> None:
        """The bar of what is seen in the first view; none where two are blended to which no one length belongs."""
        bar, (one, other) = self.bar, (each.mm_per_pixel for each in (self.bar, self.other_bar))
        if self.mode is Mode.BLEND and not (one and abs(other / one - 1.0) < SAME_SCALE):
            return
        if self.mode is Mode.FLICKER and self._turn:
            bar = self.other_bar
        if self.bars_shown:
            bar.paint(painter, self.view.size())

    def _other_scale(self, painter: QPainter) -> None:
        if self.bars_shown:
            self.other_bar.paint(painter, self.other.size())

    def _say(self) -> None:
        """Above the first view stands what is seen in it."""
        if self.mode is Mode.SIDE:
            self.title.setText(self.title.toolTip())
        elif self.mode is Mode.FLICKER:
            self.title.setText(self.other_title.text() if self._turn else self.title.toolTip())
        else:
            self.title.setText(f"{self.title.toolTip()}  +  {self.other_title.text()}")


def _calibrated(acquisition: Acquisition) -> float:
    """Millimetres from row to row, where they are those of the hand; else 0."""
    return acquisition.pixel_spacing_mm[0] if acquisition.pixel_spacing_mm and acquisition.spacing_trusted else 0.0
