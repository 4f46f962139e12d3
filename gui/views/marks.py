"""The small shapes that stand beside a status word, so that a status is never colour alone."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.views.look import Look

SIZE = 12


def paint_mark(painter: QPainter, rect: QRectF, kind: str, color: QColor) -> None:
    """Draw a mark in the middle of ``rect``.

    Kinds: ``running`` a triangle, ``completed`` a tick, ``failed`` a cross, ``pending`` a ring, ``waiting`` a
    half-filled ring, ``warning`` an exclamation mark, ``unknown`` a dotted ring, ``dot`` a disc.
    """
    box = QRectF(0, 0, SIZE, SIZE)
    box.moveCenter(rect.center())
    x, y = box.x(), box.y()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match kind:
        case "running":
            painter.setPen(
                QPen(color, 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            )
            painter.setBrush(color)
            points = [QPointF(x + 2.5, y + 1.5), QPointF(x + 10.5, y + 6), QPointF(x + 2.5, y + 10.5)]
            painter.drawPolygon(QPolygonF(points))
        case "completed":
            points = [QPointF(x + 1.8, y + 6.5), QPointF(x + 4.8, y + 9.5), QPointF(x + 10.2, y + 2.8)]
            painter.drawPolyline(QPolygonF(points))
        case "failed":
            painter.drawLine(QPointF(x + 2.5, y + 2.5), QPointF(x + 9.5, y + 9.5))
            painter.drawLine(QPointF(x + 9.5, y + 2.5), QPointF(x + 2.5, y + 9.5))
        case "warning":
            painter.drawLine(QPointF(x + 6, y + 1.8), QPointF(x + 6, y + 7))
            painter.drawPoint(QPointF(x + 6, y + 10))
        case "dot":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(box.center(), 4, 4)
        case "unknown":
            pen.setDashPattern([1, 1.6])
            painter.setPen(pen)
            painter.drawEllipse(box.center(), 4, 4)
        case "waiting":
            painter.drawEllipse(box.center(), 4, 4)
            painter.setBrush(color)
            painter.drawPie(QRectF(x + 2, y + 2, 8, 8), 90 * 16, -180 * 16)
        case _:
            painter.drawEllipse(box.center(), 4, 4)
    painter.restore()


class StatusMark(QWidget):
    """A mark as a widget: painted, so that it needs no icon font."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kind, self._tone = "dot", "pending"
        self.setFixedSize(QSize(SIZE + 2, SIZE + 4))
        look.changed.connect(self.update)

    def show_mark(self, kind: str, tone: str) -> None:
        """Show a mark in the colour of a role."""
        if (kind, tone) != (self._kind, self._tone):
            self._kind, self._tone = kind, tone
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._kind, self._look.color(self._tone))
