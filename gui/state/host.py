"""One TikMatrix as the panel knows it: its line, license, devices and tasks, and the commands to it."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.api.errors import ApiError, Unreachable
from gui.api.schemas import TaskRequest
from gui.state import commands, pace
from gui.state.adb_watch import watch_adb
from gui.state.alarm import Alarm
from gui.state.background import Background
from gui.state.chores import Chores
from gui.state.connection import Connection, Phase, Polling, Progress
from gui.state.known import Known
from gui.state.outcome import Command, Outcome
from gui.state.sync import Superseded, TaskSync
from gui.store.device_book import DeviceBook

if TYPE_CHECKING:
    from gui.api.client import LocalApi

    Call = Callable[[LocalApi], Awaitable[Outcome]]

logger = logging.getLogger(__name__)

PATIENT_TICKS = 50
"""Ticks in a row, besides one a page of the list, that may hurry after a difference.

A server that never agrees with itself is not hurried for ever."""
REST_S = 0.002
"""Between reading, showing tasks and showing the rest, so that the window gets its turn and none is long."""
SHOW_EVERY_S = 0.1
"""How often the first picture is shown while it grows."""


class Host(Known):
    """Follows one TikMatrix. Every public method returns at once; what comes of it is told by a signal."""

    def __init__(
        self,
        *,
        url: str = "",
        saved_url: str = "",
        demo: bool = False,
        interval_s: float = 1.0,
        device_book: DeviceBook | None = None,
        parent: QObject | None = None,
    ) -> None:
        connection = Connection(Phase.STARTING if demo else Phase.CONNECTING, url, demo=demo)
        super().__init__(connection, interval_s, device_book, parent)
        self._explicit_url = url
        self._saved_url = saved_url
        self._interval_s = interval_s
        self._watched = True
        self._chores = Chores(self._take_license, self._take_accounts)
        self._api: LocalApi | None = None
        self._sync: TaskSync | None = None
        self._filled = False
        self._told_ready = False
        self._behind_ticks = 0
        self._shown_at = 0.0
        self._moved = False
        """The address was changed: connect anew."""
        self._alarm = Alarm()
        self._background = Background()

    # Life

    def start(self) -> None:
        """Begin to follow the server, inside a running loop."""
        self._background.start(self._supervise())
        if not self.connection.demo:
            self._background.start(watch_adb(self._take_adb))

    async def stop_polling(self) -> None:
        """End everything that runs and close the connections."""
        await self._background.cancel()
        if self._api is not None:
            await self._api.aclose()
            self._api = None

    def demo_started(self, url: str) -> None:
        """Take the address of the embedded simulator, once it serves, and begin."""
        self._explicit_url = url
        self.start()

    def demo_failed(self, error: ApiError) -> None:
        """Tell that the embedded simulator did not come up."""
        self._line.failed(error)
        self._show_line()

    # Commands

    def create(self, request: TaskRequest) -> None:
        """Create tasks."""
        self._command(Command.CREATE, (), lambda api: commands.create(api, request))

    def stop(self, task_ids: Sequence[int]) -> None:
        """Stop tasks."""
        self._command(Command.STOP, task_ids, lambda api: commands.stop(api, task_ids))

    def retry(self, task_ids: Sequence[int]) -> None:
        """Put failed tasks back to pending."""
        self._command(Command.RETRY, task_ids, lambda api: commands.retry(api, task_ids))

    def retry_all(self) -> None:
        """Put every failed task below its retry limit back to pending."""
        self._command(Command.RETRY_ALL, (), commands.retry_all)

    def delete(self, task_ids: Sequence[int]) -> None:
        """Delete tasks; running ones are stopped first."""
        self._command(Command.DELETE, task_ids, lambda api: commands.delete(api, task_ids))

    def reconnect(self) -> None:
        """Try at once, whatever the back-off says."""
        self._line.failures = 0
        self._alarm.call()

    def refresh(self) -> None:
        """Ask at once."""
        self._chores.all_due()
        self._alarm.call()

    def set_watched(self, watched: bool) -> None:
        """Say whether the window is seen; an unseen one polls slower."""
        if watched != self._watched:
            self._watched = watched
            if watched:
                self._alarm.call()

    def set_interval(self, interval_s: float) -> None:
        """Set the seconds between two polls while something runs."""
        self._interval_s = interval_s
        self._alarm.call()

    def set_url(self, url: str) -> None:
        """Follow the server at another address; empty means: find it."""
        if url == self._saved_url:
            return
        self._saved_url, self._explicit_url = url, ""
        self._moved = True
        self._drop_answers_under_way()
        self.reconnect()

    def _command(self, command: Command, task_ids: Sequence[int], call: "Call") -> None:
        self._pending.begin(command, task_ids)
        self.pending_changed.emit(self.pending)
        self.command_started.emit(command, len(task_ids))
        self._background.start(self._carry_out(command, task_ids, call))

    async def _carry_out(self, command: Command, task_ids: Sequence[int], call: "Call") -> None:
        try:
            if self._api is None:
                raise Unreachable("There is no connection yet.")
            outcome = await call(self._api)
        except Exception as error:  # a defect, too, must not leave the tasks marked for ever
            reason = error if isinstance(error, ApiError) else ApiError(f"{type(error).__name__}: {error}")
            outcome = Outcome(command, len(task_ids), 0, tuple((i, reason) for i in task_ids or (0,)))
            logger.info("%s failed", command, exc_info=error)
        logger.info("%s: %d of %d done", command, outcome.done, outcome.asked)
        # Also after a failure: a request that timed out may have worked.
        self._mirror.doubts.update(i for i in task_ids if i in self._mirror.tasks)
        self._pending.answered(task_ids, failed=[task_id for task_id, _ in outcome.failures])
        self.pending_changed.emit(self.pending)
        self._drop_answers_under_way()
        self._alarm.call()
        self.command_finished.emit(outcome)

    def _drop_answers_under_way(self) -> None:
        if self._sync is not None:
            self._sync.epoch += 1

    # Following the server

    async def _supervise(self) -> None:
        """Follow the server for ever; no failure ends it."""
        while True:
            try:
                await self._connect()
                await self._follow()
            except ApiError as error:
                self._failed(error)
            except Superseded:
                continue
            except Exception as error:  # a defect must not end the polling
                logger.exception("polling failed")
                self._failed(ApiError(f"{type(error).__name__}: {error}"))
            if await self._alarm.wait(self._line.seconds_to_next_try()):
                self._line.failures = 0

    async def _connect(self) -> None:
        """Find the server and learn its plan. Raises ApiError."""
        from gui.api.client import LocalApi  # noqa: PLC0415 - httpx is not needed for the first window
        from gui.api.discovery import discover  # noqa: PLC0415

        self._moved = False
        found = await discover(self._explicit_url, self._saved_url)
        if self._api is None or self._api.url != found.url:
            if self._api is not None:
                await self._api.aclose()
            self._api = LocalApi(found.url, log=self.request_log)
            self._filled, self._shown_at = False, 0.0
            self._forget_tasks()
            self._sync = TaskSync(self._api, self._mirror)
        self._line.found(found.url, found.source, starting=found.starting)
        self._show_line()
        self._chores.learn_license(found.answer)

    async def _follow(self) -> None:
        """Read the first picture, then tick until something fails. Raises ApiError or Superseded."""
        api, sync = self._api, self._sync
        if api is None or sync is None:
            return
        if not self._filled:
            await sync.first_picture(lambda: self._take_now_and_then(sync))
            self._filled = True
        self._take(sync)
        if not self._told_ready:
            while (chore := self._chores.next(api)) is not None:
                await chore()
            self._told_ready = True
            self._take_tasks_to_devices()
            self.ready.emit()
        while not self._moved:
            began = asyncio.get_running_loop().time()
            try:
                await sync.tick(self._chores.next(api))
                await asyncio.sleep(REST_S)
            except Superseded:
                continue
            finally:
                self._take_tasks()
            await asyncio.sleep(REST_S)
            self._take(sync)
            await self._alarm.wait(began + self._interval(sync) - asyncio.get_running_loop().time())

    def _interval(self, sync: TaskSync) -> float:
        """Seconds until the next tick."""
        self._behind_ticks = self._behind_ticks + 1 if sync.behind else 0
        interval = pace.poll_interval(
            self._interval_s,
            active=bool(sync.stats.running or sync.stats.pending or self.pending),
            watched=self._watched,
            behind=sync.behind and self._behind_ticks < PATIENT_TICKS + sync.pages,
        )
        self._set("polling", Polling(interval, self._watched, sync.requests), self.polling_changed)
        return interval

    def _take_now_and_then(self, sync: TaskSync) -> None:
        """Show the first page of the first picture at once, then what came since ten times a second."""
        now = time.monotonic()
        if now - self._shown_at >= SHOW_EVERY_S:
            self._shown_at = now
            self._take(sync)

    def _take(self, sync: TaskSync) -> None:
        """Let a complete answer climb: tasks, counts, progress and the line."""
        self._take_tasks()
        if self._pending.settle(self._mirror.doubts):
            self.pending_changed.emit(self.pending)
        self._set("stats", sync.stats, self.stats_changed)
        loaded = len(self._mirror.tasks)
        progress = Progress(loaded, max(sync.stats.total, loaded), self._filled, self._filled and sync.behind)
        self._set("progress", progress, self.progress_changed)
        self._line.answered(self._api.latency_ms if self._api else None)
        self._show_line()

    def _failed(self, error: ApiError) -> None:
        self._line.failed(error)
        logger.warning("poll failed (%d in a row): %s", self._line.failures, error)
        self._show_line()
