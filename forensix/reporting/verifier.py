"""Checks a signed forensix report; stands alone: copy this one file, Python 3.11 or later, `pip install pyhanko rfc8785`.

    python verifier.py REPORT.pdf --trust root.pem [--crl crl.pem] [--expected expected.json]

It fails closed: a report is accepted only if every check passes, and anything unexpected is a failed check. Exit code 0 accepted, 1 not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
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
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

FIELDS = ("Examiner", "Reviewer")
RECORD = "record.json"
DIGESTS = {"sha256", "sha384", "sha512"}
DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36"
FAST_CLOCK = timedelta(minutes=10)


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
    reader: PdfFileReader
    roots: tuple[x509.Certificate, ...]
    crls: tuple[crl.CertificateList, ...]
    expected: dict[str, Any] | None
    at: datetime


def check_pdf(
    data: bytes, *, roots: Sequence[bytes], crls: Sequence[bytes], expected: dict[str, Any] | None = None, at: datetime | None = None
) -> list[Finding]:
    """Every check on one file; never raises, whatever the file is.

    Parameters
    ----------
    data
        The file, any file.
    roots, crls
        Certificates and revocation lists that are trusted, PEM or DER. Without a root no signer is trusted.
    expected
        What the casebook records: ``file_sha256`` (of the whole file as stored), ``record_sha256``, ``signatures`` (the signed
        fields in order, as names or as ``{"field": name}``). None: checked from the file alone.
    at
        The time of the check; now if None.
    """
    with quiet():
        return _findings(data, roots, crls, expected, at or datetime.now(UTC))


def accepted(findings: Sequence[Finding]) -> bool:
    """Whether at least one check passed and none failed."""
    results = [finding.result for finding in findings]
    return "passed" in results and all(result in ("passed", "note") for result in results)


@contextmanager
def quiet() -> Iterator[None]:
    """What pyHanko logs about a bad file, with tracebacks, is said in the findings; it need not stand on the screen too."""
    loggers = [logging.getLogger(name) for name in ("pyhanko", "pyhanko_certvalidator")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _findings(data: bytes, roots: Sequence[bytes], crls: Sequence[bytes], expected: dict[str, Any] | None, at: datetime) -> list[Finding]:
    try:
        case = _opened(data, roots, crls, expected, at)
    except Exception as error:
        findings = [_failed("readable", "file", f"This is not a readable, signed PDF report ({_name(error)}).")]
        return [*findings, *_file_as_stored(data, expected)]
    findings = _file_as_stored(data, expected)
    for check in (_structure, _record, _signatures, _persons):
        findings += _guarded(check, case)
    return findings


def same_person(one: x509.Certificate, other: x509.Certificate) -> bool:
    """Whether two certificates are one person's: the same key, or the same name at the same site."""
    return bool(one.public_key.dump() == other.public_key.dump()) or _who(one) == _who(other)


def _opened(data: bytes, roots: Sequence[bytes], crls: Sequence[bytes], expected: dict[str, Any] | None, at: datetime) -> Case:
    reader = PdfFileReader(BytesIO(data))
    return Case(
        data,
        tuple(reader.embedded_signatures),
        reader,
        tuple(x509.Certificate.load(_der(root)) for root in roots),
        tuple(crl.CertificateList.load(_der(one)) for one in crls),
        expected,
        at,
    )


def _guarded(check: Callable[[Case], Iterator[Finding]], case: Case) -> list[Finding]:
    """A check's findings; whatever goes wrong in it is a failed check."""
    findings: list[Finding] = []
    try:
        findings.extend(check(case))
    except Exception as error:
        name = check.__name__.strip("_")
        findings.append(_failed(name, "file", f"The file is damaged: this check could not be completed ({_name(error)})."))
    return findings


def _file_as_stored(data: bytes, expected: dict[str, Any] | None) -> list[Finding]:
    """Any changed byte, also inside the signature container, which no signature covers."""
    if expected is None:
        meaning = "No casebook was at hand: bytes inside the signature container are not covered; every other byte is."
        return [Finding("file_as_stored", "note", "file", meaning)]
    found = hashlib.sha256(data).hexdigest()
    if found == expected.get("file_sha256"):
        return [_passed("file_as_stored", found, "The file is, byte for byte, the one that the casebook stored.")]
    return [
        _failed("file_as_stored", found, "The file differs from the one that the casebook stored: it was changed, or is another version.")
    ]


