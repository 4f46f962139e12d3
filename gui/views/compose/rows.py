"""The layout of a form: section headings, right-aligned labels, editors, and what is wrong beneath them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

LABEL_WIDTH = 148
_LABEL_TOP = 7


class Row:
    """One label with its editor and the line beneath it that tells what is wrong."""

    def __init__(self, label: QLabel, cell: QWidget, error: QLabel) -> None:
        self.label = label
        self._cell = cell
        self._error = error
        self.shown = True

    def set_shown(self, shown: bool) -> None:
        """Show or hide the whole row."""
        if shown != self.shown:
            self.shown = shown
            self.label.setVisible(shown)
            self._cell.setVisible(shown)

    def tell(self, text: str) -> None:
        """Show what is wrong; empty for nothing."""
        mark = f"✕ {text}" if text else ""
        if mark != self._error.text():
            self._error.setText(mark)
            self._error.setVisible(bool(text))

    def told(self) -> str:
        """Return what is shown to be wrong."""
        return self._error.text().removeprefix("✕ ")


class RowGrid(QWidget):
    """Rows under section headings, in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 0, 16, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def add_section(self, title: str) -> QLabel:
        """Add a heading and return it."""
        heading = QLabel(title.upper(), self)
        heading.setProperty("role", "section")
        heading.setContentsMargins(0, 8, 0, 0)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
        return heading

    def add_row(self, title: str, editor: QWidget, name: str, description: str = "") -> Row:
        """Add an editor under the last heading. ``name`` names its error label ``error.<name>``."""
        label = QLabel(title, self)
        label.setProperty("role", "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        label.setWordWrap(True)
        label.setContentsMargins(0, _LABEL_TOP, 0, 0)
        label.setToolTip(description)
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(editor)
        error = QLabel(cell)
        error.setObjectName(f"error.{name}")
        error.setProperty("role", "error")
        error.setWordWrap(True)
        error.setTextFormat(Qt.TextFormat.PlainText)
        error.hide()
        column.addWidget(error)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(cell, row, 1)
        return Row(label, cell, error)
