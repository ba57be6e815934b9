"""Letters drawn as outlines instead of text: for the word across a page, and for shapes that a reader could not copy as text."""

from __future__ import annotations

from typing import Any

from fontTools.pens.basePen import BasePen
from reportlab.pdfgen.canvas import Canvas

from forensix.reporting import fonts

Point = tuple[float, float]


def draw(canvas: Canvas, font: str, words: str, at: Point, size: float) -> None:
    """Fill the outlines of `words` in the canvas's colour, from `at` to the right."""
    outlines = fonts.outlines(font)
    glyphs, names, path, offset = outlines.getGlyphSet(), outlines.getBestCmap(), canvas.beginPath(), 0.0
    scale = size / outlines["head"].unitsPerEm
    for character in words:
        glyph = glyphs[names[ord(character)]]
        glyph.draw(_Outline(glyphs, path, scale, (at[0] + offset * scale, at[1])))
        offset += glyph.width
    canvas.drawPath(path, stroke=0, fill=1)


class _Outline(BasePen):  # type: ignore[misc]
    """A pen of fontTools that draws on a path of reportlab."""

    def __init__(self, glyphs: Any, path: Any, scale: float, at: Point) -> None:
        super().__init__(glyphs)
        self.path, self.scale, self.at = path, scale, at

    def _moveTo(self, point: Point) -> None:  # noqa: N802  (fontTools' name)
        self.path.moveTo(*self._placed(point))

    def _lineTo(self, point: Point) -> None:  # noqa: N802
        self.path.lineTo(*self._placed(point))

    def _curveToOne(self, first: Point, second: Point, point: Point) -> None:  # noqa: N802
        self.path.curveTo(*self._placed(first), *self._placed(second), *self._placed(point))

    def _closePath(self) -> None:  # noqa: N802
        self.path.close()

    def _placed(self, point: Point) -> Point:
        return self.at[0] + point[0] * self.scale, self.at[1] + point[1] * self.scale
