"""The second examiner: what was observed blind, whether the review agrees, the check list, and a dissent in full."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from forensix.domain.examination import Review
from forensix.domain.report import ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.sections.case_facts import who
from forensix.reporting.sections.items import label
from forensix.reporting.typeset import Text

TITLE = "Review by a second examiner"
ROOM = 60 * mm
NONE = "Not reviewed: no second examiner had reviewed this case when the report was issued."


LATER = "The same reviewer has reviewed the case again since; the later review counts."


def render(facts: ReportFacts) -> list[Flowable]:
    if not facts.reviews:
        return [layout.body(NONE)]
    return [flowable for review in facts.reviews for flowable in _review(review, facts)]


def dissents(facts: ReportFacts) -> bool:
    """Whether a reviewer's last word on the case is a dissent."""
    return any(not review.agrees for review in _last_words(facts))


def _last_words(facts: ReportFacts) -> list[Review]:
    """The latest review of each reviewer; a person may be known by several ids."""
    return list({_reviewer(review, facts): review for review in sorted(facts.reviews, key=lambda one: one.at)}.values())


def _reviewer(review: Review, facts: ReportFacts) -> str:
    known = facts.people.get(review.examiner_id)
    return known.name if known else review.examiner_id


def _older_than(review: Review, facts: ReportFacts) -> str:
    """The items that were concluded on after a review, which so does not speak of what is reported of them."""
    later = [label(number, item) for number, item in enumerate(facts.items, 1) if item.conclusion.concluded_at >= review.at]
    return wording.listed(later) if later else ""


def _result(review: Review, facts: ReportFacts) -> str:
    older = _older_than(review, facts)
    if not older:
        return "The reviewer agrees." if review.agrees else "The reviewer dissents."
    said = "agreed" if review.agrees else "dissented"
    return f"The reviewer {said} before the conclusion that is reported was made: {older}. Of it the review says nothing."


def _review(review: Review, facts: ReportFacts) -> list[Flowable]:
    standing = review in _last_words(facts)
    result = _result(review, facts) + ("" if standing else f" {LATER}")
    good = review.agrees and standing and not _older_than(review, facts)
    colour, fill = (layout.ACCENT, layout.FILL) if good else (layout.WARNING, layout.WARNING_FILL)
    words = [Text(wording.quoted(review.text), layout.BODY.but(after=0))] if review.text else []
    rows: list[layout.Row] = [
        ("Reviewer", who(review.examiner_id, facts)),
        ("Reviewed", wording.moment(review.at)),
        ("Own observations", _observations(review, facts)),
    ]
    story: list[Flowable] = [layout.boxed([Text(result, layout.STATEMENT), *words], colour, fill), layout.fields(rows)]
    if not review.checklist:
        return [*story, layout.body("No check list was filled in.")]
    asked = _questions(review, facts)
    points = [[asked.get(point) or point.replace("_", " "), "yes" if done else "no"] for point, done in review.checklist.items()]
    columns = [layout.Column("Check list, as the reviewer answered it", 5.0), layout.Column("Answer", 0.6)]
    return [*story, layout.data(columns, points)]


def _questions(review: Review, facts: ReportFacts) -> dict[str, str]:
    """The questions as they were put to the reviewer, which custody keeps."""
    kept = [event.details for event in facts.custody if event.kind == "reviewed" and event.details.get("review") == review.id]
    return dict(kept[-1].get("questions", {})) if kept else {}


def _observations(review: Review, facts: ReportFacts) -> str:
    """What the reviewer saw, before the estimate could be seen; a person may be known by several ids."""
    names = {person.id: person.name for person in facts.people.values()}
    reviewer = names.get(review.examiner_id, review.examiner_id)
    seen = [
        f"{label(number, item)}: {wording.OBSERVED[one.outcome]}, locked {wording.moment(one.locked_at)}"
        for number, item in enumerate(facts.items, 1)
        for one in item.other_observations
        if names.get(one.examiner_id, one.examiner_id) == reviewer
    ]
    return "; ".join(seen) or "none is recorded"
