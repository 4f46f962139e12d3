"""Many submissions through a line that breaks, in one run of the panel."""

from pathlib import Path
from random import Random
from typing import Any

from tests.never_twice import headless
from tests.never_twice.headless import Operator

ROUNDS = 2
"""How often what the panel says does not exist is sent again."""


def submit_all(
    url: str, book: Path, serials: list[str], count: int, seed: int
) -> tuple[list[dict[str, Any]], list[str]]:
    """Submit requests in batches of a few; return what the panel says in the end, and what crashed."""
    chance = Random(seed)

    async def work(operator: Operator) -> list[dict[str, Any]]:
        left = count
        while left:
            size = min(left, chance.randint(1, 8))
            await operator.settle(operator.submit(size, serials))
            left -= size
        for _ in range(ROUNDS):
            operator.send_again()
            await operator.settle_all()
        return operator.report()

    return headless.run(url, book, work, seed=seed)
