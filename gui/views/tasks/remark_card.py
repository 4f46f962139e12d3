"""Why a task failed, in its own words: a sentence stands out, a page of log scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from gui.api.schemas import Task, TaskStatus
from gui.views.look import Look

_HEIGHT = 168
_SENTENCE = 160
_EDGES = 32


class RemarkCard(QFrame):
    """Hidden where there is no remark."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "box")
        self.field = QPlainTextEdit(self)
        self.field.setObjectName("detail_pane.remark")
        self.field.setAccessibleName(self.tr("Remark"))
        self.field.setReadOnly(True)
        self.field.setFrameShape(QFrame.Shape.NoFrame)
        self.field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.field.document().setDocumentMargin(0)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(10, 8, 4, 8)
        inner.addWidget(self.field)

    def show_remark(self, task: Task | None, width: int) -> None:
        """Show the remark of a task in a card of this width, px."""
        text = task.remark if task is not None else ""
        self.setVisible(bool(text))
        if not text:
            return
        failed = task is not None and task.status == TaskStatus.FAILED
        color = self._look.color("failed" if failed else "text").name()
        # A sentence stands out; a page of it must be readable.
        weight = 600 if len(text) <= _SENTENCE else 400
        self.field.setStyleSheet(
            f"background: transparent; border: none; padding: 0; color: {color}; font-weight: {weight}"
        )
        if self.field.toPlainText() != text:
            self.field.setPlainText(text)
        self._fit(max(80, width - _EDGES))

    def _fit(self, width: int) -> None:
        metrics = self.field.fontMetrics()
        flags = int(Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap)
        text = self.field.toPlainText()
        needed = metrics.boundingRect(0, 0, width, 100_000, flags, text).height() + metrics.height() // 2
        self.field.setFixedHeight(min(_HEIGHT, needed))
