"""A program that is replaced under its running panel: it says so, and starts itself again when asked to."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt

from gui import __main__, __version__
from gui.desktop import own_program, presence
from gui.desktop.instance import LOCK, Instance, ask
from gui.desktop.own_program import OwnProgram
from tests.e2e.test_second_start import ENVIRONMENT, NOBODY, TIMEOUT_S, run
from tests.test_command_line import wait_for

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

UPDATED = """
import sys
from PySide6.QtCore import QTimer
from gui import __main__
from gui.desktop import own_program, presence

own_program.OwnProgram.replaced = lambda self: True
bring_up = presence.Presence._bring_up

def bring_up_and_click(self, version):
    bring_up(self, version)
    QTimer.singleShot(0, self._window.notice.offer_button.click)

presence.Presence._bring_up = bring_up_and_click
sys.exit(__main__.main(sys.argv[1:]))
"""
"""A panel whose program was replaced, and an operator who clicks as soon as that is said."""


@pytest.fixture
def instance(tmp_path):
    instance = Instance(tmp_path / "data")
    yield instance
    instance.release()
    instance.deleteLater()


@pytest.fixture
def program(tmp_path, monkeypatch):
    """The file of the running program, which a test may replace."""
    file = tmp_path / "program"
    file.write_text(__version__)
    monkeypatch.setattr(presence, "OwnProgram", lambda: OwnProgram(file))
    return file


@pytest.fixture
def window(open_panel, program, instance):
    panel = open_panel(NOBODY, instance=instance)
    return panel.window


def come_back(qapp):
    """What happens when somebody turns to the window."""
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_a_program_as_it_was_says_nothing(qapp, qtbot, window, instance):
    qtbot.waitUntil(lambda: instance.receivers("2raise_wanted(QString)") > 0)
    come_back(qapp)
    assert window.notice.isHidden()
    instance.raise_wanted.emit(__version__)
    assert window.notice.isHidden()


def test_it_says_so_when_somebody_turns_to_the_window_and_once_is_enough(
    qapp, qtbot, window, instance, program
):
    qtbot.waitUntil(lambda: instance.receivers("2raise_wanted(QString)") > 0)
    program.write_text("a newer one")
    come_back(qapp)
    assert window.notice.isVisible()
    assert "was updated" in window.notice.text.text()
    assert window.notice.offer_button.text() == "Restart now"
    assert not window.notice._timer.isActive()  # it waits to be read
    window.notice.dismiss()
    come_back(qapp)
    assert window.notice.isHidden()


def test_it_waits_while_something_else_is_being_read(qapp, qtbot, window, instance, program):
    qtbot.waitUntil(lambda: instance.receivers("2raise_wanted(QString)") > 0)
    window.show_message("error", "Three tasks failed.")
    program.write_text("a newer one")
    come_back(qapp)
    assert window.notice.text.text() == "Three tasks failed."
    window.notice.dismiss()
    come_back(qapp)
    assert "was updated" in window.notice.text.text()


def test_another_version_beside_an_unchanged_program_is_named(qtbot, window, instance):
    qtbot.waitUntil(lambda: instance.receivers("2raise_wanted(QString)") > 0)
    instance.raise_wanted.emit("9.9")
    assert "9.9" in window.notice.text.text()
    assert __version__ in window.notice.text.text()
    assert window.notice.offer_button.isHidden()


def test_restart_now_closes_the_panel_and_starts_the_same_command_again(tmp_path):
    folder = tmp_path / "a b 图"
    options = ["--data-dir", str(folder), "--url", NOBODY, "--theme", "light", "--minimized"]
    old = subprocess.Popen([sys.executable, "-c", UPDATED, *options], env=ENVIRONMENT)
    try:
        wait_for(lambda: ask(folder, "here", timeout_ms=500))
        assert Instance(folder).owner[0] == old.pid
        assert run(folder)[0] == 0
        assert old.wait(timeout=TIMEOUT_S) == 0
        wait_for(lambda: ask(folder, "here", timeout_ms=500))
        new = Instance(folder).owner[0]
        assert new not in {0, old.pid}
        if os.path.exists(f"/proc/{new}"):
            with open(f"/proc/{new}/cmdline", encoding="utf-8") as file:
                words = file.read().split("\0")[1:-1]
            assert words == ["-m", "gui", *options[:-1]]  # somebody clicked: the window is to be seen
    finally:
        old.kill()
        old.wait()
        assert run(folder, "--quit")[0] == 0
    assert not (folder / LOCK).exists()


def test_what_cannot_be_started_again_is_told(monkeypatch, capsys):
    monkeypatch.setattr(own_program, "command", lambda: ["/no such/program"])
    monkeypatch.setattr(os, "environ", dict(os.environ))
    assert __main__._start_again(["--theme", "dark"]) == 1
    assert "could not be started again" in capsys.readouterr().err
