"""Makes Python environments of exactly the versions and hashes that are pinned, as the one that is frozen."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
CONSTRAINTS = FOLDER / "constraints.txt"


def make(folder: Path, constraints: Path = CONSTRAINTS) -> Path:
    """Install the pinned packages into ``folder``, unless they are there already; return its Python.

    Raises SystemExit with the installer's words when a hash differs or a package cannot be had.
    """
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    made_of = folder / "made-of.txt"
    wanted = f"{sys.version} {hashlib.sha256(constraints.read_bytes()).hexdigest()}"
    if made_of.exists() and made_of.read_text(encoding="utf-8") == wanted:
        return python
    shutil.rmtree(folder, ignore_errors=True)
    uv("venv", "--quiet", "--no-config", "--python", sys.executable, str(folder))
    uv("pip", "install", "--quiet", "--require-hashes", "--python", str(python), "-r", str(constraints))
    made_of.write_text(wanted, encoding="utf-8")
    return python


def uv(*arguments: str) -> None:
    """Run uv. Raises SystemExit with its words when it fails."""
    command = [os.environ.get("UV", "uv"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr[-3000:]}")
