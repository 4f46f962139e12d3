"""The bodies that go over the wire: checked on the way in, and told in the OpenAPI document."""

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")

Serial = Annotated[str, Field(min_length=1)]


class CreateBody(BaseModel):
    """The body of ``POST task`` (doc). Strict, except that unknown keys are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", title="CreateTask")

    script_name: str = Field(min_length=1, description="Name of the script.")
    serials: list[Serial] = Field(
        default=[], min_length=1, description="ADB serials of devices. Either these or usernames."
    )
    usernames: list[Serial] = Field(
        default=[], min_length=1, description="Names of accounts. Either these or serials."
    )
    script_config: dict[str, Any] = Field(
        default_factory=dict, description="Parameters of the script. Unknown keys are ignored."
    )
    enable_multi_account: bool = Field(
        default=False, description="One task for each account of a device. Only with serials."
    )
    start_time: str = Field(
        "",
        pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$",
        description="HH:MM on this machine's clock; a time already past today means now.",
    )


class BatchBody(BaseModel):
    """The body of ``DELETE task/batch`` (doc)."""

    model_config = ConfigDict(strict=True, extra="ignore", title="DeleteTasks")

    task_ids: list[int] = Field(min_length=1, description="Ids of tasks; a running one is stopped first.")


class Envelope(BaseModel, Generic[T]):
    """Every answer of the API (seed). ``data`` is null where the code is not 0, with few exceptions."""

    code: int = Field(description="0 for success, otherwise what went wrong.")
    message: str
    data: T | None


class LicenseData(BaseModel):
    """What the plan allows (seed). Also sent with code 40301, so that a client can name the plan."""

    plan_name: str
    api_enabled: bool
    device_limit: int = Field(description="How many tasks run at once.")
    message: str


class CreatedData(BaseModel):
    """What ``POST task`` made (doc)."""

    task_ids: list[int]
    created_count: int


class TaskData(BaseModel):
    """One task (seen)."""

    id: int
    script_name: str | None
    script_args: str | None = Field(description="A JSON object as text: the parameters and the username.")
    serial: str | None
    status: int | str | None = Field(description="0 pending, 1 running, 2 completed, 3 failed.")
    start_time: str | None = Field(description="YYYY-MM-DD HH:MM:SS on this machine's clock.")
    end_time: str | None
    remark: str | None = Field(description="Why it failed.")
    source: str | None = Field(description="ui or api; null means ui.")
    retry_count: int | str | None
    create_time: str | None


class TaskListData(BaseModel):
    """One page of tasks, newest first. The array's name is a guess (75 %)."""

    tasks: list[TaskData]
    total: int = Field(description="How many tasks match the filters.")
    page: int
    page_size: int


class StatsData(BaseModel):
    """Counts of all tasks (doc)."""

    total: int
    pending: int
    running: int
    completed: int
    failed: int


class CountData(BaseModel):
    """How many tasks were put back to pending (guess, 75 %)."""

    count: int


class DeletedData(BaseModel):
    """How many of the named tasks existed and are gone (guess, 50 %)."""

    deleted_count: int


class AccountData(BaseModel):
    """One account (doc). Never a password."""

    id: int
    username: str | None
    email: str | None
    platform: Literal["tiktok", "instagram"]
    packagename: str | None
    device: str | None = Field(description="ADB serial.")
    device_online: bool
    device_name: str = Field(description="Model; empty when offline.")
    logined: int
    logined_text: str
    status: int = Field(description="0 enabled, 1 disabled.")
    status_text: str
    tags: list[str]


class AccountListData(BaseModel):
    """One page of accounts."""

    accounts: list[AccountData]
    total: int
    page: int
    page_size: int
