"""A signing identity for a new user: the site's authority, if there is none yet, and the examiner's own key, in a file or on a card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from forensix.domain.case import Role
from forensix.gui import choosing, wording
from forensix.gui.act_dialog import named, secret
from forensix.gui.bench import Operation, Progress, Urgency
from forensix.gui.card_watch import CardWatch
from forensix.gui.failure import Notice
from forensix.gui.parts import button, fit_dialog, label
from forensix.gui.session import Session

if TYPE_CHECKING:
    from forensix.identity.cards import Card
    from forensix.laboratory import Laboratory

LAST_MODULE = "card/module"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the dialog asks the authority for; `card` is (module, token, key label), or None for a file."""

    site: str
    authority_passphrase: str
    name: str
    role: Role
    qualification: str
    passphrase: str
    stamps: bool
    card: tuple[str, str, str] | None


class IdentityDialog(QDialog):
    """Makes `identities/<name>.p12`, or `.card`, in the casebook's folder; the work is done on the bench."""

    made = Signal(object)
    """Path of the new identity."""

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.folder = folder
        self.first = not (folder / "trust" / "root.pem").is_file()
        self.dated = (folder / "trust" / "time-stamps.pem").is_file()
        self._at_work: Operation | None = None
        self.setWindowTitle(self.tr("New signing identity"))
        self.notice = Notice()
        self._make_fields()
        self.missing = label("", "faint", wrap=True, says=self.tr("What is missing"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.create_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.create_button.setText(self.tr("&Create"))
        self.buttons.accepted.connect(self._create)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (self.notice, self._authority_group(), self._person_group(), self._key_group()):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.missing)
        column.addWidget(self.buttons)
        for field in (self.site, self.authority, self.authority_again, self.person, self.module, self.passphrase, self.again):
            field.textChanged.connect(self._follow)
        self.token.currentTextChanged.connect(self._watch)
        self.card.changed.connect(self._of_card)
        self.kind.currentIndexChanged.connect(self._change_kind)
        self.module.editingFinished.connect(self._look_for_cards)
        session.bench.settled.connect(self._settled)
        self._change_kind()

    @property
    def on_card(self) -> bool:
        return bool(self.kind.currentData())

    def wanted(self) -> Wanted:
        """What is asked for, as it stands in the dialog."""
        card = (self.module.text().strip(), self.token.currentText().strip(), self.label.text().strip())
        return Wanted(
            site=self.site.text().strip(),
            authority_passphrase=self.authority.text(),
            name=self.person.text().strip(),
            role=Role(self.role.currentData()),
            qualification=self.qualification.text().strip(),
            passphrase=self.passphrase.text(),
            stamps=self.stamps.isChecked(),
            card=card if self.on_card else None,
        )

    # Making

    def _make_fields(self) -> None:
        session = self.session
        self.site = named(QLineEdit(session.settings.agency), self.tr("Name of the site"))
        self.site.setPlaceholderText(self.tr("for example the laboratory, or the mortuary"))
        self.authority = secret(self.tr("Passphrase of the site authority"))
        self.authority_again = secret(self.tr("The same again"))
        self.person = named(QLineEdit(session.examiner.name if session.examiner is not None else ""), self.tr("Full name"))
        self.role = named(QComboBox(), self.tr("Role"))
        for role in Role:
            self.role.addItem(wording.role_word(role), role)
        if session.examiner is not None:
            self.role.setCurrentIndex(self.role.findData(session.examiner.role))
        self.qualification = QLineEdit(session.examiner.qualification if session.examiner is not None else "")
        named(self.qualification, self.tr("Qualification"))
        self.person.textEdited.connect(self._take_back)
        self.kind = named(QComboBox(), self.tr("Where the key is kept"))
        self.kind.addItem(self.tr("in a file, under a passphrase"), False)
        self.kind.addItem(self.tr("on a smart card (PKCS#11)"), True)
        self.module = named(QLineEdit(str(QSettings().value(LAST_MODULE) or "")), self.tr("PKCS#11 module of the card's maker"))
        self.module.setPlaceholderText(self.tr("the maker's library: .so, .dll or .dylib"))
        self.token = named(QComboBox(editable=True), self.tr("Label of the card"))
        self.card = CardWatch(session.bench)
        self.label = named(QLineEdit(), self.tr("Label of the key on the card"))
        self.label.setPlaceholderText(self.tr("empty where the card holds one signing key"))
        self.passphrase = secret(self.tr("Her own passphrase"))
        self.again = secret(self.tr("The same again"))
        self.stamps = QCheckBox(self.tr("With the site's &time-stamp service"))
        self.stamps_said = label("", "faint", wrap=True)

    def _take_back(self) -> None:
        """Another name is typed: the qualification that was filled in is not that person's."""
        examiner = self.session.examiner
        if examiner is not None and self.qualification.text() == examiner.qualification:
            self.qualification.clear()

    def _authority_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Site authority"))
        rows = QFormLayout(group)
        said = self.tr(
            "The site's own certificate authority issues every identity of this casebook. Its passphrase is needed for each one."
        )
        rows.addRow(label(said, "faint", wrap=True))
        rows.addRow(self.tr("Site"), self.site)
        rows.addRow(self.tr("Passphrase"), self.authority)
        rows.addRow(self.tr("Again"), self.authority_again)
        rows.setRowVisible(self.site, self.first)
        rows.setRowVisible(self.authority_again, self.first)
        return group

    def _person_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Who signs"))
        rows = QFormLayout(group)
        rows.addRow(self.tr("Full name"), self.person)
        rows.addRow(self.tr("Role"), self.role)
        rows.addRow(self.tr("Qualification"), self.qualification)
        return group

    def _key_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Signing key"))
        self.rows = QFormLayout(group)
        self.module_row = QWidget()
        line = QHBoxLayout(self.module_row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.module, 1)
        line.addWidget(button(self.tr("Choose \N{HORIZONTAL ELLIPSIS}"), self.tr("Choose the module's file"), self._choose_module))
        self.secret_name = label(self.tr("Passphrase"))
        self.rows.addRow(self.tr("Kept"), self.kind)
        self.rows.addRow(self.tr("Module"), self.module_row)
        self.rows.addRow(self.tr("Card"), self.token)
        self.rows.addRow(self.card)
        self.rows.addRow(self.tr("Key"), self.label)
        self.rows.addRow(self.secret_name, self.passphrase)
        self.rows.addRow(self.tr("Again"), self.again)
        self.unrecovered = label(
            self.tr("Nobody can recover a passphrase; several words are easier to keep than signs."), "faint", wrap=True
        )
        self.rows.addRow(self.unrecovered)
        self.rows.addRow(self.stamps)
        self.rows.addRow(self.stamps_said)
        return group

    # Following

    def _missing(self) -> str:
        """What still stands in the way, as a sentence; "" when nothing does."""
        if self.first and not self.site.text().strip():
            return self.tr("Name the site.")
        if not self.authority.text() or (self.first and self.authority.text() != self.authority_again.text()):
            return self.tr("The site authority needs its passphrase, the same twice when it is new.")
        if not self.person.text().strip():
            return self.tr("Say who signs.")
        if self.on_card:
            return self._missing_of_card()
        if not self.passphrase.text() or self.passphrase.text() != self.again.text():
            return self.tr("Her own passphrase is needed, the same twice.")
        return ""

    def _missing_of_card(self) -> str:
        if not (self.module.text().strip() and self.token.currentText().strip()):
            return self.tr("Name the module of the card's maker, and the card.")
        if self.card.barred:
            return self.tr("The card cannot be used as it is.")
        return "" if self.passphrase.text() else self.tr("The PIN of the card is needed: it shows that it holds the key.")

    def _change_kind(self) -> None:
        on_card = self.on_card
        for row in (self.module_row, self.token, self.label):
            self.rows.setRowVisible(row, on_card)
        for row in (self.again, self.unrecovered):
            self.rows.setRowVisible(row, not on_card)
        self.secret_name.setText(self.tr("PIN") if on_card else self.tr("Passphrase"))
        self.passphrase.setAccessibleName(self.tr("PIN of the card") if on_card else self.tr("Her own passphrase"))
        self.stamps.setEnabled(not on_card and not self.dated)
        if on_card or self.dated:
            self.stamps.setChecked(not on_card)
        self.stamps_said.setText(self._of_stamps())
        self._watch()
        fit_dialog(self, 520)
        self._look_for_cards()

    def _watch(self) -> None:
        """See how the card that is chosen stands; one whose name is typed is not looked for with every letter."""
        chosen = self.wanted().card
        at_hand = chosen is not None and self.token.findText(chosen[1]) >= 0
        self.card.watch(partial(_card, *chosen) if chosen is not None and at_hand else None)
        self._follow()

    def _of_card(self) -> None:
        self._follow()
        fit_dialog(self, 520)

    def _follow(self) -> None:
        missing = self._missing()
        self.missing.setText(missing)
        self.create_button.setEnabled(not missing and self._at_work is None)

    def _of_stamps(self) -> str:
        if self.on_card:
            return self.tr("A card cannot hold the service: its signatures carry the time of this computer's clock.")
        if self.dated:
            return self.tr("This site has the service; a new identity holds it.")
        return self.tr("Its own key then signs the time of each signature, which it takes from this computer's clock.")

    def _choose_module(self) -> None:
        def chosen(path: Path) -> None:
            self.module.setText(str(path))
            self._look_for_cards()

        choosing.file(self, self.tr("PKCS#11 module"), Path(self.module.text()).parent, chosen)

    def _look_for_cards(self) -> None:
        """Offer the labels of the cards that lie in the readers."""
        module = self.module.text().strip()
        if not (self.on_card and module):
            return

        def look(progress: Progress) -> tuple[str, ...]:
            from forensix.identity import cards

            return cards.tokens(module)

        self.notice.clear()
        self.session.bench.run(self, look, self._offer_cards, title=self.tr("looking for cards"), urgency=Urgency.LOOK)

    def _offer_cards(self, found: tuple[str, ...]) -> None:
        typed = self.token.currentText().strip()
        self.token.clear()
        self.token.addItems(list(found))
        self.token.setCurrentText(typed or next(iter(found), ""))
        if not found:
            self.notice.say(self.tr("This module finds no card. Put the card into the reader, then choose the module again."))

    # Acting

    def _create(self) -> None:
        if not self.create_button.isEnabled():
            return
        if self.on_card:
            QSettings().setValue(LAST_MODULE, self.module.text().strip())
        self.notice.clear()
        self._at_work = self.session.act(self, make_identity(self.wanted()), self._done, title=self.tr("making an identity"))
        self._follow()

    def reject(self) -> None:
        """Close, but not while the identity is being made: nobody would be told what became of it."""
        if self._at_work is None or self._at_work.withdraw():
            super().reject()

    def _settled(self, operation: Operation) -> None:
        if operation is self._at_work:
            self._at_work = None
            self._follow()
            if operation.error is not None:
                self.card.look()  # a wrong PIN has cost a try

    def _done(self, path: Path) -> None:
        self.made.emit(path)
        self.accept()


def make_identity(wanted: Wanted) -> Callable[[Laboratory, Progress], Path]:
    """The verb that lets the site's authority issue an identity, and writes into custody that it did."""

    def make(laboratory: Any, progress: Progress) -> Path:
        from forensix.identity.authority import SiteAuthority
        from forensix.identity.cards import Card

        folder, secret = laboratory.casebook.folder, wanted.authority_passphrase
        progress("making keys", 0.1)
        known = (folder / "trust" / "root.pem").is_file()
        authority = SiteAuthority.open(folder, secret) if known else SiteAuthority.create(folder, wanted.site, secret)
        if wanted.stamps:
            authority = authority.with_time_stamps(secret)
        progress("issuing the certificate", 0.6)
        person = (wanted.name, wanted.role, wanted.qualification)
        if wanted.card is None:
            path = authority.issue(*person, wanted.passphrase)
        else:
            path = authority.issue_for_card(*person, Card(*wanted.card), wanted.passphrase)
        laboratory.note_identity("identity_issued", path)
        return path

    return make


def _card(module: str, token: str, key: str) -> Card:
    from forensix.identity.cards import Card

    return Card(module, token, key)
