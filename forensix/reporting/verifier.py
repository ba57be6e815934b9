"""Checks a signed forensix report; stands alone: copy this one file, Python 3.11 or later, `pip install pyhanko rfc8785`.

    python verifier.py REPORT.pdf --trust root.pem [--crl crl.pem] [--expected expected.json]

It fails closed: a report is accepted only if every check passes, and anything unexpected is a failed check. Exit code 0 accepted, 1 not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import rfc8785
from asn1crypto import crl, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

FIELDS = ("Examiner", "Reviewer")
RECORD = "record.json"
DIGESTS = {"sha256", "sha384", "sha512"}
DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36"
SIGNING = KeyUsageConstraints(key_usage={"non_repudiation"})
FAST_CLOCK = timedelta(minutes=10)

Stamp = tuple[x509.Certificate, datetime]  # whose time stamp, and the time in it


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: what was looked at, whether it held, and what that means, for a reader who is no engineer."""

    check: str
    result: str  # "passed", "failed" or "note"
    subject: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Case:
    """What a check may look at: the file, what is trusted, and what the casebook says of it."""

    data: bytes
    signatures: tuple[EmbeddedPdfSignature, ...]
    stamps: tuple[EmbeddedPdfSignature, ...]
    reader: PdfFileReader
    roots: tuple[x509.Certificate, ...]
    crls: tuple[crl.CertificateList, ...]
    expected: dict[str, Any] | None
    at: datetime


@contextmanager
def quiet() -> Iterator[None]:
    """What pyHanko logs about a bad file, with tracebacks, is said in the findings; it need not stand on the screen too."""
    levels = {logger: logger.level for logger in map(logging.getLogger, ("pyhanko", "pyhanko_certvalidator"))}
    for logger in levels:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in levels.items():
            logger.setLevel(level)


@quiet()
def check_pdf(
    data: bytes, *, roots: Sequence[bytes], crls: Sequence[bytes], expected: dict[str, Any] | None = None, at: datetime | None = None
) -> list[Finding]:
    """Every check on one file, as of `at` (now if None); never raises, whatever the file is.

    Parameters
    ----------
    data
        The file, any file.
    roots, crls
        Certificates and revocation lists that are trusted, PEM or DER. Without a root no signer is trusted.
    expected
        What the casebook records, None for the file alone: ``file_sha256`` (of the whole file), ``record_sha256``, ``signatures`` (the
        signed fields in order, as names or ``{"field": name}``), ``witnessed`` (False: only told, and does not show when the file was
        signed), ``told_by`` and ``stored_at`` (who vouches for it, and when it was stored).
    """
    findings = _file_as_stored(data, expected)
    about = "trust", "What was given as trusted is no root certificate or revocation list"
    try:
        trusted = tuple(_parsed(x509.Certificate, root) for root in roots)
        lists = tuple(_parsed(crl.CertificateList, one) for one in crls)
        about = "readable", "This is not a readable, signed PDF report"
        reader = PdfFileReader(BytesIO(data))
        signed = tuple(reader.embedded_regular_signatures), tuple(reader.embedded_timestamp_signatures)
        case = Case(data, *signed, reader, trusted, lists, expected, at or datetime.now(UTC))
    except Exception as error:
        return [_failed(about[0], "file", f"{about[1]} ({type(error).__name__})."), *findings]
    for check in (_structure, _record, _stamps, _signatures, _persons):
        findings += _guarded(check, case)
    return findings


def accepted(findings: Sequence[Finding]) -> bool:
    """Whether at least one check passed and none failed."""
    results = [finding.result for finding in findings]
    return "passed" in results and all(result in ("passed", "note") for result in results)


def same_person(one: x509.Certificate, other: x509.Certificate) -> bool:
    """Whether two certificates are one person's: the same key, or the same name at the same site."""
    return bool(one.public_key.dump() == other.public_key.dump()) or _who(one) == _who(other)


