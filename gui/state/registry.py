"""Merges what every source says of the phones into one Device each. Never drops one by itself."""

import time
from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from gui.api.schemas import Account, AdbDevice, Task, TaskStatus
from gui.state.changes import TaskChanges
from gui.state.devices import Device, DeviceState, FactSource
from gui.store.device_book import DeviceBook, DeviceEntry

RECENT = 20
"""How many finished tasks are kept a device, to tell the last result and failures in a row."""


@dataclass(slots=True)
class _Work:
    """The part of one device's tasks that its row is made of."""

    pending: set[int] = field(default_factory=set)
    running: dict[int, Task] = field(default_factory=dict)
    recent: list[tuple[str, int, Task]] = field(default_factory=list)
    """Finished tasks by end time, at most RECENT."""


_NO_WORK = _Work()


class DeviceRegistry:
    """All devices by serial, kept up to date from four sources."""

    def __init__(self, book: DeviceBook, now: Callable[[], float] = time.time) -> None:
        self.devices: dict[str, Device] = {}
        self._book = book
        self._now = now
        self._work: dict[str, _Work] = {}
        self._serial_of: dict[int, str] = {}
        """For the tasks that some _Work holds."""
        self._online: dict[str, bool] = {}
        """What a source last said about being connected."""
        self._gone_since: dict[str, float] = {}
        """When a device was seen to go; not there for one that was offline from the first."""
        self._adb_seen: set[str] = set()
        self.take_book()

    def take_book(self) -> None:
        """Take the operator's names, groups and notes."""
        for serial, entry in self._book.entries.items():
            self._told(
                serial, FactSource.OPERATOR, nickname=entry.nickname, group=entry.group, note=entry.note
            )

    def edit(self, serial: str, nickname: str, group: str, note: str) -> None:
        """Remember the operator's own words about a device."""
        self._book.write(serial, DeviceEntry(nickname, group, note))
        self.take_book()

    def add(self, serials: Iterable[str]) -> None:
        """Add serials that the operator typed or imported."""
        self._book.add([serial for serial in serials if serial])
        self.take_book()

    def forget(self, serial: str) -> None:
        """Drop a device until some source names it again."""
        self._book.forget(serial)
        self.devices.pop(serial, None)
        self._online.pop(serial, None)
        self._gone_since.pop(serial, None)
        self._adb_seen.discard(serial)

    def take_accounts(self, accounts: Sequence[Account]) -> None:
        """Take the accounts endpoint's view: who lives on which phone, and is it connected."""
        by_serial: dict[str, list[Account]] = {}
        for account in accounts:
            if account.device:
                by_serial.setdefault(account.device, []).append(account)
        for serial, members in by_serial.items():
            known = self.devices.get(serial, Device(serial))
            self._say(serial, online=members[0].device_online)
            self._told(
                serial,
                FactSource.ACCOUNTS,
                model=next((a.device_name for a in members if a.device_name), known.model),
                accounts=tuple(dict.fromkeys(a.username for a in members if a.username)),
                tags=tuple(dict.fromkeys(tag for a in members for tag in a.tags)),
            )

    def take_adb(self, listed: Sequence[AdbDevice]) -> None:
        """Take a running ADB server's list. A phone that it listed before and no longer does is offline."""
        for phone in listed:
            known = self.devices.get(phone.serial, Device(phone.serial))
            self._say(phone.serial, online=phone.state == "device")
            self._told(phone.serial, FactSource.ADB, model=phone.model or known.model)
        present = {phone.serial for phone in listed}
        for serial in self._adb_seen - present:
            self._say(serial, online=False)
            self._told(serial, FactSource.ADB)
        self._adb_seen |= present

    def take_tasks(self, changes: TaskChanges) -> bool:
        """Take a change of the task list; return whether any device looks different now."""
        touched = {self._serial_of[i] for i in changes.removed if i in self._serial_of}
        for task_id in changes.removed:
            self._drop(task_id)
        for task in changes.upserted:
            touched.add(self._serial_of.get(task.id, task.serial))
            self._drop(task.id)
            if task.serial:
                self._hold(task)
                touched.add(task.serial)
        touched.discard("")
        different = [serial for serial in touched if self._told(serial, FactSource.TASKS)]
        return bool(different)

    def forget_tasks(self) -> None:
        """Drop everything that came from tasks: another server is being read."""
        self._work.clear()
        self._serial_of.clear()
        for serial, device in self.devices.items():
            self.devices[serial] = replace(device, **self._derived(serial))

    def _hold(self, task: Task) -> None:
        work = self._work.setdefault(task.serial, _Work())
        if task.status == TaskStatus.PENDING:
            work.pending.add(task.id)
        elif task.status == TaskStatus.RUNNING:
            work.running[task.id] = task
        else:
            insort(work.recent, (task.end_time, task.id, task))
            if len(work.recent) > RECENT:
                oldest = work.recent.pop(0)
                self._serial_of.pop(oldest[1], None)
                if oldest[1] == task.id:
                    return
        self._serial_of[task.id] = task.serial

    def _drop(self, task_id: int) -> None:
        serial = self._serial_of.pop(task_id, None)
        if serial is None:
            return
        work = self._work[serial]
        work.pending.discard(task_id)
        if work.running.pop(task_id, None) is None:
            work.recent = [entry for entry in work.recent if entry[1] != task_id]

    def _say(self, serial: str, *, online: bool) -> None:
        if online:
            self._gone_since.pop(serial, None)
        elif self._online.get(serial):
            self._gone_since[serial] = self._now()
        self._online[serial] = online

    def _told(self, serial: str, source: FactSource, **facts: Any) -> bool:  # noqa: ANN401 - Device's own fields
        """Take what a source says of a device; return whether the device looks different now."""
        device = self.devices.get(serial)
        now = self._now()
        if device is not None:
            facts |= self._derived(serial)
            if all(getattr(device, name) == value for name, value in facts.items()):
                device.told[source] = now  # the one thing that changes: when it was said
                return False
        known = device or Device(serial)
        facts = {**facts, **self._derived(serial), "told": {**known.told, source: now}}
        self.devices[serial] = replace(known, **facts)
        return True

    def _derived(self, serial: str) -> dict[str, Any]:
        """Return what a device is doing, from its tasks and from who said that it is connected."""
        work = self._work.get(serial, _NO_WORK)
        running = max(work.running.values(), key=lambda task: task.id, default=None)
        last = work.recent[-1][2] if work.recent else None
        online = self._online.get(serial)
        state = DeviceState.UNKNOWN
        if running is not None:
            state = DeviceState.RUNNING
        elif online is not None:
            state = DeviceState.IDLE if online else DeviceState.OFFLINE
        return {
            "state": state,
            "running_script": running.script_name if running else "",
            "running_since": running.start_time if running else "",
            "waiting": len(work.pending),
            "last_status": last.status if last else None,
            "last_script": last.script_name if last else "",
            "last_end": last.end_time if last else "",
            "last_remark": last.remark if last else "",
            "failed_in_a_row": _failed_in_a_row(work),
            "offline_since": self._gone_since.get(serial) if state == DeviceState.OFFLINE else None,
        }


def _failed_in_a_row(work: _Work) -> int:
    count = 0
    for _, _, task in reversed(work.recent):
        if task.status != TaskStatus.FAILED:
            break
        count += 1
    return count
