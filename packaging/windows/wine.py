"""A Windows that lasts as long as a ``with``: wine in the kept Debian, in namespaces of its own.

What is written there goes to memory and is gone afterwards, save what lies in the project's build folders.
Every program in it ends with it, however stuck.
"""

import subprocess
import tempfile
from contextlib import ExitStack
from pathlib import Path, PureWindowsPath
from types import TracebackType
from typing import Self

from freeze import ROOT

from windows import debian
from windows.machine import Ran

FOREVER_S = 86_400
SURROUNDINGS = {
    "PATH": "/usr/lib/wine:/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscms=n;winemenubuilder.exe=d",
}
C_DRIVE = Path("root/.wine/drive_c")
# Mounts the kept system $1 under the empty folder $0, with the project $2 where it lies out here; ends with
# its input.
ROOM = """
set -e
mount -t tmpfs tmpfs "$0"
mkdir "$0/upper" "$0/work" "$0/root"
mount -t overlay overlay -o "lowerdir=$1,upperdir=$0/upper,workdir=$0/work" "$0/root"
mount -t proc proc "$0/root/proc"
mount --rbind /dev "$0/root/dev"
mount -t tmpfs tmpfs "$0/root/tmp"
mkdir -p "$0/root$2"
mount --bind "$2" "$0/root$2"
mount -o remount,ro,bind "$0/root$2"
for each in build dist; do mount --bind "$2/$each" "$0/root$2/$each"; done
echo ready
read end
"""


class Wine:
    """Runs Windows programs; the project is seen as part of drive Z."""

    is_real = False

    def __init__(self, system: Path) -> None:
        """``system``: the kept Debian."""
        self._system = system
        self._open = ExitStack()
        self._room: subprocess.Popen[str] | None = None
        self._root = Path()
        self._display = ""
        self._screen: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self._open.enter_context(debian.in_use(self._system))
        folder = self._open.enter_context(tempfile.TemporaryDirectory(prefix="matrixdeck-wine-"))
        for each in ("build", "dist"):
            (ROOT / each).mkdir(exist_ok=True)
        command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", ROOM]
        self._room = subprocess.Popen(
            [*command, folder, str(self._system), str(ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._open.callback(self._end)
        if self._room.stdout is None or self._room.stdout.readline() != "ready\n":
            self._open.close()
            raise debian.CannotMakeError("nothing may be mounted here, which takes a privileged container")
        self._root = Path(folder) / "root"
        self._display = self._start_display()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def prefix(self, timeout_s: float) -> list[str]:
        """Return what makes a command line out of a Windows one; whatever takes longer is killed."""
        return [*self._enter(timeout_s), "wine64"]

    def run(self, *command: str, timeout_s: float) -> Ran:
        """Run a program to its end; what it prints goes by a file: wine's servers hold a pipe."""
        with tempfile.TemporaryFile() as file:
            line = [*self.prefix(timeout_s), *command]
            quiet = subprocess.DEVNULL
            done = subprocess.run(line, stdin=quiet, stdout=file, stderr=subprocess.STDOUT, check=False)
            file.seek(0)
            text = file.read().decode(errors="replace")
        # what `timeout` says when it had to end the program, or even to kill it
        return Ran(None if done.returncode in {124, 137} else done.returncode, text)

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        """Start a program and return at once."""
        nothing = subprocess.DEVNULL
        return subprocess.Popen(
            [*self.prefix(FOREVER_S), *command], stdin=nothing, stdout=nothing, stderr=nothing
        )

    def seen(self, path: Path) -> str:
        """Return what Windows calls a file of the project."""
        return str(PureWindowsPath("Z:/") / path.as_posix().lstrip("/"))

    def place(self, path: str) -> Path:
        """Return where a file of drive C lies for us, as long as this lasts."""
        assert self._room is not None  # noqa: S101 - only inside the with
        inside = PureWindowsPath(path).relative_to("C:/")
        return Path(f"/proc/{self._room.pid}/root{self._root}") / C_DRIVE / inside.as_posix()

    def mount(self, path: str, options: str) -> None:
        """Mount a disk in memory on a folder of drive C, or change the one that is there."""
        assert self._room is not None  # noqa: S101 - only inside the with
        inside = PureWindowsPath(path).relative_to("C:/").as_posix()
        folder = str(self._root / C_DRIVE / inside)
        command = 'mkdir -p "$0" && mount -t tmpfs -o "$1" tmpfs "$0"'
        enter = ["nsenter", f"--mount=/proc/{self._room.pid}/ns/mnt", "sh", "-c", command]
        subprocess.run([*enter, folder, options], check=True)

    def _enter(self, timeout_s: float) -> list[str]:
        assert self._room is not None  # noqa: S101 - only inside the with
        own = f"/proc/{self._room.pid}/ns"
        enter = ["nsenter", f"--mount={own}/mnt", f"--pid={own}/pid_for_children", "chroot", str(self._root)]
        values = [f"{name}={value}" for name, value in (SURROUNDINGS | {"DISPLAY": self._display}).items()]
        return [*enter, "env", "-i", "-C", str(ROOT), *values, "timeout", "-k", "5", f"{timeout_s:g}"]

    def _start_display(self) -> str:
        """Start a screen to draw on; return its name."""
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
        quiet = subprocess.DEVNULL
        screen = subprocess.Popen(
            [*self._enter(FOREVER_S), *command], stdout=subprocess.PIPE, stderr=quiet, text=True
        )
        self._screen = screen
        assert screen.stdout is not None  # noqa: S101 - a pipe was asked for
        return f":{screen.stdout.readline().strip()}"

    def _end(self) -> None:
        """End everything in there: its first process goes, and with it all others."""
        for process in (self._room, self._screen):
            if process is not None:
                process.kill()
                process.wait()
