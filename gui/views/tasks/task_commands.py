"""Retry, stop and delete: who may be asked for what, and the one question before what cannot be undone."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.api.schemas import Task, TaskStatus
from gui.state.host import Host
from gui.state.outcome import Command
from gui.views.look import restyle
from gui.views.tasks.question_words import question
from gui.views.wording import sentences


class TaskCommands(QObject):
    """Gives commands to the host, asking first where they concern many or destroy something."""

    def __init__(self, host: Host, window: QWidget) -> None:
        super().__init__(window)
        self._host = host
        self._window = window
        self._box: QMessageBox | None = None
        self._asked: tuple[Command, tuple[int, ...]] = (Command.DELETE, ())

    def with_status(self, ids: Sequence[int], status: TaskStatus) -> tuple[int, ...]:
        """Return those that have this status now."""
        tasks = self._host.tasks
        return tuple(i for i in ids if i in tasks and tasks[i].status == status)

    def retry(self, ids: Sequence[int]) -> None:
        """Put the failed ones among these back to pending."""
        if failed := self.with_status(ids, TaskStatus.FAILED):
            self._host.retry(failed)

    def stop(self, ids: Sequence[int]) -> None:
        """Stop the running ones among these; more than one only after a question."""
        running = self.with_status(ids, TaskStatus.RUNNING)
        if len(running) == 1:
            self._host.stop(running)
        elif running:
            asked = question(Command.STOP, self._tasks(running))
            self._ask(Command.STOP, running, asked, self.tr("They probably end as failed."), self.tr("Stop"))

    def delete(self, ids: Sequence[int]) -> None:
        """Delete these after a question."""
        ids = tuple(i for i in ids if i in self._host.tasks)
        if not ids:
            return
        running = len(self.with_status(ids, TaskStatus.RUNNING))
        more = self.tr("This cannot be undone.")
        if len(ids) == 1:
            asked = self.tr("Delete task {0}?").format(ids[0])
            first = self.tr("It is running and is stopped first.")
        else:
            asked = question(Command.DELETE, self._tasks(ids))
            first = self.tr("They are running and are stopped first.")
        if running == len(ids):
            more = sentences(first, more)
        self._ask(Command.DELETE, ids, asked, more, self.tr("Delete"))

    def _tasks(self, ids: Sequence[int]) -> list[Task]:
        return [self._host.tasks[i] for i in ids]

    def _ask(self, command: Command, ids: tuple[int, ...], asked: str, more: str, verb: str) -> None:
        if self._box is not None:
            # One question at a time; the second press of a key brings the first one to the front.
            self._box.raise_()
            return
        self._asked = command, ids
        box = QMessageBox(self._window)
        box.setObjectName("confirm_box")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(verb)
        box.setText(asked)
        box.setInformativeText(more)
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        yes.setObjectName("confirm_box.yes")
        restyle(yes, "kind", "danger" if command == Command.DELETE else "primary")
        no = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        no.setObjectName("confirm_box.no")
        # Del and Enter in one sweep must not destroy anything.
        box.setDefaultButton(no if command == Command.DELETE else yes)
        box.setEscapeButton(no)
        self._box = box
        box.accepted.connect(self._carry_out)
        box.finished.connect(self._closed)
        box.open()

    @Slot()
    def _carry_out(self) -> None:
        command, ids = self._asked
        if command == Command.STOP:
            # What has ended while the question stood needs no stop.
            if running := self.with_status(ids, TaskStatus.RUNNING):
                self._host.stop(running)
        elif there := tuple(i for i in ids if i in self._host.tasks):
            self._host.delete(there)

    @Slot()
    def _closed(self) -> None:
        self._box = None
