"""Attacks by whoever holds a key of the site: each signature is whole, and what was signed is not what this program makes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
import pytest
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

from forensix.identity.time_stamps import TimeStampService
from forensix.reporting import signing, time_stamps
from tests.reporting.conftest import Issued, Site
from tests.reporting.test_attacks import check, failed
from tests.support.attacks import put


def test_a_first_signature_that_leaves_more_open_is_refused(site: Site, issued: Issued) -> None:
    """It certifies, but lets anybody add notes afterwards."""
    open_to_notes = put(
        issued.composed.pdf,
        site.examiner,
        "Examiner",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.ANNOTATE,
    )
    assert failed(check(site, open_to_notes)) == {"certified"}


def _loosely_written(pdf: pikepdf.Pdf) -> None:
    stream = pdf.Root.Names.EmbeddedFiles.Names[1].EF.F
    stream.write(json.dumps(json.loads(stream.read_bytes()), indent=1).encode())


def _with_another_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["second.json"] = pikepdf.AttachedFileSpec(pdf, b"{}", filename="second.json")


@pytest.mark.parametrize("change", [_loosely_written, _with_another_file])
def test_attachments_that_this_program_does_not_make_are_refused_whoever_signed(
    site: Site, issued: Issued, change: Callable[[pikepdf.Pdf], None]
) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(issued.composed.pdf)) as pdf:
        change(pdf)
        pdf.save(target)
    assert "record" in failed(check(site, signing.sign(target.getvalue(), site.examiner, site.trust)))


def test_a_key_of_this_site_that_is_not_for_documents_is_refused(own_site: Site, issued: Issued) -> None:
    """The time-stamp service's: issued by the trusted root, and able to bind, but for time-stamps only."""
    own_site.authority.with_time_stamps("site").hand_time_stamps(own_site.examiner.path, "ada")
    service = TimeStampService.open(own_site.authority.folder, own_site.examiner.examiner.certificate_serial, "ada")
    certified = {"subfilter": SigSeedSubFilter.PADES, "certify": True, "docmdp_permissions": MDPPerm.FILL_FORMS}
    signed = put(issued.composed.pdf, service, "Examiner", **certified)  # type: ignore[arg-type]
    assert "signer_not_trusted" in failed(check(own_site, signed))


def test_a_stamp_of_another_time_than_the_signer_claims_is_refused(own_site: Site, issued: Issued, monkeypatch: pytest.MonkeyPatch) -> None:
    own_site.authority.with_time_stamps("site").hand_time_stamps(own_site.examiner.path, "ada")
    service = TimeStampService.open(own_site.authority.folder, own_site.examiner.examiner.certificate_serial, "ada")
    monkeypatch.setattr(time_stamps, "_now", lambda: datetime.now(UTC) + timedelta(hours=1))
    signed = signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust, service=service)
    assert "signing_time" in failed(check(own_site, signed, at=datetime.now(UTC) + timedelta(hours=2)))
