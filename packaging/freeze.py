"""Makes the folder with the program and everything that it needs, by PyInstaller."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from report import Report, megabytes

ROOT = Path(__file__).parent.parent
SPEC = ROOT / "packaging" / "matrixdeck.spec"


def version() -> str:
    """Return the version of the program: its one source is ``gui/__init__.py``."""
    text = (ROOT / "gui" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"', text, re.MULTILINE)
    if found is None:
        raise SystemExit("gui/__init__.py names no version")
    return found[1]


def freeze(folder: Path, report: Report) -> Path:
    """Build into ``folder``; return the program's own folder in it."""
    shutil.rmtree(folder, ignore_errors=True)
    log = folder / "pyinstaller.log"
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "PyInstaller", str(SPEC), "--noconfirm"]
    command += ["--distpath", str(folder), "--workpath", str(folder / "work")]
    with log.open("w", encoding="utf-8") as file:
        done = subprocess.run(command, cwd=ROOT, stdout=file, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise SystemExit(log.read_text(encoding="utf-8")[-3000:])
    program = folder / "MatrixDeck"
    left_out = folder / "work" / "left-out.txt"
    names = left_out.read_text(encoding="utf-8").split() if left_out.exists() else []
    report.say(f"left out {len(names)} files of Qt and of the system, among them: {', '.join(names[:8])}")
    report.say(f"frozen   {megabytes(program):.1f} MB in {program.relative_to(ROOT)}")
    return program
