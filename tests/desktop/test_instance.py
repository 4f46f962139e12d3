"""One panel a data folder: the lock, what a killed panel leaves, and what the running one answers."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from gui import __version__
from gui.desktop.instance import HERE, LOCK, MAX_QUESTION, QUIT, RAISE, TOKEN, Instance, _address, ask

HOLDER = """
import sys
from pathlib import Path
from gui.desktop.instance import Instance
instance = Instance(Path(sys.argv[1]))
print(instance.claim(), flush=True)
sys.stdin.read()
"""

ASKER = """
import json, sys
from pathlib import Path
from gui.desktop.instance import ask
print(json.dumps(ask(Path(sys.argv[1]), *sys.argv[2:], timeout_ms=5000)))
"""


@pytest.fixture
def instance(qapp, tmp_path):
    instance = Instance(tmp_path, "1.2.3")
    yield instance
    instance.release()
    instance.deleteLater()


@pytest.fixture
def holder(tmp_path):
    """Another process that has the folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline().strip() == "True"
    yield process
    process.kill()
    process.communicate()


@pytest.fixture
def asking(qtbot, tmp_path):
    """Ask as another start does, beside the running panel: ``asking("raise", "2.0")``."""

    def ask_(question, version="2.0"):
        command = [sys.executable, "-c", ASKER, str(tmp_path), question, version]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
            answer = []
            reader = threading.Thread(target=lambda: answer.append(json.loads(process.stdout.read())))
            reader.start()
            qtbot.waitUntil(lambda: not reader.is_alive(), timeout=10_000)
        return answer[0]

    return ask_


# The lock


def test_the_folder_is_made_and_taken_once(tmp_path):
    root = tmp_path / "a b 图" / "deeper"
    first, second = Instance(root), Instance(root)
    assert first.claim()
    assert first.claim()
    assert first.why_unlocked == ""
    assert not second.claim()
    assert second.owner[0] == os.getpid()
    first.release()
    first.release()
    assert second.claim()
    second.release()
    assert not (root / LOCK).exists()


def test_another_process_keeps_it_until_it_ends(holder, tmp_path):
    instance = Instance(tmp_path)
    assert not instance.claim()
    assert instance.owner[0] == holder.pid
    holder.communicate("")
    assert instance.claim(5000)
    instance.release()


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")
def test_a_killed_panel_stops_nobody(holder, tmp_path):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert (tmp_path / LOCK).exists()
    instance = Instance(tmp_path)
    assert instance.claim()
    assert instance.owner[0] == os.getpid()
    instance.release()


def test_nor_when_a_process_of_its_number_and_name_lives(holder, tmp_path):
    lock = tmp_path / LOCK
    left = lock.read_bytes()
    holder.communicate("")
    # This process is what got the dead panel's number: it is called python as well.
    lock.write_bytes(left.replace(str(holder.pid).encode(), str(os.getpid()).encode(), 1))
    long_ago = time.time() - 3600
    os.utime(lock, (long_ago, long_ago))
    instance = Instance(tmp_path)
    assert instance.claim()
    instance.release()


def test_an_old_lock_of_a_living_panel_stays(holder, tmp_path):
    long_ago = time.time() - 3600 * 24 * 30
    os.utime(tmp_path / LOCK, (long_ago, long_ago))
    assert not Instance(tmp_path).claim()


def test_a_lock_cut_short_stops_nobody(tmp_path):
    lock = tmp_path / LOCK
    lock.write_bytes(b"12")
    long_ago = time.time() - 3600
    os.utime(lock, (long_ago, long_ago))
    instance = Instance(tmp_path)
    assert instance.claim()
    instance.release()


def test_only_one_of_many_starts_at_the_same_moment_gets_it(tmp_path):
    code = HOLDER.replace("print", "sys.stdin.readline(); print")
    holders = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in holders:
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.stdout.readline().strip() for process in holders]
    for process in holders:
        process.communicate("")
    assert sorted(said) == ["False", "False", "False", "True"]


