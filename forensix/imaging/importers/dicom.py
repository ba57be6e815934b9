"""DICOM: single-frame projection radiographs in every transfer syntax that a free decoder reads.

A file without the 128-byte preamble is read when it begins as a data set does: an element of group 0002 or 0008.
"""

from __future__ import annotations

import zlib
from io import BytesIO

from pydicom import dcmread
from pydicom.dataset import FileDataset
from pydicom.filereader import read_dataset
from pydicom.uid import UID, DeflatedExplicitVRLittleEndian

from forensix.domain.case import Acquisition
from forensix.domain.errors import UnreadableRadiograph, UnsuitableRadiograph
from forensix.domain.view import Pixels
from forensix.imaging.bounds import MAX_UNPACKED
from forensix.imaging.dicom_header import acquisition_of
from forensix.imaging.dicom_pixels import READ, pixels_of
from forensix.imaging.dicom_voi import windows_of

NAME = "DICOM"
SUFFIXES = (".dcm", ".dicom", ".dic")
RADIOGRAPHS = {
    "1.2.840.10008.5.1.4.1.1.1",  # CR
    "1.2.840.10008.5.1.4.1.1.1.1",  # DX for presentation
    "1.2.840.10008.5.1.4.1.1.1.1.1",  # DX for processing
    "1.2.840.10008.5.1.4.1.1.7",  # secondary capture
    "1.2.840.10008.5.1.4.1.1.7.2",  # secondary capture, multi-frame gray byte
    "1.2.840.10008.5.1.4.1.1.7.3",  # secondary capture, multi-frame gray word
    "1.2.840.10008.5.1.4.1.1.12.1",  # X-ray angiography, used for single exposures too
    "1.2.840.10008.5.1.4.1.1.12.2",  # radiofluoroscopy
}
DX_FOR_PROCESSING = "1.2.840.10008.5.1.4.1.1.1.1.1"
DICOMDIR = "1.2.840.10008.1.3.10"
PROGRAMS = {
    b"MZ": "a Windows program",
    b"\x7fELF": "a Linux program",
    b"\xcf\xfa\xed\xfe": "a macOS program",
    b"#!": "a script",
    b"PK": "a zip",
}


def recognises(head: bytes) -> bool:
    return head[128:132] == b"DICM" or _begins_as_data_set(head)


def read(data: bytes) -> tuple[Acquisition, Pixels]:
    dataset = _parsed(data)
    warnings = [*_about_preamble(data), *_about_kind(dataset)]
    conversions: list[str] = []
    pixels, scale = pixels_of(dataset, conversions)
    windows = windows_of(dataset, scale, warnings)
    return acquisition_of(dataset, windows, tuple(conversions), tuple(warnings)), pixels


def _begins_as_data_set(head: bytes) -> bool:
    """Group 2 or 8, a low element number, then a VR in letters or a short implicit length."""
    group, element = int.from_bytes(head[0:2], "little"), int.from_bytes(head[2:4], "little")
    if len(head) < 12 or group not in (0x0002, 0x0008) or element > 0x1200:
        return False
    explicit = head[4:6].isalpha() and head[4:6].isupper()
    return explicit or int.from_bytes(head[4:8], "little") <= 256


def _parsed(data: bytes) -> FileDataset:
    preamble = data[128:132] == b"DICM"
    if preamble:
        _check_inflated_size(data)
    dataset = dcmread(BytesIO(data), force=not preamble)
    if not hasattr(dataset.file_meta, "TransferSyntaxUID"):
        if preamble:
            raise UnreadableRadiograph("The DICOM file does not name its transfer syntax.", "Export it anew from its source.")
        implicit = not data[4:6].isalpha()
        dataset.file_meta.TransferSyntaxUID = UID("1.2.840.10008.1.2" if implicit else "1.2.840.10008.1.2.1")
    return dataset


def _check_inflated_size(data: bytes) -> None:
    """A deflated data set is unpacked whole by pydicom: see first how large it gets, in small pieces."""
    file = BytesIO(data[132:])
    meta = read_dataset(file, False, True, stop_when=lambda tag, vr, length: tag.group != 2)
    if meta.get("TransferSyntaxUID") != DeflatedExplicitVRLittleEndian:
        return
    inflate, rest, size = zlib.decompressobj(-zlib.MAX_WBITS), file.read(), 0
    while rest and not inflate.eof:
        size += len(inflate.decompress(rest, 1 << 20))
        rest = inflate.unconsumed_tail
        if size > MAX_UNPACKED:
            raise UnreadableRadiograph(
                f"The DICOM file is too large when unpacked: more than {MAX_UNPACKED >> 20} MB from {len(data) / 2**20:.1f} MB.",
                "Ask where it came from: a radiograph does not shrink like this.",
            )


def _about_preamble(data: bytes) -> list[str]:
    if data[128:132] != b"DICM":
        return ["The file has no DICOM preamble; it was read as a bare data set."]
    begins = [what for magic, what in PROGRAMS.items() if data.startswith(magic)]
    return (
        [f"The file's first 128 bytes begin as {begins[0]} (CVE-2019-11687): do not start it, and blank them on export."] if begins else []
    )


def _about_kind(dataset: FileDataset) -> list[str]:
    """Refuse what is no radiograph and what no decoder reads; doubts about the rest."""
    kind = UID(str(dataset.get("SOPClassUID") or dataset.file_meta.get("MediaStorageSOPClassUID") or ""))
    if kind == DICOMDIR:
        raise UnsuitableRadiograph("The file is a DICOMDIR, the index of a medium.", "Receive it together with the folder that it lies in.")
    if kind and kind not in RADIOGRAPHS and not kind.is_private:
        raise UnsuitableRadiograph(f"The DICOM file is not a radiograph but: {kind.name}.", "Choose the CR or DX image of the hand.")
    syntax = dataset.file_meta.TransferSyntaxUID
    if syntax not in READ:
        raise UnreadableRadiograph(f"The transfer syntax is not read here: {syntax.name}.", "Export it as uncompressed DICOM.")
    warnings = []
    if not kind:
        warnings.append("The header does not say what kind of object this is (SOP class).")
    if kind == DX_FOR_PROCESSING or str(dataset.get("PresentationIntentType") or "").strip().upper() == "FOR PROCESSING":
        warnings.append("The radiograph is stored 'for processing'; its grays are not those of the console's picture.")
    if any(dataset.group_dataset(group) for group in range(0x6000, 0x601F, 2)):
        warnings.append("Graphic overlays in the file are not shown.")
    return warnings
