"""WebP: has colour channels only, so gray means that they are nearly equal; lossy unless its picture is a VP8L chunk."""

from __future__ import annotations

from forensix.domain.case import Acquisition
from forensix.domain.errors import UnreadableRadiograph
from forensix.domain.view import Pixels
from forensix.imaging.pictures import Depth, as_radiograph, opened

NAME = "WebP"
SUFFIXES = (".webp",)


def recognises(head: bytes) -> bool:
    return head.startswith(b"RIFF") and head[8:12] == b"WEBP"


def read(data: bytes) -> tuple[Acquisition, Pixels]:
    if int.from_bytes(data[4:8], "little") + 8 > len(data):
        raise UnreadableRadiograph("The WebP file is cut off before its end.", "Copy it again from its source.")
    picture = opened(data, "WEBP")
    return as_radiograph(data, picture, Depth(8, len(picture.getbands())), form="webp", lossy=_lossy(data))


def _lossy(data: bytes) -> bool:
    """Walk the chunks to the first picture."""
    at = 12
    while at + 8 <= len(data):
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind in (b"VP8 ", b"VP8L"):
            return kind == b"VP8 "
        at += 8 + length + length % 2
    return True
