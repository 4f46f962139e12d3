"""Which files and which caption each target gets, as a table that can be edited."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
MARK = Qt.ItemDataRole.UserRole
"""``missing``, ``hand`` or nothing."""
FILE_GAP = " | "
"""Parts several paths in one cell: no file name of Windows holds a bar."""
LINE_END = "↵"
"""Stands for the end of a line within a cell."""


class Column(IntEnum):
    """The columns, left to right."""

    TARGET = 0
    FILES = 1
    CAPTION = 2


class Cell(NamedTuple):
    """One cell: what is shown, and what is edited."""

    shown: str
    edited: str = ""
    mark: str = ""


class MappingRow(NamedTuple):
    """One target."""

    target: str
    cells: tuple[Cell, Cell, Cell]


class MappingTable(QAbstractTableModel):
    """One target a row. What is written into a cell is told; it shows once the rows are set anew."""

    written = Signal(str, int, str)
    """Target, column and the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MappingRow, ...] = ()

    def set_rows(self, rows: Sequence[MappingRow]) -> None:
        """Show these rows. As long as the targets stay, an open editor does."""
        before, self_rows = self._rows, tuple(rows)
        if before == self_rows:
            return
        if [row.target for row in before] == [row.target for row in self_rows]:
            self._rows = self_rows
            changed = [n for n, row in enumerate(self_rows) if row != before[n]]
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(Column) - 1))
            return
        self.beginResetModel()
        self._rows = self_rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many targets there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return the texts, and what marks a cell under ``MARK``."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        cell = self._rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.shown
        if role == Qt.ItemDataRole.EditRole:
            return cell.edited
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.edited.replace(f" {LINE_END} ", "\n").replace(FILE_GAP, "\n")
        return cell.mark if role == MARK else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Tell what was written, unless it says the same."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() == Column.TARGET:
            return False
        row = self._rows[index.row()]
        if str(value) != row.cells[index.column()].edited:
            self.written.emit(row.target, index.column(), str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let files and captions be edited."""
        flags = super().flags(index)
        return flags if index.column() == Column.TARGET else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Return the headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Target"), self.tr("File"), self.tr("Caption"))[section]
        return None
