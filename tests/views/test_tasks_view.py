"""The table on screen: what stays where while everything changes, and what is drawn."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from gui.tables import arrange
from gui.tables.tasks import Column, TaskFilter, TaskTable
from gui.views.look import Look
from gui.views.tasks import task_view
from gui.views.tasks.header import HIDDEN_AT_FIRST, WIDTHS
from gui.views.tasks.row_painter import PADDING, ROW_HEIGHT, RowPainter
from gui.views.tasks.task_view import TaskView
from tests.tables.making import NOW, task

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


# Said by the offscreen platform when a window is popped up or raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def view(qtbot: QtBot, dressed: Look) -> Iterator[TaskView]:
    table = TaskTable()
    table.tick(NOW)
    tester = QAbstractItemModelTester(table)
    view = TaskView(table, dressed)
    qtbot.addWidget(view)
    view.resize(900, 632)
    view.show()
    yield view
    tester.deleteLater()
    table.setParent(view)


@pytest.fixture
def table(view: TaskView) -> TaskTable:
    return view._table


def fill(table: TaskTable, count: int = 200) -> None:
    table.apply(
        [task(i, status=i % 4, remark=f"remark {i % 9}", retry_count=i % 5) for i in range(1, count + 1)], []
    )


def scroll_to(view: TaskView, pixels: int) -> None:
    view.executeDelayedItemsLayout()
    view.verticalScrollBar().setValue(pixels)


def top_id(view: TaskView) -> int:
    return view._table.id_at(view.verticalScrollBar().value() // ROW_HEIGHT)


def point_of(view: TaskView, task_id: int) -> QPoint:
    row = view._table.row_of(task_id)
    return QPoint(100, row * ROW_HEIGHT - view.verticalScrollBar().value() + 10)


def click(
    view: TaskView, task_id: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, point_of(view, task_id))


def test_clicks_select_tasks(view: TaskView, table: TaskTable, qtbot: QtBot) -> None:
    fill(table)
    with qtbot.waitSignal(view.selected):
        click(view, 198)
    click(view, 195, Qt.KeyboardModifier.ShiftModifier)
    click(view, 190, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_ids() == [198, 197, 196, 195, 190]
    assert view.selected_ranges() == [(2, 5), (10, 10)]
    assert view.current_id() == 190


@pytest.mark.parametrize("few", [True, False])
def test_selection_and_current_row_stay_with_their_tasks(view: TaskView, table: TaskTable, few: bool) -> None:
    fill(table)
    click(view, 195)
    click(view, 190, Qt.KeyboardModifier.ControlModifier)
    step = 40 if few else 1
    table.apply([task(i) for i in range(201, 206)], [])
    table.apply([task(i, status=1, remark="other") for i in range(1, 189, step)], [198, 197])
    assert view.selected_ids() == [195, 190]
    assert view.current_id() == 190
    view.sortByColumn(Column.RETRIES, ASCENDING)
    assert sorted(view.selected_ids()) == [190, 195]
    table.apply([task(i, retry_count=3) for i in range(1, 150)], [190])
    assert view.selected_ids() == [195]


def test_scroll_stays_with_its_task(view: TaskView, table: TaskTable) -> None:
    fill(table)
    scroll_to(view, 50 * ROW_HEIGHT + 7)
    assert top_id(view) == 150
    table.apply([task(i) for i in range(201, 221)], [])
    assert top_id(view) == 150
    assert view.verticalScrollBar().value() % ROW_HEIGHT == 7
    table.apply([], range(180, 221))
    assert top_id(view) == 150
    table.apply([task(i) for i in range(180, 221)], [])
    assert top_id(view) == 150
    view.sortByColumn(Column.ID, ASCENDING)
    assert top_id(view) == 150


def test_at_the_top_new_tasks_come_into_sight(view: TaskView, table: TaskTable) -> None:
    fill(table)
    table.apply([task(i) for i in range(201, 206)], [])
    assert view.verticalScrollBar().value() == 0
    assert top_id(view) == 205


def test_a_top_task_that_goes_leaves_the_scroll_alone(view: TaskView, table: TaskTable) -> None:
    fill(table)
    scroll_to(view, 50 * ROW_HEIGHT)
    table.apply([], [150])
    assert top_id(view) == 149


def test_what_the_filter_hides_is_selected_again_when_it_comes_back(view: TaskView, table: TaskTable) -> None:
    fill(table)
    view.select_ids([200, 199, 198])
    table.set_filter(TaskFilter(statuses=frozenset({0})))
    assert view.selected_ids() == [200]
    table.set_filter(TaskFilter(statuses=frozenset({1})))
    assert view.selected_ids() == []
    table.apply([], [199])
    table.set_filter(TaskFilter())
    assert view.selected_ids() == [200, 198]


def test_a_selection_by_hand_forgets_what_was_hidden(view: TaskView, table: TaskTable) -> None:
    fill(table)
    view.select_ids([200, 199])
    table.set_filter(TaskFilter(statuses=frozenset({0})))
    click(view, 196)
    table.set_filter(TaskFilter())
    assert view.selected_ids() == [196]


def test_another_server_has_no_selection(view: TaskView, table: TaskTable) -> None:
    fill(table)
    view.select_ids([200])
    table.clear()
    fill(table)
    assert view.selected_ids() == []
    assert view.current_id() == 0


def test_all_of_very_many(
    view: TaskView, table: TaskTable, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrange, "SYNCHRONOUS_ROWS", 100)
    monkeypatch.setattr(task_view, "_MANY", 100)
    fill(table, 600)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_ranges() == [(0, 599)]
    view.sortByColumn(Column.REMARK, ASCENDING)
    qtbot.waitUntil(lambda: not table.busy)
    table.apply([task(601)], [5])
    assert set(view.selected_ids()) == set(range(1, 601)) - {5}


def test_home_and_end_go_to_rows(view: TaskView, table: TaskTable) -> None:
    fill(table)
    click(view, 195)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current_id() == 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current_id() == 200
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_id() == 199
    QTest.keyClick(view, Qt.Key.Key_X)
    assert view.current_id() == 199


def test_a_click_on_a_title_sorts(view: TaskView, table: TaskTable) -> None:
    fill(table)
    header = view.header
    where = QPoint(header.sectionViewportPosition(Column.REMARK) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    first = table.sorting
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert {first, table.sorting} == {(Column.REMARK, ASCENDING), (Column.REMARK, DESCENDING)}


def test_columns_are_hidden_and_shown_by_the_menu(view: TaskView, qtbot: QtBot) -> None:
    header = view.header
    assert not HIDDEN_AT_FIRST & set(header.shown_columns())
    menu = header.column_menu()
    actions = {Column(action.data()): action for action in menu.actions()}
    assert {column for column, action in actions.items() if action.isChecked()} == set(header.shown_columns())
    actions[Column.SOURCE].trigger()
    actions[Column.DEVICE].trigger()
    assert Column.SOURCE in header.shown_columns()
    assert Column.DEVICE not in header.shown_columns()
    menu.deleteLater()
    for column in set(header.shown_columns()) - {Column.ID}:
        header.setSectionHidden(column, True)
    last = header.column_menu()
    assert [Column(a.data()) for a in last.actions() if not a.isEnabled()] == [Column.ID]
    last.deleteLater()


def test_the_column_menu_pops_up_and_goes(view: TaskView, qtbot: QtBot) -> None:
    view.header.customContextMenuRequested.emit(QPoint(10, 10))
    menu = view.header.findChild(object, "column_menu")
    assert menu.isVisible()
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_a_narrow_window_takes_from_the_times_first_and_never_from_the_script(
    view: TaskView, dressed: Look
) -> None:
    header = view.header
    view.resize(1200, 400)
    assert all(header.sectionSize(c) == WIDTHS[c] for c in header.shown_columns() if c != Column.REMARK)
    less = sum(WIDTHS[c] for c in header.shown_columns() if c != Column.REMARK) + 200 - 20
    view.resize(less + view.width() - view.viewport().width(), 400)
    assert header.sectionSize(Column.START) < WIDTHS[Column.START]
    assert header.sectionSize(Column.DEVICE) == WIDTHS[Column.DEVICE]
    assert header.sectionSize(Column.REMARK) >= 200
    view.resize(720, 400)
    assert header.sectionSize(Column.DEVICE) < WIDTHS[Column.DEVICE]
    room = header.sectionSize(Column.SCRIPT) - 2 * PADDING
    assert QFontMetrics(dressed.font()).horizontalAdvance("account_warmup") <= room
    view.resize(1200, 400)
    assert header.sectionSize(Column.DEVICE) == WIDTHS[Column.DEVICE]
    assert header.save() == ""


@pytest.mark.parametrize(("width", "least"), [(838, 200), (743, 100)])
def test_the_remark_has_room(view: TaskView, width: int, least: int) -> None:
    """The table's widths in windows of 1440 and 1024 px."""
    view.resize(width + view.width() - view.viewport().width(), 400)
    assert view.header.sectionSize(Column.REMARK) >= least
    assert view.header.length() == view.viewport().width()


