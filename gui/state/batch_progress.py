"""How far the tasks of one batch have come, and when the last will probably have ended. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from gui.api.schemas import Task, TaskStatus
from gui.store.batch_records import UNFINISHED, Batch

GONE = -2
"""Counted beside the task statuses: a task that was made and is not there any more."""

SAMPLE = 200
"""Tasks whose durations an estimate is made from: the newest that have ended."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Tasks by what they are doing."""

    waiting: int = 0
    running: int = 0
    done: int = 0
    failed: int = 0
    gone: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.waiting + self.running + self.done + self.failed + self.gone


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """One batch at this moment."""

    expected: int | None
    """Tasks that the whole should make; None where nobody can say."""
    created: int
    waiting: int
    running: int
    done: int
    failed: int
    gone: int
    """Made once, and not on the server any more."""
    requests_done: int
    """Requests of which the fate is settled."""
    requests: int
    by_device: dict[str, Counts] = field(default_factory=dict)
    """By serial; tasks that are gone, or have not been read yet, are under the empty one."""
    finish_at: float | None = None
    """When the last task will probably have ended, Unix time, s; None while nothing of it has ended yet."""


def progress_of(
    batch: Batch, tasks: Mapping[int, Task], *, read_to: int, at_once: int, now: float
) -> BatchProgress:
    """Count the tasks of a batch.

    ``read_to``: up to which id ``tasks`` holds everything that the server has, so that one which is not there
    is gone; one above it has not been read yet and counts as waiting. ``at_once``: how many may run at a time
    on the whole server.
    """
    script = batch.script_name
    mine = [tasks.get(task_id) for task_id in batch.task_ids]
    gone, unread = ("", GONE), ("", int(TaskStatus.PENDING))
    # A task of another script under this number is another server's.
    found = Counter(
        [
            (t.serial, t.status) if t and t.script_name == script else gone if i <= read_to else unread
            for i, t in zip(batch.task_ids, mine, strict=True)
        ]
    )
    states: dict[str, Counter[int]] = {}
    for (serial, status), count in found.items():
        states.setdefault(serial, Counter())[status] += count
    ended = [task for task in mine if task and task.status == TaskStatus.COMPLETED]
    lasted = [duration(task) for task in ended[-SAMPLE:] if task.script_name == script]
    durations = [seconds for seconds in lasted if seconds is not None]
    by_device = {serial: _counts(counter) for serial, counter in states.items()}
    whole = _counts(sum(states.values(), Counter()))
    return BatchProgress(
        expected=batch.expected,
        created=batch.created,
        waiting=whole.waiting,
        running=whole.running,
        done=whole.done,
        failed=whole.failed,
        gone=whole.gone,
        requests_done=sum(each.state not in UNFINISHED for each in batch.requests),
        requests=len(batch.requests),
        by_device=by_device,
        finish_at=_finish_at(by_device.values(), durations, at_once, now),
    )


def ids_in(batch: Batch, tasks: Mapping[int, Task], status: TaskStatus) -> tuple[int, ...]:
    """Return the tasks of a batch that are in one status."""
    mine = (tasks.get(task_id) for task_id in batch.task_ids)
    return tuple(t.id for t in mine if t and (t.status, t.script_name) == (status, batch.script_name))


def duration(task: Task) -> float | None:
    """Return how long an ended task ran, s; None where the server does not say."""
    try:
        began, ended = (datetime.fromisoformat(text) for text in (task.start_time, task.end_time))
        return max(0.0, (ended - began).total_seconds())
    except (ValueError, TypeError):
        return None


def _counts(counter: Counter[int]) -> Counts:
    known = {TaskStatus.RUNNING, TaskStatus.COMPLETED, TaskStatus.FAILED, GONE}
    return Counts(
        waiting=sum(count for status, count in counter.items() if status not in known),
        running=counter[TaskStatus.RUNNING],
        done=counter[TaskStatus.COMPLETED],
        failed=counter[TaskStatus.FAILED],
        gone=counter[GONE],
    )


def _finish_at(devices: Iterable[Counts], durations: list[float], at_once: int, now: float) -> float | None:
    """Each device runs one at a time, and the plan bounds how many run: the slower of the two decides."""
    left = [each.waiting + each.running for each in devices]
    if not sum(left) or not durations:
        return None
    turns = max([*left, sum(left) / max(1, min(at_once, len(left)))])
    return now + turns * sum(durations) / len(durations)
