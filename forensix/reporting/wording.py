"""Numbers and outcomes in the words of a report; two significant figures, a stated direction, never more than the validation supports."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from forensix.domain import rounding
from forensix.domain.examination import AgeEstimate, ObservedSex, Outcome, SexEstimate

PRIORS = (0.3, 0.5, 0.7)

OUTCOMES = {
    Outcome.MALE: "supports male",
    Outcome.FEMALE: "supports female",
    Outcome.INDETERMINATE: "indeterminate",
    Outcome.NOT_EVALUATED: "not evaluated",
}
CONCLUSIONS = {
    Outcome.MALE: "In the examiner's opinion the findings support the proposition that the hand is of a male.",
    Outcome.FEMALE: "In the examiner's opinion the findings support the proposition that the hand is of a female.",
    Outcome.INDETERMINATE: "In the examiner's opinion the sex cannot be told from this radiograph: indeterminate.",
    Outcome.NOT_EVALUATED: "The examiner did not evaluate the sex from this radiograph.",
}
OBSERVED = {
    ObservedSex.MALE: "male",
    ObservedSex.FEMALE: "female",
    ObservedSex.CANNOT_BE_TOLD: "cannot be told from this radiograph",
}
REASONS = {
    "threshold": "the posterior does not reach the threshold of the decision rule",
    "readings_disagree": "the readings as left and as right hand disagree",
    "outside_validation": "outside the range for which the model was validated",
    "atypical": "the radiograph is unlike those the model was calibrated on",
    "quality": "the quality of the radiograph does not allow it",
    "no_result": "the network gave no usable value",
}


def figures(value: float, count: int = 2) -> str:
    """`value` with `count` significant figures and no exponent."""
    if not math.isfinite(value):
        return "not available"
    if value == 0:
        return "0"
    exponent = int(f"{value:.{count - 1}e}".partition("e")[2])  # of the rounded value: 9.96 is 10
    decimals = count - 1 - exponent
    return signed_minus(f"{round(value, decimals):,.{max(decimals, 0)}f}".replace(",", " "))


def ratio(log10_lr: float) -> str:
    """A likelihood ratio as it is told: two significant figures, cut."""
    return figures(rounding.ratio(log10_lr))


def signed_minus(text: str) -> str:
    """A true minus sign instead of a hyphen."""
    return text.replace("-", "−")


def fixed(value: float, decimals: int = 2) -> str:
    return signed_minus(f"{value:.{decimals}f}") if math.isfinite(value) else "not available"


def edge(value: float) -> str:
    """An edge of the verbal scale."""
    return "no end" if math.isinf(value) else f"{value:,.0f}".replace(",", " ")


def probability(value: float) -> str:
    """A probability as it is told: three decimals, rounded towards 0.5."""
    return f"{rounding.probability(value):.3f}" if math.isfinite(value) else "not available"


def likelihood_ratio(log10_lr: float) -> str:
    """The ratio with its direction: "16 in favour of male over female"."""
    if not math.isfinite(log10_lr):
        return "not available"
    told = ratio(log10_lr)
    if told == "1.0":
        return "1.0: neither proposition is favoured"
    first, second = ("male", "female") if log10_lr > 0 else ("female", "male")
    return f"{told} in favour of {first} over {second}"


def short_ratio(log10_lr: float) -> str:
    """The ratio for a table: "16, male over female"."""
    if not math.isfinite(log10_lr):
        return "not available"
    told = ratio(log10_lr)
    return told if told == "1.0" else f"{told}, " + ("male over female" if log10_lr > 0 else "female over male")


def posterior(log10_lr: float, prior_male: float) -> float:
    """Probability of male at a prior, from the bounded ratio."""
    odds: float = 10**log10_lr * prior_male / (1 - prior_male)
    return odds / (1 + odds)


def bound(estimate: SexEstimate) -> str:
    """What the validation supports at most, in both directions."""
    low, high = estimate.log10_lr_bound
    return f"1/{ratio(-low)} to {ratio(high)} (log10 {fixed(low)} to {fixed(high)})"


def bounded(estimate: SexEstimate) -> bool:
    """Whether the reported ratio was held back by the bound."""
    return abs(estimate.log10_lr_unbounded) > abs(estimate.log10_lr) + 1e-9


def band_of(log10_lr: float, scale: dict[str, Any]) -> dict[str, Any] | None:
    """The band of the verbal scale that holds a ratio; a lower edge belongs to its band."""
    ratio = float(f"{10 ** abs(log10_lr):.12g}")
    return next((band for band in scale.get("band", []) if float(band["low"]) <= ratio < float(band["high"])), None)


def verbal(log10_lr: float, scale: dict[str, Any]) -> str:
    """The ratio as the scale's sentence; where the band names no direction, its sentence for neither."""
    band = band_of(log10_lr, scale) if math.isfinite(log10_lr) else None
    if band is None:
        return "No verbal equivalent can be given."
    if not band["directed"]:
        return str(scale["neither"])
    first, second = ("male", "female") if log10_lr > 0 else ("female", "male")
    propositions = scale["propositions"]
    return str(scale["sentence"]).format(words=band["words"], proposition=propositions[first], alternative=propositions[second])


