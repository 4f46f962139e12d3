"""The one place that says to a person what happened: ages, counts, errors and outcomes in words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from gui.api.errors import ApiError, Unreachable
from gui.state.outcome import BulkProgress, Command, Outcome

MINUTE_S, HOUR_S, DAY_S = 60, 3600, 86400
MAX_REASONS = 8
MAX_IDS = 20

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Words:
    """A message for the notice bar."""

    kind: str
    """``success``, ``warning``, ``error`` or ``info``."""
    text: str
    detail: str = ""


def number(value: int) -> str:
    """Return a count with its thousands grouped as the language does."""
    locale = QLocale()
    return f"{value:,}" if locale.language() == QLocale.Language.C else locale.toString(value)


def span(seconds: float) -> str:
    """Return a rough length of time such as ``14 min``, for ages."""
    whole = max(0, int(seconds))
    if whole < MINUTE_S:
        return translate("Wording", "{n} s").format(n=whole)
    if whole < HOUR_S:
        return translate("Wording", "{n} min").format(n=whole // MINUTE_S)
    if whole < DAY_S:
        return translate("Wording", "{n} h").format(n=whole // HOUR_S)
    return translate("Wording", "{n} d").format(n=whole // DAY_S)


def clock(seconds: float) -> str:
    """Return an exact length of time such as ``3:12`` or ``1:02:03``, for what is running."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, HOUR_S)
    minutes, secs = divmod(rest, MINUTE_S)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"


def ago(seconds: float) -> str:
    """Return ``just now`` or an age such as ``3 s ago``."""
    if seconds < 1:
        return translate("Wording", "just now")
    return translate("Wording", "{span} ago").format(span=span(seconds))


def sentences(*texts: str) -> str:
    """Put sentences one behind the other, as the language spaces them; empty ones are passed over."""
    whole = ""
    for text in filter(None, texts):
        whole = translate("Wording", "{before} {next}").format(before=whole, next=text) if whole else text
    return whole


def command_name(command: Command) -> str:
    """Return a command as a person would name it."""
    return {
        Command.CREATE: translate("Wording", "Create"),
        Command.STOP: translate("Wording", "Stop"),
        Command.RETRY: translate("Wording", "Retry"),
        Command.RETRY_ALL: translate("Wording", "Retry all failed"),
        Command.DELETE: translate("Wording", "Delete"),
    }[command]


def error_title(error: ApiError) -> str:
    """Return what happened, in a few words."""
    return translate("ApiError", error.title)


def error_sentence(error: ApiError) -> str:
    """Return what happened and, where the server said it, why."""
    title = error_title(error)
    return (
        translate("Wording", "{title}: {detail}").format(title=title, detail=error.detail)
        if error.detail
        else title
    )


def error_advice(error: ApiError) -> str:
    """Return what an error means and what to do about it."""
    doubt = ""
    if error.maybe_done:
        doubt = translate(
            "Wording",
            "It may have been carried out all the same: look at the task list before you send it again.",
        )
    means, do = (translate("ApiError", text) if text else "" for text in (error.meaning, error.remedy))
    return sentences(means, doubt, do)


def error_detail(error: ApiError) -> str:
    """Return everything that is known about an error, several lines."""
    lines = [error_sentence(error), error_advice(error)]
    if error.code is not None:
        lines.append(translate("Wording", "Code {code}").format(code=error.code))
    if error.http_status is not None:
        lines.append(translate("Wording", "HTTP status {status}").format(status=error.http_status))
    return "\n".join(line for line in lines if line)


def progress_words(progress: BulkProgress) -> str:
    """Return how far a command has come, such as ``Deleting… 1,500 of 5,000``."""
    verbs = {
        Command.STOP: translate("Wording", "Stopping… {reached} of {asked}"),
        Command.RETRY: translate("Wording", "Retrying… {reached} of {asked}"),
        Command.DELETE: translate("Wording", "Deleting… {reached} of {asked}"),
    }
    text = verbs[progress.command]
    if progress.cancelling:
        text = translate("Wording", "Cancelling when what is under way has ended… {reached} of {asked}")
    return text.format(reached=number(progress.asked - progress.left), asked=number(progress.asked))


