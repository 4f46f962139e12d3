"""The part of a post's form that gives targets content of their own."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from gui.scripts.mapping import CAPTION, FILES, Deal, configs
from gui.views.compose.fields import FieldWidget
from gui.views.compose.files_field import FilesField
from gui.views.compose.line_fields import CaptionsField
from gui.views.compose.mapping_editor import MappingEditor
from gui.views.compose.rows import RowGrid

_IMAGES = 1
NAME = "mapping"
"""Under which its problem stands among those of the fields."""


class FormContent(QObject):
    """Joins the fields for files and captions to the editor that deals them out."""

    changed = Signal()

    def __init__(self, form: RowGrid, fields: Mapping[str, FieldWidget]) -> None:
        super().__init__(form)
        files, captions = fields[FILES], fields[CAPTION]
        assert isinstance(files, FilesField)  # noqa: S101 - the hints of the model say so
        assert isinstance(captions, CaptionsField)  # noqa: S101
        self._files, self._captions = files, captions
        self._kind, self._images = fields["content_type"], fields["image_count"]
        self.editor = MappingEditor(form)
        form.add_section(self.tr("Each target gets"))
        form.add_row(self.tr("Files"), self.editor.files, "mapping.files")
        form.add_row(self.tr("Captions"), self.editor.captions, "mapping.captions")
        self._split = form.add_row(self.tr("Captions are"), self.editor.split, "mapping.split")
        self._table = form.add_row(self.tr("Who gets what"), self.editor.view, NAME)
        self.editor.changed.connect(self.changed)

    @property
    def per_target(self) -> bool:
        """Whether targets may get different things."""
        return self.editor.rules.per_target

    def set_targets(self, targets: tuple[str, ...], names: Mapping[str, str] | None) -> None:
        """Say for whom this is."""
        self.editor.set_targets(targets, names)

    def configs(self, config: Mapping[str, Any]) -> list[tuple[dict[str, Any], tuple[str, ...]]]:
        """Return one config for each distinct content, with its targets."""
        return configs(config, self.editor.assignment)

    def refresh(self) -> dict[str, str]:
        """Take what stands in the fields, and return what is wrong: at most one sentence."""
        rules = self.editor.rules
        self._split.set_shown(rules.captions is not Deal.SAME)
        self._table.set_shown(rules.per_target)
        self._captions.set_split(None if rules.captions is Deal.SAME else rules.split)
        images = self._kind.value() == _IMAGES
        self._files.set_images(images)
        each = self._images.value() if images else 1
        self.editor.set_content(self._files.value(), self._captions.text(), each)
        self._files.set_more(self.editor.hand_files())
        problem = self.editor.problem()
        self._table.tell(problem)
        return {NAME: problem} if problem else {}

    def warnings(self) -> tuple[str, ...]:
        """Return what is odd about who gets what."""
        return self.editor.warnings()

    def state(self) -> dict[str, Any]:
        """Return how content is dealt out."""
        return {NAME: self.editor.state()}

    def set_state(self, state: Mapping[str, Any]) -> None:
        """Take what :meth:`state` returned."""
        mine = state.get(NAME)
        self.editor.set_state(mine if isinstance(mine, Mapping) else {})

    def focus_problem(self) -> bool:
        """Put the focus on the table where something is wrong with it."""
        if self.editor.problem():
            self.editor.view.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False
