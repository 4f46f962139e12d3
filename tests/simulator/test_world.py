import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from gui.simulator.history import UI_SCRIPTS
from gui.simulator.records import AccountFilter, TaskFilter
from gui.simulator.refusals import Code, Refused
from gui.simulator.world import RETRY_LIMIT

from .conftest import NOON, Bench, Clock

MakeBench = Callable[..., Bench]
HUGE = [0, -1, 2**63, 10**30, -(10**30)]


@pytest.fixture
def world(bench: MakeBench) -> Bench:
    return bench()


def refusal(call: Callable[..., object], *arguments: object) -> tuple[Code, str]:
    with pytest.raises(Refused) as caught:
        call(*arguments)
    return caught.value.code, caught.value.message


def put(world: Bench, status: int, **columns: Any) -> int:
    """Put one task there as it is."""
    [task_id] = world.create(serials=["S"])
    columns |= {"status": status, "next_at": None}
    for name, value in columns.items():
        world.world.database.execute(f"UPDATE tasks SET {name} = ? WHERE id = ?", (value, task_id))
    return task_id


def test_a_stopped_task_ends_as_failed(world: Bench) -> None:
    [task_id] = world.create("account_warmup", serials=world.serials()[:1])
    world.pass_time(10)
    world.world.stop(task_id)
    task = world.world.task(task_id)
    assert (task["status"], task["remark"]) == (3, "Stopped by user")
    assert task["end_time"] > task["start_time"]
    world.pass_time(900, step=10)
    assert world.world.task(task_id) == task


def test_stopping_frees_the_device_and_the_slot(bench: MakeBench) -> None:
    world = bench(plan="starter", devices=12)
    world.create("account_warmup", serials=world.serials()[:6])
    world.pass_time(20)
    [waiting] = world.tasks(status=0)
    world.world.stop(world.tasks(status=1)[0]["id"])
    world.pass_time(0.5)
    assert world.status(waiting["id"]) == 1


@pytest.mark.parametrize(
    ("status", "word"), [(0, "pending"), (2, "completed"), (3, "failed"), (7, "in an unknown state")]
)
def test_only_a_running_task_can_be_stopped(world: Bench, status: int, word: str) -> None:
    task_id = put(world, status)
    expected = f"Task {task_id} is {word}; only a running task can be stopped"
    assert refusal(world.world.stop, task_id) == (Code.INVALID, expected)


@pytest.mark.parametrize(("status", "word"), [(0, "pending"), (1, "running"), (2, "completed")])
def test_only_a_failed_task_can_be_retried(world: Bench, status: int, word: str) -> None:
    task_id = put(world, status)
    expected = f"Task {task_id} is {word}; only a failed task can be retried"
    assert refusal(world.world.retry, task_id) == (Code.INVALID, expected)


@pytest.mark.parametrize("speed", [1.0, 20.0])
def test_a_retry_waits_five_to_sixty_seconds_divided_by_speed(bench: MakeBench, speed: float) -> None:
    world = bench(speed=speed)
    waits = []
    for _ in range(60):
        task_id = put(world, 3, remark="bad", start_time="x", end_time="y", serial=world.serials()[0])
        world.world.retry(task_id)
        task = world.world.task(task_id)
        assert (task["status"], task["remark"], task["start_time"], task["end_time"]) == (0, None, None, None)
        assert task["retry_count"] == 1
        waits.append(world.world.database.value("SELECT next_at FROM tasks WHERE id = ?", (task_id,)) - NOON)
    assert 5 / speed <= min(waits) < 15 / speed
    assert 50 / speed < max(waits) <= 60 / speed


def test_a_retried_task_runs_again_and_may_end_otherwise(bench: MakeBench) -> None:
    world = bench(seed=2)
    outcomes = set()
    for _ in range(40):
        task_id = put(world, 3, serial=world.serials()[0], retry_count=0)
        world.world.retry(task_id)
        world.pass_time(400, step=5)
        outcomes.add(world.status(task_id))
    assert outcomes == {2, 3}


def test_a_task_has_three_retries(world: Bench) -> None:
    task_id = put(world, 3)
    for count in range(1, RETRY_LIMIT + 1):
        world.world.retry(task_id)
        assert world.world.task(task_id)["retry_count"] == count
        world.world.database.execute("UPDATE tasks SET status = 3")
    assert refusal(world.world.retry, task_id) == (
        Code.INVALID,
        f"Task {task_id} has reached the limit of 3 retries",
    )