def _guarded(check: Callable[[Case], Iterator[Finding]], case: Case) -> list[Finding]:
    """A check's findings; whatever goes wrong in it is a failed check."""
    findings: list[Finding] = []
    try:
        findings.extend(check(case))
    except Exception as error:
        name = check.__name__.strip("_")
        findings.append(_failed(name, "file", f"The file is damaged: this check could not be completed ({type(error).__name__})."))
    return findings


def _file_as_stored(data: bytes, expected: dict[str, Any] | None) -> list[Finding]:
    """Any changed byte, also inside the signature container, which no signature covers."""
    if expected is None:
        meaning = "No casebook was at hand: bytes inside the signature container are not covered; every other byte is."
        return [Finding("file_as_stored", "note", "file", meaning)]
    found, same = hashlib.sha256(data).hexdigest(), "The file is, byte for byte, the one that the casebook stored."
    other = "The file differs from the one that the casebook stored: it was changed, or is another version."
    return [_judged("file_as_stored", found, found == expected.get("file_sha256"), same, other)]


def _structure(case: Case) -> Iterator[Finding]:
    """Fields and signatures are those that the program makes, the first one certifies, and nothing follows the last."""
    names = tuple(str(field.get_object()["/T"]) for field in case.reader.root["/AcroForm"]["/Fields"])
    signed = tuple(one.field_name for one in case.signatures)
    if names != (*FIELDS, *(one.field_name for one in case.stamps)) or signed not in (FIELDS[:1], FIELDS):
        yield _failed("signature_fields", ", ".join(signed) or "none", "The file does not hold a report's signatures, in their order.")
        return
    yield _passed("signature_fields", ", ".join(signed), "The file holds the fields and signatures of a forensix report.")
    yield from _recorded_signatures(case, signed)
    first = case.signatures[0]
    permitted = case.reader.root["/Perms"].raw_get("/DocMDP").reference if "/Perms" in case.reader.root else None
    certified = permitted == first.sig_field.raw_get("/V").reference and first.docmdp_level is MDPPerm.FILL_FORMS
    closed = "The examiner's signature allows no later change but the reviewer's signature."
    yield _judged("certified", FIELDS[0], certified, closed, "The examiner's signature does not certify the report against later changes.")
    last = case.reader.embedded_signatures[-1]  # a signature, or the time stamp that closes it
    if loose := [one.field_name for one in case.reader.embedded_signatures if not _fills_its_gap(case, one)]:
        yield _failed("nothing_added", ", ".join(loose), "Something was put into the file where only the signature itself may lie.")
    elif last.evaluate_signature_coverage() is SignatureCoverageLevel.ENTIRE_FILE:
        yield _passed("nothing_added", last.field_name, "The last signature covers the file to its end.")
    else:
        yield _failed("nothing_added", last.field_name, "Something was added to the file after the last signature.")


def _fills_its_gap(case: Case, signature: EmbeddedPdfSignature) -> bool:
    """Whether the bytes that a signature leaves out are its own container and nothing else; pyHanko compares their lengths only."""
    start, first, second, _ = signature.byte_range
    gap = case.data[first:second]
    held = start == 0 < first and re.fullmatch(rb"<[0-9A-Fa-f]+>", gap) is not None
    return held and bytes.fromhex(gap[1:-1].decode()) == signature.pkcs7_content


def _recorded_signatures(case: Case, signed: tuple[str, ...]) -> Iterator[Finding]:
    if case.expected is None:
        if len(signed) == 1:
            yield Finding("countersigned", "note", FIELDS[1], "The reviewer has not countersigned this copy.")
        return
    recorded = tuple(one["field"] if isinstance(one, dict) else one for one in case.expected.get("signatures", ()))
    held, same = ", ".join(signed), "The file holds exactly the signatures that the casebook records."
    other = f"The casebook records signatures by {', '.join(recorded) or 'nobody'}, this file holds {held}: one was removed or added."
    yield _judged("recorded_signatures", held, recorded == signed, same, other)


