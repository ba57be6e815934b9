"""The middle column: what the radiograph is, the radiograph itself, and the controls of the view and of the heatmap."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolBar, QVBoxLayout, QWidget

from forensix.domain.case import Radiograph
from forensix.domain.examination import Saliency
from forensix.domain.view import VOI
from forensix.gui import wording
from forensix.gui.failure import Notice
from forensix.gui.heatmap import Heat, legend
from forensix.gui.parts import action, label, slider, spring
from forensix.gui.radiograph_view import RadiographView
from forensix.gui.raster import Raster


class RadiographColumn(QWidget):
    """Its actions are put into the View menu by the main window, so that each is reachable there too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = label("", "header", says=self.tr("What the radiograph is"))
        self.header.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.header.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.notice = Notice()
        self.view = RadiographView()
        self._saliency: Saliency | None = None
        self._heat: Heat | None = None
        self.window_label = label("", "faint")
        self._make_actions()
        bar = QToolBar()
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        bar.addActions(self.view_actions)
        bar.addWidget(spring())
        bar.addWidget(self.window_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(bar)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)
        column.addWidget(self._heatmap_bar())
        self.view.placed.connect(self._say_placement)
        self.view.windowed.connect(self._say_placement)
        self.show_nothing("")

    def show_nothing(self, message: str) -> None:
        """No radiograph: a sentence in its place."""
        self.header.setText("")
        self.view.show_raster(None, message=message)
        self.show_saliency(None, None)
        self._enable(False)

    def show_radiograph(self, radiograph: Radiograph, raster: Raster, voi: VOI) -> None:
        self.header.setText(wording.header_line(radiograph, shape=(raster.rows, raster.columns)))
        self.header.setToolTip(radiograph.file_name)
        self.view.show_raster(raster, voi)
        self.view.setAccessibleDescription(self.header.text())
        self.show_saliency(None, None)
        self._enable(True)
        with QSignalBlocker(self.invert):
            self.invert.setChecked(False)

    def show_saliency(self, saliency: Saliency | None, heat: Heat | None) -> None:
        """Lay the heatmap over the radiograph, or say that there is none (yet)."""
        self._saliency, self._heat = saliency, heat
        for control in (self.heatmap, self.blocks, self.opacity):
            control.setEnabled(heat is not None)
        self.legend.setVisible(heat is not None)
        self._lay_heat()

    # Making

    def _make_actions(self) -> None:
        view = self.view
        self.fit = action(self, self.tr("&Fit"), "0", self.tr("Fit the radiograph into the window"), view.fit)
        self.one_to_one = action(self, self.tr("&1:1"), "1", self.tr("One radiograph pixel to one screen pixel"), view.one_to_one)
        self.zoom_in = action(self, self.tr("Zoom in"), "+", self.tr("Zoom in"), lambda: view.zoom(1.25))
        self.zoom_out = action(self, self.tr("Zoom out"), "-", self.tr("Zoom out"), lambda: view.zoom(0.8))
        self.invert = action(self, self.tr("&Invert"), "I", self.tr("Invert black and white"), view.set_inverted, checked=False)
        self.reset = action(self, self.tr("&Reset"), "R", self.tr("Back to the file's own window, fitted"), self._reset)
        self.heatmap = action(self, self.tr("&Heatmap"), "H", self.tr("Heatmap on or off"), view.set_heatmap_shown, checked=True)
        self.blocks = action(
            self, self.tr("&Blocks"), "B", self.tr("Show the map's own grid instead of smoothing it"), self._lay_heat, checked=False
        )
        self.zoom_in.setIconText("+")
        self.zoom_out.setIconText("\N{MINUS SIGN}")

    @property
    def view_actions(self) -> list[QAction]:
        return [self.fit, self.one_to_one, self.zoom_in, self.zoom_out, self.invert, self.reset]

    def _heatmap_bar(self) -> QWidget:
        bar = QToolBar()
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        bar.addAction(self.heatmap)
        bar.addAction(self.blocks)
        self.opacity = slider(0, 100, round(100 * self.view.opacity), self.tr("Opacity of the heatmap"))
        self.opacity.setFixedWidth(110)
        self.opacity.valueChanged.connect(lambda value: self.view.set_opacity(value / 100))
        self.legend = QLabel()
        self.legend.setPixmap(QPixmap.fromImage(image_of(legend())))
        self.legend.setAccessibleName(self.tr("Colour bar: no response on the left, the map's peak on the right"))
        self.legend.setToolTip(self.legend.accessibleName())
        self.grid = label("", "faint")
        self.grid.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.grid.setAccessibleName(self.tr("Method, layer and grid of the heatmap"))
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(6, 0, 6, 0)
        row.addWidget(self.opacity)
        row.addWidget(self.legend)
        row.addWidget(self.grid, 1)
        bar.addWidget(inside)
        return bar

    def _lay_heat(self, blocks: bool = False) -> None:
        """Put the map on the view, as blocks or smoothed, and say which."""
        heat, saliency, blocks = self._heat, self._saliency, self.blocks.isChecked()
        self.view.show_heatmap(None if heat is None else image_of(heat.blocks if blocks else heat.smooth), smooth=not blocks)
        self.grid.setText("" if saliency is None else saliency_line(saliency, blocks=blocks))
        self.grid.setToolTip(self.grid.text())

    def _enable(self, enabled: bool) -> None:
        for one in self.view_actions:
            one.setEnabled(enabled)

    def _reset(self) -> None:
        self.view.reset()
        with QSignalBlocker(self.invert):
            self.invert.setChecked(False)

    def _say_placement(self) -> None:
        if self.view.raster is None:
            self.window_label.clear()
            return
        window = self.view.window_edges()
        zoom = self.view.placement.scale * self.devicePixelRatioF()
        self.window_label.setText(
            self.tr("window {low} to {high}  \N{MIDDLE DOT}  {zoom} %").format(
                low=f"{window.low:.2f}", high=f"{window.high:.2f}", zoom=f"{100 * zoom:.0f}"
            )
        )


def saliency_line(saliency: Saliency, *, blocks: bool) -> str:
    """What the map explains, how it was made, and how coarse it really is."""
    grid = f"{saliency.grid[0]} \N{MULTIPLICATION SIGN} {saliency.grid[1]}"
    if saliency.map is None:
        return wording.tr("no map: the network's response was flat ({method}, {grid})").format(method=saliency.method, grid=grid)
    shown = wording.tr("as it is") if blocks else wording.tr("smoothed")
    said = wording.tr("{grid} {shown}  \N{MIDDLE DOT}  {method} for {explains}  \N{MIDDLE DOT}  peak {peak}  \N{MIDDLE DOT}  {layer}")
    return said.format(
        method=saliency.method, explains=saliency.explains, layer=saliency.layer, grid=grid, shown=shown, peak=f"{saliency.peak:.3g}"
    )


def image_of(colours: NDArray[np.uint8]) -> QImage:
    """An image of its own from colours (rows, columns, 3)."""
    rows, columns = colours.shape[:2]
    return QImage(colours.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888).copy()
