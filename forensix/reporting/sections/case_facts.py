"""Who asked, about what, who worked on it where and when: the administrative facts; for a new version what it replaces."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from reportlab.platypus import Flowable

from forensix.domain.case import CaseKind, Examiner
from forensix.domain.custody import CustodyEvent
from forensix.domain.numbering import LEGEND, NumberScheme
from forensix.domain.report import Replaced, ReportFacts
from forensix.domain.visible import one_line
from forensix.reporting import layout, wording
from forensix.reporting.typeset import Text

TITLE = "Case"

KINDS = {CaseKind.PM: "PM (post-mortem: a body or part)", CaseKind.AM: "AM (ante-mortem: a missing person's file)"}
WORK = ("received", "observed", "examined", "shown", "concluded", "reviewed", "corrected")


def render(facts: ReportFacts) -> list[Flowable]:
    case = facts.case
    rows: list[layout.Row] = [
        ("Case number", [layout.bold(case.number), f"   {KINDS[case.kind]}"]),
        ("Scheme of the numbers", _scheme(facts)),
        ("Incident", one_line(facts.incident.name)),
        ("Laboratory or agency", one_line(facts.incident.agency)),
        ("Place of work", one_line(facts.place)),
        ("Requested by", one_line(case.requester)),
        ("Items reported", _items(facts)),
        ("Examiner", person(facts.examiner)),
        ("Reviewer", _reviewers(facts)),
    ]
    story: list[Flowable] = [layout.fields(rows)]
    if facts.replaced is not None:
        story.insert(0, _replaces(facts, facts.replaced))
    elif facts.report.supersedes:
        earlier = f"version {facts.report.version - 1}, report {facts.report.supersedes}, which stays on file unchanged"
        story.insert(0, layout.fields([("Replaces", earlier)]))
    return [*story, layout.subsection("Dates"), layout.fields(_dates(facts))]


def _items(facts: ReportFacts) -> str:
    counted = f"{len(facts.items)} concluded, {len(facts.not_concluded)} received but not concluded"
    withdrawn = f", {len(facts.withdrawn)} received into this case by mistake and withdrawn (section Deviations)" if facts.withdrawn else ""
    return counted + withdrawn


def _scheme(facts: ReportFacts) -> str:
    """Whether the case number follows the scheme of its incident."""
    scheme = NumberScheme(facts.number_scheme)
    if not scheme.masks:
        return "none is set for this incident"
    held = (
        "the case number follows it" if scheme.fits(facts.case.number) else "set after the case was opened; its number does not follow it"
    )
    return f"{scheme} ({LEGEND}); {held}"


def person(examiner: Examiner) -> str:
    """Name, qualification, role and certificate."""
    parts = [examiner.name, examiner.qualification, examiner.role.value]
    certificate = (
        f"certificate {examiner.certificate_serial}" if examiner.certificate_serial else "no certificate: the name is only claimed"
    )
    return ", ".join(one_line(part) for part in (*parts, certificate) if part)


def who(examiner_id: str, facts: ReportFacts) -> str:
    """The person of an id; the one who signs with the certificate that signs."""
    known = facts.examiner if examiner_id == facts.examiner.id else facts.people.get(examiner_id)
    return person(known) if known else f"examiner {examiner_id}"


def _reviewers(facts: ReportFacts) -> str:
    return "; ".join(dict.fromkeys(who(each.examiner_id, facts) for each in facts.reviews)) or "not reviewed when this report was issued"


def _dates(facts: ReportFacts) -> list[layout.Row]:
    """Each date of the work; the one of issue in local time too."""
    received = [item.radiograph.received_at for item in facts.items if item.radiograph.received_at]
    return [
        ("Case opened", wording.moment(facts.case.opened_at)),
        ("Received", _span(received)),
        ("Examined", _span([item.examination.performed_at for item in facts.items])),
        ("Concluded", _span([item.conclusion.concluded_at for item in facts.items])),
        ("Report issued", wording.local_moment(facts.report.issued_at, facts.utc_offset_minutes)),
    ]


def _replaces(facts: ReportFacts, replaced: Replaced) -> Flowable:
    """The notice of an amended report."""
    which = f"Amended report: version {facts.report.version} replaces version {replaced.version} of report {replaced.number}."
    rows: list[layout.Row] = [
        ("SHA-256 of its record", replaced.record_sha256),
        ("SHA-256 of its file", replaced.file_sha256),
        ("Done since", _since(facts, replaced)),
    ]
    said = [Text(which, layout.STATEMENT.but(size=10.2)), Text(_stays(replaced), layout.BODY)]
    return layout.boxed([*said, layout.fields(rows, layout.text_width() - 20)])


def _stays(replaced: Replaced) -> str:
    issued = wording.moment(replaced.issued_at)
    return f"Version {replaced.version}, issued {issued}, stays on file unchanged as report {replaced.report_id}."


def _since(facts: ReportFacts, replaced: Replaced) -> str:
    """What was done on the case after the version that is replaced: the reason for the amendment."""
    later = [event for event in facts.custody if event.sequence > replaced.chain_sequence and event.kind in WORK]
    told = [_correction(event) for event in later if event.kind == "corrected"]
    counted = Counter(event.kind for event in later if event.kind != "corrected")
    return "; ".join([*(f"{kind} ({count})" for kind, count in counted.items()), *told]) or "nothing but this issue"


def _correction(event: CustodyEvent) -> str:
    details = event.details
    about = f"{details['file_name']}: " if details.get("key") == "case" else ""
    return one_line(f"{about}{details.get('key')} corrected from {details.get('old') or 'empty'} to {details.get('new')} ({event.reason})")


def _span(moments: list[datetime]) -> str:
    if not moments:
        return ""
    first, last = wording.moment(min(moments)), wording.moment(max(moments))
    return first if first == last else f"{first} to {last}"
