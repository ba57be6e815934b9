"""The report's one type family, embedded: Noto Sans, with Arabic and a CJK subset for names; a font per run by glyph coverage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont as OutlineFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from forensix.domain.errors import ForensixError

PREFIX = "forensix "
FIRST = "NotoSans"
CUTS = ("Regular", "Bold")


class FontsMissing(ForensixError):
    """The installation lacks the fonts that a report is set in."""

    kind = "fonts_missing"


@dataclass(frozen=True, slots=True)
class Typeface:
    """The fonts of one weight in the order in which a glyph is looked for; names as reportlab knows them."""

    names: tuple[str, ...]

    def font_for(self, cluster: str) -> str | None:
        """The first font that has a glyph for every character of the cluster; None when no font has."""
        return next((name for name in self.names if all(ord(character) in _glyphs(name) for character in cluster)), None)

    def width(self, font: str, text: str) -> float:
        """Width of `text` in ems."""
        face = pdfmetrics.getFont(font).face
        return float(sum(face.charWidths.get(ord(character), face.defaultWidth) for character in text)) / 1000.0


@dataclass(frozen=True, slots=True)
class Fonts:
    """Both weights; for a script without a bold cut the regular one stands in."""

    regular: Typeface
    bold: Typeface


def load(folder: Path) -> Fonts:
    """Register the regular and bold fonts of `folder` with reportlab, which keeps them for the process.

    Raises
    ------
    FontsMissing
        No Noto Sans there, or a damaged file.
    """
    known = set(pdfmetrics.getRegisteredFontNames())
    for path in sorted(folder.glob("*.ttf")):
        if path.stem.rpartition("-")[2] not in (*CUTS, "Subset") or PREFIX + path.stem in known:
            continue
        try:
            pdfmetrics.registerFont(TTFont(PREFIX + path.stem, str(path)))
        except (TTFError, OSError, ValueError) as error:
            raise FontsMissing(f"The font {path.name} is damaged.", "Install forensix again.", str(path)) from error
    needed = {f"{PREFIX}{FIRST}-{cut}" for cut in CUTS}
    if not needed <= set(pdfmetrics.getRegisteredFontNames()):
        raise FontsMissing("The fonts of the report are missing.", "Install forensix again.", str(folder))
    return registered()


def registered() -> Fonts:
    """The fonts that reportlab holds for reports, Noto Sans first."""
    names = sorted(name for name in pdfmetrics.getRegisteredFontNames() if name.startswith(PREFIX))
    return _ordered(tuple(names))


@cache
def outlines(name: str) -> OutlineFont:
    """The font's outlines, for lettering that is drawn and not text."""
    return OutlineFont(BytesIO(Path(pdfmetrics.getFont(name).face.filename).read_bytes()))


@cache
def _ordered(names: tuple[str, ...]) -> Fonts:
    first = sorted(names, key=lambda name: (not name.startswith(f"{PREFIX}{FIRST}-"), name))
    regular = tuple(name for name in first if not name.endswith("-Bold"))
    bold = tuple(name for name in first if not name.endswith("-Regular"))
    return Fonts(Typeface(regular), Typeface(bold + regular))


@cache
def _glyphs(name: str) -> frozenset[int]:
    return frozenset(pdfmetrics.getFont(name).face.charToGlyph)
