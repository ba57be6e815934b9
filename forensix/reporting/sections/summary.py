"""The results on one look: per item the examiner's opinion, and beside it the estimate that was weighed."""

from __future__ import annotations

from reportlab.platypus import Flowable

from forensix.domain.examination import Outcome
from forensix.domain.report import ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.sections.items import label
from forensix.reporting.sections.limitations import SUBADULT, is_subadult
from forensix.reporting.typeset import Content, Text

TITLE = "Results in brief"


def render(facts: ReportFacts) -> list[Flowable]:
    columns = [
        layout.Column("Item", 1.5),
        layout.Column("Opinion of the examiner", 1.5),
        layout.Column("Estimate of the program", 1.5),
        layout.Column("Likelihood ratio", 1.6),
        layout.Column("Skeletal age", 1.1, "right"),
    ]
    rows: list[list[Content]] = [
        [
            label(number, item),
            layout.bold(wording.OUTCOMES[item.conclusion.outcome]),
            wording.OUTCOMES[item.examination.sex.outcome],
            "–" if item.examination.sex.outcome is Outcome.NOT_EVALUATED else wording.short_ratio(item.examination.sex.log10_lr),
            f"{item.examination.age.months / 12:.1f} years" if item.examination.age else "–",
        ]
        for number, item in enumerate(facts.items, 1)
    ]
    story: list[Flowable] = [layout.data(columns, rows)]
    if any(is_subadult(item) for item in facts.items):
        story.append(
            layout.boxed([Text(SUBADULT, layout.STATEMENT.but(colour=layout.WARNING, size=10))], layout.WARNING, layout.WARNING_FILL)
        )
    return story
