"""Many radiographs at once: one operation for each, so that the examiner can look at others meanwhile, pause, and stop between two."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from forensix.domain.errors import Cancelled, ForensixError, ModelRejected
from forensix.gui.bench import Operation, Progress, Urgency
from forensix.gui.failure import sentence_of, show_failure
from forensix.gui.receive_dialog import Intake
from forensix.gui.session import LabVerb, Session

LISTED = 5
Note = dict[str, Any]
"""The fields of the `Batch` that its note holds."""


class Batch(QObject):
    """Runs to its end whatever happens to single items, and says what became of all. While it runs a note of it lies in the casebook."""

    ended = Signal(str, bool)
    """What became of all, and whether something failed."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.failures: list[str] = []
        self.stopped = 0
        self.id = str(uuid.uuid4())
        self._folder = session.casebook.folder if session.casebook is not None else None
        self._waiting: set[Operation] = set()
        self._noted = self._elsewhere = False
        session.bench.settled.connect(self._settled)

    def _ask(self, verb: LabVerb, title: str, urgency: Urgency = Urgency.BATCH) -> None:
        asked = self.session.act(self, verb, self._count, self._failed, title=title, urgency=urgency)
        self._waiting.add(asked)

    def _to_note(self, note: Note) -> None:
        """Have it noted on closing where it has not begun by then: its turn comes after whatever is at work."""
        casebook = self.session.casebook

        def begin() -> None:
            from forensix.laboratory import resuming

            if casebook is not None:
                resuming.begin(casebook, resuming.Batch(**note))

        self.session.due[self.id] = begin

    def _count(self, answer: Any) -> None:
        """One item's answer."""
        raise NotImplementedError

    def _summary(self) -> str:
        """What became of all, in one sentence; "" where that was said already."""
        raise NotImplementedError

    def _has_failed(self) -> bool:
        return bool(self.failures)

    def _failed(self, owner: QObject, error: BaseException) -> None:
        from forensix.laboratory.resuming import BatchElsewhere

        if isinstance(error, ModelRejected | BatchElsewhere):  # the rest would fail alike
            self._elsewhere = isinstance(error, BatchElsewhere)
            self.failures = [] if self._elsewhere else [sentence_of(error)]
            for operation in self._waiting:
                operation.cancel()
            return
        fault = self.tr("a fault in the program: {kind}").format(kind=type(error).__name__)
        self.failures.append(sentence_of(error) if isinstance(error, ForensixError) else fault)
        if len(self.failures) == 1:  # what befalls every item is shown once
            show_failure(owner.parent() or owner, error)

    def _settled(self, operation: Operation) -> None:
        if operation not in self._waiting:
            return
        self._waiting.discard(operation)
        self.stopped += isinstance(operation.error, Cancelled)
        if not self._waiting:
            self._end()

    def _end(self) -> None:
        self.session.bench.settled.disconnect(self._settled)
        self.session.due.pop(self.id, None)
        if self._noted and self._folder is not None and not self.session.bench.closed:
            forget(self.session, self._folder, self.id, self.parent() or self)
        more = len(self.failures) - LISTED
        lines = self.failures[:LISTED] + ([self.tr("and {n} more, all in the custody log").format(n=more)] if more > 0 else [])
        said = "" if self._elsewhere else self._summary()
        self.ended.emit("\n".join([said, *lines]) if said else "", self._has_failed())
        self.deleteLater()


class BatchExamination(Batch):
    """Examines radiographs; what was examined before is skipped, unless `again` gives a reason."""

    def __init__(self, session: Session, radiographs: Sequence[tuple[str, str]], parent: QObject, again: str = "", noted: str = "") -> None:
        """Begin with the ids and file names of `radiographs`; `noted` names the note of this batch where a kill left it."""
        super().__init__(session, parent)
        self.again = again
        self.examined = self.skipped = 0
        ids = tuple(radiograph for radiograph, _ in radiographs)
        self._noted = len(ids) > 1 or bool(noted)
        self.id = noted or self.id
        whole: Note = {} if noted or not self._noted else {"verb": "examine", "given": ids, "again": again, "id": self.id}
        if whole:
            self._to_note(whole)
        for position, (radiograph, name) in enumerate(radiographs):
            note = None if not self._noted or position else whole
            self._ask(self._verb(radiograph, note), self.tr("examining {name}").format(name=name))

    def _verb(self, radiograph: str, note: Note | None) -> LabVerb:
        """The first of a batch holds it, and notes it where `note` says what it is."""
        again, known, held, due = self.again, self.id, self.session.at_work, self.session.due

        def verb(laboratory: Any, progress: Progress) -> Any:
            if note is not None:
                held[known] = laboratory.hold_batch(known)
            if note:
                from forensix.laboratory import resuming

                laboratory.begin_batch(resuming.Batch(**note))
                due.pop(known, None)
            return laboratory.examine(radiographs=(radiograph,), again=again, progress=progress)

        return verb

    def _count(self, answer: Any) -> None:
        self.examined += answer.examined
        self.skipped += answer.skipped
        self.failures += [f"{item.file_name}: {item.reason} {item.remedy}" for item in answer.items if item.status == "failed"]

    def _summary(self) -> str:
        said = [self.tr("{n} examined").format(n=self.examined)]
        if self.skipped:
            said.append(self.tr("{n} skipped, examined before").format(n=self.skipped))
        if self.failures:
            said.append(self.tr("{n} failed").format(n=len(self.failures)))
        if self.stopped:
            said.append(self.tr("stopped before {n} more").format(n=self.stopped))
        return ", ".join(said) + "."


