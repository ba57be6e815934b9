"""The report dialog: whose key it is, and what verification says, before and without signing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Case, CaseKind, Examiner, Role
from forensix.domain.report import Report, Signature
from forensix.gui.bench import Bench
from forensix.gui.report_dialog import ReportDialog, VerifiedDialog
from forensix.gui.report_step import IssuedFile, ReportStep
from forensix.gui.session import Session
from forensix.identity.authority import SiteAuthority

SECRET = "four words make it"


@dataclass(frozen=True)
class Found:
    check: str
    result: str
    meaning: str


@dataclass(frozen=True)
class Verified:
    accepted: bool
    findings: tuple[Found, ...]


@pytest.fixture
def dialog(bench: Bench, desk: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReportDialog]:
    monkeypatch.setattr(ReportDialog, "_show_pages", lambda self: None)
    book = Casebook.create(desk / "book", act=Act(actor=Examiner("a", "Anna Examiner")))
    authority = SiteAuthority.create(book.folder, "Made-up site", SECRET)
    for name in ("Anna Examiner", "Ben Reviewer"):
        authority.issue(name, Role.EXAMINER, "", SECRET)
    session = Session(settings.defaults(), bench)
    session.casebook, session.examiner = book, Examiner("a", "Anna Examiner")
    dialog = ReportDialog(session, Case("c", "i", "PM-0001", CaseKind.PM, "", datetime(2027, 3, 1, tzinfo=UTC)))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not bench.operations())
    return dialog


def test_her_own_identity_is_chosen_and_the_authority_is_no_choice(dialog: ReportDialog) -> None:
    names = [dialog.key.identity.itemText(index) for index in range(dialog.key.identity.count())]
    assert names == ["Anna Examiner", "Ben Reviewer"]
    assert dialog.key.identity.currentText() == "Anna Examiner"
    assert not dialog.notice.isVisible()


def test_somebody_elses_key_is_said_plainly(dialog: ReportDialog) -> None:
    dialog.key.identity.setCurrentIndex(1)
    assert "will name Ben Reviewer, whose key this is, as its examiner" in dialog.notice.text.text()
    dialog.key.identity.setCurrentIndex(0)
    assert not dialog.notice.isVisible()


def test_signing_needs_a_passphrase(dialog: ReportDialog) -> None:
    assert not dialog.sign.isEnabled()
    dialog.key.secret.setText("x")
    assert dialog.sign.isEnabled()


def issued(version: int, *signers: str) -> IssuedFile:
    moment = datetime(2027, 3, version, tzinfo=UTC)
    report = Report(f"r{version}", "c", version, "a" * 64, None, moment)
    signatures = tuple(Signature(report.id, at, "", name, moment, "b" * 64) for at, name in enumerate(signers, 1))
    return IssuedFile(report, signatures, Path(f"{version}.pdf"))


def test_the_latest_version_alone_is_countersigned_and_once(qtbot: QtBot) -> None:
    case = Case("c", "i", "PM-0001", CaseKind.PM, "", datetime(2027, 3, 1, tzinfo=UTC))
    step = ReportStep()
    qtbot.addWidget(step)
    step.show_case(case, 1, 1, [issued(2, "Anna Examiner"), issued(1, "Anna Examiner")])
    assert step.countersign_button.isEnabled()
    step.versions.setCurrentIndex(1)
    assert not step.countersign_button.isEnabled()
    step.show_case(case, 1, 1, [issued(2, "Anna Examiner", "Ben Reviewer"), issued(1, "Anna Examiner")])
    assert step.versions.currentIndex() == 1, "the chosen version stays chosen when the casebook is read again"
    step.versions.setCurrentIndex(0)
    assert not step.countersign_button.isEnabled()


def test_a_conclusion_that_no_version_holds_is_said(qtbot: QtBot) -> None:
    case = Case("c", "i", "PM-0001", CaseKind.PM, "", datetime(2027, 3, 1, tzinfo=UTC))
    step = ReportStep()
    qtbot.addWidget(step)
    step.show_case(case, 2, 2, [issued(2, "Anna Examiner")])
    assert step.outdated.isHidden()
    assert not step.signs_next, "the version that was issued holds all of it"
    step.show_case(case, 2, 2, [issued(2, "Anna Examiner")], 1)
    assert step.signs_next
    assert "Version 2 does not hold what was concluded since it was issued (radiographs: 1)" in step.outdated.text()
    assert not step.outdated.isHidden()
    step.cover(True)
    assert step.outdated.isHidden()
    step.show_case(case, 2, 2, [], 2)
    assert step.outdated.isHidden(), "there is no version yet"


def test_a_refused_report_says_what_failed_first(qtbot: QtBot) -> None:
    findings = (Found("record", "passed", "The record is the one kept."), Found("file_as_stored", "failed", "A byte was changed."))
    verified: Any = Verified(False, findings)
    dialog = VerifiedDialog(verified)
    qtbot.addWidget(dialog)
    assert "refuses it. Checks failed: 1." in dialog.verdict.text()
    assert dialog.findings.toPlainText().splitlines()[0].endswith("file as stored: A byte was changed.")
