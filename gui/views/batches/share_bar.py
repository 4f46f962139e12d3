"""How the tasks of a batch stand, as a bar in segments and in words."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.tables.batches import Shares
from gui.views.look import Look
from gui.views.marks import SIZE as MARK_SIZE
from gui.views.marks import paint_mark
from gui.views.wording import number

BAR_HEIGHT = 8
_LEAST = 2.0
"""Width of a segment that is not empty, px: one failed task of five thousand is seen."""
_FAINT = 0.45
_GAP, _MARK_GAP = 16, 5
_SEGMENTS = (
    ("done", "completed", "completed"),
    ("failed", "failed", "failed"),
    ("running", "running", "running"),
    ("waiting", "pending", "pending"),
    ("missing", "unknown", "muted"),
    ("gone", "dot", "field_line"),
)
"""Field of the Shares, mark, colour role. What is missing is the bare ground of the bar."""


def paint_shares(painter: QPainter, bar: QRectF, shares: Shares, look: Look) -> None:
    """Draw the bar."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    painter.setClipPath(shape)
    painter.fillRect(bar, look.color("line"))
    left = bar.left()
    for field, width in widths(shares, bar.width()):
        if field != "missing":
            painter.fillRect(QRectF(left, bar.top(), width, bar.height()), _color(field, look))
        left += width
    painter.restore()


def widths(shares: Shares, room: float) -> list[tuple[str, float]]:
    """Share the room out, px, from left to right: no segment that is not empty gets less than it needs."""
    total = shares.total
    if not total:
        return []
    order = ("done", "failed", "running", "waiting", "gone", "missing")
    counts = {field: getattr(shares, field) for field in order if getattr(shares, field)}
    wanted = {field: max(_LEAST, room * count / total) for field, count in counts.items()}
    widest = max(wanted, key=lambda field: wanted[field])
    wanted[widest] -= sum(wanted.values()) - room
    return list(wanted.items())


def _color(field: str, look: Look) -> QColor:
    color = QColor(look.color({name: role for name, _, role in _SEGMENTS}[field]))
    if field == "waiting":
        color.setAlphaF(_FAINT)
    return color


def share_words(shares: Shares) -> list[tuple[str, str, str]]:
    """Return mark, colour role and words of every share that is not empty."""
    translate = QCoreApplication.translate
    texts = {
        "done": translate("Batches", "{n} done"),
        "failed": translate("Batches", "{n} failed"),
        "running": translate("Batches", "{n} running"),
        "waiting": translate("Batches", "{n} waiting"),
        "missing": translate("Batches", "{n} not made"),
        "gone": translate("Batches", "{n} deleted"),
    }
    return [
        (mark, role, texts[field].format(n=number(getattr(shares, field))))
        for field, mark, role in _SEGMENTS
        if getattr(shares, field)
    ]


class ShareBar(QWidget):
    """The bar, and below it what its colours mean."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("share_bar")
        self._look = look
        self._shares = Shares()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    @property
    def shares(self) -> Shares:
        """What is shown."""
        return self._shares

    def show_shares(self, shares: Shares) -> None:
        """Show how the tasks stand."""
        if shares == self._shares:
            return
        self._shares = shares
        self.setAccessibleName(", ".join(text for _, _, text in share_words(shares)))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the bar and its words."""
        return QSize(240, BAR_HEIGHT + 6 + QFontMetrics(self._look.small_font()).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bar and words."""
        painter = QPainter(self)
        paint_shares(painter, QRectF(0, 0, self.width(), BAR_HEIGHT), self._shares, self._look)
        painter.setFont(self._look.small_font())
        metrics = painter.fontMetrics()
        top = BAR_HEIGHT + 6
        left = 0
        for mark, role, text in share_words(self._shares):
            color = self._look.color("muted" if role == "field_line" else role)
            paint_mark(painter, QRectF(left, top, MARK_SIZE, metrics.height()), mark, color)
            left += MARK_SIZE + _MARK_GAP
            painter.setPen(color)
            painter.drawText(left, top + metrics.ascent(), text)
            left += metrics.horizontalAdvance(text) + _GAP
        painter.end()
