"""How one device is drawn: a mark, the name over the model, and what it does at the right."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QRegion
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.tables.devices import ROW_ROLE, DeviceRow
from gui.views.look import Look
from gui.views.marks import paint_mark

ROW_HEIGHT = 46
MARGIN, EDGE, MARK, GAP = 12, 3, 18, 8


class DeviceDelegate(QStyledItemDelegate):
    """Draws two-line rows straight from the DeviceRow."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.muted = False
        """Whether the rows are an old picture."""
        self.dirty = QRegion()
        """What is being painted, in the viewport's pixels; empty for all."""
        self._name_font = look.font()
        self._name_font.setWeight(QFont.Weight.Medium)
        self._small_font = look.small_font()
        self._name_metrics = QFontMetrics(self._name_font)
        self._small_metrics = QFontMetrics(self._small_font)
        # Asked for twice a second for each clock: once what is to be painted, once to paint it.
        self._state_words = lru_cache(maxsize=128)(self._cut)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height of all rows."""
        return QSize(160, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one device."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, DeviceRow):
            return
        rect: QRect = option.rect
        if not self.dirty.isEmpty() and not self.dirty.intersects(rect):
            return  # Qt asks for every row between the first and the last that need it
        state: QStyle.StateFlag = option.state
        painter.save()
        self._paint_ground(painter, rect, state)
        left = rect.left() + MARGIN
        mark = QRectF(left, rect.top(), MARK, rect.height())
        quiet = self.muted or row.tone == "unknown"
        color = self._look.color("muted" if quiet else row.tone)
        left += MARK + GAP
        right = rect.right() - MARGIN
        room = right - left
        text, width = self._state_words(row.state_text, room)
        middle = rect.top() + rect.height() // 2
        painter.setFont(self._small_font)
        painter.setPen(color)
        painter.drawText(right - width, middle + self._small_metrics.ascent() // 2 - 1, text)
        if not self.dirty.isEmpty() and not self.dirty.intersects(rect.adjusted(0, 0, -MARGIN - width, 0)):
            painter.restore()
            return  # only the clock went on
        paint_mark(painter, mark, row.tone, color)
        room -= width + GAP
        name = self._name_metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._name_font)
        painter.setPen(self._look.color("muted" if self.muted else "text"))
        if not row.detail:
            painter.drawText(left, middle + self._name_metrics.ascent() // 2 - 1, name)
            painter.restore()
            return
        painter.drawText(left, middle - 4, name)
        detail = self._small_metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._small_font)
        painter.setPen(self._look.color("muted"))
        painter.drawText(left, middle + self._small_metrics.ascent() + 2, detail)
        painter.restore()

    def state_rect(self, rect: QRect, row: DeviceRow) -> QRect:
        """Return the part of a row's rectangle that holds nothing but the words of its state."""
        left, right = rect.left() + MARGIN + MARK + GAP, rect.right() - MARGIN
        _, width = self._state_words(row.state_text, right - left)
        return QRect(right - width + 1, rect.top(), width + MARGIN, rect.height())

    def _cut(self, text: str, room: int) -> tuple[str, int]:
        """Return the words of a state, cut where they must be, and their width."""
        room = room * 11 // 20  # the state gives way before the name does
        width = self._small_metrics.horizontalAdvance(text)
        if width > room:
            text = self._small_metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            width = self._small_metrics.horizontalAdvance(text)
        return text, width

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._look.color("selection"))
            edge = QRect(rect.left(), rect.top(), EDGE, rect.height())
            painter.fillRect(edge, self._look.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._look.color("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(EDGE + 1, 1, -2, -2))
