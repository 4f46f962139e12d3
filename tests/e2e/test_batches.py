"""Batches in the whole program: sent, looked at, saved as a table, and still there after a restart."""

from openpyxl import load_workbook
from PySide6.QtWidgets import QLabel

from gui.state.plan import plan
from gui.views.work_area import BATCHES_TAB, TASKS_TAB


def ready(simulator, open_panel, hand, **options):
    server = simulator("--tasks", "60", "--seed", "21")
    server.change("UPDATE tasks SET next_at = 9e12 WHERE status IN (0, 1)")
    panel = open_panel(server.url, **options)
    person = hand(panel)
    person.until(lambda: panel.host.progress.complete)
    return server, panel, person


def headline(panel):
    return panel.window.area.batches.page.findChild(QLabel, "batch_pane.headline").text()


def test_a_batch_is_shown_exported_and_outlives_the_program(simulator, open_panel, hand, tmp_path):
    data = tmp_path / "kept"
    server, panel, person = ready(simulator, open_panel, hand, data_dir=data)
    places = tuple(r[0] for r in server.rows("SELECT serial FROM devices ORDER BY serial LIMIT 3"))
    config = {"target_users": [f"user{i}" for i in range(40)], "access_method": "direct"}
    batch_id = panel.host.batches.submit(plan("follow", [(config, places)], name="evening round"))
    panel.window.commands.show_batches.trigger()
    assert panel.window.tabs.currentIndex() == BATCHES_TAB
    person.until(lambda: headline(panel).startswith("120 of 120 tasks made"))
    assert server.rows("SELECT count(*) FROM tasks") == [(180,)]

    path = tmp_path / "batch.xlsx"
    panel.window.area.batches.page.commands.export_to(str(path))
    person.until(path.exists)
    book = load_workbook(path, read_only=True)
    rows = list(book.active.iter_rows(values_only=True))
    book.close()
    assert len(rows) == 121
    assert {row[3] for row in rows[1:]} == set(places)

    person.click("button.batch.show_tasks")
    assert panel.window.tabs.currentIndex() == TASKS_TAB
    table = panel.window.tasks.table
    person.until(lambda: table.rowCount() == 120)
    assert {table.task(row).id for row in range(120)} == set(panel.host.batches.batches[batch_id].task_ids)
    person.click("tag.ids")
    person.until(lambda: table.rowCount() == 180)
    open_panel.close(panel)

    again = open_panel(server.url, data_dir=data)
    person = hand(again)
    person.until(lambda: again.host.progress.complete and batch_id in again.host.batches.batches)
    again.window.commands.show_batches.trigger()
    person.until(lambda: headline(again).startswith("120 of 120 tasks made"))
    again.window.commands.show_batches.trigger()
    assert person.find("batch_pane.name").text() == "evening round"
