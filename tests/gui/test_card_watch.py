"""A smart card in the window: how it stands is said before its PIN is typed, and one that cannot be used is not offered to sign."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from forensix.casebook.casebook import Casebook
from forensix.domain.case import Role
from forensix.gui.report_dialog import ReportDialog
from forensix.gui.session import Session
from forensix.gui.sign_in_dialog import SignInDialog
from forensix.identity.authority import SiteAuthority
from forensix.identity.cards import Card
from tests.gui.test_disclosing import ANNA, NUMBER, SECRET, book, idle, reported, session
from tests.support.patience import PATIENCE_MS
from tests.support.soft_card import PIN, raise_flag, soft_card

__all__ = ["book", "reported", "session"]


def on_card(book: Casebook, module: str) -> Path:
    """Anna's key is on a card from now on."""
    for file in (book.folder / "identities").glob("anna-examiner.*"):
        file.unlink()
    return SiteAuthority.open(book.folder, SECRET).issue_for_card(ANNA.name, Role.EXAMINER, "", Card(module, "anna"), PIN)


def test_how_a_card_stands_is_said_before_its_pin_is_typed(session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot) -> None:
    with soft_card(tmp_path / "hsm", "anna") as module:
        path = on_card(book, module)
        dialog = ReportDialog(session, book.case(NUMBER))
        qtbot.addWidget(dialog)
        dialog.show()
        idle(session, qtbot)
        assert dialog.key.card.line.text.text() == "The card anna is in the reader."
        assert dialog.key.secret.hasFocus()
        dialog.key.secret.setText("000000")
        dialog.sign.click()
        idle(session, qtbot)
        assert "PIN does not open the card anna" in dialog.notice.text.text()
        assert "A wrong PIN was typed at the card anna" in dialog.key.card.line.text.text()
        dialog.key.secret.setText(PIN)
        assert dialog.sign.isEnabled()
        raise_flag(tmp_path / "hsm", "anna", "USER_PIN_LOCKED")
        dialog.key.card.look()
        idle(session, qtbot)
        assert "The card anna is locked" in dialog.key.card.line.text.text()
        assert not dialog.sign.isEnabled()
        Card(module, "another").write(path)
        qtbot.waitUntil(lambda: "The card another is in no reader" in dialog.key.card.line.text.text(), timeout=PATIENCE_MS)
        dialog.reject()


def test_who_works_is_not_asked_for_the_pin_of_a_card_that_is_not_there(
    session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot
) -> None:
    with soft_card(tmp_path / "hsm", "anna") as module:
        path = on_card(book, module)
        Card(module, "gone").write(path)
        dialog = SignInDialog([ANNA], bench=session.bench, folder=book.folder)
        qtbot.addWidget(dialog)
        dialog.show()
        idle(session, qtbot)
        dialog.key.setCurrentIndex(1)
        dialog.secret.setText(PIN)
        idle(session, qtbot)
        assert "The card gone is in no reader" in dialog.card.line.text.text()
        assert not dialog.enter.isEnabled()
        Card(module, "anna").write(path)
        qtbot.waitUntil(dialog.enter.isEnabled, timeout=PATIENCE_MS)
        dialog.key.setCurrentIndex(0)
        assert dialog.card.isHidden()
        dialog.reject()
