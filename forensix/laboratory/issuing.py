"""Issuing: the facts of a case become a signed report; the file is checked, kept, and only then recorded.

What composes, signs and checks is imported by the verb that needs it: loading it holds Python's lock long enough to be seen in the window.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from forensix.casebook.act import Act
from forensix.domain.case import Case
from forensix.domain.errors import CaseConflict, SigningFailed
from forensix.domain.report import Report, ReportFacts, Signature
from forensix.laboratory import signing_order
from forensix.laboratory.acts import PERMITTED, Progress, now, silent
from forensix.laboratory.gathering import Gathering
from forensix.laboratory.moving import reported_on
from forensix.settings import account, resources

if TYPE_CHECKING:
    from forensix.identity.keys import Identity
    from forensix.identity.time_stamps import TimeStampService


STAMPED = (
    "Stamped by the site's own time-stamp service (certificate SHA-256 {fingerprint}) from this computer's clock. The signers hold the "
    "service themselves: a stamp shows others that the signature was there by then, and is worth what that clock and the custody of the "
    "keys are worth."
)


@dataclass(frozen=True, slots=True)
class Issued:
    """A report that was signed and kept; `path` is the file after its last signature."""

    report: Report
    signature: Signature
    path: Path


class Issuing(Gathering):
    """The verbs `draft`, `issue_report` and `countersign`."""

    def draft(self, case: str) -> bytes:
        """The report as it would be issued now, as an unsigned PDF marked DRAFT.

        Raises
        ------
        CaseConflict
            Nothing is concluded, or an estimate in it is covered for the actor.
        """
        from forensix.reporting import preview

        into = self.casebook.case(case)
        self.require_sight(into.id)
        act = self.act("explain") if self.actor.role in PERMITTED["explain"] else None
        return preview.compose_draft(self._facts(into, act), page=self.settings.page, resources=resources())

    def issue_report(self, case: str, identity: Path, passphrase: str, progress: Progress = silent, *, stamped: bool = True) -> Issued:
        """Compose, certify, check and keep the report on a case's concluded radiographs.

        `stamped`: the site's service states the time, where the signer holds it; otherwise the signature carries this computer's clock.

        Raises
        ------
        CaseConflict
            Nothing is concluded.
        SigningFailed
            Wrong passphrase, unfit certificate, somebody else's conclusion, a clock behind custody, or the finished file fails its own
            verification. The refusal stands in custody.
        EvidenceAltered
            An original no longer has its hash.
        """
        from forensix.reporting import report as reporting
        from forensix.reporting import signing

        into = self.casebook.case(case)
        with self._to_sign("report", into.id) as act:
            key, service, act = self._unlocked(identity, passphrase, act, stamped=stamped)
            progress("gathering the facts", 0.1)
            facts = self._facts_signed_by(into, act, key, service)
            progress("composing", 0.3)
            composed = reporting.compose(facts, page=self.settings.page, resources=resources())
            progress("signing", 0.7)
            signed = signing.sign(composed.pdf, key, self.casebook.folder / "trust", service=service)
            self._accepts_itself(signed, composed.record_sha256, ["Examiner"])
            progress("keeping", 0.9)
            kept = self.casebook.report_files.admit(signed)
            report = replace(facts.report, record_sha256=composed.record_sha256)
            signature = Signature(report.id, 1, "Examiner", key.examiner.name, now(), kept)
            self.casebook.issue(report, signature, composed.record, act, about=[item.radiograph.id for item in facts.items])
        progress("issued", 1.0)
        return Issued(report, signature, self.casebook.report_files.path(kept))

    def countersign(self, pdf: Path, identity: Path, passphrase: str, *, stamped: bool = True) -> Issued:
        """Sign an issued report's prepared reviewer field with another person's key; `stamped` as for `issue_report`.

        Raises
        ------
        CaseConflict
            The file is not the latest form of a report of this casebook, or reports on a radiograph that was withdrawn from its case.
        SigningFailed
            As for `issue_report`; also the examiner's own key, or somebody else's than the reviewer's whom the report records.
        """
        from forensix.reporting import signing

        data = pdf.read_bytes()
        report = self._latest_form(hashlib.sha256(data).hexdigest(), pdf.name)
        self._speaks_of_its_case(report, pdf.name)
        held = self.casebook.signatures(report.id)
        with self._to_sign("countersign", report.case_id) as act:
            key, service, act = self._unlocked(identity, passphrase, act, stamped=stamped)
            if signing_order.same_name(held[0].signer, key.examiner.name):
                raise SigningFailed(
                    "The reviewer must be another person than the examiner.", "Have a second examiner countersign.", key.examiner.name
                )
            review = signing_order.recorded_review(json.loads(self.casebook.record(report.id)), key.examiner)
            words = signing.SEEN if review is None else signing.REVIEWED if review["agrees"] else signing.DISSENTED
            signed = signing.countersign(data, key, self.casebook.folder / "trust", service=service, words=words)
            self._accepts_itself(signed, report.record_sha256, ["Examiner", "Reviewer"])
            kept = self.casebook.report_files.admit(signed)
            signature = Signature(report.id, len(held) + 1, "Reviewer", key.examiner.name, now(), kept)
            self.casebook.countersign(signature, act)
        return Issued(report, signature, self.casebook.report_files.path(kept))

    @contextmanager
    def _to_sign(self, verb: str, case_id: str) -> Iterator[Act]:
        """The act of signing at a clock that can be right; a refusal is written into custody with its reason."""
        act = self.act(verb)
        try:
            try:
                self.casebook.check_clock()
            except CaseConflict as error:
                raise SigningFailed(error.message, error.remedy, error.subject) from error
            yield act
        except SigningFailed as error:
            self.casebook.noted("signing_refused", act, case_id, because=error.message)
            raise

    def _unlocked(self, identity: Path, passphrase: str, act: Act, *, stamped: bool) -> tuple[Identity, TimeStampService | None, Act]:
        """The key, the time-stamp service if wanted and held by its owner, and the act, proved by the key where it is the actor's own."""
        from forensix.identity.keys import Identity
        from forensix.identity.time_stamps import TimeStampService

        key = Identity.open(identity, passphrase)
        self._taken_in_this_role(key)
        held = TimeStampService.open(self.casebook.folder, key.examiner.certificate_serial, passphrase)
        service = held if stamped else None
        own = signing_order.same_name(key.examiner.name, self.actor.name)
        return key, service, replace(act, proof="key") if own else act

    def _taken_in_this_role(self, key: Identity) -> None:
        """See that the role of a certificate from outside was given by a recorded act, and not only written beside the file."""
        if key.states_role:
            return
        given = [
            event
            for event in self.casebook.events()
            if event.kind == "identity_adopted"
            and event.subject_sha256 == key.fingerprint
            and event.details.get("role") == key.examiner.role
        ]
        if not given:
            raise SigningFailed(
                f"The certificate of {key.examiner.name} is from outside, and no act of this casebook gives it the role.",
                "Adopt it with `forensix identity use FILE --role ROLE`.",
                key.examiner.name,
            )

    def _facts_signed_by(self, case: Case, act: Act, key: Identity, service: TimeStampService | None) -> ReportFacts:
        """The facts with the certificate that signs, what stands behind the time, and the conclusions that the signer takes over."""
        facts = self._facts(case, act)
        taken = signing_order.taken_over(facts.items, facts.people, key.examiner, account())
        time_source = "" if service is None else STAMPED.format(fingerprint=service.fingerprint)
        examiner = replace(key.examiner, id=self.actor.id)
        return replace(facts, examiner=examiner, time_source=time_source, failures=(*facts.failures, *taken))

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

    def _speaks_of_its_case(self, report: Report, name: str) -> None:
        spoken = reported_on(self.casebook.record(report.id))
        for each in self.casebook.withdrawals(report.case_id):
            if each.radiograph.id in spoken:
                raise CaseConflict(
                    f"The report speaks of {each.radiograph.file_name}, which was withdrawn from this case: it belongs to {each.number}.",
                    "Have a new version issued, and countersign that.",
                    name,
                )

    def _accepts_itself(self, pdf: bytes, record_sha256: str, fields: list[str]) -> None:
        from forensix.reporting import verifier

        roots, crls = trust_of(self.casebook.folder)
        expected = {"file_sha256": hashlib.sha256(pdf).hexdigest(), "record_sha256": record_sha256, "signatures": fields}
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
