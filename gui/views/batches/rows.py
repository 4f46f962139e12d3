"""Batches, requests and devices as rows of the tables."""

import html
from collections.abc import Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from gui.state.batch_progress import BatchProgress, Counts
from gui.state.devices import Device
from gui.store.batch_records import Batch, BatchRequest, RequestState
from gui.tables.batches import BatchRow, Shares
from gui.tables.columns import account_text
from gui.tables.devices import natural_key
from gui.tables.small import SmallRow
from gui.views.batches import words
from gui.views.compose.naming import short_list
from gui.views.wording import number

_RANK = {
    state: rank
    for rank, state in enumerate(
        (
            RequestState.UNKNOWN,
            RequestState.REFUSED,
            RequestState.NOT_CREATED,
            RequestState.PARTLY,
            RequestState.SENDING,
            RequestState.WAITING,
            RequestState.CANCELLED,
            RequestState.CREATED,
        )
    )
}
"""What needs the operator first comes first where the table is sorted by state."""

translate = QCoreApplication.translate


def nicknames(devices: Mapping[str, Device]) -> dict[str, str]:
    """Return what the operator calls the devices, by serial."""
    return {serial: device.name for serial, device in devices.items()}


def batch_row(batch: Batch, progress: BatchProgress | None, today: datetime) -> BatchRow:
    """Return a batch as a row of the list."""
    tone, mark, state = words.batch_state(batch, progress)
    detail = " · ".join((batch.script_name, words.when(batch, today)))
    spoken = ", ".join(part for part in (batch.name, detail, state) if part)
    return BatchRow(batch.id, batch.name, detail, tone, mark, state, spoken)


def shares(progress: BatchProgress) -> Shares:
    """Return how the tasks of a batch stand. What exists beyond what was expected counts as expected."""
    missing = max(0, (progress.expected or 0) - progress.created)
    return Shares(progress.done, progress.failed, progress.running, progress.waiting, missing, progress.gone)


def request_rows(batch: Batch, name_of: dict[str, str]) -> list[SmallRow]:
    """Return the requests of a batch as rows."""
    return [request_row(each, name_of) for each in batch.requests]


def request_row(request: BatchRequest, name_of: dict[str, str]) -> SmallRow:
    """Return one request as a row."""
    asked = request.request
    by_account = bool(asked.usernames)
    places = (
        [account_text(u) for u in asked.usernames]
        if by_account
        else [name_of.get(serial, serial) for serial in asked.serials]
    )
    targets = short_list(places, 3)
    tone, mark = words.TONES[request.state]
    note = words.note(request)
    cells = (
        number(request.number),
        targets,
        words.made_of(len(request.task_ids), request.expected),
        words.state_word(request.state),
        " ".join(note.split()),
    )
    sorts = (
        request.number,
        natural_key(targets),
        len(request.task_ids) - (request.expected or 0),
        _RANK[request.state],
        note.casefold(),
    )
    loud = tone if request.state in {RequestState.UNKNOWN, RequestState.REFUSED} else "muted"
    short = request.expected is not None and 0 < len(request.task_ids) < request.expected
    tones = ("muted", "", "warning" if short else "", tone, loud)
    lines = [targets, *words.tip_lines(request, name_of)]
    tip = f"<qt>{'<br>'.join(html.escape(line) for line in lines)}</qt>"
    return SmallRow((request.batch_id, request.number), cells, sorts, tones, mark, tip)


def device_rows(
    batch_id: int, by_device: Mapping[str, Counts], name_of: dict[str, str]
) -> Iterable[SmallRow]:
    """Return how the tasks of a batch stand on each device, by name."""
    rows = []
    for serial, counts in by_device.items():
        name = name_of.get(serial, serial) if serial else _nowhere(counts)
        figures = (counts.waiting, counts.running, counts.done, counts.failed)
        tones = (
            "" if serial else "muted",
            *(
                tone if figure else "disabled"
                for tone, figure in zip(("pending", "running", "completed", "failed"), figures, strict=True)
            ),
        )
        texts = tuple(number(figure) if figure else "–" for figure in figures)
        tip = f"<qt>{html.escape(name)}" + (f"<br>{html.escape(serial)}" if serial != name else "") + "</qt>"
        rows.append(
            SmallRow((batch_id, serial), (name, *texts), (natural_key(name), *figures), tones, "", tip)
        )
    rows.sort(key=lambda row: row.sorts[0])
    return rows


def _nowhere(counts: Counts) -> str:
    if counts.gone:
        return translate("Batches", "(not there any more)")
    return translate("Batches", "(not listed yet)")
