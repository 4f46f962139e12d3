"""Makes the folder with the program and everything that it needs, by PyInstaller."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from report import Report

ROOT = Path(__file__).parent.parent
SPEC = ROOT / "packaging" / "matrixdeck.spec"
FREEZE_S = 600


def version() -> str:
    """Return the version of the program: its one source is ``gui/__init__.py``."""
    text = (ROOT / "gui" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"', text, re.MULTILINE)
    if found is None:
        raise SystemExit("gui/__init__.py names no version")
    return found[1]


def freeze(folder: Path, python: Path, report: Report, prefix: Sequence[str] = ()) -> Path:
    """Freeze what ``python``'s environment holds into ``folder``; return the program's own folder in it.

    ``prefix``: what a command line begins with where ``python`` is not of this system.
    """
    program, work = folder / "MatrixDeck", folder / "work"
    for old in (program, work):
        shutil.rmtree(old, ignore_errors=True)
    work.mkdir(parents=True)
    log = folder / "pyinstaller.log"
    command = [*prefix, str(python), "-m", "PyInstaller", str(SPEC), "--noconfirm"]
    command += ["--distpath", str(folder), "--workpath", str(work)]
    with log.open("w", encoding="utf-8") as file:
        done = subprocess.run(
            command, cwd=ROOT, stdout=file, stderr=subprocess.STDOUT, check=False, timeout=FREEZE_S
        )
    if done.returncode:
        raise SystemExit(log.read_text(encoding="utf-8")[-3000:])
    tell_left_out(work, report)
    return program


def tell_left_out(work: Path, report: Report) -> None:
    """Say what the spec left out of the program, the largest first."""
    lines = (work / "left-out.txt").read_text(encoding="utf-8").splitlines()
    sizes = [(int(size), name) for size, _, name in (line.partition(" ") for line in lines)]
    total = sum(size for size, _ in sizes) / 1_000_000
    largest = ", ".join(f"{Path(name).name} {size / 1_000_000:.1f}" for size, name in sizes[:6])
    report.say(f"left out {len(sizes)} files, {total:.0f} MB as they were; the largest: {largest}")
