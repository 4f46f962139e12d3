"""The device pane: rows in words, selection, search, the empty state, adding, editing and forgetting."""

import time
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QRegion
from PySide6.QtWidgets import QMessageBox, QPushButton, QToolTip

from gui.state.connection import Phase
from gui.state.devices import Device, DeviceState, FactSource
from gui.tables.devices import ROW_ROLE, DeviceSort
from gui.views.devices.add_dialog import AddDevicesDialog
from gui.views.devices.device_dock import DevicePane
from gui.views.devices.edit_dialog import EditDeviceDialog
from gui.views.devices.rows import device_row, device_tip
from gui.views.devices.serial_text import Entry, parse
from tests.views.picture import ago, connection, rack, tell, tell_devices

# What the offscreen platform says of every menu.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

NOW = datetime(2026, 11, 23, 9, 44, 14, tzinfo=UTC).timestamp()
SINCE = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(NOW - 192))
RUNNING, IDLE, OFFLINE, UNKNOWN = (
    DeviceState.RUNNING,
    DeviceState.IDLE,
    DeviceState.OFFLINE,
    DeviceState.UNKNOWN,
)


@pytest.mark.parametrize(
    ("facts", "tone", "text"),
    [
        ({"state": RUNNING, "running_script": "post", "running_since": SINCE}, "running", "post 3:12"),
        ({"state": RUNNING, "running_script": "account_warmup", "running_since": ""}, "running", "warmup"),
        ({"state": RUNNING}, "running", "running"),
        ({"state": IDLE}, "pending", "idle"),
        ({"state": IDLE, "waiting": 2}, "pending", "2 waiting"),
        ({"state": UNKNOWN, "waiting": 1}, "pending", "1 waiting"),
        ({"state": IDLE, "waiting": 2, "failed_in_a_row": 3}, "failed", "3 failed in a row"),
        ({"state": IDLE, "failed_in_a_row": 2}, "pending", "idle"),
        ({"state": OFFLINE, "offline_since": NOW - 860, "waiting": 3}, "warning", "offline 14 min"),
        ({"state": OFFLINE}, "warning", "offline"),
        ({"state": UNKNOWN}, "unknown", "unknown"),
    ],
)
def test_what_a_device_does_in_words(qapp, facts, tone, text):
    row = device_row(Device("R58", model="Pixel 7a", **facts), NOW)
    assert (row.tone, row.state_text) == (tone, text)
    assert row.spoken == f"R58, Pixel 7a, {text}"


@pytest.mark.parametrize(
    ("facts", "name", "detail"),
    [
        ({"model": "Pixel 7a", "nickname": "Rack 1"}, "Rack 1", "Pixel 7a"),
        ({"nickname": "Rack 1"}, "Rack 1", "R58"),
        ({}, "R58", ""),
        ({"model": "Pixel 7a", "accounts": ("@one",)}, "R58", "Pixel 7a · @one"),
        ({"accounts": ("one", "two")}, "R58", "2 account(s)"),
    ],
)
def test_two_lines(qapp, facts, name, detail):
    row = device_row(Device("R58", **facts), NOW)
    assert (row.name, row.detail) == (name, detail)


def test_ranks_put_first_what_needs_a_look(qapp):
    ranks = [
        device_row(Device("x", state, failed_in_a_row=failed, waiting=waiting), NOW).state_rank
        for state, failed, waiting in (
            (IDLE, 3, 0),
            (RUNNING, 0, 0),
            (OFFLINE, 0, 0),
            (IDLE, 0, 1),
            (IDLE, 0, 0),
            (UNKNOWN, 0, 0),
        )
    ]
    assert ranks == sorted(set(ranks))
    results = [
        device_row(Device("x", last_status=status, failed_in_a_row=failed), NOW).result_rank
        for status, failed in ((3, 5), (3, 1), (2, 0), (None, 0))
    ]
    assert results == sorted(set(results))


def test_a_tip_tells_every_fact_with_its_source_and_age(qapp):
    device = Device(
        "R58",
        IDLE,
        "Rack 1",
        "North",
        "left shelf",
        model="Pixel",
        accounts=("a", "b"),
        tags=("t",),
        waiting=2,
        last_status=3,
        last_script="post",
        last_end="2026-11-23 09:00:00",
        last_remark="device offline",
        told={
            FactSource.ACCOUNTS: NOW - 125,
            FactSource.ADB: NOW - 3,
            FactSource.OPERATOR: NOW,
            FactSource.TASKS: 0,
        },
    )
    lines = device_tip(device, NOW).splitlines()
    assert "Last result: post · failed · 2026-11-23 09:00:00 · device offline" in lines
    assert "Accounts: a, b" in lines
    told = lines[lines.index("") + 1 :]
    assert told[:3] == [
        "Told by you, just now",
        "Told by the ADB server of this PC, 3 s ago",
        "Told by TikMatrix's account list, 2 min ago",
    ]
    assert device_tip(Device("R58", last_status=2), NOW).splitlines()[-1] == "Last result: completed"


