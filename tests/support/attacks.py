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
from pyhanko.pdf_utils.generic import Reference, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
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
    specification["/EF"][pdf_name("/F")] = writer.add_object(generic.StreamObject(stream_data=OTHER))
    writer.update_container(specification)
    return written(writer)


OTHER = b'{"schema":"forensix.record.1"}'


def names_elsewhere(pdf: bytes) -> bytes:
    """The catalog's /Names made to point at other attachments; the first record stays where it was."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.root[pdf_name("/Names")] = writer.add_object(_attachments(writer, [("record.json", OTHER)]))
    writer.update_root()
    return written(writer)


def second_attachment(pdf: bytes) -> bytes:
    """A second record of the same name attached beside the first."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    held = _attachments(writer, [("record.json", OTHER)])["/EmbeddedFiles"]["/Names"]
    writer.root[pdf_name("/Names")] = dictionary(EmbeddedFiles=dictionary(Names=generic.ArrayObject([*names, *held])))
    writer.update_root()
    return written(writer)


def retitled(pdf: bytes) -> bytes:
    """Another title in the document information and in the XMP, which a viewer shows above the pages."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    information, described = writer.trailer["/Info"], writer.root["/Metadata"]
    information[pdf_name("/Title")] = generic.pdf_string("Report PM-9999")
    writer.update_container(information)
    title = re.sub(rb"(<dc:title>.*?<rdf:li[^>]*>)[^<]*", rb"\1Report PM-9999", described.data, flags=re.DOTALL)
    kind = {pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")}
    writer.root[pdf_name("/Metadata")] = writer.add_object(generic.StreamObject(kind, stream_data=title))
    writer.update_root()
    return written(writer)


def opening_script(pdf: bytes) -> bytes:
    """A script that runs when the file is opened."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.root[pdf_name("/OpenAction")] = dictionary(S=pdf_name("/JavaScript"), JS=generic.pdf_string("app.alert('accepted')"))
    writer.update_root()
    return written(writer)


def layered(pdf: bytes) -> bytes:
    """What stands on the first page put into a layer that is switched off."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    layer = writer.add_object(dictionary(Type=pdf_name("/OCG"), Name=generic.pdf_string("pages")))
    off = dictionary(OFF=generic.ArrayObject([layer]))
    writer.root[pdf_name("/OCProperties")] = dictionary(OCGs=generic.ArrayObject([layer]), D=off)
    writer.update_root()
    page = writer.find_page_for_modification(0)[0].get_object()
    begin, end = (writer.add_object(generic.StreamObject(stream_data=data)) for data in (b"/OC /off BDC", b"EMC"))
    page["/Resources"][pdf_name("/Properties")] = dictionary(off=layer)
    page["/Contents"] = generic.ArrayObject([begin, page.raw_get("/Contents"), end])
    writer.update_container(page["/Resources"])
    writer.update_container(page)
    return written(writer)


def huge_page(pdf: bytes) -> bytes:
    """The first page's box made so large that what stands on it can no longer be seen."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page = writer.find_page_for_modification(0)[0].get_object()
    page["/MediaBox"] = generic.ArrayObject([generic.NumberObject(number) for number in (-90000, -90000, 90000, 90000)])
    writer.update_container(page)
    return written(writer)


def drawn_as_signed(pdf: bytes) -> bytes:
    """The last field drawn as if somebody else had signed it."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    field = writer.root["/AcroForm"]["/Fields"][1]
    box = generic.ArrayObject([generic.NumberObject(number) for number in (0, 0, 226, 60)])
    kind = {pdf_name("/Subtype"): pdf_name("/Form"), pdf_name("/BBox"): box}
    drawn = writer.add_object(generic.StreamObject(kind, stream_data=b"0 0 1 rg 0 0 226 60 re f"))
    field[pdf_name("/AP")] = dictionary(N=drawn)
    writer.update_container(field)
    return written(writer)


def _attachments(writer: IncrementalPdfFileWriter, files: list[tuple[str, bytes]]) -> generic.DictionaryObject:
    """A catalog's /Names with these files attached."""
    names = generic.ArrayObject()
    for name, data in files:
        held = dictionary(F=writer.add_object(generic.StreamObject(stream_data=data)))
        names += [generic.pdf_string(name), writer.add_object(dictionary(F=generic.pdf_string(name), EF=held))]
    return dictionary(EmbeddedFiles=dictionary(Names=names))


def dictionary(**entries: generic.PdfObject) -> generic.DictionaryObject:
    return generic.DictionaryObject({pdf_name(f"/{name}"): value for name, value in entries.items()})


def prefixed(pdf: bytes) -> bytes:
    """Bytes before the head of the file, as in a file that is of two kinds at once."""
    return b"#!/bin/sh\nexit\n" + pdf


