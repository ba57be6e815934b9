"""What is done for a whole casebook, incident or case from its own dialogs: schemes, clock, disclosure, export, backup, identities."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from forensix.gui.act_dialog import ActDialog
from forensix.gui.case_list import CaseList
from forensix.gui.clock_dialog import CompareClockDialog, ConfirmClockDialog
from forensix.gui.scheme_dialog import SchemeDialog
from forensix.gui.session import Session


class Upkeep(QObject):
    """Opens the dialogs; what one of them has done is said in the list's notice."""

    def __init__(self, session: Session, window: QWidget, list_: CaseList, sign_in: Callable[[], object]) -> None:
        super().__init__(window)
        self.session = session
        self.window = window
        self.list = list_
        self._sign_in = sign_in

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
            self._sign_in()
        return self.session.ready

    def _open(self, dialog: ActDialog) -> None:
        dialog.told.connect(self.list.notice.say)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
