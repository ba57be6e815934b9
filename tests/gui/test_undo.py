"""Undo and redo of what was done to the view, and of how two radiographs are held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from forensix.domain.case import Radiograph
from forensix.domain.view import Window
from forensix.gui.compare import Mode
from forensix.gui.radiograph_column import RadiographColumn
from tests.gui.test_compare import ONE, OTHER, made, other, settled, shown_column


@pytest.fixture
def column(qtbot: QtBot) -> Iterator[RadiographColumn]:
    yield from shown_column(qtbot)


def test_everything_of_the_view_can_be_undone_and_done_again(column: RadiographColumn, qtbot: QtBot) -> None:
    view, first = column.view, column.view.look
    undo, redo = column.actions_by["undo"]
    steps = (
        *(one.trigger for one in (*column.view_actions[1:9], column.invert)),
        lambda: view.set_voi(Window(0.3, 0.4)),
        lambda: qtbot.keyClick(view, Qt.Key.Key_Left),
        lambda: view.set_colour_map("magma"),
        lambda: view.set_cut_off(0.25),
        column.heatmap.toggle,
        column.blocks.toggle,
    )
    column.heatmap.setEnabled(True)
    column.blocks.setEnabled(True)
    looks = [first]
    for step in steps:
        step()
        looks.append(view.look)
    assert len(set(map(repr, looks))) > 12
    last = view.look
    while undo.isEnabled():
        undo.trigger()
        assert view.look in looks
    assert view.look == first
    assert column.invert.isChecked() is False
    assert column.heatmap.isChecked() is True
    assert column.colours.currentText() == first.colour_map
    while redo.isEnabled():
        redo.trigger()
    assert view.look == last
    assert column.invert.isChecked() is True
    assert column.cut_off.value() == 25


def test_each_radiograph_keeps_its_history_while_others_are_looked_at(column: RadiographColumn) -> None:
    undo, redo = column.actions_by["undo"]
    view, first = column.view, column.view.look
    view.set_voi(Window(0.3, 0.4))
    view.turn(90.0)
    left = view.look
    column.show_nothing("opening")
    assert not undo.isEnabled()
    column.show_radiograph(Radiograph("r2", "s", "", "", "other.dcm", made(0.1)), OTHER, Window(0.0, 0.5))
    assert not undo.isEnabled()
    view.set_inverted(True)
    view.set_opacity(0.9)
    column.show_radiograph(Radiograph("r", "s", "", "", "hand.dcm", made(0.1)), ONE, Window(0.1, 0.9))
    assert view.look == replace(left, opacity=0.9), "as it was left, with the map as it is shown now"
    undo.trigger()
    assert (view.look.rotation, view.look.window.low) == (0.0, 0.3)
    undo.trigger()
    assert view.look.window == first.window
    redo.trigger()
    assert view.look.window.low == 0.3
    column.show_radiograph(Radiograph("r2", "s", "", "", "other.dcm", made(0.1)), OTHER, Window(0.0, 0.5))
    assert view.look.inverted
    assert undo.isEnabled()
    column.histories.forget()
    assert not undo.isEnabled()


def test_steps_of_a_comparison_that_was_left_touch_no_other_radiograph(column: RadiographColumn, qtbot: QtBot) -> None:
    view, second = column.view, column.stage.other
    column.compare_with(other())
    settled(qtbot, column)
    view.turn(90.0)
    column.stage.leave()
    column.compare_with(other())
    settled(qtbot, column)
    second.set_inverted(True)
    held = second.look
    while column.steps.canUndo() and column.steps.undoText() != "turn":
        column.steps.undo()
    held = second.look
    column.steps.undo()
    assert view.look.rotation == 0.0
    assert second.look == held


def test_the_menu_says_what_is_undone_and_a_drag_is_one_step(column: RadiographColumn, qtbot: QtBot) -> None:
    undo, redo = column.actions_by["undo"]
    view, before = column.view, column.view.look
    qtbot.mousePress(view, Qt.MouseButton.RightButton, pos=QPoint(100, 100))
    for x in range(110, 200, 10):
        qtbot.mouseMove(view, QPoint(x, 100))
    qtbot.mouseRelease(view, Qt.MouseButton.RightButton, pos=QPoint(200, 100))
    assert column.steps.count() == 1
    assert undo.text() == "&Undo window and level"
    undo.trigger()
    assert view.look == before
    assert redo.text() == "&Redo window and level"


def test_another_radiograph_has_its_own_steps(column: RadiographColumn) -> None:
    column.view.turn(90.0)
    column.show_radiograph(Radiograph("r2", "s", "", "", "two.dcm", made(None)), OTHER, Window(0, 1))
    assert not column.actions_by["undo"][0].isEnabled()


def test_how_two_are_held_against_each_other_can_be_taken_back_and_a_drag_of_the_slider_is_one_step(
    column: RadiographColumn, qtbot: QtBot
) -> None:
    undo, redo = column.actions_by["undo"]
    column.compare_with(other())
    settled(qtbot, column)
    assert not undo.isEnabled(), "showing two side by side is where it begins"
    flicker, blend = column.compare_actions[2:4]
    flicker.trigger()
    flicker.trigger()
    blend.trigger()
    for share in range(51, 90, 3):
        column.share.setValue(share)
    assert (column.steps.count(), undo.text()) == (3, "&Undo blending")
    undo.trigger()
    assert (column.stage.mode, column.share.value(), column.stage.together.share) == (Mode.BLEND, 50, 0.5)
    undo.trigger()
    assert column.stage.mode is Mode.FLICKER
    assert flicker.isChecked()
    assert not blend.isChecked()
    assert not column.share.isEnabled()
    undo.trigger()
    assert column.stage.mode is Mode.SIDE
    for _ in range(3):
        redo.trigger()
    assert (column.stage.mode, column.share.value()) == (Mode.BLEND, 87)


def test_steps_that_can_change_nothing_any_more_are_no_steps(column: RadiographColumn, qtbot: QtBot) -> None:
    undo, redo = column.actions_by["undo"]
    column.view.turn(90.0)
    column.compare_with(other())
    settled(qtbot, column)
    column.set_mode(Mode.BLEND)
    column.view.mirror()
    column.set_mode(Mode.FLICKER)
    column.step_back()
    assert undo.text() == "&Undo mirroring"
    undo.trigger()
    assert (column.view.look.flip, undo.text()) == (False, "&Undo turn")
    undo.trigger()
    assert column.view.look.rotation == 0.0
    assert not undo.isEnabled()
    redo.trigger()
    redo.trigger()
    assert (column.view.look.flip, redo.isEnabled()) == (True, False)
