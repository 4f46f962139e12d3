"""The scripts to choose from, each with what must be known about it beforehand."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.scripts.registry import REGISTRY, ScriptInfo
from gui.views.compose.words import said
from gui.views.look import Look
from gui.views.wording import sentences

_NAME = Qt.ItemDataRole.UserRole
_MARK = Qt.ItemDataRole.UserRole + 1
_ROW_HEIGHT = 33
_EDGE, _MARGIN = 3, 15


class ScriptList(QListWidget):
    """One line a script; those that TikMatrix has only announced cannot be chosen."""

    script_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("script_list")
        self.setAccessibleName(self.tr("Scripts"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 8, 0, 8)
        self.setItemDelegate(_Delegate(look, self))
        for info in REGISTRY.values():
            self.addItem(self._item(info))
        look.changed.connect(self.viewport().update)
        self.currentItemChanged.connect(self._on_current)

    def choose(self, name: str) -> None:
        """Make a script the current one; nothing happens for one that cannot be chosen."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_NAME) == name and item.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentItem(item)

    def _item(self, info: ScriptInfo) -> QListWidgetItem:
        item = QListWidgetItem(info.name)
        item.setData(_NAME, info.name)
        mark, why = "", said(info.description)
        if info.availability == "newer":
            mark = self.tr("newer")
            why = sentences(self.tr("Only newer versions of TikMatrix take this script."), why)
        elif info.availability == "announced":
            mark = self.tr("announced")
            why = self.tr("TikMatrix has announced this script, but its Local API does not take it yet.")
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(_MARK, mark)
        item.setToolTip(f"{said(info.title)}\n{why}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{info.name}, {mark}" if mark else info.name)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, why)
        return item

    def _on_current(self, current: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if current is not None:
            self.script_chosen.emit(current.data(_NAME))


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._small = look.small_font()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height of all rows."""
        return QSize(140, _ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the name at the left and the mark at the right."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        enabled = bool(state & QStyle.StateFlag.State_Enabled)
        color = self._look.color
        painter.save()
        if selected:
            painter.fillRect(rect, color("selection"))
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE, rect.height()), color("accent"))
        elif enabled and state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, color("hover"))
        inside = rect.adjusted(_MARGIN, 0, -12, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(color("muted"))
        painter.setFont(self._small)
        mark = str(index.data(_MARK))
        painter.drawText(inside, int(middle | Qt.AlignmentFlag.AlignRight), mark)
        room = inside.width() - painter.fontMetrics().horizontalAdvance(mark) - 8
        font = self._look.font()
        font.setBold(selected)
        painter.setFont(font)
        painter.setPen(color("text" if enabled else "muted"))
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, int(middle | Qt.AlignmentFlag.AlignLeft), name)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(_EDGE + 1, 1, -2, -2))
        painter.restore()
