"""The calibration plots as vector drawings: Tippett, reliability, empirical cross-entropy; from the points that the record holds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from forensix.reporting import layout
from forensix.reporting.typeset import Style, Text

MALE, FEMALE, FAINT = layout.ACCENT, "#b5651d", "#9aa6b2"
TICK = Style(6.4, 8.0, colour=layout.GREY)
NAME = Style(7.6, 10.0, bold=True)
CAPTION = Style(7.2, 9.8, colour=layout.GREY)
GUTTER, SIDE, FOOT, HEAD, HIGH = 7 * mm, 8 * mm, 9 * mm, 5 * mm, 40 * mm
DASHED, DOTTED = (3, 2), (0.8, 1.6)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its ends, the places of its ticks, and its label."""

    low: float
    high: float
    ticks: tuple[float, ...]
    label: str

    def share(self, value: float) -> float:
        return (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)


class Plot:
    """Axes on a canvas; `x`, `y` in points to the lower left corner of the area that curves are drawn in."""

    def __init__(self, canvas: Canvas, x: float, y: float, width: float, across: Axis, up: Axis) -> None:
        self.canvas, self.x, self.y, self.width = canvas, x, y, width
        self.across, self.up = across, up

    def at(self, point: Point) -> Point:
        return self.x + self.across.share(point[0]) * self.width, self.y + self.up.share(point[1]) * HIGH

    def frame(self, title: str) -> None:
        """Title, grid, ticks and labels."""
        self._say(title, self.x - SIDE, self.y + HIGH + 1.2 * mm, self.width + SIDE, NAME)
        for value in self.across.ticks:
            x, _ = self.at((value, self.up.low))
            self.line([(value, self.up.low), (value, self.up.high)], layout.RULE, 0.3)
            self._say(_number(value), x - 12, self.y - 9, 24, TICK.but(align="centre"))
        for value in self.up.ticks:
            _, y = self.at((self.across.low, value))
            self.line([(self.across.low, value), (self.across.high, value)], layout.RULE, 0.3)
            self._say(_number(value), self.x - SIDE, y - 3.6, SIDE - 3, TICK.but(align="right"))
        self.canvas.setStrokeColor(HexColor(layout.GREY))
        self.canvas.setLineWidth(0.5)
        self.canvas.rect(self.x, self.y, self.width, HIGH, stroke=1, fill=0)
        self._say(self.across.label, self.x - SIDE, self.y - 19, self.width + SIDE, TICK.but(align="centre"))

    def line(self, points: Sequence[Point], colour: str, width: float = 1.0, dash: tuple[float, float] | None = None) -> None:
        path = self.canvas.beginPath()
        for index, point in enumerate(points):
            (path.lineTo if index else path.moveTo)(*self.at(point))
        self.canvas.saveState()
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(width)
        self.canvas.setLineJoin(1)
        if dash:
            self.canvas.setDash(*dash)
        self.canvas.drawPath(path, stroke=1, fill=0)
        self.canvas.restoreState()

    def dot(self, point: Point, colour: str) -> None:
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.circle(*self.at(point), 1.5, stroke=0, fill=1)

    def key(self, entries: Sequence[tuple[str, str, tuple[float, float] | None]], x: float, y: float) -> None:
        """(name, colour, dash) of the curves, one under the other, from a place in shares of the area."""
        left, top = self.x + x * self.width, self.y + y * HIGH
        for index, (name, colour, dash) in enumerate(entries):
            middle = top - 8 * index
            self.canvas.saveState()
            self.canvas.setStrokeColor(HexColor(colour))
            self.canvas.setLineWidth(1.1)
            if dash:
                self.canvas.setDash(*dash)
            self.canvas.line(left, middle, left + 11, middle)
            self.canvas.restoreState()
            self._say(name, left + 14, middle - 3.6, self.width, TICK)

    def _say(self, words: str, x: float, y: float, width: float, style: Style) -> None:
        text = Text(words, style)
        text.wrap(width, style.leading)
        text.drawOn(self.canvas, x, y)


