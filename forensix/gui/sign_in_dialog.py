"""Who works: somebody whom the casebook knows, or a new name; claimed until a key is unlocked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from forensix.domain.case import Examiner, Role
from forensix.gui.parts import fit_dialog, label


class SignInDialog(QDialog):
    """Acts are recorded under this name as claimed; the signature on a report proves it."""

    def __init__(self, known: Sequence[Examiner], suggested: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who works?"))
        self._known = {one.name: one for one in known}
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.addItems(list(self._known))
        self.name.setAccessibleName(self.tr("Full name"))
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(role.value, role)
        self.role.setAccessibleName(self.tr("Role"))
        self.qualification = QLineEdit()
        self.qualification.setAccessibleName(self.tr("Qualification"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.enter = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows = QFormLayout()
        rows.addRow(self.tr("Full name"), self.name)
        rows.addRow(self.tr("Role"), self.role)
        rows.addRow(self.tr("Qualification"), self.qualification)
        column = QVBoxLayout(self)
        said = self.tr("What you do is recorded in the custody log under this name, as claimed. Your key proves it when you sign a report.")
        column.addWidget(label(said, "faint", wrap=True))
        column.addLayout(rows)
        column.addStretch(1)
        column.addWidget(buttons)
        self.name.currentTextChanged.connect(self._follow)
        self.name.setCurrentText(suggested or (next(iter(self._known), "")))
        fit_dialog(self, 420)
        self._follow()

    def chosen(self) -> Examiner:
        name = self.name.currentText().strip()
        known = self._known.get(name)
        role, qualification = Role(self.role.currentData()), self.qualification.text().strip()
        if known is not None and (known.role, known.qualification) == (role, qualification):
            return known
        return Examiner("", name, role, qualification)

    def _follow(self) -> None:
        name = self.name.currentText().strip()
        self.enter.setEnabled(bool(name))
        known = self._known.get(name)
        if known is not None:
            self.role.setCurrentIndex(self.role.findData(known.role))
            self.qualification.setText(known.qualification)
