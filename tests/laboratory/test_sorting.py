"""A delivery shared out to cases by the names of its files or folders: which case, what opens none, what is too doubtful."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from forensix import cli
from forensix.domain.delivery import Delivery, Each
from forensix.domain.errors import CaseConflict
from forensix.imaging import phantom
from forensix.laboratory import Laboratory


def hand(file: Path, seed: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(phantom.dicom(phantom.hand(seed, size=(320, 240)), laterality="L"))


@pytest.fixture
def delivery(tmp_path: Path) -> Path:
    """Two bodies in folders of their own, one with two radiographs, and a note."""
    hand(tmp_path / "given" / "0117" / "left.dcm", 1)
    hand(tmp_path / "given" / "0117" / "again.dcm", 2)
    hand(tmp_path / "given" / "0118" / "left.dcm", 3)
    (tmp_path / "given" / "notes.txt").write_text("two bodies", encoding="utf-8")
    return tmp_path / "given"


def cases(laboratory: Laboratory) -> dict[str, int]:
    return {case.number: len(laboratory.casebook.radiographs(case.id)) for case in laboratory.casebook.cases()}


def test_each_folder_becomes_a_case_and_a_note_none(anna: Laboratory, delivery: Path) -> None:
    received = anna.receive_sorted(Delivery(Each.FOLDER, "PM-", "Flood"), [delivery])
    assert (received.given, received.received, received.refused) == (4, 3, 1)
    assert cases(anna) == {"PM-0117": 2, "PM-0118": 1}
    assert [(Path(item.path).name, item.case) for item in received.items if item.status == "refused"] == [("notes.txt", "")]
    refused = next(event for event in anna.casebook.events() if event.kind == "refused")
    assert refused.case_id is None and refused.details["file_name"].endswith("notes.txt")


def test_each_file_becomes_a_case_and_comes_again_as_a_duplicate(anna: Laboratory, tmp_path: Path) -> None:
    for seed, name in enumerate(("a.DCM", "1.2.840.5", "c.dcm")):
        hand(tmp_path / "given" / name, seed)
    assert anna.receive_sorted(Delivery(Each.FILE, "", "Flood"), [tmp_path / "given"]).received == 3
    assert cases(anna) == {"a": 1, "1.2.840.5": 1, "c": 1}
    hand(tmp_path / "more" / "a.dcm", 7)
    more = anna.receive_sorted(Delivery(Each.FILE, "", "Flood"), [tmp_path / "given", tmp_path / "more" / "a.dcm"])
    assert (more.duplicates, more.refused) == (3, 1), "a.DCM and a.dcm of one delivery would be the same case"
    assert anna.receive_sorted(Delivery(Each.FILE, "", "Flood"), [tmp_path / "more"]).received == 1
    assert cases(anna)["a"] == 2, "a later delivery's file of that number is of that case"


def test_what_two_places_would_share_is_refused_and_opens_nothing(anna: Laboratory, delivery: Path) -> None:
    hand(delivery / "second site" / "0117" / "left.dcm", 4)
    received = anna.receive_sorted(Delivery(Each.FOLDER, "", "Flood"), [delivery])
    assert {item.reason for item in received.items if "0117" in item.path} == {
        "More than one folder of this delivery would be case 0117, and they may be different bodies."
    }
    assert cases(anna) == {"0118": 1}


def test_another_incidents_number_and_one_against_the_scheme_are_refused(anna: Laboratory, delivery: Path) -> None:
    anna.open_case("PM-0118", incident="Fire")
    anna.set_number_scheme("Flood", ["PM-####"])
    hand(delivery / "left overs" / "x.dcm", 5)
    received = anna.receive_sorted(Delivery(Each.FOLDER, "PM-", "Flood"), [delivery])
    assert cases(anna) == {"PM-0118": 0, "PM-0117": 2}
    reasons = " ".join(item.reason for item in received.items if item.status == "refused")
    assert "PM-left overs does not follow the number scheme" in reasons and "PM-0118" in reasons
    with pytest.raises(CaseConflict, match="belong to an incident"):
        anna.receive_sorted(Delivery(Each.FILE, "", " "), [delivery])


def test_folders_in_a_zip_name_cases_and_its_own_name_what_lies_loose(anna: Laboratory, delivery: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "0200.zip", "w") as archive:
        archive.write(delivery / "0117" / "left.dcm", "0117/left.dcm")
        archive.write(delivery / "0118" / "left.dcm", "loose.dcm")
    assert anna.receive_sorted(Delivery(Each.FOLDER, "", "Flood"), [tmp_path / "0200.zip"]).received == 2
    assert cases(anna) == {"0117": 1, "0200": 1}


def test_an_exclamation_mark_in_a_folders_name_is_no_archive() -> None:
    by_folder = Delivery(Each.FOLDER, "", "Flood")
    assert by_folder.number("left.dcm", "/stick/Flood!2/left.dcm") == "Flood!2"
    assert by_folder.number("left.dcm", "/stick/all.ZIP!0117/left.dcm") == "0117"


def test_the_command(delivery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = ["--json", "--casebook", str(tmp_path / "book")]
    assert cli.main([*book, "receive", "PM-", str(delivery), "--each", "folder"]) == 2
    capsys.readouterr()
    assert cli.main([*book, "receive", "PM-", str(delivery), "--each", "folder", "--incident", "Flood"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert sorted(item["case"] for item in answer["items"]) == ["", "PM-0117", "PM-0117", "PM-0118"]
    assert cli.main([*book, "case", "list"]) == 0
    assert [row["incident"] for row in json.loads(capsys.readouterr().out)] == ["Flood", "Flood"]
