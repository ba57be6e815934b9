"""Signing in the window with real keys: time-stamped or not, countersigned by a second person, with a card."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.casebook.clock import Clock
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import SigningFailed
from forensix.domain.examination import ObservedSex, Outcome
from forensix.gui.bench import Bench
from forensix.gui.case_list import CaseList
from forensix.gui.clock_dialog import ConfirmClockDialog
from forensix.gui.identity_dialog import IdentityDialog
from forensix.gui.receive_dialog import Intake
from forensix.gui.receiving import Receiving
from forensix.gui.report_dialog import CountersignDialog, ReportDialog
from forensix.gui.report_step import ReportStep, issued_files
from forensix.gui.reviewing import reviewing_of
from forensix.gui.session import Session
from forensix.gui.signing_bars import Bar, Bars, Why, bars_of, why_not_issued
from forensix.gui.signing_dialog import SigningDialog
from forensix.identity.authority import SiteAuthority
from forensix.imaging import phantom
from forensix.laboratory import Laboratory, review_checklist
from tests.support.patience import PATIENCE_MS, held
from tests.support.soft_card import PIN, soft_card

SECRET = "four words make it"
ANNA, BEN = Examiner("", "Anna Examiner"), Examiner("", "Ben Reviewer", Role.REVIEWER)
NUMBER = "PM-0001"


class Ahead(Clock):
    """A clock that is an hour ahead."""

    def now(self) -> datetime:
        return super().now() + timedelta(hours=1)


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory, tiny_models: Path) -> Path:
    """One made-up hand, concluded by Anna and reviewed by Ben, who both have keys; the site has a time-stamp service."""
    desk = tmp_path_factory.mktemp("desk")
    (desk / "hand.dcm").write_bytes(phantom.dicom(phantom.hand(21, size=(320, 240)), laterality="L"))
    book = Casebook.create(desk / "casebook", act=Act(actor=ANNA))
    chosen = replace(settings.defaults(), added_models=tiny_models, model="tiny-resnet18", device="cpu")
    with Laboratory(book, chosen, ANNA) as laboratory:
        laboratory.open_case(NUMBER, incident="Made-up incident")
        laboratory.receive(NUMBER, [desk / "hand.dcm"])
        laboratory.examine(NUMBER)
        item = book.radiographs()[0]
        laboratory.observe(item.id, ObservedSex.FEMALE)
        laboratory.conclude(book.examinations(item.id)[-1].id, Outcome.INDETERMINATE, "a made-up hand")
    with Laboratory(book, chosen, BEN) as laboratory:
        laboratory.observe(item.id, ObservedSex.CANNOT_BE_TOLD)
        laboratory.review(NUMBER, agrees=True, checklist={one.name: True for one in review_checklist.shipped()})
    authority = SiteAuthority.create(book.folder, "Made-up site", SECRET).with_time_stamps(SECRET)
    authority.issue(ANNA.name, Role.EXAMINER, "", SECRET)
    authority.issue(BEN.name, Role.REVIEWER, "", SECRET)
    return book.folder


@pytest.fixture
def book(reviewed: Path, desk: Path) -> Casebook:
    shutil.copytree(reviewed, desk / "casebook")
    return Casebook.open(desk / "casebook")


@pytest.fixture
def session(book: Casebook, bench: Bench, tiny_models: Path, qtbot: QtBot) -> Iterator[Session]:
    chosen = replace(settings.defaults(), added_models=tiny_models, model="tiny-resnet18", device="cpu")
    session = Session(chosen, bench)
    session.enter(book, ANNA)
    yield session
    session.sign_in(ANNA)  # ends the laboratory's child process
    idle(session, qtbot)


def idle(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.bench.operations(), timeout=PATIENCE_MS)


def sign(dialog: SigningDialog, name: str, secret: str, qtbot: QtBot) -> None:
    idle(dialog.session, qtbot)
    dialog.key.identity.setCurrentIndex(dialog.key.identity.findText(name))
    dialog.key.secret.setText(secret)
    dialog.sign.click()
    idle(dialog.session, qtbot)


def report(session: Session, book: Casebook, qtbot: QtBot) -> ReportDialog:
    dialog = ReportDialog(session, book.case(NUMBER))
    qtbot.addWidget(dialog)
    dialog.show()
    idle(session, qtbot)
    return dialog


def test_of_several_cases_those_that_are_concluded_are_reported(
    session: Session, book: Casebook, desk: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "other.dcm").write_bytes(phantom.dicom(phantom.hand(22, size=(320, 240)), laterality="L"))
    window = QWidget()
    qtbot.addWidget(window)
    cases = CaseList(session)
    qtbot.addWidget(cases)
    receiving = Receiving(session, window, cases)
    opened: list[list[str]] = []
    monkeypatch.setattr(receiving, "_open_reports", lambda chosen: opened.append([case.number for case in chosen]))
    receiving.receive(Intake("PM-0002", (desk / "other.dcm",), incident="Made-up incident"))
    idle(session, qtbot)
    cases.table.selectAll()
    assert len(cases.selected()) == 2
    receiving.open_report()
    assert "Reports on 1 of the 2 selected cases" in cases.notice.text.text()
    cases.table.selectRow(cases.model.place_of(next(row.radiograph.id for row in cases.model.rows if row.case.number == "PM-0002")))
    receiving.open_report()
    assert opened == [[NUMBER], ["PM-0002"]], "one alone is opened, and says what is missing"


def test_issued_with_a_time_stamp_and_countersigned_by_the_second_person(session: Session, book: Casebook, qtbot: QtBot) -> None:
    dialog = report(session, book, qtbot)
    assert dialog.stamped.isChecked()
    assert "service signs the time" in dialog.dated.text()
    dialog.key.secret.setText(SECRET)
    with held(Laboratory, "issue_report") as at_work:
        dialog.sign.click()
        qtbot.waitUntil(at_work.is_set)
        dialog.reject()
        assert dialog.isVisible()
    idle(session, qtbot)
    assert "Version 1 was issued. Verification accepts" in dialog.notice.text.text(), dialog.findings.toPlainText()
    dialog.reject()
    assert not dialog.isVisible()
    issued = issued_files(book, book.case(NUMBER).id)[0]
    assert json.loads(book.record(issued.report.id))["time_source"].startswith("Stamped by the site's own")

    session.sign_in(BEN)
    second = CountersignDialog(session, issued)
    qtbot.addWidget(second)
    second.show()
    idle(session, qtbot)
    assert "a review by Ben Reviewer" in second.means.text()
    second.key.identity.setCurrentIndex(second.key.identity.findText(ANNA.name))
    assert "another person countersigns" in second.notice.text.text()
    second.key.secret.setText("wrong")
    second.key.identity.setCurrentIndex(second.key.identity.findText(BEN.name))
    assert second.key.secret.text() == "", "what was typed for one key is not tried on another"
    second.key.secret.setText("wrong")
    assert not second.notice.isVisible()
    second.sign.click()
    assert not second.sign.isEnabled()
    idle(session, qtbot)
    assert "does not open" in second.notice.text.text()
    sign(second, BEN.name, SECRET, qtbot)
    assert "countersigned by Ben Reviewer" in second.notice.text.text()
    assert "accepts" in second.notice.text.text(), second.findings.toPlainText()
    signatures = book.signatures(issued.report.id)
    assert [(one.field, one.signer) for one in signatures] == [("Examiner", ANNA.name), ("Reviewer", BEN.name)]
    assert book.events()[-2].actor_proof == "key"


def test_a_clock_that_was_wrong_is_confirmed_where_signing_is_refused(session: Session, book: Casebook, qtbot: QtBot) -> None:
    wrong = Casebook.open(book.folder, clock=Ahead())
    wrong.noted("clock_compared", Act(actor=ANNA), reference="none", ahead_s="0", within_s="1")
    dialog = report(session, book, qtbot)
    assert dialog.confirm_clock.isHidden()
    sign(dialog, ANNA.name, SECRET, qtbot)
    assert "stands before the last act" in dialog.notice.text.text()
    dialog.confirm_clock.click()
    asked = dialog.findChild(ConfirmClockDialog)
    assert asked is not None
    asked.reason.setText("compared with the radio clock")
    asked.act_button.click()
    idle(session, qtbot)
    assert dialog.confirm_clock.isHidden()
    sign(dialog, ANNA.name, SECRET, qtbot)
    assert "Version 1 was issued" in dialog.notice.text.text()


@pytest.mark.long
def test_without_a_time_stamp_by_choice(session: Session, book: Casebook, qtbot: QtBot) -> None:
    dialog = report(session, book, qtbot)
    dialog.stamped.setChecked(False)
    assert "this computer's clock" in dialog.dated.text()
    sign(dialog, ANNA.name, SECRET, qtbot)
    assert "accepts" in dialog.notice.text.text(), dialog.findings.toPlainText()
    record = json.loads(book.record(book.reports(book.case(NUMBER).id)[-1].id))
    assert record["time_source"] == ""


@pytest.mark.long
def test_a_card_is_found_certified_and_signs(session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot) -> None:
    for file in (book.folder / "identities").glob("anna-examiner.*"):
        file.unlink()
    with soft_card(tmp_path / "hsm", "anna") as module:
        dialog = report(session, book, qtbot)
        dialog.new.click()
        made = dialog.findChild(IdentityDialog)
        assert made is not None
        made.authority.setText(SECRET)
        made.kind.setCurrentIndex(1)
        assert "module of the card's maker" in made.missing.text()
        made.module.setText(module)
        made.module.editingFinished.emit()
        idle(session, qtbot)
        assert made.token.currentText() == "anna"
        made.passphrase.setText("000000")
        made.create_button.click()
        idle(session, qtbot)
        assert "PIN does not open the card anna" in made.notice.text.text()
        made.passphrase.setText(PIN)
        made.create_button.click()
        idle(session, qtbot)
        assert [event.details["name"] for event in book.events() if event.kind == "identity_issued"] == [ANNA.name]
        assert dialog.key.identity.currentText() == "Anna Examiner (card)"
        assert dialog.key.secret.placeholderText() == "PIN of the card"
        assert not dialog.stamped.isEnabled()
        assert "card cannot hold" in dialog.dated.text()
        sign(dialog, "Anna Examiner (card)", PIN, qtbot)
        assert "accepts" in dialog.notice.text.text(), dialog.notice.text.text() + dialog.findings.toPlainText()


def test_a_review_that_no_version_holds_asks_for_a_new_version_before_the_countersignature(
    session: Session, book: Casebook, qtbot: QtBot
) -> None:
    step, case = ReportStep(), book.case(NUMBER)
    qtbot.addWidget(step)

    def issue() -> None:
        with Laboratory(book, session.settings, ANNA) as laboratory:
            laboratory.issue_report(NUMBER, book.folder / "identities" / "anna-examiner.p12", SECRET)

    def shown_to(examiner: Examiner) -> tuple[str, ...]:
        with Laboratory(book, session.settings, examiner) as laboratory:
            standing = reviewing_of(laboratory, case.id)
        step.show_case(case, 1, 1, issued_files(book, case.id))
        step.show_reviewed(standing.reviewed, standing.unprinted)
        return standing.unprinted

    assert shown_to(BEN) == (), "nothing is issued yet"
    issue()
    assert shown_to(BEN) == ()
    assert step.next_button is step.countersign_button
    with Laboratory(book, session.settings, BEN) as laboratory:
        laboratory.review(NUMBER, agrees=False, text="too dark", checklist={one.name: True for one in review_checklist.shipped()})
    assert shown_to(BEN) == (BEN.name,)
    assert step.next_button is step.sign_button
    assert BEN.name in step.unprinted.text()
    assert not step.unprinted.isHidden()
    assert shown_to(ANNA) == (BEN.name,), "who concluded is told too: she issues it"
    issue()
    assert shown_to(BEN) == ()
    assert step.next_button is step.countersign_button


def anew(book: Casebook, **more: Any) -> None:
    """Another key for Anna in the place of hers."""
    for file in (book.folder / "identities").glob("anna-examiner.*"):
        file.unlink()
    if more:
        SiteAuthority.open(book.folder, SECRET).issue(ANNA.name, qualification="", passphrase=SECRET, **more)


def revoke(book: Casebook) -> None:
    authority = SiteAuthority.open(book.folder, SECRET)
    authority.revoke(next(one.serial for one in authority.list() if one.examiner.name == ANNA.name))


PAST = datetime.now(UTC) - timedelta(days=60)
SPOILED: dict[Why, Callable[[Casebook], None]] = {
    Why.KEY_ROLE: lambda book: anew(book, role=Role.REVIEWER),
    Why.EXPIRED: lambda book: anew(book, role=Role.EXAMINER, at=PAST, life=timedelta(days=1)),
    Why.NOT_YET: lambda book: anew(book, role=Role.EXAMINER, at=datetime.now(UTC) + timedelta(days=2)),
    Why.REVOKED: revoke,
    Why.LIST: lambda book: SiteAuthority.open(book.folder, SECRET).renew_list(at=PAST),
}


def bars(session: Session, book: Casebook, examiner: Examiner) -> Bars:
    with Laboratory(book, session.settings, examiner) as laboratory:
        return reviewing_of(laboratory, book.case(NUMBER).id).bars


@pytest.mark.parametrize("why", SPOILED)
def test_a_key_that_would_be_refused_is_said_before_and_cannot_be_used(why: Why, session: Session, book: Casebook, qtbot: QtBot) -> None:
    assert bars(session, book, ANNA) == Bars()
    SPOILED[why](book)
    bar = bars(session, book, ANNA).issue
    assert bar is not None and bar.why is why
    with Laboratory(book, session.settings, ANNA) as laboratory, pytest.raises(SigningFailed):
        laboratory.issue_report(NUMBER, book.folder / "identities" / "anna-examiner.p12", SECRET)
    dialog = report(session, book, qtbot)
    dialog.key.secret.setText(SECRET)
    assert dialog.notice.text.text() == why_not_issued(bar)
    assert not dialog.sign.isEnabled()


def test_without_a_key_the_report_step_says_where_one_comes_from(session: Session, book: Casebook, qtbot: QtBot) -> None:
    anew(book)
    step, case = ReportStep(), book.case(NUMBER)
    qtbot.addWidget(step)
    step.show_case(case, 1, 1, [])
    step.show_bars(bars(session, book, ANNA))
    assert "No key of Anna Examiner is at hand" in step.not_issued.text()
    assert step.sign_button.isEnabled() and "sign" in step.sign_button.text(), "the dialog makes one"
    step.show_case(case, 0, 1, [])
    step.cover(False)
    assert step.not_issued.isHidden(), "there is nothing to sign yet"


def test_a_reviewer_is_told_who_signs_and_reads_the_draft_only(session: Session, book: Casebook, qtbot: QtBot) -> None:
    step, case = ReportStep(), book.case(NUMBER)
    qtbot.addWidget(step)
    step.show_case(case, 1, 1, [])
    step.show_bars(bars(session, book, BEN))
    assert "You work as reviewer" in step.not_issued.text()
    assert step.sign_button.text().startswith("&Preview \N{HORIZONTAL ELLIPSIS}")
    assert not step.signs_next
    session.sign_in(BEN)
    dialog = ReportDialog(session, case)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.notice.text.text() == step.not_issued.text(), "before anything was fetched"
    assert dialog.key.isHidden() and dialog.stamped.isHidden() and dialog.close_button.isVisible()
    idle(session, qtbot)
    assert dialog.preview.document.pageCount() > 0
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_who_has_not_concluded_is_told_whose_signature_it_takes(session: Session, book: Casebook, qtbot: QtBot) -> None:
    carla = Examiner("", "Carla Examiner")
    SiteAuthority.open(book.folder, SECRET).issue(carla.name, Role.EXAMINER, "", SECRET)
    with Laboratory(book, session.settings, carla) as laboratory:
        laboratory.observe(book.radiographs()[0].id, ObservedSex.CANNOT_BE_TOLD)
    bar = bars(session, book, carla).issue
    assert bar is not None and (bar.why, bar.others) == (Why.CONCLUDED, (ANNA.name,))
    session.sign_in(carla)
    dialog = report(session, book, qtbot)
    assert dialog.key.identity.currentText() == carla.name
    dialog.key.secret.setText(SECRET)
    assert "that was Anna Examiner, not Carla Examiner" in dialog.notice.text.text()
    assert not dialog.sign.isEnabled()
    dialog.key.identity.setCurrentIndex(dialog.key.identity.findText(ANNA.name))
    dialog.key.secret.setText(SECRET)
    assert "will name Anna Examiner" in dialog.notice.text.text()
    assert dialog.sign.isEnabled()


def test_who_cannot_countersign_is_told_who_can(session: Session, book: Casebook, qtbot: QtBot) -> None:
    with Laboratory(book, session.settings, ANNA) as laboratory:
        laboratory.issue_report(NUMBER, book.folder / "identities" / "anna-examiner.p12", SECRET)
    carla, admin = Examiner("", "Carla Examiner"), Examiner("", "Dora Office", Role.ADMINISTRATOR)
    for one in (carla, admin):
        with Laboratory(book, session.settings, one) as laboratory:
            found = bars_of(laboratory, book.case(NUMBER).id).countersign
            assert found is not None
            assert found.why is (Why.REVIEWED if one is carla else Why.ROLE)
    assert bars(session, book, BEN).countersign is None
    own = bars(session, book, ANNA)
    assert own.issue is None
    step, case = ReportStep(), book.case(NUMBER)
    qtbot.addWidget(step)
    step.show_case(case, 1, 1, issued_files(book, case.id))
    step.show_bars(own)
    assert "another person countersigns" in step.not_countersigned.text()
    assert not step.not_countersigned.isHidden() and step.countersign_button.isEnabled()
    step.show_bars(Bars(countersign=Bar(Why.ROLE, admin.name, admin.role)))
    assert not step.countersign_button.isEnabled()
