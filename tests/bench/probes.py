"""What the measured panel answers about itself. Each takes the panel and runs inside its event loop."""

import asyncio
import gc
import os
import time
from pathlib import Path
from typing import Any

import httpx
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.state.host import Host
from gui.tables.tasks import Column, TaskFilter

PAGE = 100


class Heartbeat(QObject):
    """How long Qt's loop keeps a timer of one millisecond waiting, and how much of that it worked itself."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.own: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start(1)

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gaps.append((now - self._last) * 1000)
        self.own.append((worked - self._worked) * 1000)
        self._last, self._worked = now, worked

    def end(self) -> list[float]:
        self._timer.stop()
        self._beat()
        self.deleteLater()
        return self.gaps


class Painted(QObject):
    """Waits for a paint of a widget that shows what is waited for."""

    def __init__(self, widget: QWidget, shows: Any = lambda: True) -> None:
        super().__init__()
        self._widget = widget
        self._shows = shows
        self._done = asyncio.get_running_loop().create_future()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._done.done() and self._shows():
            self._widget.removeEventFilter(self)
            self._done.set_result(None)
        return False

    async def seen(self) -> float:
        """Return when, ``time.perf_counter()``: the loop's next turn, when the painting is over."""
        async with asyncio.timeout(20):
            await self._done
        return time.perf_counter()


async def gaps(panel: Any, *, seconds: float) -> dict[str, Any]:
    """Every gap between two turns of the loop, ms; how long this thread had a core in each; changed tasks."""
    changed = 0

    def count(changes: Any) -> None:
        nonlocal changed
        changed += len(changes.upserted) + len(changes.removed)

    panel.host.tasks_changed.connect(count)
    beat = Heartbeat()
    await asyncio.sleep(seconds)
    found = beat.end()
    panel.host.tasks_changed.disconnect(count)
    return {"gaps": found, "own": beat.own, "changed": changed}


async def poll_every(panel: Any, *, seconds: float) -> None:
    panel.host.set_interval(seconds)


async def arrange(panel: Any, *, column: str, statuses: list[int], text: str) -> int:
    """Sort and filter; return how many rows are left."""
    page = panel.window.tasks
    page.view.sortByColumn(Column[column], Qt.SortOrder.DescendingOrder)
    page.filters.set_filter(TaskFilter(statuses=frozenset(statuses), text=text))
    page.table.settle()
    return page.table.rowCount()


async def sort(panel: Any, *, column: str) -> dict[str, float]:
    """Sort by another column; return the time until that is painted, and the longest gap until then, ms."""
    page = panel.window.tasks
    beat = Heartbeat()
    await asyncio.sleep(0.1)
    beat.gaps.clear()
    painted = Painted(page.view.viewport(), lambda: not page.table.busy)
    began = time.perf_counter()
    page.view.sortByColumn(Column[column], Qt.SortOrder.AscendingOrder)
    took = await painted.seen() - began
    await asyncio.sleep(0.05)
    return {"ms": took * 1000, "gap": max(beat.end())}


async def type_text(panel: Any, *, text: str) -> dict[str, Any]:
    """Type into the search box; return the time a key takes to be painted, and the rows after the last."""
    page = panel.window.tasks
    search = page.filters.search
    page.filters.focus_search()
    beat, keys = Heartbeat(), []
    typed = ""
    answered = asyncio.get_running_loop().create_future()

    def look() -> None:
        if not page.table.busy and page.table.filter.text == text and not answered.done():
            answered.set_result(None)

    page.table.changed.connect(look)
    for letter in text:
        typed += letter
        painted = Painted(search, lambda typed=typed: search.text() == typed)
        began = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.postEvent(search, key)
        keys.append((await painted.seen() - began) * 1000)
        await asyncio.sleep(0.12)
    await answered
    result = (time.perf_counter() - began) * 1000
    gap = max(beat.end())
    page.table.changed.disconnect(look)
    page.filters.clear()
    page.view.setFocus()
    page.table.settle()
    await asyncio.sleep(0.1)
    return {"keys": keys, "result": result, "gap": gap}


