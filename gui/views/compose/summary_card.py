"""The summary as it is shown: words, warnings, and what stands in the way."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.views.compose.labels import wrapped_label
from gui.views.compose.summary import Summary

_MARGINS = (14, 10, 14, 10)


class SummaryCard(QFrame):
    """Shows a Summary; asks to be led to the first field with something wrong.

    It only grows while it is about the same thing: what a poll adds and takes away must not move the form
    under the mouse.
    """

    problem_wanted = Signal()
    raise_wanted = Signal()
    """The operator wants to raise the ceiling that stands in the way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summary")
        self.setProperty("role", "summary_card")
        self._subject: object = None
        self._text = wrapped_label(self, "summary_text", "text")
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._figures = wrapped_label(self, "summary_figures", "muted")
        self._warnings = wrapped_label(self, "summary_warnings", "warning")
        self._errors = wrapped_label(self, "summary_errors", "error")
        self._show = self._link(
            "show_problem_button",
            self.tr("Show the first"),
            self.tr("Go to the first field that needs attention"),
        )
        self._show.clicked.connect(self.problem_wanted)
        self._raise = self._link(
            "raise_ceiling_button",
            self.tr("Raise the ceiling…"),
            self.tr("Allow more of these tasks a device and day"),
        )
        self._raise.clicked.connect(self.raise_wanted)
        errors = QHBoxLayout()
        errors.setSpacing(8)
        errors.addWidget(self._errors, 1)
        errors.addWidget(self._raise, 0, Qt.AlignmentFlag.AlignVCenter)
        errors.addWidget(self._show, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._column.addWidget(self._text)
        self._column.addWidget(self._figures)
        self._column.addWidget(self._warnings)
        self._column.addLayout(errors)
        self._fit(0)

    def show_summary(self, summary: Summary, subject: object, *, problems: bool) -> None:
        """Show the words; ``problems`` tells whether a field can be led to.

        ``subject``: what the summary is about. With another one the card may become lower.
        """
        self._text.setText(f"<b>{escape(summary.headline)}</b> {escape(summary.text)}".strip())
        self._figures.setText(summary.figures)
        self._figures.setVisible(bool(summary.figures))
        self._warnings.setText("\n".join(f"! {text}" for text in summary.warnings))
        self._warnings.setVisible(bool(summary.warnings))
        self._errors.setText("\n".join(f"✕ {text}" for text in summary.errors))
        self._errors.setVisible(bool(summary.errors))
        self._show.setVisible(problems)
        self._raise.setVisible(summary.above_ceiling)
        parts = (summary.headline, summary.text, summary.figures, *summary.warnings, *summary.errors)
        self.setAccessibleDescription(" ".join(part for part in parts if part))
        same = subject == self._subject
        self._subject = subject
        self._fit(self._height if same else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Work the height out anew for another width: the words wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit(0)

    def _link(self, name: str, text: str, words: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.setAutoDefault(False)
        button.setAccessibleName(words)
        button.setToolTip(words)
        return button

    def _fit(self, least: int) -> None:
        """Be as high as the words, but no lower than this, px: room below them makes up the rest."""
        self._column.setContentsMargins(*_MARGINS)
        # Else the row of errors still answers for what it held before.
        self._column.activate()
        needed = self._column.totalHeightForWidth(self.width())
        self._height = max(least, needed)
        left, top, right, bottom = _MARGINS
        self._column.setContentsMargins(left, top, right, bottom + self._height - needed)
