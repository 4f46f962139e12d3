"""The client against servers of a few bytes: what goes out, what comes of it, what a caller's end does."""

import asyncio
import gzip
import json
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack, closing

import pytest

from gui.api import transport
from gui.api.client import LocalApi
from gui.api.errors import (
    ApiError,
    NotFound,
    PlanRefused,
    Rejected,
    ServerError,
    TimedOut,
    Unreachable,
    Unreadable,
)
from gui.api.request_log import RequestLog
from gui.api.schemas import Stats, TaskRequest
from tests.api.raw import answering, http, talking, until

OK = http(b'{"code": 0, "message": "success", "data": null}')
STATS = http(b'{"code": 0, "message": "success", "data": {"total": 3, "failed": 3}}')
EMPTY_PAGE = http(b'{"code": 0, "message": "success", "data": {"tasks": [], "total": 0}}')
NO_ACCOUNTS = http(b'{"code": 0, "message": "success", "data": {"accounts": [], "total": 0}}')
CREATED = http(b'{"code": 0, "message": "success", "data": {"task_ids": [1], "created_count": 1}}')
Call = Callable[[LocalApi], Awaitable[object]]


def api_at(port: int, host: str = "localhost", deadline: float = 5.0) -> LocalApi:
    return LocalApi(f"http://{host}:{port}", log=RequestLog(), deadline=deadline)


def log_of(api: LocalApi) -> RequestLog:
    return api._log


async def failure_of(call: Awaitable[object]) -> ApiError:
    with pytest.raises(ApiError) as info:
        await call
    return info.value


async def dead_port() -> int:
    async with answering(OK) as heard:
        return heard.port


@pytest.mark.parametrize(
    ("call", "answer", "line", "body"),
    [
        (
            lambda a: a.create_task(TaskRequest("post", {"captions": "é"}, serials=("A",))),
            CREATED,
            "POST /api/v1/task",
            {"script_name": "post", "script_config": {"captions": "é"}, "serials": ["A"]},
        ),
        (
            lambda a: a.create_task(TaskRequest("post", usernames=("anna",), start_time="10:30")),
            CREATED,
            "POST /api/v1/task",
            {"script_name": "post", "script_config": {}, "usernames": ["anna"], "start_time": "10:30"},
        ),
        (
            lambda a: a.create_task(TaskRequest("login", serials=("A",), enable_multi_account=True)),
            CREATED,
            "POST /api/v1/task",
            {"script_name": "login", "script_config": {}, "serials": ["A"], "enable_multi_account": True},
        ),
        (lambda a: a.list_tasks(), EMPTY_PAGE, "GET /api/v1/task?page=1&page_size=100", None),
        (
            lambda a: a.list_tasks(
                status=0, serial="10.0.0.5:5", script_name="post", source="ui", page=3, page_size=500
            ),
            EMPTY_PAGE,
            "GET /api/v1/task?status=0&serial=10.0.0.5%3A5&script_name=post&source=ui&page=3&page_size=100",
            None,
        ),
        (lambda a: a.get_task(5), http(b'{"code":0,"data":{"id":5}}'), "GET /api/v1/task/5", None),
        (lambda a: a.delete_task(5), OK, "DELETE /api/v1/task/5", None),
        (lambda a: a.delete_tasks([5, 6]), OK, "DELETE /api/v1/task/batch", {"task_ids": [5, 6]}),
        (lambda a: a.stop_task(5), OK, "POST /api/v1/task/5/stop", None),
        (lambda a: a.retry_task(5), OK, "POST /api/v1/task/5/retry", None),
        (lambda a: a.retry_all(), OK, "POST /api/v1/task/retry-all", None),
        (lambda a: a.task_stats(), STATS, "GET /api/v1/task/stats", None),
        (lambda a: a.accounts(), NO_ACCOUNTS, "GET /api/v1/accounts?page=1&page_size=100", None),
        (
            lambda a: a.accounts(
                platform="tiktok", device="A", logined=False, status=1, tag="x y", page=0, page_size=0
            ),
            NO_ACCOUNTS,
            "GET /api/v1/accounts?platform=tiktok&device=A&status=1&tag=x+y&logined=0&page=1&page_size=1",
            None,
        ),
        (
            lambda a: a.license_check(),
            http(b'{"code":0,"data":{"plan_name":"Pro"}}'),
            "GET /api/v1/license/check",
            None,
        ),
    ],
)
async def test_every_call_goes_out_as_documented(call: Call, answer: bytes, line: str, body: object) -> None:
    async with answering(answer) as heard:
        api = LocalApi(heard.url, log=RequestLog())
        await call(api)
        await api.aclose()
    [request] = heard.requests
    assert heard.lines == [f"{line} HTTP/1.1"]
    sent = request.partition(b"\r\n\r\n")[2]
    assert (json.loads(sent) if sent else None) == body
    [record] = log_of(api)
    assert (f"{record.method} {record.path}", record.status, record.outcome) == (line, 200, "ok")


