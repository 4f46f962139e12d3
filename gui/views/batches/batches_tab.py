"""The tab of the batches: builds its page when it is first opened, and calls for the operator before that."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from gui.state.host import Host
from gui.store.batch_records import Batch, RequestState
from gui.views.batches.actions import BatchActions
from gui.views.batches.shown_tasks import ShownTasks
from gui.views.look import Look
from gui.views.tasks.filter_bar import FilterBar

if TYPE_CHECKING:
    from gui.views.batches.batches_page import BatchesPage


class BatchesTab(QObject):
    """What the window knows of the page."""

    export_requested = Signal(str, list)
    new_task_requested = Signal()
    tasks_shown = Signal()
    """The task table has just been filtered by a batch."""

    def __init__(self, host: Host, look: Look, tabs: QTabWidget, room: QWidget, filters: FilterBar) -> None:
        """``room``: the tab, empty; ``filters``: of the task table, for the tasks of a batch."""
        super().__init__(tabs)
        self._host = host
        self._look = look
        self._tabs = tabs
        self._room = room
        self._shown_tasks = ShownTasks(host, filters, self)
        self._troubled: set[int] = set()
        self.actions_ = BatchActions(self)
        self.page: BatchesPage | None = None
        for changed in (host.batches.added, host.batches.changed, host.batches.removed):
            changed.connect(self._look_at)
        for batch_id in host.batches.batches:
            self._look_at(batch_id)
        tabs.currentChanged.connect(self._open_in_sight)
        self._open_in_sight()

    def open(self) -> "BatchesPage":
        """Go to the batches."""
        self._tabs.setCurrentWidget(self._room)
        return self._built()

    def _built(self) -> "BatchesPage":
        if self.page is None:
            from gui.views.batches.batches_page import BatchesPage  # noqa: PLC0415 - not for a start

            self.page = BatchesPage(self._host, self._look, self.actions_)
            self.page.export_requested.connect(self.export_requested)
            self.page.new_task_requested.connect(self.new_task_requested)
            self.page.tasks_wanted.connect(self._show_tasks)
            column = QVBoxLayout(self._room)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self.page)
        return self.page

    @Slot()
    def _open_in_sight(self) -> None:
        if self._tabs.currentWidget() is self._room:
            self._built()

    @Slot(int)
    def _show_tasks(self, batch_id: int) -> None:
        self._shown_tasks.show_batch(batch_id)
        self.tasks_shown.emit()

    @Slot(int)
    def _look_at(self, batch_id: int) -> None:
        """Mark the tab while some batch waits for the operator."""
        batch = self._host.batches.batches.get(batch_id)
        before = bool(self._troubled)
        if batch is not None and _waits_for_the_operator(batch):
            self._troubled.add(batch_id)
        else:
            self._troubled.discard(batch_id)
        if bool(self._troubled) != before:
            place = self._tabs.indexOf(self._room)
            wanted = self._look.icon("mdi6.alert-circle-outline", "warning") if self._troubled else QIcon()
            self._tabs.setTabIcon(place, wanted)
            tip = self.tr("A batch waits for you: see what is unknown, or why it was paused.")
            self._tabs.setTabToolTip(place, tip if self._troubled else "")


def _waits_for_the_operator(batch: Batch) -> bool:
    """Whether something of it is unknown although it was looked for, or the panel had to pause it."""
    looked = any(each.state == RequestState.UNKNOWN and each.evidence for each in batch.requests)
    return looked or (batch.paused and bool(batch.why_paused))
