"""Who asked, about what, who worked on it and when: the administrative facts."""

from __future__ import annotations

from datetime import datetime

from reportlab.platypus import Flowable

from forensix.domain.case import CaseKind, Examiner
from forensix.domain.report import ReportFacts
from forensix.reporting import layout, wording

TITLE = "Case"

KINDS = {CaseKind.PM: "PM (post-mortem: a body or part)", CaseKind.AM: "AM (ante-mortem: a missing person's file)"}


def render(facts: ReportFacts) -> list[Flowable]:
    case, report = facts.case, facts.report
    rows: list[layout.Row] = [
        ("Case number", [layout.bold(case.number), f"   {KINDS[case.kind]}"]),
        ("Incident", facts.incident.name),
        ("Agency", facts.incident.agency),
        ("Requested by", case.requester),
        ("Items reported", f"{len(facts.items)} concluded, {len(facts.not_concluded)} received but not concluded"),
        ("Examiner", person(facts.examiner)),
        ("Case opened", wording.moment(case.opened_at)),
        ("Examined", _span([item.examination.performed_at for item in facts.items])),
        ("Report issued", wording.moment(report.issued_at)),
        ("Clock", "the computer's own, in UTC; no time-stamp service was used"),
        ("Casebook", facts.casebook_id),
    ]
    if report.supersedes:
        rows.insert(2, ("Replaces", f"version {report.version - 1}, report {report.supersedes}, which stays on file unchanged"))
    return [layout.fields(rows)]


def person(examiner: Examiner) -> str:
    """Name, qualification, role and certificate."""
    parts = [examiner.name, examiner.qualification, examiner.role.value]
    certificate = (
        f"certificate {examiner.certificate_serial}" if examiner.certificate_serial else "no certificate: the name is only claimed"
    )
    return ", ".join(part for part in (*parts, certificate) if part)


def _span(moments: list[datetime]) -> str:
    if not moments:
        return ""
    first, last = min(moments), max(moments)
    return wording.moment(first) if first == last else f"{wording.moment(first)} to {wording.moment(last)}"
