"""Reads tasks and accounts out of the database in the shape of the wire."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gui.api.schemas import TaskStatus
from gui.simulator.database import Database

TASK_FIELDS = (
    "id", "script_name", "script_args", "serial", "status", "start_time", "end_time", "remark", "source",
    "retry_count", "create_time",
)  # fmt: skip
_COLUMNS = ", ".join(TASK_FIELDS)
MAX_INTEGER = 2**63 - 1
"""The largest number that SQLite holds."""

_ACCOUNTS = (
    "FROM accounts AS a LEFT JOIN devices AS d ON d.serial = a.device"
    " WHERE (:platform = '' OR platform = :platform)"
    " AND (:device = '' OR device = :device) AND (:logined IS NULL OR logined = :logined)"
    " AND (:status IS NULL OR status = :status)"
    " AND (:tag = '' OR instr(char(10) || tags || char(10), char(10) || :tag || char(10)))"
)
_ACCOUNT_COLUMNS = (
    "id, username, email, platform, packagename, device, logined, status, tags, d.online, d.model"
)


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Which tasks a list shows; every part that is given must hold."""

    status: int | None = None
    serial: str = ""
    script_name: str = ""
    source: str = ""
    """``ui`` or ``api``; a task without a source counts as ui."""

    def where(self) -> tuple[str, list[Any]]:
        """Return the SQL condition and its values."""
        parts: list[str] = []
        values: list[Any] = []
        for column, value in (
            ("state", self.status),
            ("serial", self.serial or None),
            ("script_name", self.script_name or None),
            ("origin", self.source or None),
        ):
            if value is not None:
                parts.append(f"{column} = ?")
                values.append(value)
        return (f"WHERE {' AND '.join(parts)}" if parts else ""), values


@dataclass(frozen=True, slots=True)
class AccountFilter:
    """Which accounts a list shows; every part that is given must hold."""

    platform: str = ""
    device: str = ""
    logined: int | None = None
    status: int | None = None
    tag: str = ""


def task_record(database: Database, task_id: int) -> dict[str, Any] | None:
    """Return one task as the wire shows it, None where there is none."""
    if not 0 < task_id <= MAX_INTEGER:
        return None
    found = database.rows(f"SELECT {_COLUMNS} FROM tasks WHERE id = ?", (task_id,))  # noqa: S608 - constants
    return _task(found[0]) if found else None


def task_page(
    database: Database, chosen: TaskFilter, page: int, page_size: int
) -> tuple[list[dict[str, Any]], int]:
    """Return one page of tasks, newest first, and how many tasks match in all."""
    where, values = chosen.where()
    total = _total(database, chosen, where, values)
    offset = (page - 1) * page_size
    count = min(page_size, total - offset)
    if count <= 0:
        return [], total
    order = "DESC"
    from_the_end = offset > total // 2  # an offset costs what it skips: walk from the nearer end
    if from_the_end:
        order, offset = "ASC", total - offset - count
    # where many match, walking all by id finds a page sooner than sorting those that match
    walk = "NOT INDEXED" if _is_broad(database, chosen, total) else ""
    sql = f"SELECT {_COLUMNS} FROM tasks {walk} {where} ORDER BY id {order} LIMIT ? OFFSET ?"  # noqa: S608
    tasks = [_task(row) for row in database.rows(sql, [*values, count, offset])]
    return (tasks[::-1] if from_the_end else tasks), total


def task_stats(database: Database) -> dict[str, int]:
    """Return the counts of all tasks."""
    tally = database.tally()
    return {
        "total": sum(tally.values()),
        **{status.name.lower(): tally.get(status, 0) for status in TaskStatus},
    }


def account_page(
    database: Database, chosen: AccountFilter, page: int, page_size: int
) -> tuple[list[dict[str, Any]], int]:
    """Return one page of accounts and how many match in all."""
    values = {
        "platform": chosen.platform,
        "device": chosen.device,
        "logined": chosen.logined,
        "status": chosen.status,
        "tag": chosen.tag,
    }
    total = int(database.value(f"SELECT count(*) {_ACCOUNTS}", values))
    offset = (page - 1) * page_size
    if offset >= total:
        return [], total
    sql = f"SELECT {_ACCOUNT_COLUMNS} {_ACCOUNTS} ORDER BY id LIMIT :size OFFSET :offset"
    found = database.rows(sql, {**values, "size": page_size, "offset": offset})
    return [_account(row) for row in found], total


def _total(database: Database, chosen: TaskFilter, where: str, values: Sequence[Any]) -> int:
    if not where:
        return sum(database.tally().values())
    if chosen == TaskFilter(status=chosen.status) and chosen.status is not None:
        return database.tally().get(chosen.status, 0)
    return int(database.value(f"SELECT count(*) FROM tasks {where}", values))  # noqa: S608 - constants


def _is_broad(database: Database, chosen: TaskFilter, total: int) -> bool:
    if chosen.serial or not (chosen.script_name or chosen.source):
        return False  # their indexes are in the order of ids, or short
    return total * 20 > sum(database.tally().values())


def _task(row: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(TASK_FIELDS, row, strict=True))


def _account(row: Sequence[Any]) -> dict[str, Any]:
    number, username, email, platform, package, device, logined, status, tags, online, model = row
    return {
        "id": number,
        "username": username,
        "email": email,
        "platform": platform,
        "packagename": package,
        "device": device,
        "device_online": bool(online),
        "device_name": model if online else "",
        "logined": logined,
        "logined_text": "Logged in" if logined else "Not logged in",
        "status": status,
        "status_text": "Disabled" if status else "Enabled",
        "tags": [tag for tag in tags.split("\n") if tag],
    }
