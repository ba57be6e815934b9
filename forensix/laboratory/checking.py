"""Checking: a report, a case or the whole casebook against its signatures, hashes and custody chain; fail-closed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensix.domain.case import Case
from forensix.domain.errors import ForensixError
from forensix.domain.examination import Examination
from forensix.domain.report import REPLAY_TOLERANCE, Report
from forensix.laboratory import signing_order
from forensix.laboratory.issuing import Issuing, trust_of
from forensix.laboratory.moving import reported_on
from forensix.laboratory.siting import Siting

if TYPE_CHECKING:
    from forensix.inference.estimator import Examined


@dataclass(frozen=True, slots=True)
class Checked:
    """One check: `result` passed, failed or note; `meaning` in words for a lawyer."""

    check: str
    result: str
    subject: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Verified:
    """The answer: accepted only if nothing failed."""

    accepted: bool
    findings: tuple[Checked, ...]


def verdict(findings: list[Checked]) -> Verified:
    return Verified(bool(findings) and all(finding.result != "failed" for finding in findings), tuple(findings))


def as_checked(findings: Any) -> list[Checked]:
    return [Checked(each.check, str(each.result), each.subject, each.meaning) for each in findings]


def _by_policy(data: bytes, roots: Sequence[bytes], crls: Sequence[bytes], expected: dict[str, Any] | None) -> list[Checked]:
    """The fail-closed acceptance policy; imported only now, because it brings pyHanko."""
    from forensix.reporting import verifier

    return as_checked(verifier.check_pdf(data, roots=roots, crls=crls, expected=expected))


class Checking(Issuing, Siting):
    """The verbs `verify_case`, `verify_report` and `verify_all`."""

    def verify_case(self, case: str, *, replay: bool = False) -> Verified:
        """The whole chain, this case's originals and reports, and with `replay` its estimates."""
        into = self.casebook.case(case)
        findings = as_checked(self.casebook.verify(case_id=into.id))
        for report in self.casebook.reports(into.id):
            findings += self._issued_files(report)
        if replay:
            findings += self._replayed(into)
        answer = verdict(findings)
        self.casebook.verified(into.number, answer.accepted, self.act("verify"), case_id=into.id)
        return answer

    def verify_all(self, *, replay: bool = False) -> Verified:
        """The whole chain, and every case's reports; goes on past failures."""
        findings = as_checked(self.casebook.verify())
        for case in self.casebook.cases():
            for report in self.casebook.reports(case.id):
                findings += self._issued_files(report)
            if replay:
                findings += self._replayed(case)
        answer = verdict(findings)
        self.casebook.verified("all", answer.accepted, self.act("verify"))
        return answer

    def verify_report(self, pdf: Path, *, roots: Sequence[bytes] = (), crls: Sequence[bytes] = ()) -> Verified:
        """A report file against this casebook: signature policy, attached record, and the SHA-256 of the whole file.

        `roots`: whom the reader trusts, PEM or DER, in the place of this casebook's own roots, which may have come with a false report;
        `crls`: revocation lists besides this casebook's own.
        """
        data = pdf.read_bytes()
        findings = self.check_report(data, pdf.name, roots=roots, crls=crls)
        answer = verdict(findings)
        sha256 = hashlib.sha256(data).hexdigest()
        known = self.casebook.report_with_file(sha256)
        about = known.case_id if known else None
        self.casebook.verified(f"{pdf.name} {sha256}", answer.accepted, self.act("verify"), case_id=about)
        return answer

    def check_report(self, data: bytes, name: str, *, roots: Sequence[bytes] = (), crls: Sequence[bytes] = ()) -> list[Checked]:
        """The findings of `verify_report`, without the custody event."""
        sha256 = hashlib.sha256(data).hexdigest()
        own_roots, own_crls = trust_of(self.casebook.folder)
        roots, crls = list(roots) or own_roots, [*own_crls, *crls]
        report = self.casebook.report_with_file(sha256)
        if report is None:
            unknown = Checked(
                "file_hash",
                "failed",
                name,
                "No report of this casebook has this file's SHA-256: it was changed after it was issued, or it was not issued here.",
            )
            return [unknown, *_by_policy(data, roots, crls, None)]
        expected = {
            "file_sha256": sha256,
            "record_sha256": report.record_sha256,
            "signatures": [signature.field for signature in self.casebook.signatures(report.id)],
        }
        findings = _by_policy(data, roots, crls, expected)
        findings += self._against_its_record(report, name, expected["signatures"])
        newer = [each for each in self.casebook.reports(report.case_id) if each.version > report.version]
        if newer:
            meaning = f"Version {newer[-1].version} has replaced this version {report.version}; both are kept."
            findings.append(Checked("superseded", "note", name, meaning))
        return findings

    def _against_its_record(self, report: Report, name: str, signatures: Sequence[str]) -> list[Checked]:
        """What the casebook's own copy of the record says, if it still is the one that was signed."""
        data = self.casebook.record(report.id)
        if hashlib.sha256(data).hexdigest() != report.record_sha256:
            meaning = "The casebook's copy of the record is not the one that was signed: the casebook was changed."
            return [Checked("record_kept", "failed", name, meaning)]
        record = json.loads(data)
        notes = [Checked(check, "note", name, meaning) for check, meaning in signing_order.notes(record, signatures)]
        withdrawn = self._withdrawn_since(report, name)
        return [self._printed_seal(record, name), self._report_originals(record, name), *withdrawn, *notes]

    def _withdrawn_since(self, report: Report, name: str) -> list[Checked]:
        """What the report speaks of and was withdrawn from its case after it was issued: the report is genuine, and wrong in this."""
        spoken = reported_on(self.casebook.record(report.id))
        return [
            Checked(
                "withdrawn",
                "note",
                name,
                f"{each.radiograph.file_name}, which the report speaks of, was withdrawn from this case on {each.at:%Y-%m-%d}: it belongs "
                f"to case {each.number} (custody event {each.sequence}). What the report says of it does not hold for this case.",
            )
            for each in self.casebook.withdrawals(report.case_id)
            if each.radiograph.id in spoken
        ]

    def _printed_seal(self, record: dict[str, Any], name: str) -> Checked:
        """Every issued report prints the chain's head of its time: a chain that was rewritten since no longer holds that seal."""
        sequence, seal = record["chain_head"]
        held = [event.seal for event in self.casebook.events() if event.sequence == sequence]
        if held == [seal]:
            return Checked(
                "printed_seal", "passed", name, f"The custody chain still holds the seal that the report prints (event {sequence})."
            )
        meaning = f"The custody chain no longer holds the seal that the report prints for event {sequence}: it was rewritten after issue."
        return Checked("printed_seal", "failed", name, meaning)

    def _report_originals(self, record: dict[str, Any], name: str) -> Checked:
        """The files that the report is about are still those that were received."""
        spoken = [item["radiograph"]["sha256"] for item in record["items"]]
        for sha256 in spoken:
            try:
                self.casebook.evidence.open(sha256)
            except ForensixError as error:
                meaning = f"A radiograph that the report is about is not what was received: {error.message}"
                return Checked("report_originals", "failed", name, meaning)
        meaning = f"Originals that the report is about, with the SHA-256 that it prints: {len(spoken)}."
        return Checked("report_originals", "passed", name, meaning)

    def _issued_files(self, report: Report) -> list[Checked]:
        last = self.casebook.signatures(report.id)[-1]
        try:
            data = self.casebook.report_files.open(last.file_sha256)
        except ForensixError as error:
            return [Checked("report_file", "failed", last.file_sha256, error.message)]
        return self.check_report(data, f"report version {report.version}")

    def _replayed(self, case: Case) -> list[Checked]:
        findings = []
        withdrawn = [each.radiograph for each in self.casebook.withdrawals(case.id)]
        for radiograph in [*self.casebook.radiographs(case.id), *withdrawn]:
            covered = not self.may_read(radiograph.id, case.id)
            for examination in self.casebook.examinations(radiograph.id):
                findings.append(self._replay(examination, covered=covered))
        return findings

    def _replay(self, held: Examination, *, covered: bool) -> Checked:
        """Run the network again from the evidence and compare every logit; what is `covered` is compared, and no number of it told."""
        from forensix.imaging import quality

        item = self.casebook.radiograph(held.radiograph_id)
        try:
            acquisition, pixels = self.read_evidence(item)
            again = self.networks.estimator(held.recipe.model, "cpu", held.recipe.threads).examine(
                pixels,
                acquisition,
                side=item.side,
                findings=quality.assess(pixels, acquisition),
                synthetic=self.casebook.synthetic,
                prior_male=held.sex.prior_male,
                threshold=held.sex.threshold,
                site=self.site_terms(held.recipe.site_record_sha256),
            )
        except ForensixError as error:
            return Checked("replay", "failed", held.id, f"The estimate could not be run again: {error.message}")
        return _compared(held, again, quality.version(), covered=covered)


