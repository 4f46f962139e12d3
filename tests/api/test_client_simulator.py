"""Every call of the client against the simulator's own process."""

from collections.abc import Callable

import pytest

from gui.api.client import LocalApi
from gui.api.errors import ApiError, NotFound, PlanRefused, Rejected
from gui.api.request_log import RequestLog
from gui.api.schemas import License, TaskRequest, TaskStatus
from tests.api.raw import until
from tests.conftest import SimulatorProcess

Simulator = Callable[..., SimulatorProcess]


@pytest.mark.parametrize("http_status", ["body", "real"])
async def test_a_day_with_tikmatrix(simulator: Simulator, http_status: str) -> None:
    server = simulator("--tasks", "30", "--devices", "4", "--speed", "1", "--http-status", http_status)
    log = RequestLog()
    api = LocalApi(server.url, log=log)
    plan = await api.license_check()
    assert (plan.plan_name.lower(), plan.api_enabled, plan.device_limit) == ("pro", True, 20)
    before = await api.task_stats()
    assert before.total == before.pending + before.running + before.completed + before.failed == 30

    accounts = await api.accounts()
    assert accounts.total == len(accounts.accounts) > 0
    assert accounts.broken == 0
    serial = next(account.device for account in accounts.accounts if account.device_online)
    made = await api.create_task(
        TaskRequest("follow", {"target_users": ["a", "b"]}, serials=(serial,), start_time="")
    )
    assert made.created_count == len(made.task_ids) == 2
    task = await api.get_task(made.task_ids[0])
    assert (task.script_name, task.serial, task.source) == ("follow", serial, "api")
    assert '"target_users"' in task.script_args

    page = await api.list_tasks(serial=serial, script_name="follow", source="api", page_size=1)
    assert page.total >= 2
    assert len(page.tasks) == 1
    everything = await api.list_tasks()
    assert everything.total == len(everything.tasks) == 32
    assert everything.broken == 0
    failed = await api.list_tasks(status=TaskStatus.FAILED)
    assert failed.total == len(failed.tasks)
    assert {one.status for one in failed.tasks} <= {TaskStatus.FAILED}

    await api.delete_task(made.task_ids[0])
    with pytest.raises(NotFound) as gone:
        await api.get_task(made.task_ids[0])
    assert gone.value.code == 40401
    assert await api.delete_tasks(made.task_ids[1:]) == 1
    retried = await api.retry_all()
    assert retried is not None
    assert 0 <= retried <= failed.total
    assert [record.outcome for record in log if record.outcome != "ok"] == [f"{NotFound.title} (code 40401)"]
    assert log.serial == 12
    await api.aclose()


async def test_stop_and_retry_of_a_running_task(simulator: Simulator) -> None:
    server = simulator("--tasks", "0", "--devices", "2", "--speed", "20")
    api = LocalApi(server.url, log=RequestLog())
    serial = next(one.device for one in (await api.accounts()).accounts if one.device_online)
    made = await api.create_task(TaskRequest("account_warmup", {"task_duration": 3600}, serials=(serial,)))
    [number] = made.task_ids
    await until(lambda: server.rows("SELECT status FROM tasks WHERE id = ?", number) == [(1,)])
    await api.stop_task(number)
    assert (await api.get_task(number)).status == TaskStatus.FAILED
    await api.retry_task(number)
    assert (await api.get_task(number)).status != TaskStatus.FAILED
    await api.aclose()


@pytest.mark.parametrize(
    ("request_", "code", "field"),
    [
        (TaskRequest("post", {"upload_wait_time": 1}, serials=("A",)), 40001, "upload_wait_time"),
        (TaskRequest("post", {"material_source": "localFolder"}, serials=("A",)), 40001, "material_path"),
        (TaskRequest("follow", {}, serials=("A",)), 40001, "target_users"),
        (
            TaskRequest(
                "account_warmup",
                {"generate_by_chatgpt": True, "chatgpt_settings": {"model": "x"}},
                serials=("A",),
            ),
            40001,
            "chatgpt_settings.api_key",
        ),
        (TaskRequest("post", {}), 40001, "serials"),
        (TaskRequest("", {}, serials=("A",)), 40002, "script_name"),
        (TaskRequest("like", {}, serials=("A",)), 40003, "script_name"),
        (TaskRequest("post", {}, usernames=("nobody-of-that-name",)), 40004, "usernames"),
        (TaskRequest("post", {"captions": "x" * 1_500_000}, serials=("A",)), None, ""),
    ],
)
async def test_each_refusal_names_its_field(
    shared_simulator: SimulatorProcess, request_: TaskRequest, code: int | None, field: str
) -> None:
    api = LocalApi(shared_simulator.url, log=RequestLog())
    with pytest.raises(Rejected) as info:
        await api.create_task(request_)
    assert (info.value.code, info.value.field) == (code, field)
    assert not info.value.maybe_done
    assert info.value.detail
    await api.aclose()


async def test_starter_is_refused_everywhere_and_tells_the_plan(simulator: Simulator) -> None:
    server = simulator("--plan", "starter", "--tasks", "5")
    api = LocalApi(server.url, log=RequestLog())
    with pytest.raises(PlanRefused) as refused:
        await api.license_check()
    assert isinstance(refused.value.license, License)
    assert refused.value.license.device_limit == 5
    assert not refused.value.license.api_enabled
    for call in (api.task_stats(), api.list_tasks(), api.stop_task(1), api.accounts()):
        with pytest.raises(PlanRefused):
            await call
    await api.aclose()


async def test_an_older_tikmatrix_with_odd_rows(simulator: Simulator) -> None:
    server = simulator("--no-accounts", "--tasks", "3", "--devices", "2")
    server.change("UPDATE tasks SET script_args = NULL, remark = NULL, source = NULL WHERE id = 1")
    server.change("UPDATE tasks SET remark = ?, script_name = 'from_the_ui' WHERE id = 2", "长" * 4000)
    api = LocalApi(server.url, log=RequestLog())
    with pytest.raises(NotFound):
        await api.accounts()
    page = await api.list_tasks()
    tasks = {task.id: task for task in page.tasks}
    assert page.broken == 0
    assert (tasks[1].script_args, tasks[1].remark, tasks[1].source, tasks[1].account) == ("", "", "ui", "")
    assert tasks[2].remark == "长" * 4000
    assert tasks[2].script_name == "from_the_ui"
    await api.aclose()


async def test_a_killed_server_is_unreachable_and_its_successor_is_found(simulator: Simulator) -> None:
    server = simulator("--tasks", "3")
    api = LocalApi(server.url, log=RequestLog())
    total = (await api.task_stats()).total
    server.stop()
    with pytest.raises(ApiError):
        await api.task_stats()
    again = simulator("--port", str(server.port), db=server.db)
    assert again.port == server.port
    assert (await api.task_stats()).total == total
    await api.aclose()
