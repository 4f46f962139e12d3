"""What is known of one TikMatrix at this moment, and how every change of it is told."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from gui.api.request_log import RequestLog
from gui.api.schemas import Account, AdbDevice, License, Stats, Task
from gui.state.changes import TaskChanges
from gui.state.connection import Connection, Polling, Progress
from gui.state.devices import Device
from gui.state.line import Line
from gui.state.mirror import TaskMirror
from gui.state.pending import Pending
from gui.state.registry import DeviceRegistry
from gui.store.device_book import DeviceBook

if TYPE_CHECKING:
    from gui.api.client import LocalApi

TELL_DEVICES_MS = 10
"""Tables are shown a change first, the devices this much later: neither waits for the other's paint."""


class Known(QObject):
    """The facts, and one signal for each kind of them."""

    connection_changed = Signal(object)
    license_changed = Signal(object)
    stats_changed = Signal(object)
    tasks_changed = Signal(object)
    tasks_reset = Signal()
    devices_changed = Signal()
    progress_changed = Signal(object)
    pending_changed = Signal(object)
    command_finished = Signal(object)
    polling_changed = Signal(object)
    server_changed = Signal(object)
    """The server answers, again or for the first time: its LocalApi; None once its connection was closed."""
    ready = Signal()
    """License, devices and every task have been read for the first time."""

    def __init__(
        self,
        connection: Connection,
        interval_s: float,
        device_book: DeviceBook | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.line = Line(connection)
        self.connection = connection
        self.license: License | None = None
        self.accounts: tuple[Account, ...] = ()
        """Those of the last whole list; empty where the server has no such list."""
        self.stats = Stats()
        self.progress = Progress()
        self.polling = Polling(interval_s)
        self.request_log = RequestLog()
        self.api: LocalApi | None = None
        """The way to the server that is followed; None while there is none."""
        self._registry = DeviceRegistry(device_book or DeviceBook())
        self.mirror = TaskMirror()
        self.marks = Pending()
        """Which tasks a command was given for."""
        self._untold: list[TaskChanges] = []
        """What the device registry has not been told yet."""
        self._tell_devices = QTimer(self, singleShot=True, interval=TELL_DEVICES_MS)
        self._tell_devices.timeout.connect(self.take_tasks_to_devices)

    @property
    def tasks(self) -> Mapping[int, Task]:
        """Every task that the server has named, by id."""
        return self.mirror.tasks

    @property
    def devices(self) -> Mapping[str, Device]:
        """Every device that any source has named, by serial."""
        return self._registry.devices

    @property
    def pending(self) -> Mapping[int, str]:
        """Commands under way or not yet seen to have worked, by task id."""
        return self.marks.words

    def edit_device(self, serial: str, nickname: str, group: str, note: str) -> None:
        """Remember the operator's own words about a device."""
        self._registry.edit(serial, nickname, group, note)
        self.devices_changed.emit()

    def add_devices(self, serials: Sequence[str]) -> None:
        """Add devices that the operator typed or imported."""
        self._registry.add(serials)
        self.devices_changed.emit()

    def forget_device(self, serial: str) -> None:
        """Drop a device until some source names it again."""
        self._registry.forget(serial)
        self.devices_changed.emit()

    def forget_tasks(self) -> None:
        """Begin with an empty mirror: another server is read from now on."""
        self.mirror = TaskMirror()
        self._untold = []
        self.marks = Pending()
        self._registry.forget_tasks()
        self.tasks_reset.emit()
        self.set_fact("stats", Stats(), self.stats_changed)
        self.pending_changed.emit(self.pending)
        self.devices_changed.emit()

    def take_tasks(self) -> None:
        """Tell what has changed in the mirror since the last time."""
        changes = self.mirror.take_changes()
        if changes:
            self.tasks_changed.emit(changes)
            self._untold.append(changes)
            self._tell_devices.start()

    def take_tasks_to_devices(self) -> None:
        """Let the devices follow the tasks, now."""
        changes, self._untold = self._untold, []
        if any([self._registry.take_tasks(change) for change in changes]):  # noqa: C419 - every one is taken
            self.devices_changed.emit()

    def take_license(self, answer: License) -> None:
        """Take the plan."""
        self.set_fact("license", answer, self.license_changed)

    def take_accounts(self, accounts: Sequence[Account]) -> None:
        """Take the whole list of accounts."""
        self.accounts = tuple(accounts)
        self._registry.take_accounts(accounts)
        self.devices_changed.emit()

    def take_adb(self, listed: Sequence[AdbDevice]) -> None:
        """Take the whole list of a local ADB server."""
        self._registry.take_adb(listed)
        self.devices_changed.emit()

    def show_line(self) -> None:
        """Tell of the line where it is another now."""
        self.set_fact("connection", self.line.connection, self.connection_changed)

    def take_server(self, api: "LocalApi | None") -> None:
        """Take the way to the server."""
        self.api = api
        self.server_changed.emit(api)

    def set_fact(self, name: str, value: Any, changed: SignalInstance) -> None:  # noqa: ANN401 - any fact
        """Take a fact, and tell of it if it is new."""
        if getattr(self, name) != value:
            setattr(self, name, value)
            changed.emit(value)
