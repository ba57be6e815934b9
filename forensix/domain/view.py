"""How a radiograph is shown: windowing, inversion, colour maps, blending; the window, the network and the PDF use the same functions."""

from __future__ import annotations

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
