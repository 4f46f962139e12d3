"""Cuts what the operator wants into requests of sensible size. Pure: nothing is asked and nothing is sent."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gui.api.schemas import TaskRequest
from gui.scripts.registry import REGISTRY

REQUEST_TASKS = 100
"""Tasks that one request makes: few enough to be answered at once and to be looked up on one page."""

Payload = tuple[dict[str, Any], tuple[str, ...]]
"""A script_config, and the devices or accounts that it is for."""
AccountsOf = Callable[[str], int | None]
"""How many tasks of one target a device or account gets; None where nobody knows."""


@dataclass(frozen=True, slots=True)
class PlannedRequest:
    """One request, and how many tasks it should make; None where nobody can say."""

    request: TaskRequest
    expected: int | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that one press of the button sends."""

    name: str
    script_name: str
    requests: tuple[PlannedRequest, ...] = ()

    @property
    def expected(self) -> int | None:
        """Tasks that the whole should make; None where nobody can say."""
        counts = [each.expected for each in self.requests]
        return None if None in counts else sum(count or 0 for count in counts)


def plan(
    script_name: str,
    payloads: Sequence[Payload],
    *,
    by_account: bool = False,
    every_account: bool = False,
    start_time: str = "",
    name: str = "",
    accounts_on: Mapping[str, int] | None = None,
) -> Plan:
    """Return the requests for payloads, each a script_config and its devices (``by_account``: accounts).

    Equal configs go out together, and a device named twice for one of them counts once. No request makes more
    than REQUEST_TASKS tasks: devices are kept whole, a list of targets is cut only where one device alone
    passes the limit. ``every_account`` asks for one task an account; ``accounts_on`` says how many each
    device has, and a device that it does not name makes the number of tasks unknown.
    """
    info = REGISTRY.get(script_name)
    always = info is not None and info.multi_account == "always"
    fan_out = info.fan_out if info is not None else ""
    counted = accounts_on or {}

    def accounts_of(place: str) -> int | None:
        if by_account or not (every_account or always):
            return 1
        return counted.get(place) or None

    requests = [
        PlannedRequest(
            TaskRequest(
                script_name,
                part,
                serials=() if by_account else places,
                usernames=places if by_account else (),
                enable_multi_account=every_account and not by_account,
                start_time=start_time,
            ),
            _expected(places, part, fan_out, accounts_of),
        )
        for config, targets in _grouped(payloads)
        for part, places in _cut(config, targets, fan_out, accounts_of)
    ]
    return Plan(name, script_name, tuple(requests))


def target_count(config: Mapping[str, Any], fan_out: str) -> int:
    """Return how many tasks one device gets from a config; ``fan_out`` names the list that multiplies."""
    targets = config.get(fan_out) if fan_out else None
    return max(1, len(targets)) if isinstance(targets, (list, tuple)) else 1


def _grouped(payloads: Sequence[Payload]) -> list[tuple[dict[str, Any], list[str]]]:
    """Put the targets of equal configs together, each once, in the order of their first mention."""
    groups: dict[str, tuple[dict[str, Any], dict[str, None]]] = {}
    for config, targets in payloads:
        key = json.dumps(config, sort_keys=True, default=repr)
        groups.setdefault(key, (config, {}))[1].update(dict.fromkeys(targets))
    return [(config, list(targets)) for config, targets in groups.values()]


def _cut(
    config: dict[str, Any], targets: Sequence[str], fan_out: str, accounts_of: AccountsOf
) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    """Yield the configs and devices of single requests."""
    each = target_count(config, fan_out)
    together: list[str] = []
    size = 0
    for place in targets:
        tasks = each * (accounts_of(place) or 1)
        if together and size + tasks > REQUEST_TASKS:
            yield config, tuple(together)
            together, size = [], 0
        if tasks > REQUEST_TASKS and each > 1:
            step = max(1, REQUEST_TASKS // (accounts_of(place) or 1))
            for start in range(0, each, step):
                yield {**config, fan_out: list(config[fan_out][start : start + step])}, (place,)
            continue
        together.append(place)
        size += tasks
    if together:
        yield config, tuple(together)


def _expected(
    places: Sequence[str], config: Mapping[str, Any], fan_out: str, accounts_of: AccountsOf
) -> int | None:
    total = 0
    for place in places:
        accounts = accounts_of(place)
        if accounts is None:
            return None
        total += accounts
    return total * target_count(config, fan_out)
