"""Qt's own warnings, into the log: what a user of a program without a console would never see."""

import logging
import sys
from contextlib import suppress

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

from gui.diagnostics.crash import CrashLog, Tally

logger = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class QtWords:
    """Takes every message of Qt, from any thread, and passes it on to where it went before as well."""

    def __init__(self, crash_log: CrashLog) -> None:
        """Begin. ``crash_log``: where the message goes after which Qt ends the program."""
        self._crash_log = crash_log
        self._tally = Tally()
        qInstallMessageHandler(self.take)

    def close(self) -> None:
        """Let Qt speak for itself again: Python is about to end."""
        qInstallMessageHandler(None)

    def take(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Log a warning or worse; the same one again for the 10th, the 100th time and so on."""
        if sys.stderr is not None:
            with suppress(OSError, ValueError):
                sys.stderr.write(qFormatLogMessage(kind, context, message) + "\n")
        if kind == QtMsgType.QtFatalMsg:
            self._crash_log.write_text(f"Qt: {message}\n")
        level = _LEVELS.get(kind)
        if level is None or not logger.hasHandlers():  # before there is a log
            return
        if times := self._tally.count(message):
            logger.log(level, "Qt: %s%s", message, "" if times == 1 else f" (for the {times}th time)")
