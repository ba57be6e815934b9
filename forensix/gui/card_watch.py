"""What a smart card says of itself before its PIN is typed, read on the bench; one that is put into the reader is noticed by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forensix.domain.errors import ForensixError
from forensix.gui import wording
from forensix.gui.bench import Bench, Progress, Urgency
from forensix.gui.failure import Notice, sentence_of, show_failure

if TYPE_CHECKING:
    from forensix.identity.cards import Card, Standing

AGAIN_MS = 2000
"""How often a card that cannot be used is looked at anew."""


class CardWatch(QWidget):
    """A line that says how the chosen card stands; hidden while no card is chosen."""

    changed = Signal()

    def __init__(self, bench: Bench | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._card: Callable[[], Card] | None = None
        self._barred = ""
        self.line = Notice()
        self.line.dismiss.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self._again = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._look_while_seen)
        self.hide()

    @property
    def barred(self) -> str:
        """Why no PIN opens the card now; "" where nothing is known against it."""
        return self._barred

    def watch(self, card: Callable[[], Card] | None) -> None:
        """Another card, to be named on the bench, or none."""
        self._card = card
        self._barred = ""
        self.line.clear()
        self.hide()
        self._again.stop()
        self.look()

    def look(self) -> None:
        """See how the card stands now; no PIN is tried."""
        card = self._card
        if card is None or self._bench is None or self._bench.closed:
            return

        def look(progress: Progress) -> tuple[str, Standing]:
            named = card()
            return named.token, named.standing()

        def stands(found: tuple[str, Standing]) -> None:
            if self._card is card:
                self._say(*words_of(*found))

        def silent(owner: QObject, error: BaseException) -> None:
            if not isinstance(error, ForensixError):
                show_failure(owner, error)
            elif self._card is card:
                self._say(sentence_of(error), True)

        self._bench.run(self, look, stands, silent, title="", urgency=Urgency.LOOK)

    def showEvent(self, event: QShowEvent) -> None:
        """What was barred when it was last in sight may have changed since."""
        super().showEvent(event)
        if self._barred:
            self._again.start()

    def _look_while_seen(self) -> None:
        if self.isVisible():
            self.look()

    def _say(self, said: str, barred: bool) -> None:
        told = said if barred else ""
        if barred:
            self._again.start()
        if (said, told) == (self.line.text.text(), self._barred):
            return
        self.line.say(said, failed=barred)
        self._barred = told
        self.show()
        self.changed.emit()


def words_of(token: str, standing: Standing) -> tuple[str, bool]:
    """How a card stands, and whether a PIN can be typed at it at all."""
    from forensix.identity.cards import Standing

    tr = wording.tr
    said = {
        Standing.READY: tr("The card {token} is in the reader."),
        Standing.TRIED: tr("A wrong PIN was typed at the card {token} since it was last opened; after some wrong ones it locks itself."),
        Standing.LAST_TRY: tr(
            "One try is left: after another wrong PIN the card {token} locks itself. Ask who issued it if you are unsure."
        ),
        Standing.LOCKED: tr("The card {token} is locked after too many wrong PINs: unlock it with its PUK, or ask who issued it."),
        Standing.NO_PIN: tr("The card {token} says that no PIN was set on it yet: who issued it sets one."),
        Standing.ABSENT: tr("The card {token} is in no reader: put it in. It is noticed by itself."),
    }[standing]
    return said.format(token=wording.isolated(token)), standing in (Standing.LOCKED, Standing.ABSENT)
