"""The panel without its window: the real host, batches and loop, and an operator who plays by the rules."""

import asyncio
import itertools
import logging
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import qasync
from PySide6.QtCore import QCoreApplication

from gui.api.client import LocalApi
from gui.api.schemas import TaskRequest
from gui.state import follower
from gui.state.host import Host
from gui.state.plan import Plan, PlannedRequest
from gui.store.batch_records import Batch, BatchRequest, RequestState

DEADLINE_S = 0.25
"""After which the panel gives a request up; 10 s in the panel itself."""
SETTLE_S = 0.17
LATE_S = DEADLINE_S + 0.04
"""When a delayed request arrives after all: given up already, and before the last look."""
POLL_S = 0.01
PATIENCE_S = 60.0
T = TypeVar("T")
S = RequestState


class Operator:
    """Submits, goes on with what was paused, and sends again what was said not to exist."""

    def __init__(self, host: Host, seed: int) -> None:
        self.host = host
        self._random = Random(seed)
        self._numbers = itertools.count(1)

    @property
    def requests(self) -> list[BatchRequest]:
        return [each for batch in self.host.batches.batches.values() for each in batch.requests]

    def begin_after(self, number: int) -> None:
        self._numbers = itertools.count(number + 1)

    def submit(self, count: int, serials: list[str]) -> int:
        """Submit one batch of so many requests, each with targets of its own; some are to be refused."""
        requests = tuple(self._request(serials) for _ in range(count))
        batch_id = self.host.batches.submit(Plan("never twice", "follow", requests))
        assert batch_id is not None
        return batch_id

    def _request(self, serials: list[str]) -> PlannedRequest:
        number = next(self._numbers)
        places = tuple(self._random.sample(serials, self._random.randint(1, 3)))
        targets = [f"t{number:06d}.{each}" for each in range(self._random.randint(1, 4))]
        how = "nobody knows" if self._random.random() < 0.03 else "direct"  # refused: no such way
        config = {"target_users": targets, "access_method": how}
        return PlannedRequest(TaskRequest("follow", config, serials=places), len(places) * len(targets))

    async def settle(self, batch_id: int) -> None:
        """Wait until all of a batch has a fate, going on with it where the panel paused it."""
        batches = self.host.batches
        async with asyncio.timeout(PATIENCE_S):
            while not _settled(batch := batches.batches[batch_id]):
                if batch.paused and batch.states[S.WAITING] and self.host.api is not None:
                    batches.resume(batch_id)
                await asyncio.sleep(POLL_S)

    async def settle_all(self) -> None:
        for batch_id in tuple(self.host.batches.batches):
            await self.settle(batch_id)

    def send_again(self) -> None:
        """Send again what the panel says does not exist."""
        for batch in tuple(self.host.batches.batches.values()):
            if batch.states[S.NOT_CREATED]:
                self.host.batches.send_again(batch.id, {S.NOT_CREATED})

    def report(self) -> list[dict[str, Any]]:
        """What the panel says of every request."""
        return [
            {
                "serials": each.request.serials,
                "targets": each.request.script_config["target_users"],
                "expected": each.expected,
                "state": each.state.value,
                "ids": each.task_ids,
                "evidence": each.evidence,
                "missing": each.missing,
            }
            for each in self.requests
        ]


def _settled(batch: Batch) -> bool:
    open_ones = batch.states[S.WAITING] + batch.states[S.SENDING]
    unclear = [each for each in batch.requests if each.state is S.UNKNOWN]
    return not open_ones and all(
        each.evidence and "could not be read" not in each.evidence for each in unclear
    )


def run(
    url: str, data: Path, work: Callable[[Operator], Awaitable[T]], *, seed: int = 0
) -> tuple[T, list[str]]:
    """Run the panel on a data folder until the work is done; return its result, and what crashed."""
    logging.disable(logging.WARNING)  # a broken line is what this is about
    app = QCoreApplication.instance() or QCoreApplication(["never_twice"])
    follower.LocalApi = partial(LocalApi, deadline=DEADLINE_S)
    crashes: list[str] = []
    sys.excepthook = lambda kind, error, _: crashes.append(f"{kind.__name__}: {error}")

    async def live() -> T:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: crashes.append(str(context)))
        host = Host(url=url, interval_s=0.5, batch_book=data)
        host.batches.settle_s = SETTLE_S
        host.start()
        try:
            return await work(Operator(host, seed))
        finally:
            await host.stop_polling()

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        return runner.run(live()), crashes
