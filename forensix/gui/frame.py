"""What the screen shows of a radiograph, kept from one frame to the next, and coarser where the hand is faster; no Qt."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from forensix.domain.drawing import Overlay, laid_over, mixed, mixing
from forensix.domain.raster import Placing, Raster, in_blocks, sample, table_of
from forensix.domain.view import VOI

FRAME_S = 0.02
"""Of processor time, what a frame may take while the hand moves; the rest of its 33 ms is the screen's, and other work's."""
COARSEST = 4
FIRST_GUESS_S = 15e-9
"""For each pixel, before any was drawn; four times as much where the radiograph is turned by single degrees."""
IN_PART = frozenset({"pan", "window", "invert", "opacity", "colours", "cut-off", "blocks", "heatmap"})
"""Movements after which a fine picture uses most of the last fine one again."""
Work = tuple[str, bool, bool]
"""Which movement of `IN_PART`, or "" where all is new; whether turned by single degrees, and whether a map lies over the radiograph."""


class Pace:
    """How much processor time frames took of late, and so how coarse the next one must be to be there in time."""

    def __init__(self) -> None:
        self._seconds: dict[Work, float] = {}

    def coarseness(self, work: Work, pixels: int) -> int:
        """How many of the screen's pixels, each way, one pixel of the next frame must cover: 1 to `COARSEST`."""
        _, turned, _ = work
        seconds = pixels * self._seconds.get(work, FIRST_GUESS_S * (4 if turned else 1))
        return min(max(math.ceil(math.sqrt(seconds / FRAME_S)), 1), COARSEST)

    def took(self, work: Work, pixels: int, seconds: float, coarseness: int) -> None:
        """Learn from a frame for a screen of so many pixels."""
        if coarseness > 1 and work[0]:  # it says nothing of a fine one: after some, a fine one is tried again
            self._seconds[work] = 0.95 * self._seconds.get(work, FIRST_GUESS_S)
        else:
            self._seconds[work] = seconds * coarseness**2 / pixels


