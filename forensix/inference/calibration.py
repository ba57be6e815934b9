"""The network's logit to a bounded likelihood ratio and to a posterior at a stated prior."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import rfc8785

LN10 = math.log(10.0)


@dataclass(frozen=True, slots=True)
class Calibration:
    """The card's `[calibration]` table.

    Parameters
    ----------
    a, b : float
        Natural log odds of male = a * logit + b, at the calibration part's own sex ratio.
    n_female, n_male : int
        Hands of that part.
    log10_lr_low, log10_lr_high : float
        What that part supports; low < 0 < high.

    Raises
    ------
    ValueError
        Values that are no calibration.
    """

    a: float
    b: float
    n_female: int
    n_male: int
    log10_lr_low: float
    log10_lr_high: float
    method: str = ""
    sha256: str = ""

    def __post_init__(self) -> None:
        if not (math.isfinite(self.a) and math.isfinite(self.b) and self.a > 0):
            raise ValueError("a and b must be finite, and a above 0 (a larger logit speaks for male)")
        if self.n_female < 1 or self.n_male < 1:
            raise ValueError("n_female and n_male must be 1 or more")
        if not (-math.inf < self.log10_lr_low < 0 < self.log10_lr_high < math.inf):
            raise ValueError("log10_lr_low must be below 0 and log10_lr_high above, both finite")

    def log10_lr(self, logit: float) -> float:
        """Unbounded log10 likelihood ratio, male over female: calibrated log odds less the part's log prior odds."""
        return (self.a * logit + self.b - math.log(self.n_male / self.n_female)) / LN10

    def bounded(self, log10_lr: float) -> float:
        """The ratio held inside what the calibration part supports."""
        return min(max(log10_lr, self.log10_lr_low), self.log10_lr_high)


def posterior(log10_lr: float, prior_male: float) -> float:
    """Probability of male after the evidence; `prior_male` above 0 and below 1."""
    log_odds = log10_lr * LN10 + math.log(prior_male / (1.0 - prior_male))
    if log_odds >= 0:
        return 1.0 / (1.0 + math.exp(-log_odds))
    return math.exp(log_odds) / (1.0 + math.exp(log_odds))


def sha256_of(table: Mapping[str, Any]) -> str:
    """The card's `[calibration] sha256`: of the table's RFC 8785 form without that key, lower hex."""
    body = {key: value for key, value in table.items() if key != "sha256"}
    return hashlib.sha256(rfc8785.dumps(body)).hexdigest()
