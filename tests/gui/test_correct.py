"""A radiograph that was received into the wrong case, from the window: what the dialog asks and says, and where the work goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Case, CaseKind, Incident
from forensix.gui import wording
from forensix.gui.correct_dialog import CorrectDialog
from forensix.gui.main_window import MainWindow
from forensix.gui.receive_dialog import ReceiveDialog
from forensix.gui.worklist_model import Column, EmptyCase, Filter, Only
from forensix.laboratory import Laboratory
from forensix.laboratory.acts import new_id, now
from forensix.laboratory.moving import Moved
from forensix.settings import Settings
from tests.gui.test_second_examiner import ANNA, BASIS, book, chosen, concluded, idle, texts, window

__all__ = ["book", "chosen", "concluded", "window"]
WHY = "the labels were swapped"


def opened(book: Casebook, number: str, incident: str = "Made-up incident") -> Case:
    return book.open_case(Incident(new_id(), incident), Case(new_id(), "", number, CaseKind.PM, "", now()), Act(actor=ANNA))


def asked(window: MainWindow) -> CorrectDialog:
    window.receiving.ask_correct()
    dialog = window.findChild(CorrectDialog)
    assert dialog is not None
    return dialog


def test_it_goes_into_the_right_case_and_the_work_goes_on_there(window: MainWindow, book: Casebook, qtbot: QtBot) -> None:
    opened(book, "PM-0002")
    row = window.list.current()
    assert row is not None
    dialog = asked(window)
    assert dialog.case.currentText() == "PM-0001"
    assert dialog.becomes.text() == "Received into the wrong case? Choose the right one."
    assert dialog.focusWidget() is dialog.side  # whose it is is not changed in passing
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(dialog.case, wheel)
    assert dialog.case.currentText() == "PM-0001"
    dialog.part.setText("right hand")
    dialog.case.setCurrentText("PM-0002")
    assert "it is withdrawn from case PM-0001" in dialog.becomes.text()
    QApplication.processEvents()
    assert dialog.becomes.height() >= dialog.becomes.heightForWidth(dialog.becomes.width())  # nothing of it is cut off
    assert "received into case PM-0002, to be observed and examined there" in dialog.becomes.text()
    assert not any(group.isEnabled() for group in dialog._others)  # the part is another radiograph's too
    assert dialog.changes() == (("radiograph", row.radiograph.id, "case", "PM-0002"),)
    assert not dialog.correct.isEnabled()
    dialog.reason.setText(WHY)
    dialog.correct.click()
    idle(window, qtbot)

    [gone] = book.withdrawals(book.case("PM-0001").id)
    assert (gone.radiograph.id, gone.reason) == (row.radiograph.id, WHY)
    assert book.specimens(book.case("PM-0001").id)[0].label == row.specimen.label
    current = window.list.current()
    assert current is not None
    assert (current.radiograph.id, current.case.number, current.state) == (gone.received_as, "PM-0002", "received")
    assert sorted(one.case.number for one in window.list.model.rows) == ["PM-0001", "PM-0002"]
    said = window.list.notice.text.text()
    assert f"{row.radiograph.file_name} is withdrawn from case PM-0001" in said
    assert "received into case PM-0002 as part" in said
    window.right.setCurrentIndex(2)
    idle(window, qtbot)
    assert "had been received into case PM-0001 by mistake; its estimate had been seen" in texts(window)
    assert BASIS not in texts(window)


def test_a_case_whose_radiographs_were_all_withdrawn_is_found_and_can_be_worked_on(
    window: MainWindow, book: Casebook, chosen: Settings, qtbot: QtBot
) -> None:
    opened(book, "PM-0002")
    with Laboratory(book, chosen, ANNA) as laboratory:
        for item in book.radiographs():
            laboratory.correct("radiograph", item.id, "case", "PM-0002", WHY)
    window.look_again()
    idle(window, qtbot)
    worklist, old = window.list, book.case("PM-0001")
    assert worklist.model.rowCount() == 3 and {row.case.number for row in worklist.model.rows} == {"PM-0002"}
    assert "cases without a radiograph: 1" in worklist.count.text()

    worklist.filter.choose(Filter(Only.EMPTY))
    idle(window, qtbot)
    current = worklist.current()
    assert isinstance(current, EmptyCase) and current.case.id == old.id and worklist.model.rowCount() == 1
    assert "no radiograph" in worklist.model.index(0, Column.STATE).data()
    assert "hand-21.dcm was withdrawn from case PM-0001 and is in case PM-0002 now." in window.column.view.message
    assert "Receive files into it" in window.column.view.message and "PM-0001" in window.panel.title.text()
    assert worklist.selected() == [] and not window.panel.observation.isEnabled() and not window.panel.report.sign_button.isEnabled()
    window.receiving.examine_selected()
    window.look_again()
    idle(window, qtbot)
    assert worklist.current() is not None and window.column.radiograph is None

    worklist.filter.choose(Filter())
    worklist.search.setText("PM-0001")
    assert worklist.model.rowCount() == 1
    window.right.go_to(window.right.custody)
    idle(window, qtbot)
    assert "PM-0001" in window.right.custody.title.text() and window.right.custody.moments
    dialog = asked(window)
    assert not dialog.side.isVisible()
    assert dialog.focusWidget() is dialog.number and not dialog.correct.isEnabled()
    dialog.number.setText("PM-0001a")
    dialog.reason.setText(WHY)
    assert dialog.changes() == (("case", old.id, "number", "PM-0001a"),)
    dialog.correct.click()
    idle(window, qtbot)
    worklist.search.clear()
    assert "PM-0001a" in {one.case.number for one in worklist.model.empty}


def test_a_case_that_is_not_open_and_one_of_another_incident_are_said(window: MainWindow, book: Casebook) -> None:
    opened(book, "X-1", "Another incident")
    dialog = asked(window)
    dialog.reason.setText(WHY)
    for number in ("PM-0099", "", " "):
        dialog.case.setCurrentText(number)
        assert dialog.missing.text() == f"There is no case {number.strip()} in this casebook."
        assert "forensix case open" in dialog.becomes.text()
        assert not dialog.correct.isEnabled()
    dialog.case.setCurrentText("X-1")
    assert "Case X-1 is of another incident: Another incident." in dialog.becomes.text()
    assert dialog.correct.isEnabled()
    dialog.case.setCurrentText("PM-0001")
    assert dialog.missing.text() == "Nothing is changed yet."
    dialog.reject()


def typed(line: QLineEdit, text: str) -> str:
    line.clear()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    return line.text()


def test_the_beginning_of_a_number_is_not_made_into_a_number(window: MainWindow, book: Casebook) -> None:
    cases = [opened(book, "PM-10"), opened(book, "PM-100")]
    receive = ReceiveDialog([Path("a.dcm")], cases, book.incidents(), None, window)
    correct = asked(window)
    for dialog in (receive, correct):
        dialog.show()
        line = dialog.case.lineEdit()
        assert line is not None
        assert typed(line, "PM-1") == "PM-1"
        assert typed(line, "PM-10") == "PM-10"
        dialog.reject()


@pytest.mark.parametrize(
    ("put_back", "version", "may_report", "words"),
    [
        (False, 0, True, "received into case B as part left hand: observe and examine it there."),
        (True, 0, True, "It is back in case B; what was done with it there counts again."),
        (False, 2, True, "Version 2 of the report on case A holds this radiograph and stays as issued"),
        (False, 2, True, "Issue a new version, which states the withdrawal."),
        (False, 2, False, "Nothing concluded is left there for a new version."),
    ],
)
def test_what_became_of_it_is_said_in_words(put_back: bool, version: int, may_report: bool, words: str) -> None:
    moved = Moved("hand.dcm", "A", "B", "id", "left hand", put_back, (), version, may_report)
    assert words in wording.moved_words(moved)
    assert ("report" in wording.moved_words(moved)) == bool(version)
