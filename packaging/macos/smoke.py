"""Uses the disk image as a user would: opens it, takes the program out, starts it, quits it, removes it."""

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from report import Report

from macos import signing
from macos.package import Built

COMMAND_S = 120
"""The longest that any command may take before it counts as hung."""


def run(built: Built, report: Report) -> None:
    """Try the image in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="a b 图 ") as name:
        folder = Path(name)
        app = folder / built.app.name
        with _opened(built.image, folder / "volume") as volume:
            report.check("links to Applications", (volume / "Applications").is_symlink())
            _run("ditto", str(volume / built.app.name), str(app))
        if built.notarised:
            signing.assess(built.image, report)
            signing.assess(app, report)
        program = app / "Contents" / "MacOS" / "MatrixDeck"
        _start(program, folder / "picture.png", report)
        _start_twice(program, folder / "data", report)
        shutil.rmtree(app)
        report.check("is removed", not app.exists())


@contextmanager
def _opened(image: Path, volume: Path) -> Iterator[Path]:
    """Mount an image; whatever happens, unmount it."""
    volume.mkdir()
    _run("hdiutil", "attach", "-nobrowse", "-readonly", "-mountpoint", str(volume), str(image))
    try:
        yield volume
    finally:
        _run("hdiutil", "detach", "-force", str(volume))


def _start(program: Path, picture: Path, report: Report) -> None:
    done = _try(program, "--demo", "--smoke-test", "--screenshot", str(picture))
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    ok = done.returncode == 0 and bool(lines) and bool(json.loads(lines[-1])["ok"])
    report.check("starts", ok, lines[-1] if lines else (done.stdout + done.stderr)[-800:])
    report.check("takes a picture", picture.exists())


def _start_twice(program: Path, data: Path, report: Report) -> None:
    """One panel for one data folder: the second start shows the first and ends; ``--quit`` ends the first."""
    own = ("--data-dir", str(data))
    first = subprocess.Popen([program, "--demo", *own], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        second = _second_start(program, own, data)
        report.check("a second start shows the first", second.returncode == 0, second.stderr[-800:])
        report.check("the first goes on", first.poll() is None)
        done = _try(program, *own, "--quit")
        report.check("quits when asked", done.returncode == 0, done.stderr[-800:])
        report.check("ends well", first.wait(COMMAND_S) == 0)
    finally:
        first.kill()
        first.wait()


def _second_start(program: Path, own: tuple[str, ...], data: Path) -> subprocess.CompletedProcess[str]:
    """Start once more as soon as the first has its lock."""
    until = time.monotonic() + COMMAND_S
    while not (data / "running.lock").exists() and time.monotonic() < until:
        time.sleep(0.1)
    return _try(program, *own)


def _try(program: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the program to its end; raises TimeoutExpired when it hangs."""
    return subprocess.run([program, *options], capture_output=True, text=True, check=False, timeout=COMMAND_S)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=COMMAND_S)
