"""Issuing: the facts of a case become a signed report; the file is checked, kept, and only then recorded.

What composes, signs and checks is imported by the verb that needs it: loading it holds Python's lock long enough to be seen in the window.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from forensix.domain.errors import CaseConflict, SigningFailed
from forensix.domain.report import Report, Signature
from forensix.laboratory.acts import Progress, silent
from forensix.laboratory.gathering import Gathering
from forensix.laboratory.intake import now
from forensix.settings import resources


@dataclass(frozen=True, slots=True)
class Issued:
    """A report that was signed and kept; `path` is the file after its last signature."""

    report: Report
    signature: Signature
    path: Path


class Issuing(Gathering):
    """The verbs `draft`, `issue_report` and `countersign`."""

    def draft(self, case: str) -> bytes:
        """The report as it would be issued now, as an unsigned PDF marked DRAFT."""
        from forensix.reporting import preview

        return preview.compose_draft(self._facts(self.casebook.case(case)), page=self.settings.page, resources=resources())

    def issue_report(self, case: str, identity: Path, passphrase: str, progress: Progress = silent) -> Issued:
        """Compose, certify, check and keep the report on a case's concluded radiographs.

        Raises
        ------
        CaseConflict
            Nothing is concluded.
        SigningFailed
            Wrong passphrase, unfit certificate, a clock behind custody, or the finished file fails its own verification.
        EvidenceAltered
            An original no longer has its hash.
        """
        from forensix.identity.keys import Identity
        from forensix.reporting import report as reporting
        from forensix.reporting import signing

        into = self.casebook.case(case)
        act = self.act("report")
        self._clock_is_ahead()
        key = Identity.open(identity, passphrase)
        progress("gathering the facts", 0.1)
        facts = replace(self._facts(into), examiner=replace(key.examiner, id=self.actor.id))  # with the certificate that signs
        progress("composing", 0.3)
        composed = reporting.compose(facts, page=self.settings.page, resources=resources())
        progress("signing", 0.7)
        signed = signing.sign(composed.pdf, key, self.casebook.folder / "trust")
        file_sha256 = hashlib.sha256(signed).hexdigest()
        self._accepts_itself(signed, file_sha256, composed.record_sha256, ["Examiner"])
        progress("keeping", 0.9)
        kept = self.casebook.report_files.admit(signed)
        report = Report(
            facts.report.id, into.id, facts.report.version, composed.record_sha256, facts.report.supersedes, facts.report.issued_at
        )
        signature = Signature(report.id, 1, "Examiner", key.examiner.name, now(), kept)
        self.casebook.issue(report, signature, composed.record, act)
        progress("issued", 1.0)
        return Issued(report, signature, self.casebook.report_files.path(kept))

    def countersign(self, pdf: Path, identity: Path, passphrase: str) -> Issued:
        """Sign an issued report's prepared reviewer field with another person's key.

        Raises
        ------
        CaseConflict
            The file is not the latest form of a report of this casebook.
        SigningFailed
            As for `issue_report`; also the examiner's own key.
        """
        from forensix.identity.keys import Identity
        from forensix.reporting import signing

        act = self.act("countersign")
        self._clock_is_ahead()
        data = pdf.read_bytes()
        report = self._latest_form(hashlib.sha256(data).hexdigest(), pdf.name)
        held = self.casebook.signatures(report.id)
        key = Identity.open(identity, passphrase)
        signed = signing.countersign(data, key, self.casebook.folder / "trust")
        self._accepts_itself(signed, hashlib.sha256(signed).hexdigest(), report.record_sha256, ["Examiner", "Reviewer"])
        kept = self.casebook.report_files.admit(signed)
        signature = Signature(report.id, len(held) + 1, "Reviewer", key.examiner.name, now(), kept)
        self.casebook.countersign(signature, act)
        return Issued(report, signature, self.casebook.report_files.path(kept))

    def _latest_form(self, file_sha256: str, name: str) -> Report:
        """The report whose latest version, after its last signature, is this file."""
        report = self.casebook.report_with_file(file_sha256)
        if (
            report is None
            or self.casebook.signatures(report.id)[-1].file_sha256 != file_sha256
            or self.casebook.reports(report.case_id)[-1].id != report.id
        ):
            raise CaseConflict(
                "This file is not the latest form of its report.", "Countersign the latest file that `case show` names.", name
            )
        return report

    def _clock_is_ahead(self) -> None:
        events = self.casebook.events()
        if events and now() < datetime.fromisoformat(events[-1].at):
            raise SigningFailed(
                f"This machine's clock ({now():%Y-%m-%d %H:%M} UTC) is behind the last custody event ({events[-1].at}).",
                "Set the clock right before signing.",
                "clock",
            )

    def _accepts_itself(self, pdf: bytes, file_sha256: str, record_sha256: str, fields: list[str]) -> None:
        from forensix.reporting import verifier

        roots, crls = trust_of(self.casebook.folder)
        expected = {"file_sha256": file_sha256, "record_sha256": record_sha256, "signatures": fields}
        findings = verifier.check_pdf(pdf, roots=roots, crls=crls, expected=expected)
        if not verifier.accepted(findings):
            failed = "; ".join(finding.meaning for finding in findings if finding.result == "failed")
            raise SigningFailed(
                f"The signed file fails its own verification: {failed}", "The report stays a draft; report this as a fault.", "report"
            )


def trust_of(folder: Path) -> tuple[list[bytes], list[bytes]]:
    """The casebook's own roots and revocation lists, as PEM bytes."""
    trust = folder / "trust"
    roots = [file.read_bytes() for file in sorted(trust.glob("root*.pem"))]
    crls = [file.read_bytes() for file in sorted(trust.glob("crl*.pem"))]
    return roots, crls
