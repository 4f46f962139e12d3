"""A server reduced to its lists, to be read in orders and with lags that the simulator does not have."""

from collections.abc import Iterable
from dataclasses import replace

from gui.api.errors import NotFound
from gui.api.schemas import Stats, Task, TaskPage, TaskStatus


class ListServer:
    """Answers what the mirror reads, and counts how often it is asked."""

    def __init__(self, tasks: Iterable[Task] = (), *, newest_first: bool = True, page_cap: int = 100) -> None:
        self.tasks = {task.id: task for task in tasks}
        self.newest_first = newest_first
        self.page_cap = page_cap
        self.requests = 0
        self.held_counts: Stats | None = None
        """Counts that lag: given out until it is None again."""

    def counts(self) -> Stats:
        by_status = [sum(t.status == s for t in self.tasks.values()) for s in TaskStatus]
        return Stats(len(self.tasks), *by_status)

    async def task_stats(self) -> Stats:
        self.requests += 1
        return self.held_counts or self.counts()

    async def list_tasks(self, *, status: int | None = None, page: int = 1, page_size: int = 100) -> TaskPage:
        self.requests += 1
        size = min(page_size, self.page_cap)
        ids = sorted(self.tasks, reverse=self.newest_first)
        found = [self.tasks[i] for i in ids if status is None or self.tasks[i].status == status]
        return TaskPage(tuple(found[(page - 1) * size : page * size]), len(found))

    async def get_task(self, task_id: int) -> Task:
        self.requests += 1
        if task_id not in self.tasks:
            raise NotFound(code=40401)
        return self.tasks[task_id]

    def put(self, task_id: int, status: int) -> None:
        self.tasks[task_id] = Task(task_id, script_name="post", serial=f"S{task_id % 7}", status=status)

    def move(self, task_id: int, status: int) -> None:
        self.tasks[task_id] = replace(self.tasks[task_id], status=status)
