"""Long commands as an operator sees them: counted in the question, followed and cancelled below the table."""

from PySide6.QtWidgets import QLabel

from gui.api.schemas import TaskStatus
from tests.e2e.test_commands import confirm

FAILED = int(TaskStatus.FAILED)


def opened(simulator, open_panel, hand, count):
    """A window whose every task has failed and stays so, the oldest hundred for the last time."""
    server = simulator("--tasks", str(count), "--seed", "21")
    server.change("UPDATE tasks SET status = ?, retry_count = 3 * (id <= 100), next_at = 9e12", FAILED)
    panel = open_panel(server.url)
    hand = hand(panel)
    table = panel.window.tasks.table
    hand.until(lambda: panel.host.progress.complete and table.rowCount() == count == len(panel.host.tasks))
    return server, panel, hand


def select_all(panel, hand):
    view = hand.find("task_view")
    view.setFocus()
    view.selectAll()
    hand.until(lambda: len(panel.window.tasks.selected_ids()) == panel.window.tasks.table.rowCount())


def test_a_long_retry_is_counted_followed_and_cancelled(simulator, open_panel, hand):
    server, panel, hand = opened(simulator, open_panel, hand, 900)
    outcomes = []
    panel.host.bulk.finished.connect(outcomes.append)
    select_all(panel, hand)
    hand.click("button.retry")
    text = confirm(hand)
    assert "800 can be retried · 100 are probably at their limit and are left out" in text
    hand.until(panel.window.notice.progress.isVisible)
    hand.until(lambda: "of 800" in hand.find("progress.text", QLabel).text())
    hand.until(lambda: panel.window.notice.progress.bar.value() > 0)
    hand.click("progress.cancel")
    hand.until(lambda: outcomes)
    (outcome,) = outcomes
    assert outcome.cancelled
    assert outcome.done + outcome.left == 800
    assert not panel.window.notice.progress.isVisible()
    assert f"{outcome.left} not sent" in panel.window.notice.text.text()
    hand.until(lambda: not panel.host.pending)
    assert server.rows("SELECT count(*) FROM tasks WHERE status = 0") == [(outcome.done,)]


def test_a_long_delete_goes_through_and_says_so_once(simulator, open_panel, hand):
    server, panel, hand = opened(simulator, open_panel, hand, 1_700)
    told = []
    panel.host.bulk.progress.connect(lambda progress: told.append(progress.left))
    select_all(panel, hand)
    hand.click("button.delete")
    assert "can be cancelled" in confirm(hand)
    hand.until(lambda: not panel.host.tasks and told[-1] == 0)
    assert told == [1_700, 1_200, 700, 200, 0]
    assert server.rows("SELECT count(*) FROM tasks") == [(0,)]
    hand.until(lambda: panel.window.tasks.table.rowCount() == 0)
    hand.until(lambda: panel.window.notice.kind == "success")
    assert "1700" in panel.window.notice.text.text().replace(",", "")


def test_a_cause_of_failures_is_deleted_as_a_whole(simulator, open_panel, hand):
    server, panel, hand = opened(simulator, open_panel, hand, 300)
    server.change("UPDATE tasks SET remark = 'no answer after ' || id || ' s' WHERE id % 2 = 0")
    server.change("UPDATE tasks SET remark = '账号未登录' WHERE id % 2 = 1")
    hand.until(lambda: {t.remark[:5] for t in panel.host.tasks.values()} == {"no an", "账号未登录"})
    hand.click("button.by_cause")
    failures = panel.window.area.task_room.failures
    hand.until(lambda: failures.table.rowCount() == 2)
    failures.list.selectRow(failures.table.row_of("账号未登录"))
    hand.click("button.delete_cause")
    assert "150" in confirm(hand)
    hand.until(lambda: failures.table.rowCount() == 1)
    assert failures.table.row(0).tasks == 150
    assert server.rows("SELECT count(*) FROM tasks WHERE id % 2 = 1") == [(0,)]
    hand.click("failures.back")
    hand.until(panel.window.tasks.isVisible)


def test_the_window_can_be_closed_in_the_middle(simulator, open_panel, hand):
    server, panel, hand = opened(simulator, open_panel, hand, 900)
    told = []
    panel.host.bulk.progress.connect(told.append)
    panel.host.retry(sorted(panel.host.tasks))
    hand.until(lambda: told and told[-1].done)
    open_panel.close(panel)
    (done,) = server.rows("SELECT count(*) FROM tasks WHERE status = 0")[0]
    assert told[-1].done <= done < 900
    assert server.rows("SELECT max(retry_count) FROM tasks WHERE status = 0") == [(1,)]
