"""Pictures that show the same hand otherwise: with parts masked, and as twins in which nothing that counts has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO

import cv2
import numpy as np
from PIL import Image

from forensix.domain.view import Pixels
from forensix.imaging.segments import Segments

PLAIN = "as it is"
SMOOTHING = 0.7
"""Pixels; it gives an 8-bit source the depth between its steps that a 12-bit detector has."""

Masked = Callable[[Pixels, Segments], Pixels]
Twin = Callable[[Pixels], Pixels]


def _background(pixels: Pixels, parts: Segments) -> float:
    beside = parts.field & ~parts.hand & ~parts.markers
    return float(np.median(pixels[beside])) if beside.any() else float(pixels.min())


def without_markers(pixels: Pixels, parts: Segments) -> Pixels:
    """Letters and plates beside the hand painted over from their surroundings."""
    gray = np.rint(pixels * 255.0).astype(np.uint8)
    painted = cv2.inpaint(gray, parts.markers.astype(np.uint8), 5, cv2.INPAINT_TELEA)
    return np.where(parts.markers, painted.astype(np.float32) / 255.0, pixels).astype(np.float32)


def without_borders(pixels: Pixels, parts: Segments) -> Pixels:
    """What the collimator shut, and the outermost 3 % but for the hand, in the tone of the background."""
    rim = np.ones(pixels.shape, dtype=bool)
    by = max(1, round(0.03 * min(pixels.shape)))
    rim[by:-by, by:-by] = False
    return np.where((~parts.field | rim) & ~parts.hand, _background(pixels, parts), pixels).astype(np.float32)


def without_background(pixels: Pixels, parts: Segments) -> Pixels:
    """Everything beside the hand in one tone: no marker, no border, no plate, no noise."""
    return np.where(parts.hand, pixels, _background(pixels, parts)).astype(np.float32)


def silhouette(pixels: Pixels, parts: Segments) -> Pixels:
    """The hand's outline alone, filled with its median tone."""
    return np.where(parts.hand, float(np.median(pixels[parts.hand])), _background(pixels, parts)).astype(np.float32)


def bones_only(pixels: Pixels, parts: Segments) -> Pixels:
    """The bones on one tone: no soft parts, no outline of the hand."""
    return np.where(parts.bones, pixels, _background(pixels, parts)).astype(np.float32)


MASKED: Mapping[str, Masked] = {
    "markers masked": without_markers,
    "borders masked": without_borders,
    "all but the hand masked": without_background,
    "silhouette only": silhouette,
    "bones only": bones_only,
}


def turned(pixels: Pixels, degrees: float = 2.0) -> Pixels:
    rows, columns = pixels.shape
    matrix = cv2.getRotationMatrix2D(((columns - 1) / 2, (rows - 1) / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(pixels, matrix, (columns, rows), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def shifted(pixels: Pixels, share: float = 0.02) -> Pixels:
    rows, columns = pixels.shape
    matrix = np.array([[1.0, 0.0, share * columns], [0.0, 1.0, share * rows]])
    return np.asarray(cv2.warpAffine(pixels, matrix, (columns, rows), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def mirrored(pixels: Pixels) -> Pixels:
    return np.ascontiguousarray(pixels[:, ::-1])


def windowed(pixels: Pixels) -> Pixels:
    """A narrower window: 2 to 98 percentile."""
    low, high = np.percentile(pixels, (2.0, 98.0))
    return np.asarray(np.clip((pixels - low) / max(float(high - low), 1e-6), 0.0, 1.0), dtype=np.float32)


def compressed(pixels: Pixels, grade: int = 75) -> Pixels:
    """Through JPEG of this quality."""
    file = BytesIO()
    Image.fromarray(np.rint(pixels * 255.0).astype(np.uint8)).save(file, "JPEG", quality=grade)
    return np.asarray(Image.open(file), dtype=np.float32) / 255.0


def _smoothed(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), SMOOTHING))


def in_bits(bits: int) -> Twin:
    """Rounded to so many bits, after a light smoothing."""

    def rounded(pixels: Pixels) -> Pixels:
        steps = 2.0**bits - 1.0
        return np.asarray(np.rint(_smoothed(pixels) * steps) / steps, dtype=np.float32)

    return rounded


TWINS: Mapping[str, tuple[Twin, str]] = {
    "turned by 2 degrees": (turned, PLAIN),
    "shifted by 2 %": (shifted, PLAIN),
    "mirrored copy": (mirrored, PLAIN),
    "window of 2 to 98 %": (windowed, PLAIN),
    "JPEG quality 75": (compressed, PLAIN),
    "lightly smoothed, 12 bit": (in_bits(12), PLAIN),
    "the same in 8 bit": (in_bits(8), "lightly smoothed, 12 bit"),
}
"""Each twin, and what it is compared with."""
