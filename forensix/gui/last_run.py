"""Whether the window was closed the last time, and what a casebook kept if it was not."""

from __future__ import annotations

import contextlib
import faulthandler
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import platformdirs
from PySide6.QtCore import QLockFile

LONGEST_FAULT = 4000


@dataclass(frozen=True, slots=True)
class LastRun:
    """A run that ended without being closed: when it began, its casebook, and what the interpreter wrote as it went down."""

    started: str
    casebook: Path | None
    fault: str


class RunMark:
    """A lock and a note in the user's state folder, there while a window is open; a lock whose program is gone tells of a crash.

    A second window finds the lock held, and neither claims a crash nor leaves a mark of its own.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or platformdirs.user_state_path("forensix", appauthor=False)
        self._lock = QLockFile(str(self.folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._note = self.folder / "window.json"
        self._fault_file = self.folder / "window.fault"
        self._fault: IO[str] | None = None
        self._held = False

    def begin(self) -> LastRun | None:
        """Mark that the window is open; the last run, if that was not closed."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None  # without a state folder there is nothing to tell, and the window opens all the same
        left = (self.folder / "window.lock").exists()
        self._held = self._lock.tryLock(0)
        if not self._held:
            return None
        last = self._read() if left else None
        self._write(None)
        return last

    def catch_faults(self) -> None:
        """Let the interpreter write into the state folder where it was when it went down."""
        if self._held:
            with contextlib.suppress(OSError):
                self._fault = self._fault_file.open("w", encoding="utf-8")
                faulthandler.enable(self._fault)

    def note(self, casebook: Path | None) -> None:
        """Remember which casebook is open."""
        if self._held:
            self._write(casebook)

    def end(self) -> None:
        """The window was closed."""
        if not self._held:
            return
        if self._fault is not None:
            faulthandler.disable()
            self._fault.close()
        for file in (self._note, self._fault_file):
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
        self._lock.unlock()
        self._held = False

    def _write(self, casebook: Path | None) -> None:
        note = {"started": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC", "casebook": str(casebook) if casebook else ""}
        with contextlib.suppress(OSError):
            self._note.write_text(json.dumps(note), encoding="utf-8")

    def _read(self) -> LastRun | None:
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            fault = self._fault_file.read_text(encoding="utf-8", errors="replace")[:LONGEST_FAULT] if self._fault_file.is_file() else ""
            return LastRun(str(note["started"]), Path(note["casebook"]) if note["casebook"] else None, fault)
        except (OSError, ValueError, KeyError, TypeError):
            return LastRun("?", None, "")


def kept_by(folder: Path) -> str:
    """What a casebook holds after a crash, in words: its last act, whether the chain is whole, and files of acts that were cut off.

    Raises
    ------
    CasebookUnavailable
        It cannot be opened.
    """
    from forensix.casebook.casebook import Casebook
    from forensix.domain.custody import verify_chain
    from forensix.domain.errors import CustodyBroken
    from forensix.gui.wording import clock, custody_word, tr

    casebook = Casebook.open(folder)
    events = casebook.events()
    said = [
        tr("The last act recorded: {act}, {at}, by {who}.").format(
            act=custody_word(events[-1].kind), at=clock(datetime.fromisoformat(events[-1].at)), who=events[-1].actor
        )
    ]
    try:
        verify_chain(events)
        said.append(tr("The custody chain is whole; its acts: {n}.").format(n=len(events)))
    except CustodyBroken as error:
        said.append(f"{error.message} {error.remedy}")
    loose = list(casebook.evidence.unreferenced(event.subject_sha256 for event in events if event.subject_sha256))
    if loose:
        said.append(tr("Stored, and the receipt was not recorded; to be given again: {n}.").format(n=len(loose)))
    return "\n".join(said)
