"""Installs the .deb in a clean Debian, starts the program there with and without a screen, and removes it."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from report import Report
from linux.package import Built

RELEASE = "bookworm"
START_S = 60
"""The longest a start may take before it counts as hung."""
TRIED = ("desktop-file-validate", "appstreamcli", "lintian", "mmdebstrap", "chroot")


def run(built: Built, report: Report) -> None:
    """Check the package's files, then use it as a user would."""
    missing = [name for name in TRIED if shutil.which(name) is None]
    if missing:
        report.skipped("the package in a clean Debian", f"not installed here: {', '.join(missing)}")
        return
    _validate(built, report)
    with tempfile.TemporaryDirectory(prefix="matrixdeck-chroot-") as folder:
        root = Path(folder) / "root"
        _use(built, root, report)


def _validate(built: Built, report: Report) -> None:
    share = built.tree / "usr" / "share"
    for command in (
        ["desktop-file-validate", str(share / "applications" / "matrixdeck.desktop")],
        ["appstreamcli", "validate", "--no-net", *map(str, (share / "metainfo").glob("*.xml"))],
        # A program that brings its own libraries to /opt is meant to break these rules.
        ["lintian", "--allow-root", "--fail-on", "error", "--display-level", ">=error", "--suppress-tags", SUPPRESSED]
        + [str(built.deb)],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        report.check(command[0], done.returncode == 0, "" if done.returncode == 0 else (done.stdout + done.stderr)[-1500:])


SUPPRESSED = ",".join(
    (
        "dir-or-file-in-opt",
        "embedded-library",
        "custom-library-search-path",
        "library-not-linked-against-libc",
        "unstripped-binary-or-object",
        "no-changelog",
        "changelog-file-missing-in-native-package",
        "copyright-without-copyright-notice",
    )
)


def _use(built: Built, root: Path, report: Report) -> None:
    made = subprocess.run(
        ["mmdebstrap", "--quiet", "--variant=apt", "--include=xvfb,xauth,fonts-dejavu-core", RELEASE, str(root)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        report.skipped("the package in a clean Debian", made.stderr.strip().splitlines()[-1][:200])
        return
    _give_network(root)
    shutil.copy(built.deb, root / "tmp" / "matrixdeck.deb")
    install = _inside(root, "apt-get update -q && apt-get install -y -q --no-install-recommends /tmp/matrixdeck.deb")
    report.check("installs", install.returncode == 0, install.stdout[-800:] if install.returncode else "")
    for name, start in (
        ("starts without a screen", "QT_QPA_PLATFORM=offscreen matrixdeck"),
        ("starts under X11", "xvfb-run -a -s '-screen 0 1440x900x24' matrixdeck"),
    ):
        command = f"cd /tmp && HOME=/tmp LANG=C.UTF-8 {start} --demo --smoke-test --screenshot '/tmp/a b 图.png'"
        done = _inside(root, command)
        lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
        ok = bool(lines) and bool(json.loads(lines[-1])["ok"])
        report.check(name, ok, lines[-1] if lines else (done.stdout + done.stderr)[-800:])
    report.check("takes a picture", (root / "tmp" / "a b 图.png").exists())
    remove = _inside(root, "apt-get purge -y -q matrixdeck")
    left = [str(path) for path in (root / "opt" / "matrixdeck", root / "usr" / "bin" / "matrixdeck") if path.is_symlink() or path.exists()]
    report.check("is removed", remove.returncode == 0 and not left, ", ".join(left))


def _give_network(root: Path) -> None:
    """Let apt in there reach what it reaches out here."""
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    asked = subprocess.run(["apt-config", "dump", "Acquire"], capture_output=True, text=True, check=True)
    (root / "etc" / "apt" / "apt.conf.d" / "99outside").write_text(asked.stdout, encoding="utf-8")


def _inside(root: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the clean system; what hangs is ended and counts as failed."""
    wrapped = f"mount -t proc proc {root}/proc; exec chroot {root} timeout {START_S * 5} sh -c \"$0\""
    return subprocess.run(
        ["unshare", "-m", "sh", "-c", wrapped, command], capture_output=True, text=True, check=False, timeout=START_S * 6
    )
