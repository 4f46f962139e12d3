"""The files of a post as a list model, and how one of them is drawn."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.state.file_facts import IMAGES, FileFact
from gui.views.compose.file_words import fact_words, file_name, folder_of, is_odd
from gui.views.compose.thumbnails import Thumbnails
from gui.views.look import SMALL_FONT_PX

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 46
TILE = 36
PICTURE = 2 * TILE
"""Of a picture, px: enough for fine screens."""
_GAP = 8


class FileRole(IntEnum):
    """What the painter asks for beyond name and picture."""

    DETAIL = Qt.ItemDataRole.UserRole + 1
    ODD = Qt.ItemDataRole.UserRole + 2
    KIND = Qt.ItemDataRole.UserRole + 3


class FileRows(QAbstractListModel):
    """Paths in their order, with what is known of the files."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._paths: list[str] = []
        self._facts: Mapping[str, FileFact] = {}
        thumbnails.ready.connect(self._repaint)

    @property
    def paths(self) -> list[str]:
        """The paths; the same list as long as nothing changes."""
        return self._paths

    def set_paths(self, paths: Sequence[str]) -> None:
        """Show other paths."""
        self.beginResetModel()
        self._paths = list(paths)
        self.endResetModel()

    def set_facts(self, facts: Mapping[str, FileFact]) -> None:
        """Take what is known of the files; nothing where they cannot be looked at."""
        self._facts = facts
        self._repaint()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many files there are."""
        return 0 if parent.isValid() else len(self._paths)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return name, path and, where it could be looked at, size, kind and picture."""
        if not index.isValid() or index.row() >= len(self._paths):
            return None
        path = self._paths[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return file_name(path)
            case Qt.ItemDataRole.ToolTipRole:
                return path
            case Qt.ItemDataRole.DecorationRole:
                return self._picture(path)
        return self._words(path, role)

    def _picture(self, path: str) -> QPixmap | None:
        fact = self._facts.get(path)
        if fact is None or fact.kind not in IMAGES:
            return None
        return self._thumbnails.get(path, fact.changed_at)

    def _words(self, path: str, role: int) -> Any:  # noqa: ANN401 - by role
        fact = self._facts.get(path)
        known = fact_words(fact) if fact else ""
        match role:
            case FileRole.DETAIL:
                return " · ".join(filter(None, (known, folder_of(path))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return " · ".join(filter(None, (path, known)))
            case FileRole.ODD:
                return is_odd(fact)
            case FileRole.KIND:
                return file_name(path).rpartition(".")[2][:4].upper() if "." in file_name(path) else ""
        return None

    def _repaint(self) -> None:
        if self._paths:
            self.dataChanged.emit(self.index(0), self.index(len(self._paths) - 1))


class FilePainter(QStyledItemDelegate):
    """A picture, or a tile with the kind; beside it the name, and under it what is known."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the same height for every row."""
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one file."""
        plain = QStyleOptionViewItem(option)
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, plain, painter, option.widget)
        palette = option.palette
        rect = option.rect.adjusted(_GAP, 0, -_GAP, 0)
        tile = QRect(rect.left(), rect.top() + (ROW_HEIGHT - TILE) // 2, TILE, TILE)
        painter.save()
        self._draw_tile(painter, tile, index, palette)
        words = rect.adjusted(TILE + _GAP + 2, 5, 0, -5)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        self._draw_line(painter, words, index.data(), Qt.AlignmentFlag.AlignTop, Qt.TextElideMode.ElideMiddle)
        font = painter.font()
        font.setPixelSize(SMALL_FONT_PX)
        painter.setFont(font)
        odd = index.data(FileRole.ODD)
        painter.setPen(
            palette.color(QPalette.ColorRole.BrightText if odd else QPalette.ColorRole.PlaceholderText)
        )
        detail = ("! " if odd else "") + index.data(FileRole.DETAIL)
        self._draw_line(painter, words, detail, Qt.AlignmentFlag.AlignBottom, Qt.TextElideMode.ElideMiddle)
        painter.restore()

    def _draw_tile(self, painter: QPainter, tile: QRect, index: Index, palette: QPalette) -> None:
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap):
            place = QRect(QPoint(), picture.size().scaled(tile.size(), Qt.AspectRatioMode.KeepAspectRatio))
            place.moveCenter(tile.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, picture)
            return
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.setBrush(palette.color(QPalette.ColorRole.Button))
        painter.drawRoundedRect(tile, 4, 4)
        font = painter.font()
        normal = font.pixelSize()
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, index.data(FileRole.KIND))
        font.setPixelSize(normal if normal > 0 else SMALL_FONT_PX + 1)
        painter.setFont(font)

    def _draw_line(
        self, painter: QPainter, rect: QRect, text: str, where: Qt.AlignmentFlag, cut: Qt.TextElideMode
    ) -> None:
        fitted = QFontMetrics(painter.font()).elidedText(text, cut, rect.width())
        # A path reads from left to right, whatever its folders are called.
        one_line = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextForceLeftToRight
        painter.drawText(rect, int(where | Qt.AlignmentFlag.AlignLeft | one_line), fitted)
