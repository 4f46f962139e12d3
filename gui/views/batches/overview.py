"""Feeds the list of batches: counts those that are in sight, a few at a time, and remembers the rest."""

import time
from collections.abc import Iterable
from datetime import date, datetime

from gui.state.batch_progress import BatchProgress
from gui.state.host import Host
from gui.store.batch_records import Batch
from gui.tables.batches import BatchRow, BatchTable
from gui.tables.columns import local_now
from gui.views.batches import rows

_TURN_S = 0.008


class Overview:
    """Counting a batch looks at each of its tasks: none is counted that has not changed."""

    def __init__(self, host: Host, table: BatchTable) -> None:
        self._batches = host.batches
        self._table = table
        self._counted: dict[int, BatchProgress] = {}
        self._doubtful: set[int] = set()
        self._made: dict[int, tuple[Batch, BatchProgress | None, date, BatchRow]] = {}
        """Rows by batch, with what they were made from."""

    def doubt(self, batch_id: int) -> None:
        """A batch has changed."""
        self._doubtful.add(batch_id)

    def doubt_all(self) -> None:
        """Tasks have changed: nobody knows of which batch."""
        self._doubtful.update(self._batches.batches)

    def progress(self, batch: Batch) -> BatchProgress:
        """Return how a batch stands, counted anew where it may have changed."""
        if batch.id in self._doubtful or batch.id not in self._counted:
            self._counted[batch.id] = self._batches.progress(batch.id)
            self._doubtful.discard(batch.id)
            self._tell(batch)
        return self._counted[batch.id]

    def show_batches(self) -> None:
        """Show every batch in the list, as far as it has been counted."""
        batches = self._batches.batches
        for batch_id in self._counted.keys() - batches.keys():
            del self._counted[batch_id]
            self._made.pop(batch_id, None)
        self._doubtful &= batches.keys()
        now = local_now()
        self._table.show([self._row(batch, now) for batch in batches.values()])

    def go_on(self, in_sight: Iterable[int]) -> bool:
        """Count some of these that may have changed; return whether some are left."""
        end = time.perf_counter() + _TURN_S
        batches = self._batches.batches
        waiting = [i for i in in_sight if i in self._doubtful or i not in self._counted]
        for batch_id in waiting:
            if time.perf_counter() >= end:
                return True
            self.progress(batches[batch_id])
        return False

    def _tell(self, batch: Batch) -> None:
        self._table.set_shares({batch.id: rows.shares(self._counted[batch.id])})
        self._table.change(self._row(batch, local_now()))

    def _row(self, batch: Batch, now: datetime) -> BatchRow:
        progress = self._counted.get(batch.id)
        made = self._made.get(batch.id)
        # The very same records: to compare five thousand ids takes as long as to count them.
        if made is None or made[0] is not batch or made[1] is not progress or made[2] != now.date():
            row = rows.batch_row(batch, progress, now)
            made = self._made[batch.id] = batch, progress, now.date(), row
        return made[3]
