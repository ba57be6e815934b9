"""The site's certificate authority: its root, the identities it issues, and the 30-day revocation list."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from forensix.domain.case import Examiner, Role
from forensix.domain.errors import SigningFailed
from forensix.identity import certificates, keys

RENEW_BEFORE = timedelta(days=20)
"""The list is written anew when it has less than this left."""


@dataclass(frozen=True, slots=True)
class Issued:
    """One certificate that the authority has issued; `current` unless a renewal took its place."""

    examiner: Examiner
    serial: str
    not_before: datetime
    not_after: datetime
    revoked_at: datetime | None
    current: bool
    path: Path


@dataclass(frozen=True, slots=True)
class SiteAuthority:
    """The unlocked authority of one casebook folder: `identities/` holds keys, `trust/` what everybody may read."""

    folder: Path
    root: x509.Certificate
    _key: ec.EllipticCurvePrivateKey = field(repr=False)

    @classmethod
    def create(cls, folder: Path, site: str, passphrase: str, *, at: datetime | None = None) -> SiteAuthority:
        """Make the root of a site. Raises SigningFailed where there is one already."""
        folder = Path(folder)
        if _authority_path(folder).exists() or _root_path(folder).exists():
            raise SigningFailed("This casebook has a site authority already.", "Open it with its passphrase.", str(folder))
        key, moment = certificates.new_key(), _second(at)
        root = certificates.root_certificate(key, site, moment)
        keys.lock(_authority_path(folder), key, root, [], passphrase)
        authority = cls(folder, root, key)
        _write_public(_root_path(folder), certificates.pem(root))
        authority.renew_list(at=moment)
        return authority

    @classmethod
    def open(cls, folder: Path, passphrase: str, *, at: datetime | None = None) -> SiteAuthority:
        """Unlock the authority, and write its revocation list anew when it is about to run out."""
        folder = Path(folder)
        key, root, _ = keys.unlock(_authority_path(folder), passphrase)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise SigningFailed("The authority's key is not of the kind that forensix makes.", keys.ASK, str(folder))
        authority, moment = cls(folder, root, key), _second(at)
        current = authority._list()
        if current is None or current.next_update_utc is None or current.next_update_utc - moment < RENEW_BEFORE:
            authority.renew_list(at=moment)
        return authority

    @property
    def site(self) -> str:
        return certificates.organisation(self.root)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the root; to be told to a court by another way than the report."""
        return certificates.fingerprint(self.root)

    def issue(
        self,
        name: str,
        role: Role,
        qualification: str,
        passphrase: str,
        *,
        at: datetime | None = None,
        life: timedelta = certificates.PERSON_LIFE,
    ) -> Path:
        """Make a person's identity; the path of her .p12, with the certificate beside it."""
        person = certificates.Person(unicodedata.normalize("NFC", name.strip()), Role(role), qualification.strip(), self.site)
        path = self._identities / f"{_slug(person.name)}.p12"
        if path.exists():
            raise SigningFailed(f"{person.name} has an identity already.", "Renew it, or revoke it and choose a fuller name.", person.name)
        return self._write(path, person, passphrase, at, life)

    def renew(self, path: Path, passphrase: str, *, at: datetime | None = None, life: timedelta = certificates.PERSON_LIFE) -> Path:
        """A new key and certificate for the same person under a new passphrase; the old certificate is kept for reading."""
        path = self._identities / Path(path).name
        old = _read_certificate(path.with_suffix(".pem"))
        kept = path.with_name(f"{path.stem}.{certificates.serial_of(old)[:12]}.pem")
        _write_public(kept, certificates.pem(old))
        return self._write(path, certificates.person_of(old), passphrase, at, life)

    def revoke(self, serial: str, *, at: datetime | None = None) -> None:
        """Put a certificate on the revocation list, for good. Raises SigningFailed for a serial that this authority never issued."""
        issued = [one for one in self.list() if one.serial == serial]
        if not issued:
            raise SigningFailed("No certificate with this serial was issued here.", "List the identities and copy the serial.", serial)
        if issued[0].revoked_at is None:
            self.renew_list(certificates.revoked_entry(int(serial, 16), _second(at)), at=at)

    def list(self) -> tuple[Issued, ...]:
        """Every certificate ever issued, by name, the current one first."""
        revoked = {entry.serial_number: entry.revocation_date_utc for entry in self._list() or ()}
        issued = []
        for path in sorted(self._identities.glob("*.pem")):
            certificate = _read_certificate(path)
            when = revoked.get(certificate.serial_number)
            current = path.with_suffix(".p12").exists()
            examiner, serial = certificates.examiner_of(certificate), certificates.serial_of(certificate)
            issued.append(Issued(examiner, serial, certificate.not_valid_before_utc, certificate.not_valid_after_utc, when, current, path))
        return tuple(sorted(issued, key=lambda one: (one.examiner.name, not one.current, one.serial)))

    def renew_list(self, *more: x509.RevokedCertificate, at: datetime | None = None) -> None:
        """Write the revocation list anew, good for 30 days, with `more` on it."""
        current = self._list()
        entries = [*(current or ()), *more]
        number = current.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number + 1 if current else 1
        made = certificates.revocation_list(self.root, self._key, entries, number, _second(at))
        _write_public(self.folder / "trust" / "crl.pem", certificates.pem(made))

    @property
    def _identities(self) -> Path:
        return self.folder / "identities"

    def _list(self) -> x509.CertificateRevocationList | None:
        try:
            current = x509.load_pem_x509_crl((self.folder / "trust" / "crl.pem").read_bytes())
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise _list_altered(self.folder) from error
        if not current.is_signature_valid(self._key.public_key()):
            raise _list_altered(self.folder)
        return current

    def _write(self, path: Path, person: certificates.Person, passphrase: str, at: datetime | None, life: timedelta) -> Path:
        key = certificates.new_key()
        certificate = certificates.person_certificate(self.root, self._key, person, key, _second(at), life)
        keys.lock(path, key, certificate, [self.root], passphrase)
        _write_public(path.with_suffix(".pem"), certificates.pem(certificate))
        return path


def _second(at: datetime | None) -> datetime:
    """Certificates count in whole seconds."""
    return (at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)


def _authority_path(folder: Path) -> Path:
    return folder / "identities" / "authority.p12"


def _root_path(folder: Path) -> Path:
    return folder / "trust" / "root.pem"


def _write_public(path: Path, data: bytes) -> None:
    keys.write_private(path, data)
    path.chmod(0o644)


def _read_certificate(path: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError) as error:
        raise SigningFailed(
            f"The certificate {path.name} cannot be read.", "Take it back from a backup of the casebook.", str(path)
        ) from error


def _list_altered(folder: Path) -> SigningFailed:
    return SigningFailed("The revocation list was not made by this authority.", "Take trust/crl.pem back from a backup.", str(folder))


def _slug(name: str) -> str:
    """A file name for a person: plain letters, with a few digits of its hash where the name's own letters do not fit."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return (
        words
        if words and name.isascii() and words != "authority"
        else f"{words or 'person'}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    )
