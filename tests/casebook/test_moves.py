"""A radiograph that was received into the wrong case: withdrawn there, received into the right one, in one transaction or not at all."""

from __future__ import annotations

import dataclasses
import multiprocessing
import os
from pathlib import Path
from typing import Any

import pytest

from forensix.casebook import Act, Casebook
from forensix.casebook.entry import Entry
from forensix.domain.case import CaseStatus, Radiograph, Side
from forensix.domain.custody import CustodyEvent
from forensix.domain.errors import CaseConflict, EvidenceAltered, Withdrawn
from forensix.domain.report import Report

from . import made


@pytest.fixture
def because(act: Act) -> Act:
    return dataclasses.replace(act, reason="the labels were swapped")


def sound(casebook: Casebook) -> bool:
    return {finding.result for finding in casebook.verify()} == {"passed"}


def two_cases(casebook: Casebook, act: Act) -> tuple[str, Radiograph, str]:
    """An issued case with the wrong radiograph in it, and the case that it belongs to."""
    wrong, item, _ = made.whole_case(casebook, act, "PM-1")
    return wrong.id, item, made.opened(casebook, act, "PM-2").id


def test_it_is_withdrawn_there_and_received_here(casebook: Casebook, act: Act, because: Act) -> None:
    wrong, item, right = two_cases(casebook, act)
    casebook.correct("radiograph", item.id, "side", "right", because)
    move = casebook.move(item.id[:8], "pm-2", because)

    assert (move.from_number, move.number, move.put_back, move.label) == ("PM-1", "PM-2", False, "A")
    assert casebook.radiographs(wrong) == [] and casebook.case("PM-1").status is CaseStatus.OPENED
    [there] = casebook.radiographs(right)
    same = {name: getattr(item, name) for name in ("sha256", "pixels_sha256", "file_name", "acquisition", "view", "quality")}
    assert {name: getattr(there, name) for name in same} == same
    assert (there.id == item.id, there.side) == (False, Side.RIGHT)
    assert [row.radiograph.id for row in casebook.worklist()] == [there.id]
    assert casebook.worklist()[0].state is CaseStatus.RECEIVED
    assert [pair[1].id for pair in (*casebook.with_sha256(item.sha256), *casebook.with_pixels_sha256(item.pixels_sha256))] == [there.id] * 2
    assert [casebook.observations(there.id), casebook.examinations(there.id), casebook.conclusions(there.id)] == [[], [], []]
    assert len(casebook.conclusions(item.id)) == len(casebook.examinations(item.id)) == 1  # the old record stays

    [gone] = casebook.withdrawals(wrong)
    assert (gone.radiograph.id, gone.number, gone.received_as, gone.specimen.label) == (item.id, "PM-2", there.id, "A")
    assert (gone.reason, gone.actor) == ("the labels were swapped", act.actor.name)
    assert casebook.radiograph(item.id).side is Side.RIGHT  # still to be read
    last = casebook.corrections(item.id)[-1]
    assert (last.key, last.old, last.value, last.reason) == ("case", wrong, right, "the labels were swapped")
    withdrawn, received = casebook.events()[-2:]
    assert (withdrawn.case_id, withdrawn.kind, withdrawn.details["old"], withdrawn.details["new"]) == (wrong, "corrected", "PM-1", "PM-2")
    assert (received.case_id, received.kind, received.details["from_radiograph"]) == (right, "received", item.id)
    assert {withdrawn.reason, received.reason} == {"the labels were swapped"}
    assert withdrawn.subject_sha256 == received.subject_sha256 == item.sha256
    assert gone.sequence == withdrawn.sequence
    assert sound(casebook)


def test_nothing_more_is_done_with_it_where_it_was(casebook: Casebook, act: Act, because: Act) -> None:
    _, item, _ = two_cases(casebook, act)
    there = casebook.move(item.id, "PM-2", because).radiograph
    run = casebook.examinations(item.id)[0]
    before = casebook.head()
    for again in (
        lambda: casebook.observe(made.observation(item, act), act),
        lambda: casebook.examine(made.examination(item, act), act),
        lambda: casebook.examination_failed(item.id, "no", act),
        lambda: casebook.shown(item.id, act),
        lambda: casebook.explained(run.id, {}, act),
        lambda: casebook.conclude(made.conclusion(run, act), act),
        lambda: casebook.correct("radiograph", item.id, "side", "unknown", because),
        lambda: casebook.move(item.id, "PM-2", because),
    ):
        with pytest.raises(Withdrawn, match=r"hand\.dcm was withdrawn from case PM-1") as refused:
            again()
        assert f"in case PM-2 now, as radiograph {there.id[:8]}" in refused.value.remedy
    assert casebook.head() == before


