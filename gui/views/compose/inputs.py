"""Qt's inputs as a long form needs them: they say when they are left, and ignore stray turns of the wheel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

# Focus that goes to a menu or another window comes back: the field was not left.
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)

# A style sheet's padding does not reach the line inside a spin box.
_INDENT = 8


class LineInput(QLineEdit):
    """A line of text."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()


class TextInput(QPlainTextEdit):
    """Lines of text; Tab goes on to the next field."""

    left = Signal()

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()


class NumberInput(QSpinBox):
    """A whole number; the wheel scrolls the form unless the field has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_INDENT, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only where the user is."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class DecimalInput(QDoubleSpinBox):
    """A number; the wheel scrolls the form unless the field has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_INDENT, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only where the user is."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class TimeInput(QTimeEdit):
    """A time of day; the wheel scrolls the form unless the field has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_INDENT, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only where the user is."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ComboInput(QComboBox):
    """A choice; the wheel scrolls the form unless the field has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only where the user is."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
