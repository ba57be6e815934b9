"""The radiograph and the overlay side by side, from the pixels that were analysed, drawn by the functions that the window uses."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from forensix.domain import view
from forensix.domain.report import ExaminedItem
from forensix.domain.view import Pixels
from forensix.reporting import layout
from forensix.reporting.typeset import Text

OPACITY = 0.45
GUTTER = 6 * mm
TALLEST = 96 * mm
DOTS_PER_INCH = 220
BAR = 2.6 * mm


class Figure(Flowable):  # type: ignore[misc]
    """Two pictures on one base line with their captions, and the colour bar under the right one."""

    def __init__(self, left: Image.Image, right: Image.Image | None, captions: tuple[str, str], bar: Image.Image | None) -> None:
        super().__init__()
        self.left, self.right, self.bar = left, right, bar
        self.captions = tuple(Text(caption, layout.SMALL) for caption in captions)
        self.spaceBefore, self.spaceAfter = 4, 8

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.width = available
        self.column = (available - GUTTER) / 2
        self.shown = _fitted(self.left.size, self.column)
        self.notes = max(caption.wrap(self.column, height)[1] for caption in self.captions)
        self.height = self.shown[1] + 2 * mm + BAR + 4 * mm + self.notes
        return available, self.height

    def draw(self) -> None:
        width, height = self.shown
        bottom = self.height - height
        for index, picture in enumerate((self.left, self.right)):
            x = index * (self.column + GUTTER)
            if picture is not None:
                self.canv.drawImage(ImageReader(picture), x, bottom, width, height)
            self.canv.setStrokeColor(HexColor(layout.RULE))
            self.canv.setLineWidth(0.5)
            self.canv.rect(x, bottom, width, height, stroke=1, fill=0)
            caption = self.captions[index]
            top = self.notes if index and self.bar is not None else bottom - 2 * mm  # the right one stands under the colour bar
            caption.drawOn(self.canv, x, top - caption.height)
        if self.right is None:
            self._say("no map", self.column + GUTTER, bottom, width, height)
        elif self.bar is not None:
            self._draw_bar(self.column + GUTTER, bottom - 2 * mm - BAR, width)

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


def side_by_side(item: ExaminedItem, captions: tuple[str, str]) -> Figure:
    """The radiograph as the network saw it, and the same with the map over it."""
    shown = view.present(item.pixels, view.first_voi(item.pixels, item.radiograph.acquisition.windows))
    grey = _sized(Image.fromarray((shown * 255 + 0.5).astype(np.uint8)))
    saliency = item.examination.saliency
    if saliency is None or saliency.map is None:
        return Figure(grey, None, captions, None)
    look = _look(item.conclusion.view_recipe)
    under: Pixels = np.asarray(grey, dtype=np.float32) / np.float32(255)
    over = Image.fromarray(view.blend(under, saliency.map, look.opacity, look.cut_off, look.colour_map, look.enlarging))
    return Figure(grey, over, captions, Image.fromarray(view.colour_bar(look.colour_map, (2, 256))))


def _look(view_recipe: str) -> view.ViewRecipe:
    """How the examiner looked at the map when concluding; the usual look where that was not kept, or showed no map."""
    usual = view.ViewRecipe(window="", opacity=OPACITY)
    try:
        kept = json.loads(view_recipe)
        look = replace(usual, **{name: kept[name] for name in ("opacity", "cut_off", "colour_map", "enlarging") if name in kept})
        view.colour_table(look.colour_map)
    except (ValueError, TypeError):
        return usual
    return look if look.opacity > 0 else usual


def _sized(picture: Image.Image) -> Image.Image:
    """At the resolution of print; never enlarged."""
    width, height = _fitted(picture.size, (layout.text_width() - GUTTER) / 2)
    wanted = (max(1, round(width / 72 * DOTS_PER_INCH)), max(1, round(height / 72 * DOTS_PER_INCH)))
    return picture if wanted[0] >= picture.width else picture.resize(wanted, Image.Resampling.LANCZOS)


def _fitted(size: tuple[int, int], column: float) -> tuple[float, float]:
    """Width and height in points inside the column and the tallest figure."""
    scale = min(column / size[0], TALLEST / size[1])
    return size[0] * scale, size[1] * scale
