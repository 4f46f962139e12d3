"""What of the tasks is shown and in what order: sort and filter, at once for few and in slices for many."""

from collections.abc import Generator
from typing import Final

from PySide6.QtCore import QObject, Qt

from gui.api.schemas import Task
from gui.tables.cells import CellTexts
from gui.tables.columns import Column
from gui.tables.filter import Haystacks, TaskFilter
from gui.tables.order import Key, KeysOf, SortedIds, empty_key, key_function, sort_steps
from gui.tables.rows import Rows
from gui.tables.slices import Slices

SYNCHRONOUS_ROWS: Final = 8_000
"""Up to here a sort or filter is done before the call returns; beyond, in slices."""

_CHUNK: Final = 512
_MANY_STALE: Final = 4_096


class ArrangedRows(Rows):
    """Rows of tasks. While slices run, what is shown is still the sort and filter asked for before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: dict[int, Task] = {}
        self._texts = CellTexts()
        self._haystacks = Haystacks(self._texts.names)
        self._job = Slices(self)
        self._dirty: set[int] = set()
        # Tasks that changed since the slices began to run.
        self._renamed = False
        self._full = self._index
        # All tasks; the same object as the index of the rows while no filter thins it out.
        self._stale: dict[int, Key | None] = {}
        # Under a filter, what changed since: under which key an id still stands among all tasks, if it does.
        self._column = self._wanted_column = Column.ID
        self._wanted_descending = self._descending
        self._filter = self._wanted_filter = TaskFilter()
        self._keys_of = self._wanted_keys()

    @property
    def busy(self) -> bool:
        """Whether a sort, a filter or its preparation is still under way."""
        return self._job.busy

    @property
    def filter(self) -> TaskFilter:
        """The filter that was asked for."""
        return self._wanted_filter

    @property
    def sorting(self) -> tuple[Column, Qt.SortOrder]:
        """The sort that was asked for."""
        order = Qt.SortOrder.DescendingOrder if self._wanted_descending else Qt.SortOrder.AscendingOrder
        return self._wanted_column, order

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the whole set: equal values in the order of their ids, empty ones last in both directions."""
        wanted = Column(column), order == Qt.SortOrder.DescendingOrder
        if wanted != (self._wanted_column, self._wanted_descending):
            self._wanted_column, self._wanted_descending = wanted
            self._rebuild()

    def set_filter(self, wanted: TaskFilter) -> None:
        """Show only what passes."""
        if wanted != self._wanted_filter:
            self._wanted_filter = wanted
            self._rebuild()

    def prepare_search(self) -> None:
        """Build what a text search needs, before the first key. Does nothing while other work runs."""
        if not self.busy and len(self._haystacks) < len(self._tasks):
            self._job.start(self._haystacks.prepare_steps(self._tasks), self._forget_dirty)

    def release_search(self) -> None:
        """Give back the memory of a search that is over."""
        if not self.busy and not self._wanted_filter.words:
            self._haystacks.clear()

    def settle(self) -> None:
        """Finish whatever sort or filter is under way, now."""
        self._job.finish()

    def _stop_work(self) -> None:
        self._job.cancel()
        self._forget_dirty()

    def _forget_dirty(self, _nothing: object = None) -> None:
        # A slice may have made the text of a task from the record that it began with.
        self._haystacks.forget(self._dirty)
        self._dirty = set()

    def _rebuild(self) -> None:
        self._stop_work()
        self._job.start(self._rebuild_steps(), self._swap, now=len(self._tasks) <= SYNCHRONOUS_ROWS)

    def _rebuild_steps(self) -> Generator[None, None, tuple[SortedIds, SortedIds]]:
        column, descending, wanted = self._wanted_column, self._wanted_descending, self._wanted_filter
        tasks = dict(self._tasks)
        if column != self._column or (self._renamed and column == Column.DEVICE):
            full = yield from sort_steps(tasks, self._wanted_keys())
        elif descending != self._descending:
            old, new = (empty_key(column, descending=each) for each in (self._descending, descending))
            full = (yield from self._full_steps(tasks)).with_empty_key(old, new)
        elif wanted and wanted.narrows(self._filter) and not self._renamed:
            shown = self._index.copy()
            full = yield from self._full_steps(tasks)
            return full, (yield from self._haystacks.filter_steps(shown, tasks, wanted))
        else:
            full = yield from self._full_steps(tasks)
        return full, (yield from self._haystacks.filter_steps(full, tasks, wanted))

    def _full_steps(self, tasks: dict[int, Task]) -> Generator[None, None, SortedIds]:
        """Return the index of all tasks as it is sorted now, brought up to date."""
        stale = list(self._stale.items())
        if len(stale) > _MANY_STALE:
            return (yield from sort_steps(tasks, self._keys_of))
        full, keys_of = self._full.copy(), self._keys_of
        yield
        for start in range(0, len(stale), _CHUNK):
            part = stale[start : start + _CHUNK]
            now = [i for i, _ in part if i in tasks]
            keys = keys_of(map(tasks.__getitem__, now))
            full.merge([(key, i) for i, key in part if key is not None], zip(keys, now, strict=True))
            yield
        return full

    def _swap(self, result: tuple[SortedIds, SortedIds]) -> None:
        """Show what the slices made, brought up to date with what changed while they ran."""
        full, shown = result
        unfiltered = shown is full
        if self._dirty:
            dirty, wanted, keys_of = self._dirty, self._wanted_filter, self._wanted_keys()
            self._forget_dirty()
            there = [i for i in dirty if i in self._tasks]
            now = list(zip(keys_of(map(self._tasks.__getitem__, there)), there, strict=True))
            full.drop(dirty)
            full.merge((), now)
            if not unfiltered:
                passing = self._haystacks.passing(map(self._tasks.__getitem__, there), wanted)
                now = [pair for pair in now if pair[1] in passing]
                shown.drop(dirty)
                shown.merge((), now)
        shown = full if unfiltered else shown
        # The same filter passes the same tasks, unless it looks at device names and they are others now.
        only_order = self._wanted_filter == self._filter and not (self._renamed and self._filter.words)
        self._renamed = False
        self.changing.emit()
        if only_order:
            self._reorder(full, shown)
        else:
            self.beginResetModel()
            self._show(full, shown)
            self.endResetModel()
        self.changed.emit()

    def _reorder(self, full: SortedIds, shown: SortedIds) -> None:
        with self._new_order():
            self._show(full, shown)

    def _show(self, full: SortedIds, shown: SortedIds) -> None:
        self._full, self._index, self._stale = full, shown, {}
        self._column, self._descending = self._wanted_column, self._wanted_descending
        self._filter = self._wanted_filter
        self._keys_of = self._wanted_keys()

    def _wanted_keys(self) -> KeysOf:
        empty = empty_key(self._wanted_column, descending=self._wanted_descending)
        return key_function(self._wanted_column, empty, self._texts.names, lambda: self._texts.now)

    def _key(self, task_id: int) -> Key | None:
        task = self._tasks.get(task_id)
        return None if task is None else self._keys_of([task])[0]

    def _forget(self, task_ids: list[int]) -> None:
        self._texts.forget(task_ids)
        self._haystacks.forget(task_ids)
        if self.busy:
            self._dirty.update(task_ids)
