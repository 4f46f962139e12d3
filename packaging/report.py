"""What a build says of itself: what was made, how large it is, and whether it keeps its budgets."""

import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent


class Report:
    """Prints as it goes; remembers whether anything failed."""

    def __init__(self, target: str) -> None:
        self._budgets = tomllib.loads((FOLDER / "budgets.toml").read_text(encoding="utf-8"))[target]
        self._failed = False

    def say(self, text: str) -> None:
        """Print one line at once."""
        print(text, flush=True)

    def measure(self, what: str, value: float) -> None:
        """Print a figure beside its budget."""
        budget = self._budgets[what]
        ok = value <= budget
        self._failed |= not ok
        self.say(f"{what:<14} {value:8.2f}   at most {budget:g}   {'ok' if ok else 'TOO MUCH'}")

    def check(self, what: str, ok: bool, detail: str = "") -> None:
        """Print whether something holds."""
        self._failed |= not ok
        self.say(f"{'ok    ' if ok else 'FAILED'} {what}{f': {detail}' if detail else ''}")

    def skipped(self, what: str, why: str) -> None:
        """Print what could not be tried here; that is no success."""
        self._failed = True
        self.say(f"SKIPPED {what}: {why}")

    def close(self) -> int:
        """Print the verdict; return the exit status."""
        self.say("FAILED" if self._failed else "ok")
        return 1 if self._failed else 0


def megabytes(path: Path) -> float:
    """Return the size of a file or of everything in a folder, in millions of bytes."""
    files = [path] if path.is_file() else path.rglob("*")
    return sum(each.lstat().st_size for each in files if each.is_file() and not each.is_symlink()) / 1_000_000
