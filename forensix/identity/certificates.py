"""X.509 as a site needs it: the root, a person's certificate, the revocation list, and reading them back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from asn1crypto.core import UTF8String
from asn1crypto.x509 import NameTypeAndValue
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from forensix.domain.case import Examiner, Role
from forensix.domain.errors import SigningFailed
from forensix.identity.roles import may_sign

DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")  # RFC 9336
ROOT_LIFE = timedelta(days=365 * 20)
PERSON_LIFE = timedelta(days=365 * 3)
STAMPS_LIFE = timedelta(days=365 * 19)  # of the time-stamp service: a stamp can be checked for as long, and never longer than the root
LIST_LIFE = timedelta(days=30)
STAMPS_NAME = "forensix time-stamp service"
LONGEST = 64  # X.520 upper bound of common name, title and organisation

Key = ec.EllipticCurvePrivateKey
PublicKey = ec.EllipticCurvePublicKey | rsa.RSAPublicKey


@dataclass(frozen=True, slots=True)
class Person:
    """Whose certificate it is; `site` is where it was issued."""

    name: str
    role: Role
    qualification: str
    site: str

    def __post_init__(self) -> None:
        for what, text, needed in (("name", self.name, True), ("qualification", self.qualification, False), ("site", self.site, True)):
            _check_text(what, text, needed)


def new_key() -> Key:
    """A fresh P-256 key."""
    return ec.generate_private_key(ec.SECP256R1())


def root_certificate(key: Key, site: str, at: datetime) -> x509.Certificate:
    """The site's self-signed root, which issues persons' certificates and revocation lists only."""
    _check_text("site", site, needed=True)
    name = x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, site), x509.NameAttribute(NameOID.COMMON_NAME, "forensix site authority")]
    )
    builder = _start(name, name, key, at, ROOT_LIFE)
    return (
        builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .sign(key, hashes.SHA256())
    )


def person_certificate(
    root: x509.Certificate, root_key: Key, person: Person, key: Key | PublicKey, at: datetime, life: timedelta = PERSON_LIFE
) -> x509.Certificate:
    """A person's certificate, role and qualification in its subject; for binding document signatures (RFC 9336) where the role may sign."""
    signs = may_sign(person.role)
    builder = _start(_subject(person), root.subject, key, at, life)
    return (
        builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(digital_signature=True, content_commitment=signs), critical=True)
        .add_extension(x509.ExtendedKeyUsage([DOCUMENT_SIGNING if signs else ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
        .add_extension(authority_key_identifier(root), critical=False)
        .sign(root_key, hashes.SHA256())
    )


def time_stamp_certificate(root: x509.Certificate, root_key: Key, key: Key, at: datetime) -> x509.Certificate:
    """The certificate of the site's time-stamp service: for time-stamps only, and critically so (RFC 3161, 2.3)."""
    site = x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation(root))
    name = x509.Name([site, x509.NameAttribute(NameOID.COMMON_NAME, STAMPS_NAME)])
    life = min(STAMPS_LIFE, root.not_valid_after_utc - at)
    return (
        _start(name, root.subject, key, at, life)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(digital_signature=True, content_commitment=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .add_extension(authority_key_identifier(root), critical=False)
        .sign(root_key, hashes.SHA256())
    )


def revocation_list(
    root: x509.Certificate, root_key: Key, revoked: Iterable[x509.RevokedCertificate], number: int, at: datetime
) -> x509.CertificateRevocationList:
    """The site's revocation list, good for 30 days."""
    builder = x509.CertificateRevocationListBuilder().issuer_name(root.subject).last_update(at).next_update(at + LIST_LIFE)
    for entry in revoked:
        builder = builder.add_revoked_certificate(entry)
    return (
        builder.add_extension(authority_key_identifier(root), critical=False)
        .add_extension(x509.CRLNumber(number), critical=False)
        .sign(root_key, hashes.SHA256())
    )


def revoked_entry(serial: int, at: datetime) -> x509.RevokedCertificate:
    """One line of a revocation list."""
    return x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(at).build()


def authority_key_identifier(root: x509.Certificate) -> x509.AuthorityKeyIdentifier:
    """Which key signed, so that a renewed root is told from the old one."""
    identifier = root.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier)


def person_of(certificate: x509.Certificate) -> Person:
    """Who a certificate names.

    Raises
    ------
    SigningFailed
        The certificate names no role that forensix knows.
    """
    if not states_role(certificate):
        raise SigningFailed(
            "The certificate names no role.",
            "Ask for an identity of this site, or adopt one from outside with `forensix identity use FILE --role ROLE`.",
            serial_of(certificate),
        )
    return Person(
        _attribute(certificate, NameOID.COMMON_NAME),
        Role(_attribute(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME)),
        _attribute(certificate, NameOID.TITLE),
        _attribute(certificate, NameOID.ORGANIZATION_NAME),
    )


def examiner_of(certificate: x509.Certificate) -> Examiner:
    """The person as the domain knows her; until the casebook gives an id it is the certificate's serial."""
    person, serial = person_of(certificate), serial_of(certificate)
    return Examiner(serial, person.name, person.role, person.qualification, serial)


def states_role(certificate: x509.Certificate) -> bool:
    """Whether a certificate says in which role its owner acts, as those of a site do."""
    return _attribute(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME) in set(Role)


def name_of(certificate: x509.Certificate) -> str:
    """The common name that a certificate gives its owner."""
    return _attribute(certificate, NameOID.COMMON_NAME)


def organisation(certificate: x509.Certificate) -> str:
    """The site that a certificate names."""
    return _attribute(certificate, NameOID.ORGANIZATION_NAME)


def serial_of(certificate: x509.Certificate) -> str:
    """The serial number in lower hex, as reports print it."""
    return f"{certificate.serial_number:x}"


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 of the certificate, lower hex."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def pem(thing: x509.Certificate | x509.CertificateRevocationList) -> bytes:
    """The text form that trust folders hold."""
    return thing.public_bytes(serialization.Encoding.PEM)


def _start(subject: x509.Name, issuer: x509.Name, key: Key | PublicKey, at: datetime, life: timedelta) -> x509.CertificateBuilder:
    public = key.public_key() if isinstance(key, ec.EllipticCurvePrivateKey) else key
    identifier = x509.SubjectKeyIdentifier.from_public_key(public)
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(public)
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(at).not_valid_after(at + life)
    return builder.add_extension(identifier, critical=False)


def _subject(person: Person) -> x509.Name:
    parts = [
        (NameOID.ORGANIZATION_NAME, person.site),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, person.role.value),
        (NameOID.TITLE, person.qualification),
        (NameOID.COMMON_NAME, person.name),
    ]
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in parts if text])


def _attribute(certificate: x509.Certificate, oid: ObjectIdentifier) -> str:
    found = certificate.subject.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def _key_usage(**used: bool) -> x509.KeyUsage:
    unused = ["key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"]
    names = ["digital_signature", "content_commitment", "key_cert_sign", "crl_sign", *unused]
    return x509.KeyUsage(**{name: used.get(name, False) for name in names})


def _check_text(what: str, text: str, needed: bool) -> None:
    """A certificate holds at most 64 characters and must read the same on every screen."""
    if needed and not text.strip():
        raise SigningFailed(f"The {what} is empty.", f"Give the {what} as it shall stand in the signature.", what)
    if len(text) > LONGEST:
        raise SigningFailed(f"The {what} has {len(text)} characters; a certificate holds {LONGEST}.", "Shorten it.", text)
    if any(unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for character in text):
        raise SigningFailed(f"The {what} contains control characters.", "Type it again without them.", text)
    try:
        NameTypeAndValue({"type": "common_name", "value": UTF8String(text)}).prepped_value  # noqa: B018  (raises on what it cannot compare)
    except ValueError as error:
        raise SigningFailed(
            f"The {what} mixes writing directions or holds characters that a certificate cannot hold.", "Write it in one script.", text
        ) from error
