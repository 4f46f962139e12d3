"""Fresh processes, their marks and their answers."""

import json
import os
import subprocess
import sys
import tempfile
import time
from types import TracebackType
from typing import Any, Self

_SETTLE_S = 0.5


class Child:
    """A Python module run as a program; what it prints are marks and answers."""

    def __init__(self, module: str, *arguments: str) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a second start never compiles
        self._began = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            env=environment,
        )
        self._marks: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.stdin.close()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()

    def mark(self, name: str) -> float:
        """Wait until it tells of this; return when that was, ms after the process was started."""
        while name not in self._marks:
            self._read()
        # one clock for all processes: perf_counter is the system's, not the process's
        return (self._marks[name] - self._began) * 1000

    def ask(self, question: str, **arguments: object) -> Any:
        """Have it measure something about itself; return what it answers. Raises RuntimeError."""
        self._process.stdin.write(json.dumps({"ask": question, **arguments}) + "\n")
        while (message := self._read()).keys().isdisjoint({"answer", "failed"}):
            pass
        if "failed" in message:
            raise RuntimeError(message["failed"])
        return message["answer"]

    def _read(self) -> dict[str, Any]:
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the measured process ended early")
        message: dict[str, Any] = json.loads(line)
        if "mark" in message:
            self._marks.setdefault(message["mark"], message["at"])
        return message


class PanelProcess(Child):
    """A fresh panel that follows a server, with an empty data folder."""

    def __init__(self, url: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="matrixdeck-bench-")
        super().__init__("tests.bench.child", "--url", url, "--data-dir", self._folder.name)

    def __exit__(self, *what: object) -> None:
        super().__exit__(*what)
        self._folder.cleanup()

    def settled(self) -> Self:
        """Wait for the complete picture, and for what follows it."""
        self.mark("complete")
        time.sleep(_SETTLE_S)
        return self


def bare_window(*arguments: str) -> Child:
    return Child("tests.bench.bare_window", *arguments)
