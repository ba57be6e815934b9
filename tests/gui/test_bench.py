"""The bench: one worker, answers on the GUI thread, silence for the cancelled and the gone."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from forensix.domain.errors import Cancelled, SigningFailed
from forensix.gui.bench import Batch, Bench, Progress, Urgency, seconds_left
from tests.support.patience import PATIENCE_S


def test_answer_arrives_on_the_gui_thread_and_the_verb_ran_elsewhere(bench: Bench, qtbot: QtBot) -> None:
    owner, where = QObject(), []

    def verb(progress: Progress) -> int:
        where.append(threading.current_thread().name)
        return 42

    with qtbot.waitSignal(bench.settled):
        bench.run(owner, verb, lambda answer: where.append((answer, QThread.currentThread() is owner.thread())))
    assert where == ["forensix-bench", (42, True)]
    assert bench.operations() == []


def test_failure_goes_to_on_failure_with_the_owner(bench: Bench, qtbot: QtBot) -> None:
    owner, seen = QObject(), []

    def verb(progress: Progress) -> None:
        raise SigningFailed("The passphrase does not open it.", "Type it again.")

    with qtbot.waitSignal(bench.settled):
        bench.run(owner, verb, seen.append, lambda who, error: seen.append((who, type(error))))
    assert seen == [(owner, SigningFailed)]


def test_cancelled_at_its_next_step_in_silence(bench: Bench, qtbot: QtBot) -> None:
    owner, seen = QObject(), []
    begun, go_on = threading.Event(), threading.Event()

    def verb(progress: Progress) -> str:
        begun.set()
        assert go_on.wait(PATIENCE_S)
        progress("next", 0.5)
        return "never"

    operation = bench.run(owner, verb, seen.append, lambda who, error: seen.append(error), title="long")
    assert begun.wait(PATIENCE_S)
    operation.cancel()
    with qtbot.waitSignal(bench.settled) as settled:
        go_on.set()
    assert settled.args == [operation]
    assert isinstance(operation.error, Cancelled) or operation.error is None
    assert seen == []


def test_only_what_has_not_begun_is_withdrawn(bench: Bench, qtbot: QtBot) -> None:
    owner, ran = QObject(), []
    begun, go_on = threading.Event(), threading.Event()

    def hold(progress: Progress) -> None:
        begun.set()
        assert go_on.wait(PATIENCE_S)

    first = bench.run(owner, hold, ran.append)
    second = bench.run(owner, lambda progress: "second", ran.append)
    assert begun.wait(PATIENCE_S)
    assert not first.withdraw()
    assert second.withdraw()
    go_on.set()
    qtbot.waitUntil(lambda: not bench.operations())
    assert ran == [None]


def test_waiting_operation_that_was_cancelled_never_begins(bench: Bench, qtbot: QtBot) -> None:
    owner, ran = QObject(), []
    hold = threading.Event()
    first = bench.run(owner, lambda progress: hold.wait(PATIENCE_S), ran.append)
    second = bench.run(owner, lambda progress: ran.append("second"), ran.append)
    second.cancel()
    with qtbot.waitSignals([bench.settled, bench.settled]):
        hold.set()
    qtbot.waitUntil(lambda: not bench.operations())
    assert ran == [True]
    assert first.cancelled is False


def test_owner_gone_answer_dropped(bench: Bench, qtbot: QtBot) -> None:
    owner, seen, hold = QLabel(), [], threading.Event()
    bench.run(owner, lambda progress: hold.wait(PATIENCE_S), seen.append, lambda who, error: seen.append(error))
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    with qtbot.waitSignal(bench.settled):
        hold.set()
    assert seen == []


def test_a_look_goes_before_a_waiting_batch(bench: Bench, qtbot: QtBot) -> None:
    owner, order, hold = QObject(), [], threading.Event()

    def ask(name: str, urgency: Urgency) -> None:
        bench.run(owner, lambda progress: order.append(name), lambda answer: None, urgency=urgency)

    bench.run(owner, lambda progress: hold.wait(PATIENCE_S), lambda answer: None)
    ask("batch 1", Urgency.BATCH)
    ask("batch 2", Urgency.BATCH)
    ask("act", Urgency.ACT)
    ask("look", Urgency.LOOK)
    assert bench.batch.whole == 2
    hold.set()
    qtbot.waitUntil(lambda: not bench.operations())
    assert order == ["look", "act", "batch 1", "batch 2"]
    assert bench.batch.whole == 0


def test_progress_is_told_with_its_share(bench: Bench, qtbot: QtBot) -> None:
    owner, told = QObject(), []

    def verb(progress: Progress) -> None:
        for step, fraction in (("one", 0.1), ("two", 0.6), ("done", 1.0)):
            progress(step, fraction)

    with qtbot.waitSignal(bench.settled):
        bench.run(owner, verb, lambda answer: None, on_progress=lambda step, fraction: told.append((step, fraction)), title="begin")
    assert told[-3:] == [("one", 0.1), ("two", 0.6), ("done", 1.0)]


def test_a_slot_that_fails_does_not_stop_the_bench(bench: Bench, qtbot: QtBot) -> None:
    owner = QObject()

    def fail(answer: Any) -> None:
        raise RuntimeError("in the slot")

    with qtbot.captureExceptions() as raised, qtbot.waitSignal(bench.settled):
        bench.run(owner, lambda progress: 1, fail)
    assert [kind for kind, _, _ in raised] == [RuntimeError]
    seen: list[int] = []
    with qtbot.waitSignal(bench.settled):
        bench.run(owner, lambda progress: 2, seen.append)
    assert seen == [2]


def test_closed_bench_takes_nothing_more(qtbot: QtBot) -> None:
    bench, owner = Bench(), QObject()
    assert bench.close(PATIENCE_S)
    with pytest.raises(RuntimeError, match="closed"):
        bench.run(owner, lambda progress: None, lambda answer: None)


def test_a_paused_batch_waits_while_looks_and_acts_go_on(bench: Bench, qtbot: QtBot) -> None:
    owner, order, hold = QObject(), [], threading.Event()

    def ask(name: str, urgency: Urgency) -> None:
        bench.run(owner, lambda progress: order.append(name), lambda answer: None, urgency=urgency)

    bench.run(owner, lambda progress: hold.wait(PATIENCE_S), lambda answer: None)
    ask("batch 1", Urgency.BATCH)
    ask("batch 2", Urgency.BATCH)
    bench.pause(True)
    assert bench.batch.paused
    ask("act", Urgency.ACT)
    ask("idle", Urgency.IDLE)
    hold.set()
    qtbot.waitUntil(lambda: len(bench.operations()) == 2)
    assert order == ["act", "idle"]
    bench.pause(False)
    qtbot.waitUntil(lambda: not bench.operations())
    assert order == ["act", "idle", "batch 1", "batch 2"]
    assert not bench.batch.paused


def test_the_clock_of_a_batch_stands_still_while_it_is_paused(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("forensix.gui.bench.time.monotonic", lambda: now)
    batch = Batch(whole=4, done=1, started=80.0)
    batch.pause(True)
    now = 150.0
    batch.pause(True)
    batch.pause(False)
    assert (batch.started, batch.paused) == (130.0, False)
    assert seconds_left(batch.started, batch.fraction(0.0)) == pytest.approx(60.0)


def test_a_cancelled_batch_is_no_longer_paused_and_looks_go_on(bench: Bench, qtbot: QtBot) -> None:
    owner, seen, hold = QObject(), [], threading.Event()
    bench.run(owner, lambda progress: hold.wait(PATIENCE_S), seen.append, urgency=Urgency.LOOK)
    batch = [bench.run(owner, lambda progress: seen.append("batch"), seen.append, urgency=Urgency.BATCH) for _ in range(3)]
    look = bench.run(owner, lambda progress: "looked", seen.append, urgency=Urgency.LOOK)
    bench.pause(True)
    bench.cancel_all()
    hold.set()
    qtbot.waitUntil(lambda: not bench.operations())
    assert all(operation.cancelled for operation in batch) and not look.cancelled
    assert seen == [True, "looked"]


def test_a_pause_without_a_batch_holds_nothing(bench: Bench, qtbot: QtBot) -> None:
    bench.pause(True)
    seen: list[int] = []
    with qtbot.waitSignal(bench.settled):
        bench.run(QObject(bench), lambda progress: 1, seen.append, urgency=Urgency.BATCH)
    assert seen == [1] and not bench.batch.paused
