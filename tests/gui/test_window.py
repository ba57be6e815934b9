"""The window as a whole: shown before anything heavy is imported, every control named, nothing lost on closing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QTableView,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import CasebookUnavailable
from forensix.gui import keys
from forensix.gui.app import crash_hook, open_window
from forensix.gui.bench import Progress
from forensix.gui.failure import CrashDialog
from forensix.gui.first_start import CreateCasebookDialog
from forensix.gui.identity_dialog import IdentityDialog
from forensix.gui.main_window import MainWindow
from forensix.gui.quick_look import QuickLookDialog
from forensix.gui.receive_dialog import ReceiveDialog
from forensix.gui.settings_dialog import SettingsDialog
from forensix.gui.shortcut_table import ShortcutSheet
from forensix.gui.sign_in_dialog import SignInDialog
from forensix.identity.authority import SiteAuthority
from forensix.reporting.required import REQUIREMENTS
from tests.support.patience import PATIENCE_S, PROCESS_S

ASKS = QMessageBox.question
"""Before the tests answer in its place."""
SHOWN_WITHOUT_TORCH = """
import sys
from pathlib import Path
from dataclasses import replace
from PySide6.QtTest import QTest
from forensix import settings
from forensix.gui import app
chosen = replace(settings.defaults(), casebook=Path(sys.argv[1]))
application = app.application(chosen)
window = app.open_window(chosen)
window.show()
assert QTest.qWaitForWindowExposed(window)
heavy = {"torch", "torchvision", "pyhanko", "reportlab", "pydicom", "cv2", "sqlite_utils"} & set(sys.modules)
window.session.close()
sys.exit(f"imported before the window was shown: {heavy}" if heavy else 0)
"""


@pytest.fixture
def window(qtbot: QtBot, desk: Path) -> Iterator[MainWindow]:
    window = open_window(replace(settings.defaults(), casebook=desk / "casebook"))
    qtbot.addWidget(window)
    window.show()
    yield window
    assert window.session.close(PATIENCE_S)


def test_a_window_that_stood_on_a_screen_that_is_gone_comes_back_where_it_is_seen(desk: Path, qtbot: QtBot) -> None:
    gone = QWidget()
    qtbot.addWidget(gone)
    gone.setGeometry(5000, 3000, 900, 700)
    QSettings().setValue("window/geometry", gone.saveGeometry())
    window = open_window(replace(settings.defaults(), casebook=desk / "casebook"))
    qtbot.addWidget(window)
    QSettings().remove("window/geometry")
    window.show()
    seen = window.screen().availableGeometry().intersected(window.frameGeometry())
    assert seen.width() >= 700 and seen.height() >= 600 and window.frameGeometry().top() >= 0
    assert window.session.close(PATIENCE_S)


def test_window_is_shown_before_anything_heavy_is_imported(desk: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", SHOWN_WITHOUT_TORCH, str(desk)], env=environment, capture_output=True, text=True, timeout=PROCESS_S
    )
    assert done.returncode == 0, done.stderr


def test_every_control_has_a_name_for_a_screen_reader(window: MainWindow, qtbot: QtBot) -> None:
    dialogs = [
        ReceiveDialog([Path("a.dcm")], [], [], None),
        SignInDialog([]),
        IdentityDialog(window.session, Path("nowhere")),
        CreateCasebookDialog(Path("nowhere"), ""),
        SettingsDialog(window.session.settings, window),
        ShortcutSheet(window),
        CrashDialog(RuntimeError("made up")),
        QuickLookDialog(window.session.bench, window.session.settings, Path("nowhere")),
    ]
    nameless = []
    kinds = (QLineEdit, QComboBox, QPlainTextEdit, QSlider, QAbstractButton, QAbstractSpinBox, QTableView, QTreeView, QListWidget)
    for top in (window, *dialogs):
        for kind in kinds:
            nameless += [control for control in top.findChildren(kind) if not _named(control)]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
    assert nameless == []


def test_what_a_new_casebook_still_needs_is_said(qtbot: QtBot) -> None:
    dialog = CreateCasebookDialog(Path("nowhere"), "")
    qtbot.addWidget(dialog)
    assert (dialog.missing.text(), dialog.create_button.isEnabled()) == ("Your full name is missing.", False)
    dialog.name.setText("Anna Examiner")
    assert (dialog.missing.text(), dialog.create_button.isEnabled()) == ("", True)
    dialog.folder.clear()
    assert dialog.missing.text() == "Name the folder."


def _named(control: QWidget) -> bool:
    inside = control.parent()  # the line of an editable box, the arrows of a scroll bar: named by what they are part of
    own = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "") or control.toolTip()
    return (
        bool(own)
        or isinstance(inside, (QComboBox, QLineEdit, QAbstractSpinBox, QKeySequenceEdit))
        or control.objectName().startswith("qt_")
    )


def test_no_shortcut_means_two_things(window: MainWindow) -> None:
    keys: dict[str, list[str]] = {}
    for action in window.findChildren(QAction):
        for key in action.shortcuts():
            keys.setdefault(key.toString(QKeySequence.SequenceFormat.PortableText), []).append(action.text())
    assert {key: texts for key, texts in keys.items() if len(texts) > 1} == {}
    assert {"Ctrl+K", "H", "Ctrl+E", "Ctrl+P"} <= set(keys)


def test_shortcuts_are_shown_in_tooltips(window: MainWindow) -> None:
    untold = [one.text() for one in window.findChildren(QAction) if not one.shortcut().isEmpty() and not _tells(one)]
    assert untold == []


def _tells(action: QAction) -> bool:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in action.toolTip()


def test_a_failure_in_a_slot_is_a_sentence_and_no_crash(window: MainWindow) -> None:
    error = CasebookUnavailable("The casebook has gone.", "Plug its disk in again.")
    crash_hook(window)(type(error), error, None)
    assert window.first_start.notice.text.text() == "The casebook has gone.\nPlug its disk in again."


def test_casebook_of_two_asks_who_works(window: MainWindow, desk: Path, qtbot: QtBot) -> None:
    window.doors.create(desk / "casebook", Examiner("", "Anna Examiner"), blind_first=False)
    qtbot.waitUntil(lambda: window.session.ready)
    assert isinstance(window.session.casebook, Casebook)
    assert not window.session.casebook.blind_first
    window.doors.ask_who()
    dialog = window.findChild(SignInDialog)
    assert dialog is not None
    assert dialog.name.currentText() == "Anna Examiner"
    dialog.name.setCurrentText("Ben Reviewer")
    dialog.enter.click()
    assert window.session.examiner == Examiner("", "Ben Reviewer")
    assert "Ben Reviewer" in window.status.examiner.text()


def test_the_identity_of_the_settings_works(desk: Path, qtbot: QtBot) -> None:
    book = Casebook.create(desk / "casebook", act=Act(actor=Examiner("a", "Anna Examiner")))
    identity = SiteAuthority.create(book.folder, "Made-up site", "four words").issue(
        "Ben Examiner", Role.EXAMINER, "osteologist", "four words"
    )
    window = open_window(replace(settings.defaults(), casebook=desk / "casebook", identity=str(identity)))
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.session.ready)
    assert window.session.examiner is not None
    assert window.session.examiner.name == "Ben Examiner"
    assert window.session.examiner.certificate_serial
    assert window.session.close(PATIENCE_S)


def test_closing_asks_only_if_something_would_be_lost(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def answer(*about: object) -> QMessageBox.StandardButton:
        asked.append(about)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", answer)
    monkeypatch.setattr(window.panel, "begun", lambda: True)
    go = threading.Event()
    window.session.bench.run(window, lambda progress: go.wait(PATIENCE_S), lambda answer: None, title="work")
    assert not window.close()
    assert len(asked) == 1
    assert "not locked yet" in str(asked[0][2])
    assert "Work is going on" in str(asked[0][2]), "all that would be lost is named"
    assert asked[0][-1] is QMessageBox.StandardButton.No, "a second Return does not close"
    go.set()
    qtbot.waitUntil(lambda: not window.session.bench.operations())
    monkeypatch.setattr(window.panel, "begun", lambda: False)
    assert window.close()
    assert len(asked) == 1


@pytest.mark.parametrize(("answer", "closed"), [(QMessageBox.StandardButton.Yes, True), (QMessageBox.StandardButton.No, False)])
def test_the_answer_that_is_given_to_the_question_counts(
    answer: QMessageBox.StandardButton, closed: bool, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the real box: what it answers is a plain number."""
    monkeypatch.setattr(QMessageBox, "question", ASKS)
    monkeypatch.setattr(window.panel, "begun", lambda: True)

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        box.button(answer).click()

    QTimer.singleShot(200, window, press)
    assert window.close() is closed
    assert window.isHidden() is closed
    monkeypatch.setattr(window.panel, "begun", lambda: False)


