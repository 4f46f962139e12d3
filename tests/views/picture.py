"""Made-up state for tests of what is drawn: told through the host's own signals, as the host would."""

import time

from gui.api.schemas import License, Stats
from gui.state.connection import Connection, Phase, Polling, Progress
from gui.state.devices import Device, DeviceState, FactSource
from gui.state.host import Host

URL = "http://localhost:50809"


def connection(phase=Phase.LIVE, **facts):
    known = {"url": URL, "url_source": "default"}
    if phase is Phase.LIVE:
        known |= {"latency_ms": 4.2, "last_success": time.time() - 1.2}
    return Connection(phase, **(known | facts))


def tell(host: Host, **facts) -> None:
    """Set facts of a host that is not running, and tell its views."""
    for name, value in facts.items():
        setattr(host, name, value)
        getattr(host, f"{name}_changed").emit(value)


def tell_devices(host: Host, *devices: Device) -> None:
    host._registry.devices.clear()
    host._registry.devices.update((device.serial, device) for device in devices)
    host.devices_changed.emit()


def ago(seconds: float) -> str:
    """Return a time so many seconds ago as the API writes it."""
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(time.time() - seconds))


def rack() -> list[Device]:
    now = time.time()
    running, idle = DeviceState.RUNNING, DeviceState.IDLE
    return [
        Device(
            "a1",
            running,
            "Rack 1 · 01",
            group="Rack 1",
            model="Pixel 7a",
            accounts=("studio.nine",),
            running_script="post",
            running_since=ago(192),
            told={FactSource.TASKS: now - 3, FactSource.ADB: now - 65},
        ),
        Device("a2", running, "Rack 1 · 02", "Rack 1", model="Pixel 7a", running_script="account_warmup"),
        Device("a3", idle, "Rack 1 · 03", model="Galaxy A54", note="left shelf", tags=("bakery",)),
        Device("a4", idle, "Rack 1 · 04", model="Redmi Note 12", failed_in_a_row=3, last_status=3),
        Device("a6", idle, "Rack 1 · 06", model="Pixel 6a", waiting=2),
        Device("192.168.1.50:5555", DeviceState.OFFLINE, "Rack 2 · 01", offline_since=now - 14 * 60 - 5),
        Device("emulator-5554", model="sdk_gphone"),
    ]


def everything(host: Host) -> None:
    """A host in the middle of a day."""
    tell_devices(host, *rack())
    tell(
        host,
        license=License("Pro", api_enabled=True, device_limit=20, message="API access enabled"),
        stats=Stats(10482, 31, 12, 9874, 565),
        connection=connection(),
        progress=Progress(10482, 10482, complete=True),
        polling=Polling(1.0, watched=True, requests=2),
    )
