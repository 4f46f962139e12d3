"""The one place that says to a person what happened: ages, counts, errors and outcomes in words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from gui.api.errors import ApiError
from gui.state.outcome import Command, Outcome

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


def outcome_words(outcome: Outcome) -> Words:
    """Say what became of a command: what was done, what was not and why."""
    if not outcome.failures:
        return _all_done(outcome)
    detail = _reasons(outcome)
    first = outcome.failures[0][1]
    if outcome.done:
        text = translate("Wording", "{command}: {done} of {asked} done, {failed} refused.").format(
            command=command_name(outcome.command),
            done=number(outcome.done),
            asked=number(outcome.asked),
            failed=number(len(outcome.failures)),
        )
        return Words("warning", text, detail)
    text = translate("Wording", "{command} failed. {reason}").format(
        command=command_name(outcome.command), reason=_ended(error_sentence(first))
    )
    return Words("error", text, detail)


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
    return Words("success", text)


def _created(outcome: Outcome) -> Words:
    if not outcome.done:
        text = translate("Wording", "TikMatrix accepted the request but created no task.")
        return Words("warning", text)
    ids = ", ".join(str(task_id) for task_id in outcome.task_ids[:MAX_IDS])
    more = len(outcome.task_ids) - MAX_IDS
    if more > 0:
        ids = translate("Wording", "{ids} and {n} more").format(ids=ids, n=more)
    detail = translate("Wording", "Task IDs: {ids}").format(ids=ids) if ids else ""
    return Words("success", translate("Wording", "%n task(s) created.", "", outcome.done), detail)


def _reasons(outcome: Outcome) -> str:
    """Group the failures by reason: a hundred equal refusals are one line."""
    by_reason: dict[str, tuple[ApiError, list[int]]] = {}
    for task_id, error in outcome.failures:
        by_reason.setdefault(error_sentence(error), (error, []))[1].append(task_id)
    lines = []
    for reason, (error, ids) in list(by_reason.items())[:MAX_REASONS]:
        named = [str(task_id) for task_id in ids if task_id][:MAX_IDS]
        where = translate("Wording", "Task {ids}: ").format(ids=", ".join(named)) if named else ""
        lines.append(where + sentences(_ended(reason), error_advice(error)))
    if len(by_reason) > MAX_REASONS:
        lines.append("…")
    return "\n".join(lines)


def _ended(sentence: str) -> str:
    if sentence.endswith((".", "!", "?", "。", "！", "？")):
        return sentence
    return translate("Wording", "{sentence}.").format(sentence=sentence)
