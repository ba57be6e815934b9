"""What a set of predictions is worth: every metric of evaluation.json, schema 1, with its 95 % interval and its n."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta, rankdata
from sklearn.isotonic import isotonic_regression

from forensix.validation.manifest import BANDS, band_of

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

DRAWS = 2000
SEED = 20261121
BINS = 10
LN10 = math.log(10.0)


@dataclass(frozen=True, slots=True)
class Prediction:
    """One readable radiograph of known sex and what the model says of it.

    Parameters
    ----------
    log10_lr, log10_lr_unbounded : float
        Male over female; the bounded one is what an estimate shows.
    outcome : {"male", "female", "indeterminate", "not_evaluated"}
    bone_age_months, estimated_months, age_low, age_high : float or None
        Known skeletal age, the estimate, and its 95 % prediction interval.
    reason : str
        Why the outcome is neither male nor female.
    age_years : float or None
        Age in years of life, where the manifest has it; a site's adults are told by it.
    readings : tuple of float
        The logit of each reading (as is, mirrored).
    file : str
        The radiograph's file name.
    """

    subject: str
    part: str
    sex: str
    logit: float
    log10_lr: float
    log10_lr_unbounded: float
    outcome: str
    bone_age_months: float | None
    estimated_months: float | None
    age_low: float | None = None
    age_high: float | None = None
    typicality: float | None = None
    reason: str = ""
    age_years: float | None = None
    readings: tuple[float, ...] = ()
    file: str = ""

    @property
    def forced_choice(self) -> str:
        """Likelihood ratio above 1 = male."""
        return "male" if self.log10_lr_unbounded > 0 else "female"


@dataclass(frozen=True, slots=True)
class Sample:
    """Predictions as columns, one entry for each radiograph; ages NaN where unknown."""

    subject: NDArray[np.str_]
    male: Flags
    called_male: Flags
    lr: Floats
    unbounded: Floats
    decided: Flags
    right: Flags
    age: Floats
    estimate: Floats

    @classmethod
    def of(cls, predictions: Sequence[Prediction]) -> Sample:
        """Columns of `predictions`."""
        male = np.array([p.sex == "male" for p in predictions], dtype=bool)
        return cls(
            subject=np.array([p.subject for p in predictions], dtype=np.str_),
            male=male,
            called_male=np.array([p.forced_choice == "male" for p in predictions], dtype=bool),
            lr=np.array([p.log10_lr for p in predictions], dtype=float),
            unbounded=np.array([p.log10_lr_unbounded for p in predictions], dtype=float),
            decided=np.array([p.outcome in ("male", "female") for p in predictions], dtype=bool),
            right=np.array([p.outcome == p.sex for p in predictions], dtype=bool),
            age=np.array([math.nan if p.bone_age_months is None else p.bone_age_months for p in predictions], dtype=float),
            estimate=np.array([math.nan if p.estimated_months is None else p.estimated_months for p in predictions], dtype=float),
        )

    def take(self, rows: NDArray[Any]) -> Sample:
        """The sample of the given rows (indices or flags)."""
        return Sample(**{field.name: getattr(self, field.name)[rows] for field in fields(self)})


def measure(predictions: Sequence[Prediction], *, draws: int = DRAWS) -> dict[str, Any]:
    """All metrics of a set of predictions.

    Returns
    -------
    dict
        For each name {"value", "low", "high", "n"}, or None where it is not defined (one sex only, no ages, nothing decided);
        `confusion` holds counts. Never NaN.
    """
    sample = Sample.of(predictions)
    found: dict[str, Any] = {name: proportion(*count(predictions)) for name, count in PROPORTIONS.items()}
    found |= _bootstrapped(sample, draws)
    found["expected_calibration_error_if_calibrated_95"] = calibrated_error_bound(sample, draws)
    found["confusion"] = confusion(predictions)
    return found


def by_age_band(predictions: Sequence[Prediction], *, draws: int = DRAWS) -> dict[str, Any]:
    """`measure` within each band of true bone age; a band with nobody in it has n 0 and nothing measured."""
    groups: dict[str, list[Prediction]] = {name: [] for name, _, _ in BANDS}
    for prediction in predictions:
        if prediction.bone_age_months is not None:
            groups[band_of(prediction.bone_age_months)].append(prediction)
    return {name: {"n": len(group), **measure(group, draws=draws)} for name, group in groups.items()}


def by_sex(predictions: Sequence[Prediction], *, draws: int = DRAWS) -> dict[str, Any]:
    """`measure` within each sex."""
    groups = {sex: [p for p in predictions if p.sex == sex] for sex in ("female", "male")}
    return {sex: {"n": len(group), **measure(group, draws=draws)} for sex, group in groups.items()}


def confusion(predictions: Sequence[Prediction]) -> dict[str, dict[str, int]]:
    """Counts of the forced choice, truth outside."""
    table = {truth: {"female": 0, "male": 0} for truth in ("female", "male")}
    for prediction in predictions:
        table[prediction.sex][prediction.forced_choice] += 1
    return table


def proportion(hits: int, n: int) -> dict[str, float | int] | None:
    """A share with its Clopper-Pearson interval; None of nothing."""
    if n == 0:
        return None
    low = float(beta.ppf(0.025, hits, n - hits + 1)) if hits > 0 else 0.0
    high = float(beta.ppf(0.975, hits + 1, n - hits)) if hits < n else 1.0
    return {"value": hits / n, "low": low, "high": high, "n": n}


Count = Callable[[Sequence[Prediction]], tuple[int, int]]


def _share(hit: Callable[[Prediction], bool], among: Callable[[Prediction], bool] = lambda p: True) -> Count:
    def count(predictions: Sequence[Prediction]) -> tuple[int, int]:
        chosen = [p for p in predictions if among(p)]
        return sum(hit(p) for p in chosen), len(chosen)

    return count


def _chosen_right(p: Prediction) -> bool:
    return p.forced_choice == p.sex


PROPORTIONS: Mapping[str, Count] = {
    "accuracy": _share(_chosen_right),
    "sensitivity_male": _share(_chosen_right, lambda p: p.sex == "male"),
    "sensitivity_female": _share(_chosen_right, lambda p: p.sex == "female"),
    "precision_male": _share(_chosen_right, lambda p: p.forced_choice == "male"),
    "precision_female": _share(_chosen_right, lambda p: p.forced_choice == "female"),
    "recall_male": _share(_chosen_right, lambda p: p.sex == "male"),
    "recall_female": _share(_chosen_right, lambda p: p.sex == "female"),
    "majority_share": lambda ps: (max(sum(p.sex == "male" for p in ps), sum(p.sex == "female" for p in ps)), len(ps)),
    "decided_accuracy": _share(lambda p: p.outcome == p.sex, lambda p: p.outcome in ("male", "female")),
    "indeterminate_rate": _share(lambda p: p.outcome == "indeterminate"),
    "not_evaluated_rate": _share(lambda p: p.outcome == "not_evaluated"),
    "age_interval_coverage": _share(
        lambda p: (p.age_low or 0.0) <= (p.bone_age_months or 0.0) <= (p.age_high or 0.0),
        lambda p: None not in (p.bone_age_months, p.age_low, p.age_high),
    ),
}


def _counts(s: Sample) -> tuple[int, int, int, int]:
    """Females called female and male, males called female and male."""
    both = np.bincount(2 * s.male.astype(int) + s.called_male.astype(int), minlength=4)
    return int(both[0]), int(both[1]), int(both[2]), int(both[3])


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else math.nan


def precision(s: Sample) -> float:
    """Macro mean; NaN where a sex is never called."""
    ff, fm, mf, mm = _counts(s)
    return (_ratio(ff, ff + mf) + _ratio(mm, mm + fm)) / 2


def recall(s: Sample) -> float:
    """Macro mean; NaN of one sex alone."""
    ff, fm, mf, mm = _counts(s)
    return (_ratio(ff, ff + fm) + _ratio(mm, mm + mf)) / 2


def f1_male(s: Sample) -> float:
    _, fm, mf, mm = _counts(s)
    return _ratio(2 * mm, 2 * mm + fm + mf) if s.male.any() else math.nan


def f1_female(s: Sample) -> float:
    ff, fm, mf, _ = _counts(s)
    return _ratio(2 * ff, 2 * ff + fm + mf) if not s.male.all() else math.nan


def f1(s: Sample) -> float:
    """Macro mean; NaN of one sex alone."""
    return (f1_male(s) + f1_female(s)) / 2


def cohen_kappa(s: Sample) -> float:
    ff, fm, mf, mm = _counts(s)
    n = ff + fm + mf + mm
    by_chance = ((ff + fm) * (ff + mf) + (mf + mm) * (fm + mm)) / n**2
    return _ratio((ff + mm) / n - by_chance, 1 - by_chance)


def auc(s: Sample) -> float:
    """Share of (male, female) pairs in the right order, ties half; of the unbounded ratio."""
    males, females = int(s.male.sum()), int((~s.male).sum())
    if not males or not females:
        return math.nan
    return float((rankdata(s.unbounded)[s.male].sum() - males * (males + 1) / 2) / (males * females))


def cllr(s: Sample) -> float:
    """Log-likelihood-ratio cost (Brummer 2006) of the bounded ratio, in bits: what the estimates show."""
    return _cost(s.lr * LN10, s.male)


def cllr_unbounded(s: Sample) -> float:
    """The same of the ratio before the bound."""
    return _cost(s.unbounded * LN10, s.male)


def cllr_min(s: Sample) -> float:
    """The cost after the best monotone recalibration of the unbounded ratio on the truth itself: discrimination alone."""
    if s.male.all() or not s.male.any():
        return math.nan
    return _cost(best_calibrated(s), s.male)


def best_calibrated(s: Sample) -> Floats:
    """Natural log ratios after that recalibration (pool adjacent violators); infinite where the set holds one sex only."""
    _, place = np.unique(s.unbounded, return_inverse=True)
    weights = np.bincount(place).astype(float)
    share = np.bincount(place, weights=s.male.astype(float)) / weights
    fitted = np.clip(isotonic_regression(share, sample_weight=weights), 0.0, 1.0)[place]
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(fitted) - np.log1p(-fitted) - math.log(s.male.sum() / (~s.male).sum()))


def _cost(ln_lr: Floats, male: Flags) -> float:
    if male.all() or not male.any():
        return math.nan
    # logaddexp(0, -inf) is 0: a certain and right ratio costs nothing.
    return float((np.logaddexp(0, -ln_lr[male]).mean() + np.logaddexp(0, ln_lr[~male]).mean()) / (2 * math.log(2)))


def probability_male(s: Sample) -> Floats:
    """Posterior at the set's own sex ratio, from the unbounded ratio."""
    log_odds = s.unbounded * LN10 + math.log(s.male.sum() / (~s.male).sum())
    return np.asarray(0.5 * (1 + np.tanh(log_odds / 2)))


