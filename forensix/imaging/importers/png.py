"""PNG: gray of 1 to 16 bits, palette gray, R=G=B, opaque alpha."""

from __future__ import annotations

import struct
from dataclasses import replace

from forensix.domain.case import Acquisition
from forensix.domain.errors import UnreadableRadiograph
from forensix.domain.view import Pixels
from forensix.imaging.bounds import check_size
from forensix.imaging.pictures import Depth, as_radiograph, opened

NAME = "PNG"
SUFFIXES = (".png",)
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def recognises(head: bytes) -> bool:
    return head.startswith(b"\x89PNG\r\n\x1a\n")


def read(data: bytes) -> tuple[Acquisition, Pixels]:
    if len(data) < 33 or data[12:16] != b"IHDR":
        raise UnreadableRadiograph("The PNG file is cut off in its header.", "Copy it again from its source.")
    columns, rows, bits, colour = struct.unpack(">IIBB", data[16:26])
    check_size(rows, columns)
    image = opened(data, "PNG")
    written_by = str(image.info.get("Software", ""))
    acquisition, pixels = as_radiograph(data, image, Depth(bits, CHANNELS.get(colour, 1)), form="png", lossy=False)
    return replace(acquisition, device=written_by), pixels