def _compared(held: Examination, again: Examined, gate: str, *, covered: bool) -> Checked:
    """Same within the stated tolerance, or differs; either way with the numbers. `gate`: the quality gate's version now."""
    recorded = {name: float.fromhex(value) for name, value in held.logits.items()}
    now = {name: float.fromhex(value) for name, value in again.logits.items()}
    numbers = "; ".join(
        f"{name} recorded {_number(recorded.get(name))}, now {_number(now.get(name))}" for name in sorted({*recorded, *now})
    )
    numbers = "Logits: covered until your own observation is locked." if covered else f"Logits: {numbers}."
    numbers += f" Recorded on {held.recipe.device}, run again on the CPU."
    same_weights = again.recipe.weights_sha256 == held.recipe.weights_sha256
    if recorded.keys() != now.keys():
        why = "the radiograph is now read from another side" if same_weights else "the model of that name now has other weights"
        return Checked("replay", "failed", held.id, f"Differs: {why}. {numbers}")
    apart = max(abs(now[name] - recorded[name]) for name in now)
    if not same_weights:
        return Checked("replay", "failed", held.id, f"Differs: the model of that name now has other weights; by {apart:.3g}. {numbers}")
    if not apart <= REPLAY_TOLERANCE:
        return Checked(
            "replay", "failed", held.id, f"Differs by {apart:.3g}, more than the stated tolerance {REPLAY_TOLERANCE:g}. {numbers}"
        )
    if again.sex.outcome is not held.sex.outcome:
        which = "is another one now" if covered else f"was {_plainly(held)}, and is now {_plainly(again)}"
        return Checked("replay", "failed", held.id, f"Differs: the outcome {which}.{_other_gate(held.recipe.quality_gate, gate)} {numbers}")
    exact = "bit for bit" if again.logits == held.logits else f"largest difference {apart:.3g}"
    return Checked("replay", "passed", held.id, f"Same within the stated tolerance {REPLAY_TOLERANCE:g}: {exact}. {numbers}")


def _other_gate(then: str, now: str) -> str:
    """A sentence where the picture was judged by other rules than then, or by nobody knows which; the network has no part in it."""
    if not then:
        return " By which quality gate the picture was judged then is not recorded; another one can change the outcome of the same logits."
    if then != now:
        return (
            f" The quality gate is another one (SHA-256 then {then[:12]}, now {now[:12]}), which can change the outcome of the same logits."
        )
    return ""


def _number(logit: float | None) -> str:
    return "nothing" if logit is None else f"{logit:.7f}"


def _plainly(estimated: Examination | Examined) -> str:
    return estimated.sex.outcome.value.replace("_", " ")


def verify_alone(pdf: Path, roots: list[bytes], unasked: str = "", *, crls: Sequence[bytes] = ()) -> Verified:
    """A report file without any casebook, against the roots that the reader trusts; without roots it is not accepted.

    `crls`: the authority's revocation lists; without one a note says that nobody looked whether the signer was revoked.

    `unasked`: why the casebook that it lies in could not be asked, in words; then it is not accepted either.
    """
    findings = _by_policy(pdf.read_bytes(), roots, list(crls), None)
    return verdict([Checked("casebook", "failed", pdf.name, unasked), *findings] if unasked else findings)
