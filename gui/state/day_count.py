"""How many tasks each device has had today, by script: counted once, then kept up with every change."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QObject

from gui.api.schemas import Task, TaskStatus
from gui.state.changes import TaskChanges
from gui.state.known import Known


class DayCount(QObject):
    """Tasks made or started on one day of the TikMatrix PC's clock, or still waiting."""

    def __init__(self, known: Known, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._day = ""
        self._counted: dict[int, tuple[str, str]] = {}
        """Script and serial of each task that counts."""
        self._used: dict[str, Counter[str]] = {}
        known.tasks_changed.connect(self._take)
        known.tasks_reset.connect(self._forget)

    def used(self, script_name: str, day: str) -> Counter[str]:
        """Return the tasks of a script by serial. ``day``: ``YYYY-MM-DD``."""
        if day != self._day:
            self._forget()
            self._day = day
            self._add(self._known.tasks.values())
        return self._used.get(script_name, Counter())

    def _forget(self) -> None:
        self._day = ""
        self._counted = {}
        self._used = {}

    def _take(self, changes: TaskChanges) -> None:
        if not self._day:
            return  # nobody has asked yet
        for task_id in (*changes.removed, *(task.id for task in changes.upserted)):
            before = self._counted.pop(task_id, None)
            if before is not None:
                self._used[before[0]][before[1]] -= 1
        self._add(changes.upserted)

    def _add(self, tasks: Iterable[Task]) -> None:
        for task in tasks:
            if task.status == TaskStatus.PENDING or (task.create_time or task.start_time)[:10] == self._day:
                self._counted[task.id] = task.script_name, task.serial
                self._used.setdefault(task.script_name, Counter())[task.serial] += 1
