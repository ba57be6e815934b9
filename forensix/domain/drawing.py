"""A view recipe drawn: the screen and the report's figures are made by these functions, so one is the other, pixel for pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensix.domain.raster import Placing, Positions, Raster, in_blocks, positions_of, sample, table_of
from forensix.domain.view import COLOUR_STEPS, VOI, Enlarging, ViewRecipe, colour_table, voi_of

NO_HEAT, OUTSIDE = COLOUR_STEPS, COLOUR_STEPS + 1
"""What stands in place of a map's colour where nothing is laid over, and beyond the radiograph's edges, which are black."""
_OPAQUE = np.uint32(0xFF000000)
_ROWS = 32  # at a time, so that what is between stays in the processor's cache: three times as fast


@dataclass(frozen=True, slots=True)
class Overlay:
    """A heatmap as it is laid over a radiograph.

    Parameters
    ----------
    map : ndarray (rows, columns) float32, 0..1
        At the network's grid; it covers the whole radiograph.
    """

    map: NDArray[np.float32]
    opacity: float
    cut_off: float = 0.0
    colour_map: str = "viridis"
    enlarging: Enlarging = "nearest"


def laid_over(raster: Raster, placing: Placing, overlay: Overlay | None) -> NDArray[np.uint16]:
    """What lies over each pixel of a picture: a step of the colour map, `NO_HEAT` or `OUTSIDE`; (rows, columns)."""
    over: NDArray[np.uint16] = np.full((placing.rows, placing.columns), NO_HEAT, np.uint16)
    for rows, part in in_blocks(placing):
        where = positions_of(part, raster.rows, raster.columns)
        if overlay is not None:
            values = _heat(overlay, where, (raster.rows, raster.columns))
            steps = np.rint(np.clip(values, 0.0, 1.0) * np.float32(COLOUR_STEPS - 1)).astype(np.uint16)
            np.copyto(over[rows], steps, where=values >= np.float32(overlay.cut_off))
        over[rows][~where.inside(raster.rows, raster.columns)] = OUTSIDE
    return over


def mixing(overlay: Overlay | None) -> NDArray[np.uint32]:
    """The colour 0xffRRGGBB of a pixel, at 256 times what is laid over it plus its gray; mixed as `view.blend` does."""
    gray = np.arange(256, dtype=np.float32)
    table: NDArray[np.uint32] = np.zeros((OUTSIDE + 1, 256, 3), np.uint32)
    table[NO_HEAT] = gray[:, None].astype(np.uint32)
    if overlay is not None:
        share = np.float32(min(max(overlay.opacity, 0.0), 1.0))
        colours = colour_table(overlay.colour_map).astype(np.float32)
        table[:COLOUR_STEPS] = np.rint(gray[None, :, None] * (1 - share) + colours[:, None, :] * share).astype(np.uint32)
    red, green, blue = table[..., 0], table[..., 1], table[..., 2]
    packed: NDArray[np.uint32] = (red << np.uint32(16) | green << np.uint32(8) | blue | _OPAQUE).ravel()
    return packed


def mixed(
    values: NDArray[np.uint16],
    over: NDArray[np.uint16],
    shades: NDArray[np.uint8],
    colours: NDArray[np.uint32],
    picture: NDArray[np.uint32] | None = None,
) -> NDArray[np.uint32]:
    """The picture, 0xffRRGGBB: sampled `values` through the window's `shades`, and `colours` of `mixing` for what is laid over them.

    Parameters
    ----------
    picture : ndarray, optional
        Where to put it.
    """
    shown: NDArray[np.uint32] = np.empty(values.shape, np.uint32) if picture is None else picture
    for top in range(0, len(values), _ROWS):
        rows = slice(top, top + _ROWS)
        index = over[rows].astype(np.uint32)
        index <<= 8
        index |= np.take(shades, values[rows], mode="clip")  # four times as fast as indexing; every value is inside
        np.take(colours, index, mode="clip", out=shown[rows])
    return shown


def placing_of(recipe: ViewRecipe, rows: int, columns: int) -> Placing:
    """Where a recipe's picture lies on a radiograph of `rows` and `columns`; without a crop the whole radiograph, in the middle."""
    whole = Placing(1, 1, rotation=recipe.rotation, flip=recipe.flip).turned(rows, columns)
    high, wide = recipe.size if min(recipe.size) > 0 else whole
    if recipe.crop is None:
        scale = min(wide / whole[1], high / whole[0])
        left, top = -round((wide - whole[1] * scale) / 2), -round((high - whole[0] * scale) / 2)
    else:
        scale = recipe.scale or wide / (recipe.crop[3] - recipe.crop[1])
        left, top = round(recipe.crop[1] * scale), round(recipe.crop[0] * scale)
    return Placing(high, wide, scale, left, top, recipe.rotation, recipe.flip)