def expected_calibration_error(s: Sample) -> float:
    """Mean gap of probability and frequency over ten equal bins of P(male), weighted by their numbers."""
    if s.male.all() or not s.male.any():
        return math.nan
    return _gap(probability_male(s), s.male)


def _gap(probability: Floats, male: Flags) -> float:
    place = np.minimum((probability * BINS).astype(int), BINS - 1)
    gaps = np.bincount(place, weights=probability - male, minlength=BINS)
    return float(np.abs(gaps).sum() / len(male))


def calibrated_error_bound(s: Sample, draws: int = DRAWS) -> float | None:
    """The 95th percentile of the calibration error that a perfectly calibrated model with these scores shows at this n."""
    if len(s.male) == 0 or s.male.all() or not s.male.any():
        return None
    probability, random = probability_male(s), np.random.default_rng(SEED)
    found = [_gap(probability, random.random(len(probability)) < probability) for _ in range(draws)]
    return float(np.percentile(found, 95))


def _errors(s: Sample) -> Floats:
    found = s.estimate - s.age
    return np.asarray(found[~np.isnan(found)])


def bone_age_mad_months(s: Sample) -> float:
    errors = _errors(s)
    return float(np.abs(errors).mean()) if len(errors) else math.nan


def bone_age_mse(s: Sample) -> float:
    errors = _errors(s)
    return float((errors**2).mean()) if len(errors) else math.nan


