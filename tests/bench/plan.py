"""What is measured, in which order, at which sizes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.bench import run_cost, run_start, run_sync, run_table
from tests.bench.figures import Figure
from tests.bench.run import Run


@dataclass(frozen=True)
class Topic:
    name: str
    measure: Callable[[Run], Iterator[Figure]]
    rows: Sequence[int] = ()
    """At these sizes only; empty: at all."""


TOPICS = [
    Topic("simulator", run_sync.simulator),
    Topic("sync", run_sync.first_picture),
    Topic("gaps", run_table.gaps),
    Topic("sort", run_table.sort),
    Topic("typing", run_table.typing),
    Topic("memory", run_cost.memory),
    Topic("idle", run_cost.idle, (10_000,)),
    Topic("growth", run_cost.growth, (1_000,)),
    Topic("start", run_start.start, (10_000,)),
    Topic("requests", run_sync.requests),  # last: it leaves another world behind
]
__all__ = ["TOPICS", "Run", "Topic"]
