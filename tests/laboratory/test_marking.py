"""Marks: kept at once, kept for ever, and another examiner's covered until one's own observation is locked."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from forensix.casebook.casebook import Casebook
from forensix.casebook.codec import to_json
from forensix.casebook.connection import connect
from forensix.domain.custody import verify_chain
from forensix.domain.errors import CaseConflict
from forensix.domain.mark import MarkKind, Shape
from forensix.laboratory import Laboratory
from tests.laboratory.conftest import ANNA

RULER = Shape(MarkKind.RULER, ((10.0, 20.0), (40.5, 60.25)))
ARABIC = Shape(MarkKind.TEXT, ((5.0, 6.0),), "عظم سمسماني — 種子骨 🦴")


@pytest.fixture
def radiograph(anna: Laboratory, radiographs: Path) -> str:
    anna.open_case("PM-1", incident="Made-up flood")
    return anna.receive("PM-1", [radiographs / "plain.png"]).items[0].radiograph


def kinds(book: Casebook, radiograph: str) -> list[str]:
    return [event.kind for event in book.events(book.case_of(radiograph).id) if event.kind.startswith("mark_")]


def test_marks_are_there_again_when_the_casebook_is_opened_again(anna: Laboratory, book: Casebook, radiograph: str) -> None:
    made = [anna.mark(radiograph, shape) for shape in (RULER, ARABIC)]
    again = Casebook.open(book.folder).marks(radiograph)
    assert again == made
    assert [mark.shape for mark in again] == [RULER, ARABIC]
    assert {mark.examiner for mark in again} == {ANNA.name}
    assert all(mark.at.tzinfo is not None for mark in again)


def test_every_step_is_a_row_and_an_event_and_undone_steps_stay(anna: Laboratory, book: Casebook, radiograph: str) -> None:
    made = anna.mark(radiograph, RULER)
    other = Shape(MarkKind.RULER, ((0.0, 0.0), (1.0, 1.0)))
    anna.mark(radiograph, other, made.id)
    anna.mark(radiograph, RULER, made.id, undone=True)
    anna.take_mark_away(radiograph, made.id)
    assert book.marks(radiograph) == []
    anna.mark(radiograph, RULER, made.id, undone=True)
    assert [mark.shape for mark in book.marks(radiograph)] == [RULER]
    assert kinds(book, radiograph) == ["mark_set", "mark_changed", "mark_changed", "mark_taken_away", "mark_set"]
    with contextlib.closing(connect(book.folder / "casebook.db")) as database:
        rows = [row["shape"] for row in database.query("SELECT shape FROM marks ORDER BY event")]
    assert rows == [to_json(RULER), to_json(other), to_json(RULER), "", to_json(RULER)]
    undone = [event.details.get("undone", False) for event in book.events() if event.kind.startswith("mark_")]
    assert undone == [False, False, True, False, True]
    verify_chain(book.events())
    assert not [finding for finding in book.verify() if finding.result == "failed"]


def test_custody_names_no_text_of_a_mark(anna: Laboratory, book: Casebook, radiograph: str) -> None:
    anna.mark(radiograph, Shape(MarkKind.TEXT, ((1.0, 1.0),), "surely a male"))
    assert "surely" not in str([event.details for event in book.events()])


def test_another_examiners_marks_are_covered_until_ones_own_observation(
    anna: Laboratory, ben: Laboratory, book: Casebook, radiograph: str
) -> None:
    made = anna.mark(radiograph, ARABIC)
    seen = ben.marks_for(radiograph)
    assert (seen.marks, seen.covered) == ((), 1)
    with pytest.raises(CaseConflict, match="no such mark"):
        ben.take_mark_away(radiograph, made.id)
    own = ben.mark(radiograph, RULER)
    seen = ben.marks_for(radiograph)
    assert (seen.marks, seen.covered) == ((own,), 1)
    ben.observe(radiograph)
    seen = ben.marks_for(radiograph)
    assert [mark.examiner for mark in seen.marks] == [anna.actor.name, ben.actor.name]
    assert seen.covered == 0
    with pytest.raises(CaseConflict, match="belongs"):
        ben.take_mark_away(radiograph, made.id)
    with pytest.raises(CaseConflict, match="belongs"):
        ben.mark(radiograph, RULER, made.id)
    assert [mark.id for mark in anna.marks_for(radiograph).marks] == [made.id], "Anna has not observed: Ben's mark is covered for her"


def test_marks_reach_no_estimate(anna: Laboratory, radiograph: str) -> None:
    before = anna.casebook.radiograph(radiograph)
    anna.mark(radiograph, RULER)
    assert anna.casebook.radiograph(radiograph) == before
    assert anna.pixels(radiograph).shape == (before.acquisition.rows, before.acquisition.columns)


def test_taking_away_what_is_not_there_is_refused(anna: Laboratory, radiograph: str) -> None:
    made = anna.mark(radiograph, RULER)
    anna.take_mark_away(radiograph, made.id)
    with pytest.raises(CaseConflict, match="no such mark"):
        anna.take_mark_away(radiograph, made.id)
