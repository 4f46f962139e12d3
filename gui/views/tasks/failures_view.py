"""Failed tasks by their causes, with the commands of the task table on a whole cause."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from gui.state.causes import Cause
from gui.state.failures import Failures
from gui.state.host import Host
from gui.tables.failures import FailureRow, FailureTable
from gui.views.look import Look
from gui.views.tasks.empty_state import EmptyState
from gui.views.tasks.failures_bar import FailuresBar
from gui.views.tasks.failures_list import FailuresList
from gui.views.tasks.run_again import RunAgain
from gui.views.tasks.task_commands import TaskCommands
from gui.views.wording import number

SHOW_EVERY_MS = 150
"""However fast tasks fail, the list moves no oftener."""

TAG_CHARACTERS = 40
"""Of a remark on the tag of a filter: a long one must not keep the window wide."""


class FailuresView(QWidget):
    """Rests while nobody looks; what has changed meanwhile is shown when somebody does."""

    closed = Signal()
    """Back to the table of tasks."""
    tasks_wanted = Signal(str, object)
    """Show these in the table: what they have in common in a few words, and a frozenset of ids."""
    current_changed = Signal(object)
    """The tasks of the selected causes, a tuple of ids; None where nothing is selected."""

    def __init__(self, host: Host, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.failures = Failures(host, self)
        self.table = FailureTable(self)
        self.list = FailuresList(self.table, look, self)
        self.bar = FailuresBar(look, self)
        self.commands = TaskCommands(host, self)
        self.run_again = RunAgain(self)
        self.empty = EmptyState(look, self)
        self._changed: set[str] = set()
        self._ids: tuple[int, ...] = ()
        self._build(look)
        self._actions = self._make_actions()
        self._timer = QTimer(self, interval=SHOW_EVERY_MS, singleShot=True)
        self._timer.timeout.connect(self._show_changes)
        self.failures.changed.connect(self._take)
        self.failures.reset.connect(self._reset)
        self.list.selected.connect(self._select)
        self.list.doubleClicked.connect(self.show_only)
        self.list.customContextMenuRequested.connect(self._offer_menu)
        self._select()

    def _build(self, look: Look) -> None:
        back = self._back = QPushButton(look.icon("mdi6.arrow-left", "accent"), self.tr("All tasks"), self)
        back.setObjectName("failures.back")
        back.setProperty("kind", "link")
        back.setToolTip(self.tr("Back to the table of tasks (Esc)"))
        back.clicked.connect(self.closed)
        heading = QLabel(self.tr("Failures by cause"), self)
        heading.setProperty("role", "heading")
        self.summary = QLabel(self)
        self.summary.setObjectName("failures.summary")
        self.summary.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(8, 12, 12, 12)
        head.setSpacing(8)
        head.addWidget(back)
        head.addSpacing(4)
        head.addWidget(heading)
        head.addWidget(self.summary, 1)
        self._stack_place = QWidget(self)
        self._stack = QStackedLayout(self._stack_place)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack_place, 1)
        column.addWidget(self.bar)

    def _make_actions(self) -> list[QAction]:
        bar, standard, key = self.bar, QKeySequence.StandardKey, Qt.Key
        actions = []
        for button, keys, slot in (
            (bar.retry, key.Key_R, self.retry),
            (bar.delete, standard.Delete, self.delete),
            (bar.only, key.Key_Return, self.show_only),
            (bar.again, "Ctrl+Shift+N", self.begin_again),
        ):
            action = QAction(button.accessibleName(), self)
            action.setObjectName(f"action.{button.objectName().removeprefix('button.')}")
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setToolTip(button.toolTip())
            action.triggered.connect(slot)
            button.clicked.connect(slot)
            self.list.addAction(action)
            actions.append(action)
        leave = QAction(self.tr("All tasks"), self)
        leave.setShortcut(QKeySequence(key.Key_Escape))
        leave.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.triggered.connect(self.closed)
        self.addAction(leave)
        return actions

    # What is shown

    @Slot(object)
    def _take(self, keys: set[str]) -> None:
        self._changed |= keys
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _reset(self) -> None:
        self._changed = set()
        self.table.clear()
        self._show_state()

    @Slot()
    def _show_changes(self) -> None:
        keys, self._changed = self._changed, set()
        causes = {key: self.failures.causes.cause(key) for key in keys}
        rows = [_row(cause) for cause in causes.values() if cause is not None]
        self.table.take(rows, {key for key, cause in causes.items() if cause is None})
        self._show_state()
        if not keys.isdisjoint(self.list.selected_keys()):
            self._select()

    def _show_state(self) -> None:
        causes = self.failures.causes
        parts = [self.tr("{0} tasks").format(number(causes.failed)), self.tr("%n cause(s)", "", len(causes))]
        if not self.failures.complete:
            parts.append(self.tr("still reading…"))
        self.summary.setText(" · ".join(parts))
        filled = self.table.rowCount() > 0
        self._stack.setCurrentWidget(self.list if filled else self.empty)
        if filled and self.focusWidget() in {None, self._back}:
            self.list.setFocus()
        sentence = self.tr("What fails from now on is shown here by its cause.")
        if not self.failures.complete:
            sentence = self.tr("The failed tasks are being read.")
        self.empty.show_words("mdi6.check-circle-outline", self.tr("No failed task"), sentence)

    # Selection and commands

    @Slot()
    def _select(self) -> None:
        keys = self.list.selected_keys()
        ids = tuple(task_id for key in keys for task_id in self.failures.causes.ids(key))
        self.bar.show_selection(len(keys), len(ids))
        for action in self._actions:
            action.setEnabled(bool(ids))
        if ids != self._ids:
            self._ids = ids
            self.current_changed.emit(self.current)

    @property
    def current(self) -> tuple[int, ...] | None:
        """What :attr:`current_changed` told last."""
        return self._ids or None

    @Slot()
    def retry(self) -> None:
        """Retry every task of the selected causes."""
        self.commands.retry(self._ids)

    @Slot()
    def delete(self) -> None:
        """Delete every task of the selected causes."""
        self.commands.delete(self._ids)

    @Slot()
    def show_only(self) -> None:
        """Show the tasks of the selected causes in the table, and nothing else."""
        keys = self.list.selected_keys()
        if not keys:
            return
        row = self.table.row(self.table.row_of(keys[0]))
        words = row.sample or self.tr("(no remark)")
        if len(words) > TAG_CHARACTERS:
            words = words[: TAG_CHARACTERS - 1] + "…"
        if len(keys) > 1:
            words = self.tr("%n cause(s) of failure", "", len(keys))
        self.tasks_wanted.emit(words, frozenset(self._ids))

    @Slot()
    def begin_again(self) -> None:
        """Compose a new batch with the settings of these tasks."""
        tasks = self._host.tasks
        where = self.bar.again.mapToGlobal(QPoint(0, 0))
        self.run_again.begin([tasks[i] for i in self._ids if i in tasks], where)

    @Slot(QPoint)
    def _offer_menu(self, where: QPoint) -> None:
        if not self._ids:
            return
        menu = QMenu(self)
        menu.setObjectName("failures_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions)
        menu.popup(self.list.viewport().mapToGlobal(where))

    # Life

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow the failures, or show what has changed."""
        super().showEvent(event)
        self.failures.begin()
        self._show_changes()
        self.list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._timer.stop()


def _row(cause: Cause) -> FailureRow:
    return FailureRow(cause.key, cause.sample, cause.count, cause.devices, cause.scripts, cause.last_seen)
