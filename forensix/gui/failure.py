"""What the examiner sees when something fails: an expected failure beside the item, a bug as a report that can be copied."""

from __future__ import annotations

import logging
import platform
import traceback
from datetime import UTC, datetime
from pathlib import PurePath

import PySide6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

import forensix
from forensix.domain.errors import Cancelled, ForensixError
from forensix.domain.refusal import refusal_of_the_system
from forensix.gui.parts import size_within

FAULT = "forensix_fault"
"""The application's property that says that a bug was met; the exit code tells."""
log = logging.getLogger("forensix")


class Notice(QFrame):
    """A line beside the item that it is about: what happened, and what to do next. Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Notice"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.text = QLabel(wordWrap=True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.dismiss = QToolButton()
        self.dismiss.setText("\N{MULTIPLICATION SIGN}")
        self.dismiss.setAutoRaise(True)
        self.dismiss.setAccessibleName(self.tr("Dismiss this notice"))
        self.dismiss.setToolTip(self.tr("Dismiss this notice"))
        self.dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 4, 4)
        row.addWidget(self.text, 1)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, sentence: str, *, failed: bool = False) -> None:
        """Show a sentence; a failed one is framed more strongly."""
        self.text.setText(sentence)
        self.setAccessibleDescription(sentence)
        self.setProperty("failed", failed)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        self.text.clear()
        self.hide()


def sentence_of(error: ForensixError) -> str:
    """Subject, message and remedy of an expected failure, as one text."""
    named = not error.subject or error.subject in error.message or PurePath(error.subject).name in error.message
    message = error.message if named else f"{error.subject}: {error.message}"
    return f"{message}\n{error.remedy}" if error.remedy else message


def show_failure(owner: QObject, error: BaseException) -> None:
    """The default end of an operation that failed: silent, a screen of its own, a notice beside the item, or the crash dialog."""
    if isinstance(error, Cancelled):
        return
    error = refusal_of_the_system(error) or error
    if not isinstance(error, ForensixError):
        show_crash(owner, error)
        return
    log.warning("%s: %s", error.kind, error)
    states = getattr(_window_of(owner), "states", None)
    if states is not None and states.take(error):
        return
    notice = _nearest_notice(owner)
    if notice is not None:
        notice.say(sentence_of(error), failed=True)
    else:
        _message(owner, error)


def _nearest_notice(owner: QObject | None) -> Notice | None:
    while owner is not None:
        notice = getattr(owner, "notice", None)
        if isinstance(notice, Notice) and isinstance(owner, QWidget) and owner.isVisible():
            return notice
        owner = owner.parent()
    return None


def _message(owner: QObject, error: ForensixError) -> None:
    box = QMessageBox(QMessageBox.Icon.Warning, "forensix", error.message, QMessageBox.StandardButton.Ok, _window_of(owner))
    box.setInformativeText(error.remedy)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _window_of(owner: QObject | None) -> QWidget | None:
    return owner.window() if isinstance(owner, QWidget) else None


def crash_report(error: BaseException) -> str:
    """What a developer needs and a stranger may read: versions and the traceback; no case, no file content."""
    lines = "".join(traceback.format_exception(error))
    return (
        f"forensix {forensix.__version__} at {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n"
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {platform.platform()}\n\n{lines}"
    )


class CrashDialog(QDialog):
    """A bug: says so, keeps the window open, and offers the report to copy."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A fault in forensix"))
        said = QLabel(
            self.tr(
                "This is a fault in the program, not in your work. What was recorded in the casebook before it is kept. "
                "Copy the report and send it to whoever looks after forensix; check it for names first."
            ),
            wordWrap=True,
        )
        self.report = QPlainTextEdit(crash_report(error), readOnly=True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setAccessibleName(self.tr("Report of the fault"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton(self.tr("&Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self.copy_report)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (said, self.report, buttons):
            column.addWidget(widget)
        size_within(self, 720, 420)

    def copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


def show_crash(owner: QObject | None, error: BaseException) -> CrashDialog:
    """Log a bug and open its dialog without blocking."""
    log.critical("a fault in forensix", exc_info=error)
    app = QGuiApplication.instance()
    if app is not None:
        app.setProperty(FAULT, True)
    dialog = CrashDialog(error, _window_of(owner))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
