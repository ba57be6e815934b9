"""The program's estimate with its uncertainty, item by item: ratio, words, posterior beside its prior, error rates, age, typicality."""

from __future__ import annotations

import math
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from forensix.domain.examination import Outcome, SexEstimate
from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.ratio_axis import RatioAxis
from forensix.reporting.sections.items import label
from forensix.reporting.sections.limitations import SUBADULT, is_subadult
from forensix.reporting.typeset import Text

TITLE = "Prediction confidence: posterior probability at the stated prior, with the validated error rate"

ROOM = 150 * mm

PROPOSITIONS = "H1: the hand is of a male. H2: the hand is of a female. Both within the population that the model was validated on."

EXHIBIT = "The numbers below are kept as an exhibit. They are no result, and no conclusion may rest on them."

RATES = (
    ("Correct, forced choice", "accuracy", True),
    ("Correct among males, forced choice", "sensitivity_male", True),
    ("Correct among females, forced choice", "sensitivity_female", True),
    ("Correct among those decided by the rule", "decided_accuracy", True),
    ("Indeterminate by the rule", "indeterminate_rate", True),
    ("Not evaluated", "not_evaluated_rate", True),
    ("Area under the ROC curve", "auc", False),
    ("Log-likelihood-ratio cost (Cllr)", "cllr", False),
    ("Expected Calibration Error", "expected_calibration_error", False),
    ("Skeletal age, mean absolute error (months)", "bone_age_mad_months", False),
)
BANDS = ((60, "0-5"), (120, "5-10"), (168, "10-14"), (204, "14-17"), (math.inf, "17+"))


def render(facts: ReportFacts) -> list[Flowable]:
    story: list[Flowable] = [layout.body(["Propositions. ", PROPOSITIONS])]
    for number, item in enumerate(facts.items, 1):
        story += _item(number, item, facts)
    story += _scale(facts.verbal_scale)
    for name in sorted({item.examination.recipe.model for item in facts.items}):
        story += _error_rates(name, facts.model_cards.get(name, {}).get("evaluation") or {})
    return story


def _item(number: int, item: ExaminedItem, facts: ReportFacts) -> list[Flowable]:
    sex = item.examination.sex
    headings = [Text(SUBADULT, layout.STATEMENT.but(colour=layout.WARNING, size=10))] if is_subadult(item) else []
    said = [
        Text(f"Estimate: {wording.outcome(sex)}", layout.STATEMENT),
        Text(_in_words(sex, facts), layout.BODY.but(after=0)),
    ]
    boxed = layout.boxed([*headings, *said])
    parts = [layout.subsection(label(number, item)), boxed]
    if sex.reason == "no_result":
        return [KeepTogether([*parts, layout.fields(_about(item))])]
    return [KeepTogether([*parts, RatioAxis(sex, facts.verbal_scale), layout.fields([*_numbers(sex), *_about(item)]), _posteriors(sex)])]


def _numbers(sex: SexEstimate) -> list[layout.Row]:
    log10 = f"log10 LR (male over female) {wording.fixed_figures(sex.log10_lr)}"
    return [
        ("Likelihood ratio", f"{wording.likelihood_ratio(sex.log10_lr)};  {log10}"),
        ("Bound of the validation", _bound(sex)),
        ("Posterior", f"{wording.probability(sex.probability_male)} for male at a prior of {sex.prior_male:g}"),
        ("Network's value", _logit(sex)),
    ]


def _about(item: ExaminedItem) -> list[layout.Row]:
    sex = item.examination.sex
    return [
        ("Decision rule", _rule(sex)),
        ("Skeletal age", wording.age(item.examination.age)),
        ("Typicality", _typicality(sex.typicality)),
    ]


def _in_words(sex: SexEstimate, facts: ReportFacts) -> str:
    """The scale's sentence; for what was not evaluated, that the numbers are no result."""
    if sex.reason == "no_result":
        return "There is no number to report."
    verbal = wording.verbal(sex.log10_lr, facts.verbal_scale)
    return EXHIBIT if sex.outcome is Outcome.NOT_EVALUATED else verbal


