"""Disclosing and exporting in the window, with real signatures: what is written is checked by the other side's own program."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.domain.examination import ObservedSex, Outcome
from forensix.exporting import disclosure
from forensix.gui.bench import Bench
from forensix.gui.disclose_dialog import DiscloseDialog
from forensix.gui.session import Session
from forensix.identity.authority import SiteAuthority
from forensix.imaging import phantom
from forensix.laboratory import Laboratory
from tests.support.patience import PATIENCE_MS, PROCESS_S

SECRET = "four words make it"
ANNA = Examiner("", "Anna Examiner")
NUMBER, OTHER = "PM-0001", "PM-0002"


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory, tiny_models: Path) -> Path:
    """Two cases of one made-up hand each; the first has an issued report."""
    desk = tmp_path_factory.mktemp("desk")
    book = Casebook.create(desk / "casebook", act=Act(actor=ANNA), synthetic=True)
    chosen = replace(settings.defaults(), added_models=tiny_models, model="tiny-resnet18", device="cpu")
    own = SiteAuthority.create(book.folder, "Made-up site", SECRET).issue(ANNA.name, Role.EXAMINER, "", SECRET)
    with Laboratory(book, chosen, ANNA) as laboratory:
        for seed, number in ((21, NUMBER), (22, OTHER)):
            (desk / f"hand-{seed}.dcm").write_bytes(phantom.dicom(phantom.hand(seed, size=(320, 240)), laterality="L"))
            laboratory.open_case(number, incident="Made-up incident")
            laboratory.receive(number, [desk / f"hand-{seed}.dcm"])
        laboratory.examine(NUMBER)
        item = book.radiographs()[0]
        laboratory.observe(item.id, ObservedSex.FEMALE)
        laboratory.conclude(book.examinations(item.id)[-1].id, Outcome.INDETERMINATE, "a made-up hand")
        laboratory.issue_report(NUMBER, own, SECRET)
    return book.folder


@pytest.fixture
def book(reported: Path, desk: Path) -> Casebook:
    shutil.copytree(reported, desk / "casebook")
    return Casebook.open(desk / "casebook")


@pytest.fixture
def session(book: Casebook, bench: Bench, tiny_models: Path, qtbot: QtBot) -> Iterator[Session]:
    chosen = replace(settings.defaults(), added_models=tiny_models, model="tiny-resnet18", device="cpu")
    session = Session(chosen, bench)
    session.enter(book, ANNA)
    yield session
    session.sign_in(ANNA)
    idle(session, qtbot)


def idle(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.bench.operations(), timeout=PATIENCE_MS)


def disclose(session: Session, book: Casebook, out: Path, qtbot: QtBot, number: str = NUMBER) -> DiscloseDialog:
    dialog = DiscloseDialog(session, book.case(number))
    qtbot.addWidget(dialog)
    dialog.show()
    idle(session, qtbot)
    dialog.out.field.setText(str(out))
    return dialog


def test_a_signed_disclosure_is_accepted_with_what_the_dialog_says(session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "case.zip"
    dialog = disclose(session, book, out, qtbot)
    dialog.recipient.setText("the defence")
    dialog.signs.setChecked(True)
    assert dialog.missing.text() == "The passphrase of the identity is needed."
    dialog.key.secret.setText("wrong")
    dialog.act_button.click()
    idle(session, qtbot)
    assert "does not open" in dialog.notice.text.text()
    assert not out.exists()
    dialog.key.secret.setText(SECRET)
    dialog.act_button.click()
    idle(session, qtbot)
    said = dialog.written.toPlainText()
    assert "Manifest signed by: Anna Examiner" in said, dialog.notice.text.text()
    assert dialog.act_button.isHidden()
    event = book.events()[-1]
    assert (event.kind, event.details["recipient"], event.details["signed_by"]) == ("disclosed", "the defence", ANNA.name)
    assert str(event.subject_sha256) in said
    assert str(event.details["manifest_sha256"]) in said
    with zipfile.ZipFile(out) as archive:
        archive.extractall(tmp_path / "theirs")
    program, *arguments = next(line for line in said.splitlines() if line.startswith("python ")).split()[1:]
    run = subprocess.run(
        [sys.executable, str(tmp_path / "theirs" / program), *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=False,
    )
    assert run.stdout.splitlines()[-1] == "ACCEPTED", run.stdout + run.stderr


def test_hashes_only_and_by_nobody(session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "case.zip"
    dialog = disclose(session, book, out, qtbot)
    dialog.originals.setCurrentIndex(1)
    dialog.act_button.click()
    idle(session, qtbot)
    assert "Manifest signed by: nobody" in dialog.written.toPlainText(), dialog.notice.text.text()
    with zipfile.ZipFile(out) as archive:
        assert not [name for name in archive.namelist() if name.startswith("originals/")]
        assert "manifest.p7s" not in archive.namelist()
    assert "recipient" not in book.events()[-1].details


def test_what_cannot_be_written_is_said_before_and_after(
    session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "there.zip"
    there.write_text("mine", encoding="utf-8")
    dialog = disclose(session, book, there, qtbot)
    assert "there.zip is there already" in dialog.missing.text()
    assert not dialog.act_button.isEnabled()
    dialog.out.field.setText(str(tmp_path / "nowhere" / "case.zip"))
    assert "There is no folder" in dialog.missing.text()
    for name, said in (("x" * 300, os.strerror(errno.ENAMETOOLONG)), ("case.zip", "the disk is full; nothing was left there")):
        dialog.out.field.setText(str(tmp_path / name))
        dialog.act_button.click()
        idle(session, qtbot)
        assert said in dialog.notice.text.text()
        assert dialog.act_button.isEnabled()
        monkeypatch.setattr(disclosure, "pack", full)
    assert there.read_text(encoding="utf-8") == "mine"
    assert book.events()[-1].kind != "disclosed"


def full(*given: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_case_without_a_report_is_not_disclosed(session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = disclose(session, book, tmp_path / "case.zip", qtbot, OTHER)
    assert "has no issued report" in dialog.missing.text()
    assert not dialog.act_button.isEnabled()


def test_a_disclosure_that_is_cancelled_leaves_nothing(
    session: Session, book: Casebook, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = disclose(session, book, tmp_path / "case.zip", qtbot)
    tell = dialog._tell

    def press_escape(step: str, fraction: float) -> None:
        tell(step, fraction)
        dialog.reject()

    monkeypatch.setattr(dialog, "_tell", press_escape)
    before = len(book.events())
    dialog.act_button.click()
    idle(session, qtbot)
    if not dialog.written.isHidden():
        pytest.skip("it was written before the key was pressed")
    assert dialog.isVisible()
    assert dialog.notice.text.text() == "Cancelled; nothing was done."
    assert list(tmp_path.glob("*.zip")) == []
    assert len(book.events()) == before
