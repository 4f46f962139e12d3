"""Keeps the task table at the tasks of one batch while more of them are made."""

from PySide6.QtCore import QObject, QTimer, Slot

from gui.state.host import Host
from gui.tables.tasks import TaskFilter
from gui.views.tasks.filter_bar import FilterBar

_FOLLOW_MS = 500


class ShownTasks(QObject):
    """Until the operator takes the filter away."""

    def __init__(self, host: Host, filters: FilterBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._batches = host.batches
        self._filters = filters
        self._batch_id = 0
        self._soon = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._soon.timeout.connect(self._follow)
        self._batches.changed.connect(self._changed)
        filters.changed.connect(self._look_at_filter)

    def show_batch(self, batch_id: int) -> None:
        """Show the tasks of a batch alone."""
        # What else filters would hide some of what was asked for.
        self._filters.clear()
        self._batch_id = batch_id
        self._follow()

    @Slot()
    def _follow(self) -> None:
        batch = self._batches.batches.get(self._batch_id)
        if batch is not None:
            self._filters.set_batch(batch.name, frozenset(batch.task_ids))

    @Slot(int)
    def _changed(self, batch_id: int) -> None:
        if batch_id == self._batch_id and not self._soon.isActive():
            self._soon.start()

    @Slot(object)
    def _look_at_filter(self, wanted: TaskFilter) -> None:
        if not wanted.ids:
            self._batch_id = 0
            self._soon.stop()