@pytest.mark.parametrize(
    ("answer", "kind", "maybe_done", "outcome"),
    [
        (
            http(b'{"code":40001,"message":"api_key: sk-1234"}'),
            Rejected,
            False,
            "refused the request (code 40001)",
        ),
        (http(b'{"code":40301,"message":"Pro"}', 403), PlanRefused, False, "no Local API (code 40301)"),
        (http(b'{"code":40401,"message":"gone"}'), NotFound, False, "no such task (code 40401)"),
        (http(b'{"code":50001,"message":"oops"}'), ServerError, True, "error of its own (code 50001)"),
        (http(b"oops", 500), ServerError, True, "error of its own (HTTP 500)"),
        (http(b"oops", 405), Unreadable, False, "not from the Local API (HTTP 405)"),
        (http(b"<html>"), Unreadable, True, "not from the Local API (HTTP 200)"),
        (http(b'{"code":0,"data":null}'), Unreadable, True, "not from the Local API (HTTP 200)"),
        (http(b"", 302, headers=b"location: http://127.0.0.1:1/\r\n"), Unreadable, True, "(HTTP 302)"),
        (http(b"no gzip", headers=b"content-encoding: gzip\r\n"), Unreadable, True, "not from the Local API"),
        (b"NOT HTTP AT ALL\r\n\r\n", Unreadable, True, "not from the Local API"),
        (b"", Unreachable, True, "the connection broke"),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{", Unreachable, True, "the connection broke"),
    ],
)
async def test_each_bad_answer_is_a_typed_error_and_a_post_is_never_repeated(
    answer: bytes, kind: type[ApiError], maybe_done: bool, outcome: str
) -> None:
    async with answering(answer) as heard:
        api = LocalApi(heard.url, log=RequestLog())
        error = await failure_of(api.create_task(TaskRequest("post", serials=("A",))))
        assert type(error) is kind
        assert error.maybe_done is maybe_done
        assert len(heard.requests) == 1
        [record] = log_of(api)
        assert outcome in record.outcome
        assert "sk-1234" not in record.outcome
        assert "localhost" not in record.path + record.outcome
        reading_only = await failure_of(api.task_stats())
        assert not reading_only.maybe_done
        await api.aclose()


async def test_a_get_whose_connection_broke_is_asked_once_more() -> None:
    async with answering(b"", STATS) as heard:
        api = LocalApi(heard.url, log=RequestLog())
        assert await api.task_stats() == Stats(total=3, failed=3)
        assert len(heard.requests) == 2
        assert len(log_of(api)) == 1
        await api.aclose()
    async with answering(b"") as heard:
        api = LocalApi(heard.url, log=RequestLog())
        assert isinstance(await failure_of(api.task_stats()), Unreachable)
        assert len(heard.requests) == 2
        await api.aclose()


async def test_without_a_license_endpoint_it_is_another_program() -> None:
    async with answering(http(b"404 page not found", 404)) as heard:
        api = LocalApi(heard.url, log=RequestLog())
        error = await failure_of(api.license_check())
        assert type(error) is Unreadable
        assert error.http_status == 404
        assert isinstance(await failure_of(api.accounts()), NotFound)
        await api.aclose()


@pytest.mark.parametrize("config", [{"captions": "\ud800"}, {"x": float("nan")}])
async def test_what_json_cannot_carry_is_rejected_before_it_is_sent(config: dict) -> None:
    async with answering(CREATED) as heard:
        api = LocalApi(heard.url, log=RequestLog())
        error = await failure_of(api.create_task(TaskRequest("post", config, serials=("A",))))
        assert type(error) is Rejected
        assert not error.maybe_done
        assert heard.requests == []
        await api.aclose()


async def test_a_filter_with_half_a_character_pair_is_sent_all_the_same() -> None:
    async with answering(EMPTY_PAGE) as heard:
        api = LocalApi(heard.url, log=RequestLog())
        await api.list_tasks(serial="\ud800")
        assert "serial=%3F" in heard.lines[0]
        await api.aclose()


async def test_nobody_listens() -> None:
    api = api_at(await dead_port())
    error = await failure_of(api.create_task(TaskRequest("post", serials=("A",))))
    assert type(error) is Unreachable
    assert not error.maybe_done
    assert error.detail == "nothing listens there"
    assert api.latency_ms is None
    assert [record.status for record in log_of(api)] == [None]
    await api.aclose()


async def test_nobody_takes_the_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(transport.TIMEOUTS_S, "connect", 0.2)
    with closing(socket.socket()) as deaf, ExitStack() as waiting:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        for _ in range(3):  # fills the queue of connections that nobody accepts
            one = waiting.enter_context(closing(socket.socket()))
            one.setblocking(False)
            one.connect_ex(deaf.getsockname())
        api = api_at(deaf.getsockname()[1], "127.0.0.1")
        error = await failure_of(api.stop_task(1))
        await api.aclose()
    assert type(error) is Unreachable
    assert not error.maybe_done


@pytest.mark.parametrize("url", ["ftp://localhost:1", "http://exa mple:1", "http://no-such-host.invalid:1"])
async def test_an_address_that_is_none(url: str) -> None:
    api = LocalApi(url, log=RequestLog())
    error = await failure_of(api.task_stats())
    assert type(error) is Unreachable
    assert error.detail
    await api.aclose()


async def test_https_without_a_certificate_is_refused() -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(STATS)
        await writer.drain()

    async with talking(plain) as port:
        api = LocalApi(f"https://127.0.0.1:{port}", log=RequestLog())
        assert isinstance(await failure_of(api.task_stats()), Unreachable)
        await api.aclose()


async def test_localhost_is_tried_by_number_and_the_winner_remembered() -> None:
    async with answering(STATS, host="::1") as heard:
        api = LocalApi(heard.url, log=RequestLog())
        await api.task_stats()
        async with answering(EMPTY_PAGE) as other:
            assert other.port != heard.port
        await api.task_stats()
        assert len(heard.requests) == 2
        assert api._transport._bases[0] == f"http://[::1]:{heard.port}"
        assert api.url == f"http://localhost:{heard.port}"
        assert b"Host: [::1]" in heard.requests[0]
        await api.aclose()
    assert LocalApi("http://localhost", log=RequestLog())._transport._bases[0] == "http://127.0.0.1"


async def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    async with answering(STATS) as heard:
        api = LocalApi(heard.url, log=RequestLog())
        assert (await api.task_stats()).total == 3
        await api.aclose()


async def test_one_connection_serves_many_requests() -> None:
    connections = 0

    async def conversation(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        while await reader.readuntil(b"\r\n\r\n"):
            writer.write(STATS)

    async with talking(conversation) as port:
        api = api_at(port)
        for _ in range(5):
            await api.task_stats()
        assert connections == 1
        assert api.latency_ms is not None
        assert 0 < api.latency_ms < 5000
        await api.aclose()


async def test_a_silent_server_costs_the_deadline_and_no_more() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async with talking(silent) as port:
        api = api_at(port, deadline=0.3)
        began = time.perf_counter()
        error = await failure_of(api.stop_task(1))
        assert 0.25 < time.perf_counter() - began < 2
        assert type(error) is TimedOut
        assert error.maybe_done
        assert error.detail == "no complete answer within 0.3 s"
        await api.aclose()


async def test_a_dribbling_server_cannot_outlive_the_deadline() -> None:
    async def dribbling(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        for byte in STATS:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0.05)

    async with talking(dribbling) as port:
        api = api_at(port, deadline=0.4)
        began = time.perf_counter()
        assert type(await failure_of(api.task_stats())) is TimedOut
        assert time.perf_counter() - began < 2
        await api.aclose()


async def test_an_answer_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    assert transport.BYTE_CAP == 32 * 1024 * 1024
    monkeypatch.setattr(transport, "BYTE_CAP", 2 * 1024 * 1024)
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"

    async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
        while True:
            writer.write(chunk)
            await writer.drain()

    async with talking(endless) as port:
        api = api_at(port)
        error = await failure_of(api.task_stats())
        assert type(error) is Unreadable
        assert error.detail == "more than 2 MB"
        assert error.http_status == 200
        await api.aclose()


async def test_a_compressed_answer_is_read_though_none_was_asked_for() -> None:
    body = gzip.compress(b'{"code": 0, "data": {"total": 3}}')
    async with answering(http(body, headers=b"content-encoding: gzip\r\n")) as heard:
        api = LocalApi(heard.url, log=RequestLog())
        assert (await api.task_stats()).total == 3
        assert b"Accept-Encoding: identity" in heard.requests[0]
        await api.aclose()


class Gate:
    """A server that answers task counts at once and anything else when it is opened."""

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.waiting = 0
        self.arrived = asyncio.Event()

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            if b"/stats" not in head:
                self.waiting += 1
                self.arrived.set()
                await self.open.wait()
                self.waiting -= 1
            writer.write(STATS)
            await writer.drain()


async def test_a_cancelled_caller_leaves_and_the_request_ends_by_itself() -> None:
    gate = Gate()
    async with talking(gate) as port:
        api = api_at(port)
        caller = asyncio.create_task(api.stop_task(1))
        await gate.arrived.wait()
        caller.cancel()
        with pytest.raises(asyncio.CancelledError):
            await caller
        assert gate.waiting == 1
        gate.open.set()
        await until(lambda: len(log_of(api)) == 1)
        assert [record.outcome for record in log_of(api)] == ["ok"]
        await api.aclose()


async def test_a_failure_after_the_caller_left_troubles_nobody() -> None:
    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await asyncio.sleep(0.05)

    async with talking(slow) as port:
        api = api_at(port)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(api.stop_task(1), 0.02)
        await until(lambda: len(log_of(api)) == 1)
        assert [record.outcome for record in log_of(api)] == [f"{Unreachable.title}: the connection broke"]
        await api.aclose()


async def test_closing_ends_what_is_under_way() -> None:
    gate = Gate()
    async with talking(gate) as port:
        api = api_at(port)
        caller = asyncio.create_task(failure_of(api.stop_task(1)))
        await gate.arrived.wait()
        await api.aclose()
        await api.aclose()
        error = await caller
        assert type(error) is Unreachable
        assert [record.outcome for record in log_of(api)] == ["given up"]
        assert type(await failure_of(api.task_stats())) is Unreachable
        assert len(log_of(api)) == 1


async def test_a_caller_cancelled_while_the_client_closes_is_cancelled() -> None:
    gate = Gate()
    async with talking(gate) as port:
        api = api_at(port)
        caller = asyncio.create_task(api.stop_task(1))
        await gate.arrived.wait()
        closing = asyncio.create_task(api.aclose())
        await asyncio.sleep(0)
        caller.cancel()
        with pytest.raises(asyncio.CancelledError):
            await caller
        await closing


async def test_a_client_that_was_never_used_closes() -> None:
    await api_at(1).aclose()


async def test_a_full_pool_is_replaced_and_its_requests_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(transport.TIMEOUTS_S, "pool", 0.1)
    monkeypatch.setattr(transport, "MAX_CONNECTIONS", 3)
    gate = Gate()
    async with talking(gate) as port:
        api = api_at(port)
        stuck = [asyncio.create_task(api.stop_task(n)) for n in (1, 2, 3)]
        await until(lambda: gate.waiting == 3)
        assert (await api.task_stats()).total == 3
        gate.open.set()
        assert await asyncio.gather(*stuck) == [None] * 3
        await api.aclose()


async def test_a_pool_without_room_is_a_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(transport.TIMEOUTS_S, "pool", 0.05)
    monkeypatch.setattr(transport, "MAX_CONNECTIONS", 0)
    api = api_at(1)
    error = await failure_of(api.stop_task(1))
    assert type(error) is TimedOut
    assert not error.maybe_done
    await api.aclose()


async def test_cancelled_callers_leak_no_connections() -> None:
    async def prompt(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.readuntil(b"\r\n\r\n"):
            await asyncio.sleep(0.001)
            writer.write(STATS)

    async with talking(prompt) as port:
        api = api_at(port)
        for round_ in range(60):
            callers = [asyncio.create_task(api.task_stats()) for _ in range(4)]
            await asyncio.sleep(0.0005 * (round_ % 4))
            for caller in callers:
                caller.cancel()
            await asyncio.gather(*callers, return_exceptions=True)
        answers = await asyncio.gather(*(api.task_stats() for _ in range(transport.MAX_CONNECTIONS)))
        assert len(answers) == transport.MAX_CONNECTIONS
        await api.aclose()
