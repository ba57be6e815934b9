"""The scheme of an incident's case numbers: set by an act, held against numbers that are opened and corrected; the clock's comparisons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from forensix import cli
from forensix.domain.errors import CaseConflict
from forensix.laboratory import Laboratory
from forensix.laboratory.gathering import _comparisons


def test_a_number_against_the_scheme_is_refused_and_the_scheme_named(anna: Laboratory) -> None:
    assert anna.set_number_scheme("Flood", ["PM-####", "AM-####"]) == ()
    with pytest.raises(CaseConflict, match="PM-12 does not follow the number scheme of Flood: PM-#### or AM-####"):
        anna.open_case("PM-12", incident="Flood")
    anna.open_case("PM-0012", incident="Flood")
    anna.open_case("whatever", incident="Fire")
    with pytest.raises(CaseConflict, match="does not follow"):
        anna.correct("case", "PM-0012", "number", "PM-13", "a slip")
    anna.correct("case", "PM-0012", "number", "PM-0013", "a slip")
    assert anna.casebook.case("PM-0013").number == "PM-0013"


def test_the_last_scheme_holds_and_older_numbers_stay(anna: Laboratory) -> None:
    anna.open_case("7", incident="Flood")
    assert anna.set_number_scheme("Flood", ["PM-#"]) == ("7",)
    assert anna.set_number_scheme("Flood", ["#"]) == ()
    anna.open_case("8", incident="Flood")
    with pytest.raises(CaseConflict, match="no mask"):
        anna.set_number_scheme("Flood", ["PM"])
    assert [event.kind for event in anna.casebook.events()].count("numbering_set") == 2


def test_a_comparison_of_the_clock_is_sealed_with_who_made_it(anna: Laboratory) -> None:
    assert anna.compare_clock("GPS receiver", -1.5, 0.5) == (
        "compared with GPS receiver: this computer's clock was 1.5 s behind, known within 0.5 s"
    )
    event = anna.casebook.events()[-1]
    assert (event.kind, event.actor, event.details["ahead_s"]) == ("clock_compared", "Anna Examiner", "-1.5")
    for ahead, within in ((float("nan"), 1.0), (0.0, 0.0), (0.0, float("inf"))):
        with pytest.raises(CaseConflict, match="difference in seconds"):
            anna.compare_clock("GPS receiver", ahead, within)
    with pytest.raises(CaseConflict, match="made with"):
        anna.compare_clock(" ", 0.0, 1.0)


def test_a_report_tells_the_last_comparison_before_the_case_and_all_since(anna: Laboratory) -> None:
    for reference in ("first", "second"):
        anna.compare_clock(reference, 0.0, 1.0)
    anna.open_case("PM-1", incident="Flood")
    anna.compare_clock("third", 0.0, 1.0)
    opened = anna.casebook.events(anna.casebook.case("PM-1").id)[0].sequence
    assert [event.details["reference"] for event in _comparisons(anna.casebook.events(), opened)] == ["second", "third"]


def test_the_commands_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = ["--casebook", str(tmp_path / "book"), "--json"]
    assert cli.main(["case", "scheme", "Flood", "PM-####", *here]) == 0
    assert json.loads(capsys.readouterr().out) == {"incident": "Flood", "masks": ["PM-####"], "unlike": []}
    assert cli.main(["case", "open", "PM-1", "--incident", "Flood", *here]) == 3
    assert "PM-####" in json.loads(capsys.readouterr().out)["error"]["message"]
    assert cli.main(["case", "open", "PM-0001", "--incident", "Flood", *here]) == 0
    assert cli.main(["case", "scheme", "Flood", "AM-####", *here]) == 1
    capsys.readouterr()
    assert cli.main(["clock", "--compare", "radio clock", "--ahead", "2", "--within", "1", *here]) == 0
    assert json.loads(capsys.readouterr().out) == {"reference": "radio clock", "ahead_s": 2.0, "within_s": 1.0}
    assert cli.main(["clock", "--compare", "radio clock", *here]) == 2
