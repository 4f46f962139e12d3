"""The client inside Qt's event loop, where the panel runs it."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from gui.api.adb import adb_devices
from gui.api.client import LocalApi
from gui.api.discovery import discover
from gui.api.errors import TimedOut, Unreachable
from gui.api.request_log import RequestLog
from gui.api.schemas import TaskRequest
from tests.conftest import SimulatorProcess
from tests.faults import Fault, FaultProxy

Finish = Callable[[Awaitable[Any]], Any]


def test_calls_and_faults_under_qt(shared_simulator: SimulatorProcess, finish: Finish) -> None:
    with FaultProxy(shared_simulator.port) as proxy:
        assert finish(discover(proxy.url)).answer.plan_name == "Pro"
        api = LocalApi(proxy.url, log=RequestLog(), deadline=5.0)
        before = finish(api.task_stats())
        made = finish(api.create_task(TaskRequest("post", serials=("SERIAL-OF-NOBODY",))))
        assert made.created_count == 1
        proxy.fault = Fault.REFUSE
        with pytest.raises(Unreachable):
            finish(api.task_stats())
        proxy.fault = Fault.PASS
        assert finish(api.task_stats()).total == before.total + 1
        finish(api.aclose())
        hurried = LocalApi(proxy.url, log=RequestLog(), deadline=0.3)
        proxy.fault = Fault.BLACK_HOLE
        with pytest.raises(TimedOut):
            finish(hurried.task_stats())
        finish(hurried.aclose())
        assert finish(adb_devices(port=proxy.port)) is None
