"""What is shown of one radiograph outside forensix, and the DICOM instance that it belongs to."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pydicom import Dataset, dcmread
from pydicom.errors import InvalidDicomError

from forensix.domain.case import Case, Examiner, Incident, Radiograph
from forensix.domain.examination import Conclusion, Examination
from forensix.domain.view import Pixels

MAKER, MODEL_NAME = "forensix", "sex and skeletal age estimation from hand radiographs"
SYNTHETIC = "SYNTHETIC: made-up radiograph, the estimate means nothing"
CAPTION = "where the network responded; not proof of the cause, not a measurement"
NOT_CONCLUDED = "no examiner has concluded on this estimate"
IDENTITY = ("PatientID", "PatientName", "PatientBirthDate", "PatientSex", "AccessionNumber", "StudyID", "StudyDate", "StudyTime")
INSTANCE = ("SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID")


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One radiograph, its estimate and, if there is one, the examiner's conclusion; the actor who exports it may see it.

    Parameters
    ----------
    original : bytes
        The file as received.
    concluded_by : Examiner or None
        None as long as `conclusion` is.
    """

    casebook_id: str
    synthetic: bool
    program: str
    incident: Incident
    case: Case
    radiograph: Radiograph
    pixels: Pixels
    original: bytes
    examination: Examination
    conclusion: Conclusion | None
    concluded_by: Examiner | None

    def uid(self, kind: str) -> str:
        """A UID of its own (PS3.5 B.2), the same whenever the same is exported."""
        name = f"forensix:{self.casebook_id}:{self.examination.id}:{kind}"
        return f"2.25.{uuid.uuid5(uuid.NAMESPACE_URL, name).int}"

    def series(self, what: str) -> str:
        """A series description that says of a made-up radiograph that it is one."""
        return f"SYNTHETIC forensix {what}" if self.synthetic else f"forensix {what}"

    def source(self) -> Dataset | None:
        """The header of the original, if it is a DICOM instance that others can refer to."""
        try:
            dataset = dcmread(BytesIO(self.original), stop_before_pixels=True, force=self.original[128:132] != b"DICM")
            complete = all(dataset.get(name) for name in INSTANCE)
        except (InvalidDicomError, AttributeError, ValueError, KeyError, NotImplementedError, EOFError):
            return None
        if not complete:
            return None
        for name in IDENTITY:
            setattr(dataset, name, str(dataset.get(name) or ""))  # as text, so that it can be written in another character set
        return dataset

    def study(self) -> dict[str, Any]:
        """Patient and study, as highdicom takes them: the original's, or the case number where the original has none."""
        source = self.source()
        if source is None:
            number = self.case.number[:64]
            name = f"forensix:{self.casebook_id}:{self.case.id}:study"
            own = f"2.25.{uuid.uuid5(uuid.NAMESPACE_URL, name).int}"
            return {"study_instance_uid": own, "patient_id": number, "patient_name": f"{number}^"}
        return {
            "study_instance_uid": source.StudyInstanceUID,
            "patient_id": source.PatientID,
            "patient_name": source.PatientName,
            "patient_birth_date": source.PatientBirthDate,
            "patient_sex": source.PatientSex or None,
            "accession_number": source.AccessionNumber,
            "study_id": source.StudyID,
            "study_date": source.StudyDate or None,
            "study_time": source.StudyTime or None,
        }
