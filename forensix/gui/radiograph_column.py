"""The middle column: what the radiograph is, the radiograph itself, and the controls of the view, the marks and the heatmap."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QImage, QPixmap, QUndoStack
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolBar, QVBoxLayout, QWidget

from forensix.domain.case import Acquisition, Radiograph
from forensix.domain.examination import Saliency
from forensix.domain.mark import MarkKind
from forensix.domain.raster import Raster
from forensix.domain.view import COLOUR_MAPS, VOI, colour_bar, written
from forensix.gui import wording
from forensix.gui.compare import Mode, Shown, Stage, Together
from forensix.gui.failure import Notice
from forensix.gui.flow import Flow, ToolRow, tool
from forensix.gui.heatmap import explains_word, method_name
from forensix.gui.histogram import Histogram
from forensix.gui.look import Look
from forensix.gui.marks import MarkPen
from forensix.gui.parts import Elided, label, scrolled, slider, tool_button
from forensix.gui.radiograph_view import RadiographView
from forensix.gui.undo import Change, Histories
from forensix.gui.view_actions import view_actions

LEGEND = (10, 70)


class RadiographColumn(QWidget):
    """Its actions are put into the menus by the main window, so that each is reachable there too."""

    compare = Signal()
    """The examiner wants to compare this radiograph with another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = label("", "header", says=self.tr("What the radiograph is"))
        self.header.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.header.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.notice = Notice()
        self.radiograph: Radiograph | None = None
        self.view = RadiographView()
        self.stage = Stage(self.view)
        self.pen = MarkPen(self.view)
        self.histogram = Histogram(self.view)
        self.histories = Histories(self)
        self._comparison = 0
        self._saliency: Saliency | None = None
        self._may_mark = False
        self.said = Elided("faint", Qt.TextElideMode.ElideRight)
        self.said.setAccessibleName(self.tr("Window, zoom and the chosen mark"))
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.actions_by = view_actions(self)
        self.invert, self.heatmap, self.blocks = self.actions_by["window"][0], *self.actions_by["heatmap"]
        self._lay_out()
        for group in self.actions_by.values():
            self.stage.side.addActions(group)  # whose window of its own has these keys too
        self.stage.looked.connect(self._changed)
        self.stage.held.connect(self._held)
        self.stage.compared.connect(self._follow_compare)
        self.stage.placed.connect(self._enable)
        self.view.looked.connect(self._say)
        self.stage.other.looked.connect(self._say)
        self.view.blinked.connect(self._say)
        self.pen.changed.connect(self._say)
        self.show_nothing("")

    @property
    def steps(self) -> QUndoStack:
        """What can be taken back on the radiograph that is shown."""
        return self.histories.current

    @property
    def view_actions(self) -> list[QAction]:
        """The actions of place and window, for a menu."""
        return [*self.actions_by["place"], *self.actions_by["window"]]

    @property
    def mark_actions(self) -> list[QAction]:
        return [*self.actions_by["undo"], *self.actions_by["marks"]]

    @property
    def compare_actions(self) -> list[QAction]:
        return self.actions_by["compare"]

    def show_nothing(self, message: str) -> None:
        """No radiograph: a sentence in its place."""
        self._show(None, None, None, message)

    def show_radiograph(self, radiograph: Radiograph, raster: Raster, voi: VOI) -> None:
        self.header.setToolTip(radiograph.file_name)
        self._show(radiograph, raster, voi, wording.header_line(radiograph, shape=(raster.rows, raster.columns)))

    def show_saliency(self, saliency: Saliency | None) -> None:
        """Lay the heatmap over the radiograph, or say that there is none (yet)."""
        self._saliency = saliency
        self.view.show_saliency(saliency)
        there = self.view.heatmap is not None
        for switch in self.actions_by["heatmap"]:
            switch.setEnabled(there)
        for control in (self.opacity, self.cut_off, self.colours):
            control.setEnabled(there)
        self.legend.setVisible(there)
        self.grid.setVisible(saliency is not None)
        self._say()

    def allow_marks(self, allowed: bool) -> None:
        """Whether marks can be kept; where nothing is kept there are none."""
        self._may_mark = allowed
        self._enable()

    def show_histogram(self, shown: bool) -> None:
        self.histogram.setVisible(shown)

    def view_recipe(self) -> str | None:
        """What is on the screen, as it is kept with a conclusion; None without a radiograph."""
        recipe = self.view.recipe()
        return None if recipe is None else written(recipe)

    def take_up(self, tool: MarkKind, on: bool) -> None:
        if on or self.pen.tool is tool:
            self.pen.take_up(tool if on else None)

    def compare_with(self, other: Shown, title: str = "") -> None:
        """Show a second radiograph beside this one, which has `title`, or its file's name, above it."""
        if self.radiograph is not None and self.view.raster is not None:
            one = Shown(title or self.radiograph.file_name, self.radiograph.acquisition, self.view.raster, self.view.look.voi)
            self.stage.compare(one, other)

    def set_mode(self, mode: Mode) -> None:
        if self.stage.comparing:
            self.stage.set_mode(mode)
        self._enable()

    def step_back(self) -> bool:
        """Leave what was begun last: a mark, a tool, the comparison; whether there was any."""
        return self.pen.let_go() or self.stage.leave()

    # Following

    def _show(self, radiograph: Radiograph | None, raster: Raster | None, voi: VOI | None, message: str) -> None:
        self.stage.leave()
        self.pen.take_up(None)
        left = None if self.view.raster is None else self.view.look
        held = self.histories.turn_to("" if radiograph is None else radiograph.id, left)
        self.radiograph = radiograph
        self.stage.bar.acquisition = Acquisition() if radiograph is None else radiograph.acquisition
        self.view.show_raster(raster, voi, message)
        if held is not None:
            self.view.apply(self.view.look.placed_as(held))
        self.pen.show_marks(self.stage.bar.acquisition, (), "")
        self.show_saliency(None)
        self._enable()

    def _changed(self, before: tuple[Look, ...], after: tuple[Look, ...], why: str) -> None:
        if self.view.raster is not None:
            compared = self._comparison

            def gone() -> bool:
                return before[0] == after[0] and not self._compares(compared)

            self.steps.push(Change(before, after, why, partial(self._put, compared), gone))

    def _held(self, before: Together, after: Together, why: str) -> None:
        compared = self._comparison
        if self._compares(compared):
            self.steps.push(Change(before, after, why, self._hold, lambda: not self._compares(compared)))

    def _hold(self, together: Together) -> None:
        self.stage.hold(together)
        self._enable()

    def _compares(self, comparison: int) -> bool:
        """Whether the same second radiograph is still compared."""
        return self.stage.comparing and comparison == self._comparison

    def _put(self, comparison: int, looks: tuple[Look, ...]) -> None:
        """Look so again; the second radiograph only while it is the one that was compared then."""
        self.stage.put(looks if self._compares(comparison) else looks[:1])

    def _follow_compare(self, comparing: bool) -> None:
        self.compare_bar.setVisible(comparing)
        self.scale.setVisible(comparing)
        self._comparison += 1
        self.histories.drop_gone()
        self._enable()
        self._say()

    def _enable(self) -> None:
        there, comparing = self.view.raster is not None, self.stage.comparing
        for one in (*self.actions_by["place"], *self.actions_by["window"], self.actions_by["compare"][0]):
            one.setEnabled(there)
        for one in self.actions_by["compare"][1:]:
            one.setEnabled(comparing)
            if one.data():
                one.setChecked(comparing and one.data() == self.stage.mode.value)
        apart = self.compare_actions[4]
        apart.setVisible(self.stage.second_screen is not None)
        apart.setEnabled(comparing and self.stage.mode is Mode.SIDE and self.stage.second_screen is not None)
        with QSignalBlocker(apart):
            apart.setChecked(self.stage.apart)
        self.share.setEnabled(comparing and self.stage.mode is Mode.BLEND)
        for one in self.actions_by["marks"]:
            one.setVisible(self._may_mark)
        self._say()

    def _say(self) -> None:
        """Bring every control and line to what the view, the marks and the map are."""
        look, pen = self.view.look, self.pen
        switches = ((self.invert, look.inverted), (self.heatmap, look.heat_shown), (self.blocks, look.enlarging == "nearest"))
        for switch, on in switches:
            with QSignalBlocker(switch):
                switch.setChecked(on)
        for bar, value in ((self.opacity, look.opacity), (self.cut_off, look.cut_off), (self.share, self.stage.together.share)):
            with QSignalBlocker(bar):
                bar.setValue(round(100 * value))
        if self.colours.currentText() != look.colour_map:
            with QSignalBlocker(self.colours):
                self.colours.setCurrentText(look.colour_map)
            self.legend.setPixmap(QPixmap.fromImage(image_of(colour_bar(look.colour_map, LEGEND))))
        for one in self.actions_by["marks"]:
            if one.data():
                with QSignalBlocker(one):
                    one.setChecked(pen.tool is not None and one.data() == pen.tool.value)
                one.setEnabled(self._may_mark and self.radiograph is not None)
        after, words, away = self.actions_by["marks"][-3:]
        after.setEnabled(bool(pen.marks))
        words.setEnabled(pen.may_change())
        away.setEnabled(pen.may_change())
        self.scale.setText(self.stage.scale_said)
        self.header.setText(self._what_is_shown())
        self.said.setText("   \N{MIDDLE DOT}   ".join(self._parts()))
        self.grid.setText("" if self._saliency is None else saliency_line(self._saliency, blocks=look.enlarging == "nearest"))
        self.grid.setToolTip(self.grid.text())

    def _what_is_shown(self) -> str:
        """The radiograph's side, view, size and spacing; beside the side, that the screen exchanges left and right."""
        if self.radiograph is None or self.view.raster is None:
            return ""
        line = wording.header_line(self.radiograph, shape=(self.view.raster.rows, self.view.raster.columns))
        return f"{self.tr('SHOWN MIRRORED')}   \N{MIDDLE DOT}   {line}" if self.view.look.flip else line

    def _parts(self) -> list[str]:
        """Window, zoom, turn, the chosen mark, and what is covered."""
        look, pen = self.view.look, self.pen
        if self.view.raster is None or self.radiograph is None:
            return []
        window = look.window
        parts = [
            self.tr("window {low} to {high}").format(low=f"{window.low:.2f}", high=f"{window.high:.2f}"),
            self.tr("zoom {share} %").format(share=f"{100 * look.scale:.0f}"),
        ]
        if look.rotation:
            parts.append(f"{look.rotation:.0f}\N{DEGREE SIGN}")
        if look.flip:
            parts.append(self.tr("mirrored"))
        mark = pen.chosen_mark()
        if mark is not None:
            parts.append(f"{pen.said(mark) or mark.shape.kind.value} ({mark.examiner}, {wording.clock(mark.at)})")
        elif pen.tool is not None:
            parts.append(self._how(pen.tool))
        if pen.covered:
            parts.append(self.tr("covered until your observation is locked: {n} of another examiner's marks").format(n=pen.covered))
        return parts

    def _how(self, tool: MarkKind) -> str:
        """What the tool waits for, and in which unit it will measure."""
        trusted = self.radiograph is not None and self.radiograph.acquisition.spacing_trusted
        return {
            MarkKind.RULER: self.tr("ruler: set two points")
            + ("" if trusted else self.tr("; in pixels, as no spacing is calibrated at the hand")),
            MarkKind.ANGLE: self.tr("angle: set arm, apex, arm"),
            MarkKind.ARROW: self.tr("arrow: set tail, then tip"),
            MarkKind.TEXT: self.tr("text: set its place, then write"),
        }[tool]

    # Making

    def _lay_out(self) -> None:
        self.share = slider(0, 100, 50, self.tr("How much of the second radiograph is seen"))
        self.share.setFixedWidth(110)
        self.share.valueChanged.connect(lambda value: self.stage.set_share(value / 100))
        self.compare_bar = _bar(self.compare_actions[1:4])
        self.compare_bar.addWidget(self.share)
        self.compare_bar.addActions(self.compare_actions[4:])
        self.compare_bar.addWidget(tool_button("\N{MULTIPLICATION SIGN}", self.tr("Leave the comparison"), self.stage.leave))
        self.scale = label("", "header", wrap=True, says=self.tr("Whether the two are shown at the same scale"))
        for one in (self.compare_bar, self.scale):
            one.hide()
        place, marks = self.actions_by["place"], self.actions_by["marks"]
        bar = ToolRow([[*place[:6], place[8], self.invert, place[9]], marks[:4], self.compare_actions[:1]])
        heat = self._heatmap_bar()
        below = QVBoxLayout()
        below.setContentsMargins(8, 2, 8, 2)
        below.setSpacing(0)
        below.addWidget(self.said)
        below.addWidget(self.grid)
        column = scrolled(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, bar, self.compare_bar, self.scale, self.notice):
            column.addWidget(widget)
        column.addWidget(self.stage, 1)
        column.addWidget(self.histogram)
        column.addWidget(heat)
        column.addLayout(below)

    def _heatmap_bar(self) -> QWidget:
        bar = QWidget()  # no tool bar: what does not fit there is hidden, and these are needed in every language
        row = Flow(bar)
        row.setContentsMargins(6, 2, 6, 2)
        for one in self.actions_by["heatmap"]:
            row.addWidget(tool(one))
        self.opacity = slider(0, 100, 45, self.tr("Opacity of the heatmap"))
        self.opacity.valueChanged.connect(lambda value: self.view.set_opacity(value / 100))
        self.cut_off = slider(0, 95, 0, self.tr("Cut-off: below this share of the peak nothing is laid over"))
        self.cut_off.valueChanged.connect(lambda value: self.view.set_cut_off(value / 100))
        self.colours = QComboBox()
        self.colours.addItems(COLOUR_MAPS)
        self.colours.setAccessibleName(self.tr("Colour map"))
        self.colours.setToolTip(self.tr("Colour map: each grows steadily lighter, so that it is read in gray print too"))
        self.colours.currentTextChanged.connect(self._choose_colours)
        self.legend = QLabel()
        self.legend.setPixmap(QPixmap.fromImage(image_of(colour_bar(self.colours.currentText(), LEGEND))))
        self.legend.setAccessibleName(self.tr("Colour bar: no response on the left, the map's peak on the right"))
        self.legend.setToolTip(self.legend.accessibleName())
        self.grid = label("", "faint")
        self.grid.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.grid.setAccessibleName(self.tr("Method, layer and grid of the heatmap"))
        for share, name in ((self.opacity, self.tr("opacity")), (self.cut_off, self.tr("cut-off"))):
            share.setFixedWidth(64)
            self._add_group(row, label(name, "faint"), share)
        self._add_group(row, self.colours, self.legend)
        return bar

    def _add_group(self, row: Flow, *parts: QWidget) -> None:
        """What stays together in one row."""
        group = QWidget()
        group.setFixedHeight(self.colours.sizeHint().height())
        inside = QHBoxLayout(group)
        inside.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            inside.addWidget(part)
        row.addWidget(group)
        row.begin_group(group)

    def _choose_colours(self, name: str) -> None:
        self.legend.setPixmap(QPixmap.fromImage(image_of(colour_bar(name, LEGEND))))
        self.view.set_colour_map(name)


