"""From bytes to records: strict about meaning, forgiving about shape.

Nobody here has seen every answer of the real server (``data`` of the task list is not even documented), so
digit strings, nulls, other array names and unknown fields are taken; an item that makes no sense is counted
and left out. Whatever arrives, the result is a record or an :class:`~gui.api.errors.ApiError`.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from sys import intern
from typing import Any, TypeVar

from gui.api.errors import ApiError, NotFound, PlanRefused, Rejected, ServerError, Unreadable
from gui.api.schemas import (
    UNKNOWN_STATUS,
    Account,
    AccountPage,
    Created,
    License,
    Stats,
    Task,
    TaskPage,
)
from gui.api.values import MAX_COUNT, count, flag, integer, json_text, parse, small, string

Record = TypeVar("Record")

_ARRAYS = ("list", "items", "records")
_COUNTS = ("count", "retried_count", "retried", "retry_count", "deleted_count", "affected", "total")
_KNOWN = frozenset(
    {"id", "script_name", "script_args", "serial", "status", "start_time", "end_time", "remark", "source"}
    | {"retry_count", "create_time"}
)
_TEXT_LENGTH = 200
_GLIMPSE_LENGTH = 40
_TOO_LARGE = frozenset({413, 422})  # plain-text refusals of web frameworks, of a body that cannot be taken

_NAMED_FIELD = (
    re.compile(r"^(?:invalid parameters?:?\s+)?([A-Za-z_][\w.\[\]]*)\s*:\s", re.IGNORECASE),
    re.compile(r"[`'\"“]([A-Za-z_][\w.\[\]]*)[`'\"”]"),
    re.compile(r"\b([a-z]+(?:_[a-z0-9]+)+(?:\.\w+)*)\b"),
)
_PREFIX = re.compile(r"^(?:body\.)?(?:script_config\.)?")
_INDEX = re.compile(r"(?:\[\d+\]|\.\d+)+$")


def read_envelope(body: bytes, http_status: int) -> Any:  # noqa: ANN401 - JSON
    """Return ``data`` of a successful answer. Raises what its code or its HTTP status means.

    The body counts more than the status: 200 for everything is likely (guess, 70 %).
    """
    try:
        answer = parse(body)
    except ValueError:
        raise _error_of_status(_plain(body), http_status) from None
    code = integer(answer.get("code")) if isinstance(answer, dict) else None
    if code is None:
        raise _error_of_status(_plain(body), http_status)
    if code == 0 and http_status < 400:
        return answer.get("data")
    detail = _explanation(answer)
    if code == 0:
        raise _error_of_status(detail, http_status)
    raise _error_of_code(code, detail, http_status, answer.get("data"))


def read_task_page(data: object) -> TaskPage:
    """Read ``data`` of the task list: an array, bare or under one of its likely names, and ``total``."""
    items, total = _array(data, "tasks")
    tasks, broken = _each(items, _task)
    return TaskPage(tasks, total, broken)


def read_task(data: object) -> Task:
    """Read ``data`` of one task, bare or under ``task``. Raises Unreadable."""
    if isinstance(data, dict) and "id" not in data and "task" in data:
        data = data["task"]
    return _task(data)


def read_stats(data: object) -> Stats:
    """Read the server's counts (doc). A missing total is the sum of the others. Raises Unreadable."""
    names = ("pending", "running", "completed", "failed")
    if not isinstance(data, dict) or not any(name in data for name in (*names, "total")):
        raise Unreadable("The task counts are missing.")
    counts = [count(data, name, 0) for name in names]
    return Stats(count(data, "total", sum(counts)), *counts)


def read_license(data: object) -> License:
    """Read the plan (seed). Raises Unreadable where neither the plan nor the permission is named."""
    if not isinstance(data, dict) or not ("plan_name" in data or "api_enabled" in data):
        raise Unreadable("The plan is missing.")
    return License(
        plan_name=string(data.get("plan_name")),
        api_enabled=flag(data.get("api_enabled", True)),
        device_limit=count(data, "device_limit", 0),
        message=string(data.get("message")),
    )


def read_created(data: object) -> Created:
    """Read which tasks ``POST task`` made (doc). Raises Unreadable where neither ids nor a count is given."""
    if isinstance(data, list):
        data = {"task_ids": data}
    if not isinstance(data, dict) or not ("task_ids" in data or "created_count" in data):
        raise Unreadable("The request was accepted, but the answer does not say which tasks it made.")
    raw = data.get("task_ids")
    ids = tuple(i for i in map(integer, raw) if i is not None and i > 0) if isinstance(raw, list) else ()
    return Created(ids, count(data, "created_count", len(ids)))


def read_count(data: object) -> int | None:
    """Read how many tasks a bulk command touched, as an int or in an object (guess, 75 %); None if unsaid."""
    if isinstance(data, dict):
        named = (data[name] for name in _COUNTS if name in data)
        ids = data.get("task_ids")
        data = next(named, len(ids) if isinstance(ids, list) else None)
    number = integer(data)
    return number if number is not None and 0 <= number <= MAX_COUNT else None


def read_account_page(data: object) -> AccountPage:
    """Read ``data`` of the account list (doc, newer versions)."""
    items, total = _array(data, "accounts")
    accounts, broken = _each(items, _account)
    return AccountPage(accounts, total, broken)


