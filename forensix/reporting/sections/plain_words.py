"""The results for a reader who is no scientist, in at most 120 words; each sentence says again what another section shows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import Any

from reportlab.platypus import Flowable

from forensix.domain.examination import Outcome, SexEstimate
from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.required import metrics_of
from forensix.reporting.sections.items import label
from forensix.reporting.sections.limitations import age_holds, read_once
from forensix.reporting.sections.review import dissents

TITLE = "In plain words"

WORDS = 120
"""The most that this section says."""

OPINIONS = {
    Outcome.MALE: "The examiner's opinion is that the findings speak for the proposition that the hand is of a male.",
    Outcome.FEMALE: "The examiner's opinion is that the findings speak for the proposition that the hand is of a female.",
    Outcome.INDETERMINATE: "The examiner's opinion is that the sex cannot be told from this radiograph.",
    Outcome.NOT_EVALUATED: "The examiner gives no opinion on the sex from this radiograph.",
}
COUNTED = {
    Outcome.MALE: "the findings speak for the proposition that the hand is of a male in {}",
    Outcome.FEMALE: "the findings speak for the proposition that the hand is of a female in {}",
    Outcome.INDETERMINATE: "the sex cannot be told in {}",
    Outcome.NOT_EVALUATED: "no opinion is given on {}",
}
UNKNOWN = "Its errors on other hands, and the examiner's, are not known."
APART = "The opinion differs."
APART_IN = "In {} of them the opinion differs from the program's estimate."
DISSENT = "A second examiner dissents (section 10)."
LAST = "This does not say whose hand it is. The program's estimate is no opinion."


def render(facts: ReportFacts) -> list[Flowable]:
    last = f"{DISSENT} {LAST}" if dissents(facts) else LAST
    if len(facts.items) == 1:
        return [layout.body(" ".join(_sentences(facts.items[0], facts))), layout.body(last)]
    singly = [(label(number, item), " ".join(_sentences(item, facts))) for number, item in enumerate(facts.items, 1)]
    if sum(len(f"{name} {said}".split()) for name, said in singly) + len(last.split()) <= WORDS:
        return [*(layout.body([layout.bold(f"{name}. "), said]) for name, said in singly), layout.body(last)]
    return [layout.body(_together(facts)), layout.body(last)]


def _together(facts: ReportFacts) -> str:
    """All items in one paragraph; section 2 has them one by one. Of several error rates the one that could be the worst is told."""
    counts = Counter(item.conclusion.outcome for item in facts.items)
    told = [sentence.format(counts[outcome]) for outcome, sentence in COUNTED.items() if counts[outcome]]
    rates = [_rate(item, facts) for item in facts.items if item.examination.sex.outcome is not Outcome.NOT_EVALUATED]
    worst = max(rates, key=lambda rate: rate["wrong_high"] if rate else 2.0, default={})
    opinion = f"The examiner's opinion: {'; '.join(told)}."
    errors = [] if worst == {} else [_errors(worst), UNKNOWN]
    differing = sum(map(_differs, facts.items))
    apart = [APART_IN.format(differing)] if differing else []
    return " ".join([f"{len(facts.items)} radiographs were examined; section 2 has each result.", opinion, *apart, *errors])


def _differs(item: ExaminedItem) -> bool:
    """Whether the opinion names a sex that the program's estimate does not."""
    outcome = item.conclusion.outcome
    return outcome in (Outcome.MALE, Outcome.FEMALE) and outcome is not item.examination.sex.outcome


def _sentences(item: ExaminedItem, facts: ReportFacts) -> Iterable[str]:
    age, sex = item.examination.age, item.examination.sex
    yield OPINIONS[item.conclusion.outcome]
    yield _estimate(sex)
    if _differs(item):
        yield APART
    if sex.outcome is not Outcome.NOT_EVALUATED:
        yield _errors(_rate(item, facts))
        yield UNKNOWN
    if age and age_holds(item, facts):
        span = f"{math.floor(max(age.low, 0) / 12)} to {math.ceil(age.high / 12)}"
        about = "1 year" if round(age.months / 12) == 1 else f"{age.months / 12:.0f} years"
        yield f"Its bone age of about {about} ({span}) is not the age since birth."


def _estimate(sex: SexEstimate) -> str:
    if sex.outcome is Outcome.NOT_EVALUATED:
        return f"The program gives no sex: {wording.REASONS.get(sex.reason, sex.reason)}."
    ratio = wording.ratio(sex.log10_lr)
    if ratio == "1.0":
        return "For the program, what the radiograph shows is about as probable for either sex."
    first, second = ("male", "female") if sex.log10_lr > 0 else ("female", "male")
    so = f"For the program, what the radiograph shows is {ratio} times as probable in a {first} hand as in a {second} one"
    if sex.outcome is not Outcome.INDETERMINATE:
        return f"{so}."
    return f"{so}, but its two readings disagree." if sex.reason == "readings_disagree" else f"{so}: too little to give a sex."


def _errors(rate: dict[str, Any] | None) -> str:
    """How often the program erred in its test, what that allows, and that it abstains."""
    if rate is None:
        return "How often it errs by this rule was not measured."
    decided = rate["right"] + rate["wrong"]
    if not decided:
        return f"The program gave a sex to none of {rate['n']} test hands."
    low, high = math.floor(round(1000 * rate["wrong_low"], 6)), math.ceil(round(1000 * rate["wrong_high"], 6))
    were = "was" if rate["wrong"] == 1 else "were"
    allows = f"95 % interval: {low} to {high} per 1000"
    return (
        f"Of {decided} test hands to which the program gave a sex, {rate['wrong']} {were} wrong ({allows}); {rate['n'] - decided} got none."
    )


def _rate(item: ExaminedItem, facts: ReportFacts) -> dict[str, Any] | None:
    """What the test hands show at the item's own rule, read as the item was; None where they were counted at another rule only.

    A site's record has its own; for a model without predictions its evaluation stands.
    """
    recipe, sex = item.examination.recipe, item.examination.sex
    of_site, card = facts.site_records.get(recipe.site_record_sha256), facts.model_cards.get(recipe.model) or {}
    if of_site is not None:
        return _evaluated(of_site["metrics"])
    evidence = facts.evidence.get(recipe.model)
    if evidence is None:
        rule = card.get("decision") or {"threshold": sex.threshold, "prior": sex.prior_male}
        same = (rule.get("threshold"), rule.get("prior")) == (sex.threshold, sex.prior_male)
        return _evaluated(metrics_of(card)) if same else None
    if (evidence["rule"]["threshold"], evidence["rule"]["prior_male"]) != (sex.threshold, sex.prior_male):
        return None
    once = evidence.get("read_once") if read_once(item) else None
    return next((row for row in (once or evidence)["errors"] if row["group"] == "all"), None)


def _evaluated(metrics: dict[str, Any]) -> dict[str, Any] | None:
    """The same from evaluation.json, for a model without predictions."""
    decided = metrics.get("decided_accuracy")
    if not isinstance(decided, dict) or decided.get("value") is None or not decided.get("n"):
        return None
    right, n = round(decided["value"] * decided["n"]), (metrics.get("accuracy") or {}).get("n") or decided["n"]
    low, high = 1 - decided.get("high", 1.0), 1 - decided.get("low", 0.0)
    return {"n": n, "right": right, "wrong": decided["n"] - right, "wrong_low": low, "wrong_high": high}
