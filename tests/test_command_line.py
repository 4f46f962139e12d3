"""The command line as a user types it, in processes of its own."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time

import pytest

from gui import __version__
from gui.paths import DataPaths, resource

PROGRAM = [sys.executable, "-m", "gui"]
SERVES = re.compile(r"embedded simulator serves at \S+:(\d+)")
ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def matrixdeck(*arguments, timeout=60):
    return subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, text=True, timeout=timeout, env=ENVIRONMENT, check=False
    )


def test_version_and_help():
    assert matrixdeck("--version").stdout.strip() == f"MatrixDeck {__version__}"
    text = matrixdeck("--help").stdout
    for option in (
        "--demo",
        "--url",
        "--data-dir",
        "--theme",
        "--lang",
        "--smoke-test",
        "--screenshot",
        "--size",
        "--minimized",
        "--quit",
    ):
        assert option in text


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--size", "large"], "not a size"),
        (["--size", "10x10"], "between"),
        (["--theme", "pink"], "invalid choice"),
        (["--demo", "--url", "http://localhost:1"], "not allowed with"),
        (["simulator", "--plan", "gold"], "invalid choice"),
        (["dance"], "invalid choice"),
        (["--url", "http://[nonsense", "--smoke-test"], "nonsense"),
    ],
)
def test_nonsense_ends_with_a_clear_message(arguments, reason, tmp_path):
    result = matrixdeck("--data-dir", str(tmp_path), *arguments)
    assert result.returncode != 0
    assert reason in result.stderr + result.stdout
    assert "Traceback" not in result.stderr


def test_the_demo_passes_its_smoke_test(tmp_path):
    picture = tmp_path / "first.png"
    result = matrixdeck("--demo", "--data-dir", str(tmp_path), "--smoke-test", "--screenshot", str(picture))
    (line,) = result.stdout.splitlines()
    report = json.loads(line)
    assert result.returncode == 0, result.stderr
    assert report["ok"] is True
    assert report["plan"] == "Pro"
    assert report["device_limit"] == 20
    assert report["devices"] == 40
    assert report["tasks"] >= 400
    assert report["error"] == ""
    assert 0 < report["window_ms"] <= report["first_rows_ms"] <= report["complete_ms"]
    assert 0 < time.time() - report["window_at"] < 60
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "logs" / "matrixdeck.log").exists()


def test_without_a_screen_a_window_is_refused_in_words_and_a_smoke_test_works(tmp_path):
    bare = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    if sys.platform == "linux":
        result = subprocess.run(
            [*PROGRAM, "--demo"], capture_output=True, text=True, timeout=60, env=bare, check=False
        )
        assert result.returncode == 2
        assert "no screen" in result.stderr
    result = subprocess.run(
        [*PROGRAM, "--demo", "--smoke-test"],
        capture_output=True,
        text=True,
        timeout=60,
        env=bare,
        check=False,
    )
    assert json.loads(result.stdout)["ok"] is True


def test_the_smoke_test_tells_why_it_failed(simulator, tmp_path):
    server = simulator("--plan", "starter")
    began = time.monotonic()
    result = matrixdeck("--url", server.url, "--data-dir", str(tmp_path), "--smoke-test")
    report = json.loads(result.stdout)
    assert result.returncode != 0
    assert time.monotonic() - began < 20  # a plan is a plan: it does not wait out the deadline
    assert report["ok"] is False
    assert "plan" in report["error"]
    assert report["plan"] == "Starter"


def test_the_smoke_test_gives_up_within_half_a_minute(unused_port, tmp_path):
    began = time.monotonic()
    result = matrixdeck(
        "--url", f"http://127.0.0.1:{unused_port}", "--data-dir", str(tmp_path), "--smoke-test"
    )
    assert time.monotonic() - began < 30
    assert result.returncode != 0
    assert "cannot be reached" in json.loads(result.stdout)["error"]


def test_a_demo_leaves_the_users_folder_alone(tmp_path):
    environment = {**ENVIRONMENT, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    result = subprocess.run(
        [*PROGRAM, "--demo", "--smoke-test"],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert not (tmp_path / "data" / "MatrixDeck").exists()


@pytest.mark.parametrize("how", ["terminate", "kill"])
def test_the_simulator_dies_with_the_panel(tmp_path, how):
    panel = subprocess.Popen([*PROGRAM, "--demo", "--data-dir", str(tmp_path)], env=ENVIRONMENT)
    log = tmp_path / "logs" / "matrixdeck.log"
    found = []
    try:
        wait_for(
            lambda: log.exists() and found.append(SERVES.search(log.read_text("utf-8"))) is None and found[-1]
        )
        port = int(found[-1].group(1))
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
        getattr(panel, how)()
        status = panel.wait(timeout=15)
        wait_for(lambda: not listens(port))
        if os.name == "posix":
            assert status == (0 if how == "terminate" else -signal.SIGKILL)
    finally:
        panel.kill()
        panel.wait()


def listens(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return False
    return True


def wait_for(condition, timeout=30.0):
    """Await a condition of another process."""
    until = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.02)


def test_paths(tmp_path):
    paths = DataPaths(tmp_path)
    assert {paths.settings.parent, paths.devices.parent, paths.logs.parent} == {tmp_path}
    assert DataPaths.default().root.name == "MatrixDeck"
    assert resource("themes", "dark.json").is_file()
