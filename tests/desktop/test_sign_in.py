"""Starting at sign-in: the real files of Linux and macOS, and Windows' registry as far as it is used."""

import json
import os
import plistlib
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from gui.desktop import own_program, sign_in
from gui.desktop.sign_in import APPROVED, IDENTIFIER, RUN, Autostart, LaunchAgent, RunKey, SignIn
from gui.paths import DataPaths

COMMAND = ["/opt/matrixdeck/matrixdeck", "--minimized"]
WORDS = [
    "a b",
    "图 片",
    "100%",
    "%f %%",
    'say "no"',
    "back\\slash",
    "$HOME",
    "`id`",
    "it's",
    "a;b&c|d",
    "~",
    "*?",
    "x=1",
]


class Registry:
    """What winreg does with the keys of one user."""

    HKEY_CURRENT_USER = object()
    REG_SZ = 1

    def __init__(self):
        self.keys = {}

    @contextmanager
    def OpenKey(self, root, path):
        assert root is self.HKEY_CURRENT_USER
        if path not in self.keys:
            raise FileNotFoundError(path)
        yield self.keys[path]

    @contextmanager
    def CreateKey(self, root, path):
        assert root is self.HKEY_CURRENT_USER
        yield self.keys.setdefault(path, {})

    def QueryValueEx(self, key, name):
        if name not in key:
            raise FileNotFoundError(name)
        return key[name], self.REG_SZ

    def SetValueEx(self, key, name, reserved, kind, value):
        assert (reserved, kind) == (0, self.REG_SZ)
        key[name] = value

    def DeleteValue(self, key, name):
        del key[name]


@pytest.fixture(params=["autostart", "launch", "registry"])
def place(request, tmp_path):
    return {
        "autostart": lambda: Autostart(tmp_path / "config" / "autostart"),
        "launch": lambda: LaunchAgent(tmp_path / "Library" / "LaunchAgents"),
        "registry": lambda: RunKey(Registry()),
    }[request.param]()


def test_on_and_off_and_again(place):
    switch = SignIn(place, COMMAND)
    assert not switch.enabled()
    switch.set_enabled(False)
    for _ in range(2):
        switch.set_enabled(True)
        assert switch.enabled()
    switch.set_enabled(False)
    switch.set_enabled(False)
    assert not switch.enabled()


def test_what_cannot_be_read_is_off_and_what_cannot_be_written_is_said(tmp_path):
    file = tmp_path / "file"
    file.write_text("no folder")
    for place in (Autostart(file / "autostart"), LaunchAgent(file / "agents")):
        switch = SignIn(place, COMMAND)
        assert not switch.enabled()
        with pytest.raises(OSError, match="file"):
            switch.set_enabled(True)


# Linux


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not here")
@pytest.mark.parametrize("word", WORDS)
def test_the_desktop_file_is_valid(tmp_path, word):
    Autostart(tmp_path).enable([f"/opt/{word}/matrixdeck", "--minimized", "--data-dir", word])
    path = tmp_path / "matrixdeck.desktop"
    done = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("gio") is None, reason="GLib's launcher is not here")
@pytest.mark.parametrize("name", ["plain", 'a b 图 "$x" \\', "100% x=1"])
def test_a_desktop_starts_exactly_that_command(tmp_path, name):
    folder = tmp_path / name
    folder.mkdir()
    told = tmp_path / "told.json"
    program = folder / "matrixdeck"
    program.write_text(f"#!{sys.executable}\nimport json, sys\n{WRITE}({str(told)!r}, sys.argv)\n")
    program.chmod(0o755)
    Autostart(tmp_path).enable([str(program), "--minimized", *WORDS])
    subprocess.run(["gio", "launch", tmp_path / "matrixdeck.desktop"], check=True, timeout=30)
    until = time.monotonic() + 30
    while not told.exists():
        assert time.monotonic() < until
        time.sleep(0.02)
    assert json.loads(told.read_text(encoding="utf-8")) == [str(program), "--minimized", *WORDS]


WRITE = """
def write(path, words):
    import os
    with open(path + ".new", "w", encoding="utf-8") as file:
        json.dump(words, file)
    os.replace(path + ".new", path)
write"""


def test_a_folder_whose_name_is_no_text_is_written_as_it_is(tmp_path):
    place = Autostart(tmp_path)
    place.enable(["/opt/\udcff/matrixdeck", "--minimized"])
    assert place.enabled()
    assert b"\nTryExec=/opt/\xff/matrixdeck\n" in (tmp_path / "matrixdeck.desktop").read_bytes()


