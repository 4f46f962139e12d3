"""Why tasks failed: remarks that differ only in numbers, serials and names are one cause.

What TikMatrix writes into a remark is free text; what follows the first line is taken for a log
(guess, 70 %).
"""

import json
import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from gui.api.schemas import Task, TaskStatus
from gui.state.changes import TaskChanges

SAMPLE_CHARACTERS = 300
_READ_CHARACTERS = 2_000
_KEY_CHARACTERS = 160
_SHORTEST_NAME = 3
_LONGEST_NAME = 200
_NAMED = ("user", "target", "url", "name", "serial")
"""Arguments whose keys contain one of these hold what a remark quotes."""

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_MIXED = r"(?<![a-z0-9#])(?=[a-z_]*#)[a-z_]*(?:#[a-z_]+)+#?[a-z_]*"
# On text in lower case whose numbers are "#" by now. The order matters: an address may hold a name.
_RULES = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"https?://[^\s，。；、“”‘’\"'<>（）()]+", "‹url›"),
        (r"[a-z0-9#._%+-]+@[a-z0-9#-]+(?:\.[a-z0-9#-]+)+", "‹name›"),
        (r"@[a-z0-9#_.]*[a-z0-9#_]", "‹name›"),
        (r"#[-/]#[-/]#(?:[ t]#(?:z|[+-]#)?)?", "‹time›"),
        (r"[a-f0-9#]{1,8}-[a-f0-9#]{1,4}-[a-f0-9#]{1,4}-[a-f0-9#]{1,4}-[a-f0-9#]{1,12}", "‹id›"),
        (r"(?<![a-z0-9#])#x[a-f#]+(?![a-z])", "‹id›"),
        (
            r"“[^”]*”|‘[^’]*’|「[^」]*」|《[^》]*》|`[^`]*`|(?<![a-z0-9#])(?:'[^']*'|\"[^\"]*\")(?![a-z0-9#])",
            "‹name›",
        ),
        (_MIXED, "‹id›"),
        (r"\s+", " "),
    )
)


@lru_cache(maxsize=4_096)
def cause_of(remark: str, names: tuple[str, ...] = ()) -> str:
    """Return what remarks of the same cause have in common; empty for an empty remark.

    ``names`` are the task's own: its serial, its account, its targets. Words of any language stay.
    """
    text = first_line(remark)[:_READ_CHARACTERS]
    for name in names:
        text = text.replace(name, "‹name›")
    text = _NUMBER.sub("#", text.casefold())
    for pattern, by in _RULES:
        text = pattern.sub(by, text)
    return text.strip(" \t.,;:!?。，；：！？")[:_KEY_CHARACTERS]


def key_of(task: Task) -> str:
    """Return the cause of a failed task."""
    if not task.remark:
        return ""
    return cause_of(task.remark, tuple(name for name in names_of(task) if name in task.remark))


def first_line(remark: str) -> str:
    """Return the first line that says anything."""
    return next((line.strip() for line in remark.splitlines() if line.strip()), "")


def names_of(task: Task) -> tuple[str, ...]:
    """Return what a task's remark may quote of the task itself, the longest first."""
    found = {task.serial, task.account}
    if task.script_args:
        found |= _quoted(task.script_args)
    return tuple(
        sorted((name for name in found if _SHORTEST_NAME <= len(name) <= _LONGEST_NAME), key=_by_length)
    )


def _by_length(name: str) -> tuple[int, str]:
    return -len(name), name


@lru_cache(maxsize=1_024)
def _quoted(script_args: str) -> frozenset[str]:
    try:
        arguments = json.loads(script_args)
    except (ValueError, RecursionError):
        return frozenset()
    if not isinstance(arguments, dict):
        return frozenset()
    found: set[str] = set()
    for key, value in arguments.items():
        if not any(part in key for part in _NAMED):
            continue
        values = value[:20] if isinstance(value, list) else [value]
        found.update(name for each in values if isinstance(each, str) for name in each.split())
    return frozenset(found)


@dataclass(slots=True)
class _Group:
    """The failed tasks of one cause."""

    newest: list[tuple[str, int]] = field(default_factory=list)
    """End time and id, ascending."""
    devices: Counter[str] = field(default_factory=Counter)
    scripts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause as it stands now."""

    key: str
    sample: str
    """The first line of the newest remark; empty where the tasks have none."""
    count: int
    devices: int
    scripts: tuple[str, ...]
    """By name."""
    last_seen: str
    """``YYYY-MM-DD HH:MM:SS`` on the TikMatrix PC's clock, of the newest; empty where it is not known."""


class Causes:
    """Failed tasks by cause. A change costs what changed, whatever is already there."""

    def __init__(self) -> None:
        self._groups: dict[str, _Group] = {}
        self._tasks: dict[int, tuple[str, Task]] = {}
        """Every failed task, with the key of its cause."""

    def __len__(self) -> int:
        """How many causes there are."""
        return len(self._groups)

    @property
    def failed(self) -> int:
        """How many failed tasks they have."""
        return len(self._tasks)

    def take(self, changes: TaskChanges) -> set[str]:
        """Follow a change of the tasks; return the keys of the causes that look different now."""
        touched: set[str] = set()
        for task_id in changes.removed:
            self._drop(task_id, touched)
        self.add(changes.upserted, touched)
        return touched

    def add(self, tasks: Iterable[Task], touched: set[str]) -> None:
        """Take tasks as they are now; the keys of causes that look different are added to ``touched``."""
        for task in tasks:
            known = self._tasks.get(task.id)
            if known is not None and known[1] == task:
                continue
            self._drop(task.id, touched)
            if task.status != TaskStatus.FAILED:
                continue
            key = key_of(task)
            group = self._groups.setdefault(key, _Group())
            insort(group.newest, (task.end_time, task.id))
            group.devices[task.serial] += 1
            group.scripts[task.script_name] += 1
            self._tasks[task.id] = key, task
            touched.add(key)

    def _drop(self, task_id: int, touched: set[str]) -> None:
        known = self._tasks.pop(task_id, None)
        if known is None:
            return
        key, task = known
        group = self._groups[key]
        touched.add(key)
        del group.newest[bisect_left(group.newest, (task.end_time, task_id))]
        if not group.newest:
            del self._groups[key]
            return
        for counter, value in ((group.devices, task.serial), (group.scripts, task.script_name)):
            counter[value] -= 1
            if not counter[value]:
                del counter[value]

    def known(self) -> set[str]:
        """Return the keys of all causes."""
        return set(self._groups)

    def cause(self, key: str) -> Cause | None:
        """Return one cause; None where no task has it any more."""
        group = self._groups.get(key)
        if group is None:
            return None
        last_seen, newest = group.newest[-1]
        sample = first_line(self._tasks[newest][1].remark)[:SAMPLE_CHARACTERS]
        devices = len(group.devices) - ("" in group.devices)
        return Cause(key, sample, len(group.newest), devices, tuple(sorted(group.scripts)), last_seen)

    def ids(self, key: str) -> tuple[int, ...]:
        """Return the tasks of a cause, newest first."""
        group = self._groups.get(key)
        return () if group is None else tuple(task_id for _, task_id in reversed(group.newest))
