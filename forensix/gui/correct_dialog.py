"""What the file or the receiver said wrongly, or not at all, is put right by a new row, with the reason; the old value stays readable."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QGroupBox, QLineEdit, QVBoxLayout, QWidget

from forensix.domain.case import Side
from forensix.gui import wording
from forensix.gui.parts import fit_dialog, label
from forensix.gui.receive_dialog import VIEWS, conditions
from forensix.gui.worklist_model import Row


class CorrectDialog(QDialog):
    """One radiograph with its part, and the case that it belongs to; only what was changed is corrected."""

    corrected = Signal(object, str)
    """tuple of (kind, id, key, value), and the reason"""

    def __init__(self, row: Row, agency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct {name}").format(name=row.radiograph.file_name))
        self.row = row
        self.old_agency = agency
        self._make_fields()
        self.missing = label("", "faint", wrap=True, says=self.tr("What is missing"))
        said = self.tr(
            "The old value stays in custody beside the new one. A new side gives another reading: examine again afterwards. The report "
            "prints “not stated” where a field is empty."
        )
        buttons = self._buttons()
        column = QVBoxLayout(self)
        column.addWidget(label(said, "faint", wrap=True))
        for group in self._groups():
            column.addWidget(group)
        reason = QFormLayout()
        reason.addRow(self.tr("Reason"), self.reason)
        column.addLayout(reason)
        column.addStretch(1)
        column.addWidget(self.missing)
        column.addWidget(buttons)
        for box in (self.side, self.view, self.condition):
            box.currentTextChanged.connect(self._follow)
        for line in (self.part, self.number, self.requester, self.agency, self.reason):
            line.textChanged.connect(self._follow)
        fit_dialog(self, 480)
        self._follow()

    def _make_fields(self) -> None:
        row = self.row
        self.side = QComboBox()
        for side in Side:
            self.side.addItem(wording.side_word(side), side.value)
        self.side.setCurrentIndex(self.side.findData(row.radiograph.side.value))
        self.side.setAccessibleName(self.tr("Side of the hand"))
        self.view = QComboBox(editable=True)
        self.view.addItems(list(VIEWS))
        self.view.setCurrentText(row.radiograph.view)
        self.view.setAccessibleName(self.tr("View"))
        self.part = QLineEdit(row.specimen.label)
        self.part.setAccessibleName(self.tr("Label of the part"))
        self.condition = QComboBox(editable=True)
        self.condition.addItems(["", *conditions()])
        self.condition.setCurrentText(row.specimen.condition)
        self.condition.setAccessibleName(self.tr("Condition of the part, in words; the report states it"))
        self.number = QLineEdit(row.case.number)
        self.number.setAccessibleName(self.tr("Number of the case"))
        self.requester = QLineEdit(row.case.requester)
        self.requester.setAccessibleName(self.tr("Who asked for the examination"))
        self.agency = QLineEdit(self.old_agency)
        self.agency.setAccessibleName(self.tr("Laboratory or agency of the incident"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason of the correction"))
        self.reason.setPlaceholderText(self.tr("Why the old value was wrong, or how the missing one became known"))

    def _groups(self) -> tuple[QGroupBox, QGroupBox]:
        radiograph = QGroupBox(self.tr("Radiograph and part"))
        rows = QFormLayout(radiograph)
        for name, field in (
            (self.tr("Side"), self.side),
            (self.tr("View"), self.view),
            (self.tr("Part"), self.part),
            (self.tr("Condition"), self.condition),
        ):
            rows.addRow(name, field)
        case = QGroupBox(self.tr("Case {number}, all its radiographs").format(number=self.row.case.number))
        rows = QFormLayout(case)
        for name, line in (
            (self.tr("Number"), self.number),
            (self.tr("Requested by"), self.requester),
            (self.tr("Agency"), self.agency),
        ):
            rows.addRow(name, line)
        return radiograph, case

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.correct = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.correct.setText(self.tr("&Correct"))
        buttons.accepted.connect(self._done)
        buttons.rejected.connect(self.reject)
        return buttons

    def changes(self) -> tuple[tuple[str, str, str, str], ...]:
        """What differs from what stands now, as the verb takes it."""
        radiograph, specimen, case = self.row.radiograph, self.row.specimen, self.row.case
        wanted = (
            ("radiograph", radiograph.id, "side", str(self.side.currentData()), radiograph.side.value),
            ("radiograph", radiograph.id, "view", self.view.currentText().strip(), radiograph.view),
            ("specimen", specimen.id, "label", self.part.text().strip(), specimen.label),
            ("specimen", specimen.id, "condition", self.condition.currentText().strip(), specimen.condition),
            ("case", case.id, "requester", self.requester.text().strip(), case.requester),
            ("case", case.id, "agency", self.agency.text().strip(), self.old_agency),
            ("case", case.id, "number", self.number.text().strip(), case.number),
        )
        return tuple((kind, about, key, new) for kind, about, key, new, old in wanted if new != old)

    def _follow(self) -> None:
        missing = ""
        if not (self.part.text().strip() and self.number.text().strip()):
            missing = self.tr("Part and number of the case cannot be empty.")
        elif not self.changes():
            missing = self.tr("Nothing is changed yet.")
        elif not self.reason.text().strip():
            missing = self.tr("A correction needs its reason.")
        self.missing.setText(missing)
        self.correct.setEnabled(not missing)

    def _done(self) -> None:
        if self.correct.isEnabled():
            self.corrected.emit(self.changes(), self.reason.text().strip())
            self.accept()
