"""The request log as a model, newest first."""

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.api.schemas import RequestRecord

Index = QModelIndex | QPersistentModelIndex
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Column(IntEnum):
    """The columns, left to right."""

    TIME = 0
    METHOD = 1
    PATH = 2
    STATUS = 3
    MS = 4
    OUTCOME = 5


class _Row(NamedTuple):
    cells: tuple[str, ...]
    good: bool


class RequestTable(QAbstractTableModel):
    """The last requests, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._records: list[RequestRecord] = []

    def show(self, records: Sequence[RequestRecord]) -> None:
        """Take the log, oldest first: what is new is put on top, what fell out of it leaves at the foot."""
        fresh = self._fresh(records)
        if fresh:
            self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
            self._rows[:0] = [_row(record) for record in reversed(fresh)]
            self._records.extend(fresh)
            self.endInsertRows()
        extra = len(self._rows) - len(records)
        if extra > 0:
            self.beginRemoveRows(QModelIndex(), len(records), len(self._rows) - 1)
            del self._rows[len(records) :]
            del self._records[:extra]
            self.endRemoveRows()

    def line(self, row: int) -> str:
        """Return a row as one line of text, its cells apart by tabs."""
        return "\t".join(self._rows[row].cells)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many requests are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return the texts; failures carry False under UserRole."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in {Column.STATUS, Column.MS}:
            return RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.cells[index.column()]
        return row.good if role == Qt.ItemDataRole.UserRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Return the headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in {Column.STATUS, Column.MS}
            return RIGHT if right else int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section]
        return None

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Time"),
            self.tr("Method"),
            self.tr("Path"),
            self.tr("HTTP"),
            self.tr("ms"),
            self.tr("Outcome"),
        )

    def _fresh(self, records: Sequence[RequestRecord]) -> list[RequestRecord]:
        """Return what came after the newest that is shown. Records are the same objects from call to call."""
        if not self._records:
            return list(records)
        newest = self._records[-1]
        for at in range(len(records) - 1, -1, -1):
            if records[at] is newest:
                return list(records[at + 1 :])
        return list(records)


def _row(record: RequestRecord) -> _Row:
    at = datetime.fromtimestamp(record.at).astimezone().strftime("%H:%M:%S.%f")[:-3]
    status = "" if record.status is None else str(record.status)
    cells = (at, record.method, record.path, status, f"{record.ms:.1f}", record.outcome)
    return _Row(cells, record.outcome == "ok")
