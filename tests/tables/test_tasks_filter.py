"""The filter: what passes, what narrows what, and the texts that a search keeps."""

import pytest
from hypothesis import given

from gui.tables.filter import Haystacks, TaskFilter
from gui.tables.order import SortedIds
from tests.tables.making import filters, task


def run(steps):
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


@pytest.mark.parametrize(
    "asked",
    [
        TaskFilter(statuses=frozenset({3})),
        TaskFilter(scripts=frozenset({"post"})),
        TaskFilter(serials=frozenset({"A"})),
        TaskFilter(sources=frozenset({"api"})),
        TaskFilter(text="x"),
        TaskFilter(ids=frozenset({7})),
    ],
)
def test_any_criterion_makes_it_true(asked: TaskFilter) -> None:
    assert asked
    assert not TaskFilter(text="  ")


@given(filters(), filters())
def test_narrowing_never_lets_more_through(one: TaskFilter, other: TaskFilter) -> None:
    texts = Haystacks({"R58N1": "Rack 2"})
    tasks = [
        task(
            i,
            status=i % 4,
            script_name=("post", "follow")[i % 2],
            serial=("R58N1", "R58N2")[i % 2],
            source="ui",
            remark=r,
        )
        for i, r in enumerate(("", "timeout 9", "timeout 10", "Élément", "账号"), 1)
    ]
    if one.narrows(other):
        assert texts.passing(tasks, one) <= texts.passing(tasks, other)


def test_a_longer_word_narrows_a_shorter_one() -> None:
    assert TaskFilter(text="publish b").narrows(TaskFilter(text="publ"))
    assert not TaskFilter(text="pub").narrows(TaskFilter(text="publ"))
    assert TaskFilter(statuses=frozenset({1})).narrows(TaskFilter(statuses=frozenset({1, 2})))
    assert not TaskFilter().narrows(TaskFilter(statuses=frozenset({1})))


def test_nothing_asked_for_gives_the_very_same_index() -> None:
    index = SortedIds([1], [1])
    assert run(Haystacks({}).filter_steps(index, {1: task(1)}, TaskFilter())) is index


def test_texts_are_kept_until_the_task_changes() -> None:
    texts = Haystacks({})
    run(texts.prepare_steps({1: task(1, remark="Old"), 2: task(2)}))
    assert len(texts) == 2
    assert texts.passing([task(1, remark="new")], TaskFilter(text="old"))
    texts.forget([1])
    assert not texts.passing([task(1, remark="new")], TaskFilter(text="old"))
    texts.clear({"R58N1": "Kitchen"})
    assert texts.passing([task(2)], TaskFilter(text="kitchen"))
