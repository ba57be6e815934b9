"""Phantoms as files: DICOM in every transfer syntax that is read, and PNG; for the demo and the tests."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import gdcm
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pydicom import dcmread
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate, generate_frames
from pydicom.filewriter import dcmwrite
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    DigitalXRayImageStorageForPresentation,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    RLELossless,
    generate_uid,
)

from forensix.domain.case import Acquisition
from forensix.domain.view import Pixels

Stored = NDArray[np.unsignedinteger[Any]]
MAKER, MODEL = "forensix", "phantom"
DEVICE = f"{MAKER} {MODEL}"
"""How a phantom names what made it, in DICOM (0008,0070) with (0008,1090) and in a PNG's Software text."""

UNCOMPRESSED = (ImplicitVRLittleEndian, ExplicitVRLittleEndian, DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian)
BY_PYDICOM = (RLELossless, JPEGLSLossless, JPEG2000Lossless)
BY_GDCM = (JPEGLossless, JPEGLosslessSV1)
TRANSFER_SYNTAXES = (*UNCOMPRESSED, *BY_PYDICOM, *BY_GDCM)
"""The lossless ones; `JPEGBaseline8Bit` (lossy, 8 bits) is written too."""


def png(pixels: Pixels, *, bits: int = 16) -> bytes:
    """`pixels` as a gray PNG of 8 or 16 bits."""
    out = BytesIO()
    mark = PngInfo()
    mark.add_text("Software", DEVICE)
    Image.fromarray(_stored(pixels, bits)).save(out, "PNG", pnginfo=mark)
    return out.getvalue()


def is_made_up(acquisition: Acquisition) -> bool:
    """Whether the file says of itself that it is a phantom."""
    return acquisition.device == DEVICE


def dicom(
    pixels: Pixels,
    *,
    transfer_syntax: str = ExplicitVRLittleEndian,
    photometric: str = "MONOCHROME2",
    bits: int = 12,
    laterality: str = "L",
    **tags: Any,
) -> bytes:
    """`pixels` as a DX file (PS3.3 A.26) with its tags filled in.

    Parameters
    ----------
    photometric : {"MONOCHROME1", "MONOCHROME2"}
        MONOCHROME1 is stored inverted: the same picture.
    bits : int
        Bits stored, 1 to 16; more than 8 are kept in 16.
    **tags
        Further elements by DICOM keyword; they win. A value of None leaves the element out.
    """
    stored = _stored(pixels, bits)
    if photometric == "MONOCHROME1":
        stored = ((1 << bits) - 1 - stored).astype(stored.dtype)
    dataset = _dataset(stored, photometric, bits, laterality)
    _fill_pixel_data(dataset, stored, transfer_syntax)
    for keyword, value in tags.items():
        if value is None:
            dataset.pop(keyword, None)
        else:
            setattr(dataset, keyword, value)
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    out = BytesIO()
    dcmwrite(out, dataset, enforce_file_format=True)
    return out.getvalue()


def _stored(pixels: Pixels, bits: int) -> Stored:
    return np.asarray(np.rint(np.clip(pixels, 0.0, 1.0) * ((1 << bits) - 1)).astype(np.uint8 if bits <= 8 else np.uint16))


ALWAYS: dict[str, Any] = {
    "SpecificCharacterSet": "ISO_IR 192",
    "ImageType": ["ORIGINAL", "PRIMARY", ""],
    "SOPClassUID": DigitalXRayImageStorageForPresentation,
    "StudyDate": "20260101",
    "AcquisitionDate": "20260101",
    "AcquisitionTime": "120000",
    "Modality": "DX",
    "PresentationIntentType": "FOR PRESENTATION",
    "Manufacturer": MAKER,
    "ManufacturerModelName": MODEL,
    "InstitutionName": "SYNTHETIC",
    "PatientName": "PHANTOM^SYNTHETIC",
    "PatientID": "SYNTHETIC",
    "PatientBirthDate": "",
    "PatientSex": "",
    "BodyPartExamined": "HAND",
    "ViewPosition": "PA",
    "InstanceNumber": 1,
    "ImagerPixelSpacing": [0.17, 0.17],
    "PixelSpacing": [0.17, 0.17],
    "PixelSpacingCalibrationType": "GEOMETRY",
    "SamplesPerPixel": 1,
    "PixelRepresentation": 0,
    "PixelIntensityRelationship": "LOG",
    "RescaleIntercept": 0,
    "RescaleSlope": 1,
    "RescaleType": "US",
    "LossyImageCompression": "00",
    "BurnedInAnnotation": "NO",
}


