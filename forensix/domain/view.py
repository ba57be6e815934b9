"""How a radiograph is shown: windowing, inversion, colour maps, blending; the window, the network and the PDF use the same functions."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.float32]
"""(rows, columns), float32, 0..1, bone bright: after modality LUT and polarity, before any VOI, scaled by the declared range."""

PERCENTILES = (0.5, 99.5)


@dataclass(frozen=True, slots=True)
class Window:
    """A VOI window on the 0..1 scale of `Pixels` (polarity already applied).

    Parameters
    ----------
    low, high : float
        Values shown as black and white; ``low < high``; may lie outside 0..1.
    function : {"linear", "sigmoid"}
        DICOM PS3.3 C.11.2.1.3; an importer turns LINEAR and LINEAR_EXACT into edges, so only the shape is left.
    explanation : str
        The file's own name for it (0028,1055), or where it came from.
    """

    low: float
    high: float
    function: Literal["linear", "sigmoid"] = "linear"
    explanation: str = ""

    def __post_init__(self) -> None:
        if not (np.isfinite(self.low) and np.isfinite(self.high) and self.low < self.high):
            raise ValueError(f"a window needs finite edges with low < high, not {self.low} and {self.high}")


@dataclass(frozen=True, slots=True)
class LookupTable:
    """A VOI LUT on the 0..1 scale of `Pixels`: `values` (each 0..1) at even steps from `first` to `last`, ends held outside."""

    first: float
    last: float
    values: tuple[float, ...]
    explanation: str = ""

    def __post_init__(self) -> None:
        if not self.first < self.last or len(self.values) < 2:
            raise ValueError("a lookup table needs two values or more and first < last")


VOI = Window | LookupTable


def percentile_window(pixels: Pixels) -> Window:
    """The window used where a file names none: 0.5 to 99.5 percentile of the radiograph; a flat one gets its own value +- 1/2."""
    low, high = (float(value) for value in np.percentile(pixels, PERCENTILES))
    if not high > low:
        return Window(low - 0.5, low + 0.5, explanation="flat")
    return Window(low, high, explanation="percentiles 0.5 to 99.5")


def first_voi(pixels: Pixels, windows: tuple[VOI, ...]) -> VOI:
    """The first VOI of the file, in the file's order; without one the percentile window."""
    return windows[0] if windows else percentile_window(pixels)


def present(pixels: Pixels, voi: VOI) -> NDArray[np.float32]:
    """What the eye sees, and the network: `pixels` through `voi`, float32 (rows, columns), 0 black to 1 white."""
    if isinstance(voi, LookupTable):
        positions = np.linspace(voi.first, voi.last, len(voi.values))
        looked_up: NDArray[np.float32] = np.interp(pixels, positions, voi.values).astype(np.float32)
        return looked_up
    scaled = (pixels.astype(np.float32) - np.float32(voi.low)) / np.float32(voi.high - voi.low)
    if voi.function == "sigmoid":
        shown: NDArray[np.float32] = (1.0 / (1.0 + np.exp(-4.0 * (scaled - 0.5)))).astype(np.float32)
        return shown
    clipped: NDArray[np.float32] = np.clip(scaled, 0.0, 1.0)
    return clipped


Enlarging = Literal["nearest", "bilinear"]
"""How a heatmap is laid over the radiograph: as the blocks that the network saw, or with straight lines between their centres."""

COLOUR_STEPS = 256
_STRIP = 256
# Seventeen even steps of matplotlib's maps (CC0), lines between: each grows steadily lighter, so it reads in gray print and for the
# colour-blind.
_COLOURS: dict[str, tuple[tuple[int, int, int], ...]] = {
    "viridis": (
        (68, 1, 84), (72, 24, 106), (71, 45, 123), (66, 64, 134), (59, 82, 139), (51, 99, 141), (44, 114, 142), (38, 130, 142),
        (33, 145, 140), (31, 160, 136), (40, 174, 128), (63, 188, 115), (94, 201, 98), (132, 212, 75), (173, 220, 48), (216, 226, 25),
        (253, 231, 37),
    ),
    "magma": (
        (0, 0, 4), (10, 8, 34), (29, 17, 71), (54, 16, 107), (81, 18, 124), (106, 28, 129), (131, 38, 129), (156, 46, 127),
        (183, 55, 121), (208, 65, 111), (231, 82, 99), (245, 107, 92), (252, 137, 97), (254, 167, 114), (254, 196, 136),
        (253, 226, 163), (252, 253, 191),
    ),
    "cividis": (
        (0, 34, 78), (0, 46, 106), (26, 56, 111), (50, 67, 109), (67, 78, 108), (83, 90, 109), (97, 101, 111), (111, 112, 115),
        (125, 124, 120), (140, 136, 120), (155, 148, 118), (171, 160, 114), (188, 174, 108), (205, 187, 99), (222, 201, 88),
        (240, 216, 70), (254, 232, 56),
    ),
    "gray": ((0, 0, 0), (255, 255, 255)),
}  # fmt: skip
COLOUR_MAPS = tuple(_COLOURS)


