"""The field for the path of one file or folder."""

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.scripts.base import FieldSpec
from gui.views.compose.fields import WIDTH, LineField
from gui.views.compose.labels import file_dialog, link_button
from gui.views.compose.words import said


class PathField(LineField):
    """The path of one file or folder, typed or chosen."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        title = self.tr("Choose a folder") if spec.widget == "folder" else self.tr("Choose a file")
        button = link_button(self, f"choose.{spec.name}", self.tr("Choose…"), title)
        button.clicked.connect(self._choose)
        self._row.insertWidget(1, button)
        self._line.setMaximumWidth(WIDTH - 72)

    def _choose(self) -> None:
        folder = self.spec.widget == "folder"
        mode = QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile
        dialog = file_dialog(self, said(self.spec.title), mode)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, folder)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, path: str) -> None:
        self.set_value(QDir.toNativeSeparators(path))
