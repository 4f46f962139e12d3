"""A windowed program on Windows has no streams: what it answers in words must not end in a crash."""

import os
import subprocess
import sys

import pytest

from gui.desktop import console, windows_shell

NO_STREAMS = """
import sys
sys.stdout = sys.stderr = None
from gui.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-c", NO_STREAMS, *arguments], capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_words_that_nobody_can_read_are_no_crash(arguments):
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_the_doctor_judges_even_where_nobody_can_read_it(tmp_path):
    arguments = ["doctor", "--url", "http://127.0.0.1:9/api/v1/", "--data-dir", str(tmp_path)]
    with_streams = subprocess.run([sys.executable, "-m", "gui", *arguments], capture_output=True, check=False)
    assert run(*arguments, "--json").returncode == with_streams.returncode == 1


def test_the_console_of_the_start_is_used_where_there_is_one(monkeypatch):
    opened = []
    monkeypatch.setattr(windows_shell, "attach_console", lambda: True)
    monkeypatch.setattr(console, "_open", lambda name: opened.append(name) or sys.__stdout__)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    console.provide(["doctor"])
    assert opened == ["CONOUT$", "CONOUT$"]


def test_the_panel_keeps_away_from_consoles_and_says_so_in_a_box(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    console.provide(["--minimized"])
    assert sys.stderr is None  # by this the panel knows that a message box is the only way


def test_streams_that_are_there_stay(monkeypatch):
    before = sys.stdout, sys.stderr
    console.provide(["doctor"])
    assert (sys.stdout, sys.stderr) == before
    assert os.devnull not in {getattr(stream, "name", "") for stream in before}