def bone_age_icc(s: Sample) -> float:
    """ICC(2,1), absolute agreement (Shrout and Fleiss 1979), of known and estimated age as two raters."""
    known = ~np.isnan(s.age + s.estimate)
    pairs = np.stack((s.age[known], s.estimate[known]), axis=1)
    n = len(pairs)
    if n < 2:
        return math.nan
    mean = pairs.mean()
    rows = 2 * ((pairs.mean(axis=1) - mean) ** 2).sum() / (n - 1)
    raters = n * ((pairs.mean(axis=0) - mean) ** 2).sum()
    rest = (((pairs - mean) ** 2).sum() - rows * (n - 1) - raters) / (n - 1)
    return _ratio(float(rows - rest), float(rows + rest + 2 * (raters - rest) / n))


BOOTSTRAPPED: Mapping[str, Callable[[Sample], float]] = {
    "precision": precision,
    "recall": recall,
    "f1": f1,
    "f1_male": f1_male,
    "f1_female": f1_female,
    "auc": auc,
    "cohen_kappa": cohen_kappa,
    "cllr": cllr,
    "cllr_unbounded": cllr_unbounded,
    "cllr_min": cllr_min,
    "expected_calibration_error": expected_calibration_error,
    "bone_age_mad_months": bone_age_mad_months,
    "bone_age_mse": bone_age_mse,
    "bone_age_icc": bone_age_icc,
}
OF_AGES = ("bone_age_mad_months", "bone_age_mse", "bone_age_icc")


