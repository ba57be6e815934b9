"""Failures as the examiner sees them: beside the item, or as a report that can be copied."""

import errno

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forensix.domain.errors import Cancelled, EvidenceAltered, SigningFailed, UnreadableRadiograph
from forensix.gui.failure import FAULT, CrashDialog, Notice, sentence_of, show_failure


class Column(QWidget):
    """A column with its notice and one item."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice()
        self.item = QLabel("item")
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        column.addWidget(self.item)


@pytest.fixture
def column(qtbot: QtBot) -> Column:
    column = Column()
    qtbot.addWidget(column)
    column.show()
    return column


def test_expected_failure_is_said_beside_the_item(column: Column) -> None:
    show_failure(column.item, EvidenceAltered("The original has changed.", "Compare it with a backup.", "hand.dcm"))
    assert column.notice.isVisible()
    assert column.notice.text.text() == "hand.dcm: The original has changed.\nCompare it with a backup."
    column.notice.dismiss.click()
    assert not column.notice.isVisible()


def test_subject_is_not_said_twice() -> None:
    error = UnreadableRadiograph("hand.dcm is empty.", "", "hand.dcm")
    assert sentence_of(error) == "hand.dcm is empty."
    refused = SigningFailed("The passphrase does not open ada.p12.", "", "/a/folder/ada.p12")
    assert sentence_of(refused) == "The passphrase does not open ada.p12."


def test_without_a_notice_a_message_says_it(qtbot: QtBot, qapp: QApplication) -> None:
    bare = QWidget()
    qtbot.addWidget(bare)
    bare.show()
    show_failure(bare, EvidenceAltered("The original has changed.", "Compare it with a backup."))
    box = next(widget for widget in qapp.topLevelWidgets() if isinstance(widget, QMessageBox))
    assert box.text() == "The original has changed."
    assert box.informativeText() == "Compare it with a backup."
    box.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_cancelled_is_silent(column: Column) -> None:
    show_failure(column.item, Cancelled())
    assert not column.notice.isVisible()


def test_what_the_system_refuses_is_no_fault_of_the_program(column: Column) -> None:
    show_failure(column.item, PermissionError(errno.EACCES, "Permission denied", "rows.csv"))
    assert column.notice.text.text() == "Permission denied: rows.csv.\nCheck the path, and your right to it."


def test_bug_gives_a_report_that_can_be_copied(column: Column, qapp: QApplication) -> None:
    try:
        raise ZeroDivisionError("made-up bug")
    except ZeroDivisionError as error:
        show_failure(column.item, error)
    dialog = next(widget for widget in qapp.topLevelWidgets() if isinstance(widget, CrashDialog))
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError: made-up bug" in copied
    assert "PySide6" in copied
    assert qapp.property(FAULT) is True
    assert not column.notice.isVisible()
    dialog.reject()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
