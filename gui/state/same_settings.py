"""Which tasks could be one batch again: the same script with the same settings, whatever their targets."""

import json
from collections.abc import Iterable

from gui.api.schemas import Task

_OWN = ("username", "target_")
"""What a task does not share with its siblings: its account, and the one target that it was made for."""


def by_settings(tasks: Iterable[Task]) -> list[tuple[Task, ...]]:
    """Group tasks by script and arguments, account and targets left aside; the largest group first."""
    groups: dict[tuple[str, str], list[Task]] = {}
    for task in tasks:
        groups.setdefault((task.script_name, _shared(task.script_args)), []).append(task)
    return sorted((tuple(group) for group in groups.values()), key=len, reverse=True)


def _shared(script_args: str) -> str:
    """Return the arguments that siblings have in common; what is no JSON object stays as it is."""
    try:
        arguments = json.loads(script_args) if script_args else {}
    except (ValueError, RecursionError):
        return script_args
    if not isinstance(arguments, dict):
        return script_args
    return json.dumps({k: v for k, v in arguments.items() if not k.startswith(_OWN)}, sort_keys=True)
