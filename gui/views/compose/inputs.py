"""Qt's inputs as a long form needs them: they say when they are left, and ignore stray turns of the wheel."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor, QWheelEvent
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

MOST_IN_LINE = 50_000
"""Characters of one line. Qt lays a line out anew with each key: 20 ms at this length, 2 s at 5 million."""

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
    """Lines of text; Tab goes on to the next field. Dropped or pasted files are told, not inserted."""

    left = Signal()
    files_given = Signal(list)
    """Paths of files that were dropped or pasted."""
    refused = Signal(int)
    """Something with a line of so many characters was to be inserted, and was not."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes_files = False
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take texts and, where files are of use, files."""
        return super().canInsertFromMimeData(source) or (self.takes_files and bool(local_files(source)))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert a text whose lines are not too long; hand files on."""
        files = local_files(source) if self.takes_files else []
        if files:
            self.files_given.emit(files)
        elif self._fits((text := source.text()).split("\n")):
            self.insertPlainText(text)  # Qt's own way here takes three times as long
            self.ensureCursorVisible()

    def append_parts(self, parts: Sequence[str], gap: str) -> bool:
        """Put parts behind what is there, which can be undone. False where one is too long."""
        text = gap.join(parts)
        if not self._fits(text.split("\n")):
            return False
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        before = "" if cursor.atBlockStart() else gap
        cursor.insertText(before + text)
        cursor.endEditBlock()
        return True

    def replace_all(self, text: str) -> None:
        """Put another text in the place of the whole; it can be undone."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()

    def _fits(self, lines: Sequence[str]) -> bool:
        longest = max(map(len, lines), default=0)
        if longest > MOST_IN_LINE:
            self.refused.emit(longest)
        return longest <= MOST_IN_LINE


def local_files(source: QMimeData) -> list[str]:
    """Return the files that are dragged or were copied; nothing if there is anything else among them."""
    urls = source.urls()
    return [url.toLocalFile() for url in urls] if all(url.isLocalFile() for url in urls) else []


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
