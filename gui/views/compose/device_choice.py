"""Which devices: the dock's selection, a group, all that are idle or online; and who of them is left out."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.state.devices import Device, DeviceState
from gui.views.compose.inputs import ComboInput
from gui.views.compose.naming import short_list

DOCK, IDLE, ONLINE, TASKS = "dock", "idle", "online", "tasks"
GROUP = "group:"
_ONLINE = frozenset({DeviceState.IDLE, DeviceState.RUNNING})
_DOUBTFUL = (DeviceState.OFFLINE, DeviceState.RUNNING, DeviceState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Pool:
    """The devices of a source, and those of them that remain."""

    all: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()


class DeviceChoice(QWidget):
    """Nothing is left out by itself: what is offline, busy or unknown is counted, with a box for each."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices: Mapping[str, Device] = {}
        self._dock: tuple[str, ...] = ()
        self._tasks: tuple[str, ...] = ()
        self._wanted = DOCK
        self._shown: list[tuple[str, str]] = []
        self._pool = Pool()
        self.source = ComboInput(self)
        """To be shown beside the choice between devices and accounts."""
        self.source.setObjectName("device_source")
        self.source.setAccessibleName(self.tr("Which devices"))
        self.source.setMaximumWidth(280)
        self.source.setSizeAdjustPolicy(ComboInput.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.source.setMinimumContentsLength(5)
        self.source.activated.connect(self._on_source)
        self._names = QLabel(self)
        self._names.setObjectName("target_devices")
        self._names.setProperty("role", "muted")
        self._names.setWordWrap(True)
        self._names.setTextFormat(Qt.TextFormat.PlainText)
        self._boxes = {state: self._box(state) for state in _DOUBTFUL}
        boxes = QHBoxLayout()
        boxes.setSpacing(16)
        for box in self._boxes.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._names)
        column.addLayout(boxes)
        self.show_devices()

    def serials(self) -> tuple[str, ...]:
        """Return the devices that remain."""
        return self._pool.chosen

    def left_out(self) -> int:
        """Return how many devices of the source are left out."""
        return len(self._pool.all) - len(self._pool.chosen)

    def set_dock(self, serials: tuple[str, ...]) -> None:
        """Take over the dock's selection."""
        self._dock = serials
        self.show_devices()

    def set_devices(self, devices: Mapping[str, Device]) -> None:
        """Take over what is known about the devices."""
        self._devices = devices
        self.show_devices()

    def use(self, serials: tuple[str, ...]) -> None:
        """Choose devices by name, whatever the dock shows."""
        self._tasks = serials
        self._wanted = TASKS
        self.show_devices()

    def state(self) -> dict[str, object]:
        """Return what is chosen, to be restored later."""
        out = [str(state) for state, box in self._boxes.items() if box.isChecked()]
        return {"source": self._wanted, "left_out": out, "devices": list(self._tasks)}

    def restore(self, state: Mapping[str, object]) -> None:
        """Choose what :meth:`state` returned; what makes no sense is passed over."""
        devices, out = state.get("devices"), state.get("left_out")
        if isinstance(devices, list):
            self._tasks = tuple(str(serial) for serial in devices)
        if isinstance(out, list):
            for device_state, box in self._boxes.items():
                box.setChecked(str(device_state) in out)
        source = state.get("source")
        if isinstance(source, str):
            self._wanted = source
        self.show_devices()

    def show_devices(self) -> None:
        """Work out anew who is meant."""
        pools = self._pools()
        if self._wanted not in pools:
            self._wanted = DOCK
        everyone = pools[self._wanted]
        out = {state for state, box in self._boxes.items() if box.isChecked()}
        self._pool = Pool(everyone, tuple(s for s in everyone if self._state(s) not in out))
        self._fill(pools)
        self._show_boxes(everyone)
        names = [self._devices[s].name if s in self._devices else s for s in self._pool.chosen]
        self._names.setText(short_list(names) if names else self._nobody())

    def _pools(self) -> dict[str, tuple[str, ...]]:
        devices = self._devices.values()
        pools = {
            DOCK: self._dock,
            IDLE: tuple(d.serial for d in devices if d.state is DeviceState.IDLE),
            ONLINE: tuple(d.serial for d in devices if d.state in _ONLINE),
        }
        for group in sorted({d.group for d in devices if d.group}, key=str.casefold):
            pools[GROUP + group] = tuple(d.serial for d in devices if d.group == group)
        if self._tasks:
            pools[TASKS] = self._tasks
        return pools

    def _fill(self, pools: Mapping[str, tuple[str, ...]]) -> None:
        """Name every source with its count; an open list is not touched while nothing changes."""
        items = [(name, self._title(name, len(serials))) for name, serials in pools.items()]
        if items != self._shown:
            self._shown = items
            self.source.clear()
            for name, title in items:
                self.source.addItem(title, name)
        self.source.setCurrentIndex(self.source.findData(self._wanted))

    def _title(self, name: str, count: int) -> str:
        words = {
            DOCK: self.tr("Selected ({count})"),
            IDLE: self.tr("All idle ({count})"),
            ONLINE: self.tr("All online ({count})"),
            TASKS: self.tr("Of the tasks ({count})"),
        }.get(name) or self.tr("Group {group} ({count})")
        return words.replace("{group}", name.removeprefix(GROUP)).replace("{count}", str(count))

    def _show_boxes(self, everyone: tuple[str, ...]) -> None:
        counts = dict.fromkeys(_DOUBTFUL, 0)
        for serial in everyone:
            state = self._state(serial)
            if state in counts:
                counts[state] += 1
        texts = {
            DeviceState.OFFLINE: self.tr("Leave out %n offline", "", counts[DeviceState.OFFLINE]),
            DeviceState.RUNNING: self.tr("Leave out %n busy", "", counts[DeviceState.RUNNING]),
            DeviceState.UNKNOWN: self.tr("Leave out %n unknown", "", counts[DeviceState.UNKNOWN]),
        }
        for state, box in self._boxes.items():
            box.setText(texts[state])
            box.setAccessibleName(texts[state])
            box.setVisible(counts[state] > 0)

    def _state(self, serial: str) -> DeviceState:
        device = self._devices.get(serial)
        return DeviceState.UNKNOWN if device is None else device.state

    def _nobody(self) -> str:
        if self._pool.all:
            return self.tr("All of them are left out.")
        if self._wanted == DOCK:
            return self.tr("Select devices in the list on the left.")
        return self.tr("There is none at the moment.")

    def _box(self, state: DeviceState) -> QCheckBox:
        box = QCheckBox(self)
        box.setObjectName(f"leave_out.{state}")
        box.toggled.connect(self._on_box)
        return box

    def _on_source(self, index: int) -> None:
        self._wanted = str(self.source.itemData(index))
        self.show_devices()
        self.changed.emit()

    def _on_box(self, _checked: bool) -> None:
        self.show_devices()
        self.changed.emit()
