"""What a DICOM header says of how the radiograph was made, as an `Acquisition`."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from pydicom.dataset import Dataset, FileDataset
from pydicom.tag import BaseTag
from pydicom.valuerep import DA, DT, TM

from forensix.domain.case import Acquisition
from forensix.domain.view import VOI
from forensix.imaging.dicom_pixels import is_lossy

BULK = {"OB", "OD", "OF", "OL", "OV", "OW", "UN", "SQ", "OB or OW", "US or OW"}
TEXT = 200
MOST_TAGS = 2000
"""Elements kept for the tag viewer; a radiograph's header has a few hundred."""
ROUNDING = 1e-3
"""By which share two spacings may differ as texts and be the same: 0.1489 and 0.148905."""
NOT_SQUARE = 0.02
"""By which share height and width of a pixel may differ and be called square."""
OLDEST = 110.0
"""Years; an older patient is a date that stands for none, such as 1900-01-01."""
AGES_DIFFER = 1.5
"""Years by which an age in whole years and one reckoned from two dates may differ and say the same."""
AGE_UNITS = {"Y": 1.0, "M": 1 / 12, "W": 7 / 365.25, "D": 1 / 365.25}
DATES = (("AcquisitionDate", "AcquisitionTime"), ("ContentDate", "ContentTime"), ("SeriesDate", "SeriesTime"), ("StudyDate", "StudyTime"))


def acquisition_of(dataset: FileDataset, windows: tuple[VOI, ...], conversions: tuple[str, ...], warnings: tuple[str, ...]) -> Acquisition:
    spacing, trusted = _spacing(dataset)
    lossy = is_lossy(dataset)
    if lossy:
        warnings = (*warnings, "Lossy compression has changed the radiograph; the original may show more.")
    doubts: list[str] = []
    acquired_at = _acquired_at(dataset)
    laterality, age = _laterality(dataset, doubts), _age(dataset, acquired_at, doubts)
    if spacing is None:
        _shape(dataset, doubts)
    return Acquisition(
        modality=_text(dataset, "Modality"),
        view=_view(dataset),
        laterality=laterality,
        body_part=_text(dataset, "BodyPartExamined"),
        pixel_spacing_mm=spacing,
        spacing_trusted=trusted,
        acquired_at=acquired_at,
        windows=windows,
        transfer_syntax=str(dataset.file_meta.TransferSyntaxUID),
        photometric_interpretation=_text(dataset, "PhotometricInterpretation"),
        bits_stored=int(dataset.BitsStored),
        lossy=lossy,
        device=" ".join(filter(None, (_text(dataset, "Manufacturer"), _text(dataset, "ManufacturerModelName")))),
        patient_age_years=age,
        patient_sex=_text(dataset, "PatientSex"),
        sop_instance_uid=_text(dataset, "SOPInstanceUID"),
        conversions=conversions,
        warnings=(*warnings, *doubts),
        tags=_tags(dataset),
    )


def _text(dataset: Dataset, keyword: str) -> str:
    """The element's text in one line, cut to `TEXT`; "" where it is missing or broken."""
    try:
        return " ".join(_plain(dataset.get(keyword)).split())[:TEXT]
    except Exception:  # a broken element raises whatever its value's parser raises; a doubt about one tag stops nothing
        return ""


def _plain(value: Any) -> str:
    text = "" if value is None else str(value)
    return text.replace("\0", "").strip().encode("utf-8", "replace").decode()


def _view(dataset: Dataset) -> str:
    if said := _text(dataset, "ViewPosition"):
        return said
    codes = list(dataset.get("ViewCodeSequence") or [])
    return _text(codes[0], "CodeMeaning") if codes else ""


def _spacing(dataset: Dataset) -> tuple[tuple[float, float] | None, bool]:
    """At the patient when calibrated: the header says how, or it differs from the plate's (PS3.3 10.7.1.3) by more than rounding does."""
    own, plate = _pair(dataset, "PixelSpacing"), _pair(dataset, "ImagerPixelSpacing") or _pair(dataset, "NominalScannedPixelSpacing")
    if own is None:
        return plate, False
    calibrated = _text(dataset, "PixelSpacingCalibrationType") in ("GEOMETRY", "FIDUCIAL")
    return own, calibrated or (plate is not None and any(abs(a / b - 1.0) > ROUNDING for a, b in zip(own, plate, strict=True)))


