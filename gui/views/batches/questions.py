"""The questions about a batch. They stand beside the window's work: nothing waits for an answer."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.store.batch_records import Batch, BatchRequest, RequestState
from gui.views.batches.attention import evidence_lines
from gui.views.look import restyle
from gui.views.wording import sentences

_LINES = 6
_REASON = 300
"""Characters of an evidence or a reason that a question shows."""

translate = QCoreApplication.translate


class Questions(QObject):
    """One at a time; a new one takes the place of an old one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None
        self._then: Callable[[], None] | None = None

    def ask(self, title: str, text: str, more: str, verb: str, then: Callable[[], None]) -> None:
        """Ask; ``then`` is called where the answer is yes. It has to look at how things stand by then."""
        if self._box is not None:
            self._box.reject()
        self._then = then
        box = QMessageBox(self._window)
        box.setObjectName("confirm_box")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setInformativeText(more)
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        yes.setObjectName("confirm_box.yes")
        restyle(yes, "kind", "danger")
        no = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        no.setObjectName("confirm_box.no")
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        # The operator may look at the tasks while it stands.
        box.setWindowModality(Qt.WindowModality.NonModal)
        self._box = box
        box.accepted.connect(self._carry_out)
        box.finished.connect(self._closed)
        box.show()

    @Slot()
    def _carry_out(self) -> None:
        if self._then is not None:
            self._then()

    @Slot()
    def _closed(self) -> None:
        self._box, self._then = None, None


def unknown_with_evidence(batch: Batch) -> list[BatchRequest]:
    """Return the requests that may be sent again once the operator has seen what was found."""
    return [each for each in batch.requests if each.state == RequestState.UNKNOWN and each.evidence]


def unknown_words(batch: Batch) -> tuple[str, str]:
    """Return what is asked before unknown requests are sent again, with the evidence."""
    asked = unknown_with_evidence(batch)
    text = translate("Batches", "Send %n unknown request(s) again?", "", len(asked))
    warning = translate(
        "Batches", "What did arrive after all would be made twice. Look at the tasks first if in doubt."
    )
    return text, "\n".join((_named(batch), *_short(asked), warning))


def refused_words(batch: Batch) -> tuple[str, str]:
    """Return what is asked before refused requests are sent again, with the reasons."""
    states = {RequestState.REFUSED, RequestState.NOT_CREATED}
    asked = [each for each in batch.requests if each.state in states]
    text = translate("Batches", "Send %n refused request(s) again?", "", len(asked))
    return text, "\n".join((_named(batch), *_short(asked)))


def forget_words(batch: Batch) -> tuple[str, str]:
    """Return what is asked before a batch is forgotten."""
    unknown = batch.states[RequestState.UNKNOWN]
    waiting = batch.states[RequestState.WAITING] + batch.states[RequestState.CANCELLED]
    more = sentences(
        translate("Batches", "Its tasks stay as they are; what was asked for them is no longer known here."),
        translate("Batches", "%n request(s) will never be sent.", "", waiting) if waiting else "",
        translate("Batches", "The fate of %n request(s) will never be known.", "", unknown)
        if unknown
        else "",
    )
    return translate("Batches", "Forget this batch?"), "\n".join((_named(batch), more))


def _named(batch: Batch) -> str:
    return translate("Batches", "Batch: {name}").format(name=batch.name)


def _short(requests: list[BatchRequest]) -> list[str]:
    lines = evidence_lines(requests, _LINES)
    return [line if len(line) <= _REASON else line[: _REASON - 1] + "…" for line in lines]
