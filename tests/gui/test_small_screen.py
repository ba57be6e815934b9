"""A laptop of 1366 x 768 at 200 %: on 683 x 384 every dialog fits, and each of its buttons is reached by the keyboard."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SMALL = """
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from forensix import settings
from forensix.domain.case import Case, CaseKind
from forensix.gui.app import open_window
from forensix.gui.first_start import CreateCasebookDialog
from forensix.gui.identity_dialog import IdentityDialog
from forensix.gui.receive_dialog import ReceiveDialog
from forensix.gui.sign_in_dialog import SignInDialog

app, desk = QApplication([]), Path(sys.argv[1])
window = open_window(replace(settings.defaults(), casebook=desk / "casebook"))
window.show()
app.processEvents()
assert window.width() < 700 and window.height() < 400, window.size()
for dialog in (
    CreateCasebookDialog(desk, "Anna Examiner", window),
    SignInDialog([], "Anna Examiner", window),
    ReceiveDialog([desk / "hands"], [], [], None, window),
    IdentityDialog(window.session, desk, window),
):
    dialog.show()
    dialog.activateWindow()
    app.processEvents()
    assert dialog.height() <= 344 and dialog.width() <= 675, (dialog, dialog.size())
    seen = set()
    for _ in range(40):
        QTest.keyClick(app.focusWidget() or dialog, Qt.Key.Key_Tab)
        app.processEvents()
        focus = app.focusWidget()
        place = QRect(focus.mapTo(dialog, QPoint(0, 0)), focus.size())
        assert dialog.rect().contains(place.center()), (dialog, focus, place)
        seen.add(focus)
    buttons = [one for one in dialog.findChildren(QPushButton) if one.isEnabled() and one.isVisible()]
    assert buttons and set(buttons) <= seen, (dialog, [one.text() for one in set(buttons) - seen])
    dialog.reject()
assert window.session.close(30)
print("all of it")
"""


def test_every_button_is_reached_on_a_small_screen(tmp_path: Path) -> None:
    """On a made-up screen, which the offscreen plugin reads once in a process."""
    screen = {"name": "tent", "x": 0, "y": 0, "width": 683, "height": 384, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    (tmp_path / "screens.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    given = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SMALL, str(tmp_path)], env=given, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "all of it", done.stderr
