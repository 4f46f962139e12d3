import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from gui.simulator.behaviour import INTERRUPTED_REMARK, Phone, run_of
from gui.simulator.engine import Engine
from gui.simulator.new_tasks import stamp

from .conftest import NOON, Bench, Clock

MakeBench = Callable[..., Bench]


def running(bench: Bench) -> list[dict[str, object]]:
    return bench.tasks(status=1)


def test_a_due_task_starts_within_ten_seconds(bench: MakeBench) -> None:
    world = bench(devices=30)
    ids = world.create(serials=world.serials()[:20])
    assert {world.status(i) for i in ids} == {0}
    world.pass_time(10)
    for task in (world.world.task(i) for i in ids):
        assert task["status"] != 0
        assert stamp(NOON) <= task["start_time"] <= stamp(NOON + 10)


def test_one_task_a_device_at_a_time_in_the_order_of_their_making(bench: MakeBench) -> None:
    world = bench()
    serial = world.serials()[0]
    ids = [world.create("comment", serials=[serial], script_config=COMMENT)[0] for _ in range(4)]
    order: list[int] = []
    for _ in range(2000):
        world.pass_time(0.5)
        now = running(world)
        assert len(now) <= 1
        order += [t["id"] for t in now if t["id"] not in order]  # type: ignore[misc]
    assert sorted(order) == ids
    assert not world.tasks(status=0)


COMMENT = {"target_post_urls": ["https://vm.tiktok.com/abc/"], "comment_content": "hi"}


@pytest.mark.parametrize(("plan", "limit"), [("starter", 5), ("pro", 20), ("team", 50), ("business", 100)])
def test_no_more_than_the_limit_run_at_once(bench: MakeBench, plan: str, limit: int) -> None:
    world = bench(devices=130, plan=plan)
    world.create("account_warmup", serials=world.serials())
    seen = 0
    for _ in range(40):
        world.pass_time(0.5)
        seen = max(seen, len(running(world)))
    assert seen == limit == len(running(world))
    waiting, ended = world.tasks(status=0), world.tasks(status=3)
    assert len(waiting) == len(world.serials()) - limit - len(ended) > 0


def test_free_runs_nothing(bench: MakeBench) -> None:
    world = bench(plan="free")
    world.create(serials=world.serials())
    world.pass_time(60)
    assert len(world.tasks(status=0)) == len(world.serials())


def test_every_task_ends_and_the_queue_drains(bench: MakeBench) -> None:
    world = bench(devices=5, seed=3)
    world.create(
        "follow", serials=world.serials(), script_config={"target_users": [f"u{n}" for n in range(40)]}
    )
    world.pass_time(40 * 70)
    statuses = Counter(t["status"] for t in world.tasks())
    assert set(statuses) == {2, 3}
    assert 0.02 < statuses[3] / sum(statuses.values()) < 0.25
    for task in world.tasks():
        assert task["start_time"] <= task["end_time"]
        assert bool(task["remark"]) == (task["status"] == 3)


def test_a_run_lasts_what_was_drawn_divided_by_speed(bench: MakeBench) -> None:
    for speed in (1.0, 10.0):
        world = bench(speed=speed, seed=5)
        world.world.database.execute("UPDATE accounts SET logined = 1")
        [task_id] = world.create(serials=world.serials()[:1])
        world.pass_time(10 / speed, step=0.05 / speed)
        started = world.clock.now
        [(end,)] = world.world.database.rows("SELECT next_at FROM tasks")
        drawn = run_of("post", {}, world.serials()[0], Phone(), Random(f"5/{task_id}/0"))
        assert end - started < drawn.seconds / speed < end - NOON
        world.pass_time(end - world.clock.now - 0.02 / speed, step=1 / speed)
        assert world.status(task_id) == 1
        world.pass_time(0.05 / speed)
        assert world.status(task_id) == (2 if drawn.remark is None else 3)


def test_an_unknown_or_offline_device_fails_its_task_soon(bench: MakeBench) -> None:
    world = bench(devices=40)
    ids = world.create(serials=["device_serial_1", world.serials(online=False)[0]])
    world.pass_time(15)
    for task in (world.world.task(i) for i in ids):
        assert task["status"] == 3
        assert task["remark"] in {"device offline", "设备离线", f"adb: device '{task['serial']}' not found"}


def test_an_account_that_is_not_logged_in_fails_its_task(bench: MakeBench) -> None:
    world = bench(devices=40)
    [(serial, name)] = world.world.database.rows(
        "SELECT device, username FROM accounts JOIN devices ON serial = device"
        " WHERE logined = 0 AND online = 1 AND username IS NOT NULL LIMIT 1"
    )
    [task_id] = world.create(usernames=[name])
    world.pass_time(30)
    assert world.world.task(task_id)["serial"] == serial
    assert world.world.task(task_id)["remark"] in {"account not logged in", "账号未登录，请先登录"}


def test_a_planned_task_waits_for_its_minute(bench: MakeBench) -> None:
    world = bench()
    local = time.localtime(NOON + 3600)
    planned = f"{local.tm_hour:02}:{local.tm_min:02}"
    [task_id] = world.create(serials=world.serials()[:1], start_time=planned)
    assert world.world.task(task_id)["start_time"] == time.strftime("%Y-%m-%d %H:%M:00", local)
    due = time.mktime(time.strptime(world.world.task(task_id)["start_time"], "%Y-%m-%d %H:%M:%S"))
    world.pass_time(due - NOON - 1, step=20)
    assert world.status(task_id) == 0
    world.pass_time(11)
    assert world.status(task_id) == 1
    assert world.world.task(task_id)["start_time"] >= stamp(due)


