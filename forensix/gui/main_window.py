"""The main window: three columns, one bottom line, and the menus; joins the parts, and does no work of its own."""

from __future__ import annotations

import atexit
import gc
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from forensix.domain.case import Role
from forensix.gui.adopting import Adopting
from forensix.gui.at_rest import AtRest
from forensix.gui.bench import Operation, Progress, Urgency
from forensix.gui.case_list import CaseList
from forensix.gui.comparing import Comparing
from forensix.gui.doors import Demonstrate, Doors
from forensix.gui.examination_panel import ExaminationPanel
from forensix.gui.failure import show_failure
from forensix.gui.first_start import FirstStart
from forensix.gui.looking import Picture, Pictures, Standing, standing_of
from forensix.gui.marking import Marking
from forensix.gui.menus import Menus
from forensix.gui.parts import label, size_within
from forensix.gui.radiograph_column import RadiographColumn
from forensix.gui.receiving import Receiving
from forensix.gui.right_column import RightColumn
from forensix.gui.session import Session
from forensix.gui.side_columns import SideColumns
from forensix.gui.states import States
from forensix.gui.status_line import StatusLine
from forensix.gui.view_actions import LettersFirst
from forensix.gui.worklist_model import EmptyCase, Listed, Row

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory

LOOK_EVERY_MS = 500
DOING = (Urgency.ACT, Urgency.BATCH)
"""What may change the casebook, and would be cut short by closing."""


