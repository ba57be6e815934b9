"""Receiving what others receive at the same moment, and what shows the same as much that is there."""

from __future__ import annotations

from pathlib import Path

from forensix.casebook.casebook import Casebook
from forensix.domain.case import Case
from forensix.laboratory import Laboratory
from forensix.laboratory.intake import Given
from forensix.settings import Settings
from tests.laboratory.conftest import ANNA


def test_a_file_that_another_process_receives_meanwhile_is_a_duplicate(
    anna: Laboratory, book: Casebook, chosen: Settings, radiographs: Path
) -> None:
    case = anna.open_case("PM-1", incident="Flood")
    (source,) = anna.given([radiographs / "plain.png"])

    def meanwhile() -> Case:
        with Laboratory(book, chosen, ANNA) as another:
            assert another.receive("PM-1", [radiographs / "plain.png"]).received == 1
        return case

    item = anna.receive_one(None, source, Given("", None, "", ""), meanwhile)
    assert (item.status, item.reason) == ("duplicate", "The same file was already received as plain.png.")
    assert len(book.radiographs()) == 1
    assert anna.verify_all().accepted


def test_many_radiographs_that_show_the_same_are_counted_and_those_of_other_cases_named_first(
    anna: Laboratory, radiographs: Path, tmp_path: Path
) -> None:
    anna.open_case("PM-1", incident="Flood")
    anna.open_case("PM-2", incident="Flood")
    original = (radiographs / "plain.png").read_bytes()
    for number in range(7):
        (tmp_path / f"{number}.png").write_bytes(original + b"\0" * number)
    anna.receive("PM-1", [tmp_path / f"{number}.png" for number in range(5)])
    anna.receive("PM-2", [tmp_path / "5.png"])
    (item,) = anna.receive("PM-1", [tmp_path / "6.png"]).items
    assert item.reason.startswith("It shows the same pixels as 5.png in case PM-2. It shows the same pixels as 0.png in case PM-1. ")
    assert item.reason.count("It shows") == 3
    assert "Further radiographs that show the same pixels: 3." in item.reason
