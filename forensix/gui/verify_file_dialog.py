"""A report file from anywhere: against the casebook that is open, or against a root certificate alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from forensix.gui import choosing
from forensix.gui.act_dialog import ActDialog, form, named, with_choice
from forensix.gui.bench import Progress
from forensix.gui.parts import label
from forensix.gui.session import Session
from forensix.gui.signing_dialog import findings_text, verdict_sentence

if TYPE_CHECKING:
    from forensix.laboratory.checking import Verified


class VerifyFileDialog(ActDialog):
    """The findings stand below the fields, so that one file after another can be checked."""

    again = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, width=640)
        self.file = named(QLineEdit(), self.tr("The report"))
        self.against = named(QComboBox(), self.tr("What it is checked against"))
        if session.ready:
            self.against.addItem(self.tr("this casebook: any changed byte is found, and custody records the check"), True)
        self.against.addItem(self.tr("a root certificate alone; nothing is recorded"), False)
        self.root = named(QLineEdit(), self.tr("Root certificate that you got by another way than the report"))
        choose = self.tr("Choose \N{HORIZONTAL ELLIPSIS}")
        self.root_row = with_choice(self.root, choose, self.tr("Choose the root certificate"), self._choose_root)
        self.rows = form(
            (self.tr("Report"), with_choice(self.file, choose, self.tr("Choose the report"), self._choose_file)),
            (self.tr("Against"), self.against),
            (self.tr("Root"), self.root_row),
        )
        self.verdict = label("", "heading", wrap=True, says=self.tr("Whether it is accepted"))
        self.findings = named(QPlainTextEdit(readOnly=True, tabChangesFocus=True), self.tr("What verification says"))
        self.findings.setMinimumHeight(190)
        self.findings.hide()
        self.lay_out(self.tr("Verify a report file"), self.tr("&Verify"), self.rows, self.verdict, self.findings)
        self.file.textChanged.connect(self._forget)
        self.root.textChanged.connect(self._forget)
        self.against.currentIndexChanged.connect(self._forget)
        self._forget()

    def _missing(self) -> str:
        if not self.file.text().strip():
            return self.tr("Name the report.")
        if not self.against.currentData() and not self.root.text().strip():
            return self.tr("Name the root certificate; without one the signer is not known, and no report is accepted.")
        return ""

    def _forget(self) -> None:
        """Another file or another ground: what was found before is not about it."""
        self.rows.setRowVisible(self.root_row, not self.against.currentData())
        self.verdict.clear()
        self.findings.hide()
        self.follow()
        self.fit()

    def _choose_file(self) -> None:
        names = self.tr("Reports") + " (*.pdf)"
        choosing.file(self, self.tr("The report"), Path(self.file.text()).parent, lambda path: self.file.setText(str(path)), names)

    def _choose_root(self) -> None:
        names = self.tr("Certificates") + " (*.pem)"
        choosing.file(self, self.tr("Root certificate"), Path(self.root.text()).parent, lambda path: self.root.setText(str(path)), names)

    def _act(self) -> None:
        file, root = Path(self.file.text().strip()).expanduser(), Path(self.root.text().strip()).expanduser()
        title = self.tr("verifying the report")
        if self.against.currentData():
            self.work(lambda laboratory, progress: laboratory.verify_report(file), self._verified, title)
            return

        def perform(progress: Progress) -> Verified:
            from forensix.laboratory.checking import verify_alone

            return verify_alone(file, [root.read_bytes()])

        self.work_alone(perform, self._verified, title)

    def _verified(self, verified: Verified) -> None:
        self.verdict.setText(verdict_sentence(verified))
        self.findings.setPlainText(findings_text(verified.findings))
        self.findings.show()
        self.fit()
