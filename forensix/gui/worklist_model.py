"""The worklist as a table model: one row for each radiograph, searched and sorted in plain lists, so that 10,000 rows follow each key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from forensix.domain.case import Case, Side, Specimen
from forensix.domain.examination import Outcome
from forensix.gui import wording

if TYPE_CHECKING:
    from forensix.casebook import LatestRun, ListedRadiograph

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
STATES = ("received", "examined", "concluded", "reviewed", "issued")
OPENED = "opened"


class Column(IntEnum):
    CASE = 0
    SPECIMEN = 1
    STATE = 2
    QUALITY = 3
    FILE = 4


class Order(StrEnum):
    """By what the worklist can be sorted; a radiograph whose estimate is covered sorts as covered, after all others."""

    RECEIPT = "receipt"
    CASE = "case"
    SPECIMEN = "specimen"
    STATE = "state"
    QUALITY = "quality"
    FILE = "file"
    INDETERMINATE = "indeterminate"
    TYPICALITY = "typicality"


OF_COLUMN = {
    Column.CASE: Order.CASE,
    Column.SPECIMEN: Order.SPECIMEN,
    Column.STATE: Order.STATE,
    Column.QUALITY: Order.QUALITY,
    Column.FILE: Order.FILE,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One radiograph with its case and how far it has come; `estimate` only where who works now may see it and was shown it."""

    case: Case
    specimen: Specimen
    radiograph: ListedRadiograph
    state: str
    incident: str = ""
    estimate: LatestRun | None = None
    searched: str = ""
    observed: bool = False
    """Whether who works now has locked an observation of it."""

    @property
    def id(self) -> str:
        return self.radiograph.id

    @property
    def side(self) -> str:
        return self.radiograph.side.value

    @property
    def quality(self) -> tuple[str, ...]:
        return self.radiograph.quality

    @property
    def file_name(self) -> str:
        return self.radiograph.file_name

    @property
    def part(self) -> str:
        """The specimen's label where it says more than element and side."""
        plain = (self.specimen.element, f"{self.radiograph.side.value} {self.specimen.element}")
        return self.specimen.element if self.specimen.label in plain else self.specimen.label

    @property
    def examined(self) -> bool:
        return self.state != STATES[0]

    def seen(self) -> str:
        """The estimate's outcome, that it is covered, or nothing before an examination."""
        if self.estimate is not None:
            return wording.outcome_word(self.estimate.outcome)
        return wording.tr("covered") if self.examined else ""

    def holds(self) -> str:
        """What holds of the radiograph: the examiner's conclusion once there is one, until then the estimate."""
        concluded = self.estimate.concluded if self.estimate is not None else None
        return self.seen() if concluded is None else wording.outcome_word(concluded)


@dataclass(frozen=True, slots=True)
class EmptyCase:
    """A case without a radiograph: nothing was received into it yet, or all that was is withdrawn.

    Parameters
    ----------
    withdrawn : tuple of (str, str)
        What was withdrawn from it: the file's name, and the number of the case that it is in now.
    covered : bool
        Whether its reports are covered for who works, as she may not see an estimate of what was withdrawn.
    """

    case: Case
    incident: str = ""
    withdrawn: tuple[tuple[str, str], ...] = ()
    covered: bool = False
    searched: str = ""

    @property
    def id(self) -> str:
        return f"case {self.case.id}"

    @property
    def state(self) -> str:
        return OPENED

    @property
    def part(self) -> str:
        return ""

    @property
    def side(self) -> str:
        return ""

    @property
    def file_name(self) -> str:
        return ""

    @property
    def quality(self) -> tuple[str, ...]:
        return ()

    def said(self) -> str:
        """Why there is nothing to look at, and what can be done."""
        number = self.case.number
        gone = wording.tr("{file} was withdrawn from case {number} and is in case {other} now.")
        why = [gone.format(file=file, number=number, other=other) for file, other in self.withdrawn]
        why = why or [wording.tr("Nothing was received into case {number} yet.").format(number=number)]
        return " ".join([*why, wording.tr("Receive files into it (File menu), correct its facts (Work menu), or read its custody.")])


Listed = Row | EmptyCase