def outcome_words(outcome: Outcome) -> Words:
    """Say what became of a command: what was done, what was not and why."""
    if not outcome.failures and not outcome.left:
        return _all_done(outcome)
    detail = "\n".join(filter(None, (_reasons(outcome), _uncounted(outcome))))
    if outcome.done or outcome.cancelled:
        head = translate("Wording", "{command}: {done} of {asked} done")
        if outcome.cancelled:
            head = translate("Wording", "{command} cancelled: {done} of {asked} done")
        head = head.format(
            command=command_name(outcome.command), done=number(outcome.done), asked=number(outcome.asked)
        )
        parts = translate("Wording", ", ").join([head, *_shortfall(outcome)])
        return Words("warning", translate("Wording", "{sentence}.").format(sentence=parts), detail)
    first = _ended(error_sentence(outcome.failures[0][1])) if outcome.failures else ""
    text = translate("Wording", "{command} failed. {reason}").format(
        command=command_name(outcome.command), reason=first
    )
    more = translate("Wording", "For {n} more nothing was sent.").format(n=number(outcome.left))
    return Words("error", sentences(text, more if outcome.left else ""), detail)


def outcome_rows(outcome: Outcome) -> str:
    """Return every failure as a line of task id, tab and reason, to be copied."""
    return "\n".join(f"{task_id}\t{error_sentence(error)}" for task_id, error in outcome.failures)


def _shortfall(outcome: Outcome) -> list[str]:
    """Return what was not done, sorted by what is known of it."""
    unclear = outcome.unclear
    unsent = sum(isinstance(error, Unreachable) and not error.maybe_done for _, error in outcome.failures)
    refused = len(outcome.failures) - unclear - unsent
    parts = (
        (refused, translate("Wording", "{n} refused")),
        (unclear, translate("Wording", "{n} unclear")),
        (unsent + outcome.left, translate("Wording", "{n} not sent")),
    )
    return [text.format(n=number(n)) for n, text in parts if n]


def _uncounted(outcome: Outcome) -> str:
    if not outcome.uncounted:
        return ""
    text = translate(
        "Wording",
        "TikMatrix did not count {n} of them: they were gone before, or are still there. The table shows it.",
    )
    return text.format(n=number(outcome.uncounted))


def _all_done(outcome: Outcome) -> Words:
    done = outcome.done
    match outcome.command:
        case Command.CREATE:
            return _created(outcome)
        case Command.RETRY_ALL if not done:
            text = translate(
                "Wording", "Nothing to retry: no task has failed, or all are at their retry limit."
            )
            return Words("info", text)
        case Command.STOP:
            text = translate("Wording", "%n task(s) stopped.", "", done)
        case Command.DELETE:
            text = translate("Wording", "%n task(s) deleted.", "", done)
        case _:
            text = translate("Wording", "%n task(s) put back in the queue.", "", done)
    return Words("success", text, _uncounted(outcome))


def _created(outcome: Outcome) -> Words:
    if not outcome.done:
        text = translate("Wording", "TikMatrix accepted the request but created no task.")
        return Words("warning", text)
    ids = _named(list(outcome.task_ids))
    detail = translate("Wording", "Task IDs: {ids}").format(ids=ids) if ids else ""
    return Words("success", translate("Wording", "%n task(s) created.", "", outcome.done), detail)


def _reasons(outcome: Outcome) -> str:
    """Group the failures by reason: a hundred refusals that differ in the task's number are one line."""
    from gui.state.causes import cause_of  # noqa: PLC0415 - the first window has no failure to tell

    by_reason: dict[str, tuple[ApiError, list[int]]] = {}
    for task_id, error in outcome.failures:
        by_reason.setdefault(cause_of(error_sentence(error)), (error, []))[1].append(task_id)
    lines = []
    for error, ids in list(by_reason.values())[:MAX_REASONS]:
        reason = error_sentence(error)
        named = _named([task_id for task_id in ids if task_id])
        where = translate("Wording", "Task {ids}: ").format(ids=named) if named else ""
        lines.append(where + sentences(_ended(reason), error_advice(error)))
    more = len(by_reason) - MAX_REASONS
    if more > 0:
        lines.append(translate("Wording", "… and {n} more reasons").format(n=number(more)))
    return "\n".join(lines)


def _named(ids: list[int]) -> str:
    """Return the first ids, and how many more there are."""
    text = ", ".join(str(task_id) for task_id in ids[:MAX_IDS])
    more = len(ids) - MAX_IDS
    return translate("Wording", "{ids} and {n} more").format(ids=text, n=number(more)) if more > 0 else text


def _ended(sentence: str) -> str:
    if sentence.endswith((".", "!", "?", "。", "！", "？")):
        return sentence
    return translate("Wording", "{sentence}.").format(sentence=sentence)
