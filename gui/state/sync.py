"""What to read next, so that the mirror equals the server at a bounded number of requests a tick.

The API has no change feed: only counts, pages in id order and single tasks. A tick asks for the counts.
Where they stand still, one more request looks round (running tasks, newest page, a rolling audit of the whole
list), so that changes which cancel each other out in the counts are found too. Where they moved, the running
tasks and the newest page are read, and what is still unexplained is looked for by bisection in the list whose
counts differ.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import astuple
from typing import Protocol, TypeVar

from gui.api.errors import NotFound
from gui.api.schemas import MAX_PAGE_SIZE, Stats, Task, TaskPage, TaskStatus
from gui.state.mirror import EVERYTHING, TaskMirror, is_sorted
from gui.state.search import Search, bisection_cost, cost

NEWEST_FIRST, UNSORTED, OLDEST_FIRST = -1, 0, 1
NO_SUCH_RESOURCE = 40401
COUNTS_EVERY_PAGES = 50
"""How often the counts are read again while the first picture fills."""
LOOK_ROUND_EVERY = 8
"""Quiet ticks between two looks round, while the mirror knows that it differs."""
T = TypeVar("T")


class Reader(Protocol):
    """The calls of the Local API that the mirror lives on."""

    async def task_stats(self) -> Stats:
        """Return the server's counts."""

    async def list_tasks(self, *, status: int | None = None, page: int = 1, page_size: int = 100) -> TaskPage:
        """Return one page, of all tasks or of one status."""

    async def get_task(self, task_id: int) -> Task:
        """Return one task. Raises NotFound."""


class Superseded(Exception):
    """A command was carried out while an answer was under way: that answer may show the time before it."""