def crop_of(placing: Placing) -> tuple[float, float, float, float]:
    """(top, left, bottom, right) of a picture in pixels of the mirrored and turned radiograph, as a recipe keeps it."""
    edges = (placing.top, placing.left, placing.top + placing.rows, placing.left + placing.columns)
    top, left, bottom, right = (edge / placing.scale for edge in edges)
    return top, left, bottom, right


def overlay_of(recipe: ViewRecipe, saliency: NDArray[np.float32] | None) -> Overlay | None:
    """How a recipe lays a map over the radiograph; None where it shows none."""
    if saliency is None or not recipe.saliency_method or recipe.opacity <= 0.0:
        return None
    return Overlay(saliency, recipe.opacity, recipe.cut_off, recipe.colour_map, recipe.enlarging)


def draw(raster: Raster, recipe: ViewRecipe, windows: tuple[VOI, ...], saliency: NDArray[np.float32] | None = None) -> NDArray[np.uint8]:
    """The picture that stood on the screen when `recipe` was written.

    Parameters
    ----------
    windows : tuple of VOI
        The file's own windows and tables: a recipe names a table by its SHA-256.
    saliency : ndarray or None
        The map that the recipe names, at the network's grid.

    Returns
    -------
    ndarray (rows, columns, 3) uint8

    Raises
    ------
    ValueError
        The recipe's window or colour map is none that is known.
    """
    placing = placing_of(recipe, raster.rows, raster.columns)
    overlay = overlay_of(recipe, saliency)
    shades = table_of(voi_of(recipe.window, windows), inverted=recipe.inverted)
    packed = mixed(sample(raster, placing), laid_over(raster, placing, overlay), shades, mixing(overlay))
    return np.stack([packed >> 16 & 255, packed >> 8 & 255, packed & 255], axis=-1).astype(np.uint8)


def _heat(overlay: Overlay, where: Positions, size: tuple[int, int]) -> NDArray[np.float32]:
    """The map's value at each pixel of the picture."""
    down, across = (
        np.clip(line / (65536 * length) * cells, 0, cells)
        for line, length, cells in zip((where.down, where.across), size, overlay.map.shape, strict=True)
    )
    if overlay.enlarging == "nearest":
        row, column = (np.minimum(place.astype(np.intp), cells - 1) for place, cells in zip((down, across), overlay.map.shape, strict=True))
        values = overlay.map[row[:, None], column[None, :]] if where.grid else overlay.map[row, column]
    elif where.grid:
        lines = _line(overlay.map, down)
        values = _line(lines.T, across).T
    else:
        values = _points(overlay.map, down, across)
    heat: NDArray[np.float32] = values.T if where.crossed else values
    return heat


def _cells(places: NDArray[np.float64], cells: int) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """The two cells whose middles a place lies between, and how far towards the second; held beyond the first and the last middle."""
    held = np.clip(places - 0.5, 0, cells - 1)
    first = held.astype(np.intp)
    return first, np.minimum(first + 1, cells - 1), (held - first).astype(np.float32)


def _line(values: NDArray[np.float32], places: NDArray[np.float64]) -> NDArray[np.float32]:
    above, below, share = _cells(places, len(values))
    between: NDArray[np.float32] = values[above] + (values[below] - values[above]) * share[:, None]
    return between


def _points(values: NDArray[np.float32], down: NDArray[np.float64], across: NDArray[np.float64]) -> NDArray[np.float32]:
    above, below, lower = _cells(down, values.shape[0])
    before, behind, later = _cells(across, values.shape[1])
    left = values[above, before] + (values[below, before] - values[above, before]) * lower
    right = values[above, behind] + (values[below, behind] - values[above, behind]) * lower
    between: NDArray[np.float32] = left + (right - left) * later
    return between