def _record(case: Case) -> Iterator[Finding]:
    """The attached record is there, canonical, and the one that the casebook holds."""
    record = _attached(case.reader)
    found = hashlib.sha256(record).hexdigest()
    if rfc8785.dumps(json.loads(record)) != record:
        yield _failed("record", found, "The attached record is not in canonical form: this program did not write it.")
    elif case.expected is not None:
        same, other = (f"The attached record is {word}the one that the casebook holds." for word in ("", "not "))
        yield _judged("record", found, case.expected.get("record_sha256") == found, same, other)
    else:
        yield _passed("record", found, "The record is attached in canonical form; compare this hash with the one printed in the report.")


def _stamps(case: Case) -> Iterator[Finding]:
    """Each time stamp over the document is whole, and of a service that the trusted root vouches for."""
    for stamp in case.stamps:
        at, who = _made_at(stamp.signed_data), _name_in(stamp.signer_cert)
        status = validate_pdf_timestamp(stamp, _context(case, at))
        if not (status.intact and status.valid and status.md_algorithm in DIGESTS):
            yield _failed("time_stamp", who, "The report was changed after it was time-stamped, or the time stamp is damaged.")
        elif (case.roots and not status.trusted) or at > case.at + FAST_CLOCK:
            yield _failed("time_stamp", who, "The time stamp is not of a service that the trusted authority vouches for.")
        else:
            yield _passed("time_stamp", who, f"The time stamp of {_utc(at)} covers the report as it was then, and is unchanged.")


def _signatures(case: Case) -> Iterator[Finding]:
    for signature in case.signatures:
        yield from _signature(case, signature)


def _signature(case: Case, signature: EmbeddedPdfSignature) -> Iterator[Finding]:
    """What was signed is unchanged, and the signer's certificate is trusted at the time of the time stamp, or of the signer's clock."""
    name, who = signature.field_name, _name_in(signature.signer_cert)
    claimed, tokens = signature.self_reported_timestamp, list(extract_tst_data_iter(signature.signer_info, signed=False))
    at = _made_at(tokens[0]) if tokens else claimed
    if claimed is None or at is None or at > case.at + FAST_CLOCK or abs(at - claimed) > FAST_CLOCK:
        yield _failed("signing_time", name, f"{who}'s signature claims no time, one in the future, or another one than its time stamp.")
        return
    status = validate_pdf_signature(signature, _context(case, at), key_usage_settings=SIGNING)
    container = str(signature.sig_object["/SubFilter"]) == "/ETSI.CAdES.detached" and status.md_algorithm in DIGESTS
    if not (status.intact and status.valid and container):
        yield _failed("signature_intact", name, f"The signed content was changed after {who} signed it, or the signature is damaged.")
        return
    closed = signature is not case.signatures[-1] or status.modification_level <= ModificationLevel.LTA_UPDATES
    if not (status.docmdp_ok and closed):
        yield _failed("signature_intact", name, f"The report was changed after {who} signed it, in a way that the signature forbids.")
        return
    stamp, clock = status.timestamp_validity, "the time stamp" if tokens else "the signer's clock"
    sound = stamp is not None and len(tokens) == 1 and stamp.intact and stamp.valid and (stamp.trusted or not case.roots)
    if tokens and not sound:
        yield _failed("time_stamp", name, f"The time stamp in {who}'s signature is damaged, or not of the trusted authority's service.")
        return
    yield _passed("signature_intact", name, f"What {who} signed on {_utc(at)} ({clock}) is unchanged.")
    stamps = [(stamp.signing_cert, at)] if stamp is not None else []
    stamps += [(one.signer_cert, _made_at(one.signed_data)) for one in case.stamps if one.signed_revision > signature.signed_revision]
    yield from _trusted(case, signature.signer_cert, status.trusted and status.bottom_line, stamps, clock)


