"""The least that a Qt program can be: a window with an empty table. Tells when it was first painted.

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
    import asyncio  # noqa: PLC0415 - the window comes first

    import httpx  # noqa: PLC0415
    import qasync  # noqa: PLC0415

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


if __name__ == "__main__":
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    window = QMainWindow()
    table = QTableView()
    window.setCentralWidget(table)
    address = sys.argv[1] if len(sys.argv) > 1 else ""
    first_paint = FirstPaint("window", app.exit)  # not quit(), which closes the window
    window.installEventFilter(first_paint)
    window.resize(1440, 900)
    window.show()
    app.exec()
    if address:
        show_a_page(address, app, table)
