"""What can be written to a casebook; each method is one transaction with one custody event."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from forensix.casebook import rows
from forensix.casebook.act import Act
from forensix.casebook.corrected import Corrected, checked
from forensix.casebook.entry import Entry, entry
from forensix.casebook.lookup import case_row, one_row, require_free_number
from forensix.casebook.reads import Reads
from forensix.casebook.rows import Correction, Row
from forensix.casebook.withdrawn import held_row
from forensix.domain.case import Case, CaseStatus, Examiner, Incident, Radiograph, Role, Specimen
from forensix.domain.custody import CustodyEvent
from forensix.domain.errors import CaseConflict
from forensix.domain.examination import Conclusion, Examination, Observation, Review, SaliencyCheck
from forensix.domain.report import Report, Signature

_LATEST = """SELECT max(at) AS at FROM custody WHERE sequence >= coalesce(
    (SELECT max(sequence) FROM custody WHERE kind = 'clock_confirmed'), 0)"""
_SET_BACK = timedelta(minutes=2)  # by more than a time server's correction
_CLOCK_TOLERANCE = timedelta(seconds=2)  # a time server's small step back is no set clock


class Writes(Reads):
    """The writes of a casebook.

    Every method but `examiner` raises `CaseConflict` when it refers to something that the casebook does not hold or holds already, and
    `CasebookUnavailable` when nothing could be written.
    """

    def _entry(self, act: Act) -> AbstractContextManager[Entry]:
        return entry(self._path, self.id, act, self._clock)

    def examiner(self, name: str, role: Role = Role.EXAMINER, qualification: str = "", serial: str = "") -> Examiner:
        """The examiner with this name, role, qualification and certificate serial; written, with the event "enrolled", if new."""
        wanted = Examiner(str(uuid.uuid4()), name, role, qualification, serial)
        known = next((one for one in self.examiners() if replace(one, id=wanted.id) == wanted), None)
        if known is not None:
            return known
        with self._entry(Act(wanted)) as made:
            found = made.enrol(wanted.id, rows.from_examiner(wanted))
            if found != wanted.id:  # another program enrolled her since the look above
                made.act = Act(replace(wanted, id=found))
            made.record("enrolled", examiner=found, name=name, qualification=qualification, certificate_serial=serial)
        return replace(wanted, id=found)

    def open_case(self, incident: Incident, case: Case, act: Act) -> Case:
        """Open a case; an incident of the same name that is there already is the incident. The case as stored."""
        with self._entry(act) as made:
            corrected = Corrected(made.database)
            require_free_number(made.database, corrected, case.number)
            known = (corrected(dict(row)) for row in list(made.database.query("SELECT * FROM incidents ORDER BY event")))
            found = next((row for row in known if row["id"] == incident.id or row["name"] == incident.name), None)
            if found is None:
                made.insert("incidents", rows.from_incident(incident))
            stored = replace(case, incident_id=incident.id if found is None else found["id"], status=CaseStatus.OPENED)
            made.insert("cases", rows.from_case(stored))
            made.record("opened", case.id, number=case.number, incident=incident.name if found is None else found["name"])
        return stored

    def receive(self, specimen: Specimen, radiograph: Radiograph, act: Act) -> Radiograph:
        """Take a radiograph whose file was admitted into custody; a specimen of the same label in the case is the specimen.

        Returns
        -------
        Radiograph
            As stored: with its specimen's id and its time of receipt.

        Raises
        ------
        CaseConflict
            The case holds this file already.
        EvidenceAltered
            The file was not admitted to `evidence` first.
        """
        self.evidence.require(radiograph.sha256)
        with self._entry(act) as made:
            known = {"case": specimen.case_id, "sha256": radiograph.sha256}
            for _ in made.database.query("SELECT 1 FROM radiographs WHERE case_id = :case AND sha256 = :sha256", known):
                raise CaseConflict(f"The case holds {radiograph.file_name} already.", "Nothing is to do.", radiograph.file_name)
            specimen_id = _specimen_id(made, specimen)
            stored = replace(radiograph, specimen_id=specimen_id, received_at=radiograph.received_at or made.now)
            made.insert("radiographs", rows.from_radiograph(stored, specimen.case_id, stored.received_at or made.now))
            made.record(
                "received",
                specimen.case_id,
                radiograph.sha256,
                radiograph=radiograph.id,
                specimen=specimen_id,
                label=specimen.label,
                file_name=radiograph.file_name,
                pixels_sha256=radiograph.pixels_sha256,
            )
        return stored

    def refused(self, case_id: str | None, name: str, sha256: str | None, reason: str, act: Act) -> CustodyEvent:
        """Record that a file was given and not taken, and why."""
        with self._entry(act) as made:
            return made.record("refused", case_id, sha256, file_name=name, because=reason)

    def duplicate(self, case_id: str | None, radiograph: Radiograph, name: str, act: Act) -> CustodyEvent:
        """Record that a file was given that is the same as `radiograph`, here or in another case."""
        with self._entry(act) as made:
            return made.record("duplicate", case_id, radiograph.sha256, radiograph=radiograph.id, file_name=name)

    def observe(self, observation: Observation, act: Act) -> CustodyEvent:
        with self._entry(act) as made:
            case_id, sha256 = _of_radiograph(made, observation.radiograph_id)
            made.insert("observations", rows.from_observation(observation))
            return made.record("observed", case_id, sha256, radiograph=observation.radiograph_id, observation=observation.id)

    def examine(self, examination: Examination, act: Act) -> CustodyEvent:
        with self._entry(act) as made:
            case_id, sha256 = _of_radiograph(made, examination.radiograph_id)
            made.insert("examinations", rows.from_examination(examination))
            return made.record(
                "examined",
                case_id,
                sha256,
                radiograph=examination.radiograph_id,
                examination=examination.id,
                model=examination.recipe.model,
                weights_sha256=examination.recipe.weights_sha256,
            )

    def examination_failed(self, radiograph_id: str, reason: str, act: Act) -> CustodyEvent:
        with self._entry(act) as made:
            case_id, sha256 = _of_radiograph(made, radiograph_id)
            return made.record("examination_failed", case_id, sha256, radiograph=radiograph_id, because=reason)

    def shown(self, radiograph_id: str, act: Act) -> CustodyEvent:
        """Record that the actor was shown the estimates of a radiograph."""
        with self._entry(act) as made:
            case_id, sha256 = _of_radiograph(made, radiograph_id)
            return made.record("shown", case_id, sha256, radiograph=radiograph_id)

    def explained(self, examination_id: str, heatmap: dict[str, Any], act: Act) -> CustodyEvent:
        """Record that one more heatmap of an examination was made and shown; `heatmap` says which, and how it did in its checks."""
        with self._entry(act) as made:
            radiograph_id = str(one_row(made.database, "examinations", examination_id)["radiograph_id"])
            case_id, sha256 = _of_radiograph(made, radiograph_id)
            return made.record("explained", case_id, sha256, radiograph=radiograph_id, examination=examination_id, heatmap=heatmap)

    def heatmap_checked(self, examination_id: str, checks: tuple[SaliencyCheck, ...], act: Act) -> CustodyEvent:
        """Keep the checks of an examination's own heatmap that were made after it; `examination` gives them from now on."""
        with self._entry(act) as made:
            radiograph_id = str(one_row(made.database, "examinations", examination_id)["radiograph_id"])
            case_id, sha256 = _of_radiograph(made, radiograph_id)
            return made.record(
                "heatmap_checked", case_id, sha256, radiograph=radiograph_id, examination=examination_id, checks=list(checks)
            )

    def conclude(self, conclusion: Conclusion, act: Act) -> CustodyEvent:
        with self._entry(act) as made:
            radiograph_id = str(one_row(made.database, "examinations", conclusion.examination_id)["radiograph_id"])
            case_id, sha256 = _of_radiograph(made, radiograph_id)
            made.insert("conclusions", rows.from_conclusion(conclusion, radiograph_id))
            return made.record(
                "concluded",
                case_id,
                sha256,
                radiograph=radiograph_id,
                examination=conclusion.examination_id,
                conclusion=conclusion.id,
                outcome=conclusion.outcome.value,
            )

    def review(self, review: Review, act: Act) -> CustodyEvent:
        with self._entry(act) as made:
            made.insert("reviews", rows.from_review(review))
            return made.record("reviewed", review.case_id, review=review.id, agrees=review.agrees)

    def issue(self, report: Report, signature: Signature, record: bytes, act: Act, *, about: Sequence[str] = ()) -> Report:
        """Keep a signed report, its canonical record and its first signature; the file was admitted to `report_files` first.

        `about`: the ids of the radiographs that it reports on.

        Raises
        ------
        CaseConflict
            The report is not the version after the case's latest, the clock stands before the last act, or a radiograph was withdrawn
            from the case meanwhile.
        EvidenceAltered
            The signed file was not admitted.
        """
        if hashlib.sha256(record).hexdigest() != report.record_sha256 or (signature.report_id, signature.sequence) != (report.id, 1):
            raise ValueError("the record or the signature is not this report's")
        self.report_files.require(signature.file_sha256)
        with self._entry(act) as made:
            _check_clock(made.now, made.last_at)
            _check_version(made, report)
            for radiograph_id in about:
                held_row(made.database, radiograph_id)
            stored = replace(report, issued_at=report.issued_at or made.now)
            made.insert("reports", rows.from_report(stored, record, stored.issued_at or made.now))
            made.insert("signatures", rows.from_signature(signature))
            made.record("issued", report.case_id, signature.file_sha256, **_report_details(report, signature))
        return stored

    def countersign(self, signature: Signature, act: Act) -> CustodyEvent:
        """Keep the next signature of a report; the file with it was admitted to `report_files` first.

        Raises
        ------
        CaseConflict
            The report is unknown, the signature is not the next one, or the clock stands before the last act.
        EvidenceAltered
            The signed file was not admitted.
        """
        self.report_files.require(signature.file_sha256)
        with self._entry(act) as made:
            _check_clock(made.now, made.last_at)
            report = rows.to_report(one_row(made.database, "reports", signature.report_id))
            found = made.database.query("SELECT max(sequence) AS last FROM signatures WHERE report_id = :id", {"id": report.id})
            if signature.sequence != next(iter(found))["last"] + 1:
                raise CaseConflict("Another signature was added meanwhile.", "Read the report again, then sign it.", report.id)
            made.insert("signatures", rows.from_signature(signature))
            return made.record("countersigned", report.case_id, signature.file_sha256, **_report_details(report, signature))

    def verified(self, subject: str, accepted: bool, act: Act, case_id: str | None = None) -> CustodyEvent:
        """Record a check and its answer; `subject` is a case number, a file name, or "all"."""
        with self._entry(act) as made:
            return made.record("verified", case_id, subject=subject, accepted=accepted)

    def exported(self, subject: str, act: Act, case_id: str | None = None) -> CustodyEvent:
        """Record that something left the casebook; `subject` says what."""
        with self._entry(act) as made:
            return made.record("exported", case_id, subject=subject)

    def backed_up(self, sha256: str, act: Act, **details: Any) -> CustodyEvent:
        """Record that the whole casebook left, as a backup with this SHA-256; `details` say where to, and up to which event."""
        with self._entry(act) as made:
            return made.record("backed_up", None, sha256, **details)

    def disclosed(self, case_id: str, bundle_sha256: str, act: Act, **details: Any) -> CustodyEvent:
        """Record that a case was disclosed to the other side; `details` say what was in the bundle."""
        with self._entry(act) as made:
            return made.record("disclosed", case_id, bundle_sha256, **details)

    def settings_changed(self, changes: dict[str, dict[str, str]], act: Act) -> CustodyEvent:
        """Record settings that change estimates made from now on: name -> {"old", "new"}."""
        with self._entry(act) as made:
            return made.record("settings_changed", None, None, changes=changes)

    def correct(self, kind: str, id: str, key: str, value: str, act: Act) -> Correction:
        """Correct one value; the row stays, and reads return the latest correction.

        Parameters
        ----------
        kind : {"incident", "case", "specimen", "radiograph"}
        id : str
            Id or its first 6 characters or more; for a case its number too.
        key, value : str
            As in `corrected.CORRECTABLE`, but for a radiograph's "case", which `move` corrects. A case's "agency" is its incident's. A
            radiograph's "specimen" is the id or the label of a specimen of the same case.

        Raises
        ------
        CaseConflict
            No reason is given, nothing would change, or the value cannot be.
        """
        if not act.reason.strip():
            raise CaseConflict("A correction needs a reason.", "Say why the value is corrected.", id)
        new = checked(kind, key, value)
        if (kind, key) == ("radiograph", "case"):
            raise ValueError("the case of a radiograph is corrected by `move`")
        with self._entry(act) as made:
            return _correct(made, kind, id, key, new)

    def noted(self, kind: str, act: Act, case_id: str | None = None, sha256: str | None = None, /, **details: Any) -> CustodyEvent:
        """Record an act that changes no row: a refused signature, an authority trusted, an identity adopted, the clock confirmed."""
        with self._entry(act) as made:
            return made.record(kind, case_id, sha256, **details)

    def check_clock(self) -> None:
        """See that the computer's clock can be right; asked before a report is signed.

        It must not stand before any act since it was last confirmed, nor lag behind the clock that cannot be set in the same run of the
        computer.

        Raises
        ------
        CaseConflict
        """
        now, last = self._clock.now(), self._all("SELECT at, monotonic_ns, boot_id FROM custody ORDER BY sequence DESC LIMIT 1", {})[0]
        _check_clock(now, self._all(_LATEST, {})[0]["at"])
        if last["boot_id"] == self._clock.boot_id():
            passed = timedelta(microseconds=(self._clock.monotonic_ns() - last["monotonic_ns"]) // 1000)
            behind = datetime.fromisoformat(last["at"]) + passed - now
            if behind > _SET_BACK:
                raise CaseConflict(
                    f"The computer's clock was set back by about {round(behind.total_seconds() / 60)} minutes since the last act.",
                    "Compare it with another clock and set it right; this stands in the custody log. Then sign again.",
                    "clock",
                )


def _check_clock(now: datetime, last_at: str) -> None:
    if now < datetime.fromisoformat(last_at) - _CLOCK_TOLERANCE:
        raise CaseConflict(
            f"The computer's clock ({now.isoformat(timespec='seconds')}) stands before the last act in the casebook ({last_at}).",
            "Set the clock right, then sign. If it is right, and was wrong before, say so: Casebook, Confirm the clock, "
            "or `forensix clock --confirm REASON`.",
            "clock",
        )


def _check_version(made: Entry, report: Report) -> None:
    """See that a report follows the case's latest one; another program may have issued that meanwhile."""
    found = made.database.query("SELECT id, version FROM reports WHERE case_id = :id ORDER BY version DESC LIMIT 1", {"id": report.case_id})
    latest: Row = next(iter(found), {"id": None, "version": 0})
    if (report.version, report.supersedes) != (latest["version"] + 1, latest["id"]):
        raise CaseConflict(
            f"Version {report.version} of the report does not follow version {latest['version']}, the latest of this case.",
            "Compose the report again, so that it replaces the latest one.",
            report.id,
        )


def _of_radiograph(made: Entry, radiograph_id: str) -> tuple[str, str]:
    row = held_row(made.database, radiograph_id)
    return row["case_id"], row["sha256"]


def _report_details(report: Report, signature: Signature) -> dict[str, Any]:
    return {
        "report": report.id,
        "version": report.version,
        "record_sha256": report.record_sha256,
        "supersedes": report.supersedes,
        "signature": signature.sequence,
        "signer": signature.signer,
    }


def _labelled(made: Entry, corrected: Corrected, case_id: str) -> Iterator[Row]:
    for row in list(made.database.query("SELECT * FROM specimens WHERE case_id = :id ORDER BY event", {"id": case_id})):
        yield corrected(dict(row))


def _specimen_id(made: Entry, specimen: Specimen) -> str:
    """The id of the case's specimen with this id or label; written if new."""
    for row in _labelled(made, Corrected(made.database), specimen.case_id):
        if specimen.id == row["id"] or specimen.label == row["label"]:
            return str(row["id"])
    made.insert("specimens", rows.from_specimen(specimen))
    return specimen.id


def _correct(made: Entry, kind: str, id_prefix: str, key: str, value: str) -> Correction:
    corrected = Corrected(made.database)
    if kind == "case":
        row = case_row(made.database, corrected, id_prefix)
    else:
        found = held_row(made.database, id_prefix) if kind == "radiograph" else one_row(made.database, f"{kind}s", id_prefix)
        row = corrected(found)
    case_id = row["id"] if kind == "case" else row.get("case_id")
    if (kind, key) == ("case", "agency"):
        kind, row = "incident", corrected(one_row(made.database, "incidents", row["incident_id"]))
    value = _fitting(made, corrected, kind, row, key, value)
    old = row["specimen_id" if key == "specimen" else key]
    if old == value:
        raise CaseConflict(f"The {key} is {value!r} already.", "Nothing is to do.", id_prefix)
    act = made.act
    correction = Correction(str(uuid.uuid4()), kind, row["id"], key, old, value, act.reason, act.actor.name, made.now)
    made.insert("corrections", rows.from_correction(correction))
    made.record("corrected", case_id, row.get("sha256"), kind=kind, subject=row["id"], key=key, old=old, new=value)
    return correction


def _fitting(made: Entry, corrected: Corrected, kind: str, row: Row, key: str, value: str) -> str:
    """The value, where it has to fit to what else the casebook holds: numbers and labels once, a specimen of the same case."""
    if (kind, key) == ("case", "number"):
        require_free_number(made.database, corrected, value, besides=row["id"])
    if (kind, key) == ("specimen", "label"):
        others = (other for other in _labelled(made, corrected, row["case_id"]) if other["id"] != row["id"])
        if any(other["label"] == value for other in others):
            raise CaseConflict(f"The case has a specimen {value!r} already.", "Choose another label.", value)
    if (kind, key) == ("radiograph", "specimen"):
        found = (other for other in _labelled(made, corrected, row["case_id"]) if value in (other["id"], other["label"]))
        specimen = next(found, None)
        if specimen is None:
            raise CaseConflict(
                f"The case has no specimen {value!r}.",
                "Give the label of a specimen of the same case; otherwise receive the file again.",
                value,
            )
        return str(specimen["id"])
    return value
