"""Requests, load and a rough end, as far as anything is known of them."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from gui.views.compose.schedule import minutes_until
from gui.views.compose.summary_facts import Facts, task_count
from gui.views.wording import number, sentences

_WEEK = timedelta(days=7)

translate = QCoreApplication.translate


def figures(facts: Facts) -> str:
    """Return what the plan amounts to beyond the number of its tasks."""
    requests = ""
    if facts.requests > 1:
        requests = translate("Summary", "In {number} requests, one after the other.").format(
            number=number(facts.requests)
        )
    return sentences(requests, _end(facts), _load(facts))


def _end(facts: Facts) -> str:
    if not facts.rounds or facts.license is None or not facts.license.device_limit:
        return ""
    if facts.typical is None:
        template = translate("Summary", "How long it takes: no figure yet, no {script} task has ended here.")
        return template.replace("{script}", facts.script_name)
    length = timedelta(seconds=facts.rounds * facts.typical.seconds)
    if facts.rounds == 1:
        template = translate("Summary", "Done at {end}, rough: such a task has taken {each}.")
    elif length > _WEEK:
        template = translate("Summary", "{rounds} rounds of {each}: {days} days, rough.")
    else:
        template = translate("Summary", "{rounds} rounds of {each}: done at {end} at the earliest, rough.")
    words = template.replace("{rounds}", number(facts.rounds)).replace("{days}", number(length.days))
    return words.replace("{each}", _length(facts.typical.seconds)).replace("{end}", _when(facts, length))


def _length(seconds: float) -> str:
    whole = max(1, round(seconds))
    if whole < 60:
        return translate("Summary", "{seconds} s").format(seconds=whole)
    minutes, rest = divmod(whole, 60)
    return translate("Summary", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def _when(facts: Facts, length: timedelta) -> str:
    begin = facts.now
    if facts.start is not None and minutes_until(facts.start, facts.now) > 0:
        begin = datetime.combine(facts.now.date(), facts.start)
    end = begin + length
    days = (end.date() - facts.now.date()).days
    clock = end.strftime("%H:%M")
    if days == 0:
        return clock
    if days == 1:
        return translate("Summary", "{time} tomorrow").format(time=clock)
    return translate("Summary", "{time} on {date}").format(time=clock, date=end.strftime("%Y-%m-%d"))


def _load(facts: Facts) -> str:
    """Name the devices with the most to do, where they do not all have the same."""
    if len(facts.devices) < 2 or not task_count(facts):
        return ""
    busy = [load for load in facts.fullest if load.has or facts.planned is not None]
    if not busy:
        return ""
    templates = (
        translate("Summary", "{name} gets {gets}"),
        translate("Summary", "{name} gets {gets} on top of {has}"),
    )
    shown = [
        templates[load.has > 0]
        .replace("{gets}", number(load.gets))
        .replace("{has}", number(load.has))
        .replace("{name}", load.name)
        for load in busy
    ]
    return translate("Summary", "Most to do: {names}.").replace("{names}", ", ".join(shown))
