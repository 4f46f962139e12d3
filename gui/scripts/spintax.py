"""Spintax: ``{a|b|c}`` stands for one of its words each time; groups nest.

How TikMatrix itself reads it is a guess: that groups nest 70 %, that a brace without its fellow stays as it
is 60 %, that there is no way to escape one 60 %. So a fault is something to point at, never to forbid.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

MOST_VARIANTS = 10**12
"""Nobody needs to know how many more there are."""
MOST_FAULTS = 100
_MARKS = re.compile(r"[{|}]")
_BRACES = re.compile(r"[{}]")
_FLAT = re.compile(r"(?:[^{}]*\{[^{}]*\})*[^{}]*")
"""Nothing wrong at the first glance, which is all that a long list has time for."""


class FaultKind(StrEnum):
    """What is wrong with a brace."""

    NEVER_CLOSED = "never closed"
    NEVER_OPENED = "never opened"


@dataclass(frozen=True, slots=True)
class Fault:
    """One brace without its fellow. Lines and columns count from 1, columns in characters."""

    line: int
    column: int
    kind: FaultKind


@dataclass(slots=True)
class _Group:
    """A group that is being read: the ways of its finished words, and those of the one at hand."""

    words: int = 0
    here: int = 1


def has_groups(text: str) -> bool:
    """Whether there is any brace in a text."""
    return "{" in text or "}" in text


def check(text: str, *, by_line: bool = False) -> tuple[Fault, ...]:
    """Return every brace without its fellow, from top to bottom, at most ``MOST_FAULTS``.

    ``by_line``: each line is a text of its own, so that no group reaches over the end of one.
    """
    if not by_line:
        return _located(text, _lonely(text))
    found: list[Fault] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not _FLAT.fullmatch(line):
            found += (Fault(number, fault.column, fault.kind) for fault in check(line))
            if len(found) >= MOST_FAULTS:
                break
    return tuple(found[:MOST_FAULTS])


def variants(text: str) -> int:
    """Return in how many ways a text can be read, at most ``MOST_VARIANTS``. Equal words count each."""
    stack = [_Group()]
    for _, mark in _pieces(text):
        group = stack[-1]
        if mark == "{":
            stack.append(_Group())
        elif mark == "|":
            group.words, group.here = min(group.words + group.here, MOST_VARIANTS), 1
        elif mark == "}":
            stack.pop()
            inner = min(group.words + group.here, MOST_VARIANTS)
            stack[-1].here = min(stack[-1].here * inner, MOST_VARIANTS)
    return stack[0].here


def sample(text: str, chance: Random) -> str:
    """Return one of the variants of a text."""
    # A group's words are kept until it closes: only then is it known how many there are to choose from.
    stack: list[list[list[str]]] = [[[]]]
    for words, mark in _pieces(text):
        stack[-1][-1].append(words)
        if mark == "{":
            stack.append([[]])
        elif mark == "|":
            stack[-1].append([])
        elif mark == "}":
            chosen = chance.choice(stack.pop())
            stack[-1][-1].append("".join(chosen))
    return "".join(stack[0][0])


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield plain words, and the mark that ends them; the last are ended by nothing.

    Braces without their fellow, and bars outside every group, are plain words.
    """
    lonely = {at for at, _ in _lonely(text)}
    depth = start = 0
    for match in _MARKS.finditer(text):
        at, mark = match.start(), match.group()
        if at in lonely or (mark == "|" and not depth):
            continue
        depth += {"{": 1, "|": 0, "}": -1}[mark]
        yield text[start:at], mark
        start = at + 1
    yield text[start:], ""


def _lonely(text: str) -> list[tuple[int, FaultKind]]:
    """Return the places of the braces without their fellow, in order."""
    opened: list[int] = []
    closed: list[int] = []
    for match in _BRACES.finditer(text):
        if match.group() == "{":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            closed.append(match.start())
    found = [(at, FaultKind.NEVER_CLOSED) for at in opened]
    return sorted(found + [(at, FaultKind.NEVER_OPENED) for at in closed])


def _located(text: str, places: list[tuple[int, FaultKind]]) -> tuple[Fault, ...]:
    found: list[Fault] = []
    line, start, seen = 1, 0, 0
    for at, kind in places[:MOST_FAULTS]:
        line += text.count("\n", seen, at)
        start = max(start, text.rfind("\n", seen, at) + 1)
        seen = at
        found.append(Fault(line, at - start + 1, kind))
    return tuple(found)
