"""The worklist as a table model: one row for each radiograph, searched and sorted by what the examiner reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from forensix.domain.case import Case, Specimen
from forensix.gui import wording

if TYPE_CHECKING:
    from forensix.casebook import ListedRadiograph

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
STATES = ("received", "examined", "concluded", "reviewed", "issued")


class Column(IntEnum):
    CASE = 0
    SPECIMEN = 1
    STATE = 2
    FILE = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One radiograph with its case and how far it has come."""

    case: Case
    specimen: Specimen
    radiograph: ListedRadiograph
    state: str
    incident: str = ""

    def searched(self) -> str:
        """What the search looks through."""
        parts = (self.case.number, self.incident, self.specimen.label, self.specimen.element, self.radiograph.side.value)
        return " ".join((*parts, self.radiograph.file_name, wording.state_word(self.state), self.radiograph.id)).casefold()


class WorklistModel(QAbstractTableModel):
    """Rows are replaced as a whole: the casebook is the truth, and one query reads it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def replace(self, rows: Sequence[Row]) -> None:
        """Show other rows. While the same radiographs stand in the same order only what changed is told, so the selection stays."""
        rows = list(rows)
        if [row.radiograph.id for row in rows] == [row.radiograph.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Case"), self.tr("Part"), self.tr("State"), self.tr("File"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, Column(index.column()))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._tip(row)
        if role == Qt.ItemDataRole.UserRole:
            return (
                STATES.index(row.state)
                if index.column() == Column.STATE and row.state in STATES
                else self._text(row, Column(index.column()))
            )
        return None

    def _text(self, row: Row, column: Column) -> str:
        flag = "\N{WARNING SIGN} " if row.radiograph.quality else ""
        return {
            Column.CASE: row.case.number,
            Column.SPECIMEN: row.specimen.label,
            Column.STATE: flag + wording.state_word(row.state),
            Column.FILE: row.radiograph.file_name,
        }[column]

    def _tip(self, row: Row) -> str:
        lines = [
            f"{row.case.number}  \N{MIDDLE DOT}  {row.incident}" if row.incident else row.case.number,
            f"{row.specimen.label}, {wording.side_word(row.radiograph.side)}, {wording.state_word(row.state)}",
            row.radiograph.file_name,
            *(self.tr("Quality: {what}").format(what=kind.replace("_", " ")) for kind in row.radiograph.quality),
        ]
        return "\n".join(lines)


class WorklistSearch(QSortFilterProxyModel):
    """Keeps rows that hold every word of the search, and one incident's or state's rows where one is chosen."""

    def __init__(self, model: WorklistModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.words: tuple[str, ...] = ()
        self.incident = ""
        self.setSourceModel(model)
        self.setSortRole(Qt.ItemDataRole.UserRole)

    def search(self, text: str, incident: str = "") -> None:
        self.words, self.incident = tuple(text.casefold().split()), incident
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row = self.model.rows[source_row]
        if self.incident and row.incident != self.incident:
            return False
        searched = row.searched()
        return all(word in searched for word in self.words)
