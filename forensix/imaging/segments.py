"""The parts of a radiograph of a hand that a shortcut test masks: exposed field, hand, bones, markers; or that they were not found."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.float32]
Area = NDArray[np.bool_]

SMALLEST, LARGEST = 0.08, 0.60
"""Share of the picture that a hand with its wrist takes."""
RECTANGULAR = 0.90
"""Share of its smallest rectangle that a field fills and a hand does not."""
CONVEX = 0.95
"""Share of its convex hull that a field of any corners fills and a hand does not: the roundest of 382 hands 0.92, and 0.93 when blurred."""
DOWN = 0.5
"""How far from the background to Otsu's threshold a pixel must be to be bright."""
FRAMED = 0.70
"""Share of bright pixels in a row or column at the edge from which it is a frame."""


@dataclass(frozen=True, slots=True)
class Segments:
    """Areas (rows, columns): what the collimator left open, the hand with its soft parts, its bones, what was laid beside it."""

    field: Area
    hand: Area
    bones: Area
    markers: Area


def find(picture: Picture) -> Segments | None:
    """The parts of a presented radiograph (0 black to 1 white, bones bright); None where no hand stands out.

    Otsu's threshold parts bright from dark; where the bright part is a rectangle it is the exposed field, and the search goes on inside.
    """
    field = np.ones(picture.shape, dtype=bool)
    for _ in range(3):
        bright = _bright(picture, field)
        part = _central(bright)
        if part is not None and not _rectangular(part):
            part = _central(_unframed(bright))
        if part is None:
            return None
        if not _rectangular(part):
            hand = _filled(part)
            if not SMALLEST <= float(hand.mean()) <= LARGEST:
                return None
            wide = _grown(hand, picture.shape[0] // 60)
            inner = _grown(field, -(picture.shape[0] // 60))
            return Segments(field, wide, _bones(picture, hand), _markers(picture, inner & ~_grown(hand, picture.shape[0] // 25)))
        field = _grown(_filled(part), -(picture.shape[0] // 50))
        if not field.any():
            return None
    return None


def _bright(picture: Picture, inside: Area) -> Area:
    """Nearer to Otsu's threshold of the values inside than to the background: so finger tips are kept."""
    smooth = cv2.GaussianBlur(picture, (0, 0), picture.shape[0] / 100)
    low, high = np.percentile(smooth[inside], (1, 97))
    gray = np.rint(np.clip((smooth - low) / max(float(high - low), 1e-6), 0.0, 1.0) * 255.0).astype(np.uint8)
    otsu, _ = cv2.threshold(gray[inside][:, None], 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    dark = gray[inside & (gray <= otsu)]
    background = float(np.median(dark)) if dark.size else 0.0
    return np.asarray((gray > background + DOWN * (otsu - background)) & inside)


def _unframed(bright: Area) -> Area:
    """Bright rows and columns taken away from each edge inwards, to an eighth of the side."""
    kept = bright.copy()
    for turned in (kept, kept[::-1], kept.T, kept.T[::-1]):
        reach = len(turned) // 8
        rows = [index for index in range(reach) if float(turned[index].mean()) > FRAMED]
        if rows:
            turned[: rows[-1] + 1] = False
    return kept


def _central(bright: Area) -> Area | None:
    """The connected part with the most pixels, those near the middle counting most."""
    count, parts = cv2.connectedComponents(bright.astype(np.uint8), connectivity=4)
    if count < 2:
        return None
    rows, columns = (np.linspace(-1.0, 1.0, size) for size in bright.shape)
    weight = np.exp(-2.0 * (rows[:, None] ** 2 + columns[None, :] ** 2))
    sums = np.bincount(parts.ravel(), weights=weight.ravel(), minlength=count)
    sums[0] = 0.0
    return np.asarray(parts == int(np.argmax(sums)))


def _rectangular(part: Area) -> bool:
    """As a field is: a rectangle, or another shape without the gaps between fingers, when the collimator stood askew."""
    outline = max(_outlines(part), key=cv2.contourArea)
    _, (width, height), _ = cv2.minAreaRect(outline)
    area, hull = cv2.contourArea(outline), cv2.contourArea(cv2.convexHull(outline))
    return bool(width * height > 0 and (area > RECTANGULAR * width * height or area > CONVEX * hull))


def _filled(part: Area) -> Area:
    whole = cv2.drawContours(np.zeros(part.shape, dtype=np.uint8), _outlines(part), -1, 1, cv2.FILLED)
    return np.asarray(whole, dtype=bool)


def _outlines(part: Area) -> list[NDArray[np.int32]]:
    found, _ = cv2.findContours(part.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return [np.asarray(outline, dtype=np.int32) for outline in found]


def _grown(area: Area, by: int) -> Area:
    """Wider by so many pixels, or narrower where negative."""
    size = 2 * abs(by) + 1
    brush = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    step = cv2.dilate if by > 0 else cv2.erode
    return np.asarray(step(area.astype(np.uint8), brush), dtype=bool)


def _bones(picture: Picture, hand: Area) -> Area:
    """Brighter than the mean of the hand's own surroundings: local, since the wrist is brighter than a finger tip."""
    spread = picture.shape[0] / 16
    inside = hand.astype(np.float32)
    around = cv2.GaussianBlur(picture * inside, (0, 0), spread) / np.maximum(cv2.GaussianBlur(inside, (0, 0), spread), 1e-3)
    return np.asarray(hand & (cv2.GaussianBlur(picture, (0, 0), 0.8) > around))


def _markers(picture: Picture, beside: Area) -> Area:
    """What stands out, bright, in the field beside the hand, with its plate around it."""
    if not beside.any():
        return beside
    values = picture[beside]
    middle = float(np.median(values))
    spread = 1.4826 * float(np.median(np.abs(values - middle)))
    out = beside & (np.abs(picture - middle) > max(6.0 * spread, 0.06))
    return _grown(out, max(2, picture.shape[0] // 60)) & beside
