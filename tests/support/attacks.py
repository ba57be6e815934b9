"""Attacks on a finished report, as whoever wants another report would make them; for the tests and for the table in the documentation."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner

from forensix.identity.keys import Identity
from forensix.reporting import signing
from tests.reporting.conftest import Issued

Bytes = Callable[[bytes], bytes]


def recorded(issued: Issued, pdf: bytes, signatures: tuple[str, ...] = ("Examiner", "Reviewer")) -> dict[str, Any]:
    """What a casebook would hold of `pdf`."""
    held = hashlib.sha256(pdf).hexdigest()
    return {"file_sha256": held, "record_sha256": issued.composed.record_sha256, "signatures": list(signatures)}


def container(pdf: bytes) -> range:
    """The hexadecimal bytes of the last signature's container, which no signature covers."""
    start = [found.end() for found in re.finditer(rb"/Contents\s*<", pdf)][-1]
    return range(start, pdf.index(b">", start))


def with_garbage(pdf: bytes) -> bytes:
    return pdf + b"\n% something appended\n"


def cut(pdf: bytes) -> bytes:
    return pdf[:-100]


def painted(pdf: bytes) -> bytes:
    """A filled box over the first page, by an incremental update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    reference = writer.find_page_for_modification(0)[0]
    page = reference.get_object()
    paint = writer.add_object(generic.StreamObject(stream_data=b"1 0 0 rg 100 500 300 100 re f"))
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), paint])
    writer.update_container(page)
    return written(writer)


def annotated(pdf: bytes) -> bytes:
    """A text note over the first page, by an incremental update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page = writer.find_page_for_modification(0)[0].get_object()
    rectangle = generic.ArrayObject([generic.NumberObject(number) for number in (100, 500, 300, 600)])
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): rectangle,
            pdf_name("/Contents"): generic.pdf_string("male"),
            pdf_name("/DA"): generic.pdf_string("/Helv 12 Tf"),
        }
    )
    page["/Annots"] = generic.ArrayObject([writer.add_object(note)])
    writer.update_container(page)
    return written(writer)


def other_record(pdf: bytes) -> bytes:
    """Another record attached under the same name, by an incremental update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    specification = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]
    stream = generic.StreamObject(stream_data=b'{"schema":"forensix.record.1"}')
    specification["/EF"][pdf_name("/F")] = writer.add_object(stream)
    writer.update_container(specification)
    return written(writer)


def written(writer: IncrementalPdfFileWriter) -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def saved_again(pdf: bytes) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(target)
    return target.getvalue()


def put(pdf: bytes, identity: Identity, field: str, **options: Any) -> bytes:
    """A signature by pyHanko alone, without the rules of this program."""
    metadata = PdfSignatureMetadata(field_name=field, md_algorithm="sha256", **options)
    target = BytesIO()
    PdfSigner(metadata, signing._HeldKey(identity)).sign_pdf(
        IncrementalPdfFileWriter(BytesIO(pdf)), existing_fields_only=True, output=target
    )
    return target.getvalue()


def flipped(pdf: bytes, places: range, count: int, seed: int = 1) -> Iterator[bytes]:
    """Copies of the file with one bit changed each, at places drawn from the signed bytes (an empty range) or from `places`."""
    chance, inside = random.Random(seed), container(pdf)
    for _ in range(count):
        place = chance.choice(places) if places else chance.choice([at for at in chance.sample(range(len(pdf)), 50) if at not in inside])
        altered = bytearray(pdf)
        altered[place] ^= 1 << chance.randrange(8)
        yield bytes(altered)


STRUCTURAL: tuple[Bytes, ...] = (with_garbage, cut, painted, annotated, other_record, saved_again)
"""Those that anybody can make without a key."""
