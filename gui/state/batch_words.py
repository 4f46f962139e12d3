"""What is said of requests and batches, as sentences: English with ``{names}``, kept filled in.

A view that speaks another language takes a kept sentence apart again.
"""

import re
from functools import cache

from gui.store.batch_records import BROKEN_OFF, INTERRUPTED

# Evidence: what a look through the tasks, or an answer, showed
ALL_THERE = "{count} of {expected} tasks were found, numbers {first} to {last}, made after number {since}."
SOME_THERE = (
    "Only {count} of {expected} tasks were found after number {since}, numbers {first} to {last};"
    " looked {looks} times, at {seen} newer tasks."
)
NONE_THERE = (
    "None of {expected} tasks was found after number {since}; looked {looks} times, at {seen} newer tasks,"
    " the newest is number {newest}."
)
TOO_MANY = (
    "{count} tasks like these were found after number {since}, numbers {first} to {last}, where {expected}"
    " were asked for: which of them are of this request cannot be told."
)
ALIKE = (
    "{count} of {expected} tasks were found after number {since}, and {alike} that are alike but differ in"
    " their settings or their origin: whose they are cannot be told."
)
DELETED = (
    "{count} of {expected} tasks were found after number {since}, and {gone} numbers since then are missing:"
    " whether those were of this request cannot be told."
)
BROKEN = (
    "{count} of {expected} tasks were found after number {since}, and {broken} could not be read: whether"
    " those are of this request cannot be told."
)
UNSETTLED = (
    "{count} of {expected} tasks were found after number {since}, and their count kept changing over {looks}"
    " looks: it cannot be told yet."
)
WENT_BACK = (
    "The newest task is number {newest}, but number {since} was there before: the list was cleared or is"
    " another one, and cannot tell."
)
OTHER_LIST = "Task number {since} is another one than it was: this is another list, and cannot tell."
OTHER_SERVER = (
    "It was sent to {sent_to}, and {here} is asked now: nothing shows that both are the same TikMatrix, so it"
    " cannot be told."
)
UNREADABLE = "The task list could not be read: {reason}"
NOT_MADE = "The answer says that no task was made."
OTHER_COUNT = "The answer names {count} tasks where {expected} were expected."
TWICE = (
    "{count} more tasks like these were made after number {since}, numbers {first} to {last}, that no answer"
    " named: the connection may have delivered the request twice."
)
EVIDENCE = (
    ALL_THERE,
    SOME_THERE,
    NONE_THERE,
    TOO_MANY,
    ALIKE,
    DELETED,
    BROKEN,
    UNSETTLED,
    WENT_BACK,
    OTHER_LIST,
    OTHER_SERVER,
    UNREADABLE,
    NOT_MADE,
    OTHER_COUNT,
    TWICE,
)

# Why a request is unclear although an answer came
ODD_ANSWER = "The answer contradicts itself: it names {named} tasks and counts {said}."
UNCONFIRMED = "The answer names tasks that are not on the list."

# Why the panel paused a batch
NOT_CONNECTED = "There is no connection to TikMatrix."
MOVED = "TikMatrix is asked at another address now: {here}"
LINE_BROKE = "TikMatrix could not be asked: {reason}"
KEY_UNKNOWN = "A key that this batch needs is not known any more ({reason}). Save it in the form, then go on."
KEY_NOT_KEPT = "The key of this batch was not kept. Send it anew from the form."
PANEL_FAILED = "Something in the panel went wrong: {reason}"
STILL_UNCLEAR = "Whether the last request arrived could not be looked up: {reason}"
REASONS = (
    INTERRUPTED,
    BROKEN_OFF,
    ODD_ANSWER,
    UNCONFIRMED,
    NOT_CONNECTED,
    MOVED,
    LINE_BROKE,
    KEY_UNKNOWN,
    KEY_NOT_KEPT,
    PANEL_FAILED,
    STILL_UNCLEAR,
)


def taken_apart(sentence: str) -> tuple[str, dict[str, str]]:
    """Return the template of a kept sentence and what stands in it; the sentence itself where it has none."""
    for template in (*EVIDENCE, *REASONS):
        if found := _pattern(template).fullmatch(sentence):
            return template, found.groupdict()
    return sentence, {}


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    named = [re.escape(part) if place % 2 == 0 else f"(?P<{part}>.*?)" for place, part in enumerate(parts)]
    return re.compile("".join(named), re.DOTALL)
