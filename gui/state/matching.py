"""Which tasks are what a request asked for. Pure."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from gui.api.schemas import Task
from gui.scripts.registry import REGISTRY
from gui.scripts.secrets import SECRET_KEYS
from gui.store.batch_records import BatchRequest

_SINGULAR = {"target_users": "target_user", "target_post_urls": "target_post_url"}
"""What a list of targets is called where it holds one (doc)."""

Pair = tuple[str, str]
"""Device or account, and target or nothing; as they are compared."""


class Match:
    """Sorts tasks into those that a request must have made, and those that it may have made."""

    def __init__(self, request: BatchRequest, tasks: Iterable[Task]) -> None:
        asked = request.request
        self._asked = asked
        self.expected = request.expected
        """How many tasks the request should make; None where nobody can say."""
        info = REGISTRY.get(asked.script_name)
        self._fan_out = info.fan_out if info is not None else ""
        self._several = asked.enable_multi_account or (info is not None and info.multi_account == "always")
        targets = asked.script_config.get(self._fan_out) if self._fan_out else None
        targets = [str(each) for each in targets] if isinstance(targets, (list, tuple)) else []
        # As they are compared, with how often each was asked for, and as they were written.
        self._targets = Counter(map(_plain, targets))
        self._places = Counter(map(_plain, asked.usernames or asked.serials))
        self._written = {_plain(name): name for name in (*targets, *asked.usernames, *asked.serials)}
        self.found: list[Task] = []
        """In the order of their ids."""
        self.alike: list[Task] = []
        """They differ in their settings or their origin, or do not say enough."""
        self._pairs: list[Pair] = []
        for task in sorted(tasks, key=lambda each: each.id):
            self._sort_in(task)
        lacking, self._extra = self._compared()
        self.missing = tuple(
            (self._written.get(place, place), self._written.get(target, target))
            for place, target in lacking.elements()
        )
        """The devices or accounts, each with its target, that got no task."""

    @property
    def too_many(self) -> bool:
        """Whether more is there than was asked for."""
        if self._several:
            return self.expected is not None and len(self.found) > self.expected
        return self._extra

    @property
    def complete(self) -> bool:
        """Whether everything is there that was asked for."""
        enough = self.expected is None or len(self.found) >= self.expected
        return enough and bool(self.found) and not self.missing

    def _sort_in(self, task: Task) -> None:
        asked = self._asked
        if task.script_name != asked.script_name:
            return
        place = _plain(task.account if asked.usernames else task.serial)
        if place and place not in self._places:
            return
        arguments = arguments_of(task)
        target = _plain(self._target_in(arguments))
        if target and self._targets and target not in self._targets:
            return
        rest = {key: value for key, value in asked.script_config.items() if key != self._fan_out}
        if place and task.source.lower() == "api" and alike(rest, arguments):
            self.found.append(task)
            self._pairs.append((place, target if self._targets else ""))
        else:
            self.alike.append(task)

    def _target_in(self, arguments: Mapping[str, Any]) -> str:
        """Return the one target that a task's arguments name; empty where they name none."""
        for name in (self._fan_out, _SINGULAR.get(self._fan_out, "")):
            value = arguments.get(name) if name else None
            if isinstance(value, list) and len(value) == 1:
                value = value[0]
            if isinstance(value, str) and value.strip():
                return value
        return ""

    def _compared(self) -> tuple[Counter[Pair], bool]:
        """Return what lacks, and whether anything is there more often than it was asked for."""
        if self._several:  # which accounts a device has is not known here
            served = {place for place, _ in self._pairs}
            return Counter((place, "") for place in self._places if place not in served), False
        if self._targets and all(target for _, target in self._pairs):
            have = Counter(self._pairs)
            wanted = Counter(
                {(place, target): often for place in self._places for target, often in self._targets.items()}
            )
        else:  # a task that does not say what it is for can only be counted
            have = Counter((place, "") for place, _ in self._pairs)
            wanted = Counter({(place, ""): max(1, self._targets.total()) for place in self._places})
        return wanted - have, bool(have - wanted)


def arguments_of(task: Task) -> dict[str, Any]:
    """Return a task's arguments; empty where they are no JSON object."""
    try:
        found = json.loads(task.script_args) if task.script_args else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def alike(asked: object, held: object) -> bool:
    """Whether what a task holds does not contradict what was asked: keys of only one side do not count.

    A server may write a number as text or a truth as 1. A secret is not compared: it may be hidden there.
    """
    if isinstance(asked, Mapping) and isinstance(held, Mapping):
        common = (key for key in asked if key in held and key not in SECRET_KEYS)
        return all(alike(asked[key], held[key]) for key in common)
    if isinstance(asked, (list, tuple)) and isinstance(held, (list, tuple)):
        return len(asked) == len(held) and all(map(alike, asked, held))
    return _scalar(asked) == _scalar(held)


def _scalar(value: object) -> str:
    if isinstance(value, (bool, int, float)):
        return f"{float(value):g}"
    text = str(value).strip()
    try:
        return f"{float(text):g}"
    except ValueError:
        return text


def _plain(name: str) -> str:
    """Return a name as it is compared: servers differ in case, space and the leading @."""
    return name.strip().lstrip("@").casefold()
