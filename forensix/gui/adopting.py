"""Settings from the dialog into the work: saved first, then put on at once, and recorded where they change estimates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from forensix import settings
from forensix.gui import keys, theme
from forensix.gui.bench import Progress
from forensix.gui.failure import show_failure
from forensix.gui.settings_dialog import SettingsDialog
from forensix.settings import ESTIMATING, Settings, SettingsRefused

if TYPE_CHECKING:
    from forensix.gui.main_window import MainWindow


class Adopting(QObject):
    """What cannot be saved is not put on."""

    def __init__(self, window: MainWindow, file: Path | None) -> None:
        super().__init__(window)
        self.window = window
        self.file = file
        self.refused = False
        """Whether the file is one that could not be used: then nothing is written over it."""

    def ask(self) -> None:
        dialog = SettingsDialog(self.window.session.settings, self.window)
        dialog.saved.connect(self.adopt)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def change_theme(self) -> None:
        """Between dark and light, from now on."""
        chosen = self.window.session.settings
        self.adopt(replace(chosen, theme="light" if chosen.theme == "dark" else "dark"))

    def adopt(self, chosen: Settings) -> None:
        """Save settings, then work with them."""
        file, refused = self.file, self.refused

        def save(progress: Progress) -> tuple[Settings, Path | None]:
            aside = settings.set_aside(file) if refused else None
            settings.save(chosen, file)
            return chosen, aside

        self.window.session.bench.run(self.window, save, self._put_on, title=self.tr("saving the settings"))

    def look_for_refusal(self) -> None:
        """Say that the window works with the defaults because its settings file is refused, and offer the ways out."""
        try:
            settings.load(self.file)
        except SettingsRefused as error:
            self.refused = True
            self.window.states.say_settings(error, self._lines(), mend=self.mend, aside=self.put_aside)

    def mend(self) -> None:
        """Keep what of the refused file can be used; the file itself is kept beside it."""
        self.window.states.leave()
        try:
            chosen, _ = settings.usable(self.file)
        except SettingsRefused as error:
            show_failure(self.window, error)
            return
        self.adopt(chosen)

    def put_aside(self) -> None:
        """Go on with the defaults from now on; the refused file is kept under another name."""
        self.window.states.leave()
        self.adopt(self.window.session.settings)

    def _lines(self) -> str:
        """The lines of the refused file that cannot be used."""
        try:
            return "\n".join(settings.usable(self.file)[1])
        except SettingsRefused as error:
            return error.message

    def _put_on(self, answer: tuple[Settings, Path | None]) -> None:
        chosen, aside = answer
        if aside is not None:
            self.refused = False
            self.window.notice.say(self.tr("The settings file that could not be used is kept as {path}.").format(path=aside))
        session = self.window.session
        before = session.settings
        session.adopt(chosen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.wear(app, chosen.theme, chosen.text_size)
        keys.choose(chosen.shortcuts)
        keys.follow(self.window)
        self.window.status.say_device(chosen.device)
        if any(getattr(before, name) != getattr(chosen, name) for name in ESTIMATING):
            self.window.right.model.forget()
            self._record(before, chosen)

    def _record(self, before: Settings, after: Settings) -> None:
        if self.window.session.ready:
            self.window.session.act(
                self.window,
                lambda laboratory, progress: laboratory.record_settings(before, after),
                lambda changed: self.window.warm_up(),
                title=self.tr("recording the settings"),
            )