def _trusted(case: Case, certificate: x509.Certificate, trusted: bool, stamps: list[Stamp], clock: str) -> Iterator[Finding]:
    who = _name_in(certificate)
    if not case.roots:
        yield _failed("signer_not_trusted", who, "Nobody vouches for the signer: no trusted root certificate was given.")
        return
    revoked, purposes = _revoked(case, certificate), certificate.extended_key_usage_value or ()
    own = [one for one in case.crls if one.issuer == certificate.issuer]
    good = {one.authority_key_identifier for one in own if (one["tbs_cert_list"]["next_update"].native or case.at) >= case.at}
    issued = certificate.authority_key_identifier in [root.key_identifier for root in case.roots]
    if issued and case.crls and not (trusted or revoked or good & {None, certificate.authority_key_identifier}):
        text = "No revocation list that was given is of the authority that issued the certificate and still good: give a newer one."
        yield _failed("revocation", who, text)
        return
    if not trusted or DOCUMENT_SIGNING not in {one.dotted for one in purposes}:
        unfit = "was not issued by the trusted authority, was not valid when it signed, or is not meant for signing reports"
        why = ("signer_revoked", "is revoked") if revoked else ("signer_not_trusted", unfit)
        yield _failed(why[0], who, f"The signer's certificate {why[1]}.")
        return
    yield from _since(case, certificate, revoked, stamps)
    if not case.crls:
        yield Finding("revocation", "note", who, "No revocation list was given: whether the certificate was withdrawn is unknown.")
    yield _passed("signer_trusted", who, f"The trusted authority issued the certificate of {who}; at the time of {clock} it was valid.")


def _since(case: Case, certificate: x509.Certificate, revoked: datetime | None, stamps: list[Stamp]) -> Iterator[Finding]:
    """What happened to the certificate since; a casebook's record, or a time stamp that still stands, shows that it was signed before."""
    who, ended = _name_in(certificate), _ended(case, certificate)
    known = case.expected or {"witnessed": False}
    same = known.get("file_sha256") == hashlib.sha256(case.data).hexdigest()
    recorded, told = same and known.get("witnessed", True), same and known.get("told_by")
    for happened, word, verb in ((revoked, "revoked", "been revoked"), (ended, "expired", "expired")):
        stamped = any(at < happened and not _ended(case, by) and not _revoked(case, by) for by, at in stamps) if happened else False
        vouched = happened and told and datetime.fromisoformat(known["stored_at"]) < happened
        if happened and (recorded or stamped or vouched):
            by_word = f"this file was stored, by the word of {told}, who signed the disclosure"
            shown = "this file was stored" if recorded else "this file was time-stamped" if stamped else by_word
            yield Finding(f"signer_{word}", "note", who, f"The certificate has {verb} since {shown}; the signature stands.")
        elif happened:
            yield _failed(f"signer_{word}", who, f"The certificate has {verb} by now; the file alone cannot tell whether it signed before.")


def _ended(case: Case, certificate: x509.Certificate) -> datetime | None:
    """When the certificate ran out, if it has."""
    end: datetime = certificate["tbs_certificate"]["validity"]["not_after"].native
    return end if end < case.at else None


def _made_at(token: Any) -> datetime:
    """The time that a time-stamp token (RFC 3161) holds."""
    moment: datetime = token["encap_content_info"]["content"].parsed["gen_time"].native
    return moment


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def _persons(case: Case) -> Iterator[Finding]:
    """Who signed is whom the record names, and the two signers are two persons."""
    record, signers = json.loads(_attached(case.reader)), [one.signer_cert for one in case.signatures]
    told, name = record["examiner"], _name_in(signers[0])
    same = _folded(told["name"]) == _folded(name) and told["certificate_serial"] == f"{signers[0].serial_number:x}"
    wrong = f"The report names {told['name']} as its examiner, and it was signed with another certificate, of {name}."
    yield _judged("signer_named", name, same, f"The report was signed with the certificate of {name} that it names.", wrong)
    if len(signers) < 2:
        return
    reviewers, name = [record["people"][each["examiner_id"]]["name"] for each in record["reviews"]], _name_in(signers[1])
    if reviewers and _folded(name) not in map(_folded, reviewers):
        yield _failed("signer_named", name, f"The report records a review by {', '.join(reviewers)}, and {name} countersigned it.")
    one, two = "the same person: the report was not reviewed by another one", "two persons with two keys"
    yield _judged("two_persons", name, not same_person(*signers[:2]), *(f"Examiner and reviewer are {words}." for words in (two, one)))


