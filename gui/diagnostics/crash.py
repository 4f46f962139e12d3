"""What nobody caught: the end of the process goes into a file of its own, an exception into log and window.

Imported before the first window: what formats a traceback is loaded when there is one.
"""

import faulthandler
import logging
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio
    from sys import UnraisableHookArgs

logger = logging.getLogger(__name__)

FILE = "crash.log"
KEPT = 5
"""How many crashes are kept under their dates."""
READ_CHARACTERS = 100_000
TOLD_LINES = 8
"""Of a crash, to a reader; the file has all of it."""

Kind = type[BaseException]


class CrashLog:
    """The file that a dying process still writes to. It is empty as long as nothing has happened."""

    def __init__(self, folder: Path | None) -> None:
        """Open it in a folder of logs and keep aside what is in it; without a folder there is none.

        One that cannot be opened is no reason not to start: the log beside it cannot be opened either, and
        says so.
        """
        self.previous = ""
        """The gist of what the last run wrote when it crashed, secrets masked; empty where it did not."""
        self._file: IO[str] | None = None
        self._written: BaseException | None = None
        if folder is None:
            return
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / FILE
            self.previous = _keep_aside(path)
            # Appending: where it could not be kept aside, it stays.
            self._file = path.open("a", encoding="utf-8", errors="backslashreplace")
            faulthandler.enable(self._file)
        sys.excepthook = self._take

    def write(self, error: BaseException) -> None:
        """Write the exception that ends the program, once."""
        if self._written is not error and not isinstance(error, KeyboardInterrupt):
            self._written = error
            import traceback  # noqa: PLC0415 - see above

            self.write_text("".join(traceback.format_exception(error)))

    def write_text(self, text: str) -> None:
        """Write the last words of the program."""
        if self._file is not None:
            from gui.logs import redact  # noqa: PLC0415 - see above

            with suppress(OSError):  # nobody is left to be told
                self._file.write(redact(text))
                self._file.flush()

    def survived(self) -> None:
        """Drop what was written: the program has come to its end in order.

        Windows' own exceptions are written also where somebody handles them. What happens after this, while
        Python takes itself apart, still counts.
        """
        if self._file is not None:
            with suppress(OSError):
                self._file.truncate(0)

    def _take(self, kind: Kind, error: BaseException, traceback: TracebackType | None) -> None:
        self.write(error)
        sys.__excepthook__(kind, error, traceback)


def _keep_aside(path: Path) -> str:
    """Give what a crash has left a name with its date; return the gist of it. Raises OSError."""
    from_when = path.stat().st_mtime if path.exists() else 0.0
    if not from_when or not path.stat().st_size:
        return ""
    from gui.logs import redact  # noqa: PLC0415 - see above

    with path.open(encoding="utf-8", errors="replace") as file:
        text = redact(file.read(READ_CHARACTERS))
    date = time.strftime("%Y%m%d-%H%M%S", time.localtime(from_when))
    free, count = path.with_name(f"crash-{date}.log"), 1
    while free.exists():
        count += 1
        free = path.with_name(f"crash-{date}-{count}.log")
    with suppress(OSError):
        path.replace(free)
        for old in sorted(path.parent.glob("crash-*.log"))[:-KEPT]:
            old.unlink()
    lines = text.strip().splitlines()
    # Python says at the end what went wrong, a native crash at the beginning.
    return "\n".join(lines[-TOLD_LINES:] if text.startswith("Traceback") else lines[:TOLD_LINES])


class Tally:
    """Counts what happens again and again, to say it seldom."""

    MOST = 1000
    """Different things; a program that has met more of them begins anew."""

    def __init__(self) -> None:
        self._counts: dict[object, int] = {}

    def count(self, what: object) -> int:
        """Count a thing; return how often it has happened where that is 1, 10, 100 and so on, else 0."""
        if len(self._counts) >= self.MOST:
            self._counts.clear()
        count = self._counts[what] = self._counts.get(what, 0) + 1
        return count if str(count).strip("0") == "1" else 0


class Failures:
    """Catches, in every thread, what nobody else did: the first of its kind is told, all are logged."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """``tell`` gets what happened and where, secrets masked, in the thread in which it happened."""
        self._tell = tell
        self._tally = Tally()
        self._before: tuple[Any, Any, Any] | None = None

    def install(self, loop: "asyncio.AbstractEventLoop") -> None:
        """Begin to catch."""
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._uncaught
        threading.excepthook = self._ended_a_thread
        sys.unraisablehook = self._unraisable
        loop.set_exception_handler(self._in_the_loop)

    def remove(self) -> None:
        """Give the hooks back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._before = None

    def take(self, what: str, error: BaseException) -> None:
        """Log a failure, and tell it if there was none like it."""
        place = _place(error)
        times = self._tally.count((type(error), place))
        if times == 1:
            from gui.logs import redact  # noqa: PLC0415 - see above

            logger.error("%s", what, exc_info=error)
            self._tell(redact(f"{type(error).__name__}: {error} ({place})"))
        elif times:
            logger.error("%s, for the %dth time: %s (%s)", what, times, type(error).__name__, place)

    def _uncaught(self, _kind: Kind, error: BaseException, _traceback: TracebackType | None) -> None:
        self.take("unexpected error", error)

    def _ended_a_thread(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None and not isinstance(failed.exc_value, SystemExit):
            name = failed.thread.name if failed.thread is not None else "?"
            self.take(f"an error in the thread {name}", failed.exc_value)

    def _unraisable(self, failed: "UnraisableHookArgs") -> None:
        """Log what went wrong where nobody can be told, such as in a destructor; no work was lost by it."""
        error = failed.exc_value
        if error is not None and (times := self._tally.count((type(error), _place(error)))):
            what = f"{failed.err_msg or 'Exception ignored in'} {type(failed.object).__name__}"
            logger.error("%s, for the %dth time", what, times, exc_info=error)

    def _in_the_loop(self, _loop: "asyncio.AbstractEventLoop", context: dict[str, Any]) -> None:
        what = str(context.get("message", "the event loop failed"))
        error = context.get("exception")
        if error is not None:
            self.take(what, error)
        elif self._tally.count(what):
            logger.error("%s", what)


def _place(error: BaseException) -> str:
    """Return file and line in which an exception was raised."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    if step is None:
        return "?"
    return f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}"
