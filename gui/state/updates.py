"""Whether a newer version of the program is to be had: asked only when somebody wants to know."""

import logging
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from gui import __version__
from gui.api.releases import DEADLINE_S, NotTold, Trouble, Version, newest
from gui.state.background import Background
from gui.web_address import host_of

logger = logging.getLogger(__name__)

__all__ = ["Available", "Trouble", "Unknown", "UpToDate", "Updates"]


@dataclass(frozen=True, slots=True)
class UpToDate:
    """Nothing newer is to be had."""

    version: str
    """This program's."""
    newest: str
    """What was named: the same, an older one, or a pre-release."""


@dataclass(frozen=True, slots=True)
class Available:
    """A newer version is to be had."""

    version: str
    newest: str
    url: str
    """Its page: http or https."""
    host: str
    """The page's, in ASCII."""
    notes: str
    """Plain words, may be empty; not to be trusted as anything else."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """It could not be learnt."""

    host: str
    """Who was asked."""
    trouble: Trouble
    detail: str


class Updates(QObject):
    """Asks one question at a time. Belongs to the event loop that it is first used in."""

    told = Signal(object)
    """An UpToDate, an Available or an Unknown."""

    def __init__(
        self, version: str = __version__, *, deadline: float = DEADLINE_S, parent: QObject | None = None
    ) -> None:
        """``version``: the one that runs; ``deadline`` in s."""
        super().__init__(parent)
        self._version = version
        self._deadline = deadline
        self._background = Background()
        self._asking = False

    def check(self, url: str) -> None:
        """Ask at this address; while an answer is awaited, a second question is not put."""
        if not self._asking:
            self._asking = True
            self._background.start(self._ask(url))

    async def stop(self) -> None:
        """Ask no more."""
        await self._background.cancel()

    async def _ask(self, url: str) -> None:
        try:
            answer = await self._answer(url)
        finally:
            self._asking = False
        logger.info("asked for the newest version: %s", type(answer).__name__)
        self.told.emit(answer)

    async def _answer(self, url: str) -> UpToDate | Available | Unknown:
        try:
            release = await newest(url, deadline=self._deadline)
        except NotTold as error:
            return Unknown(host_of(url), error.trouble, error.detail)
        mine, theirs = Version(self._version), release.version
        # Who runs a finished version is offered none that is not.
        if theirs > mine and (mine.is_pre or not release.is_pre):
            return Available(self._version, str(theirs), release.url, host_of(release.url), release.notes)
        return UpToDate(self._version, str(theirs))
