"""The order of signing: conclude, review, compose, certify, countersign; who may do which, and what is refused and logged."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.casebook.clock import Clock
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import CaseConflict, SigningFailed
from forensix.domain.examination import Outcome
from forensix.identity.authority import SiteAuthority
from forensix.identity.keys import Identity
from forensix.laboratory import Laboratory, review_checklist, signing_order
from forensix.laboratory.acts import PERMITTED
from forensix.settings import Settings
from tests.laboratory.conftest import ANNA, BEN, PASSPHRASE


@pytest.fixture
def site(book: Casebook) -> SiteAuthority:
    return SiteAuthority.create(book.folder, "Site", PASSPHRASE)


def identity(site: SiteAuthority, person: Examiner = ANNA) -> Path:
    return site.issue(person.name, person.role, person.qualification, PASSPHRASE)


def concluded(laboratory: Laboratory, radiographs: Path, number: str = "PM-7") -> str:
    """A case with one concluded radiograph; its id."""
    laboratory.open_case(number, incident="Flood", agency="Agency", requester="Coroner")
    item = laboratory.receive(number, [radiographs / "plain.png"]).items[0].radiograph
    laboratory.examine(number)
    conclude(laboratory, item)
    return item


def conclude(laboratory: Laboratory, item: str) -> None:
    laboratory.observe(item)
    laboratory.conclude(laboratory.reveal(item).id, Outcome.INDETERMINATE, "The radiograph alone does not decide.")


def notes(laboratory: Laboratory, pdf: Path) -> set[str]:
    verified = laboratory.verify_report(pdf)
    assert verified.accepted, verified
    return {finding.check for finding in verified.findings if finding.result == "note"}


def test_from_conclusion_to_countersignature_and_a_later_review_makes_a_version(
    anna: Laboratory, ben: Laboratory, site: SiteAuthority, radiographs: Path, book: Casebook, chosen: Settings
) -> None:
    item, own, other = concluded(anna, radiographs), identity(site), identity(site, BEN)
    first = anna.issue_report("PM-7", own, PASSPHRASE)
    assert "reviewed" in notes(anna, first.path)
    seen = ben.countersign(first.path, other, PASSPHRASE)  # allowed, and says itself that no review is recorded
    assert b"it records no review" in seen.path.read_bytes() and "reviewed" in notes(anna, seen.path)
    ben.observe(item)
    ben.review("PM-7", agrees=False, text="The side is wrong.")
    second = anna.issue_report("PM-7", own, PASSPHRASE)
    assert (second.report.version, second.report.supersedes) == (2, first.report.id)
    assert "reviewed" not in notes(anna, second.path)
    with pytest.raises(CaseConflict, match="latest form"):
        ben.countersign(seen.path, other, PASSPHRASE)
    carl = Examiner("", "Carl Other", Role.REVIEWER)
    with Laboratory(book, chosen, carl) as third, pytest.raises(SigningFailed, match="records a review by Ben Reviewer"):
        third.countersign(second.path, identity(site, carl), PASSPHRASE)
    with pytest.raises(SigningFailed, match="another person than the examiner"):
        ben.countersign(second.path, own, PASSPHRASE)
    countersigned = ben.countersign(second.path, other, PASSPHRASE)
    assert not notes(anna, countersigned.path)
    assert b"dissent" in countersigned.path.read_bytes()
    assert {"superseded", "reviewed"} <= notes(anna, seen.path)
    assert first.path.is_file() and seen.path.is_file()  # both versions stay
    proved = [event.kind for event in book.events() if event.actor_proof == "key"]
    assert proved == ["heatmap_checked", "issued", "countersigned", "issued", "countersigned"]
    refused = [event for event in book.events() if event.kind == "signing_refused"]
    assert len(refused) == 2 and "Ben Reviewer" in refused[0].details["because"]


def test_a_review_older_than_a_conclusion_does_not_stand_for_it() -> None:
    record = {
        "reviews": [{"examiner_id": "b", "at": "2026-11-21T10:00:00+00:00", "agrees": True}],
        "people": {"b": {"name": "Ben Reviewer"}},
        "items": [{"conclusion": {"concluded_at": "2026-11-21T09:00:00+00:00"}}],
    }
    assert signing_order.recorded_review(record, BEN) == record["reviews"][0]
    record["items"] = [{"conclusion": {"concluded_at": "2026-11-21T11:00:00+00:00"}}]
    with pytest.raises(SigningFailed, match="older than a conclusion"):
        signing_order.recorded_review(record, BEN)


def test_who_concluded_signs(anna: Laboratory, site: SiteAuthority, radiographs: Path, book: Casebook) -> None:
    concluded(anna, radiographs)
    other = identity(site, Examiner("", "Dora Else", Role.EXAMINER))
    with pytest.raises(SigningFailed, match=r"concluded by Anna Examiner, and this key is of Dora Else") as caught:
        anna.issue_report("PM-7", other, PASSPHRASE)
    assert "observe and conclude as Dora Else" in caught.value.remedy
    assert book.reports(book.case("PM-7").id) == []
    assert signing_order.same_name("Anna  EXAMINER", "anna examiner")  # one name, typed otherwise
    facts, login = anna._facts(book.case("PM-7")), getpass.getuser()
    proved = {facts.items[0].conclusion.examiner_id: Examiner("", login, certificate_serial="51c0ffee")}
    with pytest.raises(SigningFailed, match="who concluded signs"):  # what a key proved is never taken over
        signing_order.taken_over(facts.items, proved, BEN, login)


def test_a_conclusion_under_the_login_name_is_taken_over_and_printed(
    site: SiteAuthority, radiographs: Path, book: Casebook, chosen: Settings
) -> None:
    with Laboratory(book, chosen, Examiner("", getpass.getuser())) as nobody:
        concluded(nobody, radiographs)
        issued = nobody.issue_report("PM-7", identity(site), PASSPHRASE)
        assert "concluded_by" in notes(nobody, issued.path)
    assert [event.actor_proof for event in book.events() if event.kind == "issued"] == ["claimed"]  # the key is not the actor's own
    record = json.loads(book.record(issued.report.id))
    assert [sentence for sentence in record["failures"] if "login name" in sentence and "Anna Examiner" in sentence]


def test_reports_are_time_stamped_once_the_service_is_on(anna: Laboratory, ben: Laboratory, site: SiteAuthority, radiographs: Path) -> None:
    item, own = concluded(anna, radiographs), identity(site)
    served = site.with_time_stamps(PASSPHRASE)
    served.hand_time_stamps(own, PASSPHRASE)
    ben.observe(item)
    ben.review("PM-7", agrees=True)
    stamped = anna.issue_report("PM-7", own, PASSPHRASE)
    signed = ben.countersign(stamped.path, identity(served, BEN), PASSPHRASE)
    assert not notes(anna, signed.path)
    assert signed.path.read_bytes().count(b"/DocTimeStamp") == 2
    assert "time-stamp service" in json.loads(anna.casebook.record(stamped.report.id))["time_source"]


class SetClock(Clock):
    """This computer's clocks, both of which a test can shift."""

    wall = timedelta(0)
    running = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.wall + self.running

    def monotonic_ns(self) -> int:
        return super().monotonic_ns() + int(self.running.total_seconds() * 1e9)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def dora(tmp_path: Path, chosen: Settings, clock: SetClock) -> Iterator[Laboratory]:
    book = Casebook.create(tmp_path / "clocked", act=Act(actor=ANNA), blind_first=True, synthetic=True, clock=clock)
    with Laboratory(book, chosen, ANNA) as laboratory:
        yield laboratory


