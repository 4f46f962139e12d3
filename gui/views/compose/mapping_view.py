"""The table of who gets what, and what stands under it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.tables.mapping import MARK, Column, Index, MappingRow, MappingTable
from gui.views.compose.labels import link_button

_WIDTH = 640
_TARGET_WIDTH = 130
_ROW_HEIGHT = 28
_HEADER_HEIGHT = 30
_MOST_ROWS = 7


class MappingView(QWidget):
    """A table that says what is missing, in words and colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(_WIDTH)
        self.table = MappingTable(self)
        self.grid = self._make_grid()
        self._counts = QLabel(self)
        self._counts.setObjectName("mapping.counts")
        self._counts.setProperty("role", "caption")
        self._counts.setWordWrap(True)
        self.undo = link_button(
            self,
            "mapping.undo",
            self.tr("Undo hand edits"),
            self.tr("Forget what was written into the table"),
        )
        row = QHBoxLayout()
        row.addWidget(self._counts, 1)
        row.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.grid)
        column.addLayout(row)

    def show_rows(self, rows: Sequence[MappingRow], words: str, *, by_hand: bool) -> None:
        """Show who gets what."""
        self.table.set_rows(rows)
        self.grid.setVisible(bool(rows))
        self.grid.setFixedHeight(_HEADER_HEIGHT + min(len(rows), _MOST_ROWS) * _ROW_HEIGHT + 2)
        self._counts.setText(words)
        self.undo.setVisible(by_hand)

    def _make_grid(self) -> QTableView:
        grid = QTableView(self)
        grid.setObjectName("mapping.table")
        grid.setAccessibleName(self.tr("Who gets what"))
        grid.setProperty("role", "field")
        grid.setProperty("tab_stop", True)
        grid.setModel(self.table)
        grid.setItemDelegate(_Marked(grid))
        grid.setTabKeyNavigation(False)
        grid.setWordWrap(False)
        grid.setShowGrid(False)
        grid.verticalHeader().hide()
        grid.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = grid.horizontalHeader()
        header.setFixedHeight(_HEADER_HEIGHT)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.TARGET, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(Column.TARGET, _TARGET_WIDTH)
        grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid.setToolTip(self.tr("Double-click or press F2 to write into a cell"))
        return grid


class _Marked(QStyledItemDelegate):
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Let what is missing stand out; it says so in words, too."""
        super().initStyleOption(option, index)
        if index.data(MARK) == "missing":
            color = option.palette.color(QPalette.ColorRole.BrightText)
            option.palette.setColor(QPalette.ColorRole.Text, color)
            option.palette.setColor(QPalette.ColorRole.HighlightedText, color)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave alone what somebody is writing."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)
