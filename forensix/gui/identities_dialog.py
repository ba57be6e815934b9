"""The identities of a casebook: who can sign, until when, and what the site's authority does for them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTreeWidget, QTreeWidgetItem, QWidget

from forensix.gui import identity_acts, wording
from forensix.gui.act_dialog import ActDialog, form, named, secret
from forensix.gui.identity_acts import AuthorityAct, Register, identity_file
from forensix.gui.parts import label
from forensix.gui.session import Session

if TYPE_CHECKING:
    from forensix.identity.register import Issued

SOON = timedelta(days=7)


class Wanted(Enum):
    """What the authority is asked for."""

    RENEW_LIST = auto()
    RENEW = auto()
    HAND_STAMPS = auto()
    REVOKE = auto()


class IdentitiesDialog(ActDialog):
    """Stays open from act to act; the register is read again after each."""

    again = True

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, width=680)
        self.folder = folder
        self._register = Register((), None, None)
        self._make_fields()
        self.due = label("", wrap=True, says=self.tr("Until when anybody can sign"))
        self.means = label("", "faint", wrap=True, says=self.tr("What this act does"))
        self.rows = form(
            (self.tr("Do"), self.wanted),
            (self.tr("Authority"), self.authority),
            (self.tr("Passphrase"), self.own),
            (self.tr("Again"), self.own_again),
        )
        self.lay_out(self.tr("Identities"), self.tr("&Do it"), self.due, self.table, self.rows, self.means)
        self.wanted.currentIndexChanged.connect(self._change)
        self.table.currentItemChanged.connect(self._change)
        for field in (self.authority, self.own, self.own_again):
            field.textChanged.connect(self.follow)
        self._change()
        self._read()

    def _make_fields(self) -> None:
        self.table = named(QTreeWidget(), self.tr("Identities and their certificates"))
        self.table.setRootIsDecorated(False)
        self.table.setHeaderLabels([self.tr("Name"), self.tr("Role"), self.tr("State"), self.tr("Until"), self.tr("Serial")])
        self.table.setColumnWidth(0, 200)
        self.table.setMinimumHeight(120)
        self.wanted = named(QComboBox(), self.tr("What the authority is asked for"))
        self.wanted.addItem(self.tr("renew the revocation list"), Wanted.RENEW_LIST)
        self.wanted.addItem(self.tr("renew this identity: a new key and certificate"), Wanted.RENEW)
        self.wanted.addItem(self.tr("hand the time-stamp service to this identity"), Wanted.HAND_STAMPS)
        self.wanted.addItem(self.tr("revoke this identity, for good"), Wanted.REVOKE)
        self.authority = secret(self.tr("Passphrase of the site authority"))
        self.own = secret(self.tr("Passphrase of the identity"))
        self.own_again = secret(self.tr("The same again"))

    # Following

    def chosen(self) -> Issued | None:
        """The identity whose row is chosen."""
        item = self.table.currentItem()
        at = None if item is None else item.data(0, Qt.ItemDataRole.UserRole)
        return None if at is None else self._register.issued[at]

    def _missing(self) -> str:
        wanted, chosen = self.wanted.currentData(), self.chosen()
        if not self.authority.text():
            return self.tr("The site authority needs its passphrase.")
        if wanted is Wanted.RENEW_LIST:
            return ""
        if chosen is None or not chosen.current:
            return self.tr("Choose the identity in the list; a replaced certificate stays as it is.")
        card = identity_file(chosen).suffix == ".card"
        if wanted is Wanted.HAND_STAMPS and card:
            return self.tr("A card cannot hold the site's time-stamp service.")
        if wanted in (Wanted.RENEW, Wanted.HAND_STAMPS) and not self.own.text():
            return self.tr("The PIN of the card is needed.") if card else self.tr("The passphrase of the identity is needed.")
        if wanted is Wanted.RENEW and not card and self.own.text() != self.own_again.text():
            return self.tr("The new passphrase is needed, the same twice.")
        return ""

    def _change(self) -> None:
        wanted, chosen = self.wanted.currentData(), self.chosen()
        card = chosen is not None and identity_file(chosen).suffix == ".card"
        self.rows.setRowVisible(self.own, wanted in (Wanted.RENEW, Wanted.HAND_STAMPS))
        self.rows.setRowVisible(self.own_again, wanted is Wanted.RENEW and not card)
        self.means.setText(self._means(wanted))
        self.follow()
        self.fit()

    def _means(self, wanted: Wanted) -> str:
        return {
            Wanted.RENEW_LIST: self.tr("Nobody signs without a list that holds; it is good for another 30 days then."),
            Wanted.RENEW: self.tr("For a certificate that expired, or a passphrase that is lost: type the new one. A card keeps its key."),
            Wanted.HAND_STAMPS: self.tr("Her reports are then time-stamped by the service. Type the passphrase that opens her identity."),
            Wanted.REVOKE: self.tr("It signs nothing any more; what was signed before, and stored, stands. It cannot be undone."),
        }[wanted]

    # Reading

    def _read(self) -> None:
        folder = self.folder
        self.look(lambda laboratory, progress: identity_acts.register_of(folder), self._show)

    def _show(self, register: Register) -> None:
        before = self.chosen()
        self._register = register
        self.table.clear()
        for at, one in enumerate(register.issued):
            words = [one.examiner.name, wording.role_word(one.examiner.role), _state(one), f"{one.not_after:%Y-%m-%d}", one.serial[:12]]
            item = QTreeWidgetItem(self.table, words)
            item.setData(0, Qt.ItemDataRole.UserRole, at)
            item.setToolTip(4, one.serial)
            if before is not None and one.examiner.name == before.examiner.name and one.current:
                self.table.setCurrentItem(item)
        first = self.table.topLevelItem(0)
        if self.table.currentItem() is None and first is not None:
            self.table.setCurrentItem(first)
        self.due.setText(self._due(register))
        self._change()

    def _due(self, register: Register) -> str:
        if register.list_due is None:
            return self.tr("There is no site authority yet: the first signing identity makes it.")
        day = wording.isolated(f"{register.list_due:%Y-%m-%d}")
        if register.list_due <= datetime.now(UTC):
            return self.tr("The revocation list ran out on {day}: nobody can sign until it is renewed.").format(day=day)
        said = self.tr("The revocation list is good until {day}; without it nobody can sign.").format(day=day)
        if register.list_due - datetime.now(UTC) < SOON:
            said = self.tr("Renew the revocation list now: after {day} nobody can sign.").format(day=day)
        if register.service_until is not None:
            said += " " + self.tr("Time-stamp service until {day}.").format(day=wording.isolated(f"{register.service_until:%Y-%m-%d}"))
        return said

    # Acting

    def _act(self) -> None:
        wanted = self.wanted.currentData()
        verb = self._verb(wanted)
        for field in (self.authority, self.own, self.own_again):
            field.clear()
        self.work(verb, lambda answer: self._acted(wanted), self.tr("asking the site authority"))

    def _verb(self, wanted: Wanted) -> AuthorityAct:
        authority, own, chosen = self.authority.text(), self.own.text(), self.chosen()
        if wanted is Wanted.RENEW_LIST or chosen is None:
            return identity_acts.renew_list(authority)
        file = identity_file(chosen)
        if wanted is Wanted.RENEW:
            return identity_acts.renew(authority, file, own)
        if wanted is Wanted.HAND_STAMPS:
            return identity_acts.hand_time_stamps(authority, file, own)
        return identity_acts.revoke(authority, file, chosen.serial)

    def _acted(self, wanted: Wanted) -> None:
        chosen = self.chosen()
        said = {
            Wanted.RENEW_LIST: self.tr("The revocation list is good for another 30 days."),
            Wanted.RENEW: self.tr("The identity of {name} is renewed."),
            Wanted.HAND_STAMPS: self.tr("{name} holds the time-stamp service now."),
            Wanted.REVOKE: self.tr("The identity of {name} is revoked for good."),
        }[wanted]
        self.say(said.format(name="" if chosen is None else chosen.examiner.name))
        self._read()


def _state(issued: Issued) -> str:
    from forensix.identity.roles import may_sign

    tr = wording.tr
    return {
        "revoked": tr("revoked"),
        "replaced": tr("replaced"),
        "not yet valid": tr("not yet valid"),
        "expired": tr("expired"),
        "valid": tr("can sign") if may_sign(issued.examiner.role) else tr("valid"),
    }[issued.status()]
