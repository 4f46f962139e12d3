"""The columns of the task table: what a task shows in each, short for a cell and in full for a copy."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import IntEnum
from typing import Final, TypeVar

from gui.api.schemas import Task, TaskStatus

T = TypeVar("T")


class Column(IntEnum):
    """The columns, in their first order."""

    ID = 0
    SCRIPT = 1
    DEVICE = 2
    ACCOUNT = 3
    STATUS = 4
    START = 5
    ELAPSED = 6
    SOURCE = 7
    RETRIES = 8
    REMARK = 9


NUMBERS: Final = frozenset({Column.ID, Column.STATUS, Column.ELAPSED, Column.RETRIES})
"""Columns that sort as numbers."""

RIGHT_ALIGNED: Final = frozenset({Column.ELAPSED, Column.RETRIES})

_PENDING: Final = int(TaskStatus.PENDING)
_RUNNING: Final = int(TaskStatus.RUNNING)

CELL_CHARACTERS: Final = 240
"""No cell is wide enough for more of a remark; the whole stands in the detail pane."""


def local_now() -> datetime:
    """Return the time of this PC as the API writes it: local, without a zone."""
    return datetime.now(UTC).astimezone().replace(tzinfo=None)


def elapsed_seconds(task: Task, now: datetime) -> int | None:
    """How long a task ran, or has been running, s; None where that makes no sense. Never negative."""
    return elapsed_of([task], now, None)[0]


def elapsed_of(tasks: Iterable[Task], now: datetime, empty: T) -> list[int | T]:
    """The elapsed seconds of many tasks, ``empty`` where they make no sense.

    One loop without a call of its own for each task: a sort asks for every task there is.
    """
    parsed = datetime.fromisoformat
    found: list[int | T] = []
    for task in tasks:
        status = task.status
        if status == _PENDING or not task.start_time or not (task.end_time or status == _RUNNING):
            found.append(empty)
            continue
        try:
            between = (now if status == _RUNNING else parsed(task.end_time)) - parsed(task.start_time)
        except (ValueError, TypeError):
            # No times, or one of them with a zone: nothing that the API is known to send.
            found.append(empty)
        else:
            days = between.days
            found.append(days * 86_400 + between.seconds if days >= 0 else 0)
    return found


def elapsed_text(seconds: int | None) -> str:
    """``3:12``, or ``1:02:10`` from an hour on."""
    if seconds is None:
        return ""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def start_text(text: str, today: str) -> str:
    """The time alone for today, with month and day for other days; what is no time stays as it is."""
    if len(text) < 19 or text[4:5] != "-":
        return text
    return text[11:19] if text.startswith(today) else f"{text[5:10]} {text[11:16]}"


def account_text(account: str) -> str:
    """A user name as people write it: with the at sign, unless it is a mail address."""
    return account if not account or "@" in account else f"@{account}"


def one_line(text: str) -> str:
    """The text without line breaks and runs of blanks, no longer than a cell can use."""
    return " ".join(text[:CELL_CHARACTERS].split())
