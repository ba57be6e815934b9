"""The visible part of a signature: who, in which role, when by whose clock; set in the report's own type."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import pikepdf
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from forensix.domain.case import Examiner
from forensix.reporting import archive, fonts, layout, wording
from forensix.reporting.typeset import Style, Text

LINE = Style(7.0, 9.4, colour=layout.GREY)
NAME = Style(10.0, 13.0, bold=True)
CLAIMED, DATED = "time claimed by the signer's clock", "time-stamped by the site's service"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the box of one signature says."""

    verb: str
    examiner: Examiner
    at: datetime
    dated: bool = False  # by the site's time-stamp service

    def lines(self) -> list[Text]:
        who = f"{self.examiner.qualification}, {self.examiner.role.value}" if self.examiner.qualification else self.examiner.role.value
        return [
            Text(self.verb, LINE),
            Text(self.examiner.name, NAME),
            Text(who, LINE),
            Text(f"{wording.moment(self.at)}, {DATED if self.dated else CLAIMED}", LINE),
            Text(f"certificate {self.examiner.certificate_serial}", LINE.but(size=6.2)),
        ]


def draw(stamp: Stamp, width: float, height: float) -> bytes:
    """One page of the box's size, as PDF; text that does not fit is set smaller, never left out."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=(width, height), initialFontName=fonts.registered().regular.names[0], invariant=1)
    canvas.setFillColor(HexColor(layout.FILL))
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    canvas.setFillColor(HexColor(layout.ACCENT))
    canvas.rect(0, 0, 2.2, height, stroke=0, fill=1)
    lines, scale = _fitted(stamp.lines(), width - 16, height - 8)
    canvas.translate(9, height - 4)
    canvas.scale(scale, scale)
    top = 0.0
    for line in lines:
        top -= line.height
        line.drawOn(canvas, 0, top)
    canvas.save()
    with pikepdf.open(BytesIO(target.getvalue())) as pdf:
        archive.mean_letters(pdf)
        written = BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _fitted(lines: list[Text], width: float, height: float) -> tuple[list[Text], float]:
    for percent in range(100, 20, -5):
        scale = percent / 100
        needed = sum(line.wrap(width / scale, height)[1] for line in lines)
        if needed * scale <= height:
            break
    return lines, scale
