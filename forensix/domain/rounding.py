"""How far the numbers of an estimate are told, on paper as in what is exported: never as more than was found."""

from __future__ import annotations

import math


def ratio(log10_lr: float) -> float:
    """A likelihood ratio towards the sex that it favours, 1 or more, with two significant figures.

    A band of the verbal scale begins at a number of two figures, so that a ratio and its words never disagree.
    """
    return cut(_clean(10 ** abs(log10_lr)))


def cut(value: float) -> float:
    """Two significant figures of a number from 0 on, cut and not rounded: what misses a level does not read as if it reached it."""
    if value <= 0:
        return 0.0
    unit = 10.0 ** (math.floor(math.log10(value)) - 1)
    return _clean(math.floor(_clean(value / unit)) * unit)


def probability(value: float) -> float:
    """Three decimals, rounded towards 0.5: never up to certainty, nor up to a threshold that was missed."""
    thousandths = float(f"{1000 * value:.9g}")
    return min(max(math.floor(thousandths) if value > 0.5 else math.ceil(thousandths), 1), 999) / 1000


def _clean(value: float) -> float:
    """Without what binary fractions add at the end: 6.3 and not 6.300000000000001."""
    return float(f"{value:.12g}")
