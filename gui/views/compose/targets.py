"""Who the tasks are for: devices, or accounts by name."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.api.schemas import Account
from gui.state.devices import Device
from gui.views.compose.account_choice import AccountChoice
from gui.views.compose.device_choice import DeviceChoice
from gui.views.compose.segments import Segments
from gui.views.wording import number


class TargetsEditor(QWidget):
    """Devices or accounts, never both: the API leaves that undefined (doc)."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices: Mapping[str, Device] = {}
        self._multi_account = "optional"
        self._choice = Segments("targets", [("devices", ""), ("accounts", self.tr("Accounts"))], self)
        self._choice.chosen.connect(self._on_changed)
        self._chosen = DeviceChoice(self)
        self._chosen.changed.connect(self._on_changed)
        self._chosen.source.setParent(self)
        self._every = QCheckBox(self.tr("One task for each account on the device"), self)
        self._every.setObjectName("multi_account")
        self._every.setAccessibleName(self._every.text())
        self._every.setToolTip(
            self.tr("Switches through every account of the device instead of the current one")
        )
        self._every.toggled.connect(self._on_changed)
        self._always = QLabel(self.tr("Always runs for every account of the device."), self)
        self._always.setProperty("role", "muted")
        self._reach = QLabel(self)
        self._reach.setObjectName("account_reach")
        self._reach.setProperty("role", "caption")
        self._reach.setWordWrap(True)
        self._reach.setTextFormat(Qt.TextFormat.PlainText)
        self.accounts = AccountChoice(self)
        self.accounts.changed.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._choice)
        row.addWidget(self._chosen.source, 10)
        row.addStretch(1)
        column.addLayout(row)
        for widget in (self._chosen, self._every, self._always, self._reach, self.accounts):
            column.addWidget(widget)
        self._show()

    def kind(self) -> Literal["devices", "accounts"]:
        """Return which of the two kinds is chosen."""
        return "accounts" if self._choice.value() == "accounts" else "devices"

    def serials(self) -> tuple[str, ...]:
        """Return the devices that remain, if devices are chosen."""
        return self._chosen.serials() if self.kind() == "devices" else ()

    def usernames(self) -> tuple[str, ...]:
        """Return the accounts, if accounts are chosen; each once."""
        return self.accounts.names() if self.kind() == "accounts" else ()

    def targets(self) -> tuple[str, ...]:
        """Return the devices or the accounts, whichever is chosen."""
        return self.serials() or self.usernames()

    def left_out(self) -> int:
        """Return how many devices are left out by choice."""
        return self._chosen.left_out() if self.kind() == "devices" else 0

    def every_account(self) -> bool:
        """Return whether one task an account is asked for."""
        return self.kind() == "devices" and self._multi_account == "optional" and self._every.isChecked()

    def set_serials(self, serials: tuple[str, ...]) -> None:
        """Take over the dock's selection."""
        self._chosen.set_dock(serials)
        self._show()

    def set_devices(self, devices: Mapping[str, Device], accounts: tuple[Account, ...] = ()) -> None:
        """Take over what is known about the devices and the accounts on them."""
        self._devices = devices
        self._chosen.set_devices(devices)
        known = {name for device in devices.values() for name in device.accounts}
        self.accounts.set_known(tuple(sorted(known, key=str.casefold)), accounts)
        self._show()

    def set_multi_account(self, rule: Literal["optional", "always", "never"]) -> None:
        """Take over what the script says about accounts."""
        self._multi_account = rule
        self._show()

    def use_devices(self, serials: Sequence[str]) -> None:
        """Choose devices by name."""
        self._every.setChecked(False)
        self._chosen.use(tuple(dict.fromkeys(serials)))
        self._choice.set_value("devices")
        self._on_changed()

    def use_accounts(self, names: Sequence[str]) -> None:
        """Choose accounts by name."""
        self.accounts.set_names(names)
        self._choice.set_value("accounts")

    def state(self) -> dict[str, Any]:
        """Return what is chosen, to be restored later."""
        return {
            "kind": self.kind(),
            "accounts": list(self.accounts.names()),
            "every_account": self._every.isChecked(),
            "devices": self._chosen.state(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Choose what :meth:`state` returned; what makes no sense is passed over."""
        accounts, devices = state.get("accounts"), state.get("devices")
        if isinstance(accounts, list):
            self.accounts.set_names([str(name) for name in accounts])
        if isinstance(devices, dict):
            self._chosen.restore(devices)
        self._every.setChecked(state.get("every_account") is True)
        self._choice.set_value(state.get("kind"))
        self._show()

    def _show(self) -> None:
        devices = self.kind() == "devices"
        self._choice.button("devices").setText(self.tr("%n device(s)", "", len(self._chosen.serials())))
        self._choice.name_buttons(self.tr("Targets"))
        self._chosen.setVisible(devices)
        self._chosen.source.setVisible(devices)
        self._every.setVisible(devices and self._multi_account == "optional")
        self._always.setVisible(devices and self._multi_account == "always")
        self.accounts.setVisible(not devices)
        self._show_reach(self._every.isChecked() or self._multi_account == "always")

    def _show_reach(self, wanted: bool) -> None:
        """Say which accounts a device's tasks will reach, where anybody has named them."""
        serials = self.serials()
        on_each = [len(self._devices[s].accounts) if s in self._devices else 0 for s in serials]
        silent = on_each.count(0)
        words = [
            self.tr("%n device(s)", "", len(serials)),
            self.tr("{number} accounts known").format(number=number(sum(on_each))),
        ]
        if silent:
            words.append(self.tr("%n device(s) nobody has named an account for", "", silent))
        self._reach.setText(", ".join(words))
        self._reach.setVisible(wanted and bool(serials) and self._multi_account != "never")

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()
