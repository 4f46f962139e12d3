"""How much later the frozen program shows its first window than the source does, measured in turns."""

import json
import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from report import Report

STARTS = 7
START_S = 60
"""The longest that one start may take before it counts as hung."""


def measure(frozen: Path, python: Path, root: Path, report: Report) -> None:
    """Report the ratio of the medians; both starts run the demo without a screen."""
    source = [str(python), "-m", "gui"]
    for command in ([str(frozen)], source):
        first_window(command, root)  # what a first start compiles and reads from the disk is not compared
    frozen_s, source_s = [], []
    for _ in range(STARTS):
        frozen_s.append(first_window([str(frozen)], root))
        source_s.append(first_window(source, root))
    ms = [statistics.median(seconds) * 1000 for seconds in (frozen_s, source_s)]
    report.say(f"start    {ms[0]:.0f} ms frozen, {ms[1]:.0f} ms from source: medians of {STARTS}, in turns")
    report.measure("start_ratio", ms[0] / ms[1])


def first_window(command: Sequence[str], folder: Path) -> float:
    """Return the seconds from the start of the process to its first painted window. Raises SystemExit."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    surroundings["QT_QPA_PLATFORM"] = "offscreen"
    began = time.time()
    done = subprocess.run(
        [*command, "--demo", "--smoke-test"],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=START_S,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{command[0]} did not start: {(done.stdout + done.stderr)[-2000:]}")
    return float(json.loads(done.stdout)["window_at"]) - began
