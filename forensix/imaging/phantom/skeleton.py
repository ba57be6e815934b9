"""The phantom's anatomy in millimetres: which bones a made-up left hand of a given sex and age has, where and how mature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

Point = tuple[float, float]

FINGERS = ("thumb", "index", "middle", "ring", "little")
# Adult male, mm; the order of FINGERS. Rounded from textbook means, not measured from anyone's radiograph.
METACARPALS = (46.0, 68.0, 65.0, 58.0, 54.0)
PROXIMAL = (32.0, 40.0, 45.0, 41.0, 33.0)
MIDDLE = (0.0, 23.0, 28.0, 26.5, 19.0)
DISTAL = (22.0, 17.0, 18.0, 18.0, 16.0)
BASES: tuple[Point, ...] = ((25.0, -6.0), (13.5, -18.5), (2.5, -20.0), (-8.0, -18.0), (-17.5, -14.5))
METACARPAL_ANGLES = (36.0, 8.0, 1.0, -7.0, -16.0)  # degrees from upright, positive towards the thumb
FINGER_ANGLES = (30.0, 9.0, 1.0, -6.0, -19.0)
THICKNESS = (1.12, 1.05, 1.05, 0.97, 0.88)
# name, centre, half axes, tilt in degrees, age in months at which it begins to ossify
CARPALS: tuple[tuple[str, Point, Point, float, float], ...] = (
    ("capitate", (0.5, -8.0), (7.4, 11.5), 0.0, 3.0),
    ("hamate", (-11.5, -7.5), (7.6, 8.8), 20.0, 4.0),
    ("triquetrum", (-15.5, 5.0), (6.6, 6.2), -30.0, 26.0),
    ("lunate", (-4.0, 8.0), (7.4, 7.4), 0.0, 42.0),
    ("trapezium", (20.0, -5.0), (7.6, 7.4), 25.0, 58.0),
    ("trapezoid", (11.0, -11.0), (5.6, 6.4), 0.0, 60.0),
    ("scaphoid", (11.0, 4.0), (6.6, 11.0), 38.0, 62.0),
    ("pisiform", (-17.5, 7.5), (4.6, 5.2), 0.0, 110.0),
)
GROWTH_MONTHS = (0.0, 12.0, 36.0, 72.0, 120.0, 156.0, 192.0, 216.0)
GROWTH_SCALE = (0.42, 0.52, 0.62, 0.72, 0.83, 0.92, 0.985, 1.0)


@dataclass(frozen=True, slots=True)
class LongBone:
    """A tube from `base` to `tip` (mm, image axes: x to the thumb, y down the arm).

    Parameters
    ----------
    profile : tuple of (t, radius mm)
        Outer radius along the bone, t 0 at the base.
    cortex : float
        Thickness of the compact shell at mid-shaft, mm.
    plate_at_tip : bool
        Whether the growth plate lies at the tip (metacarpals II-V, radius, ulna) or at the base.
    """

    name: str
    base: Point
    tip: Point
    profile: tuple[tuple[float, float], ...]
    cortex: float
    plate_at_tip: bool


@dataclass(frozen=True, slots=True)
class ShortBone:
    """A carpal bone or an epiphysis: an ellipsoid with a thin shell, `half_axes` mm, `tilt` degrees."""

    name: str
    centre: Point
    half_axes: Point
    tilt: float


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What a phantom shows; `scale` is its size against an adult male's, `plate` 0 (open) to 1 (fused)."""

    male: bool
    age_months: float
    scale: float
    plate: float
    bones: tuple[LongBone | ShortBone, ...]
    soft: tuple[tuple[Point, Point, float, float], ...]


def _shaft(base: float, waist: float, head: float) -> tuple[tuple[float, float], ...]:
    return (
        (0.0, base * 0.8),
        (0.06, base),
        (0.18, base * 0.86),
        (0.38, waist),
        (0.62, waist),
        (0.84, head * 0.92),
        (0.94, head),
        (1.0, head * 0.72),
    )


def _step(start: Point, angle: float, length: float) -> Point:
    radians = np.deg2rad(angle)
    return (float(start[0] + length * np.sin(radians)), float(start[1] - length * np.cos(radians)))


