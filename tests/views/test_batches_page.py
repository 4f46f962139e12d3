"""The page of batches: made-up ones for what is drawn, real ones against the simulator for what is done."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)

from gui.api.schemas import TaskRequest, TaskStatus
from gui.settings import Settings
from gui.state.connection import Phase, Progress
from gui.state.plan import plan
from gui.store.batch_records import RequestState
from gui.tables.batch_requests import DeviceColumn, RequestColumn
from gui.tables.batches import ROW_ROLE, Shares
from gui.views.batches import share_bar
from gui.views.batches.actions import BatchActions
from gui.views.batches.batches_page import BatchesPage
from gui.views.main_window import MainWindow
from gui.views.work_area import BATCHES_TAB, COMPOSE_TAB, TASKS_TAB
from tests.faults import Fault, FaultProxy
from tests.views.batching import batch, big, feed, give, phones, request, several, tasks_of
from tests.views.picture import connection, everything, tell, tell_devices

# What the offscreen platform says of every window with a least size, and of raising one.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

WAIT_MS = 20_000
S = RequestState
READ = Progress(9_000, 9_000, complete=True)


def open_page(host, look, qtbot, size=(1170, 760)):
    page = BatchesPage(host, look, BatchActions(host))
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


@pytest.fixture
def page(qtbot, idle_host, dressed):
    everything(idle_host)
    tell_devices(idle_host, *phones())
    tell(idle_host, progress=READ)
    page = open_page(idle_host, dressed, qtbot)
    testers = [
        QAbstractItemModelTester(model)
        for model in (page.table, page.pane.tables.requests, page.pane.tables.devices)
    ]
    yield page
    for tester in testers:
        tester.deleteLater()
    page.hide()


def button(page, name):
    found = page.findChild(QAbstractButton, f"button.batch.{name}")
    assert found is not None, name
    return found


def press(page, name):
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def text(page, name):
    return page.findChild(QLabel, name).text()


def box(page):
    found = page.findChild(QMessageBox, "confirm_box")
    assert found is not None
    return found


def answer(page, name, qtbot):
    asked = box(page)
    with qtbot.waitSignal(asked.destroyed):
        QTest.mouseClick(asked.findChild(QAbstractButton, f"confirm_box.{name}"), Qt.MouseButton.LeftButton)


def cells(table, row):
    return [table.index(row, column).data() for column in range(table.columnCount())]


def enabled(page):
    """Return the names of the actions that can be used, and check that the others say why not."""
    usable = set()
    for action in page._actions.all():
        name = action.objectName().removeprefix("action.batch.")
        if action.isEnabled():
            usable.add(name)
        else:
            assert "\n" in action.toolTip() or not action.toolTip().endswith(")"), name
        face = page.findChild(QAbstractButton, f"button.batch.{name}")
        assert face is None or face.isEnabled() == action.isEnabled(), name
    return usable


# What is shown


def test_without_batches_it_says_so_and_leads_to_the_form(page, qtbot):
    assert page.empty.isVisible()
    assert text(page, "empty_state.heading") == "No batches yet"
    with qtbot.waitSignal(page.new_task_requested):
        QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert enabled(page) == set()


def test_the_list_has_the_newest_first_with_words_and_bars(page, idle_host, qtbot):
    several(idle_host)
    qtbot.waitUntil(lambda: page.table.rowCount() == 6)
    qtbot.waitUntil(lambda: page.table.index(1).data(ROW_ROLE).state_text == "done")
    rows = [page.table.index(place).data(ROW_ROLE) for place in range(6)]
    assert [row.id for row in rows] == [9, 8, 7, 6, 5, 4]
    assert [row.state_text for row in rows] == [
        "1 unknown",
        "done",
        "3 failed",
        "paused",
        "cancelled",
        "1 refused",
    ]
    assert [row.tone for row in rows] == ["warning", "completed", "failed", "warning", "muted", "failed"]
    assert rows[1].detail.startswith("post · ")
    assert not page.empty.isVisible()
    assert page.list.current_id() == 9


def test_the_headline_and_the_bar_tell_how_far_it_is(page, idle_host, qtbot):
    whole, tasks = big()
    give(idle_host, whole)
    feed(idle_host, tasks)
    qtbot.waitUntil(lambda: "3,100 done" in text(page, "batch_pane.headline"))
    told = text(page, "batch_pane.headline").split(" · ")
    assert told[:3] == ["4,587 of 5,000 tasks made", "3,100 done", "60 failed"]
    assert told[3].startswith("about ")
    assert told[3].endswith(" left")
    shares = page.pane.bar.shares
    assert shares == Shares(3_100, 60, 17, 1_410, 413, 0)
    assert shares.total == 5_000
    assert page.pane.bar.accessibleName() == "3,100 done, 60 failed, 17 running, 1,410 waiting, 413 not made"


def test_no_segment_of_the_bar_is_too_thin_to_be_seen():
    widths = dict(share_bar.widths(Shares(done=4_998, failed=1, missing=1), 400.0))
    assert widths["failed"] >= 2
    assert sum(widths.values()) == pytest.approx(400)
    assert share_bar.widths(Shares(), 400.0) == []


def test_what_needs_the_operator_stands_first_in_the_requests(page, idle_host, qtbot):
    whole, tasks = big()
    give(idle_host, whole)
    feed(idle_host, tasks)
    requests = page.pane.tables.requests
    qtbot.waitUntil(lambda: requests.rowCount() == 50)
    states = [cells(requests, row)[RequestColumn.STATE] for row in range(6)]
    assert states == ["Unknown", "Refused", "Partly", "Sending…", "Waiting", "Created"]
    number, targets, tasks_text, _, why = cells(requests, 0)
    assert (number, targets, tasks_text) == ("48", "Rack 5 · 15, 16", "0 of 100")
    assert why.startswith("No answer within 10 s. Read 340 tasks")
    assert cells(requests, 1)[RequestColumn.NOTE] == "The device is not connected."
    assert cells(requests, 2)[RequestColumn.TASKS] == "87 of 100"
    tip = requests.index(2, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Rack 5 · 11: @target0, @target1" in tip
    assert page.pane.attention.isVisible()
    assert "No. 48: No answer within 10 s." in page.pane.attention.lines.text()


def test_a_selected_request_is_shown_in_full_and_followed(page, idle_host, qtbot):
    whole, tasks = big()
    give(idle_host, whole)
    feed(idle_host, tasks)
    tables = page.pane.tables
    qtbot.waitUntil(lambda: tables.requests.rowCount() == 50)
    assert not tables.detail.isVisible()
    place = tables.request_view.visualRect(tables.requests.index(2, 1)).center()
    QTest.mouseClick(tables.request_view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tables.detail.isVisible()
    heading = text(page, "request_detail.heading")
    assert heading.startswith("Request 46 · Partly · 87 of 100 tasks · Sent at ")
    body = page.findChild(QPlainTextEdit, "request_detail.text")
    assert "@target12" in body.toPlainText()
    assert "For: Rack 5 · 11, Rack 5 · 12" in body.toPlainText()
    settled = list(whole.requests)
    settled[45] = replace(settled[45], state=S.CREATED, missing=(), evidence="All were found.")
    give(idle_host, replace(whole, requests=tuple(settled)))
    qtbot.waitUntil(lambda: "Created" in text(page, "request_detail.heading"))
    assert tables.request_view.key() == (9, 46)
    assert "All were found." in body.toPlainText()
    QTest.mouseClick(tables.detail.findChild(QAbstractButton, ""), Qt.MouseButton.LeftButton)
    assert not tables.detail.isVisible()


def test_devices_are_counted_and_sorted_by_any_column(page, idle_host, qtbot):
    several(idle_host)
    page.select(7)
    devices = page.pane.tables.devices
    assert [cells(devices, row) for row in range(2)] == [
        ["Rack 1 · 01", "–", "–", "4", "2"],
        ["Rack 1 · 02", "–", "–", "5", "1"],
    ]
    page.pane.tables.device_view.sortByColumn(DeviceColumn.FAILED, Qt.SortOrder.AscendingOrder)
    assert cells(devices, 0)[0] == "Rack 1 · 02"
    idle_host.edit_device(phones()[1].serial, "the red one", "", "")
    qtbot.waitUntil(lambda: cells(devices, 0)[0] == "the red one")
    assert page.pane.tables._device_title.text() == "DEVICES  2"


def test_deleted_tasks_are_told_apart(page, idle_host, qtbot):
    several(idle_host)
    page.select(8)
    feed(idle_host, (), removed=range(50, 55))
    qtbot.waitUntil(lambda: "5 deleted" in text(page, "batch_pane.headline"))
    assert page.pane.bar.shares == Shares(done=15, gone=5)
    assert cells(page.pane.tables.devices, 0)[0] == "(not there any more)"


def test_accounts_are_named_as_such_and_unknown_numbers_are_not_made_up(page, idle_host):
    asked = TaskRequest("post", {}, usernames=("studio.nine", "a@b.example"))
    one = request(3, 1, S.CREATED, (501, 502), expected=None)
    two = request(3, 2, S.REFUSED, expected=None, reason="No account named so.", missing=())
    whole = batch(
        3, "by account", (replace(one, request=asked), replace(two, request=asked)), "post", cancelled=True
    )
    give(idle_host, whole)
    feed(idle_host, [replace(each, serial="R58N001") for each in tasks_of(one_request(whole), lambda _: 2)])
    page.select(3)
    requests = page.pane.tables.requests
    assert cells(requests, 0)[:3] == ["2", "@studio.nine, a@b.example", "0"]
    assert cells(requests, 1)[2] == "2"
    assert page.pane.bar.shares == Shares(done=2)
    assert "of" not in text(page, "batch_pane.headline").split(" · ")[0]
    page.pane.tables.request_view.selectRow(0)
    body = page.findChild(QPlainTextEdit, "request_detail.text").toPlainText()
    assert body == "No account named so.\nFor: @studio.nine, a@b.example"


def one_request(whole):
    """The batch with its first request alone, for a serial that it names."""
    first = whole.requests[0]
    return replace(whole, requests=(replace(first, request=replace(first.request, serials=("R58N001",))),))


def test_the_row_under_the_pointer_stands_out(page, idle_host):
    several(idle_host)
    page.select(9)
    view = page.pane.tables.request_view
    before = view.grab().toImage()
    QTest.mouseMove(view.viewport(), view.visualRect(view.model().index(3, 1)).center())
    assert view.hovered == 3
    assert view.grab().toImage() != before
    QTest.mouseMove(page.list.viewport(), QPoint(20, 20))
    view.leaveEvent(QEvent(QEvent.Type.Leave))
    assert view.hovered == -1


def test_a_line_that_is_down_is_said(page, idle_host, qtbot):
    several(idle_host)
    page.refresh()
    assert "last answered" not in text(page, "batch_pane.facts")
    tell(idle_host, connection=connection(Phase.UNREACHABLE))
    qtbot.waitUntil(lambda: "last answered" in text(page, "batch_pane.facts"))


def test_a_narrow_page_shows_one_table_at_a_time_and_icons(page, idle_host):
    several(idle_host)
    page.refresh()
    tables = page.pane.tables
    assert tables.request_view.isVisible()
    assert tables.device_view.isVisible()
    assert not tables.switch.isVisible()
    assert button(page, "cancel").text() == "Cancel the rest"
    page.resize(750, 540)
    assert tables.switch.isVisible()
    assert (tables.request_view.isVisible(), tables.device_view.isVisible()) == (True, False)
    QTest.mouseClick(tables.switch.button("devices"), Qt.MouseButton.LeftButton)
    assert (tables.request_view.isVisible(), tables.device_view.isVisible()) == (False, True)
    assert button(page, "cancel").text() == ""
    assert button(page, "cancel").accessibleName() == "Cancel the rest"
    assert button(page, "cancel").toolTip().startswith("Cancel the rest: ")
    assert button(page, "show_tasks").text() == "Show its tasks"


# What it costs


def test_nothing_is_counted_while_nobody_looks(page, idle_host, qtbot, monkeypatch):
    several(idle_host)
    page.refresh()
    counted = []
    progress = idle_host.batches.progress
    monkeypatch.setattr(idle_host.batches, "progress", lambda i: counted.append(i) or progress(i))
    page.hide()
    feed(idle_host, [replace(idle_host.tasks[60], status=1)])
    give(idle_host, replace(idle_host.batches.batches[8], name="renamed"))
    assert not page._soon.isActive()
    assert not page._clock.isActive()
    assert counted == []
    assert enabled(page) == set(), "the menu acts on nothing that is out of sight"
    page.show()
    assert page.table.index(page.table.place(8)).data() == "renamed"
    assert 9 in counted


def test_it_follows_four_times_a_second_at_most(page, idle_host, qtbot, monkeypatch):
    whole, tasks = big()
    give(idle_host, whole)
    feed(idle_host, tasks)
    page.refresh()
    counted = []
    progress = idle_host.batches.progress
    monkeypatch.setattr(idle_host.batches, "progress", lambda i: counted.append(i) or progress(i))
    start = time.monotonic()
    status = 0
    while time.monotonic() - start < 1.0:
        status = 1 - status
        feed(idle_host, [replace(tasks[-1], status=status)])
        with qtbot.waitSignal(idle_host.tasks_changed, timeout=10, raising=False):
            pass
    assert 2 <= len(counted) <= 5
    feed(idle_host, [replace(tasks[-1], status=3)])
    qtbot.waitUntil(lambda: page.pane.bar.shares.failed == 61, timeout=1000)


# What can be done


def test_only_what_makes_sense_can_be_used(page, idle_host):
    several(idle_host)
    always = {"export", "rename"}
    page.select(9)
    sending = {"pause", "cancel", "send_again", "look_up"}
    assert enabled(page) == always | sending | {"show_tasks", "retry", "stop", "delete"}
    page.select(8)
    assert enabled(page) == always | {"show_tasks", "forget"}
    page.select(6)
    assert button(page, "pause").text() == "Resume"
    assert enabled(page) == always | {
        "pause",
        "cancel",
        "send_rest",
        "show_tasks",
        "retry",
        "stop",
        "delete",
        "forget",
    }
    page.select(5)
    assert enabled(page) == always | {"send_rest", "forget"}
    page.select(4)
    assert enabled(page) == always | {"send_again", "forget"}


def test_what_cannot_be_used_says_why(page, idle_host):
    several(idle_host)
    page.select(8)
    assert button(page, "retry").toolTip().endswith("\nNone of its tasks has failed.")
    assert button(page, "pause").toolTip().endswith("\nNothing of it waits to be sent.")
    page.select(9)
    assert button(page, "forget").toolTip().endswith("It is still being sent: pause it, or cancel the rest.")


def test_unknown_requests_are_sent_again_only_with_their_evidence_read(page, idle_host, qtbot, monkeypatch):
    whole, _ = big()
    unlooked = list(whole.requests)
    unlooked[47] = replace(unlooked[47], evidence="")
    give(idle_host, replace(whole, requests=tuple(unlooked)))
    page.select(9)
    assert not page.pane.attention.send.isEnabled()
    assert "Nobody has looked" in page.pane.attention.send.toolTip()
    sent = []
    monkeypatch.setattr(idle_host.batches, "send_again", lambda *what: sent.append(what))
    page.commands.ask_send_unknown()
    assert page.findChild(QMessageBox, "confirm_box") is None
    give(idle_host, whole)
    qtbot.waitUntil(page.pane.attention.send.isEnabled)
    QTest.mouseClick(page.pane.attention.send, Qt.MouseButton.LeftButton)
    asked = box(page)
    assert not asked.isModal()
    assert "none has these settings" in asked.informativeText()
    assert "made twice" in asked.informativeText()
    assert asked.defaultButton().objectName() == "confirm_box.no"
    page.select(9)
    answer(page, "no", qtbot)
    assert sent == []
    QTest.mouseClick(page.pane.attention.send, Qt.MouseButton.LeftButton)
    answer(page, "yes", qtbot)
    assert sent == [(9, {S.UNKNOWN})]


def test_a_second_question_takes_the_place_of_the_first(page, idle_host, qtbot):
    several(idle_host)
    page.select(4)
    page.commands.ask_send_again()
    first = box(page)
    with qtbot.waitSignal(first.destroyed):
        page.commands.ask_forget()
    assert "Forget" in box(page).text()
    answer(page, "no", qtbot)
    assert 4 in idle_host.batches.batches


def test_a_question_that_outlives_its_batch_does_nothing(page, idle_host, qtbot):
    several(idle_host)
    page.select(4)
    page.commands.ask_send_again()
    assert "Unknown script." in box(page).informativeText()
    del idle_host.batches._batches[4]
    idle_host.batches.removed.emit(4)
    answer(page, "yes", qtbot)
    qtbot.waitUntil(lambda: page.table.rowCount() == 5)
    assert page.list.current_id() != 4


def test_keys_and_the_menu(page, idle_host, qtbot, monkeypatch):
    several(idle_host)
    page.select(6)
    done = []
    monkeypatch.setattr(idle_host.batches, "resume", lambda i: done.append(("resume", i)))
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_P)
    assert done == [("resume", 6)]
    with qtbot.waitSignal(page.tasks_wanted) as told:
        QTest.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [6]
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert "2" in box(page).text()
    answer(page, "no", qtbot)
    page.list.customContextMenuRequested.emit(QPoint(5, 5))
    menu = page.findChild(QMenu, "batch_menu")
    assert [a.text() for a in menu.actions() if not a.isSeparator()][:2] == [
        "Show its tasks",
        "Retry failed…",
    ]
    with qtbot.waitSignal(menu.destroyed):
        menu.close()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.current_id() == 5


def test_rename_takes_a_name_and_no_blank_one(page, idle_host, qtbot, monkeypatch):
    several(idle_host)
    page.select(5)
    renamed = []
    monkeypatch.setattr(idle_host.batches, "rename", lambda *what: renamed.append(what))
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    dialog = page.findChild(QDialog, "rename_dialog")
    field = dialog.findChild(QLineEdit, "rename_dialog.name")
    save = dialog.findChild(QAbstractButton, "rename_dialog.save")
    assert field.text() == "warm-up"
    field.setText("  ")
    assert not save.isEnabled()
    field.setText(" evening ")
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    assert renamed == [(5, "evening")]
    qtbot.waitUntil(lambda: page.findChild(QDialog, "rename_dialog") is None)


def test_the_export_has_a_row_for_each_task_and_each_target_without_one(page, idle_host, qtbot):
    several(idle_host)
    page.select(9)
    with qtbot.waitSignal(page.export_requested) as told:
        page.commands.export_to("/somewhere/batch.xlsx")
    path, rows = told.args
    assert path == "/somewhere/batch.xlsx"
    assert rows[0][:4] == ["Request", "Request state", "Task ID", "Device"]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert sum(bool(row[2]) for row in rows[1:]) == 4_587
    partly = [row for row in rows if row[0] == "46" and not row[2]]
    assert [row[6] for row in partly] == [f"@target{n}" for n in range(13)]
    refused = [row for row in rows if row[0] == "47"]
    assert len(refused) == 2
    assert refused[0][1] == "Refused"
    assert refused[0][-1] == "The device is not connected."
    failed = next(row for row in rows if row[8] == "Failed")
    assert failed[-1] == "Follow button not found"


def test_no_setting_of_a_request_is_shown_or_exported(page, idle_host, qtbot):
    canary = "sk-canary-4711"
    one = request(3, 1, S.REFUSED, reason="No.")
    one = replace(one, request=replace(one.request, script_config={"api_key": canary}))
    give(idle_host, batch(3, "with a key", (one,)))
    page.select(3)
    page.pane.tables.request_view.selectRow(0)
    with qtbot.waitSignal(page.export_requested) as told:
        page.commands.export_to("x.csv")
    said = [label.text() for label in page.findChildren(QLabel)]
    said += [field.toPlainText() for field in page.findChildren(QPlainTextEdit)]
    said += [page.pane.tables.requests.row(0).tip, str(told.args[1])]
    assert "No." in str(told.args[1])
    assert canary not in str(said)


def test_export_asks_for_a_path_without_blocking(page, idle_host, qtbot):
    several(idle_host)
    page.select(8)
    press(page, "export")
    dialog = page.findChild(QFileDialog, "export_dialog")
    page.list.select(7)
    with qtbot.waitSignal(page.export_requested) as told:
        dialog.fileSelected.emit("x.csv")
    assert len(told.args[1]) == 21, "the batch that was selected when the question was asked"
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChild(QFileDialog, "export_dialog") is None)


# In the window


@pytest.fixture
def window(qtbot, idle_host, look):
    window = MainWindow(idle_host, look, Settings(), languages=("en",))
    qtbot.addWidget(window, before_close_func=QWidget.deleteLater)
    with qtbot.waitExposed(window):
        window.show()
    everything(idle_host)
    tell_devices(idle_host, *phones())
    tell(idle_host, progress=READ)
    return window


def test_the_tab_is_built_when_it_is_opened_by_its_key(window, idle_host, qtbot):
    area = window.area
    assert area.batches.page is None
    actions = {a.shortcut().toString(): a for _, section in window.commands.sections() for a in section}
    assert isinstance(actions["Ctrl+3"], QAction)
    actions["Ctrl+3"].trigger()
    assert area.tabs.currentIndex() == BATCHES_TAB
    qtbot.waitUntil(area.batches.page.isVisible)
    assert not area.detail.isVisible()
    rename = next(a for _, section in window.commands.sections() for a in section if a.text() == "Rename…")
    assert rename.shortcut().toString() == "F2"
    assert not rename.isEnabled()
    several(idle_host)
    qtbot.waitUntil(rename.isEnabled)
    area.show_batch(7)
    assert area.batches.page.list.current_id() == 7
    with qtbot.waitSignal(window.export_requested):
        area.batches.page.commands.export_to("x.csv")
    window.commands.show_tasks.trigger()
    assert not rename.isEnabled()
    area.show_batches()
    area.batches.page.new_task_requested.emit()
    assert area.tabs.currentIndex() == COMPOSE_TAB


def test_show_its_tasks_filters_the_table_and_follows_until_the_tag_is_taken_away(window, idle_host, qtbot):
    several(idle_host)
    area = window.area
    area.show_batch(7)
    area.batches.page.commands.show_tasks()
    assert area.tabs.currentIndex() == TASKS_TAB
    table = area.tasks.table
    qtbot.waitUntil(lambda: not table.busy)
    assert table.ids_between(0, table.rowCount() - 1) == list(range(81, 69, -1))
    tag = area.tasks.findChild(QAbstractButton, "tag.ids")
    assert tag.text().startswith("Batch: comment, new oven day")
    grown = idle_host.batches.batches[7]
    more = request(7, 2, S.CREATED, range(9_000, 9_003), expected=3)
    grown = replace(grown, requests=(*grown.requests, more))
    feed(idle_host, tasks_of(replace(grown, requests=(more,)), lambda _: 0))
    give(idle_host, grown)
    qtbot.waitUntil(lambda: table.rowCount() == 15)
    QTest.mouseClick(area.tasks.findChild(QAbstractButton, "tag.ids"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table.rowCount() == table.total)
    give(idle_host, replace(grown, name="again"))
    with qtbot.waitSignal(table.changed, timeout=700, raising=False):
        pass
    assert not area.tasks.filters.filter.ids


def test_the_tab_is_marked_while_a_batch_waits_for_the_operator(window, idle_host):
    tabs = window.area.tabs
    assert window.area.batches.page is None
    assert tabs.tabIcon(BATCHES_TAB).isNull()
    whole, _ = big()
    give(idle_host, whole)
    assert not tabs.tabIcon(BATCHES_TAB).isNull()
    assert "waits for you" in tabs.tabToolTip(BATCHES_TAB)
    settled = tuple(replace(r, state=S.CREATED) if r.state is S.UNKNOWN else r for r in whole.requests)
    give(idle_host, replace(whole, requests=settled))
    assert tabs.tabIcon(BATCHES_TAB).isNull()
    assert tabs.tabToolTip(BATCHES_TAB) == ""


# Against the simulator


def follow(server, count, targets, name="a batch"):
    places = tuple(r[0] for r in server.rows("SELECT serial FROM devices ORDER BY serial LIMIT ?", count))
    config = {"target_users": [f"user{i}" for i in range(targets)], "access_method": "direct"}
    return plan("follow", [(config, places)], name=name)


@pytest.fixture
def followed(simulator, start_host, qtbot, dressed):
    """Start a simulator and a page that follows it through a proxy: ``server, host, page, proxy``."""
    proxies = []

    def start(*arguments):
        server = simulator("--seed", "7", "--tasks", "0", *arguments)
        proxy = FaultProxy(server.port).start()
        proxies.append(proxy)
        host = start_host(proxy.url)
        host.batches.settle_s = 0.2
        qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
        return server, host, open_page(host, dressed, qtbot), proxy

    yield start
    for proxy in proxies:
        proxy.stop()


def test_a_batch_is_followed_to_its_end(followed, qtbot):
    server, host, page, _ = followed("--speed", "1000")
    batch_id = host.batches.submit(follow(server, 4, 60, "evening"))
    qtbot.waitUntil(lambda: page.list.current_id() == batch_id)
    qtbot.waitUntil(lambda: "240 of 240 tasks made" in text(page, "batch_pane.headline"), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: page.pane.bar.shares.waiting + page.pane.bar.shares.running == 0, timeout=60_000)
    ended = dict(server.rows("SELECT status, count(*) FROM tasks GROUP BY status"))
    qtbot.waitUntil(
        lambda: (
            page.pane.bar.shares
            == Shares(ended.get(TaskStatus.COMPLETED, 0), ended.get(TaskStatus.FAILED, 0))
        ),
        timeout=WAIT_MS,
    )
    devices = page.pane.tables.devices
    assert devices.rowCount() == 4
    done = sum(int(cells(devices, row)[DeviceColumn.DONE].replace("–", "0")) for row in range(4))
    assert done == ended[TaskStatus.COMPLETED]


def test_paused_resumed_cancelled_and_the_rest_sent_all_the_same(followed, qtbot):
    server, host, page, _ = followed()
    batch_id = host.batches.submit(follow(server, 6, 100))
    host.batches.pause(batch_id)
    qtbot.waitUntil(lambda: text(page, "batch_pane.state") == "paused", timeout=WAIT_MS)
    made = server.rows("SELECT count(*) FROM tasks")[0][0]
    assert made < 600
    press(page, "cancel")
    qtbot.waitUntil(lambda: button(page, "send_rest").isEnabled() and not button(page, "cancel").isEnabled())
    states = host.batches.batches[batch_id].states
    assert states[S.WAITING] == 0
    assert states[S.CANCELLED] == 6 - made // 100
    press(page, "send_rest")
    qtbot.waitUntil(lambda: "600 of 600" in text(page, "batch_pane.headline"), timeout=WAIT_MS)
    assert server.rows("SELECT count(*) FROM tasks") == [(600,)]


def test_a_request_that_broke_shows_what_was_found(followed, qtbot):
    server, host, page, proxy = followed()
    proxy.once(Fault.RESET_LATE, "POST")
    batch_id = host.batches.submit(follow(server, 2, 10))
    requests = page.pane.tables.requests
    qtbot.waitUntil(lambda: host.batches.batches[batch_id].states[S.CREATED] == 1, timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: (
            requests.rowCount() == 1 and "20 of 20 tasks were found" in cells(requests, 0)[RequestColumn.NOTE]
        )
    )
    assert server.rows("SELECT count(*) FROM tasks") == [(20,)]
    qtbot.waitUntil(lambda: not page.pane.attention.isVisible())


def test_a_refused_request_is_sent_again_after_a_question(followed, qtbot):
    server, host, page, _ = followed()
    right = follow(server, 1, 3)
    wrong = replace(
        right.requests[0], request=replace(right.requests[0].request, script_config={"target_users": []})
    )
    batch_id = host.batches.submit(replace(right, requests=(wrong, *right.requests)))
    qtbot.waitUntil(lambda: host.batches.batches[batch_id].unfinished == 0, timeout=WAIT_MS)
    assert host.batches.batches[batch_id].states == {S.REFUSED: 1, S.CREATED: 1}
    qtbot.waitUntil(lambda: text(page, "batch_pane.state") == "1 refused")
    press(page, "send_again")
    reason = host.batches.batches[batch_id].requests[0].reason
    assert reason[:40] in box(page).informativeText()
    sent_at = host.batches.batches[batch_id].requests[0].sent_at
    answer(page, "yes", qtbot)
    qtbot.waitUntil(lambda: host.batches.batches[batch_id].requests[0].sent_at != sent_at, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: host.batches.batches[batch_id].states[S.REFUSED] == 1, timeout=WAIT_MS)
    assert server.rows("SELECT count(*) FROM tasks") == [(3,)]


def test_what_has_not_begun_is_deleted_after_a_question(followed, qtbot):
    server, host, page, _ = followed()
    batch_id = host.batches.submit(follow(server, 1, 20))
    qtbot.waitUntil(lambda: host.batches.batches[batch_id].states[S.CREATED] == 1, timeout=WAIT_MS)
    server.change("UPDATE tasks SET next_at = 9e12 WHERE status IN (0, 1)")
    host.refresh()
    qtbot.waitUntil(button(page, "delete").isEnabled, timeout=WAIT_MS)
    press(page, "delete")
    answer(page, "yes", qtbot)
    qtbot.waitUntil(
        lambda: server.rows("SELECT count(*) FROM tasks WHERE status = 0") == [(0,)], timeout=WAIT_MS
    )
    qtbot.waitUntil(lambda: page.pane.bar.shares.gone > 0, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not button(page, "delete").isEnabled(), timeout=WAIT_MS)


def test_one_failed_task_is_retried_and_one_that_runs_is_stopped(followed, qtbot):
    server, host, page, _ = followed()
    batch_id = host.batches.submit(follow(server, 1, 6))
    qtbot.waitUntil(lambda: host.batches.batches[batch_id].states[S.CREATED] == 1, timeout=WAIT_MS)
    ids = host.batches.batches[batch_id].task_ids
    server.change("UPDATE tasks SET status = 0, next_at = 9e12")
    server.change("UPDATE tasks SET status = 3, retry_count = 0 WHERE id = ?", ids[0])
    server.change("UPDATE tasks SET status = 1 WHERE id = ?", ids[1])
    host.refresh()
    qtbot.waitUntil(lambda: page.pane.bar.shares == Shares(0, 1, 1, 4), timeout=WAIT_MS)
    press(page, "retry")
    qtbot.waitUntil(
        lambda: server.rows("SELECT status FROM tasks WHERE id = ?", ids[0]) != [(3,)], timeout=WAIT_MS
    )
    press(page, "stop")
    qtbot.waitUntil(
        lambda: server.rows("SELECT status FROM tasks WHERE id = ?", ids[1]) == [(3,)], timeout=WAIT_MS
    )


def test_looking_again_reads_and_sends_nothing(followed, qtbot):
    server, host, page, proxy = followed()
    host.batches.submit(follow(server, 1, 4))
    batch_id = max(host.batches.batches)
    qtbot.waitUntil(lambda: host.batches.batches[batch_id].states[S.CREATED] == 1, timeout=WAIT_MS)
    (made,) = host.batches.batches[batch_id].requests
    give(
        host, replace(host.batches.batches[batch_id], requests=(replace(made, state=S.UNKNOWN, task_ids=()),))
    )
    qtbot.waitUntil(button(page, "look_up").isEnabled)
    sent = [line for line in proxy.seen if line.startswith("POST")]
    QTest.keyClick(page.list, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: host.batches.batches[batch_id].states[S.CREATED] == 1, timeout=WAIT_MS)
    assert set(host.batches.batches[batch_id].task_ids) == set(made.task_ids)
    assert [line for line in proxy.seen if line.startswith("POST")] == sent


def test_a_forgotten_batch_leaves_its_tasks(followed, qtbot):
    server, host, page, _ = followed()
    batch_id = host.batches.submit(follow(server, 1, 5))
    qtbot.waitUntil(button(page, "forget").isEnabled, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: host.batches.batches[batch_id].states[S.CREATED] == 1, timeout=WAIT_MS)
    press(page, "forget")
    answer(page, "yes", qtbot)
    qtbot.waitUntil(page.empty.isVisible, timeout=WAIT_MS)
    assert server.rows("SELECT count(*) FROM tasks") == [(5,)]
