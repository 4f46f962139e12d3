"""Starting at sign-in, each system's own way. The system holds the truth; our settings say nothing of it."""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from gui.desktop import own_program
from gui.paths import APP_NAME, DataPaths
from gui.replacing import replacing

IDENTIFIER = "io.github.matrixdeck.MatrixDeck"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where the task manager notes what the user switched off there: an odd first byte means off."""
_OFF = re.compile(
    r"^(hidden\s*=\s*true|x-gnome-autostart-enabled\s*=\s*false)\s*$", re.IGNORECASE | re.MULTILINE
)
_PLAIN = re.compile(r"[\w./+@:,%-]+", re.ASCII)

translate = QCoreApplication.translate


class Place(Protocol):
    """Where a system looks for what to start at sign-in."""

    def enabled(self) -> bool:
        """Whether the panel will be started."""

    def enable(self, command: Sequence[str]) -> None:
        """Have ``command`` started. Raises OSError."""

    def disable(self) -> None:
        """Have nothing started. Raises OSError."""


class SignIn:
    """The switch: whether this program is started, as an icon, when the user signs in."""

    def __init__(self, place: Place, command: Sequence[str], why_not: str = "") -> None:
        self.why_not = why_not
        """Why it cannot be switched; empty when it can."""
        self._place = place
        self._command = tuple(command)

    @classmethod
    def here(cls, paths: DataPaths, *, demo: bool = False) -> "SignIn | None":
        """Return the switch of this system for the panel of a data folder; None for a user without a home."""
        command = [*own_program.command(), "--minimized"]
        if not paths.are_default:
            command += ["--data-dir", str(paths.root)]
        try:
            place = _place()
        except RuntimeError:
            return None
        return cls(place, command, _why_not(demo=demo))

    def enabled(self) -> bool:
        """Whether it is on, as the system has it; False where that cannot be read."""
        try:
            return self._place.enabled()
        except OSError:
            return False

    def set_enabled(self, on: bool) -> None:
        """Switch it. Raises OSError."""
        if on:
            self._place.enable(self._command)
        else:
            self._place.disable()


class Autostart:
    """Linux and its like: a desktop file in the user's autostart folder."""

    def __init__(self, folder: Path | None = None) -> None:
        config = os.environ.get("XDG_CONFIG_HOME", "")
        default = Path(config) if config.startswith("/") else Path.home() / ".config"
        self._path = (folder or default / "autostart") / "matrixdeck.desktop"

    def enabled(self) -> bool:
        """Whether the file is there and not switched off by the desktop's own settings."""
        try:
            text = self._path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return False
        return not _OFF.search(text)

    def enable(self, command: Sequence[str]) -> None:
        """Write the file. Raises OSError."""
        # GNOME looks for the first word before it reads %% as a per cent sign.
        hidden = ["/bin/sh", "-c", 'exec "$0" "$@"'] if "%" in command[0] else []
        words = map(_exec_word, (*hidden, *command))
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={APP_NAME}",
            f"Exec={' '.join(words)}",
            f"TryExec={_escape(command[0])}",
            "Icon=matrixdeck",
            "Terminal=false",
            "StartupNotify=false",
        )
        text = "".join(f"{line}\n" for line in lines)
        _write(self._path, text.encode("utf-8", "surrogateescape"))  # a folder's name may be any bytes

    def disable(self) -> None:
        """Remove the file. Raises OSError."""
        self._path.unlink(missing_ok=True)


class LaunchAgent:
    """macOS: a property list that launchd reads when the user signs in."""

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or Path.home() / "Library" / "LaunchAgents"
        self._path = folder / f"{IDENTIFIER}.plist"

    def enabled(self) -> bool:
        """Whether the list is there. What the user switched off in System Settings cannot be read."""
        return self._path.exists()

    def enable(self, command: Sequence[str]) -> None:
        """Write the list. Raises OSError."""
        import plistlib  # noqa: PLC0415 - only where it is needed

        content = {
            "Label": IDENTIFIER,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
            "AssociatedBundleIdentifiers": IDENTIFIER,
        }
        _write(self._path, plistlib.dumps(content))

    def disable(self) -> None:
        """Remove the list. Raises OSError."""
        self._path.unlink(missing_ok=True)


class RunKey:
    """Windows: a value in the user's Run key, the one that the installer writes."""

    def __init__(self, registry: Any = None) -> None:  # noqa: ANN401 - winreg, which only Windows has
        if registry is None:
            import winreg as registry  # noqa: PLC0415
        self._registry = registry

    def enabled(self) -> bool:
        """Whether the value is there and not switched off in the task manager. Raises OSError."""
        approved = self._value(APPROVED)
        return self._value(RUN) is not None and not (approved and approved[0] & 1)

    def enable(self, command: Sequence[str]) -> None:
        """Write the value, and take back what the task manager noted. Raises OSError."""
        from subprocess import list2cmdline  # noqa: PLC0415 - only where it is needed

        line = f'"{command[0]}" {list2cmdline(command[1:])}'
        with self._registry.CreateKey(self._registry.HKEY_CURRENT_USER, RUN) as key:
            self._registry.SetValueEx(key, APP_NAME, 0, self._registry.REG_SZ, line)
        self._delete(APPROVED)

    def disable(self) -> None:
        """Remove the value. Raises OSError."""
        self._delete(RUN)
        self._delete(APPROVED)

    def _value(self, path: str) -> Any:  # noqa: ANN401 - a text or bytes, as the key has it
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, path) as key:
                return self._registry.QueryValueEx(key, APP_NAME)[0]
        except FileNotFoundError:
            return None

    def _delete(self, path: str) -> None:
        if self._value(path) is not None:
            with self._registry.CreateKey(self._registry.HKEY_CURRENT_USER, path) as key:
                self._registry.DeleteValue(key, APP_NAME)


def _place() -> Place:
    if sys.platform == "win32":
        return RunKey()
    return LaunchAgent() if sys.platform == "darwin" else Autostart()


def _why_not(*, demo: bool) -> str:
    if demo:
        return translate("SignIn", "This is a demo: it changes nothing on this PC.")
    passing = "/AppTranslocation/" in sys.executable or sys.executable.startswith("/Volumes/MatrixDeck")
    if sys.platform == "darwin" and passing:
        return translate("SignIn", "Move MatrixDeck into the Applications folder first, then start it there.")
    return ""


def _write(path: Path, content: bytes) -> None:
    """Replace a file, all or nothing. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(content)


def _exec_word(word: str) -> str:
    """Return a word of the key Exec, quoted where the Desktop Entry Specification wants that."""
    quoted = word if _PLAIN.fullmatch(word) else '"' + re.sub(r'(["`$\\])', r"\\\1", word) + '"'
    return _escape(quoted.replace("%", "%%"))


def _escape(text: str) -> str:
    """Return a text as the value of a key of a desktop file."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
