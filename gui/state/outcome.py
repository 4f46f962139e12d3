"""What became of a command that the operator gave."""

from dataclasses import dataclass
from enum import StrEnum

from gui.api.errors import ApiError


class Command(StrEnum):
    """The commands of the API that change something."""

    CREATE = "create"
    STOP = "stop"
    RETRY = "retry"
    RETRY_ALL = "retry_all"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one command over one or many tasks."""

    command: Command
    asked: int
    """How many tasks the command was given for; 0 for retry-all."""
    done: int
    """How many the server confirmed; -1 where it confirmed without saying how many."""
    failures: tuple[tuple[int, ApiError], ...] = ()
    """Task id and reason; id 0 where the call as a whole failed."""
    task_ids: tuple[int, ...] = ()
    """The ids created, for CREATE."""
    left: int = 0
    """Tasks for which nothing was sent: the operator cancelled, or the line went down."""
    cancelled: bool = False
    """The operator cancelled before all was sent."""

    @property
    def unclear(self) -> int:
        """Failures that may have been carried out all the same."""
        return sum(error.maybe_done for _, error in self.failures)

    @property
    def uncounted(self) -> int:
        """Tasks of a confirmed request that the server did not count: gone already, or still there."""
        if self.done < 0 or not self.asked:
            return 0
        return max(0, self.asked - self.done - len(self.failures) - self.left)


@dataclass(frozen=True, slots=True)
class BulkProgress:
    """How far a command over several tasks has come."""

    command: Command
    asked: int
    done: int
    failed: int
    left: int
    """Tasks without an answer yet."""
    cancelling: bool = False
    """What is under way ends, nothing more is sent."""
