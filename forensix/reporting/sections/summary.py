"""The results on one look: per item the examiner's opinion, and beside it the estimate that was weighed."""

from __future__ import annotations

from reportlab.platypus import Flowable

from forensix.domain.examination import Outcome
from forensix.domain.report import ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.sections.items import label
from forensix.reporting.sections.limitations import SUBADULT, age_holds, is_subadult
from forensix.reporting.sections.review import dissents
from forensix.reporting.typeset import Content, Text

TITLE = "Results in brief"

AGE = "Skeletal age: estimate and 95 % prediction interval; it is not the age since birth."
DASH = " A dash: not evaluated, or not estimated; section 5 keeps what numbers there are as an exhibit."
DISSENT = "A second examiner dissents: section 10 has the reasons."
APART = (
    "The opinions on these items support different propositions. They stand side by side; if all hands are of one person, not all of them "
    "can be right."
)


def render(facts: ReportFacts) -> list[Flowable]:
    columns = [
        layout.Column("Item", 1.3),
        layout.Column("Opinion of the examiner", 1.3),
        layout.Column("Estimate of the program", 1.3),
        layout.Column("Likelihood ratio", 1.4),
        layout.Column("Skeletal age", 1.6, "right"),
    ]
    rows: list[list[Content]] = [
        [
            label(number, item),
            layout.bold(wording.OUTCOMES[item.conclusion.outcome]),
            wording.OUTCOMES[item.examination.sex.outcome],
            "–" if item.examination.sex.outcome is Outcome.NOT_EVALUATED else wording.short_ratio(item.examination.sex.log10_lr),
            wording.short_age(item.examination.age) if age_holds(item, facts) else "–",
        ]
        for number, item in enumerate(facts.items, 1)
    ]
    story: list[Flowable] = [layout.data(columns, rows), layout.note(AGE + (DASH if any("–" in row for row in rows) else ""))]
    if dissents(facts):
        story.append(layout.boxed([Text(DISSENT, layout.BODY.but(after=0))], layout.WARNING, layout.WARNING_FILL))
    if {Outcome.MALE, Outcome.FEMALE} <= {item.conclusion.outcome for item in facts.items}:
        story.append(layout.boxed([Text(APART, layout.BODY.but(after=0))], layout.WARNING, layout.WARNING_FILL))
    if any(is_subadult(item) for item in facts.items):
        story.append(
            layout.boxed([Text(SUBADULT, layout.STATEMENT.but(colour=layout.WARNING, size=10))], layout.WARNING, layout.WARNING_FILL)
        )
    return story
