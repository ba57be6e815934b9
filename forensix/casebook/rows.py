"""Table rows to domain objects and back."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensix.casebook.clock import stamp
from forensix.casebook.codec import from_json, to_json
from forensix.domain.case import Acquisition, Case, CaseKind, CaseStatus, Examiner, Incident, Radiograph, Role, Side, Specimen
from forensix.domain.custody import CustodyEvent
from forensix.domain.examination import (
    AgeEstimate,
    Conclusion,
    Examination,
    ExaminationRecipe,
    Observation,
    ObservedSex,
    Outcome,
    Review,
    Saliency,
    SaliencyCheck,
    SexEstimate,
)
from forensix.domain.report import Report, Signature

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ListedRadiograph:
    """What a list shows of a radiograph: all but its acquisition, whose lookup tables make ten thousand of them slow to read."""

    id: str
    specimen_id: str
    sha256: str
    file_name: str
    received_at: datetime
    side: Side
    view: str
    quality: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """One corrected value; the row that it corrects stays as it was written."""

    id: str
    kind: str
    subject_id: str
    key: str
    old: str
    value: str
    reason: str
    actor: str
    at: datetime


def number_key(number: str) -> str:
    """What two spellings of one case number share: Unicode composition, capitals and outer blanks do not make another case."""
    return unicodedata.normalize("NFC", number).strip().casefold()


def from_examiner(examiner: Examiner) -> Row:
    return {
        "id": examiner.id,
        "name": examiner.name,
        "role": examiner.role.value,
        "qualification": examiner.qualification,
        "certificate_serial": examiner.certificate_serial,
    }


def to_examiner(row: Row) -> Examiner:
    return Examiner(row["id"], row["name"], Role(row["role"]), row["qualification"], row["certificate_serial"])


def from_incident(incident: Incident) -> Row:
    return {"id": incident.id, "name": incident.name, "agency": incident.agency}


def to_incident(row: Row) -> Incident:
    return Incident(row["id"], row["name"], row["agency"])


def from_case(case: Case) -> Row:
    return {
        "id": case.id,
        "incident_id": case.incident_id,
        "number": case.number,
        "number_key": number_key(case.number),
        "kind": case.kind.value,
        "requester": case.requester,
        "opened_at": stamp(case.opened_at),
    }


def to_case(row: Row, status: CaseStatus) -> Case:
    opened_at = datetime.fromisoformat(row["opened_at"])
    return Case(row["id"], row["incident_id"], row["number"], CaseKind(row["kind"]), row["requester"], opened_at, status)


def from_specimen(specimen: Specimen) -> Row:
    return {
        "id": specimen.id,
        "case_id": specimen.case_id,
        "label": specimen.label,
        "element": specimen.element,
        "side": specimen.side.value,
        "condition": specimen.condition,
    }


def to_specimen(row: Row) -> Specimen:
    return Specimen(row["id"], row["case_id"], row["label"], row["element"], Side(row["side"]), row["condition"])


def from_radiograph(radiograph: Radiograph, case_id: str, received_at: datetime) -> Row:
    return {
        "id": radiograph.id,
        "case_id": case_id,
        "specimen_id": radiograph.specimen_id,
        "sha256": radiograph.sha256,
        "pixels_sha256": radiograph.pixels_sha256,
        "file_name": radiograph.file_name,
        "received_at": stamp(received_at),
        "side": radiograph.side.value,
        "view": radiograph.view,
        "quality": to_json(radiograph.quality),
        "acquisition": to_json(radiograph.acquisition),
    }


def to_radiograph(row: Row) -> Radiograph:
    return Radiograph(
        row["id"],
        row["specimen_id"],
        row["sha256"],
        row["pixels_sha256"],
        row["file_name"],
        from_json(Acquisition, row["acquisition"]),
        datetime.fromisoformat(row["received_at"]),
        Side(row["side"]),
        row["view"],
        from_json(tuple[str, ...], row["quality"]),
    )


def to_listed(row: Row) -> ListedRadiograph:
    received_at, quality = datetime.fromisoformat(row["received_at"]), from_json(tuple[str, ...], row["quality"])
    names = (row["id"], row["specimen_id"], row["sha256"], row["file_name"])
    return ListedRadiograph(*names, received_at, Side(row["side"]), row["view"], quality)


def from_observation(observation: Observation) -> Row:
    return {
        "id": observation.id,
        "radiograph_id": observation.radiograph_id,
        "examiner_id": observation.examiner_id,
        "outcome": observation.outcome.value,
        "features": observation.features,
        "certainty": observation.certainty,
        "locked_at": stamp(observation.locked_at),
    }


def to_observation(row: Row) -> Observation:
    return Observation(
        row["id"],
        row["radiograph_id"],
        row["examiner_id"],
        ObservedSex(row["outcome"]),
        row["features"],
        row["certainty"],
        datetime.fromisoformat(row["locked_at"]),
    )


def from_examination(examination: Examination) -> Row:
    saliency = examination.saliency
    map_ = None if saliency is None else saliency.map
    return {
        "id": examination.id,
        "radiograph_id": examination.radiograph_id,
        "examiner_id": examination.examiner_id,
        "performed_at": stamp(examination.performed_at),
        "recipe": to_json(examination.recipe),
        "logits": to_json(examination.logits),
        "sex": to_json(examination.sex),
        "age": None if examination.age is None else to_json(examination.age),
        "saliency": None if saliency is None else _saliency_json(saliency),
        "saliency_map": None if map_ is None else np.ascontiguousarray(map_, dtype="<f4").tobytes(),
        "reason": examination.reason,
    }


def _saliency_json(saliency: Saliency) -> str:
    shape = None if saliency.map is None else list(saliency.map.shape)
    words = {"method": saliency.method, "layer": saliency.layer, "explains": saliency.explains}
    checks = {"checks": saliency.checks} if saliency.checks else {}
    return to_json({**words, "grid": saliency.grid, "peak": saliency.peak, "shape": shape, **checks})


def to_examination(row: Row) -> Examination:
    return Examination(
        row["id"],
        row["radiograph_id"],
        row["examiner_id"],
        datetime.fromisoformat(row["performed_at"]),
        from_json(ExaminationRecipe, row["recipe"]),
        from_json(dict[str, str], row["logits"]),
        from_json(SexEstimate, row["sex"]),
        None if row["age"] is None else from_json(AgeEstimate, row["age"]),
        None if row["saliency"] is None else _to_saliency(row),
        row["reason"],
    )


def _to_saliency(row: Row) -> Saliency:
    stored = from_json(dict[str, Any], row["saliency"])
    map_: NDArray[np.float32] | None = None
    if row["saliency_map"] is not None:
        map_ = np.frombuffer(row["saliency_map"], dtype="<f4").reshape(stored["shape"]).astype(np.float32)
    rows, columns = stored["grid"]
    checks = tuple(SaliencyCheck(**check) for check in stored.get("checks", ()))
    return Saliency(stored["method"], stored["layer"], stored["explains"], map_, (rows, columns), float(stored["peak"]), checks)


def to_checks(text: str) -> tuple[SaliencyCheck, ...]:
    """Checks of a heatmap as the custody log keeps them."""
    checks: tuple[SaliencyCheck, ...] = from_json(tuple[SaliencyCheck, ...], text)
    return checks


def from_conclusion(conclusion: Conclusion, radiograph_id: str) -> Row:
    return {
        "id": conclusion.id,
        "examination_id": conclusion.examination_id,
        "radiograph_id": radiograph_id,
        "examiner_id": conclusion.examiner_id,
        "outcome": conclusion.outcome.value,
        "basis": conclusion.basis,
        "view_recipe": conclusion.view_recipe,
        "concluded_at": stamp(conclusion.concluded_at),
    }


def to_conclusion(row: Row) -> Conclusion:
    return Conclusion(
        row["id"],
        row["examination_id"],
        row["examiner_id"],
        Outcome(row["outcome"]),
        row["basis"],
        row["view_recipe"],
        datetime.fromisoformat(row["concluded_at"]),
    )


def from_review(review: Review) -> Row:
    return {
        "id": review.id,
        "case_id": review.case_id,
        "examiner_id": review.examiner_id,
        "agrees": int(review.agrees),
        "text": review.text,
        "checklist": to_json(review.checklist),
        "at": stamp(review.at),
    }


def to_review(row: Row) -> Review:
    checklist = from_json(dict[str, bool], row["checklist"])
    at = datetime.fromisoformat(row["at"])
    return Review(row["id"], row["case_id"], row["examiner_id"], bool(row["agrees"]), row["text"], checklist, at)


def from_report(report: Report, record: bytes, issued_at: datetime) -> Row:
    return {
        "id": report.id,
        "case_id": report.case_id,
        "version": report.version,
        "record_sha256": report.record_sha256,
        "supersedes": report.supersedes,
        "issued_at": stamp(issued_at),
        "record": record,
    }


def to_report(row: Row) -> Report:
    issued_at = datetime.fromisoformat(row["issued_at"])
    return Report(row["id"], row["case_id"], row["version"], row["record_sha256"], row["supersedes"], issued_at)


def from_signature(signature: Signature) -> Row:
    return {
        "id": f"{signature.report_id}/{signature.sequence}",
        "report_id": signature.report_id,
        "sequence": signature.sequence,
        "field": signature.field,
        "signer": signature.signer,
        "signed_at": stamp(signature.signed_at),
        "file_sha256": signature.file_sha256,
    }


def to_signature(row: Row) -> Signature:
    signed_at = datetime.fromisoformat(row["signed_at"])
    return Signature(row["report_id"], row["sequence"], row["field"], row["signer"], signed_at, row["file_sha256"])


def from_correction(correction: Correction) -> Row:
    return {
        "id": correction.id,
        "kind": correction.kind,
        "subject_id": correction.subject_id,
        "key": correction.key,
        "old": correction.old,
        "value": correction.value,
        "reason": correction.reason,
        "actor": correction.actor,
        "at": stamp(correction.at),
    }


def to_correction(row: Row) -> Correction:
    words = {name: row[name] for name in ("id", "kind", "subject_id", "key", "old", "value", "reason", "actor")}
    return Correction(**words, at=datetime.fromisoformat(row["at"]))


def from_event(event: CustodyEvent) -> Row:
    row = {name: getattr(event, name) for name in CustodyEvent.__slots__}
    return {**row, "details": to_json(event.details)}


def to_event(row: Row) -> CustodyEvent:
    return CustodyEvent(**{**row, "details": from_json(dict[str, Any], row["details"])})
