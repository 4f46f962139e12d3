"""Commands over many tasks, against the real simulator: in pieces, cancelled, broken off, and never twice."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.api.errors import Rejected, Unreachable
from gui.api.schemas import TaskStatus
from gui.state.bulk import RETRY_LIMIT, dry_run
from gui.state.host import Host
from gui.state.outcome import Command
from tests.faults import Fault, FaultProxy
from tests.tables.making import task

WAIT_MS = 30_000
FAILED, DONE = int(TaskStatus.FAILED), int(TaskStatus.COMPLETED)


@pytest.fixture
def world(simulator):
    """``world(tasks, status)``: a server in which nothing happens by itself, all its tasks in one status."""

    def found(count, status=FAILED):
        server = simulator("--seed", "11", "--tasks", str(count), "--devices", "12")
        server.change("UPDATE tasks SET status = ?, retry_count = 0, next_at = 9e12", status)
        return server

    return found


@pytest.fixture
def follow(start_host, qtbot):
    def followed(url):
        host = start_host(url)
        qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
        return host

    return followed


class Watch:
    """Everything that a host's bulk commands tell."""

    def __init__(self, host):
        self.progress, self.outcomes = [], []
        host.bulk.progress.connect(self.progress.append)
        host.bulk.finished.connect(self.outcomes.append)


def finished(qtbot, watch, count=1):
    qtbot.waitUntil(lambda: len(watch.outcomes) >= count, timeout=WAIT_MS)
    return watch.outcomes[-1]


def settled(qtbot, host):
    qtbot.waitUntil(lambda: not host.pending and not host.progress.catching_up, timeout=WAIT_MS)


# What a command would meet


def test_a_dry_run_sorts_by_what_can_be_done():
    tasks = {
        i: task(i, status=status, retry_count=retries)
        for i, (status, retries) in enumerate([(3, 0), (3, 2), (3, 3), (3, 9), (1, 0), (0, 0), (2, 0)], 1)
    }
    ids = [7, 1, 2, 3, 4, 5, 6, 99, 1]
    retry = dry_run(Command.RETRY, ids, tasks)
    assert (retry.can, retry.at_limit_maybe) == ((1, 2), (3, 4))
    assert (retry.wrong_status, retry.gone) == ((7, 5, 6), (99,))
    assert retry.by_status == {3: 4, 1: 1, 0: 1, 2: 1}
    stop = dry_run(Command.STOP, ids, tasks)
    assert (stop.can, stop.wrong_status, stop.at_limit_maybe) == ((5,), (7, 1, 2, 3, 4, 6), ())
    assert dry_run(Command.DELETE, ids, tasks).can == (7, 1, 2, 3, 4, 5, 6)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5))),
    st.lists(st.integers(0, 12)),
    st.sampled_from([Command.STOP, Command.RETRY, Command.DELETE]),
)
def test_a_dry_run_forgets_nobody_and_counts_nobody_twice(made, ids, command):
    tasks = {i: task(i, status=status, retry_count=tries) for i, (status, tries) in enumerate(made)}
    run = dry_run(command, ids, tasks)
    everyone = run.can + run.at_limit_maybe + run.wrong_status + run.gone
    assert Counter(everyone) == Counter(set(ids))
    assert sum(run.by_status.values()) == len(everyone) - len(run.gone)
    assert all(tasks[i].retry_count < RETRY_LIMIT for i in run.can if command is Command.RETRY)


# In pieces


def test_deletes_go_out_in_batches_with_progress_and_one_outcome(world, follow, qtbot):
    server = world(1_200, DONE)
    with FaultProxy(server.port) as proxy:
        host = follow(proxy.url)
        watch = Watch(host)
        host.delete(sorted(host.tasks))
        outcome = finished(qtbot, watch)
        assert (outcome.asked, outcome.done, outcome.failures, outcome.left) == (1_200, 1_200, (), 0)
        assert [p.left for p in watch.progress] == [1_200, 700, 200, 0]
        assert [p.done for p in watch.progress] == [0, 500, 1_000, 1_200]
        assert not host.tasks, "the server's word is enough"
        assert sum(line.startswith("DELETE") for line in proxy.forwarded) == 3
        settled(qtbot, host)
        assert len(watch.outcomes) == 1
    assert server.rows("SELECT count(*) FROM tasks") == [(0,)]


