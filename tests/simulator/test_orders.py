import json
from collections.abc import Callable
from typing import Any

import pytest

from gui.simulator.orders import MAX_TASKS, supported
from gui.simulator.refusals import Code, Refused

from .conftest import Bench

MakeBench = Callable[..., Bench]
COMMENT = {"comment_content": "nice", "target_post_urls": ["https://vm.tiktok.com/abc/"]}


def arguments(bench: Bench, task_id: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bench.world.task(task_id)["script_args"])
    return found


def refused(bench: Bench, script_name: str = "post", **body: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        bench.create(script_name, **body)
    assert bench.world.stats()["total"] == 0
    return caught.value


def accounts_on(bench: Bench, *, least: int) -> tuple[str, list[str]]:
    rows = bench.world.database.rows(
        "SELECT device, username FROM accounts WHERE status = 0 AND device NOTNULL AND username NOTNULL"
    )
    on_device: dict[str, list[str]] = {}
    for device, name in rows:
        on_device.setdefault(device, []).append(name)
    return next((device, names) for device, names in on_device.items() if len(names) >= least)


def test_a_task_has_the_fields_of_the_wire_and_no_others(bench: MakeBench) -> None:
    world = bench()
    [task_id] = world.create(serials=["S"], script_config={"captions": "hello", "unknown": 1})
    task = world.world.task(task_id)
    script_args = json.loads(task.pop("script_args"))
    create_time = task.pop("create_time")
    assert task == {
        "id": 1,
        "script_name": "post",
        "serial": "S",
        "status": 0,
        "start_time": None,
        "end_time": None,
        "remark": None,
        "source": "api",
        "retry_count": 0,
    }
    assert len(create_time) == len("2026-01-01 00:00:00")
    assert script_args["captions"] == "hello"
    assert script_args["username"] == ""
    assert "unknown" not in script_args


@pytest.mark.parametrize(
    ("script", "config", "field"),
    [
        ("follow", {"target_users": ["a", "b", "c"]}, "target_users"),
        ("follow", {"target_user": "a\nb,c"}, "target_users"),
        ("unfollow", {"target_users": ["a", "b", "c"], "target_user": "ignored"}, "target_users"),
    ],
)
def test_one_task_per_target_per_device(
    bench: MakeBench, script: str, config: dict[str, Any], field: str
) -> None:
    world = bench()
    ids = world.create(script, serials=["S1", "S2"], script_config=config)
    made = [(world.world.task(i)["serial"], arguments(world, i)[field]) for i in ids]
    assert made == [(serial, [target]) for serial in ("S1", "S2") for target in ("a", "b", "c")]


def test_one_comment_task_per_address_per_device(bench: MakeBench) -> None:
    world = bench()
    urls = ["https://vm.tiktok.com/abc/", "https://www.instagram.com/p/xyz/"]
    ids = world.create("comment", serials=["S1", "S2"], script_config={**COMMENT, "target_post_urls": urls})
    assert [arguments(world, i)["target_post_urls"] for i in ids] == [[urls[0]], [urls[1]]] * 2
    assert {arguments(world, i)["comment_content"] for i in ids} == {"nice"}


def test_without_multi_account_a_device_acts_as_its_first_account(bench: MakeBench) -> None:
    world = bench(devices=30)
    serial, names = accounts_on(world, least=2)
    [task_id] = world.create(serials=[serial])
    assert arguments(world, task_id)["username"] in names


def test_multi_account_makes_one_task_an_account(bench: MakeBench) -> None:
    world = bench(devices=30)
    serial, names = accounts_on(world, least=3)
    ids = world.create(
        "follow", serials=[serial], enable_multi_account=True, script_config={"target_users": ["a", "b"]}
    )
    assert [arguments(world, i)["username"] for i in ids] == [name for name in names for _ in "ab"]


def test_multi_account_leaves_out_disabled_accounts(bench: MakeBench) -> None:
    world = bench(devices=30)
    serial, names = accounts_on(world, least=2)
    world.world.database.execute("UPDATE accounts SET status = 1 WHERE username = ?", (names[0],))
    ids = world.create(serials=[serial], enable_multi_account=True)
    assert [arguments(world, i)["username"] for i in ids] == names[1:]


def test_login_is_always_and_match_accounts_never_multi_account(bench: MakeBench) -> None:
    world = bench(devices=30)
    serial, names = accounts_on(world, least=3)
    assert len(world.create("login", serials=[serial])) == len(names)
    assert len(world.create("match_accounts", serials=[serial], enable_multi_account=True)) == 1


def test_usernames_run_where_their_account_lives(bench: MakeBench) -> None:
    world = bench(devices=30)
    serial, names = accounts_on(world, least=2)
    ids = world.create(usernames=[*names, names[0]])
    assert [arguments(world, i)["username"] for i in ids] == names
    assert {world.world.task(i)["serial"] for i in ids} == {serial}


def test_repeated_serials_count_once(bench: MakeBench) -> None:
    assert len(bench().create(serials=["S", "T", "S"])) == 2


def test_an_account_without_device_is_refused(bench: MakeBench) -> None:
    world = bench(devices=60)
    [(name,)] = world.world.database.rows(
        "SELECT username FROM accounts WHERE device IS NULL AND username IS NOT NULL LIMIT 1"
    )
    told = refused(world, usernames=[name])
    assert (told.code, told.message) == (Code.NO_ACCOUNT, f"usernames: no account on a device for {name}")


def test_unknown_usernames_are_named_five_at_most(bench: MakeBench) -> None:
    told = refused(bench(), usernames=[f"n{i}" for i in range(8)])
    assert told.message == "usernames: no account on a device for n0, n1, n2, n3, n4 and 3 more"


def test_multi_account_without_any_account_is_refused(bench: MakeBench) -> None:
    assert refused(bench(), serials=["S"], enable_multi_account=True).code is Code.NO_ACCOUNT


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "serials: give at least one of serials, or of usernames"),
        ({"serials": ["S"], "usernames": ["u"]}, "serials: give either serials or usernames, not both"),
        ({"usernames": ["u"], "enable_multi_account": True}, "enable_multi_account: works only with serials"),
    ],
)
def test_targets_that_make_no_sense_are_refused(bench: MakeBench, body: dict[str, Any], message: str) -> None:
    told = refused(bench(), **body)
    assert (told.code, told.message) == (Code.INVALID, message)


