"""The task page's actions with their shortcuts, for its context menu and the window's menu bar."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gui.api.schemas import TaskStatus
from gui.views.tasks.run_again import MOST_TASKS, RunAgain

if TYPE_CHECKING:
    from gui.views.tasks.tasks_page import TasksPage

_Keys = QKeySequence.StandardKey | Qt.Key | str


class PageActions(QObject):
    """Letters work while the table has the keyboard; the rest anywhere on the page."""

    def __init__(self, page: "TasksPage") -> None:
        super().__init__(page)
        standard, key = QKeySequence.StandardKey, Qt.Key
        self.retry = self._add("retry", self.tr("Retry"), key.Key_R, self.tr("Retry the failed ones"))
        self.stop = self._add("stop", self.tr("Stop"), key.Key_S, self.tr("Stop the running ones"))
        self.delete = self._add(
            "delete", self.tr("Delete…"), standard.Delete, self.tr("Delete the selected tasks")
        )
        self.copy = self._add("copy", self.tr("Copy"), standard.Copy, self.tr("Copy the selected rows"))
        self.select_all = self._add(
            "select_all", self.tr("Select all"), standard.SelectAll, self.tr("Select every row")
        )
        self.export = self._add("export", self.tr("Export…"), "Ctrl+E", self.tr("Save the rows as a table"))
        self.find = self._add("find", self.tr("Search"), standard.Find, self.tr("Search in every column"))
        self.clear = self._add(
            "clear_filters", self.tr("Clear filters"), "Ctrl+Backspace", self.tr("Show every task")
        )
        again = self.tr("New batch from these…")
        self.again = self._add(
            "again", again, "Ctrl+Shift+N", self.tr("Compose a new batch with the settings of these tasks")
        )
        self.run_again = RunAgain(page)
        self._page = page
        self._connect(page)
        self.follow(Counter())

    def _connect(self, page: "TasksPage") -> None:
        view, filters = page.view, page.filters
        for action, owner, slot in (
            (self.retry, view, page.retry),
            (self.stop, view, page.stop),
            (self.delete, view, page.delete),
            (self.copy, view, page.copy),
            (self.select_all, view, view.selectAll),
            (self.export, page, page.export),
            (self.find, page, filters.focus_search),
            (self.clear, page, filters.clear),
            (self.again, view, self._begin_again),
        ):
            self._give(action, owner, slot, table_only=owner is view)

    def _add(self, name: str, text: str, keys: _Keys, tip: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"action.{name}")
        action.setShortcut(QKeySequence(keys))
        action.setStatusTip(tip)
        action.setToolTip(tip)
        return action

    def _give(self, action: QAction, owner: QWidget, slot: Callable[[], object], *, table_only: bool) -> None:
        context = Qt.ShortcutContext
        action.setShortcutContext(
            context.WidgetShortcut if table_only else context.WidgetWithChildrenShortcut
        )
        action.triggered.connect(slot)
        owner.addAction(action)

    def follow(self, statuses: Counter[int]) -> None:
        """Enable what makes sense for a selection of these statuses."""
        some = statuses.total() > 0
        self.retry.setEnabled(statuses[TaskStatus.FAILED] > 0)
        self.stop.setEnabled(statuses[TaskStatus.RUNNING] > 0)
        self.delete.setEnabled(some)
        self.copy.setEnabled(some)
        self.again.setEnabled(0 < statuses.total() <= MOST_TASKS)
        several = statuses.total() > 1
        self.again.setText(
            self.tr("New batch from these…") if several else self.tr("Run again with changes…")
        )

    @Slot()
    def _begin_again(self) -> None:
        table = self._page.table
        found = map(table.get, self._page.selected_ids())
        self.run_again.begin([task for task in found if task is not None])

    def all(self) -> list[QAction]:
        """Return the actions in the order of a menu."""
        return [
            self.retry,
            self.stop,
            self.delete,
            self.again,
            self.copy,
            self.export,
            self.select_all,
            self.find,
            self.clear,
        ]

    def menu(self, parent: QWidget) -> QMenu:
        """Return a context menu that deletes itself when closed."""
        menu = QMenu(parent)
        menu.setObjectName("task_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.retry, self.stop, self.delete])
        menu.addSeparator()
        menu.addAction(self.again)
        menu.addSeparator()
        menu.addActions([self.copy, self.export, self.select_all])
        menu.addSeparator()
        menu.addAction(self.clear)
        return menu
