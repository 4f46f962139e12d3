"""The exact request, as JSON and as a curl command, with every secret hidden."""

import json
import shlex

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gui.api.schemas import TaskRequest
from gui.scripts.secrets import masked
from gui.views.compose.segments import Segments


def request_json(request: TaskRequest) -> str:
    """Return the body as it is sent, secrets replaced by dots."""
    return json.dumps(masked(request.body()), ensure_ascii=False, indent=2)


def curl_command(url: str, request: TaskRequest) -> str:
    """Return the equivalent command for a POSIX shell, secrets replaced by dots."""
    lines = (
        f"curl -X POST {shlex.quote(url.rstrip('/') + '/api/v1/task')}",
        '-H "Content-Type: application/json"',
        f"-d {shlex.quote(request_json(request))}",
    )
    return " \\\n  ".join(lines)


class RequestView(QWidget):
    """A read-only pane; what it copies holds no secret either."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("request_view")
        self._url = ""
        self._request: TaskRequest | None = None
        self._kind = Segments("request_kind", [("json", "JSON"), ("curl", "curl")], self)
        self._kind.name_buttons(self.tr("Request as"))
        self._kind.chosen.connect(self._show)
        self._copy = QPushButton(self.tr("Copy"), self)
        self._copy.setObjectName("copy_request_button")
        self._copy.setAutoDefault(False)
        self._copy.setAccessibleName(self.tr("Copy the request without its secrets"))
        self._copy.setToolTip(self._copy.accessibleName())
        self._copy.clicked.connect(self._on_copy)
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("request_text")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("The exact request"))
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setMinimumHeight(72)
        head = QHBoxLayout()
        head.addWidget(self._kind)
        head.addStretch(1)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._text)

    def set_request(self, url: str, request: TaskRequest) -> None:
        """Show another request."""
        if (url, request) != (self._url, self._request):
            self._url, self._request = url, request
            self._show()

    def text(self) -> str:
        """Return what is shown."""
        return self._text.toPlainText()

    def _show(self) -> None:
        if self._request is None:
            return
        curl = self._kind.value() == "curl"
        text = curl_command(self._url, self._request) if curl else request_json(self._request)
        self._text.setPlainText(text)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
