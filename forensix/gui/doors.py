"""Into a casebook: create one, open one, open the demonstration, and say who works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from forensix.domain.case import Examiner
from forensix.domain.errors import ForensixError
from forensix.gui import choosing
from forensix.gui.bench import Operation, Progress
from forensix.gui.first_start import CreateCasebookDialog
from forensix.gui.session import Session, is_casebook
from forensix.gui.sign_in_dialog import SignInDialog
from forensix.settings import Settings

if TYPE_CHECKING:
    from forensix.casebook.casebook import Casebook

Demonstrate = Callable[[Path, Settings, Progress], Path]
"""Makes the demonstration in a folder and returns its casebook's folder; handed in, for the window imports no demonstration."""


@dataclass(frozen=True, slots=True)
class _Opened:
    casebook: Casebook
    known: tuple[Examiner, ...]
    identity: Examiner | None = None


class Doors(QObject):
    """Each way in ends with `Session.enter`; casebooks are made and opened on the bench."""

    entered = Signal()
    opening = Signal(bool)
    """A casebook is being made or opened, or is no more: a second Return must not open another door meanwhile."""

    def __init__(self, session: Session, window: QWidget, demonstrate: Demonstrate | None = None) -> None:
        super().__init__(window)
        self.session = session
        self.window = window
        self.demonstrate = demonstrate
        self._at_work: Operation | None = None
        session.bench.settled.connect(self._settled)

    def open_folder(self, folder: Path, *, examiner: Examiner | None = None) -> None:
        """Open a casebook; who works is asked only where it does not follow from the casebook or the settings."""
        settings = self.session.settings

        def perform(progress: Progress) -> _Opened:
            from forensix.casebook.casebook import Casebook

            casebook = Casebook.open(folder)
            return _Opened(casebook, tuple(casebook.examiners()), _whose(settings.identity))

        def opened(answer: _Opened) -> None:
            self._enter(answer, examiner)

        self._run(perform, opened, self.tr("opening the casebook"))

    def ask_open(self) -> None:
        choosing.folder(self.window, self.tr("Open a casebook"), self.session.settings.casebook.parent, self.open_folder)

    def ask_create(self) -> None:
        dialog = CreateCasebookDialog(self.free_folder(), self.session.settings.examiner, self.window)
        dialog.accepted.connect(lambda: self.create(dialog.path(), dialog.examiner(), blind_first=dialog.blind_first.isChecked()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def create(self, folder: Path, examiner: Examiner, *, blind_first: bool) -> None:
        """Make a casebook and enter it."""

        def perform(progress: Progress) -> _Opened:
            from forensix.casebook.act import Act
            from forensix.casebook.casebook import Casebook

            return _Opened(Casebook.create(folder, act=Act(actor=examiner), blind_first=blind_first), (examiner,))

        def made(answer: _Opened) -> None:
            self._enter(answer, examiner)

        self._run(perform, made, self.tr("making the casebook"))

    def open_demonstration(self) -> None:
        """Make the demonstration beside the casebooks, or go on with the one that is there."""
        folder = self.session.settings.casebook.parent / "demonstration"
        if is_casebook(folder / "casebook"):
            self.open_folder(folder / "casebook")
            return
        demonstrate, settings = self.demonstrate, self.session.settings
        if demonstrate is None:
            return

        def perform(progress: Progress) -> Path:
            return demonstrate(folder, settings, progress)

        self._run(perform, self.open_folder, self.tr("making the demonstration"))

    def ask_who(self) -> None:
        """Change who works."""
        casebook = self.session.casebook
        if casebook is not None:
            current = self.session.examiner
            self._ask_who(casebook.folder, tuple(casebook.examiners()), current.name if current is not None else "")

    def _run(self, verb: Callable[[Progress], Any], done: Callable[[Any], None], title: str) -> None:
        self._at_work = self.session.bench.run(self.window, verb, done, title=title)
        self.opening.emit(True)

    def _settled(self, operation: Operation) -> None:
        if operation is self._at_work:
            self._at_work = None
            self.opening.emit(False)

    def _enter(self, opened: _Opened, examiner: Examiner | None) -> None:
        who = examiner or opened.identity or self._evident(opened.known)
        self.session.enter(opened.casebook, who)
        self.entered.emit()
        if who is None:
            self._ask_who(opened.casebook.folder, opened.known, self.session.settings.examiner)

    def _evident(self, known: tuple[Examiner, ...]) -> Examiner | None:
        """Who works, where there can be no doubt: the settings name her, or the casebook knows one person only."""
        name = self.session.settings.examiner
        if name:
            return next((one for one in known if one.name == name), Examiner("", name))
        return known[0] if len(known) == 1 else None

    def _ask_who(self, folder: Path, known: tuple[Examiner, ...], suggested: str) -> None:
        dialog = SignInDialog(known, suggested, self.window, bench=self.session.bench, folder=folder)
        dialog.signed_in.connect(self.session.sign_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def free_folder(self) -> Path:
        """Where a new casebook may be made."""
        usual = self.session.settings.casebook
        taken = is_casebook(usual)
        return usual.with_name(f"{usual.name}-2") if taken else usual


def _whose(identity: str) -> Examiner | None:
    """The person of the identity that Settings name; nobody when its certificate cannot be read."""
    if not identity:
        return None
    from forensix.identity import keys

    try:
        return keys.who(Path(identity))
    except ForensixError:
        return None
