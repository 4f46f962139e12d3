"""The log file: ids, statuses and times, rotated, and nothing secret even where a message carries it."""

import logging
import logging.handlers
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

FILE = "matrixdeck.log"
MAX_BYTES = 1_000_000
KEPT_FILES = 3
_SECRET = re.compile(
    r"""(?ix)
    \b sk-[a-z0-9_-]{8,}                                              # the usual shape of an API key
    | (?P<scheme> \b bearer\s+ ) [^\s"',}\\]+
    | (?P<name> (?:api[_-]?key|password|passwd|token|secret|authorization|cookie) \\*["']? \s*[:=]\s* )
      (?: (?: \w{1,12}\( | b )? (?P<quote> \\*["'] ) (?: (?!(?P=quote)). )* (?P<end> (?P=quote) | $ )
        | (?: (?:bearer|basic)\s+ )? [^\s"',}\\]+ )
    | (?P<address> :// ) [^/\s@"']{1,199} @                        # a name and password in an address
    | (?<! [\w.] ) [^\s"'“/@:]{1,64} : [^\s"'“/@]{1,99} (?= @ \w )    # and in one that was typed without http
    """
)


def redact(text: str) -> str:
    """Mask everything in a text that looks like a key, a password or a token."""
    return _SECRET.sub(_masked, text)


def _masked(found: re.Match[str]) -> str:
    if found["address"]:
        return "://***@"
    quote, end = found["quote"] or "", found["end"] or ""
    return f"{found['scheme'] or found['name'] or ''}{quote}***{end}"


class Redacting(logging.Formatter):
    """Formats a record, its traceback included, and masks what looks like a secret."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the masked text."""
        return redact(super().format(record))


class LogFile(logging.handlers.RotatingFileHandler):
    """The file. Where the disk takes nothing it says so once, and writes again as soon as there is room."""

    def __init__(self, folder: Path, tell: Callable[[str], None] | None) -> None:
        """``tell`` gets a sentence, in whatever thread had something to log. Nothing is opened yet."""
        super().__init__(
            folder / FILE, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
        )
        self.setFormatter(Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._tell = tell
        self._lost = 0
        self._why = ""

    def open(self) -> str:
        """Open it; return a sentence on why that is not possible, empty when it is."""
        try:
            self.stream = self._open()
        except OSError as error:
            self._tell = None  # who asks is told by the answer
            return f"The log cannot be written ({error})."
        return ""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, and behind a gap how much is missing."""
        lost = self._lost
        super().emit(record)
        if lost and self._lost == lost:
            self._lost = 0
            words = f"up to {lost} messages before this one are missing ({self._why})"
            super().emit(logging.LogRecord(__name__, logging.WARNING, __file__, 0, words, None, None))

    def handleError(self, record: logging.LogRecord) -> None:
        """Count what the disk did not take; a defect in a message is shown as logging does."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            super().handleError(record)
            return
        self._lost += 1
        self._why = str(error)
        tell, self._tell = self._tell, None
        if tell is not None:
            tell(f"The log cannot be written ({error}).")

    def doRollover(self) -> None:
        """Begin the next file; where somebody keeps hold of this one, go on in it."""
        try:
            super().doRollover()
        except OSError:
            self.stream = self.stream or self._open()

    def close(self) -> None:
        """Close it; what a full disk did not take is lost."""
        with suppress(OSError):
            super().close()

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()


def start(folder: Path, tell: Callable[[str], None] | None = None) -> str:
    """Log to ``folder``; return a sentence on why that is not possible now, empty when it is.

    ``tell`` gets such a sentence where it becomes impossible later, once and in any thread.
    """
    handler = LogFile(folder, tell)
    logger = logging.getLogger("gui")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return handler.open()


def stop() -> None:
    """Close what :func:`start` opened."""
    logger = logging.getLogger("gui")
    for handler in tuple(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
