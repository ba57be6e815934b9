"""The report before and after signing: preview of the draft, identity and passphrase, then what verification says of the signed file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from forensix.domain.case import Case
from forensix.domain.errors import SigningFailed
from forensix.gui.bench import Urgency
from forensix.gui.failure import Notice
from forensix.gui.identity_dialog import IdentityDialog
from forensix.gui.parts import button, label
from forensix.gui.session import Session


class PdfPreview(QWidget):
    """A PDF from bytes; QtPdf draws it, page under page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = QPdfDocument(self)
        self._bytes = QByteArray()
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(self.tr("Preview of the report"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_pdf(self, data: bytes) -> None:
        self.document.close()
        self._buffer.close()
        self._bytes = QByteArray(data)
        self._buffer.setBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)


class ReportDialog(QDialog):
    """Nothing is kept before the signature: what is previewed is a draft."""

    def __init__(self, session: Session, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.case = case
        self.setWindowTitle(self.tr("Report on case {number}").format(number=case.number))
        self.notice = Notice()
        self.preview = PdfPreview()
        self.findings = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.findings.setAccessibleName(self.tr("What verification says"))
        self.findings.setMaximumHeight(170)
        self.findings.hide()
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        column.addWidget(self.preview, 1)
        column.addWidget(self.findings)
        column.addLayout(self._signing_row())
        self.resize(900, 660)
        self.offer_identities()
        self._draft()

    def offer_identities(self, chosen: Path | None = None) -> None:
        """The identities in the casebook's folder, and whose they are."""
        self.identity.clear()
        folder = self._folder / "identities"
        for path in sorted(folder.glob("*.p12")) if folder.is_dir() else ():
            if path.stem == "authority":
                continue
            self.identity.addItem(_name_of(path), path)
        paths = [self.identity.itemData(index) for index in range(self.identity.count())]
        usual = Path(self.session.settings.identity) if self.session.settings.identity else None
        if usual is not None and usual.is_file() and usual not in paths:
            self.identity.addItem(_name_of(usual), usual)
            paths.append(usual)
        at = paths.index(chosen) if chosen in paths else self._own()
        self.identity.setCurrentIndex(max(at, 0))
        self._follow()
        (self.passphrase if self.identity.count() else self.new).setFocus()

    # Making

    @property
    def _folder(self) -> Path:
        if self.session.casebook is None:
            raise RuntimeError("no casebook is open")
        return self.session.casebook.folder

    def _signing_row(self) -> QHBoxLayout:
        self.identity = QComboBox()
        self.identity.setAccessibleName(self.tr("Identity that signs"))
        self.identity.setMinimumWidth(200)
        self.other = button(
            self.tr("&Other file \N{HORIZONTAL ELLIPSIS}"), self.tr("Sign with an identity file from elsewhere"), self._choose_file
        )
        self.new = button(self.tr("&New identity \N{HORIZONTAL ELLIPSIS}"), self.tr("Make a signing identity"), self._new_identity)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(self.tr("Passphrase"))
        self.passphrase.setAccessibleName(self.tr("Passphrase of the identity"))
        tip = self.tr("Sign and issue this report; every version is kept")
        self.sign = button(self.tr("&Sign and issue"), tip, self._sign, key="Ctrl+Return", primary=True)
        self.sign.setShortcut("Ctrl+Return")
        self.close_button = button(self.tr("Close"), self.tr("Close"), self.reject, key="Esc")
        self.identity.currentIndexChanged.connect(self._compare)
        self.passphrase.textChanged.connect(self._follow)
        self.passphrase.returnPressed.connect(self._sign)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Identity")))
        for widget in (self.identity, self.other, self.new, self.passphrase, self.sign, self.close_button):
            row.addWidget(widget, 1 if widget is self.passphrase else 0)
        return row

    def _own(self) -> int:
        """The identity of who works now."""
        name = self.session.examiner.name if self.session.examiner is not None else ""
        return self.identity.findText(name, Qt.MatchFlag.MatchExactly)

    def _follow(self) -> None:
        signed = self.findings.isVisibleTo(self)
        self.sign.setEnabled(not signed and self.identity.currentData() is not None and bool(self.passphrase.text()))
        if self.identity.count() == 0 and not signed:
            self.notice.say(self.tr("There is no signing identity in this casebook yet: make a new one, or name another file."))

    def _compare(self) -> None:
        """Say so when the key is not of the person whom the report names as its examiner."""
        works = self.session.examiner.name if self.session.examiner is not None else ""
        signs = self.identity.currentText()
        if self.findings.isVisibleTo(self):
            return
        self.notice.clear()
        if signs and signs != works:
            said = self.tr("The report names {works} as its examiner; this key is that of {signs}.")
            self.notice.say(said.format(works=works, signs=signs), failed=True)

    # Acting

    def _draft(self) -> None:
        number = self.case.number
        self.session.act(
            self,
            lambda laboratory, progress: laboratory.draft(number),
            self.preview.show_pdf,
            title=self.tr("composing the draft"),
            urgency=Urgency.LOOK,
        )

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Identity file"), "", "PKCS#12 (*.p12 *.pfx)")
        if path:
            self.identity.addItem(_name_of(Path(path)), Path(path))
            self.identity.setCurrentIndex(self.identity.count() - 1)
            self._follow()

    def _new_identity(self) -> None:
        dialog = IdentityDialog(self.session, self._folder, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.made.connect(self._identity_made)
        dialog.open()

    def _identity_made(self, path: Path) -> None:
        self.notice.clear()
        self.offer_identities(path)
        self.passphrase.setFocus()

    def _sign(self) -> None:
        if not self.sign.isEnabled():
            return
        number, identity, passphrase = self.case.number, Path(self.identity.currentData()), self.passphrase.text()
        self.passphrase.clear()
        self.notice.clear()

        def issue(laboratory: Any, progress: Any) -> tuple[Any, Any, bytes]:
            issued = laboratory.issue_report(number, identity, passphrase, progress)
            return issued, laboratory.verify_report(issued.path), issued.path.read_bytes()

        self.session.act(self, issue, self._signed, title=self.tr("signing the report"))

    def _signed(self, answer: tuple[Any, Any, bytes]) -> None:
        issued, verified, data = answer
        self.preview.show_pdf(data)
        said = self.tr("Version {n} was issued. ").format(n=issued.report.version)
        self.notice.say(said + verdict_sentence(verified), failed=not verified.accepted)
        self.findings.setPlainText(findings_text(verified.findings))
        self.findings.show()
        self._follow()
        self.close_button.setFocus()


def _name_of(identity: Path) -> str:
    """Whose identity a file is; its own name when no certificate lies beside it."""
    from forensix.identity import keys

    try:
        return keys.who(identity).name
    except SigningFailed:
        return identity.name


def verdict_sentence(verified: Any) -> str:
    """Whether a `Verified` was accepted, in words."""
    from forensix.gui.wording import tr

    if verified.accepted:
        return tr("Verification accepts it: {n} checks passed.").format(n=sum(one.result == "passed" for one in verified.findings))
    return tr("Verification refuses it: {n} checks failed.").format(n=sum(one.result == "failed" for one in verified.findings))


def findings_text(findings: Sequence[Any]) -> str:
    """One line for each finding, the failed ones first."""
    order = {"failed": 0, "note": 1, "passed": 2}
    glyphs = {"failed": "\N{HEAVY BALLOT X}", "note": "\N{BULLET}", "passed": "\N{HEAVY CHECK MARK}"}
    ranked = sorted(findings, key=lambda one: order.get(one.result, 1))
    return "\n".join(f"{glyphs.get(one.result, '')} {one.check.replace('_', ' ')}: {one.meaning}" for one in ranked)


class VerifiedDialog(QDialog):
    """What verification says of an issued report, check by check."""

    def __init__(self, verified: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Verification"))
        self.verdict = label(verdict_sentence(verified), "heading", wrap=True)
        self.findings = QPlainTextEdit(findings_text(verified.findings))
        self.findings.setReadOnly(True)
        self.findings.setAccessibleName(self.tr("What verification says"))
        column = QVBoxLayout(self)
        column.addWidget(self.verdict)
        column.addWidget(self.findings)
        column.addWidget(button(self.tr("Close"), self.tr("Close"), self.accept, key="Esc"))
        self.resize(640, 380)
