from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.api.schemas import TaskRequest
from gui.state.ceilings import Excess, load_of, over, tasks_each, unsent
from gui.store.batch_records import Batch, BatchRequest, RequestState


def follow(users=("ann", "bob"), **targets):
    return TaskRequest("follow", {"target_users": list(users)}, **targets)


def batch(*requests, script="follow", cancelled=False):
    return Batch(1, "a", script, 0.0, cancelled=cancelled, requests=requests)


def test_a_request_loads_its_devices():
    assert load_of(follow(serials=("A", "B")), {"A": 3}, {}) == {"A": 2, "B": 2}
    every = follow(serials=("A", "B"), enable_multi_account=True)
    assert load_of(every, {"A": 3}, {}) == {"A": 6, "B": 2}
    accounts = follow(usernames=("one", "two", "stranger"))
    assert load_of(accounts, {}, {"one": "A", "two": "A"}) == {"A": 4, "stranger": 2}


def test_tasks_of_one_device():
    assert tasks_each(TaskRequest("post", {"captions": "a\nb"})) == 1
    assert tasks_each(TaskRequest("follow", {"target_users": []})) == 0
    assert tasks_each(TaskRequest("follow", {"target_users": "a, b\nc"})) == 3
    assert tasks_each(TaskRequest("unheard of", {})) == 1


def test_what_batches_will_still_make_counts_as_well():
    request = follow(serials=("A",))

    def one(state, ids=()):
        return BatchRequest(1, 1, request, 2, state, task_ids=ids)

    for state in RequestState:
        may_come = state in {RequestState.WAITING, RequestState.SENDING, RequestState.UNKNOWN}
        assert unsent([batch(one(state))], "follow", 100, accounts_on={}, owners={}) == Counter(
            {"A": 2} if may_come else {}
        )
    assert unsent(
        [batch(one(RequestState.CREATED, (101, 102)))], "follow", 100, accounts_on={}, owners={}
    ) == {"A": 2}
    assert (
        unsent([batch(one(RequestState.CREATED, (99, 100)))], "follow", 100, accounts_on={}, owners={}) == {}
    )
    assert (
        unsent([batch(one(RequestState.WAITING), script="comment")], "follow", 100, accounts_on={}, owners={})
        == {}
    )


def test_those_above_are_named_with_their_figures_the_fullest_first():
    load = {"A": 20, "B": 20, "C": 0, "D": 60}
    used = {"A": 41, "B": 40, "C": 90}
    assert over(load, used, 60) == [Excess("A", 41, 61)]
    assert over(load, used, 59) == [Excess("A", 41, 61), Excess("B", 40, 60), Excess("D", 0, 60)]
    assert over(load, used, 0) == []


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from("ABCD"), st.integers(0, 90)),
    st.dictionaries(st.sampled_from("ABCD"), st.integers(0, 90)),
    st.integers(1, 120),
)
def test_nobody_above_is_missed_and_the_highest_sum_is_enough(load, used, ceiling):
    above = over(load, used, ceiling)
    assert {e.serial for e in above} == {
        s for s, count in load.items() if count and used.get(s, 0) + count > ceiling
    }
    if above:
        assert over(load, used, above[0].would_be) == []
