"""DICOM stored values to pixels: decoded, masked, through the modality LUT, by the declared range to 0..1, bone bright."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gdcm
import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileDataset
from pydicom.encaps import generate_frames
from pydicom.pixels.decoders.base import get_decoder
from pydicom.pixels.processing import apply_color_lut
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEGExtended12Bit,
    RLELossless,
)

from forensix.domain.errors import UnreadableRadiograph, UnsuitableRadiograph
from forensix.domain.view import Pixels
from forensix.imaging.bounds import check_size, gray
from forensix.imaging.codestream import Form, ends, form_of, scans_whole_blocks
from forensix.imaging.dicom_lut import Table, table_of

NATIVE = {ImplicitVRLittleEndian, ExplicitVRLittleEndian, DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian}
JPEG = {f"1.2.840.10008.1.2.4.{number}" for number in (50, 51, 57, 70, 80, 81, 90, 91, 201, 202, 203)}
READ = {*NATIVE, RLELossless, *JPEG}
ALWAYS_LOSSY = {f"1.2.840.10008.1.2.4.{number}" for number in (50, 51, 81)}
LOSSY_UNLESS_DECLARED = {"1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.4.203"}
TORN = 0.9
"""A reading that leaves less than this share of another's steps between neighbours is the likelier one; an old overlay adds steps."""
SAMPLE = 4_000_000
"""Pixels, in whole rows, on which two readings are compared."""
GRAYS = ("MONOCHROME1", "MONOCHROME2")
COLOURS = ("RGB", "YBR_FULL", "YBR_FULL_422", "YBR_ICT", "YBR_RCT")
ANEW = "Export the radiograph anew from its source."
DAMAGED = "Copy the file again from its source; the original there may be whole."


