"""How task rows are drawn: straight from the cells, without a delegate call a cell."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from gui.api.schemas import TaskStatus
from gui.tables.columns import RIGHT_ALIGNED, Column
from gui.tables.tasks import Cells
from gui.views.look import Look
from gui.views.marks import SIZE as MARK_SIZE
from gui.views.marks import paint_mark

ROW_HEIGHT: Final = 30
PADDING: Final = 10
_MARK_ROOM: Final = MARK_SIZE + 5
_EDGE: Final = 3
_REMEMBERED: Final = 4_096

KINDS: Final = {
    int(TaskStatus.PENDING): "pending",
    int(TaskStatus.RUNNING): "running",
    int(TaskStatus.COMPLETED): "completed",
    int(TaskStatus.FAILED): "failed",
}
"""Status to mark and colour role; what is not here is drawn as unknown."""


class Slot(NamedTuple):
    """Where a visible column stands."""

    column: Column
    left: int
    width: int


class Band(NamedTuple):
    """Where a row stands."""

    top: int
    right: int


class RowState(NamedTuple):
    """How a row stands out."""

    selected: bool
    hovered: bool
    current: bool
    muted: bool
    """The line is down: what is shown is old."""


class RowPainter:
    """Draws rows. Remembers how texts are cut and what the marks look like, until :meth:`forget`."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.forget()

    def forget(self) -> None:
        """Take fonts and colours anew: the theme or the screen has changed."""
        look = self._look
        self._font = look.font()
        self._status_font = look.font()
        self._status_font.setWeight(QFont.Weight.Medium)
        self._metrics = QFontMetrics(self._font)
        self._status_metrics = QFontMetrics(self._status_font)
        self._base = (ROW_HEIGHT + self._metrics.ascent() - self._metrics.descent()) // 2
        self._cut: dict[tuple[str, int, bool, bool], str] = {}
        self._marks: dict[tuple[str, str, float], QPixmap] = {}
        self._text, self._muted = look.color("text"), look.color("muted")
        self._line, self._accent = look.color("line_soft"), look.color("accent")
        self._colors = {kind: look.color(kind) for kind in KINDS.values()}

    def paint(self, painter: QPainter, band: Band, cells: Cells, slots: list[Slot], state: RowState) -> None:
        """Draw one row: its ground over the whole band, then the cells of these columns."""
        self._paint_ground(painter, band, state)
        painter.setFont(self._font)
        text = self._muted if state.muted or cells.pending else self._text
        base = band.top + self._base
        for slot in slots:
            column, left, width = slot
            if column == Column.STATUS:
                self._paint_status(painter, band.top, slot, cells, muted=state.muted)
                continue
            words = cells.texts[column]
            if not words:
                continue
            failed = column == Column.REMARK and cells.status == TaskStatus.FAILED and not state.muted
            painter.setPen(self._colors["failed"] if failed else text)
            room = width - 2 * PADDING
            words = self._fit(words, room, self._metrics, middle=column == Column.DEVICE)
            indent = room - self._metrics.horizontalAdvance(words) if column in RIGHT_ALIGNED else 0
            painter.drawText(left + PADDING + indent, base, words)

    def _paint_ground(self, painter: QPainter, band: Band, state: RowState) -> None:
        top, right = band
        if state.selected:
            painter.fillRect(0, top, right, ROW_HEIGHT, self._look.color("selection"))
        elif state.hovered:
            painter.fillRect(0, top, right, ROW_HEIGHT, self._look.color("hover"))
        painter.fillRect(0, top + ROW_HEIGHT - 1, right, 1, self._line)
        if state.current:
            painter.fillRect(0, top, _EDGE, ROW_HEIGHT - 1, self._accent)

    def _paint_status(self, painter: QPainter, top: int, slot: Slot, cells: Cells, *, muted: bool) -> None:
        kind = KINDS.get(cells.status, "unknown")
        role = "muted" if muted or cells.pending or kind == "unknown" else kind
        left = slot.left + PADDING
        pixmap = self._mark("waiting" if cells.pending else kind, role, painter.device().devicePixelRatioF())
        painter.drawPixmap(left, top + (ROW_HEIGHT - MARK_SIZE) // 2, pixmap)
        painter.setFont(self._status_font)
        painter.setPen(self._look.color(role))
        room = slot.width - _MARK_ROOM - PADDING - 4
        words = self._fit(cells.texts[Column.STATUS], room, self._status_metrics)
        painter.drawText(left + _MARK_ROOM, top + self._base, words)
        painter.setFont(self._font)

    def _fit(self, text: str, room: int, metrics: QFontMetrics, *, middle: bool = False) -> str:
        """Cut a text at its end, or in the middle where the end tells one from the other."""
        key = text, room, metrics is self._metrics, middle
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > _REMEMBERED:
                self._cut.clear()
            mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
            found = metrics.elidedText(text, mode, room)
            self._cut[key] = found
        return found

    def _mark(self, kind: str, role: str, ratio: float) -> QPixmap:
        found = self._marks.get((kind, role, ratio))
        if found is None:
            found = self._marks[kind, role, ratio] = mark_pixmap(kind, self._look.color(role), ratio)
        return found


def mark_pixmap(kind: str, color: QColor, ratio: float) -> QPixmap:
    """Return a status mark as a picture."""
    pixmap = QPixmap(round(MARK_SIZE * ratio), round(MARK_SIZE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, QRectF(0, 0, MARK_SIZE, MARK_SIZE), kind, color)
    painter.end()
    return pixmap
