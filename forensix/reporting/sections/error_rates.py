"""How often the method errs: at the rule that was used, for each sex and age, with intervals; and how well its ratios are calibrated."""

from __future__ import annotations

import math
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from forensix.domain.report import ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.plots import CalibrationPlots
from forensix.reporting.required import metrics_of
from forensix.reporting.sections.limitations import read_once

TITLE = "Validated error rates and calibration"

ROOM = 70 * mm

RATES: tuple[tuple[str, str, int | None], ...] = (
    ("Correct, forced choice", "accuracy", None),
    ("Correct among males, forced choice", "sensitivity_male", None),
    ("Correct among females, forced choice", "sensitivity_female", None),
    ("Correct among those decided by the rule", "decided_accuracy", None),
    ("Indeterminate by the rule", "indeterminate_rate", None),
    ("Not evaluated", "not_evaluated_rate", None),
    ("Area under the ROC curve", "auc", 3),
    ("Log-likelihood-ratio cost (Cllr), bits", "cllr", 3),
    ("Cllr after the best recalibration (Cllr_min), bits", "cllr_min", 3),
    ("Expected Calibration Error", "expected_calibration_error", 3),
    ("Skeletal age, mean absolute error (months)", "bone_age_mad_months", 1),
    ("Known bone age inside the 95 % interval", "age_interval_coverage", None),
)
"""In words, its name in evaluation.json, and its decimals; None: a share, in per cent."""
BANDS = ((60, "0-5"), (120, "5-10"), (168, "10-14"), (204, "14-17"), (math.inf, "17+"))
COST = (
    "Cllr is the mean cost of the ratios in bits: 0 is best, 1 is a method that says nothing. Cllr_min is what is left of it after the "
    "best monotone recalibration on the truth itself (discrimination alone); Cllr_cal = Cllr − Cllr_min is what calibration loses."
)

ONCE = {
    True: "A hand whose side is known is read once, and its ratio comes from a calibration of its own, fitted on single readings of the "
    "same calibration hands; each test hand is counted here by its reading as it is. The other rates and plots are of the mean of both.",
    False: "A hand whose side is known is read once, without the mean of two readings that the model was calibrated on; each test hand is "
    "counted here by its reading as it is. The other rates and plots are of the mean of both.",
}


def render(facts: ReportFacts) -> list[Flowable]:
    story: list[Flowable] = []
    for name in sorted({item.examination.recipe.model for item in facts.items}):
        card, evidence = facts.model_cards.get(name) or {}, facts.evidence.get(name)
        story += [*_rates(name, card), *_at_the_rule(evidence, name, facts), *_calibration(evidence)]
    return story or [layout.body("No item was examined.")]


def _rates(name: str, card: dict[str, Any]) -> list[Flowable]:
    head = layout.subsection(f"Validated error rate of {name}")
    evaluation, metrics = card.get("evaluation") or {}, metrics_of(card)
    rows = [[words, *wording.interval(metrics.get(key), decimals)] for words, key, decimals in RATES if metrics.get(key)]
    if not rows:
        return [head, layout.body("No evaluation came with this model: its error rate is unknown.")]
    columns = [layout.Column("On test hands, which were not learnt from", 3.0), layout.Column("Value", 1.0, "right")]
    columns += [layout.Column("95 % interval", 1.5, "right"), layout.Column("n", 0.8, "right")]
    tested = f"Test hands: {evaluation['n']}. " if evaluation.get("n") else ""
    decision = card.get("decision") or {}
    rule = f"The rule: posterior {decision['threshold']:g} at prior {decision['prior']:g}. " if "threshold" in decision else ""
    about = (
        f"{tested}{rule}Forced choice: a ratio above 1 counts as male, over all of them, also those that the rule does not evaluate. "
        f"{_origin(card)}"
        "Intervals of shares: Clopper-Pearson; of the others: bootstrap by person. "
        f"SHA-256 of the manifest that lists them: {evaluation.get('data_sha256', 'not stated')}."
    )
    return [head, layout.data(columns, rows), layout.note(about), *_bands(evaluation.get("by_age_band") or {})]


def _origin(card: dict[str, Any]) -> str:
    """What makes the test hands kinder to the model than hands from elsewhere, as far as the card tells."""
    training, evaluation = card.get("training") or {}, card.get("evaluation") or {}
    readings = (card.get("calibration") or {}).get("readings")
    told = []
    if training.get("data_sha256") and training["data_sha256"] == evaluation.get("data_sha256"):
        told.append("They are of the same collection as the hands that it learnt from; its error rates elsewhere are not known.")
    if (looks := training.get("test_looks", 1)) > 1:
        told.append(f"They were looked at {looks} times while it was made: the rates are too favourable, by how much is not known.")
    elif "test_looks" not in training and len(training.get("stages") or []) > 1:
        told.append(
            f"It was trained in {len(training['stages'])} stages: where the test hands were looked at in between, the rates are too "
            "favourable."
        )
    if readings:
        told.append(f"Read {readings}.")
    return "".join(f"{sentence} " for sentence in told)


def _bands(bands: dict[str, Any]) -> list[Flowable]:
    rows = [
        [f"{name} years", *wording.interval(bands[name].get("accuracy")), *_of_those_decided(bands[name].get("decided_accuracy"))]
        for _, name in BANDS
        if (bands.get(name) or {}).get("accuracy")
    ]
    if not rows:
        return []
    columns = [layout.Column("By known bone age", 1.3), layout.Column("Correct, forced choice", 1.0, "right")]
    columns += [layout.Column("95 % interval", 1.4, "right"), layout.Column("n", 0.5, "right")]
    columns += [layout.Column("Correct if decided", 1.2, "right"), layout.Column("95 % interval", 1.4, "right")]
    return [layout.data(columns, rows)]


