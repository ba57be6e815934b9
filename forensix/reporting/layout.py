"""The look of a report: page, type sizes, tables and notes; sections use these and nothing of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from forensix.reporting import fonts
from forensix.reporting.typeset import Bold, Content, Style, Text

PAGES = {"A4": A4, "Letter": LETTER}
LEFT, RIGHT, TOP, BOTTOM = 22 * mm, 20 * mm, 27 * mm, 24 * mm
LABEL = 43 * mm

ACCENT, GREY, RULE, FILL, WARNING, WARNING_FILL = "#24466b", "#5b6875", "#cfd6dd", "#f3f6f9", "#8a4b08", "#fbf5ec"

BODY = Style(9.2, 13.4, after=4)
SMALL = Style(7.9, 11.2, colour=GREY)
NOTE = Style(8.3, 12.0, colour=GREY, after=4)
FIELD = Style(9.2, 13.0)
LABELLED = Style(8.6, 13.0, colour=GREY)
HEAD = Style(8.0, 11.0, colour=GREY, bold=True)
TITLE = Style(19, 24, bold=True, colour=ACCENT)
SECTION = Style(12.4, 16, bold=True, colour=ACCENT)
SUBSECTION = Style(10.2, 14, bold=True, before=6, after=3)
STATEMENT = Style(11.2, 16, bold=True)

SHORT, BRIEF = 12, 200
"""Rows of a table that is not torn apart, and characters of a cell in it."""

Row = tuple[str, Content]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, its share of the width, and how it is aligned."""

    head: str
    share: float = 1.0
    align: str = "left"


def text_width() -> float:
    """Width of the text area in points; the same on every paper, so that a report breaks its lines alike."""
    width: float = A4[0] - LEFT - RIGHT
    return width


def body(content: Content) -> Text:
    return Text(content, BODY)


def lead(content: Content) -> Text:
    """A sentence that announces what follows, and stays with it."""
    sentence = Text(content, BODY)
    sentence.keepWithNext = 1
    return sentence


def note(content: Content) -> Text:
    return Text(content, NOTE)


def bold(text: str) -> Bold:
    return Bold(text)


def subsection(title: str) -> Text:
    """A heading that stays with what follows it."""
    heading = Text(title, SUBSECTION)
    heading.keepWithNext = 1
    return heading


def bullets(sentences: Sequence[Content]) -> Flowable:
    """One line or more each, with a hanging dot."""
    rows = [[Text("•", BODY.but(after=0)), Text(sentence, BODY.but(after=0))] for sentence in sentences]
    return _table(rows, [4 * mm, None], [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)])


def fields(rows: Sequence[Row], width: float | None = None) -> Flowable:
    """Labels on the left, what they stand for on the right; an empty value is said to be empty."""
    cells = [
        [Text(label, LABELLED), Text(value if value else "not stated", FIELD if value else FIELD.but(colour=GREY))] for label, value in rows
    ]
    return _table(cells, [LABEL, (width or text_width()) - LABEL], _ROWS)


def data(columns: Sequence[Column], rows: Sequence[Sequence[Content]], width: float | None = None) -> Flowable:
    """A table with a heading row that repeats on the next page."""
    total = sum(column.share for column in columns)
    widths: list[float | None] = [(width or text_width()) * column.share / total for column in columns]
    head = [Text(column.head, HEAD.but(align=column.align)) for column in columns]
    cells = [[Text(cell, FIELD.but(size=8.8, align=column.align)) for cell, column in zip(row, columns, strict=True)] for row in rows]
    rules = [("LINEBELOW", (0, 0), (-1, 0), 0.8, HexColor(ACCENT)), ("VALIGN", (0, 0), (-1, 0), "BOTTOM")]
    brief = len(rows) <= SHORT and all(len(cell) <= BRIEF for row in rows for cell in row if isinstance(cell, str))
    pairs = enumerate(pairwise(columns), 1)
    apart = [("LEFTPADDING", (place, 0), (place, -1), 9) for place, (one, other) in pairs if one.align == "right" and other.align == "left"]
    return _table([head, *cells], widths, [*_ROWS, *rules, *apart, *([("NOSPLIT", (0, 0), (-1, -1))] if brief else [])], repeat=1)


def boxed(contents: Sequence[Flowable], colour: str = ACCENT, fill: str = FILL) -> Flowable:
    """A pale box with a rule at its left: what a reader must not miss."""
    style = [
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(fill)),
        ("LINEBEFORE", (0, 0), (0, -1), 2.4, HexColor(colour)),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
        ("RIGHTPADDING", (0, 0), (-1, -1), 10),
        ("TOPPADDING", (0, 0), (-1, 0), 7),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 8),
    ]
    return _table([[flowable] for flowable in contents], [None], style)


def gap(millimetres: float = 3) -> Flowable:
    return Spacer(1, millimetres * mm)


_ROWS: list[tuple[Any, ...]] = [
    ("LINEBELOW", (0, 0), (-1, -1), 0.35, HexColor(RULE)),
    ("TOPPADDING", (0, 0), (-1, -1), 2.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.4),
]


def _table(cells: list[list[Flowable]], widths: list[float | None], style: list[tuple[Any, ...]], repeat: int = 0) -> Flowable:
    known = sum(width for width in widths if width is not None)
    table = Table(
        cells,
        colWidths=[width if width is not None else text_width() - known for width in widths],
        repeatRows=repeat,
        splitInRow=1,
        hAlign="LEFT",
        spaceAfter=6,
    )
    table.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.registered().regular.names[0]),  # reportlab sets one even for flowables
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 6),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
                *style,
            ]
        )
    )
    return table