def _posteriors(sex: SexEstimate) -> Flowable:
    """Probability of male at each of the usual priors and at the one used."""
    priors = sorted({*wording.PRIORS, sex.prior_male})
    columns = [layout.Column("Posterior beside its prior", 2.4), *(layout.Column(f"prior {prior:g}", 1.0, "right") for prior in priors)]
    male = [wording.posterior(sex.log10_lr, prior) for prior in priors]
    rows = [
        ["H1 male", *(wording.probability(value) for value in male)],
        ["H2 female", *(wording.probability(1 - value) for value in male)],
    ]
    return layout.data(columns, rows)


def _bound(sex: SexEstimate) -> str:
    held = "; the ratio was held at this bound" if wording.bounded(sex) else ""
    return f"{wording.bound(sex)}, hatched beyond it{held}"


def _rule(sex: SexEstimate) -> str:
    reaches = f"the posterior on the bounded ratio reaches {sex.threshold:g} at a prior of {sex.prior_male:g}"
    within = "the item lies within the validated range and quality"
    return f"male or female where {reaches} and {within}; otherwise indeterminate or not evaluated"


def _typicality(value: float) -> str:
    if not math.isfinite(value):
        return "not available"
    return f"{wording.figures(value)}: the share of the calibration hands that are at least as unusual as this one"


def _logit(sex: SexEstimate) -> str:
    readings = (
        f"; readings as left and as right hand: {', '.join(wording.fixed(one, 3) for one in sex.readings)}" if len(sex.readings) > 1 else ""
    )
    return f"{wording.fixed(sex.logit, 3)} (positive towards male){readings}"


def _scale(scale: dict[str, Any]) -> list[Flowable]:
    """The whole scale, as a court must be able to read it."""
    if not scale:
        return []
    rows = [[f"{wording.edge(band['low'])} to {wording.edge(band['high'])}", band["words"]] for band in scale["band"]]
    columns = [layout.Column("Likelihood ratio", 1.4), layout.Column("Words", 2.0)]
    return [
        layout.subsection(f"{scale['name']}, version {scale['version']}"),
        layout.data(columns, rows, layout.text_width() * 0.62),
        layout.note(f"{scale['rule']} Source: {scale['source']}. {scale['caveat']}"),
    ]


def _error_rates(name: str, evaluation: dict[str, Any]) -> list[Flowable]:
    head = [layout.subsection(f"Validated error rate of {name}")]
    metrics = {
        **evaluation.get("metrics", {}),
        **{key: value for key, value in evaluation.items() if isinstance(value, dict) and "value" in value},
    }
    rows = [[words, *wording.interval(metrics.get(key), percent)] for words, key, percent in RATES if metrics.get(key)]
    if not rows:
        return [*head, layout.body("No evaluation came with this model: its error rate is unknown.")]
    columns = [layout.Column("On test hands that the model never saw", 3.0), layout.Column("Value", 1.0, "right")]
    columns += [layout.Column("95 % interval", 1.5, "right"), layout.Column("n", 0.8, "right")]
    tested = f"Test hands: {evaluation['n']}. " if evaluation.get("n") else ""
    about = (
        f"{tested}Forced choice: a ratio above 1 counts as male. SHA-256 of the test set: {evaluation.get('data_sha256', 'not stated')}."
    )
    return [*head, layout.data(columns, rows), *_bands(evaluation.get("by_age_band", {})), layout.note(about)]


def _bands(bands: dict[str, Any]) -> list[Flowable]:
    rows = [
        [f"{name} years", *wording.interval(bands[name].get("accuracy")), wording.interval(bands[name].get("decided_accuracy"))[0]]
        for _, name in BANDS
        if (bands.get(name) or {}).get("accuracy")
    ]
    if not rows:
        return []
    columns = [layout.Column("By true bone age", 1.6), layout.Column("Correct, forced choice", 1.4, "right")]
    columns += [
        layout.Column("95 % interval", 1.5, "right"),
        layout.Column("n", 0.8, "right"),
        layout.Column("Correct if decided", 1.2, "right"),
    ]
    return [layout.data(columns, rows)]
