"""What is done for a whole casebook, incident or case from its own dialogs: schemes, clock, disclosure, export, backup, identities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from forensix.domain.case import Case
from forensix.gui.act_dialog import ActDialog
from forensix.gui.backup_dialog import BackupDialog, RestoreDialog
from forensix.gui.clock_dialog import CompareClockDialog, ConfirmClockDialog
from forensix.gui.disclose_dialog import DiscloseDialog
from forensix.gui.doctor_dialog import DoctorDialog
from forensix.gui.export_dialog import ExportDialog
from forensix.gui.identities_dialog import IdentitiesDialog
from forensix.gui.scheme_dialog import SchemeDialog
from forensix.gui.sites_dialog import SitesDialog
from forensix.gui.trust_dialog import TrustDialog
from forensix.gui.verify_file_dialog import VerifyFileDialog

if TYPE_CHECKING:
    from forensix.gui.main_window import MainWindow
    from forensix.laboratory.checking import Verified


class Upkeep(QObject):
    """Opens the dialogs; what one of them has done is said in the list's notice."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.session = window.session
        self.list = window.list

    def ask_scheme(self) -> None:
        """The scheme of case numbers of the current incident, or of one that is named."""
        if self._may_act():
            self._open(SchemeDialog(self.session, self._incident(), self.window))

    def ask_compare_clock(self) -> None:
        if self._may_act():
            self._open(CompareClockDialog(self.session, self.window))

    def ask_confirm_clock(self) -> None:
        if self._may_act():
            self._open(ConfirmClockDialog(self.session, self.window))

    def ask_disclose(self) -> None:
        """The current case for the other side."""
        case = self._case()
        if case is not None and self._may_act():
            self._open(DiscloseDialog(self.session, case, self.window))

    def ask_export(self) -> None:
        """The current case or its incident for another system."""
        case = self._case()
        if case is not None and self._may_act():
            self._open(ExportDialog(self.session, case, self._incident(), self.window))

    def ask_verify_file(self) -> None:
        """A report file from anywhere; needs no casebook."""
        self._open(VerifyFileDialog(self.session, self.window))

    def replay(self) -> None:
        """Check the current case, and run the network again on each of its radiographs."""
        case = self._case()
        if case is not None and self._may_act():
            number = case.number
            self.session.act(
                self.list,
                lambda laboratory, progress: laboratory.verify_case(number, replay=True),
                self._verified,
                title=self.tr("running the network again"),
            )

    def _verified(self, answer: Verified) -> None:
        from forensix.gui.report_dialog import VerifiedDialog

        dialog = VerifiedDialog(answer, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_identities(self) -> None:
        casebook = self.session.casebook
        if casebook is not None and self._may_act():
            self._open(IdentitiesDialog(self.session, casebook.folder, self.window))

    def ask_trust(self) -> None:
        if self._may_act():
            self._open(TrustDialog(self.session, self.window))

    def ask_sites(self) -> None:
        if self._may_act():
            self._open(SitesDialog(self.session, self.window))

    def ask_backup(self) -> None:
        casebook = self.session.casebook
        if casebook is not None and self._may_act():
            self._open(BackupDialog(self.session, casebook.folder, self.window))

    def ask_restore(self) -> None:
        """A casebook from a backup, into a new folder, and open it; needs no casebook."""
        dialog = RestoreDialog(self.session, self.window.doors.free_folder(), self.window)
        dialog.restored.connect(lambda folder: self.window.doors.open_folder(folder))
        self._open(dialog)

    def ask_doctor(self) -> None:
        self._open(DoctorDialog(self.session, self.window))

    def _case(self) -> Case | None:
        """The case of the current radiograph; where there is none, it is said what is wanted."""
        row = self.list.current()
        if row is None:
            self.list.notice.say(self.tr("Choose a radiograph of the case in the list first."))
        return None if row is None else row.case

    def _incident(self) -> str:
        """The name of the incident of the current case."""
        row, casebook = self.list.current(), self.session.casebook
        incidents = list(casebook.incidents()) if casebook is not None else []
        if row is None:
            return incidents[-1].name if incidents else ""
        return next((one.name for one in incidents if one.id == row.case.incident_id), "")

    def _may_act(self) -> bool:
        """Whether somebody works at a casebook; where nobody does, it is asked who."""
        if self.session.casebook is not None and not self.session.ready:
            self.window.doors.ask_who()
        return self.session.ready

    def _open(self, dialog: ActDialog) -> None:
        dialog.told.connect(lambda said: self.window.notice.say(said))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
