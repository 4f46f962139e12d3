"""Small text files of the operator's own choice, read and written in a thread."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.state.worker import Worker

MAX_BYTES = 20_000_000
_PATIENCE_S = 2.0


class TextFiles(QObject):
    """UTF-8 in, UTF-8 out."""

    read_done = Signal(str)
    """The text."""
    written = Signal(str)
    """The path."""
    failed = Signal(str)
    """What the system says."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("files")

    def read(self, path: str) -> None:
        """Read a file; its end is told by a signal."""
        self._worker.do(lambda: self._read(Path(path)))

    def write(self, path: str, text: str) -> None:
        """Write a file; its end is told by a signal."""
        self._worker.do(lambda: self._write(Path(path), text))

    def close(self) -> None:
        """Finish what is being written."""
        self._worker.close(_PATIENCE_S)

    def _read(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                text = file.read(MAX_BYTES).decode("utf-8-sig")
        except (OSError, ValueError) as error:
            self.failed.emit(str(error))
        else:
            self.read_done.emit(text)

    def _write(self, path: Path, text: str) -> None:
        temporary = path.with_name(path.name + ".new")
        try:
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(path)
        except (OSError, ValueError) as error:
            self.failed.emit(str(error))
        else:
            self.written.emit(str(path))
