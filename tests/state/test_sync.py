import asyncio
import math
import random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from gui.api.errors import NotFound
from gui.api.schemas import Stats, Task, TaskPage, TaskStatus
from gui.state.mirror import TaskMirror
from gui.state.sync import Superseded, TaskSync, changed_at_least
from tests.state.list_server import ListServer

PENDING, RUNNING, COMPLETED, FAILED = TaskStatus


def history(count, *, status=COMPLETED):
    return [Task(i, script_name="post", serial=f"S{i % 7}", status=status) for i in range(1, count + 1)]


async def filled(server):
    sync = TaskSync(server, TaskMirror())
    await sync.first_picture(lambda: None)
    return sync


async def quiet_ticks_until_equal(sync, server, limit):
    for ticks in range(limit):
        if sync.mirror.tasks == server.tasks:
            return ticks
        before = server.requests
        await sync.tick()
        if ticks:  # the first may still see counts move
            assert server.requests - before <= 2
    raise AssertionError(f"not equal after {limit} ticks")


@pytest.mark.parametrize("newest_first", [True, False])
async def test_the_first_picture_holds_every_task(newest_first):
    server = ListServer(history(1234), newest_first=newest_first)
    seen = []
    sync = TaskSync(server, TaskMirror())
    await sync.first_picture(lambda: seen.append(len(sync.mirror.tasks)))
    assert sync.mirror.tasks == server.tasks
    assert not sync.behind
    assert seen[0] == 100
    assert server.requests == 1 + 13


async def test_the_first_rows_are_the_newest():
    server = ListServer(history(500))
    sync = TaskSync(server, TaskMirror())
    first = []
    await sync.first_picture(lambda: first.append(max(sync.mirror.tasks)))
    assert first[0] == 500


@pytest.mark.parametrize("newest_first", [True, False])
async def test_a_quiet_tick_costs_two_requests(newest_first):
    server = ListServer(history(3000), newest_first=newest_first)
    server.put(3001, RUNNING)
    sync = await filled(server)
    for _ in range(40):
        before = server.requests
        await sync.tick()
        assert server.requests - before <= 2
        assert sync.requests == server.requests - before


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("count", [1, 99, 100, 101, 1000])
async def test_new_tasks_cost_one_request_a_hundred(count, newest_first):
    server = ListServer(history(2500), newest_first=newest_first)
    sync = await filled(server)
    for task_id in range(2501, 2501 + count):
        server.put(task_id, PENDING)
    before = server.requests
    await sync.tick()
    assert server.requests - before <= 3 + math.ceil(count / 100)
    assert sync.mirror.tasks == server.tasks


async def test_tasks_that_finish_are_found_in_the_same_tick():
    server = ListServer(history(2500))
    for task_id in range(2501, 2521):
        server.put(task_id, RUNNING)
    sync = await filled(server)
    server.move(2501, COMPLETED)
    server.move(2502, FAILED)
    before = server.requests
    await sync.tick()
    assert sync.mirror.tasks == server.tasks
    assert server.requests - before <= 4


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("task_id", [1, 77, 100, 101, 4999, 10_000])
async def test_a_deletion_deep_in_the_list_is_found_by_bisection(task_id, newest_first):
    server = ListServer(history(10_000), newest_first=newest_first)
    sync = await filled(server)
    del server.tasks[task_id]
    assert await quiet_ticks_until_equal(sync, server, 20) <= 14


@pytest.mark.parametrize(
    ("change", "count", "most"),
    [
        ("delete", 1, 14),
        ("delete", 10, 100),
        ("delete", 100, 150),
        ("delete", 1000, 150),
        ("fail", 100, 60),
        ("retry", 1000, 1),
    ],
)
async def test_changes_all_over_a_long_list_are_found_page_by_page(change, count, most):
    server = ListServer(history(10_000))
    pick = random.Random(1)
    for task_id in pick.sample(range(1, 10_000), 500):
        server.move(task_id, FAILED)
    sync = await filled(server)
    for task_id in pick.sample(sorted(server.tasks), count):
        if change == "delete":
            del server.tasks[task_id]
        else:
            server.move(task_id, FAILED if change == "fail" else PENDING)
    assert await quiet_ticks_until_equal(sync, server, most + 1) <= most


