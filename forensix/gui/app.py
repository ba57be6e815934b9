"""The application: one window, shown before anything heavy is imported."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from forensix.domain.errors import ForensixError
from forensix.gui import keys, theme
from forensix.gui.bench import Bench
from forensix.gui.doors import Demonstrate
from forensix.gui.failure import FAULT, show_crash, show_failure
from forensix.gui.last_run import RunMark
from forensix.gui.main_window import MainWindow
from forensix.gui.session import Session, is_casebook
from forensix.settings import Settings, resources

EXIT_FAULT = 70
LAST_CASEBOOK = "casebook/last"


def run(casebook_folder: Path | None, settings: Settings, demonstrate: Demonstrate | None = None, settings_file: Path | None = None) -> int:
    """Open the window and stay until it is closed; the exit code.

    Parameters
    ----------
    casebook_folder : Path or None
        A casebook to open at once; None opens the one that Settings name, if it is there, else the first start.
    demonstrate : callable or None
        Makes the demonstration; without it that door is not offered.
    settings_file : Path or None
        Where changed settings are saved; None is the user's own file.
    """
    app = application(settings)
    mark = RunMark()
    last = mark.begin()
    mark.catch_faults()
    window = open_window(settings, casebook_folder or remembered(), demonstrate, settings_file)
    sys.excepthook = crash_hook(window)
    window.session.opened.connect(lambda: remember(window, mark))
    if last is not None:
        window.states.say_last_run(last)
    window.adopting.look_for_refusal()
    window.show()
    code = app.exec()
    mark.end()
    return EXIT_FAULT if app.property(FAULT) else code


def application(settings: Settings) -> QApplication:
    """The one QApplication, in its theme and with its icon."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("forensix")
    app.setOrganizationName("forensix")
    app.setDesktopFileName("forensix")
    theme.wear(app, settings.theme, settings.text_size)
    keys.choose(settings.shortcuts)
    translate(app, settings.language, resources() / "translations")
    icon = resources() / "icons" / "forensix-256.png"
    if icon.is_file():
        app.setWindowIcon(QIcon(str(icon)))
    return app


def translate(app: QApplication, language: str, folder: Path) -> bool:
    """Put on a language and its direction of writing; without its file the text stays English. Whether it was put on."""
    translator = QTranslator(app)
    if not translator.load(str(folder / f"forensix_{language}.qm")):
        return False
    own = QTranslator(app)  # of Qt's own buttons and dialogs
    if own.load(QLocale(language), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(own)
    app.setLayoutDirection(QLocale(language).textDirection())
    return app.installTranslator(translator)


def remembered() -> Path | None:
    """The casebook that was open last, wherever it is now."""
    folder = str(QSettings().value(LAST_CASEBOOK) or "")
    return Path(folder) if folder else None


def remember(window: MainWindow, mark: RunMark) -> None:
    """Open this casebook the next time too."""
    casebook = window.session.casebook
    if casebook is not None:
        QSettings().setValue(LAST_CASEBOOK, str(casebook.folder))
        mark.note(casebook.folder)


def open_window(
    settings: Settings,
    casebook_folder: Path | None = None,
    demonstrate: Demonstrate | None = None,
    settings_file: Path | None = None,
) -> MainWindow:
    """The main window, not shown yet; a casebook to begin with is opened on the bench."""
    bench = Bench()
    session = Session(settings, bench)
    window = MainWindow(session, demonstrate, settings_file)
    bench.setParent(window)
    session.setParent(window)
    folder = casebook_folder or (settings.casebook if is_casebook(settings.casebook) else None)
    if folder is not None:
        window.doors.open_folder(folder)
    return window


def crash_hook(window: MainWindow) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What becomes of an exception in a slot: expected failures and bugs end as those of the bench do."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, ForensixError):
            show_failure(window, error)
        elif issubclass(kind, KeyboardInterrupt):
            window.close()
        else:
            show_crash(window, error)

    return hook
