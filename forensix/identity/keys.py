"""A person's signing key, in a file or on a card: opened with her passphrase or PIN, or only asked whose it is."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from asn1crypto import pkcs12 as pfx
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID

from forensix.domain.case import Examiner
from forensix.domain.errors import SigningFailed
from forensix.identity import adopted, cards, certificates
from forensix.identity.roles import in_words, may_sign

KDF_ROUNDS = 300_000
"""PBKDF2 rounds that a guess at a passphrase costs; about a tenth of a second."""

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | cards.CardKey

ASK = "Ask the site's administrator for a new identity."


@dataclass(frozen=True, slots=True)
class Identity:
    """An unlocked key with its certificate; what a report is signed with. The key never leaves this object."""

    examiner: Examiner
    certificate: x509.Certificate
    path: Path
    chain: tuple[x509.Certificate, ...]
    _key: PrivateKey = field(repr=False)

    @classmethod
    def open(cls, path: Path, passphrase: str, *, at: datetime | None = None, to_sign: bool = True) -> Identity:
        """Unlock a PKCS#12 file, or the card that a .card file names, and check that it may sign; else only that it is hers.

        Raises
        ------
        SigningFailed
            No such file or card, wrong passphrase or PIN, expired, not yet valid, wrong key usage, or a role that cannot sign.
        """
        key, certificate, chain = _of_card(Path(path), passphrase) if is_card(path) else unlock(path, passphrase)
        _check_dates(certificate, at or datetime.now(UTC))
        examiner = adopted.examiner_of(certificate, Path(path))
        if to_sign:
            _check_role(examiner)
            _check_usage(certificate)
        return cls(examiner, certificate, Path(path), chain, key)

    @property
    def states_role(self) -> bool:
        """Whether the certificate itself says in which role its owner acts; one from outside does not."""
        return certificates.states_role(self.certificate)

    @property
    def fingerprint(self) -> str:
        return certificates.fingerprint(self.certificate)

    @property
    def certificate_der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def chain_der(self) -> tuple[bytes, ...]:
        return tuple(certificate.public_bytes(serialization.Encoding.DER) for certificate in self.chain)

    def sign(self, data: bytes) -> bytes:
        """A raw signature over SHA-256 of `data`: ECDSA (DER) or RSA PKCS#1 v1.5, as the key is."""
        if isinstance(self._key, cards.CardKey):
            return self._key.sign(data)
        if isinstance(self._key, rsa.RSAPrivateKey):
            return self._key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        return self._key.sign(data, ec.ECDSA(hashes.SHA256()))


def who(path: Path) -> Examiner:
    """Whose identity it is, from the certificate beside it; needs no passphrase."""
    beside = Path(path).with_suffix(".pem")
    try:
        return adopted.examiner_of(x509.load_pem_x509_certificate(beside.read_bytes()), Path(path))
    except (OSError, ValueError) as error:
        raise SigningFailed(f"Whose identity {Path(path).name} is cannot be read.", f"Keep {beside.name} beside it.", str(path)) from error


def is_card(path: Path) -> bool:
    """Whether an identity is on a card: its file says only where the card's key is found."""
    return Path(path).suffix == cards.SUFFIX


def _of_card(path: Path, pin: str) -> tuple[PrivateKey, x509.Certificate, tuple[x509.Certificate, ...]]:
    """Key, certificate and chain of a card; the certificate is that beside the file, and must be of the card's key."""
    card, beside = cards.Card.read(path), path.with_suffix(".pem")
    try:
        certificate = x509.load_pem_x509_certificate(beside.read_bytes())
    except (OSError, ValueError) as error:
        raise SigningFailed(f"The certificate of {path.name} cannot be read.", f"Keep {beside.name} beside it.", str(path)) from error
    public = card.public_key(pin)
    if public != certificate.public_key():
        raise SigningFailed(
            f"The card {card.token} holds another key than {beside.name} certifies.", "Use the card that it names.", str(path)
        )
    return cards.CardKey(card, public, pin), certificate, card.certificates(pin)[1]


def lock(path: Path, key: certificates.Key, certificate: x509.Certificate, chain: list[x509.Certificate], passphrase: str) -> None:
    """Write key and certificates as PKCS#12 under a passphrase, readable by its owner only."""
    if not passphrase:
        raise SigningFailed("The passphrase is empty.", "Choose one of several words.", Path(path).name)
    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(KDF_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(_encode(passphrase))
    )
    write_private(path, pkcs12.serialize_key_and_certificates(None, key, certificate, chain, encryption))


def unlock(
    path: Path, passphrase: str
) -> tuple[ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, x509.Certificate, tuple[x509.Certificate, ...]]:
    """Key, certificate and chain of a PKCS#12 file."""
    data = _read(Path(path))
    try:
        key, certificate, chain = pkcs12.load_key_and_certificates(data, _encode(passphrase))
    except ValueError as error:
        raise SigningFailed(
            f"The passphrase does not open {Path(path).name}.", "Type it again; mind upper and lower case.", str(path)
        ) from error
    if certificate is None or not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise SigningFailed(f"{Path(path).name} holds no signing key with its certificate.", ASK, str(path))
    return key, certificate, tuple(chain)


def write_private(path: Path, data: bytes) -> None:
    """Replace a file in one step, mode 0600 from its first byte on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SigningFailed(f"There is no identity at {path.name}.", "Name the .p12 file that was issued to you.", str(path)) from error
    try:
        if pfx.Pfx.load(data, strict=True)["version"].native != "v3":
            raise ValueError("not version 3")
    except (ValueError, TypeError) as error:
        raise SigningFailed(
            f"{path.name} is not an identity file, or is damaged.", "Name the .p12 file that was issued to you.", str(path)
        ) from error
    return data


def _encode(passphrase: str) -> bytes:
    """One form for what different keyboards send for the same letters."""
    return unicodedata.normalize("NFC", passphrase).encode()


def _check_dates(certificate: x509.Certificate, at: datetime) -> None:
    name = certificates.name_of(certificate)
    if at > certificate.not_valid_after_utc:
        raise SigningFailed(
            f"The certificate of {name} expired on {certificate.not_valid_after_utc:%Y-%m-%d}.",
            "Have it renewed by the site's administrator.",
            name,
        )
    if at < certificate.not_valid_before_utc:
        raise SigningFailed(
            f"The certificate of {name} is not valid before {certificate.not_valid_before_utc:%Y-%m-%d %H:%M} UTC.",
            "Check this computer's clock.",
            name,
        )


def _check_role(examiner: Examiner) -> None:
    if not may_sign(examiner.role):
        raise SigningFailed(
            f"{examiner.name} is {in_words(examiner.role)} and cannot sign.",
            "Sign with the identity of an examiner or reviewer.",
            examiner.name,
        )


def _check_usage(certificate: x509.Certificate) -> None:
    """Key usage and purpose as court reports need them."""
    name = certificates.name_of(certificate)
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
        purposes = set(certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value)
    except x509.ExtensionNotFound as error:
        raise SigningFailed(f"The certificate of {name} does not say what it may be used for.", ASK, name) from error
    if not usage.content_commitment:
        raise SigningFailed(f"The certificate of {name} is not made for signatures that bind (nonRepudiation is missing).", ASK, name)
    if not purposes & {certificates.DOCUMENT_SIGNING, ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE}:
        raise SigningFailed(f"The certificate of {name} is not made for signing documents.", ASK, name)
