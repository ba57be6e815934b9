"""The number scheme and the clock in the window: what is typed is checked at once, and each act stands in custody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.casebook.clock import Clock
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import CaseConflict
from forensix.gui.bench import Bench
from forensix.gui.clock_dialog import CompareClockDialog, ConfirmClockDialog
from forensix.gui.scheme_dialog import SchemeDialog
from forensix.gui.session import Session
from forensix.laboratory import Laboratory
from forensix.laboratory.numbering import scheme_of
from tests.support.keyboard import Keys
from tests.support.patience import PATIENCE_MS

ANNA = Examiner("", "Anna Examiner")
NOON = datetime(2026, 11, 21, 12, 0, 1, 400_000, UTC)
MOMENTS = [("12:00", "1.4 s ahead"), ("12:00:03", "1.6 s behind"), ("2026-11-20 12:00:01.4", "86400.0 s ahead")]


class Ahead(Clock):
    """A clock that is an hour ahead."""

    def now(self) -> datetime:
        return super().now() + timedelta(hours=1)


@pytest.fixture
def book(desk: Path) -> Casebook:
    book = Casebook.create(desk / "book", act=Act(actor=ANNA))
    with Laboratory(book, settings.defaults(), ANNA) as laboratory:
        for number in ("PM-0001", "PM-7"):
            laboratory.open_case(number, incident="Flood")
    return book


@pytest.fixture
def session(book: Casebook, bench: Bench, qtbot: QtBot) -> Iterator[Session]:
    session = Session(settings.defaults(), bench)
    session.enter(book, ANNA)
    yield session
    session.sign_in(ANNA)
    idle(session, qtbot)


def idle(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.bench.operations(), timeout=PATIENCE_MS)


def closed(dialog: QDialog) -> bool:
    """Whether a dialog that goes when it is closed has been closed."""
    return not shiboken6.isValid(dialog) or not dialog.isVisible()


def test_a_scheme_is_tried_as_it_is_typed_and_set_with_what_does_not_follow_it(session: Session, book: Casebook, qtbot: QtBot) -> None:
    dialog = SchemeDialog(session, "Flood")
    qtbot.addWidget(dialog)
    dialog.show()
    idle(session, qtbot)
    assert dialog.now.text() == "none: any number is taken"
    dialog.masks.setPlainText("PM")
    assert not dialog.act_button.isEnabled()
    assert "no mask of case numbers" in dialog.missing.text()
    dialog.masks.setPlainText("PM-####\nAM-####")
    dialog.example.setText("PM-12")
    assert "PM-12 does not follow it" in dialog.verdict.text()
    dialog.example.setText("AM-0012")
    assert dialog.verdict.text() == "AM-0012 follows the scheme."
    assert dialog.effect.text().endswith("Given before, not following it, and left as they are: PM-7.")
    said: list[str] = []
    dialog.told.connect(said.append)
    dialog.act_button.click()
    idle(session, qtbot)
    assert not dialog.isVisible()
    assert said == ["The number scheme of Flood is set. Not following it, and left as they are: PM-7."]
    assert scheme_of(book, "Flood").masks == ("PM-####", "AM-####")
    assert book.events()[-1].actor == ANNA.name


def test_a_scheme_that_is_taken_away_lets_any_number_in(session: Session, book: Casebook, qtbot: QtBot) -> None:
    book.noted("numbering_set", Act(actor=ANNA), incident="Flood", masks=["PM-####"])
    dialog = SchemeDialog(session, "Flood")
    qtbot.addWidget(dialog)
    dialog.show()
    idle(session, qtbot)
    assert (dialog.now.text(), dialog.masks.toPlainText()) == ("PM-####", "PM-####")
    assert dialog.missing.text() == "Nothing is changed yet."
    dialog.masks.clear()
    assert "any number is taken" in dialog.effect.text()
    dialog.act_button.click()
    idle(session, qtbot)
    assert scheme_of(book, "Flood").fits("whatever")


def test_who_may_not_set_a_scheme_is_told_in_the_dialog(session: Session, book: Casebook, qtbot: QtBot) -> None:
    session.sign_in(Examiner("", "Ada Auditor", Role.AUDITOR))
    dialog = SchemeDialog(session, "Flood")
    qtbot.addWidget(dialog)
    dialog.show()
    idle(session, qtbot)
    dialog.masks.setPlainText("PM-#")
    dialog.act_button.click()
    idle(session, qtbot)
    assert dialog.isVisible()
    assert "role auditor may not set number scheme" in dialog.notice.text.text()
    assert dialog.act_button.isEnabled()


def test_a_casebook_that_is_gone_is_said_in_the_dialog(session: Session, book: Casebook, qtbot: QtBot) -> None:
    dialog = ConfirmClockDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    idle(session, qtbot)
    dialog.reason.setText("compared with the radio clock")
    book.folder.rename(book.folder.with_name("moved"))
    dialog.act_button.click()
    idle(session, qtbot)
    assert dialog.isVisible()
    assert "book" in dialog.notice.text.text()
    book.folder.with_name("moved").rename(book.folder)
    dialog.act_button.click()
    idle(session, qtbot)
    assert not dialog.isVisible()


@pytest.mark.parametrize(("typed", "said"), MOMENTS)
def test_the_moment_that_is_taken_gives_the_difference(session: Session, qtbot: QtBot, typed: str, said: str) -> None:
    dialog = CompareClockDialog(session, now=lambda: NOON)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.shown.setText(typed)
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(dialog.difference.text()))
    assert said in dialog.difference.text()
    dialog.shown.setText("25:00")
    assert dialog.difference.text() == ""
    dialog.take.click()
    qtbot.waitUntil(lambda: "This is no time" in dialog.difference.text())
    assert not dialog.act_button.isEnabled()
    idle(session, qtbot)


def test_a_comparison_is_made_by_keyboard_and_offered_the_next_time(hand: Keys, desk: Path) -> None:
    Casebook.create(desk / "book", act=Act(actor=ANNA))
    hand.window.doors.open_folder(desk / "book")
    hand.idle()
    hand.press("Ctrl+B, C")
    dialog = hand.dialog(CompareClockDialog)
    assert isinstance(dialog, CompareClockDialog)
    hand.idle()
    hand.tab_to(dialog.reference)
    hand.write("GPS GX-2")
    hand.press("Tab")
    assert dialog.shown.hasFocus()
    typed = datetime.now(UTC).astimezone() - timedelta(seconds=90)
    hand.write(typed.strftime("%H:%M:%S"))
    hand.press("Return")
    hand.qtbot.waitUntil(dialog.within.hasFocus)
    assert dialog.isVisible(), "Enter in the field takes the moment and records nothing yet"
    assert dialog.ahead is not None
    assert 90 <= dialog.ahead <= (datetime.now(UTC) - typed).total_seconds() + 1.1, "what was typed had no fractions"
    hand.press("Return")
    hand.qtbot.waitUntil(partial(closed, dialog))
    hand.idle()
    hand.back()
    assert "compared with GPS GX-2: this computer's clock was" in hand.window.list.notice.text.text()
    event = Casebook.open(desk / "book").events()[-1]
    assert (event.kind, event.actor, event.details["within_s"]) == ("clock_compared", ANNA.name, "1")
    hand.press("Ctrl+B, C")
    again = hand.dialog(CompareClockDialog)
    assert isinstance(again, CompareClockDialog)
    hand.idle()
    assert again.reference.itemText(0) == "GPS GX-2"
    assert "Anna Examiner: compared with GPS GX-2" in again.last.text()
    hand.press("Escape")
    hand.qtbot.waitUntil(partial(closed, again))
    hand.back()


def test_a_clock_that_was_wrong_is_confirmed_and_signing_is_free_again(session: Session, book: Casebook, qtbot: QtBot) -> None:
    ahead = Casebook.open(book.folder, clock=Ahead())
    ahead.noted("clock_compared", Act(actor=ANNA), reference="r", ahead_s="0", within_s="1")
    with pytest.raises(CaseConflict, match="before the last act"):
        book.check_clock()
    dialog = ConfirmClockDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    idle(session, qtbot)
    assert "stands before the last act" in dialog.doubt.text()
    assert not dialog.act_button.isEnabled()
    dialog.reason.setText("compared with the radio clock")
    dialog.act_button.click()
    idle(session, qtbot)
    assert not dialog.isVisible()
    book.check_clock()
    assert book.events()[-1].reason == "compared with the radio clock"
