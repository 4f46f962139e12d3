"""The words of the task table: cells made when a row is first seen, long forms for tips and copies."""

import html
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from gui.api.schemas import Task, TaskStatus
from gui.tables.columns import (
    Column,
    account_text,
    elapsed_seconds,
    elapsed_text,
    local_now,
    one_line,
    start_text,
)

_CACHED_ROWS: Final = 1_024
_TIP_CHARACTERS: Final = 1_000


class Cells(NamedTuple):
    """What one row shows, ready to be drawn."""

    texts: tuple[str, ...]
    status: int
    pending: str
    """The word of a command that the server has not confirmed yet; empty mostly."""


def status_word(status: int) -> str:
    """Return what a person calls a status; a number that is not known stays a number."""
    if status == TaskStatus.RUNNING:
        return QCoreApplication.translate("TaskTable", "Running")
    if status == TaskStatus.PENDING:
        return QCoreApplication.translate("TaskTable", "Pending")
    if status == TaskStatus.COMPLETED:
        return QCoreApplication.translate("TaskTable", "Completed")
    if status == TaskStatus.FAILED:
        return QCoreApplication.translate("TaskTable", "Failed")
    return QCoreApplication.translate("TaskTable", "Status {0}").format(status)


def column_title(column: Column) -> str:
    """Return the heading of a column."""
    return {
        Column.ID: QCoreApplication.translate("TaskTable", "ID"),
        Column.SCRIPT: QCoreApplication.translate("TaskTable", "Script"),
        Column.DEVICE: QCoreApplication.translate("TaskTable", "Device"),
        Column.ACCOUNT: QCoreApplication.translate("TaskTable", "Account"),
        Column.STATUS: QCoreApplication.translate("TaskTable", "Status"),
        Column.START: QCoreApplication.translate("TaskTable", "Start"),
        Column.ELAPSED: QCoreApplication.translate("TaskTable", "Elapsed"),
        Column.SOURCE: QCoreApplication.translate("TaskTable", "Source"),
        Column.RETRIES: QCoreApplication.translate("TaskTable", "Retries"),
        Column.REMARK: QCoreApplication.translate("TaskTable", "Remark"),
    }[column]


class CellTexts:
    """Makes cells and remembers about a thousand rows: far more than a screen, far less than a table."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.pending: dict[int, str] = {}
        self.now = local_now()
        self._made: dict[int, Cells] = {}

    def cells(self, task: Task) -> Cells:
        """Return what the row of a task shows."""
        made = self._made.get(task.id)
        if made is None:
            if len(self._made) >= _CACHED_ROWS:
                self._made.clear()
            made = self._made[task.id] = self._make(task)
        return made

    def forget(self, task_ids: Iterable[int]) -> None:
        """Make the cells of these tasks anew when they are next seen."""
        for task_id in task_ids:
            self._made.pop(task_id, None)

    def set_names(self, names: Mapping[str, str]) -> None:
        """Take other names for serials."""
        self.names = dict(names)
        self._made.clear()

    def set_now(self, now: datetime, running: Iterable[int]) -> None:
        """Take another time; a new day changes every start time."""
        if now.date() != self.now.date():
            self._made.clear()
        self.now = now
        self.forget(running)

    def clear(self) -> None:
        """Forget all tasks."""
        self._made.clear()
        self.pending = {}

    def full_text(self, task: Task, column: Column) -> str:
        """Return a cell as it is copied or exported: nothing shortened, times with their date."""
        if column == Column.START:
            return task.start_time
        return task.remark if column == Column.REMARK else self._make(task).texts[column]

    def tool_tip(self, task: Task, column: Column) -> str:
        """Return what a cell may have no room for, as rich text, so that long lines wrap."""
        if column == Column.DEVICE and task.serial in self.names:
            text = f"{self.names[task.serial]} ({task.serial})"
        elif column in {Column.START, Column.ELAPSED}:
            text = " – ".join(part for part in (task.start_time, task.end_time) if part)
        elif column in {Column.REMARK, Column.STATUS}:
            text = task.remark[:_TIP_CHARACTERS] + ("…" if len(task.remark) > _TIP_CHARACTERS else "")
        else:
            text = self._make(task).texts[column]
        return f"<qt>{html.escape(text)}</qt>" if text else ""

    def _make(self, task: Task) -> Cells:
        pending = self.pending.get(task.id, "")
        texts = (
            str(task.id),
            task.script_name,
            self.names.get(task.serial, task.serial),
            account_text(task.account),
            pending or status_word(task.status),
            start_text(task.start_time, self.now.date().isoformat()),
            elapsed_text(elapsed_seconds(task, self.now)),
            task.source,
            str(task.retry_count),
            one_line(task.remark),
        )
        return Cells(texts, task.status, pending)
