"""What departs from the plan: what is not stated, what is not concluded, failed attempts, repeats; all runs, not the best one."""

from __future__ import annotations

from reportlab.platypus import Flowable

from forensix import settings
from forensix.domain.case import Withdrawal
from forensix.domain.report import ReportFacts
from forensix.domain.visible import one_line
from forensix.reporting import layout, phrases, required, wording
from forensix.reporting.record import tables_of
from forensix.reporting.sections.items import label

TITLE = "Deviations, failed attempts, repeats"

WITHDRAWN = (
    "Received into this case by mistake and withdrawn. Nothing in this report rests on them, and what an earlier version says of them "
    "does not hold for this case:"
)


def render(facts: ReportFacts) -> list[Flowable]:
    return [*_withdrawn(facts), *_not_stated(facts), *_words(facts), *_open_items(facts), *_failures(facts), *_repeats(facts)]


def _withdrawn(facts: ReportFacts) -> list[Flowable]:
    """What had been received into the wrong case, and where it belongs; first, because an earlier version may have rested on it."""
    if not facts.withdrawn:
        return []
    columns = [layout.Column("File", 1.3), layout.Column("SHA-256", 2.2), layout.Column("Belongs to", 1.2), layout.Column("Withdrawn", 2.6)]
    return [layout.lead(WITHDRAWN), layout.data(columns, [_withdrawal(each, facts) for each in facts.withdrawn])]


def _withdrawal(each: Withdrawal, facts: ReportFacts) -> list[str]:
    incident = "" if each.incident == facts.incident.name else f", {each.incident}"
    why = f"{wording.moment(each.at)}, by {each.actor}, custody event {each.sequence}: {wording.quoted(each.reason)}"
    return [one_line(f"{each.radiograph.file_name} ({each.specimen.label})"), each.radiograph.sha256, f"case {each.number}{incident}", why]


def _not_stated(facts: ReportFacts) -> list[Flowable]:
    """What a report should hold and this one does not."""
    lacking: dict[str, list[str]] = {}
    for each in required.missing(tables_of(facts)):
        if not each.blocks:
            lacking.setdefault(each.what, []).append(each.subject)
    if not lacking:
        return [layout.body("Everything that the form of this report asks for is stated.")]
    lines = [what + (f" ({'; '.join(filter(None, subjects))})" if any(subjects) else "") for what, subjects in lacking.items()]
    return [layout.lead("Asked for by the form of this report, and not stated:"), layout.bullets(lines)]


def _words(facts: ReportFacts) -> list[Flowable]:
    """People's own words that the report itself would not use; they are printed as written, in quotation marks."""
    known = phrases.load(settings.resources())
    said = [
        f"{where}, in the words of who wrote it: {', '.join(map(wording.quoted, hits))}"
        for where, text in written(facts)
        if (hits := phrases.found(text, known))
    ]
    if not said:
        return []
    lead = "Quoted as written, though the report itself does not use these words, because the method does not support them:"
    return [layout.lead(lead), layout.bullets(said)]


def written(facts: ReportFacts) -> list[tuple[str, str]]:
    """(Where it stands, the text) of everything that an examiner or reviewer wrote in sentences."""
    texts: list[tuple[str, str]] = []
    for number, item in enumerate(facts.items, 1):
        here = label(number, item)
        texts += [(f"{here}, basis", each.basis) for each in (*item.earlier_conclusions, item.conclusion)]
        if item.observation:
            texts += [(f"{here}, features", item.observation.features), (f"{here}, certainty", item.observation.certainty)]
        texts.append((f"{here}, condition", item.specimen.condition))
    texts += [(f"{each.radiograph.file_name}, why it was withdrawn", each.reason) for each in facts.withdrawn]
    return [*texts, *(("Review", review.text) for review in facts.reviews)]


def _open_items(facts: ReportFacts) -> list[Flowable]:
    if not facts.not_concluded:
        other = "other " if facts.withdrawn else ""
        return [layout.body(f"Every {other}radiograph received for this case is reported above.")]
    columns = [layout.Column("Specimen", 1.1), layout.Column("File", 1.4), layout.Column("SHA-256", 2.4)]
    columns += [layout.Column("Examined", 0.8), layout.Column("Estimate shown", 0.9)]
    rows = [
        [one_line(specimen.label), one_line(radiograph.file_name), radiograph.sha256, *_runs_of(radiograph.id, facts)]
        for specimen, radiograph in facts.not_concluded
    ]
    return [layout.lead("Received, and not concluded when this report was issued:"), layout.data(columns, rows)]


def _runs_of(radiograph_id: str, facts: ReportFacts) -> tuple[str, str]:
    """Of a radiograph that nothing was concluded on: how often the network was run on it, and whether its estimate was shown to anybody."""
    kinds = [event.kind for event in facts.custody if event.details.get("radiograph") == radiograph_id]
    runs = kinds.count("examined")
    return ("no" if not runs else "once" if runs == 1 else f"{runs} times"), "yes" if "shown" in kinds else "no"


def _failures(facts: ReportFacts) -> list[Flowable]:
    if not facts.failures:
        return [layout.body("No file was refused and no examination failed.")]
    return [layout.lead("Failed attempts:"), layout.bullets([one_line(failure) for failure in facts.failures])]


def _repeats(facts: ReportFacts) -> list[Flowable]:
    rows = [
        [
            label(number, item),
            wording.moment(run.performed_at),
            run.recipe.model,
            wording.fixed(run.sex.log10_lr),
            wording.outcome(run.sex),
            wording.quoted(run.reason),
        ]
        for number, item in enumerate(facts.items, 1)
        for run in item.earlier_examinations
    ]
    if not rows:
        return [layout.body("No item reported was examined more than once.")]
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
        layout.lead("Other examinations of the items reported; the report rests on the one that was concluded on:"),
        layout.data(columns, rows),
    ]
