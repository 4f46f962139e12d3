"""A panel whose disk is full at times, in a process of its own.

``python -m tests.e2e.small_disk WAY URL FOLDER``: by ``tmpfs`` a disk of 3 MB is mounted on FOLDER, which
takes a mount namespace of one's own (``unshare -m``); by ``limit`` no file may grow. What was seen goes to
standard output as one JSON object. By ``read-only`` another story is told: of a folder that was written once
and can only be read now.
"""

import asyncio
import json
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

from gui.app import FUSION, Options
from gui.desktop.instance import Instance
from gui.panel import Panel
from gui.paths import DataPaths
from gui.state.batches import RequestDone
from gui.state.plan import plan

WAIT_S = 30.0
DISK_KB = 3000


class Disk:
    """Gets full, and has room again."""

    def __init__(self, way: str, folder: Path) -> None:
        self._way, self._ballast = way, folder / "ballast"
        self._folder = folder
        if way in {"tmpfs", "read-only"} and os.geteuid() == 0:
            mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_KB}k", "tmpfs", str(folder)]
            subprocess.run(mount, check=True)

    def fill(self) -> None:
        if self._way == "limit":
            import resource  # noqa: PLC0415 - not on Windows

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
            return
        with suppress(OSError), self._ballast.open("ab", buffering=0) as file:
            while True:
                file.write(bytes(4096))

    def lock(self) -> None:
        """Let nobody write any more."""
        if os.geteuid() == 0:
            subprocess.run(["mount", "-o", "remount,ro", str(self._folder)], check=True)
            return
        for path in [*self._folder.rglob("*"), self._folder]:
            path.chmod(0o555 if path.is_dir() else 0o444)

    def unlock(self) -> None:
        """Let what is left be deleted; a mount goes with its namespace."""
        if os.geteuid() != 0:
            self._folder.chmod(0o755)
            for path in self._folder.rglob("*"):
                path.chmod(0o755 if path.is_dir() else 0o644)

    def free(self) -> None:
        if self._way == "limit":
            import resource  # noqa: PLC0415 - as above

            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        else:
            self._ballast.unlink()


async def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + WAIT_S
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(condition.__code__.co_consts, condition.__code__.co_firstlineno)
        await asyncio.sleep(0.02)