def _bootstrapped(sample: Sample, draws: int) -> dict[str, Any]:
    """Values with percentile intervals over draws of subjects."""
    if len(sample.male) == 0:
        return dict.fromkeys(BOOTSTRAPPED)
    values = {name: statistic(sample) for name, statistic in BOOTSTRAPPED.items()}
    found: dict[str, list[float]] = {name: [] for name, value in values.items() if math.isfinite(value)}
    for rows in drawn_rows(sample.subject, draws):
        drawn = sample.take(rows)
        for name, seen in found.items():
            seen.append(BOOTSTRAPPED[name](drawn))
    aged = int((~np.isnan(sample.age + sample.estimate)).sum())
    return {name: _interval(values[name], found.get(name, []), aged if name in OF_AGES else len(sample.male)) for name in BOOTSTRAPPED}


def drawn_rows(subjects: NDArray[np.str_], draws: int) -> Iterator[NDArray[np.int_]]:
    """Rows of bootstrap draws of subjects, all radiographs of a drawn subject together."""
    _, owner = np.unique(subjects, return_inverse=True)
    rows_of = np.split(np.argsort(owner, kind="stable"), np.cumsum(np.bincount(owner))[:-1])
    random = np.random.default_rng(SEED)
    for _ in range(draws):
        yield np.concatenate([rows_of[i] for i in random.integers(0, len(rows_of), len(rows_of))])


def _interval(value: float, seen: Sequence[float], n: int) -> dict[str, float | int] | None:
    defined = [draw for draw in seen if math.isfinite(draw)]
    if not math.isfinite(value) or not defined:
        return None
    low, high = np.percentile(defined, (2.5, 97.5))
    return {"value": value, "low": float(low), "high": float(high), "n": n}
