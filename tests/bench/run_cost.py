"""What the panel costs a PC that it runs on all day: memory, processor time, and what grows."""

import time
from collections.abc import Iterator

from tests.bench.figures import Figure, median
from tests.bench.processes import PanelProcess
from tests.bench.run import Run
from tests.bench.world import Churn

_MIB = 1024
_PSS_BUDGET = {10_000: 110.0, 100_000: 220.0}
_SLOPE_BUDGET = 50.0
"""KiB in 1,000 ticks: 1 MiB in all 20,000, which is what an allocator's own unrest amounts to."""
_LIVE_S, _HIDDEN_S = 25.0, 36.0


def memory(run: Run) -> Iterator[Figure]:
    """A fresh panel that has read everything and then stood still."""
    found = []
    for _ in range(1 if run.quick else 3):
        with PanelProcess(run.world.url) as panel:
            panel.settled()
            time.sleep(3)
            found.append(panel.ask("memory"))
    if None in found:
        yield Figure("memory: PSS of the panel", run.rows, None, "MiB", _PSS_BUDGET.get(run.rows))
        return
    pss = median([each["Pss"] for each in found]) / _MIB
    private = median([each["Private_Clean"] + each["Private_Dirty"] for each in found]) / _MIB
    yield Figure("memory: PSS of the panel", run.rows, pss, "MiB", _PSS_BUDGET.get(run.rows))
    yield Figure("memory: private to the panel", run.rows, private, "MiB")


def idle(run: Run) -> Iterator[Figure]:
    """20 tasks run, nothing changes: a poll a second while seen, less while hidden."""
    seconds = _LIVE_S / 2 if run.quick else _LIVE_S
    with PanelProcess(run.world.url) as panel:
        panel.settled()
        time.sleep(3)
        yield Figure("idle: window shown", run.rows, _share(panel, seconds), "% of a core", 1.0)
        panel.ask("hide")
        time.sleep(1)
        yield Figure("idle: window hidden", run.rows, _share(panel, _HIDDEN_S), "% of a core", 0.2)


def _share(panel: PanelProcess, seconds: float) -> float:
    began, before = time.perf_counter(), panel.ask("processor_seconds")
    time.sleep(seconds)
    spent = panel.ask("processor_seconds") - before
    return float(spent / (time.perf_counter() - began) * 100)


def growth(run: Run) -> Iterator[Figure]:
    """Poll after poll without a pause, while the newest page changes twice a second."""
    warm_up = max(200, run.ticks // 20)
    with PanelProcess(run.world.url) as panel, Churn(run.world, every_s=0.5):
        panel.settled()
        panel.ask("ticks", count=warm_up, every=warm_up)
        before = panel.ask("things")
        began = time.perf_counter()
        samples = panel.ask("ticks", count=run.ticks, every=max(1, run.ticks // 100))
        took = time.perf_counter() - began
        after = panel.ask("things")
    name = f"growth in {run.ticks:,} ticks: "
    yield Figure(name + "a tick", run.rows, took / run.ticks * 1000, "ms")
    slope = _slope(samples) * 1000 if samples else None
    yield Figure(name + "resident memory", run.rows, slope, "KiB/1k ticks", _SLOPE_BUDGET)
    for what, count in before.items():
        grown = None if count is None else float(after[what] - count)
        yield Figure(name + what, run.rows, grown, "", None if what == "Python objects" else 0)


def _slope(samples: list[list[int]]) -> float:
    """How much the values rise a step, by least squares over the latter half."""
    samples = samples[len(samples) // 2 :]
    middle = sum(x for x, _ in samples) / len(samples)
    mean = sum(y for _, y in samples) / len(samples)
    spread = sum((x - middle) ** 2 for x, _ in samples) or 1
    return sum((x - middle) * (y - mean) for x, y in samples) / spread
