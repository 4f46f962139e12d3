"""The form of one script, generated from its model."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from gui.scripts.base import FieldSpec, ScriptModel, same
from gui.scripts.mapping import can_map
from gui.scripts.problems import problems_of
from gui.scripts.spec import fields_of
from gui.views.compose.fields import (
    CheckField,
    ComboField,
    DecimalField,
    FieldWidget,
    LineField,
    NumberField,
    SegmentField,
)
from gui.views.compose.files_field import FilesField
from gui.views.compose.form_content import FormContent
from gui.views.compose.line_fields import CaptionsField, LinesField
from gui.views.compose.path_field import PathField
from gui.views.compose.rows import Row, RowGrid
from gui.views.compose.text_field import ProseField
from gui.views.compose.words import problem_text, said

_WIDGETS: dict[str, type[FieldWidget]] = {
    "segment": SegmentField,
    "combo": ComboField,
    "number": NumberField,
    "decimal": DecimalField,
    "check": CheckField,
    "line": LineField,
    "secret": LineField,
    "text": ProseField,
    "lines": LinesField,
    "captions": CaptionsField,
    "files": FilesField,
    "file": PathField,
    "folder": PathField,
}
# A number is complete after each key, so what is wrong with it is told at once.
_TOLD_AT_ONCE = frozenset({"number", "decimal", "segment", "combo", "check"})


class ScriptForm(RowGrid):
    """Edits a ``script_config``. A field's fault is told once it was left, or sending was tried."""

    changed = Signal()

    def __init__(self, model: type[ScriptModel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._specs = {spec.name: spec for spec in fields_of(model)}
        self._fields: dict[str, FieldWidget] = {}
        self._rows: dict[str, Row] = {}
        self._headings: dict[str, QLabel] = {}
        self._touched: set[str] = set()
        self._marks: dict[str, str] = {}
        self._problems: dict[str, str] = {}
        self._config: dict[str, Any] = {}
        self._checked: dict[str, Any] | None = None
        self._wrong: dict[str, str] = {}
        self.content: FormContent | None = None
        """What is dealt out among the targets; None where all get the same."""
        for spec in self._specs.values():
            self._add(spec)
        if can_map(model):
            self.content = FormContent(self, self._fields)
            self.content.changed.connect(self.changed)
        self.refresh()

    @property
    def model(self) -> type[ScriptModel]:
        """The model behind the form."""
        return self._model

    def config(self) -> dict[str, Any]:
        """Return the values of the fields in sight, shaped as ``script_config``."""
        config: dict[str, Any] = {}
        for name, field in self._fields.items():
            if not self._rows[name].shown:
                continue
            parent, _, child = name.rpartition(".")
            (config.setdefault(parent, {}) if parent else config)[child] = field.value()
        return config

    def payload(self) -> dict[str, Any] | None:
        """Return what would be sent; None while something is wrong."""
        return None if self._problems else self._model.parse(self._config).payload()

    def payloads(self, targets: tuple[str, ...]) -> list[tuple[dict[str, Any], tuple[str, ...]]] | None:
        """Return every payload with the targets that get it; None while something is wrong."""
        self.set_targets(targets)
        self.refresh()
        payload = self.payload()
        if payload is None:
            return None
        if self.content is None or not self.content.per_target:
            return [(payload, targets)]
        return [
            (self._model.parse(config).payload(), mine) for config, mine in self.content.configs(self._config)
        ]

    def set_targets(self, targets: tuple[str, ...], names: Mapping[str, str] | None = None) -> None:
        """Say for whom this is, and what they are called: some content may be for one of them alone."""
        if self.content is not None:
            self.content.set_targets(targets, names)

    def set_here(self, here: bool) -> None:
        """Say whether TikMatrix runs on this PC, so that its files can be looked at."""
        for field in self._fields.values():
            field.set_here(here)

    def warnings(self) -> tuple[str, ...]:
        """Return what is odd, though it can be sent: field by field, in whole sentences."""
        found = []
        for name, field in self._fields.items():
            if self._rows[name].shown:
                title = said(self._specs[name].title)
                found += [f"{title}: {warning}" for warning in field.warnings()]
        return (*found, *(self.content.warnings() if self.content is not None else ()))

    def state(self) -> dict[str, Any]:
        """Return what is beside :meth:`config`: how content is dealt out. Empty where nothing is."""
        return self.content.state() if self.content is not None else {}

    def set_state(self, state: Mapping[str, Any]) -> None:
        """Take what :meth:`state` returned; without it everybody gets the same."""
        if self.content is not None:
            self.content.set_state(state)
            self.refresh()

    def each(self, fan_out: str) -> int:
        """Return the tasks that one device or account gets: one, or one an item of that field."""
        if not fan_out:
            return 1
        items = self._config.get(fan_out, [])
        return len(items)

    def problems(self) -> dict[str, str]:
        """Return what is wrong, field name to sentence, told or not yet."""
        return dict(self._problems)

    def set_config(self, config: dict[str, Any]) -> None:
        """Fill the form; fields that the config does not name keep their value."""
        for name, field in self._fields.items():
            parent, _, child = name.rpartition(".")
            source = config.get(parent, {}) if parent else config
            if child in source:
                field.set_value(source[child])
        self.refresh()

    def refresh(self) -> None:
        """Show the fields that mean something, and what is wrong with those."""
        for name, spec in self._specs.items():
            self._rows[name].set_shown(self._means_something(spec))
        for section, heading in self._headings.items():
            heading.setVisible(
                any(self._rows[s.name].shown for s in self._specs.values() if s.section == section)
            )
        self._config = self.config()
        if self._config != self._checked:  # long lists are the same object as long as they stay as they are
            self._checked = self._config
            self._wrong = {p.field: problem_text(p) for p in problems_of(self._model, self._config)}
        uneven = self.content.refresh() if self.content is not None else {}
        self._problems = {**self._wrong, **uneven}
        for name, field in self._fields.items():
            at_once = name in self._touched or self._specs[name].widget in _TOLD_AT_ONCE
            text = self._marks.get(name) or (self._problems.get(name, "") if at_once else "")
            self._rows[name].tell(text)
            field.set_invalid(bool(text))

    def tell_all(self) -> None:
        """Tell everything that is wrong, also about fields that nobody touched."""
        self._touched.update(self._fields)
        self.refresh()

    def mark(self, name: str, text: str) -> bool:
        """Show what the server said about a field, until it is edited. False where there is no such field."""
        name = name.removeprefix("script_config.")
        if name not in self._fields or not self._rows[name].shown:
            return False
        self._marks[name] = text.removeprefix("script_config.").removeprefix(f"{name}: ")
        self.refresh()
        return True

    def clear_marks(self) -> None:
        """Forget what the server said."""
        self._marks.clear()
        self.refresh()

    def focus_first_problem(self) -> bool:
        """Put the cursor into the first field with something wrong. False when there is none."""
        for name, field in self._fields.items():
            if name in self._problems or name in self._marks:
                field.take_focus()
                return True
        return self.content is not None and self.content.focus_problem()

    def field(self, name: str) -> FieldWidget:
        """Return the field of a wire name. Raises KeyError."""
        return self._fields[name]

    def _add(self, spec: FieldSpec) -> None:
        if spec.section not in self._headings:
            self._headings[spec.section] = self.add_section(said(spec.section))
        field = _WIDGETS[spec.widget](spec, self)
        field.set_value(spec.default)
        self._fields[spec.name] = field
        self._rows[spec.name] = self.add_row(said(spec.title), field, spec.name, said(spec.description))
        self._rows[spec.name].label.setBuddy(field.editor)
        field.edited.connect(self._on_edited)
        field.left.connect(self._on_left)
        field.learned.connect(self.changed)

    def _means_something(self, spec: FieldSpec) -> bool:
        for other, allowed in spec.shown_when:
            if not self._rows[other].shown:
                return False
            value = self._fields[other].value()
            if not any(same(value, choice) for choice in allowed):
                return False
        return True

    def _on_edited(self) -> None:
        field = self.sender()
        if isinstance(field, FieldWidget):
            self._marks.pop(field.spec.name, None)
        self.changed.emit()

    def _on_left(self) -> None:
        field = self.sender()
        if isinstance(field, FieldWidget) and field.spec.name not in self._touched:
            self._touched.add(field.spec.name)
            self.refresh()
