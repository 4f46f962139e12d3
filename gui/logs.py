"""The log file: ids, statuses and times, rotated, and nothing secret even where a message carries it."""

import logging
import logging.handlers
import re
from pathlib import Path

MAX_BYTES = 1_000_000
KEPT_FILES = 3
_SECRET = re.compile(
    r"""(?ix)
    \b(sk-[A-Za-z0-9_-]{8,})                                            # the usual shape of an API key
    | ((?:api[_-]?key|password|token|authorization)["']?\s*[:=]\s*["']?)[^\s"',}]+
    """
)


class Redacting(logging.Formatter):
    """Formats a record, its traceback included, and masks what looks like a secret."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the masked text."""
        return redact(super().format(record))


def redact(text: str) -> str:
    """Mask everything in a text that looks like a key, a password or a token."""
    return _SECRET.sub(lambda match: f"{match.group(2) or ''}***", text)


def start(folder: Path) -> str:
    """Log to ``folder``; return a sentence on why that is not possible, empty when it is."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            folder / "matrixdeck.log", maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
        )
    except OSError as error:
        return f"The log cannot be written ({error})."
    handler.setFormatter(Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("gui")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return ""


def stop() -> None:
    """Close what :func:`start` opened."""
    logger = logging.getLogger("gui")
    for handler in tuple(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
