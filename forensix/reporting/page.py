"""Every page's frame: title, laboratory, report number, "page x of y", and what kind of document it is across the page."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from forensix.reporting import fonts, layout, lettering
from forensix.reporting.typeset import Style, Text

rl_config.useA85 = 0  # pictures as bytes: as text they take a quarter more room, and most of the time of composing
FINE = Style(7.6, 10.5, colour=layout.GREY)


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page; `mark` is drawn across it ("SYNTHETIC", "DRAFT", or empty)."""

    title: str
    number: str
    laboratory: str
    author: str
    subject: str
    mark: str = ""
    page: str = "A4"


class _PagedCanvas(Canvas):  # type: ignore[misc]
    """Keeps the pages until their number is known, then frames each of them."""

    def __init__(self, *args: Any, running: Running, **options: Any) -> None:
        super().__init__(*args, **options)
        self._running = running
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802  (reportlab's name)
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self._kept, 1):
            self.__dict__.update(page)
            _frame(self, self._running, number, len(self._kept))
            Canvas.showPage(self)
        Canvas.save(self)


def build(story: list[Flowable], running: Running) -> bytes:
    """Lay `story` out on pages; PDF bytes that depend on nothing but their arguments and the fonts."""
    target = BytesIO()
    size = layout.PAGES[running.page]
    document = BaseDocTemplate(
        target,
        pagesize=size,
        leftMargin=layout.LEFT,
        rightMargin=size[0] - layout.LEFT - layout.text_width(),
        topMargin=layout.TOP,
        bottomMargin=layout.BOTTOM,
        title=f"{running.title} {running.number}",
        author=running.author,
        subject=running.subject,
        creator="forensix",
        invariant=1,
        lang="en-GB",
        initialFontName=fonts.registered().regular.names[0],
    )
    frame = Frame(
        layout.LEFT,
        layout.BOTTOM,
        layout.text_width(),
        size[1] - layout.TOP - layout.BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document.addPageTemplates(PageTemplate("page", [frame], onPage=lambda canvas, _: _mark(canvas, running)))

    def canvas(*args: Any, **options: Any) -> _PagedCanvas:
        return _PagedCanvas(*args, running=running, **options)

    document.build(story, canvasmaker=canvas)
    return target.getvalue()


def _mark(canvas: Canvas, running: Running) -> None:
    """The word across the page, behind everything; as outlines, so that it does not mix with the text that a reader copies."""
    if not running.mark:
        return
    width, height = layout.PAGES[running.page]
    name = fonts.registered().bold.names[0]
    advance = fonts.registered().bold.width(name, running.mark)
    canvas.saveState()
    canvas.setFillColor(HexColor("#f1f3f6"))
    canvas.translate(width / 2, height / 2)
    canvas.rotate(54)
    size = min(700.0 / advance, 130.0)
    lettering.draw(canvas, name, running.mark, (-advance * size / 2, -size * 0.36), size)
    canvas.restoreState()


def _frame(canvas: Canvas, running: Running, number: int, pages: int) -> None:
    height = layout.PAGES[running.page][1]
    right, top, bottom = layout.LEFT + layout.text_width(), height - 15 * mm, 14 * mm
    canvas.setStrokeColor(HexColor(layout.RULE))
    canvas.setLineWidth(0.5)
    canvas.line(layout.LEFT, top - 3 * mm, right, top - 3 * mm)
    canvas.line(layout.LEFT, bottom + 4.5 * mm, right, bottom + 4.5 * mm)
    half = (right - layout.LEFT) / 2
    marked = f"{running.mark} · {running.title}" if running.mark else running.title
    _put(canvas, marked, layout.LEFT, top, half * 1.2, "left")
    _put(canvas, running.number, layout.LEFT + half * 1.2, top, half * 0.8, "right")
    _put(canvas, running.laboratory, layout.LEFT, bottom, half * 1.4, "left")
    end = "end of report" if number == pages else "continued"
    _put(canvas, f"page {number} of {pages} · {end}", layout.LEFT + half * 1.4, bottom, half * 0.6, "right")


def _put(canvas: Canvas, words: str, x: float, y: float, width: float, align: str) -> None:
    """One line; what does not fit is cut with an ellipsis."""
    text = Text(words, FINE.but(align=align))
    while text.natural_width() > width and len(words) > 4:
        words = words[: int(len(words) * 0.92) - 1]
        text = Text(words + "…", FINE.but(align=align))
    text.wrap(width, FINE.leading)
    text.drawOn(canvas, x, y)
