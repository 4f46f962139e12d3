"""How far a command over many tasks has come, with the way to end it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from gui.state.outcome import BulkProgress, Outcome
from gui.views import wording
from gui.views.look import Look
from gui.views.marks import StatusMark

_BAR_WIDTH = 220


class ProgressRow(QWidget):
    """Words, a bar and a Cancel button; hidden while nothing runs."""

    cancel_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: BulkProgress | None = None
        self._mark = StatusMark(look)
        self._mark.show_mark("running", "running")
        self.text = QLabel()
        self.text.setObjectName("progress.text")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setObjectName("progress.bar")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setAccessibleName(self.tr("Tasks reached"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("progress.cancel")
        self.cancel.setToolTip(self.tr("Send nothing more; what is under way ends"))
        self.cancel.setAccessibleName(self.tr("Cancel the command"))
        self.cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.text)
        row.addSpacing(4)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(self.cancel)
        self.hide()

    def show_progress(self, progress: BulkProgress) -> None:
        """Show this."""
        self._shown = progress
        self.text.setText(wording.progress_words(progress))
        self.bar.setRange(0, progress.asked)
        self.bar.setValue(progress.asked - progress.left)
        self.cancel.setEnabled(not progress.cancelling)
        self.show()

    def take_outcome(self, outcome: Outcome) -> None:
        """Hide when it is what has been shown that ended; a short command may end beside a long one."""
        shown = self._shown
        if shown is not None and (shown.command, shown.asked) == (outcome.command, outcome.asked):
            self._shown = None
            self.hide()
