"""The identities at hand to sign with: whose each is, as its certificate says, in a file or on a card; who dates what it signs; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One identity, locked.

    Parameters
    ----------
    owner : Examiner or None
        Whom the certificate names; None where none can be read beside the file.
    """

    path: Path
    owner: Examiner | None
    card: bool
    stamps: Stamps

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
        owner = None
    return SigningKey(path, owner, card, _stamps(folder, owner, card=card))


def _stamps(folder: Path, owner: Examiner | None, *, card: bool) -> Stamps:
    from forensix.identity import time_stamps

    if not time_stamps.certificate_path(folder).is_file():
        return Stamps.NO_SERVICE
    if card:
        return Stamps.CARD
    held = owner is not None and time_stamps.copy_for(folder, owner.certificate_serial).is_file()
    return Stamps.HELD if held else Stamps.NOT_HANDED
