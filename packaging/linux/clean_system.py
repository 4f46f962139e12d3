"""A Debian with nothing in it but what a package asks for, in a folder of its own."""

import shlex
import shutil
import subprocess
from pathlib import Path

RELEASE = "bookworm"
COMMAND_S = 300
"""The longest that anything in there may take before it counts as hung."""
MAKE_S = 900
"""The longest that making it may take."""
TOOLS = ("mmdebstrap", "chroot", "unshare")
_INCLUDED = "xvfb,xauth,fonts-dejavu-core,xz-utils,mount"


class CleanSystem:
    """One root folder; every command runs in mounts of its own, which end with it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def make(self) -> str:
        """Download and unpack it; return why that was not possible, empty when it was."""
        make = ["mmdebstrap", "--quiet", "--variant=apt", f"--include={_INCLUDED}", RELEASE, str(self.root)]
        made = subprocess.run(make, capture_output=True, text=True, check=False, timeout=MAKE_S)
        if made.returncode:
            return made.stderr.strip()[-200:] or f"mmdebstrap ended with {made.returncode}"
        # apt in there reaches what it reaches out here
        shutil.copy("/etc/resolv.conf", self.root / "etc" / "resolv.conf")
        asked = subprocess.run(["apt-config", "dump", "Acquire"], capture_output=True, text=True, check=True)
        apt = self.root / "etc" / "apt" / "apt.conf.d" / "99outside"
        apt.write_text(asked.stdout, encoding="utf-8")
        return self.run("apt-get update -q").stderr.strip()[-200:]

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        """Run a shell command in there to its end; what hangs is ended, and its status is not 0."""
        return subprocess.run(
            self._entered(f"exec timeout -k 5 {COMMAND_S} sh -c {shlex.quote(command)}"),
            capture_output=True,
            text=True,
            check=False,
            timeout=COMMAND_S + 60,
        )

    def start(self, command: str) -> "subprocess.Popen[bytes]":
        """Start a shell command in there that is ended after the same time at the latest."""
        return subprocess.Popen(
            self._entered(f"exec timeout -k 5 {COMMAND_S} {command}"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _entered(self, command: str) -> list[str]:
        enter = 'mount -t proc proc "$0/proc" && exec chroot "$0" sh -c "$1"'
        return ["unshare", "-m", "sh", "-c", enter, str(self.root), command]
