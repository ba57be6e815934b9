"""How a radiograph is shown: windowing, inversion, colour maps, blending; the window, the network and the PDF use the same functions."""

from __future__ import annotations

import hashlib
import json
import math
import re
from dataclasses import asdict, dataclass, fields
from typing import Literal, get_args

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
    rotation : float
        Degrees clockwise, after the mirroring `flip`; any angle, about the radiograph's middle.
    crop : tuple of float or None
        (top, left, bottom, right) in pixels of the radiograph as mirrored and turned by whole quarters; may reach beyond its edges, where
        it is black. None: the whole radiograph.
    opacity, cut_off : float
        0..1: of the heatmap, and the map value below which nothing is laid over.
    size : tuple of int
        (rows, columns) drawn; (0, 0): as many as the radiograph has.
    enlarging : {"nearest", "bilinear"}
        How the map was laid over: as the grid that it is, or smoothed.
    scale : float
        Drawn pixels for each pixel of the radiograph; 0: what `crop` and `size` give. Kept because a quotient is not exact.
    """

    window: str
    inverted: bool = False
    rotation: float = 0.0
    flip: bool = False
    crop: tuple[float, float, float, float] | None = None
    saliency_method: str = ""
    layer: str = ""
    target: str = ""
    opacity: float = 0.0
    cut_off: float = 0.0
    colour_map: str = "viridis"
    size: tuple[int, int] = (0, 0)
    enlarging: Enlarging = "nearest"
    scale: float = 0.0

    def __post_init__(self) -> None:
        numbers = (self.rotation, self.opacity, self.cut_off, self.scale, *(self.crop or ()))
        if not all(math.isfinite(number) for number in numbers) or self.scale < 0.0 or min(self.size) < 0:
            raise ValueError("a view recipe is made of finite numbers")
        if self.crop is not None and not (self.crop[0] < self.crop[2] and self.crop[1] < self.crop[3]):
            raise ValueError(f"a crop is top, left, bottom, right, not {self.crop}")
        if self.colour_map not in _COLOURS or self.enlarging not in get_args(Enlarging):
            raise ValueError(f"a view recipe with an unknown colour map {self.colour_map!r} or enlarging {self.enlarging!r}")


def written(recipe: ViewRecipe) -> str:
    """A recipe as the JSON text that is kept with a conclusion; numbers as shortest decimals, so that nothing is lost."""
    return json.dumps(asdict(recipe), ensure_ascii=False)


def read_recipe(text: str) -> ViewRecipe:
    """The recipe that `written` wrote; fields that an older text lacks have their defaults.

    Raises
    ------
    ValueError
        It is no view recipe.
    """
    try:
        kept = json.loads(text)
        known = {each.name: kept[each.name] for each in fields(ViewRecipe) if each.name in kept}
        for name in ("crop", "size"):
            if known.get(name) is not None:
                known[name] = tuple(known[name])
        return ViewRecipe(**known)
    except (KeyError, TypeError) as error:
        raise ValueError("this is no view recipe") from error


def voi_of(described: str, windows: tuple[VOI, ...]) -> VOI:
    """The window that `describe` wrote, or "first": a table is looked for among the file's own `windows` by its SHA-256.

    Raises
    ------
    ValueError
        It is none that can be applied again.
    """
    if described == "first" and windows:
        return windows[0]
    found = _WINDOW.fullmatch(described)
    if found is not None:
        function: Literal["linear", "sigmoid"] = "linear" if found["function"] == "linear" else "sigmoid"
        return Window(float(found["low"]), float(found["high"]), function, found["name"] or "")
    for voi in windows:
        if isinstance(voi, LookupTable) and describe(voi) == described:
            return voi
    raise ValueError(f"no window of this radiograph is {described!r}")


_WINDOW = re.compile(r"(?P<function>linear|sigmoid) (?P<low>\S+) to (?P<high>\S+?)(?: \((?P<name>.*)\))?", re.DOTALL)


def describe(voi: VOI) -> str:
    """The VOI in one line, exact enough to apply it again: edges as shortest decimals, a table by its SHA-256."""
    name = f" ({voi.explanation})" if voi.explanation else ""
    if isinstance(voi, LookupTable):
        digest = hashlib.sha256(np.asarray(voi.values, dtype="<f8").tobytes()).hexdigest()
        return f"lookup table of {len(voi.values)} values, {voi.first!r} to {voi.last!r}, sha256 {digest}{name}"
    return f"{voi.function} {float(voi.low)!r} to {float(voi.high)!r}{name}"


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
