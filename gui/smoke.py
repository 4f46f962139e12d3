"""The smoke test: waits for the first complete picture of a normal start and reports on it in one line."""

import json
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.state.connection import Connection, Phase
from gui.state.host import Host

DEADLINE_S = 25.0
"""For the whole picture; with the start before and the report after it the program ends within 30 s."""


class SmokeTest(QObject):
    """Measures one start, in ms since the program began; ``window_at`` is Unix time, s."""

    decided = Signal()
    """The picture is complete, or never will be."""

    def __init__(self, host: Host, window: QWidget, started: float) -> None:
        """``started``: ``time.perf_counter()`` when the program began, s."""
        super().__init__()
        self._host = host
        self._window = window
        self._started = started
        self._ms: dict[str, int] = {}
        self._window_at: float | None = None
        self._complete = False
        window.installEventFilter(self)
        host.tasks_changed.connect(self._rows_arrived)
        host.ready.connect(self._picture_complete)
        host.connection_changed.connect(self._line_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first paint of the window."""
        if event.type() == QEvent.Type.Paint:
            self._note("window_ms")
            self._window_at = time.time()
            watched.removeEventFilter(self)
        return False

    def _rows_arrived(self) -> None:
        self._note("first_rows_ms")

    def _picture_complete(self) -> None:
        self._note("complete_ms")
        self._complete = True
        self.decided.emit()

    def _line_changed(self, connection: Connection) -> None:
        if connection.phase is Phase.REFUSED:  # waiting does not change a plan
            self.decided.emit()

    def _note(self, what: str) -> None:
        self._ms.setdefault(what, round((time.perf_counter() - self._started) * 1000))

    async def first_picture(self) -> bool:
        """Wait until license, devices and all tasks have been read; return whether that came in time."""
        import asyncio  # noqa: PLC0415 - after the first window, whose time is measured here

        decided = asyncio.Event()
        self.decided.connect(decided.set)
        try:
            async with asyncio.timeout(DEADLINE_S):
                await decided.wait()
        except TimeoutError:
            return False
        return self._complete

    def report(self, *, complete: bool) -> str:
        """Return the JSON line."""
        host = self._host
        error = host.connection.error
        reason = "" if complete else str(error or f"no complete picture within {DEADLINE_S:g} s")
        return json.dumps(
            {
                "ok": complete,
                **{name: self._ms.get(name) for name in ("window_ms", "first_rows_ms", "complete_ms")},
                "window_at": self._window_at,
                "plan": host.license.plan_name if host.license else None,
                "device_limit": host.license.device_limit if host.license else None,
                "devices": len(host.devices),
                "tasks": len(host.tasks),
                "error": reason,
            }
        )

    async def save_picture(self, path: Path) -> bool:
        """Save what the window shows, once it has drawn all that it knows; return whether that worked."""
        import asyncio  # noqa: PLC0415 - as above

        for _ in range(3):  # layout, then paint, then what the paint asked for
            await asyncio.sleep(0.05)
        path.parent.mkdir(parents=True, exist_ok=True)
        return self._window.grab().save(str(path))
