"""Signing a composed report: the examiner certifies it, the reviewer countersigns in the field prepared for her.

PAdES B-B by the signer's clock alone; B-LTA where the site's time-stamp service is at hand: then the signature carries a time-stamp, the
file carries what is needed to check it later, and a document time-stamp closes it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

from asn1crypto import crl, pem, x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import Signer
from pyhanko.sign.signers.pdf_signer import DSSContentSettings
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import (
    ExpiredError,
    InvalidCertificateError,
    NotYetValidError,
    PathBuildingError,
    PathValidationError,
    RevokedError,
)
from pyhanko_certvalidator.registry import SimpleCertificateStore

from forensix import settings
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import SigningFailed
from forensix.reporting import fonts, stamp, verifier
from forensix.reporting.stamp import Stamp
from forensix.reporting.time_stamps import SiteTimeStamper

EXAMINER, REVIEWER = "Examiner", "Reviewer"
ISSUED, REVIEWED = "I issue this report", "I reviewed this report"
DISSENTED, SEEN = "I reviewed this report and dissent from it", "I have seen this report; it records no review"
VERBS = {
    ISSUED: "Signed by the examiner",
    REVIEWED: "Countersigned by the reviewer",
    DISSENTED: "Countersigned by the reviewer, who dissents",
    SEEN: "Countersigned; no review is recorded",
}
WHOLE_FIELD = SimpleBoxLayoutRule(x_align=AxisAlignment.ALIGN_MID, y_align=AxisAlignment.ALIGN_MID, margins=Margins(0, 0, 0, 0))


class Key(Protocol):
    """An unlocked key with its certificate; the key itself stays with whoever holds it (a file, a card)."""

    @property
    def certificate_der(self) -> bytes: ...

    @property
    def chain_der(self) -> tuple[bytes, ...]: ...

    def sign(self, data: bytes) -> bytes: ...


class Identity(Key, Protocol):
    """A person's key."""

    @property
    def examiner(self) -> Examiner: ...


@dataclass(frozen=True, slots=True)
class Trust:
    """What a site trusts: the PEM bytes of its roots and revocation lists."""

    roots: tuple[bytes, ...]
    crls: tuple[bytes, ...]

    @classmethod
    def read(cls, folder: Path) -> Trust:
        """Roots and revocation lists of a casebook's `trust` folder."""
        try:
            roots = tuple(path.read_bytes() for path in sorted(folder.glob("root*.pem")))
            crls = tuple(path.read_bytes() for path in sorted(folder.glob("crl*.pem")))
        except OSError as error:
            raise SigningFailed("The trust folder cannot be read.", "Check the casebook's folder.", str(folder)) from error
        if not roots or not crls:
            raise SigningFailed(
                "The site's root or revocation list is missing.", "Have the administrator make the site authority.", str(folder)
            )
        return cls(roots, crls)


def sign(
    pdf: bytes,
    identity: Identity,
    trust_folder: Path,
    *,
    at: datetime | None = None,
    resources: Path | None = None,
    service: Key | None = None,
) -> bytes:
    """Certify a composed report; afterwards only the reviewer's field may still be filled.

    Parameters
    ----------
    service
        The site's time-stamp service; without it the time is the signer's claim.

    Raises
    ------
    SigningFailed
        Signed already or not composed by this program, wrong role, certificate expired, revoked or of another authority, list out of date.
    """
    if identity.examiner.role is not Role.EXAMINER:
        raise SigningFailed(
            f"{identity.examiner.name} is no examiner and cannot sign a report first.",
            "Sign as an examiner; a reviewer countersigns.",
            identity.examiner.name,
        )
    if list(_signed(pdf)):
        raise SigningFailed("The report is signed already.", "Countersign it, or issue a new version.", EXAMINER)
    return _put(pdf, identity, Trust.read(trust_folder), EXAMINER, at, resources, service, ISSUED)