def test_the_usual_file_reads_as_everybody_else_writes_it(tmp_path):
    Autostart(tmp_path).enable(COMMAND)
    lines = (tmp_path / "matrixdeck.desktop").read_text(encoding="utf-8").splitlines()
    assert "Exec=/opt/matrixdeck/matrixdeck --minimized" in lines
    assert "TryExec=/opt/matrixdeck/matrixdeck" in lines
    assert [path.name for path in tmp_path.iterdir()] == ["matrixdeck.desktop"]


@pytest.mark.parametrize("off", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "hidden = True"])
def test_what_the_desktop_switched_off_is_off(tmp_path, off):
    place = Autostart(tmp_path)
    place.enable(COMMAND)
    path = tmp_path / "matrixdeck.desktop"
    path.write_text(path.read_text() + off + "\n")
    assert not place.enabled()
    place.enable(COMMAND)
    assert place.enabled()


def test_it_is_the_users_own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    Autostart().enable(COMMAND)
    assert (tmp_path / "settings" / "autostart" / "matrixdeck.desktop").exists()
    for nonsense in ("", "relative"):  # the specification has both ignored
        monkeypatch.setenv("XDG_CONFIG_HOME", nonsense)
        assert not Autostart().enabled()
    Autostart().enable(COMMAND)
    assert (tmp_path / ".config" / "autostart" / "matrixdeck.desktop").exists()


# macOS


def test_the_property_list(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    program = "/Applications/Matrix Deck 图.app/Contents/MacOS/MatrixDeck"
    LaunchAgent().enable([program, "--minimized"])
    path = tmp_path / "Library" / "LaunchAgents" / f"{IDENTIFIER}.plist"
    content = plistlib.loads(path.read_bytes())
    assert content["Label"] == IDENTIFIER
    assert content["ProgramArguments"] == [program, "--minimized"]
    assert content["RunAtLoad"] is True
    assert "KeepAlive" not in content  # a panel that was closed stays closed


# Windows


def test_the_run_value_is_the_installers(tmp_path):
    registry = Registry()
    place = RunKey(registry)
    program = r"C:\Users\李 雷\AppData\Local\Programs\MatrixDeck\MatrixDeck.exe"
    place.enable([program, "--minimized"])
    assert registry.keys[RUN] == {"MatrixDeck": f'"{program}" --minimized'}
    place.enable([program, "--minimized", "--data-dir", r"D:\my data"])
    assert registry.keys[RUN] == {"MatrixDeck": f'"{program}" --minimized --data-dir "D:\\my data"'}


@pytest.mark.parametrize(("first", "on"), [(2, True), (3, False), (6, True), (7, False)])
def test_what_the_task_manager_switched_off_is_off(first, on):
    registry = Registry()
    place = RunKey(registry)
    place.enable(COMMAND)
    registry.keys[APPROVED] = {"MatrixDeck": bytes([first, *range(11)])}
    assert place.enabled() is on
    place.enable(COMMAND)
    assert place.enabled()
    assert registry.keys[APPROVED] == {}


# This program


def test_from_source_it_names_python_and_from_a_build_itself(monkeypatch):
    assert own_program.command() == [sys.executable, "-m", "gui"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_program.command() == [sys.executable]


def test_another_data_folder_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    own = SignIn.here(DataPaths.default())
    assert own._command[-1] == "--minimized"
    assert own.why_not == ""
    other = SignIn.here(DataPaths(tmp_path / "other"))
    assert other._command[-2:] == ("--data-dir", str(tmp_path / "other"))


def test_a_demo_changes_nothing_on_the_pc(tmp_path):
    assert "demo" in SignIn.here(DataPaths(tmp_path), demo=True).why_not


@pytest.mark.parametrize(
    ("system", "kind"), [("linux", "Autostart"), ("freebsd14", "Autostart"), ("darwin", "LaunchAgent")]
)
def test_each_system_has_its_own_way(monkeypatch, system, kind):
    monkeypatch.setattr(sys, "platform", system)
    assert type(sign_in._place()).__name__ == kind


@pytest.mark.parametrize(
    "program",
    [
        "/Volumes/MatrixDeck 0.1.0/MatrixDeck.app/Contents/MacOS/MatrixDeck",
        "/private/var/folders/xy/T/AppTranslocation/0/d/MatrixDeck.app/Contents/MacOS/MatrixDeck",
    ],
)
def test_a_mac_program_that_was_never_installed_cannot_be_started_later(monkeypatch, tmp_path, program):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(sys, "executable", program)
    assert "Applications" in SignIn.here(DataPaths(tmp_path)).why_not


def test_no_command_line_holds_a_word_that_a_watchdog_kills():
    words = " ".join(own_program.command()[1:])
    assert "agent" not in words
    assert "script" not in words
    assert os.sep not in words
