"""Stop, retry and delete over any number of tasks: counted first, sent piece by piece, told as it goes.

No request is ever sent twice: a task for which the same command is on its way is left out of the next one,
and what failed without a clear answer is looked at, not repeated.
"""

import logging
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.api.schemas import Task, TaskStatus
from gui.state.known import Known
from gui.state.outcome import BulkProgress, Command, Outcome

if TYPE_CHECKING:
    from gui.state.bulk_job import BulkJob, Line

__all__ = ["RETRY_LIMIT", "Bulk", "BulkProgress", "DryRun", "dry_run"]

logger = logging.getLogger(__name__)

RETRY_LIMIT = 3
"""Retries after which TikMatrix refuses another one (guess, 60 %: a default that the API does not show)."""


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a command would meet, as the mirror knows the tasks now. Ids in the order they were given."""

    command: Command
    can: tuple[int, ...] = ()
    at_limit_maybe: tuple[int, ...] = ()
    """Failed tasks that TikMatrix will probably not retry once more; RETRY only."""
    wrong_status: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    by_status: Mapping[int, int] = field(default_factory=dict)
    """How many of those that are there have which status."""


def dry_run(command: Command, ids: Iterable[int], tasks: Mapping[int, Task]) -> DryRun:
    """Sort tasks by what STOP, RETRY or DELETE would probably do to them. Each id counts once."""
    can: list[int] = []
    at_limit: list[int] = []
    wrong: list[int] = []
    gone: list[int] = []
    statuses: Counter[int] = Counter()
    for task_id in dict.fromkeys(ids):
        task = tasks.get(task_id)
        if task is None:
            gone.append(task_id)
            continue
        statuses[task.status] += 1
        if command is Command.RETRY and task.status == TaskStatus.FAILED:
            (can if task.retry_count < RETRY_LIMIT else at_limit).append(task_id)
        elif command is Command.DELETE or (command is Command.STOP and task.status == TaskStatus.RUNNING):
            can.append(task_id)
        else:
            wrong.append(task_id)
    return DryRun(command, tuple(can), tuple(at_limit), tuple(wrong), tuple(gone), dict(statuses))


class Bulk(QObject):
    """Long commands one after another; a short one, all under way at once, does not wait behind them."""

    progress = Signal(object)
    """A BulkProgress, at the beginning of a long command and while it runs."""
    finished = Signal(object)
    """An Outcome, one for each :meth:`start` that had anything to send."""

    def __init__(self, known: Known, line: "Callable[[], Line]") -> None:
        super().__init__(known)
        self._known = known
        self._line = line
        self._running: list[BulkJob] = []
        self._waiting: deque[BulkJob] = deque()

    @property
    def busy(self) -> bool:
        """Whether anything is under way or waits for its turn."""
        return bool(self._running or self._waiting)

    def dry_run(self, command: Command, ids: Iterable[int]) -> DryRun:
        """Return what a command would meet now."""
        return dry_run(command, ids, self._known.tasks)

    def start(self, command: Command, ids: Iterable[int]) -> None:
        """Send STOP, RETRY or DELETE for these tasks; returns at once.

        Ids that are repeated, or for which the same command is on its way, are passed over.
        """
        from gui.state.bulk_job import BulkJob  # noqa: PLC0415 - the first window does without asyncio

        on_its_way = [job.unanswered for job in (*self._running, *self._waiting) if job.command is command]
        wanted = [i for i in dict.fromkeys(ids) if not any(i in under for under in on_its_way)]
        if not wanted:
            return
        job = BulkJob(command, wanted, self._known, self._line(), self.progress.emit)
        self._known.marks.begin(command, wanted)
        self._known.pending_changed.emit(self._known.pending)
        self._waiting.append(job)
        self._begin_next()

    def cancel(self) -> None:
        """Send nothing more: what is under way ends, what waits is dropped."""
        waiting, self._waiting = self._waiting, deque()
        for job in (*waiting, *self._running):
            job.cancel()
        for job in waiting:
            self._tell(job.end())

    def _begin_next(self) -> None:
        """Begin whatever may run now: every short command, and the next long one where none is running."""
        waiting, self._waiting = self._waiting, deque()
        for job in waiting:
            if job.short or all(other.short for other in self._running):
                self._running.append(job)
                self._line().run(self._carry_out(job))
            else:
                self._waiting.append(job)

    async def _carry_out(self, job: "BulkJob") -> None:
        try:
            await job.run()
        except Exception:  # a defect, too, must not leave the tasks marked for ever
            logger.exception("%s broke off", job.command)
        self._running.remove(job)
        self._tell(job.end())
        self._begin_next()

    def _tell(self, outcome: Outcome) -> None:
        logger.info("%s: %d of %d done, %d left", outcome.command, outcome.done, outcome.asked, outcome.left)
        self.finished.emit(outcome)
        self._known.command_finished.emit(outcome)
