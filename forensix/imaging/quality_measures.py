"""What the hand's outline and its grays tell of a picture: whether it is cut at an edge, unsharp, folded over or washed out."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from forensix.domain.view import VOI, Pixels, present
from forensix.imaging import segments
from forensix.imaging.segments import Area

Shown = NDArray[np.float32]

SIDE = 299
"""Rows and columns that a picture is squashed to, as the networks see it."""
BORDER = 20
"""Rows from the upper border down over which a hand that is cut off is at least so wide; a bright edge of the field is not so high."""
ASIDE = 32
"""Columns from the left or right border inwards that a hand which runs into it covers; a frame that it touches is narrower."""
UPPER = 0.6
"""Share of the hand's length from its top where fingers and palm lie; a forearm below may leave the picture where it likes."""
FILLED = 0.85
"""Share of a row that no hand takes."""
INWARDS = 13
"""Pixels across the brush that takes the hand's rim away."""
FINE, COARSE = 1.0, 2.0
"""Standard deviations in pixels at which the steepness of edges is compared."""
FAR = 0.45
"""Of the window: what lies between neighbours at a fold of the grays, and hardly ever in a hand."""
SMALLEST = 0.15
"""Share of the picture below which the gaps between a hand's fingers are as fine as the lines in it, and draw dark ones."""
STEEP = 90.0
"""Percentile of the steepness inside the hand."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Of one picture; None where it cannot be told: no hand stands out, or the picture has fewer pixels than `SIDE`.

    Parameters
    ----------
    white, black : float
        Shares of the picture at its window's very top and bottom.
    above : float or None
        Share of the picture's width over which the hand touches its upper border.
    beside : float or None
        Share of the hand's length over which its upper part runs into the left or right border.
    sharpness : float or None
        How much steeper the edges inside the hand are at 1 pixel than at 2; 1 is none at all, and no detail that fine is there.
    ridges : float or None
        How much stronger bright lines inside the hand are than dark ones: bones' shells are bright, and folded grays draw dark lines.
        None too where the hand takes less than `SMALLEST` of the picture.
    jumps : float or None
        Share of neighbouring pixels inside the hand that are nearly half of the window apart.
    summit : float or None
        How far the hand's brightest thousandth lies above its brightest 3 %, as a share of the way from its median to its brightest
        1 %, before any window. Grays peter out upwards, and end abruptly where they were folded over, all at once where clipped.
    patches : float or None
        Share of those brightest 3 % that lies in patches of 3 by 3 pixels: bones do, and lines where grays were folded over do not.
    """

    white: float
    black: float
    above: float | None
    beside: float | None
    sharpness: float | None
    ridges: float | None
    jumps: float | None
    summit: float | None
    patches: float | None


def measure(pixels: Pixels, voi: VOI) -> Measures:
    """Of the picture as the networks see it: through `voi`, squashed to a square."""
    shown = np.asarray(cv2.resize(present(pixels, voi), (SIDE, SIDE), interpolation=cv2.INTER_AREA), dtype=np.float32)
    white, black = float((shown >= 0.995).mean()), float((shown <= 0.005).mean())
    parts = segments.find(shown)
    if parts is None:
        return Measures(white, black, None, None, None, None, None, None, None)
    plain = np.asarray(cv2.resize(pixels, (SIDE, SIDE), interpolation=cv2.INTER_AREA), dtype=np.float32)
    inner = cv2.erode(parts.hand.astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool)
    core = cv2.erode(parts.hand.astype(np.uint8), np.ones((INWARDS, INWARDS), np.uint8)).astype(bool)
    return Measures(
        white=white,
        black=black,
        above=float(parts.hand[:BORDER].mean(axis=1).min()),
        beside=_beside(parts.hand),
        sharpness=_sharpness(shown, inner) if min(pixels.shape) >= SIDE and inner.any() else None,
        ridges=_ridges(shown, core) if core.any() and parts.hand.mean() >= SMALLEST else None,
        jumps=_jumps(shown, core) if core.any() else None,
        summit=_summit(plain[parts.hand]),
        patches=_patches(plain, parts.hand),
    )


def _beside(hand: Area) -> float:
    """0 where both borders are reached, or a row is filled: a hand reaches neither so, but the bright edge of a field that ran into it."""
    rows = np.flatnonzero(hand.any(axis=1))
    length = int(rows[-1] + 1 - rows[0])
    upper = hand[rows[0] : rows[0] + int(UPPER * length)]
    left, right = (float(strip.all(axis=1).sum()) / length for strip in (upper[:, :ASIDE], upper[:, -ASIDE:]))
    field = min(left, right) > 0.0 or float(upper.mean(axis=1).max()) > FILLED
    return 0.0 if field else max(left, right)


def _sharpness(shown: Shown, inside: Area) -> float:
    """Of the steepest tenth of what lies inside: its bones' edges."""
    fine, coarse = (float(np.percentile(_steepness(shown, sigma)[inside], STEEP)) for sigma in (FINE, COARSE))
    return fine / max(coarse, 1e-6)


def _steepness(shown: Shown, sigma: float) -> Shown:
    smooth = cv2.GaussianBlur(shown, (0, 0), sigma)
    return np.asarray(np.hypot(cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1)))


def _ridges(shown: Shown, inside: Area) -> float:
    curvature = cv2.Laplacian(cv2.GaussianBlur(shown, (0, 0), FINE), cv2.CV_32F)[inside]
    bright, dark = (float(value) for value in np.percentile(curvature, (1, 99)))
    return -bright / max(dark, 1e-6)


def _jumps(shown: Shown, inside: Area) -> float:
    pairs = [np.abs(np.diff(shown, axis=axis))[both] for axis, both in ((0, inside[1:] & inside[:-1]), (1, inside[:, 1:] & inside[:, :-1]))]
    return float((np.concatenate(pairs) > FAR).mean())


def _summit(hand: Shown) -> float:
    middle, bright, brighter, brightest = (float(value) for value in np.quantile(hand, (0.5, 0.97, 0.99, 0.999)))
    return (brightest - bright) / max(brighter - middle, 1e-6)


def _patches(plain: Shown, hand: Area) -> float:
    bright = (hand & (plain >= np.quantile(plain[hand], 0.97))).astype(np.uint8)
    return float(cv2.morphologyEx(bright, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)).sum()) / max(int(bright.sum()), 1)
