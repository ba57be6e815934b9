"""What the report leaves out and why: items without a conclusion, failed attempts, repeats; all runs count, not the best one."""

from __future__ import annotations

from reportlab.platypus import Flowable

from forensix.domain.report import ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.sections.items import label

TITLE = "Received but not concluded, failed attempts, repeats"


def render(facts: ReportFacts) -> list[Flowable]:
    return [*_open_items(facts), *_failures(facts), *_repeats(facts)]


def _open_items(facts: ReportFacts) -> list[Flowable]:
    if not facts.not_concluded:
        return [layout.body("Every radiograph received for this case is reported above.")]
    columns = [layout.Column("Specimen", 1.2), layout.Column("File", 1.6), layout.Column("SHA-256", 3.0)]
    rows = [[specimen.label, radiograph.file_name, radiograph.sha256] for specimen, radiograph in facts.not_concluded]
    return [layout.lead("Received, and not concluded when this report was issued:"), layout.data(columns, rows)]


def _failures(facts: ReportFacts) -> list[Flowable]:
    if not facts.failures:
        return [layout.body("No examination failed.")]
    return [layout.lead("Failed attempts:"), layout.bullets(facts.failures)]


def _repeats(facts: ReportFacts) -> list[Flowable]:
    rows = [
        [
            label(number, item),
            wording.moment(run.performed_at),
            run.recipe.model,
            wording.fixed(run.sex.log10_lr),
            wording.outcome(run.sex),
            run.reason,
        ]
        for number, item in enumerate(facts.items, 1)
        for run in item.earlier_examinations
    ]
    if not rows:
        return [layout.body("No radiograph was examined more than once.")]
    heads = (
        ("Item", 1.5, "left"),
        ("Examined", 1.2, "left"),
        ("Model", 1.6, "left"),
        ("log10 LR", 0.8, "right"),
        ("Outcome", 1.6, "left"),
        ("Reason", 1.4, "left"),
    )
    columns = [layout.Column(*head) for head in heads]
    return [
        layout.lead("Earlier examinations of the items reported; the report rests on the last one of each:"),
        layout.data(columns, rows),
    ]
