"""Settings: each with the sentence that says what it does; what is wrong cannot be saved, and what changes estimates says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from forensix.gui.failure import Notice, sentence_of
from forensix.gui.parts import Sheet, button, label, scrolling, size_within
from forensix.gui.shortcut_table import ShortcutTable
from forensix.settings import ESTIMATING, Settings, SettingsRefused, resources

RULES = ("0.95", "0.85", "0.75")


class SettingsDialog(QDialog):
    """Every change is put through `Settings` itself as it is made; only settings that it takes can be saved."""

    saved = Signal(object)
    """The new `Settings`."""

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Settings"))
        self.settings = settings
        self.notice = Notice()
        self.warning = label("", wrap=True, says=self.tr("What saving changes"))
        self.fields: dict[str, QWidget] = {}
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Kinds of settings"))
        for title, make in (
            (self.tr("&Estimates"), self._estimates),
            (self.tr("&Window"), self._window),
            (self.tr("&Reports and people"), self._reports),
            (self.tr("&Folders"), self._folders),
        ):
            self.tabs.addTab(self._page(make), title)
        self.shortcuts = ShortcutTable(window, settings.shortcuts)
        self.shortcuts.setAutoFillBackground(True)  # as the other pages, which scroll
        self.tabs.addTab(self.shortcuts, self.tr("&Shortcuts"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.warning)
        column.addWidget(self.buttons)
        self.shortcuts.changed.connect(self._follow)
        size_within(self, 680, 560)
        self._follow()

    def chosen(self) -> Settings:
        """The settings as they stand in the dialog.

        Raises
        ------
        SettingsRefused
        """
        values: dict[str, Any] = {name: _value_of(field) for name, field in self.fields.items()}
        for name in ("threshold", "prior_male"):
            values[name] = _number(name, str(values[name]))
        for name in ("casebook", "added_models"):
            values[name] = Path(str(values[name])).expanduser()
        return replace(self.settings, **values, shortcuts=dict(self.shortcuts.chosen))

    def changes(self, chosen: Settings) -> list[str]:
        """The names of the settings that would change estimates."""
        return [name for name in ESTIMATING if getattr(chosen, name) != getattr(self.settings, name)]

    # Making

    def _page(self, make: Callable[[QVBoxLayout], None]) -> QWidget:
        sheet = Sheet()
        rows = QVBoxLayout(sheet)
        rows.setSpacing(3)
        make(rows)
        rows.addStretch(1)
        return scrolling(sheet, fields=True)

    def _add(self, rows: QVBoxLayout, name: str, title: str, sentence: str, field: QWidget, row: QWidget | None = None) -> None:
        """One setting: its field, and below it what it does."""
        field.setAccessibleName(title)
        field.setAccessibleDescription(sentence)
        field.setToolTip(sentence)
        self.fields[name] = field
        line = QHBoxLayout()
        heading = label(title, "heading")
        heading.setMinimumWidth(130)
        line.addWidget(heading)
        line.addWidget(row or field, 1)
        rows.addLayout(line)
        rows.addWidget(label(sentence, "faint", wrap=True))
        rows.addSpacing(8)
        for signal in ("currentTextChanged", "textChanged", "valueChanged"):
            if hasattr(field, signal):
                getattr(field, signal).connect(self._follow)
                return

    def _estimates(self, rows: QVBoxLayout) -> None:
        settings = self.settings
        rule = _choices([(value, value) for value in RULES], f"{settings.threshold:g}", editable=True)
        sentence = self.tr("How probable male or female must be, at the prior, before it is said; below it the outcome is indeterminate.")
        self._add(rows, "threshold", self.tr("Decision rule"), sentence, rule)
        sentence = self.tr("The probability of male before the radiograph was seen. It moves the posterior, never the likelihood ratio.")
        self._add(rows, "prior_male", self.tr("Prior of male"), sentence, QLineEdit(f"{settings.prior_male:g}"))
        names = [("", self.tr("the one that ships as default")), *((name, name) for name in _models(settings))]
        sentence = self.tr("The network that examines from now on. What was examined keeps its own.")
        self._add(rows, "model", self.tr("Model"), sentence, _choices(names, settings.model))
        devices = [("auto", self.tr("auto: the reference path, the CPU")), ("cpu", "cpu"), ("cuda", "cuda"), ("mps", "mps")]
        sentence = self.tr("Where the network computes. Reports rest on the CPU; a GPU is taken only where its driver answers.")
        self._add(rows, "device", self.tr("Device"), sentence, _choices(devices, settings.device))
        threads = QSpinBox(minimum=1, maximum=64, value=settings.threads)
        sentence = self.tr("Threads of the CPU. Another number may change the last digits, so it is recorded with each examination.")
        self._add(rows, "threads", self.tr("Threads"), sentence, threads)

    def _window(self, rows: QVBoxLayout) -> None:
        settings = self.settings
        themes = [("dark", self.tr("dark")), ("light", self.tr("light"))]
        sentence = self.tr("Dark for reading radiographs, light for a bright tent.")
        self._add(rows, "theme", self.tr("Theme"), sentence, _choices(themes, settings.theme))
        size = QSpinBox(minimum=80, maximum=200, singleStep=10, value=settings.text_size, suffix=" %")
        sentence = self.tr("Size of the text, in per cent of what the system gives; the columns are laid out for it at the next start.")
        self._add(rows, "text_size", self.tr("Text size"), sentence, size)
        sentence = self.tr("Language of the window from the next start; what is not translated stays English. Reports stay English.")
        self._add(rows, "language", self.tr("Language"), sentence, _choices(languages(), settings.language))

    def _reports(self, rows: QVBoxLayout) -> None:
        settings = self.settings
        sentence = self.tr("Paper size of reports.")
        self._add(rows, "page", self.tr("Paper"), sentence, _choices([("A4", "A4"), ("Letter", "Letter")], settings.page))
        sentence = self.tr("The agency under which new incidents are kept, and the name suggested for a new site authority.")
        self._add(rows, "agency", self.tr("Agency"), sentence, QLineEdit(settings.agency))
        sentence = self.tr("Where reports are issued: it stands in the report beside the time.")
        self._add(rows, "place", self.tr("Place"), sentence, QLineEdit(settings.place))
        sentence = self.tr("Who works when a casebook is opened, without being asked; claimed until a key is unlocked.")
        self._add(rows, "examiner", self.tr("Your full name"), sentence, QLineEdit(settings.examiner))
        identity = QLineEdit(settings.identity)
        sentence = self.tr("Your signing identity, a .p12 file, offered first when you sign.")
        self._add(rows, "identity", self.tr("Identity"), sentence, identity, self._with_chooser(identity, folder=False))

    def _folders(self, rows: QVBoxLayout) -> None:
        settings = self.settings
        casebook = QLineEdit(str(settings.casebook))
        sentence = self.tr("The casebook that opens when the window starts. Changing it moves nothing.")
        self._add(rows, "casebook", self.tr("Casebook"), sentence, casebook, self._with_chooser(casebook, folder=True))
        models = QLineEdit(str(settings.added_models))
        sentence = self.tr("Where models lie that you added, beside those that ship.")
        self._add(rows, "added_models", self.tr("Added models"), sentence, models, self._with_chooser(models, folder=True))

    def _with_chooser(self, field: QLineEdit, *, folder: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(field, 1)

        def ask() -> None:
            dialog = QFileDialog(self, self.tr("Choose"), field.text())
            dialog.setFileMode(QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile)
            dialog.fileSelected.connect(field.setText)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        line.addWidget(button(self.tr("Choose \N{HORIZONTAL ELLIPSIS}"), self.tr("Choose another place"), ask))
        return row

    # Following

    def _follow(self) -> None:
        try:
            chosen = self.chosen()
        except SettingsRefused as error:
            field = self.fields.get(error.subject)
            titled = sentence_of(error) if field is None else f"{field.accessibleName()}: {sentence_of(error)}"
            self.notice.say(titled, failed=True)
            self.save_button.setEnabled(False)
            self.warning.setText(self.tr("Nothing can be saved until this is mended."))
            return
        self.notice.clear()
        self.save_button.setEnabled(chosen != self.settings)
        changed = self.changes(chosen)
        said = self.tr("This changes estimates made from now on ({names}); the custody log records it. What was examined keeps its own.")
        titles = ", ".join(self.fields[name].accessibleName() for name in changed if name in self.fields)
        harmless = self.tr("What you changed changes no estimate.") if chosen != self.settings else ""
        self.warning.setText(said.format(names=titles) if changed else harmless)

    def _save(self) -> None:
        if self.save_button.isEnabled():
            self.saved.emit(self.chosen())
            self.accept()


def languages() -> list[tuple[str, str]]:
    """Code and own name of every language that the window speaks, English first."""
    codes = sorted(path.stem.removeprefix("forensix_") for path in (resources() / "translations").glob("forensix_*.qm"))
    return [("en", "English"), *((code, QLocale(code).nativeLanguageName()) for code in codes)]


def _models(settings: Settings) -> list[str]:
    folders = [folder for parent in settings.model_folders() if parent.is_dir() for folder in parent.iterdir()]
    return sorted({folder.name for folder in folders if (folder / "card.toml").is_file()})


def _choices(choices: list[tuple[str, str]], chosen: str, *, editable: bool = False) -> QComboBox:
    made = QComboBox(editable=editable)
    for value, words in choices:
        made.addItem(words, value)
    if made.findData(chosen) < 0:
        made.addItem(chosen, chosen)
    made.setCurrentIndex(made.findData(chosen))
    return made


def _value_of(field: QWidget) -> Any:
    if isinstance(field, QSpinBox):
        return field.value()
    if isinstance(field, QComboBox):
        return field.currentText() if field.isEditable() else field.currentData()
    assert isinstance(field, QLineEdit)
    return field.text().strip()


def _number(name: str, text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError as error:
        raise SettingsRefused(f"The setting {name} is no number: {text}.", "Give it a number, as in 0.95.", name) from error
