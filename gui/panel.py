"""The running program: builds every floor, joins them, and keeps what the operator sets."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui import language, settings
from gui.settings import Settings
from gui.state.host import Host
from gui.store.device_book import DeviceBook
from gui.views.look import Look
from gui.views.main_window import MainWindow

if TYPE_CHECKING:
    from gui.app import Options
    from gui.demo import DemoSimulator
    from gui.desktop.instance import Instance
    from gui.state.desk import Desk

logger = logging.getLogger(__name__)


class Panel(QObject):
    """One host, one window, and what joins them to the disk."""

    def __init__(
        self,
        app: QApplication,
        options: "Options",
        started: float,
        instance: "Instance | None" = None,
        crashed: str = "",
    ) -> None:
        """``started``: ``time.perf_counter()`` when the program began, s.

        ``crashed``: what the last run wrote when it crashed.
        """
        super().__init__()
        self.app = app
        self._crashed = crashed
        self.options = options
        self.instance = instance
        self.paths = options.paths
        self.settings, self._no_settings = settings.load(self.paths.settings)
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
            desk=self._make_desk,
            batch_book=self.paths.batches,
        )
        self.window = MainWindow(self.host, self.look, self.settings, languages=language.available())
        if options.size:
            self.window.resize(*options.size)
        self.window.settings_changed.connect(self._take_settings)
        self.host.devices_changed.connect(self._tell_book_problem)
        self.smoke = None
        if options.smoke_test or options.screenshot:
            from gui.smoke import SmokeTest  # noqa: PLC0415 - a usual start does not measure itself

            self.smoke = SmokeTest(self.host, self.window, started)

    async def live(self, demo: "DemoSimulator | None") -> int:
        """Follow the server until the window is closed or the smoke test is over; return the exit status."""
        from gui.session import Session  # noqa: PLC0415 - the first window does not wait for asyncio

        return await Session(self).run(demo)

    def tell_problems(self, no_log: str) -> None:
        """Say, all in one notice, what was wrong at the start. ``no_log``: why there is no log."""
        self._told_of_book = self._book.problem
        unwritable = self.instance.why_unlocked if self.instance is not None else ""
        found = {
            self.tr(
                "The data folder cannot be written. What you set, name or send will not be remembered."
            ): unwritable,
            self.tr("The log cannot be written."): no_log,
            self.tr("The settings file was damaged; defaults are used where it was."): self._no_settings,
            self.tr("The device names could not be read or saved."): self._book.problem,
            self.tr(
                "MatrixDeck crashed the last time it ran. Save the diagnostics for whoever helps you."
            ): self._crashed,
        }
        found = {text: detail for text, detail in found.items() if detail}
        for detail in found.values():
            logger.warning("%s", detail)
        if found:
            told = " ".join(found), "\n".join(found.values())
            if self._crashed:
                self.window.offer_diagnostics("warning", *told)
            else:
                self.window.show_message("warning", *told)
        self.host.batches.problem.connect(self._tell_batch_problem)

    def warn(self, text: str, detail: str) -> None:
        """Log and show a warning, where there is a detail to it."""
        if detail:
            logger.warning("%s", detail)
            self.window.show_message("warning", text, detail)

    def close(self) -> None:
        """Destroy the window, once everything that it follows has ended."""
        self.window.deleteLater()
        self.look.deleteLater()
        language.unload(self.app)

    def remember(self) -> None:
        """Save how the window looks and what was typed in it."""
        self.host.desk.close()
        self._book.close()
        self.save_layout()

    def save_layout(self) -> None:
        """Save how the window looks now."""
        self.settings.layout = self.window.save_layout()
        self._save()

    def _make_desk(self) -> "Desk":
        from gui.state.desk import Desk  # noqa: PLC0415 - nobody composes in the first window

        desk = Desk(presets=self.paths.presets, drafts=self.paths.drafts, ceilings=self.settings.ceilings)
        desk.ceilings_changed.connect(self._take_ceilings)
        desk.drafts.problem.connect(self._tell_draft_problem)
        return desk

    def _take_settings(self, changed: Settings) -> None:
        self.settings = changed
        self.look.set_theme(changed.theme)
        self.host.set_interval(changed.interval_s)
        self.host.desk.set_ceilings(changed.ceilings)
        if not self.options.demo:
            self.host.set_url(changed.url)
        self._save()

    def _take_ceilings(self, ceilings: dict[str, int]) -> None:
        self.settings.ceilings = dict(ceilings)
        self._save()

    def _tell_draft_problem(self, problem: str) -> None:
        self.warn(self.tr("What is typed into the forms is not being kept."), problem)

    def _tell_book_problem(self) -> None:
        """Say once that the operator's device names are not on the disk as they are on the screen."""
        if self._book.problem != self._told_of_book:
            self._told_of_book = self._book.problem
            self.warn(self.tr("The device names could not be read or saved."), self._book.problem)

    def _tell_batch_problem(self, problem: str) -> None:
        self.warn(self.tr("There is a problem with a batch."), problem)

    def _save(self) -> None:
        try:
            settings.save(self.settings, self.paths.settings)
        except OSError as error:
            logger.warning("settings not saved: %s", error)
            self.window.show_message("error", self.tr("The settings could not be saved."), str(error))