async def bare_loop(_panel: Any, *, url: str) -> float:
    """Fetch and decode every page with nothing but httpx; return ms."""
    began = time.perf_counter()
    async with httpx.AsyncClient(trust_env=False, base_url=url + "/api/v1/") as client:
        page, total = 1, 1
        while (page - 1) * PAGE < total:
            answer = await client.get("task", params={"page": page, "page_size": PAGE})
            total = answer.json()["data"]["total"]
            page += 1
    return (time.perf_counter() - began) * 1000


async def full_sync(panel: Any, *, url: str) -> dict[str, float]:
    """Have the whole panel follow the server from nothing; return first rows painted and complete, ms."""
    host, page = panel.host, panel.window.tasks
    complete = asyncio.get_running_loop().create_future()

    def progressed(progress: Any) -> None:
        if progress.complete and not complete.done():
            complete.set_result(time.perf_counter())

    rows = Painted(page.view.viewport(), lambda: len(host.tasks) > 0 and page.table.rowCount() > 0)
    emptied = asyncio.Event()
    host.tasks_reset.connect(emptied.set)
    began = time.perf_counter()
    host.set_url(url)
    await emptied.wait()
    host.tasks_reset.disconnect(emptied.set)
    host.progress_changed.connect(progressed)
    first = await rows.seen()
    end = await complete
    host.progress_changed.disconnect(progressed)
    return {"rows": (first - began) * 1000, "complete": (end - began) * 1000}


async def host_alone(_panel: Any, *, url: str) -> float:
    """Have a host without a window follow the server from nothing; return ms until it is complete."""
    host = Host(url=url)
    complete = asyncio.Event()
    host.progress_changed.connect(lambda progress: progress.complete and complete.set())
    began = time.perf_counter()
    host.start()
    await complete.wait()
    took = (time.perf_counter() - began) * 1000
    await host.stop_polling()
    host.deleteLater()
    return took


async def processor_seconds(_panel: Any) -> float:
    return time.process_time()


async def hide(panel: Any) -> None:
    panel.window.hide()


async def memory(_panel: Any) -> dict[str, int] | None:
    """What the kernel says of this process, KiB; None on systems without /proc."""
    try:
        text = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")  # noqa: ASYNC240 - not a disk
    except OSError:
        return None
    fields = (line.split() for line in text.splitlines()[1:])
    return {name.rstrip(":"): int(value) for name, value, *_ in fields}


async def things(panel: Any) -> dict[str, int | None]:
    """What may grow without anybody noticing."""
    gc.collect()
    app = QApplication.instance()
    timers = objects = 0
    for top in (app, panel.host, *app.topLevelWidgets()):
        objects += 1 + len(top.findChildren(QObject))
        timers += len(top.findChildren(QTimer))
    gc.collect()
    try:
        files: int | None = len(os.listdir("/proc/self/fd"))
    except OSError:
        files = None
    return {
        "file descriptors": files,
        "asyncio tasks": len(asyncio.all_tasks()),
        "QTimers": timers,
        "QObjects": objects,
        "Python objects": len(gc.get_objects()),
    }


async def ticks(panel: Any, *, count: int, every: int) -> list[list[int]]:
    """Poll so many times without a pause; return pairs of tick and resident memory in KiB."""
    host, samples, made, serial = panel.host, [], 0, panel.host.request_log.serial
    host.set_interval(0.0)
    while made < count:
        await asyncio.sleep(0.1)
        log = host.request_log
        records = list(log)[-(log.serial - serial) :] if log.serial > serial else []
        serial = log.serial
        made += sum(record.path.endswith("task/stats") for record in records)
        if made >= every * (len(samples) + 1) and (found := await memory(panel)) is not None:
            samples.append([made, found["Rss"]])
    host.set_interval(1.0)
    return samples
