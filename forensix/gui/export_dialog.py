"""A case or an incident for other systems: as a table, or a case's radiographs, estimates and heatmaps as DICOM."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from forensix.domain.case import Case
from forensix.gui import wording
from forensix.gui.act_dialog import ActDialog, form, named
from forensix.gui.disclose_dialog import file_word
from forensix.gui.parts import label
from forensix.gui.session import Session
from forensix.gui.target_field import TargetField

if TYPE_CHECKING:
    from forensix.laboratory.dicom_out import Sent

DICOM = ".dcm"


class ExportDialog(ActDialog):
    """What leaves is recorded in custody; an estimate that the examiner may not see yet stays covered."""

    def __init__(self, session: Session, case: Case, incident: str, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, width=600)
        self.case = case
        self.subject = named(QComboBox(), self.tr("What is exported"))
        self.subject.addItem(self.tr("case {number}").format(number=case.number), case.number)
        self.subject.addItem(self.tr("all cases of the incident {name}").format(name=incident), incident)
        self.kind = named(QComboBox(), self.tr("As what"))
        for words, suffix, dicom in (
            (self.tr("table for a spreadsheet (CSV)"), ".csv", ""),
            (self.tr("table for a program (JSON)"), ".json", ""),
            (self.tr("de-identified copies of the radiographs (DICOM)"), DICOM, "original"),
            (self.tr("estimates as structured reports (DICOM SR)"), DICOM, "sr"),
            (self.tr("radiographs with their heatmap (DICOM)"), DICOM, "overlay"),
        ):
            self.kind.addItem(words, (suffix, dicom))
        self.out = TargetField(f"{file_word(case.number)}.csv", self.tr("Name of the export"))
        self.checked = QCheckBox(self.tr("&I have looked at every radiograph of the case: nothing written in a picture tells whose it is"))
        self.said = label("", "faint", wrap=True, says=self.tr("What is written"))
        self.lay_out(
            self.tr("Export"),
            self.tr("&Export"),
            form((self.tr("What"), self.subject), (self.tr("As"), self.kind), (self.tr("File"), self.out)),
            self.said,
            self.checked,
        )
        self.subject.currentIndexChanged.connect(self._change)
        self.kind.currentIndexChanged.connect(self._change)
        self.out.changed.connect(self.follow)
        self.checked.toggled.connect(self.follow)
        self._change()

    @property
    def suffix(self) -> str:
        return str(self.kind.currentData()[0])

    @property
    def dicom(self) -> str:
        """As what of DICOM; "" for a table."""
        return str(self.kind.currentData()[1])

    def _missing(self) -> str:
        if self.dicom and self.subject.currentIndex() != 0:
            return self.tr("DICOM is written of one case at a time.")
        if self.dicom == "original" and not self.checked.isChecked():
            return self.tr("Names can be written in the picture itself, where no program looks for them: look, and say so.")
        return self.out.missing()

    def _change(self) -> None:
        self.checked.setVisible(self.dicom == "original")
        if self.out.path().suffix != self.suffix:
            self.out.rename(self.suffix)
        self.said.setText(self._says())
        self.follow()
        self.fit()

    def _says(self) -> str:
        return {
            "": self.tr("One row for each radiograph. An estimate that you may not see yet is written as “covered”."),
            "original": self.tr("Several get -1, -2 behind the name. The list of changes lies beside them; the originals stay."),
            "sr": self.tr("Only of radiographs whose estimate you may see."),
            "overlay": self.tr("Only of radiographs whose estimate you may see."),
        }[self.dicom]

    def _act(self) -> None:
        subject, out, dicom, checked = str(self.subject.currentData()), self.out.path(), self.dicom, self.checked.isChecked()
        self.out.remember()
        title = self.tr("exporting")
        if not dicom:
            self.work(lambda laboratory, progress: laboratory.export(subject, out), lambda rows: self._written(rows, out), title)
            return
        self.work(
            lambda laboratory, progress: laboratory.export_dicom(subject, out, dicom, burned_in_checked=checked, progress=progress),
            self._sent,
            title,
        )

    def _written(self, rows: int, out: Path) -> None:
        self.finish(self.tr("Written to {file}; rows: {n}.").format(n=rows, file=wording.isolated(str(out))))

    def _sent(self, sent: Sent) -> None:
        said = self.tr("Files written: {n}; the first is {file}.").format(n=len(sent.files), file=wording.isolated(str(sent.files[0].path)))
        if not sent.left_out:
            self.finish(said)
            return
        left = " ".join(self.tr("Left out: {reason}").format(reason=one.reason) for one in sent.left_out)
        self.stay()
        self.say(f"{said} {left}", failed=True)
