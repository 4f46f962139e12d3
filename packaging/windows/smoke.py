"""Installs the program as a user would, starts it, installs over it while it runs, and removes it."""

from report import Report

from windows import debian
from windows.package import BUILD, Built, machine
from windows.trial import Trial
from windows.wine import Wine

PICTURE = BUILD / "installed.png"


def run(built: Built, report: Report) -> None:
    """Try everything; on a Windows where MatrixDeck is installed already, nothing."""
    try:
        with machine(report) as windows:
            trial = Trial(windows, built.setup, report)
            if trial.is_in_use():
                why = "somebody uses MatrixDeck here: it would be replaced, and its data deleted"
                report.skipped("the installer for Windows", why)
                return
            _use(trial)
            if isinstance(windows, Wine):
                _misuse(trial, windows)
            else:
                report.say("A full disk and a read-only folder are tried under wine only.")
    except debian.CannotMakeError as error:
        report.skipped("the installer for Windows", str(error))


def _use(trial: Trial) -> None:
    usual = f"{trial.local}\\Programs\\MatrixDeck"
    odd = f"{trial.local}\\Matrix Deck 矩阵"
    trial.installs(odd, f"/DIR={odd}", "/LANG=zh")
    trial.starts(odd)
    trial.is_removed(odd)
    trial.installs(usual, "/TASKS=desktop,signin")
    trial.starts(usual, PICTURE)
    trial.is_found(usual)
    trial.is_one(usual)
    trial.is_upgraded(usual)
    trial.leaves_a_strange_panel_alone(usual)
    trial.is_mended(usual)
    trial.is_removed(usual)
    trial.leaves_the_users_data()
    trial.installs(usual)
    trial.is_one(usual)
    trial.is_removed(usual, "/PURGE")  # with that panel running
    trial.leaves_nothing()


def _misuse(trial: Trial, wine: Wine) -> None:
    small, closed = f"{trial.local}\\small disk", f"{trial.local}\\read only"
    wine.mount(small, "size=150m")
    trial.installs(f"{small}\\MatrixDeck", f"/DIR={small}\\MatrixDeck")
    trial.refuses("a disk without room", "not enough room")
    trial.starts(f"{small}\\MatrixDeck")
    wine.mount(small, "remount,size=220m")
    trial.survives_a_disk_that_fills_up(small)
    trial.is_removed(f"{small}\\MatrixDeck")
    wine.mount(closed, "ro")
    trial.refuses("a read-only folder", "cannot be written to", f"/DIR={closed}\\MatrixDeck")
