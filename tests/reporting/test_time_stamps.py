"""PAdES B-LTA with the site's own time-stamp service: accepted here, by openssl and by pyHanko's ETSI engine, years later too."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.policy_decl import (
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, RevocationCheckingPolicy, RevocationCheckingRule
from pyhanko_certvalidator.registry import SimpleTrustManager

from forensix.domain.errors import SigningFailed
from forensix.identity.time_stamps import TimeStampService
from forensix.reporting import signing, verifier
from tests.reporting.conftest import Issued, Site, copy_of
from tests.support import attacks
from tests.support.patience import PROCESS_S
from tests.support.poppler import text_of

YEARS = timedelta(days=2000)  # past every signer's certificate and every revocation list


@dataclass(frozen=True, slots=True)
class Stamped:
    site: Site
    service: TimeStampService
    began: datetime
    signed: bytes
    countersigned: bytes


@pytest.fixture(scope="module")
def stamped(tmp_path_factory: pytest.TempPathFactory, site: Site, issued: Issued) -> Stamped:
    site = copy_of(site, tmp_path_factory.mktemp("stamped") / "site")
    authority = site.authority.with_time_stamps("site")
    authority.hand_time_stamps(site.examiner.path, "ada")
    authority.hand_time_stamps(site.reviewer.path, "ben")
    service = TimeStampService.open(authority.folder, site.examiner.examiner.certificate_serial, "ada")
    other = TimeStampService.open(authority.folder, site.reviewer.examiner.certificate_serial, "ben")
    assert service is not None and other is not None and service.fingerprint == other.fingerprint
    began = datetime.now(UTC).replace(microsecond=0)
    signed = signing.sign(issued.composed.pdf, site.examiner, site.trust, service=service)
    return Stamped(site, service, began, signed, signing.countersign(signed, site.reviewer, site.trust, service=other))


def findings(stamped: Stamped, pdf: bytes, at: datetime | None = None, crls: list[bytes] | None = None) -> list[verifier.Finding]:
    return verifier.check_pdf(pdf, roots=stamped.site.roots, crls=stamped.site.crls if crls is None else crls, at=at)


def by_etsi(stamped: Stamped, pdf: bytes, at: datetime) -> list[object]:
    """The indication of ETSI EN 319 102-1 for each signature, by pyHanko's engine, with nothing but the root and the file."""
    root = x509.Certificate.load(pem.unarmor(stamped.site.roots[0])[2])

    def policy(rule: RevocationCheckingRule) -> CertValidationPolicySpec:
        return CertValidationPolicySpec(
            SimpleTrustManager.build(trust_roots=[root]), CertRevTrustPolicy(RevocationCheckingPolicy(rule, rule))
        )

    spec = SignatureValidationSpec(
        policy(RevocationCheckingRule.CRL_REQUIRED),
        RevocationInfoGatheringSpec(RevinfoOnlineFetchingRule.LOCAL_ONLY),
        policy(RevocationCheckingRule.CHECK_IF_DECLARED),
        key_usage_settings=KeyUsageConstraints(key_usage={"non_repudiation"}),
    )
    timing = ValidationTimingInfo(validation_time=at, best_signature_time=at, point_in_time_validation=False)
    reader = PdfFileReader(BytesIO(pdf))
    with verifier.quiet():
        return [
            asyncio.run(ades_lta_validation(one, PdfSignatureValidationSpec(spec), timing)).ades_subindic
            for one in reader.embedded_regular_signatures
        ]


def test_both_forms_are_accepted_and_each_only_appends(stamped: Stamped, issued: Issued) -> None:
    for pdf, signatures in ((stamped.signed, 1), (stamped.countersigned, 2)):
        found = findings(stamped, pdf)
        assert verifier.accepted(found), found
        reader = PdfFileReader(BytesIO(pdf))
        assert [one.field_name for one in reader.embedded_timestamp_signatures] == ["TimeStamp1", "TimeStamp2"][:signatures]
        assert reader.embedded_signatures[-1].field_name == f"TimeStamp{signatures}"
        assert "/DSS" in reader.root
    assert stamped.countersigned.startswith(stamped.signed) and stamped.signed.startswith(issued.composed.pdf)
    assert "time-stamped by the site's service" in " ".join(text_of(stamped.signed).split())


def test_the_stamp_says_the_time_of_this_computer(stamped: Stamped) -> None:
    signature = PdfFileReader(BytesIO(stamped.signed)).embedded_regular_signatures[0]
    token = next(iter(extract_tst_data_iter(signature.signer_info, signed=False)))
    made = token["encap_content_info"]["content"].parsed["gen_time"].native
    assert stamped.began <= made <= datetime.now(UTC)


@pytest.mark.parametrize("later", [timedelta(0), timedelta(days=60), YEARS])
def test_years_later_the_etsi_engine_and_this_program_accept_it(stamped: Stamped, later: timedelta) -> None:
    at = datetime.now(UTC) + later + timedelta(minutes=1)
    assert by_etsi(stamped, stamped.signed, at) == [AdESPassed.OK]
    assert by_etsi(stamped, stamped.countersigned, at) == [AdESPassed.OK, AdESPassed.OK]
    for pdf in (stamped.signed, stamped.countersigned):
        found = findings(stamped, pdf, at)
        assert verifier.accepted(found), found
    expired = {one.check for one in found if one.result == "note"}
    assert ("signer_expired" in expired) is (later == YEARS)


