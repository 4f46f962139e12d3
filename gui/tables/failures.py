"""The causes of failures as a model, one a row, patched row by row."""

import html
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import IntEnum
from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.tables.columns import local_now, start_text

Index = QModelIndex | QPersistentModelIndex
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_SCRIPTS: Final = 2
"""So many are named; of more, the first and how many others."""
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Column(IntEnum):
    """The columns, left to right."""

    CAUSE = 0
    COUNT = 1
    DEVICES = 2
    SCRIPTS = 3
    LAST_SEEN = 4


class FailureRow(NamedTuple):
    """One cause of failures."""

    key: str
    sample: str
    """A remark as one of the tasks has it; empty where they have none."""
    tasks: int
    devices: int
    scripts: tuple[str, ...]
    last_seen: str
    """``YYYY-MM-DD HH:MM:SS`` on the TikMatrix PC's clock; empty where it is not known."""


_KEYS: Final[Mapping[Column, Callable[[FailureRow], tuple[object, ...]]]] = {
    Column.CAUSE: lambda row: (row.sample.casefold(),),
    Column.COUNT: lambda row: (row.tasks, row.last_seen),
    Column.DEVICES: lambda row: (row.devices, row.tasks),
    Column.SCRIPTS: lambda row: (row.scripts,),
    Column.LAST_SEEN: lambda row: (row.last_seen, row.tasks),
}
RIGHT_ALIGNED: Final = frozenset({Column.COUNT, Column.DEVICES})


class FailureTable(QAbstractTableModel):
    """Rows by key; the selection of a view stays with its rows whatever moves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FailureRow] = []
        self._column, self._descending = Column.COUNT, True

    def row(self, number: int) -> FailureRow:
        """Return a row. Raises IndexError."""
        return self._rows[number]

    def row_of(self, key: str) -> int:
        """Return where a cause stands; -1 where it does not."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)

    @property
    def most(self) -> int:
        """The highest count of any cause; 0 without one."""
        return max((row.tasks for row in self._rows), default=0)

    def take(self, rows: Iterable[FailureRow], gone: Collection[str] = ()) -> None:
        """Take causes as they are now, and let others go."""
        new = {row.key: row for row in rows}
        leaving = [n for n, row in enumerate(self._rows) if row.key in gone and row.key not in new]
        for number in reversed(leaving):
            self.beginRemoveRows(QModelIndex(), number, number)
            del self._rows[number]
            self.endRemoveRows()
        different = [n for n, row in enumerate(self._rows) if new.get(row.key, row) != row]
        for number in different:
            self._rows[number] = new[self._rows[number].key]
        known = {row.key for row in self._rows}
        fresh = [row for key, row in new.items() if key not in known]
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()
        self._arrange()
        if (different or fresh or leaving) and self._rows:
            # The bars of all rows are drawn against the longest.
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

    def clear(self) -> None:
        """Drop every row."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal values by their keys."""
        self._column, self._descending = Column(column), order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def _arrange(self) -> None:
        key = _KEYS[self._column]
        wanted = sorted(sorted(self._rows, key=lambda row: row.key), key=key, reverse=self._descending)
        if wanted == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._rows[index.row()].key for index in before]
        self._rows = wanted
        places = {row.key: number for number, row in enumerate(wanted)}
        after = [self.index(places[k], index.column()) for k, index in zip(keys, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many causes are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the texts; the count itself under UserRole of its column."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            full = {Column.LAST_SEEN: row.last_seen, Column.SCRIPTS: ", ".join(row.scripts)}.get(column)
            full = self._text(row, column) if full is None else full
            return f"<qt>{html.escape(full)}</qt>" if full else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in RIGHT_ALIGNED else _LEFT
        return row.tasks if role == Qt.ItemDataRole.UserRole and column == Column.COUNT else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        return None

    def titles(self) -> tuple[str, ...]:
        """Return the headings, left to right."""
        return (
            self.tr("Cause"),
            self.tr("Tasks"),
            self.tr("Devices"),
            self.tr("Scripts"),
            self.tr("Last seen"),
        )

    def _text(self, row: FailureRow, column: Column) -> str:
        match column:
            case Column.CAUSE:
                return row.sample or self.tr("(no remark)")
            case Column.COUNT:
                return f"{row.tasks:,}"
            case Column.DEVICES:
                return f"{row.devices:,}"
            case Column.SCRIPTS:
                few, more = row.scripts[:_SCRIPTS], len(row.scripts) - _SCRIPTS
                return ", ".join(few) if more <= 0 else f"{few[0]} +{more + _SCRIPTS - 1}"
        return start_text(row.last_seen, local_now().date().isoformat())
