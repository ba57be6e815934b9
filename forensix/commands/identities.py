"""The commands of signing identities: new, list, use, renew, revoke."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from forensix import settings
from forensix.commands.answer import Answer, Call
from forensix.commands.casework import make_casebook
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import SigningFailed
from forensix.domain.plain import plain

if TYPE_CHECKING:
    from forensix.identity.authority import SiteAuthority


def new(call: Call) -> Answer:
    """Make an identity; the site's authority is made with the first one, under the same passphrase unless it has its own file."""
    given = call.arguments
    make_casebook(call, blind_first=True, synthetic=False)
    call.tell(f"casebook: {call.casebook_folder}")
    passphrase = call.passphrase(f"New passphrase for {given.name}: ")
    authority = _authority(call, passphrase)
    path = authority.issue(given.name, Role(given.role), given.qualification, passphrase)
    document = {"identity": str(path), "name": given.name, "role": given.role, "root_sha256": authority.fingerprint}
    return Answer(
        document, (f"Identity of {given.name} ({given.role}): {path}", f"Site authority's root, SHA-256: {authority.fingerprint}")
    )


def _authority(call: Call, passphrase: str) -> SiteAuthority:
    from forensix.identity.authority import SiteAuthority

    folder = call.casebook_folder
    own = passphrase
    if getattr(call.arguments, "authority_passphrase_file", None):
        own = call.passphrase("Passphrase of the site authority: ", "authority_passphrase_file")
    if not (folder / "trust" / "root.pem").is_file():
        return SiteAuthority.create(folder, call.arguments.site or call.settings.agency or folder.resolve().name, own)
    try:
        return SiteAuthority.open(folder, own)
    except SigningFailed as error:
        raise SigningFailed(
            "The passphrase does not open the site's authority, which issues identities.",
            "Give the authority's own with --authority-passphrase-file FILE; it is that of the first identity made here.",
            "authority",
        ) from error


def list_all(call: Call) -> Answer:
    folder = call.casebook_folder / "identities"
    call.tell(f"casebook: {call.casebook_folder}")
    document = [plain(person) | {"identity": str(path)} for path, person in _people(folder)]
    return Answer(
        document, tuple(f"{row['name']:<28} {row['role']:<14} {row['certificate_serial']:<42} {row['identity']}" for row in document)
    )


def _people(folder: Path) -> list[tuple[Path, Examiner]]:
    from forensix.identity import keys

    return [(path, keys.who(path)) for path in sorted(folder.glob("*.p12")) if path.stem != "authority"]


def use(call: Call) -> Answer:
    """Choose the identity that acts when none is named."""
    from dataclasses import replace

    from forensix.identity import keys

    path = Path(call.arguments.file).resolve()
    person = keys.who(path)
    file = Path(call.arguments.settings) if getattr(call.arguments, "settings", None) else None
    written = settings.save(replace(call.settings, identity=str(path)), file)
    return Answer({"identity": str(path), "name": person.name, "settings": str(written)}, (f"{person.name} acts from now on.",))


def renew(call: Call) -> Answer:
    """Renew an identity under a passphrase; without a file the revocation list alone."""
    passphrase = call.passphrase()
    authority = _authority(call, passphrase)
    if call.arguments.file:
        path = authority.renew(Path(call.arguments.file), passphrase)
        return Answer({"identity": str(path)}, (f"Renewed: {path}",))
    authority.renew_list()
    return Answer({"revocation_list": "renewed"}, ("The revocation list is good for another 30 days.",))


def revoke(call: Call) -> Answer:
    authority = _authority(call, call.passphrase("Passphrase of the site authority: "))
    authority.revoke(call.arguments.serial)
    return Answer({"revoked": call.arguments.serial}, (f"Revoked for good: {call.arguments.serial}",))
