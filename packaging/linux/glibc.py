"""Finds out which glibc a frozen program needs: that of the system that built it may be newer than Qt's."""

import re
from pathlib import Path

ELF = b"\x7fELF"
NEEDED = re.compile(rb"\0GLIBC_2\.(\d+)(?=\0)")
"""A symbol's version, as it stands in an ELF file's table of names."""


def needed(folder: Path) -> str:
    """Return the oldest glibc that everything in a folder runs with, as "2.34"."""
    newest = 0
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            data = path.read_bytes()
            if data.startswith(ELF):
                newest = max(newest, *map(int, NEEDED.findall(data)), 0)
    return f"2.{newest}"
