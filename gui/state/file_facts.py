"""What is known of the files that are to be posted: whether they are there, how large, and of what kind.

Paths mean files on the TikMatrix PC: they can be looked at only where the panel runs on the same one.
"""

import stat
import weakref
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from gui.state.worker import Worker

_HEAD = 32


class FileKind(StrEnum):
    """What a file is, by its first bytes."""

    MP4 = "MP4"
    JPG = "JPG"
    PNG = "PNG"
    MOV = "MOV"
    WEBP = "WEBP"
    GIF = "GIF"
    AVI = "AVI"
    MKV = "MKV"
    OTHER = ""
    EMPTY = "empty"
    FOLDER = "folder"
    MISSING = "missing"
    NO_RIGHTS = "no rights"
    """It is there, or may be, and must not be read."""


TAKEN = frozenset({FileKind.MP4, FileKind.JPG, FileKind.PNG})
"""What TikMatrix takes for sure."""
IMAGES = frozenset({FileKind.JPG, FileKind.PNG, FileKind.WEBP, FileKind.GIF})
VIDEOS = frozenset({FileKind.MP4, FileKind.MOV, FileKind.AVI, FileKind.MKV})


@dataclass(frozen=True, slots=True)
class FileFact:
    """One file as it was when it was last looked at."""

    kind: FileKind
    size: int = 0
    """Bytes."""
    changed_at: float = 0.0
    """Unix time of the last change, s."""


def is_here(url: str) -> bool:
    """Whether the TikMatrix at this address runs on this PC, so that its files can be looked at."""
    host = urlsplit(url).hostname or ""
    if host.rstrip(".") == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def look_at(path: str) -> FileFact:
    """Look at one file. Waits for the disk."""
    try:
        facts = Path(path).stat()
        if stat.S_ISDIR(facts.st_mode):
            return FileFact(FileKind.FOLDER)
        if not stat.S_ISREG(facts.st_mode):
            return FileFact(FileKind.OTHER)
        if not facts.st_size:
            return FileFact(FileKind.EMPTY)
        with Path(path).open("rb") as file:
            kind = kind_of(file.read(_HEAD))
    except PermissionError:
        return FileFact(FileKind.NO_RIGHTS)
    except (OSError, ValueError):
        return FileFact(FileKind.MISSING)
    return FileFact(kind, facts.st_size, facts.st_mtime)


def kind_of(head: bytes) -> FileKind:
    """Return what a file is that begins so."""
    if head[4:8] == b"ftyp":
        return FileKind.MOV if head[8:12] == b"qt  " else FileKind.MP4
    if head.startswith(b"RIFF"):
        return {b"WEBP": FileKind.WEBP, b"AVI ": FileKind.AVI}.get(head[8:12], FileKind.OTHER)
    starts = {
        b"\xff\xd8\xff": FileKind.JPG,
        b"\x89PNG\r\n\x1a\n": FileKind.PNG,
        b"GIF8": FileKind.GIF,
        b"\x1aE\xdf\xa3": FileKind.MKV,
    }
    return next((kind for start, kind in starts.items() if head.startswith(start)), FileKind.OTHER)


class FileFacts(QObject):
    """Looks at files in a thread, each again whenever it is asked to."""

    changed = Signal()
    """Something is known that was not, or is different now."""

    _seen = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts: Mapping[str, FileFact] = {}
        self._worker = Worker("files")
        weakref.finalize(self, self._worker.close, 0)
        self._waiting = 0
        self._seen.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether files are being looked at."""
        return self._waiting > 0

    def look(self, paths: Iterable[str]) -> None:
        """Look at these files."""
        wanted = tuple(dict.fromkeys(paths))
        if wanted:
            self._waiting += 1
            self._worker.do(lambda: self._look(wanted))

    def _look(self, paths: tuple[str, ...]) -> None:
        """In the thread."""
        facts = {path: look_at(path) for path in paths}
        try:
            self._seen.emit(facts)
        except RuntimeError:
            return  # nobody is left who waits for it

    def _take(self, facts: dict[str, FileFact]) -> None:
        self._waiting -= 1
        if any(self.facts.get(path) != fact for path, fact in facts.items()):
            self.facts = {**self.facts, **facts}
            self.changed.emit()
