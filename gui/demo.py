"""The demo's own Local API: the simulator as a child process that cannot outlive the panel."""

import json
import subprocess

from gui.desktop import own_program

STOP_S = 3.0


class DemoSimulator:
    """A running simulator on a free port with a fresh in-memory world.

    The child ends when its standard input does, so it also ends when the panel is killed.
    """

    def __init__(self, *arguments: str) -> None:
        """Start the child at once; it comes up while the panel builds its window. Raises OSError."""
        self._process = subprocess.Popen(  # noqa: S603 - our own program, fixed arguments
            [*own_program.command(), "simulator", "--port", "0", "--exit-with-stdin", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    @property
    def pid(self) -> int:
        """Process id of the child."""
        return self._process.pid

    def wait_until_ready(self) -> str:
        """Block until the child serves; return its address. Raises RuntimeError when it ended instead."""
        assert self._process.stdout is not None  # noqa: S101 - it was asked for above
        line = self._process.stdout.readline()
        try:
            return str(json.loads(line)["url"])
        except (ValueError, KeyError, TypeError):
            raise RuntimeError("The embedded simulator did not start.") from None

    def stop(self) -> None:
        """End the child and wait for it. May be called again."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(timeout=STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        # Only now: closing a pipe that another thread still reads from would wait for that thread.
        if self._process.stdout is not None:
            self._process.stdout.close()
