"""The scale bar over a radiograph: how long a round number of millimetres is on the screen; no part of the picture or its recipe."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QPainter

from forensix.domain.case import Acquisition
from forensix.gui import strokes
from forensix.gui.radiograph_view import RadiographView
from forensix.gui.wording import isolated, tr

COLOUR = QColor("#f2f4f7")
MARGIN = 14.0
"""From the lower left corner, in device-independent pixels."""
LONGEST = 0.25
"""Of the view's width."""


class ScaleBar:
    """Lies in the lower left corner of a view while the pixel spacing of what is shown is known, and says whose spacing it is."""

    def __init__(self, view: RadiographView) -> None:
        self.view = view
        self.acquisition = Acquisition()

    @property
    def mm_per_pixel(self) -> float:
        """Millimetres across one device-independent pixel of the view, as it is zoomed and turned now; 0 where they are not known."""
        spacing = self.acquisition.pixel_spacing_mm
        if spacing is None or self.view.raster is None:
            return 0.0
        way = self.view.to_radiograph(QPointF(1.0, 0.0)) - self.view.to_radiograph(QPointF(0.0, 0.0))
        return math.hypot(way.x() * spacing[1], way.y() * spacing[0])

    def length_mm(self, width: float) -> float:
        """The longest of 1, 2 or 5 times a power of ten that finds room in a view of that width; 0 without a scale."""
        return _round(self.mm_per_pixel * width * LONGEST)

    def words(self, length_mm: float) -> str:
        """How long, and where that is true."""
        said = f"{length_mm / 10:g} cm" if length_mm >= 10 else f"{length_mm:g} mm"
        return f"{isolated(said)}, {self._whose()}"

    def paint(self, painter: QPainter, room: QSize) -> None:
        """Draw it into the lower left corner of a view of that size."""
        length = self.length_mm(room.width())
        if not length:
            return
        words = self.words(length)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start = QPointF(MARGIN, room.height() - MARGIN)
        end = start + QPointF(length / self.mm_per_pixel, 0.0)
        strokes.strokes(painter, [strokes.line([start, end]), strokes.tick(start, end), strokes.tick(end, start)], COLOUR)
        measure = QFontMetricsF(self.view.font())
        box = QRectF(start.x(), start.y() - 10 - measure.height(), measure.horizontalAdvance(words) + 10, measure.height() + 2)
        painter.fillRect(box, strokes.EDGE)
        painter.setPen(COLOUR)
        painter.setLayoutDirection(QGuiApplication.layoutDirection())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _whose(self) -> str:
        if self.acquisition.spacing_trusted:
            return tr("calibrated")
        of_a_picture = self.acquisition.transfer_syntax[:1].isalpha()  # a format in words; a DICOM file has a number there
        return tr("by the file's dots per inch") if of_a_picture else tr("at the detector, not at the hand")


def _round(room: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is not above `room`; 0 of nothing."""
    if room <= 0.0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(room))
    return max((step * power for step in (1.0, 2.0, 5.0) if step * power <= room), default=power)
