"""The worklist: searched, sorted by the order of work, and keeping its place when it is read again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Acquisition, Case, CaseKind, Examiner, Incident, Radiograph, Side, Specimen
from forensix.gui.bench import Bench
from forensix.gui.case_list import CaseList
from forensix.gui.session import Session
from forensix.gui.worklist_model import Column

ANNA = Examiner("anna", "Anna Examiner")
NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)


def keep(book: Casebook, number: str, incident: str, files: dict[str, Side]) -> None:
    act = Act(actor=ANNA)
    parent = next((one for one in book.incidents() if one.name == incident), Incident(f"i-{incident}", incident))
    case = book.open_case(parent, Case(f"c-{number}", parent.id, number, CaseKind.PM, "", NOW), act)
    for name, side in files.items():
        data = name.encode()
        specimen = Specimen(f"s-{name}", case.id, f"{side.value} hand {name}", side=side)
        found = Acquisition(rows=10, columns=8)
        radiograph = Radiograph(f"r-{name}", specimen.id, book.evidence.admit(data), "f" * 64, name, found, NOW, side)
        book.receive(specimen, radiograph, act)


@pytest.fixture
def worklist(bench: Bench, desk: Path, qtbot: QtBot) -> Iterator[CaseList]:
    book = Casebook.create(desk / "book", act=Act(actor=ANNA))
    keep(book, "PM-0002", "Flood", {"a.dcm": Side.LEFT, "b.dcm": Side.RIGHT})
    keep(book, "PM-0001", "Fire", {"c.dcm": Side.LEFT})
    session = Session(settings.defaults(), bench)
    session.casebook = book
    worklist = CaseList(session)
    qtbot.addWidget(worklist)
    worklist.refresh()
    return worklist


def names(worklist: CaseList) -> list[str]:
    proxy = worklist.proxy
    return [str(proxy.index(row, Column.FILE).data()) for row in range(proxy.rowCount())]


def test_sorted_by_case_and_by_the_order_of_work(worklist: CaseList) -> None:
    assert names(worklist) == ["c.dcm", "a.dcm", "b.dcm"]
    worklist.table.sortByColumn(Column.FILE, Qt.SortOrder.DescendingOrder)
    assert names(worklist) == ["c.dcm", "b.dcm", "a.dcm"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("flood", ["a.dcm", "b.dcm"]), ("LEFT", ["c.dcm", "a.dcm"]), ("left 0002", ["a.dcm"]), ("b.dcm", ["b.dcm"]), ("nobody", [])],
)
def test_every_word_of_the_search_must_be_there(worklist: CaseList, words: str, found: list[str]) -> None:
    worklist.search.setText(words)
    assert names(worklist) == found
    assert worklist.count.text().startswith(f"{len(found)} of 3")


def test_one_incident_only(worklist: CaseList) -> None:
    worklist.incidents.setCurrentIndex(worklist.incidents.findData("Fire"))
    assert names(worklist) == ["c.dcm"]


def test_reading_again_keeps_the_current_radiograph(worklist: CaseList) -> None:
    assert worklist.choose("r-b.dcm")
    casebook = worklist.session.casebook
    assert casebook is not None
    keep(casebook, "PM-0000", "Fire", {"z.dcm": Side.LEFT})
    worklist.refresh()
    current = worklist.current()
    assert names(worklist)[0] == "z.dcm"
    assert current is not None
    assert current.radiograph.file_name == "b.dcm"


def test_stepping_stops_at_both_ends(worklist: CaseList) -> None:
    seen = []
    for by in (1, 1, 1, 1, -1, -1, -1):
        worklist.step(by)
        current = worklist.current()
        assert current is not None
        seen.append(current.radiograph.file_name)
    assert seen == ["c.dcm", "a.dcm", "b.dcm", "b.dcm", "a.dcm", "c.dcm", "c.dcm"]


def test_every_row_has_a_description_for_a_screen_reader(worklist: CaseList) -> None:
    said = str(worklist.proxy.index(1, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert "PM-0002" in said
    assert "received" in said
    assert "left" in said


def test_what_the_search_hides_is_no_longer_chosen(worklist: CaseList) -> None:
    told: list[object] = []
    worklist.chosen.connect(told.append)
    worklist.choose("r-c.dcm")
    worklist.search.setText("flood")
    current = worklist.current()
    assert current is not None
    assert current.radiograph.file_name == "a.dcm"
    assert worklist.selected() == [current]
    worklist.search.setText("nobody")
    assert worklist.current() is None
    assert told[-1] is None
