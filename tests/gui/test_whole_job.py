"""The whole job in the window: create a casebook, drop files, observe, examine, reveal, conclude, sign, verify."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.domain.case import Examiner
from forensix.domain.examination import ObservedSex, Outcome
from forensix.gui.app import open_window
from forensix.gui.identity_dialog import IdentityDialog
from forensix.gui.main_window import MainWindow
from forensix.gui.quick_look import QuickLookDialog
from forensix.gui.receive_dialog import ReceiveDialog
from forensix.gui.report_dialog import ReportDialog, VerifiedDialog
from forensix.imaging import phantom
from tests.support.patience import PATIENCE_S

LONG_MS = 90_000
SECRET = "four words make it"


@pytest.fixture(scope="session")
def radiographs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two made-up hands and a file that is none."""
    folder = tmp_path_factory.mktemp("radiographs")
    for seed, side in ((21, "L"), (22, "R")):
        (folder / f"hand-{seed}.dcm").write_bytes(phantom.dicom(phantom.hand(seed, right=side == "R"), laterality=side))
    (folder / "notes.dcm").write_text("not a radiograph", encoding="utf-8")
    return folder


@pytest.fixture
def window(qtbot: QtBot, tiny_models: Path, desk: Path) -> Iterator[MainWindow]:
    chosen = replace(settings.defaults(), casebook=desk / "casebook", added_models=tiny_models, model="tiny-resnet18", device="cpu")
    window = open_window(chosen)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.panel.show_row(None, ())
    assert window.session.close(PATIENCE_S)


def idle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.session.bench.operations(), timeout=LONG_MS)


def dialog_of(window: MainWindow, kind: type[QDialog], qtbot: QtBot) -> QDialog:
    """The open dialog of a kind, once it is there."""

    def found() -> QDialog | None:
        return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)

    qtbot.waitUntil(lambda: found() is not None, timeout=LONG_MS)
    dialog = found()
    assert dialog is not None
    return dialog


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, nothing = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(50, 50), copy, data, left, nothing)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, nothing))


