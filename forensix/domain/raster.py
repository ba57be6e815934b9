"""A radiograph made ready to be drawn often: a pyramid of 16-bit levels, sampled in whole numbers where a picture's pixels lie."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensix.domain.view import VOI, Pixels, present

STEPS = 1 << 16
SMALLEST_LEVEL = 256
BLOCKS_FROM = 4.0
"""From this enlargement on, stored pixels are shown as the blocks they are."""
BINS = 256
_ONE = 1 << 16  # positions are whole numbers of 1/65536 pixel, so that every machine, and every part of a picture, samples alike
_BLOCK = 64


@dataclass(frozen=True, slots=True)
class Raster:
    """Levels of one radiograph, each half as large as the one before; values 0..65535 for 0..1.

    Sixteen bits hold every stored value of a radiograph file, so full depth is kept up to the table's last step.

    Parameters
    ----------
    histogram : ndarray (256,)
        How many pixels have a value in each of 256 even steps of 0..1, counted at full size.
    """

    levels: tuple[NDArray[np.uint16], ...]
    histogram: NDArray[np.int64] = field(default_factory=lambda: np.zeros(BINS, np.int64))

    @property
    def rows(self) -> int:
        return int(self.levels[0].shape[0])

    @property
    def columns(self) -> int:
        return int(self.levels[0].shape[1])

    @property
    def nbytes(self) -> int:
        """Memory of all levels."""
        return sum(level.nbytes for level in self.levels)

    def level_for(self, scale: float) -> int:
        """The coarsest level that still has a pixel for each device pixel, at `scale` device pixels per radiograph pixel."""
        level = 0
        while level + 1 < len(self.levels) and scale * 2 ** (level + 1) <= 1.0:
            level += 1
        return level


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a picture lies on a radiograph, to the pixel.

    Parameters
    ----------
    rows, columns : int
        Of the picture.
    scale : float
        Picture pixels for each radiograph pixel.
    left, top : int
        Picture pixels from the left and top edge of the radiograph, mirrored and turned by quarters, to those of the picture.
    rotation : float
        Degrees clockwise, about the radiograph's middle, after the mirroring.
    flip : bool
        Mirrored left to right.
    """

    rows: int
    columns: int
    scale: float = 1.0
    left: int = 0
    top: int = 0
    rotation: float = 0.0
    flip: bool = False

    @property
    def quarters(self) -> int:
        """Whole quarter turns clockwise, 0..3; `fine` is what is left of the rotation, -45 to 45 degrees."""
        return round(self.rotation / 90.0) % 4

    @property
    def fine(self) -> float:
        return self.rotation - 90.0 * round(self.rotation / 90.0)

    def turned(self, rows: int, columns: int) -> tuple[int, int]:
        """(rows, columns) of a radiograph after the quarter turns."""
        return (columns, rows) if self.quarters % 2 else (rows, columns)

    def to_radiograph(self, x: float, y: float, rows: int, columns: int) -> tuple[float, float]:
        """The radiograph's (x, y) in pixels from its top left corner that lies at (x, y) of the picture."""
        high, wide = self.turned(rows, columns)
        across, down = (self.left + x) / self.scale - wide / 2, (self.top + y) / self.scale - high / 2
        cosine, sine = self._sweep()
        across, down = cosine * across + sine * down, cosine * down - sine * across
        return self._unturned(across + wide / 2, down + high / 2, rows, columns)

    def from_radiograph(self, x: float, y: float, rows: int, columns: int) -> tuple[float, float]:
        """The picture's (x, y) at which the radiograph's (x, y) lies."""
        high, wide = self.turned(rows, columns)
        if self.flip:
            x = columns - x
        x, y = ((x, y), (rows - y, x), (columns - x, rows - y), (y, columns - x))[self.quarters]
        across, down = x - wide / 2, y - high / 2
        cosine, sine = self._sweep()
        across, down = cosine * across - sine * down, cosine * down + sine * across
        return (across + wide / 2) * self.scale - self.left, (down + high / 2) * self.scale - self.top

    def _sweep(self) -> tuple[float, float]:
        angle = math.radians(self.fine)
        return math.cos(angle), math.sin(angle)

    def _unturned(self, x: float, y: float, rows: int, columns: int) -> tuple[float, float]:
        x, y = ((x, y), (y, rows - x), (columns - x, rows - y), (columns - y, x))[self.quarters]
        return (columns - x if self.flip else x), y


