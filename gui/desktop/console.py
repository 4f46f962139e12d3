"""An output for words where Windows gives a windowed program none: no stream, not even one to nowhere."""

import os
import sys
from collections.abc import Collection
from typing import TextIO

from gui.desktop import windows_shell

SPEAKS = frozenset({"doctor", "simulator", "--version", "--help", "-h", "--quit", "--smoke-test"})
"""Arguments of a start that answers in words. The panel itself keeps away: it would end with the console."""


def provide(arguments: Collection[str]) -> None:
    """Open the streams that are missing: the console that the program was started from, else nowhere."""
    if (sys.stdout and sys.stderr) or SPEAKS.isdisjoint(arguments):
        return
    name = "CONOUT$" if windows_shell.attach_console() else os.devnull
    sys.stdout = sys.stdout or _open(name)
    sys.stderr = sys.stderr or _open(name)


def _open(name: str) -> TextIO:
    return open(name, "w", encoding="utf-8", errors="replace", buffering=1)
