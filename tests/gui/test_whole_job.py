"""The whole job in the window: create a casebook, drop files, observe, examine, reveal, conclude, sign, verify."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.domain.case import Examiner
from forensix.domain.examination import ObservedSex, Outcome
from forensix.gui.app import open_window
from forensix.gui.identity_dialog import IdentityDialog
from forensix.gui.main_window import MainWindow
from forensix.gui.receive_dialog import ReceiveDialog
from forensix.gui.report_dialog import ReportDialog, VerifiedDialog
from forensix.imaging import phantom
from tests.support.tiny_bundle import tiny_bundle

LONG_MS = 90_000
SECRET = "four words make it"


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    tiny_bundle(folder)
    return folder


@pytest.fixture(scope="session")
def radiographs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two made-up hands and a file that is none."""
    folder = tmp_path_factory.mktemp("radiographs")
    for seed, side in ((21, "L"), (22, "R")):
        (folder / f"hand-{seed}.dcm").write_bytes(phantom.dicom(phantom.hand(seed), laterality=side))
    (folder / "notes.dcm").write_text("not a radiograph", encoding="utf-8")
    return folder


@pytest.fixture
def window(qtbot: QtBot, models: Path, desk: Path) -> Iterator[MainWindow]:
    chosen = replace(settings.defaults(), casebook=desk / "casebook", added_models=models, model="tiny-resnet18", device="cpu")
    window = open_window(chosen)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.panel.show_row(None, ())
    assert window.session.close(30)


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
    assert "3 given: 2 received, 0 duplicates, 1 refused" in window.list.notice.text.text()
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
    panel.conclusion.conclude.click()
    idle(window, qtbot)
    assert window.list.current().state == "concluded"
    assert "1 of 2 radiographs concluded" in panel.report.holds.text()

    panel.report.sign_button.click()
    report = dialog_of(window, ReportDialog, qtbot)
    assert isinstance(report, ReportDialog)
    idle(window, qtbot)
    assert report.preview.document.status() is QPdfDocument.Status.Ready, report.notice.text.text()
    assert not report.sign.isEnabled()
    make_identity(window, report, qtbot)

    report.passphrase.setText("wrong")
    report.sign.click()
    idle(window, qtbot)
    assert "passphrase" in report.notice.text.text()
    report.passphrase.setText(SECRET)
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
    assert report.identity.currentText() == "Anna Examiner"
