"""The size that a compressed picture declares for itself, read from its markers without decoding it."""

from __future__ import annotations

import struct

FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xF7}  # SOF0..15, and JPEG-LS SOF55
BARE = {0x01, *range(0xD0, 0xD9)}  # markers without a length


def size_of(frame: bytes) -> tuple[int, int] | None:
    """(rows, columns) of a JPEG, JPEG-LS or JPEG 2000 codestream; None where it is none of them."""
    if frame.startswith(b"\xff\x4f\xff\x51") and len(frame) >= 24:
        right, bottom, left, top = struct.unpack(">4I", frame[8:24])
        return bottom - top, right - left
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


def _jpeg(frame: bytes) -> tuple[int, int] | None:
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
            rows, columns = struct.unpack(">HH", frame[at + 5 : at + 9])
            return rows, columns
        else:
            at += 2 + int.from_bytes(frame[at + 2 : at + 4], "big")
    return None
