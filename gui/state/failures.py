"""Follows a host's failed tasks by cause, from the moment that somebody wants to know."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from gui.api.schemas import TaskStatus
from gui.state.causes import Causes
from gui.state.changes import TaskChanges
from gui.state.host import Host

_TURN_S = 0.006
_CHUNK = 100


class Failures(QObject):
    """What has failed already is read a few milliseconds a turn; after that a change costs what changed."""

    changed = Signal(object)
    """Keys of the causes that look different now, a set."""
    reset = Signal()
    """Another server is followed: everything was forgotten."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.causes = Causes()
        self._unread: list[int] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)
        self._begun = False

    @property
    def complete(self) -> bool:
        """Whether every failed task that the mirror holds has been read."""
        return self._begun and not self._unread

    def begin(self) -> None:
        """Read what is there, and follow it from now on. May be called again."""
        if self._begun:
            return
        self._begun = True
        self._host.tasks_changed.connect(self._follow)
        self._host.tasks_reset.connect(self._forget)
        self._unread = list(self._host.mirror.ids(TaskStatus.FAILED))
        if self._unread:
            self._timer.start()

    def _turn(self) -> None:
        end = time.perf_counter() + _TURN_S
        touched: set[str] = set()
        tasks = self._host.tasks
        while self._unread and time.perf_counter() < end:
            part = self._unread[-_CHUNK:]  # the newest first
            del self._unread[-_CHUNK:]
            self.causes.add([tasks[i] for i in part if i in tasks], touched)
        if not self._unread:
            self._timer.stop()
        self.changed.emit(touched)

    def _follow(self, changes: TaskChanges) -> None:
        if touched := self.causes.take(changes):
            self.changed.emit(touched)

    def _forget(self) -> None:
        self._timer.stop()
        self._unread = []
        self.causes = Causes()
        self.reset.emit()