def _finger(index: int, scale: float, build: float, jitter: np.ndarray) -> Iterator[LongBone]:
    """The metacarpal and phalanges of one finger, base first."""
    size, gap = scale * build * THICKNESS[index], 2.2 * scale
    base = (BASES[index][0] * scale, BASES[index][1] * scale)
    angle = METACARPAL_ANGLES[index] + float(jitter[0])
    lengths = (METACARPALS[index], PROXIMAL[index], MIDDLE[index], DISTAL[index])
    shapes = ((6.7, 4.0, 6.9), (7.0, 4.2, 5.4), (6.1, 3.6, 4.7), (5.4, 2.3, 3.9))
    names = ("metacarpal", "proximal phalanx", "middle phalanx", "distal phalanx")
    for part, (name, length, (wide, waist, head)) in enumerate(zip(names, lengths, shapes, strict=True)):
        if not length:
            continue
        if part:
            angle = FINGER_ANGLES[index] + float(jitter[part])
        tip = _step(base, angle, length * scale)
        profile = _shaft(wide * size, waist * size, head * size)
        yield LongBone(f"{FINGERS[index]} {name}", base, tip, profile, 0.42 * waist * size, part == 0 and index > 0)
        base = _step(tip, angle, gap)


def _forearm(scale: float, build: float) -> Iterator[LongBone]:
    s, w = scale, scale * build
    flare = ((0.0, 6.6 * w), (0.55, 6.8 * w), (0.78, 9.0 * w), (0.92, 14.2 * w), (0.985, 15.0 * w), (1.0, 12.0 * w))
    slim = ((0.0, 5.8 * w), (0.6, 5.4 * w), (0.82, 6.2 * w), (0.94, 8.2 * w), (0.985, 8.0 * w), (1.0, 5.5 * w))
    yield LongBone("radius", (9.0 * s, 150.0 * s), (6.5 * s, 16.0 * s), flare, 2.9 * w, True)
    yield LongBone("ulna", (-15.0 * s, 150.0 * s), (-17.5 * s, 19.0 * s), slim, 2.5 * w, True)


def _carpals(age: float, scale: float) -> Iterator[ShortBone]:
    for name, (x, y), (a, b), tilt, begins in CARPALS:
        grown = float(np.clip((age - begins) / 110.0, 0.0, 1.0)) ** 0.5
        if grown > 0.15:
            size = scale * (0.25 + 0.75 * grown)
            yield ShortBone(name, (x * scale, y * scale), (a * size, b * size), tilt)


def _soft(bones: tuple[LongBone | ShortBone, ...], scale: float) -> Iterator[tuple[Point, Point, float, float]]:
    """Capsules (from, to, radius at each, mm) whose smooth union is the soft tissue."""
    for bone in bones:
        if isinstance(bone, LongBone) and bone.name.split()[0] in FINGERS:
            wide = {"metacarpal": (14.5, 12.5), "proximal": (10.6, 9.0), "middle": (9.0, 8.2), "distal": (8.2, 6.6)}[bone.name.split()[1]]
            yield bone.base, bone.tip, wide[0] * scale, wide[1] * scale
    yield (13.0 * scale, -45.0 * scale), (-8.0 * scale, 2.0 * scale), 17.0 * scale, 21.0 * scale
    yield (22.0 * scale, -26.0 * scale), (9.0 * scale, 4.0 * scale), 13.0 * scale, 19.0 * scale
    yield (6.0 * scale, 4.0 * scale), (5.0 * scale, 160.0 * scale), 22.5 * scale, 25.0 * scale
    yield (-8.0 * scale, 4.0 * scale), (-10.0 * scale, 160.0 * scale), 21.0 * scale, 25.0 * scale


def anatomy(random: np.random.RandomState, male: bool | None, age_months: float | None) -> Anatomy:
    """Draw a left hand; sex and age are drawn too where they are None."""
    drawn_male, drawn_age = bool(random.random_sample() < 0.5), 84.0 + 120.0 * float(random.random_sample())
    male = drawn_male if male is None else male
    age = drawn_age if age_months is None else float(age_months)
    scale = float(np.interp(age, GROWTH_MONTHS, GROWTH_SCALE)) * (1.0 if male else 0.935) * float(1 + 0.03 * random.standard_normal())
    build = (1.0 if male else 0.93) * float(1 + 0.04 * random.standard_normal())
    plate = float(np.clip((age - (150.0 if male else 126.0)) / 48.0, 0.0, 1.0))
    jitter = random.standard_normal((5, 4)) * np.array([1.5, 2.5, 2.0, 2.0])
    fingers = tuple(bone for index in range(5) for bone in _finger(index, scale, build, jitter[index]))
    bones: tuple[LongBone | ShortBone, ...] = (*fingers, *_carpals(age, scale), *_forearm(scale, build))
    return Anatomy(male, age, scale, plate, bones, tuple(_soft(bones, scale)))
