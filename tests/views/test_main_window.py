"""The window as a whole: what comes first, what passes between its parts, keys, names and sizes."""

import dataclasses

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)

from gui.api.schemas import Stats, Task
from gui.settings import Settings
from gui.state.changes import TaskChanges
from gui.state.outcome import Command, Outcome
from gui.tables.tasks import TaskFilter
from gui.views.main_window import MainWindow
from gui.views.settings_dialog import SettingsDialog
from gui.views.work_area import COMPOSE_TAB, TASKS_TAB
from tests.views.picture import ago, everything, tell

# What the offscreen platform says of every window with a least size, and of raising one.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


@pytest.fixture
def open_window(qtbot, idle_host, look):
    def open_(settings=None, size=(1440, 900)):
        window = MainWindow(idle_host, look, settings or Settings(), languages=("en",))
        # Closing only hides it: the application ends it, and here the test does.
        qtbot.addWidget(window, before_close_func=QWidget.deleteLater)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window._area is not None)
        window.area.complete()
        return window

    return open_


@pytest.fixture
def window(open_window, idle_host):
    window = open_window()
    everything(idle_host)
    return window


def visible(widget):
    return not widget.isHidden()


def test_the_banner_comes_with_the_first_picture_and_the_rest_right_behind(qtbot, idle_host, look):
    window = MainWindow(idle_host, look, Settings())
    qtbot.addWidget(window, before_close_func=QWidget.deleteLater)
    assert window._area is None
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window._area is not None)
    qtbot.waitUntil(lambda: not window.windowIcon().isNull())
    assert window.devices.isVisible()
    assert window.tasks.isVisible()


def test_whoever_asks_for_the_work_area_before_gets_it(qtbot, idle_host, look):
    window = MainWindow(idle_host, look, Settings())
    qtbot.addWidget(window, before_close_func=QWidget.deleteLater)
    assert window.tasks is window.area.tasks
    assert window.tabs.count() == 3
    assert window.save_layout()["panes"]["detail"] is None


def test_a_window_that_was_never_looked_at_keeps_its_layout(qtbot, idle_host, look):
    window = MainWindow(idle_host, look, Settings(layout={"panes": {"detail": 300}, "geometry": "old"}))
    qtbot.addWidget(window, before_close_func=QWidget.deleteLater)
    window.show_as_icon()
    assert window.isMinimized()
    assert not window.windowIcon().isNull()
    layout = window.save_layout()
    assert layout["panes"] == {"detail": 300}
    assert layout["geometry"] != "old"
    assert window._area is None


def test_closing_hides_and_tells_and_nothing_more(qtbot, window):
    with qtbot.waitSignal(window.closing):
        assert not window.close()
    assert not window.isVisible()


def test_it_says_whether_somebody_looks(window, idle_host):
    assert idle_host._watched
    window.hide()
    assert not idle_host._watched
    window.show()
    assert idle_host._watched
    window.setWindowState(Qt.WindowState.WindowMinimized)
    assert not idle_host._watched
    window.setWindowState(Qt.WindowState.WindowNoState)
    assert idle_host._watched


def press(qtbot, window, keys):
    """Press a key combination as a person does: the action that has it is triggered."""
    action = next(a for a in actions(window) if a.shortcut().toString() == keys)
    assert action.isEnabled()
    action.trigger()


def actions(window):
    return [action for _, section in window.commands.sections() for action in section]


def test_tabs_by_key_and_the_composer_on_demand(qtbot, window):
    assert window.composer is None
    press(qtbot, window, "Ctrl+N")
    assert window.tabs.currentIndex() == COMPOSE_TAB
    assert window.composer is not None
    composer = window.composer
    assert not visible(window.detail)
    press(qtbot, window, "Ctrl+1")
    assert window.tabs.currentIndex() == TASKS_TAB
    assert visible(window.detail)
    press(qtbot, window, "Ctrl+2")
    assert window.composer is composer


def test_the_selection_of_devices_reaches_the_composer_before_and_after_it_is_built(window):
    window.devices.select(["a1", "a2"])
    window.show_composer()
    assert window.composer.request().serials == ("a1", "a2")
    window.devices.select(["a3"])
    assert window.composer.request().serials == ("a3",)


def put_tasks(window, host):
    tasks = tuple(
        Task(n, "post", serial, 3 if n % 2 else 2, ago(n), ago(n - 5), "device offline", "api")
        for n, serial in enumerate(("a1", "a2", "a3", "a1"), 1)
    )
    host.mirror.tasks.update({task.id: task for task in tasks})
    host.tasks_changed.emit(TaskChanges(tasks))