def _of_those_decided(metric: Any) -> tuple[str, str]:
    """A share of few hands with their number, and its interval."""
    value, span, n = wording.interval(metric)
    return (value if n == "–" else f"{value} of {n}"), span


def _others(name: str, facts: ReportFacts) -> list[str]:
    """The items that were examined with a model under another rule than the one that its test hands are counted at."""
    rule = (facts.evidence.get(name) or {}).get("rule")
    rules = [(number, item.examination) for number, item in enumerate(facts.items, 1) if item.examination.recipe.model == name]
    return [str(number) for number, run in rules if rule and rule != {"threshold": run.sex.threshold, "prior_male": run.sex.prior_male}]


def _read(name: str, facts: ReportFacts) -> dict[bool, list[str]]:
    """The numbers of the items that the model read once (True), and of those that it read both ways (False)."""
    read: dict[bool, list[str]] = {True: [], False: []}
    for number, item in enumerate(facts.items, 1):
        if item.examination.recipe.model == name:
            read[read_once(item)].append(str(number))
    return read


def _at_site(name: str, facts: ReportFacts) -> list[str]:
    """The items that were examined with the model under a site's record, and so with another calibration than its test hands were."""
    runs = [(number, item.examination.recipe) for number, item in enumerate(facts.items, 1)]
    return [str(number) for number, recipe in runs if recipe.model == name and recipe.site_record_sha256]


def _at_the_rule(evidence: dict[str, Any] | None, name: str, facts: ReportFacts) -> list[Flowable]:
    """The outcomes of the test hands under the rule of this case, read as its items were."""
    if not evidence:
        return []
    rule, once, read = evidence["rule"], evidence.get("read_once"), _read(name, facts)
    head = f"At the rule of this case: posterior {rule['threshold']:g} at prior {rule['prior_male']:g}"
    note = (
        f"Counted anew from the model's own predictions (SHA-256 {evidence['predictions_sha256']}); intervals: Clopper-Pearson, "
        "of the hands that the rule decides. Years are of the known bone age."
    )
    if others := _others(name, facts):
        note += f" The counts do not hold for items examined under another rule: {wording.listed(others)}."
    if at_site := _at_site(name, facts):
        note += f" Section 7 has the error rates of items examined under the site's record, not these counts: {wording.listed(at_site)}."
    if not once:
        return [*_outcomes(head, evidence["errors"]), layout.note(note)]
    story: list[Flowable] = []
    if read[False]:
        story += _outcomes(f"{head}, each hand read both ways ({_which(read[False])})", evidence["errors"])
    if read[True]:
        story += _outcomes(f"{head}, each hand read once ({_which(read[True])})", once["errors"])
        note += f" {ONCE[bool(once.get('own_calibration'))]} {_of_one_reading(once)}"
    return [*story, layout.note(note)]


def _which(numbers: list[str]) -> str:
    return f"item{'s' if len(numbers) > 1 else ''} {wording.listed(numbers)}"


def _of_one_reading(once: dict[str, Any]) -> str:
    """The card's first rate and its cost, as they are with one reading, and how far that lies from the mean of both."""
    value, span, n = wording.interval(once["right_share"])
    shift, low, high = (wording.fixed(abs(once["shift"]["value"])), *(wording.fixed(once["shift"][end]) for end in ("low", "high")))
    towards = "male" if once["shift"]["value"] > 0 else "female"
    return (
        f"Read once, {value} are correct by forced choice (95 % interval {span}, n {n}), and Cllr is {wording.fixed(once['cllr'], 3)} "
        f"bits; the log10 ratio lies on average {shift} further towards {towards} than that of both (male over female, 95 % interval "
        f"{low} to {high}), by a median of {wording.fixed(once['median_distance'])} to either side."
    )


def _outcomes(title: str, errors: list[dict[str, Any]]) -> list[Flowable]:
    head = layout.subsection(title)
    columns = [layout.Column("Test hands", 1.2), layout.Column("n", 0.5, "right"), layout.Column("right", 0.6, "right")]
    columns += [
        layout.Column("wrong", 0.6, "right"),
        layout.Column("indeter-\nminate", 0.8, "right"),
        layout.Column("not eval-\nuated", 0.8, "right"),
    ]
    columns += [layout.Column("wrong of those decided", 1.3, "right"), layout.Column("95 % interval", 1.4, "right")]
    rows = [
        [
            row["group"],
            *(str(row[key]) for key in ("n", "right", "wrong", "indeterminate", "not_evaluated")),
            "–" if row["wrong_share"] is None else f"{100 * row['wrong_share']:.1f} %",
            "–" if row["wrong_share"] is None else f"{100 * row['wrong_low']:.1f} % to {100 * row['wrong_high']:.1f} %",
        ]
        for row in errors
    ]
    return [KeepTogether([head, layout.data(columns, rows)])]


def _calibration(evidence: dict[str, Any] | None) -> list[Flowable]:
    if not evidence:
        return [layout.body("No predictions came with this model: its calibration curves cannot be drawn.")]
    parts = (("Cllr", "cllr"), ("Cllr_min", "cllr_min"), ("Cllr_cal", "cllr_cal"))
    rows: list[layout.Row] = [
        ("Cost of the ratios", "; ".join(f"{name} {wording.fixed(evidence[key], 3)} bits" for name, key in parts)),
        ("Expected Calibration Error", wording.fixed(evidence["expected_calibration_error"], 3)),
    ]
    costs = KeepTogether([layout.subsection("Calibration"), layout.body(COST), layout.fields(rows)])
    return [costs, CalibrationPlots(evidence)]
