"""A status as mark, word and colour."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.tables.cells import status_word
from gui.views.look import Look
from gui.views.marks import SIZE as MARK_SIZE
from gui.views.marks import paint_mark
from gui.views.tasks.row_painter import KINDS


class StatusLabel(QWidget):
    """Stands beside the heading of a task."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._status = 0
        self._word = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_status(self, status: int, pending: str = "") -> None:
        """Show a status, or the word of a command under way."""
        self._status, self._word = status, pending or status_word(status)
        self.setAccessibleName(self._word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of mark and word."""
        metrics = self.fontMetrics()
        return QSize(MARK_SIZE + 6 + metrics.horizontalAdvance(self._word), metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw mark and word."""
        kind = KINDS.get(self._status, "unknown")
        color = self._look.color("muted" if kind == "unknown" else kind)
        painter = QPainter(self)
        paint_mark(painter, QRectF(0, 0, MARK_SIZE, self.height()), kind, color)
        painter.setPen(color)
        painter.drawText(MARK_SIZE + 5, self.fontMetrics().ascent(), self._word)
        painter.end()
