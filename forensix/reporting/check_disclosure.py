"""Checks a whole disclosure, zip or unpacked, with `verifier.py` beside this file; Python 3.11 or later, `pip install pyhanko rfc8785`.

    python check_disclosure.py DISCLOSURE.zip --fingerprint THE-ROOT'S-SHA-256

It fails closed, like the verifier: accepted only if every check passes. Exit code 0 accepted, 1 not.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import rfc8785
from asn1crypto import cms, crl, pem, x509
from pyhanko.sign.validation import async_validate_detached_cms
from pyhanko_certvalidator import ValidationContext

if __package__:
    from forensix.reporting.verifier import DOCUMENT_SIGNING, FIELDS, Finding, accepted, check_pdf, quiet
else:
    sys.dont_write_bytecode = True
    from verifier import DOCUMENT_SIGNING, FIELDS, Finding, accepted, check_pdf, quiet  # type: ignore[import-not-found,no-redef]

MANIFEST, SIGNED, CUSTODY, ORIGINALS = "manifest.json", "manifest.p7s", "custody.json", "originals.json"
EVENT_PREFIX, SEAL_PREFIX, GENESIS = b"forensix.event.1", b"forensix.seal.1", "0" * 64
SIGNING = ("issued", "countersigned")
CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Bundle:
    """A disclosure as it lies there: in a zip, or unpacked in a folder."""

    path: Path

    def names(self) -> list[str]:
        """Every file in it; a name that occurs twice occurs twice here."""
        if self.path.is_dir():
            return sorted(file.relative_to(self.path).as_posix() for file in self.path.rglob("*") if file.is_file())
        with zipfile.ZipFile(self.path) as archive:
            return sorted(entry.filename for entry in archive.infolist() if not entry.is_dir())

    def read(self, name: str) -> bytes:
        if self.path.is_dir():
            return (self.path / name).read_bytes()
        with zipfile.ZipFile(self.path) as archive:
            return archive.read(name)

    def sha256(self, name: str) -> str:
        whole = hashlib.sha256()
        if self.path.is_dir():
            return hashlib.sha256(self.read(name)).hexdigest()
        with zipfile.ZipFile(self.path) as archive, archive.open(name) as file:
            while chunk := file.read(CHUNK):
                whole.update(chunk)
        return whole.hexdigest()

    def document(self, name: str) -> Any:
        return json.loads(self.read(name))


@dataclass(frozen=True, slots=True)
class Trust:
    """What the reader trusts: roots and lists that she has, fingerprints of roots that she was told, or neither.

    `beside_casebook`: the casebook that made the disclosure stands by, and vouches for when its reports were stored.
    """

    roots: tuple[bytes, ...] = ()
    crls: tuple[bytes, ...] = ()
    fingerprints: tuple[str, ...] = ()
    beside_casebook: bool = False
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """The custody slice after its chain was followed: own events, and the seal after each event."""

    own: tuple[dict[str, Any], ...]
    seals: dict[int, str]

    def of_kind(self, *kinds: str) -> list[dict[str, Any]]:
        return [event for event in self.own if event["kind"] in kinds]


def check_bundle(path: Path, trust: Trust) -> list[Finding]:
    """Every check on a disclosure; never raises, whatever the file is."""
    bundle = Bundle(path)
    try:
        names, custody = bundle.names(), _followed(bundle.document(CUSTODY))
        findings = list(_files(bundle, names))
    except Exception as error:
        meaning = f"This is not a readable disclosure of forensix, or its custody log is damaged ({type(error).__name__}: {error})."
        return [Finding("readable", "failed", path.name, meaning)]
    checks: tuple[tuple[str, Callable[[], Iterator[Finding]]], ...] = (
        ("custody", lambda: _custody(bundle, custody)),
        ("root", lambda: _root(bundle, names, trust)),
        ("manifest_signed", lambda: _manifest(bundle, names, trust)),
        ("reports", lambda: _reports(bundle, names, custody, trust)),
        ("records", lambda: _records(bundle, names, custody)),
        ("model_card", lambda: _models(bundle, names)),
        ("originals", lambda: _originals(bundle, names, custody)),
    )
    for name, check in checks:
        try:
            findings += check()
        except Exception as error:
            meaning = f"The disclosure is damaged or incomplete: this check could not be completed ({type(error).__name__}: {error})."
            findings.append(Finding(name, "failed", path.name, meaning))
    return findings


def _files(bundle: Bundle, names: list[str]) -> Iterator[Finding]:
    """Each file is the one that the manifest lists, none is missing, none was put in."""
    listed: dict[str, Any] = bundle.document(MANIFEST)["files"]
    present = set(names) - {MANIFEST, SIGNED}
    altered = [name for name in sorted(present & listed.keys()) if bundle.sha256(name) != listed[name]["sha256"]]
    for name in altered:
        yield _failed("files", name, "This file is not the one that the manifest lists: it was changed after the disclosure was made.")
    for name in sorted(listed.keys() - present):
        yield _failed("files", name, "The manifest lists this file, and it is missing.")
    packed = not bundle.path.is_dir()
    for name in sorted(present - listed.keys()):
        meaning = "The manifest does not list this file: it is no part of the disclosure."
        yield Finding("files", "failed" if packed else "note", name, meaning)
    if len(names) != len(set(names)):
        yield _failed("files", bundle.path.name, "The zip holds two files of one name: which of them is shown depends on the reader.")
    if not altered and listed.keys() <= present and len(names) == len(set(names)):
        meaning = (
            f"All {len(listed)} files are there, and each is the one that the manifest lists. The laboratory's custody log holds this "
            "SHA-256 of the manifest, under the event with which it was disclosed: have it read out to you."
        )
        yield _passed("files", bundle.sha256(MANIFEST), meaning)


def _followed(document: dict[str, Any]) -> Slice:
    """The custody slice, its chain followed from the first event to the checkpoint.

    Raises
    ------
    ValueError
        An event is missing, or its seal does not follow.
    """
    previous, own, seals = GENESIS, [], {}
    for expected, event in enumerate(document["events"], 1):
        if event["sequence"] != expected:
            raise ValueError(f"custody event {expected} is missing")
        hashed = event["hash"] if "hash" in event else _hash_of(event)
        previous = hashlib.sha256(SEAL_PREFIX + bytes.fromhex(previous) + bytes.fromhex(hashed)).hexdigest()
        if "hash" not in event:
            if event["seal"] != previous or event["casebook_id"] != document["casebook_id"]:
                raise ValueError(f"the seal of custody event {expected} does not follow from its content")
            own.append(event)
        seals[expected] = previous
    checkpoint = document["checkpoint"]
    if (checkpoint["sequence"], checkpoint["seal"]) != (len(seals), previous):
        raise ValueError("the custody log does not end at its checkpoint")
    return Slice(tuple(own), seals)


def _hash_of(event: dict[str, Any]) -> str:
    body = {name: value for name, value in event.items() if name not in ("previous", "seal")}
    return hashlib.sha256(EVENT_PREFIX + rfc8785.dumps({**body, "monotonic_ns": str(body["monotonic_ns"])})).hexdigest()


def _custody(bundle: Bundle, custody: Slice) -> Iterator[Finding]:
    manifest = bundle.document(MANIFEST)
    first = custody.own[0]
    if first["sequence"] != 1 or first["kind"] != "created" or first["details"].get("casebook") != manifest["casebook_id"]:
        yield _failed("custody", "event 1", "The custody log does not begin with the making of this casebook.")
        return
    strangers = [event["sequence"] for event in custody.own[1:] if event["case_id"] != manifest["case"]["id"]]
    if strangers:
        yield _failed("custody", f"event {strangers[0]}", "The custody log shows an event of another case as this one's.")
        return
    shown, last = len(custody.own), len(custody.seals)
    meaning = (
        f"The {last} custody events follow from one another; {shown} are shown, {last - shown} belong to other cases or to none and are "
        f"shown as bare hashes. Seal of the last event: {custody.seals[last]}."
    )
    yield _passed("custody", f"event {last}", meaning)
    for name in ("blind_first", "synthetic"):
        if first["details"].get(name) is (name == "synthetic"):
            words = "estimates could be seen before an observation" if name == "blind_first" else "it holds made-up radiographs only"
            yield Finding("custody", "note", "event 1", f"The casebook was made so that {words}.")


def _root(bundle: Bundle, names: list[str], trust: Trust) -> Iterator[Finding]:
    """Whether somebody other than the disclosure itself vouches for the root."""
    found = [_fingerprint(bundle.read(name)) for name in _in(names, "trust/root")]
    if trust.roots:
        yield _passed("root", ", ".join(_fingerprint(root) for root in trust.roots), "Signers are judged by the root that you gave.")
    elif _told(trust) & set(found):
        yield _passed("root", ", ".join(_told(trust) & set(found)), "The root in the disclosure has the fingerprint that you gave.")
    elif trust.fingerprints:
        yield _failed("root", ", ".join(found), "No root in the disclosure has the fingerprint that you gave: others may have signed.")
    else:
        meaning = (
            "The disclosure brings its own root, and nobody else vouches for it. Ask the laboratory for the fingerprint by another way, "
            "for example by telephone, and give it with --fingerprint."
        )
        yield _failed("root", ", ".join(found), meaning)


def _roots(bundle: Bundle, names: list[str], trust: Trust) -> list[bytes]:
    if trust.roots:
        return list(trust.roots)
    held = [bundle.read(name) for name in _in(names, "trust/root")]
    return [root for root in held if not trust.fingerprints or _fingerprint(root) in _told(trust)]


def _lists(bundle: Bundle, names: list[str], trust: Trust) -> list[bytes]:
    return [*trust.crls, *(bundle.read(name) for name in _in(names, "trust/crl"))]


def _manifest(bundle: Bundle, names: list[str], trust: Trust) -> Iterator[Finding]:
    """Who signed the manifest, and so the custody log that ends after the last report."""
    if SIGNED not in names:
        meaning = "Nobody signed the manifest: only its SHA-256, read out to you, shows that these are the files that were disclosed."
        yield Finding("manifest_signed", "note", MANIFEST, meaning)
        return
    who, why = _signer(bundle, names, trust)
    passed = f"{who} signed the manifest, and with it the custody log up to its end: these are the files that she or he disclosed."
    yield _judged("manifest_signed", who or SIGNED, not why, passed, f"The signature of the manifest {why}.")


def _signer(bundle: Bundle, names: list[str], trust: Trust) -> tuple[str, str]:
    """Whose whole and trusted signature the manifest bears, and "", or why it does not bear one."""
    crls = _lists(bundle, names, trust)
    context = ValidationContext(
        trust_roots=[x509.Certificate.load(_der(root)) for root in _roots(bundle, names, trust)],
        crls=[crl.CertificateList.load(_der(one)) for one in crls],
        allow_fetching=False,
        revocation_mode="require" if crls else "soft-fail",
        moment=trust.at or datetime.now(UTC),
        retroactive_revinfo=True,
    )
    held = cms.ContentInfo.load(bundle.read(SIGNED), strict=True)["content"]
    with quiet():
        status = asyncio.run(async_validate_detached_cms(bundle.read(MANIFEST), held, signer_validation_context=context))
    who, purposes = str(status.signing_cert.subject.native.get("common_name", "")), status.signing_cert.extended_key_usage_value or ()
    if not (status.intact and status.valid):
        return who, "is not of this manifest: a file, or the list of them, was changed after it was signed"
    if not status.trusted or DOCUMENT_SIGNING not in {one.dotted for one in purposes}:
        return who, f"is of {who}, whose certificate the trusted authority does not vouch for, or no longer"
    return who, ""


def _reports(bundle: Bundle, names: list[str], custody: Slice, trust: Trust) -> Iterator[Finding]:
    """Each signed file that custody names is there and passes the verifier; no other is."""
    held = {bundle.sha256(name): name for name in _in(names, "reports/") if name.endswith(".pdf")}
    roots, crls = _roots(bundle, names, trust), _lists(bundle, names, trust)
    who, why = _signer(bundle, names, trust) if SIGNED in names else ("", "is missing")
    if not held:
        yield _failed("reports", bundle.path.name, "The disclosure holds no signed report.")
    for event in custody.of_kind(*SIGNING):
        name, details = held.pop(event["subject_sha256"], ""), event["details"]
        if not name:
            meaning = f"Custody event {event['sequence']} names a signed report that is missing from the disclosure."
            yield _failed("reports", f"version {details['version']}", meaning)
            continue
        told = {
            "file_sha256": event["subject_sha256"],
            "record_sha256": details["record_sha256"],
            "signatures": FIELDS[: details["signature"]],
            "witnessed": trust.beside_casebook,
            "told_by": "" if why else who,
            "stored_at": event["at"],
        }
        for found in check_pdf(bundle.read(name), roots=roots, crls=crls, expected=told, at=trust.at):
            yield Finding(found.check, found.result, f"{name}: {found.subject}", found.meaning)
    for name in held.values():
        yield _failed("reports", name, "Custody names no such file: this report was not issued from this casebook.")


def _records(bundle: Bundle, names: list[str], custody: Slice) -> Iterator[Finding]:
    """Each record is a signed one, and what it says of its time still stands in the disclosure."""
    signed = {event["details"]["record_sha256"] for event in custody.of_kind(*SIGNING)}
    shown = {event["sequence"] for event in custody.own}
    for name in _records_in(names):
        if bundle.sha256(name) not in signed:
            yield _failed("record", name, "This record is not the one that custody names: it is not the one that was signed.")
            continue
        record = bundle.document(name)
        sequence, seal = record["chain_head"]
        passed = f"The custody log still holds the seal that this signed report prints for event {sequence}: it is as it was up to there."
        failed = f"The custody log does not hold the seal that this signed report prints for event {sequence}: it was written anew since."
        yield _judged("printed_seal", name, custody.seals.get(sequence) == seal, passed, failed)
        hidden = sorted({event["sequence"] for event in record["custody"]} - shown)
        passed = "Every event of this case that the signed report lists is shown."
        failed = f"The signed report lists custody event {hidden[0] if hidden else 0}, and the disclosure hides what it says."
        yield _judged("custody_shown", name, not hidden, passed, failed)


def _models(bundle: Bundle, names: list[str]) -> Iterator[Finding]:
    """Each model's card, evaluation and predictions are those that a record rests on, and no card is missing."""
    records = [bundle.document(name) for name in _records_in(names)]
    cards = {name.split("/")[1]: (name, bundle.document(name)) for name in _in(names, "models/") if name.endswith("/card.json")}
    for model in sorted({model for record in records for model in record["model_cards"]}):
        name, card = cards.pop(model, ("models", None))
        resting = [record for record in records if record["model_cards"].get(model) == card]
        failed = "A model's card is missing, or is none that a signed report rests on."
        yield _judged("model_card", name, bool(resting), f"The card of {model} is one that a signed report rests on.", failed)
        yield from _beside_the_card(bundle, names, model, card or {}, resting)
    for name, _ in cards.values():
        yield _failed("model_card", name, "No signed report rests on this model.")


