"""Makes the installer: on Windows for users, on Linux under wine to try that it can be made."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import contents
import environment
import start_time
from freeze import FREEZE_S, ROOT, freeze, version
from report import Report, megabytes

from windows import debian, inno, interpreter, resources, signing
from windows.machine import Here, Windows
from windows.wine import Wine

HERE = Path(__file__).parent
BUILD = ROOT / "build" / "windows"
COMPILE_S = 600
ROOM_MB = 15
"""What an installation takes beside its files: the uninstaller, and room to breathe."""


@dataclass(frozen=True, slots=True)
class Built:
    """What was made."""

    folder: Path
    setup: Path


def build(report: Report) -> Built | None:
    """Freeze, sign and pack; return None where that cannot be tried, which is no success."""
    BUILD.mkdir(parents=True, exist_ok=True)
    try:
        with machine(report) as windows:
            return _build(windows, report)
    except debian.CannotMakeError as error:
        report.skipped("the installer for Windows", str(error))
        return None


@contextmanager
def machine(report: Report) -> Iterator[Windows]:
    """Lend the Windows to build and to try on: this one, or wine. Raises CannotMakeError."""
    if sys.platform == "win32":
        yield Here()
        return
    with Wine(debian.root(report)) as wine:
        yield wine


def name(*, real: bool) -> str:
    """Return what the build is called in dist/: nobody can take one for the other."""
    return f"MatrixDeck-{version()}-windows-x64" + ("" if real else "-VERIFICATION-ONLY-NOT-FOR-USERS")


def _build(windows: Windows, report: Report) -> Built:
    sign = signing.command(report)
    python, site_packages = _interpreter(windows, report)
    icon = resources.write_icon(ROOT / "resources" / "icons" / "matrixdeck.svg", BUILD)
    described = resources.version_text(version(), verification=not windows.is_real)
    (BUILD / resources.VERSION).write_text(described, encoding="utf-8")
    folder = freeze(BUILD, python, report, windows.prefix(FREEZE_S))
    bill = ROOT / "dist" / f"{name(real=windows.is_real)}.cdx.json"
    contents.write(folder, site_packages, bill, report)
    if sign:
        signing.sign(folder / "MatrixDeck.exe", sign, report)
    report.measure("onedir_mb", megabytes(folder))
    if windows.is_real:
        start_time.measure(folder / "MatrixDeck.exe", python, ROOT, report)
    else:
        report.say("start    not measured: under wine most of it is wine's own")
    setup = _pack(windows, folder, icon, sign)
    report.measure("package_mb", megabytes(setup))
    report.say(f"made     {setup.relative_to(ROOT)}")
    return Built(folder, setup)


def _interpreter(windows: Windows, report: Report) -> tuple[Path, Path]:
    """Return the Python to freeze and where its packages lie."""
    if windows.is_real:
        python = environment.make(BUILD / "environment")
        report.say(f"interpreter: {sys.version}, {sys.base_prefix}")
        return python, BUILD / "environment" / interpreter.SITE_PACKAGES
    report.say("FOR VERIFICATION ONLY, NOT FOR USERS: made under wine. What users get is made on Windows.")
    report.say(f"interpreter: {interpreter.WORDS}")
    python = interpreter.make(BUILD / "python")
    return python, python.parent / interpreter.SITE_PACKAGES


def _pack(windows: Windows, folder: Path, icon: Path, sign: list[str]) -> Path:
    """Compile the installer. Raises SystemExit with the compiler's words."""
    dist = ROOT / "dist"
    dist.mkdir(exist_ok=True)
    setup = dist / f"{name(real=windows.is_real)}-setup.exe"
    setup.unlink(missing_ok=True)
    values = {
        "Version": version(),
        "FileVersion": ".".join(map(str, resources.four(version()))),
        "Program": windows.seen(folder),
        "Icon": windows.seen(icon),
        "Output": setup.stem,
        "Megabytes": str(round(megabytes(folder)) + ROOM_MB),
    }
    command = [str(inno.compiler(BUILD / "inno")), "/Qp", f"/O{windows.seen(dist)}"]
    command += [f"/D{key}={value}" for key, value in values.items()]
    if not windows.is_real:
        command.append("/DVerification")
    if sign:
        command += ["/DSigned", f"/Smatrixdeck={signing.for_inno(sign)}"]
    ran = windows.run(*command, windows.seen(HERE / "matrixdeck.iss"), timeout_s=COMPILE_S)
    if ran.code or not setup.exists():
        raise SystemExit(f"the installer could not be compiled ({ran.code}):\n{ran.text[-3000:]}")
    return setup
