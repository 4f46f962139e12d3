"""An API key that is typed into a form is found in nothing that the panel writes or copies."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from tests.e2e.test_create import choose_devices, choose_script, open_composer

CANARY = "sk-canary-51d0c0ffee77"
PARTS = (CANARY, CANARY[3:], CANARY[::-1])


def leaks(*folders: Path) -> list[str]:
    """Return the files that hold the key, in any of the encodings that a program may write."""
    found = []
    for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        needles = [part.encode(code) for part in PARTS for code in ("utf-8", "utf-16-le", "utf-16-be")]
        if any(needle in content for needle in needles):
            found.append(str(path))
    return found


@pytest.mark.parametrize("how_far", ["typed", "sent"])
def test_a_killed_panel_leaves_no_key(simulator, tmp_path, how_far):
    server = simulator("--tasks", "0", "--seed", "11")
    data = tmp_path / "data"
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.canary", server.url, str(data), how_far],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    said = []
    try:
        child.stdin.write(CANARY + "\n")
        child.stdin.flush()
        wanted = "drafts written" if how_far == "typed" else "request created"
        while wanted not in said:
            line = child.stdout.readline()
            assert line, child.stderr.read()
            said.append(line.strip())
        arguments = Path(f"/proc/{child.pid}/cmdline")
        if arguments.exists():
            assert CANARY.encode() not in arguments.read_bytes()
            assert CANARY.encode() not in Path(f"/proc/{child.pid}/environ").read_bytes()
    finally:
        child.kill()
        out, errors = child.communicate()
    assert CANARY not in "".join(said) + out + errors
    assert (data / "batches.sqlite").exists()
    assert "with a key" in (data / "presets.json").read_text(encoding="utf-8")
    if how_far == "typed":
        assert "Be kind." in (data / "drafts.json").read_text(encoding="utf-8")
    assert leaks(data) == []
    if how_far == "sent":
        args = json.loads(server.rows("SELECT script_args FROM tasks")[0][0])
        assert args["chatgpt_settings"]["api_key"] == CANARY


def test_what_the_window_shows_copies_and_logs_has_no_key(simulator, open_panel, hand, tmp_path):
    server = simulator("--tasks", "0", "--seed", "11")
    panel = open_panel(server.url)
    hand = hand(panel)
    hand.until(lambda: panel.host.progress.complete)
    choose_devices(panel, hand, server, 2)
    open_composer(panel, hand)
    choose_script(hand, "account_warmup")
    panel.window.composer.form().set_config({"generate_by_chatgpt": True})
    hand.write("field.chatgpt_settings.api_key", CANARY)
    hand.until(lambda: panel.window.composer.summary().sendable)
    hand.click("show_request_button")
    for kind in ("json", "curl"):
        hand.click(f"request_kind.{kind}")
        hand.click("copy_request_button")
        assert "account_warmup" in QGuiApplication.clipboard().text()
        assert CANARY not in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    hand.click("create_button")
    hand.until(lambda: server.rows("SELECT count(*) FROM tasks") == [(2,)])
    hand.until(lambda: len(panel.host.tasks) == 2)
    hand.until(lambda: hand.find("task_view").isVisible())
    texts = [label.text() for label in panel.window.findChildren(QLabel)]
    texts += [edit.toPlainText() for edit in panel.window.findChildren(QPlainTextEdit)]
    assert not [text for text in texts if CANARY in text]
    key = panel.window.findChild(QLineEdit, "field.chatgpt_settings.api_key")
    assert key.text() == CANARY
    assert key.displayText() != CANARY
    assert all(CANARY not in repr(record) for record in panel.host.request_log)
    held = panel.host.batches.batches.values()
    assert CANARY not in repr(list(held))
    open_panel.close(panel)
    assert leaks(tmp_path / "data") == []


def test_the_search_sees_a_key(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.bin").write_bytes(b"\0\1" + CANARY.encode("utf-16-le"))
    assert leaks(tmp_path) == [str(tmp_path / "a" / "b.bin")]
