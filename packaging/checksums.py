"""Writes SHA256SUMS: ``python packaging/checksums.py [FOLDER]``; ``sha256sum -c SHA256SUMS`` checks it."""

import hashlib
import sys
from pathlib import Path

from freeze import ROOT, version

NAME = "SHA256SUMS"


def write(folder: Path) -> Path:
    """Write the sums of everything of this version in ``folder``; return the file."""
    lines = []
    for path in sorted(folder.glob(f"MatrixDeck-{version()}-*")):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    target = folder / NAME
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target


if __name__ == "__main__":
    print(
        write(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist").read_text(encoding="utf-8"), end=""
    )
