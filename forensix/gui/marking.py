"""Marks kept: what is drawn is saved in the casebook at once, undone by another row, and shown again when the radiograph is."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from forensix.domain.case import Radiograph
from forensix.domain.mark import Mark, MarkKind, Shape
from forensix.gui.bench import Operation, Urgency
from forensix.gui.failure import show_failure
from forensix.gui.radiograph_column import RadiographColumn
from forensix.gui.session import LabVerb, Session
from forensix.gui.undo import Done

if TYPE_CHECKING:
    from forensix.laboratory.marking import MarksSeen


class Marking(QObject):
    """Stands between the pen, which draws, and the laboratory, which keeps."""

    def __init__(self, session: Session, column: RadiographColumn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.column, self.pen = session, column, column.pen
        self._waiting: set[int] = set()
        session.bench.settled.connect(self._settled)
        self.pen.drawn.connect(self._drawn)
        self.pen.taken.connect(self._taken)

    def read(self) -> None:
        """Show the marks of the radiograph that is shown, as far as the examiner may see them."""
        radiograph = self.column.radiograph
        self.column.allow_marks(self.session.ready)
        if radiograph is None or not self.session.ready:
            return
        self.session.act(
            self.column,
            lambda laboratory, progress: (radiograph.id, laboratory.marks_for(radiograph.id), laboratory.actor.id),
            self._show,
            title="",
            urgency=Urgency.LOOK,
        )

    def _show(self, answer: tuple[str, MarksSeen, str]) -> None:
        radiograph_id, seen, mine = answer
        shown = self.column.radiograph
        if shown is not None and shown.id == radiograph_id and not self._waiting:  # after what waits they are read again
            self.pen.show_marks(shown.acquisition, seen.marks, mine, seen.covered)

    def _drawn(self, shape: Shape, mark_id: str, before: Shape | None) -> None:
        """A mark is new, or has another shape: kept at once, and a step that can be taken back."""
        shown = self.column.radiograph
        if shown is None:
            return
        known = mark_id or str(uuid.uuid4())
        self._set(shown, known, shape)
        away = partial(self._take, shown, known, undone=True)
        back = away if before is None else partial(self._set, shown, known, before, undone=True)
        self._step(shape.kind, partial(self._set, shown, known, shape), back)

    def _taken(self, mark_id: str) -> None:
        shown, mark = self.column.radiograph, self.pen.chosen_mark()
        if shown is None or mark is None or mark.id != mark_id:
            return
        again, back = partial(self._take, shown, mark_id), partial(self._set, shown, mark_id, mark.shape, undone=True)
        again()
        self._step(mark.shape.kind, again, back)

    def _step(self, kind: MarkKind, again: Callable[[], None], back: Callable[[], None]) -> None:
        words = {
            MarkKind.RULER: self.tr("ruler"),
            MarkKind.ANGLE: self.tr("angle"),
            MarkKind.ARROW: self.tr("arrow"),
            MarkKind.TEXT: self.tr("text"),
        }
        self.column.steps.push(Done(words[kind], again, back))

    def _set(self, shown: Radiograph, mark_id: str, shape: Shape, *, undone: bool = False) -> None:
        """Show the mark at once, and keep it."""
        examiner = self.session.examiner
        if examiner is not None:
            self.pen.put(Mark(mark_id, shown.id, self.pen.mine, examiner.name, shape, datetime.now(UTC)))
            self._keep(lambda laboratory, progress: laboratory.mark(shown.id, shape, mark_id, undone=undone))

    def _take(self, shown: Radiograph, mark_id: str, *, undone: bool = False) -> None:
        self.pen.drop(mark_id)
        self._keep(lambda laboratory, progress: laboratory.take_mark_away(shown.id, mark_id, undone=undone))

    def _keep(self, verb: LabVerb) -> None:
        operation = self.session.act(self.column, verb, self._kept, self._not_kept, title=self.tr("keeping the mark"))
        self._waiting.add(operation.number)

    def _settled(self, operation: Operation) -> None:
        """A mark that was cancelled before it was kept is read away, and its step forgotten."""
        if operation.number in self._waiting:
            self._waiting.discard(operation.number)
            if operation.cancelled:
                self.column.steps.clear()
                self.read()

    def _kept(self, mark: Mark) -> None:
        self.column.notice.clear()

    def _not_kept(self, owner: QObject, error: BaseException) -> None:
        """What could not be kept is not shown either: the marks are read again, and their steps are forgotten."""
        self.column.steps.clear()
        self.read()
        show_failure(owner, error)
