"""One measured figure, and how a list of them is printed."""

import json
import statistics
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """``budget`` None: told without being judged. ``value`` None: could not be measured on this system."""

    measure: str
    rows: int
    value: float | None
    unit: str
    budget: float | None = None

    @property
    def ok(self) -> bool | None:
        """Whether the budget is met; None where there is nothing to judge."""
        if self.budget is None or self.value is None:
            return None
        return self.value <= self.budget


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def percentile(values: Sequence[float], part: float) -> float:
    """The smallest value that at least this part of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def as_json(figures: Iterable[Figure]) -> str:
    return json.dumps([{**asdict(figure), "ok": figure.ok} for figure in figures], indent=1)


def as_line(figure: Figure) -> str:
    word = {None: "", True: "ok", False: "MISSED"}[figure.ok]
    value = "not measured here" if figure.value is None else _number(figure.value)
    budget = "" if figure.budget is None else f"<= {_number(figure.budget)}"
    columns = f"{figure.measure:<54} {figure.rows:>7,} {value:>10} {figure.unit:<13} {budget:>9}  {word}"
    return columns.rstrip()


HEADING = f"{'measure':<54} {'rows':>7} {'value':>10} {'unit':<13} {'budget':>9}"


def _number(value: float) -> str:
    if value == int(value) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 20 else f"{value:.2f}"
