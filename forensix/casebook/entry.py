"""One write to the casebook: its rows, and the one custody event that holds their hashes, in one transaction."""

from __future__ import annotations

import contextlib
import hashlib
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import rfc8785

from forensix.casebook import rows
from forensix.casebook.act import Act
from forensix.casebook.clock import Clock, stamp
from forensix.casebook.codec import encode
from forensix.casebook.connection import Database, writing
from forensix.casebook.rows import Row
from forensix.domain.custody import GENESIS, CustodyEvent, seal
from forensix.domain.visible import storable

_LARGEST_JSON_INTEGER = 2**53 - 1
_LONG_TEXT = 200  # characters; canonical JSON of a whole header is slow


def row_sha256(row: Row) -> str:
    """SHA-256 over the RFC 8785 form of a row: blobs and long text by their own SHA-256; NULLs left out, so that a column added later
    changes no hash.
    """
    plain = {name: _plain_column(value) for name, value in row.items() if value is not None}
    return hashlib.sha256(rfc8785.dumps(plain)).hexdigest()


def _plain_column(value: Any) -> Any:
    if isinstance(value, str) and len(value) > _LONG_TEXT:
        value = value.encode("utf-8")
    return {"sha256": hashlib.sha256(value).hexdigest()} if isinstance(value, bytes) else value


def insert(database: Database, table: str, row: Row) -> None:
    columns, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    database.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row)


def last_event(database: Database) -> tuple[int, str, str]:
    """(sequence, seal, time) of the last custody event."""
    row = next(iter(database.query("SELECT sequence, seal, at FROM custody ORDER BY sequence DESC LIMIT 1")), None)
    return (0, GENESIS, "") if row is None else (row["sequence"], row["seal"], row["at"])


class Entry:
    """What one act writes; `record` seals it and is called exactly once."""

    def __init__(self, database: Database, casebook_id: str, act: Act, clock: Clock) -> None:
        self.database = database
        self.now: datetime = clock.now()
        self.event: CustodyEvent | None = None
        self._casebook_id = casebook_id
        self._clock = clock
        self._sequence, self._previous, self.last_at = last_event(database)
        self._rows: dict[str, dict[str, str]] = {}
        self.act = self._by_somebody(act)

    def insert(self, table: str, row: Row) -> None:
        """Write a row; the event will hold its hash."""
        plain = {name: storable(value) if isinstance(value, str) else value for name, value in row.items()}
        plain["event"] = self._sequence + 1
        insert(self.database, table, plain)
        self._rows.setdefault(table, {})[plain["id"]] = row_sha256(plain)

    def _by_somebody(self, act: Act) -> Act:
        """The act with its actor's id; who came without one is looked up by all else that is said of her, and given one if new."""
        actor = act.actor if act.actor.id else replace(act.actor, id=str(uuid.uuid4()))
        found = self.enrol(actor.id, rows.from_examiner(actor))
        return act if act.actor.id else replace(act, actor=replace(actor, id=found))

    def enrol(self, examiner_id: str, row: Row) -> str:
        """The id of the examiner with this id, or of the same person as stored before; written if new."""
        known = self.database.query(
            "SELECT id FROM examiners WHERE id = :id OR (name = :name AND role = :role AND qualification = :qualification "
            "AND certificate_serial = :certificate_serial) ORDER BY id = :id DESC, event LIMIT 1",
            row,
        )
        for found in known:
            return str(found["id"])
        self.insert("examiners", row)
        return examiner_id

    def record(self, kind: str, case_id: str | None = None, subject_sha256: str | None = None, /, **details: Any) -> CustodyEvent:
        """Seal the event of this act after the last one."""
        if self.event is not None:
            raise RuntimeError("an act has one custody event")
        act = self.act
        event = CustodyEvent(
            casebook_id=self._casebook_id,
            sequence=self._sequence + 1,
            case_id=case_id,
            kind=kind,
            at=stamp(self.now),
            monotonic_ns=self._clock.monotonic_ns(),
            boot_id=self._clock.boot_id(),
            host=storable(self._clock.host()),
            actor=storable(act.actor.name),
            role=act.actor.role.value,
            actor_proof=act.proof,
            subject_sha256=subject_sha256,
            details=_details({**act.details, **details, "actor_id": act.actor.id, "rows": self._rows}),
            reason=storable(act.reason),
        )
        self.event = seal(event, self._previous)
        insert(self.database, "custody", rows.from_event(self.event))
        return self.event


@contextlib.contextmanager
def entry(path: Path, casebook_id: str, act: Act, clock: Clock) -> Iterator[Entry]:
    """A write that is whole, with its event, or not at all."""
    with entries(path, casebook_id, clock) as begin:
        yield begin(act)


@contextlib.contextmanager
def entries(path: Path, casebook_id: str, clock: Clock) -> Iterator[Callable[[Act], Entry]]:
    """Several writes that are all done, each with its event, or none; each is begun after the one before it was recorded."""
    with writing(path) as database:
        made: list[Entry] = []

        def begin(act: Act) -> Entry:
            made.append(Entry(database, casebook_id, act, clock))
            return made[-1]

        yield begin
        if not made or any(one.event is None for one in made):
            raise RuntimeError("a write without its custody event")


def _details(details: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = _within_json(encode(details))
    return plain


def _within_json(value: Any) -> Any:
    """Whole numbers that RFC 8785 cannot hold become text."""
    if isinstance(value, dict):
        return {key: _within_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_within_json(item) for item in value]
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > _LARGEST_JSON_INTEGER:
        return str(value)
    return value
