"""The request log's model: newest first, only what is new inserted, as bounded as the log."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.api.schemas import RequestRecord
from gui.tables.requests import Column, RequestTable


def record(number, outcome="ok", status=200):
    return RequestRecord(1_700_000_000 + number, "GET", f"/api/v1/task/{number}", status, 3.14159, outcome)


@pytest.fixture
def table(qapp):
    table = RequestTable()
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield table
    tester.deleteLater()
    table.deleteLater()


def paths(table):
    return [table.index(r, Column.PATH).data() for r in range(table.rowCount())]


def test_newest_first_and_old_ones_leave_at_the_foot(table):
    records = [record(number) for number in range(8)]
    table.show(records[:5])
    assert paths(table) == [f"/api/v1/task/{n}" for n in (4, 3, 2, 1, 0)]
    held = QPersistentModelIndex(table.index(0, 0))
    table.show(records[2:7])
    assert paths(table) == [f"/api/v1/task/{n}" for n in (6, 5, 4, 3, 2)]
    assert held.row() == 2
    table.show(records[2:7])
    assert table.rowCount() == 5
    table.show([record(99)])
    assert paths(table) == ["/api/v1/task/99"]


def test_cells_and_headings(table):
    table.show([record(1), record(2, "no answer", None)])
    failed = [table.index(0, column).data() for column in Column]
    assert failed[1:] == ["GET", "/api/v1/task/2", "", "3.1", "no answer"]
    assert table.index(0, 0).data(Qt.ItemDataRole.UserRole) is False
    assert table.index(1, 0).data(Qt.ItemDataRole.UserRole) is True
    assert table.line(1).split("\t")[3] == "200"
    heads = [table.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert heads == ["Time", "Method", "Path", "HTTP", "ms", "Outcome"]
    assert table.headerData(0, Qt.Orientation.Vertical) is None
    assert table.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is None
    right = Qt.AlignmentFlag.AlignRight
    assert Qt.AlignmentFlag(table.index(0, Column.MS).data(Qt.ItemDataRole.TextAlignmentRole)) & right
    assert (
        not Qt.AlignmentFlag(
            table.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        )
        & right
    )
    assert table.index(0, Column.PATH).data(Qt.ItemDataRole.ToolTipRole) == "/api/v1/task/2"
    assert table.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert table.data(table.index(9, 9)) is None
    assert (table.rowCount(table.index(0, 0)), table.columnCount(table.index(0, 0))) == (0, 0)