def countersign(
    pdf: bytes,
    identity: Identity,
    trust_folder: Path,
    *,
    at: datetime | None = None,
    resources: Path | None = None,
    service: Key | None = None,
    words: str = REVIEWED,
) -> bytes:
    """Add the reviewer's signature to a certified report that still verifies.

    Parameters
    ----------
    service
        The site's time-stamp service; without it the time is the signer's claim.
    words
        What the signature says that it is for.

    Raises
    ------
    SigningFailed
        Not signed or altered, countersigned already, the same person or key as the examiner's, or any reason that `sign` has.
    """
    trust = Trust.read(trust_folder)
    signed = list(_signed(pdf))
    if [name for name, _ in signed] == [EXAMINER, REVIEWER]:
        raise SigningFailed("The report is countersigned already.", "Nothing is left to do.", REVIEWER)
    if [name for name, _ in signed] != [EXAMINER]:
        raise SigningFailed("The report is not signed by its examiner.", "Have the examiner sign it first.", EXAMINER)
    found = verifier.check_pdf(pdf, roots=list(trust.roots), crls=list(trust.crls), expected=None, at=at)
    if not verifier.accepted(found):
        why = next(finding for finding in found if finding.result == "failed")
        raise SigningFailed(f"The report does not verify: {why.meaning}", "Ask for the report as it was issued.", why.subject)
    if verifier.same_person(signed[0][1], x509.Certificate.load(identity.certificate_der)):
        raise SigningFailed(
            "The reviewer must be another person than the examiner.", "Have a second examiner countersign.", identity.examiner.name
        )
    return _put(pdf, identity, trust, REVIEWER, at, resources, service, words)


class _ArchivalWriter(IncrementalPdfFileWriter):  # type: ignore[misc]
    """Keeps the file at the version of PDF/A-3; pyHanko would raise it for keys on the curve P-256."""

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        super().ensure_output_version(min(version, (1, 7)))  # type: ignore[no-untyped-call]


class HeldKey(Signer):  # type: ignore[misc]
    """pyHanko's signer over a key that only its holder touches."""

    def __init__(self, identity: Key) -> None:
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register_multiple(x509.Certificate.load(one) for one in identity.chain_der)
        super().__init__(signing_cert=x509.Certificate.load(identity.certificate_der), cert_registry=store)
        self._identity = identity

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        if digest_algorithm != "sha256":
            raise SigningFailed(
                f"A signature over {digest_algorithm} was asked for.", "Report this as a bug of the program.", digest_algorithm
            )
        if dry_run:  # a card is asked once, for the signature itself
            return bytes(2 * self._identity_size() + 16)
        return self._identity.sign(data)

    def _identity_size(self) -> int:
        """Bytes of the modulus, or of a coordinate: a signature has at most twice as many, and some for its form."""
        return int(x509.Certificate.load(self._identity.certificate_der).public_key.byte_size)


def _signed(pdf: bytes) -> Iterator[tuple[str, x509.Certificate]]:
    """(field, signer's certificate) of each signature in the order in which they were made."""
    try:
        for one in PdfFileReader(BytesIO(pdf)).embedded_regular_signatures:
            yield one.field_name, one.signer_cert
    except Exception as error:  # any damage at all: pyHanko lets zlib's, asn1crypto's and its own errors through
        raise SigningFailed("The file cannot be read as a report.", "Use the file as it was composed.", "report") from error


def _put(
    pdf: bytes,
    identity: Identity,
    trust: Trust,
    field: str,
    at: datetime | None,
    resources: Path | None,
    service: Key | None,
    words: str,
) -> bytes:
    fonts.load((resources or settings.resources()) / "fonts")
    moment = at or datetime.now(UTC)
    metadata = _metadata(identity, trust, field, moment, words)
    stamper = None
    if service is not None:
        stamper = SiteTimeStamper(HeldKey(service), None if at is None else lambda: moment)
        metadata = _for_the_long_term(metadata, len(PdfFileReader(BytesIO(pdf)).embedded_timestamp_signatures))
    try:
        with verifier.quiet():
            return _written(pdf, identity, metadata, Stamp(VERBS[words], identity.examiner, moment, stamper is not None), stamper)
    except (SigningError, InvalidCertificateError, PathValidationError, PathBuildingError, PdfError) as error:
        raise _refusal(error, identity.examiner.name) from error


def _for_the_long_term(metadata: PdfSignatureMetadata, stamps: int) -> PdfSignatureMetadata:
    """B-LTA: what later checks need is written before the document time-stamp, which so covers all of the file."""
    return replace(
        metadata,
        embed_validation_info=True,
        use_pades_lta=True,
        timestamp_field_name=f"TimeStamp{stamps + 1}",
        dss_settings=DSSContentSettings(include_vri=False),
    )


