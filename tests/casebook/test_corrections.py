"""Corrections: new rows with a reason, applied by every read, and refused where they make no sense."""

from __future__ import annotations

import dataclasses

import pytest

from forensix.casebook import Act, Casebook
from forensix.domain.case import CaseKind, Side
from forensix.domain.errors import CaseConflict

from . import made


@pytest.fixture
def because(act: Act) -> Act:
    return dataclasses.replace(act, reason="misread the tag")


def test_the_latest_correction_is_what_is_read(casebook: Casebook, act: Act, because: Act) -> None:
    case, item, _ = made.whole_case(casebook, act)
    casebook.correct("radiograph", item.id[:8], "side", "Right", because)
    casebook.correct("radiograph", item.id, "side", "unknown", because)
    casebook.correct("radiograph", item.id, "view", "", because)
    casebook.correct("specimen", item.specimen_id, "condition", "burnt", because)
    casebook.correct("case", "PM-0001", "requester", "Police", because)
    casebook.correct("case", case.id, "kind", "am", because)
    casebook.correct("case", case.id[:6], "agency", "Interior", because)
    casebook.correct("incident", case.incident_id, "name", "Flood", because)

    expected = dataclasses.replace(item, side=Side.UNKNOWN, view="")
    assert casebook.radiograph(item.id) == expected == casebook.radiographs(case.id)[0] == casebook.with_sha256(item.sha256)[0][1]
    row = casebook.worklist()[0]
    assert (row.radiograph.side, row.specimen.condition, row.case.requester, row.case.kind) == (
        Side.UNKNOWN,
        "burnt",
        "Police",
        CaseKind.AM,
    )
    assert casebook.cases()[0].requester == casebook.case(case.id).requester == "Police"
    assert casebook.specimens(case.id)[0].condition == "burnt"
    assert (casebook.incidents()[0].name, casebook.incidents()[0].agency) == ("Flood", "Interior")


def test_a_correction_keeps_the_old_value_who_and_why(casebook: Casebook, act: Act, because: Act) -> None:
    case, item, _ = made.whole_case(casebook, act)
    first = casebook.correct("radiograph", item.id, "side", "right", because)
    second = casebook.correct("radiograph", item.id, "side", "left", because)
    assert casebook.corrections(item.id) == [first, second]
    assert (second.old, second.value, second.reason, second.actor) == ("right", "left", "misread the tag", act.actor.name)
    event = casebook.events(case.id)[-1]
    assert (event.kind, event.reason, event.subject_sha256) == ("corrected", "misread the tag", item.sha256)
    assert {name: event.details[name] for name in ("kind", "subject", "key", "old", "new")} == {
        "kind": "radiograph", "subject": item.id, "key": "side", "old": "right", "new": "left",
    }  # fmt: skip
    assert {finding.result for finding in casebook.verify()} == {"passed"}


def test_a_corrected_number_is_the_number(casebook: Casebook, act: Act, because: Act) -> None:
    first, second = made.opened(casebook, act, "PM-1"), made.opened(casebook, act, "PM-2")
    with pytest.raises(CaseConflict, match="already"):
        casebook.correct("case", "PM-1", "number", "pm-2", because)
    casebook.correct("case", "PM-1", "number", "PM-3", because)
    assert casebook.case("pm-3").id == first.id
    with pytest.raises(CaseConflict, match="no case 'PM-1'"):
        casebook.case("PM-1")
    third = made.opened(casebook, act, "PM-1")  # the number is free again
    assert casebook.case("PM-1").id == third.id
    with pytest.raises(CaseConflict, match="already"):
        made.opened(casebook, act, "PM-3")
    casebook.correct("case", "PM-3", "number", "Pm-3", because)  # its own number, spelled otherwise
    assert [case.number for case in casebook.cases()] == ["Pm-3", "PM-2", "PM-1"]
    assert casebook.case("PM-2").id == second.id


def test_a_radiograph_moves_to_another_specimen_of_its_case(casebook: Casebook, act: Act, because: Act) -> None:
    case = made.opened(casebook, act, "PM-1")
    first, second = made.received(casebook, act, case, b"1", "A"), made.received(casebook, act, case, b"2", "B")
    casebook.correct("radiograph", first.id, "specimen", "B", because)
    assert casebook.radiograph(first.id).specimen_id == second.specimen_id
    assert [row.specimen.label for row in casebook.worklist()] == ["B", "B"]
    elsewhere = made.received(casebook, act, made.opened(casebook, act, "PM-2"), b"3", "C")
    for wrong in ("C", elsewhere.specimen_id):
        with pytest.raises(CaseConflict, match="no specimen"):
            casebook.correct("radiograph", first.id, "specimen", wrong, because)
    with pytest.raises(CaseConflict, match="already"):
        casebook.correct("specimen", second.specimen_id, "label", "A", because)
    casebook.correct("specimen", second.specimen_id, "label", "Z", because)
    assert made.received(casebook, act, case, b"4", "Z").specimen_id == second.specimen_id


@pytest.mark.parametrize(
    ("kind", "key", "value", "words"),
    [
        ("radiograph", "side", "links", "'links' is no side"),
        ("radiograph", "sha256", "0", "'sha256' of a radiograph cannot be corrected"),
        ("radiograph", "side", "left", "is 'left' already"),
        ("case", "kind", "ante-mortem", "'ante-mortem' is no kind"),
        ("case", "number", "  ", "is no number"),
        ("case", "status", "issued", "cannot be corrected"),
        ("conclusion", "outcome", "male", "A conclusion cannot be corrected"),
        ("observation", "outcome", "male", "An observation cannot be corrected"),
    ],
)
def test_what_makes_no_sense_is_refused(casebook: Casebook, act: Act, because: Act, kind: str, key: str, value: str, words: str) -> None:
    case = made.opened(casebook, act)
    item = made.received(casebook, act, case)
    before = casebook.head()
    with pytest.raises(CaseConflict, match=words) as caught:
        casebook.correct(kind, case.id if kind == "case" else item.id, key, value, because)
    assert caught.value.remedy and casebook.head() == before


def test_a_correction_needs_a_reason(casebook: Casebook, act: Act) -> None:
    case = made.opened(casebook, act)
    with pytest.raises(CaseConflict, match="needs a reason"):
        casebook.correct("case", case.id, "requester", "Police", act)
