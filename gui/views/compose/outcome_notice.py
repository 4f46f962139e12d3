"""What became of the request, told beside the button that sent it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.api.errors import ApiError
from gui.state.outcome import Outcome
from gui.views.compose.labels import wrapped_label
from gui.views.look import restyle
from gui.views.wording import error_advice, error_sentence, outcome_words


class OutcomeNotice(QFrame):
    """One message, kept until the next one. After a doubtful end it asks to look before sending again."""

    tasks_wanted = Signal()
    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcome")
        self.setProperty("role", "notice")
        self._text = wrapped_label(self, "outcome_text", "heading")
        self._detail = wrapped_label(self, "outcome_detail", "muted")
        self._tasks = self._button("outcome_show_tasks", self.tr("Show the tasks"))
        self._tasks.clicked.connect(self.tasks_wanted)
        self._looked = self._button("outcome_looked", self.tr("I have looked, let me send again"))
        self._looked.clicked.connect(self.looked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._tasks)
        row.addWidget(self._looked)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(4)
        column.addWidget(self._text)
        column.addWidget(self._detail)
        column.addLayout(row)
        self.hide()

    def show_outcome(self, outcome: Outcome, expected: int | None) -> None:
        """Tell what became of a request that was to make ``expected`` tasks."""
        if outcome.failures:
            error = outcome.failures[0][1]
            if error.maybe_done:
                self._tell_doubt(error)
            else:
                self._tell("error", error_sentence(error), error_advice(error))
            return
        words = outcome_words(outcome)
        if expected is not None and 0 < outcome.done < expected:
            text = self.tr("{done} of {expected} tasks were created.")
            missing = self.tr("TikMatrix did not say why the others are missing.")
            self._tell("warning", text.format(done=outcome.done, expected=expected), missing, tasks=True)
            return
        self._tell(words.kind, words.text, words.detail, tasks=True)

    def show_message(self, tone: str, text: str) -> None:
        """Tell anything else."""
        self._tell(tone, text, "")

    def text(self) -> str:
        """Return what is shown, title and detail."""
        return f"{self._text.text()}\n{self._detail.text()}".strip()

    def _tell_doubt(self, error: ApiError) -> None:
        detail = self.tr(
            "Tasks may have been created all the same. Look at the task list before you send this again."
        )
        self._tell("warning", error_sentence(error), detail, tasks=True, looked=True)

    def _tell(self, tone: str, text: str, detail: str, *, tasks: bool = False, looked: bool = False) -> None:
        restyle(self, "tone", tone)
        self._text.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._tasks.setVisible(tasks)
        self._looked.setVisible(looked)
        self.show()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.setAutoDefault(False)
        button.setAccessibleName(text)
        return button
