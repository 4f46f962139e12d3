"""The least that a Qt program can be: a window with an empty table. Tells when it was first painted.

With the word ``loop``: the same, run by asyncio's loop on Qt, as a panel that speaks HTTP must be.
With an address: the least that a panel could be. The same window goes on to load qasync and httpx, fetches
one page of tasks and puts it into the table; tells when the rows were painted. Nothing else is shown.
"""

import json
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class FirstPaint(QObject):
    def __init__(self, mark: str, then: object) -> None:
        super().__init__()
        self._mark = mark
        self._then = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            sys.stdout.write(json.dumps({"mark": self._mark, "at": time.perf_counter()}) + "\n")
            sys.stdout.flush()
            QTimer.singleShot(0, self._then)
        return False


def show_a_page(url: str, app: QApplication, table: QTableView) -> None:
    import asyncio  # noqa: PLC0415

    import qasync  # noqa: PLC0415

    from gui.api.lean_httpx import httpx  # noqa: PLC0415

    async def fetch() -> None:
        async with httpx.AsyncClient(trust_env=False, verify=False) as client:
            answer = await client.get(url + "/api/v1/task?page_size=100")
        names = [task["script_name"] for task in answer.json()["data"]["tasks"]]
        table.setModel(QStringListModel(names, table))
        rows = FirstPaint("rows", done.set)
        table.viewport().installEventFilter(rows)
        await done.wait()

    done = asyncio.Event()
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(fetch())


def run_in_asyncio(app: QApplication, window: QMainWindow) -> None:
    import asyncio  # noqa: PLC0415 - only where it is asked for

    import qasync  # noqa: PLC0415

    async def show() -> None:
        painted = asyncio.Event()
        first_paint = FirstPaint("window", painted.set)
        window.installEventFilter(first_paint)
        window.show()
        await painted.wait()

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(show())


def run_in_qt(app: QApplication, window: QMainWindow) -> None:
    first_paint = FirstPaint("window", app.exit)  # not quit(), which closes the window
    window.installEventFilter(first_paint)
    window.show()
    app.exec()


if __name__ == "__main__":
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    window = QMainWindow()
    table = QTableView()
    window.setCentralWidget(table)
    window.resize(1440, 900)
    wish = sys.argv[1] if len(sys.argv) > 1 else ""
    if wish == "loop":
        run_in_asyncio(app, window)
    else:
        run_in_qt(app, window)
        if wish:
            # The panel's own savings on what Qt and httpx load, or this would not be the least.
            from gui import lean_qt  # noqa: F401 - before the many modules that follow

            show_a_page(wish, app, table)
