"""The exact requests, each as JSON and as a curl command, with every secret hidden."""

import json
import shlex

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gui.api.schemas import TaskRequest
from gui.scripts.secrets import masked
from gui.views.compose.inputs import NumberInput
from gui.views.compose.segments import Segments
from gui.views.wording import number


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
        self._requests: tuple[TaskRequest, ...] = ()
        self._kind = Segments("request_kind", [("json", "JSON"), ("curl", "curl")], self)
        self._kind.name_buttons(self.tr("Request as"))
        self._kind.chosen.connect(self._show)
        self._number = NumberInput(self)
        self._number.setObjectName("request_number")
        self._number.setAccessibleName(self.tr("Which of the requests"))
        self._number.setMinimum(1)
        self._number.hide()
        self._number.valueChanged.connect(self._on_number)
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
        head.addWidget(self._number)
        head.addStretch(1)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._text)

    def set_requests(self, url: str, requests: tuple[TaskRequest, ...]) -> None:
        """Show other requests: the first of them, or the one in the same place as before."""
        if (url, requests) != (self._url, self._requests):
            self._url, self._requests = url, requests
            count = len(requests)
            self._number.setMaximum(max(1, count))
            self._number.setSuffix(" " + self.tr("of {count}").format(count=number(count)))
            self._number.setVisible(count > 1)
            self._show()

    def text(self) -> str:
        """Return what is shown."""
        return self._text.toPlainText()

    def _show(self) -> None:
        if not self._requests:
            self._text.clear()
            return
        request = self._requests[self._number.value() - 1]
        curl = self._kind.value() == "curl"
        text = curl_command(self._url, request) if curl else request_json(request)
        self._text.setPlainText(text)

    def _on_number(self, _number: int) -> None:
        self._show()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
