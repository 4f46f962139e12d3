"""Crashes and failures as an operator meets them, and the diagnostics that go to somebody who helps."""

import getpass
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from gui.desktop.instance import Instance
from tests.conftest import WAIT_MS
from tests.e2e.test_bad_days import no_dialog_opened
from tests.e2e.test_create import choose_devices, choose_script, open_composer

KEY = "canary-51d0c0ffee77"
"""Not of the shape by which a key is recognised."""
PARTS = (KEY, KEY[7:], KEY[::-1])


def unpacked(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def save_by_menu(panel, hand, path):
    """Choose Help > Save diagnostics… and a file, as an operator does; return the notices until its end."""
    shown, show = [], panel.window.notice.show_message

    def note(*message):
        shown.append(" ".join(message))
        show(*message)

    panel.window.notice.show_message = note  # others may speak meanwhile
    panel.window.commands.diagnostics.trigger()
    dialog = panel.window.findChild(QFileDialog, "diagnostics_dialog")
    assert dialog.isVisible()
    assert dialog.selectedFiles()[0].endswith(".zip")
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert not panel.window.commands.diagnostics.isEnabled()
    hand.until(panel.window.commands.diagnostics.isEnabled)
    return shown


@pytest.fixture
def typed(simulator, open_panel, hand, tmp_path):
    """A panel that can be asked, in whose form a key was typed and sent; returns it with its folder."""
    data = tmp_path / "data"
    instance = Instance(data)
    assert instance.claim()
    server = simulator("--tasks", "0", "--seed", "11")
    panel = open_panel(server.url, data_dir=data, instance=instance)
    operator = hand(panel)
    operator.until(lambda: panel.host.progress.complete)
    choose_devices(panel, operator, server, 2)
    open_composer(panel, operator)
    choose_script(operator, "account_warmup")
    panel.window.composer.form().set_config({"generate_by_chatgpt": True})
    operator.write("field.chatgpt_settings.api_key", KEY)
    operator.until(lambda: panel.window.composer.summary().sendable)
    operator.click("create_button")
    operator.until(lambda: server.rows("SELECT count(*) FROM tasks") == [(2,)])
    operator.until(lambda: any(record.method == "POST" for record in panel.host.request_log))
    yield panel, operator, data
    open_panel.close(panel)
    instance.release()


def test_no_key_and_no_name_in_what_the_window_saves(typed, tmp_path):
    panel, operator, _ = typed
    path = tmp_path / "from the window.zip"
    [saved] = [text for text in save_by_menu(panel, operator, path) if "are saved" in text]
    assert str(path) in saved
    files = unpacked(path)
    whole = "".join([*files, *files.values()])
    assert not [part for part in PARTS if part in whole]
    assert str(Path.home()) + "/" not in whole
    assert f'"{getpass.getuser()}"' not in whole
    assert not {"drafts", "presets", "batches", "devices"} & {Path(name).stem for name in files}
    assert json.loads(files["versions.json"])["screens"]
    requests = [json.loads(line) for line in files["requests.jsonl"].splitlines()]
    assert {"POST"} <= {line["method"] for line in requests if line["by"] == "panel"}
    assert [line for line in requests if line["by"] == "doctor"]
    assert no_dialog_opened()


def test_the_command_asks_the_running_panel(typed, qtbot, tmp_path):
    _, _, data = typed
    path = tmp_path / "from the command.zip"
    command = [sys.executable, "-m", "gui", "doctor", "--bundle", str(path), "--data-dir", str(data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        qtbot.waitUntil(lambda: child.poll() is not None, timeout=WAIT_MS)
        out, errors = child.communicate()
    assert (child.returncode, errors) == (0, "")
    files = unpacked(path)
    assert not [part for part in PARTS if part in "".join([out, *files.values()])]
    requests = [json.loads(line) for line in files["requests.jsonl"].splitlines()]
    assert [line for line in requests if line["by"] == "panel" and line["method"] == "POST"]


def test_a_file_that_cannot_be_written_is_told(simulator, open_panel, hand, tmp_path):
    server = simulator("--tasks", "0")
    panel = open_panel(server.url)
    operator = hand(panel)
    operator.until(lambda: panel.host.progress.complete)
    (tmp_path / "b.zip.new").mkdir()
    shown = save_by_menu(panel, operator, tmp_path / "b.zip")
    assert [text for text in shown if text.startswith("error The diagnostics could not be saved")]
    assert not (tmp_path / "b.zip").exists()


def test_diagnostics_that_fail_can_be_tried_again(simulator, open_panel, hand, tmp_path, monkeypatch):
    server = simulator("--tasks", "0")
    panel = open_panel(server.url)
    operator = hand(panel)
    operator.until(lambda: panel.host.progress.complete)
    monkeypatch.setitem(
        sys.modules, "gui.diagnostics.bundle", None
    )  # the program was replaced under its panel
    shown = save_by_menu(panel, operator, tmp_path / "b.zip")
    operator.until(lambda: "went wrong" in panel.window.notice.text.text())
    assert not [text for text in shown if "are saved" in text]
    log_file = panel.paths.logs / "matrixdeck.log"
    log = log_file.read_text(encoding="utf-8")
    log_file.write_text(log.replace(" ERROR ", " expected "), encoding="utf-8")  # the closing looks for any


def test_a_failing_slot_is_told_once_and_kills_nothing(simulator, open_panel, hand):
    server = simulator("--tasks", "5")
    panel = open_panel(server.url)
    operator = hand(panel)
    operator.until(lambda: panel.host.progress.complete)
    failed = []

    def fail():
        failed.append(1)
        raise LookupError("api_key=hunter2")

    timer = QTimer()
    timer.timeout.connect(fail)
    timer.start(1)
    notice = panel.window.notice
    operator.until(lambda: "went wrong" in notice.text.text())
    assert "LookupError" in notice.detail.text()
    assert "hunter2" not in notice.detail.text()
    assert notice.offer_button.isVisible()
    notice.close_button.click()
    operator.until(lambda: len(failed) > 100)
    timer.stop()
    assert not notice.isVisible()
    assert no_dialog_opened()
    log_file = panel.paths.logs / "matrixdeck.log"
    log = log_file.read_text(encoding="utf-8")
    assert log.count("Traceback") == 1
    assert "for the 100th time" in log
    log_file.write_text(log.replace(" ERROR ", " expected "), encoding="utf-8")  # the closing looks for any


def test_a_crash_is_told_by_the_next_start(simulator, open_panel, hand, tmp_path):
    data = tmp_path / "data"
    server = simulator("--tasks", "5")
    arguments = ["--url", server.url, "--data-dir", str(data)]
    dies = "import ctypes; from gui.api.request_log import RequestLog as log;"
    dies += "log.add = lambda *_: ctypes.string_at(0); from gui.__main__ import main; main()"
    ended = subprocess.run(
        [sys.executable, "-c", dies, *arguments], capture_output=True, timeout=60, check=False
    )
    assert ended.returncode != 0
    again = [sys.executable, "-m", "gui", *arguments, "--smoke-test"]
    done = subprocess.run(again, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    log = data / "logs" / "matrixdeck.log"
    assert "string_at" in log.read_text(encoding="utf-8")
    assert len([*log.parent.glob("crash-*.log")]) == 1
    panel = open_panel(server.url, data_dir=data, crashed="Fatal Python error: Segmentation fault")
    operator = hand(panel)
    notice = panel.window.notice
    operator.until(lambda: "crashed" in notice.text.text())
    assert "Segmentation fault" in notice.detail.text()
    assert no_dialog_opened()
    notice.offer_button.click()
    dialog = panel.window.findChild(QFileDialog, "diagnostics_dialog")
    assert dialog.isVisible()
    dialog.reject()
