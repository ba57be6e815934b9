"""Into which case dropped files go: one that is open, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from forensix.domain.case import Case, CaseKind, Incident, Side
from forensix.gui import wording
from forensix.gui.parts import fit_dialog, label

VIEWS = ("PA", "AP", "LAT", "OBL")


@dataclass(frozen=True, slots=True)
class Intake:
    """What was chosen; `incident` is "" when the case is open already."""

    number: str
    paths: tuple[Path, ...]
    incident: str = ""
    agency: str = ""
    kind: CaseKind = CaseKind.PM
    requester: str = ""
    specimen: str = ""
    side: str = ""
    view: str = ""
    condition: str = ""

    @property
    def of_each(self) -> dict[str, str]:
        """What holds for every file that is received."""
        return {"specimen": self.specimen, "side": self.side, "view": self.view, "condition": self.condition}


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
        self._incidents = {incident.name for incident in incidents}
        self.missing = label("", "faint", wrap=True, says=self.tr("What is missing"))
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
        column.addWidget(self.missing)
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
            agency=self.agency.text().strip(),
            kind=CaseKind(self.kind.currentData()),
            requester=self.requester.text().strip(),
            specimen=self.specimen.text().strip(),
            side=str(self.side.currentData()),
            view=self.view.currentText().strip(),
            condition=self.condition.currentText().strip(),
            paths=self.paths,
        )

    def _make_fields(self, incidents: Sequence[Incident]) -> None:
        self.case = _editable(self.tr("Case number; a new number opens a new case"))
        self.incident = _editable(self.tr("Incident of a new case"))
        self.incident.addItems([incident.name for incident in incidents])
        self.agency = QLineEdit()
        self.agency.setPlaceholderText(self.tr("that of the settings"))
        self.agency.setAccessibleName(self.tr("Agency under which a new incident is kept"))
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
        self.view = _editable(self.tr("View; empty is as the files say"))
        self.view.addItems(["", *VIEWS])
        self.condition = _editable(self.tr("Condition of the part, in words; the report states it"))
        self.condition.addItems(["", *conditions()])

    def _fields(self) -> list[tuple[str, QWidget]]:
        return [
            (self.tr("Case"), self.case),
            (self.tr("Incident"), self.incident),
            (self.tr("Agency"), self.agency),
            (self.tr("Kind"), self.kind),
            (self.tr("Requested by"), self.requester),
            (self.tr("Part"), self.specimen),
            (self.tr("Side"), self.side),
            (self.tr("View"), self.view),
            (self.tr("Condition"), self.condition),
        ]

    def _what(self) -> str:
        if len(self.paths) == 1:
            return self.paths[0].name
        return self.tr("{first} and {n} more").format(first=self.paths[0].name, n=len(self.paths) - 1) if self.paths else ""

    def _follow(self) -> None:
        number = self.case.currentText().strip()
        new = bool(number) and number not in self._known
        incident = self.incident.currentText().strip()
        for field in (self.incident, self.kind, self.requester):
            field.setEnabled(new)
        self.agency.setEnabled(new and incident not in self._incidents)
        missing = ""
        if not number:
            missing = self.tr("Say into which case; a new number opens a new case.")
        elif new and not incident:
            missing = self.tr("A new case needs its incident.")
        self.missing.setText(missing)
        self.receive.setEnabled(not missing)


def conditions() -> list[str]:
    """Usual words for the condition of a part; any others can be written."""
    tr = wording.tr
    return [tr("complete, fleshed"), tr("decomposed"), tr("skeletonised"), tr("burnt"), tr("fragmentary")]


def _editable(name: str) -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
