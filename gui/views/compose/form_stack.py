"""The forms, one a script, of which one is in sight."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.scripts.registry import REGISTRY, ScriptInfo
from gui.state.file_facts import is_here
from gui.state.host import Host
from gui.state.keys import KeyPlace
from gui.views.compose.form import ScriptForm
from gui.views.compose.form_keeper import FormKeeper, untouched
from gui.views.compose.outcome_notice import OutcomeNotice
from gui.views.compose.page_layout import PageLayout
from gui.views.compose.preset_bar import PresetBar


class FormStack(QObject):
    """Makes a form when its script is first chosen. What was typed into it stays."""

    changed = Signal()
    """Something in the form in sight."""

    def __init__(
        self, keeper: FormKeeper, presets: PresetBar, places: PageLayout, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._presets = presets
        self._places = places
        self._notice: OutcomeNotice = places.footer.notice
        self._forms: dict[str, ScriptForm] = {}
        self.info: ScriptInfo = next(iter(REGISTRY.values()))
        """The script in sight."""
        presets.chosen.connect(self.fill)
        presets.clear_wanted.connect(self.clear)

    def show(self, name: str) -> None:
        """Bring the form of a script into sight."""
        self._notice.leave()
        for form in self._forms.values():
            form.hide()
        self.info = REGISTRY[name]
        if name not in self._forms:
            self._add()
        form = self.form()
        form.show()
        self._presets.set_script(name)
        self._places.tell(self.info.title, self.info.description, empty=not form.config())

    def form(self) -> ScriptForm:
        """Return the form in sight."""
        return self._forms[self.info.name]

    def form_of(self, script: str) -> ScriptForm:
        """Return the form of a script that was in sight once."""
        return self._forms[script]

    def look_at(self, targets: tuple[str, ...], host: Host) -> None:
        """Let the form in sight know for whom it is, and where TikMatrix runs."""
        form, devices = self.form(), host.devices
        form.set_targets(targets, {serial: devices[serial].name for serial in targets if serial in devices})
        form.set_here(is_here(host.connection.url))
        form.refresh()

    def fill(self, config: Mapping[str, Any]) -> None:
        """Fill the form in sight; what the config does not name becomes as in an empty form."""
        self.clear()
        self._keeper.fill(self.info.name, config)
        self.changed.emit()

    def clear(self) -> None:
        """Empty the form in sight."""
        self.form().set_config(untouched(self.form()))
        self.form().set_state({})
        self._notice.hide()
        self.changed.emit()

    def key_places(self) -> tuple[KeyPlace, ...]:
        """Return where the keys are that the form in sight holds."""
        return self._keeper.key_places(self.info.name)

    def _add(self) -> None:
        assert self.info.model is not None  # noqa: S101 - those without one cannot be chosen
        form = ScriptForm(self.info.model)
        self._forms[self.info.name] = form
        if self._keeper.adopt(self.info.name, form):
            text = self.tr("What was typed here before is back.")
            self._notice.tell("info", text, self.tr("“Clear the form” in the preset menu begins anew."))
        form.changed.connect(self.changed)
        self._places.add_form(form)
