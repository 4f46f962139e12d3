"""Gathering what the summary needs to know from the host and the editors."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gui.scripts.registry import ScriptInfo
from gui.state.devices import Device, DeviceState
from gui.state.host import Host
from gui.views.compose.form import ScriptForm
from gui.views.compose.schedule import ScheduleEditor
from gui.views.compose.summary import DeviceFact, Facts
from gui.views.compose.targets import TargetsEditor


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the facts are."""

    host: Host
    info: ScriptInfo
    form: ScriptForm
    targets: TargetsEditor
    schedule: ScheduleEditor


def gather(source: Sources, now: datetime) -> Facts:
    """Return the facts as they are at ``now``."""
    host, info, form, targets = source.host, source.info, source.form, source.targets
    usernames = targets.usernames()
    owners = {name: device.serial for device in host.devices.values() for name in device.accounts}
    serials = targets.serials() or tuple(dict.fromkeys(owners[name] for name in usernames if name in owners))
    return Facts(
        now=now,
        phase=host.connection.phase,
        license=host.license,
        running=host.stats.running,
        devices=tuple(_device(serial, host.devices) for serial in serials),
        by_account=targets.kind() == "accounts",
        accounts=usernames,
        strangers=tuple(name for name in usernames if name not in owners) if owners else (),
        each=form.each(info.fan_out),
        every_account=targets.every_account() or (info.multi_account == "always" and not usernames),
        problems=len(form.problems()),
        start=source.schedule.start(),
        newer=info.availability == "newer",
    )


def _device(serial: str, devices: Mapping[str, Device]) -> DeviceFact:
    device = devices.get(serial)
    if device is None:
        return DeviceFact(serial, DeviceState.UNKNOWN)
    return DeviceFact(device.name, device.state, device.waiting, len(device.accounts))
