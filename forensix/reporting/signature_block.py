"""The frames for both signatures and the end mark, and the headings; what was drawn where, for the fields and the outline."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from forensix.reporting import layout
from forensix.reporting.archive import Box
from forensix.reporting.typeset import Text

HEIGHT = 22 * mm
GUTTER = 6 * mm
INSET = 1.5  # points: the frame stays visible around the stamp
END = "End of report"


class Heading(Text):
    """A section's heading that notes its title and page in `headings` when it is drawn."""

    def __init__(self, title: str, headings: list[tuple[str, int]]) -> None:
        super().__init__(title, layout.SECTION.but(after=5))
        self.title, self.headings, self.keepWithNext = title, headings, 1

    def draw(self) -> None:
        self.headings.append((self.title, self.canv.getPageNumber()))
        super().draw()


class SignatureBlock(Flowable):  # type: ignore[misc]
    """Examiner on the left, reviewer on the right; always the last thing on the last page."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, Box] = {}
        self.headings: list[tuple[str, int]] = []
        self.spaceBefore = 6

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.width, self.height = available, HEIGHT + 16 * mm
        return self.width, self.height

    def draw(self) -> None:
        column = (self.width - GUTTER) / 2
        for index, (field, label) in enumerate((("Examiner", "Examiner"), ("Reviewer", "Reviewer (countersigns)"))):
            x, y = index * (column + GUTTER), 11 * mm
            self._say(label, x, y + HEIGHT + 0.6 * mm, column, "left")
            self.canv.setStrokeColor(HexColor(layout.RULE))
            self.canv.setLineWidth(0.6)
            self.canv.rect(x, y, column, HEIGHT, stroke=1, fill=0)
            left, low = self.canv.absolutePosition(x, y)
            self.boxes[field] = (left + INSET, low + INSET, left + column - INSET, low + HEIGHT - INSET)
        self._say(END, 0, 2 * mm, self.width, "centre")

    def _say(self, words: str, x: float, y: float, width: float, align: str) -> None:
        text = Text(words, layout.SMALL.but(align=align))
        text.wrap(width, layout.SMALL.leading)
        text.drawOn(self.canv, x, y)
