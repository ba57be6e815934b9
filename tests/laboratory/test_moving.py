"""A radiograph that was received into the wrong case: what every verb says of it afterwards, in the old case and in the right one."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.commands.casework import _case_document
from forensix.domain.case import CaseStatus, Examiner, Role
from forensix.domain.errors import CaseConflict, EvidenceAltered, Withdrawn
from forensix.domain.examination import Outcome
from forensix.gui.timeline import timeline_of
from forensix.identity.authority import SiteAuthority
from forensix.imaging import phantom
from forensix.laboratory import Laboratory
from forensix.laboratory.resuming import EXAMINE, Batch
from forensix.settings import Settings
from tests.laboratory.conftest import ANNA, BEN, PASSPHRASE
from tests.support.poppler import text_of

WHY = "the labels of two bags were swapped"
WRONG, RIGHT = "PM-7", "PM-8"


@pytest.fixture(scope="module")
def chosen_once(tiny_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    top = tmp_path_factory.mktemp("moving")
    return replace(settings.defaults(), casebook=top / "book", added_models=tiny_models, model="tiny-resnet18", device="cpu")


@pytest.fixture(scope="module")
def issued(chosen_once: Settings) -> Path:
    """Two concluded radiographs in an issued report, left.dcm of another body; and the case of that body, without any radiograph."""
    folder = chosen_once.casebook.parent
    for seed, name in ((21, "left.dcm"), (22, "right.dcm")):
        (folder / name).write_bytes(phantom.dicom(phantom.hand(seed, size=(400, 300)), laterality=name[0].upper()))
    book = Casebook.create(chosen_once.casebook, act=Act(actor=ANNA), blind_first=True, synthetic=True)
    with Laboratory(book, chosen_once, ANNA) as anna:
        anna.open_case(WRONG, incident="Flood", agency="Agency", requester="Coroner")
        anna.receive(WRONG, [folder / "left.dcm", folder / "right.dcm"], condition="burnt")
        anna.examine(WRONG)
        for item in book.radiographs():
            concluded(anna, item.id)
        authority = SiteAuthority.create(book.folder, "Site", PASSPHRASE)
        authority.issue(ANNA.name, Role.EXAMINER, "anthropologist", PASSPHRASE)
        authority.issue(BEN.name, Role.REVIEWER, "anthropologist", PASSPHRASE)
        anna.issue_report(WRONG, key_of(anna, "anna-examiner"), PASSPHRASE)
        anna.open_case(RIGHT, incident="Flood", agency="Agency", requester="Coroner")
    return book.folder


@pytest.fixture
def own(issued: Path, chosen_once: Settings, tmp_path: Path) -> Iterator[Laboratory]:
    """Anna at a copy of it, that the test may change."""
    shutil.copytree(issued, tmp_path / "book")
    with Laboratory(Casebook.open(tmp_path / "book"), chosen_once, ANNA) as anna:
        yield anna


def concluded(laboratory: Laboratory, radiograph: str) -> None:
    laboratory.observe(radiograph)
    laboratory.conclude(laboratory.reveal(radiograph).id, Outcome.INDETERMINATE, "The radiograph alone does not decide.")


def key_of(laboratory: Laboratory, name: str) -> Path:
    return laboratory.casebook.folder / "identities" / f"{name}.p12"


def item_of(laboratory: Laboratory, name: str, number: str = WRONG) -> str:
    case = laboratory.casebook.case(number).id
    return next(item.id for item in laboratory.casebook.radiographs(case) if item.file_name == name)


def moved(laboratory: Laboratory, name: str = "left.dcm") -> str:
    """Its id in the right case."""
    answer = laboratory.correct("radiograph", item_of(laboratory, name), "case", RIGHT, WHY)
    assert answer is not None
    return answer.radiograph


def words_of(pdf: bytes) -> str:
    """What can be read in a PDF, in the order in which it was written, each run of blanks and line ends as one blank."""
    return re.sub(r"\s+", " ", text_of(pdf, "-raw"))


def case_shown(laboratory: Laboratory, number: str) -> dict[str, list[dict[str, object]]]:
    document: dict[str, list[dict[str, object]]] = _case_document(laboratory, laboratory.casebook.case(number))
    return document


def test_the_verb_says_what_became_of_it_and_that_a_report_holds_it(own: Laboratory) -> None:
    answer = own.correct("radiograph", item_of(own, "left.dcm"), "case", RIGHT.lower(), WHY)
    assert answer is not None
    assert (answer.file_name, answer.from_number, answer.number, answer.specimen) == ("left.dcm", WRONG, RIGHT, "left hand")
    assert (answer.put_back, answer.report_version, answer.may_report) == (False, 1, True)
    assert answer.seen == (f"its estimate had been seen in case {WRONG} by {ANNA.name}",)
    book = own.casebook
    assert [item.file_name for item in book.radiographs(book.case(WRONG).id)] == ["right.dcm"]
    there = book.radiographs(book.case(RIGHT).id)[0]
    assert (there.id, book.specimens(book.case(RIGHT).id)[0].condition) == (answer.radiograph, "burnt")
    assert book.case(RIGHT).status is CaseStatus.RECEIVED  # covered: nothing of what was done is carried over
    assert not own.sight(there.id).visible
    own.examine(RIGHT)
    assert case_shown(own, RIGHT)["radiographs"][0]["examinations"][0]["estimate"] == "covered"  # type: ignore[index]


def test_the_old_case_shows_it_as_withdrawn_and_does_nothing_more_with_it(own: Laboratory, tmp_path: Path) -> None:
    item = item_of(own, "left.dcm")
    there = moved(own)
    shown = case_shown(own, WRONG)
    assert [one["file_name"] for one in shown["radiographs"]] == ["right.dcm"]
    [gone] = shown["withdrawn"]
    told = gone["withdrawn"]
    assert isinstance(told, dict)
    assert (gone["id"], told["to_case"], told["radiograph"], told["reason"], told["by"]) == (item, RIGHT, there, WHY, ANNA.name)
    assert len(gone["conclusions"]) == len(gone["observations"]) == 1  # type: ignore[arg-type]

    assert [one.radiograph for one in own.examine(WRONG, again="again").items] == [item_of(own, "right.dcm")]
    [refused] = own.examine(radiographs=(item,), again="again").items
    assert (refused.status, "withdrawn from case PM-7" in refused.reason, "in case PM-8 now" in refused.remedy) == ("failed", True, True)
    for verb in (lambda: own.reveal(item), lambda: own.correct("radiograph", item, "condition", "x", WHY)):
        with pytest.raises(Withdrawn):
            verb()
    assert own.export(WRONG, tmp_path / "rows.csv") == 1
    assert [file.radiograph for file in own.export_dicom(WRONG, tmp_path / "out.dcm", "sr").files] == [item_of(own, "right.dcm")]
    assert [event.kind for event in own.casebook.events() if event.kind == "examination_failed"] == []


def test_the_next_report_says_where_it_belongs_and_the_first_is_found_to_speak_of_it(own: Laboratory, tmp_path: Path) -> None:
    first = own.casebook.report_files.path(own.casebook.signatures(own.casebook.reports(own.casebook.case(WRONG).id)[0].id)[0].file_sha256)
    moved(own)
    found = {each.check: each for each in own.verify_report(first).findings}
    assert own.verify_report(first).accepted  # genuine, and wrong in this
    assert "left.dcm, which the report speaks of, was withdrawn from this case" in found["withdrawn"].meaning
    assert "belongs to case PM-8" in found["withdrawn"].meaning
    with (
        Laboratory(own.casebook, own.settings, BEN) as ben,
        pytest.raises(CaseConflict, match=r"speaks of left\.dcm, which was withdrawn"),
    ):
        ben.countersign(first, key_of(own, "ben-reviewer"), PASSPHRASE)

    second = own.issue_report(WRONG, key_of(own, "anna-examiner"), PASSPHRASE)
    text, sha256 = words_of(second.path.read_bytes()), own.casebook.withdrawals(own.casebook.case(WRONG).id)[0].radiograph.sha256
    assert "1 concluded, 0 received but not concluded, 1 received into this case by mistake and withdrawn" in text
    assert "Received into this case by mistake and withdrawn. Nothing in this report rests on them" in text
    assert "case PM-8" in text and WHY in text and ANNA.name in text
    assert sha256 in text.replace(" ", "") or sha256[:16] in text
    assert "left.dcm: case corrected from PM-7 to PM-8" in text
    record = json.loads(own.casebook.record(second.report.id))
    assert [item["radiograph"]["file_name"] for item in record["items"]] == ["right.dcm"]
    assert [(one["number"], one["reason"]) for one in record["withdrawn"]] == [(RIGHT, WHY)]
    assert record["withdrawn"][0]["radiograph"]["acquisition"]["tags"] == {}  # the header is of another person
    assert own.verify_all(replay=True).accepted
    assert "withdrawn" not in {each.check for each in own.verify_report(second.path).findings}

    disclosed = own.disclose(WRONG, tmp_path / "PM-7.zip")  # checked by the other side's own program
    with zipfile.ZipFile(disclosed.path) as packed:
        listed = json.loads(packed.read("originals.json"))["originals"]
    assert {one["file_name"]: one.get("withdrawn", {}).get("to_case") for one in listed} == {"left.dcm": RIGHT, "right.dcm": None}


def test_the_report_on_its_own_case_says_where_it_was_before_and_what_was_seen_there(own: Laboratory) -> None:
    there = moved(own)
    own.examine(RIGHT)
    concluded(own, there)
    text = words_of(own.draft(RIGHT))
    assert "into case PM-7, by mistake" in text
    seen = f"its estimate had been seen in case PM-7 by {ANNA.name}"
    assert f"In this case the casebook hid the estimate until the examiner's own observation was locked. Before: {seen}." in text
    assert "it had not shown it to the examiner before" not in text
    assert f"had been received into case PM-7 by mistake; {seen}" in text  # custody


def test_a_withdrawn_estimate_is_still_run_again(own: Laboratory) -> None:
    run = own.casebook.examinations(item_of(own, "left.dcm"))[0].id
    moved(own)
    replayed = {each.subject: each.result for each in own.verify_case(WRONG, replay=True).findings if each.check == "replay"}
    assert replayed[run] == "passed" and len(replayed) == 2


def test_where_nothing_concluded_is_left_it_says_why_no_report_can_be_issued(own: Laboratory) -> None:
    moved(own)
    answer = own.correct("radiograph", item_of(own, "right.dcm"), "case", RIGHT, WHY)
    assert answer is not None and not answer.may_report
    with pytest.raises(CaseConflict, match=r"has no conclusion to report. What it was concluded on was withdrawn: left\.dcm") as refused:
        own.issue_report(WRONG, key_of(own, "anna-examiner"), PASSPHRASE)
    assert "Version 1 of its report stays as issued and does not hold" in refused.value.remedy
    assert own.casebook.case(WRONG).status is CaseStatus.OPENED
    assert len(case_shown(own, WRONG)["withdrawn"]) == 2


def test_the_file_given_again_is_known_where_it_is_now(own: Laboratory, chosen_once: Settings) -> None:
    there = moved(own)
    [again] = own.receive(WRONG, [chosen_once.casebook.parent / "left.dcm"]).items
    assert (again.status, again.radiograph, again.case) == ("duplicate", there, RIGHT)
    assert f"forensix correct radiograph {there[:8]} --set case={WRONG}" in again.remedy


def test_what_nobody_may_do_and_what_cannot_be_is_refused(own: Laboratory) -> None:
    item, book = item_of(own, "left.dcm"), own.casebook
    before = book.head()
    with pytest.raises(CaseConflict, match="no case 'PM-99'") as unknown:
        own.correct("radiograph", item, "case", "PM-99", WHY)
    assert "forensix case open PM-99" in unknown.value.remedy
    with pytest.raises(CaseConflict, match="needs its reason"):
        own.correct("radiograph", item, "case", RIGHT, "  ")
    with pytest.raises(CaseConflict, match="in case PM-7 already"):
        own.correct("radiograph", item, "case", WRONG, WHY)
    assert book.head() == before
    with Laboratory(book, own.settings, Examiner("", "Ada Auditor", Role.AUDITOR)) as ada, pytest.raises(CaseConflict, match="may not"):
        ada.correct("radiograph", item, "case", RIGHT, WHY)
    kept = book.evidence.path(book.radiograph(item).sha256)
    kept.chmod(0o644)
    kept.write_bytes(b"another hand")
    with pytest.raises(EvidenceAltered):
        own.correct("radiograph", item, "case", RIGHT, WHY)
    assert book.withdrawals(book.case(WRONG).id) == []


def test_a_batch_that_is_at_work_on_it_ends_first(own: Laboratory) -> None:
    item, other = item_of(own, "left.dcm"), item_of(own, "right.dcm")
    batch = own.begin_batch(Batch(EXAMINE, (item, other), again="a better window"))
    lock = own.hold_batch(batch.id)
    with pytest.raises(CaseConflict, match="is being examined in a batch"):
        own.correct("radiograph", item, "case", RIGHT, WHY)
    lock.release()  # it was cut short: nobody is at work on it
    moved(own)
    assert own.done_since(batch) == {item}  # nothing is left to do with it


def test_another_incident_is_allowed_and_named(own: Laboratory) -> None:
    own.open_case("X-1", incident="Fire")
    own.correct("radiograph", item_of(own, "left.dcm"), "case", "X-1", WHY)
    assert "case X-1, Fire" in words_of(own.draft(WRONG))


def test_who_has_not_observed_reads_no_outcome_and_no_reason_of_it(own: Laboratory) -> None:
    item = item_of(own, "left.dcm")
    there = moved(own)
    with Laboratory(own.casebook, own.settings, BEN) as ben:
        gone = case_shown(ben, WRONG)["withdrawn"][0]
        assert (gone["withdrawn"]["reason"], gone["conclusions"]) == ("covered", [])  # type: ignore[index]
        moments = timeline_of(ben, own.casebook.case(WRONG).id)
        assert all(WHY not in moment.said for moment in moments)
        assert [moment.covered for moment in moments if moment.kind == "concluded"] == [True, True]
        withdrawn = next(moment for moment in moments if moment.kind == "corrected")
        assert (withdrawn.about, withdrawn.said) == ("left.dcm", "case: PM-7 \N{RIGHTWARDS ARROW} PM-8")
        ben.observe(item_of(own, "right.dcm"))
        moments = timeline_of(ben, own.casebook.case(WRONG).id)  # what concerns the whole case waits for nothing any more
        assert [moment.covered for moment in moments if moment.kind == "concluded"] == [True, False]
        received = timeline_of(ben, own.casebook.case(RIGHT).id)[-1]
        assert "had been received into case PM-7 by mistake; its estimate had been seen" in received.said
    assert own.casebook.radiograph(item).id == item != there


def test_put_back_the_report_covers_it_only_from_its_next_version_on(own: Laboratory) -> None:
    item = item_of(own, "left.dcm")
    there = moved(own)
    answer = own.correct("radiograph", there, "case", WRONG, "it was the right one after all")
    assert answer is not None and (answer.put_back, answer.radiograph, answer.report_version) == (True, item, 0)
    states = {row.radiograph.file_name: row.state for row in own.casebook.worklist()}
    assert states == {"left.dcm": CaseStatus.CONCLUDED, "right.dcm": CaseStatus.ISSUED}
    facts = own._facts(own.casebook.case(WRONG))
    assert (len(facts.items), facts.withdrawn) == (2, ())
    text = words_of(own.draft(WRONG))
    assert "left.dcm: case corrected from PM-7 to PM-8" in text and "left.dcm: case corrected from PM-8 to PM-7" in text
    assert own.verify_all().accepted
