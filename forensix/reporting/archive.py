"""The archival form: PDF/A-3b with the record attached, checked, then both signature fields in one revision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from pikepdf import pdfa
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from forensix.domain.errors import ForensixError
from forensix.reporting.script import plain_letters

RECORD = "record.json"
FLAVOUR, VERSION = "3b", "1.7"

Box = tuple[float, float, float, float]


class ReportNotArchivable(ForensixError):
    """The composed pages are not valid PDF/A."""

    kind = "report_not_archivable"


def archive(pages: bytes, record: bytes, at: datetime | None, outline: Sequence[tuple[str, int]] = ()) -> bytes:
    """PDF/A-3b of `pages` with `record` attached and an outline of (title, page from 1), validated as written.

    Raises
    ------
    ReportNotArchivable
        Naming the first rule that the file breaks.
    """
    moment = (at or datetime(2000, 1, 1, tzinfo=UTC)).astimezone(UTC)
    target = BytesIO()
    with pikepdf.open(BytesIO(pages)) as pdf:
        _mend(pdf)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        with pdf.open_outline() as held:
            held.root.extend(pikepdf.OutlineItem(title, page - 1) for title, page in outline)
        written = moment.strftime("D:%Y%m%d%H%M%S+00'00'")
        for key in ("/CreationDate", "/ModDate"):
            pdf.docinfo[key] = written
        pdf.attachments[RECORD] = pikepdf.AttachedFileSpec(  # type: ignore[call-arg]  # its stubs lack the relationship
            pdf,
            record,
            filename=RECORD,
            description="The record that this report rests on (RFC 8785 canonical JSON)",
            mime_type="application/json",
            relationship=pikepdf.Name.Data,
            creation_date=written,
            mod_date=written,
        )
        try:
            pdfa.save(pdf, target, FLAVOUR, force_version=VERSION)
        except pdfa.PdfaError as error:
            raise ReportNotArchivable(f"The report is not valid PDF/A: {error}.", "Report this as a bug of the program.", RECORD) from error
    return target.getvalue()


def prepare_fields(pdf: bytes, boxes: dict[str, Box]) -> bytes:
    """Append the empty, visible signature fields on the last page; `boxes` in points from the lower left corner."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    for name, box in boxes.items():
        whole = (round(box[0]), round(box[1]), round(box[2]), round(box[3]))
        append_signature_field(writer, SigFieldSpec(name, on_page=-1, box=whole))
    target = BytesIO()
    writer.write(target)  # type: ignore[no-untyped-call]
    return target.getvalue()


def _mend(pdf: pikepdf.Pdf) -> None:
    """What reportlab writes and PDF/A or a reader's search does not take: an empty /Trans, Arabic shapes where letters are meant."""
    for page in pdf.pages:
        if "/Trans" in page:
            del page.Trans
    mean_letters(pdf)


def mean_letters(pdf: pikepdf.Pdf) -> None:
    """Let the text that a reader copies or searches be letters, where shapes of Arabic letters are drawn."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "/ToUnicode" in thing:
            stream = thing.ToUnicode
            stream.write(re.sub(rb"(<[0-9A-Fa-f]{2}>\s*)<([0-9A-Fa-f]{4})>", _letters, stream.read_bytes()))


def _letters(found: re.Match[bytes]) -> bytes:
    letters = plain_letters(chr(int(found[2], 16)))
    return found[1] + b"<" + letters.encode("utf-16-be").hex().upper().encode() + b">"
