"""The shortcuts as a table: another key can be chosen for each action, unless another action has it; and a sheet that lists them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QKeySequenceEdit, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from forensix.gui import keys
from forensix.gui.failure import Notice
from forensix.gui.parts import button, label, size_within


class ShortcutTable(QWidget):
    """Holds what is chosen; nothing is changed in the window before it is saved."""

    changed = Signal()

    def __init__(self, window: QWidget, chosen: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = dict(chosen)
        self.known = {str(one.property(keys.SHIPPED)): one for one in keys.actions_of(window)}
        self.notice = Notice()
        self.table = _table(self.tr("Actions and their keys"), [self.tr("Action"), self.tr("Key"), self.tr("As it ships")])
        self.wanted = QKeySequenceEdit(maximumSequenceLength=1)
        self.wanted.setAccessibleName(self.tr("New key for the chosen action"))
        self.wanted.setToolTip(self.tr("Press the key that you want"))
        row = QHBoxLayout()
        row.addWidget(self.wanted, 1)
        row.addWidget(button(self.tr("&Use this key"), self.tr("Give the key to the chosen action"), self.use))
        row.addWidget(button(self.tr("&No key"), self.tr("Take the key from the chosen action"), self.take_away))
        row.addWidget(button(self.tr("&As it ships"), self.tr("Give the chosen action back the key that it ships with"), self.restore))
        column = QVBoxLayout(self)
        said = self.tr("Choose an action, press a key in the field, and use it. A key that another action has is refused.")
        column.addWidget(label(said, "faint", wrap=True))
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self._fill()
        self.select(next(iter(self.known), ""))  # the chosen action is seen to be chosen

    def keys_now(self) -> dict[str, str]:
        """Shipped key -> the key that would work, for every action."""
        return {shipped: self.chosen.get(shipped, shipped) for shipped in self.known}

    def select(self, shipped: str) -> None:
        """Make the action that ships with this key the chosen one."""
        for at in range(self.table.topLevelItemCount()):
            row = self.table.topLevelItem(at)
            if row is not None and row.data(0, Qt.ItemDataRole.UserRole) == shipped:
                self.table.setCurrentItem(row)

    def use(self) -> None:
        key = self.wanted.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if key:
            self._give(key)

    def take_away(self) -> None:
        self._give("")

    def restore(self) -> None:
        self._give(self._shipped())

    def _give(self, key: str) -> None:
        shipped = self._shipped()
        if not shipped:
            return
        taken = keys.conflict(self.keys_now(), shipped, key)
        if taken:
            said = self.tr("{key} belongs to “{action}”. Take it away there first, or choose another.")
            self.notice.say(said.format(key=keys.shown_key(QKeySequence(key)), action=words_of(self.known[taken])), failed=True)
            return
        self.notice.clear()
        self.chosen.pop(shipped, None)
        if key != shipped:
            self.chosen[shipped] = key
        self.wanted.clear()
        self._fill()
        self.select(shipped)
        self.changed.emit()

    def _shipped(self) -> str:
        current = self.table.currentItem()
        return "" if current is None else str(current.data(0, Qt.ItemDataRole.UserRole))

    def _fill(self) -> None:
        self.table.clear()
        for shipped, key in self.keys_now().items():
            shown = [keys.shown_key(QKeySequence(one)) for one in (key, shipped)]
            row = QTreeWidgetItem(self.table, [words_of(self.known[shipped]), *shown])
            row.setData(0, Qt.ItemDataRole.UserRole, shipped)
            row.setToolTip(0, str(self.known[shipped].property(keys.TIP)))


class ShortcutSheet(QDialog):
    """Every key that works, searched as one types."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Shortcuts"))
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the shortcuts"))
        self.table = _table(self.tr("Keys and what they do"), [self.tr("Key"), self.tr("What it does")])
        for one in keys.actions_of(window):
            if not one.shortcut().isEmpty():
                QTreeWidgetItem(self.table, [keys.shown_key(one.shortcut()), str(one.property(keys.TIP))])
        self.table.setColumnWidth(0, 130)
        said = self.tr("Beside them: the wheel zooms at the cursor, the left button moves, the right button sets the window.")
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(label(said, "faint", wrap=True))
        column.addWidget(button(self.tr("Close"), self.tr("Close"), self.accept))
        self.search.textChanged.connect(self._filter)
        size_within(self, 680, 600)
        self.search.setFocus()

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for at in range(self.table.topLevelItemCount()):
            row = self.table.topLevelItem(at)
            if row is not None:
                said = f"{row.text(0)} {row.text(1)}".casefold()
                row.setHidden(not all(word in said for word in words))


def words_of(action: QAction) -> str:
    """An action's text without its mnemonic and dots."""
    return action.text().replace("&", "").strip(" \N{HORIZONTAL ELLIPSIS}")


def _table(name: str, headers: list[str]) -> QTreeWidget:
    made = QTreeWidget()
    made.setHeaderLabels(headers)
    made.setRootIsDecorated(False)
    made.setAlternatingRowColors(True)
    made.setUniformRowHeights(True)
    made.setAccessibleName(name)
    made.setColumnWidth(0, 260)
    return made
