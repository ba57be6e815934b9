"""Trusting: authorities and identities from outside are taken in by an explicit act; the clock is compared and confirmed by one."""

from __future__ import annotations

import math
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from forensix.casebook.act import Act
from forensix.domain.case import Examiner, Role
from forensix.domain.clock import COMPARED, ClockComparison
from forensix.domain.errors import CaseConflict, SigningFailed
from forensix.laboratory.acts import Acts

if TYPE_CHECKING:
    from cryptography import x509


class Trusting(Acts):
    """The verbs `trust_authority`, `adopt_identity`, `note_identity`, `compare_clock` and `confirm_clock`."""

    def trust_authority(self, root: Path, revocation_list: Path | None = None) -> str:
        """Take another authority's root among those that this casebook trusts; its fingerprint.

        Signing with one of its certificates needs its revocation list too, kept up to date: trust the root again with a newer one.

        Raises
        ------
        SigningFailed
            Not a certificate of an authority, or the list is not that authority's.
        """
        from forensix.identity import outside

        act = self.act("trust")
        taken = outside.authority(root, revocation_list)
        taken.write(self.casebook.folder / "trust")
        details = {"authority": taken.name, "list_due": None if taken.due is None else taken.due.isoformat()}
        self.casebook.noted("authority_trusted", act, None, taken.fingerprint, **details)
        return taken.fingerprint

    def adopt_identity(self, identity: Path, role: Role, qualification: str = "") -> Examiner:
        """Give the owner of an identity from outside a role at this site; written beside the identity and into custody.

        Raises
        ------
        SigningFailed
            No certificate lies beside the identity.
        CaseConflict
            The certificate states its owner's role itself.
        """
        from forensix.identity import adopted, certificates, register

        act = self.act("trust")
        certificate = register.read_certificate(identity.with_suffix(".pem"))
        if certificates.states_role(certificate):
            raise CaseConflict("The certificate states its owner's role itself.", "Use it without --role.", identity.name)
        self._see_that_it_is_trusted(certificate)
        fingerprint = certificates.fingerprint(certificate)
        adopted.Adopted(fingerprint, role, qualification).write(identity)
        examiner = adopted.examiner_of(certificate, identity)
        serial = examiner.certificate_serial
        self.casebook.noted("identity_adopted", act, None, fingerprint, name=examiner.name, role=role, serial=serial)
        return examiner

    def note_identity(self, kind: str, identity: Path) -> None:
        """Write into custody what the site's authority did: `kind` is identity_issued, identity_renewed or identity_revoked.

        The act is by whoever claims to work: the authority's passphrase is nobody's signature.
        """
        from forensix.identity import certificates, keys, register

        person, certificate = keys.who(identity), register.read_certificate(identity.with_suffix(".pem"))
        details = {"name": person.name, "role": person.role.value, "serial": person.certificate_serial}
        self.casebook.noted(kind, Act(actor=self.actor), None, certificates.fingerprint(certificate), **details)

    def _see_that_it_is_trusted(self, certificate: x509.Certificate) -> None:
        from forensix.identity import certificates, outside

        issuers = outside.trusted(self.casebook.folder / "trust")
        if not any(root.subject == certificate.issuer for root in issuers):
            raise SigningFailed(
                f"The authority that issued the certificate of {certificates.name_of(certificate)} is not trusted here.",
                "Trust its root first: `forensix identity trust ROOT.pem --crl LIST`.",
                certificates.name_of(certificate),
            )

    def compare_clock(self, reference: str, ahead: float, within: float) -> str:
        """Record that the actor compared this computer's clock with another one just now; reports print it.

        Parameters
        ----------
        reference : str
            What it was compared with: "GPS receiver GX-2", "radio clock DCF77".
        ahead : float
            By how many seconds this computer's clock is ahead of the reference; negative: behind.
        within : float
            How near that is known, in seconds.

        Returns
        -------
        str
            The comparison as a sentence without its full stop.

        Raises
        ------
        CaseConflict
            No reference is named, or a number cannot be.
        """
        act = self.act("compare_clock")
        if not reference.strip():
            raise CaseConflict("A comparison needs the clock that it was made with.", "Name the reference clock.", "clock")
        if not (math.isfinite(ahead) and math.isfinite(within) and within > 0):
            raise CaseConflict(
                "A comparison needs the difference in seconds, and how near it is known.", "For example --ahead -1.5 --within 0.5.", "clock"
            )
        made = ClockComparison(reference.strip(), f"{ahead:g}", f"{within:g}")
        self.casebook.noted(COMPARED, act, **asdict(made))
        return str(made)

    def confirm_clock(self, reason: str) -> None:
        """Say that the computer's clock is right now, though acts are recorded at later times; they stay as they are.

        Raises
        ------
        CaseConflict
            No reason given.
        """
        if not reason.strip():
            raise CaseConflict("Confirming the clock needs its reason in words.", "Say with what it was compared.", "clock")
        self.casebook.noted("clock_confirmed", self.act("confirm_clock", reason=reason))