def test_devices_filter_the_tasks_when_asked_to(window, idle_host):
    put_tasks(window, idle_host)
    rows = window.tasks.table.rowCount
    window.devices.select(["a1"])
    assert rows() == 4
    window.commands.filter_by_devices.trigger()
    assert rows() == 2
    window.devices.select(["a2"])
    assert rows() == 1
    window.commands.filter_by_devices.trigger()
    assert rows() == 4
    window.show_composer()
    window.devices.tasks_requested.emit(("a3",))
    assert (rows(), window.tabs.currentIndex()) == (1, TASKS_TAB)


def test_the_detail_follows_the_table(qtbot, window, idle_host):
    put_tasks(window, idle_host)
    window.tasks.view.selectRow(0)
    number = str(window.tasks.selected_ids()[0])
    qtbot.waitUntil(
        lambda: (
            number in " ".join(w.text() for w in window.detail.findChildren(QWidget) if hasattr(w, "text"))
        )
    )


def test_the_copy_key_in_the_detail_copies_the_row_or_the_selected_text(qtbot, window, idle_host):
    put_tasks(window, idle_host)
    window.activateWindow()
    window.tasks.view.selectRow(0)
    text, remark, clipboard = window.detail.text, window.detail.remark, QGuiApplication.clipboard()
    control = Qt.KeyboardModifier.ControlModifier
    number = str(window.tasks.selected_ids()[0])
    for place in (text.viewport(), remark.viewport()):
        clipboard.clear()
        qtbot.mouseClick(place, Qt.MouseButton.LeftButton)
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_C, control)
        assert clipboard.text().splitlines()[1].split("\t")[0] == number
    window.detail.buttons["delete"].setFocus()
    clipboard.clear()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_C, control)
    assert number in clipboard.text()
    remark.selectAll()
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_C, control)
    assert clipboard.text() == "device offline"


def test_outcomes_reach_the_notice_bar(window, idle_host):
    idle_host.command_finished.emit(Outcome(Command.STOP, 1, 1))
    assert window.notice.text.text() == "1 task(s) stopped."
    window.show_message("info", "hello")
    assert window.notice.text.text() == "hello"
    window.notice.dismiss()


def test_created_tasks_lead_to_the_table(window):
    window.show_composer()
    window.composer.tasks_created.emit((1, 2))
    assert window.tabs.currentIndex() == TASKS_TAB


def create(window, host, *ids):
    """Let tasks be created from the form; the server lists them a poll later."""
    window.show_composer()
    window.composer.tasks_created.emit(ids)
    tasks = tuple(Task(n, "post", "a2", 0, "", "", "", "api") for n in ids)
    for task in tasks:
        host.mirror.tasks[task.id] = task
        host.tasks_changed.emit(TaskChanges((task,)))


def test_created_tasks_are_selected_once_they_are_listed(window, idle_host):
    put_tasks(window, idle_host)
    window.tasks.view.selectRow(2)
    create(window, idle_host, 11, 12)
    assert sorted(window.tasks.selected_ids()) == [11, 12]
    assert window.notice.isHidden()
    window.tasks.view.selectRow(3)
    chosen = window.tasks.selected_ids()
    put_tasks(window, idle_host)
    assert window.tasks.selected_ids() == chosen


def test_created_tasks_that_the_filter_hides_are_told_and_shown_on_demand(window, idle_host):
    put_tasks(window, idle_host)
    window.tasks.filters.set_filter(TaskFilter(statuses=frozenset({1, 3})))
    create(window, idle_host, 11, 12)
    assert window.tasks.selected_ids() == ()
    assert window.notice.text.text() == "2 new task(s) are hidden by the filter."
    assert window.notice.offer_button.text() == "Show"
    window.notice.offer_button.click()
    assert window.notice.isHidden()
    assert not window.tasks.filters.filter
    assert sorted(window.tasks.selected_ids()) == [11, 12]


def test_created_tasks_that_never_come_are_not_waited_for_for_ever(qtbot, window, idle_host):
    window.tasks.new._patience.setInterval(1)
    create(window, idle_host, 11)
    window.tasks.new.point_out((11, 99))
    qtbot.waitUntil(lambda: window.tasks.selected_ids() == (11,))


