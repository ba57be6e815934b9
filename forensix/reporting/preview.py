"""The report as it would be, for the window: marked DRAFT on every page, with nothing in it to sign."""

from __future__ import annotations

from pathlib import Path

from forensix.domain.report import ReportFacts
from forensix.reporting import record, report
from forensix.reporting.signature_block import SignatureBlock


def compose_draft(facts: ReportFacts, page: str = "A4", *, resources: Path | None = None) -> bytes:
    """The pages of a draft as PDF; quick, because it is neither archived nor given signature fields."""
    facts = report.complete(facts, resources)
    return report.pages_of(facts, record.sha256(record.record_of(facts)), SignatureBlock(), page=page, draft=True)
