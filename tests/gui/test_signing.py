"""Signing in the window with real keys: time-stamped or not, countersigned by a second person, with a card."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.casebook.clock import Clock
from forensix.domain.case import Examiner, Role
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
