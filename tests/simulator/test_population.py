import re
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from random import Random

import pytest

from gui.simulator.behaviour import BEHAVIOURS, MAX_REMARK, OTHER, Phone, arguments_of, run_of, target_of
from gui.simulator.history import MAX_LIVE, UI_SCRIPTS, Past, make_history, ui_task
from gui.simulator.population import make_accounts, make_devices

from .conftest import NOON, Bench

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_devices_are_on_usb_and_on_the_network_and_some_are_offline() -> None:
    devices = make_devices(200, Random(3))
    assert len({device.serial for device in devices}) == 200
    network = [d for d in devices if re.fullmatch(r"192\.168\.\d+\.\d+:5555", d.serial)]
    assert 20 <= len(network) <= 60
    assert 8 <= sum(not d.online for d in devices) <= 40
    assert len({d.model for d in devices}) >= 8
    assert all(re.fullmatch(r"[\w.:]+", d.serial) for d in devices)


def test_accounts_live_on_devices_and_a_few_on_none() -> None:
    devices = make_devices(60, Random(3))
    accounts = make_accounts(devices, Random(4))
    serials = {d.serial for d in devices}
    assert {a.device for a in accounts} == serials | {None}
    names = [a.username for a in accounts if a.username]
    assert len(names) == len(set(names))
    assert {a.platform for a in accounts} == {"tiktok", "instagram"}
    assert {a.logined for a in accounts} == {0, 1} == {a.status for a in accounts}
    assert all(a.username or a.email for a in accounts)
    assert any(CHINESE.search(a.tags) for a in accounts)
    assert any("\n" in a.tags for a in accounts)


def test_a_thousand_accounts_have_a_thousand_names() -> None:
    accounts = make_accounts(make_devices(700, Random(5)), Random(6))
    names = [a.username for a in accounts if a.username]
    assert len(names) == len(set(names)) > 1000


def test_the_same_seed_makes_the_same_world_and_another_another(bench: Callable[..., Bench]) -> None:
    def picture(seed: int) -> list[object]:
        world = bench(seed=seed, tasks=60, devices=20).world
        tables = ("devices", "accounts", "tasks")
        return [world.database.rows(f"SELECT * FROM {table} ORDER BY 1") for table in tables]

    assert picture(1) == picture(1)
    assert picture(1) != picture(2)


def test_history_is_believable(bench: Callable[..., Bench]) -> None:
    tasks = bench(tasks=3000, devices=40).tasks()
    assert len(tasks) == 3000
    ended = [t for t in tasks if t["status"] in {2, 3}]
    assert len(tasks) - len(ended) == MAX_LIVE
    runs = defaultdict(list)
    for task in ended:
        assert task["create_time"] <= task["start_time"] <= task["end_time"]
        assert bool(task["remark"]) == (task["status"] == 3)
        assert "username" in arguments_of(task["script_args"])
        runs[task["serial"]].append((task["start_time"], task["end_time"]))
    for spans in runs.values():
        spans.sort()
        assert all(one[1] <= next_[0] for one, next_ in pairwise(spans))
    remarks = [t["remark"] for t in ended if t["remark"]]
    assert 100 < len(remarks) < 600
    assert any(CHINESE.search(remark) for remark in remarks)
    assert any(remark.isascii() for remark in remarks)
    assert max(map(len, remarks)) <= MAX_REMARK
    assert {t["source"] for t in tasks} == {"api", "ui", None}
    assert {t["script_name"] for t in tasks} > {"post", "follow", "comment", "account_warmup", *UI_SCRIPTS}
    assert [t["id"] for t in tasks] == list(range(3000, 0, -1))
    created = [t["create_time"] for t in ended]
    assert created == sorted(created, reverse=True)


@pytest.mark.parametrize(("plan", "running"), [("pro", 20), ("starter", 5), ("free", 0)])
def test_a_new_world_is_busy_within_its_plan(bench: Callable[..., Bench], plan: str, running: int) -> None:
    stats = bench(tasks=400, devices=40, plan=plan).world.stats()
    assert stats["total"] == 400
    assert stats["running"] == running
    assert stats["pending"] == (40 - running if running else 0)


def test_a_world_without_devices_still_has_a_history(bench: Callable[..., Bench]) -> None:
    empty = bench(tasks=30, devices=0)
    assert {t["serial"] for t in empty.tasks()} == {"emulator-5554"}
    assert empty.world.task(empty.world.make_ui_task())["serial"] == "emulator-5554"


def test_history_of_one_phone_that_is_offline() -> None:
    device = make_devices(1, Random(1))[0]
    rows = make_history(Past([device], [], 20, 1.0), 20, NOON, Random(2))
    assert {row.serial for row in rows} == {device.serial}
    assert sum(row.status == 1 for row in rows) == 1


def test_ui_tasks_are_of_scripts_that_the_api_does_not_know() -> None:
    devices = make_devices(5, Random(1))
    made = [ui_task(devices, make_accounts(devices, Random(2)), NOON, Random(n)) for n in range(60)]
    assert {task.script_name for task in made} == set(UI_SCRIPTS)
    assert {task.source for task in made} == {"ui", None}


@pytest.mark.parametrize("script", [*BEHAVIOURS, "something else"])
def test_each_script_fails_and_lasts_as_it_should(script: str) -> None:
    behaviour = BEHAVIOURS.get(script, OTHER)
    runs = [run_of(script, {"target_users": ["nasa"]}, "S", Phone(), Random(n)) for n in range(2000)]
    failed = [run for run in runs if run.remark is not None]
    assert abs(len(failed) / 2000 - behaviour.failure_rate) < 0.03
    low, high = behaviour.seconds
    assert all(low <= run.seconds <= high for run in runs if run.remark is None)
    assert all(0 < run.seconds < high for run in failed)
    assert all("{" not in (run.remark or "") for run in runs)


def test_a_warmup_lasts_as_long_as_it_was_told() -> None:
    runs = [run_of("account_warmup", {"task_duration": 300}, "S", Phone(), Random(n)) for n in range(50)]
    assert all(300 <= run.seconds <= 312 for run in runs if run.remark is None)
    odd = run_of("account_warmup", {"task_duration": "long"}, "S", Phone(), Random(1))
    assert odd.seconds < 700


def test_an_offline_phone_fails_every_task_soon() -> None:
    runs = [run_of("post", {}, "ZY22", Phone(online=False), Random(n)) for n in range(50)]
    assert all(run.seconds <= 2.5 for run in runs)
    assert {run.remark for run in runs} == {"device offline", "设备离线", "adb: device 'ZY22' not found"}


def test_an_account_that_is_not_logged_in_fails_all_but_login() -> None:
    runs = [run_of("post", {}, "S", Phone(logged_in=False), Random(n)) for n in range(50)]
    assert {run.remark for run in runs} == {"account not logged in", "账号未登录，请先登录"}
    logins = [run_of("login", {}, "S", Phone(logged_in=False), Random(n)) for n in range(50)]
    assert any(run.remark is None for run in logins)


@pytest.mark.parametrize("text", [None, 5, "", "{", "[1]", "[" * 100_000, "null"])
def test_arguments_that_make_no_sense_are_empty(text: object) -> None:
    assert arguments_of(text) == {}


def test_the_target_is_the_first_of_its_list() -> None:
    assert target_of({"target_post_urls": ["u"]}) == "u"
    assert target_of({"target_users": []}) == ""