@pytest.mark.parametrize("name", ["like", "message", "super_marketing", "scrape_user", "no_such_thing"])
def test_scripts_outside_the_api_are_refused(bench: MakeBench, name: str) -> None:
    told = refused(bench(), name, serials=["S"])
    assert told.code is Code.SCRIPT_UNSUPPORTED
    assert name in told.message


@pytest.mark.parametrize("name", ["profile", "login", "match_accounts"])
def test_newer_scripts_need_a_newer_tikmatrix(bench: MakeBench, name: str) -> None:
    assert refused(bench(accounts=False), name, serials=["S"]).code is Code.SCRIPT_UNSUPPORTED
    assert name in supported(newer=True)


@pytest.mark.parametrize(
    ("script", "config", "field"),
    [
        ("post", {"post_way": "useSound"}, "sound_name"),
        ("post", {"material_source": "localFolder"}, "material_path"),
        ("post", {"add_sound": "custom"}, "custom_sound_keyword"),
        ("post", {"upload_wait_time": 5}, "upload_wait_time"),
        ("follow", {}, "target_users"),
        ("account_warmup", {"min_duration": 60, "max_duration": 20}, "max_duration"),
        ("account_warmup", {"generate_by_chatgpt": True}, "chatgpt_settings.api_key"),
        ("comment", {"target_post_url": "https://vm.tiktok.com/abc/"}, "comment_content"),
    ],
)
def test_a_config_that_makes_no_sense_names_its_field(
    bench: MakeBench, script: str, config: dict[str, Any], field: str
) -> None:
    told = refused(bench(), script, serials=["S"], script_config=config)
    assert told.code is Code.INVALID
    assert told.message.startswith(f"script_config.{field}: ")


def test_more_tasks_than_anybody_wants_are_refused(bench: MakeBench) -> None:
    users = [f"u{n}" for n in range(MAX_TASKS // 100 + 1)]
    world = bench()
    told = refused(
        world, "follow", serials=[f"s{n}" for n in range(100)], script_config={"target_users": users}
    )
    assert told.message == "serials: this would make 20,100 tasks; at most 20,000 at once"
    names = [
        name for (name,) in world.world.database.rows("SELECT username FROM accounts WHERE device NOTNULL")
    ]
    users = [f"u{n}" for n in range(MAX_TASKS)]
    told = refused(world, "follow", usernames=[n for n in names if n], script_config={"target_users": users})
    assert told.message.startswith("usernames: ")
