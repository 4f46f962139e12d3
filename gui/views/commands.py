"""Every command of the window as an action, with its key and its tip, in the menus that offer it."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from gui.settings import THEMES

_MNEMONIC = re.compile(r"\(&\w\)|(?<!&)&(?!&)")


class Commands(QObject):
    """The actions of the main window. What they do is connected by the window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._menus: list[QMenu] = []
        bar = window.menuBar()
        bar.setAccessibleName(self.tr("Menu"))
        self._file(bar)
        self._view(bar)
        self._tasks(bar)
        self.batches_menu = self._menu(bar, self.tr("&Batches"))
        self._devices(bar)
        self._help(bar)

    def sections(self) -> list[tuple[str, list[QAction]]]:
        """Return the menus' titles and actions, for a sheet of the keys."""
        return [(plain(menu.title()), [*_flat(menu.actions())]) for menu in self._menus if menu.actions()]

    def add_task_actions(self, actions: Iterable[QAction]) -> None:
        """Offer what can be done with the selected tasks."""
        self._add_to(self.tasks_menu, actions)

    def add_batch_actions(self, actions: Iterable[QAction]) -> None:
        """Offer what can be done with the selected batch."""
        self._add_to(self.batches_menu, actions)

    def add_device_actions(self, actions: Iterable[QAction]) -> None:
        """Offer what can be done with the selected devices."""
        self._add_to(self.devices_menu, actions)

    def check_theme(self, theme: str) -> None:
        """Mark the theme that is chosen."""
        for action in self.themes.actions():
            action.setChecked(action.data() == theme)

    def _add_to(self, menu: QMenu, actions: Iterable[QAction]) -> None:
        menu.addSeparator()
        menu.addActions(list(actions))

    def _menu(self, bar: QMenuBar, title: str) -> QMenu:
        menu = bar.addMenu(title)
        menu.setToolTipsVisible(True)
        self._menus.append(menu)
        return menu

    def _action(self, menu: QMenu, text: str, keys: str, tip: str, *, checkable: bool = False) -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setToolTip(tip)
        action.setStatusTip(tip)
        action.setCheckable(checkable)
        menu.addAction(action)
        return action

    def _file(self, bar: QMenuBar) -> None:
        menu = self._menu(bar, self.tr("&File"))
        self.settings = self._action(
            menu, self.tr("&Settings…"), "Ctrl+,", self.tr("Address, polling, theme and language")
        )
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        menu.addSeparator()
        self.quit = self._action(menu, self.tr("&Quit"), "Ctrl+Q", self.tr("Close the panel"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _view(self, bar: QMenuBar) -> None:
        menu = self._menu(bar, self.tr("&View"))
        self.show_tasks = self._action(menu, self.tr("&Tasks"), "Ctrl+1", self.tr("Show the task table"))
        self.show_composer = self._action(
            menu, self.tr("&New task form"), "Ctrl+2", self.tr("Show the form for a new task")
        )
        self.show_batches = self._action(
            menu, self.tr("&Batches"), "Ctrl+3", self.tr("Show what was sent, and what came of it")
        )
        menu.addSeparator()
        self.device_pane = self._action(
            menu, self.tr("&Device list"), "F8", self.tr("Show or hide the devices"), checkable=True
        )
        self.detail_pane = self._action(
            menu, self.tr("Task d&etail"), "F9", self.tr("Show or hide the detail"), checkable=True
        )
        menu.addSeparator()
        self._theme_menu(menu)
        self.request_log = self._action(
            menu, self.tr("Request &log"), "Ctrl+L", self.tr("Show the last requests to TikMatrix")
        )
        self.refresh = self._action(menu, self.tr("&Refresh"), "F5", self.tr("Ask TikMatrix now"))

    def _theme_menu(self, parent: QMenu) -> None:
        menu = parent.addMenu(self.tr("T&heme"))
        self.themes = QActionGroup(self)
        words = (self.tr("As the &system"), self.tr("&Light"), self.tr("&Dark"))
        for theme, text in zip(THEMES, words, strict=True):
            action = self._action(menu, text, "", self.tr("Colours of the window"), checkable=True)
            action.setData(theme)
            self.themes.addAction(action)

    def _tasks(self, bar: QMenuBar) -> None:
        menu = self.tasks_menu = self._menu(bar, self.tr("&Tasks"))
        self.new_task = self._action(menu, self.tr("&New task…"), "Ctrl+N", self.tr("Compose a new task"))
        self.filter_by_devices = self._action(
            menu,
            self.tr("Only tasks of the selected &devices"),
            "Ctrl+D",
            self.tr("Let the selection in the device list filter the task table"),
            checkable=True,
        )
        menu.addSeparator()
        self.retry_all = self._action(
            menu,
            self.tr("Retry &all failed…"),
            "Ctrl+Shift+R",
            self.tr("Put every failed task below its retry limit back in the queue"),
        )

    def _devices(self, bar: QMenuBar) -> None:
        menu = self.devices_menu = self._menu(bar, self.tr("&Devices"))
        self.find_device = self._action(
            menu, self.tr("&Find a device"), "Ctrl+Shift+F", self.tr("Search the device list")
        )
        self.add_devices = self._action(
            menu, self.tr("&Add devices…"), "Ctrl+Shift+A", self.tr("Paste serials or take a CSV file")
        )

    def _help(self, bar: QMenuBar) -> None:
        menu = self._menu(bar, self.tr("&Help"))
        self.shortcuts = self._action(
            menu, self.tr("&Keyboard shortcuts"), "F1", self.tr("Show every key on one sheet")
        )
        self.check_updates = self._action(
            menu, self.tr("Check for &updates…"), "", self.tr("Ask for the newest version, now and this once")
        )
        self.diagnostics = self._action(
            menu,
            self.tr("Save &diagnostics…"),
            "",
            self.tr("Save versions, settings, findings and logs, without secrets, for somebody who helps"),
        )
        self.about = self._action(
            menu, self.tr("&About MatrixDeck"), "Shift+F1", self.tr("Version, licences and links")
        )
        self.about.setMenuRole(QAction.MenuRole.AboutRole)


def plain(text: str) -> str:
    """Return the text of a menu or an action without its mnemonic, as ``&File`` or ``文件(&F)``."""
    return _MNEMONIC.sub("", text).replace("&&", "&").rstrip("…")


def _flat(actions: Iterable[QAction]) -> Iterable[QAction]:
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _flat(menu.actions())
        elif not action.isSeparator():
            yield action
