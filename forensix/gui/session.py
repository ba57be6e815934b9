"""Which casebook is open and who works: what every part of the window shares."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal

from forensix.domain.case import Examiner
from forensix.domain.errors import ForensixError
from forensix.gui.bench import Bench, Operation, Progress, Urgency
from forensix.gui.failure import show_failure
from forensix.settings import ESTIMATING, Settings

if TYPE_CHECKING:
    from forensix.casebook.casebook import Casebook
    from forensix.laboratory import Laboratory
    from forensix.laboratory.at_work import AtWork
    from forensix.laboratory.networks import Networks

LabVerb = Callable[["Laboratory", Progress], Any]
Proof = Literal["claimed", "key"]


class Session(QObject):
    """Holds casebook, examiner and bench. The laboratory lives on the bench and is made there at its first verb, with all it imports."""

    opened = Signal()
    changed = Signal()

    def __init__(self, settings: Settings, bench: Bench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.bench = bench
        self.casebook: Casebook | None = None
        self.examiner: Examiner | None = None
        self.proof: Proof = "claimed"
        self.at_work: dict[str, AtWork] = {}
        """The batches that are being done here, by id; taken and let go on the bench, the rest with the window."""
        self.due: dict[str, Callable[[], object]] = {}
        """What notes a batch that was asked for and has not begun, by its id; done where the window is closed before it begins."""
        self.glances: dict[str, str] = {}
        """SHA-256 of each file that a quick look showed with its estimate, and when; custody says it if the file comes into a case."""
        self._laboratory: Laboratory | None = None
        self._networks: tuple[object, Networks] | None = None

    @property
    def ready(self) -> bool:
        """Whether verbs can run: a casebook is open, somebody works, and the bench takes work."""
        return self.casebook is not None and self.examiner is not None and not self.bench.closed

    def enter(self, casebook: Casebook, examiner: Examiner | None) -> None:
        """Work with a casebook that was opened; without an examiner it can only be read."""
        self._leave()
        self.casebook, self.examiner, self.proof = casebook, examiner, "claimed"
        self.opened.emit()
        self.changed.emit()

    def sign_in(self, examiner: Examiner, proof: Proof = "claimed") -> None:
        """Somebody else works; `proof` is "key" where she has unlocked the key of her identity."""
        self._leave()
        self.examiner, self.proof = examiner, proof
        self.changed.emit()

    def adopt(self, settings: Settings) -> None:
        """Work with other settings from now on; the laboratory is made anew with them."""
        self._leave()
        self.settings = settings

    def act(
        self,
        owner: QObject,
        verb: LabVerb,
        on_success: Callable[[Any], None],
        on_failure: Callable[[QObject, BaseException], None] = show_failure,
        on_progress: Callable[[str, float], None] | None = None,
        *,
        title: str,
        urgency: Urgency = Urgency.ACT,
    ) -> Operation:
        """Run a verb of the laboratory on the bench."""
        casebook, examiner, proof = self.casebook, self.examiner, self.proof
        if casebook is None or examiner is None:
            raise RuntimeError("no casebook is open, or nobody has signed in")

        def perform(progress: Progress) -> Any:
            return verb(self._laboratory_of(casebook, examiner, proof), progress)

        return self.bench.run(owner, perform, on_success, on_failure, on_progress, title=title, urgency=urgency)

    def close(self, seconds: float = 30.0) -> bool:
        """End the laboratory's child process on the bench, then the bench itself."""
        held, self._laboratory = self._laboratory, None
        for batch in list(self.due):
            with contextlib.suppress(ForensixError, OSError):  # a casebook that is gone keeps no note
                self.due.pop(batch, _noted)()
        ended = self.bench.close(seconds, None if held is None else held.close)
        while self.at_work:
            self.at_work.popitem()[1].release()
        return ended

    def _laboratory_of(self, casebook: Casebook, examiner: Examiner, proof: Proof) -> Laboratory:
        """The laboratory of who works now; on the bench only."""
        held = self._laboratory
        if held is None or held.casebook is not casebook or (held.actor.name, held.proof) != (examiner.name, proof):
            from forensix.laboratory import Laboratory

            if held is not None:
                held.close()
            self._laboratory = held = Laboratory(casebook, self.settings, examiner, proof)
            held.networks = self._kept(held.networks)
            held.glances = self.glances
        return held

    def _kept(self, made: Networks) -> Networks:
        """The networks that are loaded already, for whoever works; `made` once a setting that they depend on is another. On the bench."""
        of = [getattr(self.settings, name) for name in ("added_models", *ESTIMATING)]
        if self._networks is None or self._networks[0] != of:
            self._networks = of, made
        return self._networks[1]

    def _leave(self) -> None:
        held, self._laboratory = self._laboratory, None
        if held is not None:
            self.bench.run(self, lambda progress: held.close(), _nothing, title="", urgency=Urgency.LOOK)


def _noted() -> None:
    """It has begun meanwhile, on the bench."""


def _nothing(answer: object) -> None:
    """The answer of an act that has none."""


def is_casebook(folder: Path) -> bool:
    """Whether a folder looks like a casebook, without opening it."""
    return (folder / "casebook.db").is_file()
