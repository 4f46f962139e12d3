"""What is about to happen, in plain words and exact numbers, worked out from facts alone."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.views.compose.naming import short_list
from gui.views.compose.schedule import in_words, minutes_until
from gui.views.compose.summary_facts import Facts, task_count
from gui.views.compose.summary_figures import figures
from gui.views.compose.summary_warnings import errors, warnings
from gui.views.wording import number, sentences

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Summary:
    """The words. Nothing may be sent while there is an error."""

    count: int | None
    """Tasks that will be made; None while that cannot be said."""
    headline: str
    text: str
    figures: str = ""
    """Requests, rough end and load, in smaller words."""
    warnings: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    above_ceiling: bool = False
    """Whether the operator may raise the ceiling that stands in the way."""

    @property
    def sendable(self) -> bool:
        """Whether the request may go out."""
        return not self.errors


def summarise(facts: Facts) -> Summary:
    """Put the facts into words."""
    count = task_count(facts)
    found = errors(facts)
    nobody = not facts.accounts if facts.by_account else not facts.devices
    if nobody or count == 0:
        told = () if nobody else warnings(facts)
        return Summary(None, translate("Summary", "Nothing to create yet"), "", "", told, found)
    headline = translate("Summary", "One task for each account") if count is None else tasks(count)
    text = sentences(_where(facts, count), _capacity(facts, count))
    return Summary(
        count, headline, text, figures(facts), warnings(facts), found, above_ceiling=bool(facts.above)
    )


def tasks(count: int) -> str:
    """Return ``3 tasks``."""
    return translate("Summary", "%n task(s)", "", count)


def _where(facts: Facts, count: int | None) -> str:
    if facts.by_account:
        names = short_list(facts.accounts)
        text = translate("Summary", "for {names}").format(names=names)
    else:
        names = short_list([device.name for device in facts.devices])
        text = translate("Summary", "on {names}").format(names=names)
    targets = len(facts.accounts) if facts.by_account else len(facts.devices)
    if facts.planned is not None:
        text += translate("Summary", ", not the same for each")
    elif count is not None and targets > 1 and not facts.every_account:
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