def _structure(case: Case) -> Iterator[Finding]:
    """Fields and signatures are those that the program makes, the first one certifies, and nothing follows the last."""
    names = tuple(str(field.get_object()["/T"]) for field in case.reader.root["/AcroForm"]["/Fields"])
    signed = tuple(one.field_name for one in case.signatures)
    if names != FIELDS or signed not in (FIELDS[:1], FIELDS):
        yield _failed(
            "signature_fields", ", ".join(signed) or "none", "The file does not hold the signatures of a forensix report, in their order."
        )
        return
    yield _passed("signature_fields", ", ".join(signed), "The file holds the fields and signatures of a forensix report.")
    yield from _recorded_signatures(case, signed)
    first = case.signatures[0]
    docmdp = case.reader.root["/Perms"].raw_get("/DocMDP").reference == first.sig_field.raw_get("/V").reference
    if not docmdp or first.docmdp_level is not MDPPerm.FILL_FORMS:
        yield _failed("certified", FIELDS[0], "The examiner's signature does not certify the report against later changes.")
    else:
        yield _passed("certified", FIELDS[0], "The examiner's signature allows no later change but the reviewer's signature.")
    last = case.signatures[-1]
    if last.evaluate_signature_coverage() is not SignatureCoverageLevel.ENTIRE_FILE:
        yield _failed("nothing_added", last.field_name, "Something was added to the file after the last signature.")
    else:
        yield _passed("nothing_added", last.field_name, "The last signature covers the file to its end.")


def _recorded_signatures(case: Case, signed: tuple[str, ...]) -> Iterator[Finding]:
    if case.expected is None:
        if len(signed) == 1:
            yield Finding("countersigned", "note", FIELDS[1], "The reviewer has not countersigned this copy.")
        return
    recorded = tuple(one["field"] if isinstance(one, dict) else one for one in case.expected.get("signatures", ()))
    if recorded != signed:
        held, kept = ", ".join(signed), ", ".join(recorded) or "nobody"
        text = f"The casebook records signatures by {kept}, this file holds {held}: one was removed or added."
        yield _failed("recorded_signatures", ", ".join(signed), text)
    else:
        yield _passed("recorded_signatures", ", ".join(signed), "The file holds exactly the signatures that the casebook records.")


def _record(case: Case) -> Iterator[Finding]:
    """The attached record is there, canonical, and the one that the casebook holds."""
    record = _attached(case.reader)
    found = hashlib.sha256(record).hexdigest()
    if rfc8785.dumps(json.loads(record)) != record:
        yield _failed("record", found, "The attached record is not in canonical form: this program did not write it.")
    elif case.expected is not None and case.expected.get("record_sha256") != found:
        yield _failed("record", found, "The attached record is not the one that the casebook holds.")
    elif case.expected is not None:
        yield _passed("record", found, "The attached record is the one that the casebook holds.")
    else:
        yield _passed("record", found, "The record is attached in canonical form; compare this hash with the one printed in the report.")


def _signatures(case: Case) -> Iterator[Finding]:
    for signature in case.signatures:
        yield from _signature(case, signature)


def _signature(case: Case, signature: EmbeddedPdfSignature) -> Iterator[Finding]:
    name, who = signature.field_name, _name_in(signature.signer_cert)
    claimed = signature.self_reported_timestamp
    if claimed is None or claimed > case.at + FAST_CLOCK:
        yield _failed("signing_time", name, f"The signature of {who} claims no time, or one in the future.")
        return
    status = validate_pdf_signature(signature, _context(case, claimed), key_usage_settings=_key_usage())
    container = str(signature.sig_object["/SubFilter"]) == "/ETSI.CAdES.detached" and status.md_algorithm in DIGESTS
    if not (status.intact and status.valid and container):
        yield _failed("signature_intact", name, f"The signed content was changed after {who} signed it, or the signature is damaged.")
        return
    if not status.docmdp_ok:
        yield _failed("signature_intact", name, f"The report was changed after {who} signed it, in a way that the signature forbids.")
        return
    yield _passed(
        "signature_intact", name, f"What {who} signed on {claimed.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC (the signer's clock) is unchanged."
    )
    yield from _trusted(case, signature, status.trusted and status.bottom_line, claimed)


