"""A case from its opening to its countersigned report, written and read back as it was."""

from __future__ import annotations

import uuid
from pathlib import Path

import numpy as np
import pytest

from forensix.casebook import Act, Casebook
from forensix.domain.case import CaseStatus, Examiner, Role, Side
from forensix.domain.custody import verify_chain
from forensix.domain.errors import CasebookUnavailable, CaseConflict, EvidenceAltered

from . import made


def test_a_whole_case_is_read_back_as_it_was_written(casebook: Casebook, act: Act) -> None:
    case = made.opened(casebook, act)
    item = made.received(casebook, act, case)
    seen, run = made.observation(item, act), made.examination(item, act)
    opinion, second = made.conclusion(run, act), made.review(case, act)
    casebook.observe(seen, act)
    casebook.examine(run, act)
    casebook.conclude(opinion, act)
    casebook.review(second, act)
    report = made.issued(casebook, act, case)

    book = Casebook.open(casebook.folder)
    assert book.radiographs(case.id) == [item] == [book.radiograph(item.id[:6])]
    assert book.radiographs() == [item]
    assert book.specimens(case.id)[0].condition == "charred"
    assert book.observations(item.id) == [seen]
    assert book.conclusions(item.id) == [opinion]
    assert book.reviews(case.id) == [second]
    assert book.reports(case.id) == [report] == [book.report(report.id)]
    assert book.record(report.id) == b'{"version":1}'
    assert book.case("pm-0001 ").status is CaseStatus.ISSUED
    assert [one.name for one in book.incidents()] == ["Flood 2026"]
    assert [one.number for one in book.cases(case.incident_id)] == ["PM-0001"]
    assert book.cases(made.new_id()) == []


def test_an_examination_keeps_its_numbers_and_its_map_bit_for_bit(casebook: Casebook, act: Act) -> None:
    item = made.received(casebook, act, made.opened(casebook, act))
    run = made.examination(item, act)
    bare = made.examination(item, act, age=None, saliency=None, reason="again")
    casebook.examine(run, act)
    casebook.examine(bare, act)
    first, second = casebook.examinations(item.id)
    assert (first.id, first.sex, first.age, first.recipe, first.logits) == (run.id, run.sex, run.age, run.recipe, run.logits)
    assert first.performed_at == run.performed_at
    assert first.saliency is not None and run.saliency is not None
    np.testing.assert_array_equal(first.saliency.map, run.saliency.map)
    assert first.saliency.map is not None and first.saliency.map.dtype == np.float32
    assert (first.saliency.grid, first.saliency.peak, first.saliency.layer) == ((7, 7), 0.125, "layer4")
    assert second == bare == casebook.examination(bare.id[:8])


def test_each_act_has_one_event_and_the_chain_holds(casebook: Casebook, act: Act) -> None:
    case, item, report = made.whole_case(casebook, act)
    casebook.shown(item.id, act)
    casebook.refused(case.id, "broken.dcm", made.sha(b"x"), "The file is cut off.", act)
    casebook.duplicate(case.id, item, "copy.dcm", act)
    casebook.examination_failed(item.id, "The model was rejected.", act)
    casebook.countersign(made.signature(report, casebook.report_files.admit(b"%PDF twice"), 2), act)
    casebook.verified("PM-0001", True, act, case.id)
    casebook.exported("PM-0001", act, case.id)
    events = casebook.events()
    assert [event.kind for event in events] == [
        "created", "opened", "received", "observed", "examined", "concluded", "reviewed", "issued",
        "shown", "refused", "duplicate", "examination_failed", "countersigned", "verified", "exported",
    ]  # fmt: skip
    assert casebook.head() == (15, verify_chain(events))
    assert casebook.events(case.id) == events[1:]
    assert {event.actor for event in events} == {"Dr A. Żółć"}
    assert events[2].subject_sha256 == item.sha256
    assert events[0].details["blind_first"] is True and events[0].details["casebook"] == casebook.id
    found = casebook.report_with_file(made.sha(b"%PDF twice"))
    assert found is not None and found.id == report.id
    assert casebook.report_with_file(made.sha(b"another")) is None
    assert [one.sequence for one in casebook.signatures(report.id)] == [1, 2]