@dataclass(frozen=True, slots=True)
class Positions:
    """Where each pixel of a picture lies on the radiograph, in 1/65536 pixel from its left (`across`) and top edge (`down`).

    Without a fine turn both are lines and the picture is their grid, `crossed` when rows of the picture are columns of the radiograph;
    with one, both are (rows, columns) of the picture.
    """

    across: NDArray[np.int64]
    down: NDArray[np.int64]
    crossed: bool

    @property
    def grid(self) -> bool:
        return self.across.ndim == 1

    def inside(self, rows: int, columns: int) -> NDArray[np.bool_]:
        """Which pixels of the picture show the radiograph, (rows, columns) of the picture."""
        over = (self.across >= 0) & (self.across < columns * _ONE)
        beside = (self.down >= 0) & (self.down < rows * _ONE)
        if not self.grid:
            return over & beside
        seen = beside[:, None] & over[None, :]
        return seen.T if self.crossed else seen


def raster_of(pixels: Pixels) -> Raster:
    """Build the pyramid; some tens of milliseconds for 12 million pixels, so not on the GUI thread."""
    level = (np.clip(pixels, 0.0, 1.0) * np.float32(STEPS - 1) + np.float32(0.5)).astype(np.uint16)
    levels = [np.ascontiguousarray(level)]
    while min(levels[-1].shape) >= 2 * SMALLEST_LEVEL:
        levels.append(_halved(levels[-1]))
    return Raster(tuple(levels), np.bincount((levels[0] >> 8).ravel(), minlength=BINS))


def _halved(level: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """Mean of each 2 x 2 block; an odd last row or column is repeated."""
    rows, columns = level.shape
    if rows % 2 or columns % 2:
        level = np.pad(level, ((0, rows % 2), (0, columns % 2)), mode="edge")
    total = level[0::2, 0::2].astype(np.uint32)
    for part in (level[1::2, 0::2], level[0::2, 1::2], level[1::2, 1::2]):
        total += part
    return ((total + 2) >> 2).astype(np.uint16)


def table_of(voi: VOI, *, inverted: bool) -> NDArray[np.uint8]:
    """Shown gray 0..255 for each of the 65536 stored values: `domain.view.present` on all of them at once."""
    ramp = np.linspace(0.0, 1.0, STEPS, dtype=np.float32)[None, :]
    shown = present(ramp, voi)[0]
    if inverted:
        shown = 1.0 - shown
    table: NDArray[np.uint8] = np.rint(np.clip(shown, 0.0, 1.0) * 255.0).astype(np.uint8)
    return table


def positions_of(placing: Placing, rows: int, columns: int) -> Positions:
    """Where the middles of the picture's pixels lie on a radiograph of `rows` and `columns`."""
    across = _fixed((placing.left + np.arange(placing.columns) + 0.5) / placing.scale)
    down = _fixed((placing.top + np.arange(placing.rows) + 0.5) / placing.scale)
    high, wide = placing.turned(rows, columns)
    if placing.fine:
        cosine, sine = placing._sweep()
        east, south = across / _ONE - wide / 2, down / _ONE - high / 2
        x = _fixed(cosine * east + wide / 2)[None, :] + _fixed(sine * south)[:, None]
        y = _fixed(-sine * east + high / 2)[None, :] + _fixed(cosine * south)[:, None]
    else:
        x, y = across, down
    right, bottom = columns * _ONE, rows * _ONE
    x, y = ((x, y), (y, bottom - x), (right - x, bottom - y), (right - y, x))[placing.quarters]
    return Positions(right - x if placing.flip else x, y, crossed=placing.quarters % 2 == 1 and not placing.fine)


def _fixed(values: NDArray[np.floating[Any]]) -> NDArray[np.int64]:
    whole: NDArray[np.int64] = np.rint(values * _ONE).astype(np.int64)
    return whole


def sample(raster: Raster, placing: Placing) -> NDArray[np.uint16]:
    """The radiograph's values at each pixel of a picture, (rows, columns); beyond its edges the nearest value.

    Between two values there are straight lines in steps of 1/256 pixel of the level; from `BLOCKS_FROM` on the nearest value.
    """
    level = raster.level_for(placing.scale)
    picture = np.empty((placing.rows, placing.columns), np.uint16)
    for rows, part in in_blocks(placing):
        where = positions_of(part, raster.rows, raster.columns)
        if placing.scale >= BLOCKS_FROM:
            picture[rows] = _nearest(raster.levels[0], where)
        elif where.grid:
            picture[rows] = _between_lines(raster.levels[level], where, level)
        else:
            picture[rows] = _between_points(raster.levels[level], where, level)
    return picture


def in_blocks(placing: Placing) -> Iterator[tuple[slice, Placing]]:
    """A picture's rows a few at a time, with the placing of each part: what is computed for one stays in the processor's cache."""
    for top in range(0, placing.rows, _BLOCK):
        rows = slice(top, min(top + _BLOCK, placing.rows))
        yield rows, replace(placing, rows=rows.stop - top, top=placing.top + top)


def _nearest(values: NDArray[np.uint16], where: Positions) -> NDArray[np.uint16]:
    rows, columns = values.shape
    down, across = np.clip(where.down >> 16, 0, rows - 1), np.clip(where.across >> 16, 0, columns - 1)
    picture: NDArray[np.uint16] = values[down[:, None], across[None, :]] if where.grid else values[down, across]
    return picture.T if where.crossed else picture


def _neighbours(line: NDArray[np.int64], level: int, size: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint32]]:
    """The two pixels of a level that a position lies between, and how far towards the second, 0..255 of 256."""
    place = (line >> level) - _ONE // 2
    first = place >> 16
    return np.clip(first, 0, size - 1), np.clip(first + 1, 0, size - 1), ((place >> 8) & 255).astype(np.uint32)


