"""Marks on radiographs: a mark is what its last row says, a row without a shape takes it away, and every row stays."""

from __future__ import annotations

import uuid
from datetime import datetime

from forensix.casebook.act import Act
from forensix.casebook.clock import stamp
from forensix.casebook.codec import from_json, to_json
from forensix.casebook.rows import Row
from forensix.casebook.withdrawn import held_row
from forensix.casebook.writes import Writes
from forensix.domain.custody import CustodyEvent
from forensix.domain.errors import CaseConflict
from forensix.domain.mark import Mark, Shape

TAKEN_AWAY = ""
_ROWS = "SELECT m.*, e.name FROM marks m JOIN examiners e ON e.id = m.examiner_id WHERE m.radiograph_id = :id ORDER BY m.event"


class Marks(Writes):
    """Reads and writes of marks. Each write has a custody event: mark_set, mark_changed or mark_taken_away; it names no text and no place,
    so that the log shows nobody what she may not see yet.
    """

    def marks(self, radiograph_id: str) -> list[Mark]:
        """The marks that are there now, in the order in which they were first set; the laboratory says whose may be shown to whom."""
        latest: dict[str, Row] = {}
        for row in self._all(_ROWS, {"id": radiograph_id}):
            latest[row["mark_id"]] = row
        return [_to_mark(row) for row in latest.values() if row["shape"] != TAKEN_AWAY]

    def set_mark(self, mark: Mark, act: Act, *, undone: bool = False) -> CustodyEvent:
        """Write a mark as it is now; a new one, one that was taken away before, or another shape of one that is there.

        Parameters
        ----------
        undone : bool
            Whether this takes an earlier step back.

        Raises
        ------
        CaseConflict
            The mark is another examiner's, or on another radiograph.
        """
        return self._write(mark, to_json(mark.shape), act, undone)

    def take_mark_away(self, mark: Mark, act: Act, *, undone: bool = False) -> CustodyEvent:
        """Write that a mark is taken away; its earlier rows stay.

        Raises
        ------
        CaseConflict
            It is another examiner's, or is not there.
        """
        return self._write(mark, TAKEN_AWAY, act, undone)

    def _write(self, mark: Mark, shape: str, act: Act, undone: bool) -> CustodyEvent:
        with self._entry(act) as made:
            item = held_row(made.database, mark.radiograph_id)
            sql = "SELECT * FROM marks WHERE mark_id = :id ORDER BY event DESC LIMIT 1"
            last = next((dict(row) for row in made.database.query(sql, {"id": mark.id})), None)
            _check(last, mark, shape)
            there = last is not None and last["shape"] != TAKEN_AWAY
            row = {
                "id": str(uuid.uuid4()),
                "mark_id": mark.id,
                "radiograph_id": item["id"],
                "examiner_id": mark.examiner_id,
                "shape": shape,
                "at": stamp(mark.at),
            }
            made.insert("marks", row)
            kind = "mark_taken_away" if shape == TAKEN_AWAY else "mark_changed" if there else "mark_set"
            details = {"radiograph": item["id"], "mark": mark.id, "shape": mark.shape.kind.value}
            return made.record(kind, item["case_id"], item["sha256"], **details, **({"undone": True} if undone else {}))


def _check(last: Row | None, mark: Mark, shape: str) -> None:
    if last is not None and (last["examiner_id"], last["radiograph_id"]) != (mark.examiner_id, mark.radiograph_id):
        raise CaseConflict("A mark belongs to who set it, on the radiograph where it was set.", "Set one of your own.", mark.id)
    if shape == TAKEN_AWAY and (last is None or last["shape"] == TAKEN_AWAY):
        raise CaseConflict("This mark is not there any more.", "Read the marks again.", mark.id)


def _to_mark(row: Row) -> Mark:
    at = datetime.fromisoformat(row["at"])
    return Mark(row["mark_id"], row["radiograph_id"], row["examiner_id"], row["name"], from_json(Shape, row["shape"]), at)