class MainWindow(QMainWindow):
    """What is chosen in the worklist is looked at in the middle and worked on at the right."""

    def __init__(self, session: Session, demonstrate: Demonstrate | None = None, settings_file: Path | None = None) -> None:
        super().__init__()
        self.session = session
        self.setAcceptDrops(True)
        self.setWindowTitle("forensix")
        self.list = CaseList(session)
        self.column = RadiographColumn()
        self.panel = ExaminationPanel(session)
        self.right = RightColumn(session, self.panel)
        self.status = StatusLine(session)
        self.first_start = FirstStart(demonstration=demonstrate is not None)
        self.doors = Doors(session, self, demonstrate)
        self.receiving = Receiving(session, self, self.list)
        self.adopting = Adopting(self, settings_file)
        self.states = States(self)
        self.pictures = Pictures()
        self.marking = Marking(session, self.column, self)
        self.comparing = Comparing(session, self.column, self.list, lambda: self.pictures)
        self.panel.view_recipe = self.column.view_recipe
        self._look: Operation | None = None
        self._not_warmed_because = ""
        self._at_rest = AtRest(self)
        self._at_rest.came.connect(self._rested)
        self._again = QTimer(self, interval=LOOK_EVERY_MS, singleShot=True)
        self._again.timeout.connect(self.look_again)
        self._lay_out()
        self.sides = SideColumns(self.list, self.right, self)
        self.menus = Menus(self)
        LettersFirst(self)
        self._connect()
        size_within(self, 1366, 740)
        self._restore_geometry()

    @property
    def notice(self) -> Any:
        """Where failures that belong to no column are said."""
        return self.first_start.notice if self.pages.currentWidget() is self.first_start else self.list.notice

    # What is chosen

    def _choose(self, row: Listed | None) -> None:
        if self._look is not None:
            self._look.cancel()
        self.panel.show_row(row, self._same_case(row))
        self.right.show_row(row)
        if not isinstance(row, Row) or not self.session.ready:
            self._show_no_radiograph(row)
            return
        self.column.show_nothing(self.tr("Opening {name} \N{HORIZONTAL ELLIPSIS}").format(name=row.radiograph.file_name))
        radiograph, pictures = row.radiograph, self.pictures
        self._look = self.session.act(
            self,
            lambda laboratory, progress: (pictures.of(laboratory, radiograph), standing_of(laboratory, radiograph.id)),
            self._show,
            self._not_shown,
            title=self.tr("opening {name}").format(name=radiograph.file_name),
            urgency=Urgency.LOOK,
        )

    def _show_no_radiograph(self, row: EmptyCase | Row | None) -> None:
        self.column.show_nothing(row.said() if isinstance(row, EmptyCase) else self._invitation())

    def _show(self, answer: tuple[Picture, Standing]) -> None:
        picture, standing = answer
        if self._is_current(standing):
            self.column.show_radiograph(standing.radiograph, picture.raster, picture.voi)
            self._show_standing(standing)

    def _not_shown(self, owner: Any, error: BaseException) -> None:
        self.column.show_nothing(self.tr("This radiograph cannot be shown."))
        show_failure(self.column, error)

    def _after(self, operation: Operation) -> None:
        """Whatever was done, or was cancelled half way, may have changed the casebook; within a batch a look now and then is enough."""
        if operation.urgency is Urgency.BATCH and self.session.bench.batch.whole:
            if not self._again.isActive():
                self._again.start()
        elif operation.urgency in DOING:
            self._again.stop()
            self.look_again()

    def look_again(self) -> None:
        """After an act: the list, and how far the chosen radiograph has come; its picture stays."""
        if not self.states.shown:
            self.list.refresh()

    def _look_on(self) -> None:
        """The list was read again: how far the chosen radiograph has come."""
        row = self.list.current()
        if not isinstance(row, Row):
            self._show_no_radiograph(row)
        if row is not None and self.session.ready:
            self.panel.show_case(row, self._same_case(row))
        if not isinstance(row, Row) or not self.session.ready:
            return
        self.session.act(
            self,
            lambda laboratory, progress: standing_of(laboratory, row.radiograph.id),
            self._show_standing,
            title="",
            urgency=Urgency.LOOK,
        )

    def _show_standing(self, standing: Standing) -> None:
        if not self._is_current(standing):
            return
        self.panel.show_standing(standing)
        self.right.show_standing(standing)
        self.column.show_saliency(self.panel.heatmap.current)
        self.marking.read()

    def _is_current(self, standing: Standing) -> bool:
        row = self.list.current()
        return row is not None and row.id == standing.radiograph.id

    def _same_case(self, row: Listed | None) -> list[Row]:
        return [] if row is None else [one for one in self.list.model.rows if one.case.id == row.case.id]

    def _invitation(self) -> str:
        if self.session.casebook is not None and self.session.examiner is None:
            return self.tr("Say who works, and the radiographs open: File, Who works.")
        if self.session.casebook is not None and not self.list.known:
            return ""
        return self.tr("Drop hand radiographs here: DICOM, PNG, TIFF, JPEG, WebP, folders or zip files.")

    # The casebook

    def enter(self) -> None:
        """A casebook was opened, or somebody else works now."""
        casebook = self.session.casebook
        self.pictures = Pictures()
        self.column.histories.forget()
        if not self.states.stays:
            self.pages.setCurrentWidget(self.work if casebook is not None else self.first_start)
        self.synthetic.setVisible(casebook is not None and casebook.synthetic)
        self.setWindowTitle("forensix" if casebook is None else f"{casebook.folder.name} \N{EM DASH} forensix")
        self.menus.follow()
        self.list.refresh()
        self._choose(self.list.current())
        if casebook is None:
            return
        if not self.states.stays:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._at_rest.wait()

    def _rested(self) -> None:
        """The hands rest: load the network now, unless something that was asked for would have to wait for it, or soon is asked for: a
        dialog is open, or nothing is there yet to be examined and files are received next.
        """
        if self.session.bench.operations() or QApplication.activeModalWidget() is not None or not self.list.model.rows:
            self._at_rest.wait()
        else:
            self.warm_up()

    def warm_up(self) -> None:
        """Load torch and the network on the bench while the examiner looks at the list; not for who does not examine, as an auditor.

        The libraries take hold of Python itself while they are loaded: some hundred milliseconds in which no key is answered.
        """
        examiner = self.session.examiner
        if self.session.ready and examiner is not None and examiner.role in (Role.EXAMINER, Role.REVIEWER):
            self.session.act(
                self.list,
                warmed,
                self._warmed,
                self._not_warmed,
                title=self.tr("loading the network"),
                urgency=Urgency.IDLE,
            )

    def _not_warmed(self, owner: QObject, error: BaseException) -> None:
        """Said once: the same refusal comes again each time that somebody signs in or settings change."""
        if str(error) != self._not_warmed_because:
            self._not_warmed_because = str(error)
            show_failure(owner, error)

    def _warmed(self, computes_on: str) -> None:
        self._not_warmed_because = ""
        self.status.say_device(computes_on)
        self.states.say_device(self.session.settings.device, computes_on)

    def step_back(self) -> None:
        """Escape: leave a mark, a tool or the comparison; with none begun, stop the work."""
        if not self.column.step_back():
            self.session.bench.cancel_all()

    def ask_settings(self) -> None:
        self.adopting.ask()

    # Making

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for part, least in ((self.list, 160), (self.column, 240), (self.right, 244)):
            splitter.addWidget(part)
            part.setMinimumWidth(least)
        splitter.setSizes([376, 590, 400])
        for place, share in ((1, 3), (2, 1)):  # a large screen gives some of its room to what is read
            splitter.setStretchFactor(place, share)
        splitter.setChildrenCollapsible(False)
        self.splitter = splitter
        self.synthetic = label(self.tr("SYNTHETIC: made-up radiographs; the estimates mean nothing"), "synthetic", wrap=True)
        self.synthetic.hide()
        self.work = QWidget()
        column = QVBoxLayout(self.work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.synthetic)
        column.addWidget(splitter, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.first_start)
        self.pages.addWidget(self.work)
        self.pages.addWidget(self.states.screen)
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.pages, 1)
        outer.addWidget(self.status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.listed.connect(self._look_on)
        self.session.bench.settled.connect(self._after)
        self.panel.estimate.examine.connect(self.receiving.examine_selected)
        self.panel.heatmap.shown.connect(self.column.show_saliency)
        self.panel.report.preview.connect(self.receiving.open_report)
        self.panel.report.verify.connect(self.receiving.verify)
        self.panel.report.countersign.connect(self.receiving.countersign)
        self.receiving.received.connect(self._choose_received)
        self.receiving.told.connect(lambda said: self.notice.say(said))
        self.receiving.corrected.connect(lambda: self._choose(self.list.current()))
        self.session.changed.connect(self.enter)
        self.doors.opening.connect(self.first_start.hold)
        self.first_start.demonstration.connect(self.doors.open_demonstration)
        self.first_start.create_casebook.connect(self.doors.ask_create)
        self.first_start.open_casebook.connect(self.doors.ask_open)
        self.first_start.quick_look.connect(self.receiving.ask_quick_look)

    def _choose_received(self, radiograph_id: str) -> None:
        self.list.choose(radiograph_id)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.states.look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.receiving.take(paths))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks only if something would be lost: an observation or conclusion half written, or work on the bench."""
        if not self._may_close():
            event.ignore()
            return
        self.hide()
        QSettings().setValue("window/geometry", self.saveGeometry())
        QSettings().setValue("window/columns", self.splitter.saveState())
        self.session.close()
        event.accept()

    def _may_close(self) -> bool:
        working = [one for one in self.session.bench.operations() if one.urgency in DOING and one.owner is not self.list]
        typed = [self.tr("What you have typed is not locked yet.")] if self.panel.begun() else []
        lost = (
            [*typed, self.tr("Work is going on; it stops after the item at work, and the next start offers the rest of a batch.")]
            if working
            else typed
        )
        if not lost:
            return True
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        asked = " ".join([*lost, self.tr("Close all the same?")])
        return QMessageBox.question(self, "forensix", asked, yes | no, no) == yes  # a plain number, which is no member of the enumeration

    def _restore_geometry(self) -> None:
        for name, restore in (("window/geometry", self.restoreGeometry), ("window/columns", self.splitter.restoreState)):
            state = QSettings().value(name)
            if isinstance(state, QByteArray):
                restore(state)


def warmed(laboratory: Laboratory, progress: Progress) -> str:
    """Load the network; the device that it will compute on, in words.

    The 400,000 objects that come with it stay for good and are no garbage: they are kept out of the collector's rounds, each of which
    went through them all and held the window for a quarter of a second.
    """
    if gc.get_freeze_count():
        return _loaded(laboratory)
    gc.disable()
    try:
        return _loaded(laboratory)
    finally:
        gc.freeze()
        atexit.register(gc.unfreeze)  # or a library that counts its objects as the program ends says on the terminal that they leaked
        gc.enable()


def _loaded(laboratory: Laboratory) -> str:
    laboratory.networks.estimator()
    from forensix.inference.device import computes_on

    return computes_on(laboratory.settings.device)
