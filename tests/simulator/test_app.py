import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from gui.simulator.app import keep_going
from gui.simulator.bodies import MAX_BODY

from .conftest import Api, Bench

MakeApi = Callable[..., Api]
JSON = {"Content-Type": "application/json"}
EVERY_CALL = [
    ("GET", "license/check"),
    ("POST", "task"),
    ("GET", "task"),
    ("GET", "task/stats"),
    ("GET", "task/1"),
    ("DELETE", "task/1"),
    ("DELETE", "task/batch"),
    ("POST", "task/1/stop"),
    ("POST", "task/1/retry"),
    ("POST", "task/retry-all"),
    ("GET", "accounts"),
]


def refused(answer: Any, code: int, message: str, status: int = 200) -> None:
    assert (answer.status_code, answer.json()) == (status, {"code": code, "message": message, "data": None})
    assert answer.headers["content-type"] == "application/json"


def test_license_of_each_plan(api: MakeApi) -> None:
    for plan, limit in (("pro", 20), ("team", 50), ("business", 100)):
        assert api(plan=plan).data("GET", "license/check") == {
            "plan_name": plan.capitalize(),
            "api_enabled": True,
            "device_limit": limit,
            "message": "API access enabled",
        }


@pytest.mark.parametrize(("http_status", "status"), [("body", 200), ("real", 403)])
@pytest.mark.parametrize(("plan", "limit"), [("free", 0), ("starter", 5)])
def test_plans_without_api_refuse_every_call(
    api: MakeApi, plan: str, limit: int, http_status: str, status: int
) -> None:
    call = api(plan=plan, http_status=http_status, tasks=3)
    for method, path in EVERY_CALL:
        answer = call(method, path, content=b"{", headers=JSON)
        assert (answer.status_code, answer.json()["code"]) == (status, 40301)
        assert answer.json()["message"] == "API access requires the Pro plan or higher"
        if path == "license/check":
            assert answer.json()["data"]["plan_name"] == plan.capitalize()
            assert answer.json()["data"]["device_limit"] == limit
            assert answer.json()["data"]["api_enabled"] is False
        else:
            assert answer.json()["data"] is None
    assert call.bench.world.stats()["total"] == 3


def test_create_and_see_it(api: MakeApi) -> None:
    call = api()
    made = call.data(
        "POST",
        "task",
        json={"serials": ["a", "b"], "script_name": "post", "script_config": {"captions": "看"}},
    )
    assert made == {"task_ids": [1, 2], "created_count": 2}
    listed = call.data("GET", "task")
    assert (listed["total"], listed["page"], listed["page_size"]) == (2, 1, 20)
    assert [t["id"] for t in listed["tasks"]] == [2, 1]
    assert call.data("GET", "task/1") == listed["tasks"][1]
    assert "看" in listed["tasks"][0]["script_args"]
    assert call.data("GET", "task/stats") == {
        "total": 2,
        "pending": 2,
        "running": 0,
        "completed": 0,
        "failed": 0,
    }


def test_commands(api: MakeApi) -> None:
    call = api()
    world = call.bench
    world.create("account_warmup", serials=world.serials()[:3])
    world.pass_time(15)
    assert call.data("POST", "task/1/stop") is None
    assert call.data("POST", "task/1/retry") is None
    assert call.data("POST", "task/2/stop") is None
    assert call.data("POST", "task/retry-all") == {"count": 1}
    assert call.data("DELETE", "task/3") is None
    assert call.data("DELETE", "task/batch", json={"task_ids": [1, 2, 3]}) == {"deleted_count": 2}
    assert call.data("GET", "task")["total"] == 0
    assert call.data("POST", "task/retry-all") == {"count": 0}


def test_pages_and_filters_arrive(api: MakeApi) -> None:
    call = api(tasks=120)
    full = call.data("GET", "task?page_size=100")
    assert (len(full["tasks"]), full["total"]) == (100, 120)
    assert call.data("GET", "task?page_size=100&page=2")["tasks"][0]["id"] == 20
    picked = call.data(
        "GET", "task?status=2&script_name=post&source=api&serial=" + full["tasks"][-1]["serial"]
    )
    for task in picked["tasks"]:
        assert (task["status"], task["script_name"], task["source"]) == (2, "post", "api")
    assert call.data("GET", "task?serial=&script_name=")["total"] == 120
    far = call.data("GET", f"task?page={10**30}")
    assert (far["tasks"], far["total"], far["page"]) == ([], 120, 10**30)


