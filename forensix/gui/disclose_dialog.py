"""A case for the other side: what goes in, for whom, under whose signature, and how they check what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QGroupBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from forensix.domain.case import Case
from forensix.gui import wording
from forensix.gui.act_dialog import ActDialog, at_left, form, named
from forensix.gui.key_choice import KeyChoice
from forensix.gui.parts import button, label
from forensix.gui.session import Session
from forensix.gui.target_field import TargetField

if TYPE_CHECKING:
    from forensix.laboratory.disclosing import Disclosed

RESULT_LINES = 17


class DiscloseDialog(ActDialog):
    """Packs the case on the bench; what the other side must be told stays in sight, to be copied, until the dialog is closed."""

    def __init__(self, session: Session, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, width=600)
        self.case = case
        self.reported = session.casebook is not None and bool(session.casebook.reports(case.id))
        self.recipient = named(QLineEdit(), self.tr("For whom the disclosure is made"))
        self.recipient.setPlaceholderText(self.tr("kept in custody; later disclosures of this case show it"))
        self.originals = named(QComboBox(), self.tr("Whether the originals go with it"))
        self.originals.addItem(self.tr("the radiographs as they were received"), False)
        self.originals.addItem(self.tr("only the SHA-256 of each radiograph"), True)
        self.out = TargetField(f"disclosure-{file_word(case.number)}.zip", self.tr("Name of the disclosure"))
        self.signs = QCheckBox(self.tr("&Sign its manifest, and with it the custody log up to now"))
        self.key = KeyChoice(session)
        self.key.offer()
        self.signing = QGroupBox(self.tr("Signature"))
        inside = QVBoxLayout(self.signing)
        inside.addWidget(self.signs)
        inside.addWidget(self.key)
        self.fields = QWidget()
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self._holds(), "faint", wrap=True))
        rows = form((self.tr("For"), self.recipient), (self.tr("Originals"), self.originals), (self.tr("File"), self.out))
        column.addLayout(rows)
        column.addWidget(self.signing)
        self._make_result()
        title = self.tr("Disclose case {number}").format(number=case.number)
        self.lay_out(title, self.tr("&Write the disclosure"), self.fields, self.written, at_left(self.copy_button))
        self.signs.toggled.connect(self._change)
        self.key.changed.connect(self.follow)
        self.out.changed.connect(self.follow)
        self._change()
        self.recipient.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_result(self) -> None:
        self.written = named(QPlainTextEdit(readOnly=True, tabChangesFocus=True), self.tr("What was written, and how it is checked"))
        self.written.setMinimumHeight(RESULT_LINES * self.written.fontMetrics().lineSpacing())
        self.copy_button = button(self.tr("&Copy this"), self.tr("Copy what is said here"), self._copy)
        self.written.hide()
        self.copy_button.hide()

    def _holds(self) -> str:
        return self.tr(
            "One zip: every version of the report and every signed file, the records, the custody log with the acts of other cases as bare "
            "hashes, the model's card and evaluation, the public certificates, and the programs that check all this. It is checked here "
            "first, as the other side will. Custody records it."
        )

    def _missing(self) -> str:
        if not self.reported:
            return self.tr("Case {number} has no issued report to disclose; issue it first.").format(number=self.case.number)
        return self.out.missing() or (self.key.missing() if self.signs.isChecked() else "")

    def _change(self) -> None:
        self.key.setVisible(self.signs.isChecked())
        self.follow()
        self.fit()

    def follow(self) -> None:
        super().follow()
        self.fields.setEnabled(not self.at_work)

    def _act(self) -> None:
        key, secret, number = self.key.chosen(), self.key.secret.text(), self.case.number
        out, recipient, hashes_only = self.out.path(), self.recipient.text().strip(), bool(self.originals.currentData())
        identity = key.path if key is not None and self.signs.isChecked() else None
        self.key.secret.clear()
        self.out.remember()
        self.work(
            lambda laboratory, progress: laboratory.disclose(
                number,
                out,
                hashes_only=hashes_only,
                recipient=recipient,
                identity=identity,
                passphrase=secret if identity is not None else "",
                progress=progress,
            ),
            self._written,
            self.tr("writing the disclosure"),
        )

    def _written(self, made: Disclosed) -> None:
        self.fields.hide()
        self.stay()
        self.written.setPlainText("\n\n".join((self._what(made), self._to_tell(made), self._to_check(made))))
        self.written.show()
        self.copy_button.show()
        passed = sum(one.result == "passed" for one in made.findings)
        self.say(self.tr("Written, and accepted here by the program that the other side runs. Checks passed: {n}.").format(n=passed))

    def _what(self, made: Disclosed) -> str:
        rows = (
            (self.tr("File"), wording.isolated(str(made.path))),
            (self.tr("Holds"), self.tr("{files} files, {size} MB").format(files=made.files, size=f"{made.bytes / 1e6:.1f}")),
            (self.tr("Originals"), self.originals.currentText()),
            (self.tr("Manifest signed by"), made.signed_by or self.tr("nobody")),
            (self.tr("SHA-256 of the zip"), wording.isolated(made.sha256)),
        )
        return "\n".join(f"{name}: {value}" for name, value in rows)

    def _to_tell(self, made: Disclosed) -> str:
        said = self.tr("Tell the other side these numbers by another way than the zip, by telephone or on paper:")
        roots = [self.tr("root certificate: {sha256}").format(sha256=wording.isolated(one)) for one in made.root_fingerprints]
        return "\n".join((said, *roots, self.tr("manifest: {sha256}").format(sha256=wording.isolated(made.manifest_sha256))))

    def _to_check(self, made: Disclosed) -> str:
        said = self.tr("They check it without forensix, with Python 3.11 or later, as README.txt in the zip says:")
        told = made.root_fingerprints[0] if made.root_fingerprints else "SHA-256"
        return f"{said}\npython check_disclosure.py {made.path.name} --fingerprint {told}"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(wording.unisolated(self.written.toPlainText()))


def file_word(number: str) -> str:
    """A case number as a part of a file's name."""
    return "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in number)
