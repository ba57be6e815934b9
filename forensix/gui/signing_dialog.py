"""What every signature in the window has in common: the pages, whose key signs, who dates it, and what verification says afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QCheckBox, QDialog, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from forensix.domain.errors import ForensixError
from forensix.gui import keys
from forensix.gui.bench import Operation, Progress, Urgency
from forensix.gui.clock_dialog import ConfirmClockDialog
from forensix.gui.failure import Notice, show_failure
from forensix.gui.identity_dialog import IdentityDialog
from forensix.gui.key_choice import KeyChoice
from forensix.gui.parts import button, label, size_within
from forensix.gui.session import LabVerb, Session
from forensix.gui.signing_bars import Bar, Order, Why, permitted
from forensix.gui.signing_keys import SigningKey, Stamps

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory

CLOCK = "clock"
"""What a signature is refused for when this computer's clock cannot be right."""


class PdfPreview(QStackedWidget):
    """A PDF from bytes, page under page as QtPdf draws it; until there are bytes, a sentence in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = QPdfDocument(self)
        self._bytes = QByteArray()
        self._buffer = QBuffer(self)
        self.view = QPdfView()
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(self.tr("Preview of the report"))
        self.message = label("", "said", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self.message)
        self.addWidget(self.view)

    def say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.setCurrentWidget(self.message)

    def show_pdf(self, data: bytes) -> None:
        self.document.close()
        self._buffer.close()
        self._bytes = QByteArray(data)
        self._buffer.setBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.setCurrentWidget(self.view)


class SigningDialog(QDialog):
    """Shows pages and signs them with a key that is unlocked on the bench for this one signature.

    A signature says in its own methods what its pages are, whose key would be a surprise, and which verb signs. A key that would be
    refused cannot be used, and who works in a role that does not sign there reads the pages only; both are told why.
    """

    verb = ""
    """What the laboratory permits, or not, to the role of who works."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._at_work: Operation | None = None
        self._order: Order | None = None
        self.reads_only = False
        self.notice = Notice()
        self.preview = PdfPreview()
        self.findings = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.findings.setAccessibleName(self.tr("What verification says"))
        self.findings.setMaximumHeight(170)
        self.findings.hide()
        self._make_fields()
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        column.addWidget(self.confirm_clock)
        column.addWidget(self.preview, 1)
        column.addWidget(self.findings)
        column.addWidget(self.key)
        column.addWidget(self.stamped)
        column.addWidget(self.dated)
        size_within(self, 900, 660)
        session.bench.settled.connect(self._settled)

    def begin(self, title: str, sign: str, tip: str) -> None:
        """Say what is signed, in the title and on the button; then fetch the pages and the identities."""
        self.setWindowTitle(title)
        self.sign.setText(sign)
        keys.tell(self.sign, "Ctrl+Return", tip)
        works = self.session.examiner
        if works is not None and not permitted(self.verb, works.role):
            self._read_only(Bar(Why.ROLE, works.name, works.role))
        else:
            self.session.act(self, lambda laboratory, progress: self._read_order(laboratory), self._ordered, title="", urgency=Urgency.LOOK)
            self.key.offer()
        self._follow()
        self._show_pages()

    # What one signature says of itself

    def _show_pages(self) -> None:
        """Fetch what will be signed, and show it."""
        raise NotImplementedError

    def _doubt(self, key: SigningKey) -> str:
        """Why this key would be a surprise; "" where it would not."""
        raise NotImplementedError

    def _read_order(self, laboratory: Laboratory) -> Order:
        """Who can sign here; on the bench."""
        raise NotImplementedError

    def _why_not(self, bar: Bar) -> str:
        """Why it cannot be signed, and what would make it possible."""
        raise NotImplementedError

    def _verb(self, key: SigningKey, passphrase: str, *, stamped: bool) -> LabVerb:
        """The verb that signs and gives an `Issued`."""
        raise NotImplementedError

    def _done_words(self, issued: Any) -> str:
        raise NotImplementedError

    # Whose key

    def chosen(self) -> SigningKey | None:
        return self.key.chosen()

    def reject(self) -> None:
        """Close, but not while the signature is being made: nobody would be told what became of it."""
        if self._at_work is None or self._at_work.withdraw():
            super().reject()

    @property
    def _folder(self) -> Path:
        if self.session.casebook is None:
            raise RuntimeError("no casebook is open")
        return self.session.casebook.folder

    @property
    def signed(self) -> bool:
        return self.findings.isVisibleTo(self)

    def _offered(self) -> None:
        self._follow()
        if self.chosen() is None:
            self.notice.say(self.tr("There is no signing identity in this casebook yet: make a new one, or name another file."))
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.signed:
            self.key.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compare(self) -> None:
        """Another key was chosen: what is doubtful about it, what unlocks it, and who would date its signature."""
        key = self.chosen()
        if key is None or self.signed:
            return
        self.notice.clear()
        if said := self._against(key) or self._doubt(key):
            self.notice.say(said, failed=True)
        self.stamped.setEnabled(key.stamps is Stamps.HELD)
        self.stamped.setChecked(key.stamps is Stamps.HELD)
        self._say_dated()

    def _against(self, key: SigningKey) -> str:
        """Why a signature with this key would be refused; "" where nothing is known against it."""
        bar = None if self._order is None else self._order.of_key(key)
        return "" if bar is None else self._why_not(bar)

    def _ordered(self, order: Order) -> None:
        self._order = order
        key = self.chosen()
        if key is not None and (said := self._against(key)):
            self.notice.say(said, failed=True)
        self._follow()

    def _read_only(self, bar: Bar) -> None:
        """Nothing to choose or to type: it is said at once who signs."""
        self.reads_only = True
        self.notice.say(self._why_not(bar))
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.close_button)
        self.key.hide()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_dated(self) -> None:
        """What the switch means as it stands."""
        key = self.chosen()
        clock = self.tr("The signature carries the time of this computer's clock, as the signer's own statement.")
        if key is None or self.signed:
            said = ""
        elif self.stamped.isChecked():
            said = self.tr(
                "The site's service signs the time beside your signature. It takes it from this computer's clock: it dates the "
                "signature for others, not against those who hold the service."
            )
        else:
            why = {
                Stamps.HELD: "",
                Stamps.CARD: self.tr("A card cannot hold the site's time-stamp service."),
                Stamps.NO_SERVICE: self.tr("This site has no time-stamp service; a new identity can be made with one."),
                Stamps.NOT_HANDED: self.tr("The site's time-stamp service was not handed to this identity: “{command}” does it.").format(
                    command="forensix identity time-stamps FILE.p12"
                ),
            }[key.stamps]
            said = f"{why} {clock}".strip()
        self.dated.setText(said)
        self.dated.setVisible(bool(said))

    def _follow(self) -> None:
        free = not self.signed and self._at_work is None
        key = self.chosen()
        self.sign.setEnabled(free and key is not None and not self.key.missing() and not self._against(key))
        for part in (self.key.identity, self.key.other, self.new, self.key.secret):
            part.setEnabled(not self.signed)
        self.stamped.setVisible(not self.signed and not self.reads_only)
        self.dated.setVisible(not self.signed and not self.reads_only)

    def _new_identity(self) -> None:
        dialog = IdentityDialog(self.session, self._folder, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.made.connect(self._identity_made)
        dialog.open()

    def _identity_made(self, path: Path) -> None:
        self.notice.clear()
        self.key.offer(path)

    # Signing

    def _sign(self) -> None:
        key = self.chosen()
        if not self.sign.isEnabled() or key is None:
            return
        verb = self._verb(key, self.key.secret.text(), stamped=self.stamped.isChecked())
        self.key.secret.clear()
        self.notice.clear()
        self.confirm_clock.hide()

        def perform(laboratory: Any, progress: Progress) -> tuple[Any, Any, bytes]:
            issued = verb(laboratory, progress)
            return issued, laboratory.verify_report(issued.path), issued.path.read_bytes()

        self._at_work = self.session.act(self, perform, self._signed, self._not_signed, title=self.tr("signing the report"))
        self._follow()

    def _signed(self, answer: tuple[Any, Any, bytes]) -> None:
        issued, verified, data = answer
        self.preview.show_pdf(data)
        self.notice.say(f"{self._done_words(issued)} {verdict_sentence(verified)}", failed=not verified.accepted)
        self.findings.setPlainText(findings_text(verified.findings))
        self.findings.show()
        self._follow()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_signed(self, owner: Any, error: BaseException) -> None:
        show_failure(self, error)
        self.key.card.look()  # a wrong PIN has cost a try
        self.confirm_clock.setVisible(isinstance(error, ForensixError) and error.subject == CLOCK)
        self.key.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_clock(self) -> None:
        dialog = ConfirmClockDialog(self.session, self)
        dialog.told.connect(self._clock_confirmed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _clock_confirmed(self, said: str) -> None:
        self.confirm_clock.hide()
        self.notice.say(said)
        self.key.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settled(self, operation: Operation) -> None:
        if operation is self._at_work:
            self._at_work = None
            self._follow()

    # Making

    def _make_fields(self) -> None:
        self.key = KeyChoice(self.session)
        self.new = button(self.tr("&New identity \N{HORIZONTAL ELLIPSIS}"), self.tr("Make a signing identity"), self._new_identity)
        self.sign = button("", "", self._sign, key="Ctrl+Return", primary=True)
        self.sign.setShortcut("Ctrl+Return")
        self.close_button = button(self.tr("Close"), self.tr("Close"), self.reject, key="Esc")
        tip_clock = self.tr("The clock is right now and was wrong before: say so, and sign again")
        self.confirm_clock = button(self.tr("&Confirm the clock \N{HORIZONTAL ELLIPSIS}"), tip_clock, self._ask_clock)
        self.confirm_clock.hide()
        self.stamped = QCheckBox(self.tr("&Time-stamp by the site's service"))
        self.stamped.setEnabled(False)
        self.dated = label("", "faint", wrap=True, says=self.tr("Who dates the signature"))
        self.key.line.addWidget(self.new)
        for push in (self.sign, self.close_button):
            self.key.secret_line.addWidget(push)
        self.key.chosen_anew.connect(self._compare)
        self.key.changed.connect(self._follow)
        self.key.offered.connect(self._offered)
        self.stamped.toggled.connect(self._say_dated)
        self.key.secret.returnPressed.connect(self._sign)


def verdict_sentence(verified: Any) -> str:
    """Whether a `Verified` was accepted, in words."""
    from forensix.gui.wording import tr

    if verified.accepted:
        return tr("Verification accepts it. Checks passed: {n}.").format(n=sum(one.result == "passed" for one in verified.findings))
    return tr("Verification refuses it. Checks failed: {n}.").format(n=sum(one.result == "failed" for one in verified.findings))


def findings_text(findings: Sequence[Any]) -> str:
    """One line for each finding, the failed ones first."""
    order = {"failed": 0, "note": 1, "passed": 2}
    glyphs = {"failed": "\N{HEAVY BALLOT X}", "note": "\N{BULLET}", "passed": "\N{HEAVY CHECK MARK}"}
    ranked = sorted(findings, key=lambda one: order.get(one.result, 1))
    return "\n".join(f"{glyphs.get(one.result, '')} {one.check.replace('_', ' ')}: {one.meaning}" for one in ranked)
