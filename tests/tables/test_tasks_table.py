"""The task table as Qt sees it: signals, roles and words."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.tables import arrange, rows
from gui.tables.tasks import Column, TaskFilter, TaskTable
from tests.tables.making import NOW, task

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def table(qapp: object) -> Iterator[TaskTable]:
    table = TaskTable()
    table.tick(NOW)
    tester = QAbstractItemModelTester(table)
    yield table
    tester.deleteLater()
    table.deleteLater()


class Spy:
    """Writes down which signals a table emits."""

    def __init__(self, table: TaskTable) -> None:
        self.told: list[tuple[object, ...]] = []
        table.rowsInserted.connect(self._note("insert"))
        table.rowsRemoved.connect(self._note("remove"))
        table.rowsMoved.connect(self._note("move"))
        table.layoutChanged.connect(self._note("layout"))
        table.modelReset.connect(self._note("reset"))
        table.dataChanged.connect(self._data)

    def _note(self, name: str) -> Callable[..., None]:
        def note(*arguments: object) -> None:
            self.told.append((name, *(a for a in arguments if isinstance(a, int))))

        return note

    def _data(self, first: QModelIndex, last: QModelIndex, *_: object) -> None:
        self.told.append(("data", first.row(), last.row(), first.column(), last.column()))

    @property
    def kinds(self) -> list[object]:
        return [entry[0] for entry in self.told]


def shown(table: TaskTable) -> list[int]:
    return [table.id_at(row) for row in range(table.rowCount())]


def test_newest_first_to_begin_with(table: TaskTable) -> None:
    table.apply([task(1), task(3), task(2)], [])
    assert shown(table) == [3, 2, 1]
    assert table.sorting == (Column.ID, DESCENDING)
    assert table.total == 3


def test_a_page_of_new_tasks_is_one_insertion(table: TaskTable) -> None:
    table.apply([task(i) for i in range(1, 101)], [])
    spy = Spy(table)
    table.apply([task(i) for i in range(101, 201)], [])
    assert spy.told == [("insert", 0, 99)]
    table.apply([], range(1, 51))
    assert spy.told[1:] == [("remove", 150, 199)]


def test_a_changed_task_that_stays_is_one_data_change(table: TaskTable) -> None:
    table.apply([task(i) for i in range(1, 11)], [])
    spy = Spy(table)
    table.apply([task(4, remark="x"), task(5, remark="x"), task(1)], [])
    assert spy.told == [("data", 5, 6, 0, len(Column) - 1)]


def test_nothing_new_is_no_signal_at_all(table: TaskTable) -> None:
    table.apply([task(1)], [])
    spy = Spy(table)
    table.apply([task(1)], [99])
    assert spy.told == []


def test_one_task_that_changes_its_place_is_a_move(table: TaskTable) -> None:
    table.apply([task(i, retry_count=i) for i in range(1, 6)], [])
    table.sort(Column.RETRIES, ASCENDING)
    spy = Spy(table)
    table.apply([task(1, retry_count=9)], [])
    assert shown(table) == [2, 3, 4, 5, 1]
    assert spy.kinds == ["move", "data"]
    table.apply([task(1, retry_count=8)], [])
    assert spy.kinds == ["move", "data", "data"], "a new key in the same place moves nothing"


def test_much_at_once_is_one_new_order_and_keeps_what_is_held(table: TaskTable) -> None:
    table.apply([task(i, retry_count=i % 7) for i in range(1, 101)], [])
    table.sort(Column.RETRIES, ASCENDING)
    held = {i: QPersistentModelIndex(table.index(table.row_of(i), Column.REMARK)) for i in range(1, 101)}
    spy = Spy(table)
    table.apply([task(i, retry_count=(i * 5) % 7) for i in range(1, 120, 2)], range(2, 40, 2))
    assert spy.kinds == ["insert", "layout", "remove"]
    assert all(table.id_at(index.row()) == i for i, index in held.items() if index.isValid())
    assert sum(not index.isValid() for index in held.values()) == 19


def test_many_changes_in_place_are_one_range(table: TaskTable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "_FEW_REPAINTS", 20)
    table.apply([task(i) for i in range(1, 61)], [])
    spy = Spy(table)
    table.apply([task(i, remark="x") for i in range(1, 61, 2)], [])
    assert spy.told == [("data", 1, 59, 0, len(Column) - 1)]


def test_a_task_that_no_longer_passes_goes_and_comes_back(table: TaskTable) -> None:
    table.apply([task(i, status=3) for i in range(1, 6)], [])
    table.set_filter(TaskFilter(statuses=frozenset({3})))
    spy = Spy(table)
    table.apply([task(3, status=0)], [])
    assert (shown(table), table.total) == ([5, 4, 2, 1], 5)
    table.apply([task(3, status=3)], [])
    assert shown(table) == [5, 4, 3, 2, 1]
    assert spy.kinds == ["remove", "insert"]
    table.apply([task(9, status=1)], [])
    table.apply([], [9, 4])
    assert shown(table) == [5, 3, 2, 1]


def test_upserted_wins_over_removed(table: TaskTable) -> None:
    table.apply([task(1)], [])
    table.apply([task(1, remark="x")], [1])
    assert table.task(0).remark == "x"


def test_empty_values_come_last_in_both_directions(table: TaskTable) -> None:
    table.apply([task(1, remark=""), task(2, remark="b"), task(3, remark="A"), task(4, remark="")], [])
    table.sort(Column.REMARK, ASCENDING)
    assert shown(table) == [3, 2, 1, 4]
    table.sort(Column.REMARK, DESCENDING)
    assert shown(table) == [2, 3, 4, 1]


def test_sorting_the_same_way_again_tells_nothing(table: TaskTable) -> None:
    table.apply([task(1), task(2)], [])
    spy = Spy(table)
    table.sort(Column.ID, DESCENDING)
    table.set_filter(TaskFilter())
    assert spy.told == []


def test_elapsed_ticks_for_running_rows_only(table: TaskTable) -> None:
    started = "2026-11-23 12:59:00"
    table.apply(
        [task(i, status=1 if i == 3 else 2, start_time=started, end_time=started) for i in range(1, 6)], []
    )
    assert table.cells(2).texts[Column.ELAPSED] == "1:00"
    spy = Spy(table)
    table.tick(NOW + timedelta(seconds=12))
    assert spy.told == [("data", 2, 2, Column.ELAPSED, Column.ELAPSED)]
    assert table.cells(2).texts[Column.ELAPSED] == "1:12"


def test_a_running_task_overtakes_in_a_table_sorted_by_elapsed(table: TaskTable) -> None:
    started = "2026-11-23 12:59:00"
    table.apply(
        [
            task(1, status=1, start_time=started),
            task(2, status=2, start_time=started, end_time="2026-11-23 13:00:05"),
            task(3, status=0),
            task(4, status=1, start_time=""),
        ],
        [],
    )
    table.sort(Column.ELAPSED, DESCENDING)
    assert shown(table) == [2, 1, 4, 3]
    table.tick(NOW + timedelta(seconds=10))
    assert shown(table) == [1, 2, 4, 3]
    spy = Spy(table)
    table.tick(NOW + timedelta(seconds=10))
    assert spy.told == []
    table.set_filter(TaskFilter(statuses=frozenset({2})))
    table.tick(NOW + timedelta(seconds=20))
    table.set_filter(TaskFilter())
    assert shown(table) == [1, 2, 4, 3]


def test_a_new_day_dates_what_was_today(table: TaskTable) -> None:
    table.apply([task(1, start_time="2026-11-23 12:00:00")], [])
    assert table.cells(0).texts[Column.START] == "12:00:00"
    table.tick(NOW + timedelta(days=1))
    assert table.cells(0).texts[Column.START] == "11-23 12:00"


def test_device_names_are_shown_sorted_and_searched(table: TaskTable) -> None:
    table.apply([task(1, serial="A"), task(2, serial="B"), task(3, serial="C")], [])
    table.sort(Column.DEVICE, ASCENDING)
    spy = Spy(table)
    table.set_device_names({"A": "Rack 10", "B": "Rack 9"})
    assert shown(table) == [3, 2, 1]
    assert spy.kinds == ["layout", "data"]
    assert table.device_name("A") == "Rack 10"
    assert table.device_name("C") == "C"
    table.set_filter(TaskFilter(text="rack"))
    assert shown(table) == [2, 1]
    table.set_device_names({"C": "Rack 1"})
    assert shown(table) == [3]
    told = len(spy.told)
    table.set_device_names({"C": "Rack 1"})
    assert len(spy.told) == told


def test_naming_devices_with_another_sort_only_repaints(table: TaskTable) -> None:
    table.set_device_names({"A": "Z"})
    table.apply([task(1, serial="A")], [])
    spy = Spy(table)
    table.set_device_names({"A": "Y"})
    assert spy.told == [("data", 0, 0, Column.DEVICE, Column.DEVICE)]


def test_pending_words_stand_in_the_status(table: TaskTable) -> None:
    table.apply([task(1, status=1), task(2, status=1)], [])
    spy = Spy(table)
    table.set_pending({1: "stopping…", 77: "deleting…"})
    assert spy.told == [("data", 1, 1, Column.STATUS, Column.STATUS)]
    assert table.cells(1).texts[Column.STATUS] == "stopping…"
    assert table.cells(1).pending == "stopping…"
    table.set_pending({})
    assert table.cells(1).texts[Column.STATUS] == "Running"


def test_roles(table: TaskTable) -> None:
    remark = "<b>bold</b> " + "x" * 4000
    table.set_device_names({"R58N1": "Rack 1"})
    table.apply(
        [task(1, remark=remark, start_time="2026-11-23 12:00:00", end_time="2026-11-23 12:01:00", status=3)],
        [],
    )
    assert table.index(0, Column.STATUS).data() == "Failed"
    assert table.index(0, Column.DEVICE).data(Qt.ItemDataRole.ToolTipRole) == "<qt>Rack 1 (R58N1)</qt>"
    tip = table.index(0, Column.REMARK).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>&lt;b&gt;bold")
    assert len(tip) < 1200
    assert "2026-11-23 12:01:00" in table.index(0, Column.START).data(Qt.ItemDataRole.ToolTipRole)
    assert table.index(0, Column.SCRIPT).data(Qt.ItemDataRole.ToolTipRole) == "<qt>post</qt>"
    right = table.index(0, Column.ELAPSED).data(Qt.ItemDataRole.TextAlignmentRole)
    assert right & int(Qt.AlignmentFlag.AlignRight)
    assert not table.index(0, Column.ID).data(Qt.ItemDataRole.TextAlignmentRole) & int(
        Qt.AlignmentFlag.AlignRight
    )
    assert table.index(0, Column.ID).data(Qt.ItemDataRole.DecorationRole) is None
    assert table.data(QModelIndex()) is None
    assert table.headerData(Column.REMARK, Qt.Orientation.Horizontal) == "Remark"
    assert table.headerData(0, Qt.Orientation.Vertical) is None
    assert table.columnCount(table.index(0, 0)) == table.rowCount(table.index(0, 0)) == 0
    assert table.full_text(table.task(0), Column.REMARK) == remark
    assert table.full_text(table.task(0), Column.START) == "2026-11-23 12:00:00"
    assert table.full_text(table.task(0), Column.ACCOUNT) == "@studio.nine"


@pytest.mark.parametrize(
    ("status", "word"), [(0, "Pending"), (1, "Running"), (2, "Completed"), (3, "Failed"), (42, "Status 42")]
)
def test_every_status_has_a_word(table: TaskTable, status: int, word: str) -> None:
    table.apply([task(1, status=status, account="a@b.example", remark="")], [])
    assert table.cells(0).texts[Column.STATUS] == word
    assert table.cells(0).texts[Column.ACCOUNT] == "a@b.example"
    assert table.index(0, Column.REMARK).data(Qt.ItemDataRole.ToolTipRole) == ""


def test_what_occurs(table: TaskTable) -> None:
    table.apply(
        [task(1, script_name="post", serial="A"), task(2, script_name="like", serial="B", source="api")], []
    )
    assert table.distinct(Column.SCRIPT) == {"post", "like"}
    assert table.distinct(Column.DEVICE) == {"A", "B"}
    assert table.distinct(Column.SOURCE) == {"ui", "api"}
    assert table.status_counts([1, 2, 3]) == {0: 2}
    assert table.get(3) is None
    assert table.row_of(3) == -1


def test_more_rows_than_are_remembered(table: TaskTable) -> None:
    table.apply([task(i) for i in range(1, 1500)], [])
    assert all(table.cells(row).texts[0] == str(1499 - row) for row in range(1499))


def test_clearing_keeps_sort_and_filter(table: TaskTable) -> None:
    table.apply([task(1, status=3)], [])
    table.set_filter(TaskFilter(statuses=frozenset({3})))
    table.sort(Column.REMARK, ASCENDING)
    table.clear()
    assert (table.rowCount(), table.total, table.running) == (0, 0, 0)
    table.apply([task(1, status=3, remark="b"), task(2, status=3, remark="a"), task(3, status=1)], [])
    assert shown(table) == [2, 1]
    assert table.filter == TaskFilter(statuses=frozenset({3}))


def test_a_long_sort_lets_the_loop_run_and_shows_the_old_order_meanwhile(
    table: TaskTable, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrange, "SYNCHRONOUS_ROWS", 10)
    table.apply([task(i, remark=str(i % 13)) for i in range(1, 500)], [])
    before = shown(table)
    table.sort(Column.REMARK, ASCENDING)
    assert table.busy
    assert shown(table) == before
    table.apply([task(1_000, remark="0")], [1])
    qtbot.waitUntil(lambda: not table.busy)
    left = [*range(2, 500), 1_000]
    assert shown(table) == sorted(left, key=lambda i: ("0" if i == 1_000 else str(i % 13), i))


def test_a_prepared_search_is_quick_and_given_back(
    table: TaskTable, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrange, "SYNCHRONOUS_ROWS", 10)
    table.apply([task(i, remark="old") for i in range(1, 500)], [])
    table.prepare_search()
    assert table.busy
    table.apply([task(1, remark="new")], [])
    qtbot.waitUntil(lambda: not table.busy)
    table.prepare_search()
    qtbot.waitUntil(lambda: not table.busy)
    table.set_filter(TaskFilter(text="new"))
    table.release_search()
    qtbot.waitUntil(lambda: not table.busy)
    assert shown(table) == [1]
    table.set_filter(TaskFilter())
    table.settle()
    table.release_search()
    assert len(table._haystacks) == 0


def test_another_sort_replaces_one_under_way(table: TaskTable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrange, "SYNCHRONOUS_ROWS", -1)
    table.apply([task(i, retry_count=i % 3) for i in range(1, 50)], [])
    table.sort(Column.REMARK, ASCENDING)
    table.sort(Column.RETRIES, ASCENDING)
    table.settle()
    assert shown(table) == sorted(range(1, 50), key=lambda i: (i % 3, i))
    table.sort(Column.ID, ASCENDING)
    table.clear()
    assert not table.busy


def test_new_device_names_outlive_a_filter_that_comes_before_their_sort(
    table: TaskTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrange, "SYNCHRONOUS_ROWS", -1)
    table.apply([task(1, serial="a"), task(2, serial="b"), task(3, serial="c")], [])
    table.sort(Column.DEVICE, ASCENDING)
    table.settle()
    table.set_device_names({"a": "z", "c": "0"})
    table.set_filter(TaskFilter(serials=frozenset({"a", "b", "c"})))
    table.settle()
    assert shown(table) == [3, 2, 1]
    assert [table.row_of(one) for one in (3, 2, 1)] == [0, 1, 2]
    table.set_filter(TaskFilter(text="z"))
    table.settle()
    table.set_device_names({"b": "zz"})
    table.set_filter(TaskFilter(text="zz"))
    table.settle()
    assert shown(table) == [2]