@pytest.fixture
def pane(qtbot, idle_host, look):
    pane = DevicePane(idle_host, look)
    qtbot.addWidget(pane)
    pane.resize(268, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


@pytest.fixture
def full(pane, idle_host):
    tell_devices(idle_host, *rack())
    tell(idle_host, connection=connection())
    return pane


def shown(pane):
    return [pane.table.row(place).name for place in range(pane.table.rowCount())]


def test_the_list_and_its_counts(full):
    assert full.head.counts.text() == "5 of 7 online"
    assert shown(full)[:3] == ["emulator-5554", "Rack 1 · 01", "Rack 1 · 02"]
    assert full._pages.currentIndex() == 0


def test_running_times_tick_while_the_line_lives_and_the_pane_is_seen(qtbot, full, idle_host):
    place = full.table.place("a1")
    before = full.table.row(place).state_text
    assert before.startswith("post 3:1")
    qtbot.waitUntil(lambda: full.table.row(place).state_text != before, timeout=3000)
    assert full._timer.isActive()
    tell(idle_host, connection=connection(Phase.UNREACHABLE))
    frozen = full.table.row(place).state_text
    full._tick()
    assert full.table.row(place).state_text == frozen
    assert full.list._delegate.muted
    full.hide()
    assert not full._timer.isActive()


def test_only_the_clock_of_a_running_device_is_drawn_again(qtbot, full, monkeypatch):
    full._timer.stop()
    viewport = full.list.viewport()
    drawn = []
    original = full.list.paintEvent

    def note(event):
        drawn.append(QRegion(event.region()))
        original(event)

    monkeypatch.setattr(full.list, "paintEvent", note)
    later = time.time()
    monkeypatch.setattr(time, "time", lambda: later)
    full._tick()
    viewport.update()
    qtbot.waitUntil(lambda: bool(drawn))
    picture = viewport.grab()
    before = full.table.row(full.table.place("a1"))
    drawn.clear()
    later += 1
    full._tick()
    after = full.table.row(full.table.place("a1"))
    assert after.state_text != before.state_text
    assert after.spoken.endswith(after.state_text)
    qtbot.waitUntil(lambda: bool(drawn))
    clock = drawn[-1]
    row = full.list.visualRect(full.table.index(full.table.place("a1")))
    assert clock.intersects(row)
    assert clock.boundingRect().width() < row.width() / 2
    whole = viewport.grab().toImage()
    assert picture.toImage() != whole
    viewport.render(picture, clock.boundingRect().topLeft(), clock)
    assert picture.toImage() == whole


def test_an_unchanged_device_keeps_its_row(full, idle_host):
    before = full.table.row(full.table.place("a3"))
    idle_host._registry.devices["a4"] = Device("a4", RUNNING, "Rack 1 · 04", running_since=ago(5))
    idle_host.devices_changed.emit()
    assert full.table.row(full.table.place("a3")) is before
    assert full.table.row(full.table.place("a4")).tone == "running"


def test_selection_is_told_once_and_outlives_changes(qtbot, full, idle_host):
    told = []
    full.selection_changed.connect(told.append)
    full.select(["a3", "a1", "nobody"])
    assert told == [("a1", "a3")]
    assert full.selected() == ("a1", "a3")
    assert (full.bar.isVisible(), full.bar_label.text()) == (True, "2 selected")
    tell_devices(idle_host, Device("0", nickname="A first one"), *rack())
    assert told == [("a1", "a3")]
    tell_devices(idle_host, *rack()[2:])
    assert told[-1] == ("a3",)
    qtbot.mouseClick(full._bar_clear, Qt.MouseButton.LeftButton)
    assert told[-1] == ()
    assert not full.bar.isVisible()


def test_two_selected_devices_can_vanish_together(full, idle_host):
    full.select(["a1", "a2", "a3"])
    tell_devices(idle_host, Device("z"))
    assert full.selected() == ()


def test_keyboard_selects(qtbot, full):
    full.list.setFocus()
    full.list.setCurrentIndex(full.table.index(0))
    qtbot.keyClick(full.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert full.selected() == ("emulator-5554", "a1")
    qtbot.keyClick(full.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(full.selected()) == 7


def test_search_group_and_the_way_back(qtbot, full):
    full.focus_search()
    assert full.head.search.hasFocus() or not full.isActiveWindow()
    qtbot.keyClicks(full.head.search, "bakery")
    assert shown(full) == ["Rack 1 · 03"]
    full.head.search.setText("zzz")
    assert full._pages.currentIndex() == 1
    assert full.empty_title.text() == "No device matches"
    qtbot.mouseClick(full.empty_button, Qt.MouseButton.LeftButton)
    assert len(shown(full)) == 7
    assert full.head.group.isVisible()
    full.head.group.setCurrentText("Rack 1")
    assert shown(full) == ["Rack 1 · 01", "Rack 1 · 02"]


def test_a_group_that_vanishes_lets_go_of_the_filter(full, idle_host):
    full.head.group.setCurrentText("Rack 1")
    tell_devices(idle_host, *rack()[2:])
    assert full.head.chosen_group() is None
    assert not full.head.group.isVisible()
    assert len(shown(full)) == 5


def test_order_is_chosen_and_remembered(full, idle_host):
    full.head.set_sort(DeviceSort.STATE)
    assert shown(full)[0] == "Rack 1 · 04"
    assert full.save_layout() == {"sort": "state"}
    full.restore_layout({"sort": "waiting"})
    assert shown(full)[0] == "Rack 1 · 06"
    full.restore_layout({"sort": 7})
    full.restore_layout({})
    assert full.save_layout() == {"sort": "waiting"}


def test_the_sort_menu_does_not_run_a_loop_of_its_own(qtbot, full):
    qtbot.mouseClick(full.head._sort_button, Qt.MouseButton.LeftButton)
    assert full.head.sort_menu.isVisible()
    assert [a.text() for a in full.head.sort_menu.actions() if a.isChecked()] == ["By &name"]
    full.head.sort_menu.close()


def test_the_empty_state_says_how_to_get_devices(qtbot, pane):
    assert pane._pages.currentIndex() == 1
    assert pane.empty_title.text() == "No devices yet"
    assert "ADB" in pane.empty_text.text()
    assert pane.head.counts.text() == ""
    qtbot.mouseClick(pane.empty_button, Qt.MouseButton.LeftButton)
    dialog = pane.findChild(AddDevicesDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_pasting_serials_with_names(qtbot, pane, idle_host):
    tell_devices(idle_host, Device("KNOWN1"))
    pane.add_devices()
    dialog = pane.findChild(AddDevicesDialog)
    assert not dialog.add_button.isEnabled()
    dialog.text.setPlainText(
        "serial,nickname,group\nR58M1,Rack 3 · 01,Rack 3\nKNOWN1\n192.168.1.7:5555\nwhat is this?"
    )
    assert dialog.counts.text() == "2 new device(s) · 1 already in the list · 1 line(s) that cannot be read"
    assert dialog.problems.text() == "Line 5: “what is this?” is not a serial."
    assert dialog.add_button.text() == "Add 2 device(s)"
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    added = idle_host.devices["R58M1"]
    assert (added.nickname, added.group) == ("Rack 3 · 01", "Rack 3")
    assert "192.168.1.7:5555" in idle_host.devices
    assert pane.table.total() == 3


def test_a_file_is_named_and_its_text_taken(qtbot, pane):
    pane.add_devices()
    dialog = pane.findChild(AddDevicesDialog)
    with qtbot.waitSignal(pane.import_requested) as told:
        dialog.file_chosen.emit("/some/where.csv")
    assert told.args == ["/some/where.csv"]
    pane.show_import("\ufeffSERIAL;NAME\nR58M1;Rack")
    assert dialog.entries() == (Entry("R58M1", "Rack"),)
    dialog.reject()


def test_nothing_new_adds_nothing(pane):
    pane.add_devices()
    dialog = pane.findChild(AddDevicesDialog)
    dialog.text.setPlainText("?\n" * 6)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.problems.text().endswith("…")
    dialog.reject()


@pytest.mark.parametrize(
    ("text", "entries", "duplicates", "bad"),
    [
        ("", (), 0, ()),
        ("abc\n\n  def  \n", (Entry("abc"), Entry("def")), 0, ()),
        ("abc\tN\tG\tnote, with comma", (Entry("abc", "N", "G", "note, with comma"),), 0, ()),
        ('abc,"N, too",G', (Entry("abc", "N, too", "G"),), 0, ()),
        ("abc\nabc\nknown", (Entry("abc"),), 2, ()),
        ("id\nserial", (Entry("serial"),), 0, ()),
        ("ab\n账号\n-abc", (), 0, ((1, "ab"), (2, "账号"), (3, "-abc"))),
        ("abc,1,2,3,4,5", (Entry("abc", "1", "2", "3"),), 0, ()),
    ],
)
def test_reading_lists(text, entries, duplicates, bad):
    parsed = parse(text, {"known"})
    assert (parsed.entries, parsed.duplicates, parsed.bad) == (entries, duplicates, bad)


def test_editing_one_device(qtbot, full, idle_host):
    full.select(["a3"])
    full.actions_of_selection.edit.trigger()
    dialog = full.findChild(EditDeviceDialog)
    assert (dialog.nickname.text(), dialog.note.toPlainText()) == ("Rack 1 · 03", "left shelf")
    dialog.nickname.setText("  Shelf 3 ")
    dialog.group.setCurrentText("North")
    dialog.note.setPlainText("")
    dialog.accept()
    device = idle_host.devices["a3"]
    assert (device.nickname, device.group, device.note) == ("Shelf 3", "North", "")
    assert "Shelf 3" in shown(full)


def test_editing_several_changes_only_their_group(full, idle_host):
    full.select(["a1", "a3"])
    full.actions_of_selection.edit.trigger()
    dialog = full.findChild(EditDeviceDialog)
    assert not dialog.nickname.isVisible()
    dialog.group.setCurrentText("South")
    dialog.accept()
    assert [idle_host.devices[s].group for s in ("a1", "a3")] == ["South", "South"]
    assert idle_host.devices["a1"].nickname == "Rack 1 · 01"
    assert idle_host.devices["a3"].note == "left shelf"


def test_forgetting_asks_once_and_names_what(full, idle_host):
    idle_host.add_devices([f"extra{n}" for n in range(6)])
    full.select([f"extra{n}" for n in range(6)])
    full.actions_of_selection.forget.trigger()
    box = full.findChild(QMessageBox)
    assert box.isVisible()
    assert box.text() == "Forget 6 device(s)?"
    assert box.informativeText().startswith("extra0, extra1, extra2, extra3, extra4 and 1 more.")
    box.reject()
    assert "extra0" in idle_host.devices
    box.deleteLater()
    full.actions_of_selection.forget.trigger()
    again = next(b for b in full.findChildren(QMessageBox) if b.isVisible())
    next(b for b in again.findChildren(QPushButton) if b.text() == "Forget").click()
    assert not any(serial.startswith("extra") for serial in idle_host.devices)
    assert "a1" in idle_host.devices


def test_copy_new_task_and_show_tasks(qtbot, full):
    actions = full.actions_of_selection
    assert not actions.copy.isEnabled()
    full.select(["a1", "a2"])
    actions.copy.trigger()
    assert QGuiApplication.clipboard().text() == "a1\na2"
    with qtbot.waitSignal(full.new_task_requested):
        actions.new_task.trigger()
    with qtbot.waitSignal(full.tasks_requested) as told:
        actions.show_tasks.trigger()
    assert told.args == [("a1", "a2")]


def test_the_context_menu_pops_up_on_a_selection_only(full):
    menu = full.actions_of_selection.menu
    full.list.customContextMenuRequested.emit(QPoint(5, 5))
    assert not menu.isVisible()
    full.select(["a1"])
    full.list.customContextMenuRequested.emit(QPoint(5, 5))
    assert menu.isVisible()
    menu.close()


def test_the_tip_under_the_mouse(full, monkeypatch):
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: told.append(text))
    place = full.list.visualRect(full.table.index(full.table.place("a1"))).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, full.list.mapToGlobal(place))
    full.list.viewportEvent(event)
    assert "Told by the task list" in told[0]
    far = QPoint(5, 10_000)
    full.list.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, far, far))
    assert told[1] == ""


def test_rows_are_drawn_selected_hovered_and_old(full, look, idle_host):
    full.select(["a1"])
    index = full.table.index(full.table.place("a1"))
    assert index.data(ROW_ROLE).serial == "a1"
    rect = full.list.visualRect(index)
    picture = full.list.viewport().grab(rect).toImage()
    assert picture.pixelColor(1, 20) == look.color("accent")
    assert picture.pixelColor(140, 2).name() in {look.color("selection").name(), look.color("accent").name()}
    colors = {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
    }
    assert look.color("running").name() in colors
    tell(idle_host, connection=connection(Phase.STALE))
    picture = full.list.viewport().grab(rect).toImage()
    colors = {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
    }
    assert look.color("running").name() not in colors


def test_a_hundred_devices_cost_little_a_tick(full, idle_host):
    devices = [Device(f"s{n:03}", RUNNING, running_script="post", running_since=ago(n)) for n in range(100)]
    tell_devices(idle_host, *devices)
    began = time.perf_counter()
    for _ in range(10):
        full._tick()
    assert (time.perf_counter() - began) / 10 < 0.05
