"""The table of causes: any history of changes against a plain list, and what a cell says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.tables.failures import Column, FailureRow, FailureTable

SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def row(key, count=1, *, devices=1, scripts=("post",), last_seen="2026-11-23 12:00:00", sample=None):
    return FailureRow(key, key if sample is None else sample, count, devices, scripts, last_seen)


@pytest.fixture
def table(qapp):
    table = FailureTable()
    tester = QAbstractItemModelTester(table)
    yield table
    tester.deleteLater()
    table.deleteLater()


def keys(table):
    return [table.row(number).key for number in range(table.rowCount())]


def test_the_most_frequent_cause_is_first(table):
    table.take([row("a", 2), row("b", 30), row("c", 4)])
    assert keys(table) == ["b", "c", "a"]
    assert table.most == 30
    table.take([row("a", 50)], gone={"c"})
    assert keys(table) == ["a", "b"]
    table.sort(Column.CAUSE)
    assert keys(table) == ["a", "b"]
    table.sort(Column.CAUSE, Qt.SortOrder.DescendingOrder)
    assert keys(table) == ["b", "a"]
    table.clear()
    assert (keys(table), table.most) == ([], 0)


def test_cells(table):
    table.take([row("", 1_200, devices=40, scripts=("follow", "post"), sample="", last_seen="")])
    table.take([row("<b>", 2, scripts=("a", "b", "c", "d"), last_seen="2025-01-02 03:04:05")])
    texts = [[table.index(n, c).data() for c in Column] for n in range(2)]
    assert texts[0] == ["(no remark)", "1,200", "40", "follow, post", ""]
    assert texts[1] == ["<b>", "2", "1", "a +3", "01-02 03:04"]
    assert table.index(1, Column.SCRIPTS).data(Qt.ItemDataRole.ToolTipRole) == "<qt>a, b, c, d</qt>"
    assert table.index(0, Column.COUNT).data(Qt.ItemDataRole.UserRole) == 1_200
    assert table.index(1, Column.CAUSE).data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;b&gt;</qt>"
    assert (
        table.index(1, Column.LAST_SEEN).data(Qt.ItemDataRole.ToolTipRole) == "<qt>2025-01-02 03:04:05</qt>"
    )
    titles = [table.headerData(c, Qt.Orientation.Horizontal) for c in Column]
    assert titles == ["Cause", "Tasks", "Devices", "Scripts", "Last seen"]
    assert table.headerData(0, Qt.Orientation.Vertical) is None


def test_a_selection_stays_with_its_rows(table):
    table.take([row("a", 1), row("b", 2), row("c", 3)])
    selection = QItemSelectionModel(table)
    selection.select(table.index(table.row_of("a"), 0), SELECT)
    table.take([row("a", 9), row("d", 5)], gone={"c"})
    assert [index.row() for index in selection.selectedRows()] == [table.row_of("a")] == [0]
    table.take([], gone={"a"})
    assert not selection.hasSelection()
    assert table.row_of("a") == -1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 5), max_size=5),
            st.sets(st.sampled_from("abcdefgh"), max_size=3),
            st.sampled_from(list(Column)),
            st.sampled_from(list(Qt.SortOrder)),
        ),
        max_size=12,
    )
)
def test_any_history_is_a_sorted_list(history):
    table = FailureTable()
    tester = QAbstractItemModelTester(table)
    there, kept = {}, {}
    for rows, gone, column, order in history:
        table.take([row(key, count) for key, count in rows.items()], gone)
        there = {k: c for k, c in there.items() if k not in gone or k in rows} | rows
        table.sort(column, order)
        shown = keys(table)
        assert sorted(shown) == sorted(there)
        assert {table.row(n).key: table.row(n).tasks for n in range(len(shown))} == there
        counts = [there[key] for key in shown]
        if column == Column.COUNT:
            assert counts == sorted(counts, reverse=order == Qt.SortOrder.DescendingOrder)
        kept = {key: index for key, index in kept.items() if key in there}
        for key, index in kept.items():
            assert table.row(index.row()).key == key
        kept = {key: QPersistentModelIndex(table.index(n, 0)) for n, key in enumerate(shown)}
    tester.deleteLater()
    table.deleteLater()
