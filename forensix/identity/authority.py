"""The site's certificate authority: its root, the identities it issues, its time-stamp service, and the 30-day revocation list."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from forensix.domain.case import Role
from forensix.domain.errors import SigningFailed
from forensix.identity import cards, certificates, keys, register
from forensix.identity.register import Issued
from forensix.identity.roles import may_sign
from forensix.identity.time_stamps import TimeStampService, certificate_path, copy_for

RENEW_BEFORE = timedelta(days=20)
"""The list is written anew when it has less than this left."""


@dataclass(frozen=True, slots=True)
class SiteAuthority:
    """The unlocked authority of one casebook folder: `identities/` holds keys, `trust/` what everybody may read."""

    folder: Path
    root: x509.Certificate
    _key: ec.EllipticCurvePrivateKey = field(repr=False)
    _stamps: TimeStampService | None = field(repr=False, default=None)

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
        held = copy_for(folder, "authority")
        stamps = TimeStampService.unlock(folder, held, passphrase) if held.is_file() else None
        authority, moment = cls(folder, root, key, stamps), _second(at)
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

    def with_time_stamps(self, passphrase: str) -> SiteAuthority:
        """The authority with its time-stamp service, which is made if there is none or the one there was is revoked or has expired.

        Who gets an identity from then on gets the service with it; who had one before is given it with `hand_time_stamps`.

        Parameters
        ----------
        passphrase : str
            The authority's own.
        """
        revoked = {entry.serial_number for entry in self._list() or ()}
        held = None if self._stamps is None else self._stamps.certificate
        if held is not None and held.serial_number not in revoked and held.not_valid_after_utc > _second(None):
            return self
        keys.unlock(_authority_path(self.folder), passphrase)
        key = certificates.new_key()
        certificate = certificates.time_stamp_certificate(self.root, self._key, key, _second(None))
        service = TimeStampService(certificate, (self.root,), key)
        _write_public(certificate_path(self.folder), certificates.pem(certificate))
        service.hand_to(self.folder, "authority", passphrase)
        return replace(self, _stamps=service)

    def hand_time_stamps(self, path: Path, passphrase: str) -> None:
        """Give the owner of an identity file her copy of the service, under the passphrase that opens that file.

        Raises
        ------
        SigningFailed
            The service is not switched on, the passphrase does not open the file, or its owner cannot sign.
        """
        if self._stamps is None:
            raise SigningFailed("This site has no time-stamp service.", "Make it with `forensix identity time-stamps`.", str(self.folder))
        identity = keys.Identity.open(path, passphrase)
        self._stamps.hand_to(self.folder, identity.examiner.certificate_serial, passphrase)

    @property
    def stamps(self) -> bool:
        """Whether the site has a time-stamp service."""
        return self._stamps is not None

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
        if path.exists() or path.with_suffix(cards.SUFFIX).exists():
            raise SigningFailed(f"{person.name} has an identity already.", "Renew it, or revoke it and choose a fuller name.", person.name)
        return self._write(path, person, passphrase, at, life)

    def issue_for_card(self, name: str, role: Role, qualification: str, card: cards.Card, pin: str, *, at: datetime | None = None) -> Path:
        """Certify the key that a person's card holds; the path of a .card file that says where it is found, the certificate beside it."""
        person = certificates.Person(unicodedata.normalize("NFC", name.strip()), Role(role), qualification.strip(), self.site)
        path = self._identities / f"{_slug(person.name)}{cards.SUFFIX}"
        if path.exists() or path.with_suffix(".p12").exists():
            raise SigningFailed(f"{person.name} has an identity already.", "Revoke it and choose a fuller name.", person.name)
        public = card.public_key(pin)
        card.write(path)
        certificate = certificates.person_certificate(self.root, self._key, person, public, _second(at))
        _write_public(path.with_suffix(".pem"), certificates.pem(certificate))
        return path

    def renew(self, path: Path, passphrase: str, *, at: datetime | None = None) -> Path:
        """A new key and certificate for the same person under a new passphrase; the old certificate is kept for reading.

        A card keeps its key and gets a new certificate; the passphrase is its PIN.
        """
        path = self._identities / Path(path).name
        old = register.read_certificate(path.with_suffix(".pem"))
        kept = path.with_name(f"{path.stem}.{certificates.serial_of(old)[:12]}.pem")
        _write_public(kept, certificates.pem(old))
        copy_for(self.folder, certificates.serial_of(old)).unlink(missing_ok=True)
        return self._write(path, certificates.person_of(old), passphrase, at, certificates.PERSON_LIFE)

    def revoke(self, serial: str, *, at: datetime | None = None) -> None:
        """Put a certificate on the revocation list, for good. Raises SigningFailed for a serial that this authority never issued."""
        current = self._list()
        entry = current.get_revoked_certificate_by_serial_number(int(serial, 16)) if current and _is_hex(serial) else None
        if serial not in self._serials():
            raise SigningFailed("No certificate with this serial was issued here.", "List the identities and copy the serial.", serial)
        if entry is None:
            self.renew_list(certificates.revoked_entry(int(serial, 16), _second(at)), at=at)
        copy_for(self.folder, serial).unlink(missing_ok=True)

    def list(self) -> tuple[Issued, ...]:
        """Every person's certificate ever issued, by name, the current one first."""
        self._list()
        return register.issued(self.folder)

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

    def _serials(self) -> set[str]:
        service = register.service(self.folder)
        return {one.serial for one in register.issued(self.folder)} | ({certificates.serial_of(service)} if service else set())

    def _list(self) -> x509.CertificateRevocationList | None:
        current = register.revocation_list(self.folder)
        if current is None:
            return None
        if not current.is_signature_valid(self._key.public_key()):
            raise register.list_altered(self.folder)
        return current

    def _write(self, path: Path, person: certificates.Person, passphrase: str, at: datetime | None, life: timedelta) -> Path:
        key: certificates.Key | certificates.PublicKey
        key = cards.Card.read(path).public_key(passphrase) if keys.is_card(path) else certificates.new_key()
        certificate = certificates.person_certificate(self.root, self._key, person, key, _second(at), life)
        if isinstance(key, certificates.Key):
            keys.lock(path, key, certificate, [self.root], passphrase)
        _write_public(path.with_suffix(".pem"), certificates.pem(certificate))
        if isinstance(key, certificates.Key) and self._stamps is not None and may_sign(person.role):
            self._stamps.hand_to(self.folder, certificates.serial_of(certificate), passphrase)
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


def _is_hex(serial: str) -> bool:
    return re.fullmatch(r"[0-9a-f]+", serial) is not None


def _slug(name: str) -> str:
    """A file name for a person: plain letters, with a few digits of its hash where the name's own letters do not fit."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return (
        words
        if words and name.isascii() and words != "authority"
        else f"{words or 'person'}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    )
