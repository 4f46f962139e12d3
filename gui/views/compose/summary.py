"""What is about to happen, in plain words and exact numbers, worked out from facts alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from PySide6.QtCore import QCoreApplication

from gui.api.schemas import License
from gui.state.connection import Phase
from gui.state.devices import DeviceState
from gui.views.compose.naming import short_list
from gui.views.compose.schedule import in_words, minutes_until
from gui.views.wording import number, sentences

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DeviceFact:
    """What matters about one target device."""

    name: str
    state: DeviceState = DeviceState.UNKNOWN
    waiting: int = 0
    accounts: int = 0
    """Accounts known to live on it; 0 where nobody said."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the summary depends on."""

    now: datetime
    phase: Phase = Phase.LIVE
    license: License | None = None
    running: int = 0
    """Tasks that run on the whole server at the moment."""
    devices: tuple[DeviceFact, ...] = ()
    """The target devices, or for accounts those that are known to hold them."""
    by_account: bool = False
    accounts: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    """Those of the accounts that nobody has named yet."""
    each: int = 1
    """Tasks for one device or account."""
    every_account: bool = False
    problems: int = 0
    """Fields with something wrong."""
    start: time | None = None
    newer: bool = False
    """Whether only newer versions of TikMatrix take the script."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The words. Nothing may be sent while there is an error."""

    count: int | None
    """Tasks that will be made; None while that cannot be said."""
    headline: str
    text: str
    warnings: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    @property
    def sendable(self) -> bool:
        """Whether the request may go out."""
        return not self.errors


def summarise(facts: Facts) -> Summary:
    """Put the facts into words."""
    count = task_count(facts)
    errors = _errors(facts)
    if not facts.accounts if facts.by_account else not facts.devices:
        return Summary(None, translate("Summary", "Nothing to create yet"), "", (), errors)
    if count == 0:
        return Summary(None, translate("Summary", "Nothing to create yet"), "", _warnings(facts), errors)
    headline = translate("Summary", "One task for each account") if count is None else tasks(count)
    text = sentences(_where(facts, count), _capacity(facts, count))
    return Summary(count, headline, text, _warnings(facts), errors)


def tasks(count: int) -> str:
    """Return ``3 tasks``."""
    return translate("Summary", "%n task(s)", "", count)


def task_count(facts: Facts) -> int | None:
    """Return the tasks that one request makes: None where nobody can say."""
    if facts.by_account:
        return len(facts.accounts) * facts.each
    if not facts.every_account:
        return len(facts.devices) * facts.each
    if not all(device.accounts for device in facts.devices):
        return None
    return sum(device.accounts for device in facts.devices) * facts.each


def _where(facts: Facts, count: int | None) -> str:
    if facts.by_account:
        names = short_list(facts.accounts)
        text = translate("Summary", "for {names}").format(names=names)
    else:
        names = short_list([device.name for device in facts.devices])
        text = translate("Summary", "on {names}").format(names=names)
    targets = len(facts.accounts) if facts.by_account else len(facts.devices)
    if count is not None and targets > 1 and not facts.every_account:
        if facts.each == 1:
            text += translate("Summary", ", one each")
        else:
            text += translate("Summary", ", {number} each").format(number=number(facts.each))
    elif facts.every_account and count is not None:
        text += translate("Summary", ", one for each account")
    if facts.start is None:
        return text + translate("Summary", ", now.")
    when = facts.start.strftime("%H:%M")
    if minutes_until(facts.start, facts.now) < 0:
        return text + translate("Summary", ", at {time} on the TikMatrix PC's clock.").format(time=when)
    return text + translate("Summary", ", at {time} today on the TikMatrix PC's clock ({words}).").format(
        time=when, words=in_words(facts.start, facts.now)
    )


def _capacity(facts: Facts, count: int | None) -> str:
    if facts.license is None:
        return translate("Summary", "How many can run at once is not known yet.")
    limit, plan = facts.license.device_limit, facts.license.plan_name
    if count is None:
        return translate("Summary", "{plan} runs {limit} at once.").format(plan=plan, limit=number(limit))
    # An account that nobody has named may live on a device of its own.
    places = len(facts.devices) + (len(facts.strangers) if facts.by_account else 0)
    at_once = min(count, places, limit)
    if count == 1:
        return ""
    if at_once == count:
        if count == 2:
            template = translate("Summary", "Both can run at once ({plan} runs {limit}).")
        else:
            template = translate("Summary", "All {count} can run at once ({plan} runs {limit}).")
        return template.format(count=number(count), plan=plan, limit=number(limit))
    if at_once == limit:
        why = translate("Summary", "{plan} runs {limit}").format(plan=plan, limit=number(limit))
    else:
        why = translate("Summary", "a device runs one task at a time")
    template = translate("Summary", "{at_once} can run at once, {rest} wait their turn ({why}).")
    return template.format(at_once=number(at_once), rest=number(count - at_once), why=why)


def _warnings(facts: Facts) -> tuple[str, ...]:
    found: list[str] = []
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


def _errors(facts: Facts) -> tuple[str, ...]:
    found: list[str] = []
    if facts.by_account and not facts.accounts:
        found.append(translate("Summary", "Name at least one account."))
    elif not facts.by_account and not facts.devices:
        found.append(translate("Summary", "Select at least one device in the list on the left."))
    if facts.problems:
        found.append(
            translate("Summary", "%n field(s) need(s) attention before anything is sent.", "", facts.problems)
        )
    if facts.phase is Phase.REFUSED:
        found.append(translate("Summary", "This plan has no Local API: nothing can be sent."))
    elif facts.phase in {Phase.STARTING, Phase.CONNECTING, Phase.UNREACHABLE}:
        found.append(translate("Summary", "There is no connection to TikMatrix: nothing can be sent now."))
    return tuple(found)
