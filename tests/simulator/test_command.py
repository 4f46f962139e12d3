"""The command inside this process: its options, its complaints, and one whole life."""

import argparse
import json
import os
import signal
import socket
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from gui.simulator import command
from gui.simulator.command import add_arguments, run


def parse(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="simulator")
    add_arguments(parser)
    return parser.parse_args(arguments)


def test_defaults() -> None:
    assert vars(parse()) == {
        "host": "127.0.0.1",
        "port": 50809,
        "plan": "pro",
        "devices": 40,
        "tasks": 400,
        "speed": 1.0,
        "seed": None,
        "db": None,
        "no_accounts": False,
        "http_status": "body",
        "ui_rate": 0.0,
        "exit_with_stdin": False,
    }


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--port", "70000"], "'70000' is not a whole number from 0 to 65535"),
        (["--port", "http"], "'http' is not a whole number from 0 to 65535"),
        (["--devices", "-1"], "'-1' is not a whole number from 0 to 1e+06"),
        (["--tasks", "1.5"], "'1.5' is not a whole number"),
        (["--speed", "0"], "'0' is not a number from 0.001 to 1e+06"),
        (["--speed", "nan"], "'nan' is not a number"),
        (["--ui-rate", "-2"], "'-2' is not a number from 0"),
        (["--plan", "gold"], "invalid choice: 'gold'"),
        (["--http-status", "418"], "invalid choice: '418'"),
    ],
)
def test_options_that_make_no_sense(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(*arguments)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(parse(*arguments)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.removeprefix("matrixdeck simulator: ")


def test_a_busy_port_is_told_in_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        told = complaint(capsys, "--port", str(port), "--db", str(tmp_path / "w.db"))
    assert told.startswith(f"cannot serve at 127.0.0.1 port {port}: ")
    assert not (tmp_path / "w.db").exists()


@pytest.mark.parametrize("host", ["192.0.2.7", "no such host", "a" * 100])
def test_a_host_that_is_not_here_is_told_in_one_line(capsys: pytest.CaptureFixture[str], host: str) -> None:
    assert complaint(capsys, "--host", host, "--port", "0").startswith(f"cannot serve at {host} port 0: ")


def test_a_file_that_is_no_database_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "w.db").write_text("no database " * 200)
    told = complaint(capsys, "--port", "0", "--db", str(tmp_path / "w.db"))
    assert told == f"The database {tmp_path / 'w.db'} cannot be used: file is not a database.\n"


def test_a_folder_that_cannot_be_written_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    told = complaint(capsys, "--port", "0", "--db", str(tmp_path / "no" / "w.db"))
    assert told.endswith("cannot be opened: unable to open database file.\n")


def test_a_database_that_cannot_be_filled_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("gui.simulator.world.insert_tasks", full)
    assert complaint(capsys, "--port", "0") == "database or disk is full\n"


def test_ctrl_c_while_the_world_is_made_ends_quietly(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("gui.simulator.world.insert_tasks", interrupted)
    assert run(parse("--port", "0")) == 130
    assert capsys.readouterr() == ("", "")


class Standard:
    """Standard input as a pipe whose other end the test holds."""

    def __init__(self) -> None:
        self._reading, self._writing = os.pipe()

    def fileno(self) -> int:
        return self._reading

    def end(self) -> None:
        os.close(self._writing)

    def close(self) -> None:
        os.close(self._reading)


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Standard]:
    standard = Standard()
    monkeypatch.setattr("sys.stdin", standard)
    yield standard
    standard.close()


@pytest.mark.parametrize("host", ["localhost", "0.0.0.0"])
def test_a_whole_life(stdin: Standard, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    reading, writing = os.pipe()
    monkeypatch.setattr("sys.stdout", os.fdopen(writing, "w", encoding="utf-8"))
    ended: list[int] = []
    arguments = parse("--host", host, "--port", "0", "--tasks", "5", "--devices", "3", "--exit-with-stdin")
    life = threading.Thread(target=lambda: ended.append(run(arguments)))
    life.start()
    with os.fdopen(reading, encoding="utf-8") as output:
        url = json.loads(output.readline())["url"]
    assert url.startswith("http://127.0.0.1:")
    answer = httpx.get(f"{url}/api/v1/task/stats", trust_env=False)
    assert answer.json()["data"]["total"] == 5
    assert "server" not in answer.headers
    stdin.end()
    life.join(10)
    sys.stdout.close()
    assert ended == [0]


def test_without_standard_input_it_ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    ended: list[int] = []
    arguments = parse("--port", "0", "--tasks", "0", "--exit-with-stdin")
    life = threading.Thread(target=lambda: ended.append(run(arguments)))
    life.start()
    life.join(10)
    assert ended == [0]


@pytest.mark.parametrize(
    ("bound", "url"),
    [
        (("127.0.0.1", 5), "http://127.0.0.1:5"),
        (("::1", 5, 0, 0), "http://[::1]:5"),
        (("::", 5, 0, 0), "http://[::1]:5"),
    ],
)
def test_the_address_is_one_that_can_be_opened(bound: tuple[object, ...], url: str) -> None:
    class Bound:
        def getsockname(self) -> tuple[object, ...]:
            return bound

    assert command._url(Bound()) == url
