"""The mirror: what a tick asks, when it is exact again, and how quickly it is complete."""

import asyncio
import math
import time
from collections.abc import Callable, Iterator

import httpx

from gui.api.client import LocalApi
from gui.api.request_log import RequestLog
from gui.state.mirror import TaskMirror
from gui.state.pace import poll_interval
from gui.state.sync import TaskSync
from tests.bench.figures import Figure, median
from tests.bench.processes import PanelProcess
from tests.bench.run import Run
from tests.bench.world import Churn, World

_CHANGES = (1, 100, 1_000)
_PATIENCE_S = 60.0
_POLL_S = 1.0


class Follower:
    """A mirror of its own that follows the simulator over HTTP."""

    def __init__(self, world: World, api: LocalApi) -> None:
        self._world = world
        self.sync = TaskSync(api, TaskMirror())

    def differs(self, ids: list[int] | None = None) -> bool:
        tasks, truth = self.sync.mirror.tasks, self._world.truth(ids)
        mine = tasks.keys() if ids is None else [i for i in ids if i in tasks]
        return truth != {i: (int(tasks[i].status), tasks[i].remark) for i in mine}

    async def catch_up(self, ids: list[int]) -> tuple[list[int], float | None]:
        """Tick until the mirror equals the database again.

        Return the requests of each tick, and the ms that it took at the panel's pace of polls; None where it
        takes longer than anybody waits for a benchmark.
        """
        asked: list[int] = []
        took, began = 0.0, time.perf_counter()
        while time.perf_counter() - began < _PATIENCE_S:
            start = time.perf_counter()
            await self.sync.tick()
            spent = time.perf_counter() - start
            asked.append(self.sync.requests)
            if not self.differs(ids) and not (len(asked) > 1 and self.sync.behind) and not self.differs():
                return asked, (took + spent) * 1000
            pause = poll_interval(_POLL_S, active=True, watched=True, behind=self.sync.behind)
            took += max(spent, pause)
        return asked, None


def requests(run: Run) -> Iterator[Figure]:
    """Requests a tick, and ticks and time until the mirror is exact again."""
    yield from asyncio.run(_requests(run))


async def _requests(run: Run) -> list[Figure]:
    api = LocalApi(run.world.url, log=RequestLog())
    follower = Follower(run.world, api)
    try:
        await follower.sync.first_picture(lambda: None)
        quiet = []
        for _ in range(20):
            await follower.sync.tick()
            quiet.append(follower.sync.requests)
        figures = []
        kinds = (("made", run.world.make), ("changed", run.world.turn), ("deleted", run.world.delete))
        for count in _CHANGES:
            first = []
            for kind, change in kinds:
                asked, lines = await _after_change(run, follower, count, (kind, change))
                first.append(asked[0])
                quiet += asked[1:]
                figures += lines
            budget = 3 + math.ceil(count / 100)
            figures.append(Figure(f"requests a tick, {count:,} changed", run.rows, max(first), "", budget))
    finally:
        await api.aclose()
    return [Figure("requests a tick, quiet (most)", run.rows, max(quiet), "", 2), *figures]


async def _after_change(
    run: Run, follower: Follower, count: int, what: tuple[str, Callable[[int], list[int]]]
) -> tuple[list[int], list[Figure]]:
    kind, change = what
    ids = change(count)
    asked, took = await follower.catch_up(ids)
    name = f"exact after {len(ids):,} {kind}"
    if took is None:
        lines = [Figure(f"{name}: NOT YET after", run.rows, len(asked), "ticks")]
        await follower.sync.first_picture(lambda: None)
    else:
        lines = [
            Figure(f"{name}: ticks", run.rows, len(asked), "ticks"),
            Figure(f"{name}: at polls of 1 s", run.rows, took, "ms"),
        ]
    return asked, lines


def first_picture(run: Run) -> Iterator[Figure]:
    """The whole list: by a bare httpx loop, a host alone and the panel, in turns, in one process."""
    url = run.world.url
    other = url.replace("127.0.0.1", "localhost")  # the same server, yet another address: begin anew
    bare, alone, whole = [], [], []
    with PanelProcess(url) as panel:
        panel.settled()
        for number in range(3 if run.rows > 10_000 else run.repeats):
            bare.append(panel.ask("bare_loop", url=url))
            alone.append(panel.ask("host_alone", url=url))
            whole.append(panel.ask("full_sync", url=url if number % 2 else other))
    complete = [each["complete"] for each in whole]
    budget = 2.0 if run.rows == 10_000 else None
    yield Figure("first rows painted", run.rows, median([each["rows"] for each in whole]), "ms")
    yield Figure("full sync: bare httpx loop", run.rows, median(bare), "ms")
    yield Figure("full sync: panel", run.rows, median(complete), "ms")
    for name, values, limit in (("host alone", alone, None), ("panel", complete, budget)):
        ratio = median([value / base for value, base in zip(values, bare, strict=True)])
        yield Figure(f"full sync: {name} / bare httpx loop", run.rows, ratio, "x", limit)


def simulator(run: Run) -> Iterator[Figure]:
    """The simulator's own speed: it must not be what is measured elsewhere."""
    with httpx.Client(trust_env=False, base_url=run.world.url + "/api/v1/") as client:
        yield Figure("simulator: counts + newest page", run.rows, median(_polls(client, 60)), "ms")
        with Churn(run.world) as churn:
            began = time.perf_counter()
            busy = _polls(client, 200)
            rate = churn.rounds * 100 / (time.perf_counter() - began)
        yield Figure("simulator: the same at 10 changing pages/s", run.rows, median(busy), "ms")
        yield Figure("simulator: changes/s from outside meanwhile", run.rows, rate, "tasks/s")
        yield Figure("simulator: made + deleted through the API", run.rows, _orders(client), "tasks/s")


def _polls(client: httpx.Client, count: int) -> list[float]:
    times = []
    for _ in range(count):
        began = time.perf_counter()
        client.get("task/stats").json()
        client.get("task", params={"page": 1, "page_size": 100}).json()
        times.append((time.perf_counter() - began) * 1000)
    return times


def _orders(client: httpx.Client) -> float:
    """Make and delete 2,000 tasks five times; return tasks a second."""
    order = {
        "script_name": "follow",
        "script_config": {"target_users": [f"user{n}" for n in range(100)]},
        "serials": [f"bench{n}" for n in range(20)],
        "start_time": "23:59",
    }
    began, handled = time.perf_counter(), 0
    for _ in range(5):
        made = client.post("task", json=order).json()["data"]["task_ids"]
        client.request("DELETE", "task/batch", json={"task_ids": made})
        handled += 2 * len(made)
    return handled / (time.perf_counter() - began)
