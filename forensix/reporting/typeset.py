"""Text on the page: a flowable that takes plain text, never markup, breaks lines, and finds a font for every letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from forensix.domain.visible import escaped
from forensix.reporting import fonts, lettering, script
from forensix.reporting.fonts import Typeface

INK = "#16202b"


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; sizes in points, `align` "left", "right" or "centre"."""

    size: float = 9.0
    leading: float = 13.0
    bold: bool = False
    colour: str = INK
    align: str = "left"
    before: float = 0.0
    after: float = 0.0

    def but(self, **changes: Any) -> Style:
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Bold:
    """A part of a text in bold."""

    text: str


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One cluster as it will be drawn: its text, font, width in points, and place in the bidirectional order."""

    text: str
    font: str
    width: float
    level: int
    may_end_line: bool


Line = tuple[Glyphs, ...]
Content = str | Bold | Sequence[str | Bold]


class Text(Flowable):  # type: ignore[misc]
    """Plain text, wrapped; `<`, `&` and everything else stands as it is stored."""

    def __init__(self, content: Content, style: Style, lines: Iterable[Line] | None = None) -> None:
        super().__init__()
        self.style = style
        self.content = content
        self._paragraphs = None if lines is not None else [_glyphs(part, style) for part in _paragraphs(content)]
        self._lines: tuple[Line, ...] = tuple(lines or ())
        self.spaceBefore, self.spaceAfter = style.before, style.after

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.width = available
        if self._paragraphs is not None:
            self._lines = tuple(line for part in self._paragraphs for line in _broken(part, available))
        self.height = len(self._lines) * self.style.leading
        return available, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Two parts, or none; a table asks also for what fits but for a rounding of its height, and needs both parts."""
        self.wrap(available, height)
        fitting = min(int((height + 1e-6) // self.style.leading), len(self._lines) - 1)
        if fitting < min(2, len(self._lines)):
            return []
        first, rest = self._lines[:fitting], self._lines[fitting:]
        return [Text("", self.style.but(after=0.0), first), Text("", self.style.but(before=0.0), rest)]

    def natural_width(self) -> float:
        """Width in points when nothing is wrapped."""
        return max((sum(glyphs.width for glyphs in part) for part in self._paragraphs or ()), default=0.0)

    def draw(self) -> None:
        style = self.style
        baseline = self.height - style.leading + (style.leading - style.size) / 2 + 0.22 * style.size
        for line in self._lines:
            self._draw_line(line, baseline)
            baseline -= style.leading

    def _draw_line(self, line: Line, baseline: float) -> None:
        spare = self.width - sum(glyphs.width for glyphs in line)
        x = {"right": spare, "centre": spare / 2}.get(self.style.align, 0.0)
        self.canv.setFillColor(HexColor(self.style.colour))
        for font, run, width in _runs(line):
            if script.is_ligature(run):
                lettering.draw(self.canv, font, run, (x, baseline), self.style.size)
            self._write(font, run, x, baseline, width)
            x += width

    def _write(self, font: str, run: str, x: float, baseline: float, width: float) -> None:
        """One run of text; a ligature is only laid under its outline unseen, letter by letter, so that a search finds its letters."""
        text = self.canv.beginText(x, baseline)
        text.setFont(font, self.style.size)
        if script.is_ligature(run):
            run = script.plain_letters(run)[::-1]
            text.setTextRenderMode(3)
            text.setHorizScale(100 * width / (_face(self.style.bold).width(font, run) * self.style.size))
        text.textOut(run)
        self.canv.saveState()
        self.canv.drawText(text)
        self.canv.restoreState()


def _paragraphs(content: Content) -> list[list[str | Bold]]:
    """Content split at line ends."""
    parts = [content] if isinstance(content, str | Bold) else list(content)
    paragraphs: list[list[str | Bold]] = [[]]
    for part in parts:
        first, *more = script.visible(part if isinstance(part, str) else part.text).split("\n")
        bold = isinstance(part, Bold)
        paragraphs[-1].append(Bold(first) if bold else first)
        paragraphs += [[Bold(text) if bold else text] for text in more]
    return paragraphs


def _glyphs(parts: list[str | Bold], style: Style) -> Line:
    flat = [
        (text, font, face)
        for part in parts
        for face in [_face(style.bold or isinstance(part, Bold))]
        for cluster in script.clusters(part if isinstance(part, str) else part.text)
        for text, font in _covered(cluster, face)
    ]
    level = script.levels([text for text, _, _ in flat])
    texts = [" ", *(text for text, _, _ in flat), " "]
    ends = (script.may_break_between(text, after, earlier) for earlier, text, after in zip(texts, texts[1:], texts[2:], strict=False))
    return tuple(
        Glyphs(text, font, face.width(font, text) * style.size, depth, may_end)
        for (text, font, face), depth, may_end in zip(flat, level, ends, strict=True)
    )


def _face(bold: bool) -> Typeface:
    held = fonts.registered()
    return held.bold if bold else held.regular


def _covered(cluster: str, face: Typeface) -> list[tuple[str, str]]:
    """The cluster with the font that has all its glyphs; what no font has is written as its code point."""
    whole = face.font_for(cluster)
    if whole is not None:
        return [(cluster, whole)]
    parts: list[tuple[str, str]] = []
    for character in cluster:
        font = face.font_for(character)
        parts += [(character, font)] if font else [(letter, face.names[0]) for letter in escaped(character)]
    return parts


def _broken(glyphs: Line, available: float) -> list[Line]:
    """Greedy lines; a word that is wider than the line is cut where the line ends."""
    lines: list[Line] = []
    start = 0
    while start < len(glyphs):
        end = _line_end(glyphs, start, available)
        lines.append(glyphs[start:end])
        start = end
        while start < len(glyphs) and glyphs[start].text == " ":
            start += 1
    return lines or [()]


def _line_end(glyphs: Line, start: int, available: float) -> int:
    width, last_break = 0.0, None
    for index in range(start, len(glyphs)):
        glyph = glyphs[index]
        width += glyph.width
        if width > available + 1e-6 and index > start and not glyph.text.isspace():
            return last_break or index
        if glyph.may_end_line:
            last_break = index + 1
    return len(glyphs)


def _runs(line: Line) -> list[tuple[str, str, float]]:
    """The line from left to right as (font, text, width); a ligature is a run of its own."""
    order = script.visual([glyphs.text for glyphs in line], [glyphs.level for glyphs in line])
    runs: list[tuple[str, str, float]] = []
    for index in order:
        glyphs = line[index]
        text = script.mirrored(glyphs.text, glyphs.level)
        alone = script.is_ligature(text) or not runs or script.is_ligature(runs[-1][1])
        if not alone and runs[-1][0] == glyphs.font:
            runs[-1] = (glyphs.font, runs[-1][1] + text, runs[-1][2] + glyphs.width)
        else:
            runs.append((glyphs.font, text, glyphs.width))
    return runs
