"""A label that gives up its end rather than its place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class ElidedLabel(QLabel):
    """One line of plain text; what does not fit becomes an ellipsis and the whole text the tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, least: int = 40) -> None:
        super().__init__(text, parent)
        self._least = least
        self._own_tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_words(self, text: str, tip: str = "") -> None:
        """Show a text; ``tip`` is what a person reads when pointing at it."""
        if (text, tip) == (self.text(), self._own_tip):
            return
        self._own_tip = tip
        if text != self.text():
            self.setText(text)
        self._refresh_tip()

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the text may be cut."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._least), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as tool tip exactly while it is cut."""
        super().resizeEvent(event)
        self._refresh_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, cut at the end where it does not fit, on no background of its own."""
        painter = QPainter(self)
        rect = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(rect, int(self.alignment() | Qt.TextFlag.TextSingleLine), text)

    def _refresh_tip(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        parts = [self.text()] if cut else []
        if self._own_tip:
            parts.append(self._own_tip)
        tip = "\n".join(parts)
        if tip != self.toolTip():
            self.setToolTip(tip)
