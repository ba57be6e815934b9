"""Marked radiographs for retrieval of regions: read from a CSV of boxes, or marked by a rule.

python -m forensix.training.regions --data MANIFEST --out MARKS.csv [--count 136] writes the rule's boxes, to be corrected by hand.

The paper has 136 spines marked by its authors, which nobody else has. A mark is a square box: path (as in the manifest), x, y
(left and upper edge) and size, in pixels of the file. The rule boxes the hand: what is brighter than Otsu's threshold of the
picture, weighed by its columns and rows, so that a marker or a border counts little.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from forensix.domain.view import Pixels, percentile_window, present
from forensix.inference.preprocess import Preprocess, fit, squash
from forensix.training.data import decode
from forensix.validation.manifest import Manifest, ManifestRejected, Row
from forensix.validation.manifest import read as read_manifest

COLUMNS = ("path", "x", "y", "size")
COUNT = 136
INSIDE = 0.02
"""Share of the bright pixels' rows and columns that may lie outside the rule's box at each end."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A square on one radiograph, in pixels of its file."""

    path: Path
    x: float
    y: float
    size: float


def read_marks(path: Path, manifest: Manifest, train: Sequence[Row]) -> list[Mark]:
    """The marks of a CSV; only of radiographs in the training part.

    Raises
    ------
    ManifestRejected
        With all faults: files that the training part does not have, boxes that are no numbers or lie outside the picture.
    """
    try:
        lines = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise ManifestRejected(
            f"the marks {path.name} cannot be read: {error}", "Give a CSV in UTF-8.", str(path), (str(error),)
        ) from error
    known = {row.path.resolve() for row in train}
    found, faults = [], []
    for number, line in enumerate(lines, start=2):
        try:
            mark = Mark((manifest.path.parent / line["path"]).resolve(), float(line["x"]), float(line["y"]), float(line["size"]))
            faults += [f"line {number}: {fault}" for fault in _faults(mark, known)]
            found.append(mark)
        except (KeyError, TypeError, ValueError) as error:
            faults.append(f"line {number}: needs {', '.join(COLUMNS)} with numbers: {error}")
    if faults or not found:
        shown = "; ".join(faults[:5]) or "no marks"
        raise ManifestRejected(f"the marks have {len(faults)} faults: {shown}", "Mend the marks and run again.", str(path), tuple(faults))
    return found


def _faults(mark: Mark, known: set[Path]) -> list[str]:
    if mark.path not in known:
        return [f"{mark.path.name} is not a radiograph of the training part"]
    with Image.open(mark.path) as image:
        columns, rows = image.size
    if mark.size <= 0 or mark.x < 0 or mark.y < 0 or mark.x + mark.size > columns or mark.y + mark.size > rows:
        return [f"the box does not lie inside {mark.path.name} ({columns} x {rows})"]
    return []


def marks_by_rule(train: Sequence[Row], count: int) -> list[Mark]:
    """Boxes around the hands of `count` radiographs, evenly chosen from the training part."""
    step = max(1, len(train) // count)
    return [_boxed(row.path) for row in train[::step][:count]]


def _boxed(path: Path) -> Mark:
    pixels = decode(path)
    seen = np.rint(present(pixels, percentile_window(pixels)) * 255).astype(np.uint8)
    _, bright = cv2.threshold(seen, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    top, bottom = _span(bright.sum(axis=1))
    left, right = _span(bright.sum(axis=0))
    rows, columns = seen.shape
    size = float(min(max(bottom - top, right - left), rows, columns))
    x = min(max(0.0, (left + right - size) / 2), columns - size)
    y = min(max(0.0, (top + bottom - size) / 2), rows - size)
    return Mark(path, x, y, size)


def _span(counts: NDArray[np.int_]) -> tuple[float, float]:
    reached = np.cumsum(counts) / max(1, counts.sum())
    return float(np.searchsorted(reached, INSIDE)), float(np.searchsorted(reached, 1.0 - INSIDE)) + 1.0


def tensors(marks: Sequence[Mark], preprocess: Preprocess) -> tuple[Tensor, Tensor]:
    """Pictures (n, 1, size, size), normalised as the network gets them, and the boxes' centres (n, 2) as shares of rows and columns."""
    pictures, centres = [], []
    for mark in marks:
        pixels: Pixels = decode(mark.path)
        fitted = fit(squash(pixels, percentile_window(pixels), preprocess), preprocess)
        pictures.append((fitted - preprocess.mean) / preprocess.sd)
        rows, columns = pixels.shape
        centres.append(((mark.y + mark.size / 2) / rows, (mark.x + mark.size / 2) / columns))
    return torch.from_numpy(np.stack(pictures).astype(np.float32))[:, None], torch.tensor(centres, dtype=torch.float32)


def write_marks(marks: Sequence[Mark], manifest: Manifest, path: Path) -> None:
    """Write marks as `read_marks` reads them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        folder = manifest.path.parent.resolve()
        table.writerows((mark.path.resolve().relative_to(folder), f"{mark.x:g}", f"{mark.y:g}", f"{mark.size:g}") for mark in marks)


def main() -> None:
    """Mark radiographs by the rule, from the command line."""
    from forensix.training.recipe import load
    from forensix.training.split import split

    asked = argparse.ArgumentParser(description="Mark the hand on radiographs of the training part, to be corrected by hand.")
    asked.add_argument("--data", type=Path, required=True, metavar="MANIFEST")
    asked.add_argument("--out", type=Path, required=True, metavar="MARKS.csv")
    asked.add_argument("--count", type=int, default=COUNT)
    given = asked.parse_args()
    manifest = read_manifest(given.data)
    manifest.require_sound()
    parts = split(manifest.rows, load("roi_retrieval").shares)
    train = [row for row in manifest.rows if parts[row.subject] == "train"]
    write_marks(marks_by_rule(train, given.count), manifest, given.out)


if __name__ == "__main__":
    main()
