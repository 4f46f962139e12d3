"""Pins what a build installs: ``uv run python packaging/constraints.py`` takes the newest allowed.

It writes every version with its hashes, for each Python and system at once: ``constraints.txt`` is what the
program is frozen from and with, ``constraints-sbom.txt`` what lists its parts afterwards.
``uv pip install --require-hashes -r FILE`` installs exactly that, from whichever index is set up.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
FILES = {
    "constraints.txt": ("--no-default-groups", "--group", "packaging"),
    "constraints-sbom.txt": ("--only-group", "sbom"),
}
# Names, versions, markers and hashes only: nothing that tells where they were resolved.
BARE = ("--no-emit-project", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links")


def main() -> int:
    """Write every file; return the exit status."""
    for name, groups in FILES.items():
        path = FOLDER / name
        command = ["uv", "export", "--quiet", "--upgrade", *groups, *BARE, "--output-file", str(path)]
        subprocess.run(command, cwd=FOLDER.parent, check=True)
        print(f"{name}: {path.read_text(encoding='utf-8').count('==')} versions")
    return 0


if __name__ == "__main__":
    sys.exit(main())
