"""The bench: one worker thread that runs every verb, and brings its answer back to the GUI thread."""

from __future__ import annotations

import heapq
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


class Progress(Protocol):
    """What a verb calls between its steps; raises `Cancelled` once the operation was cancelled."""

    def __call__(self, step: str, fraction: float) -> None: ...


Verb = Callable[[Progress], Any]
Failed = Callable[[QObject, BaseException], None]


class Urgency(Enum):
    """What is done first when several operations wait: what the examiner looks at, her acts, a batch, what nobody waits for."""

    LOOK = auto()
    ACT = auto()
    BATCH = auto()
    IDLE = auto()


@dataclass(slots=True)
class Batch:
    """How far the operations of urgency BATCH have come, taken together."""

    whole: int = 0
    done: int = 0
    started: float = 0.0
    paused_at: float = 0.0

    def fraction(self, of_current: float) -> float:
        return (self.done + of_current) / self.whole if self.whole else 0.0

    @property
    def paused(self) -> bool:
        return self.paused_at > 0.0

    def pause(self, paused: bool) -> None:
        """Stop or start its clock: the time left is of the time at work."""
        now = time.monotonic()
        if paused and not self.paused:
            self.paused_at = now
        elif self.paused and not paused:
            self.started += (now - self.paused_at) if self.started else 0.0
            self.paused_at = 0.0


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

    def withdraw(self) -> bool:
        """Cancel it if it has not begun; whether nothing of it will be done."""
        if self.started:
            return False
        self.cancel()
        return True

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()


def seconds_left(started: float, fraction: float) -> float | None:
    """Time left by the share that is done since `started` (monotonic); None while that says too little."""
    elapsed = time.monotonic() - started
    if not started or fraction < 0.03 or elapsed < 1.0:
        return None
    return elapsed * (1.0 - fraction) / fraction


class _Queue:
    """Numbers of operations, the most urgent and then the oldest first; those of a batch can be held back."""

    def __init__(self) -> None:
        self._waiting: list[tuple[int, int]] = []
        self._held = self._closed = False
        self._changed = threading.Condition()

    def put(self, urgency: Urgency, number: int) -> None:
        with self._changed:
            heapq.heappush(self._waiting, (urgency.value, number))
            self._changed.notify()

    def hold(self, held: bool) -> None:
        with self._changed:
            self._held = held
            self._changed.notify()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify()

    def get(self) -> int | None:
        """The next number; waits for one. None once it is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._next() is not None)
            found = self._next()
            if self._closed or found is None:
                return None
            if found == self._waiting[0]:
                heapq.heappop(self._waiting)
            else:
                self._waiting.remove(found)
                heapq.heapify(self._waiting)
            return found[1]

    def _next(self) -> tuple[int, int] | None:
        if not self._held:
            return self._waiting[0] if self._waiting else None
        return min((one for one in self._waiting if one[0] != Urgency.BATCH.value), default=None)


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
        self._queue = _Queue()
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
        self._queue.put(urgency, operation.number)
        self.changed.emit()
        return operation

    def pause(self, paused: bool) -> None:
        """Hold the batch after the item at work, or go on with it; what is looked at and her own acts go on meanwhile."""
        self.batch.pause(paused and self.batch.whole > 0)
        self._queue.hold(self.batch.paused)
        self.changed.emit()

    def operations(self) -> list[Operation]:
        """What is running and what waits, the running one first."""
        return sorted(self._operations.values(), key=lambda one: (not one.started, one.urgency.value, one.number))

    def first(self) -> Operation | None:
        """What is said to be done: the running operation, else the next one, of those that have a title."""
        titled = (one for one in self._operations.values() if one.title)
        return min(titled, key=lambda one: (not one.started, one.urgency.value, one.number), default=None)

    @property
    def closed(self) -> bool:
        return self._closed

    def cancel_all(self) -> None:
        """Stop acts and batches, each after the item at work; what is only looked at goes on."""
        self._cancel(set(Urgency) - {Urgency.LOOK})

    def _cancel(self, urgencies: set[Urgency]) -> None:
        for operation in self._operations.values():
            if operation.urgency in urgencies:
                operation.cancel()
        self.pause(False)

    def close(self, seconds: float = 30.0, last: Callable[[], None] | None = None) -> bool:
        """Cancel everything and wait for the item at work to become whole; whether the worker ended in time.

        `last` is done by the worker before it ends, whatever was cancelled.
        """
        self._closed = True
        self._last = last
        self._cancel(set(Urgency))
        self._queue.close()
        self._thread.join(seconds)
        ended = not self._thread.is_alive()
        if ended:
            self._operations.clear()
        return ended

    # The worker's side: no Qt object is touched but for emitting.

    def _work(self) -> None:
        while True:
            number = self._queue.get()
            if number is None:
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
            self._queue.hold(False)
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
