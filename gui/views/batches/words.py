"""What the page of batches says: states, headlines, evidence and what is missing, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from gui.state.batch_progress import BatchProgress
from gui.state.batch_words import taken_apart
from gui.store.batch_records import Batch, BatchRequest, RequestState
from gui.tables.columns import account_text
from gui.views.wording import number, sentences, span

TONES = {
    RequestState.WAITING: ("pending", "pending"),
    RequestState.SENDING: ("running", "running"),
    RequestState.CREATED: ("completed", "completed"),
    RequestState.PARTLY: ("warning", "waiting"),
    RequestState.REFUSED: ("failed", "failed"),
    RequestState.UNKNOWN: ("warning", "warning"),
    RequestState.NOT_CREATED: ("failed", "unknown"),
    RequestState.CANCELLED: ("muted", "pending"),
}
"""Colour role and mark of a request's state."""
_MISSING_IN_TIP, _TIP_LINE = 12, 160
_UNTIL_SECONDS = 60

translate = QCoreApplication.translate


def state_word(state: RequestState) -> str:
    """Return what a person calls the state of a request."""
    return {
        RequestState.WAITING: translate("Batches", "Waiting"),
        RequestState.SENDING: translate("Batches", "Sending…"),
        RequestState.CREATED: translate("Batches", "Created"),
        RequestState.PARTLY: translate("Batches", "Partly"),
        RequestState.REFUSED: translate("Batches", "Refused"),
        RequestState.UNKNOWN: translate("Batches", "Unknown"),
        RequestState.NOT_CREATED: translate("Batches", "Not created"),
        RequestState.CANCELLED: translate("Batches", "Cancelled"),
    }[state]


def made_of(made: int, expected: int | None) -> str:
    """Return ``100 of 100``, or how many where nobody can say of how many."""
    if expected is None:
        return number(made)
    return translate("Batches", "{made} of {expected}").format(made=number(made), expected=number(expected))


def told(sentence: str) -> str:
    """Return a kept sentence in the operator's language, where it is one that this program makes."""
    template, values = taken_apart(sentence)
    return (
        translate("BatchWords", template).format_map(values) if values else translate("BatchWords", template)
    )


def note(request: BatchRequest) -> str:
    """Return why a request is as it is, on one line; empty where nothing needs to be said."""
    if request.state == RequestState.WAITING:
        return ""
    parts = [told(request.reason), told(request.evidence)]
    if request.state == RequestState.UNKNOWN and not request.evidence:
        parts.append(translate("Batches", "Nobody has looked yet whether it arrived."))
    if request.missing:
        parts.append(translate("Batches", "%n target(s) got no task.", "", len(request.missing)))
    return sentences(*parts)


def missing_lines(request: BatchRequest, name_of: dict[str, str]) -> list[str]:
    """Return who got no task, a line for each device or account: its targets behind it, where it got some."""
    targets: dict[str, list[str]] = {}
    for place, target in request.missing:
        targets.setdefault(place, []).extend([target] if target else [])
    lines = []
    for place, missed in targets.items():
        who = account_text(place) if request.request.usernames else name_of.get(place, place)
        lines.append(f"{who}: {', '.join(missed)}" if missed else who)
    return lines


def tip_lines(request: BatchRequest, name_of: dict[str, str]) -> list[str]:
    """Return everything that a row has no room for."""
    missing = missing_lines(request, name_of)
    more = len(missing) - _MISSING_IN_TIP
    shown = [line if len(line) <= _TIP_LINE else f"{line[:_TIP_LINE]}…" for line in missing[:_MISSING_IN_TIP]]
    if more > 0:
        shown.append(translate("Batches", "and %n more", "", more))
    head = [translate("Batches", "No task for:")] if missing else []
    return [
        line
        for line in (sent_text(request), told(request.reason), told(request.evidence), *head, *shown)
        if line
    ]


def detail_lines(request: BatchRequest, name_of: dict[str, str]) -> list[str]:
    """Return everything that is known of a request besides its heading: targets last, in full."""
    asked = request.request
    missing = missing_lines(request, name_of)
    if missing:
        missing = [translate("Batches", "No task for: {names}").format(names="; ".join(missing))]
    if asked.usernames:
        places = [account_text(username) for username in asked.usernames]
    else:
        places = [name_of.get(serial, serial) for serial in asked.serials]
    for_whom = translate("Batches", "For: {names}").format(names=", ".join(places))
    unseen = request.state == RequestState.UNKNOWN and not request.evidence
    doubt = translate("Batches", "Nobody has looked yet whether it arrived.") if unseen else ""
    return [
        line for line in (told(request.reason), told(request.evidence), doubt, *missing, for_whom) if line
    ]


