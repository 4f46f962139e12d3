"""The same with a panel that is killed at random moments, as a process of its own on one data folder."""

import asyncio
import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any, Self

from tests.never_twice import headless
from tests.never_twice.headless import Operator
from tests.never_twice.submissions import ROUNDS

LONGEST_LIFE_S = 0.9
START_S = 60.0
BATCH = 6


def run(
    url: str, book: Path, serials: list[str], amounts: tuple[int, int], seed: int
) -> tuple[list[dict[str, Any]], list[str]]:
    """Return what the panel says in the end, and what crashed. ``amounts``: submissions and kills."""
    submissions, kills = amounts
    chance = Random(seed)
    crashes: list[str] = []
    each = max(1, submissions // max(1, kills))
    for life in range(kills):
        with _Child(url, book, serials, each, seed + life) as child:
            child.wait_until_begun()
            time.sleep(chance.uniform(0, LONGEST_LIFE_S))
            crashes += child.kill()
    with _Child(url, book, serials, 0, seed + kills) as last:
        report, told = last.end()
    return report, crashes + told


class _Child:
    def __init__(self, *arguments: Any) -> None:
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.never_twice.kills",
                json.dumps([str(each) if isinstance(each, Path) else each for each in arguments]),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def wait_until_begun(self) -> None:
        assert self._process.stdout is not None
        self._process.stdout.readline()

    def kill(self) -> list[str]:
        """Kill it; return why it had ended by itself, where it had."""
        ended = self._process.poll()
        self._process.kill()
        out, errors = self._process.communicate()
        done = ended == 0 and out.strip()
        return [] if ended is None or done else [f"ended with {ended}: {errors[-2000:]}"]

    def end(self) -> tuple[list[dict[str, Any]], list[str]]:
        out, errors = self._process.communicate(timeout=START_S + 240)
        lines = out.splitlines()
        if self._process.returncode or len(lines) < 2:
            return [], [f"the last one ended with {self._process.returncode}: {errors[-2000:]}"]
        told = json.loads(lines[-1])
        return told["report"], told["crashes"]


def main() -> None:
    """Be one life of the panel: go on where the last one was killed, submit some more, tell the end."""
    url, book, serials, count, seed = json.loads(sys.argv[1])

    async def work(operator: Operator) -> list[dict[str, Any]]:
        batches = operator.host.batches
        async with asyncio.timeout(START_S):
            while operator.host.api is None or not batches.is_read:  # noqa: ASYNC110 - as an operator looks
                await asyncio.sleep(headless.POLL_S)
        operator.begin_after(_last_number(operator))
        _tell({"begun": True})
        for start in range(0, count, BATCH):
            operator.submit(min(BATCH, count - start), serials)
        await operator.settle_all()
        for _ in range(ROUNDS if not count else 0):
            operator.send_again()
            await operator.settle_all()
        return operator.report()

    report, crashes = headless.run(url, Path(book), work, seed=seed)
    _tell({"report": report, "crashes": crashes})


def _tell(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def _last_number(operator: Operator) -> int:
    names = [each.request.script_config["target_users"][0] for each in operator.requests]
    return max((int(name[1:].partition(".")[0]) for name in names), default=0)


if __name__ == "__main__":
    main()
