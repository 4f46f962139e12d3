"""The meter in the banner: how many tasks run of those that the plan allows at once, and how many wait."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.views.look import Look

BAR_HEIGHT = 8
MIN_WIDTH, MAX_WIDTH = 140, 280


class Meter(QWidget):
    """A bar: the running share filled, behind it faintly how much presses to follow."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._running = 0
        self._waiting = 0
        self._limit = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(MIN_WIDTH)
        self.setMaximumWidth(MAX_WIDTH)
        self.setFixedHeight(BAR_HEIGHT)
        self.setAccessibleName(self.tr("Tasks running at once"))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for little: words need the room first, and the layout gives what is left."""
        return QSize(MIN_WIDTH, BAR_HEIGHT)

    def show_counts(self, running: int, waiting: int, limit: int) -> None:
        """Show counts; a limit of 0 is one that is not known."""
        counts = (max(0, running), max(0, waiting), max(0, limit))
        if counts == (self._running, self._waiting, self._limit):
            return
        self._running, self._waiting, self._limit = counts
        self.update()

    def shares(self) -> tuple[float, float]:
        """Return the filled and the faint share of the bar, together at most 1."""
        if not self._limit:
            return 0.0, 0.0
        running = min(1.0, self._running / self._limit)
        # Never quite full: what waits may wait for its phone, not for a place.
        return running, (1.0 - running) * self._waiting / (self._waiting + self._limit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        running, waiting = self.shares()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        painter.setClipPath(shape)
        painter.fillRect(bar, self._look.color("line"))
        full = self._look.color("running")
        faint = QColor(self._look.color("pending"))
        faint.setAlphaF(0.45)
        first = bar.width() * running
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(0, 0, first, bar.height()), full)
        painter.fillRect(QRectF(first, 0, bar.width() * waiting, bar.height()), faint)