def test_retrying_everything_asks_once(window, idle_host, monkeypatch):
    asked = []
    monkeypatch.setattr(idle_host, "retry_all", lambda: asked.append(True))
    window.commands.retry_all.trigger()
    box = window.findChild(QMessageBox, "confirm_box")
    assert box.text() == "Retry 565 failed task(s)?"
    assert not box.isModal() or box.windowModality() is Qt.WindowModality.WindowModal
    box.reject()
    assert asked == []
    box.setObjectName("")
    window.commands.retry_all.trigger()
    box = window.findChild(QMessageBox, "confirm_box")
    next(b for b in box.findChildren(QPushButton) if b.text() == "Retry all").click()
    assert asked == [True]


def test_retrying_all_says_how_many_will_probably_stay(window, idle_host):
    tasks = [Task(n, "post", "a1", 3, retry_count=3 if n < 3 else 0) for n in range(1, 8)]
    idle_host.mirror.upsert(tasks)
    window.commands.retry_all.trigger()
    box = window.findChild(QMessageBox, "confirm_box")
    assert box.informativeText().startswith("5 can be retried · 2 are probably at their limit")
    box.reject()


def test_retrying_nothing_is_not_asked(window, idle_host):
    tell(idle_host, stats=Stats(5, 0, 0, 5, 0))
    window.commands.retry_all.trigger()
    assert window.findChild(QMessageBox, "confirm_box") is None
    assert "nothing to retry" in window.notice.text.text()
    window.notice.dismiss()


@pytest.mark.parametrize(("width", "shown"), [(1440, True), (1100, True), (1099, False), (1024, False)])
def test_narrow_windows_give_the_detail_up(open_window, width, shown):
    window = open_window(size=(width, 700))
    assert visible(window.detail) is shown
    assert window.commands.detail_pane.isChecked() is shown
    assert window.minimumSizeHint().width() <= 1024
    assert window.size().width() == width


def test_the_operators_wish_for_the_detail_beats_the_width(open_window):
    window = open_window(size=(1024, 700))
    window.commands.detail_pane.trigger()
    assert visible(window.detail)
    window.resize(1440, 700)
    window.commands.detail_pane.trigger()
    window.resize(1300, 700)
    assert not visible(window.detail)


def test_the_device_list_can_be_put_away_and_is_found_again(window):
    window.commands.device_pane.trigger()
    assert not visible(window.devices)
    window.commands.find_device.trigger()
    assert visible(window.devices)


def test_the_layout_is_remembered(open_window, idle_host):
    first = open_window()
    first.resize(1200, 720)
    first.commands.detail_pane.trigger()
    first.commands.filter_by_devices.trigger()
    first.devices.head.set_sort(1)
    layout = first.save_layout()
    first.hide()
    second = open_window(Settings(layout=layout), size=(1200, 720))
    assert not visible(second.detail)
    assert second.commands.filter_by_devices.isChecked()
    assert second.save_layout()["devices"] == {"sort": "state"}
    assert second.save_layout()["panes"]["detail"] is False


@pytest.mark.parametrize(
    "layout",
    [
        {},
        {"geometry": 7, "panes": [], "devices": "x", "tasks": None},
        {"geometry": "not base64!", "panes": {"sizes": [1, "x"], "detail": "yes", "devices": 0}},
        {"geometry": "AAAA", "panes": {"sizes": [0, 900, 0]}},
    ],
)
def test_a_layout_that_makes_no_sense_is_passed_over(open_window, layout):
    window = open_window(Settings(layout=layout))
    sizes = window.area.sizes()
    assert min(sizes) >= 220
    assert visible(window.devices)


def test_settings_and_theme_are_told(qtbot, window, look):
    window.commands.settings.trigger()
    dialog = window.findChild(SettingsDialog)
    dialog.url.setText("50811")
    with qtbot.waitSignal(window.settings_changed) as told:
        dialog.accept()
    assert told.args[0].url == "50811"
    light = next(a for a in window.commands.themes.actions() if a.data() == "light")
    with qtbot.waitSignal(window.settings_changed) as told:
        light.trigger()
    assert told.args[0] == dataclasses.replace(Settings(), url="50811", theme="light")
    assert look.theme == "light"
    look.set_theme("dark")
    assert [a.data() for a in window.commands.themes.actions() if a.isChecked()] == ["dark"]