def test_a_clock_that_was_set_back_signs_nothing_and_stands_in_custody(dora: Laboratory, radiographs: Path, clock: SetClock) -> None:
    concluded(dora, radiographs)
    own = identity(SiteAuthority.create(dora.casebook.folder, "Site", PASSPHRASE))
    clock.wall = timedelta(hours=-1)
    for _ in range(2):  # the logged refusal, at the wrong time, does not make the clock right
        with pytest.raises(SigningFailed, match="stands before the last act"):
            dora.issue_report("PM-7", own, PASSPHRASE)
    assert [event.kind for event in dora.casebook.events()][-2:] == ["signing_refused", "signing_refused"]
    clock.wall = timedelta(0)
    dora.casebook.check_clock()


def test_a_clock_that_lags_behind_the_one_that_cannot_be_set_is_noticed(dora: Laboratory, clock: SetClock) -> None:
    clock.running = timedelta(hours=3)
    dora.casebook.check_clock()
    clock.wall = timedelta(hours=-2)  # still after every act
    with pytest.raises(CaseConflict, match="set back by about 120 minutes"):
        dora.casebook.check_clock()


def test_a_clock_that_was_ahead_is_confirmed_by_an_act(dora: Laboratory, radiographs: Path, clock: SetClock) -> None:
    clock.wall = timedelta(days=3650)
    concluded(dora, radiographs)
    clock.wall = timedelta(0)
    with pytest.raises(CaseConflict, match="stands before the last act") as caught:
        dora.casebook.check_clock()
    assert "clock --confirm" in caught.value.remedy
    with pytest.raises(CaseConflict, match="reason"):
        dora.confirm_clock(" ")
    dora.confirm_clock("compared with the radio clock")
    dora.casebook.check_clock()
    assert {finding.check for finding in dora.verify_case("PM-7").findings if finding.result == "note"} >= {"clock"}


