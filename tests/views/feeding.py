"""A host that is fed by the test and writes down what it is asked to do."""

from collections.abc import Iterable, Sequence

from gui.api.schemas import Stats, Task
from gui.state.connection import Connection, Phase, Progress
from gui.state.host import Host

URL = "http://localhost:50809"


class FedHost(Host):
    """A real host that follows no server: its mirror holds what the test puts in."""

    def __init__(self) -> None:
        super().__init__(url=URL)
        self.asked: list[tuple[str, tuple[int, ...]]] = []
        self.reconnects = 0

    def feed(self, tasks: Iterable[Task] = (), *, removed: Iterable[int] = ()) -> None:
        """Let changes climb as after a poll."""
        self.mirror.upsert(tasks)
        self.mirror.remove(removed)
        self.take_tasks()
        self.take_tasks_to_devices()

    def count(self, stats: Stats) -> None:
        """Let the server's counts climb."""
        self.set_fact("stats", stats, self.stats_changed)

    def say(self, phase: Phase, progress: Progress | None = None) -> None:
        """Be in this state."""
        self.set_fact("progress", progress or Progress(complete=True), self.progress_changed)
        self.set_fact("connection", Connection(phase, URL), self.connection_changed)

    def wait_for(self, words: dict[int, str]) -> None:
        """Have these commands under way."""
        self.marks.words = words
        self.pending_changed.emit(self.pending)

    def forget(self) -> None:
        """Follow another server."""
        self.forget_tasks()

    def stop(self, task_ids: Sequence[int]) -> None:
        self.asked.append(("stop", tuple(task_ids)))

    def retry(self, task_ids: Sequence[int]) -> None:
        self.asked.append(("retry", tuple(task_ids)))

    def delete(self, task_ids: Sequence[int]) -> None:
        self.asked.append(("delete", tuple(task_ids)))

    def reconnect(self) -> None:
        self.reconnects += 1
