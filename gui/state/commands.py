"""Carries out the operator's commands on one server, each exactly once, and tells what became of them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from gui.api.errors import ApiError, NotFound
from gui.api.schemas import TaskRequest
from gui.state.outcome import Command, Outcome

if TYPE_CHECKING:
    from gui.api.client import LocalApi

AT_ONCE = 4
"""Commands under way at the same time: enough to be quick, few enough to leave the server room for polls."""
BATCH = 500
"""Tasks a batch delete names in one request."""
NOT_SAID = -1
"""``done`` where the server confirmed a command over many tasks without saying how many it met."""


async def carry_out(
    api: "LocalApi", command: Command, task_ids: Sequence[int], request: TaskRequest | None
) -> Outcome:
    """Carry out one command: CREATE takes a request, RETRY_ALL nothing, the others task ids."""
    match command:
        case Command.STOP:
            return await _each(command, api.stop_task, task_ids)
        case Command.RETRY:
            return await _each(command, api.retry_task, task_ids)
        case Command.DELETE:
            return await delete(api, task_ids)
        case Command.RETRY_ALL:
            return await retry_all(api)
    assert request is not None  # noqa: S101 - the only one left is CREATE
    return await create(api, request)


async def create(api: "LocalApi", request: TaskRequest) -> Outcome:
    """Create tasks."""
    try:
        created = await api.create_task(request)
    except ApiError as error:
        return Outcome(Command.CREATE, 0, 0, ((0, error),))
    return Outcome(Command.CREATE, created.created_count, created.created_count, task_ids=created.task_ids)


async def retry_all(api: "LocalApi") -> Outcome:
    """Retry every failed task that is not at its limit."""
    try:
        count = await api.retry_all()
    except ApiError as error:
        return Outcome(Command.RETRY_ALL, 0, 0, ((0, error),))
    return Outcome(Command.RETRY_ALL, 0, NOT_SAID if count is None else count)


async def delete(api: "LocalApi", task_ids: Sequence[int]) -> Outcome:
    """Delete tasks: one by its own endpoint, many in batches. What is gone already counts as deleted."""
    if len(task_ids) == 1:
        outcome = await _each(Command.DELETE, api.delete_task, task_ids)
        if outcome.failures and isinstance(outcome.failures[0][1], NotFound):
            return Outcome(Command.DELETE, 1, 1)
        return outcome
    done = 0
    failures: list[tuple[int, ApiError]] = []
    for start in range(0, len(task_ids), BATCH):
        batch = task_ids[start : start + BATCH]
        try:
            count = await api.delete_tasks(batch)
            done += len(batch) if count is None else count
        except ApiError as error:
            failures.extend((task_id, error) for task_id in batch)
    return Outcome(Command.DELETE, len(task_ids), done, tuple(failures))


async def _each(command: Command, call: Callable[[int], Awaitable[None]], task_ids: Sequence[int]) -> Outcome:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(task_id: int) -> tuple[int, ApiError] | None:
        async with gate:
            try:
                await call(task_id)
            except ApiError as error:
                return task_id, error
        return None

    failures = [f for f in await asyncio.gather(*map(one, task_ids)) if f is not None]
    return Outcome(command, len(task_ids), len(task_ids) - len(failures), tuple(failures))
