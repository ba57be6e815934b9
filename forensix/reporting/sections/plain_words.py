"""The results for a reader who is no scientist, in at most 120 words; each sentence says again what another section shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reportlab.platypus import Flowable

from forensix.domain.examination import Outcome, SexEstimate
from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.required import metrics_of
from forensix.reporting.sections.items import label

TITLE = "In plain words"

WORDS = 120
"""The most that this section says."""

OPINIONS = {
    Outcome.MALE: "The examiner's opinion is that the bones speak for the proposition that the hand is of a male.",
    Outcome.FEMALE: "The examiner's opinion is that the bones speak for the proposition that the hand is of a female.",
    Outcome.INDETERMINATE: "The examiner's opinion is that the sex cannot be told from this radiograph.",
    Outcome.NOT_EVALUATED: "The examiner gives no opinion on the sex from this radiograph.",
}
COUNTED = {
    Outcome.MALE: "for {} the bones speak for the proposition that the hand is of a male",
    Outcome.FEMALE: "for {} the bones speak for the proposition that the hand is of a female",
    Outcome.INDETERMINATE: "for {} the sex cannot be told from the radiograph",
    Outcome.NOT_EVALUATED: "for {} no opinion is given",
}
LAST = "This does not say whose hand it is. The examiner's opinion counts; the program's estimate is one of the things that it rests on."


def render(facts: ReportFacts) -> list[Flowable]:
    singly = [(label(number, item), " ".join(_sentences(item, facts))) for number, item in enumerate(facts.items, 1)]
    if sum(len(f"{name} {said}".split()) for name, said in singly) + len(LAST.split()) <= WORDS:
        return [*(layout.body([layout.bold(f"{name}. "), said]) for name, said in singly), layout.body(LAST)]
    return [layout.body(_together(facts)), layout.body(LAST)]


def _together(facts: ReportFacts) -> str:
    """All items in one paragraph; section 2 has them one by one."""
    counts = Counter(item.conclusion.outcome for item in facts.items)
    told = [sentence.format(counts[outcome]) for outcome, sentence in COUNTED.items() if counts[outcome]]
    rates = dict.fromkeys(_errors(item, facts) for item in facts.items)
    opinion = f"The examiner's opinion: {'; '.join(told)}."
    return " ".join([f"{len(facts.items)} radiographs were examined; section 2 has each result.", opinion, *rates])


def _sentences(item: ExaminedItem, facts: ReportFacts) -> Iterable[str]:
    age, sex = item.examination.age, item.examination.sex
    yield OPINIONS[item.conclusion.outcome]
    yield _estimate(sex)
    if sex.outcome is not Outcome.NOT_EVALUATED:
        yield _errors(item, facts)
    if age:
        yield f"The bones look like those of a person of about {age.months / 12:.0f} years."


def _estimate(sex: SexEstimate) -> str:
    if sex.outcome is Outcome.NOT_EVALUATED:
        return f"The program's estimate was not used: {wording.REASONS.get(sex.reason, sex.reason)}."
    ratio = wording.figures(10 ** abs(sex.log10_lr))
    if ratio == "1.0":
        return "For the program, what the radiograph shows is about as probable for either sex."
    first, second = ("male", "female") if sex.log10_lr > 0 else ("female", "male")
    return f"For the program, what the radiograph shows is about {ratio} times as probable in a {first} hand as in a {second} one."


def _errors(item: ExaminedItem, facts: ReportFacts) -> str:
    """How often the program errs at the rule of the case, and that it abstains."""
    share = _wrong_share(item.examination.recipe.model, facts)
    if share is None:
        return "How often it errs is not known."
    wrong = round(100 * share)
    count = "fewer than 1 was" if 100 * share < 1 else "about 1 was" if wrong == 1 else f"about {wrong} were"
    return f"Of 100 test hands for which the program gave a sex, {count} wrong; where the ratio is too small, it gives none."


def _wrong_share(model: str, facts: ReportFacts) -> float | None:
    """Wrong among decided test hands: at the case's own rule where predictions came with the model, else as evaluated."""
    rows = (facts.evidence.get(model) or {}).get("errors", [])
    counted = [row["wrong_share"] for row in rows if row["group"] == "all" and row["wrong_share"] is not None]
    decided = metrics_of(facts.model_cards.get(model) or {}).get("decided_accuracy")
    if counted or not isinstance(decided, dict) or decided.get("value") is None:
        return counted[0] if counted else None
    return float(1 - decided["value"])