def test_accounts(api: MakeApi) -> None:
    call = api(devices=40)
    page = call.data("GET", "accounts?platform=tiktok&logined=1&status=0&page=2&page_size=3")
    assert (len(page["accounts"]), page["page"], page["page_size"]) == (3, 2, 3)
    for account in page["accounts"]:
        assert (account["platform"], account["logined"], account["status"]) == ("tiktok", 1, 0)
        assert (account["logined_text"], account["status_text"]) == ("Logged in", "Enabled")
    device = page["accounts"][0]["device"]
    assert {a["device"] for a in call.data("GET", f"accounts?device={device}")["accounts"]} == {device}
    assert all("US" in a["tags"] for a in call.data("GET", "accounts?tag=US")["accounts"])


def test_an_older_tikmatrix_has_no_accounts(api: MakeApi) -> None:
    call = api(accounts=False)
    answer = call("GET", "accounts")
    assert (answer.status_code, answer.text) == (404, "Nothing is served at /api/v1/accounts\n")
    assert "/api/v1/accounts" not in call.app.openapi()["paths"]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("task?page_size=101", "page_size: input should be less than or equal to 100"),
        ("task?page_size=0", "page_size: input should be greater than or equal to 1"),
        ("task?page=0", "page: input should be greater than or equal to 1"),
        ("task?page=two", "page: input should be a valid integer, unable to parse string as an integer"),
        ("task?status=4", "status: input should be less than or equal to 3"),
        ("task?status=-1", "status: input should be greater than or equal to 0"),
        ("task?status=", "status: input should be a valid integer, unable to parse string as an integer"),
        ("task?source=web", "source: input should be 'ui' or 'api'"),
        ("accounts?page_size=101", "page_size: input should be less than or equal to 100"),
        ("accounts?platform=x", "platform: input should be 'tiktok' or 'instagram'"),
        ("accounts?logined=2", "logined: input should be less than or equal to 1"),
        ("accounts?status=7", "status: input should be less than or equal to 1"),
    ],
)
@pytest.mark.parametrize(("http_status", "status"), [("body", 200), ("real", 400)])
def test_bad_queries_name_their_parameter(
    api: MakeApi, query: str, message: str, http_status: str, status: int
) -> None:
    refused(api(http_status=http_status)("GET", query), 40001, message, status)


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ({}, 40002, "script_name: is missing"),
        ({"script_name": None, "serials": 5}, 40002, "script_name: is missing"),
        ({"script_name": "", "serials": ["a"]}, 40002, "script_name: is missing"),
        ({"script_name": 5}, 40001, "script_name: input should be a valid string"),
        ({"script_name": "like"}, 40003, "script_name: the API does not support the script 'like'"),
        ({"script_name": "post"}, 40001, "serials: give at least one of serials, or of usernames"),
        (
            {"script_name": "post", "serials": "a"},
            40001,
            "serials: input should be a valid list",
        ),
        (
            {"script_name": "post", "serials": ["a", 5]},
            40001,
            "serials[1]: input should be a valid string",
        ),
        (
            {"script_name": "post", "serials": ["a"], "enable_multi_account": 1},
            40001,
            "enable_multi_account: input should be a valid boolean",
        ),
        (
            {"script_name": "post", "serials": ["a"], "start_time": "25:00"},
            40001,
            "start_time: string should match pattern '^([01][0-9]|2[0-3]):[0-5][0-9]$'",
        ),
        (
            {"script_name": "post", "serials": ["a"], "script_config": []},
            40001,
            "script_config: input should be a valid dictionary",
        ),
        (
            {"script_name": "post", "usernames": ["nobody"]},
            40004,
            "usernames: no account on a device for nobody",
        ),
        ([], 40001, "body: must be a JSON object"),
    ],
)
@pytest.mark.parametrize(("http_status", "status"), [("body", 200), ("real", 400)])
def test_bad_bodies_name_their_field(
    api: MakeApi, *, body: object, code: int, message: str, http_status: str, status: int
) -> None:
    call = api(http_status=http_status)
    refused(call("POST", "task", json=body), code, message, status)
    assert call.bench.world.stats()["total"] == 0


