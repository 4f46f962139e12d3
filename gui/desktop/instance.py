"""One panel a data folder: the lock that says which one, and the line on which others ask it something.

The lock is QtCore alone and taken before the window; the line (QtNetwork) is opened behind the first paint.
"""

import json
import logging
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QDir, QLockFile, QObject, Signal

from gui import __version__, lean_qt  # noqa: F401 - lean_qt before the many modules that follow

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

logger = logging.getLogger(__name__)

LOCK = "running.lock"
HERE, RAISE, QUIT = "here", "raise", "quit"
"""What every panel answers: is anybody there, come to the front, close. The answer is its version."""
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - a desktop's leave to come to the front, no secret
MAX_QUESTION = 4096
"""Bytes of the longest question."""
YOUNG_S = 2.0
"""A lock file younger than this may still be on its way to its owner."""


class Instance(QObject):
    """The panel that has a data folder, or the attempt to become it."""

    raise_wanted = Signal(str)
    """A second start of this version asks for the window."""
    quit_wanted = Signal()

    def __init__(self, root: Path, version: str = __version__) -> None:
        super().__init__()
        self.answers: dict[str, Callable[[], str]] = {}
        """What else can be asked of this panel, by question."""
        self.why_unlocked = ""
        """Why the folder could not be locked, though :meth:`claim` said yes; empty when it is."""
        self._root = root
        self._version = version
        self._lock = QLockFile(str(root / LOCK))
        self._lock.setStaleLockTime(0)  # a panel runs for weeks: a lock does not go bad by its age
        self._server: QLocalServer | None = None

    @property
    def owner(self) -> tuple[int, str]:
        """Process id and host of the panel that has the lock; (0, "") where that cannot be read."""
        pid, host, _ = self._lock.getLockInfo()
        return pid, host

    @property
    def age_s(self) -> float:
        """How long the lock has been there, s; 0 where that cannot be read."""
        try:
            return abs(time.time() - (self._root / LOCK).stat().st_mtime)  # a clock may have been set back
        except OSError:
            return 0.0

    def claim(self, wait_ms: int = 0) -> bool:
        """Take the folder, unless another panel has it and keeps it for ``wait_ms``.

        A folder that cannot be written cannot be locked either, and stops nobody: see ``why_unlocked``.
        """
        if self._lock.isLocked():
            return True
        self.why_unlocked = ""
        try:
            self._root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.why_unlocked = str(error)
            return True
        if self._lock.tryLock(wait_ms) or (self._is_left_over() and self._lock.tryLock(0)):
            return True
        if self._lock.error() == QLockFile.LockError.LockFailedError:
            return False
        self.why_unlocked = f"{self._root / LOCK} cannot be written."
        return True

    def listen(self) -> str:
        """Answer others from now on; return why that is not possible, empty when it is.

        Call it on the folder's only panel: what a killed one left of its line is cleared away.
        """
        try:
            from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - the first window does not wait for it
        except ImportError as error:  # a bare Linux may lack a library that Qt's network needs
            return str(error)
        name = _address(self._root)
        QLocalServer.removeServer(name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._greet)
        if not server.listen(name):
            server.deleteLater()
            return server.errorString()
        self._server = server
        return ""

    def hang_up(self) -> None:
        """Answer nobody any more: whoever starts now waits for the lock instead of a window that closes."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def release(self) -> None:
        """Leave the folder to others. May be called again."""
        self.hang_up()
        self._lock.unlock()

    def _is_left_over(self) -> bool:
        """Whether the owner is dead though a process of its number and name lives; then the lock is gone now.

        The system itself holds the file for a living owner, and then it cannot be removed.
        """
        return self.age_s > YOUNG_S and self._lock.removeStaleLockFile()

    def _greet(self) -> None:
        assert self._server is not None  # noqa: S101 - it is what calls
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.setReadBufferSize(MAX_QUESTION)
            socket.readyRead.connect(self._hear)
            self._serve(socket)

    def _hear(self) -> None:
        socket = self.sender()
        if socket is not None:
            self._serve(socket)  # type: ignore[arg-type]

    def _serve(self, socket: "QLocalSocket") -> None:
        if socket.canReadLine():
            message = _read(bytes(socket.readLine().data()))
            answer = self._answer(message)
            if answer is None:
                socket.disconnectFromServer()
                return
            socket.write(_line({"answer": answer}))  # who asked hangs up, once the answer has arrived
            socket.flush()
            if message["question"] == QUIT:
                socket.disconnected.connect(self.quit_wanted)
        elif socket.bytesAvailable() >= MAX_QUESTION:
            socket.abort()

    def _answer(self, message: dict[str, str]) -> str | None:
        question = message.get("question", "")
        if question == RAISE:
            if message.get("token"):
                os.environ[TOKEN] = message["token"]  # Qt takes it from there
            self.raise_wanted.emit(message.get("version", ""))
        if question in {HERE, RAISE, QUIT}:
            return self._version
        return self._look_up(question)

    def _look_up(self, question: str) -> str | None:
        if question not in self.answers:
            return None
        try:
            return self.answers[question]()
        except Exception:
            logger.exception("no answer to %r", question)
            return None


def ask(root: Path, question: str, version: str = __version__, timeout_ms: int = 2000) -> str | None:
    """Ask the panel that runs on the data folder ``root``; return its answer, None if none comes in time.

    Blocks. Needs no application and no event loop.
    """
    try:
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only where there is somebody to ask
    except ImportError:  # then the panel that runs listens to nobody either
        return None
    address, deadline = _address(root), QDeadlineTimer(timeout_ms)
    if not _is_own(address):
        return None
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(timeout_ms):
        return None
    message = {"question": question, "version": version, "token": os.environ.get(TOKEN, "")}
    socket.write(_line(message))
    socket.flush()
    while not socket.canReadLine():
        if not socket.waitForReadyRead(max(0, deadline.remainingTime())):
            return None
    answer = _read(bytes(socket.readLine().data())).get("answer")
    socket.disconnectFromServer()
    return answer


def _address(root: Path) -> str:
    """Return where the panel of a folder listens: the same for every start, whatever its environment."""
    folder = os.path.normcase(root.resolve())
    digest = QCryptographicHash.hash(
        folder.encode("utf-8", "surrogatepass"), QCryptographicHash.Algorithm.Sha256
    )
    name = f"matrixdeck-{bytes(digest.toHex().data()).decode()[:24]}"
    if sys.platform == "win32":
        return name
    own = Path("/run/user") / str(os.getuid())  # not by XDG_RUNTIME_DIR, which not every start has
    return str((own if os.access(own, os.W_OK) else Path(QDir.tempPath())) / name)


def _is_own(address: str) -> bool:
    """Whether this user listens there: in a folder for all, anybody may take a name before the panel."""
    if sys.platform == "win32":
        return True
    try:
        return os.stat(address).st_uid == os.getuid()
    except OSError:
        return False


def _line(message: dict[str, str]) -> bytes:
    return json.dumps(message).encode() + b"\n"


def _read(line: bytes) -> dict[str, str]:
    """Return the texts of a message; empty when it is none."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(message, dict):
        return {}
    return {name: text for name, text in message.items() if isinstance(text, str)}
