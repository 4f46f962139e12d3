"""The simulator in its own process with a world that stands still, and what can be done to its tasks."""

import random
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from gui.demo import DemoSimulator

NEVER = 9e12
_RUNNING = 20


class World(DemoSimulator):
    """So many tasks, 20 of them running for ever, 40 waiting for ever; everything else is finished."""

    def __init__(self, folder: Path, tasks: int) -> None:
        self._db = folder / f"world-{tasks}-{time.monotonic_ns()}.db"
        super().__init__("--db", str(self._db), "--tasks", str(tasks), "--seed", "7")
        self.url = self.wait_until_ready()
        self._calm()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        for name in (self._db, *self._db.parent.glob(self._db.name + "-*")):
            name.unlink(missing_ok=True)

    def ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(self._open()) as connection:
            return connection.execute(query, values).fetchall()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """One transaction behind the simulator's back."""
        with closing(self._open()) as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._db, timeout=20)

    def _calm(self) -> None:
        with self.change() as db:
            db.execute("UPDATE tasks SET next_at = ? WHERE state < 2", (NEVER,))
            (running,) = db.execute("SELECT count(*) FROM tasks WHERE state = 1").fetchone()
            db.execute(
                "UPDATE tasks SET status = 1, start_time = datetime('now', 'localtime') WHERE id IN"
                " (SELECT id FROM tasks WHERE state = 0 ORDER BY id LIMIT ?)",
                (max(0, _RUNNING - running),),
            )

    # Three kinds of change; each returns the ids that it touched

    def make(self, count: int) -> list[int]:
        """New tasks, as TikMatrix's own window makes them."""
        (last,) = self.ask("SELECT max(id) FROM tasks")[0]
        with self.change() as db:
            db.execute(
                "INSERT INTO tasks(script_name, script_args, serial, status, source, retry_count,"
                " create_time, next_at) SELECT script_name, script_args, serial, 0, 'ui', 0, create_time, ?"
                " FROM tasks ORDER BY id DESC LIMIT ?",
                (NEVER, count),
            )
        return [task_id for (task_id,) in self.ask("SELECT id FROM tasks WHERE id > ?", last)]

    def turn(self, count: int) -> list[int]:
        """Completed tasks, scattered over the whole list, become failed ones."""
        ids = self._scattered("WHERE state = 2", count)
        with self.change() as db:
            for task_id in ids:
                remark = f"element not found {task_id}"
                db.execute("UPDATE tasks SET status = 3, remark = ? WHERE id = ?", (remark, task_id))
        return ids

    def delete(self, count: int) -> list[int]:
        """Finished tasks, scattered over the whole list, are deleted."""
        ids = self._scattered("WHERE state > 1", count)
        with self.change() as db:
            db.executemany("DELETE FROM tasks WHERE id = ?", [(task_id,) for task_id in ids])
        return ids

    def _scattered(self, where: str, count: int) -> list[int]:
        ids = [task_id for (task_id,) in self.ask(f"SELECT id FROM tasks {where} ORDER BY id")]
        return sorted(random.Random(count).sample(ids, min(count, len(ids))))

    def truth(self, ids: Iterable[int] | None = None) -> dict[int, tuple[int, str]]:
        """Status and remark by id, of all tasks or of these; what is gone is left out."""
        query = "SELECT id, state, COALESCE(remark, '') FROM tasks"
        if ids is not None:
            query += f" WHERE id IN ({', '.join(map(str, ids))})"
        return {task_id: (status, remark) for task_id, status, remark in self.ask(query)}


class Churn(threading.Thread):
    """Changes a newest page of finished tasks ten times a second. The page is made first and deleted last."""

    def __init__(self, world: World, every_s: float = 0.1) -> None:
        super().__init__(daemon=True)
        self._world = world
        self._every_s = every_s
        self._end = threading.Event()
        self._ids = world.make(100)
        self.rounds = 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self.join()
        with self._world.change() as db:
            db.executemany("DELETE FROM tasks WHERE id = ?", [(task_id,) for task_id in self._ids])

    def run(self) -> None:
        chance = random.Random(1)
        next_at = time.monotonic()
        while not self._end.wait(max(0.0, next_at - time.monotonic())):
            next_at += self._every_s
            with self._world.change() as db:
                db.executemany(
                    "UPDATE tasks SET status = ?, remark = ?, start_time = ?, end_time = ?, next_at = NULL"
                    " WHERE id = ?",
                    [(*_finished(chance), task_id) for task_id in self._ids],
                )
            self.rounds += 1


def _finished(chance: random.Random) -> tuple[int, str, str, str]:
    begin, took = chance.randrange(3600), chance.randrange(3600)
    texts = [f"2026-11-{day} 10:{s // 60 % 60:02}:{s % 60:02}" for day, s in ((20, begin), (21, took))]
    remark = "".join(chance.choices("abcdefghijklmnop ", k=40))
    return chance.choice((2, 3)), remark, texts[0], texts[1]
