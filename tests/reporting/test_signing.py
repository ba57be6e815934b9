"""Signing: what is accepted afterwards, by this program, poppler and qpdf; and every refusal with its reason."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa

from forensix import settings
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import SigningFailed
from forensix.domain.report import ReportFacts
from forensix.identity import adopted, certificates, outside
from forensix.identity.authority import SiteAuthority
from forensix.identity.keys import Identity
from forensix.reporting import fonts, report, signing, stamp, verifier
from forensix.reporting.stamp import Stamp
from tests.identity.test_outside import made as elsewhere
from tests.reporting.conftest import Issued, Site, named
from tests.support.patience import PROCESS_S
from tests.support.poppler import text_of


def findings(site: Site, pdf: bytes) -> list[verifier.Finding]:
    return verifier.check_pdf(pdf, roots=site.roots, crls=site.crls)


def test_a_signed_report_is_accepted(site: Site, issued: Issued) -> None:
    found = findings(site, issued.signed)
    assert verifier.accepted(found), found
    assert "countersigned" in {finding.check for finding in found if finding.result == "note"}


def test_a_countersigned_report_is_accepted(site: Site, issued: Issued) -> None:
    found = findings(site, issued.countersigned)
    assert verifier.accepted(found), found
    assert {"two_persons", "certified", "nothing_added", "record"} <= {finding.check for finding in found if finding.result == "passed"}


def test_each_signature_only_appends(issued: Issued) -> None:
    assert issued.signed.startswith(issued.composed.pdf)
    assert issued.countersigned.startswith(issued.signed)


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler's pdfsig is not installed")
def test_poppler_agrees(issued: Issued, site: Site, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(issued.countersigned)
    said = subprocess.run(["pdfsig", str(file)], capture_output=True, check=True, timeout=PROCESS_S).stdout.decode()
    assert said.count("Signature is Valid") == 2
    assert said.count("Total document signed") == 1
    assert said.count("ETSI.CAdES.detached") == 2
    assert site.examiner.examiner.name in said
    assert site.reviewer.examiner.name in said


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_damage(issued: Issued, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(issued.countersigned)
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, timeout=PROCESS_S, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is not installed")
def test_the_stamps_say_who_in_which_role_and_when(issued: Issued) -> None:
    text = " ".join(text_of(issued.countersigned).split())
    for name, verb in (("Dr Ada Example", "Signed by the examiner"), ("Dr Ben Muster", "Countersigned by the reviewer")):
        assert verb in text
        assert name in text
    assert text.count("time claimed by the signer's clock") == 2


def test_the_stamped_pages_are_still_archival(issued: Issued) -> None:
    with pikepdf.open(BytesIO(issued.countersigned)) as pdf:  # a check of the look only: signatures themselves are outside this validator
        pdf.flatten_annotations("all")
        for key in ("/AcroForm", "/Perms", "/Extensions"):
            if key in pdf.Root:
                del pdf.Root[key]
        report = pdfa.check(pdf, "3b")
    assert report.passed, report


def test_no_certificate_or_text_is_read_from_the_systems_own_store(issued: Issued) -> None:
    with pikepdf.open(BytesIO(issued.countersigned)) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        assert "/DSS" not in pdf.Root


def test_a_report_is_certified_once(site: Site, issued: Issued) -> None:
    with pytest.raises(SigningFailed, match="signed already"):
        signing.sign(issued.signed, site.examiner, site.trust)
    with pytest.raises(SigningFailed, match="countersigned already"):
        signing.countersign(issued.countersigned, site.reviewer, site.trust)


def test_a_reviewer_cannot_sign_first_nor_countersign_what_is_unsigned(site: Site, issued: Issued) -> None:
    with pytest.raises(SigningFailed, match="no examiner"):
        signing.sign(issued.composed.pdf, site.reviewer, site.trust)
    with pytest.raises(SigningFailed, match="not signed by its examiner"):
        signing.countersign(issued.composed.pdf, site.reviewer, site.trust)


def test_examiner_and_reviewer_must_be_two_persons(own_site: Site, issued: Issued) -> None:
    signed = signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust)
    with pytest.raises(SigningFailed, match="another person"):
        signing.countersign(signed, own_site.examiner, own_site.trust)
    renewed = own_site.authority.renew(own_site.examiner.path, "new key, same person")
    with pytest.raises(SigningFailed, match="another person"):
        signing.countersign(signed, Identity.open(renewed, "new key, same person"), own_site.trust)


def test_an_altered_report_is_not_countersigned(site: Site, issued: Issued) -> None:
    altered = bytearray(issued.signed)
    altered[len(issued.composed.pdf) // 2] ^= 1
    with pytest.raises(SigningFailed, match=r"does not verify|cannot be read"):
        signing.countersign(bytes(altered), site.reviewer, site.trust)


def test_a_revoked_certificate_does_not_sign(own_site: Site, issued: Issued) -> None:
    own_site.authority.revoke(own_site.examiner.examiner.certificate_serial)
    with pytest.raises(SigningFailed, match="Dr Ada Example is revoked"):
        signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust)


def test_an_expired_certificate_does_not_sign(own_site: Site, issued: Issued) -> None:
    later = datetime.now(UTC) + timedelta(days=3000)
    own_site.authority.renew_list(at=later)
    with pytest.raises(SigningFailed, match="Dr Ada Example has expired"):
        signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust, at=later + timedelta(hours=1))


def test_a_certificate_of_the_future_does_not_sign(own_site: Site, issued: Issued) -> None:
    with pytest.raises(SigningFailed, match="not yet valid"):
        signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust, at=datetime.now(UTC) - timedelta(days=2))


def test_a_revocation_list_out_of_date_stops_signing(own_site: Site, issued: Issued) -> None:
    with pytest.raises(SigningFailed, match="revocation list of the site is out of date"):
        signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust, at=datetime.now(UTC) + timedelta(days=40))


def test_a_stranger_does_not_sign(site: Site, issued: Issued, tmp_path: Path) -> None:
    other = SiteAuthority.create(tmp_path, "Another institute", "x")
    stranger = Identity.open(other.issue("Dr Eve", Role.EXAMINER, "", "x"), "x")
    with pytest.raises(SigningFailed, match="not issued by this site"):
        signing.sign(issued.composed.pdf, stranger, site.trust)


def test_an_adopted_person_from_outside_signs_once_the_list_of_her_authority_is_there(
    own_site: Site, issued: Issued, small_facts: ReportFacts, tmp_path_factory: pytest.TempPathFactory
) -> None:
    there = elsewhere(tmp_path_factory.mktemp("there"), "Dr Chen Waters")
    adopted.Adopted(certificates.fingerprint(there.certificate), Role.EXAMINER, "odontologist").write(there.file)
    there.file.with_suffix(".pem").write_bytes(certificates.pem(there.certificate))
    person = Identity.open(there.file, "own pass")
    with pytest.raises(SigningFailed, match="nor by one that this casebook trusts"):
        signing.sign(issued.composed.pdf, person, own_site.trust)
    outside.authority(there.root, None).write(own_site.trust)
    with pytest.raises(SigningFailed, match="revocation list"):
        signing.sign(issued.composed.pdf, person, own_site.trust)
    outside.authority(there.root, there.crl).write(own_site.trust)
    signed = signing.sign(report.compose(named(small_facts, person)).pdf, person, own_site.trust)
    trust = signing.Trust.read(own_site.trust)
    found = verifier.check_pdf(signed, roots=list(trust.roots), crls=list(trust.crls))
    assert verifier.accepted(found), found
    assert not verifier.accepted(verifier.check_pdf(signed, roots=list(trust.roots)[1:], crls=list(trust.crls)))


def test_without_a_trust_folder_nobody_signs(site: Site, issued: Issued, tmp_path: Path) -> None:
    with pytest.raises(SigningFailed, match="root or revocation list is missing"):
        signing.sign(issued.composed.pdf, site.examiner, tmp_path)


@pytest.mark.parametrize("pdf", [b"", b"hello", b"%PDF-1.7\n"])
def test_what_is_no_report_is_not_signed(site: Site, pdf: bytes) -> None:
    with pytest.raises(SigningFailed, match="cannot be read"):
        signing.sign(pdf, site.examiner, site.trust)


def test_a_pdf_without_the_field_is_not_signed(site: Site) -> None:
    target = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(target)
    with pytest.raises(SigningFailed, match="no field for the examiner"):
        signing.sign(target.getvalue(), site.examiner, site.trust)


@pytest.mark.parametrize("name", ["王小明", "محمد عبد الله", "A & B <Unknown>"])
def test_names_of_every_script_sign_and_are_drawn(own_site: Site, issued: Issued, name: str) -> None:
    path = own_site.authority.issue(name, Role.EXAMINER, "法医", "x")
    signed = signing.sign(issued.composed.pdf, Identity.open(path, "x"), own_site.trust)
    found = findings(own_site, signed)
    assert {finding.check for finding in found if finding.result == "failed"} == {"signer_named"}  # the report names another
    assert name in {finding.subject for finding in found if finding.result == "passed"}


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is not installed")
@pytest.mark.parametrize("name", ["محمد عبد الله الأحمد", "王小明", "A & B <Unknown>", "José Müller-Ñandú"])
def test_the_name_in_the_stamp_reads_as_it_is_stored(name: str) -> None:
    fonts.load(settings.resources() / "fonts")
    drawn = stamp.draw(Stamp("Signed by the examiner", Examiner("", name, Role.EXAMINER, "", "4fa1"), datetime.now(UTC)), 228, 59)
    assert name in text_of(drawn)


def test_the_findings_are_plain_data(site: Site, issued: Issued) -> None:
    for finding in findings(site, issued.countersigned):
        assert finding.result in ("passed", "failed", "note")
        assert finding.meaning.endswith(".")
        assert json.dumps([finding.check, finding.subject])
