"""A radiograph that was received into the wrong case: withdrawn there and received into the right one, in one transaction."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from forensix.casebook import rows
from forensix.casebook.act import Act
from forensix.casebook.connection import Database
from forensix.casebook.corrected import Corrected
from forensix.casebook.entry import Entry, entries
from forensix.casebook.lookup import case_row, one_row
from forensix.casebook.rows import Correction, Row
from forensix.casebook.withdrawn import held_row, with_file
from forensix.casebook.writes import Writes
from forensix.domain.case import Radiograph, Specimen
from forensix.domain.errors import CaseConflict

_SEEN_BY = """SELECT actor FROM custody WHERE case_id = :case AND kind IN ('shown', 'explained', 'concluded')
    AND json_extract(details, '$.radiograph') = :id GROUP BY actor ORDER BY min(sequence)"""


@dataclass(frozen=True, slots=True)
class Move:
    """What was done: `radiograph` as it is in the case that has it now, its part's `label` there, and whether it had been there before.

    `seen`: sentences on where its estimate could be seen before, for the custody of the case that has it now.
    """

    radiograph: Radiograph
    label: str
    from_number: str
    number: str
    put_back: bool
    seen: tuple[str, ...]


class Moves(Writes):
    """The write `move`."""

    def move(self, radiograph_id: str, case: str, act: Act) -> Move:
        """Withdraw a radiograph from its case and receive its file into another one; nothing is moved and nothing erased.

        One transaction with two events: "corrected" in the case that it is withdrawn from, and in the other one "received", or
        "corrected" too where it had been before and is put back. Its observations, examinations and conclusions stay where they were
        made.

        Parameters
        ----------
        radiograph_id : str
            Id or its first 6 characters or more.
        case : str
            Number or id of the case that it belongs to.

        Raises
        ------
        CaseConflict
            No reason is given, no such case, the case that it is in already, or one that holds this file already.
        Withdrawn
            It was withdrawn from its case before.
        EvidenceAltered
            Its original is missing, or is not what was received.
        """
        if not act.reason.strip():
            raise CaseConflict("A correction needs a reason.", "Say why the value is corrected.", radiograph_id)
        self.evidence.open(self.radiograph(radiograph_id).sha256)
        with entries(self._path, self.id, self._clock) as begin:
            made = begin(act)
            move = _Moving(made.database, held_row(made.database, radiograph_id), case)
            seen = tuple(_seen(made.database, move, blind=self.blind_first))
            move.withdraw(made)
            radiograph, label = move.put_back(begin(act), seen) if move.before else move.receive(begin(act), seen)
        return Move(radiograph, label, move.from_number, move.number, move.before is not None, seen)


class _Moving:
    """One radiograph's row, the case that it leaves, the case that it comes into, and its row there if it has been there before."""

    def __init__(self, database: Database, row: Row, case: str) -> None:
        self.corrected = Corrected(database)
        self.row = self.corrected(row)
        self.old = self.corrected(one_row(database, "cases", row["case_id"]))
        self.new = case_row(database, self.corrected, case)
        self.before = with_file(database, self.new["id"], row["sha256"])
        self.from_number, self.number = self.old["number"], self.new["number"]
        name = row["file_name"]
        if self.new["id"] == self.old["id"]:
            raise CaseConflict(f"{name} is in case {self.number} already.", "Nothing is to do.", name)
        if self.before is not None and not self.corrected.withdrawn(self.before):
            raise CaseConflict(
                f"Case {self.number} holds the file of {name} already, as {self.before['file_name']}.",
                "One radiograph cannot show two bodies: find out to which case it belongs, and correct the case of the other one.",
                name,
            )
        self.id = str(uuid.uuid4()) if self.before is None else str(self.before["id"])

    def withdraw(self, made: Entry) -> None:
        """Write into the case that it leaves that it belongs to another one."""
        made.insert("corrections", rows.from_correction(self._correction(made, self.row)))
        made.record("corrected", self.old["id"], self.row["sha256"], **self._said(self.row["id"]), received_as=self.id)

    def receive(self, made: Entry, seen: tuple[str, ...]) -> tuple[Radiograph, str]:
        """Receive its file into a case that never had it, with all that was told of it."""
        specimen = self._specimen(made)
        wanted = replace(rows.to_radiograph(self.row), id=self.id, specimen_id=specimen.id, received_at=made.now)
        made.insert("radiographs", rows.from_radiograph(wanted, self.new["id"], made.now))
        made.record(
            "received",
            self.new["id"],
            wanted.sha256,
            radiograph=wanted.id,
            specimen=specimen.id,
            label=specimen.label,
            file_name=wanted.file_name,
            pixels_sha256=wanted.pixels_sha256,
            from_case=self.old["id"],
            from_number=self.from_number,
            from_radiograph=self.row["id"],
            first_received_at=self.row["received_at"],
            seen=list(seen),
            because="; ".join((f"had been received into case {self.from_number} by mistake", *seen)),
        )
        return wanted, specimen.label

    def put_back(self, made: Entry, seen: tuple[str, ...]) -> tuple[Radiograph, str]:
        """Let it count again in a case that it had been withdrawn from; what was done with it there counts again too."""
        assert self.before is not None
        row = self.corrected(self.before)
        made.insert("corrections", rows.from_correction(self._correction(made, self.before)))
        said = {"seen": list(seen)} | ({"because": "; ".join(seen)} if seen else {})
        made.record("corrected", self.new["id"], row["sha256"], **self._said(row["id"]), **said)
        specimen = self.corrected(one_row(made.database, "specimens", row["specimen_id"]))
        return rows.to_radiograph(row), specimen["label"]

    def _correction(self, made: Entry, about: Row) -> Correction:
        words = ("radiograph", about["id"], "case", self.old["id"], self.new["id"], made.act.reason, made.act.actor.name)
        return Correction(str(uuid.uuid4()), *words, made.now)

    def _said(self, radiograph_id: str) -> dict[str, Any]:
        """What both events say: the numbers as they are now, for people, and the ids."""
        return {
            "kind": "radiograph",
            "subject": radiograph_id,
            "radiograph": radiograph_id,
            "file_name": self.row["file_name"],
            "key": "case",
            "old": self.from_number,
            "new": self.number,
            "old_case": self.old["id"],
            "new_case": self.new["id"],
        }

    def _specimen(self, made: Entry) -> Specimen:
        """The part in the case that receives it: the one of the same label if all that was told of both agrees, else a new one.

        Two parts that are one can be made one by a correction later; two that were made one cannot be told apart any more.
        """
        told = rows.to_specimen(self.corrected(one_row(made.database, "specimens", self.row["specimen_id"])))
        found = list(made.database.query("SELECT * FROM specimens WHERE case_id = :id ORDER BY event", {"id": self.new["id"]}))
        there = {one.label: one for one in (rows.to_specimen(self.corrected(row)) for row in found)}
        same = there.get(told.label)
        if same is not None and (same.element, same.side, same.condition) == (told.element, told.side, told.condition):
            return same
        label, number = told.label, 2
        while label in there:
            label, number = f"{told.label} ({number})", number + 1
        new = replace(told, id=str(uuid.uuid4()), case_id=self.new["id"], label=label)
        made.insert("specimens", rows.from_specimen(new))
        return new


