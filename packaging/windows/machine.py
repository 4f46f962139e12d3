"""What a Windows must be able to do for us: run programs, and show their files."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended."""

    code: int | None
    """Its exit status; None when it had to be killed because it took too long."""
    text: str
    """What it printed."""


class Windows(Protocol):
    """The Windows that this runs on, or wine."""

    is_real: bool

    def prefix(self, timeout_s: float) -> list[str]:
        """Return what the command line of a Windows program begins with here."""
        ...

    def run(self, *command: str, timeout_s: float) -> Ran:
        """Run a program to its end; kill what takes longer."""
        ...

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        """Start a program and return at once."""
        ...

    def seen(self, path: Path) -> str:
        """Return what Windows calls a file of ours."""
        ...

    def place(self, path: str) -> Path:
        """Return where a file of Windows lies for us."""
        ...


class Here:
    """The Windows that this runs on."""

    is_real = True

    def prefix(self, timeout_s: float) -> list[str]:  # noqa: ARG002 - who starts it watches the time
        """Return what a command line begins with: nothing."""
        return []

    def run(self, *command: str, timeout_s: float) -> Ran:
        """Run a program to its end; kill what takes longer."""
        nothing, pipe = subprocess.DEVNULL, subprocess.PIPE
        try:
            done = subprocess.run(
                command, stdin=nothing, stdout=pipe, stderr=subprocess.STDOUT, check=False, timeout=timeout_s
            )
        except subprocess.TimeoutExpired as error:
            return Ran(None, (error.stdout or b"").decode(errors="replace"))
        return Ran(done.returncode, done.stdout.decode(errors="replace"))

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        """Start a program and return at once."""
        nothing = subprocess.DEVNULL
        return subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing)

    def seen(self, path: Path) -> str:
        """Return what Windows calls a file of ours: the same."""
        return str(path)

    def place(self, path: str) -> Path:
        """Return where a file of Windows lies for us: there."""
        return Path(path)
