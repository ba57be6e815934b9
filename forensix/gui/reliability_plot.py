"""The reliability plot: how often hands given a probability of male are recorded as male, with intervals; no colour means a sex."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from forensix.gui.model_facts import Bin

LEFT, TOP, RIGHT, BOTTOM = 46, 12, 12, 40
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
DOT = 3.5


class ReliabilityPlot(QWidget):
    """Drawn by Qt itself, so that it is crisp on every screen and wears the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bins: tuple[Bin, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(self.tr("Reliability of the probability of male"))

    def show_bins(self, bins: Sequence[Bin]) -> None:
        self.bins = tuple(bins)
        said = self.tr("probability {probability}: {share} recorded as male ({low} to {high}), n = {n}")
        lines = [
            said.format(probability=f"{b.probability:.2f}", share=f"{b.share:.2f}", low=f"{b.low:.2f}", high=f"{b.high:.2f}", n=b.n)
            for b in self.bins
        ]
        self.setAccessibleDescription("\n".join(lines))
        self.setToolTip("\n".join(lines))
        self.setVisible(bool(self.bins))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(340, 270)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 270)

    def place(self, probability: float, share: float) -> QPointF:
        """Where a point of the plot lies in the widget."""
        across, down = self.width() - LEFT - RIGHT, self.height() - TOP - BOTTOM
        return QPointF(LEFT + probability * across, TOP + (1.0 - share) * down)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter)
        text = self.palette().text().color()
        for one in self.bins:
            painter.setPen(QPen(text, 1.5))
            painter.drawLine(self.place(one.probability, one.low), self.place(one.probability, one.high))
            painter.setBrush(text)
            painter.drawEllipse(self.place(one.probability, one.share), DOT, DOT)
            top = self.place(one.probability, one.high)
            above = QRectF(top.x() - 20, max(top.y() - 15, 0), 40, 14)
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(one.n))

    def _draw_frame(self, painter: QPainter) -> None:
        frame = QRectF(self.place(0, 1), self.place(1, 0))
        painter.fillRect(frame, self.palette().base())
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawRect(frame)
        painter.setPen(QPen(self.palette().mid().color(), 1, Qt.PenStyle.DashLine))
        painter.drawLine(self.place(0, 0), self.place(1, 1))
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        painter.setPen(self.palette().placeholderText().color())
        for tick in TICKS:
            across, up = self.place(tick, 0), self.place(0, tick)
            painter.drawText(QRectF(across.x() - 20, across.y() + 2, 40, 14), Qt.AlignmentFlag.AlignCenter, f"{tick:g}")
            painter.drawText(
                QRectF(up.x() - 36, up.y() - 7, 32, 14), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{tick:g}"
            )
        below = QRectF(LEFT, self.height() - 20, self.width() - LEFT - RIGHT, 18)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.tr("probability of male that the model gave"))
        painter.save()
        painter.translate(2, self.height() - BOTTOM)
        painter.rotate(-90)
        beside = QRectF(0, 0, self.height() - TOP - BOTTOM, 14)
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, self.tr("share recorded as male"))
        painter.restore()
