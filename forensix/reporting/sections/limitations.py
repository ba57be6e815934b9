"""Every doubt: on whom the model was validated and how this case differs, then of the items, of the method."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from forensix.domain.case import Case, CaseKind, Side
from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.domain.visible import one_line
from forensix.reporting import layout, wording
from forensix.reporting.sections.items import label, side_of

TITLE = "Reference population and limitations"

ADULT_YEARS = 19  # where the atlas of skeletal ages that the models learnt ends
SUBADULT = "research use; outside ANSI/ASB 090 (subadult)"

METHOD = (
    "The estimate concerns biological sex, not gender. Intersex variation, endocrine disease and treatment can change what a "
    "radiograph shows.",
    "The validation says nothing of burnt, decomposed, disarticulated or partial hands, of casts, implants, fractures, amputation or "
    "arthritis, unless the model's card counts them.",
    "ANSI/ASB 090 covers sex estimation from adult remains only; a model validated on children and adolescents says nothing of adults.",
    "Whether a hand is a subadult's is known from a declared age or by the examiner. The estimated skeletal age does not settle it: where "
    "the reference holds no adults, an adult's hand can be given an adolescent's skeletal age; how often is not known.",
    "Skeletal age is the age that the readers of the reference radiographs would read from the bones, and its interval is of that reading. "
    "The age since birth can differ from it by more than a year.",
    "Sex and skeletal age hang together in such references: a part of what the network tells of sex can be age in disguise.",
    "The network can rest on what lies beside the bones, such as markers, collimation or exposure, and a slight turn or another window can "
    "move its ratio. The map and its checks do not rule that out. Forged radiographs are not recognised.",
    "The estimate is supporting information. It does not establish who a person was; primary identifiers are prints, teeth and DNA.",
    "The prior probability is an assumption about the population that the hand comes from. The likelihood ratio does not depend on "
    "it, the posterior does.",
    "The times of the acts and of the signatures are those of the computers used.",
)
UNKNOWN_ORIGIN = "Whether the person belongs to the population that the reference hands come from is not known."


READ_AS = {"as_is": Side.LEFT, "mirrored": Side.RIGHT, "both": Side.UNKNOWN}
"""How the network read a hand -> what its side was taken to be."""
UNUSABLE = frozenset({"quality", "atypical", "no_result"})
"""Reasons for which the network's skeletal age is no result either."""


def render(facts: ReportFacts) -> list[Flowable]:
    story: list[Flowable] = []
    for name, card in facts.model_cards.items():
        story += [layout.subsection(f"The model {name}"), layout.fields(_reference(card)), layout.bullets(_of_the_model(card))]
    story += [layout.subsection("How this case differs from the reference"), layout.bullets(_differences(facts)), *_of_the_items(facts)]
    return [*story, layout.subsection("The method"), layout.bullets(METHOD)]


def is_subadult(item: ExaminedItem) -> bool:
    """Whether anything says that the hand is not an adult's: skeletal age, the file's age, or the estimate's own limitation.

    Of a radiograph that cannot be judged, a blank one say, the file alone does: what the network makes of it is nobody's age.
    """
    age, declared = item.examination.age, item.radiograph.acquisition.patient_age_years
    if item.examination.sex.reason in UNUSABLE:
        return declared is not None and declared < ADULT_YEARS
    if _said(item):
        return True
    if declared is not None:
        return declared < ADULT_YEARS
    return age is not None and age.months < 12 * ADULT_YEARS


def age_holds(item: ExaminedItem, facts: ReportFacts) -> bool:
    """Whether the estimated skeletal age is a result: not where the radiograph cannot be judged, nor for a declared adult.

    A radiograph can be too unlike the others although another reason, its estimated age, was the first to speak against it.
    """
    sex, declared = item.examination.sex, item.radiograph.acquisition.patient_age_years
    outside = sex.reason == "outside_validation"
    adult = outside and declared is not None and declared >= ADULT_YEARS
    levels = (facts.model_cards.get(item.examination.recipe.model) or {}).get("typicality") or {}
    refused = outside and not facts.synthetic and sex.typicality < levels.get("refusal", 0.0)
    return item.examination.age is not None and sex.reason not in UNUSABLE and not (adult or refused)


def read_once(item: ExaminedItem) -> bool:
    """Whether the hand's side was known, so that the network read it one way only."""
    return item.examination.recipe.mirrored in ("as_is", "mirrored")


def _said(item: ExaminedItem) -> bool:
    return any("subadult" in limitation.kind for limitation in item.examination.sex.limitations)


def _reference(card: dict[str, Any]) -> list[layout.Row]:
    validated, calibration, evaluation = card.get("validated") or {}, card.get("calibration") or {}, card.get("evaluation") or {}
    by_sex = evaluation.get("by_sex") or {}
    tested = ", ".join(f"{by_sex[sex]['n']} {sex}s" for sex in ("male", "female") if (by_sex.get(sex) or {}).get("n"))
    fitted = ", ".join(f"{calibration[key]} {words}" for key, words in (("n_male", "males"), ("n_female", "females")) if key in calibration)
    return [
        ("Reference population", str(validated.get("population") or "the card names none")),
        ("Living or dead", str(validated.get("living") or "")),
        ("Skeletal ages", _months(validated.get("months"))),
        ("Side and view", f"{validated.get('side') or 'side not stated'}, {validated.get('view') or 'view not stated'}"),
        ("Hands", "; ".join(part for part in (f"calibration: {fitted}" if fitted else "", f"test: {tested}" if tested else "") if part)),
    ]


