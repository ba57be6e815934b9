"""The whole job by keyboard alone: nothing is clicked, nothing is called; only keys are sent to whatever has the focus."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from forensix.domain.examination import ObservedSex, Outcome
from forensix.gui.first_start import CreateCasebookDialog
from forensix.gui.identity_dialog import IdentityDialog
from forensix.gui.receive_dialog import ReceiveDialog
from forensix.gui.report_dialog import ReportDialog
from forensix.imaging import phantom
from tests.support.keyboard import Keys
from tests.support.patience import PATIENCE_MS

SECRET = "four words make it"


@pytest.fixture
def radiographs(tmp_path: Path) -> Path:
    folder = tmp_path / "radiographs"
    folder.mkdir()
    for seed, side in ((21, "L"), (22, "R")):
        (folder / f"hand-{seed}.dcm").write_bytes(phantom.dicom(phantom.hand(seed, size=(640, 480), right=side == "R"), laterality=side))
    return folder


def create(hand: Keys) -> None:
    hand.press("Ctrl+N")
    dialog = hand.dialog(CreateCasebookDialog)
    hand.write("Anna Examiner")
    hand.press("Tab")
    hand.write("osteologist")
    hand.press("Return")
    hand.qtbot.waitUntil(lambda: not dialog.isVisible())
    hand.qtbot.waitUntil(lambda: hand.window.session.ready, timeout=PATIENCE_MS)
    hand.idle()
    hand.back()


def test_a_second_return_opens_no_other_door(hand: Keys) -> None:
    hand.press("Ctrl+N")
    hand.dialog(CreateCasebookDialog)
    hand.write("Anna Examiner")
    hand.press("Return")
    hand.press("Return")
    hand.press("Return")
    hand.qtbot.waitUntil(lambda: hand.window.session.ready, timeout=PATIENCE_MS)
    hand.idle()
    casebook = hand.window.session.casebook
    assert casebook is not None
    assert not casebook.synthetic
    assert [one.name for one in casebook.folder.parent.iterdir()] == ["casebook"]
    hand.back()


def receive(hand: Keys, folder: Path) -> None:
    hand.press("Ctrl+Shift+I")
    hand.dialog(QFileDialog)
    hand.write(str(folder))
    hand.press("Return")
    dialog = hand.dialog(ReceiveDialog)
    assert isinstance(dialog, ReceiveDialog)
    hand.write("PM-0001")
    hand.press("Tab")
    hand.write("Made-up incident")
    hand.press("Return")
    hand.idle()
    hand.qtbot.waitUntil(lambda: len(hand.window.list.model.rows) == 2, timeout=PATIENCE_MS)
    hand.back()


def sign(hand: Keys) -> None:
    hand.press("Ctrl+P")
    report = hand.dialog(ReportDialog)
    assert isinstance(report, ReportDialog)
    hand.idle()
    hand.tab_to(report.new)
    hand.press("Space")
    made = hand.dialog(IdentityDialog)
    assert isinstance(made, IdentityDialog)
    hand.tab_to(made.site)
    hand.write("Made-up site")
    for field in (made.authority, made.authority_again, made.passphrase, made.again):
        hand.tab_to(field)
        hand.write(SECRET)
    hand.press("Return")
    hand.qtbot.waitUntil(lambda: report.key.identity.currentText() == "Anna Examiner", timeout=PATIENCE_MS)
    hand.idle()
    hand.back(report)
    hand.tab_to(report.key.secret)
    hand.write(SECRET)
    hand.press("Return")
    hand.idle()
    hand.press("Escape")
    hand.qtbot.waitUntil(lambda: not report.isVisible())
    hand.back()


def test_from_nothing_to_a_signed_report(hand: Keys, radiographs: Path) -> None:
    window, panel = hand.window, hand.window.panel
    create(hand)
    hand.press("Ctrl+E")
    assert window.list.notice.text.text() == "Choose a radiograph in the list first."
    hand.press("Ctrl+Shift+A")
    assert window.list.notice.text.text() == "No radiograph of this casebook waits to be examined."
    receive(hand, radiographs)
    hand.press("Ctrl+K")
    hand.press("Return")
    assert window.list.table.hasFocus()
    hand.press("Ctrl+A")
    hand.press("Ctrl+E")
    hand.idle()
    assert {row.state for row in window.list.model.rows} == {"examined"}
    hand.press("Ctrl+R")
    assert "“Reveal the estimate” cannot be done here as things stand. Ctrl+G goes" in panel.notice.text.text()
    for at in range(2):
        row = window.list.current()
        assert row is not None
        hand.press("Ctrl+G")
        assert panel.observation.outcome.hasFocus()
        hand.press("F")
        assert panel.observation.outcome.currentData() == ObservedSex.FEMALE
        hand.press("Tab")
        hand.write("slender, growth plates open")
        hand.press("Ctrl+L")
        hand.idle()
        assert panel.estimate.reveal_button.hasFocus()
        hand.press("Return")
        hand.idle()
        assert panel.estimate.outcome.text() != ""
        hand.press("Ctrl+G")
        assert panel.conclusion.outcome.hasFocus()
        hand.press("I")
        assert panel.conclusion.outcome.currentData() == Outcome.INDETERMINATE
        hand.press("Tab")
        hand.write("a made-up hand")
        hand.press("Ctrl+Return")
        hand.idle()
        assert panel.report.sign_button.hasFocus(), "once it is known that the report may be seen"
        if at == 0:
            hand.press("Ctrl+Down")
            hand.idle()
            assert window.list.current() != row
            hand.qtbot.wait(QApplication.keyboardInputInterval())  # letters nearer to each other are one word to a box with choices
    assert {row.state for row in window.list.model.rows} == {"concluded"}
    sign(hand)
    assert {row.state for row in window.list.model.rows} == {"issued"}


def test_focus_follows_the_order_of_the_work(hand: Keys, radiographs: Path) -> None:
    create(hand)
    receive(hand, radiographs)
    window, panel = hand.window, hand.window.panel
    hand.press("Ctrl+G")
    assert not panel.observation.lock.isEnabled(), "an observation that nobody chose cannot be locked"
    hand.press("C")
    for control in (panel.observation.outcome, panel.observation.features, panel.observation.certainty, panel.observation.lock):
        hand.tab_to(control)
    assert hand.tab_to(panel.estimate.examine_button) == 1
    hand.press("Return")
    hand.idle()
    assert panel.observation.outcome.hasFocus(), "the button is gone: the keyboard goes to what waits next"
    hand.press("Ctrl+K")
    assert window.list.search.hasFocus()
    assert hand.tab_to(window.list.table) <= 3
