"""The order index: ids sorted by a key, kept sorted while tasks come, change and go.

Two lists instead of one of pairs: a hundred thousand ids cost 1.6 MB, and a sort by a key list of one type is
several times cheaper than one of tuples. Both are cut into blocks, so that a change moves only a few hundred
entries: to copy a flat list touches every object in it, all over the memory.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Generator, Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from itertools import accumulate, chain, compress
from operator import le
from typing import Any, TypeAlias

from gui.api.schemas import Task
from gui.tables.columns import NUMBERS, Column, elapsed_of

Key: TypeAlias = Any
"""An int or a str, the same for a whole column."""

KeysOf: TypeAlias = Callable[[Iterable[Task]], list[Key]]
"""Computes the keys of many tasks at once, which takes half as long as one call for each."""

Pairs: TypeAlias = tuple[list[int], list[Key]]
"""Ids and the key of each."""

_CHUNK = 4_096
_SAMPLES = 32  # so many keys of each run say where to part all of them
_BLOCK = 512


class SortedIds:
    """Ids with their keys, ascending by key and, where keys are equal, by id.

    ``ids`` and ``keys`` make one flat list each time: read them once.
    """

    __slots__ = ("_floors", "_ids", "_keys", "_starts")

    def __init__(self, ids: list[int] | None = None, keys: list[Key] | None = None) -> None:
        self._fill(ids or [], keys or [])

    def _fill(self, ids: list[int], keys: list[Key]) -> None:
        self._ids: list[list[int]] = []
        self._keys: list[list[Key]] = []
        self._floors: list[tuple[Key, int]] = []
        # Nothing in a block stands before its floor, and nothing in the block before it does not.
        # Only what is in front of the first floor stands in the first block all the same.
        self.extend(ids, keys)

    def extend(self, ids: list[int], keys: list[Key]) -> None:
        """Add what stands behind all that is here."""
        edges = range(0, len(ids), _BLOCK)
        self._ids += [ids[first : first + _BLOCK] for first in edges]
        self._keys += [keys[first : first + _BLOCK] for first in edges]
        self._floors += [(keys[first], ids[first]) for first in edges]
        self._count()

    def _count(self) -> None:
        self._starts: list[int] = list(accumulate(map(len, self._ids), initial=0))

    @property
    def ids(self) -> list[int]:
        """The ids in their order."""
        return list(chain.from_iterable(self._ids))

    @property
    def keys(self) -> list[Key]:
        """The keys in their order."""
        return list(chain.from_iterable(self._keys))

    def __len__(self) -> int:
        """How many ids there are."""
        return self._starts[-1]

    def id_at(self, place: int) -> int:
        """Return the id at a place. Raises IndexError."""
        if not 0 <= place < self._starts[-1]:
            raise IndexError(place)
        block = bisect_right(self._starts, place) - 1
        return self._ids[block][place - self._starts[block]]

    def ids_between(self, first: int, last: int) -> list[int]:
        """Return the ids from the first to the last place, both included, as far as there are such."""
        starts, first = self._starts, max(0, first)
        ids: list[int] = []
        for block in range(bisect_right(starts, first) - 1, len(self._ids)):
            start = starts[block]
            if start > last:
                break
            ids += self._ids[block][max(0, first - start) : max(0, last + 1 - start)]
        return ids

    def _locate(self, key: Key, task_id: int) -> tuple[int, int]:
        """In which block and where in it this pair stands, or would have to be inserted."""
        block = (bisect_right(self._floors, (key, task_id)) or 1) - 1
        keys = self._keys[block]
        first = bisect_left(keys, key)
        return block, bisect_left(self._ids[block], task_id, first, bisect_right(keys, key, first))

    def place(self, key: Key, task_id: int) -> int:
        """Where this pair stands, or would have to be inserted."""
        if not self._ids:
            return 0
        block, place = self._locate(key, task_id)
        return self._starts[block] + place

    def find(self, key: Key, task_id: int) -> int:
        """Where this pair stands; -1 where it does not."""
        if not self._ids:
            return -1
        block, place = self._locate(key, task_id)
        ids = self._ids[block]
        return self._starts[block] + place if place < len(ids) and ids[place] == task_id else -1

    def delete(self, first: int, last: int) -> None:
        """Take out the places from first to last, both included."""
        for block in range(bisect_right(self._starts, first) - 1, len(self._ids)):
            start = self._starts[block]
            if start > last:
                break
            part = slice(max(0, first - start), last + 1 - start)
            del self._ids[block][part]
            del self._keys[block][part]
        self._level()

    def merge(self, leaving: Iterable[tuple[Key, int]], entering: Iterable[tuple[Key, int]]) -> None:
        """Take out some pairs that stand here, then put in some that do not."""
        for key, task_id in leaving:
            block, place = self._locate(key, task_id)
            del self._ids[block][place]
            del self._keys[block][place]
        new = list(entering)
        if len(new) > len(self._ids) * _BLOCK // 2:
            pairs = sorted(chain(zip(self.keys, self.ids, strict=True), new))
            self._fill([task_id for _, task_id in pairs], [key for key, _ in pairs])
            return
        for key, task_id in new:
            block, place = self._locate(key, task_id)
            self._ids[block].insert(place, task_id)
            self._keys[block].insert(place, key)
        self._level()

    def _level(self) -> None:
        """Part blocks that have grown too long, drop empty ones, count anew."""
        for block in range(len(self._ids) - 1, -1, -1):
            ids, keys = self._ids[block], self._keys[block]
            if ids and len(ids) <= 2 * _BLOCK:
                continue
            # The block before takes over what belongs to an empty one.
            edges = range(0, len(ids), _BLOCK)
            floors = [(keys[first], ids[first]) for first in edges]
            self._floors[block : block + 1] = floors
            self._ids[block : block + 1] = [ids[first : first + _BLOCK] for first in edges]
            self._keys[block : block + 1] = [keys[first : first + _BLOCK] for first in edges]
        self._count()

    def copy(self) -> "SortedIds":
        """Return another index with the same contents."""
        other = SortedIds()
        other._ids, other._keys = [ids[:] for ids in self._ids], [keys[:] for keys in self._keys]
        other._floors, other._starts = self._floors[:], self._starts[:]
        return other

    def drop(self, gone: set[int]) -> None:
        """Take out these ids, whatever their keys."""
        for block, ids in enumerate(self._ids):
            if not gone.isdisjoint(ids):
                mask = [task_id not in gone for task_id in ids]
                self._ids[block] = list(compress(ids, mask))
                self._keys[block] = list(compress(self._keys[block], mask))
        self._level()

    @property
    def blocks(self) -> list[list[int]]:
        """The ids in their order, in parts that are not to be changed."""
        return self._ids

    def kept(self, masks: list[list[bool]]) -> "SortedIds":
        """Return those places where the mask, one for each block, is true."""
        other = SortedIds()
        other._ids = [list(compress(*pair)) for pair in zip(self._ids, masks, strict=True)]
        other._keys = [list(compress(*pair)) for pair in zip(self._keys, masks, strict=True)]
        other._floors = self._floors[:]
        other._level()
        return other

    def with_empty_key(self, old: Key, new: Key) -> "SortedIds":
        """Return the index with the key of empty values changed, which moves them to the other end."""
        ids, keys = self.ids, self.keys
        first = bisect_left(keys, old)
        last = bisect_right(keys, old, first)
        empty = ids[first:last]
        del ids[first:last], keys[first:last]
        place = bisect_left(keys, new)
        keys[place:place] = [new] * len(empty)
        ids[place:place] = empty
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


def key_function(column: Column, empty: Key, names: Mapping[str, str], now: Callable[[], datetime]) -> KeysOf:
    """Return what computes tasks' keys in this column."""

    def device(serial: str) -> str:
        return natural(names.get(serial, serial))

    functions: dict[Column, KeysOf] = {
        Column.ID: lambda tasks: [task.id for task in tasks],
        Column.SCRIPT: lambda tasks: [natural(task.script_name) or empty for task in tasks],
        Column.DEVICE: lambda tasks: [device(task.serial) or empty for task in tasks],
        Column.ACCOUNT: lambda tasks: [natural(task.account) or empty for task in tasks],
        Column.STATUS: lambda tasks: [task.status for task in tasks],
        Column.START: lambda tasks: [task.start_time or empty for task in tasks],
        Column.ELAPSED: lambda tasks: elapsed_of(tasks, now(), empty),
        Column.SOURCE: lambda tasks: [_folded(task.source) or empty for task in tasks],
        Column.RETRIES: lambda tasks: [task.retry_count for task in tasks],
        Column.REMARK: lambda tasks: [_folded(task.remark) or empty for task in tasks],
    }
    return functions[column]


