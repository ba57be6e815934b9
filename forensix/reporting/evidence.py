"""What a model's own predictions on test hands show: errors at the rule that was used, and the curves of its calibration.

Everything is computed from the bundle's predictions.csv, once for each file and rule, and stands in the record as it is drawn.
"""

from __future__ import annotations

import csv
import hashlib
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

BANDS = (("0-5", 0.0, 60.0), ("5-10", 60.0, 120.0), ("10-14", 120.0, 168.0), ("14-17", 168.0, 204.0), ("17+", 204.0, math.inf))
"""Bands of the known bone age: name, from, to, in months."""

BINS = 10
POINTS = 121
PRIOR_ODDS = tuple(step / 10 for step in range(-20, 21))
"""log10 prior odds at which the empirical cross-entropy is drawn."""


@dataclass(frozen=True, slots=True)
class Tested:
    """One test hand: known sex, bounded and unbounded log10 ratio, the outcome that no rule changes or "", known bone age in months.

    `first` is the logit of the first of several readings; None where the file keeps no more than one.
    """

    male: bool
    log10_lr: float
    unbounded: float
    settled: str
    months: float | None
    first: float | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """What turns the logit of a single reading into a bounded log10 ratio: the numbers of a card's `[calibration]`, of its `once` if any.

    `own` is whether the card has such numbers for a single reading; else they are those of the mean of both.
    """

    a: float
    b: float
    n_female: int
    n_male: int
    log10_lr_low: float
    log10_lr_high: float
    own: bool = False

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Scale | None:
        """From a card's table; None where it lacks any of them."""
        names, once = [field.name for field in fields(cls) if field.name != "own"], table.get("once") or {}
        values = {**table, **once}
        return cls(**{name: values[name] for name in names}, own=bool(once)) if all(name in values for name in names) else None

    def log10_lr(self, logit: float) -> float:
        return (self.a * logit + self.b - math.log(self.n_male / self.n_female)) / math.log(10)

    def bounded(self, logit: float) -> float:
        return min(max(self.log10_lr(logit), self.log10_lr_low), self.log10_lr_high)


@lru_cache(maxsize=8)
def of_predictions(predictions: bytes, threshold: float, prior_male: float, scale: Scale | None = None) -> dict[str, Any] | None:
    """Errors and calibration curves from the bytes of a predictions.csv.

    Parameters
    ----------
    scale : Scale, optional
        With it, a file that keeps two readings of each hand also shows how the first alone does: an item whose side is known is read once.

    Returns
    -------
    dict or None
        Plain data for the record: `errors` (by sex and by age band, at this rule), `cllr`, `cllr_min`, `cllr_cal`,
        `expected_calibration_error`, the points of the three plots, and `read_once` or None: of the first reading alone `errors`, `cllr`,
        `right_share`, whether its calibration is its own, and how far its unbounded ratio lies from that of the mean. None where the file
        does not hold hands of both sexes.
    """
    hands = _read(predictions)
    sexes = {hand.male for hand in hands}
    if sexes != {True, False}:
        return None
    male = np.array([hand.male for hand in hands])
    bounded, unbounded = (np.array([getattr(hand, name) for hand in hands]) for name in ("log10_lr", "unbounded"))
    best = _recalibrated(unbounded, male)
    cost, least = _cost(bounded, male), _cost(best, male)
    return {
        "predictions_sha256": hashlib.sha256(predictions).hexdigest(),
        "n": len(hands),
        "n_male": int(male.sum()),
        "n_female": int((~male).sum()),
        "rule": {"threshold": threshold, "prior_male": prior_male},
        "errors": _errors(hands, threshold, prior_male),
        "cllr": cost,
        "cllr_min": least,
        "cllr_cal": cost - least,
        "expected_calibration_error": _calibration_error(unbounded, male),
        "tippett": {"male": _at_or_above(bounded[male]), "female": _at_or_above(bounded[~male])},
        "reliability": _reliability(unbounded, male),
        "empirical_cross_entropy": _cross_entropy(bounded, best, male),
        "read_once": _read_once(hands, threshold, prior_male, scale),
    }


