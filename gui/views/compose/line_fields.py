"""Fields that hold lists, one item a line, and fields that hold paths."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from gui.scripts.base import FieldSpec
from gui.scripts.targets import clean
from gui.views.compose.fields import WIDTH, FieldWidget, LineField, TextField
from gui.views.compose.words import said


class LinesField(TextField):
    """One item a line, counted; a list or a text on the wire, as the model says."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._count = QLabel(self)
        self._count.setObjectName(f"count.{spec.name}")
        self._count.setProperty("role", "caption")
        self._foot = QWidget(self)
        self._foot.setMaximumWidth(WIDTH)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._count)
        row.addStretch(1)
        self._column.addWidget(self._foot)
        self._text.textChanged.connect(self._recount)
        self._recount()

    def lines(self) -> list[str]:
        """Return the items, blank ones dropped."""
        return clean(self._text.toPlainText().splitlines())

    def value(self) -> list[str] | str:
        """Return the items as the wire wants them."""
        lines = self.lines()
        return lines if self.spec.is_list else "\n".join(lines)

    def set_value(self, value: list[str] | str) -> None:
        """Show items."""
        self._text.setPlainText(value if isinstance(value, str) else "\n".join(value))

    def _recount(self) -> None:
        lines = self.lines()
        repeated = len(lines) - len(set(lines))
        words = self.tr("%n line(s)", "", len(lines))
        if repeated:
            words += " · " + self.tr("%n repeated", "", repeated)
        self._count.setText(words)


class FilesField(LinesField):
    """Paths of files, one a line, typed or chosen."""

    HEIGHT = 60

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        button = _choose_button(self, self.tr("Choose…"), self.tr("Choose files"))
        button.clicked.connect(self._choose)
        foot = self._foot.layout()
        if foot is not None:
            foot.addWidget(button)

    def _recount(self) -> None:
        count = len(self.lines())
        self._count.setText(self.tr("%n file(s)", "", count) if count else "")

    def _choose(self) -> None:
        dialog = _dialog(self, self.tr("Choose files"), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Videos and images (*.mp4 *.mov *.jpg *.jpeg *.png *.webp)"), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(self._add)
        dialog.open()

    def _add(self, paths: list[str]) -> None:
        known = self.lines()
        self.set_value([*known, *(path for path in paths if path not in known)])


class PathField(LineField):
    """The path of one file or folder, typed or chosen."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        title = self.tr("Choose a folder") if spec.widget == "folder" else self.tr("Choose a file")
        button = _choose_button(self, self.tr("Choose…"), title)
        button.clicked.connect(self._choose)
        self._row.insertWidget(1, button)
        self._line.setMaximumWidth(WIDTH - 72)

    def _choose(self) -> None:
        folder = self.spec.widget == "folder"
        mode = QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile
        dialog = _dialog(self, said(self.spec.title), mode)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, folder)
        dialog.fileSelected.connect(self.set_value)
        dialog.open()


def _choose_button(field: FieldWidget, text: str, name: str) -> QPushButton:
    button = QPushButton(text, field)
    button.setObjectName(f"choose.{field.spec.name}")
    button.setProperty("kind", "link")
    button.setAutoDefault(False)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def _dialog(parent: QWidget, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    return dialog