def test_retry_all_takes_the_failed_below_their_limit(world: Bench) -> None:
    ids = [put(world, 3, retry_count=n) for n in (0, 2, None, "1")]
    others = [put(world, 3, retry_count=3), put(world, 2), put(world, 1)]
    assert world.world.retry_all() == 4
    assert [world.status(i) for i in ids] == [0] * 4
    assert [world.world.task(i)["retry_count"] for i in ids] == [1, 3, 1, 2]
    assert [world.status(i) for i in others] == [3, 2, 1]
    assert world.world.retry_all() == 0


def test_a_running_task_can_be_deleted_and_its_device_is_free(world: Bench) -> None:
    serial = world.serials()[0]
    [first], [second] = (world.create("account_warmup", serials=[serial]) for _ in range(2))
    world.pass_time(20)
    [gone] = world.tasks(status=1)
    world.world.delete(gone["id"])
    assert refusal(world.world.task, gone["id"])[0] is Code.NOT_FOUND
    world.pass_time(0.5)
    assert world.status(first + second - gone["id"]) == 1


def test_batch_delete_takes_those_that_exist(world: Bench) -> None:
    ids = world.create(serials=[f"s{n}" for n in range(1200)])
    assert world.world.delete_many([*ids[:1100], ids[0], 999_999, *HUGE]) == 1100
    assert world.world.stats()["total"] == 100
    assert refusal(world.world.delete_many, [ids[0], *HUGE]) == (
        Code.NOT_FOUND,
        "None of these tasks exists",
    )


@pytest.mark.parametrize("task_id", [1, *HUGE])
@pytest.mark.parametrize("command", ["task", "stop", "retry", "delete"])
def test_a_task_that_does_not_exist(world: Bench, command: str, task_id: int) -> None:
    expected = (Code.NOT_FOUND, f"Task {task_id} does not exist")
    assert refusal(getattr(world.world, command), task_id) == expected


def test_ui_tasks_appear_at_their_rate(bench: MakeBench) -> None:
    world = bench(ui_rate=6)
    world.pass_time(61)
    made = world.tasks()
    assert len(made) == 6
    assert {t["script_name"] for t in made} <= set(UI_SCRIPTS)
    world.pass_time(3600, step=3600)
    assert len(world.tasks()) == 7


def test_lists_are_newest_first_and_pages_join(bench: MakeBench) -> None:
    world = bench(tasks=95).world
    pages = [world.tasks(TaskFilter(), page, 20) for page in range(1, 7)]
    assert [t["id"] for tasks, _ in pages for t in tasks] == list(range(95, 0, -1))
    assert [len(tasks) for tasks, _ in pages] == [20, 20, 20, 20, 15, 0]
    assert {total for _, total in pages} == {95}
    assert world.tasks(TaskFilter(), 10**40, 100) == ([], 95)


@pytest.mark.parametrize("source", ["", "ui", "api"])
@pytest.mark.parametrize("script_name", ["", "post", "no such"])
@pytest.mark.parametrize("status", [None, 0, 1, 2, 3])
def test_filters_combine(bench: MakeBench, status: int | None, script_name: str, source: str) -> None:
    world = bench(tasks=300, devices=6)
    for serial in ("", world.serials()[0], "no such"):
        expected = [
            task
            for task in world.tasks()
            if status in {None, task["status"]}
            and script_name in {"", task["script_name"]}
            and serial in {"", task["serial"]}
            and source in {"", task["source"] or "ui"}
        ]
        chosen = TaskFilter(status, serial, script_name, source)
        assert world.world.tasks(chosen, 1, 1000) == (expected, len(expected))
        second = world.world.tasks(chosen, 2, 3)
        assert second == (expected[3:6], len(expected))


