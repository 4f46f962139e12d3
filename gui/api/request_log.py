"""The last requests, for a window to show. Method, path, status and time only: nothing secret ever enters."""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict

from gui.api.schemas import RequestRecord


class RequestLog:
    """A bounded log of calls, oldest first."""

    def __init__(self, capacity: int = 500) -> None:
        self._records: deque[RequestRecord] = deque(maxlen=capacity)
        self.serial = 0
        """How many records were ever added; tells a view whether there is something new."""

    def add(self, record: RequestRecord) -> None:
        """Append a record; the oldest falls out when the log is full."""
        self._records.append(record)
        self.serial += 1

    def __iter__(self) -> Iterator[RequestRecord]:
        """Iterate oldest to newest over the log as it is now, whatever is added meanwhile."""
        return iter(tuple(self._records))

    def lines(self) -> str:
        """Return the log as JSON lines, oldest first."""
        return "".join(json.dumps(asdict(record)) + "\n" for record in self)

    def __len__(self) -> int:
        """How many records are held."""
        return len(self._records)
