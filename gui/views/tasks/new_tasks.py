"""Points out the tasks that were just created, as soon as the table has them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from gui.views.tasks.tasks_page import TasksPage

PATIENCE_MS = 10_000
"""How long the server may take to list what it says it has created."""


class NewTasks(QObject):
    """Selects tasks that may not be listed yet, and tells of those that the filter hides."""

    hidden = Signal(int)
    """How many of them the filter hides."""

    def __init__(self, page: "TasksPage") -> None:
        super().__init__(page)
        self._page = page
        self._awaited: tuple[int, ...] = ()
        self._hidden: tuple[int, ...] = ()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._settle)
        # The view has connected before: its selection is in place when this one looks.
        page.table.changed.connect(self._look)

    def point_out(self, ids: Sequence[int]) -> None:
        """Select these once they are listed."""
        self._awaited, self._hidden = tuple(ids), ()
        self._patience.start()
        self._look()

    def show_hidden(self) -> None:
        """Take the filter away and select what it hid."""
        hidden = self._hidden
        self._page.filters.clear()
        self.point_out(hidden)

    @Slot()
    def _look(self) -> None:
        table = self._page.table
        if self._awaited and not table.busy and all(map(table.get, self._awaited)):
            self._settle()

    @Slot()
    def _settle(self) -> None:
        self._patience.stop()
        table, view = self._page.table, self._page.view
        there = [i for i in self._awaited if table.get(i) is not None]
        self._awaited = ()
        shown = [i for i in there if table.row_of(i) >= 0]
        if shown:
            view.select_ids(shown)
            view.scrollTo(table.index(min(map(table.row_of, shown)), 0))
        self._hidden = tuple(i for i in there if table.row_of(i) < 0)
        if self._hidden:
            self.hidden.emit(len(self._hidden))
