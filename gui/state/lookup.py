"""Looks through the task list for what a request has made. It only ever reads.

The API gives a request no name of its own, so its tasks are known by what they are: made after the newest
task that was there before, by the API, with this script, on these devices or accounts, for these targets,
with these settings, and named by no other answer. Where that does not settle it, the verdict says so and why.
"""

import asyncio
import math
from collections.abc import AsyncGenerator, Collection
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Protocol
from zlib import crc32

from gui.api.errors import ApiError, Unreadable
from gui.api.schemas import MAX_PAGE_SIZE, Task, TaskPage
from gui.state import batch_words as words
from gui.state.matching import Match
from gui.state.mirror import is_sorted
from gui.store.batch_records import BatchRequest, RequestState

MAX_PAGES = 2000
"""A list that is longer since the request is not read to its end."""
MAX_LOOKS = 6
"""Looks in a row that may differ before the look-up gives up."""


class Lister(Protocol):
    """The one call that a look-up lives on."""

    async def list_tasks(self, *, page: int = 1, page_size: int = MAX_PAGE_SIZE) -> TaskPage:
        """Return one page of all tasks."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reading of the list showed."""

    tasks: tuple[Task, ...] = ()
    """In the order of their ids, each once."""
    newest: int = 0
    """The highest id on the list; 0 where it is empty."""
    mark: str = ""
    """The mark of the newest task, or of the one that was asked for; empty where it is not there."""
    broken: int = 0
    """How many could not be read."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a look-up says of a request: CREATED, PARTLY, NOT_CREATED, or UNKNOWN, which means cannot tell."""

    state: RequestState
    evidence: str
    task_ids: tuple[int, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    final: bool = False
    """Whether another look would say the same."""


def mark_of(task: Task) -> str:
    """Return what tells a task from another one of the same number; nothing that a run of it changes."""
    text = f"{task.script_name}|{task.serial}|{task.script_args}"
    return f"{crc32(text.encode('utf-8', 'replace')):08x}"


async def read_newest(api: Lister) -> Seen:
    """Read the page with the newest tasks. Raises ApiError."""
    async with aclosing(_pages(api)) as pages:
        page, in_order = await anext(pages)
    return _seen(page.tasks, page.broken, 0) if in_order else await read_since(api, math.inf)


async def read_since(api: Lister, since_id: float) -> Seen:
    """Read every task that is newer than an id, and what stands at that id. Raises ApiError."""
    tasks: list[Task] = []
    broken = 0
    async with aclosing(_pages(api)) as pages:
        async for page, in_order in pages:
            tasks += page.tasks
            broken += page.broken
            if in_order and page.tasks and min(task.id for task in page.tasks) <= since_id:
                break
    return _seen(tasks, broken, since_id)


async def look_up(
    api: Lister, request: BatchRequest, claimed: Collection[int], *, here: str, settle_s: float
) -> Verdict:
    """Find out what became of a request. Raises ApiError where the list cannot be read.

    ``claimed``: tasks of other requests; ``here``: the address that is asked; ``settle_s``: how long the
    request may still be under way. What is not there at once is looked for again after that, until two looks
    agree.
    """
    verdict = await _look(api, request, claimed, here, 1)
    for looks in range(2, MAX_LOOKS + 1):
        if verdict.final:
            return verdict
        await asyncio.sleep(settle_s)
        before, verdict = verdict, await _look(api, request, claimed, here, looks)
        if (before.state, before.task_ids) == (verdict.state, verdict.task_ids):
            return verdict
    count, expected = len(verdict.task_ids), _number(request.expected)
    evidence = words.UNSETTLED.format(count=count, expected=expected, since=request.since_id, looks=MAX_LOOKS)
    return Verdict(RequestState.UNKNOWN, evidence)


async def _look(
    api: Lister, request: BatchRequest, claimed: Collection[int], here: str, looks: int
) -> Verdict:
    seen = await read_since(api, request.since_id or 0)
    return judge(request, seen, claimed, here=here, looks=looks)


def judge(
    request: BatchRequest, seen: Seen, claimed: Collection[int], *, here: str = "", looks: int = 1
) -> Verdict:
    """Say what a reading means for a request; ``looks``: the how-manieth it is."""
    since = request.since_id or 0
    if (doubt := _doubt_about_the_list(request, seen, here)) is not None:
        return Verdict(RequestState.UNKNOWN, doubt, final=True)
    newer = [task for task in seen.tasks if task.id > since]
    match = Match(request, [task for task in newer if task.id not in claimed])
    ids = tuple(task.id for task in match.found)
    numbers = {
        "count": len(ids),
        "expected": _number(match.expected),
        "since": since,
        "first": ids[0] if ids else "",
        "last": ids[-1] if ids else "",
        "looks": looks,
        "seen": len(newer),
        "newest": seen.newest,
        "alike": len(match.alike),
        "broken": seen.broken,
        "gone": _gone(since, seen, newer, claimed),
    }
    if match.too_many:
        return Verdict(RequestState.UNKNOWN, words.TOO_MANY.format(**numbers), final=True)
    if match.complete:
        return Verdict(RequestState.CREATED, words.ALL_THERE.format(**numbers), ids, final=True)
    for name, template in (("alike", words.ALIKE), ("broken", words.BROKEN), ("gone", words.DELETED)):
        if numbers[name]:
            return Verdict(RequestState.UNKNOWN, template.format(**numbers))
    if ids:
        return Verdict(RequestState.PARTLY, words.SOME_THERE.format(**numbers), ids, match.missing)
    return Verdict(RequestState.NOT_CREATED, words.NONE_THERE.format(**numbers))


def held_against(request: BatchRequest, seen: Seen, claimed: Collection[int]) -> BatchRequest:
    """Hold an answer against what the list showed just after it: what it names must be there.

    A page need not reach back to all of it. What else is there and alike, the connection may have doubled.
    """
    shown = {task.id for task in seen.tasks}
    within = {task_id for task_id in request.task_ids if shown and task_id >= min(shown)}
    if not seen.broken and (within - shown or not shown):
        return replace(
            request, state=RequestState.UNKNOWN, task_ids=(), evidence="", reason=words.UNCONFIRMED
        )
    newer = [task for task in seen.tasks if task.id > (request.since_id or 0) and task.id not in claimed]
    named = set(request.task_ids)
    if request.state is RequestState.PARTLY:
        missing = Match(request, [task for task in newer if task.id in named]).missing
        return replace(request, missing=missing)
    more = [task.id for task in Match(request, newer).found if task.id not in named]
    if not more:
        return request
    told = words.TWICE.format(count=len(more), since=request.since_id, first=more[0], last=more[-1])
    return replace(request, evidence=told)


def unreadable(error: ApiError) -> str:
    """Return the evidence of a look that failed."""
    return words.UNREADABLE.format(reason=error)


def adopted(request: BatchRequest, verdict: Verdict) -> BatchRequest:
    """Return the request with what a look-up says of it; a task that an answer has named is never unsaid."""
    if not set(request.task_ids) <= set(verdict.task_ids):
        return request
    return replace(
        request,
        state=verdict.state,
        task_ids=verdict.task_ids,
        evidence=verdict.evidence,
        missing=verdict.missing,
    )


def _doubt_about_the_list(request: BatchRequest, seen: Seen, here: str) -> str | None:
    """Say why this list may not be the one that the request would show on; None where it is."""
    since = request.since_id or 0
    if seen.newest < since:
        return words.WENT_BACK.format(newest=seen.newest, since=since)
    if seen.mark and request.since_mark and seen.mark != request.since_mark:
        return words.OTHER_LIST.format(since=since)
    confirmed = bool(seen.mark and request.since_mark)
    if request.sent_to and here and request.sent_to != here and not confirmed:
        return words.OTHER_SERVER.format(sent_to=request.sent_to, here=here)
    return None


def _gone(since: int, seen: Seen, newer: Collection[Task], claimed: Collection[int]) -> int:
    """Count the numbers since then that no task has any more. Numbers are given in a row (guess, 85 %)."""
    there = {task.id for task in newer}
    elsewhere = sum(since < task_id <= seen.newest and task_id not in there for task_id in claimed)
    return max(0, seen.newest - since - len(there) - elsewhere - seen.broken)


def _number(expected: int | None) -> str:
    return "?" if expected is None else str(expected)


def _seen(tasks: Collection[Task], broken: int, since_id: float) -> Seen:
    by_id = {task.id: task for task in tasks}
    ids = sorted(by_id)
    newest = ids[-1] if ids else 0
    marked = by_id.get(int(since_id)) if since_id and since_id != math.inf else by_id.get(newest)
    return Seen(tuple(by_id[i] for i in ids), newest, mark_of(marked) if marked else "", broken)


async def _pages(api: Lister) -> AsyncGenerator[tuple[TaskPage, bool], None]:
    """Yield the pages of the list, newest first where it has an order; whether it has stands beside each.

    Newest first is only likely (guess, 75 %). Raises ApiError.
    """
    first = await api.list_tasks(page=1, page_size=MAX_PAGE_SIZE)
    size = len(first.tasks) + first.broken
    count = math.ceil(first.total / size) if size else 1
    order = is_sorted(first.tasks)
    in_order = order != 0 or len(first.tasks) < 2
    if order > 0:
        for number in range(count, 1, -1):
            _bound(count - number)
            yield await api.list_tasks(page=number, page_size=MAX_PAGE_SIZE), True
    yield first, in_order
    if order <= 0:
        for number in range(2, count + 1):
            _bound(number)
            yield await api.list_tasks(page=number, page_size=MAX_PAGE_SIZE), in_order


def _bound(pages: int) -> None:
    if pages > MAX_PAGES:
        raise Unreadable(f"more than {MAX_PAGES} pages of tasks have been made since")
