"""Ctrl+C beside the table: the rows, unless some text is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget


class CopyKey(QObject):
    """Takes the copy key in a pane and its texts, which would swallow it even with nothing selected."""

    pressed = Signal()
    """The key was pressed while no text is selected."""

    def __init__(self, pane: QWidget, texts: Sequence[QTextEdit | QPlainTextEdit]) -> None:
        super().__init__(pane)
        self._texts = tuple(texts)
        for widget in (pane, *texts):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """First asked as a shortcut, which must be refused to others, then sent as a key."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not (
            event.type() in kinds
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            chosen = next((text for text in self._texts if text.textCursor().hasSelection()), None)
            if chosen is not None:
                chosen.copy()
            else:
                self.pressed.emit()
        return True
