"""From the form and its targets to a plan, and to the facts that the summary tells of it."""

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from gui.scripts.registry import ScriptInfo
from gui.state.ceilings import load_of, over, unsent
from gui.state.day_count import DayCount
from gui.state.devices import Device, DeviceState
from gui.state.durations import Typical, typical, waves
from gui.state.host import Host
from gui.state.keys import KeyPlace
from gui.state.plan import Plan, plan
from gui.views.compose.exact import Exact
from gui.views.compose.form import ScriptForm
from gui.views.compose.schedule import ScheduleEditor
from gui.views.compose.summary_facts import MAX_TASKS, DeviceFact, Facts, LoadFact
from gui.views.compose.targets import TargetsEditor

Payloads = list[tuple[dict[str, Any], tuple[str, ...]]]

LOOK_AGAIN_S = 5.0
"""How old the usual length of a task may be."""
_FULLEST = 2


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the facts are."""

    info: ScriptInfo
    form: ScriptForm
    targets: TargetsEditor
    schedule: ScheduleEditor
    key_places: tuple[KeyPlace, ...] = ()
    exact: Exact | None = None


class Planning(QObject):
    """Never looks through all tasks for one key: there may be a hundred thousand."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._day_count = DayCount(host, self)
        self._typical: dict[str, tuple[float, Typical | None]] = {}
        self._planned: tuple[object, Plan] | None = None

    def plan(self, source: Sources) -> Plan:
        """Return what would be sent; while something is wrong, with the values as they were typed."""
        payloads = self._payloads(source)
        every = source.targets.every_account()
        relevant = self._accounts_on() if every or source.info.multi_account == "always" else {}
        by_account = source.targets.kind() == "accounts"
        key = (source.info.name, payloads, by_account, every, source.schedule.wire(), relevant)
        if self._planned is None or self._planned[0] != key:
            made = plan(
                source.info.name,
                payloads,
                by_account=by_account,
                every_account=every,
                start_time=source.schedule.wire(),
                accounts_on=relevant,
            )
            self._planned = key, made
        return self._planned[1]

    def facts(self, source: Sources, now: datetime) -> Facts:
        """Return the facts as they are at ``now``."""
        host, info, form, targets = self._host, source.info, source.form, source.targets
        owners = {name: device.serial for device in host.devices.values() for name in device.accounts}
        usernames = targets.usernames()
        serials = targets.serials() or tuple(dict.fromkeys(owners[n] for n in usernames if n in owners))
        each = form.each(info.fan_out)
        too_many = each * len(targets.targets()) > MAX_TASKS
        made = None if too_many or not each or not targets.targets() else self.plan(source)
        load = _load(made, self._accounts_on(), owners)
        batches = host.batches.batches.values()
        used = self._day_count.used(info.name, now.strftime("%Y-%m-%d")) + unsent(
            batches, info.name, self._newest(), accounts_on=self._accounts_on(), owners=owners
        )
        ceiling = host.desk.ceilings.get(info.name, 0)
        uniform = made is None or source.exact is None or made.expected is None
        return Facts(
            now=now,
            phase=host.connection.phase,
            license=host.license,
            running=host.stats.running,
            devices=tuple(_device(serial, host.devices) for serial in serials),
            by_account=targets.kind() == "accounts",
            accounts=usernames,
            strangers=tuple(name for name in usernames if name not in owners) if owners else (),
            each=each,
            planned=None if uniform or made is None else made.expected,
            every_account=targets.every_account() or (info.multi_account == "always" and not usernames),
            problems=len(form.problems()),
            start=source.schedule.start(),
            newer=info.availability == "newer",
            script_name=info.name,
            left_out=targets.left_out(),
            too_many=too_many,
            requests=len(made.requests) if made is not None else 0,
            fullest=self._fullest(load),
            rounds=self._rounds(load),
            typical=self._usual(info.name),
            ceiling=ceiling,
            above=tuple(
                LoadFact(self._name(excess.serial), excess.would_be - excess.already, excess.already)
                for excess in over(load, used, ceiling)
            ),
            told=form.warnings(),
            keys_in_memory=KeyPlace.MEMORY in source.key_places,
        )

    def _payloads(self, source: Sources) -> Payloads:
        """Return what goes to whom; while something is wrong, what was typed, the same for all."""
        form, targets = source.form, source.targets.targets()
        if source.exact is not None:
            payload = form.payload()
            return source.exact.payloads(form.config() if payload is None else payload)
        return form.payloads(targets) or [(form.config(), targets)]

    def _usual(self, script_name: str) -> Typical | None:
        at, usual = self._typical.get(script_name, (0.0, None))
        clock = time.monotonic()
        if clock - at > LOOK_AGAIN_S:
            mirror = self._host.mirror
            usual = typical(mirror.tasks, mirror.ids(), script_name)
            self._typical[script_name] = clock, usual
        return usual

    def _accounts_on(self) -> dict[str, int]:
        """Return how many accounts live on each device, where anybody has said."""
        return {serial: len(d.accounts) for serial, d in self._host.devices.items() if d.accounts}

    def _newest(self) -> int:
        ids = self._host.mirror.ids()
        return ids[-1] if ids else 0

    def _fullest(self, load: Mapping[str, int]) -> tuple[LoadFact, ...]:
        facts = [LoadFact(self._name(serial), gets, self._has(serial)) for serial, gets in load.items()]
        return tuple(sorted(facts, key=lambda fact: -(fact.gets + fact.has))[:_FULLEST])

    def _rounds(self, load: Mapping[str, int]) -> int:
        at_once = self._host.license.device_limit if self._host.license else 0
        return waves({serial: gets + self._has(serial) for serial, gets in load.items()}, at_once)

    def _has(self, serial: str) -> int:
        device = self._host.devices.get(serial)
        return 0 if device is None else device.waiting + (device.state is DeviceState.RUNNING)

    def _name(self, serial: str) -> str:
        device = self._host.devices.get(serial)
        return serial if device is None else device.name


def _load(made: Plan | None, accounts_on: Mapping[str, int], owners: Mapping[str, str]) -> Counter[str]:
    load: Counter[str] = Counter()
    for each in made.requests if made is not None else ():
        load.update(load_of(each.request, accounts_on, owners))
    return load


def _device(serial: str, devices: Mapping[str, Device]) -> DeviceFact:
    device = devices.get(serial)
    if device is None:
        return DeviceFact(serial, DeviceState.UNKNOWN)
    return DeviceFact(device.name, device.state, device.waiting, len(device.accounts))
