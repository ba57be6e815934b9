"""Marks on a radiograph: ruler, angle, arrow and text; what they measure, and in which unit it may be said."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from forensix.domain.case import Acquisition

Point = tuple[float, float]
"""(x, y) in pixels of the radiograph as received, from its top left corner, right and down."""

LONGEST_TEXT = 500


class MarkKind(StrEnum):
    RULER = "ruler"
    ANGLE = "angle"
    ARROW = "arrow"
    TEXT = "text"


POINTS = {MarkKind.RULER: 2, MarkKind.ANGLE: 3, MarkKind.ARROW: 2, MarkKind.TEXT: 1}
"""How many points each kind has: a ruler's ends; an angle's arm, apex, arm; an arrow's tail and tip; a text's place."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What was drawn.

    Raises
    ------
    ValueError
        A number of points that the kind does not have, points that are not finite, a text mark without text, or too long a text.
    """

    kind: MarkKind
    points: tuple[Point, ...]
    text: str = ""

    def __post_init__(self) -> None:
        if len(self.points) != POINTS[self.kind]:
            raise ValueError(f"a mark of kind {self.kind} has {POINTS[self.kind]} points, not {len(self.points)}")
        if not all(math.isfinite(part) for point in self.points for part in point):
            raise ValueError("a mark has a point that is nowhere")
        if self.kind is MarkKind.TEXT and not self.text.strip():
            raise ValueError("a text mark has text")
        if len(self.text) > LONGEST_TEXT:
            raise ValueError(f"a mark's text has at most {LONGEST_TEXT} characters")


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape on a radiograph, who drew it as it is now, and when.

    Parameters
    ----------
    examiner : str
        The name of who drew it.
    """

    id: str
    radiograph_id: str
    examiner_id: str
    examiner: str
    shape: Shape
    at: datetime


@dataclass(frozen=True, slots=True)
class Measure:
    """What a ruler or an angle says; `unit` is "mm", "px" or "degrees"."""

    value: float
    unit: str

    def __str__(self) -> str:
        if self.unit == "degrees":
            return f"{self.value:.1f}\N{DEGREE SIGN}"
        return f"{self.value:.1f} mm" if self.unit == "mm" else f"{self.value:.0f} px"


def measured(shape: Shape, acquisition: Acquisition) -> Measure | None:
    """What a shape measures: millimetres only where the radiograph's pixel spacing is calibrated at the hand, otherwise pixels.

    An angle is that of the anatomy only where a pixel is known to be as high as wide, or how much it is not: it takes the spacing where
    the file declares one, calibrated or not, as only its ratio matters.
    """
    spacing = acquisition.pixel_spacing_mm
    if shape.kind is MarkKind.RULER:
        down, across = spacing if spacing is not None and acquisition.spacing_trusted else (1.0, 1.0)
        (x, y), (to_x, to_y) = shape.points
        length = math.hypot((to_x - x) * across, (to_y - y) * down)
        return Measure(length, "mm" if spacing is not None and acquisition.spacing_trusted else "px")
    if shape.kind is MarkKind.ANGLE:
        return Measure(_degrees(shape.points, spacing or (1.0, 1.0)), "degrees")
    return None


def _degrees(points: tuple[Point, ...], spacing: tuple[float, float]) -> float:
    """0..180 between the arms; 0 where an arm has no length."""
    down, across = spacing
    (x, y), (apex_x, apex_y), (to_x, to_y) = points
    one, other = ((x - apex_x) * across, (y - apex_y) * down), ((to_x - apex_x) * across, (to_y - apex_y) * down)
    return abs(math.degrees(math.atan2(one[0] * other[1] - one[1] * other[0], one[0] * other[0] + one[1] * other[1])))
