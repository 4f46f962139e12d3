"""The task table: every task of the mirror, sorted and filtered over the whole set, patched row by row."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final, TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.api.schemas import Task, TaskStatus
from gui.tables.arrange import ArrangedRows
from gui.tables.cells import Cells, column_title
from gui.tables.columns import RIGHT_ALIGNED, Column
from gui.tables.filter import TaskFilter
from gui.tables.order import Key, SortedIds

__all__ = ["Cells", "Column", "TaskFilter", "TaskTable"]

_ROLES: Final = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.TextAlignmentRole}
)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

AnyIndex: TypeAlias = QModelIndex | QPersistentModelIndex
Keys: TypeAlias = dict[int, Key]


class TaskTable(ArrangedRows):
    """Tasks by the hundred thousand, each row drawn from :meth:`cells`."""

    column = Column

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[int] = set()

    @property
    def total(self) -> int:
        """How many tasks the table holds, shown or not."""
        return len(self._tasks)

    @property
    def running(self) -> int:
        """How many tasks run."""
        return len(self._running)

    def task(self, row: int) -> Task:
        """Return the record of a row. Raises IndexError."""
        return self._tasks[self.id_at(row)]

    def get(self, task_id: int) -> Task | None:
        """Return the record of an id, shown or not."""
        return self._tasks.get(task_id)

    def cells(self, row: int) -> Cells:
        """Return what a row shows."""
        return self._texts.cells(self._tasks[self.id_at(row)])

    def full_text(self, task: Task, column: Column) -> str:
        """Return a cell as it is copied or exported."""
        return self._texts.full_text(task, column)

    def device_name(self, serial: str) -> str:
        """Return what the operator calls a device."""
        return self._texts.names.get(serial, serial)

    def status_counts(self, ids: Iterable[int]) -> Counter[int]:
        """Count the statuses of these tasks; ids that are gone do not count."""
        tasks = self._tasks
        return Counter(tasks[i].status for i in ids if i in tasks)

    def distinct(self, column: Column) -> set[str]:
        """Return the scripts, the serials (of DEVICE) or the sources that occur."""
        tasks = self._tasks.values()
        if column == Column.SCRIPT:
            return {task.script_name for task in tasks}
        return {task.serial for task in tasks} if column == Column.DEVICE else {task.source for task in tasks}

    # Changes

    def apply(self, upserted: Sequence[Task], removed: Sequence[int]) -> None:
        """Take what one refresh changed. An id in both stays."""
        tasks, find = self._tasks, self._find_shown
        kept = {task.id for task in upserted}
        new = {task.id: task for task in upserted if tasks.get(task.id) != task}
        gone = self._keys([tasks[i] for i in removed if i in tasks and i not in kept])
        if not new and not gone:
            return
        old = self._keys([tasks[i] for i in new if i in tasks])
        now = self._keys(new.values())
        self._forget([*new, *gone])
        was = {i for i, key in old.items() if find(key, i) >= 0}
        stays = self._haystacks.passing(new.values(), self._filter)
        same = {i for i, key in old.items() if key == now[i]}
        leaving = {i: old[i] for i in was if i not in stays or i not in same}
        leaving |= {i: key for i, key in gone.items() if find(key, i) >= 0}
        entering = {i: now[i] for i in stays if i not in was or i not in same}
        all_leaving = {i: key for i, key in old.items() if i not in same} | gone
        all_entering = {i: key for i, key in now.items() if i not in same}
        self.changing.emit()
        tasks.update(new)
        self._note_running(new.values())
        self._patch_both((leaving, entering), (all_leaving, all_entering), was & stays & same)
        for i in gone:
            del tasks[i]
        self._running -= gone.keys()
        self.changed.emit()

    def clear(self) -> None:
        """Drop every task; the sort and filter asked for stay."""
        self._stop_work()
        self.changing.emit()
        self.beginResetModel()
        self._tasks, self._running = {}, set()
        self._texts.clear()
        self._haystacks.clear()
        empty = SortedIds()
        # Two of them under a filter: one object means that nothing is filtered out.
        self._show(empty, SortedIds() if self.filter else empty)
        self.endResetModel()
        self.changed.emit()

    def set_pending(self, words: Mapping[int, str]) -> None:
        """Mark tasks with a command that the server has not confirmed, by a word such as ``stopping…``."""
        before = self._texts.pending
        different = {i for i, word in words.items() if before.get(i) != word}
        different.update(i for i in before if i not in words)
        self._texts.pending = dict(words)
        self._texts.forget(different)
        self._announce(different, Column.STATUS)

    def set_device_names(self, names: Mapping[str, str]) -> None:
        """Take the operator's names for serials; sort and search follow them."""
        if names == self._texts.names:
            return
        self._texts.set_names(names)
        self._haystacks.clear(self._texts.names)
        self._renamed = True
        if self.busy or self._wanted_filter.words or Column.DEVICE in {self._column, self._wanted_column}:
            self._rebuild()
        if self.rowCount():
            last = self.index(self.rowCount() - 1, Column.DEVICE)
            self.dataChanged.emit(self.index(0, Column.DEVICE), last)

    def tick(self, now: datetime) -> None:
        """Let the elapsed time of running tasks go on. ``now`` is local, without a zone."""
        if self.busy:
            self._dirty |= self._running
        if self._column != Column.ELAPSED:
            self._texts.set_now(now, self._running)
            self._announce(self._running, Column.ELAPSED)
            return
        running = [self._tasks[i] for i in self._running]
        before = self._keys(running)
        self._texts.set_now(now, self._running)
        after = self._keys(running)
        leaving = {i: key for i, key in before.items() if after[i] != key}
        entering = {i: after[i] for i in leaving}
        if not leaving:
            return
        shown = {i for i, key in leaving.items() if self._find_shown(key, i) >= 0}
        self.changing.emit()
        part = {i: leaving[i] for i in shown}, {i: entering[i] for i in shown}
        self._patch_both(part, (leaving, entering), shown)
        self.changed.emit()

    def _keys(self, tasks: Collection[Task]) -> Keys:
        return dict(zip([task.id for task in tasks], self._keys_of(tasks), strict=True))

    def _find_shown(self, key: Key, task_id: int) -> int:
        return 0 if self._index is self._full else self._index.find(key, task_id)

    def _patch_both(self, shown: tuple[Keys, Keys], full: tuple[Keys, Keys], touched: Iterable[int]) -> None:
        """Patch the rows, and note what has become stale in the index of all tasks where it is another."""
        unfiltered = self._index is self._full
        self._patch(*shown, touched)
        if unfiltered:
            self._full = self._index
        else:
            leaving, entering = full
            for i, key in leaving.items():
                self._stale.setdefault(i, key)
            for i in entering:
                self._stale.setdefault(i, None)

    def _note_running(self, tasks: Iterable[Task]) -> None:
        for task in tasks:
            if task.status == TaskStatus.RUNNING:
                self._running.add(task.id)
            else:
                self._running.discard(task.id)

    # Qt's questions

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what Qt asks for of a cell; the view draws from :meth:`cells` and does not ask."""
        if role not in _ROLES or not index.isValid():
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(index.row()).texts[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._texts.tool_tip(self.task(index.row()), column)
        return _RIGHT if column in RIGHT_ALIGNED else _LEFT

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_title(Column(section))
        return None
