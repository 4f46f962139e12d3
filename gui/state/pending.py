"""Commands that were given and are not yet seen to have worked, by task id."""

from collections.abc import Container, Iterable

from gui.state.outcome import Command


class Pending:
    """Marks a task from the command on, until the server's own list has been read again."""

    def __init__(self) -> None:
        self.words: dict[int, str] = {}
        """The command's value by task id."""
        self._answered: set[int] = set()

    def begin(self, command: Command, task_ids: Iterable[int]) -> None:
        """A command was given."""
        for task_id in task_ids:
            self.words[task_id] = command.value
            self._answered.discard(task_id)

    def answered(self, task_ids: Iterable[int], failed: Iterable[int]) -> None:
        """The command's answer came; what failed is no longer pending."""
        self._answered.update(task_id for task_id in task_ids if task_id in self.words)
        self._drop(failed)

    def settle(self, doubts: Container[int]) -> bool:
        """Drop what was answered and has been read again since; return whether anything was."""
        return self._drop([task_id for task_id in self._answered if task_id not in doubts])

    def _drop(self, task_ids: Iterable[int]) -> bool:
        dropped = [task_id for task_id in task_ids if self.words.pop(task_id, None) is not None]
        self._answered.difference_update(dropped)
        return bool(dropped)