def test_the_worklist_tells_how_far_each_radiograph_has_come(casebook: Casebook, act: Act) -> None:
    case = made.opened(casebook, act)
    items = [made.received(casebook, act, case, bytes([number]), f"S{number}") for number in range(3)]
    runs = [made.examination(item, act) for item in items[:2]]
    for run in runs:
        casebook.examine(run, act)
    assert casebook.case(case.id).status is CaseStatus.EXAMINED
    casebook.conclude(made.conclusion(runs[0], act), act)
    states = [row.state for row in casebook.worklist()]
    assert states == [CaseStatus.CONCLUDED, CaseStatus.EXAMINED, CaseStatus.RECEIVED]
    casebook.review(made.review(case, act), act)
    assert casebook.worklist()[0].state is CaseStatus.REVIEWED
    made.issued(casebook, act, case)
    assert [row.state for row in casebook.worklist()] == [CaseStatus.ISSUED, CaseStatus.EXAMINED, CaseStatus.RECEIVED]
    casebook.conclude(made.conclusion(runs[0], act), act)  # after the report: the report does not cover it
    first = casebook.worklist()[0]
    assert (first.state, first.case.number, first.specimen.label) == (CaseStatus.CONCLUDED, "PM-0001", "S0")
    assert (first.radiograph.file_name, first.radiograph.quality) == ("hand.dcm", ("The wrist is cut off.",))


def test_a_case_number_is_there_once_however_it_is_spelled(casebook: Casebook, act: Act) -> None:
    made.opened(casebook, act, "PM-é1")
    with pytest.raises(CaseConflict, match="in this casebook already"):
        made.opened(casebook, act, " pm-e\u03011")
    with pytest.raises(CaseConflict, match="needs a number"):
        made.opened(casebook, act, " ")
    for number in ("PM\n1", "\x1b[31mPM-1", "PM-1\u202e", "P" * 101):
        with pytest.raises(CaseConflict, match="cannot be seen, or more than 100"):
            made.opened(casebook, act, number)
    assert casebook.case("PM-E\u03011").number == "PM-é1"
    assert casebook.head()[0] == 2


def test_the_same_incident_is_used_again(casebook: Casebook, act: Act) -> None:
    first, second = made.opened(casebook, act, "PM-1"), made.opened(casebook, act, "PM-2")
    assert first.incident_id == second.incident_id
    assert len(casebook.incidents()) == 1


def test_unknown_short_and_ambiguous_ids_say_what_to_do(casebook: Casebook, act: Act) -> None:
    case = made.opened(casebook, act)
    items = []
    for number in range(2):
        data = bytes([number])
        casebook.evidence.admit(data)
        wanted = made.specimen(case)
        items.append(casebook.receive(wanted, made.radiograph(wanted.id, data, id=f"abcdef0{number}-0000-4000-8000-000000000000"), act))
    assert casebook.radiograph("ABCDEF01").id == items[1].id
    for wrong, words in (
        ("abcdef", "More than one"),
        ("abcde", "no radiograph with"),
        ("ffffff", "no radiograph whose"),
        ("", "no radiograph"),
    ):
        with pytest.raises(CaseConflict, match=words) as caught:
            casebook.radiograph(wrong)
        assert caught.value.remedy
    with pytest.raises(CaseConflict, match="no case 'PM-9'"):
        casebook.case("PM-9")
    assert casebook.case(case.id[:6]).id == case.id


def test_the_same_file_twice_in_a_case_is_refused_and_in_two_cases_is_found(casebook: Casebook, act: Act) -> None:
    first, second = made.opened(casebook, act, "PM-1"), made.opened(casebook, act, "PM-2")
    made.received(casebook, act, first)
    with pytest.raises(CaseConflict, match="already"):
        made.received(casebook, act, first)
    item = made.received(casebook, act, second)
    assert [case.number for case, _ in casebook.with_sha256(item.sha256)] == ["PM-1", "PM-2"]
    assert [case.number for case, _ in casebook.with_pixels_sha256(item.pixels_sha256)] == ["PM-1", "PM-2"]
    assert casebook.case_of(item.id).number == "PM-2"


def test_no_row_without_its_file(casebook: Casebook, act: Act) -> None:
    case = made.opened(casebook, act)
    wanted = made.specimen(case)
    with pytest.raises(EvidenceAltered, match="missing"):
        casebook.receive(wanted, made.radiograph(wanted.id, b"never admitted"), act)
    report = made.report(case, b"{}")
    with pytest.raises(EvidenceAltered, match="missing"):
        casebook.issue(report, made.signature(report, made.sha(b"never signed")), b"{}", act)
    with pytest.raises(ValueError, match="record"):
        casebook.issue(report, made.signature(report, casebook.report_files.admit(b"%PDF")), b"other", act)
    assert casebook.specimens(case.id) == [] and casebook.head()[0] == 2


def test_a_specimen_of_the_same_label_is_the_specimen(casebook: Casebook, act: Act) -> None:
    case = made.opened(casebook, act)
    first, second = made.received(casebook, act, case, b"1"), made.received(casebook, act, case, b"2")
    assert first.specimen_id == second.specimen_id
    assert len(casebook.specimens(case.id)) == 1


