"""A signature beside a file: detached CMS over its bytes, made with a person's key and checked against the site's trust."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import cms, crl, x509
from pyhanko.sign.general import CMSExtractionError, CMSStructuralError, SigningError
from pyhanko.sign.validation import async_validate_detached_cms
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from forensix.domain.errors import SigningFailed
from forensix.reporting.signing import HeldKey, Identity, der


@dataclass(frozen=True, slots=True)
class Signed:
    """Whose signature it is: the name in the certificate, and the certificate (DER)."""

    name: str
    certificate: bytes


def sign(data: bytes, identity: Identity) -> bytes:
    """A detached CMS signature over SHA-256 of `data`, DER, with the signer's certificate and chain in it.

    Raises
    ------
    SigningFailed
    """
    try:
        made = asyncio.run(HeldKey(identity).async_sign_general_data(data, "sha256", detached=True))
    except (SigningError, ValueError) as error:
        raise SigningFailed(f"The file could not be signed: {error}", "Check the identity.", identity.examiner.name) from error
    whole: bytes = made.dump()
    return whole


def verify(data: bytes, signature: bytes, roots: list[bytes], crls: list[bytes], *, at: datetime | None = None) -> Signed:
    """Whose signature over `data` this is, if it is whole and its certificate leads to one of the roots and is not revoked.

    Parameters
    ----------
    roots, crls : list of bytes
        PEM.

    Raises
    ------
    SigningFailed
        No CMS signature, of other bytes, or of a certificate that is not trusted.
    """
    context = ValidationContext(
        trust_roots=[x509.Certificate.load(der(one)) for one in roots],
        crls=[crl.CertificateList.load(der(one)) for one in crls],
        allow_fetching=False,
        revocation_mode="require",  # "hard-fail" skips certificates that name no distribution point
        moment=at or datetime.now(UTC),
    )
    try:
        content = cms.ContentInfo.load(signature, strict=True)
        if content["content_type"].native != "signed_data":
            raise ValueError("not signed data")
        status = asyncio.run(async_validate_detached_cms(data, content["content"], signer_validation_context=context))
    except (ValueError, TypeError, CMSExtractionError, CMSStructuralError, SignatureValidationError) as error:
        raise SigningFailed("The signature cannot be read.", "Ask for the file with its signature as it was made.", "signature") from error
    if not (status.intact and status.valid):
        raise SigningFailed("The signature is not of this file.", "Ask for the file as it was signed.", "signature")
    if not status.trusted:
        raise SigningFailed(
            "The signature is whole, but its certificate is not trusted here: of another authority, revoked, expired, or no revocation "
            "list at hand.",
            "Sign with an identity of this site; `forensix identity renew` renews the list.",
            "signature",
        )
    certificate: x509.Certificate = status.signing_cert
    return Signed(certificate.subject.native.get("common_name", ""), certificate.dump())
