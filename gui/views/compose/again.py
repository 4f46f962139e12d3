"""Tasks that were made before, read as what a form and its targets can take over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.api.schemas import Task
from gui.scripts.registry import ScriptInfo, script
from gui.scripts.rerun import Settings, marked_secrets, settings_of
from gui.state.devices import Device
from gui.views.compose.exact import Exact
from gui.views.compose.naming import short_list

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Again:
    """What is taken over, and in words what is not."""

    info: ScriptInfo
    config: dict[str, Any]
    """Marks stand in place of keys."""
    serials: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    exact: Exact | None = None
    """Where not every device had every target."""
    notes: tuple[str, ...] = ()


def again(tasks: Sequence[Task], devices: Mapping[str, Device]) -> Again | str:
    """Return what a form takes over from tasks of one script; a sentence where it can take nothing."""
    first = tasks[0]
    info = script(first.script_name)
    if info is None or info.model is None:
        template = translate(
            "Again", "The Local API does not take the script {name}: it cannot be made again."
        )
        return template.replace("{name}", first.script_name)
    alike = [task for task in tasks if task.script_name == first.script_name]
    settings = settings_of(info, first.script_args)
    config = marked_secrets(info, settings)
    by_account = all(_by_account(task, devices) for task in alike)
    pairs = _pairs(alike, info, by_account=by_account)
    places = tuple(dict.fromkeys(place for place, _ in pairs))
    exact = None
    if info.fan_out and any(target for _, target in pairs):
        exact = Exact(info.fan_out, pairs)
        config[info.fan_out] = list(exact.targets)
    notes = _notes(info, settings, skipped=len(tasks) - len(alike))
    if _differ(alike, info):
        notes.append(translate("Again", "Their settings are not the same: those of the first were taken."))
    if exact is not None and not exact.whole:
        notes.append(
            translate(
                "Again",
                "Only the pairs of device and target that were chosen are made again, as long as neither "
                "list is changed.",
            )
        )
    return Again(
        info,
        config,
        serials=() if by_account else places,
        accounts=places if by_account else (),
        exact=None if exact is None or exact.whole else exact,
        notes=tuple(notes),
    )


def _by_account(task: Task, devices: Mapping[str, Device]) -> bool:
    """Whether only the account says where a task belongs: its device has others, or is not named."""
    if not task.account:
        return False
    device = devices.get(task.serial)
    return not task.serial or (device is not None and len(device.accounts) > 1)


def _pairs(tasks: Sequence[Task], info: ScriptInfo, *, by_account: bool) -> tuple[tuple[str, str], ...]:
    pairs: dict[tuple[str, str], None] = {}
    for task in tasks:
        place = task.account if by_account else task.serial
        targets = settings_of(info, task.script_args).config.get(info.fan_out) if info.fan_out else None
        for target in targets or ("",):
            if place:
                pairs[place, target] = None
    return tuple(pairs)


def _differ(tasks: Sequence[Task], info: ScriptInfo) -> bool:
    def rest(task: Task) -> dict[str, Any]:
        config = dict(settings_of(info, task.script_args).config)
        config.pop(info.fan_out, None)
        return config

    first = rest(tasks[0])
    return any(rest(task) != first for task in tasks[1:])


def _notes(info: ScriptInfo, settings: Settings, *, skipped: int) -> list[str]:
    notes = []
    if settings.unreadable:
        notes.append(translate("Again", "The arguments of the task cannot be read: the form keeps its own."))
    if settings.unknown:
        template = translate("Again", "Not taken, because the form has no field for it: {names}.")
        notes.append(template.replace("{names}", short_list(settings.unknown)))
    if settings.unfit:
        template = translate("Again", "Not taken, because the value is of another kind: {names}.")
        notes.append(template.replace("{names}", short_list(settings.unfit)))
    if settings.secrets:
        notes.append(translate("Again", "Keys are never taken from a task."))
    if skipped:
        template = translate(
            "Again", "Only the tasks of {name} were taken; %n of other scripts were not.", "", skipped
        )
        notes.append(template.replace("{name}", info.name))
    return notes
