"""Resuming: a batch that was cut short, by a kill or a power cut, goes on where custody says that it ended; nothing is done twice."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from forensix.casebook.casebook import Casebook
from forensix.domain.errors import CaseConflict
from forensix.laboratory import at_work
from forensix.laboratory.acts import Acts
from forensix.laboratory.at_work import AtWork

FOLDER = "unfinished"
BEFORE = "unfinished.json"
"""The one note that a casebook had in earlier versions; it is still read."""
EXAMINE, RECEIVE = "examine", "receive"
DONE = {EXAMINE: ("examined", "examination_failed"), RECEIVE: ("received", "duplicate", "refused")}


@dataclass(frozen=True, slots=True)
class Batch:
    """What was asked for: radiographs to examine, or files to receive into a case.

    Parameters
    ----------
    given : tuple of str
        Ids of radiographs, or the paths that were pointed at.
    after : int
        The last custody event before it began.
    each, incident, kind, agency, requester : str
        Where files are shared out to cases (`domain.delivery.Delivery`); `case` is then what their numbers begin with.
    id : str
        Names its note, so that two batches on one casebook keep one each.
    """

    verb: str
    given: tuple[str, ...]
    after: int = 0
    again: str = ""
    case: str = ""
    specimen: str = ""
    side: str = ""
    view: str = ""
    condition: str = ""
    each: str = ""
    incident: str = ""
    kind: str = ""
    agency: str = ""
    requester: str = ""
    id: str = field(default_factory=lambda: str(uuid.uuid4()))


class BatchElsewhere(CaseConflict):
    """Another program is at work on the batch."""


class Resuming(Acts):
    """The verbs `hold_batch`, `begin_batch`, `unfinished`, `done_since` and `end_batch`."""

    def hold_batch(self, batch_id: str) -> AtWork:
        """Let others see that a batch is being done, until the lock is released or the program ends.

        Raises
        ------
        BatchElsewhere
            Another program is at work on it.
        """
        lock = at_work.take(lock_of(self.casebook.folder, batch_id))
        if lock is None:
            raise BatchElsewhere("This batch is being done in another window.", "Let that window finish.", batch_id)
        return lock

    def begin_batch(self, batch: Batch) -> Batch:
        """Write down what is going to be done; the batch as it was written."""
        return begin(self.casebook, batch)

    def unfinished(self) -> tuple[Batch, ...]:
        """The batches that were begun and not ended, the oldest first; a damaged note is none, for custody holds what was done."""
        folder = self.casebook.folder
        notes = [folder / BEFORE, *(folder / FOLDER).glob("*.json")]
        return tuple(sorted((batch for batch in map(_read, notes) if batch is not None), key=lambda one: (one.after, one.id)))

    def done_since(self, batch: Batch) -> frozenset[str]:
        """The radiographs or paths of a batch that custody says were done, well or badly; with a radiograph that was withdrawn from its
        case nothing more is to do.
        """
        kinds = DONE[batch.verb]
        since = [event for event in self.casebook.events() if event.sequence > batch.after]
        events = [event for event in since if event.kind in kinds]
        if batch.verb == EXAMINE:
            events += [event for event in since if event.kind == "corrected" and event.details["key"] == "case"]
            return frozenset(str(event.details["radiograph"]) for event in events)
        return frozenset(str(event.details.get("path") or event.details["file_name"]) for event in events)

    def is_elsewhere(self, batch: Batch) -> bool:
        """Whether a program is at work on a batch, so that it is not cut short."""
        return at_work.held(lock_of(self.casebook.folder, batch.id))

    def end_batch(self, batch_id: str) -> None:
        """Nothing is left of it to go on with."""
        end(self.casebook.folder, batch_id)


def begin(casebook: Casebook, batch: Batch) -> Batch:
    """Write the note of a batch into the folder of its casebook; the batch as it was written."""
    begun = replace(batch, after=casebook.head()[0])
    file = note_of(casebook.folder, begun.id)
    file.parent.mkdir(exist_ok=True)
    part = file.with_suffix(".part")
    part.write_text(json.dumps(asdict(begun)), encoding="utf-8")
    part.replace(file)
    return begun


def note_of(folder: Path, batch_id: str) -> Path:
    """Where the note of a batch on the casebook in `folder` lies."""
    return folder / FOLDER / f"{batch_id}.json"


def lock_of(folder: Path, batch_id: str) -> Path:
    """What a program holds while it is at work on a batch."""
    return note_of(folder, batch_id).with_suffix(".lock")


def end(folder: Path, batch_id: str, mine: AtWork | None = None) -> None:
    """Take away the note of a batch, and the folder with the last; one that is gone is no fault.

    Parameters
    ----------
    mine : AtWork or None
        The lock that is held on it here; without one, a batch that another program is at work on is left alone.
    """
    note, lock = note_of(folder, batch_id), lock_of(folder, batch_id)
    if mine is None and at_work.held(lock):
        return
    note.unlink(missing_ok=True)
    if mine is not None:
        mine.release()
    lock.unlink(missing_ok=True)
    if note.parent.is_dir() and not any(note.parent.iterdir()):
        note.parent.rmdir()
    before = _read(folder / BEFORE)
    if before is not None and before.id == batch_id:
        (folder / BEFORE).unlink()


def _read(file: Path) -> Batch | None:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        named = {"id": "before"} if file.name == BEFORE else {}
        return Batch(**(found | {"given": tuple(found["given"])} | named))
    except (OSError, ValueError, TypeError, KeyError):
        return None
