"""The line to TikMatrix: how each success and each failure changes what is said of it."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from gui.api.errors import ApiError, PlanRefused
from gui.state import pace
from gui.state.connection import Connection, Phase

LATENCIES = 9
"""How many answers the latency is the median of: nobody decides anything by a millisecond, and a text that
stands still costs nothing."""
_STEPS_MS = (1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1_000, 2_000, 3_000, 5_000, 10_000)


class Line:
    """Derives the Connection to show from what happens, one picture an event."""

    def __init__(self, connection: Connection, now: Callable[[], float] = time.time) -> None:
        self.connection = connection
        self.failures = 0
        """Failures in a row."""
        self._starting = False
        self._latencies: deque[float] = deque(maxlen=LATENCIES)
        self._now = now

    def found(self, url: str, source: str, *, starting: bool) -> None:
        """An address was chosen; nothing is known of it yet."""
        self._starting = starting
        phase = Phase.STARTING if starting else self.connection.phase
        self.connection = replace(self.connection, phase=phase, url=url, url_source=source)

    def answered(self, latency_ms: float | None) -> None:
        """A complete answer came."""
        self.failures = 0
        if latency_ms is not None:
            self._latencies.append(latency_ms)
        self.connection = replace(
            self.connection,
            phase=Phase.LIVE,
            latency_ms=self._usual_latency(),
            last_success=self._now(),
            next_try=None,
            error=None,
        )

    def _usual_latency(self) -> float | None:
        if not self._latencies:
            return None
        middle = sorted(self._latencies)[len(self._latencies) // 2]
        return min(_STEPS_MS, key=lambda step: abs(step - middle))

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
