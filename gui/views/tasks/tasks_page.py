"""The page of tasks: filters above, the table, and what can be done with the selection below."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from gui.api.schemas import Stats, Task
from gui.state.changes import TaskChanges
from gui.state.connection import Phase
from gui.state.host import Host
from gui.state.outcome import Command
from gui.tables.columns import local_now
from gui.tables.slices import Slices
from gui.tables.tasks import Column, TaskFilter, TaskTable
from gui.views.export_dialog import ExportDialog
from gui.views.look import Look
from gui.views.tasks import page_layout, row_texts
from gui.views.tasks.empty_state import EmptyState
from gui.views.tasks.empty_words import empty_words, progress_words
from gui.views.tasks.filter_bar import FilterBar
from gui.views.tasks.new_tasks import NewTasks
from gui.views.tasks.page_actions import PageActions
from gui.views.tasks.selection_bar import SelectionBar
from gui.views.tasks.task_commands import TaskCommands
from gui.views.tasks.task_view import TaskView

_AT_ONCE = 5_000
_ANSWERED = frozenset({Phase.LIVE, Phase.STALE})
_MUTED = frozenset({Phase.STALE, Phase.UNREACHABLE, Phase.REFUSED})


class TasksPage(QWidget):
    """Follows a host. The table model lives here: one a page."""

    current_task_changed = Signal(object)
    """What the detail is to show: the one selected Task as it is now, a tuple of ids where several are
    selected, None where none is."""
    export_requested = Signal(str, list)
    """Path, and rows of text with the titles first. Writing is not a view's work."""
    new_task_requested = Signal()

    def __init__(self, host: Host, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._selected: tuple[int, ...] = ()
        self.current: Task | tuple[int, ...] | None = None
        """What ``current_task_changed`` last told."""
        self.table = TaskTable(self)
        self.commands = TaskCommands(host, self)
        self.filters = FilterBar(self.table, look, self)
        self.view = TaskView(self.table, look, self)
        self.bar = SelectionBar(look, self)
        self.empty = EmptyState(look, self)
        self.actions_ = PageActions(self)
        self.new = NewTasks(self)
        self._texts = Slices(self)
        self._export_path = ""
        self._build()
        self._connect()
        self._clock = QTimer(self)
        self._clock.setInterval(1_000)
        self._clock.timeout.connect(self._tick)
        self._summary_timer = QTimer(self)
        self._summary_timer.setSingleShot(True)
        self._summary_timer.setInterval(300)
        self._summary_timer.timeout.connect(self._summarise)
        self._take_all()

    def _build(self) -> None:
        self._note = QLabel(self)
        self._note.setObjectName("progress_note")
        self._note.setProperty("role", "caption")
        self._note.setContentsMargins(12, 0, 12, 6)
        self._stack_place = QWidget(self)
        self._stack = QStackedLayout(self._stack_place)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._note)
        column.addWidget(self._stack_place, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        host, bar, filters = self._host, self.bar, self.filters
        host.tasks_changed.connect(self._apply)
        host.tasks_reset.connect(self._reset)
        host.stats_changed.connect(self._take_stats)
        host.pending_changed.connect(self._take_pending)
        host.devices_changed.connect(self._take_devices)
        host.connection_changed.connect(self._refresh)
        host.progress_changed.connect(self._refresh)
        filters.changed.connect(self._filter)
        filters.search_entered.connect(self.table.prepare_search)
        filters.search_left.connect(self.table.release_search)
        self.view.selected.connect(self._select)
        self.view.customContextMenuRequested.connect(self._offer_menu)
        self.table.changed.connect(self._refresh)
        for button, slot in (
            (bar.retry, self.retry),
            (bar.stop, self.stop),
            (bar.delete, self.delete),
            (bar.copy, self.copy),
            (bar.export, self.export),
        ):
            button.clicked.connect(slot)
        self.empty.pressed.connect(self._do_what_empty_offers)

    # What the host tells

    def _take_all(self) -> None:
        self.table.tick(local_now())
        self._take_devices()
        self._take_stats()
        self.table.apply(tuple(self._host.tasks.values()), ())
        self._take_pending(self._host.pending)
        self._select()
        self._refresh()

    @Slot(object)
    def _apply(self, changes: TaskChanges) -> None:
        self.table.apply(changes.upserted, changes.removed)

    @Slot()
    def _reset(self) -> None:
        self.table.clear()
        self._take_all()

    @Slot()
    def _take_stats(self) -> None:
        self.filters.set_stats(_told(self._host), muted=self._host.connection.phase in _MUTED)

    @Slot(object)
    def _take_pending(self, commands: Mapping[int, str]) -> None:
        words = {
            Command.STOP.value: self.tr("stopping…"),
            Command.DELETE.value: self.tr("deleting…"),
            Command.RETRY.value: self.tr("retrying…"),
        }
        self.table.set_pending({i: words.get(command, command) for i, command in commands.items()})

    @Slot()
    def _take_devices(self) -> None:
        devices = self._host.devices
        self.table.set_device_names({serial: d.nickname for serial, d in devices.items() if d.nickname})

    @Slot()
    def _tick(self) -> None:
        if self.table.running:
            self.table.tick(local_now())

    @Slot()
    def _refresh(self) -> None:
        """Choose between table and empty state, greyed or not."""
        progress, phase = self._host.progress, self._host.connection.phase
        self._take_stats()
        rows = self.table.rowCount()
        self._stack.setCurrentWidget(self.view if rows else self.empty)
        self.view.set_muted(phase in _MUTED)
        note = progress_words(progress) if rows and phase == Phase.LIVE else ""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if not rows:
            words = empty_words(self._host.connection, progress, filtered=self.table.total > 0)
            self.empty.show_words(*words)

    @Slot()
    def _do_what_empty_offers(self) -> None:
        if self.table.total:
            self.filters.clear()
        elif self._host.connection.phase == Phase.LIVE:
            self.new_task_requested.emit()
        else:
            self._host.reconnect()

    # Filter and selection

    @Slot(object)
    def _filter(self, wanted: TaskFilter) -> None:
        self.table.set_filter(wanted)

    def set_device_filter(self, serials: tuple[str, ...] | frozenset[str]) -> None:
        """Show only tasks of these devices; of all, where there are none."""
        self.filters.set_serials(frozenset(serials))

    def selected_ids(self) -> tuple[int, ...]:
        """Return the ids of the selected tasks from top to bottom."""
        return tuple(self.view.selected_ids())

    @Slot()
    def _select(self) -> None:
        ids = self.selected_ids()
        self._selected = ids
        current = self.table.get(ids[0]) if len(ids) == 1 else ids or None
        if current != self.current:
            self.current = current
            self.current_task_changed.emit(current)
        if len(ids) <= _AT_ONCE:
            self._summarise()
        elif not self._summary_timer.isActive():
            self._summary_timer.start()

    @Slot()
    def _summarise(self) -> None:
        counts = self.table.status_counts(self._selected)
        self.bar.show_selection(counts)
        self.actions_.follow(counts)

    # Commands

    @Slot()
    def retry(self) -> None:
        """Retry the failed ones of the selected tasks."""
        self.commands.retry(self._selected)

    @Slot()
    def stop(self) -> None:
        """Stop the running ones of the selected tasks."""
        self.commands.stop(self._selected)

    @Slot()
    def delete(self) -> None:
        """Delete the selected tasks."""
        self.commands.delete(self._selected)

    @Slot()
    def copy(self) -> None:
        """Copy the selected rows, visible columns, to the clipboard, separated by tabs."""
        if self._selected:
            steps = row_texts.row_steps(self.table, self._selected, self.view.header.shown_columns())
            self._texts.start(steps, self._copied, now=len(self._selected) <= _AT_ONCE)

    def _copied(self, rows: list[list[str]]) -> None:
        QGuiApplication.clipboard().setText(row_texts.tab_separated(rows))

    @Slot()
    def export(self) -> None:
        """Ask where to save the selected rows, or all rows shown where none is selected."""
        dialog = ExportDialog(self.tr("Export tasks"), "tasks", self)
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    @Slot(str)
    def export_to(self, path: str) -> None:
        """Prepare the rows for a path and ask for them to be written."""
        self._export_path = path
        ids = self._selected or tuple(self.table.ids_between(0, self.table.rowCount() - 1))
        steps = row_texts.row_steps(self.table, ids, tuple(Column), bare_names=True)
        self._texts.start(steps, self._exported, now=len(ids) <= _AT_ONCE)

    def _exported(self, rows: list[list[str]]) -> None:
        self.export_requested.emit(self._export_path, rows)

    @Slot(QPoint)
    def _offer_menu(self, where: QPoint) -> None:
        self.actions_.menu(self).popup(self.view.viewport().mapToGlobal(where))

    # Life

    def save_layout(self) -> dict[str, Any]:
        """Return columns, sort and filter as plain JSON values."""
        return page_layout.save(self.view, self.filters.filter)

    def restore_layout(self, layout: dict[str, Any]) -> None:
        """Take what :meth:`save_layout` returned; what makes no sense is passed over."""
        self.filters.set_filter(page_layout.restore(self.view, layout))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the elapsed times run."""
        super().showEvent(event)
        self._tick()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let them rest while nobody looks."""
        super().hideEvent(event)
        self._clock.stop()


def _told(host: Host) -> Stats | None:
    """Return the server's counts; None while it has not told any. A server may well count none."""
    phase = host.connection.phase
    told = phase in _ANSWERED or host.stats.total or (host.progress.complete and phase in _MUTED)
    return host.stats if told else None
