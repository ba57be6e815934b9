"""What is done to whole radiographs and cases from the window: receive, examine, report, verify."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from forensix.domain.case import Case, CaseKind
from forensix.domain.delivery import Each
from forensix.gui import choosing, keys, wording
from forensix.gui.batch import BatchExamination, BatchReceipt, forget
from forensix.gui.bench import Progress, Urgency
from forensix.gui.case_list import CaseList
from forensix.gui.correct_dialog import CorrectDialog
from forensix.gui.examination_panel import CONCLUDED
from forensix.gui.quick_look import QuickLookDialog
from forensix.gui.receive_dialog import Intake, ReceiveDialog
from forensix.gui.report_step import IssuedFile
from forensix.gui.session import Session

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory
    from forensix.laboratory.moving import Moved
    from forensix.laboratory.resuming import Batch as Unfinished

    Left = tuple[Path, Unfinished, frozenset[str], bool]
    """A batch that is not finished: its casebook's folder, what was asked for, what of it is done, whether it is at work elsewhere."""

ELSEWHERE_MS = 3000
"""How often it is looked how far another window has come."""


class Receiving(QObject):
    """Asks what must be asked, runs the verb on the bench, and says in the list's notice what became of it."""

    received = Signal(str)
    """Id of the first radiograph that was received."""
    corrected = Signal()
    told = Signal(str)
    """A sentence for whichever page is shown."""

    def __init__(self, session: Session, window: QWidget, list_: CaseList) -> None:
        super().__init__(window)
        self.session = session
        self.window = window
        self.list = list_
        self._at_work = 0
        self._left: Left | None = None
        self._again = QTimer(self, interval=ELSEWHERE_MS, singleShot=True)
        self._again.timeout.connect(self._ask_unfinished)
        self._along: Path | None = None
        session.changed.connect(self.look_for_unfinished)
        session.changed.connect(lambda: QTimer.singleShot(0, self, self._receive_along))  # once the window has followed
        list_.unfinished.go_on.connect(self._go_on)
        list_.unfinished.leave.connect(self._leave)

    def ask(self, paths: Sequence[Path]) -> None:
        """Ask into which case `paths` go."""
        casebook = self.session.casebook
        if casebook is None or not self.session.ready or not paths:
            return
        row = self.list.current()
        current, agency = row.case if row is not None else None, self.session.settings.agency
        dialog = ReceiveDialog(paths, casebook.cases(), casebook.incidents(), current, self.window, agency=agency)
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
        choosing.file(self.window, self.tr("Quick look at a file"), Path.home(), self.quick_look)

    def quick_look(self, path: Path) -> QuickLookDialog:
        """Show a file and its estimate in a window of its own; nothing is kept."""
        dialog = QuickLookDialog(self.session.bench, self.session.settings, path, self.window)
        dialog.looked.connect(self._looked)
        dialog.wanted.connect(self.take_along)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _looked(self, sha256: str) -> None:
        self.session.glances.setdefault(sha256, f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC")

    def take_along(self, path: Path) -> None:
        """Receive what a quick look showed; without a casebook, as soon as one is open and somebody works in it."""
        self._along = path
        self._receive_along()
        if self._along is not None:
            self.told.emit(self.tr("Create or open a casebook: {name} is received there next.").format(name=path.name))

    def _receive_along(self) -> None:
        if self._along is not None and self.session.ready:
            path, self._along = self._along, None
            self.ask([path])

    def ask_files(self) -> None:
        choosing.files(self.window, self.tr("Receive files"), Path.home(), self.ask)

    def ask_folder(self) -> None:
        choosing.folder(self.window, self.tr("Receive a folder"), Path.home(), lambda folder: self.ask([folder]))

    def receive(self, intake: Intake, done: frozenset[str] = frozenset(), *, noted: str = "") -> None:
        """Open the case if it is new, then take the files into custody, each by itself."""
        self._begin()
        batch = BatchReceipt(self.session, intake, self.list, done, noted=noted)
        batch.ended.connect(lambda said, failed: self._received(batch, said, failed))

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
        selected = [(row.radiograph.id, row.radiograph.file_name) for row in self.list.selected()]
        if not selected:
            self._say_none_chosen()
        self._examine(selected, again)

    def _say_none_chosen(self) -> None:
        self.list.notice.say(self.tr("Choose a radiograph in the list first."))

    def examine_waiting(self) -> None:
        """Examine every radiograph of the casebook that was not examined yet."""
        waiting = [(row.radiograph.id, row.radiograph.file_name) for row in self.list.model.rows if not row.examined]
        if not waiting:
            self.list.notice.say(self.tr("No radiograph of this casebook waits to be examined."))
        self._examine(waiting, "")

    def _examine(self, radiographs: Sequence[tuple[str, str]], again: str, noted: str = "") -> None:
        if not radiographs or not self.session.ready:
            return
        self._begin()
        batch = BatchExamination(self.session, radiographs, self.list, again, noted)
        batch.ended.connect(lambda said, failed: self._say_batch(said, failed, telling=len(radiographs) > 1 or bool(batch.skipped)))

    def ask_correct(self) -> None:
        """Put right, or complete, what is known of the current radiograph, its part and its case."""
        row, casebook = self.list.current(), self.session.casebook
        if row is None:
            self._say_none_chosen()
        if row is None or casebook is None or not self.session.ready:
            return
        dialog = CorrectDialog(row, casebook.cases(), casebook.incidents(), self.window)

        def correct(changes: tuple[tuple[str, str, str, str], ...], reason: str) -> None:
            def perform(laboratory: Any, progress: Progress) -> Any:
                return [laboratory.correct(kind, about, key, value, reason) for kind, about, key, value in changes][-1]

            self.session.act(self.list, perform, self._corrected, title=self.tr("correcting"))

        dialog.corrected.connect(correct)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _corrected(self, moved: Moved | None) -> None:
        """Go on with the radiograph, in whichever case it is now, and say what became of it."""
        if moved is None:
            self.corrected.emit()
            return
        self.received.emit(moved.radiograph)
        self.list.notice.say(wording.moved_words(moved))

    def open_report(self) -> None:
        """Preview the report on the case of each selected radiograph, one after the other; of several those that are concluded."""
        cases = {row.case.id: row.case for row in self.list.selected()}
        if not cases or not self.session.ready:
            return
        concluded = {row.case.id for row in self.list.model.rows if row.state in CONCLUDED} & set(cases)
        if concluded and len(concluded) < len(cases):
            said = self.tr("Reports on {n} of the {all} selected cases: nothing is concluded yet on the others.")
            self.list.notice.say(said.format(n=len(concluded), all=len(cases)))
        self._open_reports([case for case in cases.values() if case.id in concluded] or list(cases.values())[:1])

    def _open_reports(self, cases: list[Case]) -> None:
        from forensix.gui.report_dialog import ReportDialog

        dialog = ReportDialog(self.session, cases[0], self.window)
        dialog.finished.connect(dialog.deleteLater)
        if cases[1:]:
            dialog.finished.connect(lambda: self._open_reports(cases[1:]))
        dialog.open()

    def countersign(self, issued: IssuedFile) -> None:
        """Let a second person sign an issued report."""
        from forensix.gui.report_dialog import CountersignDialog

        if self.session.ready:
            dialog = CountersignDialog(self.session, issued, self.window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    # A batch that was cut short

    def look_for_unfinished(self) -> None:
        """Offer to go on with a batch that a kill or a power cut ended, or say that another window is at work on one."""
        self.list.unfinished.hide()
        self._left = None
        self._ask_unfinished()

    def _ask_unfinished(self) -> None:
        if self.session.ready and not self._at_work:
            self.session.act(self.list, unfinished_of, self._offer, title="", urgency=Urgency.LOOK)

    def _offer(self, answer: Left | None) -> None:
        if self._at_work:
            return
        if self._left is not None and self._left[3] and (answer is None or answer[1].id != self._left[1].id):
            self.list.refresh()  # the other window has finished
        self._left = answer
        if answer is None:
            self.list.unfinished.hide()
            return
        _, batch, done, elsewhere = answer
        said = self._said_elsewhere(batch) if elsewhere else self._said_cut_short(batch)
        self.list.unfinished.offer(said.format(n=len(batch.given), done=len(done), case=batch.case), elsewhere=elsewhere)
        if elsewhere:
            self._again.start()

    def _said_cut_short(self, batch: Unfinished) -> str:
        if batch.verb == "examine":
            return self.tr("An examination of several radiographs was cut short. Done: {done} of {n}.")
        if batch.each:
            return self.tr("Receiving a delivery was cut short. Files done: {done}.")
        return self.tr("Receiving files into case {case} was cut short. Files done: {done}.")

    def _said_elsewhere(self, batch: Unfinished) -> str:
        if batch.verb == "examine":
            return self.tr("Radiographs are being examined in another window. Done: {done} of {n}.")
        if batch.each:
            return self.tr("A delivery is being received in another window. Files done: {done}.")
        return self.tr("Files are being received into case {case} in another window. Files done: {done}.")

    def _go_on(self) -> None:
        if self._left is None or self._left[3] or not self.session.ready:
            return
        (_, batch, done, _), self._left = self._left, None
        if batch.verb == "examine":
            names = {row.radiograph.id: row.radiograph.file_name for row in self.list.model.rows}
            left = [(one, names[one]) for one in batch.given if one not in done and one in names]
            self._examine(left, batch.again, noted=batch.id)
            return
        paths = tuple(Path(path) for path in batch.given)
        given = Intake(batch.case, paths, specimen=batch.specimen, side=batch.side, view=batch.view, condition=batch.condition)
        if batch.each or (batch.incident and batch.case not in self._numbers()):  # closed before the case was opened
            each = Each(batch.each) if batch.each else None
            given = replace(given, each=each, kind=CaseKind(batch.kind), incident=batch.incident)
            given = replace(given, agency=batch.agency, requester=batch.requester)
        self.receive(given, done, noted=batch.id)

    def _numbers(self) -> set[str]:
        """The numbers of the cases that are there."""
        casebook = self.session.casebook
        return set() if casebook is None else {case.number for case in casebook.cases()}

    def _leave(self) -> None:
        if self._left is not None and not self._left[3]:
            self.list.unfinished.hide()
            folder, batch, *_ = self._left
            self._left = None
            forget(self.session, folder, batch.id, self.list)
            self.look_for_unfinished()

    def _begin(self) -> None:
        self._at_work += 1
        self.list.notice.clear()
        self.list.unfinished.hide()

    def verify(self, issued: IssuedFile) -> None:
        """Check an issued report: signatures, record, hashes and custody."""
        self.session.act(
            self.list,
            lambda laboratory, progress: laboratory.verify_report(issued.path),
            self._verified,
            title=self.tr("verifying the report"),
        )

    def verify_case(self) -> None:
        """Check the current case: chain, originals, reports."""
        row = self.list.current()
        if row is None:
            self._say_none_chosen()
        if row is None or not self.session.ready:
            return
        number = row.case.number
        self.session.act(
            self.list, lambda laboratory, progress: laboratory.verify_case(number), self._verified, title=self.tr("verifying the case")
        )

    def verify_all(self) -> None:
        """Check the whole casebook: chain, originals, reports of every case."""
        if self.session.ready:
            self.session.act(
                self.list, lambda laboratory, progress: laboratory.verify_all(), self._verified, title=self.tr("verifying the casebook")
            )

    def _verified(self, answer: Any) -> None:
        from forensix.gui.report_dialog import VerifiedDialog

        dialog = VerifiedDialog(answer, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _received(self, batch: BatchReceipt, said: str, failed: bool) -> None:
        self._at_work -= 1
        self.list.refresh()
        if said:
            self.list.notice.say(f"{said}\n{self._next()}" if batch.first else said, failed=failed)
        if batch.first:
            self.received.emit(batch.first)
        self.look_for_unfinished()

    def _next(self) -> str:
        """What is done with what was received."""
        said = self.tr("Next: your own observation of each. “Examine all that wait” ({key}) lets the network read them meanwhile.")
        return said.format(key=keys.shown_key(keys.key_of("Ctrl+Shift+A")))

    def _say_batch(self, said: str, failed: bool, *, telling: bool) -> None:
        self._at_work -= 1
        if said and (failed or telling):
            self.list.notice.say(said, failed=failed)
        self.look_for_unfinished()


def unfinished_of(laboratory: Laboratory, progress: Progress) -> Left | None:
    """The first batch that was cut short, else the first that another window is at work on, and what of it is done; None where there is
    none. One that was cut short after all of it was done is ended.
    """
    found = None
    for batch in laboratory.unfinished():
        elsewhere = laboratory.is_elsewhere(batch)
        done = laboratory.done_since(batch)
        if batch.verb == "examine":
            done &= frozenset(batch.given)
            if not elsewhere and len(done) == len(set(batch.given)):
                laboratory.end_batch(batch.id)
                continue
        if not elsewhere:
            return laboratory.casebook.folder, batch, done, False
        found = found or (laboratory.casebook.folder, batch, done, True)
    return found
