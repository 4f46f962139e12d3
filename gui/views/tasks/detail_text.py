"""The detail pane's document: a task, or a summary of several, as HTML in the colours of the look."""

import html
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from gui.api.schemas import Task
from gui.tables.cells import status_word
from gui.tables.columns import account_text, elapsed_seconds, local_now
from gui.views.tasks import arguments
from gui.views.wording import number

translate = QCoreApplication.translate

_CAUSES = 3
_CAUSE_CHARACTERS = 120


class Colors(NamedTuple):
    """Colours as ``#rrggbb``."""

    text: str
    muted: str
    line: str


def task_page(task: Task, device: str, colors: Colors, *, show_raw: bool) -> str:
    """Return everything that is known of one task, apart from its remark."""
    name = device if device == task.serial else f"{device}  ({task.serial})"
    rows = [
        (translate("DetailPane", "Script"), task.script_name),
        (translate("DetailPane", "Device"), name),
        (translate("DetailPane", "Account"), account_text(task.account)),
        (
            translate("DetailPane", "Source"),
            translate("DetailPane", "API") if task.source == "api" else task.source,
        ),
        (translate("DetailPane", "Created"), task.create_time),
        (translate("DetailPane", "Start"), task.start_time),
        (translate("DetailPane", "End"), task.end_time),
        (translate("DetailPane", "Took"), _took(task)),
        (translate("DetailPane", "Retries"), str(task.retry_count)),
    ]
    parts = [_section(translate("DetailPane", "Task"), rows, colors)]
    configuration = arguments.readable(task.script_name, task.script_args)
    if configuration:
        parts.append(_section(translate("DetailPane", "Configuration"), configuration, colors))
    if task.extra:
        extra = [
            (name, arguments.MASK if arguments.is_secret(name) else arguments.raw(value))
            for name, value in task.extra
        ]
        parts.append(_section(translate("DetailPane", "Other fields"), extra, colors))
    if show_raw:
        parts.append(_title(translate("DetailPane", "Raw arguments"), colors))
        parts.append(f"<div style='font-family: monospace'>{_text(arguments.raw(task.script_args))}</div>")
    return "".join(parts)


def summary_page(tasks: Sequence[Task], colors: Colors) -> str:
    """Return what several tasks have in common and where they differ."""
    statuses = Counter(task.status for task in tasks)
    scripts = Counter(task.script_name for task in tasks)
    causes = Counter(task.remark[:_CAUSE_CHARACTERS] for task in tasks if task.remark)
    parts = [
        _section(
            translate("DetailPane", "Status"),
            [(status_word(s), number(n)) for s, n in statuses.most_common()],
            colors,
        ),
        _section(
            translate("DetailPane", "Script"),
            [(name, number(n)) for name, n in scripts.most_common()],
            colors,
        ),
        _section(
            translate("DetailPane", "Devices"),
            [(translate("DetailPane", "Different"), number(len({task.serial for task in tasks})))],
            colors,
        ),
    ]
    if causes:
        rows = [("", f"{number(count)} ×  {cause}") for cause, count in causes.most_common(_CAUSES)]
        parts.append(_section(translate("DetailPane", "Most frequent remarks"), rows, colors))
    return "".join(parts)


def duration_words(seconds: int) -> str:
    """Return ``1 min 31 s`` and the like."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return translate("DetailPane", "{0} h {1} min").format(hours, minutes)
    return (
        translate("DetailPane", "{0} min {1} s").format(minutes, seconds)
        if minutes
        else translate("DetailPane", "{0} s").format(seconds)
    )


def _took(task: Task) -> str:
    seconds = elapsed_seconds(task, local_now()) if task.end_time else None
    return "" if seconds is None else duration_words(seconds)


def _section(title: str, rows: Sequence[tuple[str, str]], colors: Colors) -> str:
    cells = "".join(_row(key, value, colors) for key, value in rows if value)
    return f"{_title(title, colors)}<table width='100%' cellspacing='0' cellpadding='0'>{cells}</table>"


def _row(key: str, value: str, colors: Colors) -> str:
    if not key:
        return f"<tr><td colspan='2' style='padding:3px 0'>{_text(value)}</td></tr>"
    return (
        f"<tr><td width='37%' style='color:{colors.muted}; padding:3px 8px 3px 0'>{_text(key)}</td>"
        f"<td width='63%' style='color:{colors.text}; padding:3px 0'>{_text(value)}</td></tr>"
    )


def _title(text: str, colors: Colors) -> str:
    return (
        f"<p style='color:{colors.muted}; font-size:12px; font-weight:600; margin:14px 0 3px 0'>"
        f"{_text(text.upper())}</p>"
    )


def _text(text: str) -> str:
    return html.escape(text).replace("\n", "<br>").replace("  ", "&nbsp; ")
