"""The ``doctor`` command: its findings, its exit status, its two forms."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from gui.api import discovery
from gui.api.schemas import AdbDevice
from gui.diagnostics import doctor
from tests.api.raw import answering, http
from tests.conftest import SimulatorProcess
from tests.faults import Fault, FaultProxy

Simulator = Callable[..., SimulatorProcess]
STEPS = ["port source", "reachable", "license", "stats", "first page", "accounts", "adb server"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without a TikMatrix; returns where its port file would be."""
    for name in ("HOME", "USERPROFILE", "APPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    root = tmp_path / "Library/Application Support" if sys.platform == "darwin" else tmp_path
    return root / "com.tikmatrix"


def dead_url() -> str:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return f"http://localhost:{free.getsockname()[1]}"


def report(capsys: pytest.CaptureFixture[str], url: str = "", saved: str = "") -> tuple[int, dict, dict]:
    """Run it; return exit status, report, and the steps by name."""
    status = doctor.run(url, saved, as_json=True)
    [line] = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert [step["step"] for step in found["steps"]] == STEPS
    for step in found["steps"]:
        assert set(step) == {"step", "ok", "ms", "verdict", "fix"}
        assert step["verdict"]
        assert step["ms"] >= 0
        assert step["ok"] is not False or step["fix"]
    assert found["ok"] is (status == 0)
    return status, found, {step["step"]: step for step in found["steps"]}


def test_all_is_well(simulator: Simulator, capsys: pytest.CaptureFixture[str]) -> None:
    server = simulator("--tasks", "20", "--devices", "3")
    status, found, steps = report(capsys, saved=server.url)
    assert status == 0
    assert (found["url"], found["source"]) == (server.url, "settings")
    assert [steps[name]["ok"] for name in STEPS[:6]] == [True] * 6
    assert "Pro" in steps["license"]["verdict"]
    assert steps["stats"]["verdict"].startswith("20 tasks")
    assert steps["first page"]["verdict"].startswith("20 of 20 tasks")


def test_a_table_for_people(simulator: Simulator, capsys: pytest.CaptureFixture[str]) -> None:
    server = simulator("--tasks", "0", "--no-accounts")
    assert doctor.run(server.url, "", as_json=False) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("port source  ok")
    assert lines[-1] == "The panel can work."
    [accounts] = [line for line in lines if line.startswith("accounts")]
    assert "no such endpoint" in accounts
    assert any(line.strip() == "> Update TikMatrix." for line in lines)


def test_starter_cannot_work(simulator: Simulator, capsys: pytest.CaptureFixture[str]) -> None:
    server = simulator("--plan", "starter", "--tasks", "0")
    status, _, steps = report(capsys, server.url)
    assert status == 1
    assert steps["reachable"]["ok"] is True
    assert steps["license"]["ok"] is False
    assert "Upgrade" in steps["license"]["fix"]


def test_nothing_listens(capsys: pytest.CaptureFixture[str]) -> None:
    status, found, steps = report(capsys, dead_url())
    assert status == 1
    assert found["source"] == "command line"
    assert steps["reachable"]["ok"] is False
    assert "Start TikMatrix" in steps["reachable"]["fix"]
    assert [steps[name]["ok"] for name in STEPS[2:6]] == [None] * 4
    assert doctor.run(dead_url(), "", as_json=False) == 1
    assert "The panel cannot work yet." in capsys.readouterr().out


def test_something_else_listens(simulator: Simulator, capsys: pytest.CaptureFixture[str]) -> None:
    server = simulator("--tasks", "0")
    with FaultProxy(server.port) as proxy:
        proxy.fault = Fault.GARBAGE
        status, _, steps = report(capsys, proxy.url)
    assert status == 1
    assert "not from the Local API" in steps["reachable"]["verdict"]


def test_tikmatrix_is_starting(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "DEFAULT_URL", dead_url())
    home.mkdir()
    (home / "port.txt").write_text("0")
    status, found, steps = report(capsys)
    assert status == 1
    assert found["source"] == "port file"
    assert steps["reachable"]["verdict"] == "TikMatrix is starting"


def test_an_address_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    status, found, steps = report(capsys, "no address", "localhost:1")
    assert status == 1
    assert (found["url"], found["source"]) == ("no address", "")
    assert steps["port source"]["ok"] is False
    assert steps["accounts"]["verdict"] == "not tried"


def test_a_saved_address_that_is_none_is_told(
    simulator: Simulator, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    server = simulator("--tasks", "0")
    home.mkdir()
    (home / "port.txt").write_text(str(server.port))
    status, found, steps = report(capsys, saved="no address")
    assert status == 0
    assert (found["url"], found["source"]) == (f"http://localhost:{server.port}", "port file")
    assert "passed over" in steps["port source"]["fix"]


async def test_a_plan_that_says_no_without_refusing() -> None:
    no = b'{"code":0,"data":{"plan_name":"Free","api_enabled":false,"device_limit":0,"message":"Upgrade"}}'
    async with answering(http(no)) as heard:
        found, steps = await doctor.examine(heard.url)
    assert found is not None
    assert found.url == heard.url
    by_name = {step.step: step for step in steps}
    assert by_name["reachable"].ok
    assert by_name["license"].ok is False
    assert by_name["license"].verdict.endswith("Free: Upgrade")
    assert by_name["stats"].ok is False


def test_an_adb_server_is_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def two_phones() -> tuple[AdbDevice, ...]:
        return AdbDevice("a", "device"), AdbDevice("b", "offline")

    monkeypatch.setattr(doctor, "adb_devices", two_phones)
    _, _, steps = report(capsys, dead_url())
    assert steps["adb server"]["ok"] is True
    assert steps["adb server"]["verdict"] == "2 phones, 1 usable"


def test_a_console_that_knows_no_chinese_is_no_reason_to_fail() -> None:
    code = "from gui.diagnostics import doctor; raise SystemExit(doctor.run('没有 地址', '', False))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 1
    assert b"not an address" in done.stdout
    assert done.stderr == b""
