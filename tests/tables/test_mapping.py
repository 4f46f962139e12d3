import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.tables.mapping import MARK, Cell, Column, MappingRow, MappingTable


def row(target: str, files: str = "a.mp4", caption: str = "one", mark: str = "") -> MappingRow:
    return MappingRow(target, (Cell(target), Cell(files, f"/{files}", mark), Cell(caption, caption)))


@pytest.fixture
def table(qapp: object) -> MappingTable:
    table = MappingTable()
    table.tester = QAbstractItemModelTester(table)
    return table


def test_rows_are_patched_while_the_targets_stay(table: MappingTable, qtbot: QtBot) -> None:
    table.set_rows([row("S1"), row("S2"), row("S3")])
    assert (table.rowCount(), table.columnCount()) == (3, 3)
    with (
        qtbot.assertNotEmitted(table.modelReset),
        qtbot.waitSignal(table.dataChanged) as changed,
    ):
        table.set_rows([row("S1"), row("S2", "b.mp4", mark="hand"), row("S3")])
    assert [index.row() for index in changed.args[:2]] == [1, 1]
    index = table.index(1, Column.FILES)
    assert (index.data(), index.data(Qt.ItemDataRole.EditRole), index.data(MARK)) == (
        "b.mp4",
        "/b.mp4",
        "hand",
    )
    with qtbot.assertNotEmitted(table.dataChanged), qtbot.assertNotEmitted(table.modelReset):
        table.set_rows([row("S1"), row("S2", "b.mp4", mark="hand"), row("S3")])
    with qtbot.waitSignal(table.modelReset):
        table.set_rows([row("S2")])
    assert table.rowCount() == 1


def test_what_is_written_is_told_unless_it_says_the_same(table: MappingTable, qtbot: QtBot) -> None:
    table.set_rows([row("S1")])
    with qtbot.waitSignal(table.written) as written:
        assert table.setData(table.index(0, Column.CAPTION), "two")
    assert written.args == ["S1", Column.CAPTION, "two"]
    with qtbot.assertNotEmitted(table.written):
        assert table.setData(table.index(0, Column.CAPTION), "one")
        assert not table.setData(table.index(0, Column.TARGET), "S9")
        assert not table.setData(QModelIndex(), "x")
    assert table.flags(table.index(0, Column.FILES)) & Qt.ItemFlag.ItemIsEditable
    assert not table.flags(table.index(0, Column.TARGET)) & Qt.ItemFlag.ItemIsEditable


def test_the_tip_shows_all_of_a_cell(table: MappingTable) -> None:
    cells = (Cell("S1"), Cell("a, b", "/a | /b"), Cell("one ↵ two", "one ↵ two"))
    table.set_rows([MappingRow("S1", cells)])
    tips = [table.index(0, column).data(Qt.ItemDataRole.ToolTipRole) for column in (1, 2)]
    assert tips == ["/a\n/b", "one\ntwo"]
    headings = [table.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert headings == ["Target", "File", "Caption"]
