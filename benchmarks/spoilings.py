"""What could be handed in by mistake, made of a good hand or from nothing, for benchmarks/gate_trial.py: each a function of a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from forensix.domain.view import Pixels, percentile_window, present
from forensix.imaging import segments

Random = np.random.RandomState
Spoiling = Callable[[Pixels, Random], Pixels]
Drawing = Callable[[Random], Pixels]
SIDE = 299
CANVAS = (400, 300)


def outline(pixels: Pixels) -> NDArray[np.bool_]:
    """Where the hand is, at the picture's own size; everywhere, if none stands out."""
    shown = np.asarray(cv2.resize(present(pixels, percentile_window(pixels)), (SIDE, SIDE), interpolation=cv2.INTER_AREA), dtype=np.float32)
    parts = segments.find(shown)
    area = np.ones((SIDE, SIDE), np.uint8) if parts is None else parts.hand.astype(np.uint8)
    return np.asarray(cv2.resize(area, pixels.shape[::-1], interpolation=cv2.INTER_NEAREST), dtype=bool)


def box(pixels: Pixels) -> tuple[int, int, int, int]:
    """The hand's top, bottom, left and right."""
    hand = outline(pixels)
    rows, columns = np.flatnonzero(hand.any(axis=1)), np.flatnonzero(hand.any(axis=0))
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def cut(side: str, share: float) -> Spoiling:
    """That share of the hand's length or width is not on the picture any more."""

    def change(pixels: Pixels, random: Random) -> Pixels:
        top, bottom, left, right = box(pixels)
        rows, columns = round(share * (bottom - top)), round(share * (right - left))
        kept = {
            "fingertips": pixels[top + rows :],
            "wrist": pixels[: bottom - rows],
            "left": pixels[:, left + columns :],
            "right": pixels[:, : right - columns],
        }
        return kept[side]

    return change


def blurred(sigma: float) -> Spoiling:
    """Out of focus: so many pixels of 299."""
    return lambda pixels, random: np.asarray(
        cv2.GaussianBlur(pixels, (0, 0), sigma * float(np.mean(pixels.shape)) / SIDE), dtype=np.float32
    )


def moved(length: float) -> Spoiling:
    """Moved across while it was exposed; so many pixels of 299."""

    def change(pixels: Pixels, random: Random) -> Pixels:
        steps = max(3, round(length * pixels.shape[1] / SIDE))
        return np.asarray(cv2.blur(pixels, (steps, 1)), dtype=np.float32)

    return change


def grainy(pixels: Pixels, share: float, random: Random) -> Pixels:
    """With so much noise, as a share of the picture's own contrast, that is of one pixel in 299."""
    window = percentile_window(pixels)
    noise = random.standard_normal((SIDE, SIDE)).astype(np.float32)
    noise = np.asarray(cv2.resize(noise, pixels.shape[::-1], interpolation=cv2.INTER_NEAREST), dtype=np.float32)
    return np.clip(pixels + share * (window.high - window.low) * noise, 0.0, 1.0).astype(np.float32)


def scaled(pixels: Pixels) -> Pixels:
    """The picture's own grays, 0 to 1: what a converter has in hand before it writes a file."""
    return present(pixels, percentile_window(pixels))


