"""Identities from outside: a certificate that names no role gets one from this site, in a file beside it and in custody."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509

from forensix.domain.case import Examiner, Role
from forensix.domain.errors import SigningFailed
from forensix.identity import certificates

SUFFIX = ".adopted.json"


@dataclass(frozen=True, slots=True)
class Adopted:
    """The role and qualification in which this site takes the owner of a certificate."""

    certificate_sha256: str
    role: Role
    qualification: str

    def write(self, identity: Path) -> None:
        document = {"certificate_sha256": self.certificate_sha256, "role": self.role.value, "qualification": self.qualification}
        beside(identity).write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def beside(identity: Path) -> Path:
    """Where the role of an identity from outside is written."""
    return identity.with_name(identity.stem + SUFFIX)


def examiner_of(certificate: x509.Certificate, identity: Path) -> Examiner:
    """Whom the certificate names: in the role that it states, or in the one in which this site has adopted it.

    Raises
    ------
    SigningFailed
        It states no role, and was not adopted.
    """
    path = beside(identity)
    if certificates.states_role(certificate) or not path.is_file():
        return certificates.examiner_of(certificate)
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        adopted = Adopted(held["certificate_sha256"], Role(held["role"]), held["qualification"])
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise SigningFailed(f"{path.name} cannot be read.", "Adopt the identity again with `forensix identity use`.", str(path)) from error
    if adopted.certificate_sha256 != certificates.fingerprint(certificate):
        raise SigningFailed(
            f"{path.name} is about another certificate.", "Adopt the identity again with `forensix identity use`.", str(path)
        )
    serial = certificates.serial_of(certificate)
    return Examiner(serial, certificates.name_of(certificate), adopted.role, adopted.qualification, serial)
