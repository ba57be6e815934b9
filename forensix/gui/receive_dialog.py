"""Into which case dropped files go: one that is open, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from forensix.domain.case import Case, CaseKind, Incident, Side
from forensix.gui import wording
from forensix.gui.parts import fit_dialog, label


@dataclass(frozen=True, slots=True)
class Intake:
    """What was chosen; `incident` is "" when the case is open already."""

    number: str
    incident: str
    kind: CaseKind
    requester: str
    specimen: str
    side: str
    paths: tuple[Path, ...]


class ReceiveDialog(QDialog):
    """Asks only what the files cannot say; all but the case may stay as it is."""

    def __init__(
        self,
        paths: Sequence[Path],
        cases: Sequence[Case],
        incidents: Sequence[Incident],
        current: Case | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Receive radiographs"))
        self.paths = tuple(paths)
        self._known = {case.number: case for case in cases}
        self._make_fields(incidents)
        self.case.addItems(list(self._known))
        self.case.setCurrentText(current.number if current is not None else "")
        rows = QFormLayout()
        for name, field in self._fields():
            rows.addRow(name, field)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.receive = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.receive.setText(self.tr("&Receive into custody"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label(self._what(), "heading", wrap=True))
        column.addWidget(
            label(
                self.tr("Each file is copied by its hash and kept unaltered; folders, zips and DICOMDIRs are opened."), "faint", wrap=True
            )
        )
        column.addLayout(rows)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.case.currentTextChanged.connect(self._follow)
        self.incident.currentTextChanged.connect(self._follow)
        fit_dialog(self, 460)
        self._follow()

    def chosen(self) -> Intake:
        number = self.case.currentText().strip()
        return Intake(
            number=number,
            incident="" if number in self._known else self.incident.currentText().strip(),
            kind=CaseKind(self.kind.currentData()),
            requester=self.requester.text().strip(),
            specimen=self.specimen.text().strip(),
            side=str(self.side.currentData()),
            paths=self.paths,
        )

    def _make_fields(self, incidents: Sequence[Incident]) -> None:
        self.case = _editable(self.tr("Case number; a new number opens a new case"))
        self.incident = _editable(self.tr("Incident of a new case"))
        self.incident.addItems([incident.name for incident in incidents])
        self.kind = QComboBox()
        self.kind.addItem(self.tr("PM: a body or a part of one"), CaseKind.PM)
        self.kind.addItem(self.tr("AM: a missing person's file"), CaseKind.AM)
        self.kind.setAccessibleName(self.tr("Kind of a new case"))
        self.requester = QLineEdit()
        self.requester.setAccessibleName(self.tr("Who asked for the examination"))
        self.specimen = QLineEdit()
        self.specimen.setPlaceholderText(self.tr("by the side, for example: left hand"))
        self.specimen.setAccessibleName(self.tr("Label of the part"))
        self.side = QComboBox()
        self.side.addItem(self.tr("as the files say"), "")
        for side in Side:
            self.side.addItem(wording.side_word(side), side.value)
        self.side.setAccessibleName(self.tr("Side of the hand"))

    def _fields(self) -> list[tuple[str, QWidget]]:
        return [
            (self.tr("Case"), self.case),
            (self.tr("Incident"), self.incident),
            (self.tr("Kind"), self.kind),
            (self.tr("Requested by"), self.requester),
            (self.tr("Part"), self.specimen),
            (self.tr("Side"), self.side),
        ]

    def _what(self) -> str:
        if len(self.paths) == 1:
            return self.paths[0].name
        return self.tr("{first} and {n} more").format(first=self.paths[0].name, n=len(self.paths) - 1) if self.paths else ""

    def _follow(self) -> None:
        number = self.case.currentText().strip()
        new = bool(number) and number not in self._known
        for field in (self.incident, self.kind, self.requester):
            field.setEnabled(new)
        self.receive.setEnabled(bool(number) and (not new or bool(self.incident.currentText().strip())))


def _editable(name: str) -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