def sort_steps(tasks: Mapping[int, Task], keys_of: KeysOf) -> Generator[None, None, SortedIds]:
    """Sort in steps of a few milliseconds each, so that a window can live between them.

    A single sort never lets go of the interpreter, so a thread would not help. Each of the first steps sorts
    some ids to a run, each of the others takes from all runs what lies between two keys: so much fits into
    the processor's cache, while a sort of everything mostly waits for memory.
    """
    ids = sorted(tasks)
    yield
    runs: list[Pairs] = []
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        runs.append(_by_key(part, keys_of(map(tasks.__getitem__, part))))
        yield
    sample = sorted(chain.from_iterable(keys[:: max(1, _CHUNK // _SAMPLES)] for _, keys in runs))
    index = SortedIds()
    begins = [0] * len(runs)
    for edge in sorted(set(sample[_SAMPLES::_SAMPLES])):
        ends = [bisect_left(keys, edge, begin) for (_, keys), begin in zip(runs, begins, strict=True)]
        index.extend(*_by_key(*_joined(runs, begins, ends)))
        begins = ends
        yield
    index.extend(*_by_key(*_joined(runs, begins, [len(keys) for _, keys in runs])))
    yield
    return index


def _joined(runs: list[Pairs], begins: list[int], ends: list[int]) -> Pairs:
    ids: list[int] = []
    keys: list[Key] = []
    for (run_ids, run_keys), begin, end in zip(runs, begins, ends, strict=True):
        ids += run_ids[begin:end]
        keys += run_keys[begin:end]
    return ids, keys


def _by_key(ids: list[int], keys: list[Key]) -> Pairs:
    """Sort both by the keys; ids of equal keys keep their order."""
    if all(map(le, keys, keys[1:])):
        # The many tasks without a remark, or with the same status: one part of any size.
        return ids, keys
    places = sorted(range(len(ids)), key=keys.__getitem__)
    return list(map(ids.__getitem__, places)), list(map(keys.__getitem__, places))
