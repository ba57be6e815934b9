"""What every importer holds to: how large a picture may be, and when colours count as gray."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensix.domain.errors import UnreadableRadiograph, UnsuitableRadiograph

MAX_PIXELS = 64_000_000
MAX_UNPACKED = 256 * 2**20
GRAY_TOLERANCE = 4 / 255
"""How far apart the channels of a gray picture may lie: lossy coding of 11,608 gray radiographs left 1 level of 255 at most."""


def check_size(rows: int, columns: int, frames: int = 1) -> None:
    """Before anything is decoded.

    Raises
    ------
    UnreadableRadiograph
        No extent, or more than `MAX_PIXELS`.
    UnsuitableRadiograph
        More than one frame.
    """
    if rows < 1 or columns < 1 or frames < 1:
        raise UnreadableRadiograph(
            "The file's header gives the picture no rows or no columns.", "Export the radiograph anew from its source."
        )
    if rows * columns * frames > MAX_PIXELS:
        size = f"{columns} x {rows}" + (f" x {frames} frames" if frames > 1 else "")
        raise UnreadableRadiograph(
            f"The picture is too large: {size}, where {MAX_PIXELS // 1_000_000} million pixels are the limit.",
            "Export the one radiograph at its own size, or cut it to the hand and keep the original beside it.",
        )
    if frames > 1:
        raise UnsuitableRadiograph(
            f"The file holds {frames} frames; one radiograph is examined at a time.", "Export the frame that shows the hand."
        )


def gray(channels: NDArray[Any], full: int) -> tuple[NDArray[Any], str]:
    """Gray values of (rows, columns, 3) channels of 0..`full`, and the sentence for the record.

    Raises
    ------
    UnsuitableRadiograph
        The picture is truly coloured.
    """
    red, green, blue = (channels[..., index] for index in range(3))
    apart = int((np.maximum(np.maximum(red, green), blue) - np.minimum(np.minimum(red, green), blue)).max())
    if apart > GRAY_TOLERANCE * full:
        raise UnsuitableRadiograph(
            f"The picture is coloured (its channels differ by up to {apart} of {full}); a radiograph is gray.",
            "Export the original radiograph, without overlays, annotations or a photograph of a screen.",
        )
    if apart == 0:
        return red, "R=G=B read as gray."
    # the weights and the rounding of Pillow's convert("L") (ITU-R 601-2), so that the pixels are the ones the networks were trained on
    parts = (red, 19595), (green, 38470), (blue, 7471)
    mixed: NDArray[np.uint32] = sum(
        (part.astype(np.uint32) * np.uint32(weight) for part, weight in parts), np.full(red.shape, 0x8000, np.uint32)
    )
    return np.asarray(mixed >> 16), f"Nearly equal R, G and B (at most {apart} of {full} apart) read as gray."


def opaque(alpha: NDArray[Any], full: int) -> str:
    """The sentence for an alpha channel that hides nothing.

    Raises
    ------
    UnsuitableRadiograph
        Some of the picture is transparent.
    """
    if int(alpha.min()) < full:
        raise UnsuitableRadiograph(
            "Parts of the picture are transparent, so its gray values are not certain.", "Export it without transparency."
        )
    return "An opaque alpha channel was left out."
