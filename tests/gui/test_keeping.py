"""Backup and restore, a report file from elsewhere, exports, identities, site records and the computer's state, from their dialogs."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.site import SiteRecord
from forensix.gui.act_dialog import ActDialog
from forensix.gui.backup_dialog import BackupDialog, RestoreDialog
from forensix.gui.clock_dialog import CompareClockDialog, ConfirmClockDialog
from forensix.gui.disclose_dialog import DiscloseDialog
from forensix.gui.doctor_dialog import DoctorDialog
from forensix.gui.export_dialog import ExportDialog
from forensix.gui.identities_dialog import IdentitiesDialog, Wanted
from forensix.gui.model_facts import facts_of
from forensix.gui.report_dialog import VerifiedDialog
from forensix.gui.scheme_dialog import SchemeDialog
from forensix.gui.session import Session
from forensix.gui.sites_dialog import SitesDialog
from forensix.gui.trust_dialog import TrustDialog
from forensix.gui.verify_file_dialog import VerifyFileDialog
from forensix.identity import keys, register
from forensix.identity.authority import SiteAuthority
from forensix.laboratory import Laboratory, doctor
from tests.gui.test_disclosing import ANNA, NUMBER, OTHER, SECRET, book, idle, reported, session
from tests.gui.test_upkeep import closed
from tests.support.keyboard import Keys
from tests.support.patience import held

__all__ = ["book", "reported", "session"]
ONE_LINE = 16  # pixels
Dialog = TypeVar("Dialog", bound=ActDialog)


def opened(dialog: Dialog, session: Session, qtbot: QtBot) -> Dialog:
    qtbot.addWidget(dialog)
    dialog.show()
    idle(session, qtbot)
    return dialog


def act(dialog: ActDialog, session: Session, qtbot: QtBot) -> str:
    """Press the button; what the dialog says then."""
    assert dialog.act_button.isEnabled(), dialog.missing.text()
    dialog.act_button.click()
    idle(session, qtbot)
    return dialog.notice.text.text()


def issued_pdf(book: Casebook) -> Path:
    report = book.reports(book.case(NUMBER).id)[-1]
    return book.report_files.path(book.signatures(report.id)[-1].file_sha256)


def test_a_backup_is_restored_into_a_new_folder_only(session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = opened(BackupDialog(session, book.folder), session, qtbot)
    dialog.out.field.setText(str(tmp_path / "backup.zip"))
    said: list[str] = []
    dialog.told.connect(said.append)
    act(dialog, session, qtbot)
    assert said[0].startswith(f"Backed up to {tmp_path / 'backup.zip'}")
    again = opened(BackupDialog(session, book.folder), session, qtbot)
    again.out.field.setText(str(tmp_path / "backup.zip"))
    assert "is there already" in again.missing.text()

    back = opened(RestoreDialog(session, book.folder), session, qtbot)
    back.file.setText(str(tmp_path / "hand.txt"))
    assert "is not empty; choose a new folder" in back.missing.text()
    back.folder.setText(str(tmp_path / "restored"))
    (tmp_path / "hand.txt").write_text("no backup", encoding="utf-8")
    assert "hand.txt" in act(back, session, qtbot)
    assert back.isVisible()
    assert not (tmp_path / "restored").exists()
    back.file.setText(str(tmp_path / "backup.zip"))
    folders: list[Path] = []
    back.restored.connect(folders.append)
    act(back, session, qtbot)
    assert folders == [tmp_path / "restored"]
    assert Casebook.open(tmp_path / "restored").case(NUMBER).number == NUMBER


def test_a_report_file_is_checked_against_the_casebook_and_against_a_root(
    session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(VerifyFileDialog(session), session, qtbot)
    assert dialog.missing.text() == "Name the report."
    copy = tmp_path / "report.pdf"
    copy.write_bytes(issued_pdf(book).read_bytes())
    dialog.file.setText(str(copy))
    act(dialog, session, qtbot)
    assert "Verification accepts it" in dialog.verdict.text(), dialog.findings.toPlainText()
    assert book.events()[-1].kind == "verified"
    dialog.against.setCurrentIndex(1)
    assert dialog.verdict.text() == ""
    assert not dialog.act_button.isEnabled()
    dialog.root.setText(str(book.folder / "trust" / "root.pem"))
    before = len(book.events())
    act(dialog, session, qtbot)
    assert "Verification accepts it" in dialog.verdict.text(), dialog.findings.toPlainText()
    assert len(book.events()) == before
    copy.write_bytes(copy.read_bytes() + b"\n% x\n")
    dialog.against.setCurrentIndex(0)
    act(dialog, session, qtbot)
    assert "Verification refuses it" in dialog.verdict.text()
    dialog.file.setText(str(tmp_path / "gone.pdf"))
    assert "gone.pdf" in act(dialog, session, qtbot)


def test_a_report_is_checked_before_any_casebook_is_open(hand: Keys) -> None:
    hand.press("Ctrl+B, F")
    dialog = hand.dialog(VerifyFileDialog)
    assert isinstance(dialog, VerifyFileDialog)
    assert dialog.against.count() == 1
    hand.tab_to(dialog.file)
    hand.write("report.pdf")
    assert dialog.missing.text().startswith("Name the root certificate")
    hand.press("Escape")
    hand.qtbot.waitUntil(partial(closed, dialog))
    hand.back()


def test_a_table_and_dicom_files_are_exported_and_what_is_left_out_is_said(
    session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(ExportDialog(session, book.case(NUMBER), "Made-up incident"), session, qtbot)
    dialog.subject.setCurrentIndex(1)
    dialog.out.field.setText(str(tmp_path / "rows.csv"))
    act(dialog, session, qtbot)
    assert [line.split(",")[0] for line in (tmp_path / "rows.csv").read_text().splitlines()[1:]] == [NUMBER, OTHER]

    again = opened(ExportDialog(session, book.case(NUMBER), "Made-up incident"), session, qtbot)
    again.out.field.setText(str(tmp_path / "copy.csv"))
    again.kind.setCurrentIndex(2)
    assert again.out.path().name == "copy.dcm"
    assert "Names can be written in the picture itself" in again.missing.text()
    again.checked.setChecked(True)
    act(again, session, qtbot)
    assert (tmp_path / "copy.dcm").read_bytes()[128:132] == b"DICM"

    none = opened(ExportDialog(session, book.case(OTHER), "Made-up incident"), session, qtbot)
    none.kind.setCurrentIndex(3)
    none.out.field.setText(str(tmp_path / "report.dcm"))
    assert "has not been examined" in act(none, session, qtbot)
    assert none.isVisible()


def test_what_cannot_be_stopped_any_more_is_said_to_be_done(session: Session, qtbot: QtBot) -> None:
    dialog = opened(DoctorDialog(session), session, qtbot)
    with held(doctor, "checks") as at_work:
        dialog.act_button.click()
        qtbot.waitUntil(at_work.is_set)
        dialog.reject()
        assert dialog.isVisible()
    idle(session, qtbot)
    assert dialog.notice.text.text() == "It was done before it could be stopped."
    dialog.reject()
    assert not dialog.isVisible()


def choose(dialog: IdentitiesDialog, wanted: Wanted, *, authority: str = SECRET, own: str = "", again: str = "") -> None:
    dialog.wanted.setCurrentIndex(dialog.wanted.findData(wanted))
    for field, text in ((dialog.authority, authority), (dialog.own, own), (dialog.own_again, again)):
        field.setText(text)


def test_identities_are_listed_renewed_and_revoked(session: Session, book: Casebook, qtbot: QtBot) -> None:
    dialog = opened(IdentitiesDialog(session, book.folder), session, qtbot)
    assert "The revocation list is good until" in dialog.due.text()
    choose(dialog, Wanted.RENEW_LIST, authority="wrong")
    assert "does not open" in act(dialog, session, qtbot)
    choose(dialog, Wanted.RENEW_LIST)
    assert act(dialog, session, qtbot) == "The revocation list is good for another 30 days."
    file, serial = book.folder / "identities" / "anna-examiner.p12", register.issued(book.folder)[0].serial
    choose(dialog, Wanted.RENEW, own="new words", again="new word")
    assert "the same twice" in dialog.missing.text()
    choose(dialog, Wanted.RENEW, own="new words", again="new words")
    assert "Anna Examiner is renewed" in act(dialog, session, qtbot)
    assert dialog.authority.text() == dialog.own.text() == ""
    assert [one.serial == serial for one in register.issued(book.folder)] == [False, True]
    assert keys.Identity.open(file, "new words").examiner.name == ANNA.name
    assert book.events()[-1].kind == "identity_renewed"
    choose(dialog, Wanted.HAND_STAMPS, own="new words")
    assert "Anna Examiner holds the time-stamp service now" in act(dialog, session, qtbot)
    choose(dialog, Wanted.REVOKE)
    assert "revoked for good" in act(dialog, session, qtbot)
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.status() == "revoked"


def test_another_authority_is_trusted_and_its_list_asked_for(session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot) -> None:
    other = Casebook.create(tmp_path / "other", act=Act(actor=ANNA))
    authority = SiteAuthority.create(other.folder, "Another site", SECRET)
    dialog = opened(TrustDialog(session), session, qtbot)
    dialog.root.setText(str(book.folder / "casebook.db"))
    assert "casebook.db" in act(dialog, session, qtbot)
    dialog.root.setText(str(other.folder / "trust" / "root.pem"))
    said = act(dialog, session, qtbot)
    assert authority.fingerprint in said
    assert "until its revocation list is given too" in said
    assert book.events()[-1].kind == "authority_trusted"
    again = opened(TrustDialog(session), session, qtbot)
    again.root.setText(str(other.folder / "trust" / "root.pem"))
    again.list.setText(str(other.folder / "trust" / "crl.pem"))
    assert "given too" not in act(again, session, qtbot)
    assert book.events()[-1].details["list_due"]


def test_a_site_record_is_put_to_use_and_taken_out_of_it(session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot) -> None:
    record = json.dumps({"site": "Made-up site"}).encode()
    sha256 = hashlib.sha256(record).hexdigest()
    laboratory = Laboratory(book, session.settings, ANNA)
    weights = laboratory.networks.card_tables("tiny-resnet18")["weights_sha256"]
    kept = SiteRecord("s", "Made-up site", weights, sha256, record, b"signature", b"certificate", datetime.now(UTC))
    book.add_site(kept, Act(actor=ANNA))
    assert facts_of(laboratory, "tiny-resnet18").site == ""
    dialog = opened(SitesDialog(session), session, qtbot)
    assert "no site record" in dialog.table.currentItem().text()
    assert not dialog.act_button.isEnabled()
    dialog.table.setCurrentRow(1)
    assert "under the record of Made-up site" in act(dialog, session, qtbot)
    used = book.site_in_use()
    assert used is not None
    assert used.sha256 == sha256
    assert facts_of(laboratory, "tiny-resnet18").site == "Made-up site"
    assert dialog.table.currentItem().data(Qt.ItemDataRole.UserRole) == sha256
    dialog.table.setCurrentRow(0)
    act(dialog, session, qtbot)
    assert book.site_in_use() is None
    dialog.add(tmp_path)
    idle(session, qtbot)
    assert "site_record.json is missing" in dialog.notice.text.text()


def test_the_computer_is_looked_at_and_its_clock_named(session: Session, qtbot: QtBot) -> None:
    dialog = opened(DoctorDialog(session), session, qtbot)
    found = dialog.found.toPlainText()
    assert "clock:" in found
    assert "revocation list: good until" in found
    assert dialog.verdict.text()


def focus_order(dialog: QDialog) -> list[QWidget]:
    """The controls in the order in which Tab reaches them."""
    found: list[QWidget] = []
    one = dialog.nextInFocusChain()
    while one is not None and one is not dialog:
        reached = one.isVisible() and one.isEnabled() and bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.focusProxy() is None
        if reached and dialog.isAncestorOf(one):
            found.append(one)
        one = one.nextInFocusChain()
    return found


def test_tab_goes_down_each_dialog_and_every_control_has_a_name(session: Session, book: Casebook, qtbot: QtBot) -> None:
    case = book.case(NUMBER)
    disclosing = DiscloseDialog(session, case)
    disclosing.signs.setChecked(True)
    renewing = IdentitiesDialog(session, book.folder)
    renewing.wanted.setCurrentIndex(1)
    for dialog in (
        disclosing,
        renewing,
        SchemeDialog(session, "Made-up incident"),
        CompareClockDialog(session),
        ConfirmClockDialog(session),
        ExportDialog(session, case, "Made-up incident"),
        BackupDialog(session, book.folder),
        RestoreDialog(session, book.folder),
        VerifyFileDialog(session),
        SitesDialog(session),
        TrustDialog(session),
        DoctorDialog(session),
    ):
        opened(dialog, session, qtbot)
        order = focus_order(dialog)
        down = [one.mapTo(dialog, one.rect().center()).y() for one in order]
        assert len(order) > 1
        assert all(later > before - ONE_LINE for before, later in pairwise(down)), (dialog, down)
        assert [one for one in order if not (one.accessibleName() or getattr(one, "text", str)())] == [], dialog
        dialog.reject()


def test_a_case_is_verified_with_its_estimates_run_again(hand: Keys, reported: Path, desk: Path) -> None:
    shutil.copytree(reported, desk / "book")
    hand.window.doors.open_folder(desk / "book", examiner=ANNA)
    hand.idle()
    hand.press("Ctrl+B, G")
    dialog = hand.dialog(VerifiedDialog)
    assert isinstance(dialog, VerifiedDialog)
    assert "replay: Same within the stated tolerance" in dialog.findings.toPlainText()
    hand.press("Escape")
    hand.qtbot.waitUntil(partial(closed, dialog))
    hand.back()


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("from_the_right")
def test_dates_and_paths_keep_their_order_from_right_to_left_and_are_copied_bare(
    session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot
) -> None:
    identities = opened(IdentitiesDialog(session, book.folder), session, qtbot)
    assert re.search("\u2066[0-9]{4}-[0-9]{2}-[0-9]{2}\u2069", identities.due.text())
    dialog = opened(DiscloseDialog(session, book.case(NUMBER)), session, qtbot)
    dialog.out.field.setText(str(tmp_path / "case.zip"))
    act(dialog, session, qtbot)
    assert f"\u2066{tmp_path / 'case.zip'}\u2069" in dialog.written.toPlainText()
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert f"File: {tmp_path / 'case.zip'}\n" in copied
    assert "\u2069" not in copied


def test_a_report_is_checked_with_the_list_of_revoked_certificates(session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = opened(VerifyFileDialog(session), session, qtbot)
    assert not dialog.list.isVisible(), "against a casebook its own lists count"
    dialog.against.setCurrentIndex(1)
    dialog.file.setText(str(issued_pdf(book)))
    dialog.root.setText(str(book.folder / "trust" / "root.pem"))
    assert "Without a list nobody looks whether the signer's certificate was revoked" in dialog.without.text()
    act(dialog, session, qtbot)
    assert "revocation: No revocation list was given" in dialog.findings.toPlainText()
    dialog.list.setText(str(book.folder / "trust" / "crl.pem"))
    assert dialog.verdict.text() == ""
    act(dialog, session, qtbot)
    assert "Verification accepts it" in dialog.verdict.text(), dialog.findings.toPlainText()
    assert "No revocation list" not in dialog.findings.toPlainText()
    dialog.list.setText(str(book.folder / "trust" / "root.pem"))
    act(dialog, session, qtbot)
    assert "Verification refuses it" in dialog.verdict.text()
    assert "no root certificate or revocation list" in dialog.findings.toPlainText()
    dialog.list.setText(str(tmp_path / "gone.pem"))
    assert "gone.pem" in act(dialog, session, qtbot)
    assert dialog.verdict.text() == ""
    authority = SiteAuthority.open(book.folder, SECRET)
    authority.revoke(authority.list()[0].serial)
    dialog.list.setText(str(book.folder / "trust" / "crl.pem"))
    act(dialog, session, qtbot)
    assert "Verification refuses it" in dialog.verdict.text()
    assert "revoked" in dialog.findings.toPlainText()
