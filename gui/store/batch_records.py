"""Batches as they are kept: what was asked of TikMatrix, request by request, and what became of each."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from gui.api.schemas import TaskRequest

INTERRUPTED = "The panel was closed before everything was sent."
"""Why a batch is paused that an earlier run of the program did not finish."""
BROKEN_OFF = "The panel ended while this was under way."
"""Why a request of such a batch is unknown."""


class BookProblem(Exception):
    """The batches cannot be read or written; says why in one sentence."""


class RequestState(StrEnum):
    """What is known of one request of a batch."""

    WAITING = "waiting"
    SENDING = "sending"
    CREATED = "created"
    PARTLY = "partly"
    """Fewer tasks exist than were expected."""
    REFUSED = "refused"
    UNKNOWN = "unknown"
    """It went out, and whether it arrived is not known. Only a look through the tasks can tell."""
    NOT_CREATED = "not created"
    """Looked up: nothing of it exists. It may be sent again, by the operator."""
    CANCELLED = "cancelled"


UNFINISHED = frozenset({RequestState.WAITING, RequestState.SENDING, RequestState.UNKNOWN})
LOOKABLE = frozenset({RequestState.UNKNOWN, RequestState.NOT_CREATED, RequestState.PARTLY})
"""What a look through the tasks may say more about."""


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """One request of a batch. Secrets in it are replaced by the name that the key ring knows them by."""

    batch_id: int
    number: int
    """From 1, in the order of sending."""
    request: TaskRequest
    expected: int | None
    """Tasks that it should make; None where nobody can say."""
    state: RequestState = RequestState.WAITING
    task_ids: tuple[int, ...] = ()
    reason: str = ""
    """Why it was refused, or how it broke; empty otherwise."""
    evidence: str = ""
    """What a look through the tasks showed; empty as long as nobody has looked."""
    since_id: int | None = None
    """The highest task id that was known when it was sent."""
    sent_at: float | None = None
    """Unix time, s."""
    missing: tuple[tuple[str, str], ...] = ()
    """Device or account, and target or nothing, of which no task exists."""
    since_mark: str = ""
    """What that highest task looked like: another list of tasks has another one under its number."""
    sent_to: str = ""
    """Address of the server that it was sent to."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One plan of the operator, as a list of requests."""

    id: int
    name: str
    script_name: str
    created_at: float
    """Unix time, s."""
    paused: bool = False
    cancelled: bool = False
    requests: tuple[BatchRequest, ...] = ()
    why_paused: str = ""
    """A sentence where the panel paused it; empty where the operator did."""

    @property
    def expected(self) -> int | None:
        """Tasks that the whole should make; None where nobody can say."""
        counts = [each.expected for each in self.requests]
        return None if None in counts else sum(count or 0 for count in counts)

    @property
    def task_ids(self) -> tuple[int, ...]:
        """Every task that is known to be of it."""
        return tuple(task_id for each in self.requests for task_id in each.task_ids)

    @property
    def created(self) -> int:
        """How many tasks are known to be of it."""
        return sum(len(each.task_ids) for each in self.requests)

    @property
    def unfinished(self) -> int:
        """Requests that wait, are under way, or whose fate is unclear."""
        return sum(each.state in UNFINISHED for each in self.requests)

    @property
    def states(self) -> Counter[RequestState]:
        """How many requests are in each state."""
        return Counter(each.state for each in self.requests)
