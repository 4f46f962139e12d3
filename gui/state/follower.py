"""Follows one server in the event loop: finds it, fills the mirror, polls, and carries out commands."""

import asyncio
import logging
import time
from collections.abc import Coroutine, Sequence

from gui.api.client import LocalApi
from gui.api.discovery import discover
from gui.api.errors import ApiError, Unreachable
from gui.api.schemas import Task
from gui.state import commands, pace
from gui.state.adb_watch import watch_adb
from gui.state.alarm import Alarm
from gui.state.background import Background
from gui.state.chores import Chores
from gui.state.connection import Polling, Progress
from gui.state.known import Known
from gui.state.outcome import Command, Outcome
from gui.state.sync import Superseded, TaskSync

logger = logging.getLogger(__name__)

PATIENT_TICKS = 50
"""Ticks in a row, besides one a page of the list, that may hurry after a difference.

A server that never agrees with itself is not hurried for ever."""
REST_S = 0.002
"""Between reading, showing tasks and showing the rest, so that the window gets its turn and none is long."""
SHOW_EVERY_S = 0.1
"""How often the first picture is shown while it grows."""


class Follower:
    """Keeps what is known of one TikMatrix up to date. Belongs to the running loop."""

    def __init__(self, known: Known, *, url: str, saved_url: str, interval_s: float) -> None:
        """``url`` was given for this start, ``saved_url`` stands in the settings; both empty: it is found."""
        self._known = known
        self._explicit_url = url
        self._saved_url = saved_url
        self._interval_s = interval_s
        self._watched = True
        self._chores = Chores(known.take_license, known.take_accounts)
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

    def start(self, url: str = "") -> None:
        """Begin to follow the server: the one at ``url``, where that is known only now."""
        self._explicit_url = url or self._explicit_url
        self._background.start(self._supervise())
        if not self._known.connection.demo:
            self._background.start(watch_adb(self._known.take_adb))

    async def stop(self) -> None:
        """End everything that runs and close the connections."""
        await self._background.cancel()
        if self._api is not None:
            self._known.take_server(None)
            await self._api.aclose()
            self._api = None

    def try_now(self) -> None:
        """Try at once, whatever the back-off says."""
        self._known.line.failures = 0
        self._alarm.call()

    def refresh(self) -> None:
        """Ask everything at once."""
        self._chores.all_due()
        self._alarm.call()

    def set_watched(self, watched: bool) -> None:
        """Say whether the window is seen; an unseen one polls slower."""
        self._watched = watched
        if watched:
            self._alarm.call()

    def set_interval(self, interval_s: float) -> None:
        """Set the seconds between two polls while something runs."""
        self._interval_s = interval_s
        self._alarm.call()

    def set_url(self, url: str) -> None:
        """Follow the server at another saved address; empty means: find it."""
        if url == self._saved_url:
            return
        self._saved_url, self._explicit_url = url, ""
        self._moved = True
        self._drop_answers_under_way()
        self.try_now()

    @property
    def api(self) -> LocalApi | None:
        """The server followed now; None before one was found."""
        return self._api

    def run(self, work: Coroutine[object, object, object]) -> None:
        """Run a coroutine until it ends or everything does."""
        self._background.start(work)

    def look_again(self, *, now: bool) -> None:
        """Believe no answer that is on its way, after something was changed; with ``now`` ask at once."""
        self._drop_answers_under_way()
        if now:
            self._alarm.call()

    def retry_all(self) -> None:
        """Retry every failed task; the end is told by ``command_finished``."""
        self.run(self._retry_all())

    def take_made(self, tasks: Sequence[Task]) -> None:
        """Show tasks that somebody else has read just now; while the first picture fills it brings them."""
        if self._sync is not None and self._filled:
            self._drop_answers_under_way()  # they may show the time before these tasks
            self._known.mirror.upsert(tasks)
            self._known.take_tasks()
            self._alarm.call()

    async def _retry_all(self) -> None:
        try:
            if self._api is None:
                raise Unreachable("There is no connection yet.")
            outcome = await commands.retry_all(self._api)
        except Exception as error:  # a defect, too, must be told
            reason = error if isinstance(error, ApiError) else ApiError(f"{type(error).__name__}: {error}")
            outcome = Outcome(Command.RETRY_ALL, 0, 0, ((0, reason),))
            logger.info("retry-all failed", exc_info=error)
        self.look_again(now=True)
        self._known.command_finished.emit(outcome)

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
            if await self._alarm.wait(self._known.line.seconds_to_next_try()):
                self._known.line.failures = 0

    async def _connect(self) -> None:
        """Find the server and learn its plan. Raises ApiError."""
        self._moved = False
        found = await discover(self._explicit_url, self._saved_url)
        if self._api is None or self._api.url != found.url:
            if self._api is not None:
                self._known.take_server(None)
                await self._api.aclose()
            self._api = LocalApi(found.url, log=self._known.request_log)
            self._filled, self._shown_at = False, 0.0
            self._known.forget_tasks()
            self._sync = TaskSync(self._api, self._known.mirror)
        self._known.line.found(found.url, found.source, starting=found.starting)
        self._known.show_line()
        self._chores.learn_license(found.answer)
        self._known.take_server(self._api)

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
            self._known.take_tasks_to_devices()
            self._known.ready.emit()
        while not self._moved:
            began = asyncio.get_running_loop().time()
            try:
                await sync.tick(self._chores.next(api))
                await asyncio.sleep(REST_S)
            except Superseded:
                continue
            finally:
                self._known.take_tasks()
            await asyncio.sleep(REST_S)
            self._take(sync)
            await self._alarm.wait(began + self._interval(sync) - asyncio.get_running_loop().time())

    def _interval(self, sync: TaskSync) -> float:
        """Seconds until the next tick."""
        known = self._known
        self._behind_ticks = self._behind_ticks + 1 if sync.behind else 0
        interval = pace.poll_interval(
            self._interval_s,
            active=bool(sync.stats.running or sync.stats.pending or known.pending),
            watched=self._watched,
            behind=sync.behind and self._behind_ticks < PATIENT_TICKS + sync.pages,
        )
        known.set_fact("polling", Polling(interval, self._watched, sync.requests), known.polling_changed)
        return interval

    def _take_now_and_then(self, sync: TaskSync) -> None:
        """Show the first page of the first picture at once, then what came since ten times a second."""
        now = time.monotonic()
        if now - self._shown_at >= SHOW_EVERY_S:
            self._shown_at = now
            self._take(sync)

    def _take(self, sync: TaskSync) -> None:
        """Let a complete answer climb: tasks, counts, progress and the line."""
        known = self._known
        known.take_tasks()
        if known.marks.settle(known.mirror.doubts):
            known.pending_changed.emit(known.pending)
        known.set_fact("stats", sync.stats, known.stats_changed)
        loaded = len(known.mirror.tasks)
        progress = Progress(loaded, max(sync.stats.total, loaded), self._filled, self._filled and sync.behind)
        known.set_fact("progress", progress, known.progress_changed)
        known.line.answered(self._api.latency_ms if self._api else None)
        known.show_line()

    def _failed(self, error: ApiError) -> None:
        known = self._known
        known.line.failed(error)
        logger.warning("poll failed (%d in a row): %s", known.line.failures, error)
        known.show_line()
