"""Every batch in memory, and the way of each change to the disk: one thread, in the order of the changes."""

import asyncio
import importlib
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from gui.store.batch_book import BatchBook
from gui.store.batch_records import Batch, BatchRequest, BookProblem, RequestState

if TYPE_CHECKING:
    from gui.state.plan import Plan

T = TypeVar("T")
Key = tuple[int, int]
"""Batch id and number of a request."""


async def written(change: "Future[T]") -> T:
    """Wait for the book's thread; who gives up waiting takes nothing back."""
    return await asyncio.shield(asyncio.wrap_future(change))


class Ledger:
    """What is known of every batch. Belongs to the UI's thread; only the book is used in another."""

    def __init__(
        self,
        book: BatchBook,
        batches: dict[int, Batch],
        tell_changed: Callable[[int], None],
        tell_problem: Callable[[str], None],
    ) -> None:
        """``batches``: by id, newest last; filled and kept up to date here."""
        self._book = book
        self.batches = batches
        self._tell_changed = tell_changed
        self._tell_problem = tell_problem
        self.problem = ""
        """Why the last change did not reach the disk."""
        self._taken = False
        self._unsaved: dict[Key, BatchRequest] = {}
        self._unsaved_batches: dict[int, Batch] = {}

    # Reading

    @property
    def is_read(self) -> bool:
        """Whether the batches of earlier runs are known."""
        return self._taken

    async def read(self) -> list[Batch]:
        """Read the book in its thread; return what is new. Raises BookProblem."""
        if self._taken:
            return []
        return self._take(await written(self._thread.submit(self._read)))

    def read_now(self) -> list[Batch]:
        """Read the book if nobody has; return what is new. Raises BookProblem."""
        return [] if self._taken else self._take(self._book.read())

    def _take(self, found: list[Batch]) -> list[Batch]:
        if self._taken:  # somebody was quicker
            return []
        self._taken = True
        self.batches.update({batch.id: batch for batch in found})
        if self._book.problem:
            self._tell_problem(self._book.problem)
        return found

    # Looking

    def get(self, batch_id: int, number: int) -> BatchRequest | None:
        """Return a request as it stands; None once its batch was forgotten."""
        batch = self.batches.get(batch_id)
        return batch.requests[number - 1] if batch is not None else None

    def next_waiting(self) -> BatchRequest | None:
        """Return what is to be sent next: batches one after another, each in its order."""
        for batch in self.batches.values():
            if batch.paused or batch.cancelled:
                continue
            for request in batch.requests:
                if request.state is RequestState.WAITING:
                    return request
        return None

    def claimed(self, request: BatchRequest) -> set[int]:
        """Return the tasks that belong to other requests, and so are not of this one.

        A number that was known before this one was sent can only come back on another list of tasks.
        """
        since = request.since_id or 0
        return {
            task_id
            for batch in self.batches.values()
            for other in batch.requests
            if other.task_ids
            and other.task_ids[-1] > since
            and (other.batch_id, other.number) != (request.batch_id, request.number)
            and other.sent_to == request.sent_to
            and ((other.sent_at or 0) > (request.sent_at or 0) or other.evidence)
            for task_id in other.task_ids
        }

    # Changing

    def add(self, plan: "Plan") -> Batch:
        """Write a new batch, at once. Raises BookProblem."""
        batch = self._book.add(
            plan.name, plan.script_name, [(each.request, each.expected) for each in plan.requests]
        )
        # As it was planned, with secrets that the book does not keep.
        records = tuple(
            replace(record, request=each.request)
            for record, each in zip(batch.requests, plan.requests, strict=True)
        )
        batch = replace(batch, requests=records)
        self.batches[batch.id] = batch
        return batch

    def change(self, requests: Iterable[BatchRequest], batch: Batch | None = None) -> "Future[None]":
        """Take new facts of requests of one batch, and of the batch itself; return their way to the disk.

        The future fails with BookProblem. What could not be written is written with the next change.
        """
        requests = tuple(requests)
        batch_id = batch.id if batch is not None else requests[0].batch_id
        whole = batch or self.batches[batch_id]
        held = list(whole.requests)
        for request in requests:
            held[request.number - 1] = request
        whole = replace(whole, requests=tuple(held))
        self.batches[batch_id] = whole
        self._tell_changed(batch_id)
        return self._thread.submit(self._save, requests, whole if batch is not None else None)

    async def save(self, *requests: BatchRequest, batch: Batch | None = None) -> bool:
        """Take new facts, as ``change`` does; return whether they have reached the disk."""
        try:
            await written(self.change(requests, batch))
        except BookProblem as error:
            before, self.problem = self.problem, str(error)
            if self.problem != before:  # a full disk is told once
                self._tell_problem(self.problem)
            return False
        self.problem = ""
        return True

    def forget(self, batch_id: int) -> "Future[None]":
        """Drop a batch; the future fails with BookProblem."""
        del self.batches[batch_id]
        return self._thread.submit(self._forget, batch_id)

    def close(self) -> None:
        """Wait until everything is written, also what a full disk did not take, and let go of the file."""
        self._thread.submit(self._save_rest)
        self._thread.shutdown()
        self._book.close()
        del self._thread  # another one is begun where something more is to be written

    # In the book's thread

    def _read(self) -> list[Batch]:
        found = self._book.read()
        if any(batch.states[RequestState.UNKNOWN] for batch in found):
            # They will be looked up; what that needs takes long to load, and the window does not wait for it.
            importlib.import_module("gui.state.sender")
        return found

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(1, "batches")

    def _save(self, requests: Iterable[BatchRequest], batch: Batch | None) -> None:
        self._unsaved.update({(each.batch_id, each.number): each for each in requests})
        if batch is not None:
            self._unsaved_batches[batch.id] = batch
        for each in tuple(self._unsaved_batches.values()):
            self._book.put((), each)
            del self._unsaved_batches[each.id]
        self._book.put(self._unsaved.values())
        self._unsaved.clear()

    def _save_rest(self) -> None:
        if self._unsaved or self._unsaved_batches:
            self._save((), None)

    def _forget(self, batch_id: int) -> None:
        self._unsaved = {key: each for key, each in self._unsaved.items() if key[0] != batch_id}
        self._unsaved_batches.pop(batch_id, None)
        self._book.forget(batch_id)
