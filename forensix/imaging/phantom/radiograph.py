"""The phantom's physics: ray sums (Beer-Lambert) through its bones and soft tissue, scatter, blur and quantum noise."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from forensix.domain.view import Pixels
from forensix.imaging.phantom.skeleton import Anatomy, LongBone, Point, ShortBone, anatomy

Field = NDArray[np.float64]

# Effective attenuation per mm at hand exposures (about 50 kV): soft tissue, compact bone, spongy bone, marrow of a shaft.
SOFT, COMPACT, SPONGY, MARROW = 0.021, 0.115, 0.034, 0.006
FOREARM, FOREARM_DEPTH = ("radius", "ulna"), 0.72  # flatter from front to back than wide
QUANTA = 9000.0  # per pixel in the open field
SCATTER = 0.10
LEVELS = 4095  # the values lie on a 12-bit scale, so that a 12-bit file holds them exactly


def known(seed: int, *, male: bool | None = None, age_months: float | None = None) -> Anatomy:
    """The anatomy that `hand` shows for the same arguments."""
    return anatomy(_stream(seed), male, age_months)


def hand(
    seed: int, *, male: bool | None = None, age_months: float | None = None, size: tuple[int, int] = (1600, 1200), right: bool = False
) -> Pixels:
    """A left hand, PA, fingers up, thumb to the right (a right hand is its mirror image), with marker and shutter.

    Parameters
    ----------
    seed : int
        Same seed, same pixels: the stream is NumPy's frozen one (NEP 19). Model cards store logits on seeds 0 to 9 at the default size.
    male, age_months
        Drawn from the seed when None (84 to 204 months).
    size : (rows, columns)

    Returns
    -------
    Pixels
        float32 (rows, columns), 0..1 on a 12-bit scale, bone bright.
    """
    random = _stream(seed)
    shown = anatomy(random, male, age_months)
    x, y, spacing = _grid(shown, size, random)
    attenuation = _soft_tissue(shown, x, y, spacing) + _bones(shown, x, y, spacing, random)
    if right:
        attenuation = attenuation[:, ::-1]
    return _exposed(attenuation, right, random)


def spacing_mm(shown: Anatomy, size: tuple[int, int] = (1600, 1200)) -> float:
    """The pixel spacing at the bones: the frame grows with the hand."""
    return float(max(276.0 / size[0], 207.0 / size[1]) * shown.scale**0.9)


def _stream(seed: int) -> np.random.RandomState:
    return np.random.RandomState(np.random.MT19937(seed))


def _grid(shown: Anatomy, size: tuple[int, int], random: np.random.RandomState) -> tuple[Field, Field, float]:
    """Anatomical coordinates (mm) of every pixel, and the spacing; the hand turned and shifted a little."""
    rows, columns = size
    spacing = spacing_mm(shown, size)
    turn = np.deg2rad(3.5 * random.standard_normal())
    across = (np.arange(columns) - columns * (0.46 + 0.012 * random.standard_normal()))[None, :] * spacing
    down = (np.arange(rows) - rows * (0.785 + 0.006 * random.standard_normal()))[:, None] * spacing
    return across * np.cos(turn) + down * np.sin(turn), down * np.cos(turn) - across * np.sin(turn), spacing


def _box(x: Field, y: Field, start: Point, end: Point, reach: float) -> tuple[slice, slice]:
    """The part of the picture within `reach` mm of the line from start to end."""
    step = 8
    along, off, length = _along(start, end, x[::step, ::step], y[::step, ::step])
    near = (off < reach) & (np.abs(along - 0.5) * length < length / 2 + reach)
    rows, columns = np.flatnonzero(near.any(axis=1)), np.flatnonzero(near.any(axis=0))
    if not rows.size:
        return slice(0, 0), slice(0, 0)
    return slice(max(0, (rows[0] - 1) * step), (rows[-1] + 2) * step), slice(max(0, (columns[0] - 1) * step), (columns[-1] + 2) * step)


def _soft_tissue(shown: Anatomy, x: Field, y: Field, spacing: float) -> Field:
    total = np.zeros_like(x)
    for start, end, first, last in shown.soft:
        box = _box(x, y, start, end, max(first, last))
        along, off, length = _along(start, end, x[box], y[box])
        radius = first + (last - first) * np.clip(along, 0.0, 1.0)
        beyond = np.where(along < 0, -along, np.clip(along - 1, 0, None)) * length
        total[box] += np.clip(radius**2 - off**2 - beyond**2, 0.0, None) ** 2  # half the chord, to the fourth: a smooth union
    return _blurred(2 * SOFT * total**0.25 * 0.72, 0.5 / spacing)


def _bones(shown: Anatomy, x: Field, y: Field, spacing: float, random: np.random.RandomState) -> Field:
    texture = _blurred(random.standard_normal(x.shape), 0.35 / spacing)
    texture = 1 + 0.16 * texture / texture.std()
    total = np.zeros_like(x)
    for bone in shown.bones:
        if isinstance(bone, ShortBone):
            box = _box(x, y, bone.centre, (bone.centre[0] + 0.1, bone.centre[1]), 1.2 * max(bone.half_axes))
            total[box] += _short(bone, x[box], y[box], texture[box])
        else:
            box = _box(x, y, bone.base, bone.tip, max(radius for _, radius in bone.profile))
            depth = FOREARM_DEPTH if bone.name in FOREARM else 1.0
            total[box] += depth * _long(bone, shown, x[box], y[box], texture[box])
    return total


def _along(start: Point, end: Point, x: Field, y: Field) -> tuple[Field, Field, float]:
    """Position along the axis (0 at start, 1 at end), distance off it in mm, length in mm."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = float(np.hypot(dx, dy))
    along = ((x - start[0]) * dx + (y - start[1]) * dy) / length**2
    off = np.abs((x - start[0]) * dy - (y - start[1]) * dx) / length
    return along, off, length


