"""What a compressed picture declares of itself, its size, bits and sign, read from its markers without decoding it."""

from __future__ import annotations

import struct
from dataclasses import dataclass

FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xF7}  # SOF0..15, and JPEG-LS SOF55
BARE = {0x01, *range(0xD0, 0xD9)}  # markers without a length


@dataclass(frozen=True, slots=True)
class Form:
    """`bits` of a sample, and whether it is `signed`: None where that kind of codestream does not say."""

    rows: int
    columns: int
    bits: int
    signed: bool | None = None


def form_of(frame: bytes) -> Form | None:
    """Of a JPEG, JPEG-LS (ITU-T T.81, B.2.2) or JPEG 2000 codestream (T.800, A.5.1); None where it is none of them."""
    if frame.startswith(b"\xff\x4f\xff\x51") and len(frame) >= 43:
        right, bottom, left, top = struct.unpack(">4I", frame[8:24])
        return Form(bottom - top, right - left, (frame[42] & 0x7F) + 1, bool(frame[42] & 0x80))
    if frame.startswith(b"\xff\xd8"):
        return _jpeg(frame)
    return None


def ends(frame: bytes) -> bool:
    """Whether the codestream reaches its end marker (FFD9), padding aside."""
    return frame.rstrip(b"\0\xff").endswith(b"\xd9") or frame.rstrip(b"\0").endswith(b"\xff\xd9")


def scans_whole_blocks(frame: bytes) -> bool:
    """Whether each scan of a sequential JPEG covers its blocks whole (Ss 0, Se 63, Ah and Al 0: ITU-T T.81, B.2.3), as it must."""
    at, found = 2, False
    while (at := frame.find(b"\xff\xda", at)) >= 0:
        end = at + 2 + int.from_bytes(frame[at + 2 : at + 4], "big")
        if frame[end - 3 : end] != b"\x00\x3f\x00":
            return False
        at, found = end, True
    return found


def _jpeg(frame: bytes) -> Form | None:
    at = 2
    while at + 9 <= len(frame):
        if frame[at] != 0xFF:
            return None
        marker = frame[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in BARE:
            at += 2
        elif marker in FRAMES:
            bits, rows, columns = struct.unpack(">BHH", frame[at + 4 : at + 9])
            return Form(rows, columns, bits)
        else:
            at += 2 + int.from_bytes(frame[at + 2 : at + 4], "big")
    return None
