"""Whose key: one of the identities at hand and what unlocks it, as two lines of a dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QWidget

from forensix.gui import choosing
from forensix.gui.act_dialog import named, secret
from forensix.gui.bench import Urgency
from forensix.gui.card_watch import CardWatch
from forensix.gui.parts import button, narrow
from forensix.gui.session import Session
from forensix.gui.signing_keys import SigningKey, at_hand, key_of

if TYPE_CHECKING:
    from forensix.identity.cards import Card


class KeyChoice(QWidget):
    """The identities in the casebook's folder and that of the settings, or another file; hers who works is chosen first.

    A dialog may put buttons of its own at the end of either line.
    """

    changed = Signal()
    """Another key is chosen, or its passphrase was typed at."""
    chosen_anew = Signal()
    offered = Signal()
    """The identities at hand stand there, if there are any."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.identity = narrow(named(QComboBox(), self.tr("Identity that signs")), 16)
        self.other = button(
            self.tr("Other &file \N{HORIZONTAL ELLIPSIS}"), self.tr("Sign with an identity file from elsewhere"), self._choose
        )
        self.secret = secret(self.tr("Passphrase of the identity"))
        self.line, self.secret_line = QHBoxLayout(), QHBoxLayout()
        self.line.addWidget(self.identity, 1)
        self.line.addWidget(self.other)
        self.secret_line.addWidget(self.secret, 1)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow(self.tr("Identity"), self.line)
        rows.addRow(self.tr("Passphrase"), self.secret_line)
        self.card = CardWatch(session.bench)
        rows.addRow(self.card)
        self.identity.currentIndexChanged.connect(self._change)
        self.secret.textChanged.connect(self.changed)
        self.card.changed.connect(self.changed)

    def chosen(self) -> SigningKey | None:
        data = self.identity.currentData()
        return data if isinstance(data, SigningKey) else None

    def missing(self) -> str:
        """What still stands in the way of unlocking, as a sentence; "" when nothing does."""
        key = self.chosen()
        if key is None:
            return self.tr("There is no signing identity at hand: make one, or name another file.")
        if self.card.barred:
            return self.tr("The card cannot be used as it is.")
        if self.secret.text():
            return ""
        return self.tr("The PIN of the card is needed.") if key.card else self.tr("The passphrase of the identity is needed.")

    def offer(self, wanted: Path | None = None) -> None:
        """Offer the identities at hand, and choose that of a file or of who works; the certificates are read on the bench."""
        casebook, usual = self.session.casebook, self.session.settings.identity
        if casebook is None:
            return
        folder, more = casebook.folder, (Path(usual),) if usual else ()

        def offered(found: tuple[SigningKey, ...]) -> None:
            works = self.session.examiner.name if self.session.examiner is not None else ""
            self.identity.clear()
            for key in found:
                self._add(key)
            own = next((at for at, key in enumerate(found) if key.name == works), 0)
            at = next((at for at, key in enumerate(found) if key.path == wanted), own)
            self.identity.setCurrentIndex(at if found else -1)
            self.changed.emit()
            self.offered.emit()

        self.session.bench.run(self, lambda progress: at_hand(folder, more), offered, title="", urgency=Urgency.LOOK)

    def _add(self, key: SigningKey) -> None:
        self.identity.addItem(self.tr("{name} (card)").format(name=key.name) if key.card else key.name, key)

    def _change(self) -> None:
        key = self.chosen()
        unlocks = self.tr("PIN of the card") if key is not None and key.card else self.tr("Passphrase of the identity")
        self.secret.setAccessibleName(unlocks)
        self.secret.setPlaceholderText(unlocks if key is not None and key.card else "")
        self.secret.clear()
        self.card.watch(card_of(key))
        self.chosen_anew.emit()
        self.changed.emit()

    def _choose(self) -> None:
        casebook = self.session.casebook
        if casebook is None:
            return
        folder = casebook.folder

        def taken(key: SigningKey) -> None:
            self._add(key)
            self.identity.setCurrentIndex(self.identity.count() - 1)

        def take(path: Path) -> None:
            self.session.bench.run(self, lambda progress: key_of(folder, path), taken, title="", urgency=Urgency.LOOK)

        choosing.file(self, self.tr("Identity file"), folder / "identities", take, self.tr("Identities") + " (*.p12 *.pfx *.card)")


def card_of(key: SigningKey | None) -> Callable[[], Card] | None:
    """Where a key's card is found, to be read on the bench; None where it is not on a card."""
    if key is None or not key.card:
        return None
    path = key.path

    def read() -> Card:
        from forensix.identity.cards import Card

        return Card.read(path)

    return read
