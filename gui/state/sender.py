"""Sends what waits, one request at a time, and looks up what became of a request whose answer was lost."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gui.api.client import LocalApi
from gui.state.ledger import Ledger
from gui.store.batch_records import BatchRequest

if TYPE_CHECKING:
    from gui.state.batches import Batches


class Sender:
    def __init__(self, ledger: Ledger, batches: "Batches") -> None:
        self._ledger = ledger

    def connected(self, api: LocalApi | None) -> None:
        self._api = api

    def wake(self) -> None:
        pass

    def look_at(self, requests: Iterable[BatchRequest]) -> None:
        pass

    def confirm(self, requests: Iterable[BatchRequest]) -> None:
        pass

    async def run(self) -> None:
        pass