def _read_once(hands: Sequence[Tested], threshold: float, prior_male: float, scale: Scale | None) -> dict[str, Any] | None:
    """The same hands by their first reading alone; what was not evaluated stays so, and readings cannot disagree."""
    if scale is None or any(hand.first is None for hand in hands):
        return None
    once = [
        replace(hand, log10_lr=scale.bounded(hand.first or 0.0), settled=hand.settled if hand.settled == "not_evaluated" else "")
        for hand in hands
    ]
    ratios, male = np.array([hand.log10_lr for hand in once]), np.array([hand.male for hand in once])
    apart = np.array([scale.log10_lr(hand.first or 0.0) - hand.unbounded for hand in hands])
    shift, reach = float(apart.mean()), 1.96 * float(apart.std()) / math.sqrt(len(hands))
    right = int(((ratios > 0) == male).sum())
    low, high = clopper_pearson(right, len(once))
    return {
        "errors": _errors(once, threshold, prior_male),
        "own_calibration": scale.own,
        "cllr": _cost(ratios, male),
        "right_share": {"value": right / len(once), "low": low, "high": high, "n": len(once)},
        "shift": {"value": shift, "low": shift - reach, "high": shift + reach, "n": len(once)},
        "median_distance": float(np.median(np.abs(apart))),
    }


def _read(predictions: bytes) -> tuple[Tested, ...]:
    """The rows of known sex; a bounded ratio stands in for an unbounded one that an older file lacks."""
    rows = csv.DictReader(io.StringIO(predictions.decode("utf-8")))
    return tuple(
        Tested(
            male=row["sex"] == "male",
            log10_lr=float(row["log10_lr"]),
            unbounded=float(row.get("log10_lr_unbounded") or row["log10_lr"]),
            settled=_settled(row["outcome"], row.get("reason") or ""),
            months=float(row["bone_age_months"]) if row.get("bone_age_months") else None,
            first=float(readings[0]) if len(readings) > 1 else None,
        )
        for row in rows
        if row.get("sex") in ("male", "female") and row.get("log10_lr")
        for readings in [(row.get("readings") or "").split(";")]
    )


def _settled(outcome: str, reason: str) -> str:
    """The outcome where something else than the threshold made it: not evaluated, or readings that disagree."""
    return outcome if outcome == "not_evaluated" or (outcome == "indeterminate" and reason not in ("", "threshold")) else ""


def _errors(hands: Sequence[Tested], threshold: float, prior_male: float) -> list[dict[str, Any]]:
    """A row for males, females, both, and each band of age: called right, wrong, indeterminate, not evaluated."""
    groups = [
        ("males", [hand for hand in hands if hand.male]),
        ("females", [hand for hand in hands if not hand.male]),
        ("all", list(hands)),
    ]
    for name, low, high in BANDS:
        groups.append((f"{name} years", [hand for hand in hands if hand.months is not None and low <= hand.months < high]))
    return [_counted(name, group, threshold, prior_male) for name, group in groups if group]


def _counted(name: str, hands: Sequence[Tested], threshold: float, prior_male: float) -> dict[str, Any]:
    called = [_called(hand, threshold, prior_male) for hand in hands]
    right = sum(call == hand.male for call, hand in zip(called, hands, strict=True) if isinstance(call, bool))
    decided = sum(isinstance(call, bool) for call in called)
    low, high = clopper_pearson(decided - right, decided)
    return {
        "group": name,
        "n": len(hands),
        "right": right,
        "wrong": decided - right,
        "indeterminate": called.count("indeterminate"),
        "not_evaluated": called.count("not_evaluated"),
        "wrong_share": (decided - right) / decided if decided else None,
        "wrong_low": low,
        "wrong_high": high,
    }


def _called(hand: Tested, threshold: float, prior_male: float) -> bool | str:
    """True for male, False for female, else the outcome."""
    if hand.settled:
        return hand.settled
    log_odds = hand.log10_lr + math.log10(prior_male / (1 - prior_male))
    reached = abs(log_odds) >= math.log10(threshold / (1 - threshold)) - 1e-12
    return log_odds > 0 if reached else "indeterminate"


