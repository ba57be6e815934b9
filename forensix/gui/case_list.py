"""The left column: the worklist with search, filter and order; what is selected here is what the other columns show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QTableView, QWidget

from forensix.domain.case import Examiner
from forensix.domain.examination import Outcome
from forensix.gui import keys, wording
from forensix.gui.bench import Operation, Urgency
from forensix.gui.failure import Notice, show_failure
from forensix.gui.parts import action, label, narrow, scrolled
from forensix.gui.session import Session
from forensix.gui.thumbnails import HEIGHT, WIDTH, Thumbnails
from forensix.gui.unfinished_bar import UnfinishedBar
from forensix.gui.worklist_filter import WorklistFilter
from forensix.gui.worklist_model import STATES, Column, EmptyCase, Filter, Listed, Order, Row, WorklistModel
from forensix.gui.worklist_rows import Worklist, covered_rows_of, rows_of

if TYPE_CHECKING:
    from forensix.casebook.casebook import Casebook

SIGHT_MS = 60
WIDE_ENOUGH_FOR_FILES = 440
QUALITY_WIDTH = 90
BESIDE_NUMBER = WIDTH + 20
"""Beside a case's number stands its picture."""
ROOM_FOR_NUMBER = 40


class CaseList(QWidget):
    """The casebook's worklist, read on the bench; it is searched and sorted here."""

    chosen = Signal(object)
    """The current `Listed`, or None."""
    listed = Signal()
    """The worklist was read again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.model = WorklistModel(self)
        self.thumbnails = Thumbnails(session, self)
        self.model.picture = lambda row: self.thumbnails.of(row.radiograph.id)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search the worklist"))
        self.filter = WorklistFilter()
        self.orders = self._make_orders()
        self.notice = Notice()
        self.unfinished = UnfinishedBar()
        self.table = self._make_table()
        self.count = label("", "faint")
        column = scrolled(self)
        column.setContentsMargins(6, 6, 6, 6)
        for widget in (self.search, self.filter, self.orders, self.notice, self.unfinished):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        self._reading: Operation | None = None
        self._again = False
        self._current = ""
        self.known = False
        """Whether the worklist was read for who works now; before that nobody can say that it is empty."""
        self._read_for: tuple[Casebook | None, Examiner | None] = (None, None)
        self._case_width, self._longest = self.table.columnWidth(Column.CASE), 0
        self._sight = QTimer(self, interval=SIGHT_MS, singleShot=True)
        self._follow()
        self.look_for = action(self, self.tr("&Search the worklist"), "Ctrl+K", self.tr("Go to the search"), self._enter_search)
        self.look_for.changed.connect(self._say_keys)
        self._say_keys()

    def refresh(self) -> None:
        """Read the worklist again, on the bench; the current radiograph stays current. `listed` tells when it is there."""
        casebook = self.session.casebook
        if (casebook, self.session.examiner) != self._read_for:  # nothing of what somebody else may see stays in sight
            self._read_for = (casebook, self.session.examiner)
            self._current = "" if (row := self.current()) is None else row.id
            self.known = False
            self._list([], [])
        if casebook is None or self.session.bench.closed:
            return
        if self._reading is not None:
            self._again = True
            return
        if self.session.ready:
            self._reading = self.session.act(
                self,
                lambda laboratory, progress: (casebook, laboratory.actor.name, rows_of(laboratory)),
                self._read,
                self._not_read,
                title="",
                urgency=Urgency.LOOK,
            )
        else:
            self._reading = self.session.bench.run(
                self, lambda progress: (casebook, "", covered_rows_of(casebook)), self._read, self._not_read, title="", urgency=Urgency.LOOK
            )

    def current(self) -> Listed | None:
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def current_radiograph(self) -> Row | None:
        """The current row, unless it is a case without a radiograph."""
        row = self.current()
        return row if isinstance(row, Row) else None

    def selected(self) -> list[Row]:
        """The selected radiographs, in the list's order; the current one when none is."""
        current = self.current_radiograph()
        places = self._selected()
        rows = map(self.model.row_at, places)
        return [row for row in rows if isinstance(row, Row)] if places else [current] if current is not None else []

    def choose(self, radiograph_id: str) -> bool:
        """Make a radiograph current, if the search shows it; one that is not listed yet becomes current when it is."""
        place = self.model.place_of(radiograph_id)
        if place < 0:
            self._current = radiograph_id
            return False
        self._go_to(place)
        return True

    def step(self, by: int) -> None:
        """Go to the next or the previous radiograph of the list."""
        if self.model.rowCount():
            here = self.table.currentIndex().row() if self.table.currentIndex().isValid() else -1
            self._go_to(min(max(here + by, 0), self.model.rowCount() - 1))

    # Reading

    def _read(self, answer: tuple[Casebook, str, Worklist]) -> None:
        """Show what was read, unless another casebook was opened or somebody else works meanwhile."""
        casebook, reader, worklist = answer
        self._reading = None
        examiner = self.session.examiner
        if casebook is self.session.casebook and reader == ("" if examiner is None else examiner.name):
            self.known = True
            self._list(*worklist)
            self.listed.emit()
        else:
            self._again = True
        if self._again:
            self._again = False
            self.refresh()

    def _not_read(self, owner: QObject, error: BaseException) -> None:
        self._reading, self._again = None, False
        show_failure(owner, error)

    def _list(self, rows: list[Row], empty: list[EmptyCase]) -> None:
        self.filter.offer([*rows, *empty], "" if self.session.casebook is None else str(self.session.casebook.folder))
        self.filter.follow(self.current())
        held = "" if (row := self.current()) is None else row.id

        def change() -> None:
            self.model.search(self.search.text(), self.filter.chosen())
            self.model.replace(rows, held, empty)

        self._keeping_place(change)
        self._make_room([*(row.case.number for row in rows), *(case.case.number for case in empty)])
        self._say_count()
        self._look_about()

    def _make_room(self, numbers: list[str]) -> None:
        """Numbers that differ at their end only are told apart: as wide as the longest, while that leaves room for the other columns."""
        longest = max(numbers, key=len, default="")
        if len(longest) != self._longest:
            self._longest = len(longest)
            wide = self.table.fontMetrics().horizontalAdvance(longest) + BESIDE_NUMBER
            self.table.setColumnWidth(Column.CASE, min(max(wide, self._case_width), self._case_width + ROOM_FOR_NUMBER))

    def _keeping_place(self, change: Callable[[], None]) -> None:
        """Change what is shown; the current row and the selected ones stay so where they are still shown, else the first is."""
        selection = self.table.selectionModel()
        selected = {self.model.row_at(place).id for place in self._selected()}
        before = self.current()
        wanted = self._current or (before.id if before is not None else "")
        selection.blockSignals(True)
        change()
        place = self.model.place_of(wanted) if wanted else -1
        if place < 0 and self.model.rowCount():
            place = 0
        if place >= 0:
            self._current = "" if self.model.row_at(place).id == self._current else self._current
            selection.setCurrentIndex(self.model.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
            chosen = self._selection(selected) if len(selected) > 1 else QItemSelection()
            if chosen.isEmpty():
                chosen.select(self.model.index(place, 0), self.model.index(place, len(Column) - 1))
            selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.table.viewport().update()
        after = self.current()
        if (before.id if before else "") != (after.id if after else ""):
            if place >= 0:
                self.table.scrollTo(self.model.index(place, 0))
            self.chosen.emit(after)

    def _selected(self) -> list[int]:
        """The selected places in order; by ranges, because Qt's own list of ten thousand rows takes a second."""
        ranges = self.table.selectionModel().selection()
        return sorted({place for one in ranges.toList() for place in range(one.top(), one.bottom() + 1)})

    def _selection(self, ids: set[str]) -> QItemSelection:
        chosen = QItemSelection()
        last = len(Column) - 1
        begun = -1
        for place in range(self.model.rowCount() + 1):
            inside = place < self.model.rowCount() and self.model.row_at(place).id in ids
            if inside and begun < 0:
                begun = place
            elif not inside and begun >= 0:
                chosen.select(self.model.index(begun, 0), self.model.index(place - 1, last))
                begun = -1
        return chosen

    # Making and following

    def _make_orders(self) -> QComboBox:
        orders = narrow(QComboBox())
        orders.setAccessibleName(self.tr("Order of the worklist"))
        orders.setToolTip(self.tr("How the worklist is sorted; an estimate that is covered sorts as covered, last"))
        for order, words in (
            (Order.CASE, self.tr("By case")),
            (Order.RECEIPT, self.tr("In the order of receipt")),
            (Order.SPECIMEN, self.tr("By part and side")),
            (Order.STATE, self.tr("By state")),
            (Order.QUALITY, self.tr("Quality: findings first")),
            (Order.INDETERMINATE, self.tr("Estimate: indeterminate first")),
            (Order.TYPICALITY, self.tr("Typicality: least typical first")),
            (Order.FILE, self.tr("By file")),
        ):
            orders.addItem(words, order)
        return orders

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Worklist"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(True)
        table.setIconSize(QSize(WIDTH, HEIGHT))
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what differs from case to case is at the end of a number
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(max(HEIGHT + 4, 2 * table.fontMetrics().height() + 6))
        header = table.horizontalHeader()
        header.setMinimumSectionSize(40)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(Column.CASE, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(Column.FILE, QHeaderView.ResizeMode.Stretch)
        states = [*map(wording.outcome_word, Outcome), *map(wording.state_word, STATES)]
        state = max(states, key=table.fontMetrics().horizontalAdvance)
        for section, words, more in ((Column.CASE, "PM-0000", BESIDE_NUMBER), (Column.SPECIMEN, "unknown", 10), (Column.STATE, state, 12)):
            table.setColumnWidth(section, table.fontMetrics().horizontalAdvance(words) + more)
        return table

    def _follow(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._enter_list)
        self.filter.changed.connect(self._filter)
        self.filter.asked.connect(self.show)
        self.filter.entered.connect(self._enter_list)
        self.filter.all_wanted.connect(self._list_all)
        self.chosen.connect(self.filter.follow)
        self.orders.currentIndexChanged.connect(lambda: self._sort(Order(self.orders.currentData())))
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._sort_by_header)
        self.table.selectionModel().currentRowChanged.connect(lambda: self.chosen.emit(self.current()))
        self.table.verticalScrollBar().valueChanged.connect(self._look_about)
        self._sight.timeout.connect(self._see)
        self.thumbnails.came.connect(self.table.viewport().update)
        self.session.opened.connect(self.thumbnails.forget)

    def _sort_by_header(self, section: int, order: Qt.SortOrder) -> None:
        self._keeping_place(lambda: self.model.sort(section, order))
        self.orders.blockSignals(True)
        self.orders.setCurrentIndex(self.orders.findData(self.model.order))
        self.orders.blockSignals(False)
        self._look_about()

    def _sort(self, order: Order) -> None:
        header = self.table.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(next((column for column in Column if column.name == order.name), -1), Qt.SortOrder.AscendingOrder)
        header.blockSignals(False)
        self._keeping_place(lambda: self.model.sort_by(order))
        self._look_about()

    def _go_to(self, place: int) -> None:
        self._current = ""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.model.index(place, 0), flags)
        self.table.scrollTo(self.model.index(place, 0))

    def _say_keys(self) -> None:
        """Beside the fields stand the keys that are chosen."""
        tip = self.tr("Case, incident, part, side, file, state, quality or outcome; several words narrow it")
        self.search.setPlaceholderText(keys.with_key(self.tr("Search"), self.look_for.shortcut()))
        self.search.setToolTip(keys.with_key(tip, self.look_for.shortcut()))

    def _enter_search(self) -> None:
        self.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _enter_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.table.currentIndex().isValid():
            self.step(1)

    def _filter(self) -> None:
        """What is shown at the right is always a row that the search shows; with none left, nothing."""
        self._keeping_place(lambda: self.model.search(self.search.text(), self.filter.chosen()))
        self._say_count()
        self._look_about()

    def _look_about(self) -> None:
        self._sight.start()

    def _see(self) -> None:
        """Ask for the pictures of the rows in sight."""
        table = self.table
        first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        if first >= 0:
            places = range(first, (last if last >= 0 else self.model.rowCount() - 1) + 1)
            in_sight = map(self.model.row_at, places)
            self.thumbnails.want([row.id for row in in_sight if isinstance(row, Row)])

    def _list_all(self) -> None:
        self.search.clear()
        self.filter.choose(Filter())

    def _say_count(self) -> None:
        shown, whole, empty = self.model.radiographs_shown(), len(self.model.rows), len(self.model.empty)
        self.filter.say(self.model.rowCount(), whole + empty)
        if not self.known:
            self.count.setText("" if self.session.casebook is None else self.tr("Reading the worklist \N{HORIZONTAL ELLIPSIS}"))
        elif whole + empty == 0:
            files, folder = (keys.shown_key(keys.key_of(key)) for key in ("Ctrl+I", "Ctrl+Shift+I"))
            said = self.tr("No radiographs yet: drop files or folders on the window, or press {files} for files, {folder} for a folder.")
            self.count.setText(said.format(files=files, folder=folder))
        else:
            said = self.tr("Radiographs: {shown} of {whole}").format(shown=shown, whole=whole)
            without = self.tr("cases without a radiograph: {n}").format(n=empty)
            self.count.setText(f"{said}  \N{MIDDLE DOT}  {without}" if empty else said)
        self.count.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < WIDE_ENOUGH_FOR_FILES
        self.table.setColumnHidden(Column.FILE, narrow)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(Column.QUALITY, QHeaderView.ResizeMode.Stretch if narrow else QHeaderView.ResizeMode.Interactive)
        if not narrow:
            header.resizeSection(Column.QUALITY, QUALITY_WIDTH)
        self._look_about()
