"""The bar below the table: how many tasks are selected, and what can be done with them."""

from collections import Counter
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.api.schemas import TaskStatus
from gui.views.elided import ElidedLabel
from gui.views.look import Look
from gui.views.wording import number

_WIDE: Final = 640
_LEAST: Final = 340
_ICONS: Final = {
    "retry": "mdi6.refresh",
    "stop": "mdi6.stop",
    "delete": "mdi6.close",
    "copy": "mdi6.content-copy",
    "export": "mdi6.export-variant",
}


class SelectionBar(QFrame):
    """Buttons that follow the selection; their words give way to their icons where there is little room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("selection_bar")
        self.setProperty("role", "selection_bar")
        self._count = QLabel(self)
        self._count.setObjectName("selection_bar.count")
        self._count.setProperty("role", "heading")
        words = {
            "retry": (self.tr("Retry"), self.tr("Retry the failed ones (R)")),
            "stop": (self.tr("Stop"), self.tr("Stop the running ones (S)")),
            "delete": (self.tr("Delete"), self.tr("Delete the selected tasks (Del)")),
            "copy": (self.tr("Copy"), self.tr("Copy the selected rows (Ctrl+C)")),
            "export": (self.tr("Export…"), self.tr("Save the selected rows as a table (Ctrl+E)")),
        }
        self._buttons = [self._button(look, name, word, tip) for name, (word, tip) in words.items()]
        self.retry, self.stop, self.delete, self.copy, self.export = self._buttons
        self._summary = ElidedLabel("", self, least=0)
        self._summary.setProperty("role", "muted")
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addSpacing(4)
        for button in self._buttons:
            row.addWidget(button)
        row.addWidget(self._summary, 1)

    def _button(self, look: Look, name: str, word: str, tip: str) -> QPushButton:
        icon = look.icon(_ICONS[name], "failed" if name == "delete" else "text")
        button = QPushButton(icon, word, self)
        button.setObjectName(f"button.{name}")
        button.setProperty("kind", "danger" if name == "delete" else "plain")
        button.setProperty("word", word)
        button.setAccessibleName(word)
        button.setToolTip(tip)
        button.setStatusTip(tip)
        # The table keeps the keyboard: its arrow keys go on where they were.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_selection(self, statuses: Counter[int]) -> None:
        """Show how many tasks of which status are selected; hide where there are none."""
        count = statuses.total()
        self.setVisible(count > 0)
        if not count:
            return
        self._count.setText(self.tr("{0} selected").format(number(count)))
        failed, running = statuses[TaskStatus.FAILED], statuses[TaskStatus.RUNNING]
        self.retry.setEnabled(failed > 0)
        self.stop.setEnabled(running > 0)
        pending, completed = statuses[TaskStatus.PENDING], statuses[TaskStatus.COMPLETED]
        parts = [
            self.tr("%n failed", "", failed) if failed else "",
            self.tr("%n running", "", running) if running else "",
            self.tr("%n pending", "", pending) if pending else "",
            self.tr("%n completed", "", completed) if completed else "",
        ]
        self._summary.set_words(", ".join(part for part in parts if part))

    @property
    def summary(self) -> str:
        """The words at the right."""
        return self._summary.text()

    def minimumSizeHint(self) -> QSize:
        """Return the room of the icons alone: the words must not keep the window wide."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the buttons out where they do not fit."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        for button in self._buttons:
            button.setText(button.property("word") if wide else "")
