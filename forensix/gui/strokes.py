"""How marks are drawn: their lines, ends and handles, in device-independent pixels, and where their words stand."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from forensix.gui.radiograph_view import RadiographView

EDGE = QColor(0, 0, 0, 190)


def box(words: str, at: QPointF, view: RadiographView) -> QRectF:
    """Where the words of a mark stand: beside its last point, inside the view."""
    measure = QFontMetricsF(view.font())
    width, height = measure.horizontalAdvance(words) + 10, measure.height() + 4
    beside = at.x() + 10 if at.x() + 10 + width <= view.width() else at.x() - 10 - width
    left = min(max(beside, 0.0), max(view.width() - width, 0.0))
    top = min(max(at.y() + 4, 0.0), max(view.height() - height, 0.0))
    return QRectF(left, top, width, height)


def strokes(painter: QPainter, paths: Sequence[QPainterPath], colour: QColor) -> None:
    """Lines with a dark edge, so that they are seen on bone and on air."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(EDGE, 4.0), QPen(colour, 1.6)):
        painter.setPen(pen)
        for path in paths:
            painter.drawPath(path)


def line(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path


def towards(start: QPointF, end: QPointF) -> QPointF:
    """One pixel from start towards end."""
    way = end - start
    length = math.hypot(way.x(), way.y())
    return way / length if length else QPointF(1.0, 0.0)


def tick(at: QPointF, other: QPointF) -> QPainterPath:
    way = towards(at, other)
    across = QPointF(-way.y(), way.x()) * 6
    return line([at - across, at + across])


def head(tail: QPointF, tip: QPointF) -> QPainterPath:
    way = towards(tail, tip)
    across = QPointF(-way.y(), way.x())
    return line([tip - way * 13 + across * 6, tip, tip - way * 13 - across * 6])


def ring(at: QPointF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(at, 4.5, 4.5)
    return path


def cross(at: QPointF, arm: float = 9.0) -> QPainterPath:
    path = line([at - QPointF(arm, 0), at + QPointF(arm, 0)])
    path.moveTo(at - QPointF(0, arm))
    path.lineTo(at + QPointF(0, arm))
    return path
