"""Every doubt: of this case, of the model, of the method."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.reporting import layout
from forensix.reporting.sections.items import label

TITLE = "Limitations"

ADULT_YEARS = 19  # where the atlas of skeletal ages that the models learnt ends
SUBADULT = "research use; outside ANSI/ASB 090 (subadult)"

METHOD = (
    "The estimate concerns biological sex, not gender. Intersex variation, endocrine disease and treatment can change what a "
    "radiograph shows.",
    "Burnt, decomposed or disarticulated hands, casts, implants, amputation and arthritis were not part of the validation unless "
    "the model's card says so.",
    "The estimate is supporting information. It does not establish who a person was; primary identifiers are prints, teeth and DNA.",
    "The prior probability is an assumption about the population that the hand comes from. The likelihood ratio does not depend on "
    "it, the posterior does.",
    "The times of the acts and of the signatures are those of the computers used.",
)


def render(facts: ReportFacts) -> list[Flowable]:
    story: list[Flowable] = []
    for number, item in enumerate(facts.items, 1):
        sentences = [limitation.sentence for limitation in item.examination.sex.limitations]
        if is_subadult(item) and not _said(item):
            sentences.insert(0, f"{SUBADULT}: the standard covers adult remains only.")
        story += [
            layout.subsection(label(number, item)),
            layout.bullets(sentences or ["No limitation of its own was found for this item."]),
        ]
    for name, card in facts.model_cards.items():
        story += [layout.subsection(f"The model {name}"), layout.bullets(_of_the_model(card))]
    return [*story, layout.subsection("The method"), layout.bullets(METHOD)]


def is_subadult(item: ExaminedItem) -> bool:
    """Whether anything says that the hand is not an adult's: skeletal age, the file's age, or the estimate's own limitation."""
    age, declared = item.examination.age, item.radiograph.acquisition.patient_age_years
    if _said(item):
        return True
    if declared is not None:
        return declared < ADULT_YEARS
    return age is not None and age.months < 12 * ADULT_YEARS


def _said(item: ExaminedItem) -> bool:
    return any("subadult" in limitation.kind for limitation in item.examination.sex.limitations)


def _of_the_model(card: dict[str, Any]) -> list[str]:
    validated, licence = card.get("validated", {}), card.get("licence", {})
    sentences = [
        _months(validated.get("months")),
        f"Reference population: {validated['population']}." if validated.get("population") else "The card names no reference population.",
        f"Persons in the validation: {validated['living']}; the dead can differ." if validated.get("living") else "",
        f"Validated for side {validated.get('side', 'not stated')} and view {validated.get('view', 'not stated')}.",
        f"Note on use: {licence['note']}" if licence.get("note") else "",
    ]
    return [sentence.rstrip(".") + "." for sentence in sentences if sentence]


def _months(span: Any) -> str:
    if not span or len(span) != 2:
        return "The card states no validated range of age."
    return f"Validated for skeletal ages of {span[0] / 12:.0f} to {span[1] / 12:.0f} years; outside this range the sex is not evaluated."
