"""What a start does where a panel may run already: bring that one up, ask it to close, or take its place."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer

from gui.desktop import windows_shell
from gui.desktop.instance import HERE, QUIT, RAISE, Instance, ask

PATIENCE_MS = 5_000
"""For a panel that is just closing, or busy."""
STARTING_S = 30.0
"""A panel whose lock is younger may still be starting: on a cold disk that takes its time."""
QUIT_MS = 15_000
STEP_MS = 100
RUNS = "MatrixDeck runs already on this data folder."
COMES_UP = "Its window comes up; the options of this start are not used."
DEAF = 3
"""Exit status of a start that met a panel which does not answer."""


def join(instance: Instance, root: Path, *, quietly: bool) -> int | None:
    """Bring up the window of the panel that has the folder; return the exit status.

    None: nobody has it any more, the caller has it now. ``quietly``: the other's window stays as it is.
    """
    deadline = QDeadlineTimer(PATIENCE_MS)
    if not quietly:
        windows_shell.let_others_come_forward()
    while True:
        left = max(STEP_MS, deadline.remainingTime())
        if ask(root, HERE if quietly else RAISE, timeout_ms=left) is not None:
            print(RUNS if quietly else f"{RUNS} {COMES_UP}", file=sys.stderr)  # noqa: T201 - as below
            return 0
        if instance.claim(STEP_MS):
            return None
        if deadline.hasExpired() and instance.age_s > STARTING_S:
            break
    text = (
        f"{in_use(instance)} It does not answer. Close it or, if there is no window of it, end that process; "
        "then start MatrixDeck again. Another data folder (--data-dir) can be used meanwhile."
    )
    print(text, file=sys.stderr)  # noqa: T201 - there is no window to say it in
    if not quietly:
        windows_shell.tell(text)
    return DEAF


def in_use(instance: Instance) -> str:
    """Return a sentence on who has the folder."""
    pid, host = instance.owner
    process = f" (process {pid} on {host})" if pid else ""
    return f"Another MatrixDeck{process} uses this data folder."


def report_in_use(instance: Instance) -> int:
    """Print the line of a smoke test that could not be made; return the exit status."""
    figures = ("window_ms", "first_rows_ms", "complete_ms", "plan", "device_limit", "devices", "tasks")
    report = {"ok": False, **dict.fromkeys(figures), "error": in_use(instance)}
    print(json.dumps(report), flush=True)  # noqa: T201 - the report is for standard output
    return 1


def quit_running(root: Path) -> int:
    """Ask the panel of a data folder to close and wait until it has; return the exit status."""
    if not root.is_dir():
        return 0  # nobody was ever here
    deadline = QDeadlineTimer(QUIT_MS)
    instance = Instance(root)
    who, ended = in_use(instance), windows_shell.ends(instance.owner[0])
    asked = False
    while not deadline.hasExpired():
        asked = asked or ask(root, QUIT) is not None
        if instance.claim(STEP_MS):
            if ask(root, HERE) is None:
                break
            time.sleep(STEP_MS / 1000)  # it runs without a lock, so there is none to wait for
    instance.release()
    if not deadline.hasExpired() and ended(deadline.remainingTime()):
        return 0
    print(f"{who} It did not close.", file=sys.stderr)  # noqa: T201 - the command line's answer
    return 1
