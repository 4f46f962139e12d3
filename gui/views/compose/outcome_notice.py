"""What became of what was sent, told beside the button that sent it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.views.compose.labels import wrapped_label
from gui.views.look import restyle


class OutcomeNotice(QFrame):
    """One message, kept until the next one."""

    tasks_wanted = Signal()
    batch_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcome")
        self.setProperty("role", "notice")
        self._text = wrapped_label(self, "outcome_text", "heading")
        self._detail = wrapped_label(self, "outcome_detail", "muted")
        self._tasks = self._button("outcome_show_tasks", self.tr("Show the tasks"))
        self._tasks.clicked.connect(self.tasks_wanted)
        self._batch = self._button("outcome_show_batch", self.tr("Show the batch"))
        self._batch.clicked.connect(self.batch_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._tasks)
        row.addWidget(self._batch)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(4)
        column.addWidget(self._text)
        column.addWidget(self._detail)
        column.addLayout(row)
        self.hide()

    def tell(
        self, tone: str, text: str, detail: str = "", *, tasks: bool = False, batch: bool = False
    ) -> None:
        """Show a message: ``success``, ``info``, ``warning`` or ``error``, and what can be looked at."""
        restyle(self, "tone", tone)
        self._text.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._tasks.setVisible(tasks)
        self._batch.setVisible(batch)
        self.show()

    def leave(self) -> None:
        """Go, unless something is wrong: the operator has turned to something else."""
        if self.property("tone") in {"success", "info"}:
            self.hide()

    def text(self) -> str:
        """Return what is shown, title and detail."""
        return f"{self._text.text()}\n{self._detail.text()}".strip()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.setAutoDefault(False)
        button.setAccessibleName(text)
        return button
