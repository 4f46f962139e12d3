"""Small sortable tables: some hundred rows of ready texts, patched so that selection and scroll survive."""

from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The whole SmallRow of a cell, for whoever draws it."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class SmallRow(NamedTuple):
    """One row, ready to be drawn."""

    key: Hashable
    """What tells the row from others, also when all else of it has changed."""
    cells: tuple[str, ...]
    sorts: tuple[Any, ...]
    """What each cell is sorted by."""
    tones: tuple[str, ...]
    """The colour role of each cell; empty for plain text."""
    mark: str = ""
    """The mark in the table's mark column."""
    tip: str = ""
    """Everything that the cells have no room for, as rich text."""


class SmallTable(QAbstractTableModel):
    """Rows in the order in which they are given, or sorted by a column."""

    mark_column = -1
    """The column that a mark stands in; -1 for none."""
    right_aligned: frozenset[int] = frozenset()
    cut_in_middle: frozenset[int] = frozenset()
    """Columns whose texts differ at their ends: a serial, for one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Hashable, SmallRow] = {}
        self._shown: list[Hashable] = []
        self._places: dict[Hashable, int] = {}
        self._column = -1
        self._descending = False

    def titles(self) -> tuple[str, ...]:
        """Return the headings, one a column."""
        raise NotImplementedError

    def show(self, rows: Iterable[SmallRow]) -> None:
        """Take all rows as they are now; only what differs is told to the view."""
        old, self._rows = self._rows, {row.key: row for row in rows}
        if self._rows.keys().isdisjoint(self._shown):
            if not self._shown and not self._rows:
                return
            self.beginResetModel()
            self._shown = self._wanted()
            self._places = {key: place for place, key in enumerate(self._shown)}
            self.endResetModel()
            return
        self._arrange()
        self._tell_changed([key for key, row in self._rows.items() if old.get(key, row) != row])

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; rows that are equal stay in the order in which they were given."""
        self._column, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def row(self, place: int) -> SmallRow:
        """Return the row at a place. Raises IndexError."""
        return self._rows[self._shown[place]]

    def place(self, key: Hashable) -> int:
        """Return where a row is shown; -1 where it is not."""
        return self._places.get(key, -1)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.titles())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt declares it
        """Return the texts, the tip of the row, and the row itself under ROW_ROLE."""
        row = self._rows.get(self._shown[index.row()]) if index.isValid() else None
        if row is None:
            return None
        match role:
            case _ if role == ROW_ROLE:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if index.column() in self.right_aligned else _LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt declares it
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        return None

    # Order

    def _wanted(self) -> list[Hashable]:
        rows = list(self._rows.values())
        if self._column >= 0:
            column = self._column
            rows.sort(key=lambda row: row.sorts[column], reverse=self._descending)
        return [row.key for row in rows]

    def _tell_changed(self, keys: list[Hashable]) -> None:
        places = [self._places[key] for key in keys]
        if places:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), last))

    def _arrange(self) -> None:
        """Remove, move and insert until the rows are as wanted; indexes held outside stay true."""
        wanted = self._wanted()
        if wanted == self._shown:
            return
        for place in range(len(self._shown) - 1, -1, -1):
            if self._shown[place] not in self._rows:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._shown[place]
                self.endRemoveRows()
        present = set(self._shown)
        staying = [key for key in wanted if key in present]
        if staying != self._shown:
            self._reorder(staying)
        self._insert(wanted, present)
        self._places = {key: place for place, key in enumerate(wanted)}

    def _insert(self, wanted: list[Hashable], present: set[Hashable]) -> None:
        place = 0
        while place < len(wanted):
            end = place
            while end < len(wanted) and wanted[end] not in present:
                end += 1
            if end > place:
                self.beginInsertRows(QModelIndex(), place, end - 1)
                self._shown[place:place] = wanted[place:end]
                self.endInsertRows()
            place = end + 1

    def _reorder(self, order: list[Hashable]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {key: place for place, key in enumerate(order)}
        after = [self.index(places[self._shown[index.row()]], index.column()) for index in before]
        self._shown = order
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
