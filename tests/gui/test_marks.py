"""Marks in the column: drawn by hand or by keys, kept at once, undone, shown again; another examiner's covered."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook import Act, Casebook
from forensix.domain.case import Examiner, Radiograph
from forensix.domain.mark import MarkKind, Shape
from forensix.domain.raster import raster_of
from forensix.domain.view import Window
from forensix.gui.bench import Bench
from forensix.gui.marking import Marking
from forensix.gui.radiograph_column import RadiographColumn
from forensix.gui.session import Session
from forensix.imaging import phantom
from forensix.laboratory import Laboratory
from tests.support.patience import PATIENCE_S

ANNA, BEN = Examiner("", "Anna Examiner"), Examiner("", "Ben Examiner")


class Desk:
    """A column on a real casebook with one made-up radiograph, and the bench that keeps its marks."""

    def __init__(self, folder: Path, bench: Bench, qtbot: QtBot) -> None:
        self.qtbot, self.bench = qtbot, bench
        self.settings = replace(settings.defaults(), casebook=folder)
        self.book = Casebook.open(folder)
        (self.radiograph,) = self.book.radiographs()
        self.session = Session(self.settings, bench)
        self.column = RadiographColumn()
        qtbot.addWidget(self.column)
        self.column.resize(640, 620)
        with qtbot.waitExposed(self.column):
            self.column.show()
        self.marking = Marking(self.session, self.column)
        self.sign_in(ANNA)

    def sign_in(self, examiner: Examiner) -> None:
        self.session.enter(self.book, examiner)
        self.show(self.radiograph)

    def show(self, radiograph: Radiograph) -> None:
        self.column.show_radiograph(radiograph, raster_of(np.full((400, 300), 0.5, np.float32)), Window(0, 1))
        self.marking.read()
        self.idle()

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.bench.operations())

    def click(self, *points: tuple[int, int]) -> None:
        for point in points:
            self.qtbot.mouseMove(self.column.view, QPoint(*point))
            self.qtbot.mouseClick(self.column.view, Qt.MouseButton.LeftButton, pos=QPoint(*point))
        self.idle()

    def action(self, name: str) -> QAction:
        return next(one for one in self.column.mark_actions if one.text().replace("&", "").startswith(name))

    def kept(self) -> list[Shape]:
        return [mark.shape for mark in self.book.marks(self.radiograph.id)]

    def kinds(self) -> list[str]:
        return [event.kind for event in self.book.events() if event.kind.startswith("mark_")]


@pytest.fixture(scope="module")
def received(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook with one made-up radiograph; not to be changed."""
    folder = tmp_path_factory.mktemp("received")
    file = folder / "hand.png"
    file.write_bytes(phantom.png(phantom.hand(22, size=(400, 300)), bits=8))
    book = Casebook.create(folder / "book", act=Act(ANNA), blind_first=True, synthetic=True)
    with Laboratory(book, replace(settings.defaults(), casebook=book.folder), ANNA) as laboratory:
        laboratory.open_case("PM-1", incident="Made-up flood")
        assert laboratory.receive("PM-1", [file]).received == 1
    return book.folder


