"""Into which case dropped files go: one that is open, a new one, or one for each file or folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from forensix.domain.case import Case, CaseKind, Incident, Side
from forensix.domain.delivery import ENDINGS, Delivery, Each
from forensix.gui import wording
from forensix.gui.parts import fit_dialog, label, narrow

VIEWS = ("PA", "AP", "LAT", "OBL")
LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Intake:
    """What was chosen; `incident` is "" when the case is open already. With `each`, `number` is what every case's number begins with."""

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
    each: Each | None = None

    @property
    def delivery(self) -> Delivery | None:
        """How the files are shared out to cases; None where all go into one."""
        if self.each is None:
            return None
        return Delivery(self.each, self.number, self.incident, self.kind, self.agency, self.requester)

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
        *,
        agency: str = "",
    ) -> None:
        """Ask about `paths`; `agency` is that of the settings, under which a new incident is kept where none is given."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Receive radiographs"))
        self.paths = tuple(paths)
        self._known = {case.number: case for case in cases}
        self._agency = agency
        self._incidents = {incident.name: incident for incident in incidents}
        self._incident_of = {incident.id: incident for incident in incidents}
        self.missing = label("", "faint", wrap=True, says=self.tr("What is missing"))
        self._make_fields(incidents)
        self.case.addItems(list(self._known))
        self.case.setCurrentText(current.number if current is not None else "")
        rows = QFormLayout()
        for name, field in self._fields():
            rows.addRow(name, field)
        self._make_buttons()
        column = QVBoxLayout(self)
        column.addWidget(label(self._what(), "heading", wrap=True))
        kept = self.tr("Each file is copied by its hash and kept unaltered; folders, zips and DICOMDIRs are opened.")
        column.addWidget(label(kept, "faint", wrap=True))
        column.addLayout(rows)
        column.addStretch(1)
        column.addWidget(self.missing)
        column.addWidget(self.buttons)
        self.case.currentTextChanged.connect(self._follow)
        self.each.currentIndexChanged.connect(self._share_out)
        self.incident.currentTextChanged.connect(self._follow)
        fit_dialog(self, 460)
        self.case.setFocus()
        self._follow()

    def _make_buttons(self) -> None:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.receive = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.receive.setText(self.tr("&Receive into custody"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def chosen(self) -> Intake:
        number, each = self.case.currentText().strip(), self.each.currentData()
        return Intake(
            number=number,
            each=Each(each) if each else None,
            incident="" if number in self._known and not each else self.incident.currentText().strip(),
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
        self.each = QComboBox()
        self.each.addItem(self.tr("all into one case"), None)
        self.each.addItem(self.tr("each folder into a case of its own, named like the folder"), Each.FOLDER)
        self.each.addItem(self.tr("each file into a case of its own, named like the file"), Each.FILE)
        self.each.setAccessibleName(self.tr("How the files are shared out to cases"))
        self.each.setEnabled(len(self.paths) > 1 or not _looks_like_one(self.paths))
        narrow(self.each)
        self.case = editable(self.tr("Case number; a new number opens a new case"))
        self.incident = editable(self.tr("Incident of a new case"))
        self.incident.addItems([incident.name for incident in incidents])
        self.agency = QLineEdit()
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
        self.view = editable(self.tr("View; empty is as the files say"))
        self.view.addItems(["", *VIEWS])
        self.condition = editable(self.tr("Condition of the part, in words; the report states it"))
        self.condition.addItems(["", *conditions()])

    def _fields(self) -> list[tuple[str, QWidget]]:
        return [
            (self.tr("Files"), self.each),
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

    def _share_out(self) -> None:
        """Ask for what the numbers begin with instead of for one number."""
        line = self.case.lineEdit()
        assert line is not None
        if self.each.currentData() and self.case.currentText() in self._known:
            self.case.setCurrentText("")
        line.setPlaceholderText(self.tr("what every number begins with, or nothing") if self.each.currentData() else "")
        self._follow()

    def _follow(self) -> None:
        number = self.case.currentText().strip()
        each = self.each.currentData()
        known = None if each else self._known.get(number)
        if known is not None:
            self._show_known(known)
        new = bool(each) or (bool(number) and known is None)
        incident = self.incident.currentText().strip()
        for field in (self.incident, self.kind, self.requester):
            field.setEnabled(new)
        self.agency.setEnabled(new and incident not in self._incidents)
        self._say_agency(self._incidents.get(incident))
        missing = ""
        if not number and not each:
            missing = self.tr("Say into which case; a new number opens a new case.")
        elif new and not incident:
            missing = self.tr("A new case needs its incident.")
        self.missing.setText(missing or self._example())
        self.receive.setEnabled(not missing)

    def _show_known(self, case: Case) -> None:
        """What a case that is open has already: its incident and its kind."""
        incident = self._incident_of.get(case.incident_id)
        if incident is not None and incident.name != self.incident.currentText():
            with QSignalBlocker(self.incident):
                self.incident.setCurrentText(incident.name)
        self.kind.setCurrentIndex(self.kind.findData(case.kind))

    def _say_agency(self, incident: Incident | None) -> None:
        """Which agency is printed where none is typed: that of an incident that is known, else that of the settings, or none."""
        if incident is not None:
            said = incident.agency or self.tr("none: printed as “not stated”")
            self.agency.clear()
        elif self._agency:
            said = self.tr("{agency}, as in the settings").format(agency=self._agency)
        else:
            said = self.tr("none set: printed as “not stated”")
        self.agency.setPlaceholderText(said)

    def _example(self) -> str:
        """Where the first file goes when the files are shared out, if one is in sight without opening an archive; else what that means."""
        delivery = self.chosen().delivery
        if delivery is None:
            return self.tr("All of them are then of this one case: of one body.") if self.each.isEnabled() else ""
        file = first_file(self.paths)
        if file is None:
            return ""
        return self.tr("For example {file} goes into case {case}, which is opened if it is new.").format(
            file=file.name, case=delivery.number(file.name, str(file))
        )


def first_file(paths: Sequence[Path]) -> Path | None:
    """The first file with a radiograph's ending or none, in the order in which they are received, of the first `LOOKED_AT` entries."""
    waiting, looked = list(reversed(paths)), 0
    while waiting and looked < LOOKED_AT:
        path = waiting.pop()
        looked += 1
        try:
            if path.is_file() and path.suffix.lower() in ("", *ENDINGS) and not path.name.startswith("."):
                return path
            if path.is_dir() and not path.is_symlink():
                waiting += sorted(path.iterdir(), reverse=True)
        except OSError:  # receiving it says why it cannot be read
            continue
    return None


def _looks_like_one(paths: Sequence[Path]) -> bool:
    return all(path.is_file() and path.suffix.lower() != ".zip" and path.name.upper() != "DICOMDIR" for path in paths)


def conditions() -> list[str]:
    """Usual words for the condition of a part; any others can be written."""
    tr = wording.tr
    return [tr("complete, fleshed"), tr("decomposed"), tr("skeletonised"), tr("burnt"), tr("fragmentary")]


def editable(name: str) -> QComboBox:
    """A box to choose in or to write in; what is written stays as it is written, for the beginning of a number can be a number itself."""
    made = QComboBox()
    made.setEditable(True)
    completer = made.completer()
    assert completer is not None
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
