"""Adding devices: paste serials or take them from a CSV file, and see beforehand what will come of it."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.views.devices.serial_text import Entry, Parsed, parse

BAD_SHOWN = 3


class AddDevicesDialog(QDialog):
    """Takes a list of serials; emits what is new in it."""

    entries_accepted = Signal(object)
    """A tuple of Entry."""
    file_chosen = Signal(str)
    """Path of a CSV file, whose text is to be handed to :meth:`set_text`."""

    def __init__(self, known: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = frozenset(known)
        self._parsed = Parsed()
        self.setWindowTitle(self.tr("Add devices"))
        self.resize(520, 440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        hint = QLabel(
            self.tr(
                "One device a line: its ADB serial, then nickname, group and note if you like, "
                "with commas between. It is what “adb devices” lists."
            )
        )
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Devices, one a line"))
        self.text.setPlaceholderText("R58M12ABCDE, Rack 1 · 01, Rack 1\n192.168.1.50:5555")
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._preview)
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        self.problems = QLabel()
        self.problems.setProperty("role", "error")
        self.problems.setWordWrap(True)
        layout.addWidget(hint)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.counts)
        layout.addWidget(self.problems)
        layout.addLayout(self._buttons())
        self._preview()

    def set_text(self, text: str) -> None:
        """Show the text of a file for a last look before it is taken."""
        self.text.setPlainText(text)

    def entries(self) -> tuple[Entry, ...]:
        """Return the devices that would be added now."""
        return self._parsed.entries

    def accept(self) -> None:
        """Hand over the new devices and close."""
        if self._parsed.entries:
            self.entries_accepted.emit(self._parsed.entries)
            super().accept()

    def _buttons(self) -> QHBoxLayout:
        choose = QPushButton(self.tr("From a CSV &file…"))
        choose.setAccessibleName(self.tr("Take the list from a CSV file"))
        choose.clicked.connect(self._choose)
        box = QDialogButtonBox()
        self.add_button = QPushButton()
        self.add_button.setProperty("kind", "primary")
        self.add_button.setDefault(True)
        box.addButton(self.add_button, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAccessibleName(self.tr("Cancel"))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(choose)
        row.addStretch(1)
        row.addWidget(box)
        return row

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a CSV file"))
        dialog.setNameFilters([self.tr("Lists (*.csv *.txt *.tsv)"), self.tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.file_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _preview(self) -> None:
        self._parsed = parsed = parse(self.text.toPlainText(), self._known)
        new = len(parsed.entries)
        parts = [self.tr("%n new device(s)", "", new)]
        if parsed.duplicates:
            parts.append(self.tr("%n already in the list", "", parsed.duplicates))
        if parsed.bad:
            parts.append(self.tr("%n line(s) that cannot be read", "", len(parsed.bad)))
        self.counts.setText(" · ".join(parts))
        lines = [
            self.tr("Line {number}: “{text}” is not a serial.").format(number=number, text=text[:60])
            for number, text in parsed.bad[:BAD_SHOWN]
        ]
        if len(parsed.bad) > BAD_SHOWN:
            lines.append("…")
        self.problems.setText("\n".join(lines))
        self.problems.setVisible(bool(lines))
        words = self.tr("Add %n device(s)", "", new) if new else self.tr("Add devices")
        self.add_button.setText(words)
        self.add_button.setAccessibleName(words)
        self.add_button.setEnabled(new > 0)
