"""The commands of signing identities: new, list, use, renew, revoke, trust, time-stamps."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensix import settings
from forensix.commands.answer import Answer, Call, WrongArguments
from forensix.commands.casework import make_casebook
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import SigningFailed
from forensix.domain.plain import plain

if TYPE_CHECKING:
    from forensix.identity.authority import SiteAuthority
    from forensix.identity.cards import Card


def new(call: Call) -> Answer:
    """Make an identity; the site's authority is made with the first one, under the same passphrase unless it has its own file."""
    given = call.arguments
    card = _card(call)
    make_casebook(call, blind_first=True, synthetic=False)
    call.told_casebook()
    passphrase = call.passphrase(f"{'PIN of the card' if card else 'New passphrase'} for {given.name}: ")
    authority = _authority(call, passphrase, own_needed=card is not None)
    if given.time_stamp_service:
        authority = authority.with_time_stamps(_authority_passphrase(call, passphrase))
    if card is not None:
        path = authority.issue_for_card(given.name, Role(given.role), given.qualification, card, passphrase)
    else:
        path = authority.issue(given.name, Role(given.role), given.qualification, passphrase)
    _noted(call, "identity_issued", path)
    document = {
        "identity": str(path),
        "name": given.name,
        "role": given.role,
        "root_sha256": authority.fingerprint,
        "time_stamp_service": authority.stamps and card is None,
    }
    lines = [f"Identity of {given.name} ({given.role}): {path}", f"Site authority's root, SHA-256: {authority.fingerprint}"]
    return Answer(document, (*lines, "Reports will be time-stamped (PAdES B-LTA).") if document["time_stamp_service"] else tuple(lines))


def _card(call: Call) -> Card | None:
    """The card that --pkcs11 and --token name."""
    given = call.arguments
    if not (given.pkcs11 or given.token or given.key):
        return None
    if not (given.pkcs11 and given.token):
        raise WrongArguments("A card is named by --pkcs11 MODULE and --token LABEL together.", "Give both.", "card")
    from forensix.identity.cards import Card

    return Card(str(Path(given.pkcs11).resolve()), given.token, given.key or "")


def _noted(call: Call, kind: str, identity: Path) -> None:
    """Write into custody what the authority did; by a claimed name, for its passphrase is nobody's signature."""
    if (call.casebook_folder / "casebook.db").is_file():
        with _as_claimed(call) as laboratory:
            laboratory.note_identity(kind, identity)


def _claimed(call: Call) -> Examiner:
    from forensix.casebook.casebook import Casebook
    from forensix.identity import keys

    named = keys.who(call.identity) if call.identity is not None and call.identity.with_suffix(".pem").is_file() else None
    actor = named or Examiner("", call.settings.examiner or settings.account())
    return Casebook.open(call.casebook_folder).examiner(actor.name, actor.role, actor.qualification, actor.certificate_serial)


def _authority_passphrase(call: Call, passphrase: str) -> str:
    if getattr(call.arguments, "authority_passphrase_file", None):
        return call.passphrase("Passphrase of the site authority: ", "authority_passphrase_file")
    return passphrase


def _authority(call: Call, passphrase: str, *, own_needed: bool = False) -> SiteAuthority:
    from forensix.identity.authority import SiteAuthority

    folder, own = call.casebook_folder, _authority_passphrase(call, passphrase)
    if own_needed and not getattr(call.arguments, "authority_passphrase_file", None):
        raise SigningFailed(
            "A card's PIN does not open the site's authority.", "Give its passphrase with --authority-passphrase-file FILE.", "authority"
        )
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
    """Every identity at hand, whether it can sign now, until when; and when the revocation list runs out."""
    from forensix.identity import register

    folder = call.told_casebook()
    held = {one.serial: one for one in register.issued(folder)} if (folder / "identities").is_dir() else {}
    document = []
    for path, person in _people(folder / "identities"):
        one = held[person.certificate_serial]
        more = {"identity": str(path), "status": one.status().replace(" ", "_"), "not_after": plain(one.not_after)}
        document.append(plain(person) | more)
    lines = [
        f"{row['name']:<28} {row['role']:<14} {row['status']:<10} until {row['not_after'][:10]} {row['certificate_serial']:<42} "
        f"{row['identity']}"
        for row in document
    ]
    due, service = register.list_due(folder), register.service(folder)
    if due is not None:
        lines.append(f"The revocation list runs out on {due:%Y-%m-%d}; unlocking the authority renews it.")
    if service is not None:
        lines.append(f"Time-stamp service until {service.not_valid_after_utc:%Y-%m-%d}, serial {service.serial_number:x}")
    return Answer(document, tuple(lines))


def _people(folder: Path) -> list[tuple[Path, Examiner]]:
    from forensix.identity import keys

    files = [path for path in sorted([*folder.glob("*.p12"), *folder.glob("*.card")]) if path.stem != "authority"]
    return [(path, keys.who(path)) for path in files]


