"""Who the tasks are for: the devices selected in the dock, or accounts by name."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.scripts.targets import clean
from gui.state.devices import Device
from gui.views.compose.inputs import ComboInput, TextInput
from gui.views.compose.naming import short_list
from gui.views.compose.segments import Segments

_WIDTH = 420


class TargetsEditor(QWidget):
    """Devices or accounts, never both: the API leaves that undefined (doc)."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._serials: tuple[str, ...] = ()
        self._devices: Mapping[str, Device] = {}
        self._known: tuple[str, ...] = ()
        self._multi_account = "optional"
        self._choice = Segments("targets", [("devices", ""), ("accounts", self.tr("Accounts"))], self)
        self._choice.chosen.connect(self._on_chosen)
        self._names = QLabel(self)
        self._names.setObjectName("target_devices")
        self._names.setProperty("role", "muted")
        self._names.setWordWrap(True)
        self._names.setTextFormat(Qt.TextFormat.PlainText)
        self._every = QCheckBox(self.tr("One task for each account on the device"), self)
        self._every.setObjectName("multi_account")
        self._every.setAccessibleName(self._every.text())
        self._every.setToolTip(
            self.tr("Switches through every account of the device instead of the current one")
        )
        self._every.toggled.connect(self._on_toggled)
        self._always = QLabel(self.tr("Always runs for every account of the device."), self)
        self._always.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._choice, self._names, self._every, self._always, self._make_accounts()):
            column.addWidget(widget)
        self._show()

    def kind(self) -> Literal["devices", "accounts"]:
        """Return which of the two kinds is chosen."""
        return "accounts" if self._choice.value() == "accounts" else "devices"

    def serials(self) -> tuple[str, ...]:
        """Return the devices, if devices are chosen."""
        return self._serials if self.kind() == "devices" else ()

    def usernames(self) -> tuple[str, ...]:
        """Return the accounts, if accounts are chosen; each once."""
        return (
            tuple(dict.fromkeys(clean(self._text.toPlainText().splitlines())))
            if self.kind() == "accounts"
            else ()
        )

    def every_account(self) -> bool:
        """Return whether one task an account is wanted."""
        return self.kind() == "devices" and self._multi_account == "optional" and self._every.isChecked()

    def set_serials(self, serials: tuple[str, ...]) -> None:
        """Take over the dock's selection."""
        self._serials = serials
        self._show()

    def set_devices(self, devices: Mapping[str, Device]) -> None:
        """Take over what is known about the devices and the accounts on them."""
        self._devices = devices
        known = tuple(
            sorted({name for device in devices.values() for name in device.accounts}, key=str.casefold)
        )
        if known != self._known:
            self._known = known
            self._pick.clear()
            self._pick.addItems(list(known))
            self._pick.setCurrentIndex(-1)
            self._pick.setEnabled(bool(known))
        self._show()

    def set_multi_account(self, rule: Literal["optional", "always", "never"]) -> None:
        """Take over what the script says about accounts."""
        self._multi_account = rule
        self._show()

    def _make_accounts(self) -> QWidget:
        self._accounts = QWidget(self)
        self._text = TextInput(76, self._accounts)
        self._text.setObjectName("usernames")
        self._text.setMaximumWidth(_WIDTH)
        self._text.setPlaceholderText(self.tr("one account name a line"))
        self._text.setAccessibleName(self.tr("Account names, one a line"))
        self._text.textChanged.connect(self._on_text)
        self._count = QLabel(self._accounts)
        self._count.setProperty("role", "caption")
        self._pick = ComboInput(self._accounts)
        self._pick.setObjectName("known_accounts")
        self._pick.setEditable(True)
        self._pick.setInsertPolicy(ComboInput.InsertPolicy.NoInsert)
        self._pick.setMaximumWidth(240)
        self._pick.setAccessibleName(self.tr("Add a known account"))
        self._pick.setToolTip(self.tr("Accounts that TikMatrix has named; choosing one adds it"))
        completer = QCompleter(self._pick.model(), self._pick)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._pick.setCompleter(completer)
        line = self._pick.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Add a known account"))
        self._pick.activated.connect(self._on_picked)
        foot = QHBoxLayout()
        foot.addWidget(self._pick, 1)
        foot.addWidget(self._count)
        foot.addStretch(1)
        column = QVBoxLayout(self._accounts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._text)
        column.addLayout(foot)
        return self._accounts

    def _show(self) -> None:
        devices = self.kind() == "devices"
        count = len(self._serials)
        self._choice.button("devices").setText(self.tr("%n device(s)", "", count))
        self._choice.name_buttons(self.tr("Targets"))
        names = [self._devices[s].name if s in self._devices else s for s in self._serials]
        self._names.setText(
            short_list(names) if names else self.tr("Select devices in the list on the left.")
        )
        self._names.setVisible(devices)
        self._every.setVisible(devices and self._multi_account == "optional")
        self._always.setVisible(devices and self._multi_account == "always")
        self._accounts.setVisible(not devices)
        self._count.setText(self.tr("%n account(s)", "", len(self.usernames())))

    def _on_chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _on_toggled(self, _checked: bool) -> None:
        self.changed.emit()

    def _on_text(self) -> None:
        self._show()
        self.changed.emit()

    def _on_picked(self, index: int) -> None:
        name = self._pick.itemText(index)
        if name and name not in self.usernames():
            self._text.appendPlainText(name)
        self._pick.setCurrentIndex(-1)
        self._pick.clearEditText()
