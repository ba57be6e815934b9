"""The strip from female to male: the likelihood ratio on a log scale, the rule's thresholds, and the bound that the data support."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from forensix.domain.examination import SexEstimate
from forensix.gui import wording

MARGIN = 12.0
BAR_TOP, BAR_HEIGHT = 34.0, 18.0


class EstimateStrip(QWidget):
    """Place and pattern say everything; no colour means a sex.

    The bar is plain where the rule would decide, hatched between its two thresholds, and ends in brackets at the bound: nothing beyond
    is supported by the calibration data, so nothing is drawn there but the faint axis.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.estimate: SexEstimate | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # an axis of numbers is not turned round with the writing
        self.setAccessibleName(self.tr("Likelihood ratio from female to male"))

    def show_estimate(self, estimate: SexEstimate | None) -> None:
        self.estimate = estimate
        if estimate is not None:
            female, male = wording.bounds_of(estimate)
            said = self.tr("log10 likelihood ratio {value}; decides female below {female} and male above {male}; bound {low} to {high}.")
            low, high = estimate.log10_lr_bound
            values = {"value": estimate.log10_lr, "female": female, "male": male, "low": low, "high": high}
            text = said.format(**{name: _signed(value) for name, value in values.items()})
            self.setAccessibleDescription(text)
            self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 86)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 86)

    def reach(self) -> float:
        """The axis runs from minus this to plus this, in log10 units."""
        if self.estimate is None:
            return 2.0
        values = [*self.estimate.log10_lr_bound, *wording.bounds_of(self.estimate), self.estimate.log10_lr]
        return max(1.0, *(abs(value) for value in values if math.isfinite(value))) * 1.12

    def position(self, log10_lr: float) -> float:
        """Horizontal place of a log10 likelihood ratio, in widget coordinates."""
        share = (log10_lr / self.reach() + 1.0) / 2.0
        return MARGIN + min(max(share, 0.0), 1.0) * (self.width() - 2 * MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # female stays at the left, whichever way the language is written
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_axis(painter)
        if self.estimate is not None and math.isfinite(self.estimate.log10_lr):
            self._draw_bar(painter, self.estimate)
            self._draw_thresholds(painter, self.estimate)
            self._draw_marker(painter, self.estimate)

    def _draw_axis(self, painter: QPainter) -> None:
        middle = BAR_TOP + BAR_HEIGHT / 2
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawLine(QPointF(MARGIN, middle), QPointF(self.width() - MARGIN, middle))
        painter.setPen(self.palette().text().color())
        ends = QRectF(MARGIN, 0, self.width() - 2 * MARGIN, 16)
        painter.drawText(ends, Qt.AlignmentFlag.AlignLeft, "\N{LEFTWARDS ARROW} " + self.tr("female"))
        painter.drawText(ends, Qt.AlignmentFlag.AlignRight, self.tr("male") + " \N{RIGHTWARDS ARROW}")

    def _draw_bar(self, painter: QPainter, estimate: SexEstimate) -> None:
        low, high = (self.position(value) for value in estimate.log10_lr_bound)
        bar = QRectF(low, BAR_TOP, high - low, BAR_HEIGHT)
        painter.fillRect(bar, self.palette().mid())
        female, male = (min(max(self.position(value), low), high) for value in wording.bounds_of(estimate))
        between = QRectF(female, BAR_TOP, male - female, BAR_HEIGHT)
        painter.fillRect(between, self.palette().base())
        painter.fillRect(between, QBrush(self.palette().mid().color(), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(self.palette().text().color(), 2))
        for place, inwards in ((low, 5.0), (high, -5.0)):
            top, bottom = QPointF(place, BAR_TOP - 3), QPointF(place, BAR_TOP + BAR_HEIGHT + 3)
            painter.drawPolyline([top + QPointF(inwards, 0), top, bottom, bottom + QPointF(inwards, 0)])

    def _draw_thresholds(self, painter: QPainter, estimate: SexEstimate) -> None:
        below = BAR_TOP + BAR_HEIGHT
        painter.setPen(QPen(self.palette().text().color(), 1, Qt.PenStyle.DashLine))
        for value in wording.bounds_of(estimate):
            place = self.position(value)
            painter.drawLine(QPointF(place, BAR_TOP - 4), QPointF(place, below + 8))
            self._label(painter, place, below + 8, _ratio(value))
        self._label(painter, self.position(0.0), below + 8, "1")

    def _label(self, painter: QPainter, place: float, top: float, text: str) -> None:
        width = painter.fontMetrics().horizontalAdvance(text) + 4.0
        left = min(max(place - width / 2, 0.0), self.width() - width)
        painter.drawText(QRectF(left, top, width, 18), Qt.AlignmentFlag.AlignHCenter, text)

    def _draw_marker(self, painter: QPainter, estimate: SexEstimate) -> None:
        place, middle = self.position(estimate.log10_lr), BAR_TOP + BAR_HEIGHT / 2
        corners = ((0, -13), (8, 0), (0, 13), (-8, 0))
        diamond = QPolygonF([QPointF(place + across, middle + down) for across, down in corners])
        painter.setPen(QPen(self.palette().base().color(), 2))
        painter.setBrush(self.palette().text())
        painter.drawPolygon(diamond)


def _signed(value: float) -> str:
    return f"{value:+.2f}" if math.isfinite(value) else "none"


def _ratio(log10_lr: float) -> str:
    """A likelihood ratio as it is spoken: 19, or 1/19 below one."""
    text = wording.number(10.0 ** abs(log10_lr))
    return text if log10_lr >= 0 else f"1/{text}"
