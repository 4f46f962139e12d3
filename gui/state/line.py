"""The line to TikMatrix: how each success and each failure changes what is said of it."""

import time
from collections.abc import Callable
from dataclasses import replace

from gui.api.errors import ApiError, PlanRefused
from gui.state import pace
from gui.state.connection import Connection, Phase


class Line:
    """Derives the Connection to show from what happens, one picture an event."""

    def __init__(self, connection: Connection, now: Callable[[], float] = time.time) -> None:
        self.connection = connection
        self.failures = 0
        """Failures in a row."""
        self._starting = False
        self._now = now

    def found(self, url: str, source: str, *, starting: bool) -> None:
        """An address was chosen; nothing is known of it yet."""
        self._starting = starting
        phase = Phase.STARTING if starting else self.connection.phase
        self.connection = replace(self.connection, phase=phase, url=url, url_source=source)

    def answered(self, latency_ms: float | None) -> None:
        """A complete answer came."""
        self.failures = 0
        self.connection = replace(
            self.connection,
            phase=Phase.LIVE,
            latency_ms=latency_ms,
            last_success=self._now(),
            next_try=None,
            error=None,
        )

    def failed(self, error: ApiError) -> None:
        """A call failed: refused where the plan is why, stale the first time, unreachable after that."""
        self.failures += 1
        delay = pace.retry_delay(self.failures)
        if isinstance(error, PlanRefused):
            phase, delay = Phase.REFUSED, pace.REFUSED_S
        elif self.failures == 1 and self.connection.phase is Phase.LIVE:
            phase = Phase.STALE
        else:
            phase = Phase.STARTING if self._starting else Phase.UNREACHABLE
        self.connection = replace(self.connection, phase=phase, error=error, next_try=self._now() + delay)

    def seconds_to_next_try(self) -> float:
        """How long to wait before trying again; 0 when it is due."""
        return max(0.0, (self.connection.next_try or 0.0) - self._now())
