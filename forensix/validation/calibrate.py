"""From a calibration part's outputs to the card's [calibration], [age] and [typicality]: fitted once, never on what was trained on."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensix.inference import typicality as unlikeness
from forensix.validation.manifest import BANDS

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

METHOD = "logistic regression of sex on the logit; bounds: ELUB (Vergeer 2016), one misleading ratio added on each side"
LN10 = math.log(10.0)
BOUND_STEP = 0.01
"""Of the search for the bounds, in log10."""
# Weight of the pull towards slope 1 on standardised logits: nothing beside any real part, but a perfectly separated one stays finite.
PULL = 1e-3
LEAST_FOR_INTERVAL = 39
"""Hands below which no order statistics hold 95 % of new ones."""


def with_once(fit: Callable[[Floats], dict[str, Any]], outputs: Floats) -> dict[str, Any]:
    """A card's table as `fit` makes it of the mean of each hand's readings, and under `once` what differs where the first alone is known.

    A single reading scatters more than the mean of two: by the table of the mean its ratios would be too far from 1, and its age
    intervals too narrow. `outputs` (hands, readings).
    """
    both, once = fit(outputs.mean(axis=1)), fit(outputs[:, 0])
    return both | {"once": {key: value for key, value in once.items() if value != both[key]}}


def calibrate_sex(logits: Floats, male: Flags) -> dict[str, Any]:
    """The card's [calibration] table but for its hash: ln odds of male = a * logit + b at the part's own sex ratio, and the bounds.

    Raises
    ------
    ValueError
        One sex only, logits that do not rise with male, or so weak that no ratio but 1 is supported.
    """
    n_male, n_female = int(male.sum()), int((~male).sum())
    if not n_male or not n_female:
        raise ValueError("a calibration part needs both sexes")
    a, b = logistic(logits, male)
    low, high = bounds((a * logits + b - math.log(n_male / n_female)) / LN10, male)
    if a <= 0 or not low < 0 < high:
        raise ValueError(f"these logits carry no evidence of sex: slope {a:.3g}, bounds {low:.2f} and {high:.2f}")
    return {"a": a, "b": b, "n_female": n_female, "n_male": n_male, "log10_lr_low": low, "log10_lr_high": high, "method": METHOD}


def logistic(logits: Floats, male: Flags) -> tuple[float, float]:
    """Maximum-likelihood slope and intercept by Newton's method, on standardised logits."""
    mean, sd = float(logits.mean()), float(logits.std()) or 1.0
    x = np.stack(((logits - mean) / sd, np.ones_like(logits)), axis=1)
    found, pull = np.array([1.0, 0.0]), np.diag([PULL, 0.0])
    for _ in range(100):
        probability = 0.5 * (1 + np.tanh(x @ found / 2))
        slope = x.T @ (male - probability) - pull @ (found - [1.0, 0.0])
        step = np.linalg.solve(x.T @ (x * (probability * (1 - probability))[:, None]) + pull, slope)
        found = found + step / max(1.0, float(np.abs(step).max()))
        if np.abs(step).max() < 1e-10:
            break
    return float(found[0] / sd), float(found[1] - found[0] * mean / sd)


def bounds(log10_lr: Floats, male: Flags) -> tuple[float, float]:
    """Empirical lower and upper bound (ELUB, Vergeer 2016) of **log10** likelihood ratios: what a part of this size supports.

    Who decides by the ratios, against a cost ratio of t, errs on the males at or below t and on the females above it; to each side one
    misleading ratio is added, as large as can be. The bounds end where that costs more than to decide without any ratio.
    """
    males, females = np.sort(log10_lr[male]), np.sort(log10_lr[~male])
    least = max(float(log10_lr.min()), -math.log10(len(males) + 1))
    most = min(float(log10_lr.max()), math.log10(len(females) + 1))
    steps = np.arange(min(0, int(least // BOUND_STEP)), max(0, int(most // BOUND_STEP) + 1) + 1)
    at = BOUND_STEP * steps
    missed = (np.searchsorted(males, at, side="right") + 1) / (len(males) + 1)
    misled = (len(females) - np.searchsorted(females, at, side="right") + 1) / (len(females) + 1)
    worse = missed + 10**at * misled > np.minimum(1.0, 10**at)
    low = max((int(step) + 1 for step in steps[worse & (steps <= 0)]), default=int(steps[0]))
    high = min((int(step) - 1 for step in steps[worse & (steps >= 0)]), default=int(steps[-1]))
    return round(BOUND_STEP * min(low, 0), 2), round(BOUND_STEP * max(high, 0), 2)


def calibrate_age(outputs: Floats, months: Floats, mean: float, sd: float) -> dict[str, Any]:
    """The card's [age] table from a calibration part's age outputs and known skeletal ages.

    The bias is the mean error; the interval holds 95 % of the errors that are left, its ends the order statistics that a
    new hand exceeds with a probability of at most 2.5 % (split conformal), so that it is wider where hands are few. The bands hold
    the same within true ages; see `AgeScale.span`.

    Raises
    ------
    ValueError
        Fewer than `LEAST_FOR_INTERVAL` hands of known age.
    """
    known = ~np.isnan(months)
    true = months[known]
    errors = (mean + sd * outputs[known]) - true
    bias = float(errors.mean())
    left = bias - errors
    bands = [
        {"from": start, "interval": _holding_95(left[inside]), "n": int(inside.sum()), "reaches_from": float(true[inside].min())}
        for start, inside in _age_groups(true)
    ]
    return {"mean": mean, "sd": sd, "bias": bias, "interval": _holding_95(left), "n": len(left), "bands": bands}


def _holding_95(errors: Floats) -> list[float]:
    ranked = np.sort(errors)
    place = math.floor(0.025 * (len(ranked) + 1)) - 1
    if place < 0:
        raise ValueError(f"{len(ranked)} hands of known age do not carry a 95 % interval; {LEAST_FOR_INTERVAL} do")
    return [float(ranked[place]), float(ranked[len(ranked) - 1 - place])]


def _age_groups(true: Floats) -> list[tuple[float, Flags]]:
    """First month of each band, and the hands that its interval is fitted on.

    A band with fewer than `LEAST_FOR_INTERVAL` hands borrows those nearest to it in age: the oldest are judged by the oldest at hand.
    """
    groups = []
    for _, low, high in BANDS:
        inside = (low <= true) & (true < high)
        distance = np.where(inside, -1.0, np.maximum(low - true, true - high))
        needed = min(len(true), max(int(inside.sum()), LEAST_FOR_INTERVAL))
        groups.append((low, distance <= np.sort(distance)[needed - 1]))
    return groups


def calibrate_typicality(
    training: NDArray[np.float32], calibration: NDArray[np.float32], *, rank: int = 64
) -> dict[str, NDArray[np.float32]]:
    """The typicality tensors; see `inference.typicality.fit`."""
    return unlikeness.fit(training, calibration, min(rank, min(training.shape) - 1))
