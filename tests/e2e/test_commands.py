"""Bulk commands from the table, with their questions, against the simulator's database."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QMessageBox, QTableView

from gui.api.schemas import TaskStatus

SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def ids_with(server, status, count=1000):
    return [
        r[0]
        for r in server.rows("SELECT id FROM tasks WHERE status=? ORDER BY id DESC LIMIT ?", status, count)
    ]


def select(panel, hand, task_ids):
    """Select rows of the table by id."""
    view = hand.find("task_view", QTableView)
    table = panel.window.tasks.table
    hand.until(lambda: all(i in panel.host.tasks for i in task_ids))
    view.clearSelection()
    for task_id in task_ids:
        row = next(r for r in range(table.rowCount()) if table.task(r).id == task_id)
        view.selectionModel().select(table.index(row, 0), SELECT)
    view.setFocus()


def confirm(hand, button="yes"):
    """Answer the question in sight; return its text."""
    hand.until(lambda: hand.window.findChild(QMessageBox, "confirm_box"))
    box = hand.find("confirm_box", QMessageBox)
    text = f"{box.text()} {box.informativeText()}"
    hand.click(f"confirm_box.{button}")
    hand.until(lambda: not hand.window.findChild(QMessageBox, "confirm_box"))
    return text


def opened(simulator, open_panel, hand, *arguments):
    server = simulator("--tasks", "300", "--seed", "21", *arguments)
    if not arguments:  # nothing ends or starts by itself meanwhile
        server.change("UPDATE tasks SET next_at = 9e12 WHERE status IN (0, 1)")
    panel = open_panel(server.url)
    hand = hand(panel)
    hand.until(
        lambda: panel.host.progress.complete and panel.window.tasks.table.rowCount() == len(panel.host.tasks)
    )
    return server, panel, hand


def test_retry_one_failed_task(simulator, open_panel, hand):
    server, panel, hand = opened(simulator, open_panel, hand)
    (task_id,) = [
        r[0]
        for r in server.rows(
            "SELECT id FROM tasks WHERE status = 3 AND retry_count < 3 ORDER BY id DESC LIMIT 1"
        )
    ]
    select(panel, hand, [task_id])
    hand.click("button.retry")
    hand.until(lambda: server.rows("SELECT status FROM tasks WHERE id = ?", task_id) != [(3,)])
    hand.until(lambda: panel.host.tasks[task_id].status != TaskStatus.FAILED)
    hand.until(lambda: not panel.host.pending)


def test_stop_several_running_tasks_asks_once(simulator, open_panel, hand):
    server, panel, hand = opened(simulator, open_panel, hand)
    running = ids_with(server, 1, 3)
    assert len(running) == 3
    select(panel, hand, running)
    hand.click("button.stop")
    assert "3" in confirm(hand)
    hand.until(lambda: all(panel.host.tasks[i].status == TaskStatus.FAILED for i in running))
    assert server.rows(f"SELECT count(*) FROM tasks WHERE status = 3 AND id IN {tuple(running)}") == [(3,)]


def test_delete_one_then_many(simulator, open_panel, hand):
    server, panel, hand = opened(simulator, open_panel, hand)
    completed = ids_with(server, 2, 12)
    select(panel, hand, completed[:1])
    hand.qtbot.keyClick(hand.find("task_view"), Qt.Key.Key_Delete)
    confirm(hand)
    hand.until(lambda: completed[0] not in panel.host.tasks)
    running = ids_with(server, 1, 2)
    victims = [*completed[1:], *running]
    select(panel, hand, victims)
    hand.click("button.delete")
    text = confirm(hand)
    assert "13" in text
    assert "2" in text
    hand.until(lambda: not set(victims) & set(panel.host.tasks))
    assert server.rows(f"SELECT count(*) FROM tasks WHERE id IN {tuple(victims)}") == [(0,)]
    table = panel.window.tasks.table
    hand.until(lambda: table.rowCount() == len(panel.host.tasks))


def test_a_question_answered_with_cancel_changes_nothing(simulator, open_panel, hand):
    server, panel, hand = opened(simulator, open_panel, hand)
    victims = ids_with(server, 2, 5)
    select(panel, hand, victims)
    hand.click("button.delete")
    confirm(hand, "no")
    panel.host.refresh()
    assert server.rows(f"SELECT count(*) FROM tasks WHERE id IN {tuple(victims)}") == [(5,)]
    assert not panel.host.pending


def test_retry_all_from_the_menu(simulator, open_panel, hand):
    server, panel, hand = opened(simulator, open_panel, hand)
    failed = len(ids_with(server, 3))
    panel.window.commands.retry_all.trigger()
    assert str(failed) in confirm(hand)
    hand.until(lambda: len(ids_with(server, 3)) < failed)
    hand.until(lambda: panel.host.stats.failed == len(ids_with(server, 3)))


def test_selection_and_scroll_survive_polls(simulator, open_panel, hand):
    _, panel, hand = opened(simulator, open_panel, hand, "--speed", "50", "--ui-rate", "600")
    view = hand.find("task_view", QTableView)
    table = panel.window.tasks.table
    chosen = [table.task(120).id, table.task(121).id]
    select(panel, hand, chosen)
    view.scrollTo(table.index(110, 0), QTableView.ScrollHint.PositionAtTop)
    top = table.task(view.rowAt(1)).id
    before = len(panel.host.tasks)
    hand.until(lambda: len(panel.host.tasks) >= before + 10)
    assert table.task(view.rowAt(1)).id == top
    selected = {table.task(index.row()).id for index in view.selectionModel().selectedRows()}
    assert selected == set(chosen)
