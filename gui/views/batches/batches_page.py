"""The page of batches: the list at the left, the selected one at the right."""

import time

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from gui.state.connection import Phase
from gui.state.host import Host
from gui.store.batch_records import Batch
from gui.tables.batches import BatchTable
from gui.views.batches import rows
from gui.views.batches.actions import BatchActions
from gui.views.batches.batch_commands import BatchCommands
from gui.views.batches.batch_list import BatchList
from gui.views.batches.batch_pane import BatchPane
from gui.views.batches.overview import Overview
from gui.views.look import Look
from gui.views.tasks.empty_state import EmptyState

REFRESH_MS = 250
"""How soon a change is shown: four times a second at most."""
_CLOCK_MS = 10_000
_LIST_WIDTH, _LIST_LEAST = 250, 190
_OLD = frozenset({Phase.STALE, Phase.UNREACHABLE, Phase.REFUSED})


class BatchesPage(QWidget):
    """Follows a host's batches while it is seen, and rests while it is not."""

    export_requested = Signal(str, list)
    """Path, and rows of text with the titles first. Writing is not a view's work."""
    tasks_wanted = Signal(int)
    """The operator wants to see the tasks of this batch in the task table."""
    new_task_requested = Signal()

    def __init__(self, host: Host, look: Look, actions: BatchActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batches_page")
        self._host = host
        self._batches = host.batches
        self._actions = actions
        self.commands = BatchCommands(host, actions, self.current, self)
        self.table = BatchTable(self)
        self.list = BatchList(self.table, look, self)
        self.pane = BatchPane(actions, look, self)
        self.empty = EmptyState(look, self)
        self._overview = Overview(host, self.table)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self.refresh)
        self._refreshed = 0.0
        self._build()
        self._connect()

    def select(self, batch_id: int) -> None:
        """Go to a batch."""
        self.refresh()
        self.list.select(batch_id)

    def current(self) -> Batch | None:
        """Return the selected batch as it is now."""
        return self._batches.batches.get(self.list.current_id())

    # What is shown

    @Slot()
    def refresh(self) -> None:
        """Show everything as it is now."""
        self._soon.stop()
        self._refreshed = time.monotonic()
        there = bool(self._batches.batches)
        self._stack.setCurrentWidget(self._both if there else self.empty)
        self._overview.show_batches()
        if there and not self.list.current_id():
            self.list.setCurrentIndex(self.table.index(0))
        self._show_current()
        if self._overview.go_on(self.list.ids_in_sight()):
            self._refresh_soon()

    @Slot()
    def _show_current(self) -> None:
        batch = self.current()
        if batch is None:
            self._actions.follow(None, None)
            return
        progress = self._overview.progress(batch)
        old = self._host.connection.phase in _OLD
        names = rows.nicknames(self._host.devices)
        self.pane.show_batch(batch, progress, names, old=old)
        self._actions.follow(batch, progress)

    @Slot()
    def _refresh_soon(self) -> None:
        if self.isVisible() and not self._soon.isActive():
            since = (time.monotonic() - self._refreshed) * 1_000
            self._soon.start(max(0, round(REFRESH_MS - since)))

    @Slot()
    def _tasks_changed(self) -> None:
        self._overview.doubt_all()
        self._refresh_soon()

    @Slot(int)
    def _batch_changed(self, batch_id: int) -> None:
        self._overview.doubt(batch_id)
        self._refresh_soon()

    # Building and life

    def _build(self) -> None:
        left = QFrame(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self._both = QSplitter(Qt.Orientation.Horizontal, self)
        self._both.setHandleWidth(1)
        self._both.setChildrenCollapsible(False)
        left.setMinimumWidth(_LIST_LEAST)
        self._both.addWidget(left)
        self._both.addWidget(self.pane)
        self._both.setSizes([_LIST_WIDTH, 800])
        self._both.setStretchFactor(1, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.empty)
        self.empty.show_words(
            "mdi6.tray-full",
            self.tr("No batches yet"),
            self.tr("Everything that you send is kept here: what was asked, what was made, what came of it."),
            self.tr("New task"),
        )

    def _connect(self) -> None:
        batches, host = self._batches, self._host
        for changed in (batches.added, batches.changed, batches.removed):
            changed.connect(self._batch_changed)
        for changed in (host.tasks_changed, host.tasks_reset, host.progress_changed):
            changed.connect(self._tasks_changed)
        for changed in (host.devices_changed, host.connection_changed, self.list.moved):
            changed.connect(self._refresh_soon)
        self.list.chosen.connect(self._show_current)
        self.list.customContextMenuRequested.connect(self._offer_menu)
        self.empty.pressed.connect(self.new_task_requested)
        do = self.commands
        do.tasks_wanted.connect(self.tasks_wanted)
        do.export_requested.connect(self.export_requested)
        self.list.doubleClicked.connect(do.show_tasks)
        self.pane.send_unknown_wanted.connect(do.ask_send_unknown)
        self.addActions(self._actions.all())

    @Slot(QPoint)
    def _offer_menu(self, where: QPoint) -> None:
        self._actions.menu(self).popup(self.list.viewport().mapToGlobal(where))

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what happens."""
        super().showEvent(event)
        self._overview.doubt_all()
        self.refresh()
        self._clock.start()
        self.list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._soon.stop()
        self._clock.stop()
        # The menu must not act on a batch that is not in sight.
        self._actions.follow(None, None)
