"""The command line of the benchmark."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import figures
from tests.bench.figures import Figure
from tests.bench.plan import TOPICS, Run
from tests.bench.world import World


def main() -> int:
    options = _parser().parse_args()
    if not options.json:
        figures.tell(figures.HEADING)
    found = []
    for figure in measure(options):
        found.append(figure)
        if not options.json:
            figures.tell(figures.as_line(figure))
    if options.json:
        figures.tell(figures.as_json(found))
        return 0
    missed = sum(figure.ok is False for figure in found)
    judged = sum(figure.ok is not None for figure in found)
    figures.tell(f"{judged - missed} of {judged} budgets met" + (f", {missed} MISSED" if missed else ""))
    return 0


def measure(options: argparse.Namespace) -> Iterator[Figure]:
    """Size by size, each with one simulator that every topic shares."""
    with tempfile.TemporaryDirectory(prefix="matrixdeck-bench-") as folder:
        for rows in options.rows:
            topics = [
                topic
                for topic in TOPICS
                if (not options.only or topic.name in options.only) and rows in (topic.rows or [rows])
            ]
            if not topics:
                continue
            with World(Path(folder), rows) as world:
                run = Run(world, rows, options.quick, options.ticks)
                for topic in topics:
                    yield from topic.measure(run)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description="Measures the panel against the simulator. Ends with 0 also where a budget is missed.",
    )
    parser.add_argument("--json", action="store_true", help="print one list of figures")
    parser.add_argument(
        "--rows", type=_rows, default=[1_000, 10_000, 100_000], metavar="N,N", help="sizes of the task list"
    )
    parser.add_argument(
        "--only", action="append", choices=[t.name for t in TOPICS], help="measure only this; may be repeated"
    )
    parser.add_argument("--quick", action="store_true", help="shorter and coarser, for a first look")
    parser.add_argument("--ticks", type=int, default=0, metavar="N", help="ticks to look for growth in")
    return parser


def _rows(text: str) -> list[int]:
    return [int(part.replace("_", "")) for part in text.split(",")]


if __name__ == "__main__":
    sys.exit(main())
