"""The panel among the other programs of this PC: brought up by a second start, closed when it is asked to."""

import logging

from PySide6.QtCore import QObject

from gui.instance import Instance
from gui.views.main_window import MainWindow

logger = logging.getLogger(__name__)


class Presence(QObject):
    """Answers for one window what others ask of its data folder's panel, until the window is closed."""

    def __init__(self, window: MainWindow, instance: Instance | None, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._instance = instance
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