def outcome(estimate: SexEstimate) -> str:
    """The outcome, with its reason where there is one."""
    reason = REASONS.get(estimate.reason, estimate.reason)
    return OUTCOMES[estimate.outcome] + (f" ({reason})" if reason else "")


def age(estimate: AgeEstimate | None) -> str:
    if estimate is None:
        return "not estimated by this model"
    low, high = estimate.low, estimate.high
    span = f"{low / 12:.1f} to {high / 12:.1f} years ({low:.0f} to {high:.0f} months)"
    return f"{years(estimate.months)}; 95 % prediction interval {span}"


def years(months: float) -> str:
    """Months as years with one decimal."""
    return f"{months / 12:.1f} years" if math.isfinite(months) else "not available"


def short_age(estimate: AgeEstimate | None) -> str:
    """The age with its interval for a table: "11.5 years (8.9 to 14.1)"."""
    return "–" if estimate is None else f"{years(estimate.months)} ({estimate.low / 12:.1f} to {estimate.high / 12:.1f})"


def moment(at: datetime | str | None) -> str:
    """A time for people, in UTC; a naive one says that its zone is unstated."""
    if at is None or at == "":
        return ""
    if isinstance(at, str):
        try:
            at = datetime.fromisoformat(at)
        except ValueError:
            return str(at)
    if at.tzinfo is None:
        return f"{at:%Y-%m-%d %H:%M:%S}, time zone not stated"
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def offset(minutes: int) -> str:
    """A local time's distance from UTC: "UTC+01:00"."""
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


def local_moment(at: datetime | None, offset_minutes: int) -> str:
    """A time in UTC and, beside it, at the given offset."""
    if at is None or at.tzinfo is None:
        return moment(at)
    there = at.astimezone(timezone(timedelta(minutes=offset_minutes)))
    return f"{moment(at)} ({there:%Y-%m-%d %H:%M:%S} at {offset(offset_minutes)})"


def quoted(text: str) -> str:
    """A person's own words, marked as such at the beginning of each line, so that none of them passes for the report's."""
    return "“" + "\n“".join(text.splitlines()) + "”" if text else ""


def share(part: int, whole: int) -> str:
    """A count of a whole, as a percentage: "5 of 194 (2.6 %)"."""
    return f"{part} of {whole} ({100 * part / whole:.1f} %)" if whole else "–"


def listed(words: Sequence[str]) -> str:
    """Words joined as in a sentence: "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else list(words))


def interval(metric: Any, decimals: int | None = None) -> tuple[str, str, str]:
    """(value, 95 % interval, n) of a metric of evaluation.json, with `decimals` or (None) as a share in per cent; dashes for null."""
    if not isinstance(metric, dict) or metric.get("value") is None:
        return ("–", "–", "–")
    value, low, high = (
        "" if one is None else f"{100 * one:.1f} %" if decimals is None else fixed(one, decimals)
        for one in (metric["value"], metric.get("low"), metric.get("high"))
    )
    return (
        value,
        f"{low} to {high}" if low and high else "–",
        f"{metric['n']:,}".replace(",", " ") if metric.get("n") is not None else "–",
    )
