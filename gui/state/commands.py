"""Sends the operator's commands to one server, each request exactly once, and tells what came back.

Nothing here repeats a request: one whose fate is unknown is a failure with ``maybe_done`` set, and the mirror
looks at its tasks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui.api.errors import ApiError, NotFound
from gui.state.outcome import Command, Outcome

if TYPE_CHECKING:
    from gui.api.client import LocalApi

AT_ONCE = 4
"""Stops or retries under way at the same time: enough to be quick, few enough to leave the server room."""
BATCH = 500
"""Tasks a batch delete names in one request."""
NOT_SAID = -1
"""``done`` where the server confirmed a command over many tasks without saying how many it met."""
NO_SUCH_RESOURCE = 40401


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request over some tasks came to."""

    done: int = 0
    gone: tuple[int, ...] = ()
    """Tasks that exist no more, as far as the server's word goes."""
    failures: tuple[tuple[int, ApiError], ...] = ()


def pieces(command: Command, task_ids: Sequence[int]) -> list[Sequence[int]]:
    """Cut tasks into what one request names: a batch for DELETE, a single one for STOP and RETRY."""
    size = BATCH if command is Command.DELETE else 1
    return [task_ids[start : start + size] for start in range(0, len(task_ids), size)]


async def send(api: "LocalApi", command: Command, task_ids: Sequence[int]) -> Answer:
    """Make the one request over a piece: STOP, RETRY or DELETE."""
    try:
        if command is Command.DELETE:
            return await _delete(api, task_ids)
        call = api.stop_task if command is Command.STOP else api.retry_task
        await call(task_ids[0])
    except ApiError as error:
        return Answer(failures=tuple((task_id, error) for task_id in task_ids))
    return Answer(done=1)


async def retry_all(api: "LocalApi") -> Outcome:
    """Retry every failed task that is not at its limit."""
    try:
        count = await api.retry_all()
    except ApiError as error:
        return Outcome(Command.RETRY_ALL, 0, 0, ((0, error),))
    return Outcome(Command.RETRY_ALL, 0, NOT_SAID if count is None else count)


async def _delete(api: "LocalApi", task_ids: Sequence[int]) -> Answer:
    """Delete one task by its own endpoint, several in a batch. What is gone already counts as deleted.

    Raises ApiError.
    """
    count: int | None = len(task_ids)
    try:
        if len(task_ids) == 1:
            await api.delete_task(task_ids[0])
        else:
            count = await api.delete_tasks(task_ids)
    except NotFound as error:
        # A batch of which nothing exists is probably refused (guess, 50 %); a TikMatrix without this
        # function answers so as well, but without the code.
        if len(task_ids) > 1 and error.code != NO_SUCH_RESOURCE:
            raise
    if count is None or count >= len(task_ids):
        return Answer(len(task_ids), tuple(task_ids) if count is not None else ())
    return Answer(count)  # gone before, or still there: the list will tell which
