"""What is said of a batch that is not finished: cut short, it is offered to go on with it or to leave it; at work elsewhere, that it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from forensix.gui.parts import button, label


class UnfinishedBar(QFrame):
    """Hidden while there is nothing to go on with."""

    go_on = Signal()
    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step")
        self.setAccessibleName(self.tr("A batch that is not finished"))
        self.text = label("", wrap=True)
        tip = self.tr("Do what is left of it; what was done is not done again")
        self.go_on_button = button(self.tr("&Go on"), tip, self.go_on.emit, key="Ctrl+Shift+G", primary=True)
        tip = self.tr("Do not ask again; what was done stays done")
        self.leave_button = button(self.tr("Lea&ve it"), tip, self.leave.emit, key="Ctrl+Shift+L")
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addWidget(self.go_on_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def offer(self, sentence: str, *, elsewhere: bool = False) -> None:
        """Say it; what is done elsewhere can be neither gone on with nor left here."""
        self.go_on_button.setHidden(elsewhere)
        self.leave_button.setHidden(elsewhere)
        self.text.setText(sentence)
        self.setAccessibleDescription(sentence)
        self.show()
