"""The domain rule: from the network's numbers to an outcome, its reason, and the limitations; two tables, read from the top.

What stands in the card (`[validated]`, `[typicality]`) is compared here and nowhere else. A network that gave no number
(NaN, infinite) has outcome not_evaluated, reason no_result: its log10 likelihood ratio is then 0, its probability the prior,
its forced choice empty, so that no document ever holds a NaN; what the network gave stands in the examination's logits.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from forensix.domain.case import Acquisition, Side
from forensix.domain.examination import AgeEstimate, Limitation, Outcome
from forensix.inference.calibration import posterior
from forensix.inference.model_card import ModelCard

ADULT_YEARS = 19.0
"""From this declared age on a hand is an adult's; the atlas of skeletal ages that the models learnt ends here (years)."""
SUBADULT = (
    "ANSI/ASB Standard 090 excludes subadults from sex estimation: an estimate from an immature skeleton is for research use, "
    "outside that standard."
)
SYNTHETIC = "SYNTHETIC: the estimate means nothing."


class Finding(Protocol):
    """What the quality gate says of a radiograph; whatever has these fields will do."""

    @property
    def kind(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def blocks(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the rule looks at.

    Parameters
    ----------
    readings : tuple of float
        Unbounded log10 likelihood ratio of each reading (one, or as is and mirrored); empty where the network gave no number.
    log10_lr : float
        Unbounded, of their mean.
    path : str
        How the numbers were computed where that is not the reference path; else "".
    """

    card: ModelCard
    acquisition: Acquisition
    side: Side
    findings: tuple[Finding, ...]
    synthetic: bool
    prior_male: float
    threshold: float
    readings: tuple[float, ...]
    log10_lr: float
    typicality: float
    age: AgeEstimate | None
    path: str = ""

    def __post_init__(self) -> None:
        if not (0.0 < self.prior_male < 1.0 and 0.5 < self.threshold < 1.0):
            raise ValueError("a prior lies between 0 and 1, a threshold between 0.5 and 1")

    def side_of_rule(self, log10_lr: float) -> Outcome:
        """Male, female or indeterminate by the posterior on the bounded ratio."""
        probability = posterior(self.card.calibration.bounded(log10_lr), self.prior_male)
        if probability >= self.threshold:
            return Outcome.MALE
        return Outcome.FEMALE if 1.0 - probability >= self.threshold else Outcome.INDETERMINATE


@dataclass(frozen=True, slots=True)
class Judgement:
    """An outcome with its reason ("" for male and female) and every limitation."""

    outcome: Outcome
    reason: str
    limitations: tuple[Limitation, ...]


def judge(facts: Facts) -> Judgement:
    """Apply the rule: the first of `REASONS` that holds decides, otherwise the posterior does."""
    limitations = tuple(Limitation(kind, sentence) for kind, doubts in LIMITATIONS for sentence in doubts(facts))
    reason, outcome = _decided(facts)
    return Judgement(outcome, reason, limitations)


def _decided(facts: Facts) -> tuple[str, Outcome]:
    for reason, outcome, holds in REASONS:
        if holds(facts):
            return reason, outcome
    return "", facts.side_of_rule(facts.log10_lr)


def no_result(facts: Facts) -> bool:
    return not facts.readings


def blocked_by_quality(facts: Facts) -> bool:
    return any(finding.blocks for finding in facts.findings)


def atypical(facts: Facts) -> bool:
    return not facts.synthetic and facts.typicality < facts.card.typicality.refusal


def outside_validation(facts: Facts) -> bool:
    low, high = facts.card.validated.months
    return facts.age is None or not low <= facts.age.months <= high or _adult_outside(facts)


def readings_disagree(facts: Facts) -> bool:
    """One reading speaks for male and the other for female, and one of them, or their mean, would decide."""
    opposite = any(value > 0 for value in facts.readings) and any(value < 0 for value in facts.readings)
    decided = any(facts.side_of_rule(value) is not Outcome.INDETERMINATE for value in (*facts.readings, facts.log10_lr))
    return opposite and decided


def below_threshold(facts: Facts) -> bool:
    return facts.side_of_rule(facts.log10_lr) is Outcome.INDETERMINATE


REASONS: tuple[tuple[str, Outcome, Callable[[Facts], bool]], ...] = (
    ("no_result", Outcome.NOT_EVALUATED, no_result),
    ("quality", Outcome.NOT_EVALUATED, blocked_by_quality),
    ("outside_validation", Outcome.NOT_EVALUATED, outside_validation),
    ("atypical", Outcome.NOT_EVALUATED, atypical),
    ("readings_disagree", Outcome.INDETERMINATE, readings_disagree),
    ("threshold", Outcome.INDETERMINATE, below_threshold),
)
UNUSABLE = frozenset({"no_result", "quality", "atypical"})
"""Reasons for which the network's skeletal age is no result either."""


def _declared_adult(facts: Facts) -> bool:
    years, validated = facts.acquisition.patient_age_years, facts.card.validated
    return years is not None and years >= ADULT_YEARS and (bool(validated.site) or years * 12.0 >= validated.months[1])


def _adult_outside(facts: Facts) -> bool:
    """A declared adult, and no site's record holds adults of that age."""
    years, validated = facts.acquisition.patient_age_years, facts.card.validated.adult_years
    inside = years is not None and validated is not None and validated[0] <= years <= validated[1]
    return _declared_adult(facts) and not inside


def _synthetic(facts: Facts) -> Iterator[str]:
    """Stands in the place of what typicality would say; its number is kept and printed all the same."""
    if facts.synthetic:
        yield SYNTHETIC


def _no_result(facts: Facts) -> Iterator[str]:
    if not facts.readings:
        yield "The network gave no number for this radiograph; nothing is estimated."


def _quality(facts: Facts) -> Iterator[str]:
    for finding in facts.findings:
        remedy = str(getattr(finding, "remedy", ""))
        yield f"{finding.sentence} {remedy}".strip()


def _range(facts: Facts) -> Iterator[str]:
    low, high = facts.card.validated.months
    span = f"the {low:.0f} to {high:.0f} months of skeletal age on which the model was validated"
    if _adult_outside(facts):
        whom = "adults" if facts.card.validated.adult_years is None else "adults of that age"
        yield f"The file declares an age of {facts.acquisition.patient_age_years:.0f} years: the model is not validated for {whom}."
    if facts.age is None:
        if facts.readings:
            yield f"The model estimates no skeletal age, so it cannot be told whether this hand lies within {span}."
    elif not low <= facts.age.months <= high:
        yield f"The estimated skeletal age of {facts.age.months:.0f} months lies outside {span}."
    elif facts.age.low < low or facts.age.high > high:
        yield f"The interval of the estimated skeletal age, {facts.age.low:.0f} to {facts.age.high:.0f} months, reaches outside {span}."


def _subadult(facts: Facts) -> Iterator[str]:
    """Of a hand that its file declares a subadult's, or that the network takes for one; of what cannot be judged, a blank picture say, the
    file alone tells: what the network makes of it is nobody's age.
    """
    declared = facts.acquisition.patient_age_years
    child = declared is not None and declared < ADULT_YEARS
    young = _decided(facts)[0] not in UNUSABLE and (facts.age is None or facts.age.months < ADULT_YEARS * 12.0)
    if facts.readings and not _declared_adult(facts) and (child or young):
        yield SUBADULT


def _unlike(facts: Facts) -> Iterator[str]:
    levels = facts.card.typicality
    if facts.readings and not facts.synthetic and facts.typicality < levels.warning:
        share = f"Only {100 * facts.typicality:.1f} %" if facts.typicality >= 0.001 else "Less than 0.1 %"
        how = "too unlike them to be evaluated" if facts.typicality < levels.refusal else "unlike them"
        yield (
            f"{share} of the calibration hands look as unusual to the network as this radiograph: it is {how} "
            f"(warning below {100 * levels.warning:.1f} %, refusal below {100 * levels.refusal:.1f} %)."
        )


def _bounded(facts: Facts) -> Iterator[str]:
    bound = facts.card.calibration.bounded(facts.log10_lr)
    if bound != facts.log10_lr:
        yield f"The likelihood ratio is held at the most that the calibration hands support (log10 {bound:+.2f})."


def _side(facts: Facts) -> Iterator[str]:
    if facts.side is Side.UNKNOWN and len(facts.readings) == 2:
        as_is, mirrored = facts.readings
        yield (
            "The side of the hand is not known: it was read as it is and mirrored, and the mean is given "
            f"(log10 likelihood ratios {as_is:+.2f} and {mirrored:+.2f}, {abs(as_is - mirrored):.2f} apart)."
        )
    if facts.side is Side.RIGHT and "right" not in facts.card.validated.side.lower():
        yield f"A right hand was mirrored to be read: the model was validated on {facts.card.validated.side} hands."


def _side_conflict(facts: Facts) -> Iterator[str]:
    declared = facts.acquisition.declared_side
    if Side.UNKNOWN not in (declared, facts.side) and declared is not facts.side:
        yield f"The file declares a {declared} hand; it was read as a {facts.side} hand, as the examiner entered."


def _view(facts: Facts) -> Iterator[str]:
    declared, validated = facts.acquisition.view.strip(), facts.card.validated.view
    if declared and validated and declared.lower() not in validated.lower():
        yield f"The file declares the view {declared}; the model was validated on {validated}."


def _lossy(facts: Facts) -> Iterator[str]:
    if facts.acquisition.lossy:
        yield "The picture went through a lossy compression, which can change fine detail."


def _small(facts: Facts) -> Iterator[str]:
    """Enlarged for the network, a picture has no more detail than before."""
    rows, columns, trained = facts.acquisition.rows, facts.acquisition.columns, facts.card.preprocess.squash_size
    if 0 < min(rows, columns) < trained:
        yield (
            f"The picture has only {columns} x {rows} pixels, fewer than the {trained} x {trained} that the model was trained on: "
            "detail that it looks at is missing."
        )


def _spacing(facts: Facts) -> Iterator[str]:
    spacing = facts.acquisition.pixel_spacing_mm
    if spacing is None or not facts.acquisition.spacing_trusted:
        yield "The file gives no calibrated pixel spacing: the size of the hand in millimetres is not known and was not used."
    if spacing is not None and spacing[1] > 0 and not math.isclose(spacing[0], spacing[1], rel_tol=0.02):
        yield f"The pixels are not square ({spacing[0]:g} by {spacing[1]:g} mm)."


def _file(facts: Facts) -> Iterable[str]:
    return facts.acquisition.warnings


def _population(facts: Facts) -> Iterator[str]:
    validated = facts.card.validated
    if validated.site:
        yield validated.site
        return
    yield f"The error rates were measured on {validated.population} ({validated.living}); for others they are not known."


def _form(facts: Facts) -> Iterator[str]:
    """What a difference in size and compression does to the numbers, where the card has it measured."""
    size = facts.card.preprocess.squash_size
    if facts.card.validated.form and (facts.acquisition.rows, facts.acquisition.columns) != (size, size):
        yield facts.card.validated.form


def _path(facts: Facts) -> Iterator[str]:
    if facts.path:
        yield f"Computed on {facts.path}, not on the reference path (one radiograph at a time, float32, on the processor)."


LIMITATIONS: tuple[tuple[str, Callable[[Facts], Iterable[str]]], ...] = (
    ("synthetic", _synthetic),
    ("no_result", _no_result),
    ("quality", _quality),
    ("outside_validation", _range),
    ("subadult", _subadult),
    ("typicality", _unlike),
    ("bounded", _bounded),
    ("side", _side),
    ("side_conflict", _side_conflict),
    ("view", _view),
    ("lossy", _lossy),
    ("small", _small),
    ("spacing", _spacing),
    ("file", _file),
    ("population", _population),
    ("form", _form),
    ("path", _path),
)
