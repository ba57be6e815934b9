"""Which screen belongs to which failure, and the ways out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from forensix.domain.errors import (
    CasebookBusy,
    CasebookDamaged,
    CasebookMissing,
    CasebookNewer,
    CasebookUnavailable,
    DiskFull,
    ForensixError,
    ModelRejected,
)
from forensix.gui import wording
from forensix.gui.bench import Progress
from forensix.gui.last_run import LastRun, kept_by
from forensix.gui.session import is_casebook
from forensix.gui.state_screen import State, StateScreen, Way
from forensix.settings import SettingsRefused

if TYPE_CHECKING:
    from forensix.gui.main_window import MainWindow

GPUS = ("cuda", "mps")


class States(QObject):
    """Shows a state in the place of the work; the work is as it was when the state is left."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.screen = StateScreen()
        self._folder: Path | None = None
        self._said_device = ""
        self._next: tuple[State, tuple[Way, ...]] | None = None
        self.stays = False
        """Whether what is shown is not about the casebook, and stays when one was opened."""

    @property
    def shown(self) -> bool:
        return self.window.pages.currentWidget() is self.screen

    def take(self, error: ForensixError) -> bool:
        """Show the screen of a failure that has one; whether it has."""
        state = self._state_of(error)
        if state is None:
            return False
        self._next = None
        if isinstance(error, CasebookUnavailable):
            folder, open_ = _folder_of(error.subject), self._open_folder()
            if folder is not None and open_ is not None and folder != open_ and is_casebook(open_):
                return False  # another folder was tried; the work goes on in this one
            self._folder = folder or open_
        self._show(state, self._ways(error))
        return True

    def look(self) -> None:
        """See whether the open casebook is still where it was."""
        folder = self._open_folder()
        if folder is not None and not is_casebook(folder) and not self.shown:
            self.take(CasebookMissing(self.tr("There is no casebook in {folder} any more.").format(folder=folder), "", str(folder)))

    def say_device(self, asked: str, computes_on: str) -> None:
        """Say once that the GPU which was asked for is not there."""
        if asked not in GPUS or computes_on.startswith(asked) or self._said_device == asked:
            return
        self._said_device = asked
        state = State(
            self.tr("No GPU answers"),
            self.tr("The settings ask for {device}, and its driver does not answer on this computer.").format(device=asked),
            self.tr("Nothing is lost. The network computes on the CPU, which is the path that reports rest on; it takes longer."),
            self.tr("Go on with the CPU, or set the device to auto. A GPU needs its maker's driver; `forensix doctor` says what is seen."),
        )
        settings = Way(self.tr("&Settings \N{HORIZONTAL ELLIPSIS}"), self.tr("Choose another device"), self.window.ask_settings)
        self._show(state, (self._go_on(), settings))

    def say_settings(self, error: SettingsRefused, lines: str, *, mend: Callable[[], object], aside: Callable[[], object]) -> None:
        """Say that the settings file is refused and the defaults hold; what was said before comes after it."""
        state = State(
            self.tr("The settings file cannot be used"),
            f"{error.subject}\n{error.message}",
            self.tr(
                "The file, as it is. Until it is mended the window works with the defaults: other estimates may be made than with "
                "your own rule, prior or model."
            ),
            self.tr(
                "Mend it: what can be used is kept, the lines below are left out. Or set it aside and go on with the defaults. Either way "
                "the old file stays beside it under another name. Or put it right yourself and start again: {remedy}"
            ).format(remedy=error.remedy),
            lines,
        )
        before = self.screen.state if self.shown else None
        ways = (
            Way(self.tr("&Mend it"), self.tr("Keep what can be used; the old file is kept too"), mend),
            Way(self.tr("Set it &aside"), self.tr("Go on with the defaults; the old file is kept under another name"), aside),
            Way(self.tr("&Leave it"), self.tr("Go on with the defaults for now; the file stays as it is"), self.leave),
        )
        self._show(state, ways, stays=True)
        self._next = None if before is None else (before, (self._go_on(),))

    def say_last_run(self, last: LastRun) -> None:
        """Say that the window was not closed the last time, and find out what was kept."""
        state = State(
            self.tr("forensix was not closed the last time"),
            self.tr("The window of {started} ended without being closed: the program or the computer stopped.").format(
                started=wording.isolated(last.started)
            ),
            self.tr(
                "Every act that was recorded is kept: each is whole in the casebook, or it is not there. Checking \N{HORIZONTAL ELLIPSIS}"
            ),
            self.tr("Go on. What you had typed and not locked must be typed again; a file that was being received is given again."),
            last.fault,
        )
        self._folder = last.casebook
        self._show(state, (self._go_on(),), stays=True)
        if last.casebook is not None and is_casebook(last.casebook):
            folder = last.casebook

            def kept(answer: str) -> None:
                if self.screen.state is state:
                    self.screen.kept.setText(answer)
                elif self._next is not None and self._next[0] is state:
                    self._next = (replace(state, kept=answer), self._next[1])

            def look(progress: Progress) -> str:
                return kept_by(folder)

            def unkept(owner: QObject, error: BaseException) -> None:
                if self.screen.state is state:
                    self.screen.kept.setText(str(error))

            self.window.session.bench.run(self, look, kept, unkept, title=self.tr("checking what was kept"))

    def leave(self) -> None:
        """Back to the work, or to the first page where no casebook is open; before that to what else is to be said."""
        window = self.window
        if self._next is not None:
            (state, ways), self._next = self._next, None
            self._show(state, ways, stays=True)
            return
        self.stays = False
        window.pages.setCurrentWidget(window.work if window.session.casebook is not None else window.first_start)
        if window.session.casebook is not None:
            window.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
            window.look_again()  # what was done meanwhile was not read

    # What is said

    def _state_of(self, error: ForensixError) -> State | None:
        kept = self.tr("All that was recorded before; nothing of this act was written.")
        for kind, title, what in (
            (CasebookMissing, self.tr("The casebook is not there"), self._whole_elsewhere()),
            (CasebookBusy, self.tr("Another program holds the casebook"), kept),
            (CasebookNewer, self.tr("The casebook is of a newer forensix"), self.tr("Everything: it was not touched.")),
            (CasebookDamaged, self.tr("The casebook cannot be read"), self.tr("The file as it is, and the originals beside it.")),
            (DiskFull, self.tr("The disk is full"), kept),
            (ModelRejected, self.tr("The model is refused"), self._without_model()),
        ):
            if isinstance(error, kind):
                return State(title, error.message, what, self._remedy(error), error.subject)
        return None

    def _remedy(self, error: ForensixError) -> str:
        if isinstance(error, CasebookMissing):
            return self.tr("Connect its disk, or put the folder back, and try again; or open the casebook where it is now.")
        if isinstance(error, CasebookBusy):
            return self.tr("Close the other program, or let it finish, and try again.")
        return error.remedy

    def _whole_elsewhere(self) -> str:
        return self.tr(
            "Whatever was recorded is in the folder that was moved. What you typed here and did not lock is still in the window."
        )

    def _without_model(self) -> str:
        return self.tr(
            "Radiographs can be received, looked at, observed and reported as before; earlier estimates stay. None is made with this model."
        )

    # Ways out

    def _ways(self, error: ForensixError) -> tuple[Way, ...]:
        doors = self.window.doors
        other = Way(self.tr("&Open another \N{HORIZONTAL ELLIPSIS}"), self.tr("Open a casebook in another folder"), doors.ask_open)
        make = Way(self.tr("Create a &new one \N{HORIZONTAL ELLIPSIS}"), self.tr("Create a casebook"), doors.ask_create)
        again = Way(self.tr("&Try again"), self.tr("Open the same casebook again"), self._try_again)
        settings = Way(self.tr("&Settings \N{HORIZONTAL ELLIPSIS}"), self.tr("Choose another model"), self.window.ask_settings)
        if isinstance(error, ModelRejected):
            return (self._go_on(), settings)
        if isinstance(error, DiskFull):
            return (self._go_on(), other)
        first = () if self._open_folder() is not None else (Way(self.tr("&First page"), self.tr("Demonstration, quick look"), self.leave),)
        if isinstance(error, CasebookNewer | CasebookDamaged):
            return (other, again, make, *first)
        return (again, other, make, *first)

    def _go_on(self) -> Way:
        return Way(self.tr("&Go on"), self.tr("Back to the work"), self.leave)

    def _try_again(self) -> None:
        if self._folder is not None:
            self.window.doors.open_folder(self._folder, examiner=self.window.session.examiner)

    def _show(self, state: State, ways: tuple[Way, ...], *, stays: bool = False) -> None:
        self.stays = stays
        self.screen.show_state(state, ways)
        self.window.pages.setCurrentWidget(self.screen)

    def _open_folder(self) -> Path | None:
        casebook = self.window.session.casebook
        return None if casebook is None else casebook.folder


def _folder_of(subject: str) -> Path | None:
    """The casebook's folder that a failure names: the folder itself, its database, or one of its folders."""
    if not subject:
        return None
    path = Path(subject)
    return path.parent if path.suffix == ".db" or path.name in ("originals", "reports") else path
