"""The site authority: one root, certificates of the right profile, revocation, renewal, a list that runs out."""

from __future__ import annotations

import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID

from forensix.domain.case import Role
from forensix.domain.errors import SigningFailed
from forensix.identity.authority import SiteAuthority
from forensix.identity.certificates import DOCUMENT_SIGNING
from forensix.identity.keys import Identity, who

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def authority(tmp_path: Path) -> SiteAuthority:
    return SiteAuthority.create(tmp_path, "Institute of Made-up Forensics", "correct horse", at=AT)


def revocation_list(folder: Path) -> x509.CertificateRevocationList:
    return x509.load_pem_x509_crl((folder / "trust" / "crl.pem").read_bytes())


def test_a_second_authority_is_refused(authority: SiteAuthority) -> None:
    with pytest.raises(SigningFailed, match="already"):
        SiteAuthority.create(authority.folder, "Another", "pass")


def test_the_authority_opens_with_its_passphrase_only(authority: SiteAuthority) -> None:
    assert SiteAuthority.open(authority.folder, "correct horse", at=AT).root == authority.root
    with pytest.raises(SigningFailed, match="passphrase does not open"):
        SiteAuthority.open(authority.folder, "wrong", at=AT)


def test_an_empty_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SigningFailed, match="passphrase is empty"):
        SiteAuthority.create(tmp_path, "Institute", "", at=AT)


def test_a_certificate_is_made_for_binding_document_signatures(authority: SiteAuthority) -> None:
    path = authority.issue("Dr Ada Example", Role.EXAMINER, "Anthropologist", "x", at=AT)
    certificate = x509.load_pem_x509_certificate(path.with_suffix(".pem").read_bytes())
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.digital_signature
    assert usage.value.content_commitment
    assert not usage.value.key_cert_sign
    assert list(certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value) == [DOCUMENT_SIGNING]
    issuer = certificate.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value.key_identifier
    assert issuer == authority.root.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    certificate.verify_directly_issued_by(authority.root)
    assert certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)[0].value == "examiner"
    assert certificate.subject.get_attributes_for_oid(NameOID.TITLE)[0].value == "Anthropologist"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_keys_are_readable_by_their_owner_only(authority: SiteAuthority) -> None:
    path = authority.issue("Dr Ada Example", Role.EXAMINER, "", "x", at=AT)
    for key in (path, authority.folder / "identities" / "authority.p12"):
        assert stat.S_IMODE(key.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["Dr Ada Example", "José Müller-Ñandú", "محمد الأحمد", "王小明", "A & B <Unknown>", "../../etc/passwd"])
def test_names_of_every_script_are_kept_and_never_become_paths(authority: SiteAuthority, name: str) -> None:
    path = authority.issue(name, Role.REVIEWER, "", "x", at=AT)
    assert path.parent == authority.folder / "identities"
    assert who(path).name == name
    assert Identity.open(path, "x", at=AT).examiner.name == name


@pytest.mark.parametrize(
    ("name", "why"),
    [("", "empty"), ("  ", "empty"), ("x" * 65, "65 characters"), ("a\u202eb", "control"), ("a\nb", "control"), ("王 محمد", "directions")],
)
def test_names_that_a_certificate_cannot_hold_are_refused(authority: SiteAuthority, name: str, why: str) -> None:
    with pytest.raises(SigningFailed, match=why):
        authority.issue(name, Role.EXAMINER, "", "x", at=AT)


def test_the_same_name_twice_is_refused(authority: SiteAuthority) -> None:
    authority.issue("Dr Ada Example", Role.EXAMINER, "", "x", at=AT)
    with pytest.raises(SigningFailed, match="already"):
        authority.issue("Dr Ada Example", Role.EXAMINER, "", "x", at=AT)


def test_revoking_puts_a_certificate_on_the_list_once(authority: SiteAuthority) -> None:
    serial = who(authority.issue("Dr Ada Example", Role.EXAMINER, "", "x", at=AT)).certificate_serial
    authority.revoke(serial, at=AT)
    authority.revoke(serial, at=AT + timedelta(days=1))
    assert [entry.serial_number for entry in revocation_list(authority.folder)] == [int(serial, 16)]
    assert [one.revoked_at for one in authority.list()] == [AT]
    with pytest.raises(SigningFailed, match="No certificate with this serial"):
        authority.revoke("abc", at=AT)


def test_opening_renews_a_list_that_is_about_to_run_out_and_forgets_nobody(authority: SiteAuthority) -> None:
    serial = who(authority.issue("Dr Ada Example", Role.EXAMINER, "", "x", at=AT)).certificate_serial
    authority.revoke(serial, at=AT)
    before = revocation_list(authority.folder)
    SiteAuthority.open(authority.folder, "correct horse", at=AT + timedelta(days=2))
    assert revocation_list(authority.folder) == before
    later = AT + timedelta(days=25)
    SiteAuthority.open(authority.folder, "correct horse", at=later)
    after = revocation_list(authority.folder)
    assert after.next_update_utc == later + timedelta(days=30)
    assert [entry.serial_number for entry in after] == [int(serial, 16)]
    numbers = [one.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number for one in (before, after)]
    assert numbers[1] == numbers[0] + 1


def test_a_foreign_revocation_list_is_refused(authority: SiteAuthority, tmp_path: Path) -> None:
    other = SiteAuthority.create(tmp_path / "other", "Another", "x", at=AT)
    (authority.folder / "trust" / "crl.pem").write_bytes((other.folder / "trust" / "crl.pem").read_bytes())
    with pytest.raises(SigningFailed, match="not made by this authority"):
        SiteAuthority.open(authority.folder, "correct horse", at=AT)


def test_renewing_makes_a_new_key_and_keeps_the_old_certificate(authority: SiteAuthority) -> None:
    path = authority.issue("Dr Ada Example", Role.EXAMINER, "Anthropologist", "x", at=AT)
    old = who(path)
    authority.renew(path, "new", at=AT + timedelta(days=900))
    fresh = Identity.open(path, "new", at=AT + timedelta(days=1500))
    assert (fresh.examiner.name, fresh.examiner.qualification) == (old.name, old.qualification)
    assert fresh.examiner.certificate_serial != old.certificate_serial
    assert {(one.serial, one.current) for one in authority.list()} == {
        (fresh.examiner.certificate_serial, True),
        (old.certificate_serial, False),
    }
