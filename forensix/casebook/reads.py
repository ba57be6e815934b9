"""What can be read from a casebook; each method is one consistent view, and corrections are applied to what it returns."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from forensix.casebook import rows
from forensix.casebook.clock import Clock
from forensix.casebook.connection import Database, reading
from forensix.casebook.corrected import Corrected
from forensix.casebook.entry import last_event
from forensix.casebook.evidence import Evidence
from forensix.casebook.lookup import case_row, one_row
from forensix.casebook.rows import Correction, ListedRadiograph, Row
from forensix.casebook.withdrawn import IN_ITS_CASE, SINCE, held_row, withdrawals_of
from forensix.domain.case import Case, CaseStatus, Examiner, Incident, Radiograph, Specimen, Withdrawal
from forensix.domain.custody import CustodyEvent
from forensix.domain.examination import Conclusion, Examination, Observation, Outcome, Review
from forensix.domain.report import Report, Signature

DATABASE = "casebook.db"

# How far a radiograph has come, as a number in the order of CaseStatus; a conclusion later than the review or report is not covered by it.
# One that was withdrawn from its case has no state there; one that was put back counts from then on.
_STATES = f"""SELECT r.id, r.case_id, CASE
    WHEN concluded IS NULL THEN EXISTS (SELECT 1 FROM examinations x WHERE x.radiograph_id = r.id) + 1
    WHEN EXISTS (SELECT 1 FROM reports p WHERE p.case_id = r.case_id AND p.event > concluded) THEN 5
    WHEN EXISTS (SELECT 1 FROM reviews v WHERE v.case_id = r.case_id AND v.event > concluded) THEN 4
    ELSE 3 END AS state
    FROM (SELECT i.id, i.case_id, max((SELECT max(event) FROM conclusions WHERE radiograph_id = i.id), {SINCE}) AS concluded
          FROM radiographs i WHERE i.case_id = coalesce(:case, i.case_id) AND {IN_ITS_CASE}) r"""
_ORDER = tuple(CaseStatus)
_LISTED = "r.id, r.case_id, r.specimen_id, r.sha256, r.file_name, r.received_at, r.side, r.view, r.quality"
_LATEST = """SELECT x.radiograph_id, x.event, json_extract(x.sex, '$.outcome') AS outcome,
    json_extract(x.sex, '$.typicality') AS typicality,
    EXISTS (SELECT 1 FROM observations o WHERE o.radiograph_id = x.radiograph_id AND o.examiner_id = :me) AS observed,
    (SELECT c.outcome FROM conclusions c WHERE c.radiograph_id = x.radiograph_id ORDER BY c.event DESC LIMIT 1) AS concluded
    FROM examinations x
    WHERE x.event = (SELECT max(event) FROM examinations WHERE radiograph_id = x.radiograph_id)"""
_SHOWN = """SELECT json_extract(details, '$.radiograph') AS radiograph, max(sequence) AS last FROM custody
    WHERE kind = 'shown' AND json_extract(details, '$.actor_id') = :me GROUP BY 1"""

_CHECKS = """SELECT json_extract(details, '$.checks') AS checks FROM custody
    WHERE case_id = (SELECT case_id FROM radiographs WHERE id = :radiograph)
    AND kind = 'heatmap_checked' AND json_extract(details, '$.examination') = :examination ORDER BY sequence LIMIT 1"""


class LatestRun(NamedTuple):
    """What a worklist needs of a radiograph's latest run, and what the examiner who asks has done; who may see it is decided elsewhere.

    `concluded` is what an examiner concluded last on the radiograph, whichever run it was.
    """

    radiograph_id: str
    outcome: Outcome
    typicality: float
    observed: bool
    shown: bool
    concluded: Outcome | None = None


class WorklistRow(NamedTuple):
    """One radiograph of the worklist; `Casebook.radiograph(row.radiograph.id)` has its acquisition too."""

    case: Case
    specimen: Specimen
    radiograph: ListedRadiograph
    state: CaseStatus


class Reads:
    """A casebook's folder, its settings, and all that can be read from it."""

    def __init__(self, folder: Path, settings: dict[str, str], clock: Clock) -> None:
        self.folder = folder
        self.id = settings["id"]
        self.blind_first = settings["blind_first"] == "true"
        self.synthetic = settings["synthetic"] == "true"
        self.evidence = Evidence(folder / "originals")
        self.report_files = Evidence(folder / "reports", suffix=".pdf")
        self._path = folder / DATABASE
        self._clock = clock

    @contextlib.contextmanager
    def _reading(self) -> Iterator[tuple[Database, Corrected]]:
        with reading(self._path) as database:
            yield database, Corrected(database)

    def _all(self, sql: str, parameters: dict[str, Any]) -> list[Row]:
        with reading(self._path) as database:
            return list(database.query(sql, parameters))

    def incidents(self) -> list[Incident]:
        with self._reading() as (database, corrected):
            found = database.query("SELECT * FROM incidents ORDER BY event")
            return [rows.to_incident(corrected(row)) for row in found]

    def cases(self, incident_id: str | None = None) -> list[Case]:
        """Cases in the order in which they were opened."""
        with self._reading() as (database, corrected):
            statuses = _statuses(database)
            found = database.query("SELECT * FROM cases WHERE incident_id = coalesce(:id, incident_id) ORDER BY event", {"id": incident_id})
            return [_case(corrected(row), statuses) for row in found]

    def case(self, number_or_id_prefix: str) -> Case:
        """A case by its number, its id, or the first 6 characters or more of its id.

        Raises
        ------
        CaseConflict
            Unknown, or more than one.
        """
        with self._reading() as (database, corrected):
            row = case_row(database, corrected, number_or_id_prefix)
            return _case(row, _statuses(database, row["id"]))

    def specimens(self, case_id: str) -> list[Specimen]:
        with self._reading() as (database, corrected):
            found = database.query("SELECT * FROM specimens WHERE case_id = :id ORDER BY event", {"id": case_id})
            return [rows.to_specimen(corrected(row)) for row in found]

    def radiographs(self, case_id: str | None = None) -> list[Radiograph]:
        """The radiographs of a case, or all, in the order of receipt; those that were withdrawn from their case are in `withdrawals`."""
        with self._reading() as (database, corrected):
            found = database.query("SELECT * FROM radiographs WHERE case_id = coalesce(:id, case_id) ORDER BY event", {"id": case_id})
            return [rows.to_radiograph(corrected(row)) for row in found if not corrected.withdrawn(row)]

    def withdrawals(self, case_id: str) -> list[Withdrawal]:
        """The radiographs that were withdrawn from a case, in the order of receipt: its history, and nothing that it rests on."""
        with self._reading() as (database, corrected):
            return withdrawals_of(database, corrected, case_id)

    def require_held(self, radiograph_id: str) -> None:
        """See that a radiograph is in its case still.

        Raises
        ------
        Withdrawn
        """
        with reading(self._path) as database:
            held_row(database, radiograph_id)

    def radiograph(self, id_prefix: str) -> Radiograph:
        """A radiograph by its id, or the first 6 characters or more of it; one that was withdrawn from its case too.

        Raises
        ------
        CaseConflict
            Unknown, or more than one.
        """
        with self._reading() as (database, corrected):
            return rows.to_radiograph(corrected(one_row(database, "radiographs", id_prefix)))

    def with_sha256(self, sha256: str) -> list[tuple[Case, Radiograph]]:
        """Where the file with this hash was received before."""
        return self._cases_with("sha256", sha256)

    def with_pixels_sha256(self, pixels_sha256: str) -> list[tuple[Case, Radiograph]]:
        """Where the same picture was received before, whatever its file."""
        return self._cases_with("pixels_sha256", pixels_sha256)

    def _cases_with(self, column: str, value: str) -> list[tuple[Case, Radiograph]]:
        with self._reading() as (database, corrected):
            found = list(database.query(f"SELECT * FROM radiographs WHERE {column} = :value ORDER BY event", {"value": value}))
            there = (row for row in found if not corrected.withdrawn(row))
            return [(_case_of(database, corrected, row["case_id"]), rows.to_radiograph(corrected(row))) for row in there]

    def case_of(self, radiograph_id: str) -> Case:
        """The case that a radiograph belongs to.

        Raises
        ------
        CaseConflict
            Unknown.
        """
        with self._reading() as (database, corrected):
            row = one_row(database, "radiographs", radiograph_id)
            return _case_of(database, corrected, row["case_id"])

    def worklist(self) -> list[WorklistRow]:
        """Every radiograph with its case, specimen and state, in the order of cases and receipt."""
        with self._reading() as (database, corrected):
            statuses = _statuses(database)
            cases = {row["id"]: _case(corrected(row), statuses) for row in database.query("SELECT * FROM cases")}
            specimens = {row["id"]: rows.to_specimen(corrected(row)) for row in database.query("SELECT * FROM specimens")}
            states = {row["id"]: _ORDER[row["state"]] for row in database.query(_STATES, {"case": None})}
            found = database.query(
                f"SELECT {_LISTED} FROM cases k CROSS JOIN radiographs r ON r.case_id = k.id ORDER BY k.event, r.event",
            )
            listed = ((row["case_id"], rows.to_listed(corrected(row))) for row in found if not corrected.withdrawn(row))
            return [WorklistRow(cases[case_id], specimens[item.specimen_id], item, states[item.id]) for case_id, item in listed]

    def latest_runs(self, examiner_id: str) -> list[LatestRun]:
        """The latest run of every examined radiograph: whether this examiner has observed it, and was shown this run."""
        with reading(self._path) as database:
            shown = {row["radiograph"]: row["last"] for row in database.query(_SHOWN, {"me": examiner_id})}
            found = list(database.query(_LATEST, {"me": examiner_id}))
        return [
            LatestRun(
                row["radiograph_id"],
                Outcome(row["outcome"]),
                float(row["typicality"]),
                bool(row["observed"]),
                shown.get(row["radiograph_id"], 0) > row["event"],
                Outcome(row["concluded"]) if row["concluded"] else None,
            )
            for row in found
        ]

    def observed_by(self, examiner_ids: Iterable[str]) -> frozenset[str]:
        """The ids of the radiographs that an examiner, under any of these ids, has observed."""
        with reading(self._path) as database:
            found = "SELECT DISTINCT radiograph_id FROM observations WHERE examiner_id = :id"
            return frozenset(row["radiograph_id"] for one in examiner_ids for row in database.query(found, {"id": one}))

    def observations(self, radiograph_id: str) -> list[Observation]:
        found = self._all("SELECT * FROM observations WHERE radiograph_id = :id ORDER BY event", {"id": radiograph_id})
        return [rows.to_observation(row) for row in found]

    def examinations(self, radiograph_id: str) -> list[Examination]:
        """Every run, the first one first."""
        with reading(self._path) as database:
            found = database.query("SELECT * FROM examinations WHERE radiograph_id = :id ORDER BY event", {"id": radiograph_id})
            return [_with_checks(database, rows.to_examination(row)) for row in list(found)]

    def examination(self, id_prefix: str) -> Examination:
        """An examination by its id, or the first 6 characters or more of it.

        Raises
        ------
        CaseConflict
            Unknown, or more than one.
        """
        with reading(self._path) as database:
            return _with_checks(database, rows.to_examination(one_row(database, "examinations", id_prefix)))

    def conclusions(self, radiograph_id: str) -> list[Conclusion]:
        """Conclusions on any examination of the radiograph; the last one holds."""
        found = self._all("SELECT * FROM conclusions WHERE radiograph_id = :id ORDER BY event", {"id": radiograph_id})
        return [rows.to_conclusion(row) for row in found]

    def reviews(self, case_id: str) -> list[Review]:
        return [rows.to_review(row) for row in self._all("SELECT * FROM reviews WHERE case_id = :id ORDER BY event", {"id": case_id})]

    def reports(self, case_id: str) -> list[Report]:
        """Reports of a case, the first version first."""
        return [rows.to_report(row) for row in self._all("SELECT * FROM reports WHERE case_id = :id ORDER BY version", {"id": case_id})]

    def report(self, id_prefix: str) -> Report:
        """A report by its id, or the first 6 characters or more of it.

        Raises
        ------
        CaseConflict
            Unknown, or more than one.
        """
        with reading(self._path) as database:
            return rows.to_report(one_row(database, "reports", id_prefix))

    def record(self, report_id: str) -> bytes:
        """The canonical record.json of a report, as it was issued."""
        with reading(self._path) as database:
            return bytes(one_row(database, "reports", report_id)["record"])

    def report_with_file(self, sha256: str) -> Report | None:
        """The report that has, or had before its countersignature, a file with this hash."""
        sql = "SELECT p.* FROM reports p JOIN signatures s ON s.report_id = p.id WHERE s.file_sha256 = :sha256 LIMIT 1"
        found = self._all(sql, {"sha256": sha256})
        return rows.to_report(found[0]) if found else None

    def signatures(self, report_id: str) -> list[Signature]:
        found = self._all("SELECT * FROM signatures WHERE report_id = :id ORDER BY sequence", {"id": report_id})
        return [rows.to_signature(row) for row in found]

    def events(self, case_id: str | None = None) -> list[CustodyEvent]:
        """The custody chain, or one case's own events of it."""
        if case_id is None:
            return [rows.to_event(row) for row in self._all("SELECT * FROM custody ORDER BY sequence", {})]
        found = self._all("SELECT * FROM custody WHERE case_id = :id ORDER BY sequence", {"id": case_id})
        return [rows.to_event(row) for row in found]

    def head(self) -> tuple[int, str]:
        """(sequence, seal) of the last custody event."""
        with reading(self._path) as database:
            sequence, seal, _ = last_event(database)
            return sequence, seal

    def examiners(self) -> list[Examiner]:
        return [rows.to_examiner(row) for row in self._all("SELECT * FROM examiners ORDER BY event", {})]

    def corrections(self, subject_id: str) -> list[Correction]:
        """What was corrected on one incident, case, specimen or radiograph, the first correction first."""
        found = self._all("SELECT * FROM corrections WHERE subject_id = :id ORDER BY event", {"id": subject_id})
        return [rows.to_correction(row) for row in found]


def _with_checks(database: Database, examination: Examination) -> Examination:
    """A run whose heatmap was checked after it, with these checks."""
    own = examination.saliency
    if own is None or own.map is None or own.checks:
        return examination
    asked = {"radiograph": examination.radiograph_id, "examination": examination.id}
    found = next(iter(database.query(_CHECKS, asked)), None)
    return examination if found is None else replace(examination, saliency=replace(own, checks=rows.to_checks(found["checks"])))


def _statuses(database: Database, case_id: str | None = None) -> dict[str, int]:
    """How far the furthest radiograph of each case has come."""
    sql = f"SELECT case_id, max(state) AS state FROM ({_STATES}) GROUP BY case_id"
    return {row["case_id"]: row["state"] for row in database.query(sql, {"case": case_id})}


def _case(row: Row, statuses: dict[str, int]) -> Case:
    return rows.to_case(row, _ORDER[statuses.get(row["id"], 0)])


def _case_of(database: Database, corrected: Corrected, case_id: str) -> Case:
    return _case(corrected(one_row(database, "cases", case_id)), _statuses(database, case_id))
