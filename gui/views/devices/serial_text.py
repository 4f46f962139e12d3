"""Reads a pasted list or the text of a CSV file into devices: serial, nickname, group, note."""

import csv
import re
from collections.abc import Container
from dataclasses import dataclass

MAX_LINES = 10_000
# An ADB serial: letters and digits, an address with a port, or a name such as emulator-5554.
_SERIAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:\-]{2,63}")
_HEADS = frozenset({"serial", "serials", "device", "device_serial", "udid", "id"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One device as the text names it."""

    serial: str
    nickname: str = ""
    group: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text holds."""

    entries: tuple[Entry, ...] = ()
    duplicates: int = 0
    """Lines whose serial is in the list already, or came before."""
    bad: tuple[tuple[int, str], ...] = ()
    """Line number and text of what is not a serial."""


def parse(text: str, known: Container[str] = ()) -> Parsed:
    """Read one device a line, columns apart by comma, semicolon or tab; a heading line is passed over."""
    entries: dict[str, Entry] = {}
    duplicates = 0
    bad: list[tuple[int, str]] = []
    first = True
    for number, line in enumerate(text.lstrip("\ufeff").splitlines()[:MAX_LINES], 1):
        if not line.strip():
            continue
        cells = _cells(line)
        heading = first and cells[0].casefold() in _HEADS
        first = False
        if heading:
            continue
        if not _SERIAL.fullmatch(cells[0]):
            bad.append((number, line.strip()))
        elif cells[0] in entries or cells[0] in known:
            duplicates += 1
        else:
            entries[cells[0]] = Entry(*cells[:4])
    return Parsed(tuple(entries.values()), duplicates, tuple(bad))


def _cells(line: str) -> list[str]:
    separator = next((mark for mark in "\t;," if mark in line), ",")
    try:
        row = next(csv.reader([line], delimiter=separator, skipinitialspace=True))
    except csv.Error:
        row = [line]
    return [cell.strip() for cell in row] or [""]
