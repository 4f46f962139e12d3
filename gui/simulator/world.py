"""One TikMatrix without phones: its tasks, devices, accounts and plan, and what one can tell it to do."""

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple
from pathlib import Path
from random import Random
from typing import Any

from gui.api.schemas import TaskStatus
from gui.simulator import records
from gui.simulator.behaviour import STOPPED_REMARK
from gui.simulator.database import Database
from gui.simulator.engine import Engine
from gui.simulator.history import Past, make_history, ui_task
from gui.simulator.new_tasks import NewTask, due_at, encode, insert_tasks, stamp
from gui.simulator.orders import jobs_of
from gui.simulator.plans import PLANS
from gui.simulator.population import Device, SimulatedAccount, make_accounts, make_devices
from gui.simulator.refusals import Code, Refused
from gui.simulator.wire import CreateBody

RETRY_LIMIT = 3
RETRY_WAIT_S = (5.0, 60.0)
START_LAG_S = (0.5, 8.0)
"""A due task starts within 10 s (seen)."""
_BATCH = 500


class World:
    """Everything behind the endpoints. Its methods raise Refused as the API does, and sqlite3.Error."""

    def __init__(
        self,
        *,
        plan: str = "pro",
        devices: int = 40,
        tasks: int = 400,
        speed: float = 1.0,
        seed: int | None = None,
        db: Path | None = None,
        now: Callable[[], float] = time.time,
        accounts: bool = True,
        ui_rate: float = 0.0,
    ) -> None:
        """Open the world in the file ``db``, or make a new one there, or in memory. Raises DatabaseProblem.

        ``devices``, ``tasks`` and ``seed`` describe a new world only. ``now`` is Unix time in s; every
        duration is divided by ``speed``. Without ``accounts`` it is an older TikMatrix, which lacks that
        endpoint and the scripts that came with it. ``ui_rate`` is how many tasks a minute its own window
        makes.
        """
        self.plan = PLANS[plan]
        self.has_accounts = accounts
        self.database = Database(db)
        self._now = now
        self._speed = speed
        try:
            self._begin(devices, tasks, seed, ui_rate)
        except BaseException:
            self.database.close()
            raise

    def _begin(self, devices: int, tasks: int, seed: int | None, ui_rate: float) -> None:
        founded = self.database.note("seed")
        self._seed = founded or str(secrets.randbits(32) if seed is None else seed)
        if founded is None:
            self._found(devices, tasks)
        self._engine = Engine(self.database, limit=self.plan.device_limit, speed=self._speed, seed=self._seed)
        if founded is not None:
            self._engine.interrupt(self._now())
        moment = self.database.value("SELECT seq FROM sqlite_sequence WHERE name = 'tasks'")
        self._chance = Random(f"{self._seed}/{moment}")  # noqa: S311 - a game of chance
        self._ui_gap = 60 / ui_rate if ui_rate > 0 else 0.0
        self._next_ui_at = self._now() + self._ui_gap

    def close(self) -> None:
        """Close the database."""
        self.database.close()

    def advance(self) -> None:
        """Let everything happen that is due by now. Cheap when nothing is."""
        now = self._now()
        if self._ui_gap and now >= self._next_ui_at:
            self._next_ui_at = now + self._ui_gap
            self.make_ui_task()
        self._engine.advance(now)

    def license(self) -> dict[str, Any]:
        """Return what the plan allows, as ``license/check`` does."""
        enabled = self.plan.api_enabled
        return {
            "plan_name": self.plan.name,
            "api_enabled": enabled,
            "device_limit": self.plan.device_limit,
            "message": "API access enabled" if enabled else "API access requires the Pro plan or higher",
        }

    def create(self, body: CreateBody) -> list[int]:
        """Make the tasks that a request asks for; return their ids."""
        jobs = jobs_of(body, self.database, newer=self.has_accounts)
        now = self._now()
        due = due_at(body.start_time, now) if body.start_time else now
        return self._add(
            [
                NewTask(
                    script_name=body.script_name,
                    script_args=encode(job.arguments),
                    serial=job.serial,
                    create_time=now,
                    start_time=due if body.start_time else None,
                    next_at=due + self._chance.uniform(*START_LAG_S) / self._speed,
                )
                for job in jobs
            ]
        )

    def make_ui_task(self) -> int:
        """Make one task as somebody at TikMatrix's own window would; return its id."""
        devices = [Device(*row) for row in self.database.rows("SELECT serial, model, online FROM devices")]
        accounts = [
            SimulatedAccount(*row) for row in self.database.rows("SELECT * FROM accounts ORDER BY id")
        ]
        return self._add([ui_task(devices, accounts, self._now(), self._chance)])[0]

    def task(self, task_id: int) -> dict[str, Any]:
        """Return one task."""
        found = records.task_record(self.database, task_id)
        if found is None:
            raise _missing(task_id)
        return found

    def tasks(
        self, chosen: records.TaskFilter, page: int, page_size: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return one page of tasks, newest first, and how many match in all."""
        return records.task_page(self.database, chosen, page, page_size)

    def stats(self) -> dict[str, int]:
        """Return the counts of all tasks."""
        return records.task_stats(self.database)

    def accounts(
        self, chosen: records.AccountFilter, page: int, page_size: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return one page of accounts and how many match in all."""
        return records.account_page(self.database, chosen, page, page_size)

    def stop(self, task_id: int) -> None:
        """Stop a running task; it ends as failed (guess, 70 %). Any other is refused (guess, 50 %)."""
        with self.database.transaction():
            state, _ = self._state(task_id)
            if state != TaskStatus.RUNNING:
                word = _word(state)
                raise Refused(Code.INVALID, f"Task {task_id} is {word}; only a running task can be stopped")
            self.database.execute(
                "UPDATE tasks SET status = ?, end_time = ?, remark = ?, next_at = NULL WHERE id = ?",
                (int(TaskStatus.FAILED), stamp(self._now()), STOPPED_REMARK, task_id),
            )

    def retry(self, task_id: int) -> None:
        """Put a failed task back to pending, for 5 to 60 s at speed 1."""
        with self.database.transaction():
            state, retries = self._state(task_id)
            if state != TaskStatus.FAILED:
                word = _word(state)
                raise Refused(Code.INVALID, f"Task {task_id} is {word}; only a failed task can be retried")
            if retries >= RETRY_LIMIT:
                raise Refused(Code.INVALID, f"Task {task_id} has reached the limit of {RETRY_LIMIT} retries")
            self._put_back([task_id])

    def retry_all(self) -> int:
        """Put back every failed task that is below its retry limit; return how many."""
        with self.database.transaction():
            found = self.database.rows(
                "SELECT id FROM tasks WHERE state = ? AND CAST(COALESCE(retry_count, 0) AS INTEGER) < ?",
                (int(TaskStatus.FAILED), RETRY_LIMIT),
            )
            self._put_back([task_id for (task_id,) in found])
        return len(found)

    def delete(self, task_id: int) -> None:
        """Delete a task; a running one is stopped first (doc)."""
        if not self._delete([task_id]):
            raise _missing(task_id)

    def delete_many(self, task_ids: Sequence[int]) -> int:
        """Delete those of the tasks that exist; return how many. None at all is refused (guess, 50 %)."""
        deleted = self._delete(list(dict.fromkeys(task_ids)))
        if not deleted:
            raise Refused(Code.NOT_FOUND, "None of these tasks exists")
        return deleted

    def _delete(self, task_ids: list[int]) -> int:
        ids = [task_id for task_id in task_ids if 0 < task_id <= records.MAX_INTEGER]
        deleted = 0
        with self.database.transaction():
            for start in range(0, len(ids), _BATCH):
                part = ids[start : start + _BATCH]
                marks = ", ".join("?" * len(part))
                deleted += self.database.execute(f"DELETE FROM tasks WHERE id IN ({marks})", part)  # noqa: S608
        return deleted

    def _put_back(self, task_ids: list[int]) -> None:
        now = self._now()
        self.database.execute_many(
            "UPDATE tasks SET status = ?, start_time = NULL, end_time = NULL, remark = NULL, next_at = ?,"
            " retry_count = CAST(COALESCE(retry_count, 0) AS INTEGER) + 1 WHERE id = ?",
            (
                (int(TaskStatus.PENDING), now + self._chance.uniform(*RETRY_WAIT_S) / self._speed, task_id)
                for task_id in task_ids
            ),
        )

    def _state(self, task_id: int) -> tuple[int | None, int]:
        found = (
            self.database.rows(
                "SELECT state, CAST(COALESCE(retry_count, 0) AS INTEGER) FROM tasks WHERE id = ?", (task_id,)
            )
            if 0 < task_id <= records.MAX_INTEGER
            else []
        )
        if not found:
            raise _missing(task_id)
        state, retries = found[0]
        return state, retries

    def _add(self, tasks: Sequence[NewTask]) -> list[int]:
        with self.database.transaction():
            return insert_tasks(self.database, tasks)

    def _found(self, device_count: int, task_count: int) -> None:
        chance, now = Random(self._seed), self._now()  # noqa: S311 - a game of chance
        devices = make_devices(device_count, chance)
        accounts = make_accounts(devices, chance)
        past = Past(devices, accounts, self.plan.device_limit, self._speed)
        history = make_history(past, task_count, now, chance)
        with self.database.transaction():
            self.database.execute_many("INSERT INTO devices VALUES(?, ?, ?)", map(astuple, devices))
            self.database.execute_many(
                "INSERT INTO accounts VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)", map(astuple, accounts)
            )
            insert_tasks(self.database, history)
            self.database.set_note("seed", self._seed)


def _missing(task_id: int) -> Refused:
    return Refused(Code.NOT_FOUND, f"Task {task_id} does not exist")


def _word(state: int | None) -> str:
    return TaskStatus(state).name.lower() if state in set(TaskStatus) else "in an unknown state"
