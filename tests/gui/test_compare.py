"""Two radiographs compared."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from forensix.casebook import ListedRadiograph
from forensix.domain.case import Acquisition, Case, CaseKind, Radiograph, Side, Specimen
from forensix.domain.raster import raster_of
from forensix.domain.view import Window
from forensix.gui.compare import Mode, Shown
from forensix.gui.comparing import ChooseDialog
from forensix.gui.radiograph_column import RadiographColumn
from forensix.gui.view_actions import LettersFirst
from forensix.gui.worklist_model import Row
from tests.gui.test_radiograph_view import shot

RNG = np.random.default_rng(9)
ONE, OTHER = (raster_of(RNG.random(size, dtype=np.float32)) for size in ((700, 500), (900, 640)))


def made(spacing: float | None, trusted: bool = True) -> Acquisition:
    return Acquisition(pixel_spacing_mm=None if spacing is None else (spacing, spacing), spacing_trusted=spacing is not None and trusted)


def shown_column(qtbot: QtBot) -> Iterator[RadiographColumn]:
    """A column that shows one radiograph."""
    column = RadiographColumn()
    qtbot.addWidget(column)
    column.resize(840, 620)
    with qtbot.waitExposed(column):
        column.show()
    column.show_radiograph(Radiograph("r", "s", "", "", "hand.dcm", made(0.1)), ONE, Window(0.1, 0.9))
    yield column
    column.stage.leave()


@pytest.fixture
def column(qtbot: QtBot) -> Iterator[RadiographColumn]:
    yield from shown_column(qtbot)


def other(spacing: float | None = 0.2) -> Shown:
    return Shown("PM-2 other.dcm", made(spacing), OTHER, Window(0.0, 0.5))


def settled(qtbot: QtBot, column: RadiographColumn) -> None:
    qtbot.waitUntil(lambda: column.stage.other.width() > 100 and column.stage.other.isVisible())


def test_the_way_out_of_a_comparison_is_in_sight(column: RadiographColumn, qtbot: QtBot) -> None:
    column.compare_with(other())
    settled(qtbot, column)
    [out] = [one for one in column.compare_bar.findChildren(QToolButton) if one.accessibleName() == "Leave the comparison"]
    assert out.isVisible()
    out.click()
    assert not column.stage.comparing and not column.compare_bar.isVisible()


def test_compared_views_move_turn_and_window_together(column: RadiographColumn, qtbot: QtBot) -> None:
    column.compare_with(other())
    settled(qtbot, column)
    view, second = column.view, column.stage.other
    before = view.look, second.look
    view.zoom(2.0)
    assert second.look.scale == pytest.approx(2 * before[1].scale)
    view.pan(30, -20)
    held = view.look, second.look
    second.pan(11, 7)
    assert (view.look.left, view.look.top) == (held[0].left - 11, held[0].top - 7)
    view.turn(90.0)
    view.mirror()
    assert (second.look.rotation, second.look.flip) == (view.look.rotation, view.look.flip)
    column.invert.trigger()
    assert second.look.inverted
    view.set_voi(Window(0.1, 0.5))
    assert (second.look.window.low, second.look.window.high) == (pytest.approx(0.0), pytest.approx(0.25))
    while column.steps.canUndo():
        column.steps.undo()
    assert (view.look, second.look) == before
    column.compare_actions[-1].trigger()
    view.turn(90.0)
    assert second.look.rotation == 0.0


def test_millimetres_are_matched_only_where_both_are_calibrated(column: RadiographColumn, qtbot: QtBot) -> None:
    column.compare_with(other(0.2))
    settled(qtbot, column)
    assert 0.1 / column.view.look.scale == pytest.approx(0.2 / column.stage.other.look.scale)
    assert "millimetres" in column.scale.text()
    assert column.scale.isVisible()
    assert column.scale.width() >= column.scale.fontMetrics().horizontalAdvance(column.scale.text())
    column.compare_with(other(None))
    assert column.stage.other.look.fitted
    assert "cannot be compared" in column.scale.text()


def test_fit_and_reset_keep_the_two_at_one_scale_and_what_is_said_is_what_is_shown(column: RadiographColumn, qtbot: QtBot) -> None:
    column.compare_with(other(0.2))
    settled(qtbot, column)
    view, second = column.view, column.stage.other
    first = view.look, second.look
    for back in (view.fit, second.fit, view.reset, second.reset):
        view.zoom(3.0)
        view.turn(30.0)
        view.mirror()
        view.set_voi(Window(0.3, 0.4))
        back()
        assert 0.1 / view.look.scale == pytest.approx(0.2 / second.look.scale)
        assert column.scale.text().strip() == "same scale in millimetres"
    assert [(look.rotation, look.flip, look.voi) for look in (view.look, second.look)] == [(0.0, False, look.voi) for look in first]
    column.compare_actions[-1].trigger()
    second.zoom(2.0)
    assert "2.00 times" in column.scale.text()


def test_blended_and_flickering_show_both_in_one_place(column: RadiographColumn, qtbot: QtBot) -> None:
    column.compare_with(other())
    settled(qtbot, column)
    stage = column.stage
    column.set_mode(Mode.BLEND)
    qtbot.waitUntil(lambda: not stage.other.isVisible())
    qtbot.waitUntil(lambda: column.view.width() > 800)
    pictures = []
    for share in (0, 100, 50):
        column.share.setValue(share)
        stage.other.sharpen()
        pictures.append(shot(column.view).astype(float))
    first, second, both = pictures
    column.view.sharpen()
    assert np.abs(first - second).max() > 60
    np.testing.assert_allclose(both, (first + second) / 2, atol=2)
    column.set_mode(Mode.FLICKER)
    np.testing.assert_array_equal(shot(column.view), first)
    assert column.stage.title.text() == "hand.dcm"
    stage._change_over()
    stage.other.sharpen()
    np.testing.assert_array_equal(shot(column.view), second)
    assert column.stage.title.text() == "PM-2 other.dcm"
    assert stage._timer.interval() >= 334, "no more than three changes a second"


TWO_SCREENS = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.gui.test_compare import ONE, made, other
from forensix.domain.case import Radiograph
from forensix.domain.view import Window
from forensix.gui.radiograph_column import RadiographColumn

app = QApplication([])
column = RadiographColumn()
column.resize(840, 620)
column.show()
column.show_radiograph(Radiograph("r", "s", "", "", "hand.dcm", made(0.1)), ONE, Window(0.1, 0.9))
column.compare_with(other())
app.processEvents()
stage, (*_, apart, linked) = column.stage, column.compare_actions
assert apart.isEnabled() and stage.other.window() is column
apart.trigger()
app.processEvents()
assert stage.side.isWindow() and stage.side.isVisible() and stage.side.screen() is not column.screen() and apart.isChecked()
assert "screens may differ" in stage.scale_said
column.view.zoom(2.0)
assert abs(stage.other.look.scale / column.view.look.scale - 2.0) < 1e-6
stage.side.close()
app.processEvents()
assert stage.comparing and stage.other.window() is column and stage.other.isVisible() and not apart.isChecked()
apart.trigger()
column.step_back()
app.processEvents()
assert not stage.comparing and not stage.side.isVisible() and stage.side.window() is column
print("both screens")
"""