class Story:
    """What happens to one data folder, and what is seen of it."""

    def __init__(self, disk: Disk, app: QApplication, url: str, folder: Path) -> None:
        self._disk, self._app, self._url = disk, app, url
        self.paths = DataPaths(folder / "数据 of mine")
        self.seen: dict[str, Any] = {}
        self.notices: list[str] = []

    async def open(self, what: str) -> tuple[Panel, "asyncio.Task[int]"]:
        """Open the panel; from now on its notices are noted under a name."""
        options = Options(self.paths, url=self._url, lang="en")
        instance = Instance(self.paths.root)
        assert instance.claim()
        panel = Panel(self._app, options, time.perf_counter(), instance)
        self.notices = self.seen[f"{what}: notices"] = []
        show = panel.window.notice.show_message

        def note(kind: str, text: str, detail: str = "") -> None:
            self.notices.append(f"{kind}: {text} {detail}")
            show(kind, text, detail)

        panel.window.notice.show_message = note  # type: ignore[method-assign]
        panel.window.show()
        live = asyncio.ensure_future(panel.live(None))
        await until(lambda: panel.host.progress.complete and panel.host.devices)
        return panel, live

    async def close(self, panel: Panel, live: "asyncio.Task[int]") -> int:
        """Close the panel as a user does; return its exit status."""
        panel.window.close()
        status = await live
        assert panel.instance is not None
        panel.instance.release()
        return status

    def on_disk(self) -> dict[str, object]:
        """Read what the next start would find."""
        found: dict[str, object] = {"names": sorted(p.name for p in self.paths.root.iterdir())}
        for path in (self.paths.settings, self.paths.devices, self.paths.drafts, self.paths.presets):
            if path.exists():
                found[path.stem] = json.loads(path.read_text(encoding="utf-8"))
        return found

    def set_all(self, panel: Panel, word: str) -> None:
        """Do everything that an operator does and a panel remembers."""
        theme = {"before": "dark", "full": "light", "after": "dark"}[word]
        panel.window.dialogs._take_settings(replace(panel.settings, theme=theme))
        panel.host.edit_device(next(iter(panel.host.devices)), f"name {word}", "", "")
        panel.host.desk.presets.save("follow", f"preset {word}", {"target_users": [word]})
        panel.host.desk.drafts.touch("follow", lambda: {"target_users": [word]})
        panel.host.desk.drafts.write_now()

    def send(self, panel: Panel, requests: int = 1) -> int | None:
        serials = tuple(panel.host.devices)[:2]
        payloads = [
            ({"target_users": [f"u{n}"], "access_method": "direct"}, serials) for n in range(requests)
        ]
        return panel.host.batches.submit(plan("follow", payloads, name="b"))

    async def run(self) -> None:
        """Room, none, room again; then a batch that runs out of it; then a start without any."""
        panel, live = await self.open("running")
        host = panel.host
        self.set_all(panel, "before")
        first = self.send(panel)
        await until(lambda: host.batches.batches[first].created == 2)
        await until(lambda: "drafts" in self.on_disk())
        self.seen["before"] = self.on_disk()

        self._disk.fill()
        del self.notices[:]
        self.set_all(panel, "full")
        self.set_all(panel, "full")
        for number in range(300):
            logging.getLogger("gui.test").info("a message that is lost %d", number)
        self.seen["sent on a full disk"] = self.send(panel)
        await until(lambda: any("typed into the forms" in notice for notice in self.notices))
        await until(lambda: host.request_log.serial and host.connection.phase.name == "LIVE")
        self.seen["full"] = self.on_disk()
        self.seen["full: notices"] = [*self.notices]

        self._disk.free()
        del self.notices[:]
        self.set_all(panel, "after")
        logging.getLogger("gui.test").info("there is room again")
        second = self.send(panel)
        await until(lambda: second in host.batches.batches and host.batches.batches[second].created == 2)
        await until(lambda: not host.desk.drafts._told)
        self.seen["after"] = self.on_disk()
        self.seen["after: notices"] = [*self.notices]

        await self.run_out(panel)
        self.set_all(panel, "full")
        self.seen["status"] = await self.close(panel, live)
        self.seen["closed full"] = self.on_disk()
        self.seen["log"] = (self.paths.logs / "matrixdeck.log").read_text(encoding="utf-8")

        self.start_another()
        panel, live = await self.open("full start")
        await until(lambda: len(panel.host.batches.batches) == 3)
        self.seen["full start: paused"] = [b.id for b in panel.host.batches.batches.values() if b.paused]
        self.seen["full start: sent"] = self.send(panel)
        panel.host.edit_device(next(iter(panel.host.devices)), "typed on a full disk", "", "")
        self._disk.free()
        self.seen["full start: status"] = await self.close(panel, live)
        self.seen["full start: after"] = self.on_disk()

        panel, live = await self.open("room")
        await until(lambda: len(panel.host.batches.batches) == 3)
        [batch] = [b for b in panel.host.batches.batches.values() if b.paused]
        self.seen["left"] = [str(each.state) for each in batch.requests]
        self.seen["why"] = batch.why_paused
        panel.host.batches.resume(batch.id)
        await until(lambda: panel.host.batches.batches[batch.id].created == 10)
        await self.close(panel, live)

    async def read_only(self) -> None:
        """Write everything once; then only look at it."""
        panel, live = await self.open("writing")
        self.set_all(panel, "before")
        first = self.send(panel)
        await until(lambda: panel.host.batches.batches[first].created == 2)
        await self.close(panel, live)
        self.seen["before"] = self.on_disk()
        self._disk.lock()
        self.start_another()
        panel, live = await self.open("reading")
        await until(lambda: any("batch" in notice for notice in self.notices) or panel.host.batches.batches)
        self.set_all(panel, "full")
        self.seen["sent"] = self.send(panel)
        await until(lambda: any("typed into the forms" in notice for notice in self.notices))
        self.seen["status"] = await self.close(panel, live)
        self.seen["after"] = self.on_disk()
        self._disk.unlock()

    async def run_out(self, panel: Panel) -> None:
        """Send five requests, and let the disk be full behind the second."""
        done: list[RequestDone] = []

        def fill(one: RequestDone) -> None:
            done.append(one)
            if len(done) == 2:
                self._disk.fill()

        del self.notices[:]
        panel.host.batches.request_done.connect(fill)
        third = self.send(panel, 5)
        await until(lambda: panel.host.batches.batches[third].paused)
        self.seen["run out: notices"] = [*self.notices]
        self.seen["run out"] = [str(each.state) for each in panel.host.batches.batches[third].requests]

    def start_another(self) -> None:
        """Start the program as a user does, while there is no room."""
        command = [sys.executable, "-m", "gui", "--url", self._url, "--smoke-test"]
        command += ["--data-dir", str(self.paths.root)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        self.seen["another"] = {"status": done.returncode, "out": done.stdout, "err": done.stderr}


def main(way: str, url: str, folder: str) -> None:
    disk = Disk(way, Path(folder))
    app = QApplication(["matrixdeck", *FUSION])
    app.setQuitOnLastWindowClosed(False)
    story = Story(disk, app, url, Path(folder))
    try:
        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
            runner.run(story.read_only() if way == "read-only" else story.run())
    finally:
        sys.stdout.write(json.dumps(story.seen) + "\n")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(*sys.argv[1:])
