"""Every batch that was sent from here, and what may be done with one.

Sending goes on in the background; every public method returns at once, what comes of it is told by a signal.
"""

import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gui.api.errors import ApiError
from gui.api.schemas import Task, TaskStatus
from gui.state.batch_progress import BatchProgress, ids_in, progress_of
from gui.store.batch_records import Batch, BatchRequest, BookProblem, RequestState

if TYPE_CHECKING:
    from concurrent.futures import Future

    from gui.api.client import LocalApi
    from gui.state.background import Background
    from gui.state.host import Host
    from gui.state.ledger import Ledger
    from gui.state.plan import Plan
    from gui.state.sender import Sender
    from gui.store.batch_book import BatchBook

SETTLE_S = 3.0
"""How long after a failure a request may still arrive at the server (guess, 80 %)."""
READ_AFTER_S = 1.5
"""The longest wait for the first picture before the book is read."""
SAFE_TO_SEND = frozenset({RequestState.REFUSED, RequestState.NOT_CREATED})
"""Requests of which nothing exists on the server."""


UNREAD_S = 20.0
"""So long after a request its tasks may be missing only because they have not been read yet."""


@dataclass(frozen=True, slots=True)
class RequestDone:
    """What became of a request: told when it was sent, and again when a look shows something else."""

    batch_id: int
    number: int
    state: RequestState
    error: ApiError | None = None


