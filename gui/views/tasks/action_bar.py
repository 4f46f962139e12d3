"""A bar below a table: how much is selected, and what can be done with it."""

from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.views.elided import ElidedLabel
from gui.views.look import Look

_LEAST: Final = 340


class BarAction(NamedTuple):
    """One button of the bar."""

    name: str
    icon: str
    word: str
    tip: str
    danger: bool = False


class ActionBar(QFrame):
    """Buttons whose words give way to their icons where there is little room."""

    def __init__(self, actions: tuple[BarAction, ...], look: Look, wide: int, parent: QWidget | None) -> None:
        """``wide``: px from which on there is room for the words."""
        super().__init__(parent)
        self._wide = wide
        self.setObjectName("selection_bar")
        self.setProperty("role", "selection_bar")
        self.count = QLabel(self)
        self.count.setObjectName("selection_bar.count")
        self.count.setProperty("role", "heading")
        self.buttons = {action.name: self._button(look, action) for action in actions}
        self._summary = ElidedLabel("", self, least=0)
        self._summary.setProperty("role", "muted")
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addSpacing(4)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addWidget(self._summary, 1)

    def _button(self, look: Look, action: BarAction) -> QPushButton:
        icon = look.icon(action.icon, "failed" if action.danger else "text")
        button = QPushButton(icon, action.word, self)
        button.setObjectName(f"button.{action.name}")
        button.setProperty("kind", "danger" if action.danger else "plain")
        button.setProperty("word", action.word)
        button.setAccessibleName(action.word)
        button.setToolTip(action.tip)
        button.setStatusTip(action.tip)
        # The table keeps the keyboard: its arrow keys go on where they were.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @property
    def summary(self) -> str:
        """The words at the right."""
        return self._summary.text()

    def set_summary(self, text: str) -> None:
        """Say something at the right."""
        self._summary.set_words(text)

    def minimumSizeHint(self) -> QSize:
        """Return the room of the icons alone: the words must not keep the window wide."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the buttons out where they do not fit."""
        super().resizeEvent(event)
        wide = self.width() >= self._wide
        for button in self.buttons.values():
            button.setText(button.property("word") if wide else "")
