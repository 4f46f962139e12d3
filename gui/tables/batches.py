"""The list of batches as a model, newest first."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SHARES_ROLE = ROW_ROLE + 1


class Shares(NamedTuple):
    """How the tasks of a batch stand, in tasks; together they are its whole."""

    done: int = 0
    failed: int = 0
    running: int = 0
    waiting: int = 0
    missing: int = 0
    """Not made, or not yet."""
    gone: int = 0
    """Made, and deleted since."""

    @property
    def total(self) -> int:
        """The whole."""
        return sum(self)


class BatchRow(NamedTuple):
    """One batch, ready to be drawn."""

    id: int
    name: str
    detail: str
    """The second line: script and time."""
    tone: str
    """Colour role of the state words."""
    mark: str
    state_text: str
    spoken: str
    """The row as a screen reader says it."""


class BatchTable(QAbstractListModel):
    """Batches by their number, the highest first. Selection and scroll survive every change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[int, BatchRow] = {}
        self._shares: dict[int, Shares] = {}
        self._shown: list[int] = []

    def show(self, rows: Iterable[BatchRow]) -> None:
        """Take all batches as they are now; only what differs is told to the view."""
        old, self._rows = self._rows, {row.id: row for row in rows}
        for place in range(len(self._shown) - 1, -1, -1):
            if self._shown[place] not in self._rows:
                self.beginRemoveRows(QModelIndex(), place, place)
                self._shares.pop(self._shown.pop(place), None)
                self.endRemoveRows()
        present = set(self._shown)
        for place, batch_id in enumerate(sorted(self._rows, reverse=True)):
            if batch_id not in present:
                self.beginInsertRows(QModelIndex(), place, place)
                self._shown.insert(place, batch_id)
                self.endInsertRows()
        self._tell({batch_id for batch_id, row in self._rows.items() if old.get(batch_id, row) != row})

    def change(self, row: BatchRow) -> None:
        """Take one batch as it is now; one that is not here changes nothing."""
        if row.id in self._rows and self._rows[row.id] != row:
            self._rows[row.id] = row
            self._tell({row.id})

    def set_shares(self, shares: Mapping[int, Shares]) -> None:
        """Take how the tasks of some batches stand; others keep what was told of them before."""
        different = {i for i, each in shares.items() if i in self._rows and self._shares.get(i) != each}
        for batch_id in different:
            self._shares[batch_id] = shares[batch_id]
        self._tell(different)

    def batch_id(self, place: int) -> int:
        """Return the number of the batch at a place. Raises IndexError."""
        return self._shown[place]

    def place(self, batch_id: int) -> int:
        """Return where a batch is shown; -1 where it is not."""
        return self._shown.index(batch_id) if batch_id in self._rows else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many batches there are."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt declares it
        """Return the row under ROW_ROLE, its Shares under SHARES_ROLE, and its texts under Qt's roles."""
        row = self._rows.get(self._shown[index.row()]) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == SHARES_ROLE:
            return self._shares.get(row.id, Shares())
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        return row.name if role == Qt.ItemDataRole.DisplayRole else None

    def _tell(self, batch_ids: set[int]) -> None:
        for place, batch_id in enumerate(self._shown):
            if batch_id in batch_ids:
                index = self.index(place)
                self.dataChanged.emit(index, index)
