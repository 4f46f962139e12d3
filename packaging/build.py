"""Builds what users download: ``uv run --group packaging python packaging/build.py linux [--smoke]``.

Everything lands in ``dist/``; with ``--smoke`` it is installed, started and removed as a user would.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from linux import package, smoke
from report import Report


def main() -> int:
    """Build one target; return the exit status."""
    parser = argparse.ArgumentParser(description="Build what users download.")
    parser.add_argument("target", choices=("linux",))
    parser.add_argument("--smoke", action="store_true", help="install it, start it, remove it")
    arguments = parser.parse_args()
    report = Report(arguments.target)
    built = package.build(report)
    if arguments.smoke:
        smoke.run(built, report)
    return report.close()


if __name__ == "__main__":
    sys.exit(main())
