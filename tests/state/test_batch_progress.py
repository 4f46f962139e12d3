"""How far a batch has come, and when it will have ended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.api.schemas import Task, TaskRequest, TaskStatus
from gui.state.batch_progress import duration, progress_of
from gui.store.batch_records import Batch, BatchRequest, RequestState

S = TaskStatus
BEGAN, ENDED = "2026-11-23 10:00:00", "2026-11-23 10:00:30"


def batch(*ids, expected=4):
    request = TaskRequest("follow", {}, ("A",))
    made = BatchRequest(1, 1, request, expected, RequestState.CREATED, task_ids=ids)
    return Batch(1, "n", "follow", 0.0, requests=(made, BatchRequest(1, 2, request, None)))


def world(*states, script="follow"):
    """Tasks 1, 2, … in these states, on devices A and B in turn; what has ended took 30 s."""
    times = {S.COMPLETED: (BEGAN, ENDED), S.FAILED: (BEGAN, BEGAN)}
    return {
        place: Task(place, script, "AB"[place % 2], status, *times.get(status, ("", "")))
        for place, status in enumerate(states, 1)
    }


@given(st.lists(st.sampled_from([*S, 9]), max_size=30), st.integers(0, 5), st.integers(0, 5))
def test_every_task_is_counted_once(states, gone, unread):
    ids = range(1, len(states) + gone + unread + 1)
    read_to = len(states) + gone
    found = progress_of(batch(*ids), world(*states), read_to=read_to, at_once=2, now=0.0)
    assert found.gone == gone
    assert (found.running, found.done, found.failed) == tuple(map(states.count, (1, 2, 3)))
    assert found.waiting == states.count(0) + states.count(9) + unread
    assert sum(each.total for each in found.by_device.values()) == found.created == len(ids)
    assert (found.requests_done, found.requests, found.expected) == (1, 2, None)


def test_the_end_is_estimated_from_what_has_ended():
    states = [S.COMPLETED, S.FAILED, S.RUNNING, S.PENDING, S.PENDING, S.PENDING]

    def ask(at_once):
        tasks = batch(*range(1, 7)), world(*states)
        return progress_of(*tasks, read_to=9, at_once=at_once, now=1000.0).finish_at

    assert ask(2) == 1000 + 2 * 30  # two devices with two tasks each
    assert ask(1) == 1000 + 4 * 30
    assert progress_of(batch(1), world(S.PENDING), read_to=9, at_once=1, now=0.0).finish_at is None
    assert progress_of(batch(1), world(S.COMPLETED), read_to=9, at_once=1, now=0.0).finish_at is None


def test_a_task_of_another_script_under_the_same_number_is_not_of_the_batch():
    found = progress_of(batch(1), world(S.RUNNING, script="post"), read_to=9, at_once=1, now=0.0)
    assert (found.running, found.gone) == (0, 1)


@pytest.mark.parametrize(
    ("began", "ended", "lasted"),
    [(BEGAN, ENDED, 30.0), ("", ENDED, None), (ENDED, BEGAN, 0.0), ("x", "", None)],
)
def test_how_long_a_task_ran(began, ended, lasted):
    assert duration(Task(1, start_time=began, end_time=ended)) == lasted