def _chord(radius: Field, off: Field) -> Field:
    return np.asarray(2 * np.sqrt(np.clip(radius**2 - off**2, 0.0, None)))


def _short(bone: ShortBone, x: Field, y: Field, texture: Field) -> Field:
    turn = np.deg2rad(bone.tilt)
    u, v = x - bone.centre[0], y - bone.centre[1]
    u, v = u * np.cos(turn) + v * np.sin(turn), v * np.cos(turn) - u * np.sin(turn)
    angle = np.arctan2(v / bone.half_axes[1], u / bone.half_axes[0])
    bumps = 1 + 0.05 * np.cos(3 * angle + bone.centre[0]) + 0.03 * np.cos(4 * angle)
    deep = 1.15 * min(bone.half_axes)

    def through(shell: float) -> Field:
        a, b = bone.half_axes[0] - shell, bone.half_axes[1] - shell
        rho = (np.abs(u / a) ** 2.8 + np.abs(v / b) ** 2.8) ** (1 / 2.8) / bumps
        return np.asarray(2 * (deep - shell) * np.sqrt(np.clip(1 - rho**2, 0.0, None)))

    outer, inner = through(0.0), through(min(0.7, 0.3 * min(bone.half_axes)))
    return np.asarray(0.55 * COMPACT * (outer - inner) + SPONGY * inner * texture)


def _long(bone: LongBone, shown: Anatomy, x: Field, y: Field, texture: Field) -> Field:
    along, off, length = _along(bone.base, bone.tip, x, y)
    from_plate = np.asarray((1 - along if bone.plate_at_tip else along) * length)
    middle = np.asarray(np.clip(1 - np.abs(2 * along - 1), 0.0, 1.0))  # 0 at the ends, 1 at mid-shaft
    radius = _radius(bone, along)
    radius = np.where(from_plate > -1.0, radius, 0.0)
    cortex = 0.45 + (bone.cortex - 0.45) * np.clip(1.6 * middle, 0.0, 1.0) ** 1.5
    inner = np.clip(radius - cortex, 0.0, None)
    filling = MARROW + (SPONGY - MARROW) * np.clip(1.25 - 2.2 * middle, 0.0, 1.0) * texture
    thick = COMPACT * (_chord(radius, off) - _chord(inner, off)) + filling * _chord(inner, off)
    return np.asarray(thick * _plate(bone, shown, from_plate, off))


def _radius(bone: LongBone, along: Field) -> Field:
    """The outer radius at each position: the profile, rounded, closed at both ends over the last tenth of the width."""
    steps = np.linspace(-0.02, 1.02, 261)
    points = np.array(bone.profile)
    smooth = np.convolve(np.pad(np.interp(steps, points[:, 0], points[:, 1]), 6, mode="edge"), np.full(13, 1 / 13), mode="valid")
    ends = np.clip(np.minimum(steps, 1 - steps) / 0.045, 0.0, 1.0)
    return np.asarray(np.interp(along, steps, smooth * np.sqrt(np.clip(1 - (1 - ends) ** 2, 0.0, 1.0)), left=0.0, right=0.0))


