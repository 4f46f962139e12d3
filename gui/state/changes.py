"""What one refresh changed in the task mirror: the only thing that climbs to the tables."""

from dataclasses import dataclass

from gui.api.schemas import Task


@dataclass(frozen=True, slots=True)
class TaskChanges:
    """Upserts and removals, each task at most once. Order carries no meaning."""

    upserted: tuple[Task, ...] = ()
    removed: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to apply."""
        return bool(self.upserted or self.removed)
