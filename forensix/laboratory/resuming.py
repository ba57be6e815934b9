"""Resuming: a batch that was cut short, by a kill or a power cut, goes on where custody says that it ended; nothing is done twice."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from forensix.laboratory.acts import Acts

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


class Resuming(Acts):
    """The verbs `begin_batch`, `unfinished`, `done_since` and `end_batch`."""

    def begin_batch(self, batch: Batch) -> Batch:
        """Write down what is going to be done; the batch as it was written."""
        begun = replace(batch, after=self.casebook.head()[0])
        file = note_of(self.casebook.folder, begun.id)
        file.parent.mkdir(exist_ok=True)
        part = file.with_suffix(".part")
        part.write_text(json.dumps(asdict(begun)), encoding="utf-8")
        part.replace(file)
        return begun

    def unfinished(self) -> tuple[Batch, ...]:
        """The batches that were begun and not ended, the oldest first; a damaged note is none, for custody holds what was done."""
        folder = self.casebook.folder
        notes = [folder / BEFORE, *(folder / FOLDER).glob("*.json")]
        return tuple(sorted((batch for batch in map(_read, notes) if batch is not None), key=lambda one: (one.after, one.id)))

    def done_since(self, batch: Batch) -> frozenset[str]:
        """The radiographs or paths of a batch that custody says were done, well or badly."""
        kinds = DONE[batch.verb]
        events = (event for event in self.casebook.events() if event.sequence > batch.after and event.kind in kinds)
        if batch.verb == EXAMINE:
            return frozenset(str(event.details["radiograph"]) for event in events)
        return frozenset(str(event.details.get("path") or event.details["file_name"]) for event in events)

    def end_batch(self, batch_id: str) -> None:
        """Nothing is left of it to go on with."""
        end(self.casebook.folder, batch_id)


def note_of(folder: Path, batch_id: str) -> Path:
    """Where the note of a batch on the casebook in `folder` lies."""
    return folder / FOLDER / f"{batch_id}.json"


def end(folder: Path, batch_id: str) -> None:
    """Take away the note of a batch, and the folder with the last; one that is gone is no fault."""
    note = note_of(folder, batch_id)
    note.unlink(missing_ok=True)
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
