"""When to ask next: the rhythm of polling, the patience after failures, and noticing that the PC slept."""

import random
import time
from collections.abc import Callable

IDLE_S = 3.0
"""Seconds between polls while nothing runs or waits, and the window is seen."""
HIDDEN_S = 6.0
"""At least this long between polls while the window is hidden and something runs or waits."""
HIDDEN_IDLE_S = 15.0
CATCHING_UP_S = 0.2
"""Between two ticks while the mirror knows that it differs from the server."""
REFUSED_S = 15.0
FIRST_RETRY_S = 1.0
MAX_RETRY_S = 30.0
JITTER = 0.2
WAKE_JUMP_S = 5.0
"""Wall clock minus monotonic clock moved by this much: the PC slept, or its clock was set."""


def poll_interval(interval_s: float, *, active: bool, watched: bool, behind: bool) -> float:
    """Seconds until the next poll of a server that answers."""
    if behind and watched:
        return min(CATCHING_UP_S, interval_s)
    if watched:
        return interval_s if active else max(interval_s, IDLE_S)
    return max(interval_s, HIDDEN_S if active else HIDDEN_IDLE_S)


def retry_delay(failures: int, spread: Callable[[], float] = random.random) -> float:
    """Seconds until the next try after so many failures in a row: doubling up to a bound, with jitter."""
    delay = min(MAX_RETRY_S, FIRST_RETRY_S * 2.0 ** min(failures - 1, 10))
    return delay * (1 - JITTER + 2 * JITTER * spread())


class WakeDetector:
    """Notices sleep: on Linux and macOS the monotonic clock stands still, the wall clock does not."""

    def __init__(
        self, wall: Callable[[], float] = time.time, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._offset = wall() - monotonic()

    def woke(self) -> bool:
        """Return whether the clocks moved apart since the last call."""
        offset = self._wall() - self._monotonic()
        jump = abs(offset - self._offset)
        self._offset = offset
        return jump > WAKE_JUMP_S
