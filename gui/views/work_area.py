"""The middle of the window: devices, the tabs, the detail, and what passes between them."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from gui.state.connection import Connection, Phase
from gui.state.host import Host
from gui.views.commands import Commands
from gui.views.look import Look
from gui.views.notice_bar import Offer
from gui.views.tasks.task_room import TaskRoom

if TYPE_CHECKING:
    from gui.api.schemas import Task
    from gui.views.batches.batches_tab import BatchesTab
    from gui.views.compose.composer_page import ComposerPage
    from gui.views.devices.device_dock import DevicePane
    from gui.views.tasks.detail_pane import DetailPane

DEVICES_WIDTH = 268
DETAIL_WIDTH = 320
DETAIL_FROM = 1100
"""Windows narrower than this hide the detail pane, unless the operator opened it."""
TASKS_TAB, COMPOSE_TAB, BATCHES_TAB = 0, 1, 2
SIDES_MS = 400
"""How long devices and detail wait for the first rows, which come without them."""
PAINT_MS = 30
"""For the paint of the first rows, before devices and detail are built."""


class WorkArea(QSplitter):
    """Everything between the banner and the notice bar."""

    export_requested = Signal(str, list)
    import_requested = Signal(str)
    offer_made = Signal(object)
    """An Offer for the notice bar."""

    def __init__(self, host: Host, look: Look, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._host = host
        self._look = look
        self._commands = commands
        self._detail_wanted: bool | None = None
        self._layout: dict[str, Any] = {}
        self._sides: tuple[DevicePane, DetailPane] | None = None
        self.composer: ComposerPage | None = None
        self.task_room = TaskRoom(host, look)
        self.tasks = self.task_room.page
        self.tabs = QTabWidget()
        self._left, self._right = QWidget(), QWidget()
        self._build()
        self._connect_commands()
        self._connect_parts()
        QTimer.singleShot(SIDES_MS, self, self.complete)
        host.connection_changed.connect(self._line_changed)

    @property
    def devices(self) -> "DevicePane":
        """The device pane, on the left."""
        return self.complete()[0]

    @property
    def detail(self) -> "DetailPane":
        """The detail of one task, on the right."""
        return self.complete()[1]

    @property
    def batches(self) -> "BatchesTab":
        """What was sent, on a page of its own."""
        self.complete()
        return self._batches

    def complete(self) -> "tuple[DevicePane, DetailPane]":
        """Build what stands at the sides, if that has not been done yet: the first rows come before it."""
        if self._sides is None:
            self._sides = self._build_sides()
        return self._sides

    def show_tasks(self) -> None:
        """Go to the task table."""
        self.tabs.setCurrentIndex(TASKS_TAB)

    def show_composer(self) -> None:
        """Go to the form for a new task."""
        self.tabs.setCurrentIndex(COMPOSE_TAB)

    def show_batches(self) -> None:
        """Go to the batches."""
        self.batches.open()

    def show_batch(self, batch_id: int) -> None:
        """Go to one batch."""
        self.batches.open().select(batch_id)

    def composing(self) -> bool:
        """Whether the form for a new task is in sight."""
        return self.composer is not None and self.tabs.currentIndex() == COMPOSE_TAB

    def save_layout(self) -> dict[str, Any]:
        """Return what is to be remembered of the panes."""
        return {
            "panes": {
                "sizes": self.sizes(),
                "devices": self._commands.device_pane.isChecked(),
                "detail": self._detail_wanted,
                "filter_by_devices": self._commands.filter_by_devices.isChecked(),
            },
            "devices": self.devices.save_layout(),
            "tasks": self.tasks.save_layout(),
        }

    def restore_layout(self, layout: dict[str, Any]) -> None:
        """Take what was remembered; whatever makes no sense is passed over."""
        panes = part(layout, "panes")
        sizes = panes.get("sizes")
        if isinstance(sizes, list) and len(sizes) == 3 and all(type(s) is int and s >= 0 for s in sizes):
            # A pane that was hidden had no width to remember.
            self.setSizes([sizes[0] or DEVICES_WIDTH, sizes[1], sizes[2] or DETAIL_WIDTH])
        self._commands.device_pane.setChecked(panes.get("devices") is not False)
        wanted = panes.get("detail")
        self._detail_wanted = wanted if isinstance(wanted, bool) else None
        self._commands.filter_by_devices.setChecked(panes.get("filter_by_devices") is True)
        self._layout = part(layout, "devices")
        if self._sides is not None:
            self.devices.restore_layout(self._layout)
        self.tasks.restore_layout(part(layout, "tasks"))
        self._place_detail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the detail pane's room to the table where there is little."""
        super().resizeEvent(event)
        self._place_detail()

    def _build(self) -> None:
        self.tabs.setAccessibleName(self.tr("Work area"))
        self.tabs.tabBar().setAccessibleName(self.tr("Tasks, new task or batches"))
        self.tabs.addTab(self.task_room, self.tr("Tasks"))
        self.tabs.setCornerWidget(self.task_room.corner)
        room = QWidget()
        self._compose_room = QVBoxLayout(room)
        self._compose_room.setContentsMargins(0, 0, 0, 0)
        self.tabs.addTab(room, self.tr("New task"))
        self._batch_room = QWidget()
        self.tabs.addTab(self._batch_room, self.tr("Batches"))
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane, least in ((self._left, 220), (self.tabs, 440), (self._right, 260)):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setStretchFactor(2, 0)
        self.setSizes([DEVICES_WIDTH, 1440 - DEVICES_WIDTH - DETAIL_WIDTH, DETAIL_WIDTH])

    def _build_sides(self) -> "tuple[DevicePane, DetailPane]":
        from gui.views.batches.batches_tab import BatchesTab  # noqa: PLC0415 - the first rows do not wait
        from gui.views.devices.device_dock import DevicePane  # noqa: PLC0415
        from gui.views.tasks.detail_pane import DetailPane  # noqa: PLC0415

        devices, detail = DevicePane(self._host, self._look), DetailPane(self._host, self._look)
        sizes = self.sizes()
        for empty, pane in ((self._left, devices), (self._right, detail)):
            pane.setMinimumWidth(empty.minimumWidth())
            hidden = empty.isHidden()
            self.replaceWidget(self.indexOf(empty), pane)
            pane.setHidden(hidden)  # not before: without a parent it would be a window
            empty.deleteLater()
        self.setSizes(sizes)
        self._left, self._right = devices, detail
        devices.restore_layout(self._layout)
        batches = BatchesTab(self._host, self._look, self.tabs, self._batch_room, self.tasks.filters)
        self._batches = batches
        self._connect_sides(devices, detail)
        return devices, detail

    def _connect_sides(self, devices: "DevicePane", detail: "DetailPane") -> None:
        do = self._commands
        do.add_devices.triggered.connect(devices.add_devices)
        do.add_device_actions(devices.list.actions())
        do.add_batch_actions(self._batches.actions_.all())
        devices.selection_changed.connect(self._devices_selected)
        devices.new_task_requested.connect(self.show_composer)
        devices.tasks_requested.connect(self._show_tasks_of)
        devices.import_requested.connect(self.import_requested)
        self._batches.export_requested.connect(self.export_requested)
        self._batches.new_task_requested.connect(self.show_composer)
        self._batches.tasks_shown.connect(self.show_tasks)
        self.task_room.current_task_changed.connect(detail.show_task)
        detail.run_again.requested.connect(self._run_again)
        detail.copy_requested.connect(self.tasks.copy)
        detail.show_task(self.task_room.current)

    def _line_changed(self, connection: Connection) -> None:
        if self._sides is None and connection.phase is not Phase.CONNECTING:
            QTimer.singleShot(PAINT_MS, self, self.complete)

    def _connect_commands(self) -> None:
        do = self._commands
        do.device_pane.toggled.connect(self._show_devices)
        do.detail_pane.triggered.connect(self._want_detail)
        do.filter_by_devices.toggled.connect(self._filter_tasks)
        do.find_device.triggered.connect(self._find_device)
        do.add_task_actions([*self.tasks.actions_.all(), self.task_room.by_cause])
        self.task_room.by_cause.triggered.connect(self.show_tasks)

    def _connect_parts(self) -> None:
        self.tasks.export_requested.connect(self.export_requested)
        self.tasks.new_task_requested.connect(self.show_composer)
        self.task_room.run_again_requested.connect(self._run_again)
        self.tasks.new.hidden.connect(self._tell_hidden)
        self.tabs.currentChanged.connect(self._tab_changed)

    def _tab_changed(self, tab: int) -> None:
        self.task_room.corner.setVisible(tab == TASKS_TAB)
        if tab == COMPOSE_TAB and self.composer is None:
            # The forms and their models are only loaded for somebody who composes.
            from gui.views.compose.composer_page import ComposerPage  # noqa: PLC0415

            self.composer = ComposerPage(self._host, self._look)
            self.composer.tasks_created.connect(self._show_created)
            self.composer.tasks_wanted.connect(self.show_tasks)
            self.composer.batch_wanted.connect(self.show_batch)
            self.composer.set_selected_devices(self.devices.selected())
            self._compose_room.addWidget(self.composer)
        if tab == BATCHES_TAB:
            self.complete()
        self._place_detail()

    def _run_again(self, tasks: "tuple[Task, ...]") -> None:
        self.show_composer()
        if self.composer is not None:
            self.composer.take_tasks(tasks)

    def _show_created(self, ids: tuple[int, ...]) -> None:
        self.show_tasks()
        self.tasks.new.point_out(ids)

    def _tell_hidden(self, count: int) -> None:
        text = self.tr("%n new task(s) are hidden by the filter.", "", count)
        self.offer_made.emit(Offer(text, self.tr("Show"), self.tasks.new.show_hidden))

    def _show_devices(self, shown: bool) -> None:
        self._left.setVisible(shown)

    def _want_detail(self, wanted: bool) -> None:
        self._detail_wanted = wanted
        self._place_detail()

    def _place_detail(self) -> None:
        wanted = self._detail_wanted
        if wanted is None:
            wanted = self.width() >= DETAIL_FROM
        self._commands.detail_pane.setChecked(wanted)
        self._right.setVisible(wanted and self.tabs.currentIndex() == TASKS_TAB)

    def _find_device(self) -> None:
        self._commands.device_pane.setChecked(True)
        self.devices.focus_search()

    def _devices_selected(self, serials: tuple[str, ...]) -> None:
        if self.composer is not None:
            self.composer.set_selected_devices(serials)
        if self._commands.filter_by_devices.isChecked():
            self.tasks.set_device_filter(serials)

    def _filter_tasks(self, on: bool) -> None:
        if on or self._sides is not None:
            self.tasks.set_device_filter(self.devices.selected() if on else ())

    def _show_tasks_of(self, serials: tuple[str, ...]) -> None:
        self.tasks.set_device_filter(serials)
        self.show_tasks()


def part(layout: dict[str, Any], name: str) -> dict[str, Any]:
    """Return a named part of a remembered layout, empty where it is not one."""
    value = layout.get(name)
    return value if isinstance(value, dict) else {}
