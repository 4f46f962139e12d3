"""The panel itself, as the operator starts it, that also answers questions about itself on standard input.

Run as a program of its own. Each line that it prints is JSON: ``{"mark": name, "at": time.perf_counter()}``
when something was first seen, ``{"answer": ...}`` to a question, ``{"failed": text}`` where that went wrong.
"""

import gc

gc.disable()  # as the program does before it loads Qt; here Qt is loaded before the program runs

import json  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
import threading  # noqa: E402
import time  # noqa: E402
from typing import TYPE_CHECKING, Any  # noqa: E402

from PySide6.QtCore import QEvent, QObject  # noqa: E402

from gui import __main__ as program  # noqa: E402
from gui import app, panel  # noqa: E402

if TYPE_CHECKING:
    import asyncio


def tell(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Marks(QObject):
    """Tells of the first paint of the window, the first paint of rows, and the first complete picture."""

    def __init__(self, panel: "WatchedPanel") -> None:
        super().__init__()
        self._panel = panel
        panel.window.installEventFilter(self)
        panel.host.tasks_changed.connect(self._rows_arrived)
        panel.host.ready.connect(self._ready)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            tell(mark="window" if watched is self._panel.window else "rows", at=time.perf_counter())
        return False

    def _rows_arrived(self) -> None:
        self._panel.host.tasks_changed.disconnect(self._rows_arrived)
        self._panel.window.tasks.view.viewport().installEventFilter(self)

    def _ready(self) -> None:
        tell(mark="complete", at=time.perf_counter())


class WatchedPanel(panel.Panel):
    """Nothing about it is slower or faster than the panel."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.marks = Marks(self)

    async def live(self, *arguments: Any) -> int:
        import asyncio  # noqa: PLC0415 - after what is measured of the start

        answering = asyncio.get_running_loop().create_task(self._answer())
        try:
            return await super().live(*arguments)
        finally:
            answering.cancel()

    async def _answer(self) -> None:
        questions = listen()
        while question := await questions.get():
            from tests.bench import probes  # noqa: PLC0415 - after what is measured of the start

            order = json.loads(question)
            try:
                tell(answer=await getattr(probes, order.pop("ask"))(self, **order))
            except Exception as error:  # noqa: BLE001 - told to whoever asked
                tell(failed=f"{type(error).__name__}: {error}")
        self.window.close()


def listen() -> "asyncio.Queue[bytes]":
    """Lines from standard input as they come; an empty one at its end."""
    import asyncio  # noqa: PLC0415 - as above

    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[bytes] = asyncio.Queue()

    def read() -> None:
        rest = b""
        # the bare descriptor: a thread inside sys.stdin would hold its lock when the interpreter ends
        while part := os.read(0, 4096):
            *complete, rest = (rest + part).split(b"\n")
            for line in complete:
                loop.call_soon_threadsafe(lines.put_nowait, line)
        loop.call_soon_threadsafe(lines.put_nowait, b"")

    threading.Thread(target=read, daemon=True).start()
    return lines


if __name__ == "__main__":
    app.Panel = WatchedPanel
    sys.exit(program.main(sys.argv[1:]))
