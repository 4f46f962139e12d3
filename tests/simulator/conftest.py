"""Worlds with a clock of their own, and a way to call the API on them without a network."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from gui.simulator.app import create_app
from gui.simulator.records import TaskFilter
from gui.simulator.wire import CreateBody
from gui.simulator.world import World

NOON = 1_800_014_400.0
BASE = "http://127.0.0.1:50809/api/v1/"


class Clock:
    """Time that passes only when told to."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        return self.now


class Bench:
    """One world under test and its clock."""

    def __init__(self, clock: Clock, **options: Any) -> None:
        self.clock = clock
        self.world = World(**{"seed": 7, "tasks": 0, "devices": 10, "now": clock, **options})

    def pass_time(self, seconds: float, step: float = 0.5) -> None:
        end = self.clock.now + seconds
        while self.clock.now < end:
            self.clock.now = min(end, self.clock.now + step)
            self.world.advance()

    def create(self, script_name: str = "post", **body: Any) -> list[int]:
        return self.world.create(CreateBody.model_validate({"script_name": script_name, **body}))

    def tasks(self, **chosen: Any) -> list[dict[str, Any]]:
        return self.world.tasks(TaskFilter(**chosen), 1, 100_000)[0]

    def serials(self, *, online: bool = True) -> list[str]:
        found = self.world.database.rows(
            "SELECT serial FROM devices WHERE online = ? ORDER BY rowid", (online,)
        )
        return [serial for (serial,) in found]

    def status(self, task_id: int) -> Any:
        return self.world.task(task_id)["status"]


class Api:
    """The API of one world, called in process."""

    def __init__(self, bench: Bench, http_status: str = "body", host: str = "127.0.0.1") -> None:
        self.bench = bench
        self.app = create_app(bench.world, http_status, host)  # type: ignore[arg-type]

    def __call__(self, method: str, path: str, **options: Any) -> httpx.Response:
        async def call() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
                # a path from the root leaves the API's own prefix
                url = f"{BASE.removesuffix('/api/v1/')}{path}" if path.startswith("/") else path
                return await client.request(method, url, **options)

        return asyncio.run(call())

    def data(self, method: str, path: str, **options: Any) -> Any:
        answer = self(method, path, **options).json()
        assert (answer["code"], answer["message"]) == (0, "success"), answer
        return answer["data"]

    def code(self, method: str, path: str, **options: Any) -> int:
        return self(method, path, **options).json()["code"]


@pytest.fixture
def bench() -> Iterator[Callable[..., Bench]]:
    """Make benches: ``bench(plan="starter", tasks=40)``."""
    made: list[Bench] = []

    def make(**options: Any) -> Bench:
        made.append(Bench(options.pop("clock", None) or Clock(), **options))
        return made[-1]

    yield make
    for each in made:
        each.world.close()


@pytest.fixture
def api(bench: Callable[..., Bench]) -> Callable[..., Api]:
    """Make APIs: ``api(http_status="real", plan="free")``."""

    def make(http_status: str = "body", host: str = "127.0.0.1", **options: Any) -> Api:
        return Api(bench(**options), http_status, host)

    return make
