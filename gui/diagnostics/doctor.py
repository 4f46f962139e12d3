"""The ``doctor`` command: what the panel would find, step by step, with one suggested fix where it stops."""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from typing import TextIO, TypeVar

from gui.api.adb import adb_devices
from gui.api.address import parse_url
from gui.api.client import LocalApi
from gui.api.discovery import SETTINGS, Found, candidates, discover, is_tikmatrix
from gui.api.errors import ApiError, NotFound, PlanRefused
from gui.api.request_log import RequestLog
from gui.api.schemas import License

Result = TypeVar("Result")

NEEDED = ("port source", "reachable", "license", "stats", "first page")
_MARKS = {True: "ok", False: "FAIL", None: "-"}


@dataclass(frozen=True, slots=True)
class Step:
    """One finding."""

    step: str
    ok: bool | None
    """None: not tried, or not needed and not there."""
    ms: float
    verdict: str
    fix: str = ""


def run(url: str, saved_url: str, as_json: bool) -> int:
    """Examine, print to stdout as a table or one JSON object, return 0 when the panel can work, else 1."""
    found, steps = asyncio.run(examine(url, saved_url))
    can_work = all(step.ok for step in steps if step.step in NEEDED)
    if as_json:
        address = {"url": found.url, "source": found.source} if found else {"url": url, "source": ""}
        text = json.dumps({"ok": can_work, **address, "steps": [asdict(step) for step in steps]})
    else:
        text = _table(steps, can_work=can_work)
    say(text)
    return 0 if can_work else 1


def say(text: str, stream: TextIO | None = None) -> None:
    """Write a text to standard output, or to another stream; to nobody where there is no console."""
    stream = stream or sys.stdout
    if stream is not None:
        # A console may not know the letters that a server or a path is written in.
        encoding = stream.encoding or "utf-8"
        stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
        stream.flush()


async def examine(
    url: str = "", saved_url: str = "", *, steps: list[Step] | None = None, log: RequestLog | None = None
) -> tuple[Found | None, list[Step]]:
    """Return the address that the panel would use, None if there is none, and the findings in order.

    ``steps`` gets the findings as they come, ``log`` the requests.
    """
    steps = [] if steps is None else steps
    log = RequestLog() if log is None else log
    began = time.perf_counter()
    try:
        tried = candidates(url, saved_url)
    except ValueError as error:
        fix = "Give --url as host and port, for example http://localhost:50809."
        steps += [Step("port source", False, _ms(began), str(error), fix), *_untried(NEEDED[1:])]
        steps += [*_untried(("accounts",)), await _adb()]
        return None, steps
    read_ms, began = _ms(began), time.perf_counter()
    found = await discover(url, saved_url, log=log)
    places = ", ".join(f"{one.source} {'starting' if one.starting else one.url}" for one in tried)
    chosen = f"{found.url} from {found.source} (tried: {places})"
    steps.append(Step("port source", True, read_ms, chosen, _saved_fault(url, saved_url)))
    steps.append(_reachable(found, began))
    if steps[-1].ok:
        await _ask(found, steps, log)
    else:
        steps += _untried((*NEEDED[2:], "accounts"))
    steps.append(await _adb())
    return found, steps


def _saved_fault(url: str, saved_url: str) -> str:
    if url.strip() or not saved_url.strip():
        return ""
    try:
        parse_url(saved_url)
    except ValueError as error:
        return f"The {SETTINGS} name an address that was passed over. {error}"
    return ""


def _reachable(found: Found, began: float) -> Step:
    answer = found.answer
    if answer is not None and is_tikmatrix(answer):
        return Step("reachable", True, _ms(began), f"TikMatrix answers at {found.url}")
    if found.starting:
        return Step("reachable", False, _ms(began), "TikMatrix is starting", "Wait a moment, then try again.")
    error = answer if isinstance(answer, ApiError) else ApiError()
    return Step("reachable", False, _ms(began), str(error), error.remedy)


async def _ask(found: Found, steps: list[Step], log: RequestLog) -> None:
    """Put the questions that the panel's first picture consists of."""
    api = LocalApi(found.url, log=log)
    try:
        steps.append(await _timed("license", api.license_check, _plan_words))
        steps.append(
            await _timed(
                "stats",
                api.task_stats,
                lambda s: f"{s.total} tasks, {s.running} running, {s.pending} waiting",
            )
        )
        steps.append(
            await _timed(
                "first page",
                api.list_tasks,
                lambda p: f"{len(p.tasks)} of {p.total} tasks, {p.broken} unreadable",
            )
        )
        steps.append(await _timed("accounts", api.accounts, lambda p: f"{p.total} accounts"))
    finally:
        await api.aclose()


async def _timed(step: str, ask: Callable[[], Awaitable[Result]], words: Callable[[Result], str]) -> Step:
    began = time.perf_counter()
    try:
        result = await ask()
        return Step(step, True, _ms(began), words(result))
    except NotFound:
        return Step(
            step,
            None if step == "accounts" else False,
            _ms(began),
            "this TikMatrix has no such endpoint",
            "Update TikMatrix.",
        )
    except ApiError as error:
        return Step(step, False, _ms(began), str(error), error.remedy)


def _plan_words(plan: License) -> str:
    if not plan.api_enabled:
        raise PlanRefused(f"{plan.plan_name}: {plan.message}".rstrip(": "), license=plan)
    return f"plan {plan.plan_name}, {plan.device_limit} tasks at once"


async def _adb() -> Step:
    began = time.perf_counter()
    devices = await adb_devices()
    if devices is None:
        fix = "Not needed. With one running, the device list knows models and who is offline."
        return Step("adb server", None, _ms(began), "no ADB server runs on port 5037", fix)
    usable = sum(device.state == "device" for device in devices)
    return Step("adb server", True, _ms(began), f"{len(devices)} phones, {usable} usable")


def _untried(names: tuple[str, ...]) -> list[Step]:
    return [Step(name, None, 0.0, "not tried") for name in names]


def _ms(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 1)


def _table(steps: list[Step], *, can_work: bool) -> str:
    lines = []
    for step in steps:
        lines.append(f"{step.step:<12} {_MARKS[step.ok]:<5} {step.ms:>8.1f} ms  {step.verdict}")
        if step.fix:
            lines.append(f"{'':<30} > {step.fix}")
    lines.append("The panel can work." if can_work else "The panel cannot work yet.")
    return "\n".join(lines)
