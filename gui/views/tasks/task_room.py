"""The tab of tasks: the table, or in its place the failures by cause."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QWidget

from gui.api.schemas import Task
from gui.state.host import Host
from gui.tables.tasks import TaskFilter
from gui.views.look import Look
from gui.views.tasks.tasks_page import TasksPage

if TYPE_CHECKING:
    from gui.views.tasks.failures_view import FailuresView


class TaskRoom(QStackedWidget):
    """The view of failures is only made for somebody who wants to see it."""

    current_task_changed = Signal(object)
    """What the detail is to show: a Task, a tuple of ids, or None."""
    run_again_requested = Signal(tuple)
    """Tasks of one script with the same settings are to be the beginning of a new batch."""

    def __init__(self, host: Host, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._look = look
        self.page = TasksPage(host, look)
        self.failures: FailuresView | None = None
        self.addWidget(self.page)
        self.by_cause = self._make_action(look)
        self.toggle = QToolButton()
        self.toggle.setObjectName("button.by_cause")
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setDefaultAction(self.by_cause)
        self.corner = QWidget()
        """For the corner of the tabs: the toggle, not up against the edge."""
        row = QHBoxLayout(self.corner)
        row.setContentsMargins(0, 8, 12, 2)
        row.addWidget(self.toggle)
        self.setFocusProxy(self.page)
        self.page.current_task_changed.connect(self.current_task_changed)
        self.page.actions_.run_again.requested.connect(self.run_again_requested)

    def _make_action(self, look: Look) -> QAction:
        action = QAction(look.icon("mdi6.format-list-group", "muted"), self.tr("Failures by cause"), self)
        action.setObjectName("action.by_cause")
        action.setCheckable(True)
        action.setShortcut("Ctrl+Shift+G")
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(self.tr("Show what failed by its cause, or every task again (Ctrl+Shift+G)"))
        action.setStatusTip(self.tr("Show what failed by its cause, or every task again"))
        action.triggered.connect(self._toggle)
        self.addAction(action)
        return action

    @property
    def current(self) -> Task | tuple[int, ...] | None:
        """What the detail is to show now."""
        failures = self.failures
        shown = failures if failures is not None and self.currentWidget() is failures else self.page
        return shown.current

    @Slot()
    def show_failures(self) -> None:
        """Show the causes in place of the table."""
        if self.failures is None:
            self.failures = self._make_failures()
        self._turn_to(self.failures)

    @Slot()
    def show_page(self) -> None:
        """Show the table of tasks."""
        self._turn_to(self.page)
        self.page.view.setFocus()

    def _turn_to(self, part: QWidget) -> None:
        self.setCurrentWidget(part)
        self.by_cause.setChecked(part is not self.page)
        self.current_task_changed.emit(self.current)

    @Slot(bool)
    def _toggle(self, by_cause: bool) -> None:
        if by_cause:
            self.show_failures()
        else:
            self.show_page()

    def _make_failures(self) -> "FailuresView":
        from gui.views.tasks.failures_view import FailuresView  # noqa: PLC0415 - the first rows do not wait

        failures = FailuresView(self._host, self._look, self)
        failures.closed.connect(self.show_page)
        failures.tasks_wanted.connect(self._show_only)
        failures.current_changed.connect(self.current_task_changed)
        failures.run_again.requested.connect(self.run_again_requested)
        self.addWidget(failures)
        return failures

    @Slot(str, object)
    def _show_only(self, words: str, ids: frozenset[int]) -> None:
        self.page.filters.set_filter(TaskFilter())
        self.page.filters.set_only(words, ids)
        self.show_page()
