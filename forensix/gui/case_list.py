"""The left column: the worklist with search and incident filter; what is selected here is what the other columns show."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from forensix.gui.failure import Notice
from forensix.gui.parts import action, label
from forensix.gui.session import Session
from forensix.gui.worklist_model import Column, Row, WorklistModel, WorklistSearch


class CaseList(QWidget):
    """Reads the casebook's worklist; one query."""

    chosen = Signal(object)
    """The current `Row`, or None."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.model = WorklistModel(self)
        self.proxy = WorklistSearch(self.model, self)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search (Ctrl+K)"))
        self.search.setAccessibleName(self.tr("Search the worklist"))
        self.search.setToolTip(self.tr("Case, incident, part, side, file or state; several words narrow it (Ctrl+K)"))
        self.incidents = QComboBox()
        self.incidents.setAccessibleName(self.tr("Incident"))
        self.incidents.setToolTip(self.tr("Show one incident only"))
        self.notice = Notice()
        self.table = self._make_table()
        self.count = label("", "faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        for widget in (self.search, self.incidents, self.notice):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._enter_list)
        self.incidents.currentIndexChanged.connect(self._filter)
        self.table.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.look_for = action(self, self.tr("&Search the worklist"), "Ctrl+K", self.tr("Go to the search"), self._enter_search)

    def refresh(self) -> None:
        """Read the worklist again; the current radiograph stays current."""
        casebook = self.session.casebook
        current = self.current()
        names = {} if casebook is None else {incident.id: incident.name for incident in casebook.incidents()}
        entries = [] if casebook is None else casebook.worklist()
        rows = [Row(entry[0], entry[1], entry[2], str(entry[3]), names.get(entry[0].incident_id, "")) for entry in entries]
        self._offer_incidents(sorted(set(names.values())))
        self.model.replace(rows)
        self._say_count()
        if current is not None and self.current() is None:
            self.choose(current.radiograph.id)

    def current(self) -> Row | None:
        index = self.proxy.mapToSource(self.table.currentIndex())
        return self.model.rows[index.row()] if index.isValid() else None

    def selected(self) -> list[Row]:
        """The selected rows, in the list's order; the current one when none is."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        chosen = [self.model.rows[self.proxy.mapToSource(self.proxy.index(row, 0)).row()] for row in rows]
        current = self.current()
        return chosen or ([current] if current is not None else [])

    def choose(self, radiograph_id: str) -> bool:
        """Make a radiograph current, if the search shows it."""
        for row in range(self.proxy.rowCount()):
            if self.model.rows[self.proxy.mapToSource(self.proxy.index(row, 0)).row()].radiograph.id == radiograph_id:
                self._go_to(row)
                return True
        return False

    def step(self, by: int) -> None:
        """Go to the next or the previous radiograph of the list."""
        if self.proxy.rowCount():
            here = self.table.currentIndex().row() if self.table.currentIndex().isValid() else -1
            self._go_to(min(max(here + by, 0), self.proxy.rowCount() - 1))

    # Making and following

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.proxy)
        table.setAccessibleName(self.tr("Worklist"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setSortingEnabled(True)
        table.sortByColumn(Column.CASE, Qt.SortOrder.AscendingOrder)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideLeft)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.FILE, QHeaderView.ResizeMode.Stretch)
        for section, width in ((Column.CASE, 74), (Column.SPECIMEN, 74), (Column.STATE, 96)):
            table.setColumnWidth(section, width)
        return table

    def _go_to(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.proxy.index(row, 0), flags)
        self.table.scrollTo(self.proxy.index(row, 0))

    def _enter_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _enter_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.table.currentIndex().isValid():
            self.step(1)

    def _filter(self) -> None:
        """What is shown at the right is always a row that the search shows; with none left, nothing."""
        self.proxy.search(self.search.text(), str(self.incidents.currentData() or ""))
        self._say_count()
        if self.table.currentIndex().isValid():
            return
        if self.proxy.rowCount():
            self._go_to(0)
        else:
            self.chosen.emit(None)

    def _offer_incidents(self, names: list[str]) -> None:
        wanted = str(self.incidents.currentData() or "")
        self.incidents.blockSignals(True)
        self.incidents.clear()
        self.incidents.addItem(self.tr("All incidents"), "")
        for name in names:
            self.incidents.addItem(name, name)
        self.incidents.setCurrentIndex(max(self.incidents.findData(wanted), 0))
        self.incidents.blockSignals(False)
        self.incidents.setVisible(len(names) > 1)

    def _say_count(self) -> None:
        shown, whole = self.proxy.rowCount(), self.model.rowCount()
        if whole == 0:
            self.count.setText(self.tr("No radiographs yet: drop files or folders on the window."))
        else:
            self.count.setText(self.tr("{shown} of {whole} radiographs").format(shown=shown, whole=whole))
        self.count.setWordWrap(True)

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.current())
