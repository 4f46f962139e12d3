"""The rows of a table over a sorted index, and how a change of the index is told to Qt."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
)

from gui.tables.order import Key, SortedIds

_FEW_RUNS: Final = 12
_FEW_MOVES: Final = 2
_FEW_REPAINTS: Final = 300
_MANY_TOUCHED: Final = 4_000
"""More rows than these are repainted all: to find each of them would take longer."""


class Rows(QAbstractTableModel):
    """A table whose rows are the ids of a SortedIds, read from either end.

    ``changing`` and ``changed`` enclose every change of what stands where: a view keeps its place by them.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = SortedIds()
        self._descending = True
        self._tail: list[int] = []
        # While a large change is told in three parts: the last rows, not yet in the index or no longer.

    def _key(self, task_id: int) -> Key | None:
        """Return the key under which an id would stand in the index; None where it cannot."""
        raise NotImplementedError

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        if parent.isValid():
            return 0
        return len(self._index) + len(self._tail)

    def id_at(self, row: int) -> int:
        """Return the id of a row. Raises IndexError."""
        count = len(self._index)
        if row >= count:
            return self._tail[row - count]
        return self._index.id_at(count - 1 - row if self._descending else row)

    def ids_between(self, first: int, last: int) -> list[int]:
        """Return the ids of the rows from first to last, both included, in row order."""
        count = len(self._index)
        if self._descending:
            between = self._index.ids_between(count - 1 - last, count - 1 - first)[::-1]
        else:
            between = self._index.ids_between(first, last)
        return (
            between + self._tail[max(0, first - count) : max(0, last + 1 - count)] if self._tail else between
        )

    def row_of(self, task_id: int) -> int:
        """Return the row of an id; -1 where it is not shown."""
        key = self._key(task_id)
        if key is None:
            return -1
        return self._row(self._index.find(key, task_id))

    def _row(self, place: int) -> int:
        return len(self._index) - 1 - place if self._descending and place >= 0 else place

    def _patch(self, leaving: dict[int, Key], entering: dict[int, Key], touched: Iterable[int]) -> None:
        """Bring the index up to date: ids that leave with their old keys, ids that enter with their new ones.

        An id in both moves. ``touched`` ids stay where they are but look different.
        """
        index = self._index
        moving = leaving.keys() & entering.keys()
        if len(moving) > _FEW_MOVES:
            self._rearrange(leaving, entering)
            self._announce(touched)
            return
        gone = runs(index.place(leaving[i], i) for i in leaving if i not in moving)
        new = sorted((entering[i], i) for i in entering if i not in moving)
        if len(gone) + len({index.place(*pair) for pair in new}) <= _FEW_RUNS:
            for first, last in reversed(gone):
                self._remove(first, last)
            for task_id in moving:
                self._move(task_id, leaving[task_id], entering[task_id])
            for place, pairs in reversed(
                [(p, list(g)) for p, g in groupby(new, key=lambda pair: index.place(*pair))]
            ):
                self._insert(place, pairs)
            self._announce([*touched, *moving])
        else:
            self._rearrange(leaving, entering)
            self._announce(touched)

    def _remove(self, first: int, last: int) -> None:
        count = len(self._index)
        rows = (count - 1 - last, count - 1 - first) if self._descending else (first, last)
        self.beginRemoveRows(QModelIndex(), *rows)
        self._index.delete(first, last)
        self.endRemoveRows()

    def _insert(self, place: int, pairs: list[tuple[Key, int]]) -> None:
        first = len(self._index) - place if self._descending else place
        self.beginInsertRows(QModelIndex(), first, first + len(pairs) - 1)
        self._index.merge((), pairs)
        self.endInsertRows()

    def _move(self, task_id: int, old: Key, new: Key) -> None:
        index = self._index
        source, target = index.place(old, task_id), index.place(new, task_id)
        final = target - 1 if target > source else target
        if final == source:
            index.merge([(old, task_id)], [(new, task_id)])
            return
        row = self._row(source)
        end = self._row(final)
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), end + 1 if end > row else end)
        index.merge([(old, task_id)], [(new, task_id)])
        self.endMoveRows()

    def _rearrange(self, leaving: dict[int, Key], entering: dict[int, Key]) -> None:
        """Tell a large change in three signals: new rows at the end, one new order, old rows off the end."""
        new = [i for i in entering if i not in leaving]
        gone = [i for i in leaving if i not in entering]
        count = len(self._index)
        if new:
            self.beginInsertRows(QModelIndex(), count, count + len(new) - 1)
            self._tail = new
            self.endInsertRows()
        with self._new_order(gone):
            pairs = ([(key, i) for i, key in leaving.items()], [(key, i) for i, key in entering.items()])
            self._index.merge(*pairs)
        if gone:
            final = len(self._index)
            self.beginRemoveRows(QModelIndex(), final, final + len(gone) - 1)
            self._tail = []
            self.endRemoveRows()

    @contextmanager
    def _new_order(self, tail: Sequence[int] = ()) -> Iterator[None]:
        """Enclose the exchange of the index for one with the same rows, of which the tail is to follow it."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self.id_at(old.row()) for old in before]
        yield
        self._tail = list(tail)
        if before:
            ends = {task_id: len(self._index) + place for place, task_id in enumerate(tail)}
            rows = [ends[i] if i in ends else self.row_of(i) for i in ids]
            after = [self.index(row, old.column()) for row, old in zip(rows, before, strict=True)]
            self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _announce(self, touched: Iterable[int], column: int | None = None) -> None:
        """Emit dataChanged for these ids, one column or all."""
        ids = list(touched)
        if len(ids) > _MANY_TOUCHED:
            ranges = [(0, self.rowCount() - 1)] if self.rowCount() else []
        else:
            ranges = runs(row for row in map(self.row_of, ids) if row >= 0)
        if len(ranges) > _FEW_REPAINTS:
            # A view walks through a range row by row: small ranges are cheaper unless there are very many.
            ranges = [(ranges[0][0], ranges[-1][1])]
        left, right = (0, self.columnCount() - 1) if column is None else (column, column)
        for first, last in ranges:
            self.dataChanged.emit(self.index(first, left), self.index(last, right))


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Join numbers to ranges: 3, 1, 2, 7 are (1, 3) and (7, 7)."""
    ranges: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if ranges and number <= ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return ranges
