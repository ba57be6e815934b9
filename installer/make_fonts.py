"""Makes resources/fonts from an installed Noto family: hints dropped, and the CJK outlines cut down and turned into TrueType.

The report's typesetter embeds TrueType outlines only (`glyf`), Noto Sans CJK comes with CFF ones, and all its 65,535 glyphs would weigh
20 MB. Needed only when the fonts are renewed; Debian: fonts-noto-core, fonts-noto-cjk.

    python installer/make_fonts.py --from /usr/share/fonts --out resources/fonts
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

PLAIN = ("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSansArabic-Regular", "NotoSansArabic-Bold")
LARGEST_ERROR = 1.5  # font units of 1000 per em: a hundredth of a millimetre at 20 point


def _of_rows(encoding: str, lead: Iterable[int], trail: Iterable[int]) -> set[int]:
    pairs = (bytes((first, second)) for first in lead for second in trail)
    return {ord(text) for pair in pairs if len(text := pair.decode(encoding, errors="ignore")) == 1}


def east_asian_characters() -> set[int]:
    """Level 1 of GB 2312 and JIS X 0208, the syllables of KS X 1001, kana, signs (≥ is not in Noto Sans), full-width forms."""
    cells = range(0xA1, 0xFF)
    han = _of_rows("gb2312", range(0xB0, 0xD8), cells) | _of_rows("euc_jp", range(0xB0, 0xD0), cells)
    hangul = _of_rows("euc_kr", range(0xB0, 0xC9), cells)
    ranges = (
        range(0x20, 0x7F),
        range(0xA0, 0x100),
        range(0x2010, 0x2028),
        range(0x2100, 0x2300),
        range(0x3000, 0x3100),
        range(0xFF01, 0xFFE7),
    )
    return han | hangul | {code for codes in ranges for code in codes}


def _subset(font: TTFont, characters: Iterable[int], layout: bool) -> None:
    options = Options(hinting=False, layout_features=["*"] if layout else [], name_IDs=["*"], notdef_outline=True, glyph_names=False)
    if not layout:
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(characters))
    subsetter.subset(font)


def _to_truetype(font: TTFont) -> None:
    """Replaces cubic outlines (CFF) by quadratic ones within LARGEST_ERROR."""
    order, outlines = font.getGlyphOrder(), font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, LARGEST_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    del font["CFF "]
    font["maxp"].tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements"):
        setattr(font["maxp"], field, 1 if field == "maxZones" else 0)
    font["maxp"].maxSizeOfInstructions = font["maxp"].maxComponentElements = 0
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def _name(font: TTFont, family: str, postscript: str) -> None:
    for identifier, text in ((1, family), (3, postscript), (4, family), (6, postscript), (16, family)):
        font["name"].setName(text, identifier, 3, 1, 0x409)


def make(source: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for name in PLAIN:
        with TTFont(next(source.rglob(f"{name}.ttf")), recalcTimestamp=False) as font:
            _subset(font, font.getBestCmap(), layout=True)
            font.save(out / f"{name}.ttf")
    with TTCollection(next(source.rglob("NotoSansCJK-Regular.ttc"))) as collection:
        font = next(each for each in collection.fonts if each["name"].getDebugName(6) == "NotoSansCJKsc-Regular")
        font.recalcTimestamp = False
        _subset(font, east_asian_characters(), layout=False)
        _to_truetype(font)
        _name(font, "Noto Sans CJK SC Subset", "NotoSansCJKsc-Subset")
        font.save(out / "NotoSansCJK-Subset.ttf")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--from", dest="source", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    make(arguments.source, arguments.out)