class CalibrationPlots(Flowable):  # type: ignore[misc]
    """Three plots side by side, each with its caption."""

    def __init__(self, evidence: dict[str, Any]) -> None:
        super().__init__()
        self.evidence = evidence
        self.captions = [Text(words, CAPTION) for words in _captions(evidence)]
        self.spaceBefore, self.spaceAfter = 4, 8

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.width = available
        self.column = (available - 2 * GUTTER) / 3
        self.notes = max(caption.wrap(self.column, height)[1] for caption in self.captions)
        self.height = HEAD + HIGH + FOOT + self.notes
        return available, self.height

    def draw(self) -> None:
        for index, plot in enumerate((_tippett, _reliability, _cross_entropy)):
            left = index * (self.column + GUTTER)
            plot(self.canv, left + SIDE, self.notes + FOOT, self.column - SIDE, self.evidence)
            self.captions[index].drawOn(self.canv, left, self.notes - self.captions[index].height)


def _tippett(canvas: Canvas, x: float, y: float, width: float, evidence: dict[str, Any]) -> None:
    curves = evidence["tippett"]
    reach = max(1.0, math.ceil(max(abs(point[0]) for curve in curves.values() for point in curve)))
    ticks = tuple(float(step) for step in range(-int(reach), int(reach) + 1))
    plot = Plot(canvas, x, y, width, Axis(-reach, reach, ticks, "log10 likelihood ratio"), Axis(0, 1, (0, 0.5, 1), ""))
    plot.frame("Tippett plot")
    plot.line([(0, 0), (0, 1)], FAINT, 0.8)
    for name, colour, dash in (("male", MALE, None), ("female", FEMALE, DASHED)):
        curve = [(step, share) for step, share in curves[name]]
        plot.line([(-reach, curve[0][1]), *curve, (curve[-1][0], 0.0), (reach, 0.0)], colour, 1.1, dash)
    plot.key((("males", MALE, None), ("females", FEMALE, DASHED)), 0.06, 0.17)


def _reliability(canvas: Canvas, x: float, y: float, width: float, evidence: dict[str, Any]) -> None:
    axis = Axis(0, 1, (0, 0.5, 1), "probability of male, at the test's sex ratio")
    plot = Plot(canvas, x, y, width, axis, Axis(0, 1, (0, 0.5, 1), ""))
    plot.frame("Reliability plot")
    plot.line([(0, 0), (1, 1)], FAINT, 0.8, DASHED)
    for mean, share, low, high, _ in evidence["reliability"]:
        plot.line([(mean, low), (mean, high)], MALE, 0.7)
        plot.dot((mean, share), MALE)


def _cross_entropy(canvas: Canvas, x: float, y: float, width: float, evidence: dict[str, Any]) -> None:
    curves = evidence["empirical_cross_entropy"]
    odds = curves["log10_prior_odds"]
    top = max(1.0, math.ceil(10 * max(curves["reported"])) / 10)
    across = Axis(odds[0], odds[-1], tuple(float(step) for step in range(math.ceil(odds[0]), math.floor(odds[-1]) + 1)), "log10 prior odds")
    plot = Plot(canvas, x, y, width, across, Axis(0, top, (0, 0.5, 1), ""))
    plot.frame("Empirical cross-entropy, bits")
    drawn = (
        ("no_ratio", "no ratio", FAINT, DOTTED),
        ("recalibrated", "recalibrated", FEMALE, DASHED),
        ("reported", "as reported", MALE, None),
    )
    for key, _, colour, dash in drawn:
        plot.line(list(zip(odds, curves[key], strict=True)), colour, 1.1, dash)
    plot.key([(name, colour, dash) for _, name, colour, dash in reversed(drawn)], 0.04, 0.93)


def _captions(evidence: dict[str, Any]) -> tuple[str, str, str]:
    tested = f"{evidence['n_male']} males and {evidence['n_female']} females"
    return (
        f"Share of {tested} whose bounded ratio is at least as large. Females right of 0 and males left of it are misleading.",
        f"Observed share of males against the probability from the unbounded ratio, ten bins of {evidence['n']} hands, 95 % intervals.",
        "Cost at each prior: of the ratios as reported, after the best recalibration on the truth, and without any ratio.",
    )


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")
