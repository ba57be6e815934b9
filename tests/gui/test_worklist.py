"""The worklist: searched, sorted by the order of work, and keeping its place when it is read again."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook import LatestRun, ListedRadiograph
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Acquisition, Case, CaseKind, Examiner, Incident, Radiograph, Side, Specimen
from forensix.domain.examination import Outcome
from forensix.gui import wording
from forensix.gui.bench import Bench
from forensix.gui.case_list import CaseList
from forensix.gui.session import Session
from forensix.gui.thumbnails import WIDTH
from forensix.gui.worklist_model import STATES, Column, Filter, Only, Order, Row, WorklistModel, searchable
from forensix.imaging import quality
from tests.support.patience import PATIENCE_S

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
    read_again(worklist, qtbot)
    yield worklist
    assert session.close(PATIENCE_S)


def read_again(worklist: CaseList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(worklist.listed):
        worklist.refresh()


def names(worklist: CaseList) -> list[str]:
    return [worklist.model.row_at(place).radiograph.file_name for place in range(worklist.model.rowCount())]


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
    assert worklist.count.text() == f"Radiographs: {len(found)} of 3"


def test_pictures_of_rows_that_came_into_sight_meanwhile_are_fetched_too(worklist: CaseList, qtbot: QtBot) -> None:
    worklist.session.examiner = ANNA
    ids = [row.radiograph.id for row in worklist.model.rows]
    pictures = worklist.thumbnails
    pictures.want(ids[:1])
    pictures.want(ids)
    qtbot.waitUntil(lambda: not worklist.session.bench.operations())
    assert set(pictures._kept) == set(ids)


def test_a_list_that_is_not_read_yet_is_not_called_empty(bench: Bench, desk: Path, qtbot: QtBot) -> None:
    session = Session(settings.defaults(), bench)
    session.casebook = Casebook.create(desk / "empty", act=Act(actor=ANNA))
    worklist = CaseList(session)
    qtbot.addWidget(worklist)
    with qtbot.waitSignal(worklist.listed):
        worklist.refresh()
        assert worklist.count.text().startswith("Reading")
    assert worklist.count.text().startswith("No radiographs yet")
    assert session.close(PATIENCE_S)


def test_one_incident_or_one_case_only_and_the_way_back_to_all(worklist: CaseList, qtbot: QtBot) -> None:
    worklist.show()
    assert worklist.filter.strip.isHidden()
    worklist.filter.choose(Filter(Only.INCIDENT, "Fire"))
    assert names(worklist) == ["c.dcm"]
    assert worklist.filter.said.text() == "A filter is on: Incident Fire. Listed: 1 of 3."
    worklist.search.setText("nothing of this kind")
    worklist.filter.all_action.trigger()
    assert names(worklist) == ["c.dcm", "a.dcm", "b.dcm"]
    assert worklist.filter.strip.isHidden()
    assert worklist.choose("r-b.dcm")
    assert [worklist.filter.box.itemText(at) for at in range(worklist.filter.box.count())][4:] == [
        "Case PM-0002",
        "Incident Fire",
        "Incident Flood",
    ]
    worklist.filter.choose(Filter(Only.CASE, "c-PM-0002"))
    assert names(worklist) == ["a.dcm", "b.dcm"]
    current = worklist.current()
    assert current is not None
    assert current.radiograph.file_name == "b.dcm"


def test_what_was_filtered_last_is_filtered_again_in_the_same_casebook(worklist: CaseList, qtbot: QtBot) -> None:
    worklist.filter.choose(Filter(Only.INCIDENT, "Flood"))
    again = CaseList(worklist.session)
    qtbot.addWidget(again)
    read_again(again, qtbot)
    assert names(again) == ["a.dcm", "b.dcm"]
    assert "Incident Flood" in again.filter.said.text()
    again.filter.offer(again.model.rows, "another casebook")
    assert again.filter.chosen() == Filter()


def test_what_waits_is_listed_and_what_is_worked_on_stays_in_sight(worklist: CaseList, qtbot: QtBot) -> None:
    worklist.session.sign_in(ANNA)
    read_again(worklist, qtbot)
    worklist.filter.choose(Filter(Only.UNOBSERVED))
    assert worklist.choose("r-a.dcm")
    worklist.session.act(worklist, lambda laboratory, progress: laboratory.observe("r-a.dcm"), lambda answer: None, title="")
    qtbot.waitUntil(lambda: not worklist.session.bench.operations())
    read_again(worklist, qtbot)
    assert names(worklist) == ["c.dcm", "a.dcm", "b.dcm"], "the keyboard is still at work on it"
    worklist.step(1)
    read_again(worklist, qtbot)
    assert names(worklist) == ["c.dcm", "b.dcm"]
    worklist.filter.choose(Filter(Only.UNCONCLUDED))
    assert len(names(worklist)) == 3


def test_the_filter_is_reached_by_its_key(worklist: CaseList, qtbot: QtBot) -> None:
    worklist.show()
    worklist.activateWindow()
    qtbot.waitUntil(worklist.isActiveWindow)
    worklist.filter.choose_action.trigger()
    assert worklist.filter.box.view().isVisible()
    qtbot.keyClick(worklist.filter.box.view(), Qt.Key.Key_End)
    qtbot.keyClick(worklist.filter.box.view(), Qt.Key.Key_Return)
    assert worklist.filter.chosen() == Filter(Only.INCIDENT, "Flood")
    assert worklist.table.hasFocus(), "the next letter is a shortcut, no other filter"


def test_reading_again_keeps_the_current_radiograph(worklist: CaseList, qtbot: QtBot) -> None:
    assert worklist.choose("r-b.dcm")
    casebook = worklist.session.casebook
    assert casebook is not None
    keep(casebook, "PM-0000", "Fire", {"z.dcm": Side.LEFT})
    read_again(worklist, qtbot)
    current = worklist.current()
    assert names(worklist)[0] == "z.dcm"
    assert current is not None
    assert current.radiograph.file_name == "b.dcm"


def test_stepping_stops_at_both_ends(worklist: CaseList) -> None:
    seen = [names(worklist)[0]]
    for by in (1, 1, 1, -1, -1, -1):
        worklist.step(by)
        current = worklist.current()
        assert current is not None
        seen.append(current.radiograph.file_name)
    assert seen == ["c.dcm", "a.dcm", "b.dcm", "b.dcm", "a.dcm", "c.dcm", "c.dcm"]


def test_every_row_has_a_description_for_a_screen_reader(worklist: CaseList) -> None:
    said = str(worklist.model.index(1, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole))
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


def test_the_first_radiograph_is_chosen_once(bench: Bench, desk: Path, qtbot: QtBot) -> None:
    book = Casebook.create(desk / "book", act=Act(actor=ANNA))
    keep(book, "PM-0002", "Flood", {"a.dcm": Side.LEFT})
    session = Session(settings.defaults(), bench)
    worklist = CaseList(session)
    qtbot.addWidget(worklist)
    told: list[object] = []
    worklist.chosen.connect(told.append)
    session.casebook = book
    read_again(worklist, qtbot)
    read_again(worklist, qtbot)
    assert [one.radiograph.file_name for one in told if isinstance(one, Row)] == ["a.dcm"] and len(told) == 1


def test_a_selection_stays_through_sorting_and_reading_again(worklist: CaseList, qtbot: QtBot) -> None:
    worklist.table.selectAll()
    worklist.table.setFocus()
    worklist.orders.setCurrentIndex(worklist.orders.findData(Order.FILE))
    assert names(worklist) == ["a.dcm", "b.dcm", "c.dcm"]
    read_again(worklist, qtbot)
    assert [row.radiograph.file_name for row in worklist.selected()] == ["a.dcm", "b.dcm", "c.dcm"]
    worklist.search.setText("flood")
    assert [row.radiograph.file_name for row in worklist.selected()] == ["a.dcm", "b.dcm"]


def test_headers_and_the_order_box_say_the_same(worklist: CaseList) -> None:
    worklist.table.horizontalHeader().setSortIndicator(Column.QUALITY, Qt.SortOrder.DescendingOrder)
    assert worklist.orders.currentData() == Order.QUALITY and worklist.model.descending
    worklist.orders.setCurrentIndex(worklist.orders.findData(Order.STATE))
    assert worklist.table.horizontalHeader().sortIndicatorSection() == Column.STATE and not worklist.model.descending


def row(name: str, *, estimate: LatestRun | None = None, quality: tuple[str, ...] = (), state: str = "examined") -> Row:
    case = Case("c", "i", f"PM-{name}", CaseKind.PM, "", NOW)
    listed = ListedRadiograph(f"r-{name}", "s", "f" * 64, name, NOW, Side.LEFT, "", quality)
    made = Row(case, Specimen("s", "c", "left hand", side=Side.LEFT), listed, state, estimate=estimate)
    return replace(made, searched=searchable(made))


def run(name: str, outcome: Outcome, typicality: float) -> LatestRun:
    return LatestRun(f"r-{name}", outcome, typicality, True, True)


def sorted_by(model: WorklistModel, order: Order, *, descending: bool = False) -> str:
    model.sort_by(order, descending=descending)
    return "".join(model.row_at(place).radiograph.file_name for place in range(model.rowCount()))


def test_a_covered_estimate_sorts_as_covered_whichever_way(qtbot: QtBot) -> None:
    model = WorklistModel()
    model.replace(
        [
            row("a"),
            row("b", estimate=run("b", Outcome.MALE, 0.9), quality=("cut_off",)),
            row("c"),
            row("d", estimate=run("d", Outcome.INDETERMINATE, 0.5), quality=("cut_off", "clipped")),
            row("e", state="received"),
            row("f", estimate=run("f", Outcome.FEMALE, 0.1)),
        ]
    )
    assert sorted_by(model, Order.INDETERMINATE) == "dbface"
    assert sorted_by(model, Order.INDETERMINATE, descending=True) == "bfdace"
    assert sorted_by(model, Order.TYPICALITY) == "fdbace"
    assert sorted_by(model, Order.TYPICALITY, descending=True) == "bdface"
    assert sorted_by(model, Order.QUALITY) == "dbacef"
    assert sorted_by(model, Order.RECEIPT, descending=True) == "fedcba"


def test_states_and_findings_are_words_and_a_covered_outcome_is_not_searched(qtbot: QtBot) -> None:
    hidden, seen = row("a", quality=("cut_off", "clipped")), row("b", estimate=run("b", Outcome.MALE, 0.4))
    model = WorklistModel()
    model.replace([hidden, seen])
    text = {column: str(model.index(0, column).data()) for column in Column}
    assert "covered" in text[Column.STATE] and "examined" in text[Column.STATE]
    assert "cut off" in text[Column.QUALITY] and "2" in text[Column.QUALITY]
    assert "Male" in str(model.index(1, Column.STATE).data())
    assert model.index(1, Column.QUALITY).data(Qt.ItemDataRole.AccessibleTextRole) == "no finding"
    assert "covered" in hidden.searched and "male" not in hidden.searched and "male" in seen.searched
    assert "Typicality" not in str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "\n" not in str(model.index(0, Column.STATE).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_concluded_radiograph_shows_the_conclusion_and_not_the_estimate(qtbot: QtBot) -> None:
    concluded = run("a", Outcome.FEMALE, 0.4)._replace(concluded=Outcome.INDETERMINATE)
    model = WorklistModel()
    model.replace([row("a", estimate=concluded, state="issued"), row("b", state="issued")])
    assert str(model.index(0, Column.STATE).data()).endswith("issued\nIndeterminate")
    tip = str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "Estimate: female" in tip and "Conclusion: indeterminate" in tip
    assert "indeterminate" in model.rows[0].searched and "female" not in model.rows[0].searched
    assert str(model.index(1, Column.STATE).data()).endswith("covered")


class Strange(QTranslator):
    """A language of which only the brackets are known."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"<{text}>"


