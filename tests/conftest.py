"""Fixtures that every floor shares: the simulator's process, the event loop under Qt, and the leak checks."""

import asyncio
import gc
import inspect
import os
import signal
import socket
import sqlite3
import sys
import warnings
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":  # offscreen, Qt looks for fonts in a folder of its own, finds none and warns
    os.environ.setdefault("QT_QPA_FONTDIR", rf"{os.environ['SYSTEMROOT']}\Fonts")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # cached bytecode starts simulators 3x faster

import pytest
import qasync
import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import TimeoutError as QtBotTimeoutError
from pytestqt.qtbot import QtBot

from gui.demo import DemoSimulator
from gui.state.host import Host

ASYNC_DEADLINE_S = 60.0
WAIT_MS = 30_000


def pytest_configure() -> None:
    """Take back Ctrl+C: a shell makes what it runs in the background deaf to it, and so all its children."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the pictures of the README be renewed on demand."""
    parser.addoption("--save-screenshots", action="store_true", help="write resources/screenshots anew")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test on a loop of its own, with a deadline; fail it on what the loop reports."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    problems: list[dict[str, Any]] = []

    async def run() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: problems.append(context))
        async with asyncio.timeout(ASYNC_DEADLINE_S):
            await pyfuncitem.obj(**arguments)
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert not left, f"tasks left behind: {left}"

    asyncio.run(run())
    gc.collect()
    assert not problems, problems
    return True


class SimulatorProcess(DemoSimulator):
    """A simulator process and, read-only by custom, its database: the judge of what really happened."""

    def __init__(self, db: Path, *arguments: str) -> None:
        super().__init__("--db", str(db), *arguments)
        self.db = db
        self.url = self.wait_until_ready()
        self.port = int(self.url.rpartition(":")[2])

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask the database."""
        with closing(sqlite3.connect(self.db, timeout=10)) as connection:
            return connection.execute(query, values).fetchall()

    def change(self, statement: str, *values: object) -> None:
        """Alter the database behind the simulator's back."""
        with closing(sqlite3.connect(self.db, timeout=10)) as connection, connection:
            connection.execute(statement, values)


@pytest.fixture
def simulator(tmp_path: Path) -> Iterator[Callable[..., SimulatorProcess]]:
    """Start simulators: ``simulator("--tasks", "20")``; each has a database of its own unless given one."""
    started: list[SimulatorProcess] = []

    def start(*arguments: str, db: Path | None = None) -> SimulatorProcess:
        process = SimulatorProcess(db or tmp_path / f"simulator-{len(started)}.db", *arguments)
        started.append(process)
        return process

    yield start
    for process in started:
        process.stop()


@pytest.fixture(scope="session")
def qt_loop(qapp: QApplication) -> Iterator[qasync.QEventLoop]:
    """The one loop under Qt; :func:`loop` makes it the running one for a test."""
    loop = qasync.QEventLoop(qapp, already_running=True)
    asyncio._set_running_loop(None)
    yield loop
    loop.stop()
    loop.close()


@pytest.fixture
def loop(qt_loop: qasync.QEventLoop, qtbot: QtBot) -> Iterator[qasync.QEventLoop]:
    """Qt's loop, running while ``qtbot.waitUntil`` and its like spin; fails the test on loop errors."""
    problems: list[dict[str, Any]] = []
    qt_loop.set_exception_handler(lambda _, context: problems.append(context))
    asyncio._set_running_loop(qt_loop)
    yield qt_loop
    try:
        qtbot.waitUntil(lambda: not asyncio.all_tasks(qt_loop), timeout=5000)
    finally:
        asyncio._set_running_loop(None)
        qt_loop.set_exception_handler(None)
    assert not problems, problems


Finish = Callable[[Awaitable[Any]], Any]


@pytest.fixture
def finish(loop: qasync.QEventLoop, qtbot: QtBot) -> Finish:
    """Run a coroutine to its end while Qt goes on: ``finish(host.stop_polling())``."""

    def run(coroutine: Awaitable[Any]) -> Any:
        task = asyncio.ensure_future(coroutine, loop=loop)
        qtbot.waitUntil(task.done, timeout=WAIT_MS)
        return task.result()

    return run


@pytest.fixture
def start_host(loop: qasync.QEventLoop, finish: Finish) -> Iterator[Callable[..., Host]]:
    """Start hosts that are stopped at the end: ``start_host(url, interval_s=0.5)``."""
    hosts: list[Host] = []

    def start(url: str, *, interval_s: float = 0.2, **options: Any) -> Host:
        host = Host(url=url, interval_s=interval_s, **options)
        hosts.append(host)
        host.start()
        return host

    yield start
    for host in hosts:
        finish(host.stop_polling())
        host.deleteLater()


@pytest.fixture(scope="module", autouse=True)
def _leave_out_what_is_loaded() -> None:
    """Keep the leak checks quick: they look only at what came to be since this module of tests began."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a top-level widget or a running timer behind."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    app, qtbot = request.getfixturevalue("qapp"), request.getfixturevalue("qtbot")
    widgets_before = set(map(id, app.topLevelWidgets()))
    timers_before = set(map(id, _active_timers()))

    def new_timers() -> list[tuple[QTimer, int, QObject | None]]:
        return [(t, t.interval(), t.parent()) for t in _active_timers() if id(t) not in timers_before]

    yield
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    widgets = [w for w in app.topLevelWidgets() if id(w) not in widgets_before]
    for widget in widgets:
        widget.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not widgets, f"top-level widgets left behind: {widgets}"
    with suppress(QtBotTimeoutError):
        qtbot.waitUntil(lambda: not new_timers(), timeout=1000)
    assert not new_timers(), "timers left running"


def _active_timers() -> list[QTimer]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # looking at every object also touches deprecated ones
        timers = [o for o in gc.get_objects() if type(o) is QTimer]
    return [t for t in timers if shiboken6.isValid(t) and t.isActive()]


@pytest.fixture
def unused_port() -> int:
    """A port of this machine on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
