"""Bad input and bad days: each is a condition on the screen, nothing is lost, nothing opens by itself."""

import asyncio
import json

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from gui.files import write_csv
from gui.state.connection import Phase
from tests.faults import Fault, FaultProxy


def banner_text(panel):
    return " ".join(label.text() for label in panel.window.banner.findChildren(QLabel) if label.isVisible())


def no_dialog_opened():
    return not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def test_a_starter_plan_says_what_is_needed(simulator, open_panel, hand):
    server = simulator("--plan", "starter", "--tasks", "50")
    panel = open_panel(server.url)
    hand = hand(panel)
    hand.until(lambda: panel.host.connection.phase is Phase.REFUSED)
    hand.until(lambda: "Starter" in banner_text(panel))
    assert "Pro" in banner_text(panel)
    assert no_dialog_opened()


def test_the_server_is_killed_and_restarted(simulator, open_panel, hand, tmp_path):
    db = tmp_path / "world.db"
    server = simulator("--tasks", "120", "--seed", "3", db=db)
    panel = open_panel(server.url)
    hand = hand(panel)
    hand.until(lambda: panel.window.tasks.table.rowCount() >= 120)
    rows = panel.window.tasks.table.rowCount()
    server.stop()
    hand.until(lambda: panel.host.connection.phase is Phase.UNREACHABLE)
    assert panel.window.tasks.table.rowCount() == rows
    assert "try" in banner_text(panel).lower()
    assert no_dialog_opened()
    again = simulator("--port", str(server.port), db=db)
    panel.host.reconnect()
    hand.until(lambda: panel.host.connection.phase is Phase.LIVE)
    hand.until(lambda: set(panel.host.tasks) == {r[0] for r in again.rows("SELECT id FROM tasks")})


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault.GARBAGE, "not from the Local API"),
        (Fault.REFUSE, "cannot be reached"),
        (Fault.RESET_MID_BODY, "cannot be reached"),
        (Fault.TRUNCATE, "T"),
    ],
)
def test_a_server_that_goes_bad_keeps_the_last_picture(simulator, open_panel, hand, fault, words):
    server = simulator("--tasks", "60", "--seed", "3")
    with FaultProxy(server.port) as proxy:
        panel = open_panel(f"http://127.0.0.1:{proxy.port}")
        hand = hand(panel)
        hand.until(lambda: panel.window.tasks.table.rowCount() >= 60)
        proxy.fault = fault
        panel.host.refresh()
        hand.until(lambda: panel.host.connection.phase in {Phase.STALE, Phase.UNREACHABLE})
        assert words in panel.host.connection.error.title
        assert panel.window.tasks.table.rowCount() >= 60
        assert no_dialog_opened()
        proxy.fault = Fault.PASS
        panel.host.reconnect()
        hand.until(lambda: panel.host.connection.phase is Phase.LIVE)


def test_something_else_listens_there(simulator, open_panel, hand):
    server = simulator("--tasks", "0")
    with FaultProxy(server.port) as proxy:
        proxy.fault = Fault.GARBAGE
        panel = open_panel(f"http://127.0.0.1:{proxy.port}")
        hand = hand(panel)
        hand.until(lambda: panel.host.connection.phase is Phase.UNREACHABLE)
        hand.until(lambda: "not from the Local API" in banner_text(panel))
        assert panel.window.tasks.table.rowCount() == 0
        assert "not from the Local API" in hand.find("empty_state.heading").text()
        assert no_dialog_opened()


def test_an_empty_world_says_what_to_do(simulator, open_panel, hand):
    server = simulator("--tasks", "0", "--devices", "0")
    panel = open_panel(server.url)
    hand = hand(panel)
    hand.until(lambda: panel.host.progress.complete)
    assert hand.find("empty_state.heading").text()
    hand.click("button.empty_state")
    hand.until(lambda: panel.window.composer is not None and panel.window.composer.isVisible())


def test_a_settings_file_cut_in_half_is_told_and_kept(simulator, open_panel, hand, tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "settings.json").write_text('{"theme": "li', encoding="utf-8")
    server = simulator("--tasks", "5")
    panel = open_panel(server.url, data_dir=folder)
    hand = hand(panel)
    hand.until(lambda: "damaged" in " ".join(x.text() for x in panel.window.notice.findChildren(QLabel)))
    hand.until(lambda: panel.host.connection.phase is Phase.LIVE)
    open_panel.close(panel)
    assert json.loads((folder / "settings.json").read_text(encoding="utf-8"))["theme"] == "system"
    assert len(list(folder.glob("settings.json.damaged-*"))) == 1


def test_what_the_window_remembers(simulator, open_panel, hand, tmp_path):
    server = simulator("--tasks", "40", "--seed", "3")
    first = open_panel(server.url)
    hand_ = hand(first)
    hand_.until(lambda: first.host.progress.complete)
    hand_.click("chip.failed")
    first.window.resize(1180, 700)
    open_panel.close(first)
    second = open_panel(server.url, size=None)
    hand_ = hand(second)
    hand_.until(lambda: second.host.progress.complete)
    assert hand_.find("chip.failed").isChecked()
    assert second.window.height() == 700
    table = second.window.tasks.table
    hand_.until(lambda: table.rowCount() == second.host.stats.failed)
    assert {table.task(row).status for row in range(table.rowCount())} <= {3}


def test_nothing_is_left_running_after_close(simulator, open_panel, hand, loop):
    server = simulator("--tasks", "30")
    panel = open_panel(server.url)
    hand(panel).until(lambda: panel.host.progress.complete)
    open_panel.close(panel)
    assert not asyncio.all_tasks(loop)


def test_a_device_name_that_cannot_be_saved_is_told(simulator, open_panel, hand, tmp_path):
    folder = tmp_path / "data"
    (folder / "devices.json.new").mkdir(parents=True)
    server = simulator("--tasks", "5")
    panel = open_panel(server.url, data_dir=folder)
    hand = hand(panel)
    hand.until(lambda: panel.host.devices)
    panel.host.edit_device(next(iter(panel.host.devices)), "front row", "", "")
    hand.until(lambda: "device names" in " ".join(x.text() for x in panel.window.notice.findChildren(QLabel)))
    assert no_dialog_opened()


def test_a_spreadsheet_calculates_nothing_that_was_exported(tmp_path):
    path = tmp_path / "tasks.csv"
    write_csv(path, [["ID", "Remark"], ["7", "=HYPERLINK(1)"], ["8", "-1 left, 需要验证码"]])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines == ["ID,Remark", "7,'=HYPERLINK(1)", '8,"\'-1 left, 需要验证码"']
