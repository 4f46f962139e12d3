"""How a batch is written down in SQLite: the tables, and a record from and to its row."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from gui.api.schemas import TaskRequest
from gui.store.batch_records import Batch, BatchRequest, RequestState

SCHEMA = """
CREATE TABLE batches(
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, script_name TEXT NOT NULL,
  created_at REAL NOT NULL, paused INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0,
  why_paused TEXT NOT NULL DEFAULT '');
CREATE TABLE requests(
  batch_id INTEGER NOT NULL, number INTEGER NOT NULL, request TEXT NOT NULL, expected INTEGER,
  state TEXT NOT NULL, task_ids TEXT NOT NULL, reason TEXT NOT NULL, evidence TEXT NOT NULL,
  since_id INTEGER, sent_at REAL, missing TEXT NOT NULL, since_mark TEXT NOT NULL, sent_to TEXT NOT NULL,
  PRIMARY KEY(batch_id, number)) WITHOUT ROWID;
"""
_PLACES = ", ".join("?" * 13)


def read_all(connection: sqlite3.Connection) -> list[Batch]:
    """Return every batch, oldest first. Raises ValueError, KeyError or TypeError for what is none."""
    of: dict[int, list[BatchRequest]] = {}
    for row in connection.execute("SELECT * FROM requests ORDER BY batch_id, number"):
        of.setdefault(row[0], []).append(_request(row))
    return [
        Batch(batch_id, name, script, at, bool(paused), bool(cancelled), tuple(of.get(batch_id, ())), why)
        for batch_id, name, script, at, paused, cancelled, why in connection.execute(
            "SELECT id, name, script_name, created_at, paused, cancelled, why_paused FROM batches ORDER BY id"
        )
    ]


def insert_batch(connection: sqlite3.Connection, name: str, script_name: str, created_at: float) -> int:
    """Write a batch without its requests; return its id, which is never used twice."""
    cursor = connection.execute(
        "INSERT INTO batches(name, script_name, created_at) VALUES(?, ?, ?)",
        (_sound(name), _sound(script_name), created_at),
    )
    return int(cursor.lastrowid or 0)


def update_batch(connection: sqlite3.Connection, batch: Batch) -> None:
    """Write what may change of a batch itself."""
    connection.execute(
        "UPDATE batches SET name = ?, paused = ?, cancelled = ?, why_paused = ? WHERE id = ?",
        (_sound(batch.name), batch.paused, batch.cancelled, _sound(batch.why_paused), batch.id),
    )


def delete_batch(connection: sqlite3.Connection, batch_id: int) -> None:
    """Drop a batch with its requests."""
    connection.execute("DELETE FROM requests WHERE batch_id = ?", (batch_id,))
    connection.execute("DELETE FROM batches WHERE id = ?", (batch_id,))


def put_requests(connection: sqlite3.Connection, requests: Iterable[BatchRequest]) -> None:
    """Write requests, over those of the same number."""
    configs: dict[int, str] = {}  # many requests of a plan share one
    rows = [_row(record, configs) for record in requests]
    connection.executemany(f"INSERT OR REPLACE INTO requests VALUES({_PLACES})", rows)


def _row(record: BatchRequest, configs: dict[int, str]) -> tuple[Any, ...]:
    return (
        record.batch_id,
        record.number,
        _request_text(record.request, configs),
        record.expected,
        record.state.value,
        json.dumps(record.task_ids),
        _sound(record.reason),
        _sound(record.evidence),
        record.since_id,
        record.sent_at,
        json.dumps(record.missing),
        _sound(record.since_mark),
        _sound(record.sent_to),
    )


def _request(row: tuple[Any, ...]) -> BatchRequest:
    batch_id, number, request, expected, state, ids, reason, evidence, since, sent_at, missing, mark, to = row
    return BatchRequest(
        batch_id,
        number,
        _request_of(request),
        expected,
        RequestState(state),
        tuple(map(int, json.loads(ids))),
        reason,
        evidence,
        since,
        sent_at,
        tuple((str(place), str(target)) for place, target in json.loads(missing)),
        mark,
        to,
    )


def _request_text(request: TaskRequest, configs: dict[int, str]) -> str:
    """Return a request as JSON in ASCII, which carries half of a surrogate pair too."""
    config = request.script_config
    if id(config) not in configs:
        configs[id(config)] = json.dumps(_without_secrets(config))
    rest = json.dumps(
        {
            "script_name": request.script_name,
            "serials": request.serials,
            "usernames": request.usernames,
            "enable_multi_account": request.enable_multi_account,
            "start_time": request.start_time,
        }
    )
    return f'{rest[:-1]}, "script_config": {configs[id(config)]}}}'


def _request_of(text: str) -> TaskRequest:
    held = json.loads(text)
    return TaskRequest(
        str(held["script_name"]),
        dict(held["script_config"]),
        tuple(map(str, held["serials"])),
        tuple(map(str, held["usernames"])),
        bool(held["enable_multi_account"]),
        str(held["start_time"]),
    )


def _without_secrets(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return a copy without any secret that was not taken out before; the names of kept ones stay."""
    from gui.scripts.secrets import MASK, SECRET_KEYS  # noqa: PLC0415 - reading needs none of the scripts

    if isinstance(value, Mapping):
        return {
            key: MASK
            if key in SECRET_KEYS and item and not isinstance(item, Mapping)
            else _without_secrets(item)
            for key, item in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [_without_secrets(item) for item in value]
    return value


def _sound(text: str) -> str:
    """Return the text without halves of characters, which SQLite does not take."""
    return text.encode("utf-8", "replace").decode("utf-8")
