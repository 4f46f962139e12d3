"""Fields for texts of several lines."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from gui.scripts.base import FieldSpec
from gui.views.compose.fields import FieldWidget
from gui.views.compose.import_words import refused_words
from gui.views.compose.inputs import TextInput
from gui.views.compose.labels import wrapped_label
from gui.views.compose.words import said

_LONG = 50_000
"""Characters from which on a text is not read anew with each key."""
_PAUSE_MS = 400


class TextField(FieldWidget):
    """Text of several lines. Of a long one nothing is worked out before the typing pauses."""

    HEIGHT = 76

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._text = TextInput(self.HEIGHT, self)
        self._text.setPlaceholderText(said(spec.placeholder))
        self._column.addWidget(self._text)
        self._adopt(self._text)
        self._read = -1, ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_settled)
        self._text.textChanged.connect(self._on_text)
        self._text.left.connect(self.left)

    def value(self) -> Any:  # noqa: ANN401 - a list in one heir
        """Return the text."""
        return self.text()

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - a list in one heir
        """Show a text."""
        self._text.setPlainText(value)

    def text(self) -> str:
        """Return the text as it stands; the same object as long as it does."""
        revision = self._text.document().revision()
        if revision != self._read[0]:
            self._read = revision, self._text.toPlainText()
        return self._read[1]

    def _settled(self) -> None:
        """Tell what there is to tell about a text that has changed."""

    def _on_text(self) -> None:
        if self._text.document().characterCount() > _LONG:
            self._pause.start()
        else:
            self._on_settled()

    def _on_settled(self) -> None:
        self._pause.stop()
        self._settled()
        self.edited.emit()


class ProseField(TextField):
    """A text of which nothing is counted."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._refusal = wrapped_label(self, f"refused.{spec.name}", "error")
        self._refusal.hide()
        self._add_narrow(self._refusal)
        self._text.refused.connect(self._on_refused)
        self._text.textChanged.connect(self._refusal.hide)

    def _on_refused(self, longest: int) -> None:
        self._refusal.setText(refused_words(longest))
        self._refusal.show()
