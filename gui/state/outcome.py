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