def test_retries_reach_every_task_once(world, follow, qtbot):
    server = world(150)
    with FaultProxy(server.port) as proxy:
        host = follow(proxy.url)
        watch = Watch(host)
        ids = sorted(host.tasks)
        host.retry(ids)
        host.retry(ids)  # a key pressed twice
        outcome = finished(qtbot, watch)
        assert (outcome.done, outcome.failures) == (150, ())
        posts = [line for line in proxy.forwarded if line.startswith("POST")]
        assert len(posts) == len(set(posts)) == 150
        settled(qtbot, host)
        assert len(watch.outcomes) == 1
    assert {t.status for t in host.tasks.values()} == {TaskStatus.PENDING}
    assert server.rows("SELECT DISTINCT retry_count FROM tasks") == [(1,)]


def test_partial_failures_are_told_with_their_reasons(world, follow, qtbot):
    server = world(60)
    host = follow(server.url)
    watch = Watch(host)
    ids = sorted(host.tasks)
    # The mirror does not know it yet.
    server.change(f"UPDATE tasks SET retry_count = 3 WHERE id IN {tuple(ids[10:17])}")
    host.retry(ids)
    outcome = finished(qtbot, watch)
    assert outcome.done == 53
    assert sorted(task_id for task_id, _ in outcome.failures) == ids[10:17]
    assert all(isinstance(error, Rejected) for _, error in outcome.failures)
    assert (outcome.unclear, outcome.left, outcome.uncounted) == (0, 0, 0)
    assert not set(ids[10:17]) & set(host.pending)
    settled(qtbot, host)
    assert {host.tasks[i].retry_count for i in ids[10:17]} == {3}, "what was refused has been looked at"


def test_tasks_that_a_batch_did_not_count_are_told_and_looked_at(world, follow, qtbot):
    server = world(40, DONE)
    host = follow(server.url)
    watch = Watch(host)
    ids = sorted(host.tasks)
    server.change(f"DELETE FROM tasks WHERE id IN {tuple(ids[:4])}")
    host.delete(ids)
    outcome = finished(qtbot, watch)
    assert (outcome.done, outcome.uncounted, outcome.failures) == (36, 4, ())
    qtbot.waitUntil(lambda: not host.tasks, timeout=WAIT_MS)
    host.delete(ids)
    again = finished(qtbot, watch, 2)
    assert (again.done, again.failures) == (40, ()), "what is gone already counts as deleted"


# Broken off


def test_cancel_ends_between_two_pieces(world, follow, qtbot):
    server = world(400)
    with FaultProxy(server.port) as proxy:
        host = follow(proxy.url)
        watch = Watch(host)
        ids = sorted(host.tasks)
        host.bulk.progress.connect(lambda p: host.bulk.cancel() if p.done and not p.cancelling else None)
        host.retry(ids)
        assert len(host.pending) == 400
        outcome = finished(qtbot, watch)
        assert outcome.cancelled
        assert 0 < outcome.done < 400
        assert outcome.done + outcome.left == 400
        assert watch.progress[-1].cancelling
        posts = sum(line.startswith("POST") for line in proxy.forwarded)
        assert posts == outcome.done, "what was under way has been waited for"
        assert len(host.pending) <= outcome.done, "tasks that were not reached are not marked any more"
        settled(qtbot, host)
        assert sum(line.startswith("POST") for line in proxy.seen) == posts
    assert server.rows("SELECT count(*) FROM tasks WHERE status = 0") == [(outcome.done,)]
    assert not host.bulk.busy


def test_what_waits_for_its_turn_is_cancelled_too(world, follow, qtbot):
    server = world(900)
    host = follow(server.url)
    watch = Watch(host)
    ids = sorted(host.tasks)
    host.retry(ids[:300])
    host.delete(ids[300:])
    host.bulk.cancel()
    finished(qtbot, watch, 2)
    by_command = {outcome.command: outcome for outcome in watch.outcomes}
    assert by_command[Command.DELETE].left == 600
    assert by_command[Command.DELETE].cancelled
    settled(qtbot, host)
    assert server.rows("SELECT count(*) FROM tasks") == [(900,)]


