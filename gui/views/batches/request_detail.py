"""One request in full: when it went out, what came back, and who got no task."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from gui.store.batch_records import BatchRequest
from gui.views.batches import words
from gui.views.elided import ElidedLabel
from gui.views.look import Look, restyle
from gui.views.marks import StatusMark
from gui.views.wording import number

_LINES = 6
_ROLES = {"running": "running", "completed": "success", "failed": "error", "warning": "warning"}


class RequestDetail(QFrame):
    """Stands below the requests while one of them is selected."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("request_detail")
        self.setProperty("role", "card")
        self._mark = StatusMark(look)
        self.heading = ElidedLabel()
        self.heading.setObjectName("request_detail.heading")
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("request_detail.text")
        self.text.setAccessibleName(self.tr("What is known of the request"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setStyleSheet("background: transparent; border: none; padding: 0")
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.document().setDocumentMargin(0)
        close = QToolButton(self)
        close.setIcon(look.icon("mdi6.close", "muted"))
        close.setToolTip(self.tr("Close"))
        close.setAccessibleName(self.tr("Close the request's detail"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._mark)
        head.addWidget(self.heading, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 6, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.text)
        self.hide()

    def show_request(self, request: BatchRequest | None, name_of: dict[str, str]) -> None:
        """Show a request; hide for None."""
        self.setVisible(request is not None)
        if request is None:
            return
        tone, mark = words.TONES[request.state]
        self._mark.show_mark(mark, tone)
        restyle(self.heading, "role", _ROLES.get(tone, "muted"))
        parts = (
            self.tr("Request {0}").format(number(request.number)),
            words.state_word(request.state),
            self.tr("{0} tasks").format(words.made_of(len(request.task_ids), request.expected)),
            words.sent_text(request),
        )
        self.heading.set_words(" · ".join(part for part in parts if part))
        lines = words.detail_lines(request, name_of)
        text = "\n".join(lines)
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        height = self.fontMetrics().lineSpacing() * min(_LINES, max(2, len(lines) + 1))
        self.text.setFixedHeight(height)