def receive(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    drop(window, folder)
    dialog = dialog_of(window, ReceiveDialog, qtbot)
    assert isinstance(dialog, ReceiveDialog)
    assert not dialog.receive.isEnabled()
    dialog.case.setCurrentText("PM-0001")
    dialog.incident.setCurrentText("Made-up incident")
    dialog.receive.click()
    idle(window, qtbot)


def enter(window: MainWindow, qtbot: QtBot) -> None:
    window.doors.create(window.session.settings.casebook, Examiner("", "Anna Examiner"), blind_first=True)
    idle(window, qtbot)


def test_whole_job(window: MainWindow, radiographs: Path, qtbot: QtBot) -> None:
    assert window.pages.currentWidget() is window.first_start
    enter(window, qtbot)
    assert window.pages.currentWidget() is window.work

    receive(window, radiographs, qtbot)
    assert [row.state for row in window.list.model.rows] == ["received", "received"]
    assert "3 given: 2 received, 0 already held, 1 refused" in window.list.notice.text.text()
    assert "notes.dcm" in window.list.notice.text.text()
    assert window.column.view.raster is not None

    window.list.table.selectAll()
    window.receiving.examine_selected()
    idle(window, qtbot)
    assert [row.state for row in window.list.model.rows] == ["examined", "examined"]
    panel = window.panel
    assert "covered" in panel.estimate.covered.text()
    assert window.column.view.heatmap is None
    assert not panel.conclusion.isEnabled()

    panel.observation.outcome.setCurrentIndex(panel.observation.outcome.findData(ObservedSex.FEMALE))
    panel.observation.features.setPlainText("slender")
    panel.observation.lock.click()
    idle(window, qtbot)
    assert "slender" in panel.observation.said.text()
    assert panel.estimate.reveal_button.isVisibleTo(panel)
    assert window.column.view.heatmap is None

    panel.estimate.reveal_button.click()
    idle(window, qtbot)
    assert panel.estimate.outcome.text() in ("Male", "Female", "Indeterminate", "Not evaluated")
    assert window.column.view.heatmap is not None
    assert "\N{MULTIPLICATION SIGN}" in window.column.grid.text()

    panel.conclusion.outcome.setCurrentIndex(panel.conclusion.outcome.findData(Outcome.INDETERMINATE))
    panel.conclusion.basis.setPlainText("made-up radiograph")
    window.column.view.turn(91.0)
    looked = window.column.view_recipe()
    panel.conclusion.conclude.click()
    idle(window, qtbot)
    current, casebook = window.list.current(), window.session.casebook
    assert current.state == "concluded"
    assert casebook is not None
    assert [one.view_recipe for one in casebook.conclusions(current.radiograph.id)] == [looked]
    assert "radiographs concluded: 1 of 2" in panel.report.holds.text()

    panel.report.sign_button.click()
    report = dialog_of(window, ReportDialog, qtbot)
    assert isinstance(report, ReportDialog)
    idle(window, qtbot)
    assert report.preview.document.status() is QPdfDocument.Status.Ready, report.notice.text.text()
    assert not report.sign.isEnabled()
    make_identity(window, report, qtbot)

    report.key.secret.setText("wrong")
    report.sign.click()
    idle(window, qtbot)
    assert "passphrase" in report.notice.text.text()
    report.key.secret.setText(SECRET)
    report.sign.click()
    idle(window, qtbot)
    assert "accepts" in report.notice.text.text(), report.findings.toPlainText()
    assert not report.sign.isEnabled()
    report.close_button.click()
    assert window.list.current().state == "issued"

    panel.report.verify_button.click()
    verified = dialog_of(window, VerifiedDialog, qtbot)
    assert isinstance(verified, VerifiedDialog)
    assert "accepts" in verified.verdict.text()
    verified.accept()
    idle(window, qtbot)


def make_identity(window: MainWindow, report: ReportDialog, qtbot: QtBot) -> None:
    report.new.click()
    dialog = dialog_of(window, IdentityDialog, qtbot)
    assert isinstance(dialog, IdentityDialog)
    dialog.site.setText("Made-up site")
    assert not dialog.create_button.isEnabled()
    for field in (dialog.authority, dialog.authority_again, dialog.passphrase, dialog.again):
        field.setText(SECRET)
    assert dialog.person.text() == "Anna Examiner"
    dialog.create_button.click()
    idle(window, qtbot)
    assert report.key.identity.currentText() == "Anna Examiner"
    assert window.session.casebook is not None
    assert [event.details["name"] for event in window.session.casebook.events() if event.kind == "identity_issued"] == ["Anna Examiner"]


@pytest.mark.long
def test_from_worklist_to_signed_report_by_keyboard(window: MainWindow, radiographs: Path, qtbot: QtBot) -> None:
    enter(window, qtbot)
    receive(window, radiographs, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    press(window, "Ctrl+K", qtbot)
    type_into(window.list.search, "right", qtbot)
    assert window.list.model.rowCount() == 1
    press(window, "Return", qtbot)
    assert window.list.table.hasFocus()
    assert window.list.current().radiograph.file_name == "hand-22.dcm"
    idle(window, qtbot)
    for keys in ("Ctrl+E", "Ctrl+G", "C", "Ctrl+L", "Ctrl+R"):
        press(window, keys, qtbot)
        idle(window, qtbot)
    panel = window.panel
    assert panel.observation.said.text().startswith("Cannot be told")
    assert panel.estimate.outcome.text() != ""

    press(window, "Ctrl+G", qtbot)
    assert panel.conclusion.outcome.hasFocus()
    press(window, "M", qtbot)
    assert panel.conclusion.outcome.currentData() == Outcome.MALE
    press(window, "Tab", qtbot)
    type_into(panel.conclusion.basis, "typed, hirn", qtbot)
    assert not window.column.invert.isChecked()
    press(window, "Ctrl+Return", qtbot)
    idle(window, qtbot)
    assert window.list.current().state == "concluded"

    press(window, "Ctrl+P", qtbot)
    report = dialog_of(window, ReportDialog, qtbot)
    assert isinstance(report, ReportDialog)
    make_identity(window, report, qtbot)
    report.activateWindow()
    qtbot.waitUntil(report.key.secret.hasFocus)
    type_into(report.key.secret, SECRET, qtbot)
    press(report, "Return", qtbot)
    idle(window, qtbot)
    assert window.list.current().state == "issued"
    press(report, "Escape", qtbot)
    qtbot.waitUntil(lambda: not report.isVisible())


@pytest.mark.long
def test_a_second_examiner_sees_nothing_before_her_own_observation(window: MainWindow, radiographs: Path, qtbot: QtBot) -> None:
    enter(window, qtbot)
    receive(window, radiographs, qtbot)
    panel = window.panel
    panel.observation.outcome.setCurrentIndex(panel.observation.outcome.findData(ObservedSex.CANNOT_BE_TOLD))
    for step in (window.receiving.examine_selected, panel.observation.lock.click, panel.reveal):
        step()
        idle(window, qtbot)
    assert window.column.view.heatmap is not None
    panel.conclusion.outcome.setCurrentIndex(1)
    panel.conclusion.basis.setPlainText("Anna's own words")
    panel.conclusion.conclude.click()
    idle(window, qtbot)
    assert "Anna's own words" in panel.conclusion.said.text()

    window.session.sign_in(Examiner("", "Ben Examiner"))
    idle(window, qtbot)
    assert panel.standing is not None
    assert panel.standing.estimate is None
    assert window.column.view.heatmap is None
    assert window.column.grid.text() == ""
    assert not panel.conclusion.isEnabled()
    said = " ".join(part.text() for part in window.findChildren(QLabel))
    assert "Anna's own words" not in said
    assert "times more probable" not in said
    assert "locked" not in panel.observation.said.text()


def test_cancel_ends_a_batch_between_two_radiographs(window: MainWindow, radiographs: Path, qtbot: QtBot) -> None:
    enter(window, qtbot)
    receive(window, radiographs, qtbot)
    window.list.table.selectAll()
    window.receiving.examine_selected()
    window.session.bench.cancel_all()
    idle(window, qtbot)
    assert "received" in [row.state for row in window.list.model.rows]
    assert "stopped" in window.list.notice.text.text()
    window.receiving.examine_selected()
    idle(window, qtbot)
    assert [row.state for row in window.list.model.rows] == ["examined", "examined"]
    window.receiving.examine_selected("the lamp was changed")
    idle(window, qtbot)
    current = window.list.current()
    assert current is not None
    assert window.session.casebook is not None
    runs = window.session.casebook.examinations(current.radiograph.id)
    assert [run.reason for run in runs] == ["", "the lamp was changed"]


def test_altered_original_is_said_where_its_picture_would_be(window: MainWindow, radiographs: Path, qtbot: QtBot) -> None:
    enter(window, qtbot)
    receive(window, radiographs, qtbot)
    row = window.list.current()
    casebook = window.session.casebook
    assert row is not None
    assert casebook is not None
    original = casebook.evidence.path(row.radiograph.sha256)
    original.chmod(0o644)
    original.write_bytes(b"altered")
    window.enter()
    idle(window, qtbot)
    assert window.column.view.raster is None
    assert window.column.notice.isVisible()
    window.list.step(1)
    idle(window, qtbot)
    assert window.column.view.raster is not None


def test_quick_look_keeps_nothing(window: MainWindow, radiographs: Path, desk: Path, qtbot: QtBot) -> None:
    drop(window, radiographs / "hand-21.dcm")
    dialog = dialog_of(window, QuickLookDialog, qtbot)
    assert isinstance(dialog, QuickLookDialog)
    idle(window, qtbot)
    assert dialog.column.view.heatmap is not None
    assert dialog.estimate.outcome.text() != ""
    assert not desk.exists()
    dialog.reject()


def test_what_a_quick_look_showed_goes_into_a_case_and_custody_says_that_it_was_seen(
    window: MainWindow, radiographs: Path, qtbot: QtBot
) -> None:
    drop(window, radiographs / "hand-21.dcm")
    look = dialog_of(window, QuickLookDialog, qtbot)
    assert isinstance(look, QuickLookDialog)
    assert not look.take.isEnabled(), "nothing was shown yet"
    idle(window, qtbot)
    look.take.click()
    assert "hand-21.dcm is received there next" in window.first_start.notice.text.text()
    enter(window, qtbot)
    for files in ((), (radiographs / "hand-22.dcm",)):
        if files:
            drop(window, *files)
        dialog = dialog_of(window, ReceiveDialog, qtbot)
        assert isinstance(dialog, ReceiveDialog)
        dialog.case.setCurrentText("PM-0001")
        dialog.incident.setCurrentText("Made-up incident")
        dialog.receive.click()
        idle(window, qtbot)
    book = window.session.casebook
    assert book is not None
    received = {event.details["file_name"]: event.details.get("because", "") for event in book.events() if event.kind == "received"}
    assert received["hand-21.dcm"].startswith("looked at before, with its estimate, in a quick look at 2")
    assert received["hand-22.dcm"] == ""
    window.right.setCurrentWidget(window.right.custody)
    idle(window, qtbot)
    window.right.custody.copy()
    assert "looked at before" in QApplication.clipboard().text()
    window.receiving.examine_waiting()
    idle(window, qtbot)
    assert window.column.view.heatmap is None, "blind first begins here"


def press(widget: QWidget, keys: str, qtbot: QtBot) -> None:
    """A key or chord, to whatever has the keyboard."""
    combination = QKeySequence(keys)[0]
    target = QApplication.focusWidget() or widget
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())


def type_into(widget: QWidget, text: str, qtbot: QtBot) -> None:
    assert widget.hasFocus()
    qtbot.keyClicks(widget, text)
