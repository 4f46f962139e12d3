"""Buttons that are the face of an action, in rows that leave the words out where there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

_GAP = 8


class ActionButton(QPushButton):
    """Has the words, the tip and the state of its action."""

    def __init__(
        self, action: QAction, icon: QIcon, parent: QWidget | None = None, *, kind: str = "plain"
    ) -> None:
        super().__init__(icon, "", parent)
        self._action = action
        self._compact = False
        self.setObjectName(action.objectName().replace("action.", "button."))
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        # The list keeps the keyboard: its arrow keys go on where they were.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.changed.connect(self._take)
        self.clicked.connect(action.trigger)
        self._take()

    def set_compact(self, compact: bool) -> None:
        """Leave the words out, or show them again."""
        self._compact = compact
        self._take()

    @Slot()
    def _take(self) -> None:
        text = self._action.text()
        self.setAccessibleName(text)
        self.setAccessibleDescription(self._action.statusTip())
        shown = "" if self._compact else text
        if self.text() != shown:
            self.setText(shown)
        self.setEnabled(self._action.isEnabled())
        tip = self._action.toolTip()
        self.setToolTip(f"{text.rstrip('…')}: {tip}" if self._compact else tip)


class ActionRow(QWidget):
    """Buttons side by side. Which of them have words is settled by the width of the row."""

    def __init__(
        self, buttons: Sequence[ActionButton], parent: QWidget | None = None, *, worded: int = 0
    ) -> None:
        """``worded``: how many of the first keep their words however narrow it gets."""
        super().__init__(parent)
        self._buttons = list(buttons)
        self._worded = worded
        self._needed = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Return the room of the icons alone: the words must not keep the page wide."""
        return QSize(
            44 * len(self._buttons) + _GAP * (len(self._buttons) - 1), super().minimumSizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where they do not fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for compact in (False, True):
            for button in self._buttons[self._worded :]:
                button.set_compact(compact)
            if sum(b.sizeHint().width() + _GAP for b in self._buttons) - _GAP <= self.width():
                return
