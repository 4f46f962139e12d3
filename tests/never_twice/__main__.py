"""The command line of the check; see the package."""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.conftest import SimulatorProcess
from tests.faults import Fault, FaultProxy
from tests.never_twice import headless, kills
from tests.never_twice.judge import judge
from tests.never_twice.submissions import submit_all

COMMANDS = (
    Fault.PASS,
    Fault.RESET_EARLY,
    Fault.RESET_LATE,
    Fault.RESET_MID_BODY,
    Fault.TRUNCATE,
    Fault.BLACK_HOLE,
    Fault.STALL,
    Fault.LATE,
    Fault.TWICE,
    Fault.TWICE_CUT,
    Fault.DUPLICATE,
    Fault.GARBAGE,
    Fault.GARBAGE_LATE,
    Fault.CORRUPT,
)
READS = (Fault.RESET_EARLY, Fault.RESET_MID_BODY, Fault.GARBAGE, Fault.TRUNCATE, Fault.CORRUPT)
READS_THAT_BREAK = 0.03


class Weather:
    """Draws the fault of each request, the same for the same seed and order of requests."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def __call__(self, line: str) -> Fault:
        if line.startswith("POST"):
            return self._random.choice(COMMANDS)
        return self._random.choice(READS) if self._random.random() < READS_THAT_BREAK else Fault.PASS


def main() -> int:
    parser = argparse.ArgumentParser("tests.never_twice", description=__doc__)
    parser.add_argument("--submissions", type=int, help="requests to send (default: 1000, or 3 a kill)")
    parser.add_argument("--kills", type=int, default=0, help="times to kill the panel (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="for the faults and the moments of the kills")
    parser.add_argument("--json", action="store_true", help="print the figures and nothing else")
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="never-twice-") as folder:
        submissions = options.submissions or 3 * options.kills or 1000
        figures = run(Path(folder), submissions, options.kills, options.seed)
    if not options.json:
        took = f"{time.monotonic() - began:.0f} s, the panel says {figures['states']}"
        sys.stderr.write("\n".join([took, *figures["wrong"]]) + "\n")
    shown = {name: value for name, value in figures.items() if name not in {"states", "wrong"}}
    sys.stdout.write(json.dumps(shown) + "\n")
    bad = ("duplicated", "misreported", "unknown_without_evidence", "crashes")
    return int(any(figures[name] for name in bad))


def run(folder: Path, submissions: int, killed: int, seed: int) -> dict:
    """Run the check in a folder of its own; return its figures."""
    server = SimulatorProcess(folder / "world.db", "--seed", str(seed), "--tasks", "0", "--speed", "0.01")
    try:
        serials = [row[0] for row in server.rows("SELECT serial FROM devices ORDER BY serial")]
        weather = Weather(seed)
        with FaultProxy(server.port, late_s=headless.LATE_S, seed=seed, choose=weather) as proxy:
            book = folder / "batches.sqlite"
            if killed:
                report, crashes = kills.run(proxy.url, book, serials, (submissions, killed), seed)
            else:
                report, crashes = submit_all(proxy.url, book, serials, submissions, seed)
            figures = judge(server.db, report, tuple(proxy.posts))
    finally:
        server.stop()
    return {**figures, "crashes": len(crashes), "wrong": figures["wrong"] + crashes}


if __name__ == "__main__":
    sys.exit(main())
