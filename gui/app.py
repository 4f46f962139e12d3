"""The composition root: builds every floor, joins them, and starts and stops them in order."""

import asyncio
import gc
import logging
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import qasync
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui import language, logs, settings
from gui.api.errors import Unreachable
from gui.paths import APP_NAME, DataPaths
from gui.settings import Settings
from gui.state.background import Background
from gui.state.host import Host
from gui.store.device_book import DeviceBook
from gui.views.look import Look
from gui.views.main_window import MainWindow

if TYPE_CHECKING:
    from gui.demo import DemoSimulator
    from gui.smoke import SmokeTest

logger = logging.getLogger(__name__)

FUSION = ("-style", "Fusion")
"""The style that the look is made for; setStyle() would make Python load all of QStyle, 9 ms of the start."""

IMPORT_BYTES = 5_000_000
"""Of a file of device serials: far more than any list of phones."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks of the panel."""

    paths: DataPaths
    demo: bool = False
    url: str = ""
    theme: str | None = None
    lang: str | None = None
    smoke_test: bool = False
    screenshot: Path | None = None
    size: tuple[int, int] | None = None


def run(options: Options, demo: "DemoSimulator | None", started: float) -> int:
    """Run the panel until its window is closed; return the exit status.

    ``demo`` is the embedded simulator where one was started. ``started``: ``time.perf_counter()`` when the
    program began, s.
    """
    app = QApplication.instance() or QApplication([APP_NAME, *FUSION])
    assert isinstance(app, QApplication)  # noqa: S101 - nobody else makes one
    app.setApplicationName(APP_NAME)
    app.setDesktopFileName("matrixdeck")
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        return runner.run(_main(app, options, demo, started))


async def _main(app: QApplication, options: Options, demo: "DemoSimulator | None", started: float) -> int:
    with ExitStack() as stack:
        # A demo leaves nothing behind and never touches the operator's own files.
        if options.demo and options.paths == DataPaths.default():
            import tempfile  # noqa: PLC0415 - only a demo needs it

            temporary = stack.enter_context(tempfile.TemporaryDirectory(prefix="matrixdeck-"))
            options = replace(options, paths=DataPaths(Path(temporary)))
        stack.callback(logs.stop)
        panel = Panel(app, options)
        panel.window.show()
        return await panel.live(demo, started)


