"""Takes tasks as the beginning of a new batch: those of one script with the same settings."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from gui.api.schemas import Task
from gui.state.same_settings import by_settings

MOST_TASKS = 10_000
"""More than these are not read for their settings: nobody composes so much at once."""
_MOST_GROUPS = 12


class RunAgain(QObject):
    """Passes tasks on at once, or lets the operator choose where their settings differ."""

    requested = Signal(tuple)
    """Tasks of one script with the same settings, their targets and accounts apart."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent

    def begin(self, tasks: Sequence[Task], where: QPoint | None = None) -> None:
        """Ask for these; a choice, where there is one, opens at ``where`` or at the pointer."""
        if not tasks or len(tasks) > MOST_TASKS:
            return
        groups = by_settings(tasks)
        if len(groups) == 1:
            self.requested.emit(groups[0])
        else:
            self._menu(groups).popup(where or QCursor.pos())

    def _menu(self, groups: Sequence[tuple[Task, ...]]) -> QMenu:
        menu = QMenu(self._widget)
        menu.setObjectName("again_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head = menu.addAction(self.tr("Their settings differ. A new batch from:"))
        head.setEnabled(False)
        for group in groups[:_MOST_GROUPS]:
            action = menu.addAction(self._words(group))
            action.setData(group)
        menu.triggered.connect(self._chosen)
        return menu

    def _words(self, group: tuple[Task, ...]) -> str:
        devices = self.tr("%n device(s)", "", len({task.serial for task in group}))
        text = self.tr("{script}: %n task(s) on {devices}, the newest {id}", "", len(group))
        newest = max(task.id for task in group)
        return text.format(script=group[0].script_name, devices=devices, id=newest)

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        self.requested.emit(action.data())
