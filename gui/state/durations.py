"""How long tasks of a script have taken, and how long a plan may take by that. Rough, and said to be."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from gui.api.schemas import Task, TaskStatus

SAMPLE = 300
"""The newest finished tasks that count."""
_LOOK_AT = 20_000
"""Tasks looked through, newest first, before the search for more of a script is given up."""
_ENDED = frozenset({TaskStatus.COMPLETED, TaskStatus.FAILED})


@dataclass(frozen=True, slots=True)
class Typical:
    """The middle of what was seen."""

    seconds: float
    count: int
    """Finished tasks that it was taken from."""


def typical(tasks: Mapping[int, Task], ids: Sequence[int], script_name: str) -> Typical | None:
    """Return how long a task of a script takes; None where none has been seen to end.

    ``ids``: those of the tasks, ascending.
    """
    seen: list[float] = []
    for task_id in itertools.islice(reversed(ids), _LOOK_AT):
        task = tasks.get(task_id)
        if task is not None and task.script_name == script_name and task.status in _ENDED:
            seconds = _lasted(task)
            if seconds is not None:
                seen.append(seconds)
                if len(seen) == SAMPLE:
                    break
    return Typical(median(seen), len(seen)) if seen else None


def waves(load: Mapping[str, int], at_once: int) -> int:
    """Return how many times the length of a task a plan takes, at the least.

    ``load``: tasks by device, what waits there already included. A device runs one task at a time, the plan
    ``at_once`` in all.
    """
    if not load or at_once <= 0:
        return 0
    total = -(-sum(load.values()) // at_once)
    return max(total, *load.values())


def _lasted(task: Task) -> float | None:
    try:
        began = datetime.fromisoformat(task.start_time)
        ended = datetime.fromisoformat(task.end_time)
    except ValueError:
        return None
    seconds = (ended - began).total_seconds()
    return seconds if seconds >= 0 else None