def test_a_long_device_is_cut_in_the_middle(dressed: Look) -> None:
    painter, metrics = RowPainter(dressed), QFontMetrics(dressed.font())
    cut = painter._fit("192.168.100.150:5555", 90, metrics, middle=True)
    assert "…" in cut
    assert (cut[:3], cut[-2:]) == ("192", "55")
    assert painter._fit("192.168.100.150:5555", 90, metrics).endswith("…")


def test_own_widths_and_order_are_kept(view: TaskView, qtbot: QtBot) -> None:
    header = view.header
    edge = header.sectionViewportPosition(Column.SCRIPT) + header.sectionSize(Column.SCRIPT) - 1
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, 10))
    QTest.mouseMove(header.viewport(), QPoint(edge + 40, 10))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge + 40, 10))
    header.moveSection(header.visualIndex(Column.STATUS), 0)
    header.setSectionHidden(Column.ACCOUNT, True)
    saved, width = header.save(), header.sectionSize(Column.SCRIPT)
    header.arrange()
    header.moveSection(0, 4)
    header.restore(saved)
    assert header.sectionSize(Column.SCRIPT) == width
    assert header.shown_columns()[0] == Column.STATUS
    assert Column.ACCOUNT not in header.shown_columns()
    view.resize(700, 400)
    assert header.sectionSize(Column.SCRIPT) == width