def _between_lines(values: NDArray[np.uint16], where: Positions, level: int) -> NDArray[np.uint16]:
    rows, columns = values.shape
    above, below, down = _neighbours(where.down, level, rows)
    before, behind, across = _neighbours(where.across, level, columns)
    if not (above.size and before.size):
        return np.empty((before.size, above.size) if where.crossed else (above.size, before.size), np.uint16)
    first, last = int(min(before.min(), behind.min())), int(max(before.max(), behind.max())) + 1
    part = values[:, first:last]
    lines = _mixed(part[above].astype(np.uint32), part[below].astype(np.uint32), down[:, None])
    left, right = (np.take(lines, place - first, axis=1, mode="clip") for place in (before, behind))
    picture = _rounded(_mixed(left, right, across[None, :]))
    return picture.T if where.crossed else picture


def _between_points(values: NDArray[np.uint16], where: Positions, level: int) -> NDArray[np.uint16]:
    rows, columns = values.shape
    above, below, down = _neighbours(where.down, level, rows)
    before, behind, across = _neighbours(where.across, level, columns)
    flat = values.ravel()
    above *= columns
    below *= columns
    corners = (flat.take(line + place).astype(np.uint32) for line in (above, below) for place in (before, behind))
    top_left, top_right, bottom_left, bottom_right = corners
    # the same order as between lines, so that a turn of nothing is nothing
    return _rounded(_mixed(_mixed(top_left, bottom_left, down), _mixed(top_right, bottom_right, down), across))


def _mixed(first: NDArray[np.uint32], second: NDArray[np.uint32], share: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """256 times the value `share`/256 of the way; overwrites both. Two of these in turn just fit into 32 bits."""
    first *= 256 - share
    second *= share
    first += second
    return first


def _rounded(values: NDArray[np.uint32]) -> NDArray[np.uint16]:
    values += 1 << 15
    values >>= 16
    return values.astype(np.uint16)
