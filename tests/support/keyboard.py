"""Work in the window by keyboard alone: only keys are sent, to whatever has the focus."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from forensix.gui.main_window import MainWindow
from tests.support.patience import PATIENCE_MS

MOST_TABS = 60


class Keys:
    """Fingers on a keyboard."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    def press(self, keys: str) -> None:
        """A key or chord, or several one after the other ("Ctrl+B, N"), to whatever has the focus."""
        sequence = QKeySequence(keys)
        for at in range(sequence.count()):
            target = QApplication.focusWidget() or QApplication.activeWindow() or self.window
            self.qtbot.keyClick(target, sequence[at].key(), sequence[at].keyboardModifiers())

    def write(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        self.qtbot.keyClicks(focus, text)

    def tab_to(self, widget: QWidget, key: str = "Tab") -> int:
        """Press Tab until a control has the focus; how often."""
        for presses in range(MOST_TABS):
            if QApplication.focusWidget() is widget:
                return presses
            self.press(key)
        raise AssertionError(f"{widget.accessibleName()} cannot be reached with {key}")

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.session.bench.operations(), timeout=PATIENCE_MS)

    def back(self, to: QWidget | None = None) -> None:
        """A dialog has closed: what a window manager does then, and the offscreen screen does not."""
        top = to or self.window
        top.activateWindow()
        self.qtbot.waitUntil(top.isActiveWindow, timeout=PATIENCE_MS)

    def dialog(self, kind: type[QDialog]) -> QDialog:
        def found() -> QDialog | None:
            return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)

        self.qtbot.waitUntil(lambda: found() is not None, timeout=PATIENCE_MS)
        dialog = found()
        assert dialog is not None
        self.back(dialog)
        return dialog
