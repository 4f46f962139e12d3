"""One run of the panel in the event loop: from the first poll to the closed window."""

import asyncio
import gc
import importlib
import logging
import signal
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from gui import files, logs
from gui.api.errors import Unreachable
from gui.desktop import own_program
from gui.desktop.presence import Presence
from gui.desktop.sign_in import SignIn
from gui.diagnostics.crash import Failures
from gui.state.background import Background

if TYPE_CHECKING:
    from gui.demo import DemoSimulator
    from gui.panel import Panel
    from gui.smoke import SmokeTest
    from gui.state.updates import Updates

logger = logging.getLogger(__name__)

START_MS = 2_000
"""When garbage is collected again at the latest."""


class Session(QObject):
    """What runs while the panel runs. Belongs to the running loop."""

    _failed = Signal(str)
    """Something did that nobody caught, in any thread."""
    _log_failed = Signal(str)
    """The disk takes no more of the log; in any thread."""

    def __init__(self, panel: "Panel") -> None:
        super().__init__()
        self._panel = panel
        self._host, self._window = panel.host, panel.window
        self._background = Background()
        self._closing = asyncio.Event()
        self._window.closing.connect(self._closing.set)
        self._window.export_requested.connect(self._export)
        self._window.import_requested.connect(self._import)
        self._window.updates_wanted.connect(self._ask_for_update)
        self._window.diagnostics_requested.connect(self._save_diagnostics)
        self._host.ready.connect(self._settle)
        # Windows lets a program say goodbye at sign-out, but hardly ever waits until it has closed in order.
        panel.app.commitDataRequest.connect(panel.save_layout)
        self._start = QTimer(self, singleShot=True, interval=START_MS)
        self._start.timeout.connect(gc.enable)
        self._start.start()
        self._failures = Failures(self._failed.emit)
        self._failed.connect(self._tell_failure)
        self._log_failed.connect(self._tell_log_problem)
        panel.tell_problems(logs.start(panel.paths.logs, self._log_failed.emit))
        if panel.instance is not None:
            panel.instance.answers["requests"] = self._host.request_log.lines
        panel.window.dialogs.sign_in = SignIn.here(panel.paths, demo=panel.options.demo)
        self._presence = Presence(panel.window, panel.instance, parent=self)

    async def run(self, demo: "DemoSimulator | None") -> int:
        """Follow the server until the window is closed or the smoke test is over; return the exit status."""
        self._catch_what_fails()
        options, smoke = self._panel.options, self._panel.smoke
        status = 0
        try:
            if demo is not None:
                self._background.start(self._follow_demo(demo))
            else:
                self._host.start()
            if smoke is not None and options.smoke_test:
                status = await self._smoke(smoke, options.screenshot)
            else:
                if smoke is not None and options.screenshot:
                    self._background.start(self._picture(smoke, options.screenshot))
                await self._closing.wait()
        finally:
            self._presence.leave()
            self._panel.remember()
            if demo is not None:
                demo.stop()  # also frees the thread that may still wait for it
            await self._background.cancel()
            if "_updates" in self.__dict__:
                await self._updates.stop()
            await self._host.stop_polling()
            self._panel.app.commitDataRequest.disconnect(self._panel.save_layout)
            self._panel.close()
            self._failures.remove()
            logs.stop()
            self.deleteLater()
        return own_program.AGAIN if self._presence.again else status

    @cached_property
    def _updates(self) -> "Updates":
        from gui.state.updates import Updates  # noqa: PLC0415 - asked only when somebody wants to know

        updates = Updates(parent=self)
        updates.told.connect(self._window.show_update)
        return updates

    def _ask_for_update(self, url: str) -> None:
        self._updates.check(url)

    def _settle(self) -> None:
        """Take what stays for good out of the garbage collector's rounds: one may take 100 ms."""
        gc.freeze()
        gc.enable()

    def _catch_what_fails(self) -> None:
        """Log and tell what nobody caught, and end in order when the system asks for it."""
        loop = asyncio.get_running_loop()
        self._failures.install(loop)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(self._closing.set))

    async def _follow_demo(self, demo: "DemoSimulator") -> None:
        try:
            url = await asyncio.to_thread(demo.wait_until_ready)
        except RuntimeError as error:
            self._host.demo_failed(Unreachable(str(error)))
        else:
            logger.info("the embedded simulator serves at %s", url)
            self._host.demo_started(url)

    async def _smoke(self, smoke: "SmokeTest", screenshot: Path | None) -> int:
        complete = await smoke.first_picture()
        line = smoke.report(complete=complete)
        if screenshot and not await smoke.save_picture(screenshot):
            print(f"{screenshot}: the picture could not be written", file=sys.stderr)  # noqa: T201
            complete = False
        print(line, flush=True)  # noqa: T201 - the report is for standard output
        return 0 if complete else 1

    async def _picture(self, smoke: "SmokeTest", path: Path) -> None:
        if await smoke.first_picture() and not await smoke.save_picture(path):
            self._window.show_message("error", self.tr("The picture could not be written."), str(path))

    def _export(self, path: str, rows: Sequence[Sequence[str]]) -> None:
        self._background.start(self._write_table(path, rows))

    async def _write_table(self, path: str, rows: Sequence[Sequence[str]]) -> None:
        try:
            await asyncio.to_thread(files.write_table, Path(path), rows)
        except OSError as error:
            self._window.show_message("error", self.tr("The file could not be written."), str(error))
        else:
            count = max(0, len(rows) - 1)
            self._window.show_message("success", self.tr("%n row(s) exported.", "", count), path)

    def _import(self, path: str) -> None:
        self._background.start(self._read_serials(path))

    async def _read_serials(self, path: str) -> None:
        try:
            text = await asyncio.to_thread(files.read_text, Path(path))
        except OSError as error:
            self._window.show_message("error", self.tr("The file could not be read."), str(error))
        else:
            self._window.show_import(text)

    def _save_diagnostics(self, path: str) -> None:
        self._window.commands.diagnostics.setEnabled(False)  # once at a time
        self._window.show_message("info", self.tr("The diagnostics are being collected…"))
        self._background.start(self._write_bundle(Path(path)))

    async def _write_bundle(self, path: Path) -> None:
        panel, host = self._panel, self._host
        url = host.connection.url if panel.options.demo else panel.options.url
        requests = host.request_log.lines()
        screens = [_screen_facts(screen) for screen in QGuiApplication.screens()]
        try:
            bundle = await asyncio.to_thread(importlib.import_module, "gui.diagnostics.bundle")
            secrets = host.desk.keys.all()
            findings = await bundle.examine(url, panel.settings.url)
            files = await asyncio.to_thread(
                lambda: bundle.collect(
                    panel.paths, panel.settings, findings, requests, screens=screens, secrets=secrets
                )
            )
            await asyncio.to_thread(lambda: bundle.write(path, files, over=True))
        except OSError as error:
            text = self.tr("The diagnostics could not be saved.")
            self._window.show_message("error", text, str(error))
        else:
            text = self.tr("The diagnostics are saved. Have a look at them before you send them.")
            self._window.show_message("success", text, "\n".join([str(path), *files]))
        finally:
            self._window.commands.diagnostics.setEnabled(True)

    def _tell_failure(self, detail: str) -> None:
        self._window.offer_diagnostics(
            "error", self.tr("Something in the panel went wrong. The log has the details."), detail
        )

    def _tell_log_problem(self, problem: str) -> None:
        self._window.show_message("warning", self.tr("The log cannot be written."), problem)


def _screen_facts(screen: QScreen) -> dict[str, object]:
    size = screen.size()
    return {
        "size": f"{size.width()}x{size.height()}",
        "scale": screen.devicePixelRatio(),
        "dots_per_inch": round(screen.logicalDotsPerInch(), 1),
    }
