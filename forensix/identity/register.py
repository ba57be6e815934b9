"""What anybody may read of a site's identities, without a passphrase: who was issued what, what is revoked, when the list runs out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509

from forensix.domain.case import Examiner
from forensix.domain.errors import SigningFailed
from forensix.identity import adopted, certificates
from forensix.identity.time_stamps import certificate_path


@dataclass(frozen=True, slots=True)
class Issued:
    """One certificate of a person; `current` unless a renewal took its place."""

    examiner: Examiner
    serial: str
    not_before: datetime
    not_after: datetime
    revoked_at: datetime | None
    current: bool
    path: Path

    def status(self) -> str:
        """Now: one of "revoked", "replaced", "not yet valid", "expired", "valid"."""
        moment = datetime.now(UTC)
        if self.revoked_at is not None:
            return "revoked"
        if not self.current:
            return "replaced"
        if moment < self.not_before:
            return "not yet valid"
        return "expired" if moment > self.not_after else "valid"


def issued(folder: Path) -> tuple[Issued, ...]:
    """Every person's certificate ever issued in a casebook folder, by name, the current one first."""
    revoked = {entry.serial_number: entry.revocation_date_utc for entry in revocation_list(folder) or ()}
    found = []
    for path in sorted((folder / "identities").glob("*.pem")):
        certificate = read_certificate(path)
        current = any(path.with_suffix(suffix).exists() for suffix in (".p12", ".card"))
        examiner, serial = adopted.examiner_of(certificate, path), certificates.serial_of(certificate)
        when = revoked.get(certificate.serial_number)
        found.append(Issued(examiner, serial, certificate.not_valid_before_utc, certificate.not_valid_after_utc, when, current, path))
    return tuple(sorted(found, key=lambda one: (one.examiner.name, not one.current, one.serial)))


def service(folder: Path) -> x509.Certificate | None:
    """The certificate of the site's time-stamp service; None where there is none."""
    path = certificate_path(folder)
    return read_certificate(path) if path.is_file() else None


def revocation_list(folder: Path) -> x509.CertificateRevocationList | None:
    """The site's revocation list as it lies in the folder, its signature unchecked; None where there is none."""
    try:
        return x509.load_pem_x509_crl((folder / "trust" / "crl.pem").read_bytes())
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise list_altered(folder) from error


def revocation_lists(folder: Path) -> tuple[x509.CertificateRevocationList, ...]:
    """Every revocation list that a casebook trusts and that can be read, the site's and those of other authorities, unchecked."""
    found = []
    for path in sorted((folder / "trust").glob("crl*.pem")):
        try:
            found.append(x509.load_pem_x509_crl(path.read_bytes()))
        except (OSError, ValueError):
            continue  # whoever signs is told
    return tuple(found)


def list_due(folder: Path) -> datetime | None:
    """When the revocation list runs out; from then on nobody signs until the authority has been unlocked again."""
    current = revocation_list(folder)
    return None if current is None else current.next_update_utc


def read_certificate(path: Path) -> x509.Certificate:
    """One certificate in PEM; SigningFailed where it cannot be read."""
    try:
        return x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError) as error:
        raise SigningFailed(
            f"The certificate {path.name} cannot be read.", "Take it back from a backup of the casebook.", str(path)
        ) from error


def list_altered(folder: Path) -> SigningFailed:
    return SigningFailed("The revocation list was not made by this authority.", "Take trust/crl.pem back from a backup.", str(folder))
