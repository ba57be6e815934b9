"""The bench: one worker thread that runs every verb, and brings its answer back to the GUI thread."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from forensix.domain.errors import Cancelled
from forensix.gui.failure import show_failure

PROGRESS_EVERY_S = 0.04
STOP = -1


class Progress(Protocol):
    """What a verb calls between its steps; raises `Cancelled` once the operation was cancelled."""

    def __call__(self, step: str, fraction: float) -> None: ...


Verb = Callable[[Progress], Any]
Failed = Callable[[QObject, BaseException], None]


class Urgency(Enum):
    """What is done first when several operations wait: what the examiner looks at goes before a batch."""

    LOOK = auto()
    ACT = auto()
    BATCH = auto()


@dataclass(slots=True)
class Batch:
    """How far the operations of urgency BATCH have come, taken together."""

    whole: int = 0
    done: int = 0
    started: float = 0.0

    def fraction(self, of_current: float) -> float:
        return (self.done + of_current) / self.whole if self.whole else 0.0


@dataclass(eq=False, slots=True)
class Operation:
    """One verb given to the bench. Kept by the bench until its answer was delivered, so that it is let go on the GUI thread."""

    number: int
    title: str
    owner: QObject
    verb: Verb
    on_success: Callable[[Any], None]
    on_failure: Failed
    on_progress: Callable[[str, float], None] | None
    urgency: Urgency
    started: float = 0.0
    step: str = ""
    fraction: float = 0.0
    answer: Any = None
    error: BaseException | None = None
    _cancelled: threading.Event = field(default_factory=threading.Event)
    _last_told: float = 0.0

    def cancel(self) -> None:
        """Ask it to stop after the item that it is at; nothing more is heard of it."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()


def seconds_left(started: float, fraction: float) -> float | None:
    """Time left by the share that is done since `started` (monotonic); None while that says too little."""
    elapsed = time.monotonic() - started
    if not started or fraction < 0.03 or elapsed < 1.0:
        return None
    return elapsed * (1.0 - fraction) / fraction


class Bench(QObject):
    """Runs verbs one at a time, in order of urgency and then of asking.

    Nothing Qt is created, moved or deleted by the worker: it takes a number from the queue, leaves the answer in the operation, and
    emits the number. The signals are queued, so their slots run on the thread that this object lives on.
    """

    changed = Signal()
    settled = Signal(object)
    _answered = Signal(int)
    _progressed = Signal(int, str, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations: dict[int, Operation] = {}
        self._queue: queue.PriorityQueue[tuple[int, int]] = queue.PriorityQueue()
        self._next = 0
        self._closed = False
        self.batch = Batch()
        self._last: Callable[[], None] | None = None
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="forensix-bench", daemon=True)
        self._thread.start()

    def run(
        self,
        owner: QObject,
        verb: Verb,
        on_success: Callable[[Any], None],
        on_failure: Failed = show_failure,
        on_progress: Callable[[str, float], None] | None = None,
        *,
        title: str = "",
        urgency: Urgency = Urgency.ACT,
    ) -> Operation:
        """Run `verb(progress)` on the worker and hand its answer to `on_success` on the GUI thread.

        If `owner` is gone by then the answer is dropped. A cancelled operation ends in silence, with `settled` only.
        """
        if self._closed:
            raise RuntimeError("the bench is closed")
        self._next += 1
        operation = Operation(self._next, title, owner, verb, on_success, on_failure, on_progress, urgency)
        self._operations[operation.number] = operation
        if urgency is Urgency.BATCH:
            self.batch.whole += 1
            self.batch.started = self.batch.started or time.monotonic()
        self._queue.put((urgency.value, operation.number))
        self.changed.emit()
        return operation

    def operations(self) -> list[Operation]:
        """What is running and what waits, the running one first."""
        return sorted(self._operations.values(), key=lambda one: (not one.started, one.urgency.value, one.number))

    @property
    def closed(self) -> bool:
        return self._closed

    def cancel_all(self) -> None:
        for operation in self._operations.values():
            operation.cancel()

    def close(self, seconds: float = 30.0, last: Callable[[], None] | None = None) -> bool:
        """Cancel everything and wait for the item at work to become whole; whether the worker ended in time.

        `last` is done by the worker before it ends, whatever was cancelled.
        """
        self._closed = True
        self._last = last
        self.cancel_all()
        self._queue.put((0, STOP))
        self._thread.join(seconds)
        ended = not self._thread.is_alive()
        if ended:
            self._operations.clear()
        return ended

    # The worker's side: no Qt object is touched but for emitting.

    def _work(self) -> None:
        while True:
            _, number = self._queue.get()
            if number == STOP:
                if self._last is not None:
                    self._last()
                return
            self._perform(number)
            self._answered.emit(number)

    def _perform(self, number: int) -> None:
        operation = self._operations[number]
        operation.started = time.monotonic()
        try:
            self._progress(operation, operation.title, 0.0)
            operation.answer = operation.verb(lambda step, fraction: self._progress(operation, step, fraction))
        except BaseException as error:  # the bench must answer whatever happened; the GUI thread decides what it was
            operation.error = error

    def _progress(self, operation: Operation, step: str, fraction: float) -> None:
        if operation.cancelled:
            raise Cancelled
        now = time.monotonic()
        if step == operation.step and fraction < 1.0 and now - operation._last_told < PROGRESS_EVERY_S:
            return
        operation.step, operation.fraction, operation._last_told = step, fraction, now
        self._progressed.emit(operation.number, step, fraction)

    # The GUI thread's side.

    def _tell(self, number: int, step: str, fraction: float) -> None:
        operation = self._operations.get(number)
        if operation is None:
            return
        if operation.on_progress is not None and shiboken6.isValid(operation.owner):
            operation.on_progress(step, fraction)
        self.changed.emit()

    def _deliver(self, number: int) -> None:
        operation = self._operations.pop(number, None)
        if operation is None:
            return
        if operation.urgency is Urgency.BATCH:
            self.batch.done += 1
        if not any(one.urgency is Urgency.BATCH for one in self._operations.values()):
            self.batch = Batch()
        try:
            self._hand_over(operation)
        finally:
            self.settled.emit(operation)
            self.changed.emit()
            operation.answer = operation.error = None  # a traceback holds its frames, and they hold the operation

    def _hand_over(self, operation: Operation) -> None:
        if not shiboken6.isValid(operation.owner) or isinstance(operation.error, Cancelled):
            return
        if operation.error is not None:
            operation.on_failure(operation.owner, operation.error)
        elif not operation.cancelled or operation.urgency is not Urgency.LOOK:
            operation.on_success(operation.answer)
