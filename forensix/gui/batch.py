"""Examining many radiographs: one operation for each, so that the examiner can look at others meanwhile, and stop between two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from forensix.domain.errors import Cancelled, ModelRejected
from forensix.gui.bench import Operation, Urgency
from forensix.gui.failure import sentence_of, show_failure
from forensix.gui.session import Session
from forensix.gui.worklist_model import Row

FAILURES_LISTED = 4


class BatchExamination(QObject):
    """Runs to its end whatever happens to single radiographs; a rejected model ends it, for all the rest would fail alike."""

    ended = Signal(str, bool)
    """What became of all, and whether something failed."""

    def __init__(self, session: Session, rows: Sequence[Row], parent: QObject, again: str = "") -> None:
        super().__init__(parent)
        self.session = session
        self.again = again
        self.examined = self.skipped = 0
        self.failures: list[str] = []
        self.stopped = False
        session.bench.settled.connect(self._settled)
        self._waiting: set[Operation] = {self._ask(row) for row in rows}

    def _ask(self, row: Row) -> Operation:
        radiograph, name, again = row.radiograph.id, row.radiograph.file_name, self.again
        return self.session.act(
            self,
            lambda laboratory, progress: laboratory.examine(radiographs=(radiograph,), again=again, progress=progress),
            self._count,
            self._failed,
            title=self.tr("examining {name}").format(name=name),
            urgency=Urgency.BATCH,
        )

    def _count(self, answer: Any) -> None:
        self.examined += answer.examined
        self.skipped += answer.skipped
        self.failures += [f"{item.file_name}: {item.reason} {item.remedy}" for item in answer.items if item.status == "failed"]

    def _failed(self, owner: QObject, error: BaseException) -> None:
        if isinstance(error, ModelRejected):
            self.failures = [sentence_of(error)]
            for operation in self._waiting:
                operation.cancel()
        else:
            show_failure(owner.parent() or owner, error)

    def _settled(self, operation: Operation) -> None:
        if operation not in self._waiting:
            return
        self._waiting.discard(operation)
        self.stopped = self.stopped or isinstance(operation.error, Cancelled)
        if not self._waiting:
            self.session.bench.settled.disconnect(self._settled)
            self.ended.emit(self._summary(), bool(self.failures))
            self.deleteLater()

    def _summary(self) -> str:
        said = [self.tr("{n} examined").format(n=self.examined)]
        if self.skipped:
            said.append(self.tr("{n} skipped, examined before").format(n=self.skipped))
        if self.failures:
            said.append(self.tr("{n} failed").format(n=len(self.failures)))
        if self.stopped and not self.failures:
            said.append(self.tr("stopped before the rest"))
        more = len(self.failures) - FAILURES_LISTED
        lines = self.failures[:FAILURES_LISTED] + ([self.tr("and {n} more").format(n=more)] if more > 0 else [])
        return "\n".join([", ".join(said) + ".", *lines])
