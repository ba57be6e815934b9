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
        self.list = named(QLineEdit(), self.tr("Revocation list of the same authority"))
        self.list_row = with_choice(self.list, choose, self.tr("Choose the revocation list"), self._choose_list)
        self.without = label("", "faint", wrap=True, says=self.tr("What the list is for"))
        self.rows = form(
            (self.tr("Report"), with_choice(self.file, choose, self.tr("Choose the report"), self._choose_file)),
            (self.tr("Against"), self.against),
            (self.tr("Root"), self.root_row),
            (self.tr("List"), self.list_row),
        )
        self.rows.addRow(self.without)
        self.verdict = label("", "heading", wrap=True, says=self.tr("Whether it is accepted"))
        self.findings = named(QPlainTextEdit(readOnly=True, tabChangesFocus=True), self.tr("What verification says"))
        self.findings.setMinimumHeight(190)
        self.findings.hide()
        self.lay_out(self.tr("Verify a report file"), self.tr("&Verify"), self.rows, self.verdict, self.findings)
        self.file.textChanged.connect(self._forget)
        self.root.textChanged.connect(self._forget)
        self.list.textChanged.connect(self._forget)
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
        for row in (self.root_row, self.list_row, self.without):
            self.rows.setRowVisible(row, not self.against.currentData())
        self.without.setText(self._of_list())
        self.verdict.clear()
        self.findings.hide()
        self.follow()
        self.fit()

    def _of_list(self) -> str:
        if self.list.text().strip():
            return self.tr("A list says what was revoked when it was made: take one that is newer than the report.")
        return self.tr(
            "Without a list nobody looks whether the signer's certificate was revoked: a report that was signed with a stolen key "
            "would be accepted. The list (crl.pem) comes from whoever vouches for the root, newer than the report."
        )

    def _choose_file(self) -> None:
        names = self.tr("Reports") + " (*.pdf)"
        choosing.file(self, self.tr("The report"), Path(self.file.text()).parent, lambda path: self.file.setText(str(path)), names)

    def _choose_root(self) -> None:
        names = self.tr("Certificates") + " (*.pem *.crt *.cer *.der)"
        choosing.file(self, self.tr("Root certificate"), Path(self.root.text()).parent, lambda path: self.root.setText(str(path)), names)

    def _choose_list(self) -> None:
        names, start = self.tr("Revocation lists") + " (*.pem *.crl)", Path(self.list.text().strip() or self.root.text()).parent
        choosing.file(self, self.tr("Revocation list"), start, lambda path: self.list.setText(str(path)), names)

    def _act(self) -> None:
        file, root, given = (Path(one.text().strip()).expanduser() for one in (self.file, self.root, self.list))
        lists = [given] if self.list.text().strip() else []
        title = self.tr("verifying the report")
        if self.against.currentData():
            self.work(lambda laboratory, progress: laboratory.verify_report(file), self._verified, title)
            return

        def perform(progress: Progress) -> Verified:
            from forensix.laboratory.checking import verify_alone

            return verify_alone(file, [root.read_bytes()], crls=[one.read_bytes() for one in lists])

        self.work_alone(perform, self._verified, title)

    def _verified(self, verified: Verified) -> None:
        self.verdict.setText(verdict_sentence(verified))
        self.findings.setPlainText(findings_text(verified.findings))
        self.findings.show()
        self.fit()