def test_without_a_stamp_an_expired_signer_is_not_accepted_from_the_file_alone(stamped: Stamped, issued: Issued) -> None:
    plain = signing.sign(issued.composed.pdf, stamped.site.examiner, stamped.site.trust)
    found = findings(stamped, plain, datetime.now(UTC) + YEARS)
    assert "signer_expired" in {one.check for one in found if one.result == "failed"}


def test_when_the_service_too_has_expired_the_file_alone_is_not_enough_and_the_casebook_is(stamped: Stamped) -> None:
    at = stamped.service.certificate.not_valid_after_utc + timedelta(days=1)
    found = findings(stamped, stamped.signed, at)
    assert "signer_expired" in {one.check for one in found if one.result == "failed"}
    record = next(one.subject for one in found if one.check == "record")
    stored = {"file_sha256": verifier.hashlib.sha256(stamped.signed).hexdigest(), "record_sha256": record, "signatures": ["Examiner"]}
    kept = verifier.check_pdf(stamped.signed, roots=stamped.site.roots, crls=stamped.site.crls, expected=stored, at=at)
    assert verifier.accepted(kept), kept


def test_who_was_revoked_after_the_stamp_signed_before_it(own_site: Site, issued: Issued) -> None:
    authority = own_site.authority.with_time_stamps("site")
    authority.hand_time_stamps(own_site.examiner.path, "ada")
    serial = own_site.examiner.examiner.certificate_serial
    service = TimeStampService.open(own_site.authority.folder, serial, "ada")
    signed = signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust, service=service)
    authority.revoke(serial, at=datetime.now(UTC) + timedelta(minutes=5))
    found = verifier.check_pdf(signed, roots=own_site.roots, crls=own_site.crls, at=datetime.now(UTC) + timedelta(days=1))
    assert verifier.accepted(found), found
    assert "signer_revoked" in {one.check for one in found if one.result == "note"}


def test_a_revoked_service_stamps_nothing(own_site: Site, issued: Issued) -> None:
    authority = own_site.authority.with_time_stamps("site")
    authority.hand_time_stamps(own_site.examiner.path, "ada")
    service = TimeStampService.open(own_site.authority.folder, own_site.examiner.examiner.certificate_serial, "ada")
    assert service is not None
    authority.revoke(f"{service.certificate.serial_number:x}")
    with pytest.raises(SigningFailed, match="time-stamp service is revoked"):
        signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust, service=service)
    renewed = authority.with_time_stamps("site")
    renewed.hand_time_stamps(own_site.examiner.path, "ada")
    again = TimeStampService.open(own_site.authority.folder, own_site.examiner.examiner.certificate_serial, "ada")
    assert again is not None and again.fingerprint != service.fingerprint
    assert signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust, service=again)


def test_a_certificate_for_other_purposes_does_not_stamp(stamped: Stamped, issued: Issued) -> None:
    with pytest.raises(SigningFailed, match="time-stamp service is not made for time-stamps"):
        signing.sign(issued.composed.pdf, stamped.site.examiner, stamped.site.trust, service=stamped.site.reviewer)


@pytest.mark.parametrize("tail", [b"x", b"\n%%EOF\n", b"garbage %%EOF"])
def test_what_follows_the_last_stamp_is_found(stamped: Stamped, tail: bytes) -> None:
    assert not verifier.accepted(findings(stamped, stamped.countersigned + tail))


@pytest.mark.parametrize("attack", [attacks.retitled, attacks.wrapped], ids=lambda attack: attack.__name__)
def test_what_the_pdf_standard_would_let_follow_the_last_stamp_is_found_too(stamped: Stamped, attack: attacks.Bytes) -> None:
    """A change of the title is no change to pyHanko; another form of the file in the last signature's gap is seen by its place alone."""
    for pdf in (stamped.signed, stamped.countersigned):
        failed = {one.check for one in findings(stamped, attack(pdf)) if one.result == "failed"}
        assert "nothing_added" in failed


def test_the_reviewers_part_cannot_be_cut_off_where_the_casebook_knows_of_it(stamped: Stamped) -> None:
    expected = {"signatures": ["Examiner", "Reviewer"]}
    found = verifier.check_pdf(stamped.signed, roots=stamped.site.roots, crls=stamped.site.crls, expected=expected)
    assert {"recorded_signatures", "file_as_stored"} <= {one.check for one in found if one.result == "failed"}


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_accepts_the_token(stamped: Stamped, tmp_path: Path) -> None:
    signature = PdfFileReader(BytesIO(stamped.signed)).embedded_regular_signatures[0]
    token = next(iter(extract_tst_data_iter(signature.signer_info, signed=False)))
    (tmp_path / "token.der").write_bytes(signature.signer_info["unsigned_attrs"][0]["values"][0].dump())
    (tmp_path / "data").write_bytes(signature.signer_info["signature"].native)
    command = ["openssl", "ts", "-verify", "-data", "data", "-in", "token.der", "-token_in", "-CAfile", stamped.site.trust / "root.pem"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=PROCESS_S)
    assert b"Verification: OK" in done.stdout + done.stderr, done
    assert token["version"].native == "v3"


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler's pdfsig is not installed")
def test_poppler_agrees_on_the_persons_and_cannot_judge_the_stamps(stamped: Stamped, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(stamped.countersigned)
    said = subprocess.run(["pdfsig", str(file)], capture_output=True, check=True, timeout=PROCESS_S).stdout.decode()
    assert said.count("Signature is Valid") == 2
    assert said.count("Signature has not yet been verified") == 2  # it cannot check RFC 3161


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_damage(stamped: Stamped, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(stamped.countersigned)
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, timeout=PROCESS_S, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