@dataclass(frozen=True, slots=True)
class ViewRecipe:
    """How a radiograph and its heatmap were shown, so that the same picture can be drawn again; "" and None: not shown.

    Parameters
    ----------
    window : str
        As `describe` writes it.
    rotation : int
        Quarter turns clockwise, in degrees: 0, 90, 180, 270.
    crop : tuple of int or None
        (top, left, bottom, right) in pixels of the radiograph.
    opacity, cut_off : float
        0..1: of the heatmap, and the map value below which nothing is laid over.
    size : tuple of int
        (rows, columns) drawn.
    """

    window: str
    inverted: bool = False
    rotation: int = 0
    flip: bool = False
    crop: tuple[int, int, int, int] | None = None
    saliency_method: str = ""
    layer: str = ""
    target: str = ""
    opacity: float = 0.0
    cut_off: float = 0.0
    colour_map: str = "viridis"
    size: tuple[int, int] = (0, 0)
    enlarging: Enlarging = "nearest"


def describe(voi: VOI) -> str:
    """The VOI in one line, exact enough to apply it again: edges as shortest decimals, a table by its SHA-256."""
    name = f" ({voi.explanation})" if voi.explanation else ""
    if isinstance(voi, LookupTable):
        digest = hashlib.sha256(np.asarray(voi.values, dtype="<f8").tobytes()).hexdigest()
        return f"lookup table of {len(voi.values)} values, {voi.first!r} to {voi.last!r}, sha256 {digest}{name}"
    return f"{voi.function} {voi.low!r} to {voi.high!r}{name}"


def enlarge(saliency: NDArray[np.float32], size: tuple[int, int], method: Enlarging = "nearest") -> NDArray[np.float32]:
    """A map (rows, columns) stretched over a radiograph of `size` (rows, columns); never smoother than `method` says."""
    rows, columns = size
    if method == "nearest":
        down, across = (np.arange(n) * m // n for n, m in zip(size, saliency.shape, strict=True))
        blocks: NDArray[np.float32] = saliency[down][:, across].astype(np.float32)
        return blocks
    if method != "bilinear":
        raise ValueError(f"a map is enlarged by nearest or bilinear, not {method!r}")
    return _stretch(_stretch(saliency.astype(np.float32), rows).T, columns).T


def _stretch(values: NDArray[np.float32], rows: int) -> NDArray[np.float32]:
    """Lines between the centres of the rows; held beyond the first and the last centre."""
    places = np.clip((np.arange(rows) + 0.5) * values.shape[0] / rows - 0.5, 0, values.shape[0] - 1)
    above = places.astype(np.intp)
    below = np.minimum(above + 1, values.shape[0] - 1)
    weight = (places - above).astype(np.float32)[:, None]
    stretched: NDArray[np.float32] = values[above] + (values[below] - values[above]) * weight
    return stretched


def colour_table(name: str) -> NDArray[np.uint8]:
    """The colours of a map called `name` for 0..1, (256, 3)."""
    if name not in _COLOURS:
        raise ValueError(f"no colour map is called {name!r}; known are {', '.join(COLOUR_MAPS)}")
    anchors = np.array(_COLOURS[name], dtype=np.float64)
    places = np.linspace(0, len(anchors) - 1, COLOUR_STEPS)
    channels = [np.interp(places, np.arange(len(anchors)), anchors[:, channel]) for channel in range(3)]
    table: NDArray[np.uint8] = np.rint(np.stack(channels, axis=1)).astype(np.uint8)
    return table


def colour(values: NDArray[np.float32], name: str) -> NDArray[np.uint8]:
    """The colours (..., 3) of values 0..1; below 0 and above 1 the ends."""
    steps = np.rint(np.clip(values, 0.0, 1.0) * (COLOUR_STEPS - 1)).astype(np.uint8)
    coloured: NDArray[np.uint8] = colour_table(name)[steps]
    return coloured


def blend(
    shown: NDArray[np.float32],
    saliency: NDArray[np.float32] | None,
    opacity: float = 0.45,
    cut_off: float = 0.0,
    colour_map: str = "viridis",
    enlarging: Enlarging = "nearest",
) -> NDArray[np.uint8]:
    """The presented radiograph with the heatmap laid over it.

    Parameters
    ----------
    shown : ndarray (rows, columns)
        0 black to 1 white, from `present`.
    saliency : ndarray or None
        0..1, at the network's grid or already at the radiograph's size; None: the radiograph alone.
    opacity, cut_off : float
        0..1; where the map is below the cut-off the radiograph stays as it is.

    Returns
    -------
    ndarray (rows, columns, 3) uint8
    """
    gray = np.rint(np.clip(shown, 0.0, 1.0) * 255.0).astype(np.uint8)
    picture = np.repeat(gray[:, :, None], 3, axis=2)
    if saliency is None or opacity <= 0.0:
        return picture
    large = saliency if saliency.shape == shown.shape else enlarge(saliency, (shown.shape[0], shown.shape[1]), enlarging)
    share = np.float32(min(opacity, 1.0))
    for top in range(0, len(picture), _STRIP):  # strips, so that a large radiograph does not need a large copy in float32
        strip, values = picture[top : top + _STRIP], large[top : top + _STRIP]
        over = values >= cut_off
        strip[over] = np.rint(strip[over] * (1 - share) + colour(values[over], colour_map) * share).astype(np.uint8)
    return picture


def colour_bar(name: str, size: tuple[int, int]) -> NDArray[np.uint8]:
    """The map's colours from 1 (top) to 0 (bottom), or from 0 (left) to 1 (right) where wider than high; (rows, columns, 3)."""
    rows, columns = size
    if rows >= columns:
        bar = colour(np.linspace(1.0, 0.0, rows, dtype=np.float32)[:, None], name)
    else:
        bar = colour(np.linspace(0.0, 1.0, columns, dtype=np.float32)[None, :], name)
    return np.ascontiguousarray(np.broadcast_to(bar, (rows, columns, 3)))