def test_a_bad_config_names_its_field(api: MakeApi) -> None:
    body = {"script_name": "post", "serials": ["a"], "script_config": {"post_way": "useSound"}}
    answer = api()("POST", "task", json=body).json()
    assert answer["code"] == 40001
    assert answer["message"].startswith("script_config.sound_name: ")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "task_ids: field required"),
        ({"task_ids": []}, "task_ids: list should have at least 1 item after validation, not 0"),
        ({"task_ids": ["1"]}, "task_ids[0]: input should be a valid integer"),
        ({"task_ids": [True]}, "task_ids[0]: input should be a valid integer"),
    ],
)
def test_bad_batches(api: MakeApi, body: object, message: str) -> None:
    refused(api()("DELETE", "task/batch", json=body), 40001, message)


@pytest.mark.parametrize(("http_status", "status"), [("body", 200), ("real", 404)])
def test_missing_tasks(api: MakeApi, http_status: str, status: int) -> None:
    call = api(http_status=http_status)
    for method, path in [("GET", ""), ("DELETE", ""), ("POST", "/stop"), ("POST", "/retry")]:
        for task_id in (5, 0, 10**25):
            answer = call(method, f"task/{task_id}{path}")
            refused(answer, 40401, f"Task {task_id} does not exist", status)
    refused(
        call("DELETE", "task/batch", json={"task_ids": [5, -(10**25)]}),
        40401,
        "None of these tasks exists",
        status,
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", "EOF while parsing an object"),
        (b"", "EOF while parsing a value"),
        (b"\xff\xfe", "expected value"),
        (b'{"script_name": NaN}', "expected value"),
        (b'{"script_name": "\\ud800"}', "hex escape"),
        (b"[" * 100_000, "recursion limit exceeded"),
        (b'{"serials": [' + b"9" * 10_000 + b"]}", "number out of range"),
    ],
)
def test_bodies_that_are_not_json(api: MakeApi, content: bytes, told: str) -> None:
    answer = api()("POST", "task", content=content, headers=JSON)
    assert answer.status_code == 400
    assert answer.text.startswith("The body is not JSON: ")
    assert told in answer.text
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_a_body_that_is_too_large(api: MakeApi) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b" " * (MAX_BODY // 10)

    call = api()
    assert call.data("POST", "task", json={"script_name": "post", "serials": ["s" * (MAX_BODY - 100)]})
    for content in (b" " * 10_000_000, chunks()):
        answer = call("POST", "task", content=content, headers=JSON)
        assert (answer.status_code, answer.text) == (413, "The body is too large: at most 1,000,000 bytes\n")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_must_say_that_it_is_json(api: MakeApi, kind: str) -> None:
    answer = api()("POST", "task", content=b'{"script_name": "post"}', headers={"Content-Type": kind})
    assert answer.status_code == 415
    assert "Content-Type: application/json" in answer.text
    assert (
        api().code("POST", "task", content=b"{}", headers={"Content-Type": "Application/JSON; charset=utf-8"})
        == 40002
    )


@pytest.mark.parametrize(
    "path", ["/", "/api/v1", "/api/v2/task", "task/abc", "task/-1", "task/1/", "task/" + "9" * 9000]
)
def test_unknown_routes(api: MakeApi, path: str) -> None:
    answer = api()("GET", path)
    assert answer.status_code == 404
    assert answer.text.startswith("Nothing is served at /")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "task", "GET, POST"),
        ("PATCH", "task/7", "DELETE, GET"),
        ("GET", "task/7/stop", "POST"),
        ("DELETE", "task/stats", "GET"),
        ("GET", "task/batch", "DELETE"),
        ("POST", "/openapi.json", "GET, HEAD"),
    ],
)
def test_wrong_methods(api: MakeApi, method: str, path: str, allowed: str) -> None:
    answer = api()(method, path)
    assert (answer.status_code, set(answer.headers["allow"].split(", "))) == (405, set(allowed.split(", ")))
    assert answer.text.startswith(f"{method} is not allowed at ")


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("localhost:50809", True),
        ("LocalHost", True),
        ("127.0.0.1", True),
        ("127.1.2.3:80", True),
        ("[::1]:50809", True),
        ("[::1]", True),
        ("::1", True),
        ("testserver", True),
        ("evil.example", False),
        ("localhost.evil.example:50809", False),
        ("192.168.1.5:50809", False),
        ("", False),
    ],
)
def test_only_names_of_this_machine_are_served(api: MakeApi, host: str, ours: bool) -> None:
    answer = api()("GET", "license/check", headers={"Host": host})
    assert answer.status_code == (200 if ours else 403)
    if not ours:
        assert answer.text.startswith("Refused: the Host header names '")


