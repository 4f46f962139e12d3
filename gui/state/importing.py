"""Reading the operator's files without holding up the window."""

import weakref
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.state.worker import Worker
from gui.store.imports import Imported, ImportFault, ImportProblem, read_lines

__all__ = ["ImportFault", "ImportProblem", "Imported", "Importer"]


class Importer(QObject):
    """Reads one file after the other in a thread. What comes of each is told in the owner's thread."""

    lines_read = Signal(object)
    """An Imported."""
    failed = Signal(object)
    """An ImportProblem."""
    busy_changed = Signal(bool)

    _read = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("import")
        weakref.finalize(self, self._worker.close, 0)
        self._waiting = 0
        self._read.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether a file is being read, or waits for it."""
        return self._waiting > 0

    def read(self, path: str, wanted: Sequence[str] = ()) -> None:
        """Read a list out of a file; of a table, a column with one of the ``wanted`` headings first."""
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        self._worker.do(lambda: self._look(Path(path), tuple(wanted)))

    def _look(self, path: Path, wanted: tuple[str, ...]) -> None:
        """In the thread."""
        result: Imported | ImportProblem
        try:
            result = read_lines(path, wanted)
        except ImportProblem as problem:
            result = problem
        except MemoryError:
            result = ImportProblem(ImportFault.TOO_LARGE, path)
        try:
            self._read.emit(result)
        except RuntimeError:
            return  # nobody is left who waits for it

    def _take(self, result: Imported | ImportProblem) -> None:
        self._waiting -= 1
        if not self._waiting:
            self.busy_changed.emit(False)
        if isinstance(result, Imported):
            self.lines_read.emit(result)
        else:
            self.failed.emit(result)