def test_a_folder_that_cannot_be_made_stops_nobody(tmp_path):
    file = tmp_path / "file"
    file.write_text("here is no folder")
    instance = Instance(file / "data")
    assert instance.claim()
    assert "data" in instance.why_unlocked
    instance.release()


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX limits")
def test_a_full_disk_stops_nobody(tmp_path):
    code = """
import resource, sys
from pathlib import Path
from gui.desktop.instance import Instance
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
instance = Instance(Path(sys.argv[1]))
print(instance.claim(), instance.why_unlocked)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("True ")
    assert LOCK in done.stdout
    assert not (tmp_path / LOCK).exists()


# The line


def test_nobody_answers_where_nobody_listens(tmp_path):
    assert ask(tmp_path, HERE) is None
    assert ask(tmp_path / "no such folder", HERE) is None


def test_a_second_start_is_answered_and_told_of(qtbot, instance, asking):
    instance.claim()
    assert instance.listen() == ""
    assert asking(HERE) == "1.2.3"
    with qtbot.waitSignal(instance.raise_wanted) as told:
        assert asking(RAISE, "2.0") == "1.2.3"
    assert told.args == ["2.0"]


def test_quit_is_told_once_the_answer_has_arrived(qtbot, instance, asking):
    instance.listen()
    with qtbot.waitSignal(instance.quit_wanted):
        assert asking(QUIT) == "1.2.3"


def test_the_leave_to_come_to_the_front_is_handed_over(qtbot, instance, asking, monkeypatch):
    instance.listen()
    monkeypatch.setenv(TOKEN, "from-the-desktop")
    monkeypatch.setattr("gui.desktop.instance.os.environ", environment := dict(os.environ))
    asking(RAISE)
    assert environment[TOKEN] == "from-the-desktop"


def test_questions_with_answers_of_their_own(instance, asking, caplog):
    long = "图" * 200_000
    instance.answers["requests"] = lambda: long
    instance.answers["broken"] = lambda: 1 // 0
    instance.listen()
    assert asking("requests") == long
    assert asking("weather") is None
    assert asking("broken") is None
    assert "broken" in caplog.text
    assert asking(HERE) == "1.2.3"


@pytest.mark.parametrize(
    "nonsense", [b"\n", b"hello\n", b"[1]\n", b'{"question": 1}\n', b"\xff\n", b"[" * MAX_QUESTION]
)
def test_nonsense_is_hung_up_on(qtbot, instance, asking, tmp_path, nonsense):
    instance.listen()
    socket = QLocalSocket()
    socket.connectToServer(_address(tmp_path))
    socket.write(nonsense)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert asking(HERE) == "1.2.3"


def test_who_leaves_without_a_word_harms_nobody(qtbot, instance, asking, tmp_path):
    instance.listen()
    socket = QLocalSocket()
    socket.connectToServer(_address(tmp_path))
    socket.write(b"half a quest")
    socket.abort()
    assert asking(HERE) == "1.2.3"


def test_what_a_killed_panel_left_of_its_line_is_cleared_away(qtbot, instance, asking, tmp_path):
    code = HOLDER.replace("print(instance.claim()", "print(instance.claim() and not instance.listen()")
    killed = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert killed.stdout.readline().strip() == "True"
    killed.kill()
    killed.communicate()
    assert instance.claim()
    assert instance.listen() == ""
    assert asking(HERE) == "1.2.3"


def test_a_panel_that_closes_answers_no_more_and_keeps_the_lock(instance, asking, tmp_path):
    instance.claim()
    instance.listen()
    instance.hang_up()
    instance.hang_up()
    assert asking(HERE) is None
    assert not Instance(tmp_path).claim()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no file")
def test_only_the_user_may_ask(instance, tmp_path):
    instance.listen()
    assert Path(_address(tmp_path)).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no file")
def test_nothing_is_asked_of_another_user(tmp_path, monkeypatch):
    own = os.getuid()
    monkeypatch.setattr("gui.desktop.instance.os.getuid", lambda: own + 54_321)
    address = _address(tmp_path)
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(address)
        other.listen()
        other.setblocking(False)
        assert ask(tmp_path, RAISE, timeout_ms=100) is None
        with pytest.raises(BlockingIOError):
            other.accept()
    Path(address).unlink()


def test_a_folder_has_one_address_however_it_is_written(tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    other = _address(tmp_path / "other")
    addresses = {
        _address(p) for p in (tmp_path / "data", tmp_path / "link", Path("data"), tmp_path / "data" / ".")
    }
    assert len(addresses) == 1
    assert other not in addresses
    assert len(other) < 90  # a socket's name may have 104 bytes


def test_a_line_that_cannot_be_opened_is_told(instance, monkeypatch, tmp_path):
    monkeypatch.setattr("gui.desktop.instance._address", lambda _: str(tmp_path / "no such folder" / "line"))
    assert instance.listen() != ""
    instance.hang_up()


def test_the_version_is_the_programs(tmp_path):
    assert Instance(tmp_path)._version == __version__


def test_a_system_without_what_qt_network_needs_has_a_panel_all_the_same(instance, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    assert "QtNetwork" in instance.listen()
    assert ask(tmp_path, RAISE) is None
