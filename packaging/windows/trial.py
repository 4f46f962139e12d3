"""The steps of trying the installer, each of which tells the report how it went."""

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

from report import Report, megabytes

from windows.machine import Ran, Windows

SETUP_S, START_S, QUERY_S, WAIT_S = 180, 90, 60, 40
"""The longest that each may take before it counts as hung."""
SILENT = ("/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART")
RUN_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
ENTRY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\MatrixDeck_is1"
REFUSED = 7
"""Exit status of an installer that found that it cannot begin."""
KEPT = "previous version"


class Trial:
    """One Windows, one installer."""

    def __init__(self, windows: Windows, setup: Path, report: Report) -> None:
        self._windows = windows
        self._setup = windows.seen(setup)
        self._report = report
        self.local = self._variable("LOCALAPPDATA")
        self._data = self._variable("APPDATA") + "\\MatrixDeck"
        self._log = f"{self.local}\\matrixdeck-setup.log"
        self._panel: subprocess.Popen[bytes] | None = None

    def is_in_use(self) -> bool:
        """Whether somebody has the program here, or data of it, which the trial would replace and delete."""
        return self._is_listed() or self._at(self._data).exists()

    def installs(self, folder: str, *options: str) -> None:
        """Install silently into ``folder``, which is the usual one or named by the options."""
        began = time.monotonic()
        ran = self._install(*options)
        took_s = time.monotonic() - began
        ok = ran.code == 0 and self._at(folder, "MatrixDeck.exe").is_file() and self._is_listed()
        if ok:
            self._report.measure("installed_mb", megabytes(self._at(folder)))
        self._report.check("installs", ok, f"{took_s:.0f} s, {folder}" if ok else self._words(ran))

    def starts(self, folder: str, picture: Path | None = None) -> None:
        """Start the demo; keep the picture of it."""
        name = "a b 图.png"
        options = ("--demo", "--smoke-test", "--screenshot", f"{self.local}\\{name}")
        ran = self._windows.run(f"{folder}\\MatrixDeck.exe", *options, timeout_s=START_S)
        lines = [line for line in ran.text.splitlines() if line.startswith("{")]
        ok = ran.code == 0 and bool(lines) and bool(json.loads(lines[-1])["ok"])
        self._report.check(f"starts in {folder}", ok, lines[-1] if lines else str(ran))
        drawn = self._at(self.local, name)
        self._report.check("takes a picture", drawn.is_file())
        if picture is not None and drawn.is_file():
            picture.write_bytes(drawn.read_bytes())
        drawn.unlink(missing_ok=True)

    def is_found(self, folder: str) -> None:
        """Look for what a user finds it by."""
        start = self._at(self._variable("APPDATA"), "Microsoft/Windows/Start Menu/Programs/MatrixDeck.lnk")
        held = start.read_bytes() if start.is_file() else b""
        self._report.check("is in the start menu", "MatrixDeck.exe".encode("utf-16-le") in held)
        if self._windows.is_real:  # wine's shortcuts do not keep one
            named = "MatrixDeck.MatrixDeck".encode("utf-16-le") in held
            self._report.check("is there under its AppUserModelID", named)
        desktop = self._at(self._variable("USERPROFILE"), "Desktop", "MatrixDeck.lnk")
        self._report.check("is on the desktop when asked", desktop.is_file())
        command = self._query(RUN_KEY, "MatrixDeck")
        wanted = f'"{folder}\\MatrixDeck.exe" --minimized'
        self._report.check("starts at sign-in when asked", command == wanted, command)

    def is_one(self, folder: str) -> None:
        """Start a panel, and find that a second start ends by itself."""
        self._panel, second = self._start_twice(folder)
        ok = second.code == 0 and self._panel.poll() is None
        words = "" if ok else f"second {second}, first {self._panel.poll()}"
        self._report.check("a second start finds the first and ends", ok, words)

    def leaves_a_strange_panel_alone(self, folder: str) -> None:
        """Install while a panel of another data folder runs, which nobody may close unasked."""
        other = f"{self.local}\\other data"
        panel, _ = self._start_twice(folder, "--data-dir", other)
        self.refuses("while a panel of other data runs", "still running")
        self._report.check("leaves that panel running", panel.poll() is None)
        self._windows.run(f"{folder}\\MatrixDeck.exe", "--quit", "--data-dir", other, timeout_s=START_S)
        self._report.check("closes by --quit", self._until(lambda: panel.poll() is not None))

    def is_mended(self, folder: str) -> None:
        """Kill the installer while it copies, as a loss of power does, and install again."""
        setup = self._windows.start(self._setup, *SILENT)
        old, new = self._at(folder, KEPT, "THIRD-PARTY-NOTICES.txt"), self._at(folder, "_internal", "PySide6")
        began = self._until(lambda: old.exists() and new.exists())
        # it runs as a copy of itself, under that name
        copy = f"{PureWindowsPath(self._setup).stem}.tmp"
        self._windows.run("taskkill", "/F", "/IM", copy, timeout_s=QUERY_S)
        setup.wait(SETUP_S)
        self._report.check("was cut off in the middle", began and old.exists())
        ran = self._install()
        ok = ran.code == 0 and not self._at(folder, KEPT).exists()
        self._report.check("is mended by installing again", ok, "" if ok else self._words(ran))
        self.starts(folder)

    def is_upgraded(self, folder: str) -> None:
        """Install over the panel that runs since the step before."""
        stale, foreign = self._at(folder, "_internal", "stale.pyd"), self._at(folder, "notes.txt")
        for file in (stale, foreign):
            file.write_bytes(b"put there by the trial")
        ran = self._install()
        ok = ran.code == 0 and not self._at(folder, KEPT).exists()
        self._report.check("installs over a running panel", ok, "" if ok else self._words(ran))
        closed = self._until(lambda: self._panel is not None and self._panel.poll() is not None)
        self._report.check("has closed that panel before", closed)
        self._report.check("leaves no stale file", not stale.exists())
        self._report.check("leaves what is not its own", foreign.is_file())
        kept = self._query(RUN_KEY, "MatrixDeck")
        self._report.check("leaves the start at sign-in as it was", "--minimized" in kept, kept)
        foreign.unlink(missing_ok=True)
        self.starts(folder)

    def is_removed(self, folder: str, *options: str) -> None:
        """Uninstall silently; all but the user's data must be gone."""
        ran = self._windows.run(f"{folder}\\unins000.exe", *SILENT, *options, timeout_s=SETUP_S)
        # the uninstaller that was started hands over to a copy of itself, which can remove it
        gone = self._until(lambda: not self._at(folder).exists() and not self._is_listed())
        left = [str(path) for path in self._at(folder).rglob("*")][:5] if not gone else []
        self._report.check("is removed", ran.code == 0 and gone, ", ".join(left))
        command = self._query(RUN_KEY, "MatrixDeck")
        self._report.check("does not start at sign-in any more", not command, command)
        programs = self._at(self._variable("APPDATA"), "Microsoft/Windows/Start Menu/Programs")
        links = [path.name for path in programs.rglob("MatrixDeck*")]
        self._report.check("has left the start menu", not links, ", ".join(links))

    def leaves_the_users_data(self) -> None:
        """After an uninstallation: the settings are still there."""
        self._report.check("leaves the user's data", self._at(self._data, "settings.json").is_file())

    def leaves_nothing(self) -> None:
        """After an uninstallation that was to delete the data as well."""
        gone = self._until(lambda: not self._at(self._data).exists())
        self._report.check("deletes the user's data when asked", gone)

    def refuses(self, what: str, words: str, *options: str) -> None:
        """Install where that cannot be; the installer must say so before it changes anything."""
        ran = self._install(*options)
        ok = ran.code == REFUSED and words in self._logged()
        self._report.check(f"refuses {what}", ok, "" if ok else self._words(ran))

    def survives_a_disk_that_fills_up(self, disk: str) -> None:
        """Fill the disk while files are copied; the version that was there must be back afterwards."""
        folder = f"{disk}\\MatrixDeck"
        setup = self._windows.start(self._setup, *SILENT, f"/LOG={self._log}")
        began = self._until(lambda: self._at(folder, KEPT, "THIRD-PARTY-NOTICES.txt").exists())
        ballast = self._at(disk, "ballast")
        _fill(ballast)
        setup.wait(SETUP_S)
        back = self._at(folder, "MatrixDeck.exe").is_file() and not self._at(folder, KEPT).exists()
        ok = began and setup.returncode not in {0, REFUSED} and back
        self._report.check(
            "puts the old version back when the disk fills up", ok, f"{setup.returncode} {began} {back}"
        )
        ballast.unlink()
        self.starts(folder)

    def _start_twice(self, folder: str, *options: str) -> tuple["subprocess.Popen[bytes]", Ran]:
        """Start a panel, and again when it has its data folder; return it and how the second start went."""
        data = options[-1] if options else self._data
        first = self._windows.start(f"{folder}\\MatrixDeck.exe", "--minimized", *options)
        self._until(lambda: self._at(data, "running.lock").exists())
        return first, self._windows.run(f"{folder}\\MatrixDeck.exe", *options, timeout_s=START_S)

    def _is_listed(self) -> bool:
        """Whether Windows lists the program among what can be uninstalled."""
        return self._query(ENTRY, "DisplayName") == "MatrixDeck"

    def _install(self, *options: str) -> Ran:
        return self._windows.run(self._setup, *SILENT, f"/LOG={self._log}", *options, timeout_s=SETUP_S)

    def _words(self, ran: Ran) -> str:
        return f"{ran} {self._logged()[-1500:]}"

    def _logged(self) -> str:
        log = self._at(self._log)
        return log.read_text(encoding="utf-8-sig", errors="replace") if log.exists() else ""

    def _at(self, path: str, *parts: str) -> Path:
        return self._windows.place(path).joinpath(*parts)

    def _variable(self, name: str) -> str:
        return self._windows.run("cmd", "/c", f"echo %{name}%", timeout_s=QUERY_S).text.strip()

    def _query(self, key: str, value: str) -> str:
        """Return a text of the registry, empty when it is not there."""
        ran = self._windows.run("reg", "query", key, "/v", value, timeout_s=QUERY_S)
        return ran.text.partition("REG_SZ")[2].strip() if ran.code == 0 else ""

    @staticmethod
    def _until(holds: Callable[[], bool]) -> bool:
        """Wait until something holds; return whether it does."""
        deadline = time.monotonic() + WAIT_S
        while not holds():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.1)
        return True


def _fill(path: Path) -> None:
    """Write until the disk takes no more."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(1_000_000))
        except OSError:
            return
