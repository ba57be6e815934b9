"""Which radiograph is compared: the other one of the selection, or one that is chosen from the list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from forensix.gui.bench import Urgency
from forensix.gui.case_list import CaseList
from forensix.gui.compare import Shown
from forensix.gui.looking import Pictures
from forensix.gui.parts import label, size_within
from forensix.gui.radiograph_column import RadiographColumn
from forensix.gui.session import Session
from forensix.gui.worklist_model import Row

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory


class Comparing(QObject):
    """Asks for the second radiograph, and has the bench open it. Its estimate is not shown, so nothing covered comes to light."""

    def __init__(self, session: Session, column: RadiographColumn, worklist: CaseList, pictures: Callable[[], Pictures]) -> None:
        super().__init__(column)
        self.session, self.column, self.list, self._pictures = session, column, worklist, pictures
        column.compare.connect(self.start)

    def start(self) -> None:
        """Compare with the one other radiograph that is selected, or ask which."""
        current = self.list.current_radiograph()
        if current is None or self.column.radiograph is None or not self.session.ready:
            return
        others = [row for row in self.list.selected() if row.radiograph.id != current.radiograph.id]
        if len(others) == 1:
            self.open(others[0])
            return
        rows = [row for row in self.list.model.rows if row.radiograph.id != current.radiograph.id]
        same = [row for row in rows if row.case.id == current.case.id]
        dialog = ChooseDialog([*same, *(row for row in rows if row not in same)], self.list.window())
        dialog.chosen.connect(self.open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self, row: Row) -> None:
        """Open a second radiograph beside the one that is shown."""
        radiograph, pictures, beside = row.radiograph, self._pictures(), self.column.radiograph
        current = self.list.current_radiograph()
        of_this = "" if current is None else title_of(current)

        def fetch(laboratory: Laboratory, progress: object) -> Shown:
            picture = pictures.of(laboratory, radiograph)
            return Shown(title_of(row), laboratory.casebook.radiograph(radiograph.id).acquisition, picture.raster, picture.voi)

        def show(other: Shown) -> None:
            if self.column.radiograph is beside:
                self.column.compare_with(other, of_this)

        title = self.tr("opening {name}").format(name=radiograph.file_name)
        self.session.act(self.column, fetch, show, title=title, urgency=Urgency.LOOK)


class ChooseDialog(QDialog):
    """Type to narrow, arrows to choose, Return to compare."""

    chosen = Signal(object)

    def __init__(self, rows: list[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare with"))
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the radiographs"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Radiographs to compare with"))
        for row in rows:
            item = QListWidgetItem(title_of(row))
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.list.addItem(item)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(self.tr("Compare"))
        self.ok.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Which radiograph shall stand beside this one? Those of the same case come first."), wrap=True))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.search.textChanged.connect(self._filter)
        self.list.itemActivated.connect(self.accept)
        self.list.setCurrentRow(0)
        self.ok.setEnabled(bool(rows))
        size_within(self, 460, 380)

    def accept(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose while the keyboard is in the search, which has no use for them."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        row = self.list.currentRow() + step
        while 0 <= row < self.list.count() and self.list.item(row).isHidden():
            row += step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        found = None
        for index in range(self.list.count()):
            item = self.list.item(index)
            item.setHidden(not all(word in item.text().casefold() for word in words))
            found = index if found is None and not item.isHidden() else found
        self.list.setCurrentRow(-1 if found is None else found)
        self.ok.setEnabled(found is not None)


def title_of(row: Row) -> str:
    return f"{row.case.number}  \N{MIDDLE DOT}  {row.specimen.label}  \N{MIDDLE DOT}  {row.radiograph.file_name}"