class Batches(QObject):
    """Sends batches, one request at a time, and keeps what became of each."""

    added = Signal(int)
    changed = Signal(int)
    removed = Signal(int)
    request_done = Signal(object)
    problem = Signal(str)
    """A sentence, English: something could not be written or sent as it should."""

    def __init__(
        self,
        host: "Host",
        book: "BatchBook | Path | None" = None,
        put_back: Callable[[dict[str, Any]], dict[str, Any]] = dict,
    ) -> None:
        """``book``: one, or where its file is; None keeps nothing. Nothing is opened before the first use.

        ``put_back`` returns a script_config with its secrets in it; it is called in a thread.
        """
        super().__init__(host)
        self._host = host
        self._book = book
        self._batches: dict[int, Batch] = {}
        self._started = False
        self.put_back = put_back
        self.settle_s = SETTLE_S

    # The first window waits for none of these.

    @cached_property
    def _background(self) -> "Background":
        from gui.state.background import Background  # noqa: PLC0415

        return Background()

    @cached_property
    def _ledger(self) -> "Ledger":
        from gui.state.ledger import Ledger  # noqa: PLC0415
        from gui.store.batch_book import BatchBook  # noqa: PLC0415

        book = self._book if isinstance(self._book, BatchBook) else BatchBook(self._book)
        return Ledger(book, self._batches, self.changed.emit, self.problem.emit)

    @cached_property
    def _sender(self) -> "Sender":
        from gui.state.sender import Sender  # noqa: PLC0415 - and a start that sends nothing, neither

        sender = Sender(self._ledger, self)
        sender.connected(self._host.api)
        if self._started:
            self._background.start(sender.run())
        return sender

    # Life

    def start(self) -> None:
        """Begin to read the book, to send and to look up, inside a running loop."""
        self._started = True
        self._host.server_changed.connect(self._connected)
        self._background.start(self._read_soon())
        if "_sender" in self.__dict__:
            self._background.start(self._sender.run())

    async def stop(self) -> None:
        """End what runs; a request that is under way is looked up at the next start."""
        await self._background.cancel()
        self._ledger.close()

    async def _read_soon(self) -> None:
        """Read the book once the first picture is complete, or when that takes long."""
        import asyncio  # noqa: PLC0415

        complete = asyncio.Event()
        self._host.ready.connect(complete.set)
        with suppress(TimeoutError):
            async with asyncio.timeout(READ_AFTER_S):
                await complete.wait()
        try:
            self._announce(await self._ledger.read())
        except BookProblem as error:
            self.problem.emit(str(error))

    def _announce(self, found: Collection[Batch]) -> None:
        for batch in found:
            self.added.emit(batch.id)
            if unclear := [each for each in batch.requests if each.state is RequestState.UNKNOWN]:
                self._sender.look_at(unclear)

    # What is known

    @property
    def batches(self) -> Mapping[int, Batch]:
        """Every batch by id, newest last."""
        return self._batches

    @property
    def is_read(self) -> bool:
        """Whether the batches of earlier runs are known."""
        return "_ledger" in self.__dict__ and self._ledger.is_read

    def progress(self, batch_id: int) -> BatchProgress:
        """Count the tasks of a batch as they stand now. Raises KeyError."""
        host, batch, now = self._host, self.batches[batch_id], time.time()
        read_to = host.mirror.highest if host.progress.complete and not host.progress.catching_up else 0
        if read_to and now - max((each.sent_at or 0.0 for each in batch.requests), default=0.0) > UNREAD_S:
            read_to = max(read_to, *batch.task_ids, 0)
        at_once = host.license.device_limit if host.license else 1
        return progress_of(batch, host.tasks, read_to=read_to, at_once=at_once, now=now)

    # What the operator does

    def submit(self, plan: "Plan") -> int | None:
        """Write a plan down, and begin to send it; return its id.

        Where it cannot be written nothing is sent: None, and ``problem`` says why.
        """
        try:
            self._announce(self._ledger.read_now())
            batch = self._ledger.add(plan)
        except BookProblem as error:
            self.problem.emit(str(error))
            return None
        self.added.emit(batch.id)
        self._sender.wake()
        return batch.id

    def pause(self, batch_id: int) -> None:
        """Send nothing more of a batch for now; the request that is under way is not called back."""
        self._set(batch_id, paused=True, why_paused="")

    def resume(self, batch_id: int) -> None:
        """Go on with what waits."""
        self._set(batch_id, paused=False, why_paused="")

    def cancel(self, batch_id: int) -> None:
        """Never send what waits; what was created stays."""
        self._move(batch_id, {RequestState.WAITING}, RequestState.CANCELLED, cancelled=True)

    def send_rest(self, batch_id: int) -> None:
        """Send what has not been sent yet, also where it was cancelled."""
        self._move(
            batch_id,
            {RequestState.CANCELLED},
            RequestState.WAITING,
            cancelled=False,
            paused=False,
            why_paused="",
        )

    def send_again(self, batch_id: int, states: Collection[RequestState] = SAFE_TO_SEND) -> None:
        """Send requests in these states once more.

        One that was refused goes out as it is. Of any other the task list is read first: what exists by now
        is not sent. UNKNOWN ones are sent only where there is evidence, which the operator has seen. A batch
        that is paused with others waiting stays paused: resuming it is another decision.
        """
        batch = self.batches[batch_id]
        allowed = SAFE_TO_SEND | {RequestState.UNKNOWN}
        again = [
            each
            for each in batch.requests
            if each.state in allowed
            and each.state in states
            and (each.state is not RequestState.UNKNOWN or each.evidence)
        ]
        self._sender.confirm([each for each in again if each.state is RequestState.UNKNOWN])
        waiting = [
            replace(
                each,
                state=RequestState.WAITING,
                since_id=None if each.state is RequestState.REFUSED else each.since_id,
            )
            for each in again
        ]
        paused = batch.paused and batch.states[RequestState.WAITING] > 0
        why = batch.why_paused if paused else ""
        self._write(waiting, replace(batch, paused=paused, cancelled=False, why_paused=why))

    def look_up(self, batch_id: int) -> None:
        """Read the task list for every request whose fate is not settled."""
        self._sender.look_at(self.batches[batch_id].requests)

    def rename(self, batch_id: int, name: str) -> None:
        """Give a batch another name."""
        self._set(batch_id, name=name)

    def forget(self, batch_id: int) -> None:
        """Drop a batch from the list; its tasks stay. One that is being sent is kept."""
        batch = self.batches[batch_id]
        if batch.states[RequestState.SENDING]:
            self.problem.emit("A request of this batch is under way: it can be forgotten afterwards.")
            return
        self._watch(self._ledger.forget(batch_id))
        self.removed.emit(batch_id)

    def retry_failed(self, batch_id: int) -> None:
        """Put the failed tasks of a batch back to pending."""
        self._host.retry(ids_in(self.batches[batch_id], self._host.tasks, TaskStatus.FAILED))

    def delete_left(self, batch_id: int) -> None:
        """Delete the tasks of a batch that have not begun."""
        self._host.delete(ids_in(self.batches[batch_id], self._host.tasks, TaskStatus.PENDING))

    # Inside

    def _connected(self, api: "LocalApi | None") -> None:
        if "_sender" in self.__dict__:
            self._sender.connected(api)

    def _set(self, batch_id: int, **facts: Any) -> None:  # noqa: ANN401 - fields of a Batch
        self._write((), replace(self.batches[batch_id], **facts))

    def _move(
        self,
        batch_id: int,
        states: Collection[RequestState],
        to: RequestState,
        **facts: Any,  # noqa: ANN401
    ) -> None:
        batch = self.batches[batch_id]
        moved = [replace(each, state=to) for each in batch.requests if each.state in states]
        self._write(moved, replace(batch, **facts))

    def _write(self, requests: Collection[BatchRequest], batch: Batch) -> None:
        self._watch(self._ledger.change(requests, batch))
        if self._ledger.next_waiting() is not None:
            self._sender.wake()

    def _watch(self, change: "Future[None]") -> None:
        """Tell where something could not be written, once that is known."""
        self._background.start(self._tell(change))

    async def _tell(self, change: "Future[None]") -> None:
        from gui.state.ledger import written  # noqa: PLC0415

        try:
            await written(change)
        except BookProblem as error:
            self.problem.emit(str(error))

    # What the sender tells

    def done(self, request: BatchRequest, error: ApiError | None) -> None:
        """Tell what became of a request."""
        self.request_done.emit(RequestDone(request.batch_id, request.number, request.state, error))

    def made(self, tasks: Collection[Task]) -> None:
        """Show tasks that were read while sending."""
        self._host.take_made(tuple(tasks))
