"""What the operator has to know about a batch: requests whose fate is unknown, and why it was paused."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.store.batch_records import Batch, BatchRequest, RequestState
from gui.views.batches import words
from gui.views.look import Look, restyle
from gui.views.marks import StatusMark
from gui.views.wording import number

_LINES = 3

translate = QCoreApplication.translate


class Attention(QFrame):
    """Hidden while there is nothing to know."""

    send_unknown_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch_attention")
        self.setProperty("role", "notice")
        self._mark = StatusMark(look)
        self.heading = _label("batch_attention.heading", "heading")
        self.lines = _label("batch_attention.lines", "muted")
        self.send = QPushButton(look.icon("mdi6.send-outline"), self.tr("Send again…"), self)
        self.send.setObjectName("button.attention.send_unknown")
        self.send.setAutoDefault(False)
        self.send.setAccessibleName(self.tr("Send the unknown requests again"))
        self.send.clicked.connect(self.send_unknown_wanted)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self.heading, 1)
        head.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.lines)
        self.hide()

    def show_batch(self, batch: Batch) -> None:
        """Show what has to be known of a batch."""
        unknown = [each for each in batch.requests if each.state == RequestState.UNKNOWN]
        paused = words.told(batch.why_paused) if batch.paused and batch.why_paused else ""
        self.setVisible(bool(unknown or paused))
        self.send.setVisible(bool(unknown))
        if unknown:
            restyle(self, "tone", "warning")
            self._mark.show_mark("warning", "warning")
            text = self.tr("%n request(s) may or may not have arrived.", "", len(unknown))
            self._say(text, [*evidence_lines(unknown, _LINES), *([paused] if paused else [])])
            self._enable_sending(unknown)
        elif paused:
            restyle(self, "tone", "warning")
            self._mark.show_mark("waiting", "warning")
            self._say(self.tr("Sending is paused."), [paused])

    def _enable_sending(self, unknown: list[BatchRequest]) -> None:
        looked = [each for each in unknown if each.evidence]
        self.send.setEnabled(bool(looked))
        tip = self.tr("Shows what was found, and asks first: what did arrive would be made twice")
        why = self.tr("Nobody has looked through the tasks for them yet.")
        self.send.setToolTip(tip if looked else f"{tip}\n{why}")

    def _say(self, heading: str, lines: list[str]) -> None:
        self.heading.setText(heading)
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(lines))
        self.setAccessibleName(heading)


def evidence_lines(requests: list[BatchRequest], most: int) -> list[str]:
    """Return what is known of some requests, one a line, and how many more there are."""
    lines = []
    for request in requests[:most]:
        text = translate("Batches", "No. {number}: {note}")
        lines.append(text.format(number=number(request.number), note=words.note(request)))
    if len(requests) > most:
        lines.append(translate("Batches", "and %n more", "", len(requests) - most))
    return lines


def _label(name: str, role: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
