"""Keeping: corrections with their reason, tables for other systems, backups."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from forensix.casebook import backup as backups
from forensix.casebook.evidence import write_durably
from forensix.casebook.lookup import SHORTEST_PREFIX
from forensix.domain.case import Case, Incident, Radiograph
from forensix.domain.errors import CasebookUnavailable, CaseConflict
from forensix.domain.examination import Examination
from forensix.domain.plain import plain
from forensix.exporting import tables
from forensix.laboratory.acts import Progress, silent
from forensix.laboratory.moving import Moved, Moving
from forensix.laboratory.numbering import check_number
from forensix.laboratory.outgoing import whole_or_none
from forensix.settings import ESTIMATING, Settings

OF_THE_SPECIMEN = frozenset({"condition", "element"})


class Keeping(Moving):
    """The verbs `correct`, `export` and `backup`."""

    def correct(self, kind: str, subject: str, key: str, value: str, reason: str) -> Moved | None:
        """Correct a case or radiograph by a new row; the old value stays readable.

        The condition and the element of a radiograph are those of its specimen. Another case of a radiograph is more than a value: what
        became of it is the answer (`move`).

        Raises
        ------
        CaseConflict
            No reason; a key that cannot be corrected; a value that is not allowed; a number against the incident's scheme; for another
            case as for `move`.
        """
        act = self.act("correct", reason=reason)
        if not reason.strip():
            raise CaseConflict("A correction needs its reason in words.", "Say why the value was wrong.", subject)
        if (kind, key) == ("radiograph", "case"):
            return self.move(subject, value, reason)
        if kind == "radiograph" and key in OF_THE_SPECIMEN:
            item = self.casebook.radiograph(subject)
            self.casebook.require_held(item.id)
            kind, subject = "specimen", item.specimen_id
        if (kind, key) == ("case", "number"):
            check_number(self.casebook, self._incident_of(self.casebook.case(subject)).name, value)
        self.casebook.correct(kind, subject, key, value, act)
        return None

    def export(self, case_or_incident: str, out: Path, *, replace: bool = False) -> int:
        """Write a case's or incident's rows to .csv or .json; how many. An estimate that the actor may not see stays covered.

        Raises
        ------
        CaseConflict
            Another suffix; or `out` is there already, and is not to be replaced.
        CasebookUnavailable
            The table cannot be written, or custody cannot record it; nothing is left then, and what was there stays.
        """
        self.act("export")
        cases = self._cases(case_or_incident)
        rows = [row for case in cases for row in self._rows(case)]
        table = tables.written(rows, out)
        out.parent.mkdir(parents=True, exist_ok=True)
        with whole_or_none(out, replace=replace) as unfinished:
            write_durably(unfinished, table)
            act = self.act("export", sha256=hashlib.sha256(table).hexdigest())
            for case in cases:
                self.casebook.exported(out.name, act, case_id=case.id)
        return len(rows)

    def record_settings(self, before: Settings, after: Settings) -> tuple[str, ...]:
        """Write into custody which settings that change estimates are others now; their names. What was examined keeps its own."""
        changed = tuple(name for name in ESTIMATING if getattr(before, name) != getattr(after, name))
        if changed:
            pairs = {name: {"old": str(getattr(before, name)), "new": str(getattr(after, name))} for name in changed}
            self.casebook.settings_changed(pairs, self.act("settings"))
        return changed

    def backup(self, file: Path, progress: Progress = silent) -> backups.Backup:
        """The whole casebook folder in one file, read back; the custody event after it is in the next backup.

        Raises
        ------
        CasebookUnavailable
            No backup was made; or one was and stays, and custody could not record it.
        """
        act = self.act("backup")
        made = backups.backup(self.casebook.folder, file, progress=progress)
        try:
            self.casebook.backed_up(
                made.sha256,
                act,
                file=str(file.absolute()),
                files=made.files,
                bytes=made.size,
                last_event=made.sequence,
                last_seal=made.seal,
            )
        except CasebookUnavailable as error:
            raise CasebookUnavailable(
                f"{file} is whole and stays, but custody does not record that it was made: {error.message}",
                f"Write down who made it, when, and its SHA-256, {made.sha256}. {error.remedy}",
                str(file),
            ) from error
        return made

    def _cases(self, wanted: str) -> list[Case]:
        """The cases of the incident with this name or id; else the case; else those of the one incident whose id begins so."""
        incidents = self.casebook.incidents()
        named = [each for each in incidents if wanted in (each.id, each.name)]
        begun = [each for each in incidents if len(wanted) >= SHORTEST_PREFIX and each.id.startswith(wanted.lower())]
        if named:
            return list(self.casebook.cases(named[0].id))
        try:
            return [self.casebook.case(wanted)]
        except CaseConflict:
            if len(begun) != 1:
                raise
            return list(self.casebook.cases(begun[0].id))

    def _rows(self, case: Case) -> list[dict[str, Any]]:
        incident = self._incident_of(case)
        return [self._row(case, incident, radiograph) for radiograph in self.casebook.radiographs(case.id)]

    def _incident_of(self, case: Case) -> Incident:
        return next(each for each in self.casebook.incidents() if each.id == case.incident_id)

    def _row(self, case: Case, incident: Incident, radiograph: Radiograph) -> dict[str, Any]:
        specimen = next(each for each in self.casebook.specimens(case.id) if each.id == radiograph.specimen_id)
        row: dict[str, Any] = {
            "number": case.number,
            "kind": case.kind.value,
            "incident": incident.name,
            "specimen": specimen.label,
            "element": specimen.element,
            "side": radiograph.side.value,
            "file_name": radiograph.file_name,
            "sha256": radiograph.sha256,
        }
        return row | self._examined_part(case, radiograph)

    def _examined_part(self, case: Case, radiograph: Radiograph) -> dict[str, Any]:
        runs = self.casebook.examinations(radiograph.id)
        if not runs:
            return {}
        if not self.may_read(radiograph.id, case.id):
            return {"estimate": "covered"}
        reports = self.casebook.reports(case.id)
        conclusions = self.casebook.conclusions(radiograph.id)
        reported = next((run for run in runs if conclusions and run.id == conclusions[-1].examination_id), runs[-1])
        part = _estimate_columns(reported)
        if conclusions:
            people = {person.id: person.name for person in self.casebook.examiners()}
            last = conclusions[-1]
            part |= {"outcome": last.outcome.value, "examiner": people[last.examiner_id], "concluded_at": plain(last.concluded_at)}
        if reports:
            signature = self.casebook.signatures(reports[-1].id)[-1]
            part |= {"report_version": reports[-1].version, "report_sha256": signature.file_sha256}
        return part


def _estimate_columns(run: Examination) -> dict[str, Any]:
    columns: dict[str, Any] = {
        "estimate": run.sex.outcome.value,
        "log10_lr": run.sex.log10_lr,
        "probability_male": run.sex.probability_male,
        "prior_male": run.sex.prior_male,
        "model": run.recipe.model,
    }
    if run.age is not None:
        columns |= {"bone_age_months": run.age.months, "bone_age_low": run.age.low, "bone_age_high": run.age.high}
    return columns
