"""What is typed into the forms: kept as drafts, its keys in the key ring, and put back from there."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.scripts.secrets import secret_names, take_out, without_marks
from gui.scripts.spec import fields_of
from gui.state.desk import Desk
from gui.state.keys import KeyPlace
from gui.views.compose.form import ScriptForm

Config = dict[str, Any]


class FormKeeper(QObject):
    """Of all forms of a page, by script."""

    settled = Signal(str)
    """A script whose form has been changed and then left alone for a moment."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms: dict[str, ScriptForm] = {}
        self._missing: set[str] = set()
        """Names of keys that a form is waiting for."""
        desk.keys.changed.connect(self._on_key)

    def adopt(self, script: str, form: ScriptForm) -> bool:
        """Keep what is typed into a form from now on; return whether it was filled with what was left."""
        self._forms[script] = form
        draft = self._desk.drafts.load(script)
        if draft:
            self.fill(script, draft)
        self._show_keys(script)
        form.changed.connect(self._on_changed)
        return bool(draft)

    def fill(self, script: str, config: Mapping[str, Any]) -> None:
        """Fill a form; keys come from the key ring as soon as it has answered."""
        form = self._forms[script]
        form.set_config(without_marks(config))
        form.set_state(config)
        for name in secret_names(config):
            self._missing.add(name)
            self._desk.keys.ask(name)
            self._fill_key(name)

    def config(self, script: str) -> Config:
        """Return what was typed, also out of sight, with marks in place of keys; these are kept."""
        config, secrets = take_out(script, typed(self._forms[script]))
        for name, secret in secrets.items():
            self._desk.keys.put(name, secret)
        return config

    def key_places(self, script: str) -> tuple[KeyPlace, ...]:
        """Return where the keys are that are typed into a form and in sight."""
        _, secrets = take_out(script, self._forms[script].config())
        return tuple(self._desk.keys.place(name) for name in secrets)

    def forget_keys(self, script: str) -> None:
        """Drop the keys of a form, here and in the key store."""
        form = self._forms[script]
        for spec in fields_of(form.model):
            if spec.secret:
                self._missing.discard(f"{script}.{spec.name}")
                self._desk.keys.forget(f"{script}.{spec.name}")
                form.field(spec.name).set_value("")
        self.keep(script)

    def has_keys(self, script: str) -> bool:
        """Whether a form has fields for keys."""
        return any(spec.secret for spec in fields_of(self._forms[script].model))

    def keep(self, script: str) -> None:
        """Write the draft of a form a moment from now."""
        self._desk.drafts.touch(script, lambda: self._settle(script))

    def _settle(self, script: str) -> Config:
        config = self.config(script)
        self._show_keys(script)
        self.settled.emit(script)
        return config

    def _on_changed(self) -> None:
        for script, form in self._forms.items():
            if form is self.sender():
                self.keep(script)

    def _on_key(self, name: str) -> None:
        self._fill_key(name)
        script = name.partition(".")[0]
        if script in self._forms:
            self._show_keys(script)

    def _fill_key(self, name: str) -> None:
        """Put a key into its field, unless another was typed there meanwhile."""
        secret = self._desk.keys.get(name)
        script, _, field = name.partition(".")
        form = self._forms.get(script)
        if not secret or form is None or name not in self._missing:
            return
        self._missing.discard(name)
        if not form.field(field).value():
            form.field(field).set_value(secret)

    def _show_keys(self, script: str) -> None:
        form = self._forms[script]
        for spec in fields_of(form.model):
            if spec.secret:
                field = form.field(spec.name)
                field.set_note(self._key_words(f"{script}.{spec.name}", typed=bool(field.value())))

    def _key_words(self, name: str, *, typed: bool) -> str:
        place = self._desk.keys.place(name)
        if place is KeyPlace.STORE:
            return self.tr("Kept in the system's key store.") if typed else ""
        if place is KeyPlace.MEMORY:
            return self.tr("Not kept: no key store here, it is forgotten when the panel closes.")
        if name in self._missing and not typed:
            return self.tr("The key was not kept. Type it again.")
        return ""


def typed(form: ScriptForm) -> Config:
    """Return the values of all fields, also of those out of sight, and how content is dealt out."""
    config: Config = form.state()
    for spec in fields_of(form.model):
        parent, _, child = spec.name.rpartition(".")
        (config.setdefault(parent, {}) if parent else config)[child] = form.field(spec.name).value()
    return config


def untouched(form: ScriptForm) -> Config:
    """Return the values that an empty form has."""
    config: Config = {}
    for spec in fields_of(form.model):
        parent, _, child = spec.name.rpartition(".")
        (config.setdefault(parent, {}) if parent else config)[child] = spec.default
    return config