def test_a_host_that_is_served_by_name_is_ours(api: MakeApi) -> None:
    call = api(host="Rack.Local")
    assert call("GET", "task", headers={"Host": "rack.local:50809"}).status_code == 200
    assert call("GET", "task", headers={"Host": "192.168.1.5"}).status_code == 403


def test_all_addresses_are_ours_when_all_are_served(api: MakeApi) -> None:
    call = api(host="0.0.0.0")
    assert call("GET", "task", headers={"Host": "192.168.1.5"}).status_code == 200
    assert call("GET", "task", headers={"Host": "evil.example"}).status_code == 403


@pytest.mark.parametrize(("http_status", "status"), [("body", 200), ("real", 500)])
def test_a_database_that_fails_is_an_internal_error(
    api: MakeApi, tmp_path: Path, http_status: str, status: int
) -> None:
    call = api(http_status=http_status, db=tmp_path / "w.db")
    with closing(sqlite3.connect(tmp_path / "w.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        answer = call("POST", "task/retry-all")
        refused(answer, 50001, "The simulator failed: database is locked", status)
    assert call.data("POST", "task/retry-all") == {"count": 0}


def test_what_another_process_put_there_is_served(api: MakeApi, tmp_path: Path) -> None:
    call = api(db=tmp_path / "w.db")
    remark = "设备" * 2000
    with closing(sqlite3.connect(tmp_path / "w.db")) as other, other:
        other.execute("INSERT INTO tasks(id, status, remark) VALUES(1, '3', ?)", (remark,))
        other.execute("INSERT INTO tasks(id, status, retry_count, remark) VALUES(2, 2, 'x', x'ff00')")
    assert call.data("GET", "task/1") == {
        "id": 1,
        "script_name": None,
        "script_args": None,
        "serial": None,
        "status": "3",
        "start_time": None,
        "end_time": None,
        "remark": remark,
        "source": None,
        "retry_count": None,
        "create_time": None,
    }
    assert call("GET", "task/2").json()["code"] == 0
    assert call.data("GET", "task?status=3")["total"] == 1
    assert call.data("GET", "task/stats")["failed"] == 1


async def until(holds: Callable[[], bool]) -> None:
    while not holds():  # noqa: ASYNC110 - the world has no events of its own
        await asyncio.sleep(0.01)


async def test_the_world_goes_on_while_the_app_runs(bench: Callable[..., Bench]) -> None:
    call = Api(bench())
    ids = call.bench.create(serials=call.bench.serials()[:1])
    call.bench.clock.now += 10
    async with call.app.router.lifespan_context(call.app):
        await until(lambda: call.bench.status(ids[0]) == 1)


async def test_the_world_goes_on_after_its_database_was_busy(
    bench: Callable[..., Bench], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    world = bench(db=tmp_path / "w.db")
    [task_id] = world.create(serials=world.serials()[:1])
    world.clock.now += 10
    going = asyncio.create_task(keep_going(world.world, 0.01))
    with closing(sqlite3.connect(tmp_path / "w.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with caplog.at_level(logging.WARNING):
            await until(lambda: bool(caplog.records))
        other.execute("ROLLBACK")
    assert caplog.messages[0] == "The world stood still for a moment: database is locked"
    await until(lambda: world.status(task_id) == 1)
    going.cancel()
    with pytest.raises(asyncio.CancelledError):
        await going
