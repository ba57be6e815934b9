"""Previews: small pictures for the worklist, beside the originals and never in their place; they can be deleted, and are made again."""

from __future__ import annotations

import contextlib
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from forensix.casebook.casebook import Casebook
from forensix.domain.case import Acquisition, Radiograph
from forensix.domain.view import Pixels, first_voi, present
from forensix.laboratory.looking import Looking

FOLDER = "previews"
LONGEST_SIDE = 96


class Previews(Looking):
    """The verb `preview`."""

    def preview(self, radiograph: str, *, make: bool = True) -> bytes | None:
        """A small PNG of a radiograph: the kept one, else made from its original; None where none is kept and none shall be made.

        Raises
        ------
        EvidenceAltered
        """
        item = self.casebook.radiograph(radiograph)
        file = path_of(self.casebook, item)
        if file.is_file():
            return file.read_bytes()
        if not make:
            return None
        acquisition, pixels = self.read_evidence(item)
        return keep(self.casebook, item, acquisition, pixels)


def path_of(casebook: Casebook, item: Radiograph) -> Path:
    return casebook.folder / FOLDER / f"{item.pixels_sha256}.png"


def keep(casebook: Casebook, item: Radiograph, acquisition: Acquisition, pixels: Pixels) -> bytes:
    """Make the preview of a radiograph and keep it; where it cannot be written it is only not kept, and made again when next wanted."""
    picture = png(pixels, acquisition)
    file = path_of(casebook, item)
    part = file.with_suffix(".part")
    try:
        file.parent.mkdir(exist_ok=True)
        part.write_bytes(picture)
        part.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return picture


def png(pixels: Pixels, acquisition: Acquisition) -> bytes:
    """The radiograph in its first window, at most LONGEST_SIDE pixels wide or high, as a gray PNG."""
    step = max(1, max(pixels.shape) // (4 * LONGEST_SIDE))  # every so many pixels first: the rest is averaged
    few = np.ascontiguousarray(pixels[::step, ::step])
    shown = np.rint(np.clip(present(few, first_voi(few, acquisition.windows)), 0.0, 1.0) * 255.0).astype(np.uint8)
    picture = Image.fromarray(shown)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BOX)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