def test_the_window_of_a_failed_test_closes_at_once(window: MainWindow, qtbot: QtBot) -> None:
    """What `closes_without_a_question` is for: with work going on and nobody to answer, a test would hang where it ought to fail."""
    at_work, never = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        at_work.set()
        while not never.wait(0.01):
            progress("at work", 0.5)

    def give_up() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.reject()

    window.session.bench.run(window, work, lambda answer: None, title="work")
    assert at_work.wait(PATIENCE_S)
    nobody = QTimer(window, interval=1000, singleShot=True)
    nobody.timeout.connect(give_up)
    nobody.start()
    assert window.close()
    nobody.stop()  # or it would answer a question that a later test asks


def test_the_menus_that_a_draft_names_are_there(window: MainWindow) -> None:
    """A draft says in reporting/required.py where what is missing is filled in, in the window's words."""
    there = {
        (menu.title().replace("&", ""), one.text().replace("&", "").removesuffix(" \N{HORIZONTAL ELLIPSIS}"))
        for menu in window.menuBar().findChildren(QMenu)
        for one in menu.actions()
    }
    named = {found for each in REQUIREMENTS for found in re.findall(r"(Work|File), ([A-Z][a-z ]+),", each.where)}
    assert {name for _, name in named} == {"Correct", "Settings", "Examine again", "Conclude", "Lock observation"}
    assert named - there == set()
    commands = [each for each in REQUIREMENTS if "`forensix" in each.where]
    assert [each.key for each in commands if not re.search(r"(Work|File), .*`", each.where)] == []


def test_every_button_of_the_work_has_its_action_in_a_menu(window: MainWindow) -> None:
    in_menus = {one.property(keys.SHIPPED) for menu in window.menuBar().findChildren(QMenu) for one in menu.actions()} - {None}
    pushes = window.work.findChildren(QPushButton)
    assert len(pushes) > 10
    assert [push.text() for push in pushes if push.property(keys.SHIPPED) not in in_menus] == []
