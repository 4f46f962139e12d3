"""How much a device gets in a day: what batches will still make, what a plan adds, and what is too much."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gui.api.schemas import TaskRequest
from gui.scripts.registry import script
from gui.scripts.targets import split
from gui.store.batch_records import Batch, RequestState

_MAY_COME = frozenset({RequestState.WAITING, RequestState.SENDING, RequestState.UNKNOWN})
"""Requests whose tasks may come to be, or be there already without anybody knowing: counted to be careful."""


@dataclass(frozen=True, slots=True)
class Excess:
    """One device that a plan would load above the ceiling."""

    serial: str
    """Or the account's name, where nobody knows its device."""
    already: int
    """Tasks that it has had today, or that wait."""
    would_be: int


def unsent(
    batches: Iterable[Batch],
    script_name: str,
    newest: int,
    *,
    accounts_on: Mapping[str, int],
    owners: Mapping[str, str],
) -> Counter[str]:
    """Return the tasks by serial that batches will still make, and those made that no poll has shown yet.

    ``newest``: the highest id among the tasks that polls have shown.
    """
    load: Counter[str] = Counter()
    for batch in batches:
        if batch.script_name != script_name:
            continue
        for each in batch.requests:
            not_shown = bool(each.task_ids) and each.task_ids[-1] > newest
            if not_shown or (each.state in _MAY_COME and not batch.cancelled):
                load += load_of(each.request, accounts_on, owners)
    return load


def load_of(request: TaskRequest, accounts_on: Mapping[str, int], owners: Mapping[str, str]) -> Counter[str]:
    """Return the tasks that a request makes, by serial; an account of no known device stands for itself."""
    each = tasks_each(request)
    if request.usernames:
        load: Counter[str] = Counter()
        for name in request.usernames:
            load[owners.get(name, name)] += each
        return load
    every = request.enable_multi_account
    return Counter({s: each * (max(1, accounts_on.get(s, 1)) if every else 1) for s in request.serials})


def tasks_each(request: TaskRequest) -> int:
    """Return the tasks that one device or account gets of a request."""
    info = script(request.script_name)
    items = request.script_config.get(info.fan_out, 1) if info is not None and info.fan_out else 1
    if isinstance(items, str):
        return len(split(items))
    return len(items) if isinstance(items, list) else 1


def over(load: Mapping[str, int], used: Mapping[str, int], ceiling: int) -> list[Excess]:
    """Return the devices that would get more than the ceiling, the fullest first. 0 is no ceiling."""
    if ceiling <= 0:
        return []
    found = [
        Excess(serial, used.get(serial, 0), used.get(serial, 0) + count)
        for serial, count in load.items()
        if count and used.get(serial, 0) + count > ceiling
    ]
    return sorted(found, key=lambda excess: (-excess.would_be, excess.serial))
