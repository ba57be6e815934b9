"""The results for a reader who is no scientist; each sentence says again what another section shows, and claims nothing more."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from forensix.domain.examination import Outcome, SexEstimate
from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.sections.items import label

TITLE = "In plain words"

OPINIONS = {
    Outcome.MALE: "The examiner's opinion is that the bones speak for the proposition that the hand is of a male.",
    Outcome.FEMALE: "The examiner's opinion is that the bones speak for the proposition that the hand is of a female.",
    Outcome.INDETERMINATE: "The examiner's opinion is that the sex cannot be told from this radiograph.",
    Outcome.NOT_EVALUATED: "The examiner gives no opinion on the sex from this radiograph.",
}
LAST = "This does not say whose hand it is. The examiner's opinion counts; the program's estimate is one of the things that it rests on."


def render(facts: ReportFacts) -> list[Flowable]:
    story: list[Flowable] = []
    for number, item in enumerate(facts.items, 1):
        evaluation = facts.model_cards.get(item.examination.recipe.model, {}).get("evaluation") or {}
        story.append(layout.body([layout.bold(f"{label(number, item)}. "), " ".join(_sentences(item, evaluation))]))
    return [*story, layout.body(LAST)]


def _sentences(item: ExaminedItem, evaluation: dict[str, Any]) -> list[str]:
    age = item.examination.age
    grown = f"The bones look like those of a person of about {age.months / 12:.0f} years." if age else ""
    sentences = [OPINIONS[item.conclusion.outcome], _estimate(item.examination.sex), _errors(item.examination.sex, evaluation), grown]
    return [sentence for sentence in sentences if sentence]


def _estimate(sex: SexEstimate) -> str:
    if sex.outcome is Outcome.NOT_EVALUATED:
        return f"The program's estimate was not used: {wording.REASONS.get(sex.reason, sex.reason)}."
    ratio = wording.figures(10 ** abs(sex.log10_lr))
    if ratio == "1.0":
        return "For the program, what the radiograph shows is about as probable for either sex."
    first, second = ("male", "female") if sex.log10_lr > 0 else ("female", "male")
    return f"For the program, what the radiograph shows is about {ratio} times as probable in a {first} hand as in a {second} one."


def _errors(sex: SexEstimate, evaluation: dict[str, Any]) -> str:
    """How often the program errs at the rule, and how often it abstains."""
    if sex.outcome is Outcome.NOT_EVALUATED:
        return ""
    decided = (evaluation.get("metrics") or evaluation).get("decided_accuracy")
    if not isinstance(decided, dict) or decided.get("value") is None:
        return "How often it errs is not known."
    wrong = 100 * (1 - decided["value"])
    count = f"about {wrong:.0f}" if wrong >= 1 else "fewer than 1"
    return f"Of 100 test hands for which it gave a sex, {count} were wrong; where the ratio is too small, it gives none."
