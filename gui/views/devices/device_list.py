"""The list of devices itself: selection kept as serials, tool tips made when they are asked for."""

import time
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from gui.state.devices import Device
from gui.tables.devices import STATE_ROLE, DeviceTable
from gui.views.devices.delegate import ROW_HEIGHT, DeviceDelegate
from gui.views.devices.rows import TICKING_TONES, device_tip
from gui.views.look import Look


class DeviceList(QListView):
    """A multi-select list over a DeviceTable."""

    serials_selected = Signal(tuple)

    def __init__(
        self,
        table: DeviceTable,
        devices: Mapping[str, Device],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._devices = devices
        self._look = look
        self._selected: tuple[str, ...] = ()
        self.setProperty("role", "panel")
        # Its clocks go on every second: Qt is not to paint the six widgets behind it each time.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setModel(table)
        self._delegate = DeviceDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Devices"))
        self.selectionModel().selectionChanged.connect(self._tell)
        look.changed.connect(self.viewport().update)

    def set_muted(self, muted: bool) -> None:
        """Grey the rows while they are an old picture."""
        if muted != self._delegate.muted:
            self._delegate.muted = muted
            self.viewport().update()

    def selected(self) -> tuple[str, ...]:
        """Return the selected serials in the order of the list."""
        return self._selected

    def select(self, serials: Collection[str]) -> None:
        """Select exactly these devices, as far as they are shown, and bring the first into view."""
        selection = QItemSelection()
        places = sorted(place for serial in serials if (place := self._table.place(serial)) >= 0)
        for place in places:
            index = self._table.index(place)
            selection.select(index, index)
        model = self.selectionModel()
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if places:
            first = self._table.index(places[0])
            model.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(first)

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Draw again what changed; of a clock that went on only the clock."""
        if list(roles) != [STATE_ROLE]:
            super().dataChanged(first, last, list(roles))
            return
        offset, width, height = self.verticalOffset(), self.viewport().width(), self.viewport().height()
        top = max(first.row(), offset // ROW_HEIGHT)
        end = min(last.row(), (offset + height) // ROW_HEIGHT)
        for place in range(top, end + 1):
            row = self._table.row(place)
            if row.tone in TICKING_TONES:
                rect = QRect(0, place * ROW_HEIGHT - offset, width, ROW_HEIGHT)
                self.viewport().update(self._delegate.state_rect(rect, row))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the rows that need it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.color("panel"))
        painter.end()
        self._delegate.dirty = event.region()
        super().paintEvent(event)
        self._delegate.dirty = QRegion()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what is known about the device under the mouse, and who told it when."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            device = self._devices.get(self._table.serial(index.row())) if index.isValid() else None
            tip = device_tip(device, time.time()) if device else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def _tell(self) -> None:
        parts = self.selectionModel().selection().toList()
        places = sorted(place for part in parts for place in range(part.top(), part.bottom() + 1))
        selected = tuple(self._table.serial(place) for place in places)
        if selected != self._selected:
            self._selected = selected
            self.serials_selected.emit(selected)
