"""The scrolling middle of the composer."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

_STOPS = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
_COMPOSITES = (QAbstractSpinBox, QComboBox)


class FittingScrollArea(QScrollArea):
    """As high as its content where there is room, so that what follows stays beside it; else it scrolls."""

    cut = Signal(bool)
    """Whether some of the content is out of sight."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the content, which Qt's own area does not."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height: words wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the whole content at the present width."""
        hint = self._content.sizeHint()
        height = self._content.heightForWidth(self.viewport().width())
        return QSize(hint.width(), height if height > 0 else hint.height())

    def minimumSizeHint(self) -> QSize:
        """Be content with a few rows."""
        return QSize(320, 96)

    def _on_range(self, least: int, most: int) -> None:
        self.cut.emit(most > least)


def chain_tabs(first: QWidget, *groups: QWidget) -> None:
    """Let Tab go from ``first`` through one group after the other, and then on to what followed ``first``."""
    before = first
    for group in groups:
        for widget in _tab_stops(group):
            QWidget.setTabOrder(before, widget)
            before = widget


def _tab_stops(form: QWidget) -> list[QWidget]:
    """Return the widgets that Tab visits, in the order in which they were made."""
    return [
        widget
        for widget in form.findChildren(QWidget)
        if (isinstance(widget, _STOPS) or widget.property("tab_stop"))
        and not isinstance(widget.parent(), _COMPOSITES)
    ]