async def test_an_old_failure_retried_elsewhere_is_found():
    server = ListServer(history(10_000))
    for task_id in range(1, 10_000, 20):
        server.move(task_id, FAILED)
    sync = await filled(server)
    server.move(4001, PENDING)
    await sync.tick()
    assert sync.mirror.tasks == server.tasks


async def test_changes_that_cancel_out_in_the_counts_are_found_by_the_audit():
    server = ListServer(history(1000))
    server.put(1001, FAILED)
    server.move(10, FAILED)
    sync = await filled(server)
    server.move(10, COMPLETED)
    server.move(700, FAILED)
    assert server.counts() == sync.stats
    assert await quiet_ticks_until_equal(sync, server, 40) <= 3 * 12


async def test_a_server_restarted_with_an_older_database():
    server = ListServer(history(3000))
    sync = await filled(server)
    server.tasks = {task.id: task for task in history(2400, status=FAILED)}
    assert await quiet_ticks_until_equal(sync, server, 80) <= 80


async def test_counts_that_lag_do_not_make_the_mirror_lose_tasks():
    server = ListServer(history(1000))
    sync = await filled(server)
    server.held_counts = server.counts()
    server.put(1001, PENDING)
    del server.tasks[500]
    for _ in range(60):
        await sync.tick()
    assert sync.mirror.tasks == server.tasks
    server.held_counts = None
    await sync.tick()
    assert not sync.behind


async def test_counts_that_never_agree_do_not_keep_hunting():
    server = ListServer(history(1000))
    server.held_counts = Stats(1003, 0, 0, 1003, 0)
    sync = await filled(server)
    for _ in range(40):
        before = server.requests
        await sync.tick()
        assert server.requests - before <= 2
    assert sync.behind
    assert sync.mirror.tasks == server.tasks


async def test_a_server_that_allows_less_than_a_hundred_a_page():
    server = ListServer(history(430), page_cap=50)
    sync = await filled(server)
    assert sync.mirror.tasks == server.tasks
    del server.tasks[200]
    await quiet_ticks_until_equal(sync, server, 20)


async def test_a_list_in_no_order_is_read_in_rounds():
    class Shuffled(ListServer):
        async def list_tasks(self, *, status=None, page=1, page_size=100):
            answer = await super().list_tasks(status=status, page=page, page_size=page_size)
            return TaskPage(tuple(sorted(answer.tasks, key=lambda t: (t.id * 7919) % 101)), answer.total)

    server = Shuffled(history(450))
    sync = await filled(server)
    assert sync.mirror.tasks == server.tasks
    del server.tasks[33]
    server.move(44, FAILED)
    await quiet_ticks_until_equal(sync, server, 30)


async def test_a_broken_item_on_a_page_takes_nothing_away():
    class Broken(ListServer):
        async def list_tasks(self, *, status=None, page=1, page_size=100):
            answer = await super().list_tasks(status=status, page=page, page_size=page_size)
            good = tuple(t for t in answer.tasks if t.id != 250)
            return TaskPage(good, answer.total, broken=len(answer.tasks) - len(good))

    server = Broken(history(300))
    sync = await filled(server)
    assert set(sync.mirror.tasks) == set(server.tasks) - {250}
    for _ in range(30):
        await sync.tick()
    assert set(sync.mirror.tasks) >= set(server.tasks) - {250}


async def test_a_missing_detail_endpoint_does_not_remove_tasks():
    class NoDetail(ListServer):
        async def get_task(self, task_id):
            raise NotFound(f"no route to {task_id}", http_status=404)

    server = NoDetail(history(300))
    sync = await filled(server)
    sync.mirror.doubts.add(150)
    await sync.tick()
    assert 150 in sync.mirror.tasks
    assert not sync.mirror.doubts


async def test_an_answer_asked_for_before_a_command_is_dropped():
    server = ListServer(history(10))
    sync = await filled(server)
    gate = asyncio.Event()

    class Slow(ListServer):
        async def task_stats(self):
            await gate.wait()
            return await super().task_stats()

    slow = Slow()
    sync._api = slow
    tick = asyncio.ensure_future(sync.tick())
    await asyncio.sleep(0)
    sync.epoch += 1
    gate.set()
    with pytest.raises(Superseded):
        await tick
    assert len(sync.mirror.tasks) == 10
    assert sync.stats.total == 10


