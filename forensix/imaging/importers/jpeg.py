"""JPEG: 8-bit gray, or colour whose channels are equal; always lossy."""

from __future__ import annotations

from forensix.domain.case import Acquisition
from forensix.domain.view import Pixels
from forensix.imaging.pictures import Depth, as_radiograph, opened

NAME = "JPEG"
SUFFIXES = (".jpg", ".jpeg", ".jpe", ".jfif")


def recognises(head: bytes) -> bool:
    return head.startswith(b"\xff\xd8\xff")


def read(data: bytes) -> tuple[Acquisition, Pixels]:
    picture = opened(data, "JPEG")
    return as_radiograph(data, picture, Depth(8, len(picture.getbands())), form="jpeg", lossy=True)