class BatchReceipt(Batch):
    """Takes files into custody: first they are found, in folders and archives, then each is an operation of its own."""

    def __init__(self, session: Session, intake: Intake, parent: QObject, done: frozenset[str] = frozenset(), *, noted: str = "") -> None:
        """Begin; paths that are in `done` were received before a kill, and `noted` names the note of this batch that is there already."""
        super().__init__(session, parent)
        self.intake, self.done = intake, done
        self.given = self.received = self.duplicates = 0
        self.first = ""
        self._found = False
        self._mixed: frozenset[str] = frozenset()
        self._noted = True
        self.id = noted or self.id
        self._note: Note = {"verb": "receive", "given": tuple(map(str, intake.paths)), "id": self.id, "case": intake.number}
        self._note |= _said(intake)
        if not noted:
            self._to_note(self._note)
        self._ask(self._finding(noted), self.tr("looking for files"), Urgency.ACT)

    def _finding(self, noted: str) -> LabVerb:
        intake, done, known, held = self.intake, self.done, self.id, self.session.at_work
        note, due = self._note, self.session.due

        def verb(laboratory: Any, progress: Progress) -> Any:
            from forensix.laboratory import resuming

            held[known] = laboratory.hold_batch(known)
            if intake.incident and intake.each is None:
                facts = {"incident": intake.incident, "kind": intake.kind, "agency": intake.agency, "requester": intake.requester}
                laboratory.open_case(intake.number, **facts)
            if not noted:
                laboratory.begin_batch(resuming.Batch(**note))
                due.pop(known, None)
            found = laboratory.given(intake.paths)
            mixed = intake.delivery.mixed((source.name, source.path) for source in found) if intake.delivery else frozenset()
            return mixed, tuple(source for source in found if source.path not in done)

        return verb

    def _count(self, answer: Any) -> None:
        if not self._found:
            self._found = True
            self._mixed, found = answer
            self.given = len(found)
            for source in found:
                self._ask(self._receiving(source), self.tr("receiving {name}").format(name=source.name))
            return
        self.received += answer.status == "received"
        self.duplicates += answer.status == "duplicate"
        self.first = self.first or (answer.radiograph if answer.status == "received" else "")
        if answer.status != "received":
            self.failures.append(f"{Path(answer.path).name}: {answer.reason} {answer.remedy}".strip())

    def _receiving(self, source: Any) -> LabVerb:
        intake, delivery, mixed = self.intake, self.intake.delivery, self._mixed
        if delivery is not None:
            return lambda laboratory, progress: laboratory.receive_sorted_one(delivery, source, mixed, **intake.of_each)
        return lambda laboratory, progress: laboratory.receive_given(intake.number, source, **intake.of_each)

    @property
    def refused(self) -> int:
        return len(self.failures) - self.duplicates

    def _has_failed(self) -> bool:
        return self.refused > 0

    def _summary(self) -> str:
        if not self._found:
            return ""
        said = self.tr("{given} given: {received} received, {duplicates} already held, {refused} refused").format(
            given=self.given, received=self.received, duplicates=self.duplicates, refused=self.refused
        )
        left = self.given - self.received - self.duplicates - self.refused
        return said + (self.tr(", stopped before {n} more").format(n=left) if left else "") + "."


def _said(intake: Intake) -> dict[str, Any]:
    """What a note keeps of the files, how they are shared out, and of the case or cases that are opened for them."""
    each = {} if intake.each is None else {"each": intake.each.value}
    if intake.each is None and not intake.incident:
        return intake.of_each
    new = {"incident": intake.incident, "kind": intake.kind.value, "agency": intake.agency, "requester": intake.requester}
    return intake.of_each | each | new


def forget(session: Session, folder: Path, batch_id: str, owner: QObject) -> None:
    """Take away the note of a batch on the casebook in `folder`, whichever is open by now."""

    def end(progress: Progress) -> None:
        from forensix.laboratory import resuming

        resuming.end(folder, batch_id, session.at_work.pop(batch_id, None))

    session.bench.run(owner, end, _nothing, title="", urgency=Urgency.LOOK)  # before anybody looks whether there is one


def _nothing(answer: object) -> None:
    """The answer of an act that has none."""
