"""The device registry: every phone that any source has named, merged by serial."""

from dataclasses import dataclass, field
from enum import StrEnum


class DeviceState(StrEnum):
    """What a phone is doing, as far as anyone has said. Unknown is not offline."""

    RUNNING = "running"
    IDLE = "idle"
    OFFLINE = "offline"
    UNKNOWN = "unknown"


class FactSource(StrEnum):
    """Who told us something about a device."""

    ACCOUNTS = "accounts"
    ADB = "adb"
    TASKS = "tasks"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Device:
    """One phone as it is shown. Rebuilt whenever a fact about it changes."""

    serial: str
    state: DeviceState = DeviceState.UNKNOWN
    nickname: str = ""
    group: str = ""
    note: str = ""
    model: str = ""
    accounts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    running_script: str = ""
    running_since: str = ""
    """``start_time`` of the running task, the TikMatrix PC's clock."""
    waiting: int = 0
    """Pending tasks."""
    last_status: int | None = None
    """Status of the last finished task."""
    last_script: str = ""
    last_end: str = ""
    last_remark: str = ""
    failed_in_a_row: int = 0
    offline_since: float | None = None
    """Unix time at which it was seen to go, s; None where it was offline from the first."""
    told: dict[FactSource, float] = field(default_factory=dict)
    """When each source last spoke of this device, Unix time, s."""

    @property
    def name(self) -> str:
        """The nickname where there is one, else the serial."""
        return self.nickname or self.serial
