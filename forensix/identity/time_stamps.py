"""The site's time-stamp service: one key, locked once for each person who signs, under her own passphrase.

Who unlocks her signing key unlocks the service with it; a second passphrase would be kept by the same person on the same computer. A stamp
is worth what that computer's clock and these keys' custody are worth: it dates a signature for everybody but those who hold the service.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from forensix.domain.errors import SigningFailed
from forensix.identity import certificates, keys


@dataclass(frozen=True, slots=True)
class TimeStampService:
    """The unlocked service; it signs what a time-stamp says, never the report itself."""

    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    key: certificates.Key = field(repr=False)

    @classmethod
    def open(cls, folder: Path, serial: str, passphrase: str) -> TimeStampService | None:
        """The service of a casebook folder as the owner of the certificate `serial` holds it; None where it was not handed to her.

        Raises
        ------
        SigningFailed
            Her copy does not open with her passphrase, or is no copy of the service that `trust/time-stamps.pem` names.
        """
        path = copy_for(folder, serial)
        if not path.is_file() or not certificate_path(folder).is_file():
            return None
        return cls.unlock(folder, path, passphrase)

    @classmethod
    def unlock(cls, folder: Path, path: Path, passphrase: str) -> TimeStampService:
        """The service from one of its locked copies, which must be of the service that the casebook names."""
        key, certificate, chain = keys.unlock(path, passphrase)
        named = x509.load_pem_x509_certificate(certificate_path(folder).read_bytes())
        if certificate != named or not isinstance(key, ec.EllipticCurvePrivateKey):
            raise SigningFailed(
                "This copy of the time-stamp service is not of the service that the casebook names.",
                "Hand it over again with `forensix identity time-stamps FILE.p12`.",
                str(path),
            )
        return cls(certificate, chain, key)

    @property
    def certificate_der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def chain_der(self) -> tuple[bytes, ...]:
        return tuple(certificate.public_bytes(serialization.Encoding.DER) for certificate in self.chain)

    @property
    def fingerprint(self) -> str:
        return certificates.fingerprint(self.certificate)

    def sign(self, data: bytes) -> bytes:
        """A raw ECDSA signature (DER) over SHA-256 of `data`."""
        return self.key.sign(data, ec.ECDSA(hashes.SHA256()))

    def hand_to(self, folder: Path, serial: str, passphrase: str) -> Path:
        """Lock a copy for the owner of the certificate `serial`, under her passphrase."""
        path = copy_for(folder, serial)
        keys.lock(path, self.key, self.certificate, list(self.chain), passphrase)
        return path


def certificate_path(folder: Path) -> Path:
    """Where the service's certificate lies for everybody to read."""
    return folder / "trust" / "time-stamps.pem"


def copy_for(folder: Path, serial: str) -> Path:
    """Where the copy of one holder lies; the authority's is under "authority"."""
    return folder / "identities" / "time-stamps" / f"{serial}.p12"
