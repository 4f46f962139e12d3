"""The panel among the programs of this PC: brought up, closed, or started again when it was replaced."""

import logging

from PySide6.QtCore import QDeadlineTimer, QObject, Qt
from PySide6.QtGui import QGuiApplication

from gui import __version__
from gui.desktop.instance import Instance
from gui.desktop.own_program import OwnProgram
from gui.views.main_window import MainWindow
from gui.views.notice_bar import Offer

logger = logging.getLogger(__name__)

REMIND_MS = 600_000
"""Before it is said once more that the program was replaced."""


class Presence(QObject):
    """Answers for one window what others ask of its data folder's panel, until the window is closed."""

    def __init__(self, window: MainWindow, instance: Instance | None, parent: QObject) -> None:
        super().__init__(parent)
        self.again = False
        """Whether the program is to be started again once this panel has ended."""
        self._window = window
        self._instance = instance
        self._program = OwnProgram()
        self._reminder = QDeadlineTimer()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101 - there is a window
        app.applicationStateChanged.connect(self._state_changed)
        if instance is None:
            return
        instance.raise_wanted.connect(self._bring_up)
        instance.quit_wanted.connect(window.close)
        window.closing.connect(self.leave)
        problem = instance.listen()
        if problem:
            logger.warning("a second start cannot reach this panel: %s", problem)

    def leave(self) -> None:
        """Answer nobody any more."""
        if self._instance is not None:
            self._instance.hang_up()

    def _bring_up(self, version: str) -> None:
        logger.info("version %s was started: the window comes up", version)
        self._window.bring_up()
        if not self._tell_replaced() and version != __version__:
            text = self.tr(
                "This is MatrixDeck {own}. To use {other}, which was just started, quit this one first."
            )
            self._window.show_message("info", text.format(own=__version__, other=version))

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._tell_replaced()

    def _tell_replaced(self) -> bool:
        """Offer a restart where the program was replaced; return whether it was.

        Now and then, and never over something else that is being read.
        """
        if not self._program.replaced():
            return False
        if self._reminder.hasExpired() and self._window.notice.isHidden():
            self._reminder.setRemainingTime(REMIND_MS)
            text = self.tr(
                "MatrixDeck was updated. This window is still the old version, parts of which may fail."
            )
            self._window.notice.show_offer(Offer(text, self.tr("Restart now"), self._restart, kind="warning"))
        return True

    def _restart(self) -> None:
        logger.info("the program was replaced: it is started again")
        self.again = True
        self._window.close()