def sent_text(request: BatchRequest) -> str:
    """Return when a request was sent; empty where it was not."""
    if request.sent_at is None:
        return ""
    at = datetime.fromtimestamp(request.sent_at).astimezone()
    return translate("Batches", "Sent at {time}").format(time=f"{at:%H:%M:%S}")


def when(batch: Batch, today: datetime) -> str:
    """Return when a batch was made: the time alone for today."""
    at = datetime.fromtimestamp(batch.created_at).astimezone()
    if at.date() == today.date():
        return f"{at:%H:%M}"
    return f"{at:%Y-%m-%d %H:%M}" if at.year != today.year else f"{at:%m-%d %H:%M}"


def headline(progress: BatchProgress, now: float) -> str:
    """Return ``4,812 of 5,000 tasks made · 3,100 done · 60 failed · about 40 min left``."""
    if progress.expected is None:
        made = translate("Batches", "%n task(s) made", "", progress.created)
    else:
        made = translate("Batches", "{made} of {expected} tasks made").format(
            made=number(progress.created), expected=number(progress.expected)
        )
    parts = [made]
    if progress.done:
        parts.append(translate("Batches", "{n} done").format(n=number(progress.done)))
    if progress.failed:
        parts.append(translate("Batches", "{n} failed").format(n=number(progress.failed)))
    if progress.gone:
        parts.append(translate("Batches", "{n} deleted").format(n=number(progress.gone)))
    if left := time_left(progress, now):
        parts.append(left)
    return " · ".join(parts)


def time_left(progress: BatchProgress, now: float) -> str:
    """Return ``about 40 min left``; empty where nothing is left or nobody can say."""
    if progress.finish_at is None or not progress.waiting + progress.running:
        return ""
    seconds = progress.finish_at - now
    if seconds < _UNTIL_SECONDS:
        return translate("Batches", "less than a minute left")
    return translate("Batches", "about {span} left").format(span=span(seconds))


def batch_state(batch: Batch, progress: BatchProgress | None) -> tuple[str, str, str]:
    """Return colour role, mark and words of how a batch stands: what needs the operator comes first."""
    states = batch.states
    unknown, refused = states[RequestState.UNKNOWN], states[RequestState.REFUSED]
    refused += states[RequestState.NOT_CREATED]
    if unknown:
        return "warning", "warning", translate("Batches", "{n} unknown").format(n=number(unknown))
    waiting, sending = states[RequestState.WAITING], states[RequestState.SENDING]
    if waiting or sending:
        return _unsent(batch, sending)
    if refused:
        return "failed", "failed", translate("Batches", "{n} refused").format(n=number(refused))
    if progress is not None and progress.waiting + progress.running:
        whole = max(1, progress.created)
        ended = (progress.done + progress.failed + progress.gone) * 100 // whole
        return "running", "running", translate("Batches", "{n} %").format(n=ended)
    return _ended(batch, progress)


def _unsent(batch: Batch, sending: int) -> tuple[str, str, str]:
    if batch.paused and not sending:
        return "warning", "waiting", translate("Batches", "paused")
    settled = len(batch.requests) - sending - batch.states[RequestState.WAITING]
    if not sending and not settled:
        return "pending", "pending", translate("Batches", "waiting")
    text = translate("Batches", "sending {n} of {all}")
    return "running", "running", text.format(n=number(settled), all=number(len(batch.requests)))


def _ended(batch: Batch, progress: BatchProgress | None) -> tuple[str, str, str]:
    if progress is not None and progress.failed:
        return "failed", "failed", translate("Batches", "{n} failed").format(n=number(progress.failed))
    if batch.states[RequestState.PARTLY]:
        return "warning", "waiting", translate("Batches", "partly")
    if batch.states[RequestState.CANCELLED]:
        return "muted", "pending", translate("Batches", "cancelled")
    if progress is None:
        return "muted", "pending", ""
    return "completed", "completed", translate("Batches", "done")
