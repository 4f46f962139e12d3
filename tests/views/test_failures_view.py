"""Failed tasks by cause, in the tab of tasks: seen, selected, and given commands as a whole."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from gui.api.schemas import Task
from gui.tables.failures import Column
from gui.views.look import Look
from gui.views.tasks import failures_view, run_again
from gui.views.tasks.failures_view import FailuresView
from gui.views.tasks.run_again import RunAgain
from gui.views.tasks.task_room import TaskRoom
from tests.tables.making import task
from tests.views.feeding import FedHost

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def host(qapp: QApplication) -> Iterator[FedHost]:
    host = FedHost()
    yield host
    host.deleteLater()


@pytest.fixture
def room(qtbot: QtBot, host: FedHost, dressed: Look, monkeypatch: pytest.MonkeyPatch) -> Iterator[TaskRoom]:
    monkeypatch.setattr(failures_view, "SHOW_EVERY_MS", 1)
    room = TaskRoom(host, dressed)
    qtbot.addWidget(room)
    qtbot.addWidget(room.corner)
    room.resize(900, 640)
    room.show()
    room.activateWindow()
    yield room
    room.hide()


def failed(task_id: int, remark: str = "device offline", **fields: object) -> Task:
    return task(task_id, status=3, remark=remark, **fields)


def fill(host: FedHost) -> None:
    """Seven failures of three causes, between tasks that have not failed."""
    host.feed(
        [
            *(failed(i, f"timeout after {i} s", serial=f"S{i}") for i in (1, 2, 3, 4)),
            *(failed(i, "账号未登录", serial="S1", retry_count=3) for i in (5, 6)),
            failed(7, "", script_name="follow"),
            *(task(i, status=i % 3, remark="device offline") for i in range(8, 30)),
        ]
    )


def opened(room: TaskRoom, qtbot: QtBot) -> FailuresView:
    room.by_cause.trigger()
    failures = room.failures
    assert failures is not None
    qtbot.waitUntil(lambda: failures.failures.complete and not failures._changed)
    return failures


def causes(view: FailuresView) -> list[tuple[str, int]]:
    rows = [view.table.row(number) for number in range(view.table.rowCount())]
    return [(row.sample, row.tasks) for row in rows]


def press(view: FailuresView, name: str) -> None:
    QTest.mouseClick(view.findChild(QAbstractButton, f"button.{name}"), Qt.MouseButton.LeftButton)


def answer(view: FailuresView, qtbot: QtBot) -> str:
    """Agree to the question in sight; return its text."""
    box = view.findChild(QMessageBox, "confirm_box")
    text = f"{box.text()} {box.informativeText()}"
    with qtbot.waitSignal(box.destroyed):
        box.findChild(QAbstractButton, "confirm_box.yes").click()
    return text


def test_what_failed_is_shown_by_its_cause_and_followed(room: TaskRoom, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    view = opened(room, qtbot)
    tester = QAbstractItemModelTester(view.table)
    assert room.currentWidget() is view
    assert causes(view) == [("timeout after 4 s", 4), ("账号未登录", 2), ("", 1)]
    assert "7 tasks" in view.summary.text()
    host.feed([failed(40), failed(41), failed(42)], removed=[5, 6, 7])
    host.feed([task(1, status=0)])
    qtbot.waitUntil(lambda: causes(view) == [("device offline", 3), ("timeout after 4 s", 3)])
    host.forget()
    assert causes(view) == []
    assert view.empty.isVisible()
    tester.deleteLater()


def test_it_rests_while_nobody_looks(room: TaskRoom, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    view = opened(room, qtbot)
    room.by_cause.trigger()
    assert room.currentWidget() is room.page
    host.feed([failed(i) for i in range(40, 50)])
    assert view.table.rowCount() == 3
    assert not view._timer.isActive()
    room.by_cause.trigger()
    assert causes(view)[0] == ("device offline", 10)


def test_esc_and_the_link_lead_back(room: TaskRoom, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    view = opened(room, qtbot)
    QTest.keyClick(view.list, Qt.Key.Key_Escape)
    assert room.currentWidget() is room.page
    assert not room.by_cause.isChecked()
    opened(room, qtbot)
    assert room.by_cause.isChecked()
    QTest.mouseClick(view.findChild(QAbstractButton, "failures.back"), Qt.MouseButton.LeftButton)
    assert room.currentWidget() is room.page


def test_a_cause_is_retried_and_deleted_as_a_whole(room: TaskRoom, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    view = opened(room, qtbot)
    assert view.bar.isHidden()
    view.list.selectAll()
    QTest.keyClick(view.list, Qt.Key.Key_R)
    assert "5 can be retried · 2 are probably at their limit and are left out" in answer(view, qtbot)
    assert host.asked[-1][0] == "retry"
    assert sorted(host.asked[-1][1]) == [1, 2, 3, 4, 7]
    view.list.selectRow(0)
    assert view.bar.isVisible()
    assert "4" in view.bar.count.text()
    press(view, "retry_cause")
    answer(view, qtbot)
    assert sorted(host.asked[-1][1]) == [1, 2, 3, 4]
    view.list.selectRow(1)
    press(view, "delete_cause")
    answer(view, qtbot)
    assert host.asked[-1] == ("delete", (6, 5))


def test_the_selection_follows_its_cause(room: TaskRoom, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    view = opened(room, qtbot)
    told: list[object] = []
    room.current_task_changed.connect(told.append)
    view.list.selectRow(1)
    assert told[-1] == (6, 5) == room.current
    host.feed([failed(i, "账号未登录") for i in range(50, 60)])
    qtbot.waitUntil(lambda: len(room.current) == 12)
    assert view.list.selected_keys() == ["账号未登录"]
    assert view.table.row_of("账号未登录") == 0
    host.feed(removed=[5, 6, *range(50, 60)])
    qtbot.waitUntil(lambda: room.current is None)
    assert view.bar.isHidden()
    room.show_page()
    room.page.view.select_ids([8])
    assert told[-1] == room.current == host.tasks[8]


@pytest.mark.parametrize("way", ["button", "enter", "double click"])
def test_only_the_tasks_of_a_cause_are_shown(room: TaskRoom, host: FedHost, qtbot: QtBot, way: str) -> None:
    fill(host)
    room.page.filters.search.setText("nothing at all")
    view = opened(room, qtbot)
    view.list.selectRow(0)
    if way == "button":
        press(view, "only_cause")
    elif way == "enter":
        QTest.keyClick(view.list, Qt.Key.Key_Return)
    else:
        place = view.list.visualRect(view.table.index(0, Column.CAUSE)).center()
        QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.currentWidget() is room.page
    shown = room.page.table
    assert sorted(shown.ids_between(0, shown.rowCount() - 1)) == [1, 2, 3, 4]
    tag = room.page.findChild(QAbstractButton, "tag.ids")
    assert "timeout after 4 s" in tag.text()
    tag.click()
    assert shown.rowCount() == len(host.tasks)


def test_a_long_remark_is_cut_on_the_tag(room: TaskRoom, host: FedHost, qtbot: QtBot) -> None:
    host.feed([failed(1, "the whole of a very long remark " * 20), failed(2, "")])
    view = opened(room, qtbot)
    width = room.minimumSizeHint().width()
    view.list.selectRow(view.table.row_of(view.failures.causes.known().difference({""}).pop()))
    view.show_only()
    tag = room.page.findChild(QAbstractButton, "tag.ids")
    assert tag.text().startswith("the whole of a very long remark")
    assert len(tag.text()) < 50
    assert room.minimumSizeHint().width() <= max(width, 440)


def test_the_menu_offers_the_same(room: TaskRoom, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    view = opened(room, qtbot)
    view.list.customContextMenuRequested.emit(QPoint(5, 5))
    assert view.findChild(QMenu, "failures_menu") is None, "nothing is selected"
    view.list.selectRow(0)
    view.list.customContextMenuRequested.emit(QPoint(5, 5))
    menu = view.findChild(QMenu, "failures_menu")
    assert [action.text() for action in menu.actions()] == ["Retry", "Delete", "Show tasks", "New batch…"]
    menu.close()


def test_a_sort_is_kept_while_causes_change(room: TaskRoom, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    view = opened(room, qtbot)
    view.list.sortByColumn(Column.DEVICES, Qt.SortOrder.AscendingOrder)
    host.feed(failed(i, serial=f"T{i}") for i in range(60, 63))
    qtbot.waitUntil(lambda: view.table.rowCount() == 4)
    devices = [view.table.row(number).devices for number in range(4)]
    assert devices == sorted(devices)


def test_every_control_has_a_name(room: TaskRoom, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    view = opened(room, qtbot)
    view.list.selectRow(0)
    for button in view.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
    assert view.list.accessibleName()
    room.resize(420, 400)
    assert view.bar.retry.text() == ""
    assert view.bar.retry.accessibleName() == "Retry"


# A new batch from tasks


def follow(task_id: int, how: str, target: str, **fields: object) -> Task:
    arguments = {"access_method": how, "target_users": [target], "username": f"me{task_id}"}
    return task(task_id, script_name="follow", status=3, script_args=json.dumps(arguments), **fields)


def test_a_cause_becomes_a_new_batch(room: TaskRoom, host: FedHost, qtbot: QtBot) -> None:
    host.feed(follow(i, "direct", f"user{i}", remark="device offline") for i in (1, 2, 3))
    view = opened(room, qtbot)
    view.list.selectRow(0)
    with qtbot.waitSignal(room.run_again_requested) as asked:
        press(view, "again_cause")
    assert sorted(each.id for each in asked.args[0]) == [1, 2, 3]


def test_tasks_of_the_table_become_a_new_batch(room: TaskRoom, host: FedHost, qtbot: QtBot) -> None:
    host.feed(follow(i, "direct", f"user{i}") for i in (1, 2, 3))
    actions = room.page.actions_
    assert not actions.again.isEnabled()
    room.page.view.select_ids([2])
    assert actions.again.text() == "Run again with changes…"
    with qtbot.waitSignal(room.run_again_requested) as asked:
        actions.again.trigger()
    assert asked.args[0] == (host.tasks[2],)
    room.page.view.select_ids([2, 3])
    assert actions.again.text() == "New batch from these…"
    with qtbot.waitSignal(room.run_again_requested) as asked:
        actions.again.trigger()
    assert {each.id for each in asked.args[0]} == {2, 3}


def test_where_settings_differ_one_of_them_is_chosen(room: TaskRoom, host: FedHost, qtbot: QtBot) -> None:
    again = RunAgain(room)
    asked: list[tuple[Task, ...]] = []
    again.requested.connect(asked.append)
    tasks = [follow(1, "search", "a"), follow(2, "direct", "b"), follow(3, "direct", "c"), task(4)]
    again.begin(tasks, QPoint(0, 0))
    assert asked == []
    menu = room.findChild(QMenu, "again_menu")
    head, *choices = menu.actions()
    assert not head.isEnabled()
    assert len(choices) == 3
    assert "follow" in choices[0].text()
    choices[0].trigger()
    menu.close()
    assert asked == [(tasks[1], tasks[2])]


def test_neither_nothing_nor_far_too_much_becomes_a_batch(
    room: TaskRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_again, "MOST_TASKS", 3)
    again = RunAgain(room)
    asked: list[tuple[Task, ...]] = []
    again.requested.connect(asked.append)
    again.begin([])
    again.begin([follow(i, "direct", "a") for i in range(1, 5)])
    assert asked == []
