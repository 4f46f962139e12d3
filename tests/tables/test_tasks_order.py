"""The order index and the sort in slices, against sorted()."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.tables import order
from gui.tables.columns import Column, elapsed_seconds, elapsed_text, one_line, start_text
from gui.tables.order import SortedIds, empty_key, key_function, natural, sort_steps
from tests.tables.making import NOW, task

PAIRS = st.dictionaries(st.integers(1, 300), st.integers(0, 5), max_size=120)


def index_of(keys: dict[int, int]) -> SortedIds:
    pairs = sorted((key, one) for one, key in keys.items())
    return SortedIds([one for _, one in pairs], [key for key, _ in pairs])


def pairs_of(index: SortedIds) -> list[tuple[int, int]]:
    return list(zip(index.keys, index.ids, strict=True))


@given(PAIRS, st.data())
def test_merging_is_as_sorting_anew(keys: dict[int, int], data: st.DataObject) -> None:
    leaving = {one for one in keys if data.draw(st.booleans())}
    entering = data.draw(st.dictionaries(st.integers(301, 400), st.integers(0, 5), max_size=60))
    moved = {one: data.draw(st.integers(0, 5)) for one in sorted(leaving)[:10]}
    wanted = {one: key for one, key in keys.items() if one not in leaving} | entering | moved
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order, "_BLOCK", data.draw(st.sampled_from((2, 7, 512))))
        index = index_of(keys)
        index.merge([(keys[one], one) for one in leaving], ())
        assert len(index) == len(keys) - len(leaving)
        index.merge((), [(key, one) for one, key in entering.items()])
        index.merge([], [(key, one) for one, key in moved.items()])
    pairs = sorted((key, one) for one, key in wanted.items())
    assert pairs_of(index) == pairs
    assert [index.id_at(place) for place in range(len(index))] == index.ids
    assert [index.find(*pair) for pair in pairs] == list(range(len(pairs)))


@given(PAIRS, st.data())
def test_places_are_taken_out_and_read_as_of_a_list(keys: dict[int, int], data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order, "_BLOCK", data.draw(st.sampled_from((2, 7, 512))))
        index = index_of(keys)
        plain = pairs_of(index)
        for _ in range(3):
            first, last = sorted(data.draw(st.tuples(st.integers(0, 130), st.integers(0, 130))))
            assert index.ids_between(first, last) == [one for _, one in plain[first : last + 1]]
            assert index.ids_between(first - 5, -1) == []
            index.delete(first, last)
            del plain[first : last + 1]
            assert pairs_of(index) == plain
            assert [index.find(*pair) for pair in plain] == list(range(len(plain)))


@given(PAIRS)
def test_finds_what_is_there_and_nothing_else(keys: dict[int, int]) -> None:
    index = index_of(keys)
    for one, key in keys.items():
        assert index.ids[index.find(key, one)] == one
        assert index.find(key + 1, one) == -1
        assert index.find(key, one + 1000) == -1


def test_turning_round_moves_the_empty_ones_to_the_other_end() -> None:
    index = SortedIds([3, 5, 1, 2], ["a", "b", "\U0010ffff", "\U0010ffff"])
    turned = index.with_empty_key("\U0010ffff", "")
    assert pairs_of(turned) == [("", 1), ("", 2), ("a", 3), ("b", 5)]
    assert pairs_of(turned.with_empty_key("", "\U0010ffff")) == pairs_of(index)


def test_a_copy_is_another_index() -> None:
    index = SortedIds([1], [1])
    copy = index.copy()
    copy.delete(0, 0)
    assert (len(index), len(copy)) == (1, 0)
    index.drop({1})
    assert index.ids == []


def test_slices_leave_the_same_order_as_one_sort(monkeypatch) -> None:
    monkeypatch.setattr(order, "_CHUNK", 5)
    monkeypatch.setattr(order, "_SAMPLES", 2)
    tasks = {i: task(i, remark=f"remark {(i * 37) % 11}" if i % 4 else "") for i in range(1, 60)}
    keys_of = key_function(Column.REMARK, empty_key(Column.REMARK, descending=False), {}, lambda: NOW)
    steps = sort_steps(tasks, keys_of)
    count = 0
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            index = stop.value
            break
        count += 1
    assert index.ids == sorted(tasks, key=lambda i: (*keys_of([tasks[i]]), i))
    assert count > 59 // 5 + 5


def test_digits_are_read_as_numbers() -> None:
    assert sorted(["Rack 10", "rack 9", "Rack 2", "rack"], key=natural) == [
        "rack",
        "Rack 2",
        "rack 9",
        "Rack 10",
    ]


def test_elapsed_is_for_what_has_run() -> None:
    started = "2026-11-23 12:50:00"
    assert elapsed_seconds(task(status=1, start_time=started), NOW) == 600
    assert elapsed_seconds(task(status=2, start_time=started, end_time="2026-11-23 12:50:31"), NOW) == 31
    assert elapsed_seconds(task(status=3, start_time=started, end_time="2026-11-24 12:50:01"), NOW) == 86_401
    assert elapsed_seconds(task(status=0, start_time=started, end_time=started), NOW) is None
    assert elapsed_seconds(task(status=2, start_time=started), NOW) is None
    assert elapsed_seconds(task(status=2, start_time="x", end_time=started), NOW) is None
    zoned = task(status=1, start_time="2026-11-23T12:50:00+00:00")
    assert elapsed_seconds(zoned, NOW) is None
    # The clocks of two PCs differ: never below nothing.
    assert elapsed_seconds(task(status=1, start_time="2026-11-23 13:00:09"), NOW) == 0


def test_times_as_they_are_read() -> None:
    assert [elapsed_text(s) for s in (None, 0, 59, 192, 3600, 90_061)] == [
        "",
        "0:00",
        "0:59",
        "3:12",
        "1:00:00",
        "25:01:01",
    ]
    assert start_text("2026-11-23 09:41:02", "2026-11-23") == "09:41:02"
    assert start_text("2026-11-22 09:41:02", "2026-11-23") == "11-22 09:41"
    assert start_text("10:15", "2026-11-23") == "10:15"
    assert one_line("first\n second\t third") == "first second third"
    assert len(one_line("x" * 4000)) < 300