def _beside_the_card(bundle: Bundle, names: list[str], model: str, card: dict[str, Any], resting: list[Any]) -> Iterator[Finding]:
    """What lies beside a model's card agrees with what the signed reports say of it."""
    evaluation, predictions = (f"models/{model}/{name}" for name in ("evaluation.json", "predictions.csv"))
    if evaluation in names and bundle.document(evaluation) != card.get("evaluation"):
        yield _failed("model_card", evaluation, "This is not the evaluation that the signed report rests on.")
    counted = {shown["predictions_sha256"] for record in resting if (shown := record["evidence"].get(model))}
    if predictions in names and counted and bundle.sha256(predictions) not in counted:
        yield _failed("model_card", predictions, "These are not the predictions that the signed report counted its error rates from.")


def _records_in(names: list[str]) -> list[str]:
    return [name for name in _in(names, "reports/") if name.endswith("/record.json")]


def _originals(bundle: Bundle, names: list[str], custody: Slice) -> Iterator[Finding]:
    """Every file that was received is listed and, unless only hashes are disclosed, there; reports speak of no other."""
    listed = {item["sha256"] for item in bundle.document(ORIGINALS)["originals"]}
    received = {event["subject_sha256"] for event in custody.of_kind("received")}
    spoken = {item["radiograph"]["sha256"] for name in _records_in(names) for item in bundle.document(name)["items"]}
    for sha256 in sorted((received | spoken) ^ listed):
        yield _failed("originals", sha256, "Custody, the reports and the list of originals do not speak of the same files.")
    there = {bundle.sha256(name) for name in _in(names, "originals/")}
    if bundle.document(MANIFEST)["originals"] == "hashes":
        yield Finding("originals", "note", ORIGINALS, "Originals were not included: compare these hashes with the files at the laboratory.")
    elif there != listed:
        yield _failed("originals", ORIGINALS, "An original is missing, changed, or was put in.")
    if listed == received | spoken and (there == listed or not there):
        meaning = f"The {len(listed)} originals are those that were received into custody and that the reports speak of."
        yield _passed("originals", ORIGINALS, meaning)


