"""The simulator as users meet it: its own process, started, asked, killed and started again."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

POST = {"script_name": "post", "serials": [f"device_{n}" for n in range(50)]}


class Process:
    """One process of the command line's own."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gui", "simulator", "--port", "0", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        line = self._stdout().readline()
        self.url = json.loads(line)["url"] if line else ""
        self._client = httpx.Client(base_url=f"{self.url}/api/v1/", trust_env=False)

    def _stdout(self):
        assert self.process.stdout is not None
        return self.process.stdout

    def ask(self, method: str, path: str, **options: object) -> httpx.Response:
        return self._client.request(method, path, **options)  # type: ignore[arg-type]

    def end(self) -> tuple[int, str, str]:
        """Wait for its end; return the exit status and what it still wrote."""
        out, err = self.process.communicate(timeout=15)
        return self.process.returncode, out, err

    def close(self) -> None:
        self._client.close()
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


@pytest.fixture
def start() -> Iterator[Callable[..., Process]]:
    started: list[Process] = []

    def make(*arguments: str) -> Process:
        started.append(Process(*arguments))
        return started[-1]

    yield make
    for each in started:
        each.close()


def test_the_seeds_three_calls_work_as_written(start: Callable[..., Process]) -> None:
    simulator = start("--tasks", "10", "--seed", "1")
    assert simulator.ask("GET", "license/check").json() == {
        "code": 0,
        "message": "success",
        "data": {
            "plan_name": "Pro",
            "api_enabled": True,
            "device_limit": 20,
            "message": "API access enabled",
        },
    }
    body = """{
    "serials": ["device_serial_1", "device_serial_2"],
    "script_name": "post",
    "script_config": {
      "content_type": 1,
      "captions": "看看我的新视频！#热门"
    },
    "enable_multi_account": false
  }"""
    made = simulator.ask("POST", "task", content=body.encode(), headers={"Content-Type": "application/json"})
    assert made.json()["data"] == {"task_ids": [11, 12], "created_count": 2}
    listed = simulator.ask("GET", "task?status=0&page=1&page_size=20").json()["data"]
    assert {"device_serial_1", "device_serial_2"} <= {task["serial"] for task in listed["tasks"]}


def test_a_body_of_ten_megabytes_gets_an_answer_and_the_connection_goes_on(
    start: Callable[..., Process],
) -> None:
    simulator = start("--tasks", "0")
    headers = {"Content-Type": "application/json"}
    for content in (b" " * 10_000_000, iter([b" " * 1_000_000] * 10)):
        answer = simulator.ask("POST", "task", content=content, headers=headers)
        assert (answer.status_code, answer.text) == (413, "The body is too large: at most 1,000,000 bytes\n")
        assert simulator.ask("GET", "task/stats").json()["code"] == 0


def test_no_acknowledged_task_is_lost_when_it_is_killed(
    start: Callable[..., Process], tmp_path: Path
) -> None:
    world = ("--db", str(tmp_path / "world.db"), "--tasks", "20", "--speed", "50")
    simulator = start(*world)
    acknowledged = set()
    for _ in range(8):
        acknowledged |= set(simulator.ask("POST", "task", json=POST).json()["data"]["task_ids"])
    deleted = sorted(acknowledged)[:5]
    assert simulator.ask("DELETE", "task/batch", json={"task_ids": deleted}).json()["code"] == 0
    simulator.process.kill()
    simulator.process.wait()
    again = start(*world)
    kept = set()
    for page in range(1, 6):
        kept |= {t["id"] for t in again.ask("GET", f"task?page={page}&page_size=100").json()["data"]["tasks"]}
    assert kept >= acknowledged - set(deleted)
    assert not kept & set(deleted)
    assert len(kept) == 20 + len(acknowledged) - 5


def test_it_ends_with_its_standard_input(start: Callable[..., Process]) -> None:
    simulator = start("--tasks", "0", "--exit-with-stdin")
    assert simulator.process.stdin is not None
    simulator.process.stdin.close()
    simulator.process.stdin = None
    assert simulator.end() == (0, "", "")


def test_it_ends_when_its_parent_is_killed() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    )
    assert parent.stdout is not None
    with parent.stdout:
        child = json.loads(parent.stdout.readline())
        url = f"{child['url']}/api/v1/license/check"
        assert httpx.get(url, trust_env=False).status_code == 200
        parent.kill()
        parent.wait()
        deadline = time.monotonic() + 15
        while time.monotonic() < deadline:
            try:
                httpx.get(url, trust_env=False)
            except httpx.TransportError:
                break
        else:
            os.kill(child["pid"], signal.SIGTERM)
            pytest.fail("the child outlived its parent")


_PARENT = """
import json, subprocess, sys, time
child = subprocess.Popen(
    [sys.executable, "-m", "gui", "simulator", "--port", "0", "--tasks", "0", "--exit-with-stdin"],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
print(json.dumps({"url": json.loads(child.stdout.readline())["url"], "pid": child.pid}), flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal to one process alone")
def test_a_signal_ends_it_without_a_word(start: Callable[..., Process]) -> None:
    simulator = start("--tasks", "0")
    assert simulator.ask("GET", "task").status_code == 200
    simulator.process.send_signal(signal.SIGINT)
    code, out, err = simulator.end()
    assert (code, out, err) == (130, "", "")


def test_a_busy_port_ends_it_with_one_line(start: Callable[..., Process]) -> None:
    first = start("--tasks", "0")
    port = first.url.rpartition(":")[2]
    second = start("--port", port, "--tasks", "0")
    code, out, err = second.end()
    assert (code, out) == (2, "")
    assert err.startswith(f"matrixdeck simulator: cannot serve at 127.0.0.1 port {port}: ")
    assert err.count("\n") == 1


def test_tasks_run_by_themselves(start: Callable[..., Process]) -> None:
    simulator = start("--tasks", "0", "--speed", "1000", "--seed", "4", "--ui-rate", "600")
    simulator.ask("POST", "task", json=POST)
    deadline = time.monotonic() + 15
    stats = {}
    while time.monotonic() < deadline:
        stats = simulator.ask("GET", "task/stats").json()["data"]
        if stats["failed"] >= 50 and stats["completed"] > 0:
            return
    pytest.fail(f"still {stats}")