class TaskSync:
    """Reads from one server into one mirror."""

    def __init__(self, api: Reader, mirror: TaskMirror) -> None:
        self._api = api
        self.mirror = mirror
        self.stats = Stats()
        """What the server last counted."""
        self.requests = 0
        """How many requests the current or last tick made."""
        self.epoch = 0
        """Raised by every command: answers asked for before it are dropped."""
        self.order = NEWEST_FIRST  # guess, 75 %, until a page shows it
        self._size = MAX_PAGE_SIZE
        self._turn = 0
        self._newest_pages = 0
        self._search: Search | None = None
        self._searched = 0
        """Which list it goes through."""
        self._fruitless: set[int | None] = set()
        self._by_id: set[int] = set()
        self._audit_page = 0
        self._audit_seen: set[int] = set()

    @property
    def pages(self) -> int:
        """How many pages the server's list of all tasks has."""
        return self._pages(self.stats.total)

    @property
    def behind(self) -> bool:
        """Whether the mirror is known to differ from what the server last said."""
        return bool(self.mirror.doubts) or self.mirror.stats() != self.stats

    async def first_picture(self, on_page: Callable[[], None]) -> None:
        """Read every page, newest first; call ``on_page`` after each. Raises ApiError or Superseded."""
        self.requests = 0
        self.stats = await self._ask(self._api.task_stats())
        page = await self._read(EVERYTHING, 0)
        on_page()
        pages = list(range(1, self._pages(page.total)))
        if self.order == OLDEST_FIRST:
            pages.reverse()
        for count, number in enumerate(pages, 1):
            if count % COUNTS_EVERY_PAGES == 0:
                self.stats = await self._ask(self._api.task_stats())
            await self._read(EVERYTHING, number)
            on_page()

    async def tick(self, chore: Callable[[], Awaitable[object]] | None = None) -> None:
        """Bring the mirror nearer to the server. Raises ApiError or Superseded.

        At most 2 requests where the counts stand still, else at most 3 + ceil(k / 100) where k is the number
        of tasks that must have changed to move the counts so. ``chore`` is one request of somebody else, made
        in place of looking round.
        """
        self.requests = 0
        before = self.stats
        self.stats = await self._ask(self._api.task_stats())
        changed = changed_at_least(before, self.stats)
        if changed:
            budget = 3 + math.ceil(changed / MAX_PAGE_SIZE)
            self._search = None
            self._fruitless.clear()
            self._newest_pages = 0
            if self.stats.running or self.mirror.ids(TaskStatus.RUNNING):
                await self._read(TaskStatus.RUNNING, 0)
            await self._read_newest()
            while self.requests < budget and self.behind and await self._probe():
                pass
            if chore is not None and self.requests < budget and not self.behind:
                await self._ask(chore())
            return
        self._turn += 1
        # While something is known to be wrong most quiet ticks go after it.
        if self.behind and self._turn % LOOK_ROUND_EVERY and await self._probe():
            return
        if chore is not None:
            await self._ask(chore())
        else:
            await self._look_round()

    async def _ask(self, call: Awaitable[T]) -> T:
        epoch = self.epoch
        self.requests += 1
        answer = await call
        if epoch != self.epoch:
            raise Superseded
        return answer

    async def _read(self, status: int | None, number: int) -> TaskPage:
        """Read a page (from 0, in the server's order) into the mirror."""
        page = await self._ask(self._api.list_tasks(status=status, page=number + 1, page_size=MAX_PAGE_SIZE))
        length = len(page.tasks) + page.broken
        if number == 0 and 0 < length < min(self._size, page.total):
            self._size = length  # a server that allows less than it says
        order = is_sorted(page.tasks)
        if status is EVERYTHING and len(page.tasks) > 1:
            self.order = order
        if self.order == UNSORTED:
            self.mirror.upsert(page.tasks)
        else:
            ends = number == 0, number + 1 >= self._pages(page.total)
            newest, oldest = ends if self.order == NEWEST_FIRST else ends[::-1]
            self.mirror.reconcile(page, status, newest=newest, oldest=oldest)
        return page

    async def _read_newest(self) -> None:
        """Read the next of the newest pages; deeper each time, until one holds something known."""
        last = self.pages - 1
        number = self._newest_pages if self.order == NEWEST_FIRST else last - self._newest_pages
        known = len(self.mirror.tasks)
        page = await self._read(EVERYTHING, max(0, number))
        grown = len(self.mirror.tasks) - known
        self._newest_pages = self._newest_pages + 1 if grown >= len(page.tasks) > 0 else -1

    async def _probe(self) -> bool:
        """Make the one request that promises to explain most; return False where none does."""
        if self._newest_pages > 0 and self.stats.total > len(self.mirror.tasks):
            await self._read_newest()
            return True
        if self.order == UNSORTED:
            await self._audit()
            return True
        doubts = self.mirror.doubts
        lists = self._lists_that_differ()
        best = max(map(self._yield, lists), default=(0.0, 0))
        if self._search is not None and self._searched in lists:
            best = best[0], self._searched  # what was begun is brought to its end
        if doubts and best[0] < 1 + len(doubts) / MAX_PAGE_SIZE:
            await self._settle()
        elif best[0]:
            await self._search_in(best[1])
        else:
            return False
        return True

    def _lists_that_differ(self) -> list[int]:
        """Statuses whose counts differ; -1 for all tasks."""
        return [s for s in (*TaskStatus, -1) if self._difference(s) and s not in self._fruitless]

    def _yield(self, status: int) -> tuple[float, int]:
        """How many differences a request into a list explains, with the list.

        What has left a list of one status must be asked for once more, unless the list of all tasks tells it.
        """
        differences = self._difference(status)
        requests = cost(self._pages(self._count(status)), differences)
        if status >= 0 and self._count(status) < len(self.mirror.ids(status)):
            requests += differences
        return differences / requests, status

    def _difference(self, status: int) -> int:
        """How far a list's length is from the server's count; what is in doubt is in no list of a status."""
        held = len(self.mirror.ids(_name(status)))
        if status >= 0:
            held -= sum(
                self.mirror.tasks[i].status == status for i in self.mirror.doubts if i in self.mirror.tasks
            )
        return abs(self._count(status) - held)

    def _count(self, status: int) -> int:
        total, *counts = astuple(self.stats)
        return int(counts[status] if status >= 0 else total)

    async def _search_in(self, status: int) -> None:
        """Read the next page in which the mirror's list and the server's may part."""
        name = _name(status)
        search = self._search
        if search is None or search.status != name:
            pages, differences = self._pages(self._count(status)), self._difference(status)
            in_turn = pages <= bisection_cost(pages, differences)
            self._search = search = Search(name, 0, pages, in_turn, differences)
            self._searched = status
        number = search.next_page()
        page = await self._read(name, number)
        ids = [task.id for task in page.tasks]
        doubtful = []
        if search.in_turn and ids:
            doubtful = self._between(name, search.low_edge, ids[0])
        search.take(number, ids, in_place=bool(ids) and self._rank(name, ids[0]) == number * self._size)
        if search.over:
            self._search = None
            if not search.in_turn:
                doubtful = self._between(name, search.low_edge, search.high_edge)
            if not doubtful and self._difference(status) >= search.differences:
                # The server's counts and its own list differ: wait until they move.
                self._fruitless.add(status)
        self.mirror.doubts.update(doubtful)

    def _between(self, status: int | None, before: int | None, after: int | None) -> list[int]:
        """Return the ids that the mirror holds in the gap between two pages of the server's list."""
        low_id, high_id = (before, after) if self.order == OLDEST_FIRST else (after, before)
        ids = self.mirror.ids(status)
        low = 0 if low_id is None else bisect_left(ids, low_id + 1)
        high = len(ids) if high_id is None else bisect_left(ids, high_id)
        return ids[low:high]

    async def _settle(self) -> None:
        """Look at tasks in doubt: on the page where most of them should stand, or one by its id."""
        doubts = self.mirror.doubts
        pages = Counter(self._rank(EVERYTHING, task_id) // self._size for task_id in doubts - self._by_id)
        number, expected = pages.most_common(1)[0] if pages else (0, 0)
        if expected > 1:
            there = {i for i in doubts if self._rank(EVERYTHING, i) // self._size == number}
            await self._read(EVERYTHING, number)
            self._by_id |= there & doubts  # not where they should stand: the next look goes by id
            return
        task_id = min(self._by_id & doubts or doubts)
        self._by_id.discard(task_id)
        try:
            self.mirror.upsert([await self._ask(self._api.get_task(task_id))])
        except NotFound as error:
            if error.code == NO_SUCH_RESOURCE:
                self.mirror.remove([task_id])
            else:  # a server without this endpoint: the rolling audit will tell
                doubts.discard(task_id)

    async def _look_round(self) -> None:
        """Find what the counts cannot show: running tasks, the newest page and the audit take turns."""
        turn = self._turn % 3
        if turn == 0 and self.stats.running:
            await self._read(TaskStatus.RUNNING, 0)
        elif turn == 1 and self.pages > 1:
            self._newest_pages = 0
            await self._read_newest()
        else:
            await self._audit()

    async def _audit(self) -> None:
        """Read the next page of a round through the whole list; at its end drop what no page held."""
        if self._audit_page == 0:
            self._audit_seen = set()
        page = await self._read(EVERYTHING, self._audit_page)
        self._audit_seen.update(task.id for task in page.tasks)
        self._audit_page += 1
        if self._audit_page < self._pages(page.total):
            return
        self._audit_page = 0
        if len(self._audit_seen) == page.total == self.stats.total:  # a whole round without shifts
            self.mirror.remove([i for i in self.mirror.ids() if i not in self._audit_seen])

    def _rank(self, status: int | None, task_id: int) -> int:
        """Place of an id in the server's order, by what the mirror holds."""
        ids = self.mirror.ids(status)
        place = bisect_left(ids, task_id)
        return place if self.order == OLDEST_FIRST else len(ids) - 1 - place

    def _pages(self, count: int) -> int:
        return max(1, math.ceil(count / self._size))


def changed_at_least(before: Stats, after: Stats) -> int:
    """How many tasks must have changed for the counts to move so: each alters two of them at most, by one."""
    moves = [b - a for a, b in zip(astuple(before)[1:], astuple(after)[1:], strict=True)]
    moved = max(sum(m for m in moves if m > 0), -sum(m for m in moves if m < 0))
    return int(max(moved, before != after))


def _name(status: int) -> int | None:
    return status if status >= 0 else EVERYTHING
