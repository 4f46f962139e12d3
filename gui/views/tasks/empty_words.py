"""What an empty table says, by the state of the line and the progress of reading."""

from PySide6.QtCore import QCoreApplication

from gui.api.errors import Unreachable
from gui.state.connection import Connection, Phase, Progress
from gui.views.wording import error_title, number, sentences


def progress_words(progress: Progress) -> str:
    """Return how far the reading has come; empty when all has been read.

    That the counts differ is the status bar's to say: here it would move the table up and down.
    """
    if not progress.complete and progress.total:
        text = QCoreApplication.translate("TasksPage", "Reading tasks: {0} of {1}")
        return text.format(number(progress.loaded), number(progress.total))
    return ""


def empty_words(
    connection: Connection, progress: Progress, *, filtered: bool
) -> tuple[str, str, str, str, tuple[int, int] | None]:
    """Return icon, heading, sentence, button and progress for a table without rows."""
    translate = QCoreApplication.translate
    if filtered:
        return (
            "mdi6.filter-off-outline",
            translate("TasksPage", "No task matches"),
            translate(
                "TasksPage", "Tasks are there, but the filters or the search let none of them through."
            ),
            translate("TasksPage", "Clear filters"),
            None,
        )
    phase = connection.phase
    if phase == Phase.REFUSED:
        return (
            "mdi6.lock-outline",
            translate("TasksPage", "This plan has no Local API"),
            translate(
                "TasksPage",
                "TikMatrix answers, but tasks can be seen here only with the Pro, Team or Business plan.",
            ),
            translate("TasksPage", "Check again"),
            None,
        )
    if phase in {Phase.UNREACHABLE, Phase.STALE} and not progress.complete:
        error = connection.error or Unreachable()
        return (
            "mdi6.lan-disconnect",
            error_title(error),
            sentences(
                translate("ApiError", error.remedy) if error.remedy else "",
                translate("TasksPage", "The tasks appear as soon as it answers."),
            ),
            translate("TasksPage", "Try now"),
            None,
        )
    if phase in {Phase.STARTING, Phase.CONNECTING} or not progress.complete:
        reading = progress_words(progress)
        starting = phase == Phase.STARTING
        waiting = translate("TasksPage", "TikMatrix is starting…" if starting else "Connecting to TikMatrix…")
        bar = (progress.loaded, progress.total) if reading else (0, 0)
        return ("mdi6.timer-sand", reading or waiting, "", "", bar)
    return (
        "mdi6.clipboard-text-outline",
        translate("TasksPage", "No tasks yet"),
        translate(
            "TasksPage", "Choose a script, fill in its form and pick devices: the tasks appear here at once."
        ),
        translate("TasksPage", "New task"),
        None,
    )
