"""The order index: ids sorted by a key, kept sorted while tasks come, change and go.

Two flat lists instead of a list of pairs: a hundred thousand ids cost 1.6 MB, and a sort by a key list of one
type is several times cheaper than one of tuples.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Generator, Iterable, Mapping
from functools import lru_cache
from itertools import compress
from typing import Any, TypeAlias

from gui.api.schemas import Task
from gui.tables.columns import NUMBERS, Column

Key: TypeAlias = Any
"""An int or a str, the same for a whole column."""

_CHUNK = 4_096
_RUN = 16_384
_SPLICE_FROM = 24


class SortedIds:
    """Ids with their keys, ascending by key and, where keys are equal, by id."""

    __slots__ = ("ids", "keys")

    def __init__(self, ids: list[int] | None = None, keys: list[Key] | None = None) -> None:
        self.ids: list[int] = [] if ids is None else ids
        self.keys: list[Key] = [] if keys is None else keys

    def __len__(self) -> int:
        """How many ids there are."""
        return len(self.ids)

    def place(self, key: Key, task_id: int) -> int:
        """Where this pair stands, or would have to be inserted."""
        first = bisect_left(self.keys, key)
        return bisect_left(self.ids, task_id, first, bisect_right(self.keys, key, first))

    def find(self, key: Key, task_id: int) -> int:
        """Where this pair stands; -1 where it does not."""
        place = self.place(key, task_id)
        return place if place < len(self.ids) and self.ids[place] == task_id else -1

    def insert(self, place: int, pairs: list[tuple[Key, int]]) -> None:
        """Put sorted pairs in at their common place."""
        self.ids[place:place] = [task_id for _, task_id in pairs]
        self.keys[place:place] = [key for key, _ in pairs]

    def delete(self, first: int, last: int) -> None:
        """Take out the places from first to last, both included."""
        del self.ids[first : last + 1]
        del self.keys[first : last + 1]

    def merged(self, leaving: Iterable[tuple[Key, int]], entering: Iterable[tuple[Key, int]]) -> "SortedIds":
        """Return the index without some pairs that stand in it and with some that do not.

        A few are changed in place; for more, the lists are copied once in slices, whatever their number.
        """
        steps: list[tuple[int, int, tuple[Key, int] | None]] = []
        for pair in leaving:
            place = self.place(*pair)
            steps.append((place, place + 1, None))
        for pair in entering:
            place = self.place(*pair)
            steps.append((place, place, pair))
        steps.sort()
        if len(steps) >= _SPLICE_FROM:
            return self._spliced(steps)
        for place, resume, new in reversed(steps):
            if new is None:
                self.delete(place, resume - 1)
            else:
                self.insert(place, [new])
        return self

    def _spliced(self, steps: list[tuple[int, int, tuple[Key, int] | None]]) -> "SortedIds":
        """Copy: each step keeps up to its first place, adds its pair if any, and goes on at its second."""
        ids: list[int] = []
        keys: list[Key] = []
        start = 0
        for upto, resume, pair in steps:
            ids += self.ids[start:upto]
            keys += self.keys[start:upto]
            if pair is not None:
                keys.append(pair[0])
                ids.append(pair[1])
            start = resume
        ids += self.ids[start:]
        keys += self.keys[start:]
        return SortedIds(ids, keys)

    def copy(self) -> "SortedIds":
        """Return another index with the same contents."""
        return SortedIds(self.ids[:], self.keys[:])

    def without(self, ids: set[int]) -> "SortedIds":
        """Return the index without these ids, whatever their keys."""
        return self.kept([task_id not in ids for task_id in self.ids])

    def kept(self, mask: list[bool]) -> "SortedIds":
        """Return those places where the mask is true."""
        return SortedIds(list(compress(self.ids, mask)), list(compress(self.keys, mask)))

    def with_empty_key(self, old: Key, new: Key) -> "SortedIds":
        """Return the index with the key of empty values changed, which moves them to the other end."""
        first = bisect_left(self.keys, old)
        last = bisect_right(self.keys, old, first)
        keys = self.keys[:first] + self.keys[last:]
        ids = self.ids[:first] + self.ids[last:]
        place = bisect_left(keys, new)
        keys[place:place] = [new] * (last - first)
        ids[place:place] = self.ids[first:last]
        return SortedIds(ids, keys)


def empty_key(column: Column, *, descending: bool) -> Key:
    """The key of an empty value: such that it comes last when the index is read in this direction."""
    if column in NUMBERS:
        return -1 if descending else 2**30 - 1
    return "" if descending else "\U0010ffff"


@lru_cache(maxsize=4096)
def natural(text: str) -> str:
    """A sort key that reads digits as numbers and ignores case: ``Rack 2`` before ``Rack 10``."""
    return re.sub(r"\d+", lambda digits: digits[0].zfill(12), text.casefold())


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return text.casefold()


def key_function(
    column: Column, empty: Key, names: Mapping[str, str], elapsed: Callable[[Task], int | None]
) -> Callable[[Task], Key]:
    """Return what computes a task's key in this column."""

    def elapsed_key(task: Task) -> Key:
        seconds = elapsed(task)
        return empty if seconds is None else seconds

    functions: dict[Column, Callable[[Task], Key]] = {
        Column.ID: lambda task: task.id,
        Column.SCRIPT: lambda task: natural(task.script_name) or empty,
        Column.DEVICE: lambda task: natural(names.get(task.serial, task.serial)) or empty,
        Column.ACCOUNT: lambda task: natural(task.account) or empty,
        Column.STATUS: lambda task: task.status,
        Column.START: lambda task: task.start_time or empty,
        Column.ELAPSED: elapsed_key,
        Column.SOURCE: lambda task: _folded(task.source) or empty,
        Column.RETRIES: lambda task: task.retry_count,
        Column.REMARK: lambda task: _folded(task.remark) or empty,
    }
    return functions[column]


def sort_steps(tasks: Mapping[int, Task], key_of: Callable[[Task], Key]) -> Generator[None, None, SortedIds]:
    """Sort in steps of a few milliseconds each, so that a window can live between them.

    A single sort never lets go of the interpreter, so a thread would not help. The runs that the steps leave
    are found and merged by the last sort at the price of a few comparisons an element.
    """
    ids = sorted(tasks)
    yield
    keys: list[Key] = []
    for start in range(0, len(ids), _CHUNK):
        keys.extend([key_of(tasks[task_id]) for task_id in ids[start : start + _CHUNK]])
        yield
    places: list[int] = []
    for start in range(0, len(ids), _RUN):
        places += sorted(range(start, min(start + _RUN, len(ids))), key=keys.__getitem__)
        yield
    places.sort(key=keys.__getitem__)
    yield
    ids = list(map(ids.__getitem__, places))
    yield
    keys = list(map(keys.__getitem__, places))
    yield
    return SortedIds(ids, keys)
