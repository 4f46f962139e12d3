"""From a plan to exactly its tasks: 100 devices and 50 targets through the form."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from gui.store.batch_records import RequestState
from tests.e2e.test_commands import select
from tests.e2e.test_create import choose_devices, choose_script, open_composer

USERS = [f"user.{number:02}" for number in range(50)]


def test_five_thousand_tasks_from_one_form(simulator, open_panel, hand):
    server = simulator(
        "--tasks", "0", "--devices", "100", "--speed", "20000", "--plan", "business", "--seed", "5"
    )
    server.change("UPDATE devices SET online = 1")
    serials = [row[0] for row in server.rows("SELECT serial FROM devices ORDER BY serial")]
    assert len(serials) == 100
    panel = open_panel(server.url)
    hand = hand(panel)
    hand.until(lambda: panel.host.progress.complete and set(serials) <= set(panel.host.devices))
    panel.window.devices.select(tuple(serials))
    open_composer(panel, hand)
    choose_script(hand, "follow")
    QGuiApplication.clipboard().setText("\n".join(USERS))
    users = hand.find("field.target_users")
    users.setFocus()
    hand.qtbot.keyClick(users, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page = panel.window.composer
    hand.until(lambda: page.summary().count == 5000)
    assert page.summary().headline == "5000 tasks"
    assert "50 each" in hand.find("summary_text", QLabel).text()
    assert "In 50 requests" in hand.find("summary_figures", QLabel).text()
    assert page.summary().sendable
    assert hand.find("create_button").text() == "Create 5000 tasks"
    hand.write("batch_name", "Everybody follows")
    hand.click("create_button")

    hand.until(
        lambda: hand.find("outcome_text", QLabel).text() == "5,000 tasks created, 50 of 50 requests done."
    )
    rows = server.rows("SELECT serial, json_extract(script_args, '$.target_users[0]') FROM tasks")
    assert Counter(rows) == Counter((serial, user) for serial in serials for user in USERS)
    (batch,) = panel.host.batches.batches.values()
    assert batch.name == "Everybody follows"
    assert batch.states == Counter({RequestState.CREATED: 50})
    assert len(set(batch.task_ids)) == batch.created == batch.expected == 5000
    hand.until(lambda: len(panel.host.tasks) == 5000)

    assert panel.host.batches.progress(batch.id).requests_done == 50
    ended = "status = 2, start_time = create_time, end_time = create_time, next_at = NULL"
    server.change(f"UPDATE tasks SET {ended}")  # a day's work
    hand.until(lambda: panel.host.stats.completed == 5000 and not panel.host.mirror.ids(0))
    hand.until(lambda: not panel.host.mirror.ids(1))
    assert panel.host.batches.progress(batch.id).done == 5000
    assert server.rows("SELECT count(*) FROM tasks") == [(5000,)]
    assert "sent already: Everybody follows" in hand.find("summary_warnings", QLabel).text()


def test_a_raised_ceiling_is_there_after_a_restart(simulator, open_panel, hand):
    server = simulator("--tasks", "0", "--seed", "11")
    server.change("UPDATE devices SET online = 1")
    panel = open_panel(server.url)
    seen = hand(panel)
    seen.until(lambda: panel.host.progress.complete and panel.host.devices)
    open_composer(panel, seen)
    choose_script(seen, "follow")
    source = seen.find("device_source", QComboBox)
    source.setCurrentIndex(source.findData("online"))
    source.activated.emit(source.currentIndex())
    panel.window.composer.form().set_config({"target_users": [f"u{n}" for n in range(61)]})
    panel.window.composer.refresh()
    assert not seen.find("create_button").isEnabled()
    seen.click("raise_ceiling_button")
    seen.qtbot.mouseClick(panel.window.findChild(object, "ceiling_box.yes"), Qt.MouseButton.LeftButton)
    seen.until(seen.find("create_button").isEnabled)
    panel.window.dialogs.show_settings()
    dialog = panel.window.findChild(object, "ceiling.follow")
    assert dialog.value() == 61
    dialog.window().reject()
    open_panel.close(panel)
    assert server.rows("SELECT count(*) FROM tasks") == [(0,)]
    again = open_panel(server.url)
    assert again.settings.ceilings == {"follow": 61, "unfollow": 60, "comment": 30}
    seen = hand(again)
    again.window.show_composer()
    assert again.window.composer.form().config()["target_users"] == [f"u{n}" for n in range(61)]


def test_a_refused_batch_marks_its_field_and_keeps_what_was_typed(simulator, open_panel, hand):
    server = simulator("--tasks", "0", "--seed", "11")
    panel = open_panel(server.url)
    hand = hand(panel)
    hand.until(lambda: panel.host.progress.complete)
    open_composer(panel, hand)
    choose_script(hand, "follow")
    hand.click("targets.accounts")
    hand.write("usernames", "nobody.of.that.name")
    hand.write("field.target_users", "ann")
    hand.until(lambda: panel.window.composer.summary().sendable)
    hand.click("create_button")
    error = panel.window.findChild(QLabel, "error.targets")
    hand.until(lambda: error.isVisible() and "nobody.of.that.name" in error.text())
    assert "nobody.of.that.name" in hand.find("outcome_text", QLabel).text()
    assert panel.window.composer.request().usernames == ("nobody.of.that.name",)
    assert hand.find("batch_name", QLineEdit).text() == ""
    assert server.rows("SELECT count(*) FROM tasks") == [(0,)]


def test_failed_tasks_become_a_batch_of_exactly_those(simulator, open_panel, hand):
    server = simulator("--tasks", "0", "--seed", "11")
    panel = open_panel(server.url)
    hand = hand(panel)
    hand.until(lambda: panel.host.progress.complete)
    first, second = choose_devices(panel, hand, server, 2)
    open_composer(panel, hand)
    choose_script(hand, "follow")
    hand.write("field.target_users", "ann\nbob")
    hand.until(lambda: panel.window.composer.summary().count == 4)
    hand.click("create_button")
    hand.until(lambda: server.rows("SELECT count(*) FROM tasks") == [(4,)])
    server.change("UPDATE tasks SET next_at = 9e12 WHERE status IN (0, 1)")
    target = "json_extract(script_args, '$.target_users[0]')"
    pairs = [(first, "ann"), (second, "bob")]
    failed = [
        server.rows(f"SELECT id FROM tasks WHERE serial = ? AND {target} = ?", *pair)[0][0] for pair in pairs
    ]
    for task_id in failed:
        server.change("UPDATE tasks SET status = 3, remark = 'gone' WHERE id = ?", task_id)
    hand.until(lambda: panel.host.stats.failed == 2)
    hand.until(lambda: hand.find("task_view").isVisible())
    select(panel, hand, failed)
    again = panel.window.tasks.actions_.again
    hand.until(again.isEnabled)
    again.trigger()
    page = panel.window.composer
    hand.until(lambda: page.isVisible() and page.summary().count == 2)
    assert sorted(page.form().config()["target_users"]) == ["ann", "bob"]
    hand.click("create_button")
    hand.until(lambda: server.rows("SELECT count(*) FROM tasks") == [(6,)])
    assert sorted(server.rows(f"SELECT serial, {target} FROM tasks WHERE id > 4")) == sorted(pairs)
