"""The endpoints: what each takes, and which of the world's doings it leads to."""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query
from fastapi.routing import APIRoute
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import Response

from gui.api.schemas import MAX_PAGE_SIZE
from gui.simulator.answers import success
from gui.simulator.bodies import read_body, read_create
from gui.simulator.openapi import answers_of, body_of
from gui.simulator.records import AccountFilter, TaskFilter
from gui.simulator.refusals import Code, Refused
from gui.simulator.wire import (
    AccountListData,
    BatchBody,
    CountData,
    CreateBody,
    CreatedData,
    DeletedData,
    LicenseData,
    StatsData,
    TaskData,
    TaskListData,
)
from gui.simulator.world import World

PREFIX = "/api/v1"


async def _world(request: Request) -> World:
    world: World = request.app.state.world
    return world


class _TaskIdConvertor(Convertor[int]):
    """Digits and nothing else, so that ``task/stats`` is never taken for a task."""

    regex = "[0-9]{1,30}"

    def convert(self, value: str) -> int:
        return int(value)

    def to_string(self, value: int) -> str:
        return str(value)


register_url_convertor("task", _TaskIdConvertor())

TheWorld = Annotated[World, Depends(_world)]
TaskId = Annotated[int, Path(description="Id of a task.")]
PageNumber = Annotated[int, Query(ge=1, description="Counts from 1.")]
PageSize = Annotated[int, Query(ge=1, le=MAX_PAGE_SIZE)]


class PlanRoute(APIRoute):
    """A route that the plan must include: 40301 comes before anything else is looked at (seed)."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the route's handler behind the check."""
        handle = super().get_route_handler()

        async def check_plan_first(request: Request) -> Response:
            facts = request.app.state.world.license()
            if not facts["api_enabled"]:
                raise Refused(Code.PLAN, facts["message"])
            return await handle(request)

        return check_plan_first


license_router = APIRouter(prefix=PREFIX)
router = APIRouter(prefix=PREFIX, route_class=PlanRoute)
accounts_router = APIRouter(prefix=PREFIX, route_class=PlanRoute)


@license_router.get("/license/check", responses=answers_of(LicenseData))
async def check_license(world: TheWorld) -> Response:
    """Tell what the plan allows. With code 40301 the facts come all the same (guess, 50 %)."""
    facts = world.license()
    if not facts["api_enabled"]:
        raise Refused(Code.PLAN, facts["message"], facts)
    return success(facts)


@router.post("/task", responses=answers_of(CreatedData, takes_body=True), openapi_extra=body_of(CreateBody))
async def create_task(world: TheWorld, request: Request) -> Response:
    """Make tasks: one for each device or account, times one for each target."""
    ids = world.create(await read_create(request))
    return success({"task_ids": ids, "created_count": len(ids)})


@router.get("/task", responses=answers_of(TaskListData))
async def list_tasks(
    *,
    world: TheWorld,
    status: Annotated[int | None, Query(ge=0, le=3)] = None,
    serial: str = "",
    script_name: str = "",
    source: Annotated[Literal["ui", "api"] | None, Query()] = None,
    page: PageNumber = 1,
    page_size: PageSize = 20,
) -> Response:
    """List tasks, newest first (guess, 75 %). Filters combine."""
    chosen = TaskFilter(status, serial, script_name, source or "")
    tasks, total = world.tasks(chosen, page, page_size)
    return success({"tasks": tasks, "total": total, "page": page, "page_size": page_size})


@router.get("/task/stats", responses=answers_of(StatsData))
async def count_tasks(world: TheWorld) -> Response:
    """Count all tasks."""
    return success(world.stats())


@router.post("/task/retry-all", responses=answers_of(CountData))
async def retry_all_tasks(world: TheWorld) -> Response:
    """Put every failed task back to pending that is below its retry limit."""
    return success({"count": world.retry_all()})


@router.delete(
    "/task/batch", responses=answers_of(DeletedData, takes_body=True), openapi_extra=body_of(BatchBody)
)
async def delete_tasks(world: TheWorld, request: Request) -> Response:
    """Delete several tasks; running ones are stopped first."""
    body = await read_body(request, BatchBody)
    return success({"deleted_count": world.delete_many(body.task_ids)})


@router.get("/task/{task_id:task}", responses=answers_of(TaskData, by_id=True))
async def get_task(world: TheWorld, task_id: TaskId) -> Response:
    """Show one task."""
    return success(world.task(task_id))


@router.delete("/task/{task_id:task}", responses=answers_of(None, by_id=True))
async def delete_task(world: TheWorld, task_id: TaskId) -> Response:
    """Delete one task; a running one is stopped first."""
    world.delete(task_id)
    return success(None)


@router.post("/task/{task_id:task}/stop", responses=answers_of(None, by_id=True))
async def stop_task(world: TheWorld, task_id: TaskId) -> Response:
    """Stop a running task. It ends as failed."""
    world.stop(task_id)
    return success(None)


@router.post("/task/{task_id:task}/retry", responses=answers_of(None, by_id=True))
async def retry_task(world: TheWorld, task_id: TaskId) -> Response:
    """Put a failed task back to pending."""
    world.retry(task_id)
    return success(None)


@accounts_router.get("/accounts", responses=answers_of(AccountListData))
async def list_accounts(
    *,
    world: TheWorld,
    platform: Annotated[Literal["tiktok", "instagram"] | None, Query()] = None,
    device: str = "",
    logined: Annotated[int | None, Query(ge=0, le=1)] = None,
    status: Annotated[int | None, Query(ge=0, le=1, description="0 enabled, 1 disabled")] = None,
    tag: str = "",
    page: PageNumber = 1,
    page_size: PageSize = 20,
) -> Response:
    """List accounts. Filters combine."""
    chosen = AccountFilter(platform or "", device, logined, status, tag)
    accounts, total = world.accounts(chosen, page, page_size)
    return success({"accounts": accounts, "total": total, "page": page, "page_size": page_size})


def routers(*, with_accounts: bool) -> list[APIRouter]:
    """Return what an application serves; an older TikMatrix has no accounts."""
    return [license_router, router, accounts_router] if with_accounts else [license_router, router]


def endpoints(*, with_accounts: bool) -> list[APIRoute]:
    """Return every route of those."""
    found = [route for each in routers(with_accounts=with_accounts) for route in each.routes]
    return [route for route in found if isinstance(route, APIRoute)]
