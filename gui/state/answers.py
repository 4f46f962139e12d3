"""What an answer, or its absence, says of a request. Pure."""

from dataclasses import replace

from gui.api.errors import ApiError, NotFound, PlanRefused, Rejected, TimedOut, Unreachable
from gui.api.schemas import Created
from gui.state import batch_words as words
from gui.store.batch_records import BatchRequest, RequestState


def after_answer(sending: BatchRequest, created: Created) -> BatchRequest:
    """Return the request as an answer leaves it; UNKNOWN where the answer contradicts itself."""
    ids, said, expected = created.task_ids, created.created_count, sending.expected
    if said == 0 and not ids:
        return replace(sending, state=RequestState.NOT_CREATED, evidence=words.NOT_MADE)
    sound = len(set(ids)) == len(ids) == said and min(ids) > (sending.since_id or 0)
    if not sound:  # bytes may have changed on the way; the list will tell
        reason = words.ODD_ANSWER.format(named=len(ids), said=said)
        return replace(sending, state=RequestState.UNKNOWN, reason=reason)
    done = replace(sending, state=RequestState.CREATED, task_ids=tuple(sorted(ids)))
    if expected is None or said == expected:
        return done
    state = RequestState.PARTLY if said < expected else RequestState.CREATED
    return replace(done, state=state, evidence=words.OTHER_COUNT.format(count=said, expected=expected))


def after_failure(sending: BatchRequest, error: ApiError) -> BatchRequest:
    """Return the request as a failure leaves it."""
    if error.maybe_done:
        return replace(sending, state=RequestState.UNKNOWN, reason=str(error))
    if is_unsent(error):
        return replace(
            sending, state=RequestState.WAITING, since_id=None, sent_at=None, since_mark="", sent_to=""
        )
    return replace(sending, state=RequestState.REFUSED, reason=str(error))


def is_unsent(error: ApiError) -> bool:
    """Whether the line as a whole is down or refused: the next request would fare no better."""
    refused = isinstance(error, (Rejected, NotFound))
    return not error.maybe_done and not refused and isinstance(error, (PlanRefused, TimedOut, Unreachable))
