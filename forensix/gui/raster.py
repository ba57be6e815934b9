"""A radiograph made ready to be drawn often: a pyramid of 16-bit levels, windowed through one look-up table; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensix.domain.view import VOI, Pixels, present

STEPS = 1 << 16
SMALLEST_LEVEL = 256


@dataclass(frozen=True, slots=True)
class Raster:
    """Levels of one radiograph, each half as large as the one before; values 0..65535 for 0..1.

    Sixteen bits hold every stored value of a radiograph file, so full depth is kept up to the table's last step.
    """

    levels: tuple[NDArray[np.uint16], ...]

    @property
    def rows(self) -> int:
        return int(self.levels[0].shape[0])

    @property
    def columns(self) -> int:
        return int(self.levels[0].shape[1])

    def level_for(self, scale: float) -> int:
        """The coarsest level that still has a pixel for each device pixel, at `scale` device pixels per radiograph pixel."""
        level = 0
        while level + 1 < len(self.levels) and scale * 2 ** (level + 1) <= 1.0:
            level += 1
        return level


def raster_of(pixels: Pixels) -> Raster:
    """Build the pyramid; some tens of milliseconds for 12 million pixels, so not on the GUI thread."""
    level = (np.clip(pixels, 0.0, 1.0) * np.float32(STEPS - 1) + np.float32(0.5)).astype(np.uint16)
    levels = [np.ascontiguousarray(level)]
    while min(levels[-1].shape) >= 2 * SMALLEST_LEVEL:
        levels.append(_halved(levels[-1]))
    return Raster(tuple(levels))


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
