"""Requests and devices of a batch: side by side where there is room, one of the two where there is not."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from gui.state.batch_progress import BatchProgress
from gui.store.batch_records import Batch
from gui.tables.batch_requests import BatchDeviceTable, BatchRequestTable, DeviceColumn, RequestColumn
from gui.views.batches import rows
from gui.views.batches.request_detail import RequestDetail
from gui.views.compose.segments import Segments
from gui.views.look import Look
from gui.views.small_table import SmallView
from gui.views.wording import number

_WIDE = 700
_REQUEST_WIDTHS: dict[int, int] = {
    RequestColumn.NUMBER: 60,
    RequestColumn.TARGETS: 176,
    RequestColumn.TASKS: 100,
    RequestColumn.STATE: 112,
}
_DEVICE_WIDTHS: dict[int, int] = {
    DeviceColumn.WAITING: 72,
    DeviceColumn.RUNNING: 74,
    DeviceColumn.DONE: 56,
    DeviceColumn.FAILED: 60,
}


class TablesArea(QWidget):
    """Feeds both tables."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch: Batch | None = None
        self._names: dict[str, str] = {}
        self.requests = BatchRequestTable(self)
        self.devices = BatchDeviceTable(self)
        self.request_view = SmallView(
            self.requests,
            look,
            _REQUEST_WIDTHS,
            filling=RequestColumn.NOTE,
            least=80,
            sorted_by=RequestColumn.STATE,
        )
        # What needs the operator stands first.
        self.request_view.setObjectName("batch_requests")
        self.request_view.setAccessibleName(self.tr("Requests of the batch"))
        self.device_view = SmallView(
            self.devices, look, _DEVICE_WIDTHS, filling=DeviceColumn.DEVICE, least=90
        )
        self.device_view.setObjectName("batch_devices")
        self.device_view.setAccessibleName(self.tr("Devices of the batch"))
        self.detail = RequestDetail(look, self)
        self.request_view.chosen.connect(self._show_detail)
        self.detail.closed.connect(self.request_view.clearSelection)
        self._build()

    def _build(self) -> None:
        choices = (("requests", self.tr("Requests")), ("devices", self.tr("Devices")))
        self.switch = Segments("batch_tables", choices, self)
        self.switch.name_buttons(self.tr("Shown below"))
        self.switch.chosen.connect(self._place)
        self._request_title, self._device_title = _title(self), _title(self)
        self._request_pane = _pane(self._request_title, self.request_view)
        self._device_pane = _pane(self._device_title, self.device_view)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._request_pane)
        self._splitter.addWidget(self._device_pane)
        self._splitter.setSizes([540, 382])
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self.switch)
        column.addLayout(head)
        column.addWidget(self._splitter, 1)
        self._detail_room = QWidget(self)
        foot = QVBoxLayout(self._detail_room)
        foot.setContentsMargins(12, 0, 12, 8)
        foot.addWidget(self.detail)
        column.addWidget(self._detail_room)
        self._place()

    def show_batch(self, batch: Batch, progress: BatchProgress, names: dict[str, str]) -> None:
        """Show the requests and devices of a batch as they are now."""
        if batch is not self._batch or names != self._names:
            self._batch, self._names = batch, names
            self.requests.show(rows.request_rows(batch, names))
            self._show_detail(self.request_view.key())
        self.devices.show(rows.device_rows(batch.id, progress.by_device, names))
        counts = len(batch.requests), sum(1 for serial in progress.by_device if serial)
        titles = (self.tr("Requests"), self._request_title), (self.tr("Devices"), self._device_title)
        for count, (text, title) in zip(counts, titles, strict=True):
            title.setText(f"{text.upper()}  {number(count)}")

    @Slot(object)
    def _show_detail(self, key: object) -> None:
        found = [
            each
            for each in (self._batch.requests if self._batch is not None else ())
            if (each.batch_id, each.number) == key
        ]
        self.detail.show_request(found[0] if found else None, self._names)
        self._place()

    @Slot()
    def _place(self) -> None:
        wide = self.width() >= _WIDE
        requests = wide or self.switch.value() == "requests"
        self.switch.setVisible(not wide)
        for title in (self._request_title, self._device_title):
            title.setVisible(wide)
        self._request_pane.setVisible(requests)
        self._device_pane.setVisible(wide or not requests)
        self._detail_room.setVisible(requests and self.request_view.key() is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose what fits."""
        super().resizeEvent(event)
        self._place()


def _title(parent: QWidget) -> QLabel:
    title = QLabel(parent)
    title.setProperty("role", "section")
    title.setContentsMargins(12, 0, 12, 0)
    return title


def _pane(title: QLabel, view: SmallView) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(title)
    column.addWidget(view, 1)
    return pane