def use(call: Call) -> Answer:
    """Choose the identity that acts when none is named: a file, a card, or one from outside, which gets its role here."""
    from forensix.identity import keys

    given, card = call.arguments, _card(call)
    if bool(given.file) == bool(card):
        raise WrongArguments("Name an identity file, or a card with --pkcs11 and --token.", "One of both.", "identity")
    call.told_casebook()
    if card is not None:
        path = _card_in_use(call, card)
    elif given.role:
        from forensix.identity import outside

        path = outside.take_file(Path(given.file), call.passphrase(f"Passphrase of {given.file}: "), call.casebook_folder)
    else:
        path = Path(given.file)
    path = path.resolve()
    if given.role:
        with _as_claimed(call) as laboratory:
            laboratory.adopt_identity(path, Role(given.role), given.qualification)
    person = keys.who(path)
    file = Path(given.settings) if getattr(given, "settings", None) else None
    written = settings.save(replace(call.settings, identity=str(path)), file)
    return Answer({"identity": str(path), "name": person.name, "settings": str(written)}, (f"{person.name} acts from now on.",))


def _card_in_use(call: Call, card: Card) -> Path:
    """The .card file of a card that carries its own certificate."""
    from forensix.identity import certificates

    certificate, _ = card.certificates(call.passphrase(f"PIN of the card {card.token}: "))
    if certificate is None:
        raise SigningFailed(
            f"The card {card.token} carries no certificate of its key.",
            "Have the site's authority certify it: `forensix identity new NAME --pkcs11 MODULE --token LABEL`.",
            card.token,
        )
    word = re.sub(r"[^A-Za-z0-9]+", "-", card.token).strip("-").lower() or "card"
    path = call.casebook_folder / "identities" / f"{word}-{certificates.serial_of(certificate)[:8]}.card"
    card.write(path)
    path.with_suffix(".pem").write_bytes(certificates.pem(certificate))
    return path


def _as_claimed(call: Call) -> Any:
    """The laboratory of who acts by claim: a passphrase given here is of the identity that is taken in."""
    from forensix.casebook.casebook import Casebook
    from forensix.laboratory import Laboratory

    return Laboratory(Casebook.open(call.casebook_folder), call.settings, _claimed(call))


def trust(call: Call) -> Answer:
    """Take the root of an authority from outside among those that this casebook trusts."""
    given = call.arguments
    with call.laboratory() as laboratory:
        fingerprint = laboratory.trust_authority(Path(given.root), Path(given.crl) if given.crl else None)
    lines = [f"Trusted: {fingerprint}"]
    if not given.crl:
        lines.append("Nobody can sign with its certificates until its revocation list is given too, with --crl.")
    return Answer({"root_sha256": fingerprint, "revocation_list": bool(given.crl)}, tuple(lines))


def time_stamps(call: Call) -> Answer:
    """Switch the site's time-stamp service on, and hand it to the owner of an identity file under its passphrase."""
    given = call.arguments
    file = Path(given.file) if given.file else None
    if file is not None and file.suffix == ".card":
        raise SigningFailed(
            "A card cannot hold the time-stamp service.", "Reports signed with it carry the signer's clock (PAdES B-B).", given.file
        )
    call.told_casebook()
    passphrase = call.passphrase("Passphrase of the identity: " if file else "Passphrase of the site authority: ")
    authority = _authority(call, passphrase).with_time_stamps(_authority_passphrase(call, passphrase))
    if file is not None:
        authority.hand_time_stamps(file, passphrase)
    from forensix.identity import certificates, register

    service = register.service(call.casebook_folder)
    fingerprint = certificates.fingerprint(service) if service is not None else ""
    document = {"time_stamp_service": fingerprint, "handed_to": given.file}
    return Answer(document, (f"Time-stamp service, SHA-256 of its certificate: {fingerprint}",))


def renew(call: Call) -> Answer:
    """Renew an identity under a passphrase; without a file the revocation list alone."""
    call.told_casebook()
    passphrase = call.passphrase()
    authority = _authority(call, passphrase)
    if call.arguments.file:
        path = authority.renew(Path(call.arguments.file), passphrase)
        _noted(call, "identity_renewed", path)
        return Answer({"identity": str(path)}, (f"Renewed: {path}",))
    authority.renew_list()
    return Answer({"revocation_list": "renewed"}, ("The revocation list is good for another 30 days.",))


def revoke(call: Call) -> Answer:
    """Put a certificate on the revocation list, by its serial or its identity file."""
    from forensix.identity import keys

    call.told_casebook()
    named = call.arguments.serial
    serial = keys.who(Path(named)).certificate_serial if Path(named).suffix in (".p12", ".card") else named.lower()
    authority = _authority(call, call.passphrase("Passphrase of the site authority: "))
    authority.revoke(serial)
    held = [one.path for one in authority.list() if one.serial == serial]
    for path in held:
        _noted(call, "identity_revoked", path)
    return Answer({"revoked": serial}, (f"Revoked for good: {serial}",))
