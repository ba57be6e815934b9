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
from forensix.gui.settings_dialog import SettingsDialog
from forensix.settings import ESTIMATING, Settings

if TYPE_CHECKING:
    from forensix.gui.main_window import MainWindow


class Adopting(QObject):
    """What cannot be saved is not put on."""

    def __init__(self, window: MainWindow, file: Path | None) -> None:
        super().__init__(window)
        self.window = window
        self.file = file

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

        def save(progress: Progress) -> Settings:
            settings.save(chosen, self.file)
            return chosen

        self.window.session.bench.run(self.window, save, self._put_on, title=self.tr("saving the settings"))

    def _put_on(self, chosen: Settings) -> None:
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