@pytest.fixture
def at(received: Path, desk: Path, bench: Bench, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(shutil.copytree(received, desk), bench, qtbot)
    yield made
    assert made.session.close(PATIENCE_S)


def test_a_ruler_is_drawn_kept_and_shown_again(at: Desk) -> None:
    at.action("Ruler").trigger()
    assert "in pixels" in at.column.said.text()
    at.click((200, 100), (320, 260))
    shape = Shape(MarkKind.RULER, at.kept()[0].points)
    assert at.kept() == [shape]
    start, end = (at.column.view.from_radiograph(QPointF(*point)) for point in shape.points)
    assert (start - QPointF(200, 100)).manhattanLength() < 0.1
    assert (end - QPointF(320, 260)).manhattanLength() < 0.1
    at.show(at.radiograph)
    assert [mark.shape for mark in at.column.pen.marks] == [shape]
    at.column.pen.choose_next()
    assert ANNA.name in at.column.said.text()
    assert " px" in at.column.said.text()
    at.column.said.resize(120, at.column.said.height())
    assert "\N{HORIZONTAL ELLIPSIS}" in at.column.said.cut()


def test_by_keys_alone(at: Desk, qtbot: QtBot) -> None:
    view = at.column.view
    at.action("Arrow").trigger()
    for key in (Qt.Key.Key_Return, *[Qt.Key.Key_Right] * 5, *[Qt.Key.Key_Up] * 3, Qt.Key.Key_Space):
        qtbot.keyClick(view, key)
    at.idle()
    (arrow,) = at.kept()
    tail, tip = (view.from_radiograph(QPointF(*point)) for point in arrow.points)
    assert (tip - tail - QPointF(60, -36)).manhattanLength() < 0.1
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert at.column.pen.tool is None


def test_a_chosen_mark_is_moved_by_keys_as_one_step_and_taken_away(at: Desk, qtbot: QtBot) -> None:
    view = at.column.view
    at.action("Ruler").trigger()
    at.click((200, 100), (300, 200), (220, 220), (260, 240))
    at.action("Ruler").trigger()
    before, other = at.kept()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    chosen = at.column.pen.chosen_mark()
    assert chosen is not None and chosen.shape == before
    look = view.look
    for key, more in ((Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)):
        qtbot.keyPress(view, key, more)
        qtbot.keyPress(view, key, more)
        qtbot.keyRelease(view, key, more)
        at.idle()
    assert view.look == look, "the radiograph stays"
    moved = at.kept()[0]
    for start, end in zip(before.points, moved.points, strict=True):
        way = view.from_radiograph(QPointF(*end)) - view.from_radiograph(QPointF(*start))
        assert (way - QPointF(2, 20)).manhattanLength() < 0.1
    at.action("Undo").trigger()
    at.action("Undo").trigger()
    at.idle()
    assert at.kept() == [before, other] and at.kinds() == ["mark_set"] * 2 + ["mark_changed"] * 4
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyPress(view, Qt.Key.Key_Left)
    at.action("Take").trigger()
    at.idle()
    assert at.kept() == [before], "what the key had begun is kept before it is taken away"
    at.action("Undo").trigger()
    at.idle()
    assert len(at.kept()) == 2
    assert not at.column.pen.step(forward=True), "Tab leaves after the last"


@pytest.mark.parametrize("text", ["عظم سمسماني", "種子骨", "os sesamoideum — 3 mm?"])
def test_text_is_written_on_the_radiograph(at: Desk, qtbot: QtBot, text: str) -> None:
    at.action("Text").trigger()
    at.click((250, 150))
    field = at.column.view.findChild(QLineEdit)
    assert field is not None
    assert field.hasFocus() or not QApplication.activeWindow()
    field.setText(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    at.idle()
    assert [shape.text for shape in at.kept()] == [text]
    at.column.pen.choose_next()
    assert text in at.column.said.text()


def test_undo_and_redo_are_rows_of_their_own(at: Desk) -> None:
    undo, redo = at.action("Undo"), at.action("Redo")
    assert not undo.isEnabled()
    at.action("Ruler").trigger()
    at.click((200, 100), (300, 200))
    assert undo.text() == "&Undo ruler"
    first = at.kept()
    undo.trigger()
    at.idle()
    assert at.kept() == []
    assert at.column.pen.marks == []
    assert redo.text() == "&Redo ruler"
    redo.trigger()
    at.idle()
    assert at.kept() == first
    at.column.pen.choose_next()
    at.action("Take").trigger()
    at.idle()
    assert at.kept() == []
    undo.trigger()
    at.idle()
    assert at.kept() == first
    assert at.kinds() == ["mark_set", "mark_taken_away", "mark_set", "mark_taken_away", "mark_set"]
    assert not [finding for finding in at.book.verify() if finding.result == "failed"]


def test_a_mark_is_dragged_by_its_end_and_back_again(at: Desk, qtbot: QtBot) -> None:
    at.action("Ruler").trigger()
    at.click((200, 100), (300, 200))
    at.action("Ruler").trigger()
    view, (before,) = at.column.view, at.kept()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    qtbot.mouseMove(view, QPoint(310, 230))
    qtbot.mouseMove(view, QPoint(320, 240))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(320, 240))
    at.idle()
    (after,) = at.kept()
    assert after.points[0] == before.points[0]
    end = view.from_radiograph(QPointF(*after.points[1]))
    assert (end - QPointF(320, 240)).manhattanLength() < 0.1
    at.action("Undo").trigger()
    at.idle()
    assert at.kept() == [before]
    assert at.kinds() == ["mark_set", "mark_changed", "mark_changed"]


def test_marks_stay_on_the_bone_when_the_view_is_turned(at: Desk) -> None:
    at.action("Text").trigger()
    at.click((250, 150))
    field = at.column.view.findChild(QLineEdit)
    assert field is not None
    at.qtbot.keyClicks(field, "here")
    at.qtbot.keyClick(field, Qt.Key.Key_Return)
    at.idle()
    (shape,) = at.kept()
    for turn in (at.column.view.mirror, lambda: at.column.view.turn(90.0), lambda: at.column.view.turn(4.0)):
        turn()
        place = at.column.view.from_radiograph(QPointF(*shape.points[0]))
        back = at.column.view.to_radiograph(place)
        assert (back.x(), back.y()) == (pytest.approx(shape.points[0][0]), pytest.approx(shape.points[0][1]))
        at.column.pen.chosen = ""
        assert at.column.pen.press(place), "the mark is found where it is seen"
        at.column.pen.release(place)


def test_another_examiners_marks_are_covered_until_her_own_observation(at: Desk) -> None:
    at.action("Ruler").trigger()
    at.click((200, 100), (300, 200))
    at.sign_in(BEN)
    assert at.column.pen.marks == []
    assert "covered" in at.column.said.text()
    with Laboratory(at.book, at.settings, BEN) as laboratory:
        laboratory.observe(at.radiograph.id)
    at.show(at.radiograph)
    assert [mark.examiner for mark in at.column.pen.marks] == [ANNA.name]
    at.column.pen.choose_next()
    assert not at.action("Take").isEnabled(), "it is not hers to change"


def test_what_could_not_be_kept_is_not_shown(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at.book.folder.joinpath("casebook.db").rename(at.book.folder / "gone.db")
    at.action("Ruler").trigger()
    at.click((200, 100), (300, 200))
    at.book.folder.joinpath("gone.db").rename(at.book.folder / "casebook.db")
    at.show(at.radiograph)
    assert at.column.pen.marks == []
    assert not at.action("Undo").isEnabled()


def test_where_nothing_is_kept_there_are_no_tools(qtbot: QtBot) -> None:
    column = RadiographColumn()
    qtbot.addWidget(column)
    assert not any(one.isVisible() for one in column.actions_by["marks"])
