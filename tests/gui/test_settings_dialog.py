"""The settings dialog: each setting explained, nothing wrong saved, keys chosen without collisions, what changes estimates recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner
from forensix.gui import keys, theme
from forensix.gui.app import open_window
from forensix.gui.main_window import MainWindow
from forensix.gui.settings_dialog import SettingsDialog
from forensix.gui.shortcut_table import ShortcutSheet
from forensix.settings import Settings
from tests.support.patience import PATIENCE_MS, PATIENCE_S

NOT_IN_THE_DIALOG = {"saliency", "shortcuts"}  # chosen beside the heatmap; a tab of its own


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def window(qtbot: QtBot, desk: Path, file: Path, tiny_models: Path) -> Iterator[MainWindow]:
    chosen = replace(settings.defaults(), casebook=desk / "casebook", added_models=tiny_models, model="tiny-resnet18")
    window = open_window(chosen, settings_file=file)
    qtbot.addWidget(window)
    window.show()
    yield window
    keys.choose({})
    assert window.session.close(PATIENCE_S)


@pytest.fixture
def dialog(window: MainWindow) -> SettingsDialog:
    window.ask_settings()
    found = window.findChild(SettingsDialog)
    assert found is not None
    return found


def save(window: MainWindow, dialog: SettingsDialog, qtbot: QtBot) -> None:
    assert dialog.save_button.isEnabled(), dialog.notice.text.text()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: not window.session.bench.operations(), timeout=PATIENCE_MS)


def test_every_setting_is_there_with_its_sentence(dialog: SettingsDialog) -> None:
    assert set(dialog.fields) == {one.name for one in fields(Settings)} - NOT_IN_THE_DIALOG
    assert [name for name, field in dialog.fields.items() if not field.accessibleDescription().endswith(".")] == []


@pytest.mark.parametrize("wrong", ["0.5", "1", "nan", "much", ""])
def test_what_settings_refuse_cannot_be_saved(dialog: SettingsDialog, wrong: str) -> None:
    rule = dialog.fields["threshold"]
    assert isinstance(rule, QComboBox)
    rule.setCurrentText(wrong)
    assert not dialog.save_button.isEnabled()
    assert "threshold" in dialog.notice.text.text()
    rule.setCurrentText("0.85")
    assert dialog.save_button.isEnabled()
    assert not dialog.notice.isVisible()


def test_what_changes_estimates_is_said_saved_and_recorded(window: MainWindow, desk: Path, file: Path, qtbot: QtBot) -> None:
    book = Casebook.create(desk / "casebook", act=Act(actor=Examiner("", "Anna Examiner")))
    window.doors.open_folder(book.folder)
    qtbot.waitUntil(lambda: window.session.ready, timeout=PATIENCE_MS)
    window.ask_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    prior, threads = dialog.fields["prior_male"], dialog.fields["threads"]
    assert isinstance(prior, QLineEdit)
    assert isinstance(threads, QSpinBox)
    assert dialog.warning.text() == "", "nothing was changed yet"
    worn = dialog.fields["theme"]
    assert isinstance(worn, QComboBox)
    worn.setCurrentIndex(worn.findData("light"))
    assert dialog.warning.text() == "What you changed changes no estimate."
    prior.setText("0.4")
    threads.setValue(2)
    assert "Prior of male, Threads" in dialog.warning.text()
    save(window, dialog, qtbot)
    assert settings.load(file).prior_male == 0.4
    assert window.session.settings.prior_male == 0.4
    qtbot.waitUntil(lambda: book.events()[-1].kind == "settings_changed", timeout=PATIENCE_MS)
    assert book.events()[-1].details["changes"] == {"prior_male": {"old": "0.5", "new": "0.4"}, "threads": {"old": "1", "new": "2"}}


def test_theme_and_keys_are_put_on_at_once_and_come_back(window: MainWindow, dialog: SettingsDialog, file: Path, qtbot: QtBot) -> None:
    worn = dialog.fields["theme"]
    assert isinstance(worn, QComboBox)
    worn.setCurrentIndex(worn.findData("light"))
    table = dialog.shortcuts
    table.select("Ctrl+E")
    table.wanted.setKeySequence(QKeySequence("Ctrl+L"))
    table.use()
    assert "Lock observation" in table.notice.text.text()
    assert table.chosen == {}
    table.wanted.setKeySequence(QKeySequence("F9"))
    table.use()
    save(window, dialog, qtbot)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert theme.theme_of(app).name == "light"
    examine = next(one for one in keys.actions_of(window) if one.property(keys.SHIPPED) == "Ctrl+E")
    assert examine.shortcut() == QKeySequence("F9")
    assert "F9" in examine.toolTip()
    assert "F9" in window.panel.estimate.examine_button.toolTip()
    assert settings.load(file).shortcuts == {"Ctrl+E": "F9"}
    assert settings.load(file).theme == "light"


def test_a_key_given_away_is_free_for_another(dialog: SettingsDialog) -> None:
    table = dialog.shortcuts
    assert len(table.table.selectedItems()) == 1, "it is seen which action a key would be given to"
    table.select("Ctrl+L")
    table.take_away()
    table.select("Ctrl+E")
    table.wanted.setKeySequence(QKeySequence("Ctrl+L"))
    table.use()
    assert table.chosen == {"Ctrl+L": "", "Ctrl+E": "Ctrl+L"}
    table.select("Ctrl+L")
    table.restore()
    assert "belongs to" in table.notice.text.text()
    dialog.reject()


def test_what_cannot_be_written_is_not_put_on(window: MainWindow, dialog: SettingsDialog, file: Path, qtbot: QtBot) -> None:
    file.mkdir()
    worn = dialog.fields["page"]
    assert isinstance(worn, QComboBox)
    worn.setCurrentIndex(worn.findData("Letter"))
    save(window, dialog, qtbot)
    assert window.session.settings.page == "A4"
    assert "cannot be written" in window.first_start.notice.text.text()


def test_every_action_of_a_menu_has_a_key_and_stands_in_the_sheet(window: MainWindow, qtbot: QtBot) -> None:
    menus = [one.menu() for one in window.menuBar().actions()]
    inside = [action for menu in menus if menu is not None for action in menu.actions() if not action.isSeparator()]
    assert [one.text() for one in inside if one.shortcut().isEmpty() and one.menu() is None] == []
    window.menus.show_shortcuts()
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    assert sheet.table.topLevelItemCount() == len([one for one in keys.actions_of(window) if not one.shortcut().isEmpty()])
    sheet.search.setText("observation lock")
    rows = [sheet.table.topLevelItem(at) for at in range(sheet.table.topLevelItemCount())]
    assert [row.text(0) for row in rows if row is not None and not row.isHidden()] == ["Ctrl+L"]
    sheet.reject()
    QCoreApplication.processEvents()


def test_a_field_and_a_button_name_the_key_that_was_chosen(window: MainWindow) -> None:
    app = QApplication.instance()
    assert app is not None
    keys.choose({"Ctrl+K": "F7", "Esc": "F8", "Ctrl+F": ""})
    try:
        keys.follow(window)
        assert window.list.search.placeholderText() == "Search (F7)"
        assert window.list.search.toolTip().endswith("(F7)")
        assert window.status.cancel.toolTip().endswith("(F8)")
        assert "(" not in window.list.filter.box.toolTip()
    finally:
        keys.choose({})
        keys.follow(window)


def test_the_keyboard_goes_from_field_to_field(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.fields["threshold"].setFocus()
    for name in ("prior_male", "model", "device", "threads"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        field = dialog.fields[name]
        assert field.hasFocus() or field.isAncestorOf(QApplication.focusWidget()), name
    dialog.reject()