def _seen(database: Database, move: _Moving, *, blind: bool) -> Iterator[str]:
    """Where the estimate of this file could be seen before, case by case: context of whoever looks at it next.

    What was seen in the case that it comes into stands in that case's own custody.
    """
    asked = {"sha256": move.row["sha256"]}
    for row in list(database.query("SELECT * FROM radiographs WHERE sha256 = :sha256 ORDER BY event", asked)):
        if row["case_id"] == move.new["id"]:
            continue
        received = next(iter(database.query("SELECT details FROM custody WHERE sequence = :event", row)))
        details = json.loads(received["details"])
        if "from_radiograph" not in details and details.get("because"):
            yield str(details["because"])  # a quick look
        yield from _estimate_seen(database, move.corrected, row, blind=blind)


def _estimate_seen(database: Database, corrected: Corrected, row: Row, *, blind: bool) -> Iterator[str]:
    about = {"id": row["id"], "case": row["case_id"]}
    if not list(database.query("SELECT 1 FROM examinations WHERE radiograph_id = :id LIMIT 1", about)):
        return
    number = corrected(one_row(database, "cases", row["case_id"]))["number"]
    people = [each["actor"] for each in database.query(_SEEN_BY, about)]
    if people:
        yield f"its estimate had been seen in case {number} by {', '.join(people)}"
    elif not blind or list(database.query("SELECT 1 FROM observations WHERE radiograph_id = :id LIMIT 1", about)):
        yield f"its estimate could be seen in case {number}"
    else:
        yield f"its estimate was covered in case {number}"
