"""How long each script takes on a phone, how often it fails, and what TikMatrix then writes into the remark.

The figures are guesses (50 %), made to look like a rack of real phones.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

OFFLINE_REMARKS = ("device offline", "设备离线", "adb: device '{serial}' not found")
LOGGED_OUT_REMARKS = ("account not logged in", "账号未登录，请先登录")
STOPPED_REMARK = "Stopped by user"
INTERRUPTED_REMARK = "Interrupted: TikMatrix was closed while the task ran"
LOG_RATE = 0.04
"""Share of failures whose remark is a whole log instead of a sentence."""
MAX_REMARK = 4000

_COMMON = (
    "element not found: home tab",
    "network timeout, please check the proxy",
    "网络超时，请检查代理",
    "app is not responding",
    "uiautomator server disconnected",
    "应用崩溃，已重启",
    "captcha required",
    "需要验证码",
)


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One script on a phone."""

    seconds: tuple[float, float]
    """Shortest and longest time of a run that succeeds."""
    failure_rate: float
    remarks: tuple[str, ...]
    """What its own failures say."""


BEHAVIOURS: dict[str, Behaviour] = {
    "post": Behaviour(
        (70, 240),
        0.14,
        (
            "element not found: publish button",
            "未找到发布按钮",
            "material is empty",
            "素材库为空，请先添加素材",
            "upload did not finish in time",
            "video is too long for this account",
        ),
    ),
    "follow": Behaviour(
        (18, 55),
        0.08,
        (
            "user not found: {target}",
            "用户不存在：{target}",
            "follow limit reached",
            "关注太频繁，请稍后再试",
        ),
    ),
    "unfollow": Behaviour(
        (15, 40), 0.06, ("user not found: {target}", "not following {target}", "未关注该用户")
    ),
    "account_warmup": Behaviour(
        (580, 640), 0.07, ("no video is playing", "视频加载失败", "live room opened by mistake")
    ),
    "comment": Behaviour(
        (20, 60),
        0.11,
        ("comments are turned off", "该视频已关闭评论", "video is not available", "评论发送失败"),
    ),
    "login": Behaviour(
        (35, 120), 0.22, ("wrong password", "密码错误", "verification code not received", "登录失败")
    ),
    "match_accounts": Behaviour((12, 45), 0.04, ("no account on this device", "该设备没有账号")),
    "profile": Behaviour(
        (40, 110), 0.12, ("nickname was changed less than 7 days ago", "昵称7天内只能修改一次")
    ),
}
OTHER = Behaviour((30, 180), 0.1, ("task failed", "执行失败"))
"""Scripts that only TikMatrix's own window starts."""


@dataclass(frozen=True, slots=True)
class Phone:
    """What a run finds: is the device there, is its account logged in."""

    online: bool = True
    logged_in: bool = True


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a task: how long it lasts at speed 1, and why it fails; no remark means success."""

    seconds: float
    remark: str | None


def run_of(script_name: str, arguments: Mapping[str, Any], serial: str, phone: Phone, chance: Random) -> Run:
    """Draw one run. The same chance gives the same run."""
    behaviour = BEHAVIOURS.get(script_name, OTHER)
    lowest, highest = behaviour.seconds
    seconds = chance.uniform(lowest, highest)
    duration = arguments.get("task_duration")
    if script_name == "account_warmup" and isinstance(duration, int):
        seconds = duration * chance.uniform(1.0, 1.04)
    fails = chance.random() < behaviour.failure_rate
    part = chance.uniform(0.05, 0.9)
    if not phone.online:
        return Run(chance.uniform(0.5, 2.5), chance.choice(OFFLINE_REMARKS).format(serial=serial))
    if not phone.logged_in and script_name not in {"login", "match_accounts"}:
        return Run(chance.uniform(4, 15), chance.choice(LOGGED_OUT_REMARKS))
    if not fails:
        return Run(seconds, None)
    sentence = chance.choice(behaviour.remarks if chance.random() < 0.7 else _COMMON)
    sentence = sentence.format(target=target_of(arguments))
    return Run(seconds * part, _log(sentence, serial, chance) if chance.random() < LOG_RATE else sentence)


def target_of(arguments: Mapping[str, Any]) -> str:
    """Return the user or address that a task is for; empty for none."""
    for key in ("target_users", "target_post_urls"):
        targets = arguments.get(key)
        if isinstance(targets, list) and targets:
            return str(targets[0])
    return ""


def arguments_of(text: object) -> dict[str, Any]:
    """Read ``script_args``; anything but a JSON object counts as an empty one."""
    try:
        found = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _log(sentence: str, serial: str, chance: Random) -> str:
    lines = [sentence]
    steps = ("dump window hierarchy", "tap (540, 2210)", "swipe up", "wait for element 2000 ms", "press back")
    length = chance.choice((600, 1500, MAX_REMARK))
    while sum(map(len, lines)) + len(lines) < length:
        result = chance.choice(("ok", "retry", "失败"))
        lines.append(f"[{serial}] step {len(lines)}: {chance.choice(steps)} -> {result}")
    return "\n".join(lines)[:length]
