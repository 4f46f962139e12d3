"""What nobody caught: native crashes, exceptions in slots, threads and the loop, and Qt's own warnings."""

import asyncio
import os
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from gui import logs
from gui.diagnostics import crash
from gui.diagnostics.crash import CrashLog, Failures, Tally
from gui.diagnostics.qt_words import QtWords
from gui.state.worker import Worker

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def child(code, *arguments, **options):
    """Run Python in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=ENVIRONMENT,
        **options,
    )


@pytest.fixture
def crash_log(monkeypatch):
    """Make crash logs in this process without its hooks and its own faulthandler being touched."""
    monkeypatch.setattr(crash.faulthandler, "enable", lambda _: None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    opened = []

    def open_(folder):
        opened.append(CrashLog(folder))
        return opened[-1]

    yield open_
    for log in opened:
        if log._file is not None:
            log._file.close()


WATCHED = (
    "import sys; from pathlib import Path; from gui.diagnostics.crash import CrashLog; "
    "c = CrashLog(Path(sys.argv[1]));"
)


def test_a_native_crash_is_kept_under_its_date(tmp_path, crash_log):
    done = child(WATCHED + "import ctypes; ctypes.string_at(0)", tmp_path)
    assert done.returncode != 0
    assert "string_at" in (tmp_path / "crash.log").read_text(encoding="utf-8")
    found = crash_log(tmp_path).previous
    assert "string_at" in found
    [kept] = tmp_path.glob("crash-2*.log")
    assert "string_at" in kept.read_text(encoding="utf-8")
    assert (tmp_path / "crash.log").read_bytes() == b""
    assert crash_log(tmp_path).previous == ""  # told once


def test_an_exception_that_ends_the_program_is_written_without_its_secret(tmp_path, crash_log):
    done = child(WATCHED + "raise ValueError('key sk-abcdef1234567890')", tmp_path)
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    text = crash_log(tmp_path).previous
    assert text.startswith("Traceback")
    assert text.endswith("ValueError: key ***")


def test_a_long_crash_is_told_by_its_gist(tmp_path, crash_log):
    steps = "".join(f'  File "a.py", line {n} in f\n' for n in range(5000))
    (tmp_path / "crash.log").write_text(f"Fatal Python error: Aborted\n\n{steps}", encoding="utf-8")
    lines = crash_log(tmp_path).previous.splitlines()
    assert (lines[0], len(lines)) == ("Fatal Python error: Aborted", crash.TOLD_LINES)
    (tmp_path / "crash.log").write_text(f"Traceback (most recent call last):\n{steps[:9000]}\nKeyError: 1\n")
    lines = crash_log(tmp_path).previous.splitlines()
    assert (lines[-1], len(lines)) == ("KeyError: 1", crash.TOLD_LINES)
    assert len([*tmp_path.glob("crash-*.log")]) == 2


def test_a_killed_program_has_not_crashed(tmp_path, crash_log):
    code = WATCHED + "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    assert child(code, tmp_path).returncode != 0
    assert crash_log(tmp_path).previous == ""
    assert [path.name for path in tmp_path.iterdir()] == ["crash.log"]


def test_an_end_in_order_leaves_nothing_and_what_follows_still_counts(tmp_path, crash_log):
    code = WATCHED + "c.write_text('an exception that Windows handled'); c.survived();"
    assert child(code, tmp_path).returncode == 0
    assert (tmp_path / "crash.log").read_bytes() == b""
    child(code + "import os; os.abort()", tmp_path)
    assert "handled" not in (found := crash_log(tmp_path).previous)
    assert "Abort" in found


def test_five_are_kept(tmp_path, crash_log):
    for day in range(1, 9):
        (tmp_path / f"crash-2026010{day}-120000.log").write_text(str(day), encoding="utf-8")
    (tmp_path / "crash.log").write_text("the newest", encoding="utf-8")
    assert crash_log(tmp_path).previous == "the newest"
    kept = sorted(path.name for path in tmp_path.glob("crash-*.log"))
    assert len(kept) == crash.KEPT
    assert kept[0] == "crash-20260105-120000.log"
    assert (tmp_path / kept[-1]).read_text(encoding="utf-8") == "the newest"


def test_a_folder_that_cannot_be_made_stops_nobody(tmp_path, crash_log):
    (tmp_path / "file").touch()
    log = crash_log(tmp_path / "file" / "logs")
    log.write(ValueError())
    log.survived()
    assert log.previous == ""


def test_no_console_is_no_second_failure(tmp_path):
    code = "import sys; sys.stdout = sys.stderr = None;" + WATCHED + "raise ValueError('no console')"
    assert child(code, tmp_path).returncode == 1
    assert "no console" in (tmp_path / "crash.log").read_text(encoding="utf-8")


def test_a_start_without_a_platform_says_why_in_the_crash_log(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "gui", "--data-dir", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**ENVIRONMENT, "QT_QPA_PLATFORM": "nonesuch"},
        check=False,
    )
    assert done.returncode != 0
    text = (tmp_path / "logs" / "crash.log").read_text(encoding="utf-8")
    assert text.startswith("Qt: ")
    assert "nonesuch" in done.stderr
    assert "Abort" in text


def test_a_tally_says_it_seldom():
    tally = Tally()
    assert [n for n in range(1, 1101) if tally.count("x")] == [1, 10, 100, 1000]
    assert [tally.count("y"), tally.count("y")] == [1, 0]
    for number in range(2 * Tally.MOST):
        tally.count(number)
    assert len(tally._counts) <= Tally.MOST


@pytest.fixture
def told(tmp_path):
    """Catch on a loop that does not run; returns what was told, and reads what was logged."""
    logs.start(tmp_path)
    told = []
    failures = Failures(told.append)
    loop = asyncio.new_event_loop()
    failures.install(loop)
    yield told, loop, lambda: (tmp_path / "matrixdeck.log").read_text(encoding="utf-8")
    failures.remove()
    loop.close()
    logs.stop()


def raised(words):
    try:
        raise KeyError(words)
    except KeyError as error:
        return error


def test_the_same_failure_is_told_once(told):
    told, _, log = told
    for number in range(250):
        error = raised(f"password=hunter{number}")
        sys.excepthook(type(error), error, error.__traceback__)
    assert len(told) == 1
    assert told[0].startswith("KeyError: 'password=***")
    assert "test_crash.py:" in told[0]
    assert log().count("Traceback") == 1
    assert "for the 100th time" in log()
    assert log().count("\n") < 20
    assert "hunter" not in log()


def test_threads_destructors_and_the_loop(told):
    told, loop, log = told
    thread = threading.Thread(target=lambda: 1 / 0, name="worker")
    thread.start()
    thread.join()
    assert told[0].startswith("ZeroDivisionError")
    assert "an error in the thread worker" in log()

    class Bad:
        def __del__(self):
            raise LookupError("in a destructor")

    Bad()
    assert "in a destructor" in log()
    assert len(told) == 1  # nothing was lost by it
    loop.call_exception_handler({"message": "a callback failed", "exception": raised("loop")})
    loop.call_exception_handler({"message": "a transport was not closed"})
    assert "a callback failed" in log()
    assert "a transport was not closed" in log()
    assert len(told) == 2


def test_a_job_that_fails_does_not_end_its_thread(told):
    told, _, log = told
    worker, done = Worker("drafts"), []
    worker.do(lambda: 1 / 0)
    worker.do(lambda: done.append(1))
    worker.close(5)
    assert done == [1]
    assert told[0].startswith("ZeroDivisionError")
    assert "an error in the thread drafts" in log()


def test_qt_warnings_reach_the_log(qapp, tmp_path, crash_log, monkeypatch):
    handlers = []
    monkeypatch.setattr("gui.diagnostics.qt_words.qInstallMessageHandler", handlers.append)
    logs.start(tmp_path)
    try:
        words = QtWords(crash_log(tmp_path))
        context = QMessageLogContext()
        for _ in range(99):
            words.take(QtMsgType.QtWarningMsg, context, "QPainter: not active")
        words.take(QtMsgType.QtDebugMsg, context, "chatter")
        words.take(QtMsgType.QtFatalMsg, context, "no platform")
        words.close()
    finally:
        logs.stop()
    text = (tmp_path / "matrixdeck.log").read_text(encoding="utf-8")
    assert text.count("QPainter") == 2
    assert "chatter" not in text
    assert "CRITICAL" in text
    assert (tmp_path / "crash.log").read_text(encoding="utf-8") == "Qt: no platform\n"
    assert handlers == [words.take, None]