async def test_a_chore_takes_the_place_of_looking_round():
    server = ListServer(history(500))
    sync = await filled(server)
    done = []

    async def chore():
        done.append(1)

    before = server.requests
    await sync.tick(chore)
    assert done == [1]
    assert server.requests - before == 1
    assert sync.requests == 2


@pytest.mark.parametrize(
    ("before", "after", "least"),
    [
        (Stats(5, 1, 1, 3, 0), Stats(5, 1, 1, 3, 0), 0),
        (Stats(5, 1, 1, 3, 0), Stats(6, 2, 1, 3, 0), 1),
        (Stats(5, 1, 1, 3, 0), Stats(5, 0, 1, 4, 0), 1),
        (Stats(500, 0, 0, 500, 0), Stats(500, 200, 0, 0, 300), 500),
        (Stats(5, 1, 1, 3, 0), Stats(6, 1, 1, 3, 0), 1),
    ],
)
def test_how_many_tasks_must_have_changed(before, after, least):
    assert changed_at_least(before, after) == least


class Histories(RuleBasedStateMachine):
    """Random histories of a server between ticks; after each the bound, and in the end equality."""

    def __init__(self):
        super().__init__()
        self.loop = asyncio.new_event_loop()

    @initialize(count=st.integers(0, 450), newest_first=st.booleans(), seed=st.randoms(use_true_random=False))
    def begin(self, count, newest_first, seed):
        self.server = ListServer(newest_first=newest_first)
        for task_id in sorted(seed.sample(range(1, 2000), count)):
            self.server.put(task_id, seed.choice([PENDING, COMPLETED, COMPLETED, COMPLETED, FAILED]))
        self.sync = self.loop.run_until_complete(filled(self.server))
        self.seen = dict(self.server.tasks)
        self.next_id = 2001
        self.random = seed

    def some(self, count, *statuses):
        ids = [i for i, t in self.server.tasks.items() if not statuses or t.status in statuses]
        return self.random.sample(ids, min(count, len(ids)))

    @rule(
        count=st.integers(1, 250),
        jump=st.integers(0, 50),
        status=st.sampled_from(list(TaskStatus)[:1] * 3 + [2]),
    )
    def create(self, count, jump, status):
        for _ in range(count):
            self.server.put(self.next_id, status)
            self.next_id += 1 + jump

    @rule(count=st.integers(1, 20))
    def run(self, count):
        running = sum(t.status == RUNNING for t in self.server.tasks.values())
        for task_id in sorted(self.some(count, PENDING))[: max(0, 100 - running)]:
            self.server.move(task_id, RUNNING)

    @rule(count=st.integers(1, 20), status=st.sampled_from([COMPLETED, FAILED]))
    def end(self, count, status):
        for task_id in self.some(count, RUNNING, PENDING):
            self.server.move(task_id, status)

    @rule(count=st.integers(1, 120))
    def retry(self, count):
        for task_id in self.some(count, FAILED):
            self.server.move(task_id, PENDING)

    @rule(count=st.integers(1, 120))
    def delete(self, count):
        for task_id in self.some(count):
            del self.server.tasks[task_id]

    @rule()
    def tick(self):
        now = dict(self.server.tasks)
        changed = sum(now.get(i) != self.seen.get(i) for i in now.keys() | self.seen.keys())
        before = self.server.requests
        self.loop.run_until_complete(self.sync.tick())
        bound = 3 + math.ceil(changed / 100) if changed else 2
        assert self.server.requests - before <= bound
        self.seen = now

    @invariant()
    def lists_agree_with_tasks(self):
        if not hasattr(self, "sync"):
            return
        mirror = self.sync.mirror
        assert mirror.ids() == sorted(mirror.tasks)
        for status in TaskStatus:
            assert mirror.ids(status) == sorted(i for i, t in mirror.tasks.items() if t.status == status)

    def teardown(self):
        if hasattr(self, "sync"):
            pages = len(self.server.tasks) // 100 + 1
            limit = 60 + 12 * pages + 2 * len(self.sync.mirror.tasks)
            for _ in range(limit):
                self.tick()
                if self.sync.mirror.tasks == self.server.tasks:
                    break
            assert self.sync.mirror.tasks == self.server.tasks
            assert not self.sync.mirror.doubts or self.sync.mirror.doubts <= self.server.tasks.keys()
        self.loop.close()


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