@dataclass(frozen=True, slots=True)
class Scale:
    """How values after the modality LUT lie on 0..1: `low` and `high` are the declared range, turned over when `inverted`."""

    low: float
    high: float
    inverted: bool

    def place(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return 1.0 - share if self.inverted else share


def is_lossy(dataset: FileDataset) -> bool:
    """What the transfer syntax implies or the header declares (0028,2110)."""
    syntax, declared = dataset.file_meta.TransferSyntaxUID, str(dataset.get("LossyImageCompression", ""))
    return syntax in ALWAYS_LOSSY or declared == "01" or (syntax in LOSSY_UNLESS_DECLARED and declared != "00")


def pixels_of(dataset: FileDataset, conversions: list[str]) -> tuple[Pixels, Scale]:
    """Pixels and their scale; `conversions` receives a sentence for each thing that was done."""
    _check_header(dataset)
    form = _check_pixel_data(dataset)
    decoded = _decoded(dataset, form)
    if dataset.PhotometricInterpretation not in GRAYS:
        return _from_colour(dataset, decoded, conversions)
    stored = _stored(dataset, decoded, form, conversions)
    values, scale = _modality(dataset, stored)
    values = scale.high - values if scale.inverted else values - scale.low
    if scale.inverted:
        conversions.append("Stored with white as the lowest value; inverted once so that bone is bright.")
    pixels: Pixels = np.asarray(values.astype(np.float32) / np.float32(scale.high - scale.low), dtype=np.float32)
    pixels = _without_padding(dataset, stored, pixels, conversions)
    if not np.isfinite(pixels).all():
        raise UnreadableRadiograph("The header's rescale values make the pixels infinite.", ANEW)
    return np.ascontiguousarray(pixels), scale


def _number(dataset: Dataset, keyword: str, default: int | None = None) -> int:
    value = dataset.get(keyword, default)
    if value is None or value == "":
        raise UnreadableRadiograph(f"The DICOM header lacks {keyword}.", ANEW)
    try:
        return int(value)
    except (TypeError, ValueError) as error:
        raise UnreadableRadiograph(f"The DICOM header's {keyword} is not one whole number.", ANEW) from error


def _check_header(dataset: FileDataset) -> None:
    """Everything that can be refused before a byte is decoded."""
    if "PixelData" not in dataset:
        if "FloatPixelData" in dataset or "DoubleFloatPixelData" in dataset:
            raise UnsuitableRadiograph("The file holds floating-point pixels without a declared range.", "Export it with 8 to 16 bits.")
        raise UnreadableRadiograph("The DICOM file holds no picture, or is cut off before it.", DAMAGED)
    check_size(_number(dataset, "Rows"), _number(dataset, "Columns"), _number(dataset, "NumberOfFrames", 1) or 1)
    photometric, samples = str(dataset.get("PhotometricInterpretation") or "not given"), _number(dataset, "SamplesPerPixel")
    if photometric not in (*GRAYS, *COLOURS, "PALETTE COLOR"):
        raise UnsuitableRadiograph(f"The photometric interpretation is {photometric}: whether bone is bright is not known.", DAMAGED)
    if samples != (3 if photometric in COLOURS else 1):
        raise UnreadableRadiograph(f"The header contradicts itself: {samples} samples per pixel for {photometric}.", DAMAGED)
    allocated, stored = _number(dataset, "BitsAllocated"), _number(dataset, "BitsStored")
    high, signed = _number(dataset, "HighBit", stored - 1), _number(dataset, "PixelRepresentation")
    if allocated not in (8, 16):
        raise UnsuitableRadiograph(f"The file keeps each pixel in {allocated} bits; 8 and 16 are read.", "Export it with 8 to 16 bits.")
    if signed not in (0, 1):
        raise UnreadableRadiograph(f"The header contradicts itself: {signed} is no pixel representation.", DAMAGED)
    if not (1 <= stored <= high + 1 <= allocated):
        raise UnreadableRadiograph(f"The header contradicts itself: {stored} bits stored up to bit {high} of {allocated}.", DAMAGED)


def _check_pixel_data(dataset: FileDataset) -> Form | None:
    """Declared against real lengths, and a compressed picture's own size, which is given back, against the header's."""
    element = dataset.get_item("PixelData")
    value = element.value if element is not None and element.value is not None else b""
    declared = getattr(element, "length", None)
    undefined = 0xFFFFFFFF
    if declared is not None and declared != undefined and declared > len(value):
        raise UnreadableRadiograph(f"The file is damaged: its pixel data should have {declared} bytes, {len(value)} are there.", DAMAGED)
    if not value:
        raise UnreadableRadiograph("The DICOM file holds an empty picture.", DAMAGED)
    if dataset.file_meta.TransferSyntaxUID in NATIVE:
        _check_native(dataset, len(value))
        return None
    return _checked_codestream(dataset, value)


def _check_native(dataset: FileDataset, found: int) -> None:
    samples = 2 if dataset.PhotometricInterpretation == "YBR_FULL_422" else _number(dataset, "SamplesPerPixel", 1)
    expected = dataset.Rows * dataset.Columns * samples * (dataset.BitsAllocated // 8)
    if found < expected:
        raise UnreadableRadiograph(f"The file is damaged: its pixel data should have {expected} bytes, {found} are there.", DAMAGED)


def _checked_codestream(dataset: FileDataset, value: bytes) -> Form | None:
    syntax = dataset.file_meta.TransferSyntaxUID
    if syntax not in JPEG:
        return None
    frame = next(iter(generate_frames(value, number_of_frames=1)))
    if not ends(frame):
        raise UnreadableRadiograph("The file is damaged: its compressed picture has no end.", DAMAGED)
    form = form_of(frame)
    if form is None:
        raise UnreadableRadiograph(f"The file is damaged: its picture is not {syntax.name}.", DAMAGED)
    check_size(form.rows, form.columns)
    if (form.rows, form.columns) != (dataset.Rows, dataset.Columns):
        raise UnreadableRadiograph(
            f"The compressed picture is {form.columns} x {form.rows}, but the header says {dataset.Columns} x {dataset.Rows}.", DAMAGED
        )
    if form.bits > dataset.BitsAllocated:
        raise UnreadableRadiograph(
            f"The compressed picture has {form.bits} bits, but the header says {dataset.BitsAllocated} at most.", DAMAGED
        )
    if syntax == JPEGExtended12Bit and not scans_whole_blocks(frame):
        raise UnreadableRadiograph(
            "The file is damaged: its 12-bit JPEG contradicts the standard, and decoders guess what it means.", "Export it uncompressed."
        )
    return form


def _decoded(dataset: FileDataset, form: Form | None) -> NDArray[Any]:
    """(rows, columns) or (rows, columns, 3), by the first decoder that succeeds.

    A decoder is told all the bits that the compressed picture has: told fewer, some take the rest off before `_stored` can see them.
    gdcm comes last: on damaged streams it ends the whole process (`quarantine` holds that), and only lossless JPEG has no other.
    """
    if _is_twelve_bit(dataset):
        return _twelve_bit(dataset)
    decoder = get_decoder(UID(dataset.file_meta.TransferSyntaxUID))
    plugins: list[str] = (
        sorted(decoder.available_plugins, key=lambda name: (name == "gdcm", name == "pillow")) if decoder.is_encapsulated else [""]
    )
    for number, plugin in enumerate(plugins, start=1):
        try:
            # pydicom's own way with unused bits supposes HighBit = BitsStored - 1; `_stored` does not
            options: dict[str, Any] = {"raw": False, "correct_unused_bits": False}
            if form is not None and form.bits > dataset.BitsStored:
                options["bits_stored"] = form.bits
            return np.asarray(decoder.as_array(dataset, index=0, decoding_plugin=plugin, **options)[0])
        except MemoryError:
            raise
        except Exception as error:  # whatever a codec raises, the next one may read the stream
            if number == len(plugins) and decoder.is_encapsulated:
                raise UnreadableRadiograph("The file is damaged: no decoder here reads its compressed picture.", DAMAGED) from error
            if number == len(plugins):
                raise
    raise UnreadableRadiograph("No decoder for this transfer syntax is installed.", "Reinstall forensix, or export it uncompressed.")


def _is_twelve_bit(dataset: FileDataset) -> bool:
    return bool(dataset.file_meta.TransferSyntaxUID == JPEGExtended12Bit and dataset.BitsStored > 8)


def _twelve_bit(dataset: FileDataset) -> NDArray[np.uint16]:
    """12-bit JPEG (Extended) by gdcm, which pydicom does not hand on to it; what rounding carried past the stored bits is held there."""
    if dataset.PhotometricInterpretation not in GRAYS or dataset.BitsAllocated != 16 or dataset.BitsStored > 12:
        raise UnsuitableRadiograph(
            "A 12-bit JPEG holds gray values of at most 12 bits; the header says otherwise.", "Export it uncompressed."
        )
    fragment = gdcm.Fragment()
    fragment.SetByteStringValue(next(iter(generate_frames(dataset.PixelData, number_of_frames=1))))
    fragments = gdcm.SequenceOfFragments.New()
    fragments.AddFragment(fragment)
    element = gdcm.DataElement(gdcm.Tag(0x7FE0, 0x0010))
    element.SetValue(fragments.__ref__())
    image = gdcm.Image()
    image.SetNumberOfDimensions(2)
    image.SetDimensions((dataset.Columns, dataset.Rows, 1))
    image.SetDataElement(element)
    gray_type = gdcm.PhotometricInterpretation.GetPIType(str(dataset.PhotometricInterpretation))
    image.SetPhotometricInterpretation(gdcm.PhotometricInterpretation(gray_type))
    image.SetTransferSyntax(gdcm.TransferSyntax(gdcm.TransferSyntax.JPEGExtendedProcess2_4))
    image.SetPixelFormat(gdcm.PixelFormat(1, 16, 12, 11, int(dataset.get("PixelRepresentation", 0))))
    raw = image.GetBuffer().encode("utf-8", "surrogateescape")  # gdcm hands bytes over as text
    values: NDArray[np.uint16] = np.frombuffer(raw, "<u2").reshape(dataset.Rows, dataset.Columns)
    if dataset.get("PixelRepresentation", 0) == 1:
        return values
    held: NDArray[np.uint16] = np.minimum(values, (1 << dataset.BitsStored) - 1).astype(np.uint16)
    return held


def _stored(dataset: FileDataset, decoded: NDArray[Any], form: Form | None, conversions: list[str]) -> NDArray[np.int32]:
    """The stored values alone: unused bits above and below taken off, the sign put back."""
    bits, signed = _number(dataset, "BitsStored"), dataset.get("PixelRepresentation", 0) == 1
    high = _number(dataset, "HighBit", bits - 1)
    native = decoded.astype(decoded.dtype.newbyteorder("="), copy=False)
    cells, width = native.view(np.dtype(f"u{native.dtype.itemsize}")).astype(np.int32), 8 * native.dtype.itemsize
    below = high + 1 - bits if form is None or form.bits == high + 1 else 0
    if below:
        cells >>= below
        width -= below
        conversions.append(f"Values lay {below} bits up in their cells; moved down.")
    masked = cells & ((1 << bits) - 1)
    values = _signed(masked, bits) if signed else masked
    if _is_torn(values, _signed(cells, width) if signed else cells):
        raise UnreadableRadiograph(f"The header says that values have {bits} bits, but they run over them.", ANEW)
    if form is not None and form.signed is not None and form.signed != signed:
        _check_sign(values, masked if signed else _signed(masked, bits), conversions)
    if strange := 0 if signed else int(np.count_nonzero(masked != cells)):
        conversions.append(
            f"Bits above the {bits} stored ones were taken off in {strange} pixels: an old overlay lay there, or the file is damaged."
        )
    return values


def _signed(masked: NDArray[np.int32], bits: int) -> NDArray[np.int32]:
    sign = 1 << (bits - 1)
    return (masked ^ sign) - sign


def _check_sign(values: NDArray[np.int32], otherwise: NDArray[np.int32], conversions: list[str]) -> None:
    """The header's word is taken where the other reading is not the whole picture."""
    contradiction = "The header and the compressed picture contradict each other on whether values are signed"
    if _is_torn(values, otherwise):
        raise UnreadableRadiograph(f"{contradiction}.", "Export it uncompressed.")
    conversions.append(f"{contradiction}; the header's word was taken.")


def _is_torn(values: NDArray[np.int32], otherwise: NDArray[np.int32]) -> bool:
    """Whether neighbours lie closer together `otherwise`: where values run over their bits, the next one lies a whole range away."""
    rows = slice(None, None, 1 + values.size // SAMPLE)
    there, instead = (int(np.abs(np.diff(array[rows], axis=1)).sum(dtype=np.int64)) for array in (values, otherwise))
    return instead < TORN * there


def _modality(dataset: FileDataset, stored: NDArray[np.int32]) -> tuple[NDArray[Any], Scale]:
    """Values after the modality LUT or rescale, and the range that the header declares for them."""
    inverted = _inverted(dataset)
    if dataset.get("ModalityLUTSequence"):
        table = _modality_table(dataset)
        return table.of(stored), Scale(0.0, table.top, inverted)
    bits, signed = _number(dataset, "BitsStored"), dataset.get("PixelRepresentation", 0) == 1
    low, high = (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) if signed else (0, (1 << bits) - 1)
    slope, intercept = _rescale(dataset)
    if (slope, intercept) == (1.0, 0.0):
        return stored, Scale(low, high, inverted)
    ends_at = sorted((low * slope + intercept, high * slope + intercept))
    return stored * slope + intercept, Scale(ends_at[0], ends_at[1], inverted)


def _modality_table(dataset: FileDataset) -> Table:
    big_endian = dataset.file_meta.TransferSyntaxUID == ExplicitVRBigEndian
    try:
        return table_of(dataset.ModalityLUTSequence[0], signed=dataset.get("PixelRepresentation", 0) == 1, big_endian=big_endian)
    except (ValueError, TypeError, AttributeError) as error:
        raise UnreadableRadiograph(f"The header's modality lookup table makes no sense ({error}).", ANEW) from error


def _rescale(dataset: FileDataset) -> tuple[float, float]:
    """Slope and intercept (0028,1053 and 1052); empty or missing ones are 1 and 0."""
    try:
        given = [dataset.get(keyword) for keyword in ("RescaleSlope", "RescaleIntercept")]
        slope, intercept = (usual if value is None or value == "" else float(value) for value, usual in zip(given, (1.0, 0.0), strict=True))
    except (TypeError, ValueError) as error:
        raise UnreadableRadiograph("The header's rescale slope or intercept is not one number.", ANEW) from error
    if not np.isfinite([slope, intercept]).all():
        raise UnreadableRadiograph("The header's rescale slope or intercept is no finite number.", ANEW)
    if slope == 0:
        raise UnreadableRadiograph("The header's rescale slope makes every pixel the same.", ANEW)
    return slope, intercept


def _inverted(dataset: FileDataset) -> bool:
    """MONOCHROME1, or MONOCHROME2 with INVERSE; INVERSE on MONOCHROME1 says the same thing again (PS3.3 C.8.11.3.1.2)."""
    return bool(dataset.PhotometricInterpretation == "MONOCHROME1" or dataset.get("PresentationLUTShape") == "INVERSE")


def _without_padding(dataset: FileDataset, stored: NDArray[np.int32], pixels: Pixels, conversions: list[str]) -> Pixels:
    """Padding (0028,0120), which is outside the radiograph, as background."""
    edge = dataset.get("PixelPaddingValue")
    if edge is None or isinstance(edge, bytes):
        return pixels
    limit = dataset.get("PixelPaddingRangeLimit", edge)
    padding = (stored >= min(int(edge), int(limit))) & (stored <= max(int(edge), int(limit)))
    if padding.any():
        conversions.append(f"{int(padding.sum())} padding pixels (value {edge}) shown as background.")
        return np.where(padding, np.float32(0.0), pixels)
    return pixels


def _from_colour(dataset: FileDataset, decoded: NDArray[Any], conversions: list[str]) -> tuple[Pixels, Scale]:
    if dataset.PhotometricInterpretation == "PALETTE COLOR":
        decoded = apply_color_lut(decoded, dataset)
        full = int(np.iinfo(decoded.dtype).max)
        conversions.append("Palette colours were looked up.")
    else:
        full = (1 << _number(dataset, "BitsStored")) - 1
    values, sentence = gray(decoded, full)
    conversions.append(sentence)
    pixels: Pixels = np.ascontiguousarray(values.astype(np.float32) / np.float32(full))
    return pixels, Scale(0.0, float(full), False)
