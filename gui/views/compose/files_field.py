"""The field for the files of a post."""

from collections.abc import Sequence

from PySide6.QtCore import QDir, QItemSelectionModel
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from gui.scripts.base import FieldSpec
from gui.scripts.targets import clean
from gui.state.file_facts import FileFacts
from gui.views.compose.fields import FieldWidget
from gui.views.compose.file_list import FileList
from gui.views.compose.file_rows import PICTURE, FilePainter, FileRows
from gui.views.compose.file_words import file_warnings, kind_warning
from gui.views.compose.inputs import LineInput
from gui.views.compose.labels import file_dialog, link_button, wrapped_label
from gui.views.compose.thumbnails import Thumbnails


class FilesField(FieldWidget):
    """Paths on the TikMatrix PC: dropped, chosen, pasted or typed. Looked at where that PC is this one."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._here = True
        self._more: list[str] = []
        self._images = False
        self._facts = FileFacts(self)
        self._thumbnails = Thumbnails(PICTURE, self)
        self._rows = FileRows(self._thumbnails, self)
        self._list = FileList(self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(FilePainter(self._list))
        self._list.placeholder = self.tr(
            "Drop videos or images here.\nWithout any, the source below is used."
        )
        self._column.addWidget(self._list)
        self._adopt(self._list)
        self._build()
        self._facts.changed.connect(self._on_facts)
        self._list.files_given.connect(self.add)
        self._list.remove_wanted.connect(self._remove)
        self._list.move_wanted.connect(self._move)
        self._list.focused.connect(self.look)
        self._list.selectionModel().selectionChanged.connect(self._show_tools)
        self._show()

    def value(self) -> list[str]:
        """Return the paths; the same list as long as nothing changes."""
        return self._rows.paths

    def set_value(self, value: Sequence[str] | str) -> None:
        """Show other files."""
        paths = clean(value.splitlines() if isinstance(value, str) else list(value))
        if paths != self._rows.paths:
            self._rows.set_paths(paths)
            self._show()
            self.look()
            self.edited.emit()

    def add(self, paths: Sequence[str]) -> None:
        """Put files behind those that are there; one that is there already is not taken twice."""
        native = [QDir.toNativeSeparators(path) for path in paths]
        self.set_value(list(dict.fromkeys([*self._rows.paths, *native])) if native else self._rows.paths)

    def set_here(self, here: bool) -> None:
        """Say whether TikMatrix runs on this PC."""
        if here != self._here:
            self._here = here
            self._away.setVisible(not here)
            self._choose.setVisible(here)
            self._on_facts()
            self.look()

    def look(self) -> None:
        """Look at the files again."""
        if self._here:
            self._facts.look([*self._rows.paths, *self._more])

    def set_more(self, paths: Sequence[str]) -> None:
        """Look at these as well, which are named elsewhere."""
        if paths != self._more:
            self._more = list(paths)
            self.look()

    def set_images(self, images: bool) -> None:
        """Say whether images are to be posted rather than a video."""
        self._images = images

    def warnings(self) -> tuple[str, ...]:
        """Return what is odd about the files."""
        if not self._here:
            return ()
        paths, facts = [*self._rows.paths, *self._more], self._facts.facts
        other = kind_warning(paths, facts, images=self._images)
        return (*file_warnings(paths, facts), *([other] if other else []))

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: files come and go while nobody is here."""
        super().showEvent(event)
        self.look()

    def _build(self) -> None:
        name = self.spec.name
        self._path = LineInput(self)
        self._path.setObjectName(f"path.{name}")
        self._path.setPlaceholderText(self.tr("or type a path and press Enter"))
        self._path.setAccessibleName(self.tr("Path to add"))
        self._path.returnPressed.connect(self._take_path)
        self._path.left.connect(self._take_path)
        self._choose = link_button(self, f"choose.{name}", self.tr("Choose…"), self.tr("Choose files"))
        self._choose.clicked.connect(self._open_dialog)
        self._count = QLabel(self)
        self._count.setObjectName(f"count.{name}")
        self._count.setProperty("role", "caption")
        self._up = link_button(self, f"up.{name}", self.tr("Up"), self.tr("Move up (Alt+Up)"))
        self._down = link_button(self, f"down.{name}", self.tr("Down"), self.tr("Move down (Alt+Down)"))
        self._drop = link_button(
            self, f"remove.{name}", self.tr("Remove"), self.tr("Remove from the list (Del)")
        )
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)
        self._drop.clicked.connect(self._remove)
        self._tools = QWidget(self)
        self._lay_out(QWidget(self), (self._path, self._choose))
        self._lay_out(self._tools, (self._count, None, self._up, self._down, self._drop))
        self._away = wrapped_label(self, f"away.{name}", "caption")
        self._away.setText(
            self.tr(
                "TikMatrix runs on another PC: these are paths there, which cannot be looked at from here."
            )
        )
        self._away.hide()
        self._add_narrow(self._away)

    def _lay_out(self, part: QWidget, widgets: Sequence[QWidget | None]) -> None:
        """Put widgets beside each other; None takes what room is left."""
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in widgets:
            if widget is None:
                row.addStretch(1)
            else:
                row.addWidget(widget)
        self._add_narrow(part)

    def _show(self) -> None:
        count = len(self._rows.paths)
        self._list.set_rows(count)
        self._count.setText(self.tr("%n file(s)", "", count) if count else "")
        self._show_tools()

    def _show_tools(self) -> None:
        self._tools.setVisible(bool(self._rows.paths))
        rows = self._list.selected_rows()
        self._drop.setEnabled(bool(rows))
        self._up.setEnabled(bool(rows) and rows[0] > 0)
        self._down.setEnabled(bool(rows) and rows[-1] < len(self._rows.paths) - 1)

    def _on_facts(self) -> None:
        self._rows.set_facts(self._facts.facts if self._here else {})
        self.learned.emit()

    def _take_path(self) -> None:
        text = self._path.text().strip().strip('"')
        if text:
            self._path.clear()
            self.add([text])

    def _open_dialog(self) -> None:
        dialog = file_dialog(self, self.tr("Choose files"), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Videos and images (*.mp4 *.jpg *.jpeg *.png)"), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(self.add)
        dialog.open()

    def _remove(self) -> None:
        rows = self._list.selected_rows()
        if rows:
            gone = set(rows)
            self.set_value([path for row, path in enumerate(self._rows.paths) if row not in gone])
            self._choose_rows([min(rows[0], len(self._rows.paths) - 1)])

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        rows = self._list.selected_rows()
        paths = list(self._rows.paths)
        if not rows or rows[0] + min(step, 0) < 0 or rows[-1] + max(step, 0) >= len(paths):
            return
        for row in rows if step < 0 else reversed(rows):
            paths.insert(row + step, paths.pop(row))
        self.set_value(paths)
        self._choose_rows([row + step for row in rows])

    def _choose_rows(self, rows: Sequence[int]) -> None:
        chosen = self._list.selectionModel()
        for row in rows:
            index = self._rows.index(row)
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)
        self._show_tools()
