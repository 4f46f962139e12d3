"""What a question before retry, stop or delete says: what it is about, and how much of it."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gui.api.schemas import Task, TaskStatus
from gui.state.bulk import DryRun
from gui.state.outcome import Command
from gui.tables.cells import status_word
from gui.views.wording import number, sentences

_ORDER = (TaskStatus.RUNNING, TaskStatus.PENDING, TaskStatus.FAILED, TaskStatus.COMPLETED)


def question(command: Command, tasks: Sequence[Task]) -> str:
    """Ask whether several tasks are to be met: by what they share, or by their statuses."""
    translate, n = QCoreApplication.translate, len(tasks)
    statuses = Counter(task.status for task in tasks)
    scripts = {task.script_name for task in tasks}
    devices = translate("TaskCommands", "%n device(s)", "", len({task.serial for task in tasks}))
    script = scripts.pop() if len(scripts) == 1 else ""
    if command == Command.RETRY:
        if script:
            text = translate("TaskCommands", "Retry %n failed {script} task(s) on {devices}?", "", n)
        else:
            text = translate("TaskCommands", "Retry %n failed task(s) on {devices}?", "", n)
        return text.format(script=script, devices=devices)
    if command == Command.STOP:
        if script:
            text = translate("TaskCommands", "Stop %n running {script} task(s) on {devices}?", "", n)
        else:
            text = translate("TaskCommands", "Stop %n running task(s) on {devices}?", "", n)
        return text.format(script=script, devices=devices)
    if len(statuses) > 1:
        return sentences(translate("TaskCommands", "Delete %n task(s)?", "", n), _by_status(statuses))
    if script:
        text = translate("TaskCommands", "Delete %n {status} {script} task(s) on {devices}?", "", n)
    else:
        text = translate("TaskCommands", "Delete %n {status} task(s) on {devices}?", "", n)
    return text.format(status=_adjective(tasks[0].status), script=script, devices=devices)


def counts(run: DryRun) -> str:
    """Return what a command would meet and what it leaves out; empty where it leaves nothing out.

    Such as ``312 can be retried · 8 are probably at their limit and are left out · 40 are not failed``.
    """
    translate = QCoreApplication.translate
    able = {
        Command.RETRY: translate("TaskCommands", "{n} can be retried"),
        Command.STOP: translate("TaskCommands", "{n} can be stopped"),
        Command.DELETE: translate("TaskCommands", "{n} can be deleted"),
    }[run.command]
    wrong = {
        Command.RETRY: translate("TaskCommands", "{n} are not failed"),
        Command.STOP: translate("TaskCommands", "{n} are not running"),
    }.get(run.command, "")
    limit = translate("TaskCommands", "{n} are probably at their limit and are left out")
    if run.at_limit_maybe and not run.can:
        limit = translate("TaskCommands", "{n} are probably at their limit: TikMatrix may refuse them")
    parts = [
        (able, run.can),
        (limit, run.at_limit_maybe),
        (wrong, run.wrong_status),
        (translate("TaskCommands", "{n} are gone already"), run.gone),
    ]
    told = [text.format(n=number(len(ids))) for text, ids in parts if ids]
    return translate("TaskCommands", " · ").join(told) if len(told) > 1 or run.at_limit_maybe else ""


def _by_status(statuses: Counter[int]) -> str:
    """Return ``3 running (stopped first), 9 completed.``"""
    translate = QCoreApplication.translate
    parts = []
    for status in sorted(statuses, key=lambda s: _ORDER.index(s) if s in _ORDER else len(_ORDER)):
        if status == TaskStatus.RUNNING:
            text = translate("TaskCommands", "{n} running (stopped first)")
        else:
            text = translate("TaskCommands", "{n} {status}")
        parts.append(text.format(n=number(statuses[status]), status=_adjective(status)))
    return translate("TaskCommands", "{counts}.").format(counts=translate("TaskCommands", ", ").join(parts))


def _adjective(status: int) -> str:
    """Return a status as it stands before "tasks"."""
    translate = QCoreApplication.translate
    return {
        int(TaskStatus.RUNNING): translate("TaskCommands", "running"),
        int(TaskStatus.PENDING): translate("TaskCommands", "pending"),
        int(TaskStatus.COMPLETED): translate("TaskCommands", "completed"),
        int(TaskStatus.FAILED): translate("TaskCommands", "failed"),
    }.get(status) or status_word(status)
