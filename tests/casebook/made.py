"""Made-up cases, radiographs and examinations; small, but with every field filled."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np

from forensix.casebook import Act, Casebook
from forensix.domain.case import Acquisition, Case, CaseKind, Incident, Radiograph, Side, Specimen
from forensix.domain.examination import (
    AgeEstimate,
    Conclusion,
    Examination,
    ExaminationRecipe,
    Limitation,
    Observation,
    ObservedSex,
    Outcome,
    Review,
    Saliency,
    SexEstimate,
)
from forensix.domain.report import Report, Signature
from forensix.domain.view import LookupTable, Window

IntegrityError = sqlite3.IntegrityError
WHEN = datetime(2026, 11, 21, 9, 30, 0, 123456, tzinfo=timezone(timedelta(hours=5, minutes=30)))


def new_id() -> str:
    return str(uuid.uuid4())


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def opened(casebook: Casebook, act: Act, number: str = "PM-0001", incident: str = "Flood 2026") -> Case:
    wanted = Case(new_id(), "", number, CaseKind.PM, "Coroner", WHEN)
    return casebook.open_case(Incident(new_id(), incident, "DVI unit"), wanted, act)


def acquisition() -> Acquisition:
    windows = (Window(0.1, 0.9, "sigmoid", "BONE"), LookupTable(0.0, 1.0, (0.0, 0.25, 1.0), "HAND"))
    return Acquisition(
        modality="DX",
        view="PA",
        laterality="L",
        pixel_spacing_mm=(0.1, 0.2),
        spacing_trusted=True,
        acquired_at=datetime(2026, 11, 1, 12, 0),  # a device that does not say its time zone
        windows=windows,
        transfer_syntax="1.2.840.10008.1.2.1",
        rows=10,
        columns=8,
        patient_age_years=31.5,
        conversions=("R=G=B read as gray",),
        tags={"PatientName": "Иванов^Иван", "Note": "a\x00b"},
    )


def radiograph(specimen_id: str, data: bytes, **changes: object) -> Radiograph:
    values: dict[str, object] = {
        "id": new_id(),
        "specimen_id": specimen_id,
        "sha256": sha(data),
        "pixels_sha256": sha(b"pixels" + data),
        "file_name": "hand.dcm",
        "acquisition": acquisition(),
        "side": Side.LEFT,
        "view": "PA",
        "quality": ("The wrist is cut off.",),
    }
    return Radiograph(**{**values, **changes})  # type: ignore[arg-type]


def specimen(case: Case, label: str = "A") -> Specimen:
    return Specimen(new_id(), case.id, label, "hand", Side.LEFT, "charred")


def received(casebook: Casebook, act: Act, case: Case, data: bytes = b"hand", label: str = "A") -> Radiograph:
    casebook.evidence.admit(data)
    wanted = specimen(case, label)
    return casebook.receive(wanted, radiograph(wanted.id, data), act)


def observation(radiograph: Radiograph, act: Act) -> Observation:
    return Observation(new_id(), radiograph.id, act.actor.id, ObservedSex.CANNOT_BE_TOLD, "none seen", "unsure", WHEN)


def examination(radiograph: Radiograph, act: Act, **changes: object) -> Examination:
    limits = (Limitation("subadult", "Outside ANSI/ASB 090."),)
    sex = SexEstimate(Outcome.MALE, "", "male", 2.25, 1.1, (-1.4, 1.5), 0.97, 0.5, 0.4, "m", limits, 2.0, 0.95, (2.25,))
    map_ = np.linspace(0, 1, 49, dtype=np.float32).reshape(7, 7)
    values: dict[str, object] = {
        "id": new_id(),
        "radiograph_id": radiograph.id,
        "examiner_id": act.actor.id,
        "performed_at": WHEN,
        "recipe": ExaminationRecipe("m", "a" * 64, "1", "b" * 64, "file", "no", "cpu", "float32", 2, 1, {"torch": "2.15.0"}),
        "logits": {"sex": (2.25).hex()},
        "sex": sex,
        "age": AgeEstimate(150.5, 130.0, 171.0, "m"),
        "saliency": Saliency("grad_cam", "layer4", "male", map_, (7, 7), 0.125),
        "reason": "",
    }
    return Examination(**{**values, **changes})  # type: ignore[arg-type]


def conclusion(examination: Examination, act: Act) -> Conclusion:
    return Conclusion(new_id(), examination.id, act.actor.id, Outcome.INDETERMINATE, "Both.", "{}", WHEN)


def review(case: Case, act: Act) -> Review:
    return Review(new_id(), case.id, act.actor.id, True, "Agreed.", {"technical": True, "administrative": False}, WHEN)


def report(case: Case, record: bytes, version: int = 1, supersedes: str | None = None) -> Report:
    return Report(new_id(), case.id, version, sha(record), supersedes)


def signature(report: Report, file_sha256: str, sequence: int = 1) -> Signature:
    return Signature(report.id, sequence, "Examiner" if sequence == 1 else "Reviewer", "Dr A", WHEN, file_sha256)


def issued(
    casebook: Casebook, act: Act, case: Case, pdf: bytes = b"%PDF signed", version: int = 1, supersedes: str | None = None
) -> Report:
    record = f'{{"version":{version}}}'.encode()
    wanted = report(case, record, version, supersedes)
    return casebook.issue(wanted, signature(wanted, casebook.report_files.admit(pdf)), record, act)


def whole_case(casebook: Casebook, act: Act, number: str = "PM-0001", data: bytes = b"hand") -> tuple[Case, Radiograph, Report]:
    """A case from its opening to its issued report."""
    case = opened(casebook, act, number)
    item = received(casebook, act, case, data)
    casebook.observe(observation(item, act), act)
    run = examination(item, act)
    casebook.examine(run, act)
    casebook.conclude(conclusion(run, act), act)
    casebook.review(review(case, act), act)
    return case, item, issued(casebook, act, case, b"%PDF " + data)


@contextlib.contextmanager
def other_program(folder: Path) -> Iterator[sqlite3.Connection]:
    """The casebook's database in the hands of another program, with another SQLite."""
    with contextlib.closing(sqlite3.connect(folder / "casebook.db", isolation_level=None)) as database:
        database.row_factory = sqlite3.Row
        yield database


def tamper(folder: Path, *statements: str) -> None:
    """Change the database as someone would who drops every trigger first and puts it back afterwards."""
    with other_program(folder) as database:
        triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            database.execute(statement)
        for _, sql in triggers:
            database.execute(sql)
