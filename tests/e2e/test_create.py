"""From each script's form to tasks that appear in the table, run and finish: as an operator does it."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget

from gui.tables.columns import Column

FORMS = {
    "post": ({"captions": "{New|Fresh} oven day #baking"}, 2),
    "follow": ({"target_users": "studio.nine\ndaily.maple"}, 4),
    "unfollow": ({"target_users": "@tiny.press"}, 2),
    "account_warmup": ({"topic": "baking\nbread"}, 2),
    "comment": (
        {
            "target_post_urls": "https://www.tiktok.com/@studio.nine/video/7301",
            "comment_content": "Lovely!\n好看",
        },
        2,
    ),
}


def open_composer(panel, hand):
    hand.qtbot.keyClick(panel.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hand.until(lambda: panel.window.composer is not None and panel.window.composer.isVisible())


def choose_script(hand, name):
    scripts = hand.find("script_list", QListWidget)
    (item,) = scripts.findItems(name, Qt.MatchFlag.MatchExactly)
    scripts.scrollToItem(item)
    hand.qtbot.mouseClick(
        scripts.viewport(), Qt.MouseButton.LeftButton, pos=scripts.visualItemRect(item).center()
    )


def choose_devices(panel, hand, server, count):
    """Select devices that are there and idle; return their serials."""
    online = server.rows("SELECT serial FROM devices WHERE online = 1 ORDER BY serial LIMIT ?", count)
    serials = tuple(row[0] for row in online)
    hand.until(lambda: set(serials) <= set(panel.host.devices))
    panel.window.devices.select(serials)
    return serials


@pytest.mark.parametrize("script", FORMS)
def test_a_form_makes_tasks_that_run_and_finish(script, simulator, open_panel, hand):
    server = simulator("--tasks", "0", "--speed", "400", "--seed", "11")
    panel = open_panel(server.url)
    hand = hand(panel)
    hand.until(lambda: panel.host.progress.complete)
    serials = choose_devices(panel, hand, server, 2)
    open_composer(panel, hand)
    choose_script(hand, script)
    fields, expected = FORMS[script]
    for name, text in fields.items():
        hand.write(f"field.{name}", text)
    hand.until(lambda: str(expected) in hand.find("create_button").text())
    hand.click("create_button")

    hand.until(lambda: hand.find("task_view").isVisible())
    rows = server.rows("SELECT id, script_name, serial, source, script_args FROM tasks")
    assert len(rows) == expected
    assert {row[1] for row in rows} == {script}
    assert {row[2] for row in rows} == set(serials)
    assert {row[3] for row in rows} == {"api"}
    for row in rows:
        arguments = json.loads(row[4])
        for name, text in fields.items():
            sent = arguments.get(name, text)
            assert sent == text or set(sent) <= set(text.splitlines())

    table = panel.window.tasks.table
    hand.until(lambda: table.rowCount() == expected)
    seen = set()

    def all_ended():
        statuses = [table.index(row, Column.STATUS).data() for row in range(table.rowCount())]
        seen.update(statuses)
        return set(statuses) <= {"Completed", "Failed"}

    hand.until(all_ended)
    ended = dict(server.rows("SELECT id, status FROM tasks"))
    for row in range(table.rowCount()):
        task = table.task(row)
        assert task.status == ended[task.id]
    chip = hand.find("chip.completed")
    completed = sum(status == 2 for status in ended.values())
    hand.until(lambda: str(completed) in chip.text() or str(completed) in chip.accessibleName())


def test_a_refusal_marks_its_field_and_loses_nothing(simulator, open_panel, hand):
    server = simulator("--tasks", "0", "--seed", "11")
    panel = open_panel(server.url)
    hand = hand(panel)
    hand.until(lambda: panel.host.progress.complete)
    choose_devices(panel, hand, server, 1)
    open_composer(panel, hand)
    choose_script(hand, "comment")
    hand.write("field.comment_content", "Lovely!")
    assert not hand.find("create_button").isEnabled() or "0" in hand.find("create_button").text()
    panel.window.composer.send()
    hand.until(lambda: hand.find("error.target_post_urls", QLabel).text())
    assert server.rows("SELECT count(*) FROM tasks") == [(0,)]
    hand.write("field.target_post_urls", "https://vm.tiktok.com/ZM1/")
    hand.until(lambda: not panel.window.findChild(QLabel, "error.target_post_urls").isVisible())
    hand.click("create_button")
    hand.until(lambda: server.rows("SELECT count(*) FROM tasks") == [(1,)])


def test_the_server_is_gone_when_a_task_is_sent(simulator, open_panel, hand):
    server = simulator("--tasks", "0", "--seed", "11")
    panel = open_panel(server.url)
    hand = hand(panel)
    hand.until(lambda: panel.host.progress.complete)
    choose_devices(panel, hand, server, 1)
    open_composer(panel, hand)
    choose_script(hand, "follow")
    hand.write("field.target_users", "studio.nine")
    server.stop()
    hand.click("create_button")
    hand.until(lambda: hand.find("outcome").isVisible())
    assert panel.window.composer.form().config()["target_users"] == ["studio.nine"]
    assert panel.window.composer.isVisible()
