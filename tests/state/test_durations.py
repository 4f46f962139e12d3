from hypothesis import given, settings
from hypothesis import strategies as st

from gui.api.schemas import Task, TaskStatus
from gui.state.durations import SAMPLE, Typical, typical, waves


def ended(number, seconds, script="follow", status=TaskStatus.COMPLETED):
    return Task(
        number,
        script,
        "A",
        status,
        start_time="2026-11-23 08:00:00",
        end_time=f"2026-11-23 08:{seconds // 60:02}:{seconds % 60:02}",
    )


def test_the_middle_of_the_newest_finished_tasks():
    tasks = [ended(1, 10), ended(2, 90, status=TaskStatus.FAILED), ended(3, 20), ended(4, 999, "post")]
    tasks += [Task(5, "follow"), Task(6, "follow", status=2), Task(7, "follow", status=2, end_time="soon")]
    known = {task.id: task for task in tasks}
    assert typical(known, sorted(known), "follow") == Typical(20, 3)
    assert typical(known, sorted(known), "comment") is None


def test_old_tasks_do_not_count_where_there_are_enough_new_ones():
    known = {n: ended(n, 600 if n < 100 else 60) for n in range(1, 100 + SAMPLE)}
    assert typical(known, sorted(known), "follow") == Typical(60, SAMPLE)


def test_rounds():
    assert waves({}, 20) == 0
    assert waves({"A": 3}, 0) == 0
    assert waves({"A": 1, "B": 1}, 20) == 1
    assert waves(dict.fromkeys(range(100), 50), 20) == 250
    assert waves({"A": 50, "B": 1}, 20) == 50


@settings(deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=12), st.integers(1, 12))
def test_a_simulated_run_never_takes_fewer_rounds(loads, at_once):
    left = dict(enumerate(loads))
    promised = waves(dict(left), at_once)
    rounds = 0
    while left:
        for device in sorted(left, key=left.get, reverse=True)[:at_once]:
            left[device] -= 1
        left = {device: count for device, count in left.items() if count}
        rounds += 1
    assert rounds == promised