def _dataset(stored: Stored, photometric: str, bits: int, laterality: str) -> Dataset:
    """Everything but the pixel data. UIDs follow from the content: the same call, the same bytes."""
    key = hashlib.sha256(stored.tobytes() + f"{photometric} {bits} {laterality}".encode()).hexdigest()
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    elements = ALWAYS | {
        "SOPInstanceUID": generate_uid(entropy_srcs=[key, "instance"]),
        "StudyInstanceUID": generate_uid(entropy_srcs=[key, "study"]),
        "SeriesInstanceUID": generate_uid(entropy_srcs=[key, "series"]),
        "ImageLaterality": laterality,
        "PhotometricInterpretation": photometric,
        "Rows": stored.shape[0],
        "Columns": stored.shape[1],
        "BitsAllocated": stored.dtype.itemsize * 8,
        "BitsStored": bits,
        "HighBit": bits - 1,
        "PixelIntensityRelationshipSign": -1 if photometric == "MONOCHROME1" else 1,
        "PresentationLUTShape": "INVERSE" if photometric == "MONOCHROME1" else "IDENTITY",
    }
    for keyword, value in elements.items():
        setattr(dataset, keyword, value)
    return dataset


def _fill_pixel_data(dataset: Dataset, stored: Stored, transfer_syntax: str) -> None:
    meta = dataset.file_meta
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = dataset.SOPClassUID, dataset.SOPInstanceUID
    meta.TransferSyntaxUID = UID(transfer_syntax) if transfer_syntax in UNCOMPRESSED else ExplicitVRLittleEndian
    kind = stored.dtype.newbyteorder(">" if transfer_syntax == ExplicitVRBigEndian else "<")
    data = stored.astype(kind).tobytes()
    dataset.PixelData = data + b"\0" * (len(data) % 2)
    dataset["PixelData"].VR = "OB" if stored.dtype.itemsize == 1 else "OW"
    if transfer_syntax in BY_PYDICOM:
        plugin = "pydicom" if transfer_syntax == RLELossless else ""
        dataset.compress(transfer_syntax, stored, encoding_plugin=plugin, generate_instance_uid=False)
    elif transfer_syntax in BY_GDCM:
        _encapsulate(dataset, _by_gdcm(dataset, transfer_syntax), transfer_syntax)
    elif transfer_syntax == JPEGBaseline8Bit:
        out = BytesIO()
        Image.fromarray(stored).save(out, "JPEG", quality=95)
        _encapsulate(dataset, out.getvalue(), transfer_syntax)
        dataset.LossyImageCompression, dataset.LossyImageCompressionMethod = "01", "ISO_10918_1"
    elif transfer_syntax not in UNCOMPRESSED:
        raise ValueError(f"phantoms are not written in transfer syntax {transfer_syntax}")


def _encapsulate(dataset: Dataset, frame: bytes, transfer_syntax: str) -> None:
    dataset.PixelData = encapsulate([frame])
    dataset["PixelData"].VR = "OB"
    dataset["PixelData"].is_undefined_length = True
    dataset.file_meta.TransferSyntaxUID = UID(transfer_syntax)


def _by_gdcm(dataset: Dataset, transfer_syntax: str) -> bytes:
    """The frame of an uncompressed data set as lossless JPEG, which pydicom cannot encode.

    By way of files, because gdcm's Python objects that are built in memory abort the process.
    """
    with TemporaryDirectory() as folder:
        plain, packed = Path(folder) / "plain.dcm", Path(folder) / "packed.dcm"
        dcmwrite(plain, dataset, enforce_file_format=True)
        reader = gdcm.ImageReader()
        reader.SetFileName(str(plain))
        change = gdcm.ImageChangeTransferSyntax()
        kind = gdcm.TransferSyntax
        process = kind.JPEGLosslessProcess14_1 if transfer_syntax == JPEGLosslessSV1 else kind.JPEGLosslessProcess14
        change.SetTransferSyntax(kind(process))
        if not reader.Read():
            raise ValueError("gdcm could not read the phantom")
        change.SetInput(reader.GetImage())
        if not change.Change():
            raise ValueError("gdcm could not encode the phantom as lossless JPEG")
        writer = gdcm.ImageWriter()
        writer.SetFile(reader.GetFile())
        writer.SetImage(change.GetOutput())
        writer.SetFileName(str(packed))
        if not writer.Write():
            raise ValueError("gdcm could not write the phantom")
        return b"".join(generate_frames(dcmread(packed).PixelData, number_of_frames=1))
