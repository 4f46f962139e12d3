"""The Local API's records as this program holds them: plain, frozen, cheap to keep by the hundred thousand.

How they are read from the wire, and what is forgiven there, is in :mod:`gui.api.reading`.
"""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

DEFAULT_PORT = 50809
MAX_PAGE_SIZE = 100
UNKNOWN_STATUS = -1
"""Status of a task of which the server said none, or none that is a number. Unknown is not pending."""


class TaskStatus(IntEnum):
    """The four task states of the API. A stopped task probably ends as FAILED (guess, 70 %)."""

    PENDING = 0
    RUNNING = 1
    COMPLETED = 2
    FAILED = 3


@dataclass(frozen=True, slots=True)
class Task:
    """One task record. Text fields that the server left out or sent as null are empty."""

    id: int
    script_name: str = ""
    serial: str = ""
    status: int = TaskStatus.PENDING
    """A TaskStatus where it is one; other numbers are kept and shown; UNKNOWN_STATUS where none came."""
    start_time: str = ""
    """``YYYY-MM-DD HH:MM:SS`` on the TikMatrix PC's clock."""
    end_time: str = ""
    remark: str = ""
    """The failure text."""
    source: str = "ui"
    """``ui`` or ``api``; null on the wire means ui."""
    retry_count: int = 0
    account: str = ""
    """The ``username`` inside script_args."""
    script_args: str = ""
    """JSON text, as the server holds it."""
    create_time: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    """Fields that this program does not know, kept to be shown."""


@dataclass(frozen=True, slots=True)
class TaskPage:
    """One page of the task list."""

    tasks: tuple[Task, ...]
    total: int
    """How many tasks match the filter on the whole server."""
    broken: int = 0
    """How many items of this page could not be read as a task."""


@dataclass(frozen=True, slots=True)
class Stats:
    """The server's own counts of all tasks."""

    total: int = 0
    pending: int = 0
    running: int = 0
    completed: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class License:
    """What the plan allows. ``device_limit`` bounds how many tasks run at once, not how many phones exist."""

    plan_name: str
    api_enabled: bool
    device_limit: int
    message: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """One account that TikMatrix knows. Never carries a password."""

    id: int
    username: str = ""
    email: str = ""
    platform: str = ""
    packagename: str = ""
    device: str = ""
    """ADB serial of the phone that it lives on."""
    device_online: bool = False
    device_name: str = ""
    """Model; empty when the phone is offline."""
    logined: int = 0
    status: int = 0
    """0 enabled, 1 disabled."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One page of the account list."""

    accounts: tuple[Account, ...]
    total: int
    broken: int = 0


@dataclass(frozen=True, slots=True)
class TaskRequest:
    """What ``POST task`` is asked to create. Exactly one of serials and usernames is given."""

    script_name: str
    script_config: dict[str, Any] = field(default_factory=dict)
    serials: tuple[str, ...] = ()
    usernames: tuple[str, ...] = ()
    enable_multi_account: bool = False
    start_time: str = ""
    """``HH:MM`` on the TikMatrix PC's clock; empty means now."""

    def body(self) -> dict[str, Any]:
        """Return the JSON body; script_config is always sent, targets only as one of the two kinds."""
        body: dict[str, Any] = {"script_name": self.script_name, "script_config": self.script_config}
        if self.usernames:
            body["usernames"] = list(self.usernames)
        else:
            body["serials"] = list(self.serials)
            if self.enable_multi_account:
                body["enable_multi_account"] = True
        if self.start_time:
            body["start_time"] = self.start_time
        return body


@dataclass(frozen=True, slots=True)
class Created:
    """The answer to ``POST task``."""

    task_ids: tuple[int, ...]
    created_count: int


@dataclass(frozen=True, slots=True)
class AdbDevice:
    """One line of a local ADB server's device list."""

    serial: str
    state: str
    """``device`` when usable; else ``offline``, ``unauthorized`` and so on."""
    model: str = ""


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """One line of the request log. No header and no body, so no secret."""

    at: float
    """Unix time, s."""
    method: str
    path: str
    """Path and query, without the host."""
    status: int | None
    """HTTP status; None when no answer came."""
    ms: float
    outcome: str
    """``ok``, or what went wrong in a few words."""