def _bar(actions: list[QAction]) -> QToolBar:
    bar = QToolBar()
    bar.setMovable(False)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    bar.addActions(actions)
    return bar


def saliency_line(saliency: Saliency, *, blocks: bool) -> str:
    """What the map explains, how it was made, and how coarse it really is."""
    grid = f"{saliency.grid[0]} \N{MULTIPLICATION SIGN} {saliency.grid[1]}"
    if saliency.map is None:
        return wording.tr("no map: the network's response was flat ({method}, {grid})").format(
            method=method_name(saliency.method), grid=grid
        )
    shown = wording.tr("as it is") if blocks else wording.tr("smoothed")
    said = wording.tr("{grid} {shown}  \N{MIDDLE DOT}  {method} for {explains}  \N{MIDDLE DOT}  peak {peak}  \N{MIDDLE DOT}  {layer}")
    return said.format(
        method=method_name(saliency.method),
        explains=explains_word(saliency.explains),
        layer=saliency.layer,
        grid=grid,
        shown=shown,
        peak=f"{saliency.peak:.3g}",
    )


def image_of(colours: NDArray[np.uint8]) -> QImage:
    """An image of its own from colours (rows, columns, 3)."""
    rows, columns = colours.shape[:2]
    return QImage(colours.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888).copy()
