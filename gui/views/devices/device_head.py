"""The head of the device pane: counts, search, group and order."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.tables.devices import DeviceSort
from gui.views import wording
from gui.views.look import Look


class DeviceHead(QWidget):
    """Says how many devices are online, and asks which to show in which order."""

    filter_changed = Signal(str, object)
    """Search text, and the name of a group or None for all."""
    sort_changed = Signal(object)
    """A DeviceSort."""
    add_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._group_names: list[str] = []
        self.counts = QLabel()
        self.counts.setProperty("role", "caption")
        self.search = QLineEdit()
        self.group = QComboBox()
        self.sort_menu = self._make_sort_menu()
        self._sort_button = self._tool("mdi6.sort", self.tr("Sort devices"))
        self._sort_button.clicked.connect(self._show_sort_menu)
        self._build()

    def show_counts(self, online: int, total: int) -> None:
        """Show ``38 of 40 online``."""
        words = self.tr("{online} of {total} online").format(
            online=wording.number(online), total=wording.number(total)
        )
        self.counts.setText(words if total else "")

    def show_groups(self, names: list[str]) -> None:
        """Offer these groups; the choice stays where it still exists."""
        if names == self._group_names:
            return
        chosen = self.chosen_group()
        self._group_names = names
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItem(self.tr("All groups"))
        for name in names:
            self.group.addItem(name, name)
        self.group.setCurrentIndex(names.index(chosen) + 1 if chosen in names else 0)
        self.group.blockSignals(False)
        self.group.setVisible(bool(names))
        if chosen is not None and chosen not in names:
            self._tell_filter()

    def chosen_group(self) -> str | None:
        """Return the group that is shown, None for all."""
        name = self.group.currentData()
        return name if isinstance(name, str) else None

    def sort(self) -> DeviceSort:
        """Return the order in force."""
        return next(DeviceSort(action.data()) for action in self._sorts.actions() if action.isChecked())

    def set_sort(self, sort: DeviceSort) -> None:
        """Choose an order."""
        for action in self._sorts.actions():
            if action.data() == int(sort):
                action.trigger()

    def clear_filter(self) -> None:
        """Show all devices again."""
        self.search.clear()
        self.group.setCurrentIndex(0)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _build(self) -> None:
        title = QLabel(self.tr("Devices"))
        title.setProperty("role", "heading")
        add = self._tool("mdi6.plus", self.tr("Add devices"))
        add.clicked.connect(self.add_requested)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(8)
        top.addWidget(title)
        top.addWidget(self.counts)
        top.addStretch(1)
        top.addWidget(self._sort_button)
        top.addWidget(add)
        self.search.setProperty("role", "search")
        self.search.setPlaceholderText(self.tr("Search devices"))
        self.search.setAccessibleName(self.tr("Search devices"))
        self.search.setToolTip(self.tr("Name, serial, model, account, tag, group or state"))
        self.search.setClearButtonEnabled(True)
        icon = self._look.icon("mdi6.magnify", "muted")
        self.search.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._tell_filter)
        self.group.setAccessibleName(self.tr("Group of devices"))
        self.group.addItem(self.tr("All groups"))
        self.group.hide()
        self.group.currentIndexChanged.connect(self._tell_filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.search)
        layout.addWidget(self.group)

    def _make_sort_menu(self) -> QMenu:
        menu = QMenu(self)
        self._sorts = QActionGroup(self)
        for sort, words in (
            (DeviceSort.NAME, self.tr("By &name")),
            (DeviceSort.STATE, self.tr("By &state")),
            (DeviceSort.WAITING, self.tr("By &waiting tasks")),
            (DeviceSort.RESULT, self.tr("By last &result")),
        ):
            action = QAction(words, self._sorts)
            action.setCheckable(True)
            action.setChecked(sort is DeviceSort.NAME)
            action.setData(int(sort))
            action.setToolTip(self.tr("Order of the device list"))
            menu.addAction(action)
        self._sorts.triggered.connect(self._tell_sort)
        return menu

    def _tool(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._look.icon(icon, "muted"))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _show_sort_menu(self) -> None:
        # Not QToolButton.setMenu: that one runs a loop of its own while the menu is open.
        below = QPoint(0, self._sort_button.height() + 4)
        self.sort_menu.popup(self._sort_button.mapToGlobal(below))

    def _tell_sort(self, action: QAction) -> None:
        self.sort_changed.emit(DeviceSort(action.data()))

    def _tell_filter(self) -> None:
        self.filter_changed.emit(self.search.text(), self.chosen_group())