def in_plaster(share: float) -> Spoiling:
    """Bright, flat and woven over the lower share of the hand and a little beside it: drawn, no real cast."""

    def change(pixels: Pixels, random: Random) -> Pixels:
        top, bottom, _, _ = box(pixels)
        size = max(3, pixels.shape[1] // 20) | 1
        sleeve = np.asarray(cv2.dilate(outline(pixels).astype(np.uint8), np.ones((size, size), np.uint8)), dtype=np.float32)
        sleeve[: round(bottom - share * (bottom - top))] = 0.0
        sleeve = np.asarray(cv2.GaussianBlur(sleeve, (0, 0), size / 8), dtype=np.float32)
        weave = cv2.resize(random.random_sample((60, 60)).astype(np.float32), pixels.shape[::-1], interpolation=cv2.INTER_LINEAR)
        window = percentile_window(pixels)
        covered = pixels * 0.45 + (window.high - window.low) * (0.45 + 0.08 * weave) + 0.55 * window.low
        return np.clip(pixels * (1 - sleeve) + covered * sleeve, 0.0, 1.0).astype(np.float32)

    return change


def clipped(low: float, high: float) -> Spoiling:
    return lambda pixels, random: np.clip((scaled(pixels) - low) / (high - low), 0.0, 1.0)


def folded(change: Callable[[Pixels], Pixels]) -> Spoiling:
    return lambda pixels, random: np.asarray(change(scaled(pixels)), dtype=np.float32)


UNSPOILED = "as it is"
SPOILINGS: Mapping[str, Spoiling] = {
    UNSPOILED: lambda pixels, random: pixels,
    "blurred, sigma 1 of 299 pixels": blurred(1),
    "blurred, sigma 2": blurred(2),
    "blurred, sigma 4": blurred(4),
    "blurred, sigma 8": blurred(8),
    "blurred, sigma 4, with grain": lambda pixels, random: grainy(blurred(4)(pixels, random), 0.02, random),
    "moved across by 8 of 299 pixels": moved(8),
    "moved across by 16": moved(16),
    "an eighth of the hand cut off at the fingertips": cut("fingertips", 1 / 8),
    "a quarter at the fingertips": cut("fingertips", 1 / 4),
    "a third at the fingertips": cut("fingertips", 1 / 3),
    "a quarter at the wrist": cut("wrist", 1 / 4),
    "a third at the wrist": cut("wrist", 1 / 3),
    "half at the wrist": cut("wrist", 1 / 2),
    "an eighth at the left": cut("left", 1 / 8),
    "a quarter at the left": cut("left", 1 / 4),
    "an eighth at the right": cut("right", 1 / 8),
    "a quarter at the right": cut("right", 1 / 4),
    "highest bit lost (wraps at 1/2)": folded(lambda shown: (2 * shown) % 1.0),
    "two highest bits lost (wraps at 1/4)": folded(lambda shown: (4 * shown) % 1.0),
    "wraps at 3/4": folded(lambda shown: np.where(shown < 0.75, shown, shown - 0.75)),
    "signed taken for unsigned (halves swapped)": folded(lambda shown: (shown + 0.5) % 1.0),
    "upper half turned over (solarised at 1/2)": folded(lambda shown: np.minimum(shown, 1 - shown)),
    "upper quarter turned over (solarised at 3/4)": folded(lambda shown: np.minimum(shown, 1.5 - shown)),
    "inverted": lambda pixels, random: 1 - pixels,
    "upper half of the grays clipped": clipped(0.0, 0.5),
    "lower half of the grays clipped": clipped(0.5, 1.0),
    "noise of 10 % of the contrast": lambda pixels, random: grainy(pixels, 0.1, random),
    "noise of 30 %": lambda pixels, random: grainy(pixels, 0.3, random),
    "upside down (180 degrees)": lambda pixels, random: pixels[::-1, ::-1],
    "wrist and palm under drawn plaster": in_plaster(0.45),
    "the whole hand under drawn plaster": in_plaster(1.0),
}


def _exposed(thickness: NDArray[np.float32], random: Random) -> Pixels:
    """A drawn thickness as a radiograph: soft edges, grain, a background that is not quite black."""
    soft = cv2.GaussianBlur(thickness, (0, 0), 1.2) + 0.015 * random.standard_normal(thickness.shape)
    return np.clip(0.08 + 0.8 * soft, 0.0, 1.0).astype(np.float32)


def _rods(canvas: NDArray[np.float32], rods: list[tuple[float, float, float, float, float]], value: float, random: Random) -> None:
    """Straight rods, each (x, y, x, y, width) in shares of the width, and a little anywhere."""
    unit = CANVAS[1]
    for rod in rods:
        x0, y0, x1, y1, width = (round(float(unit * (part + 0.012 * random.standard_normal()))) for part in rod)
        layer = np.zeros_like(canvas)
        cv2.line(layer, (x0, y0), (x1, y1), value, max(3, width))
        canvas += layer


def foot(random: Random) -> Pixels:
    """A foot from above, toes up: five short rays, long metatarsals, a heel that is one block."""
    canvas = np.zeros(CANVAS, np.float32)
    cv2.ellipse(canvas, (150, 270), (62, 125), 0, 0, 360, 0.3, -1)
    cv2.ellipse(canvas, (150, 120), (88, 70), 0, 0, 360, 0.3, -1)
    places = [0.28, 0.4, 0.5, 0.6, 0.7]
    _rods(canvas, [(x, 0.28 - 0.1 * (0.72 - x), x, 0.4, 0.05) for x in places], 0.35, random)
    _rods(canvas, [(x, 0.46, 0.4 + 0.25 * (x - 0.2), 0.74, 0.045) for x in places], 0.4, random)
    _rods(canvas, [(0.46, 0.84, 0.54, 0.86, 0.2), (0.5, 1.0, 0.5, 1.15, 0.22)], 0.4, random)
    return _exposed(canvas, random)


def forearm(random: Random) -> Pixels:
    """Two long bones side by side in their flesh."""
    canvas = np.zeros(CANVAS, np.float32)
    _rods(canvas, [(0.5, -0.1, 0.5, 1.5, 0.42)], 0.3, random)
    _rods(canvas, [(0.42, -0.1, 0.42, 1.5, 0.09), (0.58, -0.1, 0.6, 1.5, 0.08)], 0.4, random)
    return _exposed(canvas, random)


def chest(random: Random) -> Pixels:
    """Two dark lungs crossed by ribs in a bright trunk."""
    canvas = np.full(CANVAS, 0.7, np.float32)
    for x in (90, 210):
        cv2.ellipse(canvas, (x + random.randint(-8, 8), 200), (60, 140), 0, 0, 360, 0.15, -1)
    _rods(canvas, [(0.1, 0.25 + 0.13 * rib, 0.9, 0.3 + 0.13 * rib, 0.03) for rib in range(7)], 0.15, random)
    return _exposed(canvas, random)


def fork(random: Random) -> Pixels:
    """Five prongs on a handle: as a hand is laid out, and no bone in it."""
    canvas = np.zeros(CANVAS, np.float32)
    _rods(canvas, [(0.2 + 0.15 * prong, 0.2, 0.2 + 0.15 * prong, 0.7, 0.08) for prong in range(5)], 0.6, random)
    _rods(canvas, [(0.5, 0.8, 0.5, 1.4, 0.3), (0.2, 0.75, 0.8, 0.75, 0.15)], 0.6, random)
    return _exposed(np.minimum(canvas, 0.7), random)


def text(random: Random) -> Pixels:
    canvas = np.full(CANVAS, 240, np.uint8)
    for line in range(25, CANVAS[0] - 10, 18):
        words = "".join(chr(random.randint(97, 123)) if random.random_sample() < 0.85 else " " for _ in range(28))
        cv2.putText(canvas, words, (15, line), cv2.FONT_HERSHEY_SIMPLEX, 0.5, 20, 1)
    return (canvas / 255.0).astype(np.float32)


def shapes(random: Random) -> Pixels:
    """Discs and boxes anywhere."""
    canvas = np.zeros(CANVAS, np.float32)
    for _ in range(12):
        x, y, size = random.randint(0, 300), random.randint(0, 400), random.randint(15, 60)
        cv2.circle(canvas, (x, y), size, float(random.random_sample()), -1)
        cv2.rectangle(canvas, (y % 300, x), (y % 300 + size, x + size), float(random.random_sample()), -1)
    return _exposed(canvas, random)


DRAWINGS: Mapping[str, Drawing] = {
    "a drawn foot": foot,
    "a drawn forearm": forearm,
    "a drawn chest": chest,
    "a drawn fork": fork,
    "a page of text": text,
    "discs and boxes": shapes,
    "blank": lambda random: np.full(CANVAS, random.random_sample(), np.float32),
    "noise alone": lambda random: random.random_sample(CANVAS).astype(np.float32),
}
