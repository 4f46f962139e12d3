"""The SQLite database that holds a world, in a file or in memory.

Every change is one transaction, committed before it is answered. A file is in WAL mode, so what was answered
survives the end of the process, ``kill -9`` included. Other processes may read and alter the file while the
simulator runs: the simulator serves what it finds there, and carries on from it.
"""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

APPLICATION_ID = 0x4D445349
VERSION = 1
Values = Sequence[Any] | Mapping[str, Any]
BUSY_S = 1.0
"""How long another process may hold the file before a request is answered with an error."""

# `status` and `retry_count` have no type, so that text put there by another process stays text. `next_at` is
# private: when a pending task may start or a running one ends, Unix time in s; null there means "now".
_SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE devices(serial TEXT PRIMARY KEY, model TEXT NOT NULL, online INTEGER NOT NULL);
CREATE TABLE accounts(
  id INTEGER PRIMARY KEY, username TEXT, email TEXT, platform TEXT, packagename TEXT, device TEXT,
  logined INTEGER NOT NULL, status INTEGER NOT NULL, tags TEXT NOT NULL);
CREATE INDEX accounts_username ON accounts(username);
CREATE INDEX accounts_device ON accounts(device);
CREATE TABLE tasks(
  id INTEGER PRIMARY KEY AUTOINCREMENT, script_name TEXT, script_args TEXT, serial TEXT, status,
  start_time TEXT, end_time TEXT, remark TEXT, source TEXT, retry_count, create_time TEXT, next_at REAL,
  state INTEGER GENERATED ALWAYS AS (CAST(status AS INTEGER)) VIRTUAL,
  origin TEXT GENERATED ALWAYS AS (COALESCE(source, 'ui')) VIRTUAL);
CREATE INDEX tasks_state ON tasks(state);
CREATE INDEX tasks_serial ON tasks(serial, state);
CREATE INDEX tasks_script ON tasks(script_name, state, origin);
CREATE INDEX tasks_origin ON tasks(origin, state);
CREATE INDEX tasks_waiting ON tasks(serial, next_at, id) WHERE state = 0;
CREATE INDEX tasks_running ON tasks(next_at, serial) WHERE state = 1;
"""

# Only this connection's own changes fire these; after anybody else's the tally is counted anew.
_TALLY = """
CREATE TEMP TABLE tally(state INTEGER PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE TEMP TRIGGER tally_insert AFTER INSERT ON main.tasks BEGIN
  INSERT OR IGNORE INTO tally VALUES(COALESCE(NEW.state, -1), 0);
  UPDATE tally SET n = n + 1 WHERE state = COALESCE(NEW.state, -1);
END;
CREATE TEMP TRIGGER tally_delete AFTER DELETE ON main.tasks BEGIN
  UPDATE tally SET n = n - 1 WHERE state = COALESCE(OLD.state, -1);
END;
CREATE TEMP TRIGGER tally_update AFTER UPDATE OF status ON main.tasks BEGIN
  UPDATE tally SET n = n - 1 WHERE state = COALESCE(OLD.state, -1);
  INSERT OR IGNORE INTO tally VALUES(COALESCE(NEW.state, -1), 0);
  UPDATE tally SET n = n + 1 WHERE state = COALESCE(NEW.state, -1);
END;
"""


class DatabaseProblem(Exception):
    """The database cannot be used; says why in one sentence."""


class Database:
    """One open database. May be used from any thread, by one at a time."""

    def __init__(self, path: Path | None = None) -> None:
        """Open or create it; None keeps it in memory. Raises DatabaseProblem."""
        self._lock = threading.RLock()
        self._tallied_at = -1
        name = str(path) if path else ":memory:"
        try:
            self._connection = sqlite3.connect(
                name, timeout=BUSY_S, isolation_level=None, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise DatabaseProblem(f"The database {name} cannot be opened: {error}.") from None
        try:
            self._prepare(name)
        except sqlite3.Error as error:
            self.close()
            raise DatabaseProblem(f"The database {name} cannot be used: {error}.") from None
        except DatabaseProblem:
            self.close()
            raise

    def _prepare(self, name: str) -> None:
        owner = self.value("PRAGMA application_id")
        strange = owner != APPLICATION_ID and self.value("SELECT count(*) FROM sqlite_master") > 0
        if strange or owner not in {0, APPLICATION_ID}:
            raise DatabaseProblem(f"The database {name} belongs to another program.")
        if owner == APPLICATION_ID and self.value("PRAGMA user_version") != VERSION:
            raise DatabaseProblem(f"The database {name} was made by another version of the simulator.")
        self.execute("PRAGMA journal_mode = WAL")
        self.execute("PRAGMA synchronous = NORMAL")
        self.execute("PRAGMA cache_size = -65536")
        if owner != APPLICATION_ID:
            # one transaction: a half-made database would be nobody's
            marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
            self._connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} {marks} COMMIT;")

    def close(self) -> None:
        """Close it; a second time does nothing."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: committed at the end, undone by an exception. Raises sqlite3.Error."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def execute(self, sql: str, values: Values = ()) -> int:
        """Run one statement; return how many rows it changed. Raises sqlite3.Error."""
        with self._lock:
            return self._connection.execute(sql, values).rowcount

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement once a row. Raises sqlite3.Error."""
        with self._lock:
            self._connection.executemany(sql, rows)

    def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query. Raises sqlite3.Error."""
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def value(self, sql: str, values: Values = ()) -> Any:  # noqa: ANN401 - whatever SQLite holds
        """Return the first column of the first row, None where there is no row. Raises sqlite3.Error."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    def change_mark(self) -> tuple[int, int]:
        """Return a value that differs whenever anybody, this process or another, has changed anything."""
        with self._lock:
            return self._foreign_mark(), self._connection.total_changes

    def tally(self) -> dict[int, int]:
        """Return how many tasks are in each state; -1 stands for null. Cheap at any number of tasks."""
        with self._lock:
            mark = self._foreign_mark()
            if mark != self._tallied_at:
                self._count_anew()
                self._tallied_at = mark
            return dict(self.rows("SELECT state, n FROM temp.tally WHERE n > 0"))

    def _foreign_mark(self) -> int:
        return int(self.value("PRAGMA data_version"))

    def _count_anew(self) -> None:
        if self._tallied_at == -1:
            self._connection.executescript(_TALLY)
        self.execute("DELETE FROM temp.tally")
        self.execute(
            "INSERT INTO temp.tally SELECT COALESCE(state, -1) AS s, count(*) FROM main.tasks GROUP BY s"
        )

    def note(self, key: str) -> str | None:
        """Return what is remembered about this world under a key."""
        found = self.value("SELECT value FROM meta WHERE key = ?", (key,))
        return None if found is None else str(found)

    def set_note(self, key: str, value: str) -> None:
        """Remember something about this world."""
        self.execute(
            "INSERT INTO meta VALUES(?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (key, value)
        )
