"""What is taken out of the diagnostics."""

import time

import pytest

from gui.diagnostics import scrubbing
from gui.diagnostics.scrubbing import Scrubber

LINUX = Scrubber(["/home/ann"], ["ann"])
WINDOWS = Scrubber([r"C:\Users\Somebody Else"], ["Somebody Else"])


@pytest.mark.parametrize(
    ("scrubber", "text", "left"),
    [
        (LINUX, 'File "/home/ann/.local/share/x.py", line 3', 'File "~/.local/share/x.py", line 3'),
        (LINUX, "/home/anna stays, and so does a banner", "/home/anna stays, and so does a banner"),
        (LINUX, "owner Ann, uid=ann", "owner ~, uid=~"),
        (LINUX, "file:///home/ann/x", "file://~/x"),
        (WINDOWS, r"C:\Users\Somebody Else\AppData", r"~\AppData"),
        (WINDOWS, r"c:/users/somebody else/AppData", "~/AppData"),
        (WINDOWS, r"'C:\\Users\\Somebody Else\\AppData'", r"'~\\AppData'"),
        (WINDOWS, r"C:\Users\SOMEBO~1\AppData\Local\Temp", r"C:\Users\~\AppData\Local\Temp"),
        (Scrubber([], ["Ann Lee"]), r"C:\Users\ANNLEE~1\x", r"C:\Users\~\x"),
        (Scrubber([], ["Ann Lee"]), "file:///C:/Users/Ann%20Lee/x", "file:///C:/Users/~/x"),
        (Scrubber([], ["john.m.smith"]), r"C:\Users\JOHNM~1.SMI\x", r"C:\Users\~\x"),
        (Scrubber(["/home/张三"], ["张三"]), "用户张三的文件 /home/张三/x", "用户~的文件 ~/x"),
        (Scrubber(["/"], ["a", ""]), "a / stays", "a / stays"),
        (LINUX, "GET http://x:1/api?key=abc done", "GET http://x:1/api?*** done"),
        (LINUX, "“localhost:1?key=abc” is not an address", "“localhost:1?***” is not an address"),
        (LINUX, "“me:pass@host:1” is not an address", "“***@host:1” is not an address"),
        (Scrubber([], [], ["my own key", "abc"]), "it was my own key, abc", "it was ***, abc"),
    ],
)
def test_a_line(scrubber, text, left):
    assert scrubber.line(text) == left


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("http://localhost:50809", "http://localhost:50809"),
        ("http://me:pass@host:1/api?token=1#x", "http://***@host:1/api?***"),
        ("me:pass@host:1", "***@host:1"),
        ("host:1?x", "host:1?***"),
        ("", ""),
    ],
)
def test_an_address(typed, left):
    assert LINUX.address(typed) == left


def test_a_json_value_keeps_its_shape():
    value = {"ann": ["/home/ann/x", 3, None, True, {"n": "ann"}]}
    assert LINUX.value(value) == {"ann": ["~/x", 3, None, True, {"n": "~"}]}


def test_of_this_machine(monkeypatch, tmp_path):
    home = tmp_path / "someone"
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr(scrubbing.getpass, "getuser", lambda: "operator7")
    scrubber = Scrubber.of_this_machine()
    assert scrubber.text(f"{home}\noperator7 and someone") == "~\n~ and ~"


def test_without_a_home_and_a_name(monkeypatch):
    def nobody():
        raise KeyError("uid not found")

    def nowhere():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(scrubbing.getpass, "getuser", nobody)
    monkeypatch.setattr(scrubbing.Path, "home", nowhere)
    assert Scrubber.of_this_machine().line("api_key=abc") == "api_key=***"


@pytest.mark.parametrize(
    "piece",
    ["a", "a:", "password", "token='", "-", "://a", "http://", "“", "b=bearer ", "\\", "secret =  ", " "],
)
def test_no_text_takes_long(piece):
    began = time.process_time()
    LINUX.line(piece * (30_000 // len(piece)))
    assert time.process_time() - began < 1
