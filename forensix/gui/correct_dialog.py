"""What the file or the receiver said wrongly, or not at all, is put right by a new row, with the reason; the old value stays readable.

Another case of the radiograph is an act of its own: nothing else is corrected with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QGroupBox, QLineEdit, QVBoxLayout, QWidget

from forensix.domain.case import Case, Incident, Side
from forensix.gui import wording
from forensix.gui.parts import fit_dialog, label
from forensix.gui.receive_dialog import VIEWS, conditions, editable
from forensix.gui.worklist_model import Listed, Row


class CorrectDialog(QDialog):
    """One radiograph with its part, and the case that it belongs to, or a case alone; only what was changed is corrected."""

    corrected = Signal(object, str)
    """tuple of (kind, id, key, value), and the reason"""

    def __init__(self, row: Listed, cases: Sequence[Case], incidents: Sequence[Incident], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct {name}").format(name=row.file_name or row.case.number))
        self.row = row
        self._cases = {case.number: case for case in cases}
        self._incidents = {incident.id: incident for incident in incidents}
        self.old_agency = self._incidents[row.case.incident_id].agency
        self._make_fields()
        self.missing = label("", "faint", wrap=True, says=self.tr("What is missing"))
        said = self.tr(
            "The old value stays in custody beside the new one. A new side gives another reading: examine again afterwards. The report "
            "prints “not stated” where a field is empty."
        )
        buttons = self._buttons()
        column = QVBoxLayout(self)
        column.addWidget(label(said, "faint", wrap=True))
        whose, radiograph = self._whose(), self._radiograph()
        self._others = (radiograph, self._case())
        for group in (whose, *self._others):
            column.addWidget(group)
        for group in (whose, radiograph):
            group.setVisible(isinstance(row, Row))
        reason = QFormLayout()
        reason.addRow(self.tr("Reason"), self.reason)
        column.addLayout(reason)
        column.addStretch(1)
        column.addWidget(self.missing)
        column.addWidget(buttons)
        for box in (self.case, self.side, self.view, self.condition):
            box.currentTextChanged.connect(self._follow)
        for line in (self.part, self.number, self.requester, self.agency, self.reason):
            line.textChanged.connect(self._follow)
        self.case.installEventFilter(self)
        self.becomes.setText(self._longest())
        fit_dialog(self, 480)
        (self.side if isinstance(row, Row) else self.number).setFocus()
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel over the case chooses no other: whose radiograph it is is not changed in passing."""
        return event.type() is QEvent.Type.Wheel or super().eventFilter(watched, event)

    def _make_fields(self) -> None:
        row = self.row
        self.case = editable(self.tr("Case that the radiograph belongs to"))
        self.case.addItems(list(self._cases))
        self.case.setCurrentText(row.case.number)
        self.becomes = label("", "faint", wrap=True, says=self.tr("What another case means"))
        self.side = QComboBox()
        for side in Side:
            self.side.addItem(wording.side_word(side), side.value)
        self.side.setAccessibleName(self.tr("Side of the hand"))
        self.view = QComboBox(editable=True)
        self.view.addItems(list(VIEWS))
        self.view.setAccessibleName(self.tr("View"))
        self.part = QLineEdit()
        self.part.setAccessibleName(self.tr("Label of the part"))
        self.condition = QComboBox(editable=True)
        self.condition.addItems(["", *conditions()])
        self.condition.setAccessibleName(self.tr("Condition of the part, in words; the report states it"))
        if isinstance(row, Row):
            self.side.setCurrentIndex(self.side.findData(row.side))
            self.view.setCurrentText(row.radiograph.view)
            self.part.setText(row.specimen.label)
            self.condition.setCurrentText(row.specimen.condition)
        self.number = QLineEdit(row.case.number)
        self.number.setAccessibleName(self.tr("Number of the case"))
        self.requester = QLineEdit(row.case.requester)
        self.requester.setAccessibleName(self.tr("Who asked for the examination"))
        self.agency = QLineEdit(self.old_agency)
        self.agency.setAccessibleName(self.tr("Laboratory or agency of the incident"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason of the correction"))
        self.reason.setPlaceholderText(self.tr("Why the old value was wrong, or how the missing one became known"))

    def _whose(self) -> QGroupBox:
        """Whose radiograph it is."""
        whose = QGroupBox(self.tr("Whose radiograph it is"))
        rows = QFormLayout(whose)
        rows.addRow(self.tr("Case"), self.case)
        rows.addRow(self.becomes)
        return whose

    def _radiograph(self) -> QGroupBox:
        radiograph = QGroupBox(self.tr("Radiograph and part"))
        rows = QFormLayout(radiograph)
        for name, field in (
            (self.tr("Side"), self.side),
            (self.tr("View"), self.view),
            (self.tr("Part"), self.part),
            (self.tr("Condition"), self.condition),
        ):
            rows.addRow(name, field)
        return radiograph

    def _case(self) -> QGroupBox:
        case = QGroupBox(self.tr("Case {number}, all its radiographs").format(number=self.row.case.number))
        rows = QFormLayout(case)
        for name, line in (
            (self.tr("Number"), self.number),
            (self.tr("Requested by"), self.requester),
            (self.tr("Agency"), self.agency),
        ):
            rows.addRow(name, line)
        return case

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.correct = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.correct.setText(self.tr("&Correct"))
        buttons.accepted.connect(self._done)
        buttons.rejected.connect(self.reject)
        return buttons

    def changes(self) -> tuple[tuple[str, str, str, str], ...]:
        """What differs from what stands now, as the verb takes it; another case alone."""
        row, case = self.row, self.row.case
        if self._another():
            return (("radiograph", row.id, "case", self._another()),)
        wanted: tuple[tuple[str, str, str, str, str], ...] = (
            ("case", case.id, "requester", self.requester.text().strip(), case.requester),
            ("case", case.id, "agency", self.agency.text().strip(), self.old_agency),
            ("case", case.id, "number", self.number.text().strip(), case.number),
        )
        if isinstance(row, Row):
            radiograph, specimen = row.radiograph, row.specimen
            wanted = (
                ("radiograph", radiograph.id, "side", str(self.side.currentData()), radiograph.side.value),
                ("radiograph", radiograph.id, "view", self.view.currentText().strip(), radiograph.view),
                ("specimen", specimen.id, "label", self.part.text().strip(), specimen.label),
                ("specimen", specimen.id, "condition", self.condition.currentText().strip(), specimen.condition),
                *wanted,
            )
        return tuple((kind, about, key, new) for kind, about, key, new, old in wanted if new != old)

    def _another(self) -> str:
        """The number of another case, if one is named; "" while it is its own."""
        number = self.case.currentText().strip()
        return "" if number == self.row.case.number else number or " "

    def _follow(self) -> None:
        another = self._another()
        for group in self._others:
            group.setEnabled(not another)
        self.becomes.setText(self._meaning(another))
        missing = ""
        if another and another not in self._cases:
            missing = self.tr("There is no case {number} in this casebook.").format(number=another.strip())
        elif not (self.number.text().strip() and (self.part.text().strip() or not isinstance(self.row, Row))):
            missing = self.tr("Part and number of the case cannot be empty.")
        elif not self.changes():
            missing = self.tr("Nothing is changed yet.")
        elif not self.reason.text().strip():
            missing = self.tr("A correction needs its reason.")
        self.missing.setText(missing)
        self.correct.setEnabled(not missing)

    def _meaning(self, another: str) -> str:
        """What becomes of a radiograph that is put into another case, or how that case is opened."""
        if not another:
            return self.tr("Received into the wrong case? Choose the right one.")
        if another not in self._cases:
            return self.tr(
                "Check the number. A case is opened when something is received into it (Work, Receive files), or with `forensix case open`."
            )
        said = self.tr(
            "Nothing is erased: it is withdrawn from case {old}, where all that was done with it stays as history, and its file is "
            "received into case {new}, to be observed and examined there. Its other fields can be corrected there afterwards."
        ).format(old=self.row.case.number, new=another)
        incident = self._cases[another].incident_id
        if incident != self.row.case.incident_id:
            said += " " + self.tr("Case {new} is of another incident: {incident}.").format(
                new=another, incident=self._incidents[incident].name
            )
        return said

    def _longest(self) -> str:
        """The longest of what can stand under the case: the dialog is as high as that needs."""
        one_of_each = {case.incident_id: number for number, case in self._cases.items()}
        return max(map(self._meaning, ("", " ", *one_of_each.values())), key=len)

    def _done(self) -> None:
        if self.correct.isEnabled():
            self.corrected.emit(self.changes(), self.reason.text().strip())
            self.accept()