@pytest.mark.parametrize("nonsense", ["", "???", "AAAA", "ünsinn"])
def test_a_header_state_that_makes_no_sense_changes_nothing(view: TaskView, nonsense: str) -> None:
    before = view.header.shown_columns()
    view.header.restore(nonsense)
    assert view.header.shown_columns() == before


def colors_in(view: TaskView, row: int, column: Column) -> set[str]:
    image = view.viewport().grab().toImage()
    left = view.header.sectionViewportPosition(column)
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(left + 4, left + view.header.sectionSize(column) - 4)
        for y in range(row * ROW_HEIGHT + 4, row * ROW_HEIGHT + ROW_HEIGHT - 4)
    }


def test_states_are_told_by_colour_as_well(view: TaskView, table: TaskTable, dressed: Look) -> None:
    table.apply(
        [task(4, status=0), task(3, status=1), task(2, status=2), task(1, status=3, remark="█████")], []
    )
    for row, role in enumerate(("pending", "running", "completed", "failed")):
        assert dressed.color(role).name() in colors_in(view, row, Column.STATUS)
    assert dressed.color("failed").name() in colors_in(view, 3, Column.REMARK)
    table.set_pending({3: "stopping…"})
    assert dressed.color("running").name() not in colors_in(view, 1, Column.STATUS)
    view.set_muted(True)
    view.set_muted(True)
    assert view.muted
    assert dressed.color("failed").name() not in colors_in(view, 3, Column.STATUS) | colors_in(
        view, 3, Column.REMARK
    )


def test_selection_and_hover_are_seen(view: TaskView, table: TaskTable, dressed: Look) -> None:
    table.apply([task(1), task(2), task(3, status=9, script_name="")], [])
    view.select_ids([2])
    QTest.mouseMove(view.viewport(), QPoint(50, 10))
    assert dressed.color("selection").name() in colors_in(view, 1, Column.SCRIPT)
    assert dressed.color("hover").name() in colors_in(view, 0, Column.REMARK)
    QTest.mouseMove(view.viewport(), QPoint(50, 70))
    assert dressed.color("hover").name() in colors_in(view, 2, Column.REMARK)
    assert dressed.color("hover").name() not in colors_in(view, 0, Column.REMARK)
    QTest.mouseMove(view.viewport(), QPoint(50, 300))
    assert dressed.color("hover").name() not in colors_in(view, 2, Column.REMARK)


def test_a_theme_repaints(view: TaskView, table: TaskTable, dressed: Look) -> None:
    table.apply([task(1, status=3)], [])
    dark = dressed.color("failed").name()
    dressed.set_theme("light")
    assert dressed.color("failed").name() != dark
    assert dressed.color("failed").name() in colors_in(view, 0, Column.STATUS)


def test_very_many_different_texts_are_drawn(view: TaskView, table: TaskTable) -> None:
    table.apply([task(i, remark=f"remark {i} " * 9, account=f"account{i}") for i in range(1, 2_000)], [])
    for place in range(0, 1_900, 18):
        scroll_to(view, place * ROW_HEIGHT)
        view.viewport().grab()
    assert len(view._painter._cut) < 5_000
