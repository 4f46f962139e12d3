"""What the operator should know before anything is sent, and what stands in the way of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gui.state.connection import Phase
from gui.state.devices import DeviceState
from gui.views.compose.naming import short_list
from gui.views.compose.schedule import minutes_until
from gui.views.compose.summary_facts import MAX_TASKS, DeviceFact, Facts, task_count
from gui.views.wording import number

_MOST = 4

translate = QCoreApplication.translate


def warnings(facts: Facts) -> tuple[str, ...]:
    """Return what the operator should know, none of which stops anything."""
    found: list[str] = list(facts.told)
    if facts.start is not None and minutes_until(facts.start, facts.now) < 0:
        found.append(
            translate(
                "Summary",
                "{time} is already past today: TikMatrix will probably start it at once. "
                "That is a guess; perhaps it waits for tomorrow.",
            ).format(time=facts.start.strftime("%H:%M"))
        )
    found += _device_warnings(facts)
    if facts.strangers:
        found.append(
            translate("Summary", "Not among the known accounts: {names}.").format(
                names=short_list(facts.strangers)
            )
        )
    if facts.every_account and task_count(facts) is None:
        silent = [device.name for device in facts.devices if not device.accounts]
        found.append(
            translate("Summary", "How many accounts live there is not known: {names}.").format(
                names=short_list(silent)
            )
        )
    if facts.sent_before:
        template = translate("Summary", "The very same has been sent already: {name}.")
        found.append(template.replace("{name}", facts.sent_before))
    if facts.left_out:
        found.append(translate("Summary", "%n device(s) left out by choice.", "", facts.left_out))
    if facts.keys_in_memory:
        found.append(
            translate("Summary", "There is no key store here: the key is forgotten when the panel closes.")
        )
    if facts.newer:
        found.append(
            translate("Summary", "Only newer versions of TikMatrix take this; an older one refuses it.")
        )
    return tuple(found)


def _device_warnings(facts: Facts) -> list[str]:
    found: list[str] = []
    busy = _names(facts.devices, DeviceState.RUNNING)
    if busy and facts.start is None:
        found.append(
            translate("Summary", "Busy now: {names}. New tasks wait until the device is free.").format(
                names=busy
            )
        )
    elif busy:
        found.append(translate("Summary", "Busy now: {names}. It may be free by then.").format(names=busy))
    waiting = sum(device.waiting for device in facts.devices)
    if waiting:
        found.append(translate("Summary", "%n task(s) wait(s) on these devices already.", "", waiting))
    offline = _names(facts.devices, DeviceState.OFFLINE)
    if offline:
        found.append(
            translate("Summary", "Offline: {names}. Tasks there wait or fail until it is back.").format(
                names=offline
            )
        )
    unknown = _names(facts.devices, DeviceState.UNKNOWN)
    if unknown:
        found.append(
            translate("Summary", "Nobody has said whether these are online: {names}.").format(names=unknown)
        )
    taken, limit = facts.running, facts.license.device_limit if facts.license else 0
    if facts.start is None and 0 < limit <= taken:
        found.append(
            translate(
                "Summary", "All {limit} places of the plan are taken now; new tasks wait for one."
            ).format(limit=number(limit))
        )
    return found


def _names(devices: Sequence[DeviceFact], state: DeviceState) -> str:
    return short_list([device.name for device in devices if device.state is state])


def errors(facts: Facts) -> tuple[str, ...]:
    """Return what stands in the way."""
    found: list[str] = []
    if facts.by_account and not facts.accounts:
        found.append(translate("Summary", "Name at least one account."))
    elif not facts.by_account and not facts.devices:
        found.append(translate("Summary", "Select at least one device in the list on the left."))
    if facts.problems:
        found.append(
            translate("Summary", "%n field(s) need(s) attention before anything is sent.", "", facts.problems)
        )
    if facts.too_many:
        found.append(
            translate("Summary", "One batch makes at most {number} tasks.").format(number=number(MAX_TASKS))
        )
    if facts.above:
        found.append(_above(facts))
    if facts.phase is Phase.REFUSED:
        found.append(translate("Summary", "This plan has no Local API: nothing can be sent."))
    elif facts.phase in {Phase.STARTING, Phase.CONNECTING, Phase.UNREACHABLE}:
        found.append(translate("Summary", "There is no connection to TikMatrix: nothing can be sent now."))
    return tuple(found)


def _above(facts: Facts) -> str:
    """Name the devices above the ceiling, with what they have and would have."""
    first = translate("Summary", "{name} would have {sum} ({has} today already)")
    rest = translate("Summary", "{name} {sum}")
    shown = [
        (rest if place else first)
        .replace("{sum}", number(device.has + device.gets))
        .replace("{has}", number(device.has))
        .replace("{name}", device.name)
        for place, device in enumerate(facts.above[:_MOST])
    ]
    names = ", ".join(shown)
    if len(facts.above) > _MOST:
        names += " " + translate("Summary", "and %n more", "", len(facts.above) - _MOST)
    template = translate("Summary", "Ceiling of {most} {script} tasks a device and day: {names}.")
    words = template.replace("{most}", number(facts.ceiling)).replace("{script}", facts.script_name)
    return words.replace("{names}", names)