def hybrid(pdf: bytes) -> bytes:
    """A second cross-reference table whose stream (/XRefStm) hides another form of the first page's content: two programs, two pages."""
    reader = PdfFileReader(BytesIO(pdf))
    number, size = _first_content(reader), int(reader.trailer["/Size"])
    told = b"%d 0 obj\n<< /Length 24 >>\nstream\n1 0 0 rg 0 0 600 800 re f\nendstream\nendobj\n" % number
    entry = bytes([1]) + len(pdf).to_bytes(4, "big") + b"\0"
    stream = len(pdf) + len(told)
    hidden = b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 1] /Index [%d 1] /Length %d >>\n" % (size, size + 1, number, len(entry))
    hidden += b"stream\n" + entry + b"\nendstream\nendobj\n"
    trailer = b"/Root %d 0 R /Size %d /Prev %d /XRefStm %d" % (_root(reader), size + 1, _startxref(pdf), stream)
    return pdf + told + hidden + b"xref\n0 0\ntrailer\n<< %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, stream + len(hidden))


def wrapped(pdf: bytes) -> bytes:
    """Other pages in the gap that the last signature leaves open for itself, made wider.

    What was signed stays, byte for byte, before and after the gap, so that its digest holds; but the file's own `startxref`, which is
    signed, now points into the gap, at another table, with another page and a signature that names the wider gap. Needs no key.
    """
    found = list(re.finditer(rb"/Contents\s*<([0-9a-fA-F]+)>", pdf))[-1]
    start, end, at = found.start(1) - 1, found.end(1) + 1, _startxref(pdf)
    reader = PdfFileReader(BytesIO(pdf))
    signature = reader.embedded_signatures[-1].sig_field.raw_get("/V").idnum
    wide = 20000
    held = bytes.fromhex(found[1].decode()).ljust(wide, b"\0")
    written_out = re.sub(rb"[()\\\r\n]", lambda one: b"\\%03o" % one[0][0], held)
    rest = pdf[pdf.index(b"/Type /", end) : pdf.index(b"endobj", end)]
    gap = bytearray(b"<00>\n>>\nendobj\n")
    places = {number: reader.xrefs[Reference(number, 0, reader)] for number in _numbers(reader)}
    places[_first_content(reader)] = start + len(gap)
    gap += b"%d 0 obj\n<< /Length 25 >>\nstream\n1 0 0 rg 0 0 600 800 re f \nendstream\nendobj\n" % _first_content(reader)
    gap += b" " * (at - start - len(gap))
    table = 20 * len(places) + 8 * len(places) + 200
    places[signature] = start + len(gap) + table
    lines = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in sorted(places.items()))
    before = int(re.findall(rb"startxref\s+(\d+)", pdf)[-2])
    trailer = b"/Size %d /Root %d 0 R /Prev %d" % (int(reader.trailer["/Size"]), _root(reader), before)
    gap += (b"xref\n" + lines + b"trailer\n<< " + trailer + b" >>\n").ljust(table)
    reach = b"/ByteRange [0 %d %d %d]" % (start, start + 2 * wide + 2, len(pdf) - end)
    gap += b"%d 0 obj\n<< /Contents (%s)\n%s\n%sendobj\n" % (signature, written_out, reach, rest)
    return pdf[:start] + bytes(gap).ljust(2 * wide + 2) + pdf[end:]


def _numbers(reader: PdfFileReader) -> list[int]:
    """The objects that the last revision wrote into the file itself."""
    return [ref.idnum for ref in reader.xrefs.explicit_refs_in_revision(reader.xrefs.total_revisions - 1) if ref.idnum]


def _first_content(reader: PdfFileReader) -> int:
    page = reader.root["/Pages"]
    while "/Kids" in page:
        page = page["/Kids"][0]
    return int(page.raw_get("/Contents").idnum)


def _root(reader: PdfFileReader) -> int:
    return int(reader.trailer.raw_get("/Root").idnum)


def _startxref(pdf: bytes) -> int:
    return int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])


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
    PdfSigner(metadata, signing.HeldKey(identity)).sign_pdf(
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


STRUCTURAL: dict[Bytes, str] = {
    with_garbage: "bytes appended after the end",
    prefixed: "bytes put before the head of the file",
    cut: "the last 100 bytes cut off",
    painted: "a box painted over a page",
    annotated: "a text note laid over a page",
    layered: "a page put into a layer that is switched off",
    huge_page: "a page made so large that nothing on it can be seen",
    other_record: "another record attached under the same name",
    second_attachment: "a second record attached beside the first",
    names_elsewhere: "the attachments' list redirected to another record",
    retitled: "another title in the document's metadata",
    opening_script: "a script that runs when the file is opened",
    drawn_as_signed: "the reviewer's field drawn as another one",
    hybrid: "other content under a hybrid cross-reference (`/XRefStm`)",
    wrapped: "other pages in the gap that the signature leaves open, what was signed moved whole (signature wrapping)",
    saved_again: "opened and saved again by a PDF library",
}
"""Those that anybody can make without a key, in words."""
