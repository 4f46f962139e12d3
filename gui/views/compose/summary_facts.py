"""Everything that the summary depends on, and the first number that follows from it."""

from dataclasses import dataclass
from datetime import datetime, time

from gui.api.schemas import License
from gui.state.connection import Phase
from gui.state.devices import DeviceState
from gui.state.durations import Typical

MAX_TASKS = 100_000
"""Of one batch: as many as the mirror and the table are made for."""


@dataclass(frozen=True, slots=True)
class DeviceFact:
    """What matters about one target device."""

    name: str
    state: DeviceState = DeviceState.UNKNOWN
    waiting: int = 0
    accounts: int = 0
    """Accounts known to live on it; 0 where nobody said."""


@dataclass(frozen=True, slots=True)
class LoadFact:
    """What one device, or an account of no known device, would get."""

    name: str
    gets: int
    """Tasks of the plan."""
    has: int = 0
    """Tasks that wait or run there already; for a ceiling, those of the day."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the summary depends on."""

    now: datetime
    phase: Phase = Phase.LIVE
    license: License | None = None
    running: int = 0
    """Tasks that run on the whole server at the moment."""
    devices: tuple[DeviceFact, ...] = ()
    """The target devices, or for accounts those that are known to hold them."""
    by_account: bool = False
    accounts: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    """Those of the accounts that nobody has named yet."""
    each: int = 1
    """Tasks for one device or account."""
    planned: int | None = None
    """Tasks of the plan, where they are not the same for every device or account."""
    every_account: bool = False
    problems: int = 0
    """Fields with something wrong."""
    start: time | None = None
    newer: bool = False
    """Whether only newer versions of TikMatrix take the script."""
    script_name: str = ""
    left_out: int = 0
    """Devices left out by choice."""
    too_many: bool = False
    """More tasks than one batch may make."""
    requests: int = 0
    """Requests that the plan goes out in."""
    fullest: tuple[LoadFact, ...] = ()
    """The devices with the most to do."""
    rounds: int = 0
    """How many times the length of a task it all takes, at the least."""
    typical: Typical | None = None
    """How long such tasks have taken; None where none has been seen to end."""
    ceiling: int = 0
    """Most tasks of the script a device and day; 0 for no ceiling."""
    above: tuple[LoadFact, ...] = ()
    """The devices that would get more."""
    told: tuple[str, ...] = ()
    """What the form itself warns of."""
    sent_before: str = ""
    """Name of a batch that has made the very same already."""
    keys_in_memory: bool = False
    """Whether a key of the form is forgotten when the panel closes."""


def task_count(facts: Facts) -> int | None:
    """Return the tasks that one request makes: None where nobody can say."""
    if facts.planned is not None:
        return facts.planned
    if facts.by_account:
        return len(facts.accounts) * facts.each
    if not facts.every_account:
        return len(facts.devices) * facts.each
    if not all(device.accounts for device in facts.devices):
        return None
    return sum(device.accounts for device in facts.devices) * facts.each
