"""Who and what a case is about: incident, case, specimen, radiograph, acquisition, examiner."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from forensix.domain.view import VOI


class CaseKind(StrEnum):
    """INTERPOL DVI: post-mortem (a body or part) or ante-mortem (a missing person's file)."""

    PM = "pm"
    AM = "am"


class Side(StrEnum):
    """Body side of the hand; unknown is an answer."""

    LEFT = "left"
    RIGHT = "right"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What a person may do; an administrator cannot sign, an auditor only reads."""

    EXAMINER = "examiner"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class CaseStatus(StrEnum):
    """How far a case has come; derived from what it holds, in the order of work."""

    OPENED = "opened"
    RECEIVED = "received"
    EXAMINED = "examined"
    CONCLUDED = "concluded"
    REVIEWED = "reviewed"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class Incident:
    """A disaster or enquiry; `agency` is who is in charge."""

    id: str
    name: str
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One body or part (PM number), or one missing person's file (AM number); `number` is unique in the casebook."""

    id: str
    incident_id: str
    number: str
    kind: CaseKind
    requester: str
    opened_at: datetime
    status: CaseStatus = CaseStatus.OPENED


@dataclass(frozen=True, slots=True)
class Specimen:
    """The part that was radiographed; `label` is unique in the case."""

    id: str
    case_id: str
    label: str
    element: str = "hand"
    side: Side = Side.UNKNOWN
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Acquisition:
    """What the file's header says of how the radiograph was made, and what reading it changed.

    Parameters
    ----------
    modality : str
        DICOM (0008,0060), e.g. "CR"; "" for a plain image file.
    view, laterality : str
        As declared: ViewPosition "PA"; "L", "R" or "".
    pixel_spacing_mm : tuple of float or None
        (row spacing, column spacing) in mm, as declared.
    spacing_trusted : bool
        Whether it is a calibrated spacing at the patient (not the imager plate's, not a scan's dots per inch).
    acquired_at : datetime or None
        As declared by the file; its time zone is that of the device, unstated when naive.
    windows : tuple of VOI
        VOI LUTs and windows in the file's order, on the 0..1 scale of `Pixels`.
    transfer_syntax : str
        DICOM UID, or the image format in words ("png", "jpeg").
    lossy : bool
        Whether the pixels went through a lossy compression that the file declares or implies.
    conversions : tuple of str
        Each thing that reading did to the stored values, as a sentence ("R=G=B read as gray").
    warnings : tuple of str
        Each thing about the file that an examiner should know, as a sentence.
    tags : dict
        Header fields for the tag viewer: keyword -> text. Patient text among them is hidden while blind.
    """

    modality: str = ""
    view: str = ""
    laterality: str = ""
    body_part: str = ""
    pixel_spacing_mm: tuple[float, float] | None = None
    spacing_trusted: bool = False
    acquired_at: datetime | None = None
    windows: tuple[VOI, ...] = ()
    transfer_syntax: str = ""
    photometric_interpretation: str = ""
    rows: int = 0
    columns: int = 0
    bits_stored: int = 0
    lossy: bool = False
    device: str = ""
    patient_age_years: float | None = None
    patient_sex: str = ""
    sop_instance_uid: str = ""
    conversions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)

    @property
    def declared_side(self) -> Side:
        """The side that the header names."""
        return {"L": Side.LEFT, "R": Side.RIGHT}.get(self.laterality.strip().upper()[:1], Side.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Radiograph:
    """An item in custody; holds no pixels. `sha256` is of the file as received, `pixels_sha256` of the float32 array analysed."""

    id: str
    specimen_id: str
    sha256: str
    pixels_sha256: str
    file_name: str
    acquisition: Acquisition
    received_at: datetime | None = None
    side: Side = Side.UNKNOWN
    view: str = ""
    quality: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A radiograph that had been received into the wrong case: its record stays there, and its file was received into the right one.

    Parameters
    ----------
    case_id, number, incident : str
        The case that it is in now.
    received_as : str
        The radiograph's id there.
    reason, actor, at
        Why, by whom and when it was withdrawn.
    sequence : int
        The custody event that says so.
    """

    specimen: Specimen
    radiograph: Radiograph
    case_id: str
    number: str
    incident: str
    received_as: str
    reason: str
    actor: str
    at: datetime
    sequence: int


@dataclass(frozen=True, slots=True)
class Examiner:
    """A person who acts; `certificate_serial` is empty while only claimed."""

    id: str
    name: str
    role: Role = Role.EXAMINER
    qualification: str = ""
    certificate_serial: str = ""
