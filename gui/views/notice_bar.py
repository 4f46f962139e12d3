"""The notice bar: what became of what the operator did. Never in the way, never modal."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui.state.outcome import BulkProgress, Outcome
from gui.views import wording
from gui.views.look import Look, restyle
from gui.views.marks import StatusMark

if TYPE_CHECKING:
    from gui.views.progress_row import ProgressRow

HIDE_AFTER_MS = 6000
OFFER_MS = 30_000
"""An offer has to be read, weighed and reached."""
_STYLES = {
    "success": ("completed", "completed"),
    "warning": ("warning", "warning"),
    "error": ("failed", "failed"),
    "info": ("running", "dot"),
}


class Offer(NamedTuple):
    """A message with something that can be done about it."""

    text: str
    verb: str
    take: Callable[[], None]
    detail: str = ""
    kind: str = "info"


class NoticeBar(QFrame):
    """One message at a time. Good news leaves by itself, bad news waits to be read.

    What runs for a while has a row of its own below it, with the way to end it.
    """

    cancel_requested = Signal()
    """The command whose progress is shown is to send nothing more."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.kind = "info"
        self._mark = StatusMark(look)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.detail = QLabel()
        self.detail.setProperty("role", "muted")
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.toggle = QPushButton()
        self.toggle.setProperty("kind", "link")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._show_detail)
        self.copy_button = self._make_copy_button()
        self._outcome: Outcome | None = None
        self._look = look
        self._message = QWidget()
        self.offer_button = QPushButton()
        self.offer_button.setObjectName("notice.offer")
        self.offer_button.setProperty("kind", "link")
        self.offer_button.clicked.connect(self._take_offer)
        self._offer: Offer | None = None
        self.close_button = QToolButton()
        self.close_button.setIcon(look.icon("mdi6.close", "muted"))
        self.close_button.setToolTip(self.tr("Dismiss this message"))
        self.close_button.setAccessibleName(self.tr("Dismiss this message"))
        self.close_button.clicked.connect(self.dismiss)
        self._timer = QTimer(self, interval=HIDE_AFTER_MS, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        self._build()
        self._show_detail(on=False)
        self.offer_button.hide()
        self.hide()

    @cached_property
    def progress(self) -> "ProgressRow":
        """The row of what runs for a while; made when it is first needed."""
        from gui.views.progress_row import ProgressRow  # noqa: PLC0415

        row = ProgressRow(self._look, self)
        row.cancel_requested.connect(self.cancel_requested)
        self._column.addWidget(row)
        return row

    @property
    def _busy(self) -> bool:
        return "progress" in self.__dict__ and not self.progress.isHidden()

    def show_outcome(self, outcome: Outcome) -> None:
        """Say what became of a command."""
        words = wording.outcome_words(outcome)
        if self._busy:
            self.progress.take_outcome(outcome)
        self.show_message(words.kind, words.text, words.detail)
        self._outcome = outcome if len(outcome.failures) > 1 else None

    def show_progress(self, progress: BulkProgress) -> None:
        """Show how far a command has come, beside whatever else is said, until an outcome follows."""
        self.progress.show_progress(progress)
        if self._message.isHidden():
            restyle(self, "tone", "info")
        self.show()

    def show_message(self, kind: str, text: str, detail: str = "") -> None:
        """Say something: ``success`` and ``info`` leave after a while, ``warning`` and ``error`` stay."""
        self.kind = kind
        self._offer = self._outcome = None
        self.offer_button.hide()
        tone, mark = _STYLES.get(kind, _STYLES["info"])
        restyle(self, "tone", kind)
        self._mark.show_mark(mark, tone)
        self.text.setText(text)
        self.setAccessibleName(text)
        self.detail.setText(detail)
        self.toggle.setChecked(False)
        self.toggle.setVisible(bool(detail))
        self._show_detail(on=False)
        self._message.show()
        self.show()
        if kind in {"success", "info"}:
            self._timer.start(HIDE_AFTER_MS)
        else:
            self._timer.stop()

    def show_offer(self, offer: Offer) -> None:
        """Say something and offer to do something about it; good news stays for a longer while."""
        self.show_message(offer.kind, offer.text, offer.detail)
        self._offer = offer
        self.offer_button.setText(offer.verb)
        self.offer_button.setAccessibleName(offer.verb)
        self.offer_button.show()
        if self._timer.isActive():
            self._timer.start(OFFER_MS)

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._offer = self._outcome = None
        self._message.hide()
        if self._busy:
            restyle(self, "tone", "info")
        else:
            self.hide()

    def _take_offer(self) -> None:
        offer = self._offer
        self.dismiss()
        if offer is not None:
            offer.take()

    def _show_detail(self, on: bool) -> None:
        self.detail.setVisible(on)
        self.copy_button.setVisible(on and self._outcome is not None)
        words = self.tr("Hide details") if on else self.tr("Details")
        self.toggle.setText(words)
        self.toggle.setAccessibleName(words)
        if on:
            # Somebody is reading: it does not leave by itself any more.
            self._timer.stop()

    def _make_copy_button(self) -> QPushButton:
        button = QPushButton(self.tr("Copy list"))
        button.setObjectName("notice.copy")
        button.setProperty("kind", "link")
        button.setToolTip(self.tr("Copy every task that failed, with its reason"))
        button.clicked.connect(self._copy)
        return button

    def _copy(self) -> None:
        if self._outcome is not None:
            QGuiApplication.clipboard().setText(wording.outcome_rows(self._outcome))

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._mark)
        top.addWidget(self.text, 1)
        top.addWidget(self.offer_button)
        top.addWidget(self.copy_button)
        top.addWidget(self.toggle)
        top.addWidget(self.close_button)
        inner = QVBoxLayout(self._message)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addLayout(top)
        inner.addWidget(self.detail)
        self._message.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 4, 8, 4)
        self._column.setSpacing(4)
        self._column.addWidget(self._message)
