"""A row of joined buttons of which one is chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segments(QWidget):
    """Few choices, all in sight. Tab reaches the chosen one, the arrow keys move the choice."""

    chosen = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        last = len(choices) - 1
        for index, (value, label) in enumerate(choices):
            button = _SegmentButton(label, self)
            button.setObjectName(f"{name}.{value}")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "segment")
            button.setProperty("place", _place(index, last))
            self._group.addButton(button, index)
            row.addWidget(button)
        row.addStretch(1)
        self._group.button(0).setChecked(True)
        self._follow_focus()
        self._group.idToggled.connect(self._on_toggled)

    def value(self) -> Any:  # noqa: ANN401 - whatever the choices hold
        """Return the chosen value."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: object) -> None:
        """Choose a value; one that is not offered changes nothing."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def button(self, value: object) -> QAbstractButton:
        """Return the button of a value."""
        return self._group.button(self._values.index(value))

    def take_focus(self) -> None:
        """Put the focus on the chosen button. (A focus proxy would make Tab stop twice.)"""
        self._group.button(self._group.checkedId()).setFocus(Qt.FocusReason.OtherFocusReason)

    def name_buttons(self, title: str) -> None:
        """Give each button an accessible name that says what is chosen, too."""
        self.setAccessibleName(title)
        for button in self._group.buttons():
            button.setAccessibleName(f"{title}: {button.text()}")

    def _on_toggled(self, _index: int, checked: bool) -> None:
        if checked:
            self._follow_focus()
            self.chosen.emit()

    def _follow_focus(self) -> None:
        for button in self._group.buttons():
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            )


class _SegmentButton(QPushButton):
    def sizeHint(self) -> QSize:
        """Leave room for the bold letters of the chosen one, so that nothing moves when the choice does."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        text = self.text()
        wider = QFontMetrics(bold).horizontalAdvance(text) - self.fontMetrics().horizontalAdvance(text)
        return super().sizeHint() + QSize(max(0, wider) + 2, 0)


def _place(index: int, last: int) -> str:
    if last == 0:
        return "only"
    return {0: "first", last: "last"}.get(index, "middle")