def _in(names: list[str], start: str) -> list[str]:
    return [name for name in names if name.startswith(start)]


def _fingerprint(root: bytes) -> str:
    return hashlib.sha256(_der(root)).hexdigest()


def _der(data: bytes) -> bytes:
    return bytes(pem.unarmor(data)[2]) if pem.detect(data) else data


def _told(trust: Trust) -> set[str]:
    """The fingerprints as plain lower hex, however they were written down."""
    return {"".join(character for character in one.lower() if character in "0123456789abcdef") for one in trust.fingerprints}


def _judged(check: str, subject: str, held: bool, passed: str, failed: str) -> Finding:
    return _passed(check, subject, passed) if held else _failed(check, subject, failed)


def _passed(check: str, subject: str, meaning: str) -> Finding:
    return Finding(check, "passed", subject, meaning)


def _failed(check: str, subject: str, meaning: str) -> Finding:
    return Finding(check, "failed", subject, meaning)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check one disclosure from the command line; prints the findings."""
    parser = argparse.ArgumentParser(prog="check_disclosure.py", description="Check a disclosure made by forensix.")
    parser.add_argument("disclosure", type=Path, nargs="?", default=Path(), help="the zip, or the folder that it was unpacked to")
    parser.add_argument("--fingerprint", action="append", default=[], help="SHA-256 of the laboratory's root, got by another way")
    parser.add_argument("--trust", type=Path, action="append", default=[], help="a root certificate that you have got by another way")
    parser.add_argument("--crl", type=Path, action="append", default=[], help="a newer revocation list")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    roots, crls = (tuple(path.read_bytes() for path in paths) for paths in (chosen.trust, chosen.crl))
    findings = check_bundle(chosen.disclosure, Trust(roots, crls, tuple(chosen.fingerprint)))
    good = accepted(findings)
    document = {"accepted": good, "findings": [asdict(finding) for finding in findings]}
    lines = [f"{finding.result.upper():7} {finding.check}: {finding.meaning} [{finding.subject}]" for finding in findings]
    lines.append("ACCEPTED" if good else "NOT ACCEPTED")
    print(json.dumps(document, indent=1, ensure_ascii=False) if chosen.json else "\n".join(lines))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
