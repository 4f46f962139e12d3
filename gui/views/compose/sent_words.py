"""What became of a batch, in words for the place from which it was sent."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.api.errors import ApiError
from gui.state.outcome import Command, Outcome
from gui.store.batch_records import Batch, BatchRequest, RequestState
from gui.views.batches.words import told as said
from gui.views.compose.naming import short_list
from gui.views.wording import error_advice, error_sentence, number, outcome_words, sentences

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Told:
    """A message for the notice."""

    tone: str
    text: str
    detail: str = ""
    tasks: bool = False
    """Whether there are tasks to be looked at."""
    batch: bool = True
    """Whether there is more to be seen in the batch."""


def told_of(batch: Batch, error: ApiError | None) -> Told | None:
    """Say what became of a batch; None while it still goes out. ``error``: the last that came, if any."""
    if batch.states[RequestState.SENDING] or (batch.states[RequestState.WAITING] and not batch.why_paused):
        return None
    if len(batch.requests) == 1:
        return _of_one(batch.requests[0], error, batch.why_paused)
    return _of_many(batch)


def _of_one(request: BatchRequest, error: ApiError | None, why_paused: str) -> Told | None:
    match request.state:
        case RequestState.CREATED:
            count = len(request.task_ids)
            words = outcome_words(Outcome(Command.CREATE, count, count, task_ids=request.task_ids))
            told = Told(words.kind, words.text, words.detail, tasks=True, batch=False)
        case RequestState.PARTLY:
            told = _partly(request)
        case RequestState.REFUSED if error is not None:
            told = Told("error", error_sentence(error), error_advice(error))
        case RequestState.REFUSED:
            told = Told("error", request.reason or translate("Sent", "TikMatrix refused the request."))
        case RequestState.UNKNOWN:
            told = _unknown(request, error)
        case RequestState.NOT_CREATED:
            text = translate("Sent", "Nothing of it was created. It can be sent again.")
            told = Told("warning", text, sentences(request.reason, said(request.evidence)))
        case RequestState.WAITING:
            text = translate("Sent", "It was not sent, and waits.")
            told = Told("warning", text, said(why_paused))
        case _:
            return None
    return told


def _partly(request: BatchRequest) -> Told:
    done = len(request.task_ids)
    if not done:
        return Told("warning", translate("Sent", "TikMatrix accepted the request but created no task."))
    text = translate("Sent", "{done} of {expected} tasks were created.")
    expected = number(request.expected) if request.expected is not None else "?"
    missing = translate("Sent", "TikMatrix did not say why the others are missing.")
    if request.missing:
        pairs = [" · ".join(part for part in pair if part) for pair in request.missing]
        missing = translate("Sent", "Missing: {names}.").replace("{names}", short_list(pairs))
    return Told("warning", text.format(done=number(done), expected=expected), missing, tasks=True)


def _unknown(request: BatchRequest, error: ApiError | None) -> Told:
    text = error_sentence(error) if error is not None else said(request.reason)
    doubt = translate("Sent", "Tasks may have been created all the same.")
    if request.evidence:
        looked = translate("Sent", "The panel has looked: {evidence}").replace(
            "{evidence}", said(request.evidence)
        )
    else:
        looked = translate("Sent", "The panel looks for them now. It sends nothing again by itself.")
    return Told("warning", text or doubt, sentences(doubt, looked), tasks=True)


def _of_many(batch: Batch) -> Told:
    states = batch.states
    parts = []
    refused = [each for each in batch.requests if each.state is RequestState.REFUSED]
    if refused:
        parts.append(translate("Sent", "%n request(s) refused.", "", len(refused)))
        parts.append(short_list(list(dict.fromkeys(each.reason for each in refused if each.reason)), most=2))
    if states[RequestState.UNKNOWN]:
        parts.append(
            translate(
                "Sent", "Of %n request(s) it is not known what became.", "", states[RequestState.UNKNOWN]
            )
        )
        parts += [said(text) for text in dict.fromkeys(each.evidence for each in batch.requests) if text][:2]
    if states[RequestState.PARTLY]:
        parts.append(translate("Sent", "%n request(s) made fewer tasks.", "", states[RequestState.PARTLY]))
    if states[RequestState.NOT_CREATED]:
        parts.append(translate("Sent", "%n request(s) made nothing.", "", states[RequestState.NOT_CREATED]))
    if states[RequestState.CANCELLED]:
        parts.append(translate("Sent", "%n request(s) cancelled.", "", states[RequestState.CANCELLED]))
    if batch.why_paused:
        parts.append(said(batch.why_paused))
    text = translate("Sent", "{tasks} tasks created, {requests} of {all} requests done.")
    done = states[RequestState.CREATED] + states[RequestState.PARTLY]
    tone = "success" if done == len(batch.requests) and not parts else "warning"
    count = len(batch.requests)
    text = text.format(tasks=number(batch.created), requests=number(done), all=number(count))
    return Told(tone, text, sentences(*parts), tasks=batch.created > 0)
