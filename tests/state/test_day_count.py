from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.api.schemas import Task, TaskStatus
from gui.state.day_count import DayCount
from gui.state.host import Host

DAY, TODAY, BEFORE = "2026-11-23", "2026-11-23 08:00:00", "2026-11-22 23:59:59"


@pytest.fixture(scope="module")
def host(qapp):
    host = Host()
    yield host
    host.deleteLater()


def counts(task):
    return task.status == TaskStatus.PENDING or (task.create_time or task.start_time).startswith(DAY)


def test_what_was_made_or_started_today_counts_and_what_waits(host):
    host.forget_tasks()
    host.mirror.upsert(
        [
            Task(1, "follow", "A", TaskStatus.COMPLETED, start_time=TODAY),
            Task(2, "follow", "A", TaskStatus.FAILED, start_time=BEFORE, create_time=TODAY),
            Task(3, "follow", "A", TaskStatus.PENDING, create_time=BEFORE),
            Task(4, "follow", "B", TaskStatus.RUNNING, start_time=TODAY),
            Task(5, "follow", "A", TaskStatus.COMPLETED, start_time=BEFORE),
            Task(6, "follow", "A", TaskStatus.COMPLETED),
            Task(7, "comment", "A", TaskStatus.RUNNING, start_time=TODAY),
        ]
    )
    count = DayCount(host, host)
    assert count.used("follow", DAY) == Counter({"A": 3, "B": 1})
    assert count.used("comment", DAY) == Counter({"A": 1})
    assert count.used("post", DAY) == Counter()
    assert count.used("follow", "2026-11-24") == Counter({"A": 1})


TASKS = st.builds(
    Task,
    id=st.integers(1, 6),
    script_name=st.sampled_from(["follow", "post"]),
    serial=st.sampled_from("AB"),
    status=st.sampled_from(TaskStatus),
    start_time=st.sampled_from(["", TODAY, BEFORE]),
    create_time=st.sampled_from(["", TODAY, BEFORE]),
)


@settings(deadline=None)
@given(st.lists(st.lists(TASKS, max_size=4) | st.sets(st.integers(1, 6), max_size=3) | st.none(), max_size=8))
def test_it_keeps_up_with_every_history(host, history):
    host.forget_tasks()
    count = DayCount(host)
    for step in history:
        if step is None:
            host.forget_tasks()
        elif isinstance(step, set):
            host.mirror.remove(step)
        else:
            host.mirror.upsert(step)
        host.take_tasks()
        for script in ("follow", "post"):
            want = Counter(t.serial for t in host.tasks.values() if t.script_name == script and counts(t))
            assert +count.used(script, DAY) == want
    count.deleteLater()
