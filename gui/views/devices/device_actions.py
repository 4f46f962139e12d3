"""What can be done with the selected devices: the context menu's actions, with their shortcuts."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from gui.state.devices import Device
from gui.state.host import Host
from gui.views.devices.device_list import DeviceList
from gui.views.devices.edit_dialog import EditDeviceDialog
from gui.views.look import restyle

NAMED = 5
"""How many devices a question names one by one."""


class DeviceActions(QObject):
    """Edit, copy, new task, show tasks, forget; all on the selection of one list."""

    new_task_requested = Signal()
    tasks_requested = Signal(tuple)

    def __init__(self, host: Host, devices: DeviceList, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = host
        self._list = devices
        self._window = parent
        self._asked: tuple[str, ...] = ()
        self.menu = QMenu(parent)
        self.edit = self._action(self.tr("&Edit…"), "F2", self.tr("Nickname, group and note"))
        self.edit.triggered.connect(self._edit)
        self.copy = self._action(self.tr("&Copy serial"), "Ctrl+C", self.tr("Copy the serials, one a line"))
        self.copy.triggered.connect(self._copy)
        self.menu.addSeparator()
        self.new_task = self._action(
            self.tr("&New task on these"), "Return", self.tr("Compose a task for these devices")
        )
        self.new_task.triggered.connect(self.new_task_requested)
        self.show_tasks = self._action(
            self.tr("&Show their tasks"), "Ctrl+Return", self.tr("Filter the task table by these devices")
        )
        self.show_tasks.triggered.connect(self._show_tasks)
        self.menu.addSeparator()
        self.forget = self._action(
            self.tr("&Forget…"), "Del", self.tr("Remove these devices until TikMatrix names them again")
        )
        self.forget.triggered.connect(self._ask_forget)
        devices.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        devices.customContextMenuRequested.connect(self._popup)
        devices.serials_selected.connect(self._enable)
        self._enable(())

    def _action(self, text: str, keys: str, tip: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(tip)
        action.setStatusTip(tip)
        self._list.addAction(action)
        self.menu.addAction(action)
        return action

    def _enable(self, serials: tuple[str, ...]) -> None:
        for action in (self.edit, self.copy, self.new_task, self.show_tasks, self.forget):
            action.setEnabled(bool(serials))

    def _popup(self, place: QPoint) -> None:
        if self._list.selected():
            self.menu.popup(self._list.viewport().mapToGlobal(place))

    def _devices(self) -> list[Device]:
        known = self._host.devices
        return [known[serial] for serial in self._list.selected() if serial in known]

    def _edit(self) -> None:
        devices = self._devices()
        if not devices:
            return
        groups = sorted({device.group for device in self._host.devices.values() if device.group})
        dialog = EditDeviceDialog(devices, groups, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.edited.connect(self._host.edit_device)
        dialog.open()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._list.selected()))

    def _show_tasks(self) -> None:
        self.tasks_requested.emit(self._list.selected())

    def _ask_forget(self) -> None:
        devices = self._devices()
        if not devices:
            return
        self._asked = tuple(device.serial for device in devices)
        names = ", ".join(device.name for device in devices[:NAMED])
        more = len(devices) - NAMED
        if more > 0:
            names = self.tr("{names} and {n} more").format(names=names, n=more)
        box = QMessageBox(self._window)
        box.setObjectName("confirm_box")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Forget devices"))
        box.setText(self.tr("Forget %n device(s)?", "", len(devices)))
        box.setInformativeText(
            self.tr(
                "{names}. Nicknames, groups and notes are lost. A device comes back by itself when "
                "TikMatrix, ADB or a task names it again."
            ).format(names=names)
        )
        forget = box.addButton(self.tr("Forget"), QMessageBox.ButtonRole.AcceptRole)
        restyle(forget, "kind", "danger")
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.accepted.connect(self._forget)
        box.open()

    def _forget(self) -> None:
        for serial in self._asked:
            self._host.forget_device(serial)
        self._asked = ()