def _of_the_model(card: dict[str, Any]) -> list[str]:
    licence = card.get("licence") or {}
    sentences = [
        "Outside this range of skeletal ages the sex is not evaluated, unless a site's record (section 7) has another range.",
        "Ancestry, health, year of exposure and device of the reference hands are stated only as far as the population's description does.",
        f"Note on use: {licence['note']}" if licence.get("note") else "",
    ]
    return [sentence.rstrip(".") + "." for sentence in sentences if sentence]


def _months(span: Any) -> str:
    if not span or len(span) != 2:
        return "the card states no validated range"
    return f"validated for {_years(span)}"


def _years(span: Sequence[float]) -> str:
    """A range of months in years that are not rounded to whole ones, which could widen it."""
    return f"{span[0] / 12:.3g} to {span[1] / 12:.3g} years"


def _differences(facts: ReportFacts) -> list[str]:
    """What sets the items apart from the reference hands, as far as the casebook and the card tell."""
    said: list[str] = []
    for number, item in enumerate(facts.items, 1):
        validated = (facts.model_cards.get(item.examination.recipe.model) or {}).get("validated") or {}
        apart = _apart(item, facts.case, validated)
        once = (facts.evidence.get(item.examination.recipe.model) or {}).get("read_once")
        if read_once(item) and once and not once.get("own_calibration"):
            apart.append("it was read once, the reference hands twice, as they are and mirrored, with the mean taken (section 6 has both)")
        told = "; ".join(apart) or "no difference in vitality, side, view or age is on record"
        said.append(f"{label(number, item)}: {told}.")
    return [*said, UNKNOWN_ORIGIN]


def _apart(item: ExaminedItem, case: Case, validated: dict[str, Any]) -> list[str]:
    apart = []
    if case.kind is CaseKind.PM and str(validated.get("living") or "").startswith("living"):
        apart.append("the hand is of the dead, the reference hands are of the living")
    side, wanted = side_of(item), str(validated.get("side") or "")
    if wanted in ("left", "right") and side.value != wanted:
        apart.append(f"its side is {'not known' if side is Side.UNKNOWN else side.value}, theirs is {wanted}")
    view, usual = item.radiograph.view or item.radiograph.acquisition.view, str(validated.get("view") or "")
    if usual and view != usual:
        apart.append(f"its view is {one_line(view) or 'not stated'}, theirs is {usual}")
    span, age = validated.get("months"), item.examination.age
    if age is not None and span and len(span) == 2 and not span[0] <= age.months <= span[1]:
        apart.append(f"its estimated skeletal age is {age.months / 12:.1f} years, theirs {_years(span)}")
    return [*apart, *_another_side(item), *_declared_age(item)]


def _another_side(item: ExaminedItem) -> list[str]:
    """That the network read it as another side than is now on record."""
    read = READ_AS.get(item.examination.recipe.mirrored)
    if read is None or read is side_of(item):
        return []
    was = "one of unknown side" if read is Side.UNKNOWN else f"a {read.value} hand"
    return [f"the network read it as {was}, before its side was corrected; the estimate is of that reading"]


def _declared_age(item: ExaminedItem) -> list[str]:
    """An age in the file that the estimated one does not allow."""
    declared, age = item.radiograph.acquisition.patient_age_years, item.examination.age
    if declared is None or age is None or age.low - 12 < 12 * declared <= age.high:
        return []
    return [f"its file declares an age of {declared:g} years, outside the interval of its estimated skeletal age"]


def _of_the_items(facts: ReportFacts) -> list[Flowable]:
    """Each doubt once, with the items that it concerns."""
    concerned: dict[str, list[int]] = {}
    for number, item in enumerate(facts.items, 1):
        sentences = [one_line(limitation.sentence) for limitation in item.examination.sex.limitations]
        if is_subadult(item) and not _said(item):
            sentences.insert(0, f"{SUBADULT}: the standard covers adult remains only.")
        for sentence in sentences or ["No limitation of its own was found for this item."]:
            concerned.setdefault(sentence, []).append(number)
    groups: dict[tuple[int, ...], list[str]] = {}
    for sentence, items in concerned.items():
        groups.setdefault(tuple(items), []).append(sentence)
    story: list[Flowable] = []
    for numbers, sentences in sorted(groups.items(), key=lambda group: (-len(group[0]), group[0])):
        story += [layout.subsection(_which(numbers, facts)), layout.bullets(sentences)]
    return story


def _which(numbers: tuple[int, ...], facts: ReportFacts) -> str:
    if len(numbers) == 1:
        return label(numbers[0], facts.items[numbers[0] - 1])
    return "All items" if len(numbers) == len(facts.items) else f"Items {wording.listed([str(number) for number in numbers])}"
