"""The network is loaded when the hands rest, and only for who examines."""

from __future__ import annotations

import gc
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.gui import at_rest
from forensix.gui.at_rest import AtRest
from forensix.gui.bench import Bench
from forensix.gui.session import Session
from forensix.gui.sign_in_dialog import SignInDialog
from forensix.gui.status_line import StatusLine
from forensix.imaging import phantom
from forensix.laboratory import Laboratory
from tests.support.keyboard import Keys
from tests.support.patience import PATIENCE_S

ANNA = Examiner("", "Anna Examiner")


def test_it_comes_once_and_not_while_somebody_types(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_rest, "REST_MS", 600_000)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    rest = AtRest(field)
    told: list[bool] = []
    rest.came.connect(lambda: told.append(True))
    clock = rest._timer
    clock.setTimerType(Qt.TimerType.PreciseTimer)
    rest.wait()

    def begins_anew() -> bool:
        qtbot.wait(20)
        left = clock.remainingTime()
        qtbot.keyClick(field, Qt.Key.Key_A)
        return clock.remainingTime() > left

    qtbot.waitUntil(begins_anew)
    assert told == []
    clock.setInterval(0)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert not clock.isActive()
    assert told == [True]


@pytest.mark.parametrize(
    ("role", "loads"), [(Role.EXAMINER, True), (Role.REVIEWER, True), (Role.AUDITOR, False), (Role.ADMINISTRATOR, False)]
)
def test_who_never_examines_does_not_wait_for_the_network(role: Role, loads: bool, hand: Keys, desk: Path, qtbot: QtBot) -> None:
    window = hand.window
    book = Casebook.create(desk / "book", act=Act(actor=ANNA))
    window.session.enter(book, Examiner("", "Ada Auditor", role))
    qtbot.waitUntil(lambda: not window.session.bench.operations())
    window.warm_up()
    assert [one.title for one in window.session.bench.operations() if one.title] == (["loading the network"] if loads else [])
    qtbot.waitUntil(lambda: not window.session.bench.operations())


def test_what_waits_behind_the_work_is_said(bench: Bench, qtbot: QtBot) -> None:
    go = threading.Event()
    status = StatusLine(Session(settings.defaults(), bench))
    qtbot.addWidget(status)
    bench.run(status, lambda progress: go.wait(PATIENCE_S), lambda answer: None, title="loading")
    bench.run(status, lambda progress: None, lambda answer: None, title="looking for files")
    status.follow()
    assert status.doing.text().startswith("loading")
    assert status.doing.text().endswith("then: looking for files")
    go.set()
    qtbot.waitUntil(lambda: status.doing.text() == "Ready")


def test_the_network_is_not_loaded_before_what_was_asked_for(hand: Keys, desk: Path, qtbot: QtBot) -> None:
    window, go = hand.window, threading.Event()
    book = Casebook.create(desk / "book", act=Act(actor=ANNA))
    window.session.enter(book, ANNA)
    qtbot.waitUntil(lambda: not window.session.bench.operations())
    window._at_rest.came.emit()
    assert window.session.bench.operations() == [], "files are received next"
    (desk / "hand.dcm").write_bytes(phantom.dicom(phantom.hand(21, size=(320, 240)), laterality="L"))
    with Laboratory(book, window.session.settings, ANNA) as laboratory:
        laboratory.open_case("PM-1", incident="Made-up incident")
        laboratory.receive("PM-1", [desk / "hand.dcm"])
    window.look_again()
    qtbot.waitUntil(lambda: bool(window.list.model.rows) and not window.session.bench.operations())
    window.doors.ask_who()
    qtbot.waitUntil(lambda: not window.session.bench.operations())
    window._at_rest.came.emit()
    assert window.session.bench.operations() == [], "who has a dialog open is going to ask for something"
    asked = window.findChild(SignInDialog)
    assert asked is not None
    asked.reject()
    window.session.bench.run(window, lambda progress: go.wait(PATIENCE_S), lambda answer: None, title="opening a radiograph")
    window._at_rest.came.emit()
    assert [one.title for one in window.session.bench.operations() if one.title] == ["opening a radiograph"]
    go.set()
    qtbot.waitUntil(lambda: not window.session.bench.operations())
    gc.unfreeze()
    window._at_rest.came.emit()
    assert [one.title for one in window.session.bench.operations()] == ["loading the network"]
    assert window.session.bench.batch.whole == 0, "it is not counted among what is examined"
    qtbot.waitUntil(lambda: not window.session.bench.operations())
    assert gc.get_freeze_count() > 10_000 and gc.isenabled(), "what came with it is not gone through again and again"


def test_who_works_next_has_the_networks_that_are_loaded(bench: Bench, desk: Path, qtbot: QtBot) -> None:
    session, seen = Session(settings.defaults(), bench), []

    def look() -> object:
        session.act(session, lambda laboratory, progress: laboratory.networks, seen.append, title="")
        qtbot.waitUntil(lambda: not bench.operations())
        return seen[-1]

    session.enter(Casebook.create(desk / "book", act=Act(actor=ANNA)), ANNA)
    first = look()
    session.sign_in(Examiner("", "Ben Reviewer", Role.REVIEWER))
    assert look() is first
    session.adopt(replace(session.settings, theme="light"))
    assert look() is first
    session.adopt(replace(session.settings, threads=2))
    assert look() is not first, "what it computes with is another"
    session.sign_in(ANNA)  # ends the laboratory
    qtbot.waitUntil(lambda: not bench.operations())
