"""The task mirror: what the server last said of every task, and where it is known to be in doubt.

Pure data, no I/O: :mod:`gui.state.sync` decides what to read and hands it in.
"""

import itertools
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence

from gui.api.schemas import Stats, Task, TaskPage, TaskStatus
from gui.state.changes import TaskChanges

EVERYTHING = None
"""The list of all tasks, where a list is named by the status that it is filtered by."""


class TaskMirror:
    """Every known task by id, with sorted id lists for the whole and for each status."""

    def __init__(self) -> None:
        self.tasks: dict[int, Task] = {}
        self.doubts: set[int] = set()
        """Ids whose present state is not known: they left the list that they were in."""
        self.highest = 0
        """The highest id that was ever here."""
        self._lists: dict[int | None, list[int]] = {EVERYTHING: []}
        self._upserted: dict[int, Task] = {}
        self._removed: set[int] = set()

    def ids(self, status: int | None = EVERYTHING) -> list[int]:
        """Ids, ascending, of all tasks or of one status. The mirror's own list: not to be changed."""
        return self._lists.setdefault(status, [])

    def stats(self) -> Stats:
        """The mirror's own counts, to be held against the server's."""
        count = {status: len(self.ids(status)) for status in TaskStatus}
        return Stats(
            total=len(self.tasks),
            pending=count[TaskStatus.PENDING],
            running=count[TaskStatus.RUNNING],
            completed=count[TaskStatus.COMPLETED],
            failed=count[TaskStatus.FAILED],
        )

    def take_changes(self) -> TaskChanges:
        """Hand over everything that changed since the last call."""
        changes = TaskChanges(tuple(self._upserted.values()), tuple(self._removed))
        self._upserted = {}
        self._removed = set()
        return changes

    def upsert(self, tasks: Iterable[Task]) -> None:
        """Take what the server said of some tasks; that also settles any doubt about them."""
        new: dict[int, list[int]] = {}
        for task in tasks:
            self.doubts.discard(task.id)
            old = self.tasks.get(task.id)
            if old is task or old == task:
                continue
            self.tasks[task.id] = task
            self._upserted[task.id] = task
            self._removed.discard(task.id)
            if old is None:
                new.setdefault(task.status, []).append(task.id)
            elif old.status != task.status:
                _take_out(self.ids(old.status), task.id)
                insort(self.ids(task.status), task.id)
        for status, ids in new.items():
            _put_in(self.ids(status), ids)
        _put_in(self.ids(), [task_id for ids in new.values() for task_id in ids])
        self.highest = max([self.highest, *self.ids()[-1:]])

    def remove(self, task_ids: Iterable[int]) -> None:
        """Take what the server said to be gone."""
        for task_id in task_ids:
            self.doubts.discard(task_id)
            task = self.tasks.pop(task_id, None)
            if task is None:
                continue
            self._upserted.pop(task_id, None)
            self._removed.add(task_id)
            _take_out(self.ids(), task_id)
            _take_out(self.ids(task.status), task_id)

    def reconcile(self, page: TaskPage, status: int | None, *, newest: bool, oldest: bool) -> None:
        """Take one page of a list in id order: its tasks, and what is missing between them.

        ``newest`` and ``oldest`` tell whether the page reaches that end of its list. What the mirror holds
        inside the page's range but the page does not is gone from that list: removed where the page is of all
        tasks, in doubt where it is of one status.
        """
        self.upsert(page.tasks)
        if page.broken:
            return  # an unreadable item is there all the same: nothing can be said to be missing
        ids = self.ids(status)
        on_page = {task.id for task in page.tasks}
        if not on_page and not (newest and oldest):
            return
        low = 0 if oldest else bisect_left(ids, min(on_page))
        high = len(ids) if newest else bisect_right(ids, max(on_page))
        missing = [task_id for task_id in ids[low:high] if task_id not in on_page]
        if status is EVERYTHING:
            self.remove(missing)
        else:
            self.doubts.update(missing)


def is_sorted(tasks: Sequence[Task]) -> int:
    """Return -1 when ids fall along the page, 1 when they rise, 0 when neither or too short to tell."""
    pairs = [(a.id, b.id) for a, b in itertools.pairwise(tasks)]
    if pairs and all(a > b for a, b in pairs):
        return -1
    if pairs and all(a < b for a, b in pairs):
        return 1
    return 0


def _take_out(ids: list[int], task_id: int) -> None:
    place = bisect_left(ids, task_id)
    if place < len(ids) and ids[place] == task_id:
        del ids[place]


def _put_in(ids: list[int], new: list[int]) -> None:
    """Insert new ids: as one slice where they fit into one gap, which is how pages arrive."""
    if not new:
        return
    new.sort()
    place = bisect_left(ids, new[0])
    if place == bisect_left(ids, new[-1]):
        ids[place:place] = new
    else:
        for task_id in new:
            insort(ids, task_id)
