"""Disclosing: one case, packed for the other side with the programs that check it, checked here first, and recorded in custody."""

from __future__ import annotations

import hashlib
import json
import re
import string
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from forensix import __version__
from forensix.domain.case import Case, Radiograph, Withdrawal
from forensix.domain.custody import CustodyEvent
from forensix.domain.errors import CaseConflict, CustodyBroken, ModelRejected
from forensix.domain.plain import plain
from forensix.exporting import disclosure
from forensix.laboratory.acts import Progress, silent
from forensix.laboratory.checking import Checked, Checking, as_checked
from forensix.laboratory.issuing import trust_of
from forensix.laboratory.outgoing import whole_or_none
from forensix.settings import PACKAGE, resources

if TYPE_CHECKING:
    from forensix.identity.keys import Identity

PROGRAMS = ("verifier.py", "check_disclosure.py")
REQUIREMENTS = "pyhanko>=0.38,<0.39 rfc8785>=0.1.4"
PUBLISHED = ("card.toml", "predictions.csv")

Members = dict[str, Callable[[], bytes]]


@dataclass(frozen=True, slots=True)
class Disclosed:
    """A disclosure that was made: where, its SHA-256 and its manifest's, how much it holds, and what its own check found.

    `root_fingerprints`: SHA-256 of each root certificate, to be told to the other side by another way; `signed_by`: whose signature the
    manifest bears, "" nobody's.
    """

    path: Path
    case: str
    sha256: str
    manifest_sha256: str
    files: int
    bytes: int
    originals: str
    root_fingerprints: tuple[str, ...]
    findings: tuple[Checked, ...]
    signed_by: str = ""


class Disclosing(Checking):
    """The verb `disclose`."""

    def disclose(
        self,
        case: str,
        out: Path,
        *,
        hashes_only: bool = False,
        recipient: str = "",
        identity: Path | None = None,
        passphrase: str = "",
        progress: Progress = silent,
    ) -> Disclosed:
        """Pack what the other side gets of a case into a zip; what is not in it was not disclosed.

        In it: every version of the report and every signed file, the records, the originals or their hashes, the custody chain with other
        cases' events as bare hashes, the models' cards and evaluations, the public certificates, and the programs that check all this. The
        zip gets its name only after it has passed that check here and the event "disclosed" holds its hash.

        Parameters
        ----------
        recipient
            For whom it is made, in words; custody keeps it, the zip does not hold it.
        identity, passphrase
            Whose key signs the manifest, and with it the custody log that goes on after the last report; None: nobody's.

        Raises
        ------
        CaseConflict
            No report was issued, `out` is there already, or the role may not disclose.
        EvidenceAltered
            An original or a report no longer has its hash.
        CustodyBroken
            The finished disclosure does not pass its own check.
        CasebookUnavailable
            It cannot be written; nothing is left then.
        SigningFailed
            Wrong passphrase, or a certificate that may not sign.
        """
        act = self.act("disclose")
        into = self.casebook.case(case)
        if not self.casebook.reports(into.id):
            raise CaseConflict(f"Case {into.number} has no issued report to disclose.", "Issue its report first.", into.number)
        key = None
        if identity is not None:
            key, _, act = self._unlocked(identity, passphrase, act, stamped=False)
        sign, signed_by = (None, "") if key is None else (partial(_signature, key), key.examiner.name)
        events = self.casebook.events()
        members = self._members(into, events, hashes_only)
        originals = "hashes" if hashes_only else "included"
        with whole_or_none(out) as unfinished:
            about, at = _about(into, events, originals), datetime.fromisoformat(events[-1].at)
            packed = disclosure.pack(members, about, at, unfinished, progress, sign)
            findings = self._passes(unfinished, out.name, progress)
            self.casebook.disclosed(
                into.id,
                packed.sha256,
                act,
                file_name=out.name,
                manifest_sha256=packed.manifest_sha256,
                originals=originals,
                files=packed.files,
                signed_by=signed_by,
                **({"recipient": recipient.strip()} if recipient.strip() else {}),
            )
        progress("disclosed", 1.0)
        size, roots = packed.size, tuple(self._fingerprints())
        return Disclosed(out, into.number, packed.sha256, packed.manifest_sha256, packed.files, size, originals, roots, findings, signed_by)

    def _passes(self, bundle: Path, name: str, progress: Progress) -> tuple[Checked, ...]:
        """What the other side's own program finds, with this casebook beside it."""
        from forensix.reporting.check_disclosure import Trust, check_bundle

        progress("checking it as the other side will", 0.99)
        roots, _ = trust_of(self.casebook.folder)
        findings = as_checked(check_bundle(bundle, Trust(tuple(roots), beside_casebook=True)))
        failed = [finding for finding in findings if finding.result == "failed"]
        if failed or not findings:
            raise CustodyBroken(
                f"The disclosure does not pass its own check and was not made: {' '.join(finding.meaning for finding in failed)}",
                "Run `forensix verify` on the case, and settle what it finds first.",
                name,
            )
        return tuple(findings)

    def _fingerprints(self) -> list[str]:
        from asn1crypto import pem

        roots, _ = trust_of(self.casebook.folder)
        return [hashlib.sha256(pem.unarmor(root)[2]).hexdigest() for root in roots]

    def _members(self, case: Case, events: list[CustodyEvent], hashes_only: bool) -> Members:
        members: Members = {name: (PACKAGE / "reporting" / name).read_bytes for name in PROGRAMS}
        members["README.txt"] = lambda: _read_me(case, events, hashes_only)
        members["custody.json"] = lambda: disclosure.document(disclosure.custody_slice(events, case.id))
        members |= self._originals(case, hashes_only) | self._reports(case) | self._models(case)
        for file in sorted((self.casebook.folder / "trust").glob("*.pem")):
            members[f"trust/{file.name}"] = partial(_public, file)
        return members

    def _originals(self, case: Case, hashes_only: bool) -> Members:
        withdrawn = {each.radiograph.id: each for each in self.casebook.withdrawals(case.id)}
        items = [*self.casebook.radiographs(case.id), *(each.radiograph for each in withdrawn.values())]
        listed = [_listed(item, withdrawn.get(item.id)) for item in items]
        members: Members = {"originals.json": lambda: disclosure.document({"originals": listed})}
        if not hashes_only:
            members |= {
                f"originals/{item.sha256}{_suffix(item.file_name)}": partial(self.casebook.evidence.open, item.sha256) for item in items
            }
        return members

    def _reports(self, case: Case) -> Members:
        members: Members = {}
        for report in self.casebook.reports(case.id):
            folder = f"reports/version-{report.version}"
            members[f"{folder}/record.json"] = partial(self.casebook.record, report.id)
            for signature in self.casebook.signatures(report.id):
                kept = partial(self.casebook.report_files.open, signature.file_sha256)
                members[f"{folder}/signature-{signature.sequence}-{signature.field.lower()}.pdf"] = kept
        return members

    def _models(self, case: Case) -> Members:
        """The cards as the signed records hold them; the published bundle's own files only where it still has the same weights."""
        members: Members = {}
        for report in self.casebook.reports(case.id):
            for name, card in json.loads(self.casebook.record(report.id))["model_cards"].items():
                members[f"models/{name}/card.json"] = partial(disclosure.document, card)
                members[f"models/{name}/evaluation.json"] = partial(disclosure.document, card.get("evaluation"))
                members |= self._published(name, card.get("weights_sha256", ""))
        return members

    def _published(self, name: str, weights_sha256: str) -> Members:
        try:
            folder, here = self.networks.folder(name), self.networks.card_tables(name)
        except ModelRejected:
            return {}
        if here["weights_sha256"] != weights_sha256:
            return {}
        return {f"models/{name}/{file}": (folder / file).read_bytes for file in PUBLISHED if (folder / file).is_file()}


