"""The first start: doors into the work, with nothing to configure before the first heatmap."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QCommandLinkButton,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from forensix.domain.case import Examiner, Role
from forensix.gui import choosing
from forensix.gui.failure import Notice
from forensix.gui.parts import Column, button, fit_dialog, label, scrolling


class FirstStart(QWidget):
    """One door above the other, each with a sentence."""

    demonstration = Signal()
    create_casebook = Signal()
    open_casebook = Signal()
    quick_look = Signal()

    def __init__(self, *, demonstration: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice()
        inside = Column()
        inside.setMaximumWidth(560)
        column = QVBoxLayout(inside)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(label("forensix", "outcome"))
        column.addWidget(
            label(
                self.tr("Sex estimation from hand radiographs, with custody and signed reports. Nothing leaves this computer."), wrap=True
            )
        )
        column.addWidget(self.notice)
        self.doors = self._make_doors()
        self.doors[0].setVisible(demonstration)
        for door in self.doors:
            column.addWidget(door)
        column.addWidget(
            label(
                self.tr("Research use; the models that ship were validated on children and young people only, not on adults."),
                "faint",
                wrap=True,
            )
        )
        column.addStretch(2)
        area = scrolling(inside, fields=True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout(self)
        row.addWidget(area)

    def hold(self, held: bool) -> None:
        """No door can be opened while somebody goes through one."""
        if held and self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else it would go on to the button that cancels
        for door in self.doors:
            door.setDisabled(held)
        if not held and self.isVisible():
            next(door for door in self.doors if door.isVisible()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_doors(self) -> tuple[QCommandLinkButton, ...]:
        demonstration = QCommandLinkButton(
            self.tr("Open the &demonstration"),
            self.tr("The whole job on made-up radiographs, from receipt to a signed report. About a minute."),
        )
        create = QCommandLinkButton(
            self.tr("C&reate a casebook"), self.tr("A folder on this computer for cases, originals, reports and the custody log.")
        )
        open_ = QCommandLinkButton(self.tr("&Open a casebook"), self.tr("Go on with a casebook folder that exists."))
        look = QCommandLinkButton(
            self.tr("&Quick look at a file"), self.tr("Radiograph, estimate and heatmap at once. Not evidence; nothing is kept.")
        )
        for door, signal in ((demonstration, self.demonstration), (create, self.create_casebook), (open_, self.open_casebook)):
            door.clicked.connect(lambda _=False, signal=signal: signal.emit())
            door.setAccessibleDescription(door.description())
            door.setIcon(QIcon())
        look.clicked.connect(lambda: self.quick_look.emit())
        look.setAccessibleDescription(look.description())
        look.setIcon(QIcon())
        return demonstration, look, create, open_


class CreateCasebookDialog(QDialog):
    """Where the casebook lies, who works in it, and whether estimates are covered first; the last is fixed for good."""

    def __init__(self, folder: Path, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Create a casebook"))
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(self.tr("Folder of the casebook"))
        self.name = QLineEdit(name)
        self.name.setAccessibleName(self.tr("Full name"))
        self.qualification = QLineEdit()
        self.qualification.setAccessibleName(self.tr("Qualification"))
        self.blind_first = QCheckBox(self.tr("&Blind first: an estimate stays covered until your own observation is locked"))
        self.blind_first.setChecked(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.create_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.create_button.setText(self.tr("&Create"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(button(self.tr("Choose \N{HORIZONTAL ELLIPSIS}"), self.tr("Choose another folder"), self._choose))
        rows = QFormLayout()
        rows.addRow(self.tr("Folder"), where)
        rows.addRow(self.tr("Your full name"), self.name)
        rows.addRow(self.tr("Qualification"), self.qualification)
        column = QVBoxLayout(self)
        column.addLayout(rows)
        column.addWidget(self.blind_first)
        column.addWidget(
            label(self.tr("The custody log and every report say which way this was set; it cannot be changed later."), "faint", wrap=True)
        )
        column.addStretch(1)
        self.missing = label("", "faint", wrap=True, says=self.tr("What is missing"))
        column.addWidget(self.missing)
        column.addWidget(buttons)
        self.name.textChanged.connect(self._follow)
        self.folder.textChanged.connect(self._follow)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow()
        fit_dialog(self, 560)

    def examiner(self) -> Examiner:
        return Examiner("", self.name.text().strip(), Role.EXAMINER, self.qualification.text().strip())

    def path(self) -> Path:
        return Path(self.folder.text().strip()).expanduser()

    def _follow(self) -> None:
        named, placed = bool(self.name.text().strip()), bool(self.folder.text().strip())
        self.missing.setText("" if named and placed else self.tr("Name the folder.") if named else self.tr("Your full name is missing."))
        self.create_button.setEnabled(named and placed)

    def _choose(self) -> None:
        choosing.folder(self, self.tr("Folder of the casebook"), self.path(), lambda chosen: self.folder.setText(str(chosen)))
