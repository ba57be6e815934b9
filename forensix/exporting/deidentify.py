"""De-identified copies of DICOM originals: the basic profile of PS3.15 Annex E, by the table that dicom-anonymizer holds of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pydicom import Dataset, dcmread
from pydicom.dataset import FileMetaDataset
from pydicom.errors import InvalidDicomError
from pydicom.filewriter import dcmwrite
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian

from forensix.domain.errors import UnsuitableRadiograph

TABLE = "dicomfields_2026c"
METHOD = "forensix: PS3.15 Annex E basic profile, table E.1-1 of 2026c"
PROFILE = ("113100", "DCM", "Basic Application Confidentiality Profile")
PIXELS = ("PixelData", "FloatPixelData", "DoubleFloatPixelData")
PLANES = (0x50, 0x60)
"""Groups 50xx and 60xx, curves and overlays: the table removes what they draw and leaves their labels, which may name anybody."""
UNTOUCHED = "the pixels are those of the original, bit for bit"


@dataclass(frozen=True, slots=True)
class Change:
    """One element that was changed: its place, its name, and what was done; never its old value."""

    place: str
    name: str
    done: str  # "removed", "emptied", "replaced" or "added"


@dataclass(frozen=True, slots=True)
class Deidentified:
    """A de-identified copy, and the list of what was changed in it; `burned_in` as the original's header declares it."""

    data: bytes
    changes: tuple[Change, ...]
    burned_in: str


class Profile:
    """The basic profile for one export: the same UID becomes the same new one in every file of it.

    The library knows the table, but looks at the top level only and puts a made-up date where the table removes one: here each item of each
    sequence is gone through too, and what the table removes is removed.
    """

    def __init__(self) -> None:
        from dicomanonymizer import simpledicomanonymizer as library
        from dicomanonymizer.dicomfields_selector import dicom_anonymization_database_selector

        library.dictionary.clear()  # new UIDs of an export tell nothing of those of another
        self._anonymize = library.anonymize_dataset
        removed = dicom_anonymization_database_selector(TABLE)["X_TAGS"]
        self._rules = library.initialize_actions(TABLE) | {tag: _remove for tag in removed if len(tag) == 2}

    def apply(self, original: bytes) -> Deidentified:
        """A de-identified copy of a DICOM file.

        Raises
        ------
        UnsuitableRadiograph
            It is no DICOM file, or holds an element that the profile cannot clean.
        """
        dataset = _parsed(original)
        burned_in = str(dataset.get("BurnedInAnnotation") or "not stated")
        before = dict(_elements(dataset))
        try:
            self._clean(dataset)
        except (NotImplementedError, ValueError, TypeError, AttributeError, KeyError) as error:
            raise UnsuitableRadiograph(f"The file cannot be de-identified: {error}.", "Hand it over by another way.") from error
        _declare(dataset)
        return Deidentified(_written(dataset), tuple(_changes(before, dict(_elements(dataset)))), burned_in)

    def _clean(self, dataset: Dataset) -> None:
        for element in list(dataset):
            if isinstance(element.value, Sequence):
                for item in element.value:
                    self._clean(item)
        self._anonymize(dataset, base_rules_gen=lambda: dict(self._rules))
        for tag in [element.tag for element in dataset if element.tag.group >> 8 in PLANES]:
            del dataset[tag]


def is_dicom(data: bytes) -> bool:
    """Whether a file can be de-identified here at all."""
    try:
        return bool(_parsed(data).get("SOPInstanceUID"))
    except UnsuitableRadiograph:
        return False


def _parsed(data: bytes) -> Dataset:
    try:
        dataset = dcmread(BytesIO(data), force=data[128:132] != b"DICM")
        dataset.decode()
        _ = dataset.file_meta
    except (InvalidDicomError, AttributeError, ValueError, KeyError, NotImplementedError, EOFError) as error:
        raise UnsuitableRadiograph("The file is no DICOM file.", "Only DICOM originals can be de-identified.") from error
    if not {"SOPClassUID", "SOPInstanceUID"} <= set(dataset.dir()):
        raise UnsuitableRadiograph("The file is no DICOM file.", "Only DICOM originals can be de-identified.")
    if "TransferSyntaxUID" not in dataset.file_meta:
        implicit, _ = dataset.original_encoding
        dataset.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian if implicit else ExplicitVRLittleEndian
    return dataset


def _remove(dataset: Dataset, tag: tuple[int, int]) -> None:
    if tag in dataset:
        del dataset[tag]


def _declare(dataset: Dataset) -> None:
    """Say in the copy that it is one, and by which profile (PS3.15 E.1)."""
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = PROFILE
    dataset.PatientIdentityRemoved = "YES"
    dataset.DeidentificationMethod = METHOD[:64]
    dataset.DeidentificationMethodCodeSequence = [code]
    dataset.LongitudinalTemporalInformationModified = "REMOVED"
    dataset.BurnedInAnnotation = "NO"  # a person has looked: without her tick nothing is exported
    meta = FileMetaDataset()  # anew: the original's may hold titles of stations, and anything at all as private information (0002,0102)
    meta.TransferSyntaxUID = dataset.file_meta.TransferSyntaxUID
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = dataset.SOPClassUID, dataset.SOPInstanceUID
    dataset.file_meta = meta


def _written(dataset: Dataset) -> bytes:
    dataset.preamble = bytes(128)  # a preamble may hold a program (CVE-2019-11687)
    target = BytesIO()
    dcmwrite(target, dataset, enforce_file_format=True)
    return target.getvalue()


def _elements(dataset: Dataset, place: str = "") -> Iterator[tuple[str, tuple[str, str]]]:
    """Every element but the pixels: its place (tags joined, with the number of the item), its name, and its value as text."""
    for element in dataset:
        here = f"{place}{element.tag}"
        if isinstance(element.value, Sequence):
            for number, item in enumerate(element.value, 1):
                yield from _elements(item, f"{here}[{number}].")
        if element.keyword not in PIXELS:
            yield here, ("private element" if element.tag.is_private else element.name, _text(element.value))


def _text(value: Any) -> str:
    """A value as later changes do not reach it; of a sequence how many items it has, of bytes their hash."""
    if isinstance(value, Sequence):
        return f"{len(value)} items" if len(value) else ""
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) and value else str(value or "")


def _changes(before: dict[str, tuple[str, str]], after: dict[str, tuple[str, str]]) -> Iterator[Change]:
    for place in sorted(before.keys() | after.keys()):
        if place not in after:
            yield Change(place, before[place][0], "removed")
        elif place not in before:
            yield Change(place, after[place][0], "added")
        elif before[place] != after[place]:
            yield Change(place, after[place][0], "replaced" if after[place][1] else "emptied")
