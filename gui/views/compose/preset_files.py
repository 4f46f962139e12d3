"""Presets on their way to another panel: written to a file, and read from one."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.state.desk import Desk, NotPresets


class PresetFiles(QObject):
    """Asks for the file; the disk is left to the desk."""

    taken = Signal()
    """There are more presets now."""
    told = Signal(str, str)
    """Tone and sentence."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent
        self._text = ""
        desk.files.read_done.connect(self.take)
        desk.files.written.connect(self._on_written)
        desk.files.failed.connect(self._on_failed)

    def ask_export(self, script: str, names: Sequence[str], title: str) -> None:
        """Ask where to, then write these presets of a script."""
        self._text = self._desk.presets.export_json(script, names)
        dialog = self._dialog(self.tr("Export presets"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile("".join(sign if sign.isalnum() else "-" for sign in title) + ".json")
        dialog.fileSelected.connect(self._export)
        dialog.open()

    def ask_import(self) -> None:
        """Ask which file, then take what is in it."""
        dialog = self._dialog(self.tr("Import presets"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._desk.files.read)
        dialog.open()

    def take(self, text: str) -> None:
        """Take presets from the text of a file."""
        try:
            taken = self._desk.presets.import_json(text)
        except NotPresets:
            self.told.emit("error", self.tr("This file holds no presets. Nothing was taken from it."))
            return
        names = ", ".join(f"{script}: {name}" for script, name in taken)
        self.told.emit("success", self.tr("Presets taken: {names}").replace("{names}", names))
        self.taken.emit()

    def _export(self, path: str) -> None:
        self._desk.files.write(path, self._text)

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._parent.window(), title)
        dialog.setObjectName("preset_file_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Presets (*.json)"), self.tr("All files (*)")])
        return dialog

    def _on_written(self, path: str) -> None:
        self.told.emit("success", self.tr("The presets are in {path}.").replace("{path}", path))

    def _on_failed(self, reason: str) -> None:
        text = self.tr("The file could not be read or written: {reason}")
        self.told.emit("error", text.replace("{reason}", reason))
