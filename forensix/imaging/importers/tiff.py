"""TIFF: one page, gray of 1 to 16 bits, either polarity; palette gray, R=G=B, opaque alpha."""

from __future__ import annotations

from PIL import Image

from forensix.domain.case import Acquisition
from forensix.domain.errors import UnsuitableRadiograph
from forensix.domain.view import Pixels
from forensix.imaging.pictures import Depth, as_radiograph, opened

NAME = "TIFF"
SUFFIXES = (".tif", ".tiff")
BITS, COMPRESSION, PHOTOMETRIC, SAMPLES, FORMAT = 258, 259, 262, 277, 339
LOSSY = (6, 7, 34712, 50001, 34892)  # JPEG old and new, JPEG 2000, WebP, lossy JPEG


def recognises(head: bytes) -> bool:
    return head.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"))


def read(data: bytes) -> tuple[Acquisition, Pixels]:
    picture = opened(data, "TIFF")
    return as_radiograph(data, picture, _depth(picture), form="tiff", lossy=_tag(picture, COMPRESSION, 1) in LOSSY)


def _depth(picture: Image.Image) -> Depth:
    if _tag(picture, FORMAT, 1) not in (1, 4):
        raise UnsuitableRadiograph(
            "The picture holds signed or floating-point values without a declared range.", "Export it with 8 or 16 bits, unsigned."
        )
    return Depth(_tag(picture, BITS, 1), _tag(picture, SAMPLES, 1), _tag(picture, PHOTOMETRIC, 1) == 0)


def _tag(picture: Image.Image, number: int, default: int) -> int:
    value = picture.tag_v2.get(number, default)  # type: ignore[attr-defined]
    return int(value[0] if isinstance(value, tuple) else value)
