"""What stands in place of the table while it has nothing to show: what is so, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.views.look import Look

_ICON = 40


class EmptyState(QWidget):
    """A drawing, a heading, a sentence, perhaps a button and a bar of progress."""

    pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._look = look
        self._icon_name = ""
        self.heading = _line("heading")
        self.heading.setObjectName("empty_state.heading")
        self.sentence = _line("muted")
        self.sentence.setWordWrap(True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._icon = _line("")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(260)
        self._bar.setAccessibleName(self.tr("Tasks read"))
        self.button = QPushButton(self)
        self.button.setObjectName("button.empty_state")
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for line in (self._icon, self.heading, self.sentence):
            column.addWidget(line)
        for centred in (self._bar, self.button):
            row = QHBoxLayout()
            row.setContentsMargins(0, 4, 0, 0)
            row.addStretch(1)
            row.addWidget(centred)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(3)
        look.changed.connect(self._draw_icon)

    def show_words(
        self,
        icon: str,
        heading: str,
        sentence: str,
        button: str = "",
        progress: tuple[int, int] | None = None,
    ) -> None:
        """Show this; without a button text there is no button, without progress no bar."""
        self._icon_name = icon
        self._draw_icon()
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.setVisible(bool(button))
        self._bar.setVisible(progress is not None)
        if progress is not None:
            done, total = progress
            self._bar.setRange(0, max(total, 0))
            self._bar.setValue(done)

    def _draw_icon(self) -> None:
        self._icon.setPixmap(self._look.icon(self._icon_name, "muted").pixmap(_ICON, _ICON))


def _line(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
