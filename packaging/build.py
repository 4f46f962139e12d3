"""Builds what users download: ``uv run --group packaging python packaging/build.py TARGET [--smoke]``.

Everything lands in ``dist/``, with a bill of materials and with the sums of all in SHA256SUMS. With
``--smoke`` it is installed, started and removed as a user would.
"""

import argparse
import importlib
import sys
from pathlib import Path

import checksums
from freeze import ROOT
from report import Report

HERE = Path(__file__).parent
TARGETS = tuple(sorted(path.parent.name for path in HERE.glob("*/package.py")))
"""One folder a system; each has ``package.build(report)``, which returns None where it cannot be tried, and
``smoke.run(built, report)``."""


def main() -> int:
    """Build one target; return the exit status."""
    parser = argparse.ArgumentParser(description="Build what users download.")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--smoke", action="store_true", help="install it, start it, remove it")
    arguments = parser.parse_args()
    report = Report(arguments.target)
    built = importlib.import_module(f"{arguments.target}.package").build(report)
    if built is not None:
        checksums.write(ROOT / "dist")
    if built is not None and arguments.smoke:
        importlib.import_module(f"{arguments.target}.smoke").run(built, report)
    return report.close()


if __name__ == "__main__":
    sys.exit(main())