def _plate(bone: LongBone, shown: Anatomy, from_plate: Field, off: Field) -> Field:
    """1 in bone, 0 in the open growth plate, above 1 at the dense line beside it; the epiphysis narrower in the young."""
    widest = max(radius for _, radius in bone.profile)
    cap = 0.62 * widest if bone.name not in FOREARM else 0.5 * widest
    opening = (1 - shown.plate) * (0.7 + 1.6 * float(np.clip((150 - shown.age_months) / 120, 0.0, 1.0))) * shown.scale
    wave = from_plate - cap - 0.06 * off
    gap = 1 / (1 + np.exp(np.clip(-(np.abs(wave) - opening / 2) / 0.16, -40.0, 40.0)))
    line = 1 + 0.28 * np.exp(-(((np.abs(wave) - opening / 2 - 0.5) / 0.5) ** 2))
    young = 1 - float(np.clip((shown.age_months - 6) / 110, 0.0, 1.0)) ** 0.6
    across = np.clip(2 * from_plate / max(cap - opening / 2, 0.5) - 1, -1.0, 1.0)
    width = widest * (1.02 - young) * (1 - across**4 * min(1.0, 2 * young)) ** 0.5
    epiphysis = 1 / (1 + np.exp(np.clip((off - width) / 0.25, -40.0, 40.0)))
    fused = shown.plate if shown.plate > 0.9 else 0.0
    gap = gap + (1 - gap) * max(fused, 0.12)
    return np.asarray(np.where(wave < 0, gap * np.maximum(epiphysis, shown.plate), gap) * line)


def _exposed(attenuation: Field, right: bool, random: np.random.RandomState) -> Pixels:
    """The detector's 12-bit picture of what came through: heel effect, scatter, unsharpness, noise, marker, shutter."""
    rows, columns = attenuation.shape
    heel = 1 - 0.06 * np.linspace(0, 1, rows)[:, None] + 0.02 * np.linspace(-1, 1, columns)[None, :]
    through = heel * np.exp(-attenuation)
    through = _blurred((1 - SCATTER) * through + SCATTER * _wide(through, rows / 40), rows / 2000)
    through = through + np.sqrt(through / QUANTA) * random.standard_normal((rows, columns))
    signal = -np.log(np.clip(through, 1e-3, None))
    values = 0.15 + 0.60 * (signal - 0.45 * _wide(signal, rows / 14))  # the console's own dynamic-range compression
    _mark(values, right)
    edge = round(0.012 * rows)
    shutter = np.zeros_like(values)
    shutter[edge:-edge, edge:-edge] = 1.0
    values = np.clip(values, 0.0, 1.0) * _blurred(shutter, rows / 1000)
    pixels: Pixels = (np.rint(np.clip(values, 0.0, 1.0) * LEVELS) / LEVELS).astype(np.float32)
    return pixels


def _mark(values: Field, right: bool) -> None:
    """A lead letter, L or R, above the thumb."""
    rows, columns = values.shape
    unit = max(1, round(rows / 200))
    letter = ("1110", "1001", "1001", "1110", "1010", "1001", "1001") if right else ("1000", "1000", "1000", "1000", "1000", "1000", "1111")
    top, left = round(0.10 * rows), round(0.06 * columns) if right else round(0.94 * columns) - 8 * unit
    for row, line in enumerate(letter):
        for column, ink in enumerate(line):
            if ink == "1":
                values[top + 2 * unit * row :, left + 2 * unit * column :][: 2 * unit, : 2 * unit] = 0.97


def _wide(values: Field, sigma: float) -> Field:
    """A wide blur, computed on every eighth pixel's block mean and spread out again in straight lines."""
    step = 8
    rows, columns = values.shape
    padded = np.pad(values, ((0, -rows % step), (0, -columns % step)), mode="edge")
    small = padded.reshape(padded.shape[0] // step, step, padded.shape[1] // step, step).mean(axis=(1, 3))
    small = _blurred(small, sigma / step)
    for axis, length in ((0, rows), (1, columns)):
        at = np.clip((np.arange(length) - (step - 1) / 2) / step, 0, small.shape[axis] - 1)
        low = np.minimum(at.astype(int), max(small.shape[axis] - 2, 0))
        share = (at - low).reshape((-1, 1) if axis == 0 else (1, -1))
        high = np.minimum(low + 1, small.shape[axis] - 1)
        small = np.take(small, low, axis) * (1 - share) + np.take(small, high, axis) * share
    return np.asarray(small)


def _blurred(values: Field, sigma: float) -> Field:
    """Nearly Gaussian: three running means along each axis, edges held; nothing below half a pixel."""
    reach = round((np.sqrt(4 * sigma**2 + 1) - 1) / 2)
    if reach < 1:
        return values
    width = 2 * reach + 1
    for _ in range(3):
        sums = np.cumsum(np.pad(values, ((reach + 1, reach), (0, 0)), mode="edge"), axis=0)
        values = (sums[width:] - sums[:-width]) / width
        sums = np.cumsum(np.pad(values, ((0, 0), (reach + 1, reach)), mode="edge"), axis=1)
        values = (sums[:, width:] - sums[:, :-width]) / width
    return values
