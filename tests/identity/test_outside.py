"""Authorities and identities from outside: trusted by an act, adopted in a role, refused without."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization

from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import CaseConflict, SigningFailed
from forensix.identity import adopted, certificates, keys, outside, register
from forensix.identity.authority import SiteAuthority
from forensix.identity.keys import Identity, who
from forensix.laboratory import Laboratory
from forensix.settings import Settings

AT = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
ANNA = Examiner("", "Anna Examiner", Role.EXAMINER)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another country's authority: its root, its list, and the file of one person, whose certificate names no role."""

    root: Path
    crl: Path
    file: Path
    certificate: x509.Certificate


@pytest.fixture
def elsewhere(tmp_path: Path) -> Elsewhere:
    return made(tmp_path, "Dr Chen Waters")


def made(folder: Path, name: str, unit: str = "") -> Elsewhere:
    authority, key = certificates.new_key(), certificates.new_key()
    root = certificates.root_certificate(authority, "A national authority", AT)
    units = [x509.NameAttribute(x509.NameOID.ORGANIZATIONAL_UNIT_NAME, unit)] if unit else []
    subject = x509.Name([*units, x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    builder = certificates._start(subject, root.subject, key, AT, timedelta(days=300))
    builder = builder.add_extension(certificates._key_usage(digital_signature=True, content_commitment=True), critical=True)
    builder = builder.add_extension(x509.ExtendedKeyUsage([certificates.DOCUMENT_SIGNING]), critical=False)
    builder = builder.add_extension(certificates.authority_key_identifier(root), critical=False)
    certificate = builder.sign(authority, hashes.SHA256())
    (folder / "root.der").write_bytes(root.public_bytes(serialization.Encoding.DER))
    (folder / "list.crl").write_bytes(certificates.pem(certificates.revocation_list(root, authority, [], 1, AT)))
    keys.lock(folder / "own.p12", key, certificate, [root], "own pass")
    return Elsewhere(folder / "root.der", folder / "list.crl", folder / "own.p12", certificate)


@pytest.fixture
def laboratory(tmp_path: Path) -> Laboratory:
    book = Casebook.create(tmp_path / "book", act=Act(actor=ANNA), synthetic=True)
    return Laboratory(book, Settings(casebook=tmp_path / "book", added_models=tmp_path), ANNA)


def test_a_trusted_authority_stands_in_the_trust_folder_and_in_custody(laboratory: Laboratory, elsewhere: Elsewhere) -> None:
    fingerprint = laboratory.trust_authority(elsewhere.root, elsewhere.crl)
    trust = laboratory.casebook.folder / "trust"
    assert {file.name for file in trust.glob("*.pem")} == {f"root-{fingerprint[:16]}.pem", f"crl-{fingerprint[:16]}.pem"}
    event = laboratory.casebook.events()[-1]
    assert (event.kind, event.subject_sha256) == ("authority_trusted", fingerprint)
    assert [certificates.fingerprint(root) for root in outside.trusted(trust)] == [fingerprint]


def test_what_is_no_root_or_not_its_list_is_refused(laboratory: Laboratory, elsewhere: Elsewhere, tmp_path: Path) -> None:
    person = tmp_path / "person.pem"
    person.write_bytes(certificates.pem(elsewhere.certificate))
    with pytest.raises(SigningFailed, match="not the root certificate"):
        laboratory.trust_authority(person)
    with pytest.raises(SigningFailed, match="cannot be read as a certificate"):
        laboratory.trust_authority(elsewhere.crl)
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(SigningFailed, match="not made by this authority"):
        laboratory.trust_authority(elsewhere.root, made(other, "Somebody").crl)
    assert [event.kind for event in laboratory.casebook.events()] == ["created"]


def test_an_adopted_identity_opens_in_the_role_that_it_was_given(laboratory: Laboratory, elsewhere: Elsewhere) -> None:
    folder = laboratory.casebook.folder
    path = outside.take_file(elsewhere.file, "own pass", folder)
    with pytest.raises(SigningFailed, match="names no role"):
        Identity.open(path, "own pass")
    with pytest.raises(SigningFailed, match="not trusted here"):
        laboratory.adopt_identity(path, Role.EXAMINER)
    laboratory.trust_authority(elsewhere.root, elsewhere.crl)
    laboratory.adopt_identity(path, Role.EXAMINER, "forensic odontologist")
    opened = Identity.open(path, "own pass")
    assert (opened.examiner.name, opened.examiner.role, opened.examiner.qualification) == (
        "Dr Chen Waters",
        Role.EXAMINER,
        "forensic odontologist",
    )
    assert who(path) == opened.examiner and not opened.states_role
    assert [one.status() for one in register.issued(folder)] == ["valid"]
    laboratory._taken_in_this_role(opened)


def test_a_role_written_beside_the_file_without_the_act_does_not_sign(laboratory: Laboratory, elsewhere: Elsewhere) -> None:
    path = outside.take_file(elsewhere.file, "own pass", laboratory.casebook.folder)
    laboratory.trust_authority(elsewhere.root, elsewhere.crl)
    laboratory.adopt_identity(path, Role.REVIEWER)
    adopted.Adopted(certificates.fingerprint(elsewhere.certificate), Role.EXAMINER, "").write(path)
    with pytest.raises(SigningFailed, match="no act of this casebook gives it the role"):
        laboratory._taken_in_this_role(Identity.open(path, "own pass"))


def test_a_role_beside_the_file_never_overrules_the_certificate(laboratory: Laboratory) -> None:
    site = SiteAuthority.create(laboratory.casebook.folder, "Site", "p")
    path = site.issue("Vera Administrator", Role.ADMINISTRATOR, "", "x")
    with pytest.raises(CaseConflict, match="states its owner's role itself"):
        laboratory.adopt_identity(path, Role.EXAMINER)
    fingerprint = certificates.fingerprint(register.read_certificate(path.with_suffix(".pem")))
    adopted.Adopted(fingerprint, Role.EXAMINER, "").write(path)
    assert who(path).role is Role.ADMINISTRATOR
    with pytest.raises(SigningFailed, match="cannot sign"):
        Identity.open(path, "x")


def test_a_role_of_another_certificate_or_a_damaged_one_says_so(elsewhere: Elsewhere, tmp_path: Path) -> None:
    adopted.Adopted("00", Role.EXAMINER, "").write(elsewhere.file)
    with pytest.raises(SigningFailed, match="about another certificate"):
        Identity.open(elsewhere.file, "own pass")
    adopted.beside(elsewhere.file).write_text("{", encoding="utf-8")
    with pytest.raises(SigningFailed, match="cannot be read"):
        Identity.open(elsewhere.file, "own pass")


def test_a_file_from_outside_is_copied_once(laboratory: Laboratory, elsewhere: Elsewhere) -> None:
    folder = laboratory.casebook.folder
    path = outside.take_file(elsewhere.file, "own pass", folder)
    assert outside.take_file(path, "own pass", folder) == outside.take_file(elsewhere.file, "own pass", folder) == path
    made(elsewhere.file.parent, "Somebody")
    with pytest.raises(SigningFailed, match="here already"):
        outside.take_file(elsewhere.file, "own pass", folder)
