"""From the start of a process to its first picture, against a bare window of the same Qt."""

from collections.abc import Iterator

from tests.bench.figures import Figure, median
from tests.bench.processes import PanelProcess, bare_window
from tests.bench.run import Run


def start(run: Run) -> Iterator[Figure]:
    """Whole fresh processes in turns, so that whatever slows the machine slows all of them alike."""
    bare, looped, least, windows, rows = [], [], [], [], []
    for _ in range(run.repeats + 2):
        with bare_window() as process:
            bare.append(process.mark("window"))
        with bare_window("loop") as process:
            looped.append(process.mark("window"))
        with bare_window(run.world.url) as process:
            least.append(process.mark("rows"))
        with PanelProcess(run.world.url) as panel:
            windows.append(panel.mark("window"))
            rows.append(panel.mark("rows"))
    yield Figure("start: bare PySide6 window", run.rows, median(bare), "ms")
    yield Figure("start: first window", run.rows, median(windows), "ms")
    yield Figure("start: first rows painted", run.rows, median(rows), "ms")
    yield Figure("start: first window / bare window", run.rows, _ratio(windows, bare), "x", 1.6)
    yield Figure("start: first rows / bare window", run.rows, _ratio(rows, bare), "x", 2.2)
    yield Figure("start: bare window in asyncio's loop / bare", run.rows, _ratio(looped, bare), "x")
    yield Figure("start: bare window + qasync + httpx + a page / bare", run.rows, _ratio(least, bare), "x")
    yield Figure("start: first rows / bare one with a page", run.rows, _ratio(rows, least), "x")


def _ratio(values: list[float], bases: list[float]) -> float:
    return median([value / base for value, base in zip(values, bases, strict=True)])
