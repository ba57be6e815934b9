"""The radiograph and the overlay side by side, from the pixels that were analysed, drawn by the functions that the window uses."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from forensix.domain import drawing, view
from forensix.domain.raster import Placing, raster_of
from forensix.domain.report import ExaminedItem
from forensix.reporting import layout
from forensix.reporting.typeset import Text

OPACITY = 0.45
GUTTER = 6 * mm
SHORTEST, TALLEST = 52 * mm, 90 * mm
DOTS_PER_INCH = 220
BAR = 2.6 * mm


class Figure(Flowable):  # type: ignore[misc]
    """Two pictures side by side with their captions, the colour bar under the right one, and notes in two columns below.

    The pictures are as tall as the page leaves room for, between `SHORTEST` and `TALLEST`.
    """

    def __init__(
        self,
        left: Image.Image,
        right: Image.Image | None,
        captions: tuple[str, str],
        bar: Image.Image | None,
        notes: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.left, self.right, self.bar = left, right, bar
        self.captions = tuple(Text(caption, layout.SMALL) for caption in captions)
        self.notes = [Text(note, layout.SMALL.but(after=3)) for note in notes]
        self.spaceBefore, self.spaceAfter = 4, 8

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.width = available
        self.column = (available - GUTTER) / 2
        self.said = max(caption.wrap(self.column, height)[1] for caption in self.captions)
        heights = [note.wrap(self.column, height)[1] + note.style.after for note in self.notes]
        self.rows = [max(heights[index : index + 2]) for index in range(0, len(heights), 2)]
        rest = 2 * mm + BAR + 4 * mm + self.said + (3 * mm + sum(self.rows) if self.rows else 0.0)
        tallest = min(max(height - rest - self.spaceBefore, SHORTEST), TALLEST)
        self.shown = [_fitted((picture or self.left).size, self.column, tallest) for picture in (self.left, self.right)]
        self.tall = max(size[1] for size in self.shown)
        self.height = self.tall + rest
        return available, self.height

    def draw(self) -> None:
        below = self.height - self.tall - 2 * mm - BAR - 4 * mm
        for index, picture in enumerate((self.left, self.right)):
            width, height = self.shown[index]
            x, bottom = index * (self.column + GUTTER), self.height - height
            if picture is not None:
                self.canv.drawImage(ImageReader(picture), x, bottom, width, height)
            self.canv.setStrokeColor(HexColor(layout.RULE))
            self.canv.setLineWidth(0.5)
            self.canv.rect(x, bottom, width, height, stroke=1, fill=0)
            caption = self.captions[index]
            top = below if index and self.bar is not None else self.height - self.tall - 2 * mm  # the right one: under the colour bar
            caption.drawOn(self.canv, x, top - caption.height)
            if picture is None:
                self._say("no map", x, bottom, width, height)
            elif index and self.bar is not None:
                self._draw_bar(x, self.height - self.tall - 2 * mm - BAR, width)
        self._draw_notes(below - self.said - 3 * mm)

    def _draw_notes(self, top: float) -> None:
        for index, note in enumerate(self.notes):
            row, column = divmod(index, 2)
            note.drawOn(self.canv, column * (self.column + GUTTER), top - sum(self.rows[:row]) - note.height)

    def _draw_bar(self, x: float, y: float, width: float) -> None:
        room = 8 * mm
        self.canv.drawImage(ImageReader(self.bar), x + room, y, width - 2 * room, BAR)
        for words, left, align in (("low", x, "left"), ("high", x + width - room, "right")):
            label = Text(words, layout.SMALL.but(align=align))
            label.wrap(room, BAR)
            label.drawOn(self.canv, left, y - 0.6 * mm)

    def _say(self, words: str, x: float, y: float, width: float, height: float) -> None:
        label = Text(words, layout.NOTE.but(align="centre"))
        label.wrap(width, height)
        label.drawOn(self.canv, x, y + height / 2)


def side_by_side(item: ExaminedItem, captions: tuple[str, str], notes: Sequence[str] = ()) -> Figure:
    """The radiograph as the network saw it, and the map over it as the examiner looked at it when concluding."""
    raster, windows = raster_of(item.pixels), item.radiograph.acquisition.windows
    first = view.ViewRecipe(window=_first(item))
    grey = Image.fromarray(drawing.draw(raster, _sized(first, item), windows)).convert("L")
    saliency = item.examination.saliency
    if saliency is None or saliency.map is None:
        return Figure(grey, None, captions, None, notes)
    look = _look(item)
    over = Image.fromarray(drawing.draw(raster, _sized(look, item), windows, saliency.map))
    return Figure(grey, over, captions, Image.fromarray(view.colour_bar(look.colour_map, (2, 256))), notes)


def looked_at(item: ExaminedItem) -> str:
    """In what the right picture differs from the left one, and from what the examiner saw; "" where in nothing but the map."""
    look = _look(item)
    parts = [
        f"window {look.window}" if look.window != _first(item) else "",
        "inverted" if look.inverted else "",
        "mirrored" if look.flip else "",
        f"turned by {look.rotation:g} degrees" if look.rotation else "",
        "a part of it" if look.crop is not None else "",
        f"values below {look.cut_off:g} left out" if look.cut_off else "",
    ]
    said = ", ".join(part for part in parts if part)
    drawn = f"Drawn as the examiner looked at it: {said}." if said else ""
    return f"{drawn} {_instead(item)}".strip()


def _instead(item: ExaminedItem) -> str:
    """What the screen showed in place of this map when the conclusion was recorded; "" where that was it, or no screen was kept."""
    own = item.examination.saliency
    try:
        kept = view.read_recipe(item.conclusion.view_recipe)
    except ValueError:
        return ""
    if own is None or not min(kept.size):
        return ""
    if not (kept.saliency_method and kept.opacity > 0):
        return "No map was on the screen when the conclusion was recorded."
    if (kept.saliency_method, kept.layer, kept.target) != (own.method, own.layer, own.explains):
        shown = f"{kept.saliency_method} at {kept.layer}, explains {kept.target}"
        return f"Another map was on the screen when the conclusion was recorded: {shown}."
    return ""


def _first(item: ExaminedItem) -> str:
    return view.describe(view.first_voi(item.pixels, item.radiograph.acquisition.windows))


def _look(item: ExaminedItem) -> view.ViewRecipe:
    """How the examiner looked at the map when concluding; the usual look where that was not kept, or showed no map."""
    method = item.examination.saliency.method if item.examination.saliency else ""
    try:
        kept = view.read_recipe(item.conclusion.view_recipe)
    except ValueError:
        return view.ViewRecipe(window=_first(item), saliency_method=method, opacity=OPACITY)
    try:
        window = view.describe(view.voi_of(kept.window, item.radiograph.acquisition.windows))
    except ValueError:  # none was kept, or "first" where the file names none
        window = _first(item)
    shown = kept if kept.opacity > 0 and kept.saliency_method else replace(kept, opacity=OPACITY, saliency_method=method)
    return _inside(replace(shown, window=window), item)


def _inside(look: view.ViewRecipe, item: ExaminedItem) -> view.ViewRecipe:
    """Without the empty border that the screen shows around a radiograph; a crop that holds all of it is none."""
    if look.crop is None or Placing(1, 1, rotation=look.rotation).fine:
        return look
    rows, columns = Placing(1, 1, rotation=look.rotation).turned(*item.pixels.shape)
    top, left, bottom, right = look.crop
    held = (max(top, 0.0), max(left, 0.0), min(bottom, float(rows)), min(right, float(columns)))
    whole = held == (0.0, 0.0, float(rows), float(columns))
    empty = held[0] >= held[2] or held[1] >= held[3]
    return replace(look, crop=None if whole or empty else held)


def _sized(look: view.ViewRecipe, item: ExaminedItem) -> view.ViewRecipe:
    """At the resolution of print; never enlarged beyond the pixels that there are."""
    rows, columns = Placing(1, 1, rotation=look.rotation).turned(*item.pixels.shape)
    if look.crop is not None:
        rows, columns = math.ceil(look.crop[2] - look.crop[0]), math.ceil(look.crop[3] - look.crop[1])
    width, height = _fitted((columns, rows), (layout.text_width() - GUTTER) / 2)
    size = (min(rows, round(height / 72 * DOTS_PER_INCH)), min(columns, round(width / 72 * DOTS_PER_INCH)))
    return replace(look, size=(max(1, size[0]), max(1, size[1])), scale=0.0)


def _fitted(size: tuple[int, int], column: float, tallest: float = TALLEST) -> tuple[float, float]:
    """Width and height in points inside the column and the tallest picture."""
    scale = min(column / size[0], tallest / size[1])
    return size[0] * scale, size[1] * scale
