"""One widget for each widget hint of a script's fields."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.scripts.base import FieldSpec
from gui.views.compose.inputs import ComboInput, DecimalInput, LineInput, NumberInput
from gui.views.compose.segments import Segments
from gui.views.compose.words import said
from gui.views.look import restyle

WIDTH = 420
_NUMBER_WIDTH = 140
_COMBO_WIDTH = 240
_NO_LIMIT = 1_000_000


class FieldWidget(QWidget):
    """Holds one value of a form. The widget that is worked with is named ``field.<wire name>``."""

    edited = Signal()
    left = Signal()
    learned = Signal()
    """Something else is known about the value, which stays as it is."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.editor: QWidget = self
        self._note: QLabel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def value(self) -> Any:  # noqa: ANN401 - what the wire wants
        """Return the value as the wire wants it."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - what the wire sends
        """Show a value of the wire."""
        raise NotImplementedError

    def warnings(self) -> tuple[str, ...]:
        """Return what is odd about the value, though it can be sent."""
        return ()

    def set_here(self, here: bool) -> None:
        """Say whether TikMatrix runs on this PC."""

    def set_note(self, text: str) -> None:
        """Say something beneath the editor; empty for nothing."""
        if self._note is None:
            if not text:
                return
            self._note = QLabel(self)
            self._note.setObjectName(f"note.{self.spec.name}")
            self._note.setProperty("role", "caption")
            self._note.setWordWrap(True)
            self._column.addWidget(self._note)
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def set_invalid(self, invalid: bool) -> None:
        """Mark or unmark the editor."""
        restyle(self.editor, "invalid", "true" if invalid else "false")

    def take_focus(self) -> None:
        """Put the cursor here."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_narrow(self, widget: QWidget) -> None:
        """Put a widget under the editor, no wider than that."""
        widget.setMaximumWidth(WIDTH)
        # A column alone would work out its height for the whole width, and cut the wrapped words.
        row = QHBoxLayout()
        row.addWidget(widget, 1)
        row.addStretch(0)
        self._column.addLayout(row)

    def _adopt(self, editor: QWidget, width: int = WIDTH) -> None:
        self.editor = editor
        editor.setObjectName(f"field.{self.spec.name}")
        editor.setAccessibleName(said(self.spec.title))
        editor.setAccessibleDescription(said(self.spec.description))
        editor.setToolTip(said(self.spec.description))
        editor.setMaximumWidth(width)


class SegmentField(FieldWidget):
    """Few choices."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        choices = [(value, said(label)) for value, label in spec.choices]
        self._segments = Segments(f"field.{spec.name}", choices, self)
        self._column.addWidget(self._segments)
        self._adopt(self._segments, 16_777_215)
        self._segments.name_buttons(said(spec.title))
        self._segments.chosen.connect(self.edited)

    def value(self) -> Any:  # noqa: ANN401 - a choice
        """Return the chosen value."""
        return self._segments.value()

    def set_value(self, value: object) -> None:
        """Choose."""
        self._segments.set_value(value)

    def take_focus(self) -> None:
        """Put the focus on the chosen button."""
        self._segments.take_focus()


class ComboField(FieldWidget):
    """A choice among several."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._combo = ComboInput(self)
        for value, label in spec.choices:
            self._combo.addItem(said(label), value)
        self._column.addWidget(self._combo)
        self._adopt(self._combo, _COMBO_WIDTH)
        self._combo.currentIndexChanged.connect(self._on_changed)

    def value(self) -> Any:  # noqa: ANN401 - a choice
        """Return the chosen value."""
        return self._combo.currentData()

    def set_value(self, value: object) -> None:
        """Choose; a value that is not offered changes nothing."""
        index = self._combo.findData(value)
        if index >= 0:
            self._combo.setCurrentIndex(index)

    def _on_changed(self, _index: int) -> None:
        self.edited.emit()


class NumberField(FieldWidget):
    """A whole number within its bounds, with its unit."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._spin = NumberInput(self)
        self._spin.setRange(int(spec.minimum or 0), _NO_LIMIT if spec.maximum is None else int(spec.maximum))
        self._spin.setSuffix(f" {said(spec.unit)}" if spec.unit else "")
        self._column.addWidget(self._spin)
        self._adopt(self._spin, _NUMBER_WIDTH)
        self._spin.valueChanged.connect(self._on_changed)

    def value(self) -> int:
        """Return the number."""
        return self._spin.value()

    def set_value(self, value: int) -> None:
        """Show a number."""
        self._spin.setValue(value)

    def _on_changed(self, _value: int) -> None:
        self.edited.emit()


class DecimalField(FieldWidget):
    """A number within its bounds."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._spin = DecimalInput(self)
        self._spin.setRange(spec.minimum or 0, _NO_LIMIT if spec.maximum is None else spec.maximum)
        self._spin.setDecimals(2)
        self._spin.setSingleStep(0.1)
        self._column.addWidget(self._spin)
        self._adopt(self._spin, _NUMBER_WIDTH)
        self._spin.valueChanged.connect(self._on_changed)

    def value(self) -> float:
        """Return the number."""
        return self._spin.value()

    def set_value(self, value: float) -> None:
        """Show a number."""
        self._spin.setValue(value)

    def _on_changed(self, _value: float) -> None:
        self.edited.emit()


class CheckField(FieldWidget):
    """Yes or no; where the wire wants 0 or 1, that."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._box = QCheckBox(said(spec.description), self)
        self._column.addWidget(self._box)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._adopt(self._box)
        self._box.toggled.connect(self._on_changed)

    def value(self) -> bool | int:
        """Return whether it is checked."""
        return int(self._box.isChecked()) if self.spec.choices else self._box.isChecked()

    def set_value(self, value: bool | int) -> None:
        """Check or uncheck."""
        self._box.setChecked(bool(value))

    def _on_changed(self, _checked: bool) -> None:
        self.edited.emit()


class LineField(FieldWidget):
    """One line of text; a secret is shown as dots unless it is asked for."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._line = LineInput(self)
        self._line.setPlaceholderText(said(spec.placeholder))
        self._line.setClearButtonEnabled(False)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addWidget(self._line, 1)
        self._column.addLayout(self._row)
        self._adopt(self._line)
        if spec.secret:
            self._hide_secret()
        self._row.addStretch(0)
        self._line.textChanged.connect(self._on_changed)
        self._line.left.connect(self.left)

    def value(self) -> str:
        """Return the text."""
        return self._line.text()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self._line.setText(value)

    def _hide_secret(self) -> None:
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        show = QPushButton(self.tr("Show"), self)
        show.setObjectName(f"show.{self.spec.name}")
        show.setProperty("kind", "link")
        show.setCheckable(True)
        show.setAutoDefault(False)
        show.setAccessibleName(self.tr("Show the secret while this is pressed in"))
        show.setToolTip(show.accessibleName())
        show.toggled.connect(self._show_secret)
        self._row.addWidget(show)

    def _show_secret(self, shown: bool) -> None:
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _on_changed(self, _text: str) -> None:
        self.edited.emit()