def _context(case: Case, claimed: datetime) -> ValidationContext:
    """Trust at the time that the signer claims; a later revocation list speaks for earlier times too."""
    mode = "require" if case.crls else "soft-fail"  # "hard-fail" skips certificates without distribution point
    trust: dict[str, Any] = {"trust_roots": list(case.roots), "crls": list(case.crls), "moment": claimed}
    return ValidationContext(**trust, allow_fetching=False, revocation_mode=mode, retroactive_revinfo=True)


def _revoked(case: Case, certificate: x509.Certificate) -> datetime | None:
    for one in case.crls:
        for entry in one["tbs_cert_list"]["revoked_certificates"] or ():
            if entry["user_certificate"].native == certificate.serial_number and one.issuer == certificate.issuer:
                moment: datetime = entry["revocation_date"].native
                return moment
    return None


def _attached(reader: PdfFileReader) -> bytes:
    """The one attachment of that name."""
    names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    found = [names[index + 1] for index in range(0, len(names), 2) if str(names[index]) == RECORD]
    if len(found) != 1 or len(names) != 2:
        raise ValueError("not exactly one attachment")
    return bytes(found[0]["/EF"]["/F"].data)


def _who(certificate: x509.Certificate) -> tuple[str, str]:
    return _folded(_name_in(certificate)), _folded(str(certificate.subject.native.get("organization_name", "")))


def _folded(name: str) -> str:
    """A name, however it was typed."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _name_in(certificate: x509.Certificate) -> str:
    return str(certificate.subject.native.get("common_name", "an unnamed signer"))


def _parsed(kind: Any, data: bytes) -> Any:
    """A certificate or list in PEM or DER, read through now: what is none shall not look like a fault of the report."""
    found = kind.load(bytes(pem.unarmor(data)[2]) if pem.detect(data) else data)
    return found.native and found


def _judged(check: str, subject: str, held: bool, passed: str, failed: str) -> Finding:
    return _passed(check, subject, passed) if held else _failed(check, subject, failed)


def _failed(check: str, subject: str, meaning: str) -> Finding:
    return Finding(check, "failed", subject, meaning)


def _passed(check: str, subject: str, meaning: str) -> Finding:
    return Finding(check, "passed", subject, meaning)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check one file from the command line; prints the findings."""
    parser = argparse.ArgumentParser(prog="verifier.py", description="Check a signed forensix report.")
    parser.add_argument("report", type=Path)
    parser.add_argument("--trust", type=Path, action="append", default=[], help="a root certificate that you trust")
    parser.add_argument("--crl", type=Path, action="append", default=[], help="a revocation list")
    parser.add_argument("--expected", type=Path, help="JSON with file_sha256, record_sha256, signatures, as the casebook records them")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    expected = json.loads(chosen.expected.read_text(encoding="utf-8")) if chosen.expected else None
    roots, crls = ([path.read_bytes() for path in paths] for paths in (chosen.trust, chosen.crl))
    findings = check_pdf(chosen.report.read_bytes(), roots=roots, crls=crls, expected=expected)
    document = {"accepted": accepted(findings), "findings": [asdict(finding) for finding in findings]}
    lines = [f"{finding.result.upper():7} {finding.check}: {finding.meaning} [{finding.subject}]" for finding in findings]
    lines += ["ACCEPTED" if document["accepted"] else "NOT ACCEPTED"]
    print(json.dumps(document, indent=1, ensure_ascii=False) if chosen.json else "\n".join(lines))
    return 0 if document["accepted"] else 1


if __name__ == "__main__":
    sys.exit(main())
