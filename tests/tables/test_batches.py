"""The tables of the page of batches: always those of a plain sort, whatever comes, goes and changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.tables.batch_requests import BatchDeviceTable, BatchRequestTable, DeviceColumn, RequestColumn
from gui.tables.batches import ROW_ROLE, SHARES_ROLE, BatchRow, BatchTable, Shares
from gui.tables.small import ROW_ROLE as SMALL_ROW_ROLE
from gui.tables.small import SmallRow

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def small(key, *numbers) -> SmallRow:
    return SmallRow(key, tuple(map(str, numbers)), numbers, ("",) * len(numbers), "dot", f"tip {key}")


def device(key, waiting=0, running=0, done=0, failed=0) -> SmallRow:
    return SmallRow(
        key,
        (key, *map(str, (waiting, running, done, failed))),
        (key, waiting, running, done, failed),
        ("",) * 5,
    )


def row(batch_id: int, name="n", state="done") -> BatchRow:
    return BatchRow(batch_id, name, "follow · 16:40", "completed", "completed", state, f"{name}, {state}")


@pytest.fixture
def requests(qapp):
    table = BatchRequestTable()
    tester = QAbstractItemModelTester(table, FATAL)
    yield table
    tester.deleteLater()
    table.deleteLater()


def column(table, column):
    return [table.index(place, column).data() for place in range(table.rowCount())]


def test_a_small_table_tells_qt_what_it_asks(requests):
    requests.show([small((1, 1), 1, 2, 3, 4, 5)])
    index = requests.index(0, RequestColumn.TASKS)
    assert index.data() == "3"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "tip (1, 1)"
    assert index.data(SMALL_ROW_ROLE).key == (1, 1)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & left.value
    assert requests.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) & right.value
    titles = [requests.headerData(section, Qt.Orientation.Horizontal) for section in RequestColumn]
    assert titles == ["No.", "Targets", "Tasks", "State", "Why"]
    assert requests.headerData(0, Qt.Orientation.Vertical) is None
    assert requests.rowCount(index) == requests.columnCount(index) == 0
    assert (requests.place((1, 1)), requests.place((1, 2))) == (0, -1)


def test_equal_rows_stay_in_the_order_in_which_they_came(qapp):
    table = BatchDeviceTable()
    table.show([device("b", failed=2), device("a", failed=2), device("c", failed=7)])
    assert column(table, 0) == ["b", "a", "c"]
    table.sort(DeviceColumn.FAILED, DOWN)
    assert column(table, 0) == ["c", "b", "a"]
    table.sort(DeviceColumn.FAILED, UP)
    assert column(table, 0) == ["b", "a", "c"]
    assert table.titles() == ("Device", "Waiting", "Running", "Done", "Failed")
    table.deleteLater()


def test_another_batch_is_another_table_and_the_same_one_only_changes(requests, qtbot):
    requests.show([small((1, n), n, 0, 0, 0, 0) for n in (1, 2, 3)])
    with qtbot.waitSignal(requests.dataChanged) as told, qtbot.assertNotEmitted(requests.modelReset):
        requests.show([small((1, n), n, 0, int(n == 2), 0, 0) for n in (1, 2, 3)])
    first, last = told.args[:2]
    assert (first.row(), last.row()) == (1, 1)
    with qtbot.assertNotEmitted(requests.dataChanged):
        requests.show([small((1, n), n, 0, int(n == 2), 0, 0) for n in (1, 2, 3)])
    with qtbot.waitSignal(requests.modelReset):
        requests.show([small((2, n), n, 0, 0, 0, 0) for n in (1, 2)])
    with qtbot.waitSignal(requests.modelReset):
        requests.show([])
    with qtbot.assertNotEmitted(requests.modelReset):
        requests.show([])


numbers = st.integers(0, 3)
shows = st.dictionaries(st.integers(1, 12), st.tuples(numbers, numbers, numbers, numbers), max_size=12)
steps = st.lists(
    st.one_of(shows, st.tuples(st.integers(0, 4), st.sampled_from([UP, DOWN]))), min_size=1, max_size=14
)


@settings(max_examples=80, deadline=None)
@given(steps)
def test_whatever_happens_a_small_table_is_a_plain_sort_and_keeps_its_places(qapp, history):
    table = BatchDeviceTable()
    tester = QAbstractItemModelTester(table, FATAL)
    rows, by, order = [], None, UP
    held: dict[int, QPersistentModelIndex] = {}
    for step in history:
        if isinstance(step, dict):
            rows = [device(key, *counts) for key, counts in step.items()]
            table.show(rows)
        else:
            by, order = step
            table.sort(by, order)
        expected = list(rows)
        if by is not None:
            expected.sort(key=lambda each: each.sorts[by], reverse=order == DOWN)
        assert [table.row(place) for place in range(table.rowCount())] == expected
        assert [table.place(each.key) for each in expected] == list(range(len(expected)))
        held = {key: index for key, index in held.items() if index.isValid()}
        for key, index in held.items():
            assert table.row(index.row()).key == key
        held |= {each.key: QPersistentModelIndex(table.index(table.place(each.key), 0)) for each in rows}
    tester.deleteLater()
    table.deleteLater()


def test_the_list_is_newest_first_and_only_tells_what_differs(qapp, qtbot):
    table = BatchTable()
    tester = QAbstractItemModelTester(table, FATAL)
    table.show([row(1), row(2, "two")])
    assert [table.batch_id(place) for place in range(2)] == [2, 1]
    index = table.index(0)
    assert (index.data(), index.data(ROW_ROLE).id) == ("two", 2)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert index.data(SHARES_ROLE) == Shares()
    with qtbot.waitSignal(table.dataChanged) as told:
        table.set_shares({2: Shares(done=3), 7: Shares(done=1)})
    assert told.args[0].row() == 0
    assert index.data(SHARES_ROLE).total == 3
    with qtbot.assertNotEmitted(table.dataChanged):
        table.set_shares({2: Shares(done=3)})
        table.change(row(2, "two"))
        table.change(row(9))
    with qtbot.waitSignal(table.dataChanged):
        table.change(row(1, "one"))
    assert table.index(1).data() == "one"
    assert (table.place(1), table.place(9), table.rowCount(index)) == (1, -1, 0)
    tester.deleteLater()
    table.deleteLater()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dictionaries(st.integers(1, 9), st.sampled_from("abc")), max_size=10))
def test_whatever_comes_and_goes_the_list_stays_in_order(qapp, history):
    table = BatchTable()
    tester = QAbstractItemModelTester(table, FATAL)
    selection = QItemSelectionModel(table)
    kept = 0
    for batches in history:
        table.show([row(i, name) for i, name in batches.items()])
        assert [table.batch_id(place) for place in range(table.rowCount())] == sorted(batches, reverse=True)
        assert [table.index(table.place(i)).data() for i in batches] == list(batches.values())
        if kept in batches:
            assert table.batch_id(selection.currentIndex().row()) == kept
        else:
            kept = min(batches, default=0)
        if kept:
            index = table.index(table.place(kept))
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    tester.deleteLater()
    selection.deleteLater()
    table.deleteLater()
