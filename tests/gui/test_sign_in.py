"""Who works: by name as claimed, or by a key that is unlocked."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from forensix.domain.case import Examiner, Role
from forensix.gui.bench import Bench
from forensix.gui.sign_in_dialog import SignInDialog
from forensix.identity.authority import SiteAuthority

SECRET = "four words make it"


@pytest.fixture
def dialog(bench: Bench, tmp_path: Path, qtbot: QtBot) -> SignInDialog:
    SiteAuthority.create(tmp_path, "Made-up site", SECRET).issue("Ada Examiner", Role.EXAMINER, "osteologist", SECRET)
    dialog = SignInDialog([Examiner("a", "Anna Examiner")], bench=bench, folder=tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.key.count() == 2)
    return dialog


def test_a_name_is_claimed(dialog: SignInDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.signed_in) as said:
        dialog.enter.click()
    assert said.args is not None
    assert (said.args[0].name, said.args[1]) == ("Anna Examiner", "claimed")
    assert not dialog.isVisible()


def test_what_is_known_of_one_person_is_not_left_to_the_next(dialog: SignInDialog) -> None:
    known = Examiner("", "Ada Examiner", Role.REVIEWER, "osteologist")
    dialog._known = {known.name: known}
    dialog.name.setEditText("Ada Examiner")
    assert (dialog.role.currentData(), dialog.qualification.text()) == (Role.REVIEWER, "osteologist")
    dialog.name.setEditText("Ben")
    assert (dialog.role.currentData(), dialog.qualification.text()) == (Role.EXAMINER, "")
    dialog.qualification.setText("radiographer")
    dialog.name.setEditText("Ben Reviewer")
    assert dialog.qualification.text() == "radiographer"


def test_a_key_proves_who_works(dialog: SignInDialog, qtbot: QtBot) -> None:
    dialog.key.setCurrentIndex(1)
    assert dialog.key.currentText() == "by the key of Ada Examiner"
    assert not dialog.name.isVisible()
    assert not dialog.enter.isEnabled()
    assert dialog.missing.text() == "The passphrase of the identity is needed."
    dialog.secret.setText("wrong")
    dialog.enter.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "does not open" in dialog.notice.text.text()
    assert dialog.isVisible()
    dialog.secret.setText(SECRET)
    with qtbot.waitSignal(dialog.signed_in) as said:
        dialog.enter.click()
    assert said.args is not None
    assert (said.args[0].name, said.args[0].qualification, said.args[1]) == ("Ada Examiner", "osteologist", "key")