class Only(StrEnum):
    """What the worklist can be narrowed to."""

    ALL = "all"
    UNOBSERVED = "unobserved"
    UNCONCLUDED = "unconcluded"
    UNREPORTED = "unreported"
    EMPTY = "empty"
    CASE = "case"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows are shown; `name` is the case's id, or the incident's name."""

    only: Only = Only.ALL
    name: str = ""

    def holds(self, row: Listed) -> bool:
        if self.only is Only.CASE:
            return row.case.id == self.name
        if self.only is Only.INCIDENT:
            return row.incident == self.name
        if isinstance(row, EmptyCase) or self.only is Only.EMPTY:
            return isinstance(row, EmptyCase) and self.only in (Only.EMPTY, Only.ALL)
        if self.only is Only.UNOBSERVED:
            return not row.observed and row.state != STATES[-1]
        if self.only is Only.UNCONCLUDED:
            return row.state in STATES[:2]
        return self.only is Only.ALL or row.state != STATES[-1]


def searchable(row: Listed) -> str:
    """What the search looks through; of an estimate only what may be seen, of a finding what it is called in the list and in records."""
    if isinstance(row, EmptyCase):
        return " ".join((row.case.number, row.incident, wording.state_word(OPENED), wording.tr("no radiograph"))).casefold()
    parts = (row.case.number, row.incident, row.specimen.label, row.specimen.element, row.radiograph.side.value)
    quality = (f"{wording.quality_word(kind)} {kind.replace('_', ' ')}" for kind in row.radiograph.quality)
    rest = (row.radiograph.file_name, wording.state_word(row.state), row.holds(), *quality, row.radiograph.id)
    return " ".join((*parts, *rest)).casefold()


def _late(known: bool, value: Any) -> tuple[bool, Any]:
    return (not known, value if known else 0)


def _estimate(row: Listed) -> LatestRun | None:
    return row.estimate if isinstance(row, Row) else None


def _outcome(row: Listed) -> tuple[bool, Any]:
    estimate = _estimate(row)
    return _late(estimate is not None, estimate is not None and estimate.outcome is not Outcome.INDETERMINATE)


def _typicality(row: Listed) -> tuple[bool, Any]:
    estimate = _estimate(row)
    return _late(estimate is not None, estimate.typicality if estimate is not None else 0)


KEYS: dict[Order, Callable[[Listed], Any]] = {
    Order.CASE: lambda row: row.case.number.casefold(),
    Order.SPECIMEN: lambda row: (row.part, row.side),
    Order.STATE: lambda row: STATES.index(row.state) if row.state in STATES else -1,
    Order.QUALITY: lambda row: (-len(row.quality), row.quality),
    Order.FILE: lambda row: row.file_name.casefold(),
    Order.INDETERMINATE: _outcome,
    Order.TYPICALITY: _typicality,
}


class WorklistModel(QAbstractTableModel):
    """Rows are replaced as a whole, for the casebook is the truth. `rows` are those of radiographs in the order of receipt; shown are
    those, and the cases without one, that hold every word of the search, in the order that was chosen.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.order, self.descending = Order.CASE, False
        self.picture: Callable[[Row], Any] = lambda row: None
        self._listed: list[Listed] = []
        self._words: tuple[str, ...] = ()
        self._filter = Filter()
        self._held = ""
        self._sorted: list[int] = []
        self._shown: list[int] = []

    def replace(self, rows: Sequence[Row], held: str = "", empty: Sequence[EmptyCase] = ()) -> None:
        """Show other rows. While the same radiographs stand in the same places only what changed is told, so the selection stays.

        Parameters
        ----------
        held : str
            The id of the row that is worked on: it stays in sight until the search or the filter changes, even where it fits
            them no more.
        """
        self._held = held
        before = [self._listed[place].id for place in self._shown]
        self.rows = list(rows)
        listed: list[Listed] = [*rows, *empty]
        in_order = self._in_order(listed)
        shown = self._matching(listed, in_order)
        if [listed[place].id for place in shown] == before:
            self._listed, self._sorted, self._shown = listed, in_order, shown
            if shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._listed, self._sorted, self._shown = listed, in_order, shown
        self.endResetModel()

    def search(self, text: str, chosen: Filter | None = None) -> None:
        """Show the rows of a filter that hold every word."""
        words, wanted = tuple(text.casefold().split()), chosen or Filter()
        if (words, wanted) == (self._words, self._filter):
            return
        self._words, self._filter, self._held = words, wanted, ""
        self._show(self._sorted)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt's way to sort, from the headers."""
        if column >= 0:
            self.sort_by(OF_COLUMN[Column(column)], descending=order is Qt.SortOrder.DescendingOrder)

    def sort_by(self, order: Order, *, descending: bool = False) -> None:
        self.order, self.descending = order, descending
        self._show(self._in_order(self._listed))

    @property
    def empty(self) -> list[EmptyCase]:
        """The cases without a radiograph."""
        return [row for row in self._listed[len(self.rows) :] if isinstance(row, EmptyCase)]

    def radiographs_shown(self) -> int:
        return sum(place < len(self.rows) for place in self._shown)

    def row_at(self, place: int) -> Listed:
        """The row that is shown there."""
        return self._listed[self._shown[place]]

    def place_of(self, row_id: str) -> int:
        """Where a row is shown, or -1; that of a radiograph has the radiograph's id."""
        return next((place for place, row in enumerate(self._shown) if self._listed[row].id == row_id), -1)

    def _show(self, in_order: list[int]) -> None:
        self.beginResetModel()
        self._sorted = in_order
        self._shown = self._matching(self._listed, in_order)
        self.endResetModel()

    def _in_order(self, rows: list[Listed]) -> list[int]:
        key = KEYS.get(self.order)
        places = list(range(len(rows)))
        if key is None:
            return places[::-1] if self.descending else places
        keys = [key(row) for row in rows]
        if self.order in (Order.INDETERMINATE, Order.TYPICALITY):  # what is covered stays last, whichever way
            known = sorted((place for place in places if not keys[place][0]), key=lambda place: keys[place], reverse=self.descending)
            return known + [place for place in places if keys[place][0]]
        return sorted(places, key=keys.__getitem__, reverse=self.descending)

    def _matching(self, rows: list[Listed], in_order: list[int]) -> list[int]:
        found = in_order
        if self._filter.only is not Only.ALL:
            found = [place for place in found if self._filter.holds(rows[place])]
        for word in self._words:
            found = [place for place in found if word in rows[place].searched]
        if self._held and len(found) < len(in_order):
            fit = set(found)
            found = [place for place in in_order if place in fit or rows[place].id == self._held]
        return found

    # Qt

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Case"), self.tr("Part"), self.tr("State"), self.tr("Quality"), self.tr("File"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.row_at(index.row()), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, Column(column))
        if role == Qt.ItemDataRole.DecorationRole and column == Column.CASE:
            return self.picture(row) if isinstance(row, Row) else None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._tip(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column == Column.QUALITY and isinstance(row, Row) and not row.quality:
                return self.tr("no finding")
            return self._text(row, Column(column)).replace("\n", ", ")
        return None

    def _text(self, row: Listed, column: Column) -> str:
        if column is Column.CASE:
            return row.case.number
        if isinstance(row, EmptyCase):
            return f"{wording.state_word(OPENED)}\n{self.tr('no radiograph')}" if column is Column.STATE else ""
        if column is Column.SPECIMEN:
            side = row.radiograph.side
            return f"{row.part}\n{self.tr('unknown') if side is Side.UNKNOWN else wording.side_word(side)}"
        if column is Column.STATE:
            return "\n".join(part for part in (wording.state_word(row.state), row.holds()) if part)
        return self._quality(row.radiograph.quality) if column is Column.QUALITY else row.radiograph.file_name

    def _quality(self, found: Sequence[str]) -> str:
        """A mark that needs no colour, how many findings there are, and the first."""
        return f"\N{WARNING SIGN} {len(found)}\n{wording.quality_word(found[0])}" if found else "\N{EN DASH}"

    def _tip(self, row: Listed) -> str:
        named = f"{row.case.number}  \N{MIDDLE DOT}  {row.incident}" if row.incident else row.case.number
        if isinstance(row, EmptyCase):
            return f"{named}\n{self.tr('no radiograph')}"
        known = row.estimate
        lines = [
            named,
            f"{row.specimen.label}, {wording.side_word(row.radiograph.side)}, {wording.state_word(row.state)}",
            row.radiograph.file_name,
            *(self.tr("Quality: {what}").format(what=wording.quality_word(kind)) for kind in row.radiograph.quality),
            *((self.tr("Estimate: {what}").format(what=row.seen().lower()),) if row.examined else ()),
            *((self.tr("Conclusion: {what}").format(what=row.holds().lower()),) if known is not None and known.concluded else ()),
            *((self.tr("Typicality: {value}").format(value=f"{known.typicality:.2f}"),) if known is not None else ()),
        ]
        return "\n".join(lines)