def _metadata(identity: Identity, trust: Trust, field: str, moment: datetime, words: str) -> PdfSignatureMetadata:
    context = ValidationContext(
        trust_roots=[x509.Certificate.load(der(root)) for root in trust.roots],
        crls=[crl.CertificateList.load(der(one)) for one in trust.crls],
        allow_fetching=False,
        revocation_mode="require",  # "hard-fail" skips certificates that name no distribution point
        moment=moment,
    )
    certifying: dict[str, Any] = {"certify": True, "docmdp_permissions": MDPPerm.FILL_FORMS} if field == EXAMINER else {}
    return PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=identity.examiner.name,
        reason=words,
        validation_context=context,
        embed_validation_info=False,
        **certifying,
    )


def _written(pdf: bytes, identity: Identity, metadata: PdfSignatureMetadata, seen: Stamp, stamper: SiteTimeStamper | None) -> bytes:
    writer = _ArchivalWriter(BytesIO(pdf))
    width, height = _box(writer, metadata.field_name)
    with tempfile.TemporaryDirectory() as folder:  # pyHanko takes a stamp from a file only
        drawn = Path(folder) / "stamp.pdf"
        drawn.write_bytes(stamp.draw(seen, width, height))
        style = StaticStampStyle.from_pdf_file(str(drawn), border_width=0, background_layout=WHOLE_FIELD)
        target = BytesIO()
        signer = PdfSigner(metadata, HeldKey(identity), timestamper=stamper, stamp_style=style)
        signer.sign_pdf(writer, existing_fields_only=True, output=target)
    return target.getvalue()


def _box(writer: IncrementalPdfFileWriter, field: str | None) -> tuple[float, float]:
    """Width and height of a prepared field."""
    for reference in writer.root["/AcroForm"]["/Fields"] if "/AcroForm" in writer.root else ():
        entry = reference.get_object()
        if entry["/T"] == field:
            left, low, right, high = (float(edge) for edge in entry["/Rect"])
            return abs(right - left), abs(high - low)
    raise SigningFailed(f"The report has no field for the {str(field).lower()}.", "Compose the report with this program.", str(field))


def der(data: bytes) -> bytes:
    """A certificate or list as DER, from DER or PEM."""
    return bytes(pem.unarmor(data)[2]) if pem.detect(data) else data


def _refusal(error: BaseException, name: str) -> SigningFailed:
    """The exact reason behind pyHanko's chain of exceptions, for the examiner."""
    reasons: list[BaseException] = [error]
    while (cause := reasons[-1].__cause__ or reasons[-1].__context__) is not None:
        reasons.append(cause)
    for reason in reasons:
        if isinstance(reason, PathValidationError):
            name = _owner(reason) or name
        if isinstance(reason, RevokedError):
            return SigningFailed(f"The certificate of {name} is revoked.", "Ask the site's administrator for a new identity.", name)
        if isinstance(reason, ExpiredError) and "revocation" not in str(reason).lower():
            return SigningFailed(f"The certificate of {name} has expired.", "Have it renewed by the site's administrator.", name)
        if isinstance(reason, InvalidCertificateError):
            stamps = "time stamping" in str(reason)
            whose, what = ("the time-stamp service", "time-stamps") if stamps else (name, "signing reports")
            return SigningFailed(f"The certificate of {whose} is not made for {what}.", "Have the administrator issue another.", whose)
        if isinstance(reason, NotYetValidError):
            return SigningFailed(f"The certificate of {name} is not yet valid.", "Check this computer's clock.", name)
        if isinstance(reason, PathBuildingError):
            return SigningFailed(
                f"The certificate of {name} was not issued by this site's authority, nor by one that this casebook trusts.",
                "Sign with an identity of this site, or trust the authority with `forensix identity trust ROOT.pem`.",
                name,
            )
        if "CRL" in str(reason) or "revocation" in str(reason).lower():
            return SigningFailed(
                "The revocation list of the site is out of date or does not cover this certificate.",
                "Have the administrator renew it: Casebook, Identities, or `forensix identity renew`.",
                name,
            )
    return SigningFailed(f"No signature was made: {error}.", "Check the certificate and the clock.", name)


def _owner(error: PathValidationError) -> str:
    """Whose certificate was found unfit: the signer's, or the time-stamp service's."""
    leaf = error.original_path.leaf
    return str(leaf.subject.native.get("common_name", "")) if isinstance(leaf, x509.Certificate) else ""
