"""What is asked of Windows, with a Windows that notes what it is asked; and nothing of other systems."""

import sys

import pytest

from gui.desktop import windows_shell

HANDLE = 77


class Library:
    """A system library: every function can be called, and is noted."""

    def __init__(self, calls, answers):
        self._calls, self._answers = calls, answers

    def __getattr__(self, name):
        def call(*arguments):
            self._calls.append((name, *arguments))
            return self._answers.get(name, 0)

        return call


@pytest.fixture
def windows(monkeypatch):
    """Every call as (function, arguments...), and the answers by function."""
    calls, answers = [], {}
    monkeypatch.setattr(windows_shell, "IS_HERE", True)
    monkeypatch.setattr(windows_shell, "_library", lambda _: Library(calls, answers))
    return calls, answers


@pytest.mark.skipif(sys.platform == "win32", reason="this is Windows")
def test_other_systems_are_not_asked(monkeypatch):
    monkeypatch.setattr(windows_shell, "_library", pytest.fail)
    monkeypatch.setattr(sys, "stderr", None)
    windows_shell.introduce()
    windows_shell.let_others_come_forward()
    windows_shell.tell("text")
    assert windows_shell.ends(1)(0)


def test_the_names_are_the_installers(windows):
    windows_shell.introduce()
    assert windows[0] == [
        ("SetCurrentProcessExplicitAppUserModelID", "MatrixDeck.MatrixDeck"),
        ("CreateMutexW", None, False, "MatrixDeck"),
    ]


def test_any_process_may_come_to_the_front(windows):
    windows_shell.let_others_come_forward()
    assert windows[0] == [("AllowSetForegroundWindow", 0xFFFFFFFF)]


def test_a_program_with_a_console_needs_no_box(windows, monkeypatch):
    windows_shell.tell("text")
    assert windows[0] == []
    monkeypatch.setattr(sys, "stderr", None)
    windows_shell.tell("text")
    assert windows[0] == [("MessageBoxW", None, "text", "MatrixDeck", 0x30)]


@pytest.mark.parametrize(("answer", "ended"), [(0, True), (0x102, False)])
def test_the_end_of_a_process_is_awaited(windows, answer, ended):
    calls, answers = windows
    answers.update(OpenProcess=HANDLE, WaitForSingleObject=answer)
    wait = windows_shell.ends(4711)
    assert wait(1500) is ended
    assert calls == [("OpenProcess", 0x100000, False, 4711), ("WaitForSingleObject", HANDLE, 1500)]


def test_a_process_that_is_gone_has_ended(windows):
    assert windows_shell.ends(4711)(0)
    assert windows_shell.ends(0)(0)
    assert windows[0] == [("OpenProcess", 0x100000, False, 4711)]
