"""How long the window keeps a person waiting."""

from collections.abc import Iterator

from tests.bench.figures import Figure, median, percentile
from tests.bench.processes import PanelProcess
from tests.bench.run import Run
from tests.bench.world import Churn

_MAX_BUDGET = {10_000: 33.0, 100_000: 50.0}
_COLUMNS = ("REMARK", "START", "ACCOUNT", "ELAPSED", "DEVICE", "SCRIPT")
_WORDS = ("failed", "warmup", "maria")


def gaps(run: Run) -> Iterator[Figure]:
    """Ten changing pages a second, read by the real panel, which shows them sorted and filtered."""
    p99_budget = 8.0 if run.rows in _MAX_BUDGET else None
    for column in ("REMARK", "ELAPSED"):
        with PanelProcess(run.world.url) as panel:
            panel.settled()
            panel.ask("poll_every", seconds=0.09)
            panel.ask("arrange", column=column, statuses=[2, 3], text="a")
            with Churn(run.world):
                panel.ask("gaps", seconds=1)
                found = [panel.ask("gaps", seconds=run.seconds) for _ in range(1 if run.quick else 3)]
        name = f"UI gap, 10 pages/s, by {column.title()}: "
        times = [each["gaps"] for each in found]
        changed = median([each["changed"] for each in found]) / run.seconds
        yield Figure(name + "changes seen", run.rows, changed, "tasks/s")
        yield Figure(name + "p50", run.rows, median([percentile(t, 0.5) for t in times]), "ms")
        yield Figure(name + "p99", run.rows, median([percentile(t, 0.99) for t in times]), "ms", p99_budget)
        yield Figure(name + "max", run.rows, median([max(t) for t in times]), "ms", _MAX_BUDGET.get(run.rows))
        # Without the time that other processes had the core: what is left on a PC with nothing else to do.
        own = [each["own"] for each in found]
        yield Figure(name + "own work, p99", run.rows, median([percentile(t, 0.99) for t in own]), "ms")
        yield Figure(name + "own work, max", run.rows, median([max(t) for t in own]), "ms")


def sort(run: Run) -> Iterator[Figure]:
    """Click on one heading after the other; the worst column counts."""
    found: dict[str, list[dict[str, float]]] = {column: [] for column in _COLUMNS}
    with PanelProcess(run.world.url) as panel:
        panel.settled()
        for _ in range(run.repeats):
            for column in _COLUMNS:
                found[column].append(panel.ask("sort", column=column))
    budgets = (150.0, 33.0) if run.rows == 100_000 else (None, None)
    for what, title, budget in zip(("ms", "gap"), ("result painted", "longest UI gap"), budgets, strict=True):
        value, column = max((median([each[what] for each in found[c]]), c) for c in _COLUMNS)
        yield Figure(f"sort by a new column: {title} ({column.title()})", run.rows, value, "ms", budget)


def typing(run: Run) -> Iterator[Figure]:
    """Words typed into the search box, 120 ms between two keys."""
    found = []
    with PanelProcess(run.world.url) as panel:
        panel.settled()
        for _ in range(1 if run.quick else 2):
            found += [panel.ask("type_text", text=word) for word in _WORDS]
    budget = 50.0 if run.rows == 100_000 else None
    keys = [key for each in found for key in each["keys"]]
    yield Figure("typing: a key painted, median", run.rows, median(keys), "ms")
    yield Figure("typing: a key painted, slowest", run.rows, max(keys), "ms", budget)
    yield Figure("typing: longest UI gap", run.rows, max(each["gap"] for each in found), "ms")
    result = median([each["result"] for each in found])
    yield Figure("typing: result after the last key", run.rows, result, "ms")
