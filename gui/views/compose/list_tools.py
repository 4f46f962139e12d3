"""What stands under an editor of lists: how long the list is, tidying it up, and taking lines from a file."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.state.importing import Imported, Importer, ImportProblem
from gui.views.compose.import_words import imported_words, problem_words, refused_words
from gui.views.compose.inputs import TextInput
from gui.views.compose.labels import file_dialog, link_button, wrapped_label
from gui.views.look import restyle


class ListTools(QWidget):
    """Serves one editor. The lines of a file are put behind what is there; nothing that is there is lost."""

    tidy_wanted = Signal()

    def __init__(
        self, name: str, editor: TextInput, headings: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """``headings``: what the column is called that is wanted of a table."""
        super().__init__(parent)
        self.gap = "\n"
        """What parts one item from the next."""
        self._editor = editor
        self._headings = headings
        self._count = QLabel(self)
        self._count.setObjectName(f"count.{name}")
        self._count.setProperty("role", "caption")
        self._count.setWordWrap(True)
        self._tidy = link_button(self, f"tidy.{name}", self.tr("Remove repeats and blanks"))
        self._tidy.clicked.connect(self.tidy_wanted)
        words = self.tr("Take lines from a text, CSV or Excel file")
        self._import = link_button(self, f"import.{name}", self.tr("Import…"), words)
        self._import.clicked.connect(self._choose)
        self._note = wrapped_label(self, f"note.{name}", "caption")
        self._note.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._count, 1)
        row.addWidget(self._tidy)
        row.addWidget(self._import)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._note)
        self.importer = Importer(self)
        self.importer.lines_read.connect(self._take)
        self.importer.failed.connect(self._tell_problem)
        self.importer.busy_changed.connect(self._on_busy)
        editor.takes_files = True
        editor.files_given.connect(self.read)
        editor.refused.connect(self._tell_refused)
        editor.textChanged.connect(self._note.hide)

    def show_counts(self, words: str, *, untidy: bool) -> None:
        """Say how long the list is, and offer to tidy it up."""
        self._count.setText(words)
        self._tidy.setVisible(untidy)

    def read(self, paths: Sequence[str]) -> None:
        """Take the lines of files."""
        for path in paths:
            self.importer.read(path, self._headings)

    def _choose(self) -> None:
        dialog = file_dialog(self, self.tr("Import lines"), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Lists (*.txt *.csv *.tsv *.xlsx)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(self.read)
        dialog.open()

    def _take(self, read: Imported) -> None:
        # In a list of lines a line break within a cell would make two items of one.
        lines = [" ".join(line.split("\n")) for line in read.lines] if self.gap == "\n" else read.lines
        if self._editor.append_parts(lines, self.gap):
            self._tell(imported_words(read), "caption")

    def _tell_problem(self, problem: ImportProblem) -> None:
        self._tell(problem_words(problem), "error")

    def _tell_refused(self, longest: int) -> None:
        self._tell(refused_words(longest), "error")

    def _on_busy(self, busy: bool) -> None:
        self._import.setEnabled(not busy)
        if busy:
            self._tell(self.tr("Reading the file…"), "caption")

    def _tell(self, words: str, role: str) -> None:
        restyle(self._note, "role", role)
        self._note.setText(words)
        self._note.show()
