"""Batches on disk, written ahead: what is about to be sent stands here before its first byte leaves.

One SQLite file. Every change is one transaction that has reached the disk when the method returns. One
program at a time has the file; whoever opens it next finds what the last one knew, however that one ended.
"""

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from gui.api.schemas import TaskRequest
from gui.settings import damaged_name
from gui.store import batch_rows as rows
from gui.store.batch_records import BROKEN_OFF, INTERRUPTED, Batch, BatchRequest, BookProblem, RequestState

APPLICATION_ID = 0x4D444242
VERSION = 1
BUSY_S = 0.3
"""How long to wait for another program that has the file."""


class BatchBook:
    """Every batch. May be used from any thread; without a path nothing outlives the program."""

    def __init__(self, path: Path | None = None) -> None:
        """Nothing is opened before the first use."""
        self._path = path
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._was_read = False
        self.problem = ""
        """A sentence on what was wrong with the file when it was opened; empty when nothing was."""

    def read(self) -> list[Batch]:
        """Return every batch, oldest first. Raises BookProblem.

        The first time, as a new program may go on from it: what was under way when the last one ended is
        unknown now, and what still waited is not continued by itself: its batch is paused.
        """
        with self._lock:
            with self._using() as connection:
                try:
                    found = rows.read_all(connection)
                except (ValueError, KeyError, TypeError, AttributeError) as error:
                    self._begin_anew(f"it holds what is no batch: {error}")
                    found = []
            if self._was_read:
                return found
            self._was_read = True
            batches = [_after_interruption(batch) for batch in found]
            with suppress(BookProblem):  # a disk that takes nothing: the next start reads the same again
                for old, new in zip(found, batches, strict=True):
                    if new is not old:
                        self.put(new.requests, new)
        return batches

    def add(self, name: str, script_name: str, requests: Sequence[tuple[TaskRequest, int | None]]) -> Batch:
        """Write a new batch of requests, each with the tasks expected of it. Raises BookProblem."""
        created_at = time.time()
        with self._transaction() as connection:
            batch_id = rows.insert_batch(connection, name, script_name, created_at)
            records = tuple(
                BatchRequest(batch_id, number, request, expected)
                for number, (request, expected) in enumerate(requests, 1)
            )
            rows.put_requests(connection, records)
        return Batch(batch_id, name, script_name, created_at, requests=records)

    def put(self, requests: Iterable[BatchRequest], batch: Batch | None = None) -> None:
        """Write what has become of some requests, and of a batch itself; all or none. Raises BookProblem."""
        with self._transaction() as connection:
            if batch is not None:
                rows.update_batch(connection, batch)
            rows.put_requests(connection, requests)

    def forget(self, batch_id: int) -> None:
        """Drop a batch; nothing on any server changes. Raises BookProblem."""
        with self._transaction() as connection:
            rows.delete_batch(connection, batch_id)

    def close(self) -> None:
        """Let go of the file. The next use opens it again."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        """Hand out the open database, one thread at a time; name what goes wrong in it."""
        with self._lock:
            try:
                yield self._connection or self._open()
            except (sqlite3.Error, OSError, UnicodeError) as error:
                if "locked" in str(error):
                    raise BookProblem("The list of batches is in use by another MatrixDeck.") from error
                raise BookProblem(f"The list of batches cannot be read or written: {error}.") from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._using() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # SQLite may have undone it already
                    connection.execute("ROLLBACK")
                raise

    def _open(self) -> sqlite3.Connection:
        try:
            self._connection = self._connect()
        except sqlite3.OperationalError:
            raise  # locked, full, no rights: nothing is wrong with what is in it
        except sqlite3.DatabaseError as error:
            self._begin_anew(str(error))
        assert self._connection is not None  # noqa: S101 - one of the two has set it
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self._path or ":memory:", timeout=BUSY_S, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _begin_anew(self, why: str) -> None:
        """Keep a file aside that cannot be used, and begin another."""
        self.close()
        self.problem = f"The list of batches was damaged ({why})."
        if self._path is not None:
            aside = damaged_name(self._path)
            self._path.replace(aside)
            for end in ("-wal", "-shm"):
                with suppress(FileNotFoundError):
                    self._path.with_name(self._path.name + end).replace(aside.with_name(aside.name + end))
            self.problem += f" The old file is kept as {aside.name}."
        self._connection = self._connect()


def _prepare(connection: sqlite3.Connection) -> None:
    """Take the file for this program alone, see that it is whole, make its tables. Raises sqlite3.Error."""
    execute = connection.execute
    execute("PRAGMA locking_mode = EXCLUSIVE")
    execute("PRAGMA journal_mode = WAL")
    execute("PRAGMA synchronous = FULL")  # a commit has reached the disk when it returns
    owner, version = (execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    empty = execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if not empty and (owner, version) != (APPLICATION_ID, VERSION):
        raise sqlite3.DatabaseError("it is of another program or another version")
    found = execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(found)
    if empty:
        marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
        connection.executescript(f"BEGIN IMMEDIATE; {rows.SCHEMA} {marks} COMMIT;")


def _after_interruption(batch: Batch) -> Batch:
    """Return the batch as it stands after its program has ended; itself where nothing changes."""
    if any(each.state is RequestState.SENDING for each in batch.requests):
        requests = tuple(
            replace(each, state=RequestState.UNKNOWN, reason=BROKEN_OFF)
            if each.state is RequestState.SENDING
            else each
            for each in batch.requests
        )
        batch = replace(batch, requests=requests)
    waits = any(each.state is RequestState.WAITING for each in batch.requests)
    if waits and not batch.paused:
        batch = replace(batch, paused=True, why_paused=INTERRUPTED)
    return batch
