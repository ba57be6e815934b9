"""The examiner's opinion: what was seen before the estimate, in which context, and the conclusion that this report gives."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from forensix.domain.examination import Outcome
from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.sections.case_facts import who
from forensix.reporting.sections.items import label, seen_before
from forensix.reporting.typeset import Text

TITLE = "Opinion of the examiner"
ROOM = 95 * mm

FIRST = (
    "The opinion is the examiner's own. The program's estimate is an exhibit, and no opinion; the basis says what was weighed. The error "
    "rates of sections 6 and 7 are of the program's estimates: how often opinions like these err was not measured. Where there are several "
    "items, each stands for itself: their results are not multiplied."
)
SINCE = "The examiner's own observation did not give this direction; the opinion was formed when the estimate could be seen."
BEYOND = "The program's estimate is: {}. The opinion differs from it, and the error rates of sections 6 and 7 do not speak for it."
SHOWN = (
    "case number, incident, agency and requester; specimen, its side and condition; the file's name; the radiograph, its view, format "
    "and image quality"
)
HIDDEN = (
    "the estimate and its map, until the examiner's own observation was locked; entries of the file's header that concern the person "
    "(name, sex, age and further text)"
)
OPEN = "the estimate was not withheld: the casebook is set up to show it at any time"


def render(facts: ReportFacts) -> list[Flowable]:
    story: list[Flowable] = [layout.body(FIRST), layout.fields(_context(facts))]
    for number, item in enumerate(facts.items, 1):
        story += _item(number, item, facts)
    return story


def _context(facts: ReportFacts) -> list[layout.Row]:
    """The bias guard: what the program showed before the examiner's own observation, and what it withheld."""
    rows: list[layout.Row] = [("Context shown first", SHOWN), ("Withheld", HIDDEN if facts.blind_first else OPEN)]
    return [*rows, ("Not recorded", "what the examiner knew from elsewhere")]


def _item(number: int, item: ExaminedItem, facts: ReportFacts) -> list[Flowable]:
    conclusion = item.conclusion
    opinion = layout.boxed([Text(wording.CONCLUSIONS[conclusion.outcome], layout.STATEMENT)])
    rows: list[layout.Row] = [
        ("Own observation, first", _observation(item, facts)),
        ("Estimate seen", _sight(item, facts)),
        ("Concluded by", who(conclusion.examiner_id, facts)),
        ("Concluded", wording.moment(conclusion.concluded_at)),
    ]
    if conclusion.outcome in (Outcome.MALE, Outcome.FEMALE) and conclusion.outcome is not item.examination.sex.outcome:
        rows.insert(0, ("Beside the estimate", BEYOND.format(wording.outcome(item.examination.sex))))
    if _changed(item):
        rows.insert(0, ("Beside the observation", SINCE))
    if item.earlier_conclusions:
        rows.append(("Earlier conclusions", _earlier(item)))
    words = wording.quoted(conclusion.basis) or "No basis was written down."
    basis = [Text("Basis, in the examiner's words", layout.HEAD.but(before=4)), layout.body(words)]
    return [KeepTogether([layout.subsection(label(number, item)), opinion, *basis, layout.fields(rows)])]


def _changed(item: ExaminedItem) -> bool:
    """Whether the opinion names a sex that the examiner's own observation did not."""
    outcome = item.conclusion.outcome
    return item.observation is not None and outcome in (Outcome.MALE, Outcome.FEMALE) and item.observation.outcome.value != outcome.value


def _earlier(item: ExaminedItem) -> str:
    return "; ".join(
        f"{wording.OUTCOMES[each.outcome]}, {wording.moment(each.concluded_at)}, {wording.quoted(each.basis)}"
        for each in item.earlier_conclusions
    )


def _observation(item: ExaminedItem, facts: ReportFacts) -> str:
    seen = item.observation
    if seen is None:
        return "none was recorded"
    by = facts.people.get(seen.examiner_id)
    parts = [
        f"sex: {wording.OBSERVED[seen.outcome]}",
        f"features: {wording.quoted(seen.features)}" if seen.features else "",
        f"certainty: {wording.quoted(seen.certainty)}" if seen.certainty else "",
        f"by {by.name}" if by else "",
        f"locked {wording.moment(seen.locked_at)}",
    ]
    return "; ".join(part for part in parts if part)


def _sight(item: ExaminedItem, facts: ReportFacts) -> str:
    if not facts.blind_first:
        return "The casebook is set up to show the estimate at any time: whether it was seen before the observation is not known."
    if item.observation is None:
        return "The casebook hides the estimate until an observation is locked; none was."
    covered = "The casebook hides the estimate until the examiner's own observation is locked: it had not shown it to the examiner before."
    before = seen_before(item, facts)
    if before:
        covered = (
            f"In this case the casebook hid the estimate until the examiner's own observation was locked. Before: {'; '.join(before)}."
        )
    first = next(
        (event for event in facts.custody if event.kind == "shown" and _by_who_concluded(event.details, event.actor, item, facts)), None
    )
    return covered if first is None else f"{covered} It was first shown {wording.moment(first.at)} (custody event {first.sequence})."


def _by_who_concluded(details: dict[str, object], actor: str, item: ExaminedItem, facts: ReportFacts) -> bool:
    by = facts.people.get(item.conclusion.examiner_id, facts.examiner)
    return details.get("radiograph") == item.radiograph.id and actor == by.name