@pytest.fixture
def strange(qapp: QApplication) -> Iterator[None]:
    translator = Strange()
    assert qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("strange")
def test_quality_findings_are_in_the_language_of_the_window_and_found_in_both() -> None:
    model = WorklistModel()
    model.replace([row("a", quality=("two", "clipped"))])
    shown, tip = (str(model.index(0, Column.QUALITY).data(role)) for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole))
    assert "<two hands>" in shown and "<two hands>" in tip and "<clipped>" in tip
    for words in ("<two", "clipped"):
        model.search(words)
        assert model.rowCount() == 1, words


@pytest.mark.usefixtures("strange")
def test_every_kind_of_quality_finding_has_a_word_that_is_translated() -> None:
    kinds = {*quality.SENTENCES, *re.findall(r'[Ff]inding\("(\w+)"', inspect.getsource(quality))}
    assert len(kinds) > len(quality.SENTENCES)
    assert [kind for kind in kinds if not wording.quality_word(kind).startswith("<")] == []


@pytest.mark.usefixtures("strange")
def test_the_column_of_the_state_is_as_wide_as_its_longest_word(worklist: CaseList) -> None:
    table = worklist.table
    words = [wording.state_word(state) for state in STATES]
    assert words[0].endswith("<received>")
    assert table.columnWidth(Column.STATE) > max(map(table.fontMetrics().horizontalAdvance, words)) + 6


def test_numbers_that_differ_at_their_end_are_shown_whole_and_very_long_ones_leave_room(worklist: CaseList) -> None:
    table, before = worklist.table, worklist.table.columnWidth(Column.CASE)
    worklist._make_room(["PM-0001_L", "PM-1"])
    shown = table.fontMetrics().horizontalAdvance("PM-0001_L") + WIDTH
    assert shown < table.columnWidth(Column.CASE) < before + 60
    table.setColumnWidth(Column.CASE, 70)
    worklist._make_room(["PM-0002_R"])
    assert table.columnWidth(Column.CASE) == 70, "what was drawn wider or narrower by hand stays"
    worklist._make_room(["DVI-2026-000001-PM-000001-LEFT"])
    assert table.columnWidth(Column.CASE) < before + 60
