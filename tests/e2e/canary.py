"""A panel in a process of its own, in whose form a key is typed; it is killed from outside.

``python -m tests.e2e.canary URL FOLDER typed`` (or ``sent``): how far it goes. The key comes on
standard input, which no list of processes shows.
"""

import asyncio
import sys
import time
from pathlib import Path

import qasync
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.app import FUSION, Options
from gui.panel import Panel
from gui.paths import DataPaths
from gui.state.batches import RequestDone


def say(text: str) -> None:
    """Tell the test how far it has come."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


class Operator(QObject):
    """Types the key, keeps it as a draft and a preset and, where wanted, sends it."""

    def __init__(self, panel: Panel, key: str, *, sends: bool) -> None:
        super().__init__()
        self._panel, self._key, self._sends = panel, key, sends
        panel.host.ready.connect(self.type_key)
        panel.host.desk.drafts.written.connect(self.go_on)
        panel.host.batches.request_done.connect(self.tell)

    def type_key(self) -> None:
        window, host = self._panel.window, self._panel.host
        window.devices.select(tuple(host.devices)[:2])
        window.show_composer()
        page = window.composer
        assert page is not None
        page.open_script("account_warmup")
        settings = {"api_key": self._key, "prompt": "Be kind."}
        page.form().set_config({"generate_by_chatgpt": True, "chatgpt_settings": settings})
        page.refresh()
        page._presets._save_as("with a key")

    def go_on(self) -> None:
        """Send, once the draft is on the disk."""
        say("drafts written")
        page = self._panel.window.composer
        if self._sends and page is not None:
            self._sends = False
            page.send()

    def tell(self, done: RequestDone) -> None:
        say(f"request {done.state}")


def main(url: str, folder: str, how_far: str) -> None:
    """Open the panel and live until killed."""
    key = sys.stdin.readline().strip()
    app = QApplication(["matrixdeck", *FUSION])
    panel = Panel(app, Options(DataPaths(Path(folder)), url=url, lang="en"), time.perf_counter())
    panel.window.show()
    operator = Operator(panel, key, sends=how_far == "sent")
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(panel.live(None))
    operator.deleteLater()


if __name__ == "__main__":
    main(*sys.argv[1:])