def _trusted(case: Case, signature: EmbeddedPdfSignature, trusted: bool, claimed: datetime) -> Iterator[Finding]:
    certificate = signature.signer_cert
    who = _name_in(certificate)
    if not case.roots:
        yield _failed("signer_not_trusted", who, "Nobody vouches for the signer: no trusted root certificate was given.")
        return
    revoked = _revoked(case, certificate)
    if not trusted or DOCUMENT_SIGNING not in _purposes(certificate):
        why = (
            "is revoked"
            if revoked
            else "was not issued by the trusted authority, was not valid when it signed, or is not meant for signing reports"
        )
        yield _failed("signer_revoked" if revoked else "signer_not_trusted", who, f"The signer's certificate {why}.")
        return
    yield from _since(case, certificate, who, revoked, claimed)
    if not case.crls:
        yield Finding("revocation", "note", who, "No revocation list was given: whether the certificate was withdrawn is unknown.")
    yield _passed(
        "signer_trusted",
        who,
        f"The certificate of {who} was issued by the trusted authority and valid at the time that the signer's clock gave.",
    )


def _since(case: Case, certificate: x509.Certificate, who: str, revoked: datetime | None, claimed: datetime) -> Iterator[Finding]:
    """What happened to the certificate after the time claimed; only a casebook's record can show that the time is true."""
    recorded = case.expected is not None and case.expected.get("file_sha256") == hashlib.sha256(case.data).hexdigest()
    expired = certificate["tbs_certificate"]["validity"]["not_after"].native < case.at
    for happened, word in ((revoked is not None, "revoked"), (expired, "expired")):
        if happened and recorded:
            yield Finding(f"signer_{word}", "note", who, f"The certificate was {word} after this file was stored; the signature stands.")
        elif happened:
            text = f"The certificate is {word} by now, and from the file alone nobody can tell whether it was signed before."
            yield _failed(f"signer_{word}", who, text)


def _persons(case: Case) -> Iterator[Finding]:
    if len(case.signatures) < 2:
        return
    first, second = (one.signer_cert for one in case.signatures[:2])
    if same_person(first, second):
        yield _failed(
            "two_persons", _name_in(second), "Examiner and reviewer are the same person: the report was not reviewed by another one."
        )
    else:
        yield _passed("two_persons", _name_in(second), "Examiner and reviewer are two persons with two keys.")


def _context(case: Case, claimed: datetime) -> ValidationContext:
    """Trust at the time that the signer claims; a later revocation list speaks for earlier times too."""
    return ValidationContext(
        trust_roots=list(case.roots),
        crls=list(case.crls),
        allow_fetching=False,
        revocation_mode="require" if case.crls else "soft-fail",  # "hard-fail" skips certificates without distribution point
        moment=claimed,
        retroactive_revinfo=True,
    )


def _key_usage() -> KeyUsageConstraints:
    return KeyUsageConstraints(key_usage={"non_repudiation"})


def _purposes(certificate: x509.Certificate) -> set[str]:
    value = certificate.extended_key_usage_value
    return {one.dotted for one in value} if value is not None else set()


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
    site = str(certificate.subject.native.get("organization_name", ""))
    return unicodedata.normalize("NFKC", _name_in(certificate)).casefold(), unicodedata.normalize("NFKC", site).casefold()


def _name_in(certificate: x509.Certificate) -> str:
    return str(certificate.subject.native.get("common_name", "an unnamed signer"))


def _der(data: bytes) -> bytes:
    return bytes(pem.unarmor(data)[2]) if pem.detect(data) else data


def _passed(check: str, subject: str, meaning: str) -> Finding:
    return Finding(check, "passed", subject, meaning)


def _failed(check: str, subject: str, meaning: str) -> Finding:
    return Finding(check, "failed", subject, meaning)


def _name(error: Exception) -> str:
    return type(error).__name__


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
    good = accepted(findings)
    if chosen.json:
        print(json.dumps({"accepted": good, "findings": [asdict(finding) for finding in findings]}, indent=1, ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{finding.result.upper():7} {finding.check}: {finding.meaning} [{finding.subject}]")
        print("ACCEPTED" if good else "NOT ACCEPTED")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
