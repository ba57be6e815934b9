"""Pillow and OpenCV behind the plain picture formats: opened under limits, turned upright, made gray at full depth."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, UnidentifiedImageError

from forensix.domain.case import Acquisition
from forensix.domain.errors import UnreadableRadiograph, UnsuitableRadiograph
from forensix.domain.view import Pixels
from forensix.imaging.bounds import check_size, gray, opaque

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
TEXT = 200


@dataclass(frozen=True, slots=True)
class Depth:
    """How the samples lie in the file, where the format's header says so."""

    bits: int
    channels: int
    white_is_zero: bool = False


def opened(data: bytes, kind: str) -> Image.Image:
    """The picture, its size checked and nothing decoded yet; `kind` is Pillow's name of the only format tried."""
    try:
        picture = Image.open(BytesIO(data), formats=[kind])
    except UnidentifiedImageError as error:
        raise UnreadableRadiograph(f"The {kind} file is damaged: its header makes no sense.", "Copy it again from its source.") from error
    check_size(picture.height, picture.width)
    frames = int(getattr(picture, "n_frames", 1))
    if frames > 1:
        raise UnsuitableRadiograph(
            f"The file holds {frames} pictures; one radiograph is examined at a time.",
            "Save the page that shows the hand as a file of its own.",
        )
    return picture


def as_radiograph(data: bytes, picture: Image.Image, depth: Depth, *, form: str, lossy: bool) -> tuple[Acquisition, Pixels]:
    """Acquisition and pixels of an opened picture."""
    notes: list[str] = []
    orientation = _orientation(picture)
    values, full = _values(data, picture, depth, notes)
    values = _upright(values, orientation, _orientation(picture), notes)
    if depth.white_is_zero:
        notes.append("White is zero in this file; inverted so that bone is bright.")
    pixels: Pixels = np.ascontiguousarray(values.astype(np.float32) / np.float32(full))
    photometric = "MONOCHROME1" if depth.white_is_zero else "MONOCHROME2"
    acquisition = Acquisition(
        pixel_spacing_mm=_spacing(picture),
        transfer_syntax=form,
        photometric_interpretation=photometric,
        bits_stored=depth.bits,
        lossy=lossy,
        conversions=tuple(notes),
        warnings=_doubts(lossy),
        tags=_tags(picture),
    )
    return acquisition, pixels


def _doubts(lossy: bool) -> tuple[str, ...]:
    return ("Lossy compression has changed the radiograph; the original may show more.",) if lossy else ()


def _values(data: bytes, picture: Image.Image, depth: Depth, notes: list[str]) -> tuple[NDArray[Any], int]:
    """Gray values (rows, columns) and the largest one that the form can hold."""
    if picture.mode in ("CMYK", "YCCK", "LAB", "HSV"):
        raise UnsuitableRadiograph(f"The picture is {picture.mode}, a form for printing or photographs.", "Export the original radiograph.")
    if picture.mode in ("I", "F"):
        raise UnsuitableRadiograph(
            "The picture holds signed, 32-bit or floating-point values without a declared range.", "Export it with 8 or 16 bits, unsigned."
        )
    if depth.bits > 8 and depth.channels > 1:
        return _deep_channels(data, notes)
    if picture.mode.startswith("I;16"):
        values, full = np.asarray(picture).astype(np.uint16), (1 << depth.bits) - 1
        _check_key(picture, values)
        return (full - np.minimum(values, full) if depth.white_is_zero else values), full
    return _shallow(picture, notes), 255


def _shallow(picture: Image.Image, notes: list[str]) -> NDArray[Any]:
    """8 bits or fewer; Pillow spreads fewer over 0..255 and turns a white-is-zero TIFF round."""
    if picture.mode in ("1", "L"):
        values = np.asarray(picture.convert("L"))
        _check_key(picture, values)
        return values
    if picture.mode in ("P", "PA"):
        notes.append("Palette colours were looked up.")
    if picture.mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in picture.info:
        whole = np.asarray(picture.convert("RGBA"))
        notes.append(opaque(whole[..., 3], 255))
        values, sentence = gray(whole[..., :3], 255)
    else:
        values, sentence = gray(np.asarray(picture.convert("RGB")), 255)
    notes.append(sentence)
    return values


def _check_key(picture: Image.Image, values: NDArray[Any]) -> None:
    """A gray PNG may name one gray value as transparent; no pixel may have it."""
    key = picture.info.get("transparency")
    if isinstance(key, int):
        opaque(np.where(values == key, 0, 1), 1)


def _deep_channels(data: bytes, notes: list[str]) -> tuple[NDArray[Any], int]:
    """More than one channel of 16 bits, which Pillow would cut to 8; the size has been checked."""
    import cv2

    decoded = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if decoded is None or decoded.dtype != np.uint16 or decoded.ndim != 3:
        raise UnreadableRadiograph("The picture's 16-bit channels could not be decoded.", "Export it as 16-bit gray.")
    whole = np.asarray(decoded)
    if whole.shape[2] in (2, 4):
        notes.append(opaque(whole[..., -1], 65535))
    values, sentence = gray(whole[..., :3] if whole.shape[2] > 2 else np.repeat(whole[..., :1], 3, axis=2), 65535)
    notes.append(sentence)
    return values, 65535


def _orientation(picture: Image.Image) -> int:
    return int(picture.getexif().get(ExifTags.Base.Orientation, 1))


def _upright(values: NDArray[Any], declared: int, left: int, notes: list[str]) -> NDArray[Any]:
    """EXIF orientation, which Pillow applies to a TIFF as it decodes it (`left` is 1 then) and leaves to the reader elsewhere."""
    turn = TURNS.get(declared)
    if turn is None:
        return values
    notes.append(f"EXIF orientation {declared} applied ({turn.name.lower().replace('_', ' ')}).")
    return _turned(values, turn) if left == declared else values


def _turned(values: NDArray[Any], turn: Image.Transpose) -> NDArray[Any]:
    ways = {
        Image.Transpose.FLIP_LEFT_RIGHT: values[:, ::-1],
        Image.Transpose.FLIP_TOP_BOTTOM: values[::-1],
        Image.Transpose.ROTATE_90: np.rot90(values, 1),
        Image.Transpose.ROTATE_180: np.rot90(values, 2),
        Image.Transpose.ROTATE_270: np.rot90(values, 3),
        Image.Transpose.TRANSPOSE: values.T,
        Image.Transpose.TRANSVERSE: np.rot90(values, 2).T,
    }
    return ways[turn]


def _spacing(picture: Image.Image) -> tuple[float, float] | None:
    """(row, column) spacing in mm from the declared dots per inch: a scanner's or a program's word, never trusted."""
    try:
        across, down = (float(value) for value in picture.info["dpi"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    if not (1 < across < 1e5 and 1 < down < 1e5):
        return None
    return (25.4 / down, 25.4 / across)


def _tags(picture: Image.Image) -> dict[str, str]:
    """Text fields and EXIF, for the tag viewer."""
    found = {str(key): str(value)[:TEXT] for key, value in picture.info.items() if isinstance(value, str | int | float | tuple)}
    for number, value in picture.getexif().items():
        if isinstance(value, str | int | float):
            found[ExifTags.TAGS.get(number, f"Exif {number}")] = str(value)[:TEXT]
    return {key: text.encode("utf-8", "replace").decode() for key, text in found.items()}
