"""A second start, ``--quit`` and ``--minimized``, in processes of their own as a double-click makes them."""

import json
import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from PySide6.QtWidgets import QDialog

from gui.desktop.instance import LOCK, Instance, ask
from tests.test_command_line import wait_for

PROGRAM = [sys.executable, "-m", "gui"]
ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
NOBODY = "http://127.0.0.1:9"
"""An address where no TikMatrix is: these panels are about their own process."""
TIMEOUT_S = 60

# What the offscreen platform says of a window that is to be raised.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


def start(folder, *arguments, **options):
    command = [*PROGRAM, "--data-dir", str(folder), *arguments]
    text = {"text": True, "encoding": "utf-8"}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, **text, **options
    )


def finish(process):
    """Return exit status, standard output and standard error of a process that ends by itself."""
    out, err = process.communicate(timeout=TIMEOUT_S)
    return process.returncode, out, err


def run(folder, *arguments):
    return finish(start(folder, *arguments))


def answers(folder, process):
    """Wait until the panel of a folder can be asked."""
    wait_for(lambda: process.poll() is not None or ask(folder, "here", timeout_ms=500) is not None)
    assert process.poll() is None, process.communicate()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "a b 图 100%"


@pytest.fixture
def panels(folder):
    """Start panels that are surely gone at the end: ``panels("--minimized")``."""
    started = []

    def start_(*arguments, folder=folder):
        process = start(folder, "--url", NOBODY, *arguments)
        started.append(process)
        return process

    yield start_
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def window(open_panel, folder):
    """The window of the panel that has the folder, in this process."""
    instance = Instance(folder)
    assert instance.claim()
    panel = open_panel(NOBODY, data_dir=folder, instance=instance)
    yield panel.window
    open_panel.close(panel)
    instance.release()
    instance.deleteLater()


@pytest.fixture
def beside(qtbot, folder):
    """Start the program beside the window of this process and wait for its end."""

    def run_(*arguments):
        done = []
        process = start(folder, *arguments)
        thread = threading.Thread(target=lambda: done.append(finish(process)))
        thread.start()
        qtbot.waitUntil(lambda: not thread.is_alive(), timeout=TIMEOUT_S * 1000)
        return done[0]

    return run_


def test_a_second_start_brings_the_window_up_out_of_the_task_bar(window, beside):
    window.showMinimized()
    assert window.isMinimized()
    status, out, err = beside()
    assert (status, out) == (0, "")
    assert "window comes up" in err
    assert window.isVisible()
    assert not window.isMinimized()


def test_a_maximised_window_comes_back_maximised(window, beside):
    window.showMaximized()
    window.showMinimized()
    beside()
    assert window.isMaximized()
    assert not window.isMinimized()


def test_a_second_start_as_an_icon_leaves_the_window_where_it_is(window, beside):
    window.showMinimized()
    status, out, err = beside("--minimized")
    assert (status, out) == (0, "")
    assert "runs already" in err
    assert "window" not in err
    assert window.isMinimized()


def test_an_open_dialog_stays_open(window, beside):
    window.dialogs.show_settings()
    window.showMinimized()
    assert beside()[0] == 0
    (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
    dialog.reject()


@pytest.mark.parametrize("options", [["--smoke-test"], ["--screenshot", "picture.png"]])
def test_what_measures_a_start_says_that_it_could_not(window, beside, options):
    window.showMinimized()
    status, out, _ = beside(*options)
    report = json.loads(out)
    assert status == 1
    assert report["ok"] is False
    assert f"process {os.getpid()} " in report["error"]
    assert report["window_ms"] is None
    assert window.isMinimized()


def test_quit_closes_the_panel_and_waits_until_its_lock_is_free(panels, folder):
    panel = panels()
    answers(folder, panel)
    assert run(folder, "--quit") == (0, "", "")
    assert not (folder / LOCK).exists()
    assert panel.wait(timeout=TIMEOUT_S) == 0
    assert (folder / "settings.json").exists()


def test_quit_where_nobody_runs_is_done_at_once_and_makes_no_folder(folder):
    assert run(folder, "--quit") == (0, "", "")
    assert not folder.exists()
    folder.mkdir()
    assert run(folder, "--quit") == (0, "", "")
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")
def test_after_kill_9_the_next_start_is_a_panel(panels, folder):
    killed = panels()
    answers(folder, killed)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert (folder / LOCK).exists()
    assert ask(folder, "here") is None
    panel = panels("--minimized")
    answers(folder, panel)
    assert run(folder)[0] == 0
    assert run(folder, "--quit")[0] == 0
    assert panel.wait(timeout=TIMEOUT_S) == 0


def test_starts_at_the_same_moment_make_one_window(panels, folder):
    starts = [panels() for _ in range(3)]
    wait_for(lambda: sum(process.poll() is None for process in starts) == 1)
    answers(folder, next(process for process in starts if process.poll() is None))
    assert sorted(str(process.poll()) for process in starts) == ["0", "0", "None"]
    assert run(folder, "--quit")[0] == 0


def test_a_panel_that_takes_long_to_start_or_to_close_is_waited_for(panels, folder):
    silent = Instance(folder)
    assert silent.claim()
    second = panels()
    with pytest.raises(subprocess.TimeoutExpired):
        second.wait(timeout=8)
    silent.release()
    answers(folder, second)
    assert run(folder, "--quit")[0] == 0


@pytest.mark.skipif(os.name == "nt", reason="a process is stopped by a signal")
def test_a_panel_that_hangs_is_named(panels, folder):
    panel = panels()
    answers(folder, panel)
    panel.send_signal(signal.SIGSTOP)
    a_minute_ago = time.time() - 60
    os.utime(folder / LOCK, (a_minute_ago, a_minute_ago))  # it is not starting any more
    status, out, err = run(folder)
    assert status == 3
    assert out == ""
    assert f"process {panel.pid} " in err
    assert "does not answer" in err
    panel.send_signal(signal.SIGCONT)
    assert run(folder, "--quit")[0] == 0


def test_two_folders_have_a_panel_each(panels, tmp_path):
    folders = [tmp_path / "one", tmp_path / "two"]
    running = [panels(folder=folder) for folder in folders]
    for folder, panel in zip(folders, running, strict=True):
        answers(folder, panel)
    assert run(folders[0], "--quit")[0] == 0
    assert running[0].wait(timeout=TIMEOUT_S) == 0
    assert ask(folders[1], "here") is not None


def test_a_demo_does_not_meet_the_panel(panels, folder, tmp_path):
    home = {**ENVIRONMENT, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    panel = panels(folder=tmp_path / "MatrixDeck")
    answers(tmp_path / "MatrixDeck", panel)
    demo = subprocess.run(
        [*PROGRAM, "--demo", "--smoke-test"],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        env=home,
        check=False,
    )
    assert json.loads(demo.stdout)["ok"] is True
    assert panel.poll() is None


def test_a_folder_that_cannot_be_written_still_has_one_panel(panels, tmp_path):
    file = tmp_path / "file"
    file.write_text("no folder can be made in here")
    folder = file / "data"
    panel = panels(folder=folder)
    answers(folder, panel)
    assert run(folder)[0] == 0
    assert panel.poll() is None
    panel.terminate()
    assert panel.wait(timeout=TIMEOUT_S) == 0
