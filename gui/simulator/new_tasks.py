"""Tasks on their way into the database, and the clock as the wire writes it."""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gui.api.schemas import TaskStatus
from gui.simulator.database import Database


@dataclass(frozen=True, slots=True)
class NewTask:
    """One task to be written. Times are Unix times in s."""

    script_name: str
    script_args: str
    serial: str
    create_time: float
    source: str | None = "api"
    status: int = TaskStatus.PENDING
    start_time: float | None = None
    end_time: float | None = None
    remark: str | None = None
    retry_count: int = 0
    next_at: float | None = None
    """When a pending task may start or a running one ends."""


def encode(arguments: Mapping[str, Any]) -> str:
    """Return ``script_args``: JSON as text."""
    return json.dumps(arguments, ensure_ascii=False, separators=(",", ":"))


def stamp(moment: float | None) -> str | None:
    """Write a Unix time as the wire does: this machine's local time (seen)."""
    if moment is None:
        return None
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(moment))


def due_at(start_time: str, now: float) -> float:
    """Return when ``HH:MM`` is due. A time already past today means now (guess, 60 %)."""
    hour, minute = start_time.split(":")
    today = time.localtime(now)
    planned = time.mktime((today.tm_year, today.tm_mon, today.tm_mday, int(hour), int(minute), 0, 0, 0, -1))
    return max(planned, now)


def insert_tasks(database: Database, tasks: Sequence[NewTask]) -> list[int]:
    """Write tasks inside a transaction of the caller; return their ids, which are never used twice."""
    last = database.value("SELECT seq FROM sqlite_sequence WHERE name = 'tasks'") or 0
    ids = list(range(last + 1, last + 1 + len(tasks)))
    database.execute_many(
        "INSERT INTO tasks(id, script_name, script_args, serial, status, start_time, end_time, remark,"
        " source, retry_count, create_time, next_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                task_id,
                task.script_name,
                task.script_args,
                task.serial,
                int(task.status),
                stamp(task.start_time),
                stamp(task.end_time),
                task.remark,
                task.source,
                task.retry_count,
                stamp(task.create_time),
                task.next_at,
            )
            for task_id, task in zip(ids, tasks, strict=True)
        ),
    )
    return ids
