"""Radiographs that were received into the wrong case: which were withdrawn from it, and where each of them is now."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from forensix.casebook import rows
from forensix.casebook.connection import Database
from forensix.casebook.corrected import Corrected
from forensix.casebook.lookup import one_row
from forensix.casebook.rows import Row
from forensix.domain.case import Withdrawal
from forensix.domain.errors import Withdrawn

_LAST = "(SELECT {what} FROM corrections WHERE subject_id = i.id AND key = 'case' ORDER BY event DESC LIMIT 1)"
IN_ITS_CASE = f"coalesce({_LAST.format(what='value')}, i.case_id) = i.case_id"
"""SQL: whether the radiograph `i` is in the case of its row; `Corrected.withdrawn` says the same of one row."""
SINCE = f"coalesce({_LAST.format(what='event')}, 0)"
"""SQL: the event since which the radiograph `i` is where it is; 0 since its receipt."""


def held_row(database: Database, radiograph_id: str) -> Row:
    """The row of a radiograph that is in its case.

    Raises
    ------
    CaseConflict
        Unknown, or more than one.
    Withdrawn
        It was withdrawn from its case.
    """
    row = one_row(database, "radiographs", radiograph_id)
    for _ in database.query(f"SELECT 1 FROM radiographs i WHERE i.id = :id AND {IN_ITS_CASE}", {"id": row["id"]}):
        return row
    corrected = Corrected(database)
    there = now_in(database, corrected, row)
    was, now = (_number(database, corrected, one["case_id"]) for one in (row, there))
    raise Withdrawn(
        f"{row['file_name']} was withdrawn from case {was}, into which it had been received by mistake.",
        f"It is in case {now} now, as radiograph {there['id'][:8]}: go on there.",
        row["file_name"],
    )


def now_in(database: Database, corrected: Corrected, row: Row) -> Row:
    """The row of the radiograph that holds the file of `row` now: itself, or the one in the case that received it last."""
    passed: set[str] = set()
    while corrected.withdrawn(row) and row["id"] not in passed:
        passed.add(row["id"])
        row = with_file(database, corrected.case_of(row), row["sha256"]) or row
    return row


def with_file(database: Database, case_id: str, sha256: str) -> Row | None:
    """The row of a case for a file, withdrawn or not; there is one at the most."""
    asked = {"case": case_id, "sha256": sha256}
    found = database.query("SELECT * FROM radiographs WHERE case_id = :case AND sha256 = :sha256", asked)
    return next((dict(row) for row in found), None)


def withdrawals_of(database: Database, corrected: Corrected, case_id: str) -> list[Withdrawal]:
    """Each radiograph that was withdrawn from a case, in the order of receipt."""
    found = list(database.query("SELECT * FROM radiographs WHERE case_id = :id ORDER BY event", {"id": case_id}))
    return [_withdrawal(database, corrected, row) for row in found if corrected.withdrawn(row)]


def _withdrawal(database: Database, corrected: Corrected, row: Row) -> Withdrawal:
    sql = "SELECT * FROM corrections WHERE subject_id = :id AND key = 'case' ORDER BY event DESC LIMIT 1"
    why = next(iter(database.query(sql, {"id": row["id"]})))
    there = now_in(database, corrected, row)  # it may have been put into another one since
    case = corrected(one_row(database, "cases", there["case_id"]))
    told = corrected(row)
    return Withdrawal(
        specimen=rows.to_specimen(corrected(one_row(database, "specimens", told["specimen_id"]))),
        radiograph=rows.to_radiograph(told),
        case_id=case["id"],
        number=case["number"],
        incident=corrected(one_row(database, "incidents", case["incident_id"]))["name"],
        received_as=there["id"],
        reason=why["reason"],
        actor=why["actor"],
        at=datetime.fromisoformat(why["at"]),
        sequence=why["event"],
    )


def _number(database: Database, corrected: Corrected, case_id: Any) -> str:
    return str(corrected(one_row(database, "cases", case_id))["number"])
