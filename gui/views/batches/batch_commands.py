"""Carries out what the operator wants done with the selected batch, asking first where it matters."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.api.schemas import TaskStatus
from gui.state.batches import SAFE_TO_SEND
from gui.state.host import Host
from gui.store.batch_records import Batch, RequestState
from gui.tables.slices import Slices
from gui.views.batches import questions, rows
from gui.views.batches.actions import BatchActions
from gui.views.batches.export_rows import row_steps
from gui.views.batches.questions import Questions
from gui.views.batches.rename_dialog import RenameDialog
from gui.views.export_dialog import ExportDialog
from gui.views.tasks.task_commands import TaskCommands

_AT_ONCE = 5_000


class BatchCommands(QObject):
    """Each one is about the batch that is selected when it is given."""

    tasks_wanted = Signal(int)
    export_requested = Signal(str, list)

    def __init__(
        self, host: Host, actions: BatchActions, current: Callable[[], Batch | None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._host = host
        self._batches = host.batches
        self._current = current
        self._window = window
        self._tasks = TaskCommands(host, window)
        self._questions = Questions(window)
        self._texts = Slices(self)
        self._exported: tuple[int, str] = 0, ""
        for action, slot in (
            (actions.pause, self.toggle_pause),
            (actions.cancel, self.cancel),
            (actions.send_rest, self.send_rest),
            (actions.send_again, self.ask_send_again),
            (actions.look_up, self.look_up),
            (actions.show_tasks, self.show_tasks),
            (actions.retry, self.retry),
            (actions.stop, self.stop),
            (actions.delete, self.delete),
            (actions.export, self.export),
            (actions.rename, self.rename),
            (actions.forget, self.ask_forget),
        ):
            action.triggered.connect(slot)

    @Slot()
    def toggle_pause(self) -> None:
        """Pause the batch, or go on with it."""
        if batch := self._current():
            (self._batches.resume if batch.paused else self._batches.pause)(batch.id)

    @Slot()
    def cancel(self) -> None:
        """Do not send what waits."""
        if batch := self._current():
            self._batches.cancel(batch.id)

    @Slot()
    def send_rest(self) -> None:
        """Send what was held back or cancelled."""
        if batch := self._current():
            self._batches.send_rest(batch.id)

    @Slot()
    def look_up(self) -> None:
        """Look for the requests whose fate is unknown."""
        if batch := self._current():
            self._batches.look_up(batch.id)

    @Slot()
    def ask_send_again(self) -> None:
        """Ask whether what was refused is to be sent again."""
        if batch := self._current():
            then = partial(self._send_again, batch.id, SAFE_TO_SEND)
            verb = self.tr("Send again")
            self._questions.ask(verb, *questions.refused_words(batch), verb, then)

    @Slot()
    def ask_send_unknown(self) -> None:
        """Show what was found of the unknown requests, and ask whether they are to be sent again."""
        batch = self._current()
        if batch and questions.unknown_with_evidence(batch):
            then = partial(self._send_again, batch.id, {RequestState.UNKNOWN})
            verb = self.tr("Send again")
            self._questions.ask(verb, *questions.unknown_words(batch), verb, then)

    def _send_again(self, batch_id: int, states: Collection[RequestState]) -> None:
        if batch_id in self._batches.batches:
            self._batches.send_again(batch_id, states)

    @Slot()
    def show_tasks(self) -> None:
        """Show the tasks of the batch in the task table."""
        if batch := self._current():
            self.tasks_wanted.emit(batch.id)

    @Slot()
    def retry(self) -> None:
        """Put the failed tasks of the batch back in the queue."""
        self._tasks.retry(self._own_ids(TaskStatus.FAILED))

    @Slot()
    def stop(self) -> None:
        """Stop the running tasks of the batch."""
        self._tasks.stop(self._own_ids(TaskStatus.RUNNING))

    @Slot()
    def delete(self) -> None:
        """Delete the tasks of the batch that have not begun."""
        self._tasks.delete(self._own_ids(TaskStatus.PENDING))

    @Slot()
    def rename(self) -> None:
        """Ask for another name."""
        if batch := self._current():
            dialog = RenameDialog(batch.id, batch.name, self._window)
            dialog.renamed.connect(self._batches.rename)
            dialog.open()

    @Slot()
    def ask_forget(self) -> None:
        """Ask whether the batch is to be forgotten."""
        if batch := self._current():
            verb = self.tr("Forget")
            self._questions.ask(verb, *questions.forget_words(batch), verb, partial(self._forget, batch.id))

    def _forget(self, batch_id: int) -> None:
        if batch_id in self._batches.batches:
            self._batches.forget(batch_id)

    def _own_ids(self, status: TaskStatus) -> tuple[int, ...]:
        """Return the tasks of the batch with a status; another server's with the same numbers are not."""
        batch, tasks = self._current(), self._host.tasks
        wanted = (status, batch.script_name) if batch else ()
        return tuple(
            i
            for i in (batch.task_ids if batch else ())
            if i in tasks and (tasks[i].status, tasks[i].script_name) == wanted
        )

    # Export

    @Slot()
    def export(self) -> None:
        """Ask where to save the tasks of the batch."""
        if batch := self._current():
            self._exported = batch.id, ""
            dialog = ExportDialog(self.tr("Export the batch"), "batch", self._window)
            dialog.fileSelected.connect(self.export_to)
            dialog.open()

    @Slot(str)
    def export_to(self, path: str) -> None:
        """Prepare the rows for a path and ask for them to be written."""
        batch = self._batches.batches.get(self._exported[0]) or self._current()
        if batch is not None:
            self._exported = batch.id, path
            steps = row_steps(batch, self._host.tasks, rows.nicknames(self._host.devices))
            self._texts.start(steps, self._write, now=len(batch.task_ids) <= _AT_ONCE)

    def _write(self, table: list[list[str]]) -> None:
        path, self._exported = self._exported[1], (0, "")
        self.export_requested.emit(path, table)
