"""What the file or the receiver said wrongly is put right by a new row, with the reason; the old value stays readable."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from forensix.domain.case import Side
from forensix.gui import wording
from forensix.gui.parts import fit_dialog, label
from forensix.gui.worklist_model import Row


class CorrectDialog(QDialog):
    """Side, view and label of one radiograph; only what was changed is corrected."""

    corrected = Signal(object, str)
    """tuple of (kind, id, key, value), and the reason"""

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct {name}").format(name=row.radiograph.file_name))
        self.row = row
        self.side = QComboBox()
        for side in Side:
            self.side.addItem(wording.side_word(side), side.value)
        self.side.setCurrentIndex(self.side.findData(row.radiograph.side.value))
        self.side.setAccessibleName(self.tr("Side of the hand"))
        self.view = QComboBox(editable=True)
        self.view.addItems(["PA", "AP", "LAT", "OBL"])
        self.view.setCurrentText(row.radiograph.view)
        self.view.setAccessibleName(self.tr("View"))
        self.part = QLineEdit(row.specimen.label)
        self.part.setAccessibleName(self.tr("Label of the part"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason of the correction"))
        self.reason.setPlaceholderText(self.tr("Why the old value was wrong"))
        said = self.tr("The old value stays in custody beside the new one. A new side gives another reading: examine again afterwards.")
        rows = QFormLayout()
        for name, field in (
            (self.tr("Side"), self.side),
            (self.tr("View"), self.view),
            (self.tr("Part"), self.part),
            (self.tr("Reason"), self.reason),
        ):
            rows.addRow(name, field)
        buttons = self._buttons()
        column = QVBoxLayout(self)
        column.addWidget(label(said, "faint", wrap=True))
        column.addLayout(rows)
        column.addStretch(1)
        column.addWidget(buttons)
        for signal in (self.side.currentTextChanged, self.view.currentTextChanged, self.part.textChanged, self.reason.textChanged):
            signal.connect(self._follow)
        fit_dialog(self, 440)
        self._follow()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.correct = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.correct.setText(self.tr("&Correct"))
        buttons.accepted.connect(self._done)
        buttons.rejected.connect(self.reject)
        return buttons

    def changes(self) -> tuple[tuple[str, str, str, str], ...]:
        """What differs from what stands now, as the verb takes it."""
        radiograph, specimen = self.row.radiograph, self.row.specimen
        wanted = (
            ("radiograph", radiograph.id, "side", str(self.side.currentData()), radiograph.side.value),
            ("radiograph", radiograph.id, "view", self.view.currentText().strip(), radiograph.view),
            ("specimen", specimen.id, "label", self.part.text().strip(), specimen.label),
        )
        return tuple((kind, about, key, new) for kind, about, key, new, old in wanted if new != old)

    def _follow(self) -> None:
        self.correct.setEnabled(bool(self.changes()) and bool(self.reason.text().strip()) and bool(self.part.text().strip()))

    def _done(self) -> None:
        if self.correct.isEnabled():
            self.corrected.emit(self.changes(), self.reason.text().strip())
            self.accept()
