"""The list of causes: one row each, with a bar that shows how much of the whole it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.tables.failures import RIGHT_ALIGNED, Column, FailureTable
from gui.views.look import Look

ROW_HEIGHT = 34
_WIDTHS = {Column.COUNT: 142, Column.DEVICES: 80, Column.SCRIPTS: 164, Column.LAST_SEEN: 104}
_NUMBER_ROOM = 62
_BAR_HEIGHT = 6
_HEADER_HEIGHT, _PADDING = 32, 10


class _Header(QHeaderView):
    """Muted titles, the arrow of the sort right behind its title, as in the task table."""

    def __init__(self, table: FailureTable, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = table
        self._look = look
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(_HEADER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw one title."""
        by_this = self.sortIndicatorSection() == logical
        arrow = " ↓" if self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder else " ↑"
        text = self._table.titles()[logical] + (arrow if by_this else "")
        side = Qt.AlignmentFlag.AlignRight if logical in RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
        painter.save()
        painter.fillRect(rect, self._look.color("window"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.color("line"))
        painter.setFont(self._look.small_font())
        painter.setPen(self._look.color("text" if by_this else "muted"))
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()


class FailuresList(QTableView):
    """Several causes may be selected; the selection stays with them whatever moves."""

    selected = Signal()
    """Other causes are selected, by hand or because some have gone."""

    def __init__(self, table: FailureTable, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setObjectName("failures_list")
        self.setAccessibleName(self.tr("Failures by cause"))
        self.setHorizontalHeader(_Header(table, look, self))
        self.setModel(table)
        self.setItemDelegate(_CountDelegate(table, look, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(Column.CAUSE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.sortByColumn(Column.COUNT, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(self.selected)
        table.modelReset.connect(self.selected)
        look.changed.connect(self.viewport().update)
        look.changed.connect(heads.viewport().update)

    def selected_keys(self) -> list[str]:
        """Return the keys of the selected causes, from top to bottom."""
        parts = self.selectionModel().selection()
        ranges = [parts.at(number) for number in range(parts.count())]
        rows = {row for each in ranges for row in range(each.top(), each.bottom() + 1)}
        return [self._table.row(row).key for row in sorted(rows) if row < self._table.rowCount()]


class _CountDelegate(QStyledItemDelegate):
    """Draws, left of each count, how it compares with the highest."""

    def __init__(self, table: FailureTable, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        super().paint(painter, option, index)
        if index.column() != Column.COUNT:
            return
        count, most = index.data(Qt.ItemDataRole.UserRole), self._table.most
        rect = QRectF(option.rect)
        room = QRectF(rect.left() + 10, 0, rect.width() - _NUMBER_ROOM - 10, _BAR_HEIGHT)
        room.moveTop(rect.center().y() - _BAR_HEIGHT / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("line"))
        painter.drawRoundedRect(room, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        if most:
            room.setWidth(max(_BAR_HEIGHT, room.width() * count / most))
            painter.setBrush(self._look.color("failed"))
            painter.drawRoundedRect(room, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        painter.restore()