def coarser(placing: Placing, by: int) -> tuple[Placing, int, int]:
    """The placing of a picture whose pixels are `by` times as large, and the screen's pixel at which it begins: x and y, 0 or less."""
    left, top = placing.left // by, placing.top // by
    x, y = left * by - placing.left, top * by - placing.top
    rows, columns = -(-(placing.rows - y) // by), -(-(placing.columns - x) // by)
    return replace(placing, rows=rows, columns=columns, scale=placing.scale / by, left=left, top=top), x, y


class Frame:
    """The last picture, in layers; whatever did not change since is not made again. What it gives equals `drawing.draw`."""

    def __init__(self) -> None:
        self._raster: Raster | None = None
        self._placing: Placing | None = None
        self._values: NDArray[np.uint16] = np.empty((0, 0), np.uint16)
        self._over: NDArray[np.uint16] = np.empty((0, 0), np.uint16)
        self._spare = (self._values, self._over)
        self._shown: NDArray[np.uint32] = np.empty((0, 0), np.uint32)
        self._overlay: Overlay | None = None
        self._shades: tuple[VOI, bool, NDArray[np.uint8]] | None = None
        self._colours = mixing(None)

    def picture(self, raster: Raster, placing: Placing, voi: VOI, inverted: bool, overlay: Overlay | None) -> NDArray[np.uint32]:
        """The picture (rows, columns) as 0xffRRGGBB; overwritten by the next one."""
        if self._shades is None or self._shades[:2] != (voi, inverted):
            self._shades = (voi, inverted, table_of(voi, inverted=inverted))
        same_map = _same_places(overlay, self._overlay)
        self._place(raster, placing, overlay, same_map)
        if not same_map or overlay != self._overlay:
            self._colours = mixing(overlay)
        self._overlay = overlay
        if self._shown.shape != self._values.shape:
            self._shown = np.empty(self._values.shape, np.uint32)
        return mixed(self._values, self._over, self._shades[2], self._colours, self._shown)

    def prepare(self, raster: Raster, placing: Placing, overlay: Overlay | None) -> Iterator[None]:
        """Make the next picture's layers a few rows at a time, where most of them are new; `picture` has little left to do then."""
        if self.keeps(raster, placing) and _same_places(overlay, self._overlay):
            return
        values = np.empty((placing.rows, placing.columns), np.uint16)
        over = np.empty_like(values)
        for rows, part in in_blocks(placing):
            values[rows], over[rows] = sample(raster, part), laid_over(raster, part, overlay)
            yield
        self._values, self._over, self._raster, self._placing = values, over, raster, placing
        self._overlay, self._colours = overlay, mixing(overlay)

    def keeps(self, raster: Raster, placing: Placing) -> bool:
        """Whether more than half of the last picture is seen in this one."""
        held = self._moved_only(raster, placing)
        if held is None:
            return False
        return 4 * abs(held.left - placing.left) < held.columns and 4 * abs(held.top - placing.top) < held.rows

    def _moved_only(self, raster: Raster, placing: Placing) -> Placing | None:
        """Where the last picture lay, if this one differs from it in nothing but that."""
        held = self._placing
        same = raster is self._raster and held is not None and replace(placing, left=held.left, top=held.top) == held
        return held if same else None

    def _place(self, raster: Raster, placing: Placing, overlay: Overlay | None, same_map: bool) -> None:
        held = self._moved_only(raster, placing)
        if held is None:
            self._values, self._over = sample(raster, placing), laid_over(raster, placing, overlay)
        else:
            if (placing.left, placing.top) != (held.left, held.top):
                self._scroll(raster, held, placing, overlay if same_map else None)
            if not same_map:
                self._over = laid_over(raster, placing, overlay)
        self._raster, self._placing = raster, placing

    def _scroll(self, raster: Raster, held: Placing, placing: Placing, overlay: Overlay | None) -> None:
        right, down = placing.left - held.left, placing.top - held.top
        rows, columns = placing.rows, placing.columns
        values, over = self._spare if self._spare[0].shape == (rows, columns) else (np.empty_like(self._values), np.empty_like(self._over))
        kept_rows, kept_columns = max(rows - abs(down), 0), max(columns - abs(right), 0)
        if not (kept_rows and kept_columns):
            kept_rows = kept_columns = 0
        to_top, to_left = max(-down, 0), max(-right, 0)
        to = (slice(to_top, to_top + kept_rows), slice(to_left, to_left + kept_columns))
        at_top, at_left = max(down, 0), max(right, 0)
        at = (slice(at_top, at_top + kept_rows), slice(at_left, at_left + kept_columns))
        values[to], over[to] = self._values[at], self._over[at]
        for top, bottom, left, end in _beside(rows, columns, to):
            part = replace(placing, rows=bottom - top, columns=end - left, left=placing.left + left, top=placing.top + top)
            values[top:bottom, left:end], over[top:bottom, left:end] = sample(raster, part), laid_over(raster, part, overlay)
        self._spare = (self._values, self._over)  # new memory for each frame would cost more than filling it
        self._values, self._over = values, over


def _beside(rows: int, columns: int, kept: tuple[slice, slice]) -> list[tuple[int, int, int, int]]:
    """The parts of a picture beside what is kept of it: (top, bottom, left, right) each."""
    down, across = kept
    parts = (
        (0, down.start, 0, columns),
        (down.stop, rows, 0, columns),
        (down.start, down.stop, 0, across.start),
        (down.start, down.stop, across.stop, columns),
    )
    return [part for part in parts if part[0] < part[1] and part[2] < part[3]]


def _same_places(one: Overlay | None, other: Overlay | None) -> bool:
    """Whether two overlays lie alike; their opacity and colours may differ."""
    if one is None or other is None:
        return one is other
    return one.map is other.map and (one.cut_off, one.enlarging) == (other.cut_off, other.enlarging)
