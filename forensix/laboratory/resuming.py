"""Resuming: a batch that was cut short, by a kill or a power cut, goes on where custody says that it ended; nothing is done twice."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from forensix.laboratory.acts import Acts

FILE = "unfinished.json"
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
    """

    verb: str
    given: tuple[str, ...]
    after: int = 0
    again: str = ""
    case: str = ""
    specimen: str = ""
    side: str = ""


class Resuming(Acts):
    """The verbs `begin_batch`, `unfinished`, `done_since` and `end_batch`."""

    def begin_batch(self, batch: Batch) -> Batch:
        """Write down what is going to be done; the batch as it was written."""
        begun = Batch(**(asdict(batch) | {"after": self.casebook.head()[0]}))
        part = self._file.with_suffix(".part")
        part.write_text(json.dumps(asdict(begun)), encoding="utf-8")
        part.replace(self._file)
        return begun

    def unfinished(self) -> Batch | None:
        """The batch that was begun and not ended, if there is one; a damaged note is none, for custody holds what was done."""
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
            return Batch(**(found | {"given": tuple(found["given"])}))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def done_since(self, batch: Batch) -> frozenset[str]:
        """The radiographs or paths of a batch that custody says were done, well or badly."""
        kinds = DONE[batch.verb]
        events = (event for event in self.casebook.events() if event.sequence > batch.after and event.kind in kinds)
        if batch.verb == EXAMINE:
            return frozenset(str(event.details["radiograph"]) for event in events)
        return frozenset(str(event.details.get("path") or event.details["file_name"]) for event in events)

    def end_batch(self) -> None:
        """Nothing is left to go on with."""
        self._file.unlink(missing_ok=True)

    @property
    def _file(self) -> Path:
        return self.casebook.folder / FILE
