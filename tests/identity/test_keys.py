"""Opening an identity: the exact reason whenever it cannot sign."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from forensix.domain.case import Role
from forensix.domain.errors import SigningFailed
from forensix.identity import certificates, keys
from forensix.identity.authority import SiteAuthority
from forensix.identity.keys import Identity, who
from forensix.identity.roles import may_sign

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> SiteAuthority:
    return SiteAuthority.create(tmp_path_factory.mktemp("site"), "Institute", "p", at=AT)


@pytest.fixture(scope="module")
def path(authority: SiteAuthority) -> Path:
    return authority.issue("Dr Ada Example", Role.EXAMINER, "", "gänsefüßchen", at=AT)


def test_the_key_signs_what_its_certificate_verifies(path: Path) -> None:
    identity = Identity.open(path, "gänsefüßchen", at=AT)
    public = identity.certificate.public_key()
    assert isinstance(public, ec.EllipticCurvePublicKey)
    public.verify(identity.sign(b"words"), b"words", ec.ECDSA(hashes.SHA256()))


def test_the_same_letters_typed_on_another_keyboard_open_it(path: Path) -> None:
    assert Identity.open(path, "ga\u0308nsefu\u0308ßchen", at=AT).examiner.name == "Dr Ada Example"


@pytest.mark.parametrize("passphrase", ["", "wrong", "Gänsefüßchen"])
def test_a_wrong_passphrase_says_so(path: Path, passphrase: str) -> None:
    with pytest.raises(SigningFailed, match=r"The passphrase does not open dr-ada-example\.p12") as caught:
        Identity.open(path, passphrase, at=AT)
    assert caught.value.remedy


@pytest.mark.parametrize("content", [b"", b"hello", b"\x30\x03\x02\x01\x03"])
def test_a_file_that_is_no_identity_says_so(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "some.p12"
    file.write_bytes(content)
    with pytest.raises(SigningFailed, match="not an identity file"):
        Identity.open(file, "x")


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(SigningFailed, match="no identity at"):
        Identity.open(tmp_path / "none.p12", "x")
    with pytest.raises(SigningFailed, match="cannot be read"):
        who(tmp_path / "none.p12")


@pytest.mark.parametrize(("days", "why"), [(-1, "not valid before"), (4000, "expired on")])
def test_outside_its_dates_it_does_not_open(path: Path, days: int, why: str) -> None:
    with pytest.raises(SigningFailed, match=why):
        Identity.open(path, "gänsefüßchen", at=AT + timedelta(days=days))


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_roles_that_cannot_sign_do_not_open_for_signing(authority: SiteAuthority, role: Role) -> None:
    path = authority.issue(f"Some {role.value}", role, "", "x", at=AT)
    with pytest.raises(SigningFailed, match="cannot sign"):
        Identity.open(path, "x", at=AT)
    assert Identity.open(path, "x", at=AT, to_sign=False).examiner.role is role
    assert not may_sign(role)


@pytest.mark.parametrize(
    ("usage", "purposes", "why"),
    [
        ({"digital_signature": True}, [certificates.DOCUMENT_SIGNING], "nonRepudiation"),
        ({"content_commitment": True}, [x509.ObjectIdentifier("1.3.6.1.5.5.7.3.1")], "signing documents"),
        (None, [certificates.DOCUMENT_SIGNING], "does not say"),
    ],
)
def test_certificates_for_other_purposes_are_refused(
    authority: SiteAuthority, tmp_path: Path, usage: dict[str, bool] | None, purposes: list[x509.ObjectIdentifier], why: str
) -> None:
    key = certificates.new_key()
    person = certificates.Person("Dr Eve", Role.EXAMINER, "", "Institute")
    issued = certificates.person_certificate(authority.root, certificates.new_key(), person, key, AT)
    builder = x509.CertificateBuilder().subject_name(issued.subject).issuer_name(issued.issuer).public_key(key.public_key())
    builder = builder.serial_number(7).not_valid_before(AT).not_valid_after(AT + timedelta(days=9))
    if usage is not None:
        every = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement")
        more = ("key_cert_sign", "crl_sign", "encipher_only", "decipher_only")
        builder = builder.add_extension(x509.KeyUsage(**{name: usage.get(name, False) for name in (*every, *more)}), critical=True)
    certificate = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=False).sign(key, hashes.SHA256())
    file = tmp_path / "eve.p12"
    keys.lock(file, key, certificate, [], "x")
    with pytest.raises(SigningFailed, match=why):
        Identity.open(file, "x", at=AT)


def test_the_key_is_not_in_the_identitys_text(path: Path) -> None:
    assert "key" not in repr(Identity.open(path, "gänsefüßchen", at=AT)).lower().replace("_key_usage", "")
