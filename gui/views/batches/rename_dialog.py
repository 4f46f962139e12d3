"""Gives a batch another name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

NAME_LENGTH = 120


class RenameDialog(QDialog):
    """To be opened with ``open()``; it deletes itself once it is closed."""

    renamed = Signal(int, str)

    def __init__(self, batch_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rename_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rename the batch"))
        self.setMinimumWidth(420)
        self._batch_id = batch_id
        self.name = QLineEdit(name)
        self.name.setObjectName("rename_dialog.name")
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setMaxLength(NAME_LENGTH)
        self.name.selectAll()
        label = QLabel(self.tr("&Name"))
        label.setProperty("role", "muted")
        label.setBuddy(self.name)
        box = QDialogButtonBox()
        self._save = box.addButton(self.tr("Rename"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setObjectName("rename_dialog.save")
        self._save.setProperty("kind", "primary")
        self._save.setAccessibleName(self.tr("Rename"))
        self._save.setDefault(True)
        cancel = box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAccessibleName(self.tr("Cancel"))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.name.textChanged.connect(self._enable)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(self.name)
        column.addSpacing(4)
        column.addWidget(box)
        self._enable()

    def accept(self) -> None:
        """Hand over the name and close."""
        self.renamed.emit(self._batch_id, self.name.text().strip())
        super().accept()

    def _enable(self) -> None:
        self._save.setEnabled(bool(self.name.text().strip()))
