"""Which radiographs are listed: all, those that wait, one case or one incident; while some are left out, that is said above the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from forensix.gui.parts import action, button, label, narrow
from forensix.gui.worklist_model import EmptyCase, Filter, Listed, Only

LAST = "worklist/filter"
AFTER_STAGES = 4


class WorklistFilter(QWidget):
    """One box, and a line with the way out while it leaves something out. What was chosen last in a casebook is chosen there again."""

    changed = Signal()
    all_wanted = Signal()
    """The examiner wants to see every radiograph, whatever leaves some out."""
    asked = Signal()
    """The key was pressed that goes to the filter."""
    entered = Signal()
    """A filter was chosen after its key was pressed: the keyboard goes on to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._casebook = ""
        self.box = narrow(QComboBox())
        self.box.setAccessibleName(self.tr("Which radiographs are listed"))
        words = self.tr("List all radiographs, those that wait for you, or those of one case or incident")
        self.choose_action = action(self, self.tr("&Filter the list"), "Ctrl+F", words, self._enter)
        neither = self.tr("Neither filter nor search")
        self.all_action = action(self, self.tr("List a&ll radiographs"), "Ctrl+Shift+F", neither, self.all_wanted.emit)
        self.choose_action.changed.connect(lambda: self.box.setToolTip(self.choose_action.toolTip()))
        self.box.setToolTip(self.choose_action.toolTip())
        self.strip = QFrame()
        self.strip.setObjectName("notice")
        self.said = label("", wrap=True, says=self.tr("What the list is narrowed to"))
        row = QHBoxLayout(self.strip)
        row.addWidget(self.said, 1)
        row.addWidget(button(self.tr("List a&ll"), neither, self.all_wanted.emit, key="Ctrl+Shift+F"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self.strip)
        self._by_key = False
        self.box.currentIndexChanged.connect(self._choose)
        self.box.activated.connect(self._activate)
        self.offer((), "")

    def chosen(self) -> Filter:
        data = self.box.currentData()
        return data if isinstance(data, Filter) else Filter()

    def choose(self, wanted: Filter) -> None:
        """Choose a filter; all radiographs where it is not offered."""
        self.box.setCurrentIndex(max(self._place_of(wanted), 0))

    def offer(self, rows: Sequence[Listed], casebook: str) -> None:
        """Offer what the rows of a casebook can be filtered by; what is chosen stays chosen while there is such a row."""
        wanted = self.chosen()
        if rows and casebook != self._casebook:
            self._casebook = casebook
            wanted = _remembered(casebook)
        case = next((row for row in rows if wanted == _of_case(row)), None)
        with QSignalBlocker(self.box):
            self.box.clear()
            for only, words in (
                (Only.ALL, self.tr("All radiographs")),
                (Only.UNOBSERVED, self.tr("Waiting for my observation")),
                (Only.UNCONCLUDED, self.tr("Not concluded yet")),
                (Only.UNREPORTED, self.tr("Without a report yet")),
            ):
                self.box.addItem(words, Filter(only))
            if any(isinstance(row, EmptyCase) for row in rows):
                self.box.addItem(self.tr("Cases without a radiograph"), Filter(Only.EMPTY))
            for name in sorted({row.incident for row in rows if row.incident}):
                self.box.addItem(self.tr("Incident {name}").format(name=name), Filter(Only.INCIDENT, name))
            if case is not None:
                self._offer_case(case)
            self.choose(wanted)

    def follow(self, row: Listed | None) -> None:
        """Another radiograph is looked at: its case can be chosen, unless one is chosen already."""
        if row is not None and self.chosen().only is not Only.CASE:
            with QSignalBlocker(self.box):
                self._offer_case(row)

    def say(self, shown: int, whole: int) -> None:
        """Say that a filter is on, and what it leaves."""
        self.strip.setHidden(self.chosen().only is Only.ALL or not whole)
        said = self.tr("A filter is on: {filter}. Listed: {shown} of {whole}.")
        self.said.setText(said.format(filter=self.box.currentText(), shown=shown, whole=whole))

    def _offer_case(self, row: Listed) -> None:
        old = next((at for at in range(self.box.count()) if self.box.itemData(at).only is Only.CASE), -1)
        if old >= 0:
            self.box.removeItem(old)
        self.box.insertItem(AFTER_STAGES, self.tr("Case {number}").format(number=row.case.number), _of_case(row))

    def _place_of(self, wanted: Filter) -> int:
        return next((at for at in range(self.box.count()) if self.box.itemData(at) == wanted), -1)

    def _choose(self) -> None:
        chosen = self.chosen()
        if self._casebook:
            QSettings().setValue(LAST, [self._casebook, chosen.only.value, chosen.name])
        self.changed.emit()

    def _activate(self) -> None:
        if self._by_key:
            self._by_key = False
            self.entered.emit()

    def _enter(self) -> None:
        self._by_key = True
        self.asked.emit()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.showPopup()


def _of_case(row: Listed) -> Filter:
    return Filter(Only.CASE, row.case.id)


def _remembered(casebook: str) -> Filter:
    held = QSettings().value(LAST)
    if isinstance(held, list) and len(held) == 3 and held[0] == casebook and held[1] in set(Only):
        return Filter(Only(held[1]), str(held[2]))
    return Filter()