def _listed(item: Radiograph, withdrawn: Withdrawal | None) -> dict[str, Any]:
    """A file that was received into the case; of one that was received by mistake, where it belongs and who says so."""
    listed: dict[str, Any] = {"sha256": item.sha256, "file_name": item.file_name, "received_at": plain(item.received_at)}
    if withdrawn is not None:
        told = {"to_case": withdrawn.number, "at": plain(withdrawn.at), "by": withdrawn.actor, "reason": withdrawn.reason}
        listed["withdrawn"] = told | {"custody_event": withdrawn.sequence}
    return listed


def _signature(key: Identity, manifest: bytes) -> bytes:
    from forensix.reporting import detached

    return detached.sign(manifest, key)


def _about(case: Case, events: list[CustodyEvent], originals: str) -> dict[str, Any]:
    last = events[-1]
    return {
        "program": f"forensix {__version__}",
        "casebook_id": last.casebook_id,
        "case": {"id": case.id, "number": case.number, "kind": case.kind.value},
        "as_of": {"at": last.at, "sequence": last.sequence, "seal": last.seal},
        "originals": originals,
        "requirements": REQUIREMENTS.split(),
    }


def _read_me(case: Case, events: list[CustodyEvent], hashes_only: bool) -> bytes:
    words = string.Template((resources() / "disclosure" / "README.txt").read_text(encoding="utf-8"))
    kept = "not included, by the laboratory's choice: only their hashes are, in originals.json"
    given = "each radiograph as it was received, bit for bit, named by its SHA-256"
    return words.substitute(
        number=case.number,
        casebook_id=events[-1].casebook_id,
        sequence=events[-1].sequence,
        as_of=events[-1].at,
        version=__version__,
        originals=kept if hashes_only else given,
        requirements=" ".join(f'"{each}"' for each in REQUIREMENTS.split()),
    ).encode()


def _public(file: Path) -> bytes:
    """A certificate or list of the trust folder; never a key."""
    data = file.read_bytes()
    if b"PRIVATE KEY" in data:
        raise CaseConflict(
            f"{file.name} in the trust folder holds a private key.", "Move it away: trust holds public files only.", file.name
        )
    return data


def _suffix(file_name: str) -> str:
    suffix = PurePath(file_name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""
