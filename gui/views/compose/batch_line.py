"""The batch that was sent last: how far it has gone out, and the way to stop it or to look at it."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.store.batch_records import UNFINISHED, Batch, RequestState
from gui.views.compose.labels import wrapped_label
from gui.views.wording import number


class BatchLine(QFrame):
    """Shows one batch while it goes out."""

    pause_wanted = Signal()
    resume_wanted = Signal()
    cancel_wanted = Signal()
    batch_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch_line")
        self.setProperty("role", "notice")
        self._text = wrapped_label(self, "batch_line_text", "heading")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("batch_line_bar")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Requests that have gone out"))
        self._pause = self._link("batch_line_pause", self.tr("Pause"), self.pause_wanted)
        self._resume = self._link("batch_line_resume", self.tr("Go on"), self.resume_wanted)
        self._cancel = self._link("batch_line_cancel", self.tr("Cancel the rest"), self.cancel_wanted)
        self._look = self._link("batch_line_show", self.tr("Show the batch"), self.batch_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        for button in (self._pause, self._resume, self._cancel, self._look):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 8, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.hide()

    def show_batch(self, batch: Batch) -> None:
        """Show a batch as it stands."""
        states = batch.states
        count = len(batch.requests)
        settled = count - sum(states[state] for state in UNFINISHED)
        waits = states[RequestState.WAITING] > 0
        words = self.tr("{name}: {done} of {requests} requests, {tasks} tasks made")
        words = words.replace("{done}", number(settled)).replace("{requests}", number(count))
        words = words.replace("{tasks}", number(batch.created)).replace("{name}", batch.name)
        if batch.paused:
            words = self.tr("{words}, paused").replace("{words}", words)
        self._text.setText(words)
        self._bar.setMaximum(count)
        self._bar.setValue(settled)
        self._pause.setVisible(waits and not batch.paused)
        self._resume.setVisible(waits and batch.paused)
        self._cancel.setVisible(waits)
        self.show()

    def _link(self, name: str, text: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.setAutoDefault(False)
        button.setAccessibleName(text)
        button.clicked.connect(wanted)
        return button
