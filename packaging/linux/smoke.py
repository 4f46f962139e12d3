"""Installs the .deb in a clean Debian, uses the program there as its owner would, and removes it."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from shlex import quote

from report import Report

from linux.clean_system import TOOLS, CleanSystem
from linux.package import Built

NEEDED = ("desktop-file-validate", "appstreamcli", "lintian", *TOOLS)
# A program that brings its own Python and Qt to /opt is meant to break these rules of Debian's own packages.
NOT_OURS = (
    "dir-or-file-in-opt",
    "embedded-library",
    "custom-library-search-path",
    "library-not-linked-against-libc",
    "unstripped-binary-or-object",
    "no-changelog",
    "changelog-file-missing-in-native-package",
    "copyright-without-copyright-notice",
)
APT = "apt-get install -y -q --no-install-recommends"
DEB = "/srv/matrixdeck.deb"
DATA = "/srv/a b 数据"
"""A folder as some operators have it: with a space and in Chinese."""
PICTURE = "/srv/a b 图.png"
OFFSCREEN = "HOME=/tmp LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen"
X11 = "HOME=/tmp LANG=C.UTF-8 xvfb-run -a -s '-screen 0 1440x900x24'"
FULL_MB = 150
"""Room for the installed program, and not for a second one beside it."""


def run(built: Built, report: Report) -> None:
    """Check the package's files, then install, start, update and remove it."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        report.skipped("the package in a clean Debian", f"not installed here: {', '.join(missing)}")
        return
    _validate(built, report)
    with tempfile.TemporaryDirectory(prefix="matrixdeck-debian-") as folder:
        system = CleanSystem(Path(folder) / "root")
        why_not = system.make()
        if why_not:
            report.skipped("the package in a clean Debian", why_not)
            return
        shutil.copy(built.deb, f"{system.root}{DEB}")
        shutil.copy(built.archive, f"{system.root}/srv/matrixdeck.tar.xz")
        _install_and_start(system, report)
        _use(system, report)
        _fill_the_disk(system, report)
        _remove(system, report)
        _unpack(system, report)


def _validate(built: Built, report: Report) -> None:
    share = built.tree / "usr" / "share"
    lintian = ["lintian", "--allow-root", "--fail-on", "error", "--display-level", ">=error"]
    for command in (
        ["desktop-file-validate", str(share / "applications" / "matrixdeck.desktop")],
        ["appstreamcli", "validate", "--no-net", *map(str, (share / "metainfo").glob("*.xml"))],
        [*lintian, "--suppress-tags", ",".join(NOT_OURS), str(built.deb)],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        ok = done.returncode == 0
        report.check(command[0], ok, "" if ok else (done.stdout + done.stderr)[-1500:])


def _install_and_start(system: CleanSystem, report: Report) -> None:
    done = system.run(f"{APT} {DEB}")
    words = (done.stdout + done.stderr)[-800:] if done.returncode else ""
    report.check("installs", done.returncode == 0, words)
    _smoke_test(system, "starts without a screen", f"{OFFSCREEN} matrixdeck", report)
    picture = f"--screenshot {quote(PICTURE)}"
    _smoke_test(system, "starts under X11", f"{X11} matrixdeck {picture}", report)
    report.check("takes a picture", Path(f"{system.root}{PICTURE}").exists())


def _smoke_test(system: CleanSystem, what: str, start: str, report: Report) -> None:
    done = system.run(f"cd /srv && {start} --demo --smoke-test")
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    ok = done.returncode == 0 and bool(lines) and bool(json.loads(lines[-1])["ok"])
    report.check(what, ok, lines[-1] if lines else (done.stdout + done.stderr)[-800:])


def _use(system: CleanSystem, report: Report) -> None:
    """One panel stays open while it is started again, updated over and at last asked to close."""
    again = f"{OFFSCREEN} matrixdeck --demo --data-dir {quote(DATA)}"
    panel = system.start(f"env {X11} matrixdeck --demo --data-dir {quote(DATA)}")
    lock = f"{DATA}/running.lock"
    started = system.run(f"timeout 60 sh -c 'until [ -e \"$0\" ]; do sleep 0.2; done' {quote(lock)}")
    second = system.run(again)
    found = started.returncode == 0 and second.returncode == 0 and panel.poll() is None
    report.check("a second start finds the first", found, "" if found else second.stderr[-300:])
    done = system.run(f"{APT} --reinstall {DEB}")
    second = system.run(again)
    survived = done.returncode == 0 and second.returncode == 0 and panel.poll() is None
    report.check(
        "is updated under a running panel, which goes on", survived, "" if survived else second.stderr[-300:]
    )
    closed = system.run(f"{again} --quit")
    ended = closed.returncode == 0 and panel.wait() == 0
    report.check("closes when it is asked to", ended, "" if ended else closed.stderr[-300:])


def _fill_the_disk(system: CleanSystem, report: Report) -> None:
    """Update where there is no room for it: the old program stays whole."""
    fill = f"cp -a /opt/matrixdeck /srv/old && mount -t tmpfs -o size={FULL_MB}m tmpfs /opt"
    update = f"cp -a /srv/old /opt/matrixdeck && ! {APT} --reinstall {DEB}"
    done = system.run(f"{fill} && {update} && {OFFSCREEN} matrixdeck --demo --smoke-test")
    whole = done.returncode == 0 and '"ok": true' in done.stdout
    report.check("a full disk leaves the old program whole", whole, "" if whole else done.stderr[-300:])
    done = system.run(f"{APT} --reinstall {DEB}")
    words = done.stderr[-300:] if done.returncode else ""
    report.check("is updated once there is room again", done.returncode == 0, words)


def _remove(system: CleanSystem, report: Report) -> None:
    done = system.run("apt-get purge -y -q matrixdeck")
    root = system.root
    places = (root / "opt" / "matrixdeck", root / "usr" / "bin" / "matrixdeck")
    left = [str(place) for place in places if place.is_symlink() or place.exists()]
    report.check("is removed", done.returncode == 0 and not left, ", ".join(left))
    report.check("the user's data stay", Path(f"{root}{DATA}/settings.json").exists())


def _unpack(system: CleanSystem, report: Report) -> None:
    """Use the archive as somebody without rights, in a folder that cannot be written."""
    folder = "/srv/程序 a b"
    unpacked = f"mkdir {quote(folder)} && tar -C {quote(folder)} -xf /srv/matrixdeck.tar.xz"
    done = system.run(f"{unpacked} && chmod -R a-w,a+rX {quote(folder)}")
    report.check("the archive unpacks", done.returncode == 0, done.stderr[-300:])
    nobody = f"env {OFFSCREEN} setpriv --reuid=65534 --regid=65534 --clear-groups"
    _smoke_test(
        system, "runs from a read-only folder", f"{nobody} {quote(folder + '/MatrixDeck/matrixdeck')}", report
    )
