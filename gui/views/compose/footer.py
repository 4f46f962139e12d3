"""The foot of the composer: summary, what became of it, the one button that sends, and the exact requests."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.views.compose.batch_line import BatchLine
from gui.views.compose.naming import batch_name
from gui.views.compose.outcome_notice import OutcomeNotice
from gui.views.compose.reckoning import Reckoning
from gui.views.compose.request_view import RequestView
from gui.views.compose.summary_card import SummaryCard

_WIDTH = 720
_REQUEST_HEIGHT = 190
_NAME_LENGTH = 200


class Footer(QWidget):
    """Everything that stays in sight while the form scrolls."""

    send_wanted = Signal()
    request_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = SummaryCard(self)
        self.notice = OutcomeNotice(self)
        self.line = BatchLine(self)
        self.request_view = RequestView(self)
        self.request_view.setFixedHeight(_REQUEST_HEIGHT)
        self.request_view.hide()
        self._create = QPushButton(self)
        self._create.setObjectName("create_button")
        self._create.setProperty("kind", "primary")
        self._create.setAutoDefault(False)
        self._create.clicked.connect(self.send_wanted)
        self._name = QLineEdit(self)
        self._name.setObjectName("batch_name")
        self._name.setMaxLength(_NAME_LENGTH)
        self._name.setMaximumWidth(320)
        self._name.setAccessibleName(self.tr("Name of the batch"))
        self._name.setToolTip(self.tr("Name of the batch, under which it is found again"))
        self._show = QPushButton(self.tr("Show request"), self)
        self._show.setObjectName("show_request_button")
        self._show.setCheckable(True)
        self._show.setAutoDefault(False)
        self._show.setAccessibleName(self.tr("Show the exact request"))
        self._show.setToolTip(self.tr("Show the request as JSON and as a curl command (Ctrl+J)"))
        # Not the button's own shortcut: that one is lost with each new text.
        QShortcut(QKeySequence("Ctrl+J"), self).activated.connect(self._show.click)
        self._show.toggled.connect(self._on_toggled)
        self._build()

    def request_shown(self) -> bool:
        """Return whether the exact request is in sight."""
        return self._show.isChecked()

    def batch_name(self) -> str:
        """Return the name that was typed, or the one that is proposed."""
        return self._name.text().strip() or self._name.placeholderText()

    def forget_name(self) -> None:
        """Begin with the proposed name again: the batch of that name has been sent."""
        self._name.clear()

    def show_reckoned(self, reckoned: Reckoning, subject: object, *, problems: bool, url: str) -> None:
        """Show what a form amounts to, and what that means for the button.

        ``subject``: for whom it is; ``problems``: whether a field can be led to; ``url``: of the server.
        """
        facts, summary = reckoned.facts, reckoned.summary
        self.card.show_summary(summary, (facts.script_name, subject), problems=problems)
        if reckoned.goes_out:
            text = self.tr("Creating…")
        elif summary.count:
            text = self.tr("Create %n task(s)", "", summary.count)
        else:
            text = self.tr("Create tasks")
        self._create.setText(text)
        self._create.setAccessibleName(text)
        self._create.setToolTip(reckoned.why_not or self.tr("Send the request (Ctrl+Return)"))
        self._create.setEnabled(summary.sendable and not reckoned.why_not)
        self._propose_name(
            batch_name(facts.script_name, facts.now, devices=len(facts.devices), accounts=len(facts.accounts))
        )
        if self.request_shown():
            plan = reckoned.plan
            requests = tuple(each.request for each in plan.requests) if plan is not None else ()
            self.request_view.set_requests(url, requests)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._create)
        buttons.addWidget(self._show)
        buttons.addStretch(1)
        buttons.addWidget(self._name, 10)
        narrow = QWidget(self)
        narrow.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(narrow)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.card, self.notice, self.line):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self.request_view)
        # A column alone would work out its height for the whole width, and cut the wrapped words.
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 12)
        row.addWidget(narrow, 1)
        row.addStretch(0)

    def _propose_name(self, name: str) -> None:
        """Show the name that the batch gets unless another is typed."""
        if name != self._name.placeholderText():
            self._name.setPlaceholderText(name)

    def _on_toggled(self, shown: bool) -> None:
        self.request_view.setVisible(shown)
        self._show.setText(self.tr("Hide request") if shown else self.tr("Show request"))
        self.request_toggled.emit()
