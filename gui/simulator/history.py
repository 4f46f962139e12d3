"""Makes the tasks that a new world has behind it, and the few that it is just busy with."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from gui.api.schemas import TaskStatus
from gui.simulator.behaviour import Phone, run_of
from gui.simulator.new_tasks import NewTask, encode
from gui.simulator.population import Device, SimulatedAccount

_STRANGER = Device("emulator-5554", "sdk_gphone64", online=False)
"""Where the tasks of a world without phones have been."""
LIVE_SHARE, MAX_LIVE = 0.1, 60
UI_SCRIPTS = (
    "follow_back",
    "scrape_user",
    "super_marketing",
    "message",
    "like",
    "live_warmup",
    "boost_post",
    "关注粉丝",
)
"""Scripts of TikMatrix's own window; the API refuses them, its task list shows them."""

_TARGETS = (
    "nasa",
    "natgeo",
    "gordonramsay",
    "zachking",
    "bayashi.tiktok",
    "khaby.lame",
    "美食日记",
    "cookist.wow",
)
_CAPTIONS = (
    "New oven day #baking",
    "{Hi|Hello} from the studio",
    "看看我的新视频！#热门",
    "Behind the scenes #daily",
    "",
)
_SCRIPTS = (
    ("post",) * 5 + ("follow",) * 4 + ("account_warmup",) * 4 + ("comment",) * 3 + ("unfollow",) + ("",) * 2
)


@dataclass(frozen=True, slots=True)
class Past:
    """The phones and accounts that a history happens on, and how much of it is still going on."""

    devices: list[Device]
    accounts: list[SimulatedAccount]
    limit: int
    """How many tasks run at once."""
    speed: float


def make_history(past: Past, count: int, now: float, chance: Random) -> list[NewTask]:
    """Make ``count`` tasks, oldest first; the newest tenth, at most 60, is running or waiting."""
    live = min(int(count * LIVE_SHARE), MAX_LIVE) if past.limit else 0
    rows = list(_ended(past, count - live, chance))
    newest = max((row.end_time or 0.0 for row in rows), default=0.0)
    shift = now - newest - 30
    ended = [_shifted(row, shift) for row in rows]
    return ended + _going_on(past, live, now, chance)


def ui_task(devices: list[Device], accounts: list[SimulatedAccount], now: float, chance: Random) -> NewTask:
    """Make one task as TikMatrix's own window would, with a script that the API does not know."""
    device = chance.choice(devices or [_STRANGER])
    name = chance.choice(UI_SCRIPTS)
    arguments = {"username": _usernames(accounts).get(device.serial, ""), "count": chance.randint(1, 50)}
    return NewTask(
        name, encode(arguments), device.serial, now, source=chance.choice(("ui", None)), next_at=now
    )


def _ended(past: Past, count: int, chance: Random) -> Iterator[NewTask]:
    """Yield tasks in batches, as an operator makes them: one script on several phones at one moment."""
    devices, names = past.devices or [_STRANGER], _usernames(past.accounts)
    free_at: dict[str, float] = {}
    clock, made = 0.0, 0
    while made < count:
        clock += chance.expovariate(1 / 420)
        script = chance.choice(_SCRIPTS)
        source: str | None = "api"
        if not script:
            script, source = chance.choice(UI_SCRIPTS), chance.choice(("ui", "ui", None))
        arguments = _arguments(script, chance)
        for device in chance.sample(devices, min(len(devices), count - made, chance.randint(1, 9))):
            made += 1
            waited = max(clock + chance.uniform(0.5, 9), free_at.get(device.serial, 0.0))
            run = run_of(script, arguments, device.serial, Phone(), chance)
            free_at[device.serial] = waited + run.seconds
            yield NewTask(
                script,
                encode({**arguments, "username": names.get(device.serial, "")}),
                device.serial,
                clock,
                source=source,
                status=TaskStatus.COMPLETED if run.remark is None else TaskStatus.FAILED,
                start_time=waited,
                end_time=waited + run.seconds,
                remark=run.remark,
                retry_count=chance.choice((0, 0, 0, 1))
                if run.remark is None
                else chance.choice((0, 0, 1, 2, 3)),
            )


def _going_on(past: Past, count: int, now: float, chance: Random) -> list[NewTask]:
    names = _usernames(past.accounts)
    online = [device for device in past.devices if device.online] or past.devices or [_STRANGER]
    rows = []
    ages = sorted((chance.uniform(5, 60) for _ in range(count)), reverse=True)
    for index, age in enumerate(ages):
        device = online[index % len(online)]
        script = chance.choice(("post", "account_warmup", "account_warmup", "follow", "comment"))
        arguments = _arguments(script, chance)
        row = NewTask(
            script,
            encode({**arguments, "username": names.get(device.serial, "")}),
            device.serial,
            now - age,
            next_at=now + chance.uniform(0, 5) / past.speed,
        )
        if index < min(past.limit, len(online), count // 2 + 1):
            seconds = chance.uniform(15, 240) / past.speed
            row = replace(
                row, status=TaskStatus.RUNNING, start_time=row.create_time + 4, next_at=now + seconds
            )
        rows.append(row)
    return rows


def _shifted(row: NewTask, shift: float) -> NewTask:
    assert row.start_time is not None  # noqa: S101 - only ended tasks come here
    assert row.end_time is not None  # noqa: S101
    return replace(
        row,
        create_time=row.create_time + shift,
        start_time=row.start_time + shift,
        end_time=row.end_time + shift,
    )


def _usernames(accounts: list[SimulatedAccount]) -> dict[str, str]:
    return {a.device: a.username for a in reversed(accounts) if a.device and a.username}


def _arguments(script: str, chance: Random) -> dict[str, Any]:
    match script:
        case "post":
            return {
                "content_type": chance.choice((0, 0, 1)),
                "captions": chance.choice(_CAPTIONS),
                "upload_wait_time": 30,
            }
        case "follow" | "unfollow":
            return {"target_users": [chance.choice(_TARGETS)], "access_method": "direct"}
        case "account_warmup":
            return {
                "task_duration": chance.choice((300, 600, 900)),
                "like_probable": chance.choice((0, 20, 40)),
            }
        case "comment":
            url = f"https://www.tiktok.com/@nasa/video/{chance.randint(7 * 10**18, 75 * 10**17)}"
            return {"target_post_urls": [url], "comment_content": "Love it!\n太棒了"}
        case _:
            return {"count": chance.randint(1, 50)}