def test_export_and_import_are_passed_on(qtbot, window):
    with qtbot.waitSignal(window.export_requested) as told:
        window.tasks.export_requested.emit("/x.csv", [["ID"]])
    assert told.args == ["/x.csv", [["ID"]]]
    with qtbot.waitSignal(window.import_requested) as told:
        window.devices.import_requested.emit("/y.csv")
    assert told.args == ["/y.csv"]
    window.show_import("R58M1")
    dialog = window.devices._add_dialog
    assert [entry.serial for entry in dialog.entries()] == ["R58M1"]
    dialog.reject()


def test_dialogs_open_without_stopping_anything(qtbot, window):
    for action, name in (
        (window.commands.about, "AboutDialog"),
        (window.commands.shortcuts, "ShortcutsDialog"),
        (window.commands.request_log, "RequestLogDialog"),
    ):
        action.trigger()
        dialog = next(w for w in window.findChildren(QWidget) if type(w).__name__ == name)
        assert dialog.isVisible()
        dialog.close()
    window.commands.request_log.trigger()
    assert len([w for w in window.findChildren(QWidget) if type(w).__name__ == "RequestLogDialog"]) == 1
    window.dialogs._request_log.close()


def test_every_action_has_a_key_or_a_menu_with_a_tip(window):
    everywhere = {a for a in window.findChildren(QAction) if a.text() and not a.isSeparator()}
    in_menus = {a for menu in window.findChildren(QMenu) for a in menu.actions()}
    for action in everywhere:
        if isinstance(action.menu(), QMenu):
            continue
        assert action.shortcut().toString() or action in in_menus, action.text()
        assert action.toolTip(), action.text()
    titles = [title for title, _ in window.commands.sections()]
    assert titles == ["File", "View", "Tasks", "Batches", "Devices", "Help"]


def test_no_key_is_given_twice_across_the_window(window):
    keys = [
        action.shortcut().toString()
        for action in actions(window)
        if action.shortcutContext() is Qt.ShortcutContext.WindowShortcut and action.shortcut().toString()
    ]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+N", "F5", "Ctrl+1", "Ctrl+2", "Ctrl+,", "Ctrl+L", "Ctrl+Shift+R", "F1", "Ctrl+Q"} <= set(
        keys
    )


INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)


def nameless(root):
    """Yield the controls that a screen reader could not name."""
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, INTERACTIVE) or isinstance(widget, QHeaderView):
            continue
        parent = widget.parentWidget()
        # Parts that Qt itself makes inside a named control: clear buttons, editors, popups, corner buttons.
        inner = isinstance(parent, (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QTabBar))
        popup = parent is not None and parent.metaObject().className() == "QComboBoxPrivateContainer"
        if inner or popup or widget.objectName().startswith("qt_"):
            continue
        unused = widget.isHidden() and isinstance(widget, QAbstractButton) and not widget.text()
        spoken = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not unused and not spoken:
            yield f"{type(widget).__name__} {widget.objectName()!r} {getattr(widget, 'text', str)()!r}"


def test_every_control_has_a_name(window):
    window.show_composer()
    assert sorted(nameless(window)) == []


def test_the_main_controls_can_be_reached_by_tab(qtbot, window):
    window.tasks.setFocus()
    seen, widget = set(), window.focusWidget() or window.banner.new_task
    start = widget
    for _ in range(400):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            seen.add(widget)
        widget = widget.nextInFocusChain()
        if widget is start:
            break
    for wanted in (window.banner.new_task, window.devices.head.search, window.devices.list):
        assert wanted in seen, wanted


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (800, 560)])
@pytest.mark.usefixtures("dressed")
def test_nothing_sticks_out_of_the_window(qtbot, open_window, theme, size):
    window = open_window(Settings(theme=theme), size=size)
    everything(window._host)
    window._look.set_theme(theme)
    assert (window.width(), window.height()) == size
    for part in (
        window.banner,
        window.area,
        window.status,
        window.banner.new_task,
        window.tasks,
        window.devices,
    ):
        corner = part.mapTo(window, part.rect().bottomRight())
        assert corner.x() < size[0]
        assert corner.y() < size[1]
    for label in (window.banner.caption, window.devices.head.counts, window.status.total):
        qtbot.waitUntil(lambda label=label: label.width() >= min(label.sizeHint().width(), 180))


def test_a_change_of_other_things_is_no_business_of_the_window(window, idle_host):
    idle_host.set_watched(False)
    window.changeEvent(QEvent(QEvent.Type.FontChange))
    assert not idle_host._watched
