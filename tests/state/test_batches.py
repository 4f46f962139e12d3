"""Batches against the real simulator process: the panel must say what the simulator's database holds."""

import pytest

from gui.state.plan import plan
from gui.store.batch_records import RequestState

WAIT_MS = 20_000
S = RequestState


def quiet(simulator, *arguments, **options):
    return simulator("--seed", "7", "--tasks", "0", *arguments, **options)


def serials(server, count):
    return tuple(r[0] for r in server.rows("SELECT serial FROM devices ORDER BY serial LIMIT ?", count))


def follow(places, *targets, name="a batch"):
    config = {"target_users": list(targets), "access_method": "direct"}
    return plan("follow", [(config, tuple(places))], name=name)


def made(server):
    """Return how often the server has each device and target."""
    return server.rows(
        "SELECT serial, json_extract(script_args, '$.target_users[0]'), count(*) FROM tasks GROUP BY 1, 2"
    )


@pytest.fixture
def connected(start_host, qtbot):
    """Start a host and wait until it has read everything; looks settle soon."""

    def start(url, **options):
        host = start_host(url, **options)
        host.batches.settle_s = 0.2
        qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
        return host

    return start


def settled(host, batch_id):
    batch = host.batches.batches[batch_id]
    return not batch.unfinished


def test_a_batch_is_created_followed_and_shown(simulator, connected, qtbot):
    server = quiet(simulator, "--speed", "1000")
    host = connected(server.url)
    places = serials(server, 4)
    batch_id = host.batches.submit(follow(places, *(f"user{i}" for i in range(60))))
    assert host.batches.batches[batch_id].expected == 240
    qtbot.waitUntil(lambda: settled(host, batch_id), timeout=WAIT_MS)
    batch = host.batches.batches[batch_id]
    assert batch.states == {S.CREATED: 4}
    assert len(set(batch.task_ids)) == batch.created == 240
    assert sorted(made(server)) == sorted((p, f"user{i}", 1) for p in places for i in range(60))
    assert set(batch.task_ids) <= set(host.tasks)
    qtbot.waitUntil(lambda: host.batches.progress(batch_id).done > 0, timeout=WAIT_MS)
    progress = host.batches.progress(batch_id)
    assert progress.waiting + progress.running + progress.done + progress.failed == 240
    assert set(progress.by_device) == set(places)
