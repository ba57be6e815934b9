"""The identities at hand to sign with: whose each is, as its certificate says, in a file or on a card; until when; who dates; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path

from forensix.domain.case import Examiner
from forensix.domain.errors import SigningFailed


class Stamps(Enum):
    """Whether the site's time-stamp service can date what a key signs."""

    HELD = auto()
    NOT_HANDED = auto()
    NO_SERVICE = auto()
    CARD = auto()


class Unfit(Enum):
    """What is wrong with a certificate by now, as far as can be read without its key."""

    EXPIRED = auto()
    NOT_YET = auto()
    REVOKED = auto()
    LIST = auto()
    """The revocation list of whoever issued it ran out."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One identity, locked.

    Parameters
    ----------
    owner : Examiner or None
        Whom the certificate names; None where none can be read beside the file.
    unfit, since : Unfit or None, datetime or None
        Why it signs nothing now, and the moment that decides it (UTC).
    """

    path: Path
    owner: Examiner | None
    card: bool
    stamps: Stamps
    unfit: Unfit | None = None
    since: datetime | None = None

    @property
    def name(self) -> str:
        """Whose it is; its file's own name where that cannot be read."""
        return self.path.name if self.owner is None else self.owner.name


def at_hand(folder: Path, more: Iterable[Path] = ()) -> tuple[SigningKey, ...]:
    """The identities of a casebook's folder but its authority's, and `more` that are files; on the bench, as it reads certificates."""
    inside = folder / "identities"
    found = [path for suffix in ("*.p12", "*.card") for path in inside.glob(suffix) if path.stem != "authority"]
    paths = [*sorted(found), *(path for path in more if path.is_file())]
    return tuple(key_of(folder, path) for path in dict.fromkeys(paths))


def key_of(folder: Path, path: Path) -> SigningKey:
    """One identity, as far as anybody may read it."""
    from forensix.identity import keys

    card = keys.is_card(path)
    try:
        owner = keys.who(path)
    except SigningFailed:
        return SigningKey(path, None, card, _stamps(folder, None, card=card))
    return SigningKey(path, owner, card, _stamps(folder, owner, card=card), *_unfit(folder, path))


def _unfit(folder: Path, path: Path) -> tuple[Unfit | None, datetime | None]:
    """What the certificate beside a key says of its time, and the lists of the casebook's trust folder of its revocation."""
    from forensix.identity import register

    certificate, now = register.read_certificate(path.with_suffix(".pem")), datetime.now(UTC)
    if now > certificate.not_valid_after_utc:
        return Unfit.EXPIRED, certificate.not_valid_after_utc
    if now < certificate.not_valid_before_utc:
        return Unfit.NOT_YET, certificate.not_valid_before_utc
    lists = [one for one in register.revocation_lists(folder) if one.issuer == certificate.issuer]
    for one in lists:
        entry = one.get_revoked_certificate_by_serial_number(certificate.serial_number)
        if entry is not None:
            return Unfit.REVOKED, entry.revocation_date_utc
    ends = [one.next_update_utc for one in lists if one.next_update_utc is not None]
    return (Unfit.LIST, max(ends)) if ends and max(ends) < now else (None, None)


def _stamps(folder: Path, owner: Examiner | None, *, card: bool) -> Stamps:
    from forensix.identity import time_stamps

    if not time_stamps.certificate_path(folder).is_file():
        return Stamps.NO_SERVICE
    if card:
        return Stamps.CARD
    held = owner is not None and time_stamps.copy_for(folder, owner.certificate_serial).is_file()
    return Stamps.HELD if held else Stamps.NOT_HANDED
