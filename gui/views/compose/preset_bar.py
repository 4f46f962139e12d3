"""Filled forms under names: one is chosen, changed, saved, and taken to another panel as a file."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)

from gui.state.desk import Desk, NameTaken
from gui.views.compose.form_keeper import Config, FormKeeper
from gui.views.compose.inputs import ComboInput
from gui.views.compose.preset_files import PresetFiles


class PresetBar(QWidget):
    """The presets of the script in sight."""

    chosen = Signal(object)
    """A Config to fill the form with; marks stand in place of keys."""
    clear_wanted = Signal()
    told = Signal(str, str)
    """Tone and sentence: something did not work, or did out of sight."""

    def __init__(self, desk: Desk, keeper: FormKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeper = keeper
        self._files = PresetFiles(desk, self)
        self._script = ""
        self._names: dict[str, str] = {}
        """The chosen preset of each script."""
        self._pick = ComboInput(self)
        self._pick.setObjectName("preset_pick")
        self._pick.setAccessibleName(self.tr("Preset"))
        self._pick.setToolTip(self.tr("Fill the form from a preset"))
        self._pick.setSizeAdjustPolicy(ComboInput.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._pick.setMinimumContentsLength(9)
        self._pick.setMaximumWidth(220)
        self._pick.activated.connect(self._on_pick)
        self._changed = QLabel(self.tr("changed"), self)
        self._changed.setObjectName("preset_changed")
        self._changed.setProperty("role", "caption")
        self._changed.hide()
        self._save = QPushButton(self.tr("Save"), self)
        self._save.setObjectName("preset_save")
        self._save.setAutoDefault(False)
        self._save.setAccessibleName(self.tr("Save the form as a preset"))
        self._save.setToolTip(self._save.accessibleName())
        self._save.clicked.connect(self._on_save)
        self._more = QPushButton(self.tr("Preset"), self)
        self._more.setObjectName("preset_menu")
        self._more.setProperty("has_menu", "true")
        self._more.setAutoDefault(False)
        self._more.setAccessibleName(self.tr("What can be done with presets"))
        self._more.setMenu(self._build_menu())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._changed, self._pick, self._save, self._more):
            row.addWidget(widget)
        keeper.settled.connect(self._on_settled)
        self._files.told.connect(self.told)
        self._files.taken.connect(self._done)

    def set_script(self, script: str) -> None:
        """Show the presets of another script."""
        self._script = script
        self._show()

    def name(self) -> str:
        """Return the chosen preset; empty for none."""
        return self._names.get(self._script, "")

    def changed(self) -> bool:
        """Whether the form is not as its preset is any more."""
        name = self.name()
        return bool(name) and self._desk.presets.get(self._script, name) != self._keeper.config(self._script)

    # Building

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self._of_one: list[QAction] = []
        for name, text, do, of_one in (
            ("preset_save_as", self.tr("Save &as…"), self._ask_save_as, False),
            ("preset_rename", self.tr("&Rename…"), self._ask_rename, True),
            ("preset_duplicate", self.tr("D&uplicate"), self._duplicate, True),
            ("preset_delete", self.tr("&Delete…"), self._ask_delete, True),
            ("preset_export", self.tr("&Export…"), self._ask_export, True),
            ("preset_export_all", self.tr("Export a&ll of this script…"), self._ask_export_all, False),
            ("preset_import", self.tr("&Import…"), self._files.ask_import, False),
            ("form_clear", self.tr("&Clear the form"), self._clear, False),
            ("form_forget_keys", self.tr("&Forget the kept key"), self._forget_keys, False),
        ):
            action = QAction(text, self)
            action.setObjectName(name)
            action.triggered.connect(do)
            menu.addAction(action)
            if of_one:
                self._of_one.append(action)
        self._forget = menu.actions()[-1]
        menu.insertSeparator(menu.actions()[4])
        menu.insertSeparator(menu.actions()[8])
        return menu

    def _show(self) -> None:
        names = self._desk.presets.names(self._script)
        if self.name() not in names:
            self._names.pop(self._script, None)
        self._pick.clear()
        self._pick.addItem(self.tr("No preset"), "")
        for name in names:
            self._pick.addItem(name, name)
        self._pick.setCurrentIndex(self._pick.findData(self.name()))
        for action in self._of_one:
            action.setEnabled(bool(self.name()))
        self._forget.setVisible(self._keeper.has_keys(self._script))
        self._changed.setVisible(self.changed())
        self._save.setEnabled(not self.name() or self.changed())

    # What the operator does

    def _on_pick(self, index: int) -> None:
        self._names[self._script] = str(self._pick.itemData(index))
        if self.name():
            self.chosen.emit(self._desk.presets.get(self._script, self.name()))
        self._show()

    def _on_settled(self, script: str) -> None:
        if script == self._script and self.name():
            self._changed.setVisible(self.changed())
            self._save.setEnabled(self.changed())

    def _on_save(self) -> None:
        if self.name():
            self._write(self.name())
        else:
            self._ask_save_as()

    def _write(self, name: str) -> None:
        config: Config = self._keeper.config(self._script)
        try:
            self._desk.presets.save(self._script, name, config)
        except NameTaken:
            return
        self._names[self._script] = " ".join(name.split())
        self._done()

    def _ask_save_as(self) -> None:
        self._ask_name(self.tr("Save as preset"), self.name(), self._save_as)

    def _save_as(self, name: str) -> None:
        if self._desk.presets.has(self._script, name):
            self._tell_taken(name)
        else:
            self._write(name)

    def _ask_rename(self) -> None:
        self._ask_name(self.tr("Rename the preset"), self.name(), self._rename)

    def _rename(self, name: str) -> None:
        try:
            self._desk.presets.rename(self._script, self.name(), name)
        except NameTaken:
            self._tell_taken(name)
            return
        self._names[self._script] = " ".join(name.split())
        self._done()

    def _duplicate(self) -> None:
        self._names[self._script] = self._desk.presets.duplicate(self._script, self.name())
        self._done()

    def _ask_delete(self) -> None:
        box = QMessageBox(self.window())
        box.setObjectName("preset_delete_box")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Delete a preset"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Delete the preset {name}?").replace("{name}", self.name()))
        box.setInformativeText(self.tr("The form stays as it is. What was sent from it stays as well."))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.AcceptRole)
        delete.setProperty("kind", "danger")
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.accepted.connect(self._delete)
        box.open()

    def _delete(self) -> None:
        self._desk.presets.delete(self._script, self.name())
        self._done()

    def _ask_export(self) -> None:
        self._files.ask_export(self._script, (self.name(),), self.name())

    def _ask_export_all(self) -> None:
        self._files.ask_export(self._script, self._desk.presets.names(self._script), self._script)

    def _clear(self) -> None:
        self._names.pop(self._script, None)
        self.clear_wanted.emit()
        self._show()

    def _forget_keys(self) -> None:
        self._keeper.forget_keys(self._script)
        self.told.emit("info", self.tr("The key is forgotten, here and in the system's key store."))

    # Asking and telling

    def _ask_name(self, title: str, name: str, take: Callable[[str], None]) -> None:
        dialog = QInputDialog(self.window())
        dialog.setObjectName("preset_name_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(take)
        dialog.open()

    def _tell_taken(self, name: str) -> None:
        if name.strip():
            template = self.tr("There is a preset of the name {name} already. Nothing was saved.")
            self.told.emit("warning", template.replace("{name}", name))

    def _tell_problem(self) -> None:
        if self._desk.presets.problem:
            self.told.emit("error", self._desk.presets.problem)

    def _done(self) -> None:
        self._show()
        self._tell_problem()