def test_accounts_can_be_filtered_by_everything(bench: MakeBench) -> None:
    world = bench(devices=60).world
    every, total = world.accounts(AccountFilter(), 1, 1000)
    assert len(every) == total > 60
    assert not any("password" in key for account in every for key in account)

    def found(**chosen: Any) -> list[dict[str, Any]]:
        accounts, count = world.accounts(AccountFilter(**chosen), 1, 1000)
        assert len(accounts) == count > 0
        return accounts

    for platform in ("tiktok", "instagram"):
        assert found(platform=platform) == [a for a in every if a["platform"] == platform]
    for flag in (0, 1):
        assert found(logined=flag) == [a for a in every if a["logined"] == flag]
        assert found(status=flag) == [a for a in every if a["status"] == flag]
    device = every[0]["device"]
    assert found(device=device) == [a for a in every if a["device"] == device]
    assert found(tag="US") == [a for a in every if "US" in a["tags"]]
    assert found(tag="US", platform="tiktok") == [a for a in found(tag="US") if a["platform"] == "tiktok"]
    assert world.accounts(AccountFilter(tag="U"), 1, 100) == ([], 0)
    assert world.accounts(AccountFilter(), 2, 7) == (every[7:14], total)
    assert world.accounts(AccountFilter(), 10**40, 7) == ([], total)
    for account in every:
        assert bool(account["device_name"]) == account["device_online"]


class Life(RuleBasedStateMachine):
    """Whatever one does to a world, and however time passes, what TikMatrix promises holds."""

    tasks = Bundle("tasks")

    def __init__(self) -> None:
        super().__init__()
        self.bench = Bench(Clock(), plan="starter", devices=8, tasks=30)
        self.highest = 30

    def teardown(self) -> None:
        self.bench.world.close()

    @rule(target=tasks, count=st.integers(1, 8), users=st.integers(1, 3))
    def create(self, count: int, users: int) -> object:
        names = [f"u{n}" for n in range(users)]
        serials = [*self.bench.serials(), "stranger"][:count]
        ids = self.bench.create("follow", serials=serials, script_config={"target_users": names})
        assert len(ids) == len(serials) * users
        assert ids[0] == self.highest + 1
        self.highest = ids[-1]
        return multiple(*ids)

    @rule(target=tasks)
    def ui(self) -> int:
        self.highest = self.bench.world.make_ui_task()
        return self.highest

    @rule(seconds=st.floats(0.1, 200))
    def wait(self, seconds: float) -> None:
        self.bench.pass_time(seconds, step=max(seconds / 7, 0.1))

    @rule(task_id=tasks)
    def stop(self, task_id: int) -> None:
        if self.bench.status(task_id) == 1:
            self.bench.world.stop(task_id)
            assert self.bench.status(task_id) == 3
        else:
            assert refusal(self.bench.world.stop, task_id)[0] is Code.INVALID

    @rule(task_id=tasks)
    def retry(self, task_id: int) -> None:
        task = self.bench.world.task(task_id)
        if task["status"] == 3 and task["retry_count"] < RETRY_LIMIT:
            self.bench.world.retry(task_id)
            assert self.bench.status(task_id) == 0
        else:
            assert refusal(self.bench.world.retry, task_id)[0] is Code.INVALID

    @rule()
    def retry_all(self) -> None:
        failed = [t for t in self.bench.tasks(status=3) if t["retry_count"] < RETRY_LIMIT]
        assert self.bench.world.retry_all() == len(failed)

    @rule(task_id=consumes(tasks))
    def delete(self, task_id: int) -> None:
        self.bench.world.delete(task_id)
        assert refusal(self.bench.world.task, task_id)[0] is Code.NOT_FOUND

    @invariant()
    def promises_hold(self) -> None:
        tasks = self.bench.tasks()
        running = [t["serial"] for t in tasks if t["status"] == 1]
        assert len(running) <= 5
        assert len(set(running)) == len(running)
        words = ["pending", "running", "completed", "failed"]
        counts = {word: sum(t["status"] == n for t in tasks) for n, word in enumerate(words)}
        assert self.bench.world.stats() == {"total": len(tasks), **counts}
        for task in tasks:
            json.loads(task["script_args"])
            assert bool(task["remark"]) == (task["status"] == 3)
            assert bool(task["end_time"]) == (task["status"] in {2, 3})
            assert 0 <= task["retry_count"] <= RETRY_LIMIT


Life.TestCase.settings = settings(max_examples=20, stateful_step_count=30, deadline=None, database=None)
TestLife = Life.TestCase
