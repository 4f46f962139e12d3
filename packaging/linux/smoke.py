"""Installs the .deb in a clean Debian, starts the program there with and without a screen, and removes it."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from report import Report

from linux.package import Built

RELEASE = "bookworm"
COMMAND_S = 300
"""The longest that anything in the clean system may take before it counts as hung."""
NEEDED = ("desktop-file-validate", "appstreamcli", "lintian", "mmdebstrap", "chroot", "unshare")
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
PICTURE = Path("tmp") / "a b 图.png"
STARTS = {
    "starts without a screen": "QT_QPA_PLATFORM=offscreen matrixdeck",
    "starts under X11": "xvfb-run -a -s '-screen 0 1440x900x24' matrixdeck",
}


def run(built: Built, report: Report) -> None:
    """Check the package's files, then use it as a user would."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        report.skipped("the package in a clean Debian", f"not installed here: {', '.join(missing)}")
        return
    _validate(built, report)
    with tempfile.TemporaryDirectory(prefix="matrixdeck-debian-") as folder:
        _use(built, Path(folder) / "root", report)


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


def _use(built: Built, root: Path, report: Report) -> None:
    make = ["mmdebstrap", "--quiet", "--variant=apt", "--include=xvfb,xauth,fonts-dejavu-core"]
    made = subprocess.run([*make, RELEASE, str(root)], capture_output=True, text=True, check=False)
    if made.returncode:
        report.skipped("the package in a clean Debian", made.stderr.strip().splitlines()[-1][:200])
        return
    _give_network(root)
    shutil.copy(built.deb, root / "tmp" / "matrixdeck.deb")
    install = "apt-get install -y -q --no-install-recommends /tmp/matrixdeck.deb"
    done = _inside(root, f"apt-get update -q && {install}")
    report.check("installs", done.returncode == 0, done.stdout[-800:] if done.returncode else "")
    for name, start in STARTS.items():
        options = f"--demo --smoke-test --screenshot '/{PICTURE}'"
        done = _inside(root, f"cd /tmp && HOME=/tmp LANG=C.UTF-8 {start} {options}")
        lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
        ok = done.returncode == 0 and bool(lines) and bool(json.loads(lines[-1])["ok"])
        report.check(name, ok, lines[-1] if lines else (done.stdout + done.stderr)[-800:])
    report.check("takes a picture", (root / PICTURE).exists())
    done = _inside(root, "apt-get purge -y -q matrixdeck")
    places = (root / "opt" / "matrixdeck", root / "usr" / "bin" / "matrixdeck")
    left = [str(place) for place in places if place.is_symlink() or place.exists()]
    report.check("is removed", done.returncode == 0 and not left, ", ".join(left))


def _give_network(root: Path) -> None:
    """Let apt in there reach what it reaches out here."""
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    asked = subprocess.run(["apt-config", "dump", "Acquire"], capture_output=True, text=True, check=True)
    (root / "etc" / "apt" / "apt.conf.d" / "99outside").write_text(asked.stdout, encoding="utf-8")


def _inside(root: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the clean system; what hangs is ended and counts as failed."""
    enter = f'mount -t proc proc {root}/proc; exec chroot {root} timeout {COMMAND_S} sh -c "$0"'
    wrapped = ["unshare", "-m", "sh", "-c", enter, command]
    return subprocess.run(wrapped, capture_output=True, text=True, check=False, timeout=COMMAND_S + 60)
