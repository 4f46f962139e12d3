"""The device model: search, group and order over the whole set, told to the view in the smallest steps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.tables.devices import ROW_ROLE, DeviceRow, DeviceSort, DeviceTable, natural_key

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def row(serial, name=None, *, state=4, result=1000, waiting=0, group="", text="idle", detail="Pixel"):
    name = name or serial
    return DeviceRow(
        serial=serial,
        name=name,
        detail=detail,
        tone="pending",
        state_text=text,
        state_rank=state,
        result_rank=result,
        waiting=waiting,
        group=group,
        spoken=f"{name}, {text}",
        haystack=f"{serial}\n{name}\n{group}\n{text}".casefold(),
    )


@pytest.fixture
def table(qapp):
    table = DeviceTable()
    tester = QAbstractItemModelTester(table, FATAL)
    yield table
    tester.deleteLater()
    table.deleteLater()


def test_names_are_ordered_as_people_count(table):
    table.show([row("c", "Rack 10"), row("b", "rack 2"), row("a", "Rack 1")])
    assert table.serials() == ("a", "b", "c")
    assert natural_key("Rack 2 · 3") < natural_key("rack 2 · 12")


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (DeviceSort.NAME, "abcd"),
        (DeviceSort.STATE, "dbac"),
        (DeviceSort.WAITING, "cabd"),
        (DeviceSort.RESULT, "bacd"),
    ],
)
def test_every_order(table, sort, expected):
    table.show(
        [
            row("a", state=4, waiting=1, result=1000),
            row("b", state=1, waiting=1, result=-3),
            row("c", state=4, waiting=7, result=2000),
            row("d", state=0, waiting=0, result=2000),
        ]
    )
    table.set_sort(sort)
    assert "".join(table.serials()) == expected


def test_search_wants_every_word_and_group_narrows(table):
    table.show(
        [row("a", "Rack 1", group="North"), row("b", "Rack 2", group="North"), row("c", group="South")]
    )
    table.set_filter("RACK 2")
    assert table.serials() == ("b",)
    table.set_filter("", "North")
    assert table.serials() == ("a", "b")
    table.set_filter("south", "North")
    assert (table.rowCount(), table.total()) == (0, 3)
    table.set_filter()
    assert table.groups() == ["North", "South"]
    assert table.rowCount() == 3


def test_a_change_of_words_is_one_signal_over_what_changed(table, qtbot):
    table.show([row("a"), row("b"), row("c"), row("d")])
    told = []
    table.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    table.show([row("a"), row("b", text="post 0:01"), row("c", text="post 0:01"), row("d")])
    assert told == [(1, 2)]
    table.patch([row("c", text="post 0:02"), row("gone", text="x"), row("a")])
    assert told == [(1, 2), (2, 2)]
    assert table.row(2).state_text == "post 0:02"
    assert table.total() == 4


def test_indexes_outlive_additions_removals_and_moves(table):
    table.show([row("a"), row("c"), row("e")])
    held = QPersistentModelIndex(table.index(1))
    table.show([row("b"), row("c"), row("d")])
    assert held.isValid()
    assert held.data(ROW_ROLE).serial == "c"
    table.show([row("b", waiting=0), row("c", waiting=5), row("d", waiting=1)])
    table.set_sort(DeviceSort.WAITING)
    assert (held.row(), table.serials()) == (0, ("c", "d", "b"))
    table.show([row("b")])
    assert not held.isValid()


def test_roles(table):
    table.show([row("a", "Rack 1")])
    index = table.index(0)
    assert index.data() == "Rack 1"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Rack 1, idle"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert table.data(table.index(5)) is None
    assert table.place("a") == 0
    assert table.place("nobody") == -1
    assert table.serial(0) == "a"
    assert table.rowCount(index) == 0


devices = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.tuples(st.sampled_from(["x1", "x2", "x10", "y"]), st.integers(0, 3), st.sampled_from(["", "g", "h"])),
)
steps = st.lists(
    st.one_of(
        devices.map(lambda d: ("show", d)),
        st.tuples(st.just("filter"), st.sampled_from(["", "x", "1", "zz"]), st.sampled_from([None, "g"])),
        st.sampled_from(list(DeviceSort)).map(lambda s: ("sort", s)),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(steps)
def test_whatever_happens_the_list_is_that_of_a_plain_sort(qapp, told):
    table = DeviceTable()
    tester = QAbstractItemModelTester(table, FATAL)
    rows, text, group, sort = [], "", None, DeviceSort.NAME
    keys = {
        DeviceSort.STATE: lambda r: r.state_rank,
        DeviceSort.WAITING: lambda r: -r.waiting,
        DeviceSort.RESULT: lambda r: r.result_rank,
    }
    for step in told:
        if step[0] == "show":
            rows = [
                row(serial, name, waiting=number, state=number, result=number, group=g)
                for serial, (name, number, g) in step[1].items()
            ]
            table.show(rows)
        elif step[0] == "filter":
            text, group = step[1:]
            table.set_filter(text, group)
        else:
            sort = step[1]
            table.set_sort(sort)
        passing = [r for r in rows if text in r.haystack and group in {None, r.group}]
        passing.sort(key=lambda r: (keys[sort](r) if sort in keys else 0, natural_key(r.name), r.serial))
        assert [table.row(i) for i in range(table.rowCount())] == passing
        assert all(table.place(r.serial) == i for i, r in enumerate(passing))
    tester.deleteLater()
    table.deleteLater()
