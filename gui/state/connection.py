"""What the panel knows about its line to TikMatrix: one immutable picture a change."""

from dataclasses import dataclass
from enum import StrEnum

from gui.api.errors import ApiError


class Phase(StrEnum):
    """The states of the line. ``demo`` is not one of them: a simulator can be in any."""

    STARTING = "starting"
    """The panel's own simulator, or TikMatrix with port 0 in its port file, is still coming up."""
    CONNECTING = "connecting"
    LIVE = "live"
    STALE = "stale"
    """Answers stopped moments ago; the last picture still stands."""
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    """TikMatrix answers, but the plan does not include the API (40301)."""


@dataclass(frozen=True, slots=True)
class Connection:
    """The line as it is now."""

    phase: Phase = Phase.CONNECTING
    url: str = ""
    """As a person reads it, for example ``http://localhost:50809``."""
    url_source: str = ""
    """Where the address came from: ``command line``, ``settings``, ``port file`` or ``default``."""
    demo: bool = False
    latency_ms: float | None = None
    """The usual one of the last answers, rounded to steps that a person tells apart."""
    last_success: float | None = None
    """Unix time of the last complete answer, s."""
    next_try: float | None = None
    """Unix time of the next attempt while unreachable, s."""
    error: ApiError | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of the task list the mirror holds while it reads the first picture."""

    loaded: int = 0
    total: int = 0
    complete: bool = False
    catching_up: bool = False
    """The server's counts and the mirror's differ at the moment."""


@dataclass(frozen=True, slots=True)
class Polling:
    """How the panel asks at the moment."""

    interval_s: float = 1.0
    """Seconds between two ticks as things stand."""
    watched: bool = True
    """Whether the window is seen."""
    requests: int = 0
    """Requests of the last tick."""
