"""A day's work by keyboard alone: forty radiographs of four cases from their folders to four signed reports, two of them compared."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from forensix.gui.comparing import ChooseDialog
from forensix.gui.identity_dialog import IdentityDialog
from forensix.gui.receive_dialog import ReceiveDialog
from forensix.gui.report_dialog import ReportDialog
from forensix.imaging import phantom
from tests.gui.test_keyboard import SECRET, create
from tests.support.keyboard import Keys

CASES, OF_EACH = 4, 10


class Mouse(QObject):
    """Counts how often the hand left the keyboard, and how often it pressed a key."""

    def __init__(self) -> None:
        super().__init__()
        self.clicks = self.keys = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        self.clicks += event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)
        self.keys += event.type() is QEvent.Type.KeyPress and watched is QApplication.focusWidget()
        return False


@pytest.fixture
def mouse(qapp: QApplication) -> Iterator[Mouse]:
    mouse = Mouse()
    qapp.installEventFilter(mouse)
    yield mouse
    qapp.removeEventFilter(mouse)


def folders(parent: Path) -> list[Path]:
    made = []
    for case in range(CASES):
        made.append(parent / f"body-{case + 1}")
        made[-1].mkdir()
        for seed in range(OF_EACH * case, OF_EACH * (case + 1)):
            side = "R" if seed % 2 else "L"
            data = phantom.dicom(phantom.hand(seed, size=(320, 240), right=side == "R"), laterality=side)
            (made[-1] / f"hand-{seed:02}.dcm").write_bytes(data)
    return made


def receive(keys: Keys, folder: Path, number: str, already: int) -> None:
    keys.press("Ctrl+Shift+I")
    keys.dialog(QFileDialog)
    keys.write(str(folder))
    keys.press("Return")
    dialog = keys.dialog(ReceiveDialog)
    assert isinstance(dialog, ReceiveDialog)
    keys.tab_to(dialog.case)
    keys.press("Ctrl+A")
    keys.write(number)
    keys.press("Tab")
    keys.press("Ctrl+A")
    keys.write("Made-up incident")
    keys.press("Return")
    keys.qtbot.waitUntil(lambda: len(keys.window.list.model.rows) == already + OF_EACH, timeout=600_000)
    keys.idle()
    keys.back()


def work_through(keys: Keys) -> None:
    """Every radiograph of the list: observe, reveal, conclude, go on to the next."""
    panel = keys.window.panel
    for _ in range(CASES * OF_EACH):
        keys.press("Ctrl+G")
        assert panel.observation.outcome.hasFocus()
        keys.press("C")
        keys.press("Tab")
        keys.write("growth plates open")
        keys.press("Ctrl+L")
        keys.idle()
        keys.press("Ctrl+R")
        keys.idle()
        assert panel.conclusion.outcome.hasFocus()
        keys.press("I")
        keys.press("Tab")
        keys.write("a made-up hand")
        keys.press("Ctrl+Return")
        keys.idle()
        keys.press("Ctrl+Down")
        keys.idle()
        keys.qtbot.wait(QApplication.keyboardInputInterval())  # letters nearer to each other are one word to a box with choices


def compare_two(keys: Keys) -> None:
    window = keys.window
    keys.press("Ctrl+K")
    keys.press("Return")
    keys.press("C")
    keys.dialog(ChooseDialog)
    keys.press("Down")
    keys.press("Return")
    keys.idle()
    keys.back()
    assert window.column.stage.comparing
    keys.press("Esc")
    assert not window.column.stage.comparing


def sign_all(keys: Keys) -> None:
    """Ctrl+P on the whole list: the report on each case, one after the other."""
    keys.press("Ctrl+K")
    keys.press("Return")
    keys.press("Ctrl+A")
    keys.press("Ctrl+P")
    for at in range(CASES):
        report = keys.dialog(ReportDialog)
        assert isinstance(report, ReportDialog)
        keys.idle()
        if at == 0:
            assert report.new.hasFocus(), "without an identity the next thing is to make one"
            keys.press("Space")
            made = keys.dialog(IdentityDialog)
            assert isinstance(made, IdentityDialog)
            keys.tab_to(made.site)
            keys.write("Made-up site")
            for field in (made.authority, made.authority_again, made.passphrase, made.again):
                keys.tab_to(field)
                keys.write(SECRET)
            keys.press("Return")
            keys.idle()
            keys.back(report)
        assert report.key.secret.hasFocus()
        keys.write(SECRET)
        keys.press("Return")
        keys.idle()
        assert "Verification accepts it" in report.notice.text.text(), report.notice.text.text()
        keys.press("Escape")
        keys.qtbot.waitUntil(lambda report=report: not report.isVisible())
    keys.back()


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_forty_radiographs_from_their_folders_to_signed_reports(
    hand: Keys,
    mouse: Mouse,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    qtbot: QtBot,
) -> None:
    given = folders(tmp_path)
    began = time.monotonic()
    create(hand)
    for at, folder in enumerate(given):
        receive(hand, folder, f"PM-{at + 1:04}", at * OF_EACH)
    hand.press("Ctrl+Shift+A")
    rows = hand.window.list.model.rows
    qtbot.waitUntil(lambda: not hand.window.session.bench.operations(), timeout=1_800_000)
    assert {row.state for row in hand.window.list.model.rows} == {"examined"}
    hand.press("Ctrl+K")
    hand.press("Return")
    hand.press("Ctrl+Home")
    hand.idle()
    work_through(hand)
    assert {row.state for row in hand.window.list.model.rows} == {"concluded"}
    compare_two(hand)
    sign_all(hand)
    assert {row.state for row in hand.window.list.model.rows} == {"issued"}
    assert len(rows) == CASES * OF_EACH
    assert mouse.clicks == 0
    book = hand.window.session.casebook
    assert book is not None
    assert all(finding.result != "failed" for finding in book.verify())
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(rows)} radiographs: {time.monotonic() - began:.0f} s, {mouse.keys} keys, {mouse.clicks} times the mouse\n"
        )
