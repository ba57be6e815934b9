"""compose(facts): the sections in reading order become pages, the pages an archival PDF with its record and signature fields."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable

from forensix import settings
from forensix.domain.report import ReportFacts
from forensix.reporting import archive, fonts, layout, page, record, required
from forensix.reporting.page import Running
from forensix.reporting.sections import (
    case_facts,
    custody,
    deviations,
    error_rates,
    estimate,
    items,
    limitations,
    method,
    opinion,
    plain_words,
    reproduction,
    review,
    site,
    summary,
)
from forensix.reporting.signature_block import Heading, SignatureBlock
from forensix.reporting.typeset import Text

TITLE = "Sex and skeletal age from hand radiographs"

SECTIONS: Sequence[ModuleType] = (
    case_facts,
    summary,
    items,
    method,
    estimate,
    error_rates,
    site,
    limitations,
    opinion,
    review,
    deviations,
    custody,
    reproduction,
    plain_words,
)


@dataclass(frozen=True, slots=True)
class Composed:
    """A report ready to be signed: a validated PDF/A-3b with the record attached and both signature fields empty."""

    pdf: bytes
    record: bytes
    record_sha256: str


def compose(facts: ReportFacts, page: str = "A4", *, resources: Path | None = None) -> Composed:
    """Compose, archive, and prepare the signature fields.

    Raises
    ------
    ReportIncomplete
        Something is missing that the report would be indefensible without (`required`).
    ReportNotArchivable, FontsMissing
    """
    facts = complete(facts, resources)
    written = record.record_of(facts)
    required.require(record.tables_of(facts))
    block = SignatureBlock()
    pages = pages_of(facts, record.sha256(written), block, page=page)
    archived = archive.archive(pages, written, facts.report.issued_at, block.headings)
    return Composed(archive.prepare_fields(archived, block.boxes), written, record.sha256(written))


def number_of(facts: ReportFacts) -> str:
    return f"Report {facts.case.number}, version {facts.report.version}"


def pages_of(facts: ReportFacts, record_sha256: str, block: SignatureBlock, *, page: str = "A4", draft: bool = False) -> bytes:
    """The pages before archiving; the same bytes for the same facts."""
    story: list[Flowable] = [*_title(facts), *(_lacking(facts) if draft else [])]
    for number, section in enumerate(SECTIONS, 1):
        story += [*_heading(number, section.TITLE, block, getattr(section, "ROOM", 38 * mm)), *section.render(facts)]
    story += _end(facts, record_sha256, block)
    return _build(story, facts, page, draft)


def _build(story: list[Flowable], facts: ReportFacts, size: str, draft: bool) -> bytes:
    marks = (["DRAFT"] if draft else []) + (["SYNTHETIC"] if facts.synthetic else [])
    running = Running(
        title=TITLE,
        number=number_of(facts),
        laboratory=", ".join(part for part in (facts.incident.agency or "laboratory not stated", facts.place) if part),
        author=facts.examiner.name,
        subject=f"Case {facts.case.number}",
        mark=" ".join(marks),
        page=size,
    )
    return page.build(story, running)


def complete(facts: ReportFacts, resources: Path | None) -> ReportFacts:
    """The facts with the installed verbal scale where they carry none; the fonts are loaded."""
    folder = resources or settings.resources()
    fonts.load(folder / "fonts")
    if facts.verbal_scale:
        return facts
    return replace(facts, verbal_scale=tomllib.loads((folder / "verbal_scale.toml").read_text(encoding="utf-8")))


def _title(facts: ReportFacts) -> list[Flowable]:
    lines: list[Flowable] = [
        Text(TITLE, layout.TITLE),
        Text(number_of(facts), layout.STATEMENT.but(colour=layout.GREY, bold=False, after=6)),
    ]
    if facts.synthetic:
        made_up = (
            "SYNTHETIC: made-up radiographs for demonstration and test. Nothing in this report concerns a person, "
            "and the estimates mean nothing."
        )
        lines.append(layout.boxed([Text(made_up, layout.BODY.but(bold=True, after=0))], layout.WARNING, layout.WARNING_FILL))
    return lines


def _lacking(facts: ReportFacts) -> list[Flowable]:
    """For the draft: what is still missing, and where it is filled in."""
    found = required.missing(record.tables_of(facts))
    if not found:
        return []
    lead = Text("Draft: what is still missing", layout.STATEMENT.but(size=10.2, colour=layout.WARNING))
    kinds = {True: "Cannot be issued without", False: "Would be printed as not stated"}
    rows: list[layout.Row] = [(kinds[each.blocks], f"{each}. {each.where}") for each in found]
    return [layout.boxed([lead, layout.fields(rows, layout.text_width() - 20)], layout.WARNING, layout.WARNING_FILL)]


def _heading(number: int, title: str, block: SignatureBlock, room: float = 38 * mm) -> list[Flowable]:
    """The section's heading, on the next page if less than `room` is left on this one."""
    rule = HRFlowable(width="100%", thickness=0.8, color=HexColor(layout.ACCENT), spaceBefore=12, spaceAfter=3)
    rule.keepWithNext = 1
    return [CondPageBreak(room), rule, Heading(f"{number}  {title}", block.headings)]


def _end(facts: ReportFacts, record_sha256: str, block: SignatureBlock) -> list[Flowable]:
    rows: list[layout.Row] = [
        ("Attached record", "record.json, attached to this file, holds all facts of this report in canonical form (RFC 8785)"),
        ("SHA-256 of the record", record_sha256),
        ("Trusted root", "\n".join(facts.trust_roots) or "this casebook has no root certificate"),
        ("Copies", "This report may not be copied except in full. The results relate only to the items examined."),
    ]
    return [*_heading(len(SECTIONS) + 1, "Record and signatures", block, 105 * mm), layout.fields(rows), block]
