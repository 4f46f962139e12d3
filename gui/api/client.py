"""The Local API: one typed coroutine an endpoint, typed errors, every call in the request log.

Nothing that changes state is ever sent twice. A command whose fate is unknown fails with ``maybe_done`` set.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from gui.api import reading
from gui.api.errors import ApiError, NotFound, PlanRefused, Rejected, Unreachable, Unreadable
from gui.api.request_log import RequestLog
from gui.api.schemas import (
    MAX_PAGE_SIZE,
    AccountPage,
    Created,
    License,
    RequestRecord,
    Stats,
    Task,
    TaskPage,
    TaskRequest,
)
from gui.api.transport import Transport

Result = TypeVar("Result")
Query = dict[str, str | int | None]

_ROOT = "/api/v1/"
KEPT_ANSWERS = 8


class LocalApi:
    """One TikMatrix. Belongs to the event loop that it is first used in."""

    def __init__(self, base_url: str, *, log: RequestLog, deadline: float = 10.0) -> None:
        """``base_url`` as :func:`gui.api.address.parse_url` gives it; ``deadline`` in s for a call."""
        self.url = base_url.rstrip("/")
        """The address as a person reads it."""
        self.latency_ms: float | None = None
        """How long the last complete answer took; None before the first."""
        self._transport = Transport(self.url, deadline)
        self._log = log
        self._calls: set[asyncio.Task[Any]] = set()
        self._answers: OrderedDict[str, tuple[bytes, Any]] = OrderedDict()
        self._closed = False

    async def license_check(self) -> License:
        """Return the plan. A plan without the API is PlanRefused, or a License with ``api_enabled`` false."""
        try:
            return await self._call("GET", "license/check", reading.read_license)
        except NotFound as error:  # every TikMatrix has this one, so this is something else
            raise Unreadable(error.detail, code=error.code, http_status=error.http_status) from None

    async def create_task(self, request: TaskRequest) -> Created:
        """Create tasks."""
        return await self._call("POST", "task", reading.read_created, body=request.body())

    async def list_tasks(
        self,
        *,
        status: int | None = None,
        serial: str = "",
        script_name: str = "",
        source: str = "",
        page: int = 1,
        page_size: int = MAX_PAGE_SIZE,
    ) -> TaskPage:
        """Return one page of the tasks that match all filters given."""
        query: Query = {"status": status, "serial": serial, "script_name": script_name, "source": source}
        return await self._call("GET", "task", reading.read_task_page, query=_paged(query, page, page_size))

    async def get_task(self, task_id: int) -> Task:
        """Return one task. Raises NotFound."""
        return await self._call("GET", f"task/{int(task_id)}", reading.read_task)

    async def delete_task(self, task_id: int) -> None:
        """Delete a task; a running one is stopped first (doc)."""
        await self._call("DELETE", f"task/{int(task_id)}", _nothing)

    async def delete_tasks(self, task_ids: Sequence[int]) -> int | None:
        """Delete many tasks; return how many the server says it deleted, None if it does not say."""
        body = {"task_ids": [int(task_id) for task_id in task_ids]}
        return await self._call("DELETE", "task/batch", reading.read_count, body=body)

    async def stop_task(self, task_id: int) -> None:
        """Stop a running task. What it does to a pending one is undefined."""
        await self._call("POST", f"task/{int(task_id)}/stop", _nothing)

    async def retry_task(self, task_id: int) -> None:
        """Put a failed task back to pending."""
        await self._call("POST", f"task/{int(task_id)}/retry", _nothing)

    async def retry_all(self) -> int | None:
        """Retry all failed tasks; return how many (0: all at their limit), None if the server is silent."""
        return await self._call("POST", "task/retry-all", reading.read_count)

    async def task_stats(self) -> Stats:
        """Return the server's counts."""
        return await self._call("GET", "task/stats", reading.read_stats)

    async def accounts(
        self,
        *,
        platform: str = "",
        device: str = "",
        logined: bool | None = None,
        status: int | None = None,
        tag: str = "",
        page: int = 1,
        page_size: int = MAX_PAGE_SIZE,
    ) -> AccountPage:
        """Return one page of accounts. Raises NotFound on a TikMatrix too old to have the endpoint."""
        query: Query = {"platform": platform, "device": device, "status": status, "tag": tag}
        query["logined"] = None if logined is None else int(logined)
        paged = _paged(query, page, page_size)
        return await self._call("GET", "accounts", reading.read_account_page, query=paged)

    async def aclose(self) -> None:
        """End what is under way and close the connections. May be called again."""
        self._closed = True
        calls = tuple(self._calls)
        for call in calls:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        await self._transport.renew()

    async def _call(
        self,
        method: str,
        path: str,
        read: Callable[[object], Result],
        *,
        query: Query | None = None,
        body: dict[str, Any] | None = None,
    ) -> Result:
        """Run a call in a task of its own that outlives a cancelled caller: cancelling httpx leaks."""
        if self._closed:
            raise Unreachable("The connection was closed.")
        work = self._logged(method, _target(path, query), read, body)
        call = asyncio.get_running_loop().create_task(work, name=f"{method} {path}")
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)
        try:
            result = await asyncio.shield(call)
        except asyncio.CancelledError:
            caller = asyncio.current_task()
            if call.cancelled() and caller is not None and not caller.cancelling():
                error = Unreachable("The connection was closed.")  # by aclose(), not by the caller
                error.maybe_done = method != "GET"
                raise error from None
            raise
        if isinstance(result, ApiError):
            raise result
        return result

    async def _logged(
        self, method: str, target: str, read: Callable[[object], Result], body: dict[str, Any] | None
    ) -> Result | ApiError:
        """Return the record or the error: one that was raised would be nobody's once the caller is gone."""
        at, began = time.time(), time.perf_counter()
        status: int | None = None
        outcome = "given up"
        result: Result | ApiError
        try:
            status, content = await self._transport.exchange(method, target, body)
            self.latency_ms = (time.perf_counter() - began) * 1000
            known = self._answers.get(target) if method == "GET" else None
            if known is not None and known[0] == content:
                result = known[1]
            else:
                result = read(reading.read_envelope(content, status))
            self._remember(method, target, content, result)
            outcome = "ok"
        except ApiError as error:
            status = status or error.http_status
            error.maybe_done = method != "GET" and (error.maybe_done or _unclear(error, status))
            result, outcome = error, _in_few_words(error, status)
            if isinstance(error, Unreadable):
                await self._transport.renew()  # the connection may hold the answer to something else
        finally:
            ms = (time.perf_counter() - began) * 1000
            self._log.add(RequestRecord(at, method, target, status, ms, outcome))
        return result

    def _remember(self, method: str, target: str, content: bytes, result: object) -> None:
        """Keep the last few answers: a poll mostly gets the same bytes, which need no second reading."""
        if method == "GET":
            self._answers[target] = content, result
            self._answers.move_to_end(target)
            if len(self._answers) > KEPT_ANSWERS:
                self._answers.popitem(last=False)


def _paged(query: Query, page: int, page_size: int) -> Query:
    return {**query, "page": max(page, 1), "page_size": min(max(page_size, 1), MAX_PAGE_SIZE)}


def _target(path: str, query: Query | None) -> str:
    """Return path and query; filters that are not set are left out."""
    given = {name: value for name, value in (query or {}).items() if value is not None and value != ""}
    return _ROOT + path + (f"?{urlencode(given, errors='replace')}" if given else "")


def _nothing(_data: object) -> None:
    """The answer's code says it all."""


def _unclear(error: ApiError, status: int | None) -> bool:
    """Whether an answer arrived that is neither a success nor a refusal, so that the deed may be done."""
    refused = isinstance(error, (Rejected, NotFound, PlanRefused))
    return status is not None and not 400 <= status < 500 and not refused


def _in_few_words(error: ApiError, status: int | None) -> str:
    """What went wrong, without the server's own words: they could quote what was sent."""
    if error.code is not None:
        return f"{error.title} (code {error.code})"
    return f"{error.title} (HTTP {status})" if status is not None else str(error)
