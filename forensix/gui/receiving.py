"""What is done to whole radiographs and cases from the window: receive, examine, report, verify."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from forensix.gui.batch import BatchExamination
from forensix.gui.bench import Progress
from forensix.gui.case_list import CaseList
from forensix.gui.quick_look import QuickLookDialog
from forensix.gui.receive_dialog import Intake, ReceiveDialog
from forensix.gui.report_step import IssuedFile
from forensix.gui.session import Session

REFUSALS_LISTED = 5


class Receiving(QObject):
    """Asks what must be asked, runs the verb on the bench, and says in the list's notice what became of it."""

    received = Signal(str)
    """Id of the first radiograph that was received."""

    def __init__(self, session: Session, window: QWidget, list_: CaseList) -> None:
        super().__init__(window)
        self.session = session
        self.window = window
        self.list = list_

    def ask(self, paths: Sequence[Path]) -> None:
        """Ask into which case `paths` go."""
        casebook = self.session.casebook
        if casebook is None or not self.session.ready or not paths:
            return
        row = self.list.current()
        dialog = ReceiveDialog(paths, casebook.cases(), casebook.incidents(), row.case if row is not None else None, self.window)
        dialog.accepted.connect(lambda: self.receive(dialog.chosen()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, paths: Sequence[Path]) -> None:
        """Dropped files: into a case, or only looked at where no casebook is open."""
        if self.session.ready:
            self.ask(paths)
        elif paths:
            self.quick_look(paths[0])

    def ask_quick_look(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self.window, self.tr("Quick look at a file"))
        if path:
            self.quick_look(Path(path))

    def quick_look(self, path: Path) -> QuickLookDialog:
        """Show a file and its estimate in a window of its own; nothing is kept."""
        dialog = QuickLookDialog(self.session.bench, self.session.settings, path, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def ask_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self.window, self.tr("Receive files"))
        self.ask([Path(path) for path in paths])

    def ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.window, self.tr("Receive a folder"))
        self.ask([Path(folder)] if folder else [])

    def receive(self, intake: Intake) -> None:
        """Open the case if it is new, then take the files into custody."""

        def perform(laboratory: Any, progress: Progress) -> Any:
            if intake.incident:
                laboratory.open_case(intake.number, incident=intake.incident, kind=intake.kind, requester=intake.requester)
            return laboratory.receive(intake.number, intake.paths, specimen=intake.specimen, side=intake.side, progress=progress)

        self.list.notice.clear()
        self.session.act(self.list, perform, self._received, title=self.tr("receiving"))

    def ask_again(self) -> None:
        """Ask why the selected radiographs are examined again; every run is kept."""
        dialog = QInputDialog(self.window)
        dialog.setWindowTitle(self.tr("Examine again"))
        dialog.setLabelText(self.tr("Why again? Every run is kept; custody and report print the reason."))
        dialog.textValueSelected.connect(lambda reason: self.examine_selected(reason.strip()) if reason.strip() else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def examine_selected(self, again: str = "") -> None:
        """Examine what is selected in the list; what was examined before is skipped, unless `again` gives a reason."""
        rows = self.list.selected()
        if not rows or not self.session.ready:
            return
        self.list.notice.clear()
        batch = BatchExamination(self.session, rows, self.list, again)
        batch.ended.connect(lambda said, failed: self._say_batch(said, failed, telling=len(rows) > 1 or bool(batch.skipped)))

    def open_report(self) -> None:
        """Preview the report on the current case."""
        from forensix.gui.report_dialog import ReportDialog

        row = self.list.current()
        if row is None or not self.session.ready:
            return
        dialog = ReportDialog(self.session, row.case, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def verify(self, issued: IssuedFile) -> None:
        """Check an issued report: signatures, record, hashes and custody."""
        self.session.act(
            self.list,
            lambda laboratory, progress: laboratory.verify_report(issued.path),
            self._verified,
            title=self.tr("verifying the report"),
        )

    def _verified(self, answer: Any) -> None:
        from forensix.gui.report_dialog import VerifiedDialog

        dialog = VerifiedDialog(answer, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _received(self, answer: Any) -> None:
        said = self.tr("{given} given: {received} received, {duplicates} duplicates, {refused} refused.")
        lines = [said.format(given=answer.given, received=answer.received, duplicates=answer.duplicates, refused=answer.refused)]
        told = [item for item in answer.items if item.status != "received"]
        lines += [f"{Path(item.path).name}: {item.reason} {item.remedy}".strip() for item in told[:REFUSALS_LISTED]]
        if len(told) > REFUSALS_LISTED:
            lines.append(self.tr("and {n} more, all in the custody log").format(n=len(told) - REFUSALS_LISTED))
        self.list.refresh()
        self.list.notice.say("\n".join(lines), failed=answer.refused > 0)
        first = next((item.radiograph for item in answer.items if item.status == "received"), "")
        if first:
            self.received.emit(first)

    def _say_batch(self, said: str, failed: bool, *, telling: bool) -> None:
        if failed or telling:
            self.list.notice.say(said, failed=failed)
