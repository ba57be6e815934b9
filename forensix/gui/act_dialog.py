"""What every dialog of one act has in common: what is missing, the act on the bench with its progress, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from forensix.domain.errors import Cancelled
from forensix.gui.bench import Operation, Urgency, Verb
from forensix.gui.doing import doing_word
from forensix.gui.failure import Notice, show_failure
from forensix.gui.parts import button, fit_dialog, label
from forensix.gui.session import LabVerb, Session

Field = TypeVar("Field", bound=QWidget)
ENOUGH = 1000


class ActDialog(QDialog):
    """Fields over one button. A dialog says in `_missing` what still stands in the way, and in `_act` what the button does.

    While the act is at work Esc asks it to stop, and the dialog stays until it is told what became of it.
    """

    again = False
    """Whether the act can be done again and again: then the other button closes rather than cancels."""
    told = Signal(str)
    """What was done, as a sentence for the window; the dialog is closed then."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, width: int = 520) -> None:
        super().__init__(parent)
        self.session = session
        self._width = width
        self._at_work: Operation | None = None
        self._done = False
        self._stopping = ""
        self.notice = Notice()
        self.missing = label("", "faint", wrap=True, says=self.tr("What is missing"))
        self.bar = QProgressBar()
        self.bar.setRange(0, ENOUGH)
        self.bar.setAccessibleName(self.tr("How far it has come"))
        self.bar.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.act_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.act_button.setDefault(True)
        self.close_button = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        if self.again:
            self.close_button.setText(self.tr("Close"))
        self.buttons.accepted.connect(self._press)
        self.buttons.rejected.connect(self.reject)
        session.bench.settled.connect(self._settled)

    # What one dialog says of itself

    def _missing(self) -> str:
        """What still stands in the way, as a sentence; "" when nothing does."""
        raise NotImplementedError

    def _act(self) -> None:
        """Do what the button says; ends in `work` or `finish`."""
        raise NotImplementedError

    # For the dialogs

    def lay_out(self, title: str, does: str, *parts: QWidget | QLayout) -> None:
        """Put the parts between the notice and the button, which says what it does, and size the dialog to them."""
        self.setWindowTitle(title)
        self.act_button.setText(does)
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addStretch(1)
        for part in (self.missing, self.bar, self.buttons):
            column.addWidget(part)
        self.follow()
        self.fit()

    def follow(self) -> None:
        """A field was changed."""
        busy = self._done or self._at_work is not None
        missing = "" if busy else self._missing()
        self.missing.setText(missing)
        self.act_button.setEnabled(not missing and not busy)

    def fit(self) -> None:
        fit_dialog(self, self._width)

    def say(self, sentence: str, *, failed: bool = False) -> None:
        self.notice.say(sentence, failed=failed)
        self.fit()

    def look(self, verb: LabVerb, shown: Callable[[Any], None]) -> None:
        """Read something of the casebook on the bench, to be shown in the dialog."""
        self.session.act(self, verb, shown, self._failed, title="", urgency=Urgency.LOOK)

    def work(self, verb: LabVerb, done: Callable[[Any], None], title: str) -> None:
        """Do an act of the laboratory."""
        self._begin()
        self._at_work = self.session.act(self, verb, done, self._failed, self._tell, title=title)
        self.follow()

    def work_alone(self, verb: Verb, done: Callable[[Any], None], title: str) -> None:
        """Do what needs no casebook that is open."""
        self._begin()
        self._at_work = self.session.bench.run(self, verb, done, self._failed, self._tell, title=title)
        self.follow()

    def finish(self, sentence: str) -> None:
        """It is done, and the window says so."""
        self.told.emit(sentence)
        self.accept()

    def stay(self) -> None:
        """It is done, and what became of it stays in sight until the dialog is closed."""
        self._done = True
        self.act_button.hide()
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow()

    @property
    def at_work(self) -> bool:
        return self._at_work is not None

    def reject(self) -> None:
        """Close; while the act is at work, ask it to stop and stay, for nobody else would be told what became of it."""
        if self._at_work is None or self._at_work.withdraw():
            super().reject()
            return
        self._at_work.cancel()
        self.say(self.tr("It stops after the step at hand."))
        self._stopping = self.notice.text.text()

    # Within

    def _press(self) -> None:
        if self.act_button.isEnabled():
            self._act()

    def _begin(self) -> None:
        self.notice.clear()
        self.bar.setValue(0)

    def _tell(self, step: str, fraction: float) -> None:
        self.bar.setFormat(doing_word(step).replace("%", "%%"))
        self.bar.setValue(round(fraction * ENOUGH))
        if self.bar.isHidden() and 0.0 < fraction < 1.0:
            self.bar.show()
            self.fit()

    def _failed(self, owner: Any, error: BaseException) -> None:
        show_failure(self, error)
        self.fit()

    def _settled(self, operation: Operation) -> None:
        if operation is not self._at_work:
            return
        self._at_work = None
        self.bar.hide()
        if isinstance(operation.error, Cancelled):
            self.say(self.tr("Cancelled; nothing was done."))
        elif self._stopping and self.notice.text.text() == self._stopping:
            self.say(self.tr("It was done before it could be stopped."))
        self._stopping = ""
        self.follow()


def named(field: Field, name: str, tip: str = "") -> Field:
    """A field with its name for a screen reader."""
    field.setAccessibleName(name)
    field.setToolTip(tip)
    return field


def secret(name: str) -> QLineEdit:
    """A field for a passphrase or PIN."""
    made = named(QLineEdit(), name)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def form(*rows: tuple[str, QWidget]) -> QFormLayout:
    made = QFormLayout()
    for name, field in rows:
        made.addRow(name, field)
    return made


def at_left(push: QWidget) -> QHBoxLayout:
    """A button as wide as its words."""
    row = QHBoxLayout()
    row.addWidget(push)
    row.addStretch(1)
    return row


def with_choice(field: QLineEdit, text: str, tip: str, choose: Callable[[], object]) -> QWidget:
    """A path to type, and the button that asks for it."""
    row = QWidget()
    row.setFocusProxy(field)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(field, 1)
    line.addWidget(button(text, tip, choose), 0, Qt.AlignmentFlag.AlignTop)
    return row
