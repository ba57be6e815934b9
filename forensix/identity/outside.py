"""Authorities from outside: a root and its revocation list, taken into the trust folder under the root's fingerprint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature

from forensix.domain.errors import SigningFailed
from forensix.identity import certificates, keys

ASK = "Ask the authority for its root certificate and its current revocation list."


@dataclass(frozen=True, slots=True)
class Authority:
    """A root to be trusted, with its revocation list if there is one."""

    root: x509.Certificate
    revocation_list: x509.CertificateRevocationList | None

    @property
    def name(self) -> str:
        return self.root.subject.rfc4514_string()

    @property
    def fingerprint(self) -> str:
        return certificates.fingerprint(self.root)

    @property
    def due(self) -> datetime | None:
        """When the revocation list runs out."""
        return None if self.revocation_list is None else self.revocation_list.next_update_utc

    def write(self, trust: Path) -> None:
        """Put both into the trust folder; a newer list replaces an older one."""
        short = self.fingerprint[:16]
        keys.write_private(trust / f"root-{short}.pem", certificates.pem(self.root))
        (trust / f"root-{short}.pem").chmod(0o644)
        if self.revocation_list is not None:
            keys.write_private(trust / f"crl-{short}.pem", certificates.pem(self.revocation_list))
            (trust / f"crl-{short}.pem").chmod(0o644)


def authority(root: Path, revocation_list: Path | None) -> Authority:
    """An authority from its files, PEM or DER.

    Raises
    ------
    SigningFailed
        The certificate is not a self-signed one of an authority, or the list was not made by it.
    """
    certificate = _certificate(root)
    try:
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        certificate.verify_directly_issued_by(certificate)
        issues = constraints.ca
    except (x509.ExtensionNotFound, ValueError, TypeError, InvalidSignature):
        issues = False
    if not issues:
        raise SigningFailed(f"{root.name} is not the root certificate of an authority.", ASK, str(root))
    held = None if revocation_list is None else _list(revocation_list)
    if held is not None and not held.is_signature_valid(certificate.public_key()):  # type: ignore[arg-type]
        raise SigningFailed(f"{Path(str(revocation_list)).name} was not made by this authority.", ASK, str(revocation_list))
    return Authority(certificate, held)


def trusted(trust: Path) -> tuple[x509.Certificate, ...]:
    """Every root that a trust folder holds."""
    return tuple(x509.load_pem_x509_certificate(path.read_bytes()) for path in sorted(trust.glob("root*.pem")))


def take_file(identity: Path, passphrase: str, folder: Path) -> Path:
    """A copy of a PKCS#12 file from outside among the casebook's identities, with its certificate beside it; the copy's path."""
    _, certificate, _ = keys.unlock(identity, passphrase)
    path = folder / "identities" / f"{identity.stem}.p12"
    if path.exists() and path.read_bytes() != identity.read_bytes():
        raise SigningFailed(f"There is an identity {path.name} here already.", "Rename the file from outside.", path.name)
    if not path.exists():
        keys.write_private(path, identity.read_bytes())
    keys.write_private(path.with_suffix(".pem"), certificates.pem(certificate))
    path.with_suffix(".pem").chmod(0o644)
    return path


def _certificate(path: Path) -> x509.Certificate:
    try:
        data = path.read_bytes()
        return x509.load_pem_x509_certificate(data) if b"-----BEGIN" in data else x509.load_der_x509_certificate(data)
    except (OSError, ValueError) as error:
        raise SigningFailed(f"{path.name} cannot be read as a certificate.", ASK, str(path)) from error


def _list(path: Path) -> x509.CertificateRevocationList:
    try:
        data = path.read_bytes()
        return x509.load_pem_x509_crl(data) if b"-----BEGIN" in data else x509.load_der_x509_crl(data)
    except (OSError, ValueError) as error:
        raise SigningFailed(f"{path.name} cannot be read as a revocation list.", ASK, str(path)) from error