def _shape(dataset: Dataset, doubts: list[str]) -> None:
    """Of a pixel, height to width (PixelAspectRatio, 0028,0034), where no spacing tells it; the networks see a square in any case."""
    ratio = _pair(dataset, "PixelAspectRatio", below=1e6)
    if ratio is not None and abs(ratio[0] / ratio[1] - 1.0) > NOT_SQUARE:
        doubts.append(
            f"The header says that the pixels are not square ({ratio[0]:g} high to {ratio[1]:g} wide): the hand is shown as it is stored, "
            "squeezed or stretched, and lengths and angles measured on it are wrong."
        )


def _pair(dataset: Dataset, keyword: str, below: float = 100.0) -> tuple[float, float] | None:
    try:
        down, across = [float(value) for value in dataset.get(keyword) or []]
    except (TypeError, ValueError):
        return None
    return (down, across) if 0 < down < below and 0 < across < below else None


def _laterality(dataset: Dataset, doubts: list[str]) -> str:
    """The image's side, else the series'; none where the two contradict each other."""
    image, series = _text(dataset, "ImageLaterality"), _text(dataset, "Laterality")
    if {image.upper(), series.upper()} == {"L", "R"}:
        doubts.append("The header contradicts itself about the side (ImageLaterality and Laterality); the side is taken as not known.")
        return ""
    return image or series


def _age(dataset: Dataset, acquired_at: datetime | None, doubts: list[str]) -> float | None:
    """Of an age string, three digits and a unit (PS3.5 6.2), and of the birth date; the higher where both are there."""
    said = re.fullmatch(r"([0-9]{1,3})([YMWD])", _text(dataset, "PatientAge").upper())
    declared = int(said[1]) * AGE_UNITS[said[2]] if said else None
    reckoned = _since_birth(dataset, acquired_at)
    if reckoned is not None and not 0 <= reckoned <= OLDEST:
        doubts.append("The header's date of birth makes no possible age and is taken as a placeholder.")
        reckoned = None
    if declared is None or reckoned is None:
        return reckoned if declared is None else declared
    if abs(declared - reckoned) > AGES_DIFFER:
        doubts.append("The header contradicts itself about the age (PatientAge and PatientBirthDate); the higher is taken.")
    return declared if abs(declared - reckoned) <= AGES_DIFFER else max(declared, reckoned)


def _since_birth(dataset: Dataset, acquired_at: datetime | None) -> float | None:
    """Years from the birth date to the exposure."""
    try:
        born = DA(_text(dataset, "PatientBirthDate"))
    except ValueError:
        return None
    return (acquired_at.date() - born).days / 365.25 if born and acquired_at else None


def _acquired_at(dataset: Dataset) -> datetime | None:
    try:
        if moment := _text(dataset, "AcquisitionDateTime"):
            parsed = DT(moment)
            return datetime.fromisoformat(parsed.isoformat()) if parsed else None
        for day, time in DATES:
            if said := _text(dataset, day):
                date, clock = DA(said), TM(_text(dataset, time) or "000000")
                return datetime.combine(date, clock) if date and clock else None
    except (TypeError, ValueError, OverflowError):
        pass
    return None


def _tags(dataset: FileDataset) -> dict[str, str]:
    """Every short element, the first `MOST_TAGS`: keyword (private ones by number) to text, in the character set that the file declares."""
    found: dict[str, str] = {}
    for part in (dataset.file_meta, dataset):
        for tag in part.keys():  # noqa: SIM118  (iterating a data set parses its elements, and a broken one would end the loop)
            if len(found) < MOST_TAGS:
                _add(found, part, tag)
    return found


def _add(found: dict[str, str], part: Dataset, tag: BaseTag) -> None:
    try:
        if part.get_item(tag).VR in BULK:  # as it lies in the file: a sequence is not parsed to be left out
            return
        element = part[tag]
        if element.VR not in BULK:
            found[element.keyword or str(tag)] = _plain(element.value)[:TEXT]
    except Exception:  # as in _text: one broken element is no reason to refuse a radiograph
        found[str(tag)] = "(unreadable)"
