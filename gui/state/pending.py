"""Commands that were given and are not yet seen to have worked, by task id."""

from collections.abc import Container, Iterable

from gui.state.outcome import Command


class Pending:
    """Marks a task from the command on, until the server's own list has been read again.

    A later command over the same task takes its mark over: what becomes of the earlier one moves nothing.
    """

    def __init__(self) -> None:
        self.words: dict[int, str] = {}
        """The command's value by task id."""
        self._answered: set[int] = set()

    def begin(self, command: Command, task_ids: Iterable[int]) -> None:
        """A command was given."""
        marked = dict.fromkeys(task_ids, command.value)
        self.words |= marked
        self._answered.difference_update(marked)

    def answered(self, command: Command, task_ids: Iterable[int]) -> None:
        """The server confirmed a command: its marks stay until the list has been read again."""
        words = self.words
        self._answered.update(i for i in task_ids if words.get(i) == command.value)

    def drop(self, command: Command, task_ids: Iterable[int]) -> bool:
        """Take the marks of a command away that failed or never went out; return whether any was there."""
        words = self.words
        return self._drop([i for i in task_ids if words.get(i) == command.value])

    def settle(self, doubts: Container[int]) -> bool:
        """Drop what was answered and has been read again since; return whether anything was."""
        return self._drop([task_id for task_id in self._answered if task_id not in doubts])

    def _drop(self, task_ids: list[int]) -> bool:
        for task_id in task_ids:
            self.words.pop(task_id, None)
        self._answered.difference_update(task_ids)
        return bool(task_ids)
