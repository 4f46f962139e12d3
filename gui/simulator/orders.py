"""Turns the body of ``POST task`` into tasks: what each does, on which phone, as which account."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gui.scripts.registry import REGISTRY, ScriptInfo, check
from gui.simulator.database import Database
from gui.simulator.refusals import Code, Refused
from gui.simulator.wire import CreateBody

MAX_TASKS = 20_000
"""The most tasks that one request makes; TikMatrix's own limit, if it has one, is not known."""


@dataclass(frozen=True, slots=True)
class Job:
    """What one task does, where, and as whom."""

    serial: str
    arguments: dict[str, Any]


def supported(*, newer: bool) -> list[str]:
    """Return the names that ``script_name`` may have; ``newer``: in a TikMatrix that knows accounts."""
    known = {"supported", "newer"} if newer else {"supported"}
    return [name for name, info in REGISTRY.items() if info.availability in known]


def jobs_of(body: CreateBody, database: Database, *, newer: bool) -> list[Job]:
    """Return one job for each task to be made. Raises Refused, naming the field."""
    if body.script_name not in supported(newer=newer):
        raise Refused(
            Code.SCRIPT_UNSUPPORTED, f"script_name: the API does not support the script '{body.script_name}'"
        )
    info = REGISTRY[body.script_name]
    _check_targets_of(body)
    config = _checked_config(info, body)
    places = _places(body, info, database)
    targets: list[Any] = config.pop(info.fan_out) if info.fan_out else []
    count = len(places) * max(len(targets), 1)
    if count > MAX_TASKS:
        named = "usernames" if body.usernames else "serials"
        raise Refused(
            Code.INVALID, f"{named}: this would make {count:,} tasks; at most {MAX_TASKS:,} at once"
        )
    return [
        Job(serial, {**arguments, "username": username})
        for serial, username in places
        for arguments in _each_target(config, info.fan_out, targets)
    ]


def _check_targets_of(body: CreateBody) -> None:
    if body.serials and body.usernames:
        raise Refused(Code.INVALID, "serials: give either serials or usernames, not both")
    if not body.serials and not body.usernames:
        raise Refused(Code.INVALID, "serials: give at least one of serials, or of usernames")
    if body.usernames and body.enable_multi_account:
        raise Refused(Code.INVALID, "enable_multi_account: works only with serials")


def _checked_config(info: ScriptInfo, body: CreateBody) -> dict[str, Any]:
    problems = check(info.name, body.script_config)
    if problems:
        told = "; ".join(f"script_config.{problem.field}: {problem.message}" for problem in problems)
        raise Refused(Code.INVALID, told)
    assert info.model is not None  # noqa: S101 - check() has used it
    return info.model.parse(body.script_config).payload()


def _each_target(config: dict[str, Any], field: str, targets: list[Any]) -> Iterator[dict[str, Any]]:
    if not field:
        yield config
    for target in targets:
        yield {**config, field: [target]}


def _places(body: CreateBody, info: ScriptInfo, database: Database) -> list[tuple[str, str]]:
    """Return the serial and the username of every place to run at; repeats count once (guess, 60 %)."""
    homes = database.rows(
        "SELECT device, COALESCE(username, email, ''), status FROM accounts ORDER BY id",
    )
    if body.usernames:
        return _places_by_name(list(dict.fromkeys(body.usernames)), homes)
    on_device: dict[str, list[str]] = {}
    for device, name, status in homes:
        if device and status == 0:
            on_device.setdefault(device, []).append(name)
    serials = list(dict.fromkeys(body.serials))
    if info.multi_account == "always" or (info.multi_account == "optional" and body.enable_multi_account):
        places = [(serial, name) for serial in serials for name in on_device.get(serial, ())]
        if not places:
            raise Refused(Code.NO_ACCOUNT, "serials: no enabled account on these devices")
        return places
    return [(serial, on_device.get(serial, [""])[0]) for serial in serials]


def _places_by_name(names: list[str], homes: list[tuple[Any, ...]]) -> list[tuple[str, str]]:
    by_name = {name: device for device, name, _ in homes if device and name}
    missing = [name for name in names if name not in by_name]
    if missing:
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        raise Refused(
            Code.NO_ACCOUNT, f"usernames: no account on a device for {', '.join(missing[:5])}{more}"
        )
    return [(by_name[name], name) for name in names]