def clopper_pearson(hits: int, n: int) -> tuple[float, float]:
    """The exact 95 % interval of a share; (0, 1) of nothing."""
    from scipy.special import betaincinv

    low = float(betaincinv(hits, n - hits + 1, 0.025)) if hits > 0 else 0.0
    high = float(betaincinv(hits + 1, n - hits, 0.975)) if hits < n else 1.0
    return low, high


def _recalibrated(log10_lr: Floats, male: Flags) -> Floats:
    """log10 ratios after the best monotone recalibration on the truth itself (pool adjacent violators); may be infinite."""
    from scipy.optimize import isotonic_regression

    _, place = np.unique(log10_lr, return_inverse=True)
    weights = np.bincount(place).astype(float)
    share = np.bincount(place, weights=male.astype(float)) / weights
    fitted = np.clip(isotonic_regression(share, weights=weights).x, 0.0, 1.0)[place]
    with np.errstate(divide="ignore"):
        return np.asarray(np.log10(fitted) - np.log10(1 - fitted) - math.log10(male.sum() / (~male).sum()))


def _cost(log10_lr: Floats, male: Flags) -> float:
    """Log-likelihood-ratio cost (Brummer 2006), in bits."""
    return (_bits(log10_lr[male], 0.0, -1.0) + _bits(log10_lr[~male], 0.0, 1.0)) / 2


def _bits(log10_lr: Floats, log10_odds: float, sign: float) -> float:
    """Mean penalty in bits of posterior odds towards the wrong sex; an infinite and right ratio costs nothing."""
    return float(np.logaddexp(0.0, sign * (log10_lr + log10_odds) * math.log(10)).mean() / math.log(2))


def _probability(unbounded: Floats, male: Flags) -> Floats:
    log_odds = unbounded * math.log(10) + math.log(male.sum() / (~male).sum())
    return np.asarray(0.5 * (1 + np.tanh(log_odds / 2)))


def _calibration_error(unbounded: Floats, male: Flags) -> float:
    """Mean gap of probability and frequency over ten equal bins of P(male), weighted by their numbers."""
    probability = _probability(unbounded, male)
    place = np.minimum((probability * BINS).astype(int), BINS - 1)
    return float(np.abs(np.bincount(place, weights=probability - male, minlength=BINS)).sum() / len(male))


def _reliability(unbounded: Floats, male: Flags) -> list[list[float]]:
    """For each bin that holds hands: mean P(male), observed share of males with its 95 % interval, and n."""
    probability = _probability(unbounded, male)
    place = np.minimum((probability * BINS).astype(int), BINS - 1)
    points = []
    for index in np.unique(place):
        inside = place == index
        hits, n = int(male[inside].sum()), int(inside.sum())
        points.append([float(probability[inside].mean()), hits / n, *clopper_pearson(hits, n), n])
    return points


def _at_or_above(log10_lr: Floats) -> list[list[float]]:
    """The share of ratios at or above each of evenly spaced ones that span them."""
    steps = np.linspace(math.floor(10 * log10_lr.min()) / 10, math.ceil(10 * log10_lr.max()) / 10, POINTS)
    return [[float(step), float((log10_lr >= step - 1e-12).mean())] for step in steps]


def _cross_entropy(bounded: Floats, best: Floats, male: Flags) -> dict[str, list[float]]:
    """Empirical cross-entropy in bits over log10 prior odds: of the ratios, after recalibration on the truth, and of no ratio at all."""

    def curve(log10_lr: Floats) -> list[float]:
        return [
            prior * _bits(log10_lr[male], odds, -1.0) + (1 - prior) * _bits(log10_lr[~male], odds, 1.0)
            for odds in PRIOR_ODDS
            for prior in [10**odds / (1 + 10**odds)]
        ]

    nothing = np.zeros_like(bounded)
    return {"log10_prior_odds": list(PRIOR_ODDS), "reported": curve(bounded), "recalibrated": curve(best), "no_ratio": curve(nothing)}
