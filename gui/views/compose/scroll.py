"""The scrolling middle of the composer."""

from PySide6.QtCore import QSize, Qt
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

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Ask for the whole content."""
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be content with a few rows."""
        return QSize(320, 96)


def tab_stops(form: QWidget) -> list[QWidget]:
    """Return the widgets that Tab visits, in the order in which they were made."""
    return [
        widget
        for widget in form.findChildren(QWidget)
        if isinstance(widget, _STOPS) and not isinstance(widget.parent(), _COMPOSITES)
    ]