def test_a_short_command_does_not_wait_behind_a_long_one(world, follow, qtbot):
    server = world(300)
    host = follow(server.url)
    watch = Watch(host)
    ids = sorted(host.tasks)
    host.retry(ids[1:])
    host.delete(ids[:1])
    assert finished(qtbot, watch).command is Command.DELETE
    assert host.bulk.busy
    finished(qtbot, watch, 2)


def test_a_line_that_goes_down_ends_it_and_says_what_was_not_sent(world, follow, qtbot):
    server = world(400)
    with FaultProxy(server.port) as proxy:
        host = follow(proxy.url)
        watch = Watch(host)
        ids = sorted(host.tasks)

        def hang_up(progress):
            if progress.done and proxy.fault is Fault.PASS:
                proxy.fault = Fault.REFUSE

        host.bulk.progress.connect(hang_up)
        host.retry(ids)
        outcome = finished(qtbot, watch)
        assert outcome.done
        assert outcome.left
        assert not outcome.cancelled
        assert outcome.done + len(outcome.failures) + outcome.left == 400
        assert all(isinstance(error, Unreachable) for _, error in outcome.failures)
        proxy.fault = Fault.PASS
        host.reconnect()
        settled(qtbot, host)
        posts = [line for line in proxy.seen if line.startswith("POST")]
        assert len(posts) == len(set(posts)), "nothing is sent again when the line is back"
        # The judge: whatever the server did is what the table shows.
        pending = {row[0] for row in server.rows("SELECT id FROM tasks WHERE status = 0")}
        assert {i for i, t in host.tasks.items() if t.status == TaskStatus.PENDING} == pending
        assert outcome.done <= len(pending) <= outcome.done + outcome.unclear


def test_a_batch_of_unknown_fate_is_unclear_looked_at_and_not_sent_again(world, follow, qtbot):
    server = world(1_200, DONE)
    with FaultProxy(server.port) as proxy:
        host = follow(proxy.url)
        watch = Watch(host)
        ids = sorted(host.tasks)
        proxy.once(Fault.RESET_LATE, "DELETE")
        host.delete(ids)
        outcome = finished(qtbot, watch)
        assert (outcome.done, outcome.unclear, outcome.left) == (700, 500, 0)
        assert [task_id for task_id, _ in outcome.failures] == ids[:500]
        assert sum(line.startswith("DELETE") for line in proxy.seen) == 3
        # It was carried out all the same: the look at the list shows that.
        qtbot.waitUntil(lambda: not host.tasks, timeout=WAIT_MS)
        assert sum(line.startswith("DELETE") for line in proxy.seen) == 3
    assert server.rows("SELECT count(*) FROM tasks") == [(0,)]


def test_another_server_never_gets_the_rest(world, follow, qtbot):
    first, second = world(400), world(400)
    host = follow(first.url)
    watch = Watch(host)
    host.bulk.progress.connect(lambda p: host.set_url(second.url) if p.done else None)
    host.retry(sorted(host.tasks))
    outcome = finished(qtbot, watch)
    assert outcome.left
    qtbot.waitUntil(lambda: host.connection.url == second.url and len(host.tasks) == 400, timeout=WAIT_MS)
    assert second.rows("SELECT count(*) FROM tasks WHERE status = 3 AND retry_count = 0") == [(400,)]
    assert {t.status for t in host.tasks.values()} == {TaskStatus.FAILED}


def test_a_hundred_thousand_are_marked_in_one_go_and_not_tried_without_a_line(qapp, loop, finish, qtbot):
    host = Host(url="http://127.0.0.1:1")
    host.mirror.upsert(task(i, status=FAILED) for i in range(1, 100_001))
    watch = Watch(host)
    told = []
    host.pending_changed.connect(lambda marks: told.append(len(marks)))
    host.retry(range(1, 100_001))
    assert told == [100_000]
    outcome = finished(qtbot, watch)
    assert told == [100_000, 0]
    assert outcome.left > 99_000
    assert outcome.done == 0
    assert len(watch.progress) < 5
    finish(host.stop_polling())
    host.deleteLater()
