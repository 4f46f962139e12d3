"""The device pane at the left: every phone, what it does, and which of them the next task is for."""

import time
from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.state.connection import Connection, Phase
from gui.state.devices import Device, DeviceState
from gui.state.host import Host
from gui.tables.devices import DeviceRow, DeviceSort, DeviceTable
from gui.views.devices.add_dialog import AddDevicesDialog
from gui.views.devices.device_actions import DeviceActions
from gui.views.devices.device_head import DeviceHead
from gui.views.devices.device_list import DeviceList
from gui.views.devices.rows import device_row, later_row
from gui.views.devices.serial_text import Entry
from gui.views.look import Look

TICK_MS = 1000
_ONLINE = frozenset({DeviceState.RUNNING, DeviceState.IDLE})
_OLD = frozenset({Phase.STALE, Phase.UNREACHABLE, Phase.REFUSED})
_TICKING = frozenset({DeviceState.RUNNING, DeviceState.OFFLINE})


class DevicePane(QFrame):
    """What have I got. Its selection feeds the composer and may filter the tasks."""

    selection_changed = Signal(tuple)
    """The selected serials."""
    new_task_requested = Signal()
    tasks_requested = Signal(tuple)
    """Serials whose tasks are to be shown."""
    import_requested = Signal(str)
    """Path of a file whose text is to be handed to :meth:`show_import`."""

    def __init__(self, host: Host, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._seen: dict[str, tuple[Device, DeviceRow]] = {}
        self._add_dialog: AddDevicesDialog | None = None
        self._old = False
        self.setProperty("role", "dock_left")
        self.head = DeviceHead(look)
        self.table = DeviceTable(self)
        self.list = DeviceList(self.table, host.devices, look)
        self.actions_of_selection = DeviceActions(host, self.list, self)
        self._build(look)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._connect()
        self._take()
        self._take_connection(host.connection)

    def select(self, serials: Collection[str]) -> None:
        """Select exactly these devices."""
        self.list.select(serials)

    def selected(self) -> tuple[str, ...]:
        """Return the selected serials."""
        return self.list.selected()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.head.focus_search()

    def save_layout(self) -> dict[str, Any]:
        """Return what is to be remembered."""
        return {"sort": self.head.sort().name.lower()}

    def restore_layout(self, layout: dict[str, Any]) -> None:
        """Take what was remembered; nonsense is passed over."""
        for sort in DeviceSort:
            if layout.get("sort") == sort.name.lower():
                self.head.set_sort(sort)

    def add_devices(self) -> None:
        """Ask for serials to add."""
        if self._add_dialog is None:
            dialog = AddDevicesDialog(tuple(self._host.devices), self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.entries_accepted.connect(self._add)
            dialog.file_chosen.connect(self.import_requested)
            dialog.finished.connect(self._add_closed)
            self._add_dialog = dialog
        self._add_dialog.open()

    def show_import(self, text: str) -> None:
        """Show the text of a chosen file in the dialog for adding."""
        self.add_devices()
        if self._add_dialog is not None:
            self._add_dialog.set_text(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Let times tick while they are seen."""
        super().showEvent(event)
        self._tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nothing is seen."""
        super().hideEvent(event)
        self._timer.stop()

    def _build(self, look: Look) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._selection_bar(look))

    def _empty_page(self) -> QWidget:
        page = QWidget()
        self.empty_title = QLabel()
        self.empty_title.setProperty("role", "heading")
        self.empty_text = QLabel()
        self.empty_text.setProperty("role", "muted")
        self.empty_text.setWordWrap(True)
        self.empty_button = QPushButton()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 16, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.empty_title)
        layout.addWidget(self.empty_text)
        layout.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        return page

    def _selection_bar(self, look: Look) -> QFrame:
        self.bar = QFrame()
        self.bar.setProperty("role", "selection_bar")
        self.bar_label = QLabel()
        self.bar_label.setProperty("role", "heading")
        self._bar_new = QPushButton(self.tr("New task"))
        self._bar_new.setAccessibleName(self.tr("New task on the selected devices"))
        self._bar_clear = QToolButton()
        self._bar_clear.setIcon(look.icon("mdi6.close", "muted"))
        self._bar_clear.setToolTip(self.tr("Clear the selection"))
        self._bar_clear.setAccessibleName(self.tr("Clear the selection"))
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.bar_label)
        row.addStretch(1)
        row.addWidget(self._bar_new)
        row.addWidget(self._bar_clear)
        self.bar.hide()
        return self.bar

    def _connect(self) -> None:
        self.head.filter_changed.connect(self._filter)
        self.head.sort_changed.connect(self.table.set_sort)
        self.head.add_requested.connect(self.add_devices)
        self.list.serials_selected.connect(self._selection_moved)
        self.empty_button.clicked.connect(self._leave_empty)
        self._bar_new.clicked.connect(self.new_task_requested)
        self._bar_clear.clicked.connect(self.list.clearSelection)
        self.actions_of_selection.new_task_requested.connect(self.new_task_requested)
        self.actions_of_selection.tasks_requested.connect(self.tasks_requested)
        self._host.devices_changed.connect(self._take)
        self._host.connection_changed.connect(self._take_connection)

    def _take(self) -> None:
        """Take the registry; a device that is the same object as before keeps its row."""
        now = time.time()
        seen = {}
        for serial, device in self._host.devices.items():
            known = self._seen.get(serial)
            seen[serial] = (
                known if known is not None and known[0] is device else (device, device_row(device, now))
            )
        self._seen = seen
        self.table.show(row for _, row in seen.values())
        online = sum(device.state in _ONLINE for device, _ in seen.values())
        self.head.show_counts(online, len(seen))
        self.head.show_groups(self.table.groups())
        self._choose_page()

    def _take_connection(self, connection: Connection) -> None:
        self._old = connection.phase in _OLD
        self.list.set_muted(self._old)

    def _tick(self) -> None:
        if self._old:
            return  # nobody knows whether it still runs
        now = time.time()
        changed = []
        for serial, (device, row) in self._seen.items():
            if device.state in _TICKING and (later := later_row(row, device, now)) is not row:
                self._seen[serial] = device, later
                changed.append(later)
        self.table.patch(changed)

    def _filter(self, text: str, group: str | None) -> None:
        self.table.set_filter(text, group)
        self._choose_page()

    def _choose_page(self) -> None:
        if self.table.rowCount():
            self._pages.setCurrentIndex(0)
            return
        if self.table.total():
            self.empty_title.setText(self.tr("No device matches"))
            self.empty_text.setText(self.tr("Nothing fits the search and the group that are set."))
            button = self.tr("Show all devices")
        else:
            self.empty_title.setText(self.tr("No devices yet"))
            self.empty_text.setText(
                self.tr(
                    "Phones appear here as soon as TikMatrix, a local ADB server or a task names them. "
                    "Plug one in, or add serials by hand."
                )
            )
            button = self.tr("Add devices…")
        self.empty_button.setText(button)
        self.empty_button.setAccessibleName(button)
        self._pages.setCurrentIndex(1)

    def _leave_empty(self) -> None:
        if self.table.total():
            self.head.clear_filter()
        else:
            self.add_devices()

    def _selection_moved(self, serials: tuple[str, ...]) -> None:
        self.bar_label.setText(self.tr("%n selected", "", len(serials)))
        self.bar.setVisible(bool(serials))
        self.selection_changed.emit(serials)

    def _add(self, entries: tuple[Entry, ...]) -> None:
        self._host.add_devices([entry.serial for entry in entries])
        for entry in entries:
            if entry.nickname or entry.group or entry.note:
                self._host.edit_device(entry.serial, entry.nickname, entry.group, entry.note)

    def _add_closed(self) -> None:
        self._add_dialog = None
