"""Bad days on the line: each fault is a typed error in time, no command goes twice, the next call works."""

import asyncio
import time
from contextlib import suppress

import pytest

from gui.api.client import LocalApi
from gui.api.errors import ApiError, TimedOut, Unreachable, Unreadable
from gui.api.request_log import RequestLog
from gui.api.schemas import Stats, TaskRequest
from tests.conftest import SimulatorProcess
from tests.faults import Fault, FaultProxy

DEADLINE_S = 0.5
BROKEN = [
    (Fault.REFUSE, Unreachable),
    (Fault.BLACK_HOLE, TimedOut),
    (Fault.RESET_EARLY, Unreachable),
    (Fault.RESET_LATE, Unreachable),
    (Fault.RESET_MID_BODY, Unreachable),
    (Fault.TRUNCATE, Unreachable),
    (Fault.STALL, TimedOut),
    (Fault.DRIBBLE, TimedOut),
    (Fault.GARBAGE, Unreadable),
]
DONE_ALL_THE_SAME = {Fault.RESET_LATE, Fault.RESET_MID_BODY, Fault.TRUNCATE, Fault.STALL, Fault.DRIBBLE}
CONNECTION_BROKEN = [Fault.RESET_EARLY, Fault.RESET_LATE, Fault.RESET_MID_BODY, Fault.TRUNCATE]
MAKE_ONE = TaskRequest("post", serials=("SERIAL-OF-NOBODY",))


def api_behind(proxy: FaultProxy) -> LocalApi:
    return LocalApi(proxy.url, log=RequestLog(), deadline=DEADLINE_S)


async def ready(api: LocalApi) -> Stats:
    """The picture over a connection that is now warm; on a busy machine the first answer may take long."""
    for _ in range(9):
        try:
            return await api.task_stats()
        except TimedOut:
            continue
    return await api.task_stats()


@pytest.mark.parametrize(("fault", "kind"), BROKEN)
async def test_reading_fails_in_time_and_recovers(
    shared_simulator: SimulatorProcess, fault: Fault, kind: type[ApiError]
) -> None:
    async with FaultProxy(shared_simulator.port) as proxy:
        api = api_behind(proxy)
        before = await ready(api)
        proxy.fault = fault
        began = time.perf_counter()
        with pytest.raises(ApiError) as info:
            await api.task_stats()
        assert type(info.value) is kind
        assert not info.value.maybe_done
        assert time.perf_counter() - began < DEADLINE_S + 1
        proxy.fault = Fault.PASS
        assert (await ready(api)).total == before.total
        await api.aclose()


@pytest.mark.parametrize(("fault", "kind"), BROKEN)
async def test_a_command_goes_out_once_and_says_what_may_have_happened(
    shared_simulator: SimulatorProcess, fault: Fault, kind: type[ApiError]
) -> None:
    async with FaultProxy(shared_simulator.port) as proxy:
        api = api_behind(proxy)
        before = await ready(api)
        proxy.fault = fault
        with pytest.raises(ApiError) as info:
            await api.create_task(MAKE_ONE)
        proxy.fault = Fault.PASS
        assert type(info.value) is kind
        assert info.value.maybe_done is (fault is not Fault.REFUSE)
        assert proxy.seen.count("POST /api/v1/task") == (0 if fault is Fault.REFUSE else 1)
        assert proxy.forwarded.count("POST /api/v1/task") == (1 if fault in DONE_ALL_THE_SAME else 0)
        made = (await ready(api)).total - before.total
        assert made == (1 if fault in DONE_ALL_THE_SAME else 0)
        await api.aclose()


@pytest.mark.parametrize("fault", CONNECTION_BROKEN)
async def test_one_broken_connection_goes_unnoticed_when_reading(
    shared_simulator: SimulatorProcess, fault: Fault
) -> None:
    async with FaultProxy(shared_simulator.port) as proxy:
        api = api_behind(proxy)
        before = await ready(api)
        seen = len(proxy.seen)
        proxy.once(fault, "GET")
        assert (await api.task_stats()).total == before.total
        assert len(proxy.seen) == seen + 2
        await api.aclose()


async def test_an_answer_that_came_twice_confuses_no_command_and_no_later_reading(
    shared_simulator: SimulatorProcess,
) -> None:
    async with FaultProxy(shared_simulator.port) as proxy:
        api = api_behind(proxy)
        before = await ready(api)
        proxy.fault = Fault.DUPLICATE
        for number in range(1, 6):
            assert (await api.create_task(MAKE_ONE)).created_count == 1
            with suppress(Unreadable):  # the second answer to one question may pass for the first to the next
                await api.task_stats()
            with suppress(Unreadable):
                await api.list_tasks()
            assert proxy.forwarded.count("POST /api/v1/task") == number
        proxy.fault = Fault.PASS
        with suppress(Unreadable):
            await api.list_tasks()
        assert (await ready(api)).total == before.total + 5
        assert (await api.list_tasks()).total == before.total + 5
        await api.aclose()


async def test_a_corrupted_answer_is_a_sensible_page_or_a_typed_error(
    shared_simulator: SimulatorProcess,
) -> None:
    async with FaultProxy(shared_simulator.port, seed=7) as proxy:
        api = api_behind(proxy)
        await api.create_task(MAKE_ONE)
        proxy.fault = Fault.CORRUPT
        failed = 0
        for _ in range(30):
            try:
                page = await api.list_tasks()
            except ApiError:
                failed += 1
            else:
                assert page.broken + len(page.tasks) <= page.total
                assert all(task.id > 0 for task in page.tasks)
        assert failed > 0
        proxy.fault = Fault.PASS
        assert (await api.list_tasks()).broken == 0
        await api.aclose()


async def test_many_at_once_survive_a_line_that_comes_and_goes(shared_simulator: SimulatorProcess) -> None:
    async with FaultProxy(shared_simulator.port) as proxy:
        api = api_behind(proxy)
        for fault in (Fault.REFUSE, Fault.STALL, Fault.RESET_LATE, Fault.BLACK_HOLE):
            proxy.fault = fault
            answers = await asyncio.gather(*(api.task_stats() for _ in range(8)), return_exceptions=True)
            assert all(isinstance(answer, (Unreachable, TimedOut)) for answer in answers)
            proxy.fault = Fault.PASS
            await ready(api)
        answers = await asyncio.gather(*(ready(api) for _ in range(8)))
        assert len({answer.total for answer in answers}) == 1
        await api.aclose()


def test_the_proxy_serves_plain_tests_too(shared_simulator: SimulatorProcess) -> None:
    async def total(proxy: FaultProxy) -> int:
        api = api_behind(proxy)
        try:
            return (await ready(api)).total
        finally:
            await api.aclose()

    with FaultProxy(shared_simulator.port) as proxy:
        assert proxy.fault is Fault.PASS
        assert asyncio.run(total(proxy)) >= 0
        assert proxy.seen == proxy.forwarded == ["GET /api/v1/task/stats"]
        proxy.fault = Fault.REFUSE
        with pytest.raises(Unreachable):
            asyncio.run(total(proxy))
