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

TITLE = "Validated error rates and calibration"

ROOM = 70 * mm

RATES = (
    ("Correct, forced choice", "accuracy", True),
    ("Correct among males, forced choice", "sensitivity_male", True),
    ("Correct among females, forced choice", "sensitivity_female", True),
    ("Correct among those decided by the rule", "decided_accuracy", True),
    ("Indeterminate by the rule", "indeterminate_rate", True),
    ("Not evaluated", "not_evaluated_rate", True),
    ("Area under the ROC curve", "auc", False),
    ("Log-likelihood-ratio cost (Cllr), bits", "cllr", False),
    ("Cllr after the best recalibration (Cllr_min), bits", "cllr_min", False),
    ("Expected Calibration Error", "expected_calibration_error", False),
    ("Skeletal age, mean absolute error (months)", "bone_age_mad_months", False),
)
BANDS = ((60, "0-5"), (120, "5-10"), (168, "10-14"), (204, "14-17"), (math.inf, "17+"))
COST = (
    "Cllr is the mean cost of the ratios in bits: 0 is best, 1 is a method that says nothing. Cllr_min is what is left of it after the "
    "best monotone recalibration on the truth itself (discrimination alone); Cllr_cal = Cllr − Cllr_min is what calibration loses."
)


def render(facts: ReportFacts) -> list[Flowable]:
    story: list[Flowable] = []
    for name in sorted({item.examination.recipe.model for item in facts.items}):
        card, evidence = facts.model_cards.get(name) or {}, facts.evidence.get(name)
        story += [*_rates(name, card), *_at_the_rule(evidence, _others(name, facts)), *_calibration(evidence)]
    return story or [layout.body("No item was examined.")]


def _rates(name: str, card: dict[str, Any]) -> list[Flowable]:
    head = layout.subsection(f"Validated error rate of {name}")
    evaluation, metrics = card.get("evaluation") or {}, metrics_of(card)
    rows = [[words, *wording.interval(metrics.get(key), percent)] for words, key, percent in RATES if metrics.get(key)]
    if not rows:
        return [head, layout.body("No evaluation came with this model: its error rate is unknown.")]
    columns = [layout.Column("On test hands that the model never saw", 3.0), layout.Column("Value", 1.0, "right")]
    columns += [layout.Column("95 % interval", 1.5, "right"), layout.Column("n", 0.8, "right")]
    tested = f"Test hands: {evaluation['n']}. " if evaluation.get("n") else ""
    about = (
        f"{tested}Forced choice: a ratio above 1 counts as male. Intervals of shares: Clopper-Pearson; of the others: bootstrap by person. "
        f"SHA-256 of the manifest that lists them: {evaluation.get('data_sha256', 'not stated')}."
    )
    return [head, layout.data(columns, rows), layout.note(about), *_bands(evaluation.get("by_age_band") or {})]


def _bands(bands: dict[str, Any]) -> list[Flowable]:
    rows = [
        [f"{name} years", *wording.interval(bands[name].get("accuracy")), _of_those_decided(bands[name].get("decided_accuracy"))]
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


def _of_those_decided(metric: Any) -> str:
    """A share of few hands, with their number."""
    value, _, n = wording.interval(metric)
    return value if n == "–" else f"{value} of {n}"


def _others(name: str, facts: ReportFacts) -> list[str]:
    """The items that were examined with a model under another rule than the one that its test hands are counted at."""
    rule = (facts.evidence.get(name) or {}).get("rule")
    rules = [(number, item.examination) for number, item in enumerate(facts.items, 1) if item.examination.recipe.model == name]
    return [str(number) for number, run in rules if rule and rule != {"threshold": run.sex.threshold, "prior_male": run.sex.prior_male}]


def _at_the_rule(evidence: dict[str, Any] | None, others: list[str]) -> list[Flowable]:
    """The outcomes of the test hands under the rule of this case."""
    if not evidence:
        return []
    rule = evidence["rule"]
    head = layout.subsection(f"At the rule of this case: posterior {rule['threshold']:g} at prior {rule['prior_male']:g}")
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
        for row in evidence["errors"]
    ]
    note = (
        f"Counted anew from the model's own predictions (SHA-256 {evidence['predictions_sha256']}); intervals: Clopper-Pearson, "
        "of the hands that the rule decides. Years are of the known bone age."
    )
    if others:
        note += f" The counts do not hold for items examined under another rule: {wording.listed(others)}."
    return [KeepTogether([head, layout.data(columns, rows)]), layout.note(note)]


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
