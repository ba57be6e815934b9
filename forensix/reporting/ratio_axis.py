"""The likelihood ratio on a line: where it lies between both propositions, the words of the scale, and the bound of the validation."""

from __future__ import annotations

import math
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from forensix.domain.examination import SexEstimate
from forensix.reporting import layout, wording
from forensix.reporting.typeset import Style, Text

WIDEST = 4.0  # log10 shown at least is 2, at most this
BAND, ABOVE, BELOW = 5 * mm, 7 * mm, 7.5 * mm
TINTS = ("#eef2f6", "#dfe6ee", "#cdd8e3", "#b9c8d8", "#a4b7cb", "#8fa6be", "#7a95b1")
TINY = Style(6.8, 8.4, colour=layout.GREY, align="centre")


class RatioAxis(Flowable):  # type: ignore[misc]
    """Female on the left, male on the right, log10 steps; grey beyond what the validation supports. One colour: neither side is better."""

    def __init__(self, sex: SexEstimate, scale: dict[str, Any]) -> None:
        super().__init__()
        self.sex, self.bands = sex, scale.get("band", [])
        furthest = max(abs(edge) for edge in (*sex.log10_lr_bound, sex.log10_lr))
        self.reach = min(max(2.0, float(math.ceil(furthest))), WIDEST)
        self.spaceBefore, self.spaceAfter = 2, 6

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.width, self.height = available, BAND + ABOVE + BELOW
        return self.width, self.height

    def draw(self) -> None:
        for sign in (-1, 1):
            for index, band in enumerate(self.bands):
                self._band(sign, index, band)
        self._beyond()
        self._ticks()
        self._marker()

    def _x(self, log10_lr: float) -> float:
        held = min(max(log10_lr, -self.reach), self.reach)
        return float((held + self.reach) / (2 * self.reach) * self.width)

    def _band(self, sign: int, index: int, band: dict[str, Any]) -> None:
        near, far = math.log10(float(band["low"])), math.log10(float(band["high"]))
        if near >= self.reach:
            return
        left, right = sorted((self._x(sign * near), self._x(sign * far)))
        self.canv.setFillColor(HexColor(TINTS[min(index, len(TINTS) - 1)]))
        self.canv.rect(left, BELOW, right - left, BAND, stroke=0, fill=1)
        words = str(band["words"]).removesuffix(" support")
        low, high = (self._x(edge) for edge in self.sex.log10_lr_bound)
        left, right = max(left, low), min(right, high)  # the hatching takes the rest
        label = Text(words if band["directed"] else "", TINY.but(colour="#33475b"))
        if 0 < label.natural_width() < right - left - 4:
            self._put(label, (left + right) / 2, BELOW + BAND / 2 - TINY.leading / 2)

    def _beyond(self) -> None:
        """Hatching over the ratios that the validation cannot support."""
        low, high = (self._x(edge) for edge in self.sex.log10_lr_bound)
        self.canv.saveState()
        self.canv.setStrokeColor(HexColor("#ffffff"))
        self.canv.setLineWidth(1.1)
        for left, right in ((0.0, low), (high, self.width)):
            path = self.canv.beginPath()
            path.rect(left, BELOW, max(right - left, 0), BAND)
            self.canv.saveState()
            self.canv.clipPath(path, stroke=0, fill=0)
            for step in range(int((right - left + BAND) / 3) + 1):
                self.canv.line(left - BAND + 3 * step, BELOW, left + 3 * step, BELOW + BAND)
            self.canv.restoreState()
        self.canv.restoreState()

    def _ticks(self) -> None:
        self.canv.setStrokeColor(HexColor(layout.GREY))
        self.canv.setLineWidth(0.4)
        for step in range(-int(self.reach), int(self.reach) + 1):
            x = self._x(step)
            self.canv.line(x, BELOW, x, BELOW - 2)
            side = "" if step == 0 else " female" if step < 0 else " male"
            self._put(Text(f"{wording.edge(10 ** abs(step))}{side}", TINY), x, BELOW - 2.5 - TINY.leading)

    def _marker(self) -> None:
        x, top = self._x(self.sex.log10_lr), BELOW + BAND
        self.canv.setFillColor(HexColor(layout.ACCENT))
        self.canv.setStrokeColor(HexColor(layout.ACCENT))
        self.canv.setLineWidth(1.2)
        self.canv.line(x, BELOW - 1, x, top + 1)
        path = self.canv.beginPath()
        path.moveTo(x, top + 0.5)
        path.lineTo(x - 3, top + 5.5)
        path.lineTo(x + 3, top + 5.5)
        path.close()
        self.canv.drawPath(path, stroke=0, fill=1)
        ratio = wording.ratio(self.sex.log10_lr)
        self._put(Text(f"likelihood ratio {ratio}", TINY.but(size=7.6, leading=10, bold=True, colour=layout.ACCENT)), x, top + 7)

    def _put(self, text: Text, centre: float, y: float) -> None:
        """Centred on a place, and kept inside the width."""
        width = text.natural_width() + 2
        text.wrap(width, text.style.leading)
        text.drawOn(self.canv, min(max(centre - width / 2, 0), self.width - width), y)