def test_a_report_that_was_being_made_meanwhile_is_not_kept(casebook: Casebook, act: Act, because: Act) -> None:
    wrong, item, _ = two_cases(casebook, act)
    casebook.move(item.id, "PM-2", because)
    record = b'{"version":2}'
    wanted = Report(made.new_id(), wrong, 2, made.sha(record), casebook.reports(wrong)[-1].id)
    signature = made.signature(wanted, casebook.report_files.admit(b"%PDF late"))
    with pytest.raises(Withdrawn):
        casebook.issue(wanted, signature, record, act, about=[item.id])
    assert len(casebook.reports(wrong)) == 1


def test_the_part_is_the_same_only_where_all_that_is_told_of_it_agrees(casebook: Casebook, act: Act, because: Act) -> None:
    wrong, right = made.opened(casebook, act, "PM-1"), made.opened(casebook, act, "PM-2")
    there = made.received(casebook, act, right, b"1", "A")
    alike, other, third = (made.received(casebook, act, wrong, data, "A") for data in (b"2", b"3", b"4"))
    assert casebook.move(alike.id, "PM-2", because).radiograph.specimen_id == there.specimen_id
    casebook.correct("specimen", other.specimen_id, "condition", "decomposed", because)
    labels = [casebook.move(one.id, "PM-2", because).label for one in (other, third)]
    assert labels == ["A (2)", "A (3)"]  # parts can be made one by a correction later, and not be taken apart
    assert [one.condition for one in casebook.specimens(right.id)] == ["charred", "decomposed", "decomposed"]
    assert sound(casebook)


def test_put_back_it_counts_again_with_all_that_was_done_with_it(casebook: Casebook, act: Act, because: Act) -> None:
    wrong, item, right = two_cases(casebook, act)
    there = casebook.move(item.id, "PM-2", because).radiograph
    back = casebook.move(there.id, "PM-1", because)
    assert (back.put_back, back.radiograph.id, back.label) == (True, item.id, "A")
    assert [one.id for one in casebook.radiographs(wrong)] == [item.id] and casebook.withdrawals(wrong) == []
    assert casebook.radiographs(right) == [] and casebook.withdrawals(right)[0].received_as == item.id
    assert len(casebook.conclusions(item.id)) == 1
    assert casebook.worklist()[0].state is CaseStatus.CONCLUDED  # the report before it was withdrawn does not cover it any more
    assert [event.kind for event in casebook.events()[-2:]] == ["corrected", "corrected"]
    assert casebook.events()[-1].details["old"] == "PM-2" and casebook.events()[-1].details["new"] == "PM-1"

    once_more = casebook.move(item.id, "PM-2", because)
    assert (once_more.put_back, once_more.radiograph.id) == (True, there.id)
    third = made.opened(casebook, act, "PM-3")
    on = casebook.move(there.id, "PM-3", because).radiograph
    assert [one.id for one in casebook.radiographs()] == [on.id]
    assert [(one.number, one.received_as) for case in (wrong, right) for one in casebook.withdrawals(case)] == [("PM-3", on.id)] * 2
    with pytest.raises(Withdrawn) as refused:  # from wherever it is asked, the way leads to where it is
        casebook.require_held(item.id)
    assert "in case PM-3 now" in refused.value.remedy and casebook.case_of(on.id).id == third.id
    assert sound(casebook)


