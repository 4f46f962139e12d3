"""The program's start: Qt, the window and its first paint, and only then the event loop and what needs it."""

import os
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from gui import lean_qt  # noqa: F401 - before the many modules that follow
from gui.desktop import own_program, windows_shell
from gui.diagnostics.crash import CrashLog
from gui.diagnostics.qt_words import QtWords
from gui.panel import Panel
from gui.paths import APP_NAME, DataPaths

if TYPE_CHECKING:
    from gui.demo import DemoSimulator
    from gui.desktop.instance import Instance

FUSION = ("-style", "Fusion")
"""The style that the look is made for; setStyle() would make Python load all of QStyle, 9 ms of the start."""

FIRST_PAINT_MS = 500
"""The longest wait for the first paint: a window that the desktop keeps hidden has none."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks of the panel."""

    paths: DataPaths
    temporary: bool = False
    """Use a folder that is deleted afterwards instead of ``paths``."""
    demo: bool = False
    url: str = ""
    theme: str | None = None
    lang: str | None = None
    smoke_test: bool = False
    screenshot: Path | None = None
    size: tuple[int, int] | None = None
    minimized: bool = False


def run(options: Options, demo: "DemoSimulator | None", instance: "Instance | None", started: float) -> int:
    """Run the panel until its window is closed; return the exit status.

    ``demo`` is the embedded simulator where one was started, ``instance`` the panel's hold on its data folder
    where others may meet it. ``started``: ``time.perf_counter()`` when the program began, s.
    """
    windows_shell.introduce()
    own_program.keep_libraries_to_itself()
    if options.temporary:
        import tempfile  # noqa: PLC0415 - only a demo needs it

        with ExitStack() as stack:
            folder = f"{os.devnull}/{APP_NAME}"  # where there is no room, a demo keeps nothing
            with suppress(OSError):
                temporary = tempfile.TemporaryDirectory(prefix="matrixdeck-", ignore_cleanup_errors=True)
                folder = stack.enter_context(temporary)
            here = replace(options, paths=DataPaths(Path(folder)))
            return _watched(here, demo, None, started, CrashLog(None))
    return _watched(options, demo, instance, started, CrashLog(options.paths.logs))


def _watched(
    options: Options,
    demo: "DemoSimulator | None",
    instance: "Instance | None",
    started: float,
    crash_log: CrashLog,
) -> int:
    """Run the panel; what ends it otherwise than in order stays in the crash log."""
    qt_words = QtWords(crash_log)
    try:
        app = QApplication.instance() or QApplication([APP_NAME, *FUSION])
        assert isinstance(app, QApplication)  # noqa: S101 - nobody else makes one
        app.setApplicationName(APP_NAME)
        app.setDesktopFileName("matrixdeck")
        app.setQuitOnLastWindowClosed(False)
        app.commitDataRequest.connect(crash_log.survived)  # a sign-out may end the program without a word
        status = _run(Panel(app, options, started, instance, crash_log.previous), demo)
    except Exception as error:
        crash_log.write(error)
        raise
    finally:
        qt_words.close()
    crash_log.survived()
    return status


def _run(panel: Panel, demo: "DemoSimulator | None") -> int:
    if panel.options.minimized:
        panel.window.show_as_icon()  # it is not painted, so there is nothing to wait for
    else:
        _show(panel)
    import asyncio  # noqa: PLC0415 - the first window does not wait for it

    import qasync  # noqa: PLC0415 - nor for this

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(panel.app)) as runner:
        return runner.run(panel.live(demo))


def _show(panel: Panel) -> None:
    """Show the window and wait until it has been painted."""
    painting = QEventLoop()
    panel.window.painted.connect(painting.quit)
    QTimer.singleShot(FIRST_PAINT_MS, painting.quit)
    panel.window.show()
    painting.exec()
