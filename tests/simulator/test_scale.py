"""A hundred thousand tasks: what a poll, an order and a tick cost. The bounds suit a slow machine."""

import time
from collections.abc import Callable

import pytest

from gui.simulator.records import TaskFilter

from .conftest import Api, Bench, Clock

COUNT = 100_000


@pytest.fixture(scope="module")
def crowd() -> Bench:
    crowd = Bench(Clock(), tasks=0, devices=100, plan="business")
    crowd.world.database.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        " INSERT INTO tasks(script_name, script_args, serial, status, start_time, end_time, remark, source,"
        " retry_count, create_time) SELECT CASE i % 3 WHEN 0 THEN 'post' ELSE 'follow' END,"
        ' \'{"captions":"\' || hex(zeroblob(150)) || \'","username":"u"}\','
        " (SELECT serial FROM devices WHERE rowid = 1 + i % 100), 2 + (i % 10 = 0), '2027-01-01 10:00:00',"
        " '2027-01-01 10:01:00', 'element not found: publish button', 'api', 0, '2027-01-01 09:59:00' FROM n",
        (COUNT,),
    )
    return crowd


@pytest.fixture(scope="module", autouse=True)
def _closed(crowd: Bench):
    yield
    crowd.world.close()


def best_ms(call: Callable[[], object], repeats: int = 7) -> float:
    found = []
    for _ in range(repeats):
        start = time.perf_counter()
        call()
        found.append((time.perf_counter() - start) * 1000)
    return min(found)


def test_a_poll_costs_a_few_milliseconds(crowd: Bench) -> None:
    world = crowd.world
    assert world.stats()["total"] == COUNT
    assert best_ms(world.stats) < 3
    assert best_ms(lambda: world.tasks(TaskFilter(), 1, 100)) < 5
    assert best_ms(lambda: world.tasks(TaskFilter(status=3), 1, 100)) < 5
    assert best_ms(lambda: world.tasks(TaskFilter(status=2, serial=crowd.serials()[0]), 1, 100)) < 20
    assert best_ms(lambda: world.tasks(TaskFilter(status=2, script_name="post", source="api"), 1, 100)) < 20
    assert best_ms(lambda: world.tasks(TaskFilter(), COUNT // 200, 100)) < 40


def test_a_poll_through_the_application_costs_little(crowd: Bench) -> None:
    call = Api(crowd)
    assert len(call.data("GET", "task?page_size=100")["tasks"]) == 100
    assert best_ms(lambda: call("GET", "task?page_size=100")) < 60


def test_an_idle_tick_costs_next_to_nothing(crowd: Bench) -> None:
    crowd.world.advance()
    assert best_ms(crowd.world.advance) < 0.5


def test_five_thousand_tasks_in_one_order(crowd: Bench) -> None:
    users = [f"u{n}" for n in range(50)]
    start = time.perf_counter()
    ids = crowd.create("follow", serials=[f"s{n}" for n in range(100)], script_config={"target_users": users})
    took = time.perf_counter() - start
    assert len(ids) == 5000
    assert took < 1
    assert crowd.world.delete_many(ids) == 5000


def test_a_busy_tick_and_the_polls_after_it(crowd: Bench) -> None:
    crowd.create(
        "follow", serials=crowd.serials(), script_config={"target_users": [f"u{n}" for n in range(20)]}
    )
    ticks = []
    for _ in range(60):
        crowd.clock.now += 1
        start = time.perf_counter()
        crowd.world.advance()
        ticks.append((time.perf_counter() - start) * 1000)
        crowd.world.stats()
    assert sorted(ticks)[30] < 30
    assert crowd.world.stats()["running"] > 50
