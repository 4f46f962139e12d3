"""The status chips: the server's counts, each a filter that can be on beside others."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from gui.api.schemas import Stats, TaskStatus
from gui.views.look import Look
from gui.views.marks import SIZE as MARK_SIZE
from gui.views.marks import paint_mark
from gui.views.wording import number

HEIGHT: Final = 28
_PADDING: Final = 10
_GAP: Final = 6


class Chip(QAbstractButton):
    """A pill of a mark, a word and a count; without the word where there is little room."""

    def __init__(self, kind: str, word: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"chip.{kind}")
        self.setText(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._kind = kind
        self._look = look
        self._count: int | None = None
        self._compact = False
        self._muted = False
        look.changed.connect(self.update)
        self.set_count(None)

    def set_count(self, count: int | None) -> None:
        """Show another count; None while nobody has told one."""
        if count == self._count and self.toolTip():
            return
        length = len(self.count_text)
        self._count = count
        words = self.tr("{0}: {1}").format(self.text(), self.count_text)
        self.setAccessibleName(words)
        self.setToolTip(words)
        if len(self.count_text) != length:  # every digit is as wide: a new layout would paint the whole page
            self.updateGeometry()
        self.update()

    @property
    def count_text(self) -> str:
        """The count as it is shown, with thousands apart."""
        return "–" if self._count is None else number(self._count)

    def set_muted(self, muted: bool) -> None:
        """Draw the count greyed: the line is down and what is shown is old."""
        if muted != self._muted:
            self._muted = muted
            self.update()

    def set_compact(self, compact: bool) -> None:
        """Leave the word out, or show it again. A chip without a mark keeps its word."""
        self._compact = compact and self._kind != "all"
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        bold = self._look.font()
        bold.setWeight(QFont.Weight.DemiBold)
        return self._look.font(), bold

    def width_hint(self, *, compact: bool) -> int:
        """Return the width needed with or without the word, px."""
        plain, bold = self._fonts()
        width = 2 * _PADDING + QFontMetrics(bold).horizontalAdvance(self.count_text)
        if self._kind != "all":
            width += MARK_SIZE + _GAP
        if not compact or self._kind == "all":
            width += QFontMetrics(plain).horizontalAdvance(self.text()) + _GAP
        return width

    def sizeHint(self) -> QSize:
        """Return the size that the contents need."""
        return QSize(self.width_hint(compact=self._compact), HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Draw the hover state."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        look, plain, bold = self._look, *self._fonts()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ground = "selection" if on else "hover_raised" if self.underMouse() else "panel"
        painter.setBrush(look.color(ground))
        edge = "text" if on and self.hasFocus() else "accent" if on or self.hasFocus() else "field_line"
        painter.setPen(QPen(look.color(edge), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
        color = look.color("text" if self._kind == "all" else self._kind)
        left = _PADDING
        if self._kind != "all":
            paint_mark(painter, QRectF(left, 0, MARK_SIZE, self.height()), self._kind, color)
            left += MARK_SIZE + _GAP
        painter.setPen(color)
        base = (self.height() + QFontMetrics(plain).ascent() - QFontMetrics(plain).descent()) // 2
        if not self._compact:
            painter.setFont(plain)
            painter.drawText(left, base, self.text())
            left += QFontMetrics(plain).horizontalAdvance(self.text()) + _GAP
        painter.setFont(bold)
        if self._muted or self._count is None:
            painter.setPen(look.color("muted"))
        painter.drawText(left, base, self.count_text)
        painter.end()


class StatusChips(QWidget):
    """All, and one chip a status."""

    changed = Signal(object)
    """The statuses asked for, a frozenset of int."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            TaskStatus.RUNNING: ("running", self.tr("Running")),
            TaskStatus.PENDING: ("pending", self.tr("Pending")),
            TaskStatus.COMPLETED: ("completed", self.tr("Completed")),
            TaskStatus.FAILED: ("failed", self.tr("Failed")),
        }
        self._all = Chip("all", self.tr("All"), look, self)
        self._chips = {int(status): Chip(kind, word, look, self) for status, (kind, word) in words.items()}
        self._stats: Stats | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._all)
        self._all.setChecked(True)
        self._all.clicked.connect(self._clear)
        for chip in self._chips.values():
            layout.addWidget(chip)
            chip.clicked.connect(self._toggled)

    @property
    def statuses(self) -> frozenset[int]:
        """The statuses asked for; empty means all."""
        return frozenset(status for status, chip in self._chips.items() if chip.isChecked())

    def set_statuses(self, statuses: frozenset[int]) -> None:
        """Show which statuses are asked for; emits nothing."""
        for status, chip in self._chips.items():
            chip.setChecked(status in statuses)
        self._all.setChecked(not self.statuses)

    def set_stats(self, stats: Stats | None) -> bool:
        """Show the server's counts; None while it has not told any. Return whether they are others."""
        if stats == self._stats:
            return False
        self._stats = stats
        counts: dict[int, int] = {}
        if stats is not None:
            counts = {0: stats.pending, 1: stats.running, 2: stats.completed, 3: stats.failed}
        self._all.set_count(None if stats is None else stats.total)
        for status, chip in self._chips.items():
            chip.set_count(counts.get(status))
        return True

    def set_muted(self, muted: bool) -> None:
        """Draw the counts greyed, or as usual again."""
        for chip in (self._all, *self._chips.values()):
            chip.set_muted(muted)

    def width_hint(self, *, compact: bool) -> int:
        """Return the width of all chips with or without words, px."""
        chips = [self._all, *self._chips.values()]
        return sum(chip.width_hint(compact=compact) for chip in chips) + 8 * (len(chips) - 1)

    def set_compact(self, compact: bool) -> None:
        """Leave the words out, or show them again."""
        for chip in self._chips.values():
            chip.set_compact(compact)

    @Slot()
    def _clear(self) -> None:
        self.set_statuses(frozenset())
        self.changed.emit(self.statuses)

    @Slot()
    def _toggled(self) -> None:
        self._all.setChecked(not self.statuses)
        self.changed.emit(self.statuses)
