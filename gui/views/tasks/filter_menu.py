"""The menu of script, device and source filters: several may be ticked while it stays open."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from gui.tables.tasks import Column, TaskTable

FIELDS = {Column.SCRIPT: "scripts", Column.DEVICE: "serials", Column.SOURCE: "sources"}
"""Which field of a TaskFilter each of the three columns fills."""


class StayingMenu(QMenu):
    """A menu that a tick does not close."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what is under the pointer and stay."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with the space bar and stay; Enter ticks and closes."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


class FilterMenu(QObject):
    """Makes the menu when it is wanted, from what occurs in the table at that moment."""

    toggled = Signal(object, str, bool)
    """Column, value, whether it is asked for now."""
    cleared = Signal()

    def __init__(self, table: TaskTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._parent = parent

    def build(self, chosen: Mapping[Column, frozenset[str]]) -> QMenu:
        """Return a fresh menu that deletes itself when closed."""
        menu = QMenu(self._parent)
        menu.setObjectName("filter_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        titles = {
            Column.SCRIPT: self.tr("Script"),
            Column.DEVICE: self.tr("Device"),
            Column.SOURCE: self.tr("Source"),
        }
        for column, title in titles.items():
            part = StayingMenu(title, menu)
            part.setObjectName(f"filter_menu.{FIELDS[column]}")
            menu.addMenu(part)
            names = {
                value: self._name(column, value) for value in self._table.distinct(column) | chosen[column]
            }
            for value in sorted(names, key=lambda value: names[value].casefold()):
                action = QAction(names[value], part, checkable=True, checked=value in chosen[column])
                action.setData((int(column), value))
                part.addAction(action)
            part.setEnabled(bool(names))
            part.triggered.connect(self._triggered)
        menu.addSeparator()
        clear = menu.addAction(self.tr("Clear filters"))
        clear.triggered.connect(self.cleared)
        return menu

    def _name(self, column: Column, value: str) -> str:
        if column == Column.DEVICE:
            name = self._table.device_name(value)
            return name if name == value else f"{name}  ({value})"
        return value or self.tr("(none)")

    @Slot(QAction)
    def _triggered(self, action: QAction) -> None:
        column, value = action.data()
        self.toggled.emit(Column(column), value, action.isChecked())
