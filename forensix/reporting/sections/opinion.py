"""The examiner's conclusion: the opinion that this report gives; the program's estimate is an exhibit beside it."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.sections.case_facts import person
from forensix.reporting.sections.items import label
from forensix.reporting.typeset import Text

TITLE = "Opinion of the examiner"
ROOM = 95 * mm


def render(facts: ReportFacts) -> list[Flowable]:
    first = (
        "The opinion is the examiner's own. The program's estimate is an exhibit that the examiner weighed together with what the "
        "examiner saw; it is not an opinion. Where there are several items, each stands for itself: their results are not multiplied."
    )
    story: list[Flowable] = [layout.body(first)]
    for number, item in enumerate(facts.items, 1):
        story += _item(number, item, facts)
    return [*story, *_reviews(facts)]


def _item(number: int, item: ExaminedItem, facts: ReportFacts) -> list[Flowable]:
    conclusion = item.conclusion
    opinion = layout.boxed([Text(wording.CONCLUSIONS[conclusion.outcome], layout.STATEMENT)])
    by = facts.people.get(conclusion.examiner_id, facts.examiner)
    rows: list[layout.Row] = [
        ("Concluded by", person(by)),
        ("Concluded", wording.moment(conclusion.concluded_at)),
        ("Own observation before", _observation(item, facts)),
        ("Estimate seen", _sight(item, facts)),
    ]
    basis: list[Flowable] = [Text("Basis", layout.HEAD), layout.body(conclusion.basis or "No basis was written down.")]
    return [KeepTogether([layout.subsection(label(number, item)), opinion]), *basis, layout.fields(rows)]


def _observation(item: ExaminedItem, facts: ReportFacts) -> str:
    seen = item.observation
    if seen is None:
        return "none was recorded"
    by = facts.people.get(seen.examiner_id)
    parts = [
        f"sex: {wording.OBSERVED[seen.outcome]}",
        f"features: {seen.features}" if seen.features else "",
        f"certainty: {seen.certainty}" if seen.certainty else "",
        f"by {by.name}" if by else "",
        f"locked {wording.moment(seen.locked_at)}",
    ]
    return "; ".join(part for part in parts if part)


def _sight(item: ExaminedItem, facts: ReportFacts) -> str:
    if not facts.blind_first:
        return "The casebook is set up to show the estimate at any time: whether it was seen before the observation is not known."
    if item.observation is None:
        return "The casebook hides the estimate until an observation is locked; none was."
    return "The casebook hides the estimate until the examiner's own observation is locked: the observation was made without it."


def _reviews(facts: ReportFacts) -> list[Flowable]:
    head = layout.subsection("Review by a second examiner")
    if not facts.reviews:
        return [head, layout.body("Not reviewed: no second examiner had reviewed this case when the report was issued.")]
    story: list[Flowable] = [head]
    for review in facts.reviews:
        by = facts.people.get(review.examiner_id)
        ticked = [f"{point.replace('_', ' ')}: {'yes' if done else 'no'}" for point, done in review.checklist.items()]
        rows: list[layout.Row] = [
            ("Reviewer", person(by) if by else review.examiner_id),
            ("Result", [layout.bold("agrees" if review.agrees else "dissents")]),
            ("In the reviewer's words", review.text),
            ("Check list", "; ".join(ticked)),
            ("Reviewed", wording.moment(review.at)),
        ]
        story.append(layout.fields(rows))
    return story
