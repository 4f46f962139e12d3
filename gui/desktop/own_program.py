"""The program under its running panel: how it is started, and whether it was replaced meanwhile."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import gui

AGAIN = -1
"""Exit status of a run that is to be started again."""


def command() -> list[str]:
    """Return what starts this program, without arguments."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "gui"]


def keep_libraries_to_itself() -> None:
    """Let a browser that this program opens load the system's libraries.

    A built program on Linux is started with its own before the system's. It has taken note of that by now.
    """
    if getattr(sys, "frozen", False) and os.environ.pop("LD_LIBRARY_PATH", None) is not None:
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
        if before:
            os.environ["LD_LIBRARY_PATH"] = before


def start_again(arguments: Sequence[str]) -> bool:
    """Start this program on its own with the arguments that it had, its window open; return whether it did.

    Everything that is needed is loaded already: the files of a replaced program may fit it no more.
    """
    from PySide6.QtCore import QProcess  # noqa: PLC0415 - the command line does not load Qt

    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # the new one is not a part of this one
    program, *rest = command()
    rest += [argument for argument in arguments if argument != "--minimized"]
    started = QProcess.startDetached(program, rest)
    return bool(started[0] if isinstance(started, tuple) else started)


class OwnProgram:
    """The file that this program was started from, as it was then."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or Path(sys.executable if getattr(sys, "frozen", False) else gui.__file__)
        self._mark = self._look()

    def replaced(self) -> bool:
        """Whether another file is there now. None at all does not count: an update may be under way."""
        mark = self._look()
        return mark is not None and mark != self._mark

    def _look(self) -> tuple[int, int, int] | None:
        try:
            facts = self._file.stat()
        except OSError:
            return None
        return facts.st_ino, facts.st_size, facts.st_mtime_ns