def _error_of_status(detail: str, http_status: int) -> ApiError:
    if http_status >= 500:
        return ServerError(detail or f"HTTP {http_status}", http_status=http_status)
    if http_status == 404:
        return NotFound(f"HTTP 404 {_glimpse(detail)}".strip(), http_status=http_status)
    if http_status in _TOO_LARGE and not detail.startswith("<"):
        return Rejected(detail or f"HTTP {http_status}", http_status=http_status)
    seen = f'text that begins with "{_glimpse(detail)}"' if detail else "an empty answer"
    return Unreadable(f"HTTP {http_status}, {seen}", http_status=http_status)


def _error_of_code(code: int, detail: str, http_status: int, data: object) -> ApiError:
    if code == 40301:
        return PlanRefused(detail, code=code, http_status=http_status, license=_license_if_any(data))
    if code == 40401:
        return NotFound(detail, code=code, http_status=http_status)
    if 40000 <= code <= 49999:
        name = "script_name" if code in {40002, 40003} else _named_field(detail)
        return Rejected(detail or f"code {code}", code=code, http_status=http_status, field=name)
    return ServerError(detail or f"code {code}", code=code, http_status=http_status)


def _license_if_any(data: object) -> License | None:
    try:
        return read_license(data)
    except Unreadable:
        return None


def _named_field(detail: str) -> str:
    """Return the field that a refusal names, as a dotted path below script_config; empty if none."""
    for pattern in _NAMED_FIELD:
        if found := pattern.search(detail):
            return _INDEX.sub("", _PREFIX.sub("", found[1]))
    return ""


def _explanation(answer: dict[str, Any]) -> str:
    """Return the server's words: ``message``, and ``data`` where that is the string that explains (seen)."""
    message = string(answer.get("message")).strip()
    data = answer.get("data")
    more = string(data).strip() if isinstance(data, str) else ""
    if more and more not in message:
        message = f"{message}: {more}" if message else more
    return message


def _plain(body: bytes) -> str:
    text = body[: 4 * _TEXT_LENGTH].decode("utf-8", "replace")
    return "".join(c if c.isprintable() else " " for c in text).strip()[:_TEXT_LENGTH]


def _glimpse(text: str) -> str:
    return text if len(text) <= _GLIMPSE_LENGTH else text[:_GLIMPSE_LENGTH].rstrip() + "…"


def _array(data: object, name: str) -> tuple[list[Any], int]:
    """Return the array of a page and the total. Raises Unreadable where there is none."""
    if isinstance(data, list):
        return data, len(data)
    if not isinstance(data, dict):
        raise Unreadable(f"The list of {name} is missing.")
    for key in (name, *_ARRAYS):
        items = data.get(key)
        if isinstance(items, list):
            return items, max(count(data, "total", len(items)), len(items))
    if any(key in data for key in (name, *_ARRAYS)) or integer(data.get("total")) == 0:
        return [], count(data, "total", 0)  # a null array is how some servers write an empty one
    raise Unreadable(f"The list of {name} is missing.")


def _each(items: list[Any], read: Callable[[object], Record]) -> tuple[tuple[Record, ...], int]:
    records = []
    for item in items:
        try:
            records.append(read(item))
        except Unreadable:
            continue
    return tuple(records), len(items) - len(records)


def _task(item: object) -> Task:
    if not isinstance(item, dict):
        raise Unreadable("A task is not an object.")
    get = item.get
    number = integer(get("id"))
    if number is None or number <= 0:
        raise Unreadable("A task has no usable id.")
    args = get("script_args")
    status = small(get("status"))
    names = item.keys() - _KNOWN
    if status is None and get("status") is not None:
        names.add("status")
    return Task(
        number,
        intern(string(get("script_name"))),  # few different ones, held a hundred thousand times
        intern(string(get("serial"))),
        UNKNOWN_STATUS if status is None else status,
        string(get("start_time")),
        string(get("end_time")),
        string(get("remark")),
        intern(string(get("source")) or "ui"),
        max(small(get("retry_count")) or 0, 0),
        _account_in_text(args) if isinstance(args, str) else _account_name(args),
        string(args),
        string(get("create_time")),
        tuple([(string(name), json_text(item[name])) for name in sorted(names)]) if names else (),
    )


@lru_cache(maxsize=4096)
def _account_in_text(args: str) -> str:
    """Return the account that script_args names; kept, since polls bring the same tasks again and again."""
    if "username" not in args:
        return ""
    try:
        return intern(_account_name(parse(args)))
    except ValueError:
        return ""


def _account_name(args: object) -> str:
    """Return the account that script_args names under ``username`` or ``usernames``; empty if none."""
    if not isinstance(args, dict):
        return ""
    names = args.get("username") or args.get("usernames") or ""
    parts = names if isinstance(names, list) else string(names).split("\n")
    return ", ".join(text for text in (string(part).strip() for part in parts) if text)


def _account(item: object) -> Account:
    if not isinstance(item, dict):
        raise Unreadable("An account is not an object.")
    number = integer(item.get("id"))
    if number is None or number <= 0:
        raise Unreadable("An account has no usable id.")
    texts = {
        name: string(item.get(name))
        for name in ("username", "email", "platform", "packagename", "device", "device_name")
    }
    tags = item.get("tags")
    parts = tags if isinstance(tags, list) else string(tags).split(",")
    return Account(
        id=number,
        device_online=flag(item.get("device_online")),
        logined=int(flag(item.get("logined"))),
        status=small(item.get("status")) or 0,
        tags=tuple(text for text in (string(part).strip() for part in parts) if text),
        **texts,
    )
