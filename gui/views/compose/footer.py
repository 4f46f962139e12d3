"""The foot of the composer: summary, outcome, the one button that sends, and the exact request."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.views.compose.outcome_notice import OutcomeNotice
from gui.views.compose.request_view import RequestView
from gui.views.compose.summary import Summary
from gui.views.compose.summary_card import SummaryCard

_WIDTH = 720
_REQUEST_HEIGHT = 190


class Footer(QWidget):
    """Everything that stays in sight while the form scrolls."""

    send_wanted = Signal()
    request_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = SummaryCard(self)
        self.notice = OutcomeNotice(self)
        self.request_view = RequestView(self)
        self.request_view.setFixedHeight(_REQUEST_HEIGHT)
        self.request_view.hide()
        self._create = QPushButton(self)
        self._create.setObjectName("create_button")
        self._create.setProperty("kind", "primary")
        self._create.setAutoDefault(False)
        self._create.setToolTip(self.tr("Send the request (Ctrl+Return)"))
        self._create.clicked.connect(self.send_wanted)
        self._show = QPushButton(self.tr("Show request"), self)
        self._show.setObjectName("show_request_button")
        self._show.setCheckable(True)
        self._show.setAutoDefault(False)
        self._show.setAccessibleName(self.tr("Show the exact request"))
        self._show.setToolTip(self.tr("Show the request as JSON and as a curl command (Ctrl+J)"))
        # Not the button's own shortcut: that one is lost with each new text.
        QShortcut(QKeySequence("Ctrl+J"), self).activated.connect(self._show.click)
        self._show.toggled.connect(self._on_toggled)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._create)
        buttons.addWidget(self._show)
        buttons.addStretch(1)
        narrow = QWidget(self)
        narrow.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(narrow)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.card)
        column.addWidget(self.notice)
        column.addLayout(buttons)
        column.addWidget(self.request_view)
        # A column alone would work out its height for the whole width, and cut the wrapped words.
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 12)
        row.addWidget(narrow, 1)
        row.addStretch(0)

    def request_shown(self) -> bool:
        """Return whether the exact request is in sight."""
        return self._show.isChecked()

    def show_summary(
        self, summary: Summary, subject: object, *, problems: bool, creating: bool, doubtful: bool
    ) -> None:
        """Show the summary of a subject and what it means for the button."""
        self.card.show_summary(summary, subject, problems=problems)
        if creating:
            text = self.tr("Creating…")
        elif summary.count:
            text = self.tr("Create %n task(s)", "", summary.count)
        else:
            text = self.tr("Create tasks")
        self._create.setText(text)
        self._create.setAccessibleName(text)
        self._create.setEnabled(summary.sendable and not creating and not doubtful)

    def _on_toggled(self, shown: bool) -> None:
        self.request_view.setVisible(shown)
        self._show.setText(self.tr("Hide request") if shown else self.tr("Show request"))
        self.request_toggled.emit()
