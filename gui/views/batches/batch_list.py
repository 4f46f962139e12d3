"""The list of batches: name, script and time, how it stands, and a thin bar of its tasks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.tables.batches import ROW_ROLE, SHARES_ROLE, BatchRow, BatchTable
from gui.views.batches.share_bar import paint_shares
from gui.views.look import Look
from gui.views.marks import SIZE as MARK_SIZE
from gui.views.marks import paint_mark

ROW_HEIGHT = 58
_EDGE, _MARGIN, _BAR, _GAP = 3, 15, 3, 8


class BatchList(QListView):
    """One batch is selected at a time."""

    chosen = Signal(int)
    """The number of the batch that the operator went to; 0 where there is none."""
    moved = Signal()
    """Other rows are in sight."""

    def __init__(self, table: BatchTable, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setObjectName("batch_list")
        self.setAccessibleName(self.tr("Batches"))
        self.setModel(table)
        self.setItemDelegate(_Delegate(look, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().currentChanged.connect(self._tell)
        self.verticalScrollBar().valueChanged.connect(self.moved)
        look.changed.connect(self.viewport().update)

    def select(self, batch_id: int) -> None:
        """Go to a batch; nothing happens for one that is not there."""
        place = self._table.place(batch_id)
        if place >= 0:
            self.setCurrentIndex(self._table.index(place))

    def current_id(self) -> int:
        """Return the number of the selected batch; 0 where none is."""
        index = self.currentIndex()
        return self._table.batch_id(index.row()) if index.isValid() else 0

    def ids_in_sight(self) -> list[int]:
        """Return the batches whose rows are seen, at least in part."""
        top = self.verticalOffset() // ROW_HEIGHT
        end = (self.verticalOffset() + self.viewport().height()) // ROW_HEIGHT
        return [self._table.batch_id(row) for row in range(top, min(end + 1, self._table.rowCount()))]

    def keyboardSearch(self, _text: str) -> None:
        """Do nothing: letters are shortcuts here."""

    def _tell(self) -> None:
        self.chosen.emit(self.current_id())


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._name_font, self._small_font = look.font(), look.small_font()
        self._name_font.setWeight(QFont.Weight.Medium)
        self._small = QFontMetrics(self._small_font)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height of all rows."""
        return QSize(180, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one batch."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, BatchRow):
            return
        rect: QRect = option.rect
        color = self._look.color
        painter.save()
        self._paint_ground(painter, rect, option.state)
        inner = rect.adjusted(_MARGIN, 9, -12, 0)
        painter.setFont(self._name_font)
        painter.setPen(color("text"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner.left(), inner.top() + metrics.ascent(), name)
        base = inner.top() + metrics.height() + 3 + self._small.ascent()
        painter.setFont(self._small_font)
        room = self._paint_state(painter, row, inner, base)
        painter.setPen(color("muted"))
        detail = self._small.elidedText(row.detail, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner.left(), base, detail)
        bar = QRectF(inner.left(), rect.bottom() - 9, inner.width(), _BAR)
        paint_shares(painter, bar, index.data(SHARES_ROLE), self._look)
        painter.restore()

    def _paint_state(self, painter: QPainter, row: BatchRow, inner: QRect, base: int) -> int:
        """Draw the state at the right, and return the room that is left of the line, px."""
        if not row.state_text:
            return inner.width()
        text = self._small.elidedText(row.state_text, Qt.TextElideMode.ElideRight, inner.width() * 6 // 10)
        left = inner.right() - self._small.horizontalAdvance(text)
        color = self._look.color(row.tone)
        painter.setPen(color)
        painter.drawText(left, base, text)
        top = base - self._small.ascent()
        place = QRectF(left - MARK_SIZE - 4, top, MARK_SIZE, self._small.height())
        paint_mark(painter, place, row.mark, color)
        return int(place.left()) - inner.left() - _GAP

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        color = self._look.color
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color("selection"))
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE, rect.height()), color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, color("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color("line_soft"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(_EDGE + 1, 1, -2, -2))