class Panel(QObject):
    """The running program: one host, one window, and what joins them to the disk."""

    def __init__(self, app: QApplication, options: Options) -> None:
        super().__init__()
        self._app = app
        self._options = options
        self.paths = options.paths
        self.settings, no_settings = settings.load(self.paths.settings)
        no_log = logs.start(self.paths.logs)
        language.load(app, options.lang or self.settings.lang)
        self.look = Look()
        self.look.apply(app)
        self.look.set_theme(options.theme or self.settings.theme)
        self._book = DeviceBook(self.paths.devices)
        self._told_of_book = ""
        self.host = Host(
            url=options.url,
            saved_url="" if options.demo else self.settings.url,
            demo=options.demo,
            interval_s=self.settings.interval_s,
            device_book=self._book,
        )
        self.window = MainWindow(self.host, self.look, self.settings, languages=language.available())
        if options.size:
            self.window.resize(*options.size)
        self.host.ready.connect(self._settle)
        self._background = Background()
        self._closing = asyncio.Event()
        self.window.closing.connect(self._closing.set)
        self.window.settings_changed.connect(self._take_settings)
        self.window.export_requested.connect(self._export)
        self.window.import_requested.connect(self._import)
        self.host.devices_changed.connect(self._tell_book_problem)
        self._warn(self.tr("The log cannot be written."), no_log)
        self._warn(self.tr("The settings file was damaged; defaults are used where it was."), no_settings)
        self._tell_book_problem()

    async def live(self, demo: "DemoSimulator | None", started: float) -> int:
        """Follow the server until the window is closed or the smoke test is over; return the exit status."""
        self._catch_what_fails()
        smoke = self._smoke_test(started)
        status = 0
        try:
            if demo is not None:
                self._background.start(self._follow_demo(demo))
            else:
                self.host.start()
            if smoke is not None and self._options.smoke_test:
                status = await self._smoke(smoke)
            else:
                if smoke is not None and self._options.screenshot:
                    self._background.start(self._picture(smoke, self._options.screenshot))
                await self._closing.wait()
        finally:
            self._remember()
            if demo is not None:
                demo.stop()  # also frees the thread that may still wait for it
            await self._background.cancel()
            await self.host.stop_polling()
            self.window.deleteLater()
            self.look.deleteLater()
            language.unload(self._app)
        return status

    def _smoke_test(self, started: float) -> "SmokeTest | None":
        if not (self._options.smoke_test or self._options.screenshot):
            return None
        from gui.smoke import SmokeTest  # noqa: PLC0415 - a usual start does not measure itself

        return SmokeTest(self.host, self.window, started)

    def _settle(self) -> None:
        """Take what stays for good out of the garbage collector's rounds: one may take 100 ms."""
        gc.freeze()

    def _catch_what_fails(self) -> None:
        """Log and tell what nobody caught, and end in order when the system asks for it."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._loop_failed)
        sys.excepthook = self._slot_failed
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(self._closing.set))

    async def _follow_demo(self, demo: "DemoSimulator") -> None:
        try:
            url = await asyncio.to_thread(demo.wait_until_ready)
        except RuntimeError as error:
            self.host.demo_failed(Unreachable(str(error)))
        else:
            logger.info("the embedded simulator serves at %s", url)
            self.host.demo_started(url)

    async def _smoke(self, smoke: "SmokeTest") -> int:
        complete = await smoke.first_picture()
        line = smoke.report(complete=complete)
        if self._options.screenshot and not await smoke.save_picture(self._options.screenshot):
            print(f"{self._options.screenshot}: the picture could not be written", file=sys.stderr)  # noqa: T201
            complete = False
        print(line, flush=True)  # noqa: T201 - the report is for standard output
        return 0 if complete else 1

    async def _picture(self, smoke: "SmokeTest", path: Path) -> None:
        if await smoke.first_picture() and not await smoke.save_picture(path):
            self.window.show_message("error", self.tr("The picture could not be written."), str(path))

    def _take_settings(self, changed: Settings) -> None:
        self.settings = changed
        self.look.set_theme(changed.theme)
        self.host.set_interval(changed.interval_s)
        if not self._options.demo:
            self.host.set_url(changed.url)
        self._save()

    def _warn(self, text: str, detail: str) -> None:
        if detail:
            logger.warning("%s", detail)
            self.window.show_message("warning", text, detail)

    def _tell_book_problem(self) -> None:
        """Say once that the operator's device names are not on the disk as they are on the screen."""
        if self._book.problem != self._told_of_book:
            self._told_of_book = self._book.problem
            self._warn(self.tr("The device names could not be read or saved."), self._book.problem)

    def _remember(self) -> None:
        self.settings.layout = self.window.save_layout()
        self._save()

    def _save(self) -> None:
        try:
            settings.save(self.settings, self.paths.settings)
        except OSError as error:
            logger.warning("settings not saved: %s", error)
            self.window.show_message("error", self.tr("The settings could not be saved."), str(error))

    def _export(self, path: str, rows: Sequence[Sequence[str]]) -> None:
        self._background.start(self._write_csv(path, rows))

    async def _write_csv(self, path: str, rows: Sequence[Sequence[str]]) -> None:
        try:
            await asyncio.to_thread(write_csv, Path(path), rows)
        except OSError as error:
            self.window.show_message("error", self.tr("The file could not be written."), str(error))
        else:
            count = max(0, len(rows) - 1)
            self.window.show_message("success", self.tr("%n row(s) exported.", "", count), path)

    def _import(self, path: str) -> None:
        self._background.start(self._read_serials(path))

    async def _read_serials(self, path: str) -> None:
        try:
            text = await asyncio.to_thread(read_text, Path(path))
        except OSError as error:
            self.window.show_message("error", self.tr("The file could not be read."), str(error))
        else:
            self.window.show_import(text)

    def _loop_failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        logger.error("%s", context.get("message", "the event loop failed"), exc_info=context.get("exception"))

    def _slot_failed(
        self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        logger.error("unexpected error", exc_info=(kind, error, traceback))
        self.window.show_message(
            "error", self.tr("Something in the panel went wrong. The log has the details."), str(error)
        )


def write_csv(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write rows as CSV that Excel opens as UTF-8, all or nothing. Raises OSError."""
    import csv  # noqa: PLC0415 - the start does not pay for it

    temporary = path.with_name(path.name + ".new")
    with temporary.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([_no_formula(cell) for cell in row] for row in rows)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _no_formula(cell: str) -> str:
    """Keep a spreadsheet from calculating a remark that begins as a formula does."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def read_text(path: Path) -> str:
    """Read a text file of an unknown origin: UTF-8 with or without BOM, else GB18030. Raises OSError."""
    with path.open("rb") as file:
        raw = file.read(IMPORT_BYTES)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")
