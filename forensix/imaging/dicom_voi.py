"""VOI LUTs and windows of a DICOM header, placed on the 0..1 polarity-corrected scale of `Pixels`.

PS3.3 C.11.2 makes LUTs and windows alternatives that a viewer chooses from; here the LUTs come first, each kind in its own order,
because a file that carries a LUT carries its maker's finer rendering.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import zip_longest
from typing import Any

from pydicom.dataset import Dataset, FileDataset
from pydicom.uid import ExplicitVRBigEndian

from forensix.domain.view import VOI, LookupTable, Window
from forensix.imaging.dicom_lut import table_of
from forensix.imaging.dicom_pixels import GRAYS, Scale

NONSENSE = (ValueError, TypeError, AttributeError, KeyError, OverflowError)
MOST = 32
"""VOI LUTs, and windows, that are kept; a viewer offers a handful."""
FARTHEST = 1e6
"""How far from the declared range, in its own widths, a window may reach."""
SENTENCE = "A VOI LUT or window in the header makes no sense and is left out ({})."
THRESHOLD = 1e-3
"""Width given to a LINEAR window of width 1, which is a step and not a ramp."""


def windows_of(dataset: FileDataset, scale: Scale, warnings: list[str]) -> tuple[VOI, ...]:
    """LUTs, then windows; one that makes no sense becomes a sentence in `warnings`."""
    if dataset.get("PhotometricInterpretation") not in GRAYS:
        return ()
    found: list[VOI] = []
    for kind in (_tables, _windows):
        try:
            for make in kind(dataset, scale):
                _attempt(make, found, warnings)
        except NONSENSE as error:
            warnings.append(SENTENCE.format(error))
    return tuple(found)


def _attempt(make: Callable[[], VOI], found: list[VOI], warnings: list[str]) -> None:
    try:
        found.append(make())
    except NONSENSE as error:
        warnings.append(SENTENCE.format(error))


def _tables(dataset: FileDataset, scale: Scale) -> list[Callable[[], VOI]]:
    big_endian = dataset.file_meta.TransferSyntaxUID == ExplicitVRBigEndian
    return [partial(_table, item, scale, big_endian) for item in list(dataset.get("VOILUTSequence") or ())[:MOST]]


def _table(item: Dataset, scale: Scale, big_endian: bool) -> LookupTable:
    table = table_of(item, signed=scale.low < 0, big_endian=big_endian)
    values = table.values / float(table.top)
    start, end = scale.place(table.first), scale.place(table.first + len(values) - 1)
    if scale.inverted:
        start, end, values = end, start, 1.0 - values[::-1]
    return LookupTable(start, end, tuple(float(value) for value in values), str(item.get("LUTExplanation", "")))


def _windows(dataset: FileDataset, scale: Scale) -> list[Callable[[], VOI]]:
    centres, widths = _several(dataset.get("WindowCenter")), _several(dataset.get("WindowWidth"))
    names, shape = _several(dataset.get("WindowCenterWidthExplanation")), str(dataset.get("VOILUTFunction") or "LINEAR")
    named = zip_longest(zip(centres, widths, strict=False), names[: len(centres)], fillvalue="")
    return [partial(_window, float(pair[0]), float(pair[1]), shape, str(name), scale) for pair, name in named if pair]


def _window(centre: float, width: float, shape: str, name: str, scale: Scale) -> Window:
    low, high = _edges(centre, width, shape)
    start, end = scale.place(low), scale.place(high)
    if max(abs(start), abs(end)) > FARTHEST:
        raise ValueError(f"window width {width:g} at {centre:g}")
    if scale.inverted:
        start, end = end, start
    return Window(start, end, "sigmoid" if shape == "SIGMOID" else "linear", name)


def _edges(centre: float, width: float, shape: str) -> tuple[float, float]:
    """Where black and white lie: PS3.3 C.11.2.1.2.1 (LINEAR), C.11.2.1.3.2 (LINEAR_EXACT), C.11.2.1.3.1 (SIGMOID)."""
    if shape not in ("LINEAR", "LINEAR_EXACT", "SIGMOID"):
        raise ValueError(f"unknown VOI LUT function {shape}")
    if width < 1 if shape == "LINEAR" else width <= 0:
        raise ValueError(f"window width {width:g}")
    if shape != "LINEAR":
        return centre - width / 2, centre + width / 2
    half = max(width - 1, THRESHOLD) / 2
    return centre - 0.5 - half, centre - 0.5 + half


def _several(value: Any) -> list[Any]:
    if value is None or value == "":
        return []
    several = isinstance(value, list | tuple) or (hasattr(value, "__iter__") and not isinstance(value, str))
    return list(value)[:MOST] if several else [value]
