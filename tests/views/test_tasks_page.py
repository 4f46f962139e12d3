"""The page of tasks with a real host behind it, used by mouse and keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from gui.api.schemas import Stats
from gui.state.connection import Phase, Progress
from gui.tables.tasks import Column, TaskFilter
from gui.views.look import Look
from gui.views.tasks import row_texts, tasks_page
from gui.views.tasks.tasks_page import TasksPage
from tests.tables.making import task
from tests.views.feeding import FedHost

CONTROL = Qt.KeyboardModifier.ControlModifier


# Said by the offscreen platform when a window is popped up or raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def host(qapp: QApplication) -> Iterator[FedHost]:
    host = FedHost()
    yield host
    host.deleteLater()


@pytest.fixture
def page(qtbot: QtBot, host: FedHost, dressed: Look) -> Iterator[TasksPage]:
    page = TasksPage(host, dressed)
    qtbot.addWidget(page)
    tester = QAbstractItemModelTester(page.table)
    page.resize(900, 640)
    page.show()
    page.activateWindow()
    yield page
    tester.deleteLater()
    page.hide()


def fill(host: FedHost, count: int = 40) -> None:
    host.feed(
        task(
            i,
            status=i % 4,
            serial=f"S{i % 3}",
            script_name=("post", "follow")[i % 2],
            remark="x" if i % 4 == 3 else "",
        )
        for i in range(1, count + 1)
    )
    host.count(Stats(10_482, 31, 12, 9_874, 565))
    host.say(Phase.LIVE)


def button(page: TasksPage, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def press(page: TasksPage, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def shown(page: TasksPage) -> list[int]:
    return page.table.ids_between(0, page.table.rowCount() - 1)


def box(page: TasksPage) -> QMessageBox:
    found = page.findChild(QMessageBox, "confirm_box")
    assert found is not None
    return found


def answer(page: TasksPage, name: str, qtbot: QtBot) -> None:
    asked = box(page)
    with qtbot.waitSignal(asked.destroyed):
        QTest.mouseClick(asked.findChild(QAbstractButton, f"confirm_box.{name}"), Qt.MouseButton.LeftButton)


def test_chips_show_the_servers_counts(page: TasksPage, host: FedHost) -> None:
    fill(host)
    assert "10,482" in button(page, "chip.all").accessibleName()
    assert button(page, "chip.running").accessibleName() == "Running: 12"
    assert "9,874" in button(page, "chip.completed").toolTip()


def counts(page: TasksPage) -> set[str]:
    names = ("all", "running", "pending", "completed", "failed")
    return {button(page, f"chip.{name}").accessibleName().split(": ")[1] for name in names}


def test_chips_count_nothing_before_the_server_has(page: TasksPage, host: FedHost) -> None:
    for phase in (Phase.CONNECTING, Phase.STARTING, Phase.UNREACHABLE, Phase.REFUSED):
        host.say(phase, Progress())
        assert counts(page) == {"–"}
    host.say(Phase.LIVE)
    assert counts(page) == {"0"}
    host.say(Phase.UNREACHABLE)
    assert counts(page) == {"0"}


def colors(chip: QAbstractButton) -> set[str]:
    image = chip.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("phase", [Phase.STALE, Phase.UNREACHABLE, Phase.REFUSED])
def test_counts_that_are_old_are_greyed(page: TasksPage, host: FedHost, dressed: Look, phase: Phase) -> None:
    fill(host)
    chip, muted = button(page, "chip.running"), dressed.color("muted").name()
    assert muted not in colors(chip)
    host.say(phase)
    assert muted in colors(chip)
    host.say(Phase.LIVE)
    assert muted not in colors(chip)


def test_chips_filter_several_at_once_and_all_clears(page: TasksPage, host: FedHost) -> None:
    fill(host)
    press(page, "chip.failed")
    assert {i % 4 for i in shown(page)} == {3}
    QTest.keyClick(button(page, "chip.running"), Qt.Key.Key_Space)
    assert {i % 4 for i in shown(page)} == {1, 3}
    assert not button(page, "chip.all").isChecked()
    press(page, "chip.failed")
    press(page, "chip.running")
    assert button(page, "chip.all").isChecked()
    press(page, "chip.pending")
    press(page, "chip.all")
    assert len(shown(page)) == 40
    assert not button(page, "chip.pending").isChecked()


def test_typing_searches_after_a_moment_and_esc_clears(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    search = page.findChild(QLineEdit, "search")
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_F, CONTROL)
    assert search.hasFocus()
    QTest.keyClicks(search, "follow s1")
    assert len(shown(page)) == 40, "not before the pause"
    qtbot.waitUntil(lambda: len(shown(page)) < 40)
    assert all(i % 2 and i % 3 == 1 for i in shown(page))
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert len(shown(page)) == 40
    QTest.keyClick(search, Qt.Key.Key_Escape)
    QTest.keyClicks(search, "post")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert len(shown(page)) == 20
    page.view.setFocus()
    assert page.filters.filter.text == "post"


def test_the_menu_ticks_several_and_stays_open(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    host.edit_device("S1", "Rack 1", "", "")
    press(page, "button.filter")
    menu = page.findChild(QMenu, "filter_menu")
    part = menu.findChild(QMenu, "filter_menu.serials")
    part.popup(QPoint(0, 0))
    names = [action.text() for action in part.actions()]
    assert names == ["Rack 1  (S1)", "S0", "S2"]
    for name in ("S0", "S2"):
        action = next(action for action in part.actions() if action.text() == name)
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=part.actionGeometry(action).center())
    assert part.isVisible()
    assert {i % 3 for i in shown(page)} == {0, 2}
    QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=part.actionGeometry(part.actions()[1]).center())
    assert {i % 3 for i in shown(page)} == {2}
    part.setActiveAction(part.actions()[0])
    QTest.keyClick(part, Qt.Key.Key_Space)
    assert {i % 3 for i in shown(page)} == {1, 2}
    QTest.keyClick(part, Qt.Key.Key_Escape)
    clear = menu.actions()[-1]
    with qtbot.waitSignal(menu.destroyed):
        clear.trigger()
        menu.close()
    assert len(shown(page)) == 40


def test_tags_name_what_is_filtered_and_take_it_away(page: TasksPage, host: FedHost) -> None:
    fill(host)
    page.set_device_filter(("S0",))
    assert button(page, "tag.serials").text().startswith("Device: S0")
    page.filters.set_filter(
        TaskFilter(
            scripts=frozenset({"post"}), serials=frozenset({"S0", "S1", "S2"}), sources=frozenset({"ui"})
        )
    )
    assert button(page, "tag.scripts").text().startswith("Script: post")
    assert button(page, "tag.sources").text().startswith("Source: ui")
    assert "3 device" in button(page, "tag.serials").text()
    press(page, "tag.scripts")
    assert page.filters.filter.scripts == frozenset()
    page.filters.set_filter(TaskFilter(scripts=frozenset({"a", "b", "c"})))
    assert "3 script" in button(page, "tag.scripts").text()
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Backspace, CONTROL)
    assert page.filters.filter == TaskFilter()


def test_a_narrow_page_keeps_everything_at_hand(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    page.view.select_ids([1])
    chip = button(page, "chip.completed")
    qtbot.waitUntil(lambda: chip.width() == chip.sizeHint().width())
    wide = chip.width()
    page.resize(620, 500)
    qtbot.waitUntil(lambda: chip.width() < wide)
    qtbot.waitUntil(lambda: button(page, "button.retry").text() == "")
    page.resize(440, 500)
    search = page.findChild(QLineEdit, "search")
    qtbot.waitUntil(lambda: search.y() > chip.height())
    page.resize(1000, 500)
    qtbot.waitUntil(lambda: search.y() < chip.height() and chip.width() == wide)
    qtbot.waitUntil(lambda: button(page, "button.retry").text() == "Retry")


def test_the_bar_follows_the_selection(page: TasksPage, host: FedHost) -> None:
    fill(host)
    bar = page.bar
    assert not bar.isVisible()
    page.view.select_ids([3, 7, 1])
    assert bar.isVisible()
    assert bar.findChild(QLabel, "selection_bar.count").text() == "3 selected"
    assert bar.summary == "2 failed, 1 running"
    assert button(page, "button.retry").isEnabled()
    assert button(page, "button.stop").isEnabled()
    page.view.select_ids([4, 2])
    assert bar.summary == "1 pending, 1 completed"
    assert not button(page, "button.retry").isEnabled()
    assert not button(page, "button.stop").isEnabled()
    assert button(page, "button.delete").isEnabled()
    host.feed([task(4, status=1)])
    assert button(page, "button.stop").isEnabled()
    host.feed(removed=[2, 4])
    assert not bar.isVisible()


def test_a_large_selection_is_summed_up_a_moment_later(
    page: TasksPage, host: FedHost, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks_page, "_AT_ONCE", 10)
    fill(host)
    page.view.selectAll()
    assert not page.bar.isVisible()
    host.feed([task(41)])
    qtbot.waitUntil(page.bar.isVisible)
    assert page.bar.findChild(QLabel, "selection_bar.count").text() == "40 selected"


def test_single_retry_and_stop_go_at_once(page: TasksPage, host: FedHost) -> None:
    fill(host)
    page.view.select_ids([3, 4])
    press(page, "button.retry")
    page.view.select_ids([1, 4])
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_S)
    page.view.select_ids([7])
    QTest.keyClick(page.view, Qt.Key.Key_R)
    assert host.asked == [("retry", (3,)), ("stop", (1,)), ("retry", (7,))]
    page.view.select_ids([2])
    QTest.keyClick(page.view, Qt.Key.Key_R)
    page.stop()
    page.retry()
    assert len(host.asked) == 3


def test_stopping_several_asks_once(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    page.view.select_ids([1, 5, 9, 2])
    press(page, "button.stop")
    assert box(page).text() == "Stop 3 running follow task(s) on 3 device(s)?"
    assert box(page).informativeText() == (
        "3 can be stopped · 1 are not running\n\nThey probably end as failed."
    )
    page.stop()
    assert len(page.findChildren(QMessageBox)) == 1
    host.feed([task(5, status=2)])
    answer(page, "yes", qtbot)
    assert host.asked == [("stop", (9, 1))]
    page.stop()
    host.feed([task(i, status=2) for i in (1, 9)])
    answer(page, "yes", qtbot)
    assert len(host.asked) == 1, "nothing was left to be stopped"


def test_retrying_several_says_what_can_be_retried(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    host.feed(task(i, status=3, serial="S1", script_name="follow", retry_count=3) for i in (11, 15))
    page.view.select_ids([3, 4, 7, 11, 15, 2])
    press(page, "button.retry")
    asked = box(page)
    assert asked.text() == "Retry 2 failed follow task(s) on 2 device(s)?"
    assert asked.informativeText() == (
        "2 can be retried · 2 are probably at their limit and are left out · 2 are not failed"
    )
    host.feed([task(7, status=0)])
    answer(page, "yes", qtbot)
    assert host.asked == [("retry", (3,))], "what was put back meanwhile is left alone"


def test_those_at_their_limit_are_tried_where_that_is_wanted(
    page: TasksPage, host: FedHost, qtbot: QtBot
) -> None:
    host.feed(task(i, status=3, retry_count=3 if i > 2 else 0) for i in range(1, 6))
    page.commands.retry([5, 4, 3, 2, 1])
    tick = box(page).checkBox()
    assert tick.text() == "Try the 3 at their limit as well"
    tick.click()
    answer(page, "yes", qtbot)
    page.commands.retry([3, 4])
    assert "2 are probably at their limit: TikMatrix may refuse them" in box(page).informativeText()
    assert box(page).checkBox() is None
    answer(page, "yes", qtbot)
    page.commands.retry([5])
    assert host.asked == [("retry", (2, 1, 5, 4, 3)), ("retry", (3, 4)), ("retry", (5,))]


def test_a_question_about_very_many_says_that_it_can_be_cancelled(
    page: TasksPage, host: FedHost, qtbot: QtBot
) -> None:
    host.feed(task(i, status=2) for i in range(1, 601))
    page.commands.delete(range(1, 601))
    assert "can be cancelled" in box(page).informativeText()
    answer(page, "no", qtbot)
    page.commands.delete(range(1, 301))
    assert "cancelled" not in box(page).informativeText()
    answer(page, "no", qtbot)
    assert not host.asked


def test_delete_asks_naming_what_and_how_many(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    page.view.select_ids(range(1, 13))
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    asked = box(page)
    counts = "3 running (stopped first), 3 pending, 3 failed, 3 completed."
    assert asked.text() == f"Delete 12 task(s)? {counts}"
    assert asked.informativeText() == "This cannot be undone."
    answer(page, "no", qtbot)
    assert host.asked == []
    press(page, "button.delete")
    host.feed(removed=[12])
    answer(page, "yes", qtbot)
    assert host.asked == [("delete", tuple(range(11, 0, -1)))]


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        (
            [{"status": 3, "serial": f"S{n}", "script_name": "account_warmup"} for n in range(5)],
            "Delete 5 failed account_warmup task(s) on 5 device(s)?",
        ),
        (
            [{"status": 3, "serial": "S", "script_name": name} for name in ("post", "follow")],
            "Delete 2 failed task(s) on 1 device(s)?",
        ),
        (
            [{"status": status, "script_name": "post"} for status in (2, 9)],
            "Delete 2 task(s)? 1 completed, 1 Status 9.",
        ),
        (
            [{"status": 1, "serial": "S", "script_name": "post"}] * 2,
            "Delete 2 running post task(s) on 1 device(s)?",
        ),
    ],
)
def test_a_question_names_what_is_common(
    page: TasksPage, host: FedHost, qtbot: QtBot, fields: list[dict[str, object]], asked: str
) -> None:
    host.feed(task(n, **its) for n, its in enumerate(fields, 1))
    page.commands.delete(range(1, len(fields) + 1))
    assert box(page).text() == asked
    running = all(its["status"] == 1 for its in fields)
    assert box(page).informativeText().startswith("They are running and are stopped first.") is running
    answer(page, "no", qtbot)


def test_stopping_different_scripts_counts_tasks_and_devices(
    page: TasksPage, host: FedHost, qtbot: QtBot
) -> None:
    host.feed(task(n, status=1, serial="S", script_name=name) for n, name in enumerate(("post", "follow"), 1))
    page.commands.stop([1, 2])
    assert box(page).text() == "Stop 2 running task(s) on 1 device(s)?"
    answer(page, "no", qtbot)


@pytest.mark.parametrize(("one", "running"), [(1, True), (2, False)])
def test_deleting_one_names_it(page: TasksPage, host: FedHost, qtbot: QtBot, one: int, running: bool) -> None:
    fill(host)
    page.view.select_ids([one])
    press(page, "button.delete")
    assert box(page).text() == f"Delete task {one}?"
    assert ("stopped first" in box(page).informativeText()) is running
    QTest.keyClick(box(page), Qt.Key.Key_Escape)
    page.commands.delete([99])
    host.feed(removed=[one])
    assert host.asked == []


def test_what_vanished_is_not_deleted(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    page.view.select_ids([2])
    page.delete()
    host.feed(removed=[2])
    answer(page, "yes", qtbot)
    assert host.asked == []


def test_copy_takes_the_visible_columns(page: TasksPage, host: FedHost) -> None:
    fill(host)
    host.feed([task(40, remark="two\nlines\tand a tab", status=3)])
    page.view.select_ids([40, 39])
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t") == [
        "ID",
        "Script",
        "Device",
        "Account",
        "Status",
        "Start",
        "Elapsed",
        "Remark",
    ]
    assert lines[1].split("\t")[0] == "40"
    assert lines[1].split("\t")[-1] == "two lines and a tab"
    assert len(lines) == 3
    QGuiApplication.clipboard().setText("kept")
    page.view.select_ids([])
    page.copy()
    assert QGuiApplication.clipboard().text() == "kept"


def test_export_gives_the_selected_rows_or_all(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    page.view.select_ids([40, 39])
    with qtbot.waitSignal(page.export_requested) as told:
        page.export_to("/somewhere/tasks.csv")
    path, rows = told.args
    assert path == "/somewhere/tasks.csv"
    assert rows[0] == [
        "ID",
        "Script",
        "Device",
        "Account",
        "Status",
        "Start",
        "Elapsed",
        "Source",
        "Retries",
        "Remark",
    ]
    assert [row[0] for row in rows[1:]] == ["40", "39"]
    assert not [row[3] for row in rows[1:] if row[3].startswith("@")]
    page.view.select_ids([])
    with qtbot.waitSignal(page.export_requested) as told:
        page.export_to("x.csv")
    assert len(told.args[1]) == 41


def test_a_large_export_is_made_in_slices(
    page: TasksPage, host: FedHost, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks_page, "_AT_ONCE", 10)
    monkeypatch.setattr(row_texts, "_CHUNK", 10)
    fill(host, 100)
    with qtbot.waitSignal(page.export_requested) as told:
        page.export_to("x.csv")
        host.feed(removed=[1])
    assert len(told.args[1]) == 100, "the titles and what was still there"


def test_export_asks_for_a_path_without_blocking(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_E, CONTROL)
    dialog = page.findChild(QFileDialog, "export_dialog")
    assert dialog.isVisible()
    with qtbot.waitSignals([page.export_requested, dialog.destroyed]):
        dialog.fileSelected.emit("y.csv")
        dialog.reject()


def test_pending_commands_are_marked(page: TasksPage, host: FedHost) -> None:
    fill(host)
    host.wait_for({1: "stop", 2: "delete", 3: "retry"})
    words = [page.table.cells(page.table.row_of(i)).texts[Column.STATUS] for i in (1, 2, 3, 4)]
    assert words == ["stopping…", "deleting…", "retrying…", "Pending"]
    host.wait_for({})
    assert page.table.cells(page.table.row_of(1)).texts[Column.STATUS] == "Running"


def test_device_names_reach_the_table(page: TasksPage, host: FedHost) -> None:
    fill(host)
    host.edit_device("S1", "Rack 1", "", "")
    assert page.table.cells(page.table.row_of(40)).texts[Column.DEVICE] == "Rack 1"


def test_the_detail_hears_of_the_selection(page: TasksPage, host: FedHost) -> None:
    fill(host)
    told: list[object] = []
    page.current_task_changed.connect(told.append)
    page.view.select_ids([3])
    host.feed([task(3, status=0)])
    page.view.select_ids([3, 4])
    page.view.select_ids([])
    assert [getattr(what, "status", what) for what in told] == [3, 0, (4, 3), None]


def test_empty_states_say_what_to_do(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    empty, go = page.empty, button(page, "button.empty_state")
    host.say(Phase.STARTING, Progress())
    assert "starting" in empty.heading.text()
    host.say(Phase.CONNECTING, Progress())
    assert "Connecting" in empty.heading.text()
    assert not go.isVisible()
    host.say(Phase.LIVE, Progress(1_200, 10_482))
    assert empty.heading.text() == "Reading tasks: 1,200 of 10,482"
    host.say(Phase.UNREACHABLE, Progress())
    assert "cannot be reached" in empty.heading.text()
    assert "Start TikMatrix" in empty.sentence.text()
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    assert host.reconnects == 1
    host.say(Phase.REFUSED, Progress())
    assert "Pro, Team or Business" in empty.sentence.text()
    host.say(Phase.LIVE, Progress(0, 0, complete=True))
    assert empty.heading.text() == "No tasks yet"
    with qtbot.waitSignal(page.new_task_requested):
        QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    fill(host)
    assert page.view.isVisible()
    assert not empty.isVisible()
    page.filters.search.setText("no such thing")
    page.filters.flush()
    assert empty.isVisible()
    assert empty.heading.text() == "No task matches"
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    assert page.view.isVisible()
    assert page.filters.search.text() == ""


def test_a_line_that_is_down_greys_the_table_and_empties_nothing(page: TasksPage, host: FedHost) -> None:
    fill(host)
    host.say(Phase.UNREACHABLE)
    assert page.view.isVisible()
    assert page.view.muted
    host.say(Phase.LIVE)
    assert not page.view.muted


def test_progress_is_told_above_the_rows(page: TasksPage, host: FedHost) -> None:
    note = page.findChild(QLabel, "progress_note")
    fill(host)
    assert not note.isVisible()
    host.say(Phase.LIVE, Progress(40, 10_482))
    assert note.text() == "Reading tasks: 40 of 10,482"
    host.say(Phase.LIVE, Progress(40, 40, complete=True, catching_up=True))
    assert not note.isVisible(), "the table stays where it is; the status bar tells it"


def test_another_server_starts_anew(page: TasksPage, host: FedHost) -> None:
    fill(host)
    page.view.select_ids([3])
    host.forget()
    assert page.table.total == 0
    assert not page.bar.isVisible()
    fill(host)
    assert page.table.total == 40


def test_the_clock_ticks_only_while_seen(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    started = "2026-01-01 00:00:00"
    host.feed([task(1, status=1, start_time=started)])
    host.say(Phase.LIVE)
    first = page.table.cells(0).texts[Column.ELAPSED]
    qtbot.waitUntil(lambda: page.table.cells(0).texts[Column.ELAPSED] != first, timeout=3_000)
    page.hide()
    assert not page._clock.isActive()
    host.feed([task(1, status=2)])
    page.show()


def test_the_context_menu_offers_what_makes_sense(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    page.view.select_ids([1])
    page.view.customContextMenuRequested.emit(QPoint(20, 20))
    menu = page.findChild(QMenu, "task_menu")
    enabled = {
        action.objectName() for action in menu.actions() if action.isEnabled() and not action.isSeparator()
    }
    assert enabled >= {"action.stop", "action.delete", "action.copy"}
    assert "action.retry" not in enabled
    assert set(menu.actions()) >= set(page.actions_.all()) - {page.actions_.find}
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_the_layout_comes_back(page: TasksPage, host: FedHost, qtbot: QtBot, dressed: Look) -> None:
    fill(host)
    page.view.sortByColumn(Column.REMARK, Qt.SortOrder.AscendingOrder)
    page.view.header.setSectionHidden(Column.SOURCE, False)
    wanted = TaskFilter(frozenset({1, 3}), frozenset({"post"}), frozenset({"S1"}), frozenset({"ui"}), "x")
    page.filters.set_filter(wanted)
    other = TasksPage(host, dressed)
    qtbot.addWidget(other)
    other.restore_layout(page.save_layout())
    assert other.filters.filter == wanted
    assert other.filters.search.text() == "x"
    assert other.table.sorting == page.table.sorting
    assert Column.SOURCE in other.view.header.shown_columns()
    assert button(other, "chip.failed").isChecked()


@pytest.mark.parametrize(
    "layout",
    [
        {},
        {"columns": 3, "sort": "x", "statuses": "all", "scripts": 7, "text": None},
        {"sort": 99, "statuses": [9, "x", 3], "serials": [1, "S1"]},
        {"sort": True, "columns": "not a state", "statuses": [[]]},
    ],
)
def test_a_layout_that_makes_no_sense_is_passed_over(
    page: TasksPage, host: FedHost, layout: dict[str, object]
) -> None:
    fill(host)
    page.restore_layout(layout)
    assert page.filters.filter.statuses <= {3}
    assert page.view.header.shown_columns()


def test_every_control_has_a_name_for_those_who_cannot_see(page: TasksPage, host: FedHost) -> None:
    fill(host)
    for control in [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit), page.view]:
        if control.isVisible() and control.parent() is not page.filters.search:
            assert control.accessibleName(), control.objectName()
    for action in page.actions_.all():
        assert not action.shortcut().isEmpty()
        assert action.statusTip()


def test_a_batch_filters_over_the_whole_set_and_its_tag_takes_it_away(page: TasksPage, host: FedHost) -> None:
    fill(host)
    page.filters.set_batch("follow, 23 Nov", frozenset({2, 7, 39, 4_000}))
    assert shown(page) == [39, 7, 2]
    assert button(page, "tag.ids").text().startswith("Batch: follow, 23 Nov")
    press(page, "chip.failed")
    assert shown(page) == [39, 7]
    page.filters.set_batch("evening", frozenset({2, 3, 7}))
    assert button(page, "tag.ids").text().startswith("Batch: evening")
    assert shown(page) == [7, 3]
    assert "ids" not in page.save_layout()
    press(page, "tag.ids")
    assert page.filters.filter == TaskFilter(statuses=frozenset({3}))
    page.filters.set_batch("x" * 90, frozenset({2}))
    assert len(button(page, "tag.ids").text()) < 60
    page.filters.clear()
    assert len(shown(page)) == 40


def test_an_export_may_be_an_excel_file(page: TasksPage, host: FedHost, qtbot: QtBot) -> None:
    fill(host)
    page.export()
    dialog = page.findChild(QFileDialog, "export_dialog")
    assert [name.partition("(")[2] for name in dialog.nameFilters()] == ["*.csv)", "*.xlsx)"]
    assert dialog.selectedFiles()[0].endswith(".csv")
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.selectedFiles()[0].endswith(".xlsx")
    assert dialog.defaultSuffix() == "xlsx"
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
