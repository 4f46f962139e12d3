"""Drafts are written a moment after the typing, in a thread: no key waits for the disk."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui.state.worker import Worker
from gui.store.drafts import DraftBook

logger = logging.getLogger(__name__)

SETTLE_MS = 700
"""From the first change to the writing."""
_PATIENCE_S = 5.0

Draft = Mapping[str, Any]


class Drafting(QObject):
    """Asks for drafts when it is time to write them, and writes what has changed."""

    problem = Signal(str)
    """A sentence: drafts are not being kept."""
    written = Signal()

    def __init__(self, book: DraftBook | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book or DraftBook()
        self._worker = Worker("drafts")
        self._due: dict[str, Callable[[], Draft]] = {}
        self._told = ""
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self.write_now)
        self._done.connect(self._take)

    _done = Signal(str)

    def load(self, name: str) -> dict[str, Any]:
        """Return what was left under a name, empty where nothing was."""
        draft = self._book.load(name)
        self._tell(self._book.problem)
        return draft

    def touch(self, name: str, draft: Callable[[], Draft]) -> None:
        """Write what the function returns a moment from now; nobody may change it afterwards."""
        self._due[name] = draft
        if not self._soon.isActive():
            self._soon.start()

    def drop(self, *names: str) -> None:
        """Forget drafts: what they were for is done."""
        for name in names:
            self._due.pop(name, None)
        self._worker.do(lambda: self._write(names, {}))

    def write_now(self) -> None:
        """Write what is due."""
        self._soon.stop()
        due, self._due = self._due, {}
        drafts: dict[str, Draft] = {}
        for name, draft in due.items():
            try:
                drafts[name] = draft()
            except RuntimeError:  # the form has been destroyed meanwhile, as Qt says it
                logger.info("the draft of %s has gone with its form", name)
        if drafts:
            self._worker.do(lambda: self._write((), drafts))

    def close(self) -> None:
        """Write what is due, and wait until it is written."""
        self.write_now()
        self._worker.do(self._book.close)
        self._worker.close(_PATIENCE_S)

    def _write(self, dropped: tuple[str, ...], drafts: Mapping[str, Draft]) -> None:
        if dropped:
            self._book.forget(*dropped)
        for name, draft in drafts.items():
            self._book.save(name, draft)
        try:
            self._done.emit(self._book.problem)
        except RuntimeError:  # the window has gone meanwhile
            return

    def _take(self, problem: str) -> None:
        self._tell(problem)
        self.written.emit()

    def _tell(self, problem: str) -> None:
        if problem != self._told:
            self._told = problem
            if problem:
                self.problem.emit(problem)
