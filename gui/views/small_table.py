"""How small tables look: the header, the rows and the marks of the task table, for some hundred rows."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.tables.small import ROW_ROLE, SmallRow, SmallTable
from gui.views.look import Look
from gui.views.marks import SIZE as MARK_SIZE
from gui.views.marks import paint_mark

ROW_HEIGHT, HEADER_HEIGHT, PADDING = 30, 32, 12
_MARK_ROOM, _EDGE = MARK_SIZE + 5, 3


class SmallHeader(QHeaderView):
    """Muted titles, the arrow of the sort right behind its title."""

    def __init__(self, table: SmallTable, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = table
        self._look = look
        self._font = look.small_font()
        self._metrics = QFontMetrics(self._font)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(36)
        self.setFixedHeight(HEADER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw one title."""
        sorted_by = self.sortIndicatorSection() == logical
        painter.save()
        painter.fillRect(rect, self._look.color("window"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.color("line"))
        painter.setFont(self._font)
        painter.setPen(self._look.color("text" if sorted_by else "muted"))
        arrow = ""
        if sorted_by:
            arrow = " ↓" if self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder else " ↑"
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        room = inner.width() - self._metrics.horizontalAdvance(arrow)
        title = self._metrics.elidedText(self._table.titles()[logical], Qt.TextElideMode.ElideRight, room)
        right = logical in self._table.right_aligned
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), title + arrow)
        painter.restore()


class SmallView(QTableView):
    """Rows to be selected one at a time; one column takes the room that the others leave."""

    chosen = Signal(object)
    """The key of the row that the operator went to; None when there is none any more."""

    def __init__(
        self,
        table: SmallTable,
        look: Look,
        widths: Mapping[int, int],
        parent: QWidget | None = None,
        *,
        filling: int,
        least: int,
        sorted_by: int = 0,
    ) -> None:
        """``widths``: px a column; the column ``filling`` gets the rest, at least ``least`` px."""
        super().__init__(parent)
        self._table = table
        self._widths = dict(widths)
        self._filling, self._least = filling, least
        self._hovered = -1
        self.setHorizontalHeader(SmallHeader(table, look, self))
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setMinimumSectionSize(ROW_HEIGHT)
        vertical.setDefaultSectionSize(ROW_HEIGHT)
        vertical.setSectionResizeMode(vertical.ResizeMode.Fixed)
        self.setModel(table)
        self.setItemDelegate(_Delegate(table, look, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().setSortIndicator(sorted_by, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(self._tell)
        table.modelReset.connect(self._tell)
        look.changed.connect(self.viewport().update)
        look.changed.connect(self.horizontalHeader().viewport().update)

    @property
    def hovered(self) -> int:
        """The row under the pointer; -1 for none."""
        return self._hovered

    def key(self) -> object:
        """Return the key of the selected row; None where none is."""
        parts = self.selectionModel().selection()
        return self._table.row(parts.at(0).top()).key if parts.count() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Highlight the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Highlight nothing."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the column that can use it."""
        super().resizeEvent(event)
        room = self.viewport().width() - sum(self._widths.values())
        header = self.horizontalHeader()
        for column, width in {**self._widths, self._filling: max(self._least, room)}.items():
            header.resizeSection(column, width)

    def _tell(self) -> None:
        self.chosen.emit(self.key())

    def _hover(self, row: int) -> None:
        for touched in {self._hovered, row} - {-1}:
            self.viewport().update(0, self.rowViewportPosition(touched), self.viewport().width(), ROW_HEIGHT)
        self._hovered = row


class _Delegate(QStyledItemDelegate):
    """Draws cells straight from the SmallRow."""

    def __init__(self, table: SmallTable, look: Look, view: SmallView) -> None:
        super().__init__(view)
        self._table = table
        self._look = look
        self._view = view
        self._font = look.font()
        self._marked_font = look.font()
        self._marked_font.setWeight(QFont.Weight.Medium)
        self._metrics = QFontMetrics(self._font)
        self._marked_metrics = QFontMetrics(self._marked_font)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height of all rows."""
        return QSize(60, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, SmallRow):
            return
        rect: QRect = option.rect
        column = index.column()
        painter.save()
        self._paint_ground(painter, rect, option, index)
        tone = row.tones[column]
        painter.setPen(self._look.color(tone or "text"))
        inner = rect.adjusted(PADDING, 0, -PADDING, -1)
        font, metrics = self._font, self._metrics
        if column == self._table.mark_column and row.mark:
            font, metrics = self._marked_font, self._marked_metrics
            place = QRectF(inner.left(), inner.top(), MARK_SIZE, inner.height())
            paint_mark(painter, place, row.mark, self._look.color(tone or "text"))
            inner.setLeft(inner.left() + _MARK_ROOM)
        painter.setFont(font)
        middle = column in self._table.cut_in_middle
        mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        words = metrics.elidedText(row.cells[column], mode, inner.width())
        right = column in self._table.right_aligned
        left = inner.right() + 1 - metrics.horizontalAdvance(words) if right else inner.left()
        base = rect.top() + (ROW_HEIGHT + metrics.ascent() - metrics.descent()) // 2
        painter.drawText(left, base, words)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._look.color("selection"))
        elif index.row() == self._view.hovered:
            painter.fillRect(rect, self._look.color("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.color("line_soft"))
        first = index.column() == 0
        if first and self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            painter.fillRect(rect.left(), rect.top(), _EDGE, rect.height() - 1, self._look.color("accent"))