def test_the_check_list_of_a_review(anna: Laboratory, ben: Laboratory, radiographs: Path, tmp_path: Path) -> None:
    ben.observe(concluded(anna, radiographs))
    file = tmp_path / "list.toml"
    file.write_text(review_checklist.blank(), encoding="utf-8")
    with pytest.raises(CaseConflict, match="radiograph_seen"):
        review_checklist.answered(file)
    file.write_text(review_checklist.blank().replace('answer = ""', 'answer = "yes"'), encoding="utf-8")
    answers = review_checklist.answered(file)
    assert set(answers) == {item.name for item in review_checklist.shipped()} and all(answers.values())
    assert {item.part for item in review_checklist.shipped()} == {"technical", "administrative"}
    with pytest.raises(CaseConflict, match="dates_plausible unanswered"):
        ben.review("PM-7", agrees=True, checklist={name: value for name, value in answers.items() if name != "dates_plausible"})
    with pytest.raises(CaseConflict, match="method_followed with no"):
        ben.review("PM-7", agrees=True, checklist=answers | {"method_followed": False})
    assert ben.review("PM-7", agrees=False, text="Not as validated.", checklist=answers | {"method_followed": False}).checklist
    assert ben.review("PM-7", agrees=True, checklist={"our_own_point": True}).checklist == {"our_own_point": True}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "schema = 2",
        "not toml at all [",
        '{"a": 1}',
        "[1]",
        'schema = 1\n[[item]]\nname = "a"\nanswer = "maybe"\n',
        "schema = 1\nitem = 3",
    ],
)
def test_what_is_no_check_list_says_so(tmp_path: Path, text: str) -> None:
    file = tmp_path / "list.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CaseConflict, match="no check list"):
        review_checklist.answered(file)


def test_an_optional_item_may_be_left_out_and_a_json_object_is_a_laboratorys_own(tmp_path: Path) -> None:
    file = tmp_path / "list"
    open_items = review_checklist.blank().replace("required = true", "required = false").replace('answer = ""', 'answer = "not applicable"')
    file.write_text(open_items, encoding="utf-8")
    assert review_checklist.answered(file) == {}
    file.write_text('{"a": true, "b": false}', encoding="utf-8")
    assert review_checklist.answered(file) == {"a": True, "b": False}


def test_an_auditor_only_reads_and_an_administrator_judges_and_signs_nothing(book: Casebook, chosen: Settings) -> None:
    reads = {"verify", "export", "backup", "settings"}
    judges = {"observe", "reveal", "examine", "conclude", "review", "report", "countersign"}
    with (
        Laboratory(book, chosen, Examiner("", "Otto Auditor", Role.AUDITOR)) as auditor,
        Laboratory(book, chosen, Examiner("", "Vera Administrator", Role.ADMINISTRATOR)) as administrator,
    ):
        for verb in PERMITTED:
            if verb in reads:
                assert auditor.act(verb).actor.role is Role.AUDITOR
            else:
                with pytest.raises(CaseConflict, match="auditor may not"):
                    auditor.act(verb)
        for verb in judges:
            with pytest.raises(CaseConflict, match="administrator may not"):
                administrator.act(verb)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_no_other_role_signs(anna: Laboratory, site: SiteAuthority, role: Role) -> None:
    anna.open_case("PM-7", incident="Flood")
    own = identity(site, replace(ANNA, role=role))
    with pytest.raises(SigningFailed, match="cannot sign"):
        anna.issue_report("PM-7", own, PASSPHRASE)
    assert Identity.open(own, PASSPHRASE, to_sign=False).examiner.role is role
