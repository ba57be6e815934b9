"""The header of the radiograph, searched as one types; what it says of the person is covered as long as the estimate is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from forensix.domain.sight import tags_in_sight
from forensix.gui.looking import Standing
from forensix.gui.parts import button, label, scrolled


class TagsTab(QWidget):
    """Keyword and text of every header field that may be read now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search the header"))
        self.search.setAccessibleName(self.tr("Search the header of the file"))
        self.search.setToolTip(self.tr("Keyword or text; several words narrow it"))
        self.covered = label("", "faint", wrap=True, says=self.tr("What of the header is covered"))
        self.table = QTreeWidget()
        self.table.setHeaderLabels([self.tr("Field"), self.tr("Text")])
        self.table.setRootIsDecorated(False)
        self.table.setAlternatingRowColors(True)
        self.table.setUniformRowHeights(True)
        self.table.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.table.setAccessibleName(self.tr("Header of the file"))
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(0, 170)
        self.count = label("", "faint")
        tip = self.tr("Copy the selected fields, or all that are shown")
        self.copy_button = button(self.tr("&Copy"), tip, self.copy, key="Ctrl+Shift+Y")
        below = QHBoxLayout()
        below.addWidget(self.count, 1)
        below.addWidget(self.copy_button)
        column = scrolled(self)
        for widget in (self.search, self.covered):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        self.search.textChanged.connect(self._filter)
        self.show_standing(None)

    def show_standing(self, standing: Standing | None) -> None:
        """The header of a radiograph, or of none."""
        tags: dict[str, str] = {}
        hidden = 0
        if standing is not None:
            whole = standing.radiograph.acquisition.tags
            tags = tags_in_sight(whole, covered=standing.blind_first and standing.observation is None)
            hidden = len(whole) - len(tags)
        self.table.clear()
        for keyword, text in tags.items():
            row = QTreeWidgetItem(self.table, [keyword, text])
            row.setToolTip(0, keyword)
            row.setToolTip(1, text)
        said = self.tr("Covered until your own observation is locked, as they may speak of the person: {n} of {whole} fields.")
        self.covered.setText(said.format(n=hidden, whole=hidden + len(tags)) if hidden else "")
        self.covered.setVisible(bool(hidden))
        self._filter()

    def copy(self) -> None:
        shown = [row for row in self._rows() if not row.isHidden()]
        chosen = [row for row in shown if row.isSelected()] or shown
        QGuiApplication.clipboard().setText("\n".join(f"{row.text(0)}\t{row.text(1)}" for row in chosen))

    def _rows(self) -> list[QTreeWidgetItem]:
        found = [self.table.topLevelItem(at) for at in range(self.table.topLevelItemCount())]
        return [row for row in found if row is not None]

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        shown = 0
        for row in self._rows():
            said = f"{row.text(0)} {row.text(1)}".casefold()
            row.setHidden(not all(word in said for word in words))
            shown += not row.isHidden()
        whole = self.table.topLevelItemCount()
        self.count.setText(self.tr("{shown} of {whole} fields").format(shown=shown, whole=whole))
        self.copy_button.setEnabled(shown > 0)
        if shown and self.table.currentItem() is None:
            self.table.setCurrentItem(next(row for row in self._rows() if not row.isHidden()), 0)
            self.table.clearSelection()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