def test_custody_says_where_its_estimate_could_be_seen(casebook: Casebook, act: Act, because: Act) -> None:
    first, _, third = (made.opened(casebook, act, number) for number in ("PM-1", "PM-2", "PM-3"))
    looked = dataclasses.replace(act, details={"because": "looked at before, with its estimate, in a quick look at 9:00"})
    item = made.received(casebook, looked, first)
    item = casebook.move(item.id, "PM-2", because).radiograph
    assert casebook.events()[-1].details["seen"] == [looked.details["because"]]
    casebook.examine(made.examination(item, act), act)
    covered = casebook.move(item.id, "PM-3", because)
    assert covered.seen == (looked.details["because"], "its estimate was covered in case PM-2")
    back = casebook.move(covered.radiograph.id, "PM-2", because).radiograph
    casebook.observe(made.observation(back, act), act)
    could = casebook.move(back.id, "PM-1", because)
    assert could.seen == ("its estimate could be seen in case PM-2",)
    back = casebook.move(could.radiograph.id, "PM-2", because).radiograph
    casebook.shown(back.id, act)
    seen = casebook.move(back.id, "PM-3", because)
    assert f"its estimate had been seen in case PM-2 by {act.actor.name}" in seen.seen
    event = casebook.events(third.id)[-1]
    assert (event.kind, event.details["because"]) == ("corrected", "; ".join(seen.seen))


def test_in_a_casebook_that_is_not_blind_its_estimate_could_be_seen(casebook: Casebook, act: Act, because: Act) -> None:
    book = Casebook.create(casebook.folder.parent / "open", act=act, blind_first=False)
    item = made.received(book, act, made.opened(book, act, "PM-1"))
    made.opened(book, act, "PM-2")
    book.examine(made.examination(item, act), act)
    assert book.move(item.id, "PM-2", because).seen == ("its estimate could be seen in case PM-1",)


def test_what_cannot_be_is_refused_and_nothing_is_written(casebook: Casebook, act: Act, because: Act) -> None:
    _, item, right = two_cases(casebook, act)
    twin = made.received(casebook, act, casebook.case(right), b"hand", "A")
    before = casebook.head()
    for case, words in (("PM-9", "no case 'PM-9'"), ("PM-1", "in case PM-1 already"), ("PM-2", "holds the file of")):
        with pytest.raises(CaseConflict, match=words) as refused:
            casebook.move(item.id, case, because)
        assert refused.value.remedy
    with pytest.raises(CaseConflict, match="needs a reason"):
        casebook.move(item.id, "PM-2", act)
    with pytest.raises(ValueError, match="by `move`"):
        casebook.correct("radiograph", twin.id, "case", "PM-1", because)
    assert casebook.head() == before


@pytest.mark.parametrize("damage", ["missing", "altered"])
def test_without_its_original_it_stays(casebook: Casebook, act: Act, because: Act, damage: str) -> None:
    _, item, _ = two_cases(casebook, act)
    kept = casebook.evidence.path(item.sha256)
    kept.chmod(0o644)
    kept.write_bytes(b"another hand")
    if damage == "missing":
        kept.unlink()
    before = casebook.head()
    with pytest.raises(EvidenceAltered):
        casebook.move(item.id, "PM-2", because)
    assert casebook.head() == before


def _killed(folder: Path, radiograph_id: str, act: Act) -> None:
    """In a process of its own: ended between the withdrawal and the receipt, as by a power cut."""
    recorded = Entry.record

    def record(made: Entry, what: str, *about: str | None, **details: Any) -> CustodyEvent:
        event = recorded(made, what, *about, **details)
        if what == "corrected":
            os._exit(9)
        return event

    Entry.record = record  # type: ignore[assignment, method-assign]
    Casebook.open(folder).move(radiograph_id, "PM-2", act)


def test_a_kill_between_the_two_leaves_it_where_it_was_and_it_can_be_done_again(casebook: Casebook, act: Act, because: Act) -> None:
    wrong, item, right = two_cases(casebook, act)
    before = casebook.head()
    killed = multiprocessing.get_context("spawn").Process(target=_killed, args=(casebook.folder, item.id, because))
    killed.start()
    killed.join(60)
    assert killed.exitcode == 9
    assert casebook.head() == before
    assert [one.id for one in casebook.radiographs(wrong)] == [item.id] and casebook.radiographs(right) == []
    assert sound(casebook)
    casebook.move(item.id, "PM-2", because)
    assert casebook.radiographs(wrong) == [] and len(casebook.radiographs(right)) == 1
    assert sound(casebook)


def test_a_withdrawal_that_is_made_up_in_the_database_is_found(casebook: Casebook, act: Act, because: Act) -> None:
    wrong, item, _ = two_cases(casebook, act)
    casebook.move(item.id, "PM-2", because)
    made.tamper(casebook.folder, f"UPDATE corrections SET value = '{wrong}' WHERE subject_id = '{item.id}'")
    assert [finding.check for finding in casebook.verify() if finding.result == "failed"] == ["rows"]