def test_a_time_already_past_today_means_now(bench: MakeBench) -> None:
    world = bench()
    local = time.localtime(NOON - 3600)
    [task_id] = world.create(serials=world.serials()[:1], start_time=f"{local.tm_hour:02}:{local.tm_min:02}")
    assert world.world.task(task_id)["start_time"] == stamp(NOON)
    world.pass_time(10)
    assert world.status(task_id) == 1


def test_the_same_seed_runs_the_same_way_however_often_one_looks(bench: MakeBench) -> None:
    def outcome(step: float) -> list[tuple[object, ...]]:
        world = bench(seed=11, devices=6)
        world.create("post", serials=world.serials())
        world.pass_time(600, step=step)
        return [(t["id"], t["status"], t["remark"]) for t in world.tasks()]

    assert outcome(0.5) == outcome(7.0)


def test_an_idle_world_is_not_looked_at(bench: MakeBench) -> None:
    world = bench()
    engine = Engine(world.world.database, limit=20, speed=1, seed="1")
    assert engine.advance(NOON)
    assert [engine.advance(NOON + n) for n in range(1, 50)] == [False] * 49
    world.create(serials=world.serials()[:1])
    assert engine.advance(NOON + 50)


def test_nothing_is_looked_at_until_the_next_thing_is_due(bench: MakeBench) -> None:
    world = bench()
    engine = Engine(world.world.database, limit=20, speed=1, seed="1")
    world.create(serials=world.serials()[:1])
    assert engine.advance(NOON)
    [(due,)] = world.world.database.rows("SELECT next_at FROM tasks")
    assert not engine.advance(due - 0.01)
    assert engine.advance(due)
    assert world.status(1) == 1


def test_a_waiting_task_behind_a_busy_device_does_not_keep_the_engine_awake(bench: MakeBench) -> None:
    world = bench()
    serial = world.serials()[0]
    world.create("account_warmup", serials=[serial])
    world.create("account_warmup", serials=[serial])
    world.pass_time(20)
    assert not world.world._engine.advance(world.clock.now + 30)
    assert [t["status"] for t in world.tasks()].count(1) == 1


class Elsewhere:
    """Another process at the simulator's file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __call__(self, statement: str) -> None:
        with closing(sqlite3.connect(self._file)) as connection, connection:
            connection.execute(statement)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Elsewhere:
    return Elsewhere(tmp_path / "w.db")


def test_tasks_put_there_by_another_process_are_served_and_run(
    bench: MakeBench, tmp_path: Path, elsewhere: Elsewhere
) -> None:
    world = bench(db=tmp_path / "w.db")
    one, two = world.serials()[:2]
    world.pass_time(5)
    elsewhere(f"INSERT INTO tasks(script_name, serial, status) VALUES('strange', '{one}', '0')")
    elsewhere(
        f"INSERT INTO tasks(script_name, serial, status, script_args) VALUES('s', '{two}', '1', 'no json')"
    )
    elsewhere("INSERT INTO tasks(status, remark) VALUES('3', 'x')")
    elsewhere("INSERT INTO tasks(status) VALUES(NULL)")
    assert world.world.stats() == {"total": 4, "pending": 1, "running": 1, "completed": 0, "failed": 1}
    world.pass_time(1)
    assert [t["status"] for t in world.tasks()] == [None, "3", "1", 1]
    world.pass_time(200)
    assert [t["status"] in {2, 3} for t in world.tasks()] == [False, False, True, True]


def test_tasks_taken_away_by_another_process_free_their_device(
    bench: MakeBench, tmp_path: Path, elsewhere: Elsewhere
) -> None:
    world = bench(db=tmp_path / "w.db")
    serial = world.serials()[0]
    first = world.create("account_warmup", serials=[serial])[0]
    world.pass_time(10)
    [second] = world.create("account_warmup", serials=[serial])
    world.pass_time(10)
    assert (world.status(first), world.status(second)) == (1, 0)
    elsewhere("DELETE FROM tasks WHERE status = 1")
    world.pass_time(0.5)
    assert world.status(second) == 1


def test_what_ran_when_the_process_ended_is_interrupted(bench: MakeBench, tmp_path: Path) -> None:
    clock = Clock()
    before = bench(db=tmp_path / "w.db", clock=clock)
    ids = before.create("account_warmup", serials=before.serials()[:2])
    before.pass_time(10)
    waiting = before.create("post", serials=before.serials()[:1])[0]
    before.world.close()
    clock.now += 100
    after = bench(db=tmp_path / "w.db", clock=clock, devices=99, tasks=99, seed=99)
    assert len(after.tasks()) == 3
    for task in (after.world.task(i) for i in ids):
        assert (task["status"], task["remark"]) == (3, INTERRUPTED_REMARK)
        assert task["end_time"] == stamp(clock.now)
    assert after.status(waiting) == 0
    after.pass_time(2)
    assert after.status(waiting) == 1


def test_time_that_leaps_keeps_one_task_a_device(bench: MakeBench) -> None:
    world = bench()
    world.create("follow", serials=world.serials()[:3], script_config={"target_users": ["a", "b", "c"]})
    for _ in range(8):
        world.pass_time(86_400, step=86_400)
        assert max(Counter(t["serial"] for t in running(world)).values(), default=0) <= 1
    assert not world.tasks(status=0)