def test_the_second_goes_to_a_second_screen_and_comes_back(tmp_path: Path) -> None:
    """On a made-up list of two screens, which the offscreen plugin reads once in a process."""
    screens = [
        {"name": name, "x": left, "y": 0, "width": wide, "height": high, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, left, wide, high in (("laptop", 0, 1366, 768), ("desk", 1366, 1920, 1080))
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    given = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"}
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS], env=given, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "both screens", done.stderr


def test_without_a_second_screen_it_is_not_offered(column: RadiographColumn, qtbot: QtBot) -> None:
    column.compare_with(other())
    settled(qtbot, column)
    assert not column.compare_actions[4].isEnabled()
    column.stage.set_apart(True)
    assert not column.stage.apart


def test_escape_leaves_the_comparison(column: RadiographColumn, qtbot: QtBot) -> None:
    column.compare_with(other())
    settled(qtbot, column)
    assert column.compare_bar.isVisible()
    assert column.step_back()
    assert not column.stage.comparing
    assert not column.stage.other.isVisible()
    assert not column.compare_bar.isVisible()
    assert not column.step_back()


def test_what_was_fitted_is_fitted_again_after_the_comparison(column: RadiographColumn, qtbot: QtBot) -> None:
    view = column.view
    scale = view.look.scale
    column.compare_with(other())
    settled(qtbot, column)
    assert view.look.scale < scale
    column.stage.leave()
    qtbot.waitUntil(lambda: view.look.scale == scale)
    assert view.look.fitted
    view.zoom(2.0)
    column.compare_with(other())
    settled(qtbot, column)
    column.stage.leave()
    assert not view.look.fitted


def test_the_second_is_chosen_by_keys(qtbot: QtBot) -> None:
    dialog = ChooseDialog([row("PM-1", "left.dcm"), row("PM-2", "right.dcm"), row("AM-7", "left too.dcm")])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClicks(dialog.search, "left")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.currentItem().text().startswith("AM-7")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert chosen.args[0].case.number == "AM-7"


def row(number: str, name: str) -> Row:
    now = datetime.now(UTC)
    listed = ListedRadiograph(name, "s", "", name, now, Side.LEFT, "PA", ())
    return Row(Case(number, "i", number, CaseKind.PM, "", now), Specimen("s", number, "hand"), listed, "received")


def test_a_letter_in_a_box_with_choices_is_no_shortcut(qtbot: QtBot) -> None:
    window, column = QWidget(), RadiographColumn()
    column.show_radiograph(Radiograph("r", "s", "", "", "hand.dcm", made(0.1)), ONE, Window(0.1, 0.9))
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    box = QComboBox()
    box.addItems(["Male", "Female"])
    row.addWidget(box)
    row.addWidget(column)
    LettersFirst(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_F)
    assert (box.currentText(), column.view.look.flip) == ("Female", False)
    column.view.setFocus()
    qtbot.keyClick(column.view, Qt.Key.Key_F)
    assert (box.currentText(), column.view.look.flip) == ("Female", True)


def test_every_action_has_a_key_and_says_it(column: RadiographColumn) -> None:
    actions = [one for group in column.actions_by.values() for one in group]
    keys = [one.shortcut().toString() for one in actions]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    for one in actions:
        assert one.toolTip().endswith(f"({one.shortcut().toString(one.shortcut().SequenceFormat.NativeText)})")
