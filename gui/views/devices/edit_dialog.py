"""The operator's own words about devices: nickname, group and note."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.state.devices import Device


class EditDeviceDialog(QDialog):
    """Edits one device, or only the group when several are given."""

    edited = Signal(str, str, str, str)
    """Serial, nickname, group, note; once a device."""

    def __init__(
        self, devices: Sequence[Device], groups: Iterable[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._devices = tuple(devices)
        first = self._devices[0]
        several = len(self._devices) > 1
        self.setWindowTitle(self.tr("Edit device"))
        self.setMinimumWidth(420)
        title = QLabel(self.tr("%n device(s)", "", len(self._devices)) if several else first.serial)
        title.setProperty("role", "title")
        self.nickname = QLineEdit(first.nickname)
        self.nickname.setAccessibleName(self.tr("Nickname"))
        self.nickname.setPlaceholderText(first.serial)
        self.nickname.setMaxLength(60)
        self.group = QComboBox()
        self.group.setEditable(True)
        self.group.setAccessibleName(self.tr("Group"))
        self.group.addItems(["", *groups])
        common = {device.group for device in self._devices}
        self.group.setCurrentText(first.group if len(common) == 1 else "")
        self.note = QPlainTextEdit(first.note)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(74)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if not several:
            form.addRow(self.tr("&Nickname"), self.nickname)
        form.addRow(self.tr("&Group"), self.group)
        if not several:
            form.addRow(self.tr("N&ote"), self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addLayout(form)
        layout.addWidget(self._buttons())
        (self.group if several else self.nickname).setFocus()

    def accept(self) -> None:
        """Hand over what was written and close."""
        group = self.group.currentText().strip()
        if len(self._devices) == 1:
            note = self.note.toPlainText().strip()
            self.edited.emit(self._devices[0].serial, self.nickname.text().strip(), group, note)
        else:
            for device in self._devices:
                self.edited.emit(device.serial, device.nickname, group, device.note)
        super().accept()

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        save = box.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("kind", "primary")
        save.setAccessibleName(self.tr("Save"))
        save.setDefault(True)
        cancel = box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAccessibleName(self.tr("Cancel"))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
