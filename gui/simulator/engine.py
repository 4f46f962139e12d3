"""Runs the tasks: starts what is due where a phone is free, ends what has run its time.

One task a device, and no more at once than the plan allows. All that it must remember is in the database.
"""

from collections.abc import Iterable
from random import Random
from typing import Any

from gui.api.schemas import TaskStatus
from gui.simulator.behaviour import INTERRUPTED_REMARK, Phone, Run, arguments_of, run_of
from gui.simulator.database import Database
from gui.simulator.new_tasks import stamp

# The first waiting task of each device, found by hopping from one serial to the next in the index.
_HEADS = """
WITH RECURSIVE waiting(serial) AS (
  SELECT min(serial) FROM tasks INDEXED BY tasks_waiting WHERE state = 0
  UNION ALL
  SELECT (SELECT min(serial) FROM tasks INDEXED BY tasks_waiting WHERE state = 0 AND serial > waiting.serial)
  FROM waiting WHERE waiting.serial IS NOT NULL)
SELECT id, tasks.serial, COALESCE(next_at, 0) AS due FROM waiting JOIN tasks ON id = (
  SELECT id FROM tasks INDEXED BY tasks_waiting
  WHERE state = 0 AND serial = waiting.serial ORDER BY next_at, id LIMIT 1)
ORDER BY due, id
"""
_NEVER = float("inf")


class Engine:
    """The part of TikMatrix that works through the task list."""

    def __init__(self, database: Database, *, limit: int, speed: float, seed: str) -> None:
        """``limit`` tasks run at once; every duration is divided by ``speed``."""
        self._database = database
        self._limit = limit
        self._speed = speed
        self._seed = seed
        self._seen: tuple[int, int] | None = None
        self._wake_at = 0.0

    def advance(self, now: float) -> bool:
        """Do all that is due; return whether anything was looked at. Raises sqlite3.Error.

        Costs next to nothing while nothing is due and nobody has changed anything.
        """
        if now < self._wake_at and self._database.change_mark() == self._seen:
            return False
        with self._database.transaction():
            self._finish(now)
            self._wake_at = min(self._start(now), self._next_end())
        self._seen = self._database.change_mark()
        return True

    def interrupt(self, now: float) -> None:
        """Fail what was running when the process ended: its workers died with TikMatrix (guess, 60 %)."""
        with self._database.transaction():
            self._database.execute(
                "UPDATE tasks SET status = ?, end_time = ?, remark = ?, next_at = NULL WHERE state = ?",
                (int(TaskStatus.FAILED), stamp(now), INTERRUPTED_REMARK, int(TaskStatus.RUNNING)),
            )

    def _finish(self, now: float) -> None:
        due = self._database.rows(
            "SELECT id, retry_count, script_name, script_args, serial, next_at"
            " FROM tasks INDEXED BY tasks_running WHERE state = 1 AND (next_at IS NULL OR next_at <= ?)",
            (now,),
        )
        for row in due:
            run = self._run(row)
            if row[-1] is None:  # set running by another process
                self._set_end(row[0], now + run.seconds / self._speed)
                continue
            status = TaskStatus.COMPLETED if run.remark is None else TaskStatus.FAILED
            self._database.execute(
                "UPDATE tasks SET status = ?, end_time = ?, remark = ?, next_at = NULL WHERE id = ?",
                (int(status), stamp(now), run.remark, row[0]),
            )

    def _start(self, now: float) -> float:
        """Start what is due, the longest due first; return when the next one on a free device will be."""
        running = self._database.rows("SELECT serial FROM tasks INDEXED BY tasks_running WHERE state = 1")
        busy = {serial for (serial,) in running}
        free = self._limit - len(running)
        if free <= 0:
            return _NEVER
        for task_id, serial, due in self._database.rows(_HEADS):
            if serial in busy:
                continue
            if due > now:
                return float(due)
            self._start_one(task_id, now)
            free -= 1
            if not free:
                break
        return _NEVER

    def _start_one(self, task_id: int, now: float) -> None:
        row = self._database.rows(
            "SELECT id, retry_count, script_name, script_args, serial FROM tasks WHERE id = ?", (task_id,)
        )[0]
        self._database.execute(
            "UPDATE tasks SET status = ?, start_time = ?, end_time = NULL, remark = NULL, next_at = ?"
            " WHERE id = ?",
            (int(TaskStatus.RUNNING), stamp(now), now + self._run(row).seconds / self._speed, task_id),
        )

    def _set_end(self, task_id: int, end: float) -> None:
        self._database.execute("UPDATE tasks SET next_at = ? WHERE id = ?", (end, task_id))

    def _next_end(self) -> float:
        end = self._database.value("SELECT min(next_at) FROM tasks INDEXED BY tasks_running WHERE state = 1")
        return _NEVER if end is None else float(end)

    def _run(self, row: Iterable[Any]) -> Run:
        """Draw a task's run: the same for the same seed, task and attempt, whenever it is asked for."""
        task_id, attempt, script_name, script_args, serial, *_ = row
        arguments = arguments_of(script_args)
        chance = Random(f"{self._seed}/{task_id}/{attempt}")  # noqa: S311 - a game of chance
        return run_of(str(script_name), arguments, str(serial), self._phone(serial, arguments), chance)

    def _phone(self, serial: object, arguments: dict[str, Any]) -> Phone:
        online = self._database.value("SELECT online FROM devices WHERE serial = ?", (serial,))
        name = arguments.get("username")
        logined = None
        if isinstance(name, str) and name:
            logined = self._database.value("SELECT logined FROM accounts WHERE username = ?", (name,))
        return Phone(online=bool(online), logged_in=logined is None or bool(logined))