def test_examiners_are_enrolled_once(casebook: Casebook, act: Act) -> None:
    known = casebook.examiner(act.actor.name, Role.EXAMINER, act.actor.qualification)
    assert known == act.actor
    new = casebook.examiner("Dr B", Role.REVIEWER, "radiologist", "0a1b")
    assert casebook.examiner("Dr B", Role.REVIEWER, "radiologist", "0a1b") == new
    assert casebook.examiners() == [act.actor, new]
    assert [event.kind for event in casebook.events()] == ["created", "enrolled"]


def test_what_the_casebook_does_not_know_is_a_conflict(casebook: Casebook, act: Act) -> None:
    case, item, report = made.whole_case(casebook, act)
    before = casebook.head()
    stranger = Act(Examiner(made.new_id(), act.actor.name, qualification=act.actor.qualification))  # the same words, another id
    refused = [
        lambda: casebook.observe(made.observation(item, stranger), act),
        lambda: casebook.shown("nosuchid", act),
        lambda: casebook.conclude(made.conclusion(made.examination(item, act), act), act),
        lambda: made.issued(casebook, act, case),  # version 1 again
        lambda: made.issued(casebook, act, case, version=2, supersedes=made.new_id()),
        lambda: made.issued(casebook, act, case, version=2),
        lambda: made.issued(casebook, act, case, version=3, supersedes=report.id),
        lambda: casebook.countersign(made.signature(report, casebook.report_files.admit(b"x"), 3), act),
        lambda: casebook.observe(casebook.observations(item.id)[0], act),  # the same row again
    ]
    for act_ in refused:
        with pytest.raises(CaseConflict):
            act_()
    assert casebook.head() == before


def test_a_new_version_of_a_report_follows_the_latest(casebook: Casebook, act: Act) -> None:
    case, _, first = made.whole_case(casebook, act)
    second = made.issued(casebook, act, case, b"%PDF amended", 2, first.id)
    assert casebook.reports(case.id) == [first, second] and second.supersedes == first.id
    assert casebook.record(first.id) != casebook.record(second.id)


def test_a_new_actor_is_written_with_her_first_act(casebook: Casebook, act: Act) -> None:
    other = Act(Examiner(made.new_id(), "Dr C", Role.REVIEWER), "key", "asked by phone", {"station": 2, "large": 2**60})
    made.opened(casebook, other)
    event = casebook.events()[-1]
    assert (event.actor, event.role, event.actor_proof, event.reason) == ("Dr C", "reviewer", "key", "asked by phone")
    assert event.details["station"] == 2 and event.details["large"] == str(2**60)
    assert other.actor in casebook.examiners()


def test_a_file_name_that_is_no_utf_8_is_kept_readable(casebook: Casebook, act: Act) -> None:
    case = made.opened(casebook, act)
    casebook.evidence.admit(b"hand")
    wanted = made.specimen(case)
    name = b"h\xe4nd.dcm".decode("utf-8", "surrogateescape")
    casebook.receive(wanted, made.radiograph(wanted.id, b"hand", file_name=name, side=Side.UNKNOWN), act)
    casebook.refused(case.id, name, None, "empty", act)
    assert casebook.radiographs()[0].file_name == r"h\udce4nd.dcm"
    verify_chain(casebook.events())


def test_settings_are_those_of_the_first_event(casebook: Casebook, act: Act, tmp_path) -> None:  # type: ignore[no-untyped-def]
    book = Casebook.create(tmp_path / "demo", act=act, blind_first=False, synthetic=True)
    again = Casebook.open(book.folder)
    assert (again.id, again.blind_first, again.synthetic) == (book.id, False, True)
    assert (casebook.blind_first, casebook.synthetic) == (True, False)
    assert {path.name for path in book.folder.iterdir()} == {"casebook.db", "originals", "reports", "identities", "trust"}
    with pytest.raises(CasebookUnavailable, match="already"):
        Casebook.create(book.folder, act=act)


def test_who_comes_without_an_id_is_given_one_and_is_nobody_else(tmp_path: Path) -> None:
    """A casebook's founder is named before the casebook could give her an id."""
    book = Casebook.create(tmp_path / "book", act=Act(Examiner("", "Anna")))
    (anna,) = book.examiners()
    assert str(uuid.UUID(anna.id)) == anna.id
    assert book.examiner("Anna") == anna
    for _ in range(2):
        book.settings_changed({}, Act(Examiner("", "Ben")))
    assert [person.name for person in book.examiners()] == ["Anna", "Ben"]
    ben = book.examiners()[1]
    assert [event.details["actor_id"] for event in book.events()] == [anna.id, ben.id, ben.id]
    assert {finding.result for finding in book.verify()} == {"passed"}
