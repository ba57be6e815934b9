"""The second examiner's check list."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forensix.domain.case import Case, CaseKind
from forensix.gui.review_step import ReviewDialog
from forensix.gui.reviewing import Reviewing
from forensix.laboratory import review_checklist


def test_the_review_begins_at_its_first_question(qtbot: QtBot) -> None:
    case = Case("c", "i", "PM-0001", CaseKind.PM, "", datetime(2027, 3, 1, tzinfo=UTC))
    dialog = ReviewDialog(case, Reviewing("c", (), False, (), True, (), review_checklist.shipped()))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    boxes = list(dialog.answers.values())
    assert boxes[0].hasFocus()
    qtbot.keyClick(boxes[0], Qt.Key.Key_Down)
    assert boxes[0].currentData() is True
    qtbot.keyClick(boxes[0], Qt.Key.Key_Tab)
    assert boxes[1].hasFocus()
    required = [item for item in dialog.reviewing.items if item.required]
    for item in required[1:]:
        dialog.answers[item.name].setCurrentIndex(1)
    dialog.answers[required[0].name].setCurrentIndex(0)
    assert dialog.missing.text() == "Questions still open: 1."
