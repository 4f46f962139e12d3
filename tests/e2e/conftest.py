"""The whole program in the test's process, against the simulator in its own."""

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.app import Options
from gui.panel import Panel
from gui.paths import DataPaths
from tests.conftest import WAIT_MS


@pytest.fixture
def open_panel(qapp, loop, finish, qtbot, tmp_path) -> Iterator[Callable[..., Panel]]:
    """Open the program as ``matrixdeck --url URL --data-dir DIR`` does; closed as a user closes it."""
    opened = []
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def open_(
        url: str, *, data_dir: Path | None = None, size=(1440, 900), theme="dark", instance=None, crashed=""
    ) -> Panel:
        paths = DataPaths(data_dir or tmp_path / "data")
        options = Options(paths, url=url, theme=theme, lang="en", size=size)
        panel = Panel(qapp, options, time.perf_counter(), instance, crashed)
        panel.window.show()
        task = loop.create_task(panel.live(None))
        opened.append((panel, task))
        return panel

    def close(panel: Panel) -> None:
        """Close one panel; what it remembers is on disk afterwards."""
        for pair in [pair for pair in opened if pair[0] is panel]:
            panel.window.close()
            qtbot.waitUntil(pair[1].done, timeout=WAIT_MS)
            assert pair[1].result() == 0
            log = (panel.paths.logs / "matrixdeck.log").read_text(encoding="utf-8")
            assert " ERROR " not in log, log
            opened.remove(pair)

    open_.close = close
    yield open_
    try:
        for panel, _ in tuple(opened):
            close(panel)
        assert hooks == (sys.excepthook, threading.excepthook, sys.unraisablehook)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


class Hand:
    """What an operator does: find a thing by its name, click it, type into it."""

    def __init__(self, qtbot, window: QWidget) -> None:
        self.qtbot = qtbot
        self.window = window

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        found = [w for w in self.window.findChildren(kind, name) if w.isVisible()]
        assert len(found) == 1, f"{len(found)} visible widgets named {name}"
        return found[0]

    def click(self, name: str) -> None:
        widget = self.find(name)
        self.qtbot.waitUntil(widget.isEnabled, timeout=WAIT_MS)
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def write(self, name: str, text: str) -> None:
        widget = self.find(name)
        widget.setFocus()
        self.qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for number, line in enumerate(text.split("\n")):
            if number:
                self.qtbot.keyClick(widget, Qt.Key.Key_Return)
            if line.isascii():
                self.qtbot.keyClicks(widget, line)
            else:  # as an input method for Chinese hands it over
                event = QInputMethodEvent("", [])
                event.setCommitString(line)
                QApplication.sendEvent(widget, event)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT_MS)


@pytest.fixture
def hand(qtbot) -> Callable[[Panel], Hand]:
    """``hand(panel)``: an operator at the panel's window."""
    return lambda panel: Hand(qtbot, panel.window)
