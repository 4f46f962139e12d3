"""Long work cut into steps that the event loop runs one after the other: the window never waits for it."""

import time
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer

_TURN_S = 0.008  # longer ones are felt, shorter ones draw out the whole


class Slices(QObject):
    """Runs one generator at a time, a few milliseconds a turn; a new one replaces the old."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: tuple[Generator[None, None, Any], Callable[[Any], None]] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._work is not None

    def start(
        self, steps: Generator[None, None, Any], then: Callable[[Any], None], *, now: bool = False
    ) -> None:
        """Begin; ``then`` gets what the generator returns. With ``now`` it is done before this returns."""
        self.cancel()
        self._work = steps, then
        if now:
            self.finish()
        else:
            self._timer.start()

    def cancel(self) -> None:
        """Give up what is under way."""
        self._timer.stop()
        if self._work is not None:
            self._work[0].close()
        self._work = None

    def finish(self) -> None:
        """Do the rest at once."""
        while self._work is not None:
            self._step(*self._work)

    def _turn(self) -> None:
        end = time.perf_counter() + _TURN_S
        while self._work is not None and time.perf_counter() < end:
            self._step(*self._work)

    def _step(self, steps: Generator[None, None, Any], then: Callable[[Any], None]) -> None:
        try:
            next(steps)
        except StopIteration as stop:
            self._timer.stop()
            self._work = None
            then(stop.value)
