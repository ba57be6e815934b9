"""What the site's authority does for identities that are there: renew, revoke, keep its list, hand out time-stamps; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from forensix.gui.bench import Progress

if TYPE_CHECKING:
    from forensix.identity.register import Issued
    from forensix.laboratory import Laboratory

AuthorityAct = Callable[["Laboratory", Progress], None]


@dataclass(frozen=True, slots=True)
class Register:
    """Every certificate ever issued; until when the revocation list lets anybody sign; until when the time-stamp service holds."""

    issued: tuple[Issued, ...]
    list_due: datetime | None
    service_until: datetime | None


def register_of(folder: Path) -> Register:
    """What anybody may read of a casebook's identities."""
    from forensix.identity import register

    service = register.service(folder)
    issued = register.issued(folder) if (folder / "identities").is_dir() else ()
    return Register(issued, register.list_due(folder), None if service is None else service.not_valid_after_utc)


def identity_file(issued: Issued) -> Path:
    """The key's own file, beside its certificate."""
    card = issued.path.with_suffix(".card")
    return card if card.is_file() else issued.path.with_suffix(".p12")


def renew_list(authority: str) -> AuthorityAct:
    """Write the revocation list anew, under the authority's passphrase."""

    def act(laboratory: Laboratory, progress: Progress) -> None:
        from forensix.identity.authority import SiteAuthority

        SiteAuthority.open(laboratory.casebook.folder, authority).renew_list()

    return act


def renew(authority: str, identity: Path, passphrase: str) -> AuthorityAct:
    """A new key and certificate for the same person, under a new passphrase; a card's PIN for a card."""

    def act(laboratory: Laboratory, progress: Progress) -> None:
        from forensix.identity.authority import SiteAuthority

        path = SiteAuthority.open(laboratory.casebook.folder, authority).renew(identity, passphrase)
        laboratory.note_identity("identity_renewed", path)

    return act


def revoke(authority: str, identity: Path, serial: str) -> AuthorityAct:
    """Put a certificate on the revocation list, for good."""

    def act(laboratory: Laboratory, progress: Progress) -> None:
        from forensix.identity.authority import SiteAuthority

        SiteAuthority.open(laboratory.casebook.folder, authority).revoke(serial)
        laboratory.note_identity("identity_revoked", identity)

    return act


def hand_time_stamps(authority: str, identity: Path, passphrase: str) -> AuthorityAct:
    """Switch the site's time-stamp service on, and hand it to the owner of an identity file under the passphrase that opens it."""

    def act(laboratory: Laboratory, progress: Progress) -> None:
        from forensix.identity.authority import SiteAuthority

        SiteAuthority.open(laboratory.casebook.folder, authority).with_time_stamps(authority).hand_time_stamps(identity, passphrase)

    return act
