"""Whether a network reads sex beyond age, which goes with sex in most collections: accuracy within one-year bands of skeletal age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensix.validation import metrics
from forensix.validation.metrics import Prediction

LEAST_IN_YEAR = 10
"""Hands of a year of skeletal age below which its accuracy is not told by itself."""


def sex_beyond_age(predictions: Sequence[Prediction], draws: int = metrics.DRAWS) -> dict[str, Any] | None:
    """Accuracy of the forced choice within one-year bands of known skeletal age, against always calling the band's larger sex.

    The margin is of all bands together, weighted by their numbers; its interval is a percentile bootstrap by subject in which each
    draw's own majority counts, which favours the majority. None where no age is known.
    """
    aged = [p for p in predictions if p.bone_age_months is not None]
    if not aged:
        return None
    year = np.array([int((p.bone_age_months or 0.0) // 12) for p in aged])
    male = np.array([p.sex == "male" for p in aged])
    right = np.array([p.forced_choice == p.sex for p in aged])
    subject = np.array([p.subject for p in aged], dtype=np.str_)

    def margin(rows: NDArray[np.int_]) -> float:
        males = np.bincount(year[rows], weights=male[rows])
        return float(right[rows].mean() - np.maximum(males, np.bincount(year[rows]) - males).sum() / len(rows))

    drawn = [margin(rows) for rows in metrics.drawn_rows(subject, draws)]
    low, high = np.percentile(drawn, (2.5, 97.5))
    years = [_year(number, male[year == number], right[year == number]) for number in np.unique(year)]
    return {
        "margin": {"value": margin(np.arange(len(aged))), "low": float(low), "high": float(high), "n": len(aged)},
        "years": [one for one in years if one["n"] >= LEAST_IN_YEAR],
        "years_left_out": sum(one["n"] < LEAST_IN_YEAR for one in years),
    }


def _year(number: int, male: NDArray[np.bool_], right: NDArray[np.bool_]) -> dict[str, Any]:
    share = float(male.mean())
    return {
        "year": int(number),
        "n": len(male),
        "majority": max(share, 1.0 - share),
        "accuracy": metrics.proportion(int(right.sum()), len(male)),
    }


def margin_words(margin: Mapping[str, Any]) -> str:
    """What the margin says, with its interval."""
    points = [f"{100 * margin[key]:+.1f}" for key in ("value", "low", "high")]
    return (
        f"Within one-year bands of skeletal age the forced choice is right {points[0]} percentage points more often (95 % interval "
        f"{points[1]} to {points[2]}, n {margin['n']}) than always calling the band's larger sex: what the network reads of sex beyond age."
    )
