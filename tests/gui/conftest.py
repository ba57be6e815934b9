"""A window for tests: offscreen unless a display was chosen, its settings in memory, nothing left behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partialmethod
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.gui import theme
from forensix.gui.app import open_window
from forensix.gui.bench import Bench
from tests.support.keyboard import Keys
from tests.support.patience import PATIENCE_MS, PATIENCE_S


@pytest.fixture(scope="session", autouse=True)
def settings_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The window's remembered geometry is not that of whoever runs the tests."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path_factory.mktemp("settings")))


@pytest.fixture(autouse=True, scope="session")
def reads_in_one_child(one_reader: None) -> None:
    """No laboratory here starts a child process of its own."""


@pytest.fixture(autouse=True)
def closes_without_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window of a test that failed is closed while work goes on in it: nobody is there to answer whether that shall be lost."""
    monkeypatch.setattr(QMessageBox, "question", lambda *about: QMessageBox.StandardButton.Yes)


@pytest.fixture(autouse=True)
def no_window_left(qapp: QApplication) -> Iterator[None]:
    """Fails a test that leaves a top-level widget behind."""
    qapp.setApplicationName("forensix-tests")
    theme.wear(qapp, "dark")
    before = set(qapp.topLevelWidgets())
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    left = [widget for widget in qapp.topLevelWidgets() if widget not in before]
    assert not left, f"top-level widgets left: {left}"


class PatientBot(QtBot):
    """Waits as long as other tests do where a test does not say how long; by itself it would give up after five seconds."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)  # noqa: N815
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE_MS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE_MS)  # noqa: N815


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench()
    yield bench
    assert bench.close(PATIENCE_S), "the worker did not end"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder of its own for a test's casebooks."""
    return tmp_path / "desk"


@pytest.fixture
def hand(qtbot: QtBot, tiny_models: Path, desk: Path) -> Iterator[Keys]:
    """Fingers on the keyboard of a window that was opened for the first time."""
    chosen = replace(settings.defaults(), casebook=desk / "casebook", added_models=tiny_models, model="tiny-resnet18", device="cpu")
    window = open_window(chosen)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Keys(window, qtbot)
    window.panel.show_row(None, ())
    assert window.session.close(PATIENCE_S)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What Qt says of where the tests run is true, and no fault: that no window manager is there, or that the locale is not UTF-8."""
    said = "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)|^Detected locale "
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.qt_log_ignore(said))


@pytest.fixture
def put_back(qapp: QApplication) -> Iterator[None]:
    """The window's language of before, after a test that changed it."""
    yield
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
