"""The report before and after a signature: the examiner's own, the reviewer's under it, and what verification says of a signed file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from forensix.domain.case import Case
from forensix.gui.bench import Urgency
from forensix.gui.failure import show_failure
from forensix.gui.parts import button, label, size_within
from forensix.gui.report_step import IssuedFile
from forensix.gui.session import LabVerb, Session
from forensix.gui.signing_bars import Bar, Order, order_to_countersign, order_to_issue, why_not_countersigned, why_not_issued
from forensix.gui.signing_dialog import SigningDialog, findings_text, verdict_sentence
from forensix.gui.signing_keys import SigningKey

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory


class ReportDialog(SigningDialog):
    """Nothing is kept before the signature: what is previewed is a draft."""

    verb = "report"

    def __init__(self, session: Session, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.case = case
        tip = self.tr("Sign and issue this report; every version is kept")
        self.begin(self.tr("Report on case {number}").format(number=case.number), self.tr("&Sign and issue"), tip)

    def _show_pages(self) -> None:
        number = self.case.number
        self.preview.say(self.tr("Composing the draft \N{HORIZONTAL ELLIPSIS}"))
        self.session.act(
            self,
            lambda laboratory, progress: laboratory.draft(number),
            self.preview.show_pdf,
            self._not_drafted,
            title=self.tr("composing the draft"),
            urgency=Urgency.LOOK,
        )

    def _not_drafted(self, owner: Any, error: BaseException) -> None:
        self.preview.say(self.tr("There is no draft to show."))
        show_failure(self, error)

    def _doubt(self, key: SigningKey) -> str:
        works = self.session.examiner.name if self.session.examiner is not None else ""
        if key.name == works:
            return ""
        said = self.tr("You work as {works}; the report that is issued will name {signs}, whose key this is, as its examiner.")
        return said.format(works=works, signs=key.name)

    def _read_order(self, laboratory: Laboratory) -> Order:
        return order_to_issue(laboratory, self.case.id)

    def _why_not(self, bar: Bar) -> str:
        return why_not_issued(bar)

    def _verb(self, key: SigningKey, passphrase: str, *, stamped: bool) -> LabVerb:
        number = self.case.number
        return lambda laboratory, progress: laboratory.issue_report(number, key.path, passphrase, progress, stamped=stamped)

    def _done_words(self, issued: Any) -> str:
        return self.tr("Version {n} was issued.").format(n=issued.report.version)


class CountersignDialog(SigningDialog):
    """A second person signs the report that was issued; what she signs is the file as it stands."""

    verb = "countersign"

    def __init__(self, session: Session, issued: IssuedFile, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.issued = issued
        self.means = label("", wrap=True, says=self.tr("What your signature says"))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, self.means)
        tip = self.tr("Sign this report as its reviewer; the file before your signature is kept too")
        title = self.tr("Countersign version {n} of the report").format(n=issued.report.version)
        self.begin(title, self.tr("&Countersign"), tip)

    def _show_pages(self) -> None:
        issued = self.issued
        self.preview.say(self.tr("Opening the report \N{HORIZONTAL ELLIPSIS}"))
        self.session.act(
            self,
            lambda laboratory, progress: (issued.path.read_bytes(), reviewers_of(laboratory, issued)),
            self._show,
            self._not_shown,
            title=self.tr("opening the report"),
            urgency=Urgency.LOOK,
        )

    def _show(self, answer: tuple[bytes, tuple[str, ...]]) -> None:
        data, reviewers = answer
        self.preview.show_pdf(data)
        if reviewers:
            said = self.tr("The report records a review by {names}: who reviewed countersigns, in the words of that review.")
        else:
            said = self.tr("The report records no review: your signature says that you have seen it, not that you agree.")
        self.means.setText(said.format(names=", ".join(reviewers)))

    def _not_shown(self, owner: Any, error: BaseException) -> None:
        self.preview.say(self.tr("The report cannot be shown."))
        show_failure(self, error)

    def _doubt(self, key: SigningKey) -> str:
        works = self.session.examiner.name if self.session.examiner is not None else ""
        said = self.tr("You work as {works}; this key is that of {signs}.")
        return said.format(works=works, signs=key.name) if key.name != works else ""

    def _read_order(self, laboratory: Laboratory) -> Order:
        return order_to_countersign(laboratory, self.issued.report.id)

    def _why_not(self, bar: Bar) -> str:
        return why_not_countersigned(bar)

    def _verb(self, key: SigningKey, passphrase: str, *, stamped: bool) -> LabVerb:
        path = self.issued.path
        return lambda laboratory, progress: laboratory.countersign(path, key.path, passphrase, stamped=stamped)

    def _done_words(self, issued: Any) -> str:
        return self.tr("Version {n} was countersigned by {signer}.").format(n=issued.report.version, signer=issued.signature.signer)


def reviewers_of(laboratory: Laboratory, issued: IssuedFile) -> tuple[str, ...]:
    """Who reviewed, as the record of an issued report says."""
    record = json.loads(laboratory.casebook.record(issued.report.id))
    people = record["people"]
    return tuple(dict.fromkeys(str(people[review["examiner_id"]]["name"]) for review in record["reviews"]))


class VerifiedDialog(QDialog):
    """What verification says of an issued report, check by check."""

    def __init__(self, verified: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Verification"))
        self.verdict = label(verdict_sentence(verified), "heading", wrap=True)
        self.findings = QPlainTextEdit(findings_text(verified.findings), readOnly=True, tabChangesFocus=True)
        self.findings.setAccessibleName(self.tr("What verification says"))
        column = QVBoxLayout(self)
        column.addWidget(self.verdict)
        column.addWidget(self.findings)
        column.addWidget(button(self.tr("Close"), self.tr("Close"), self.accept, key="Esc"))
        size_within(self, 640, 380)
