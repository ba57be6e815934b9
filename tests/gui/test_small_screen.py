"""A laptop of 1366 x 768 at 125 to 200 %: down to 683 x 384 the window and its dialogs fit, and all in them is reached."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.keyboard import Keys

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


WINDOW = """
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QScrollBar
)
from forensix import settings
from forensix.gui import theme
from forensix.gui.app import open_window, translate
from forensix.gui.failure import Notice

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit, QPlainTextEdit)
app = QApplication([])
theme.wear(app, "dark")
assert translate(app, "de", settings.resources() / "translations")
window = open_window(replace(settings.defaults(), casebook=Path(sys.argv[1]) / "casebook"))
room = window.screen().availableGeometry().size()

def around(widget):
    while (widget := widget.parentWidget()) is not None:
        yield widget

def look(where):
    for _ in range(5):
        app.processEvents()
    assert window.width() <= room.width() and window.height() <= room.height() - 40, (where, window.size(), window.minimumSizeHint())
    controls = [one for kind in CONTROLS for one in window.findChildren(kind) if one.isVisible() and one.window() is window]
    assert len(controls) > 2, where
    for one in controls:
        if isinstance(one, QScrollBar) or any(isinstance(part, QScrollBar) for part in around(one)):
            continue
        for area in (part for part in around(one) if isinstance(part, QScrollArea)):
            middle = one.mapTo(area.widget(), one.rect().center())
            area.ensureVisible(middle.x(), middle.y(), 5, 5)
        app.processEvents()
        middle = one.mapTo(window, one.rect().center())
        for part in around(one):
            assert QRect(part.mapTo(window, QPoint(0, 0)), part.size()).contains(middle), (where, one, one.accessibleName(), part)

window.show()
look("first start")
window.first_start.notice.say("What happened, and what to do next. " * 12)
look("first start with a notice")
window.pages.setCurrentWidget(window.work)
window.synthetic.show()
look("work")
for notice in window.findChildren(Notice):
    notice.say("What happened, and what to do next. " * 12, failed=True)
window.list.unfinished.offer("A batch was cut short: 12 of 40 radiographs were examined.")
window.list.filter.strip.show()
window.column.compare_bar.show()
status = window.status
for part in (status.progress, status.left, status.pause, status.cancel):
    part.show()
status.left.setText("noch etwa 12 Minuten")
status.examiner.setText("Dr. Anna Maria Examiner-Langenfeld (Untersuchende, mit Schlüssel)")
for tab in range(window.right.count()):
    window.right.setCurrentIndex(tab)
    look(f"all at once, tab {tab}")
assert room.width() > 700 or status.examiner.cut() != status.examiner.text()
assert status.cancel.width() >= status.cancel.sizeHint().width()
assert window.session.close(30)
print("all of it")
"""


def done_on(width: int, height: int, script: str, desk: Path) -> subprocess.CompletedProcess[str]:
    """Run a script on a made-up screen, which the offscreen plugin reads once in a process."""
    screen = {"name": "tent", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    (desk / "screens.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    given = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={desk / 'screens.json'}", "XDG_CONFIG_HOME": str(desk)}
    root = Path(__file__).parents[2]
    return subprocess.run([sys.executable, "-c", script, str(desk)], env=given, cwd=root, capture_output=True, text=True, check=False)


def test_every_button_is_reached_on_a_small_screen(tmp_path: Path) -> None:
    done = done_on(683, 384, SMALL, tmp_path)
    assert done.stdout.strip() == "all of it", done.stderr


@pytest.mark.parametrize(("width", "height"), [(683, 384), (910, 512), (1092, 614)])
def test_the_window_is_no_larger_than_its_screen_and_all_in_it_can_be_reached(width: int, height: int, tmp_path: Path) -> None:
    """1366 x 768 at 200, 150 and 125 %, in German, with everything said that takes room."""
    done = done_on(width, height, WINDOW, tmp_path)
    assert done.stdout.strip() == "all of it", done.stderr


def test_a_side_column_is_put_away_and_comes_back_where_it_is_gone_to(hand: Keys) -> None:
    window = hand.window
    window.pages.setCurrentWidget(window.work)
    wide = window.column.width()
    for column, switch, back in (
        (window.list, window.sides.worklist_action, window.list.look_for),
        (window.right, window.sides.examination_action, window.sides.examination_action),
    ):
        switch.trigger()
        hand.qtbot.waitUntil(lambda: window.column.width() > wide)
        assert column.isHidden() and not switch.isChecked()
        back.trigger()
        assert not column.isHidden() and switch.isChecked()
    window.right.hide()
    window.right.go_to(window.right.custody)
    assert not window.right.isHidden() and window.sides.examination_action.isChecked()


def test_what_is_done_in_the_examination_is_not_done_while_it_is_put_away(hand: Keys) -> None:
    window, done = hand.window, []
    window.pages.setCurrentWidget(window.work)
    act = window.sides.in_sight(lambda: done.append(True))
    window.right.hide()
    act()
    assert not done and not window.right.isHidden()
    act()
    assert done
