"""Sends what waits, one request at a time, and looks up what became of a request whose answer was lost.

Every step is on the disk before the next: a request is SENDING there before its first byte leaves. While it
is not known whether a request arrived nothing else is sent, so that what appears has one possible author.
"""

import asyncio
import logging
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gui.api.client import LocalApi
from gui.api.errors import ApiError
from gui.state import batch_words as words
from gui.state import lookup
from gui.state.answers import after_answer, after_failure, is_unsent
from gui.state.ledger import Key, Ledger
from gui.state.lookup import Seen
from gui.state.sealed import filled_in, scrubbed
from gui.store.batch_records import LOOKABLE, BatchRequest, RequestState

if TYPE_CHECKING:
    from gui.state.batches import Batches

logger = logging.getLogger(__name__)

REST_S = 0.002
"""Between two requests, so that the window gets its turn."""
LOOK_AGAIN_S = 1.0
MOST_PATIENT_S = 30.0
"""The first and the longest wait between two tries to read the list for a look-up."""
PATIENCE_S = 10.0
"""How long batches wait for a look-up that the server does not answer, before they are paused."""


class Sender:
    """Works in one coroutine. Belongs to the running loop."""

    def __init__(self, ledger: Ledger, batches: "Batches") -> None:
        self._ledger = ledger
        self._batches = batches
        self._api: LocalApi | None = None
        self._url = ""
        self._moved = False
        """The address is another one: what was meant for the one before does not go there by itself."""
        self._woken = asyncio.Event()
        self._to_look: dict[Key, None] = {}
        """To be looked up before anything else is sent."""
        self._put_off: dict[Key, None] = {}
        """Of these the list could not be read for long: tried again beside everything else."""
        self._confirmed: set[Key] = set()
        """UNKNOWN ones that the operator wants to be sent again, having read why nobody can tell."""
        self._newest: Seen | None = None
        """The newest tasks, where they were read since the last request."""
        self._look_failed_at: float | None = None
        self._look_problem = ""
        self._delay_s = LOOK_AGAIN_S

    def connected(self, api: LocalApi | None) -> None:
        """Take the way to the server; None where there is none."""
        if api is not None:
            self._moved = self._moved or self._url not in {"", api.url}
            self._url = api.url
        self._api = api
        self._newest = None
        if self._to_look or self._put_off or self._moved:
            self.wake()

    def wake(self) -> None:
        """Look whether there is something to do."""
        self._woken.set()

    def look_at(self, requests: Iterable[BatchRequest]) -> None:
        """Look up what became of these, where that is not settled."""
        keys = [(each.batch_id, each.number) for each in requests if each.state in LOOKABLE]
        self._to_look.update(dict.fromkeys(keys))
        self.wake()

    def confirm(self, requests: Iterable[BatchRequest]) -> None:
        """Send these again although nobody can tell whether they arrived."""
        self._confirmed.update((each.batch_id, each.number) for each in requests)

    async def run(self) -> None:
        """Work until cancelled; a defect pauses what was being sent and ends nothing."""
        while True:
            again = self._look_failed_at is not None and (self._to_look or self._put_off)
            with suppress(TimeoutError):
                async with asyncio.timeout(self._delay_s if again else None):
                    await self._woken.wait()
            self._woken.clear()
            self._newest = None
            try:
                while await self._step():  # noqa: ASYNC110 - it waits for nothing
                    await asyncio.sleep(REST_S)
                await self._look_at_what_was_put_off()
            except Exception as error:  # must not end the sending for good
                logger.exception("sending failed")
                await self._stop_sending(words.PANEL_FAILED.format(reason=type(error).__name__))

    async def _step(self) -> bool:
        """Do the next thing; return whether there may be more."""
        if self._moved:
            self._moved = False
            await self._pause_all(words.MOVED.format(here=self._url))
        if self._to_look:
            if self._api is not None and await self._look(next(iter(self._to_look)), self._api):
                return True
            await self._lose_patience()
            return False
        request = self._ledger.next_waiting()
        if request is None:
            return False
        if self._api is None:
            await self._pause(request.batch_id, words.NOT_CONNECTED)
        else:
            await self._send(request, self._api)
        return True

    # Sending

    async def _send(self, request: BatchRequest, api: LocalApi) -> None:
        try:
            config = await filled_in(request.request.script_config, self._batches.put_back)
        except LookupError as error:
            sentence = words.KEY_UNKNOWN.format(reason=error) if str(error) else words.KEY_NOT_KEPT
            await self._pause(request.batch_id, sentence)
            self._batches.problem.emit(sentence)
            return
        try:
            if request.since_id is not None and await self._is_there_by_now(request, api):
                return
            newest = self._newest or await lookup.read_newest(api)
        except ApiError as error:
            await self._pause(request.batch_id, words.LINE_BROKE.format(reason=error))
            return
        if self._ledger.next_waiting() is not request:  # paused, cancelled or forgotten meanwhile
            return
        sending = replace(
            request,
            state=RequestState.SENDING,
            since_id=newest.newest,
            since_mark=newest.mark,
            sent_at=time.time(),
            sent_to=api.url,
            task_ids=(),
            reason="",
            evidence="",
            missing=(),
        )
        if await self._ledger.save(sending):
            await self._deliver(sending, config, api)
        else:
            await self._pause(request.batch_id, self._ledger.problem, request)

    async def _deliver(self, sending: BatchRequest, config: dict[str, Any], api: LocalApi) -> None:
        """Send what the disk knows of, and write down what became of it."""
        self._newest = None
        self._confirmed.discard((sending.batch_id, sending.number))
        problem: ApiError | None = None
        try:
            created = await api.create_task(replace(sending.request, script_config=config))
        except ApiError as error:
            problem = scrubbed(error, config)
            after = after_failure(sending, problem)
        else:
            after = after_answer(sending, created)
        written = await self._ledger.save(after)
        if after.task_ids:
            seen = await self._seen_on_the_list(after, api)
            if seen != after and self._ledger.get(after.batch_id, after.number) is after:
                written, after = await self._ledger.save(seen), seen
        logger.info("request %d of batch %d: %s", after.number, after.batch_id, after.state)
        if after.state is RequestState.UNKNOWN:
            self._to_look[after.batch_id, after.number] = None
        self._batches.done(after, problem)
        if problem is not None and is_unsent(problem):
            await self._pause(after.batch_id, words.LINE_BROKE.format(reason=problem))
        elif not written:
            await self._pause(after.batch_id, self._ledger.problem)

    async def _seen_on_the_list(self, after: BatchRequest, api: LocalApi) -> BatchRequest:
        """Hold an answer against the list, show what it made, and find what it did not make."""
        since = after.since_id or 0
        try:
            if after.state is RequestState.PARTLY:
                seen = await lookup.read_since(api, since)
            else:
                seen = self._newest = await lookup.read_newest(api)
        except ApiError as error:
            logger.info("the created tasks could not be read: %s", error.title)
            return after
        self._batches.made([task for task in seen.tasks if task.id > since])
        return lookup.held_against(after, seen, self._ledger.claimed(after))

    # Looking up

    async def _is_there_by_now(self, request: BatchRequest, api: LocalApi) -> bool:
        """Look once more before sending again; return whether it must not be sent. Raises ApiError."""
        verdict = lookup.judge(
            request,
            await lookup.read_since(api, request.since_id or 0),
            self._ledger.claimed(request),
            here=api.url,
        )
        confirmed = (request.batch_id, request.number) in self._confirmed
        if verdict.state is RequestState.NOT_CREATED or (verdict.state is RequestState.UNKNOWN and confirmed):
            return False
        if self._ledger.next_waiting() is request:  # else it was paused, cancelled or forgotten meanwhile
            after = lookup.adopted(request, verdict)
            await self._ledger.save(after)
            self._batches.done(after, None)
        return True

    async def _look(self, key: Key, api: LocalApi) -> bool:
        """Look up one request; return whether the list could be read."""
        request = self._ledger.get(*key)
        if request is None or request.since_id is None or request.state not in LOOKABLE:
            self._looked(key)
            return True
        claimed = self._ledger.claimed(request)
        try:
            verdict = await lookup.look_up(
                api, request, claimed, here=api.url, settle_s=self._batches.settle_s
            )
        except ApiError as error:
            await self._look_failed(key, error)
            return False
        self._look_failed_at, self._delay_s = None, LOOK_AGAIN_S
        self._looked(key)
        now = self._ledger.get(*key)
        if now is None or now.state is not request.state:  # forgotten, or to be sent again by the operator
            return True
        after = lookup.adopted(request, verdict)
        logger.info("request %d of batch %d looked up: %s", after.number, after.batch_id, after.state)
        if not await self._ledger.save(after):
            await self._pause(after.batch_id, self._ledger.problem)
        self._batches.made(())  # what was found is shown as soon as it has been read again
        self._batches.done(after, None)
        return True

    def _looked(self, key: Key) -> None:
        self._to_look.pop(key, None)
        self._put_off.pop(key, None)

    async def _look_at_what_was_put_off(self) -> None:
        """Try the list once more for one whose look-up failed for long."""
        key = next(iter(self._put_off), None)
        if key is not None and self._api is not None and not await self._look(key, self._api):
            self._put_off[key] = self._put_off.pop(key)  # the next time it is another's turn

    async def _look_failed(self, key: Key, error: ApiError) -> None:
        """Note that the list could not be read; it is tried again later."""
        self._look_problem = str(error)
        loop = asyncio.get_running_loop()
        if self._look_failed_at is None:
            self._look_failed_at = loop.time()
        else:
            self._delay_s = min(2 * self._delay_s, MOST_PATIENT_S)
        request = self._ledger.get(*key)
        evidence = lookup.unreadable(error)
        if request is not None and request.state is RequestState.UNKNOWN and request.evidence != evidence:
            await self._ledger.save(replace(request, evidence=evidence))

    async def _lose_patience(self) -> None:
        """Pause what waits for a look-up that does not come."""
        now = asyncio.get_running_loop().time()
        if self._api is None:
            await self._pause_all(words.NOT_CONNECTED)
        elif self._look_failed_at is not None and now - self._look_failed_at > PATIENCE_S:
            self._put_off |= self._to_look
            self._to_look.clear()
            await self._pause_all(words.STILL_UNCLEAR.format(reason=self._look_problem))

    # Pausing

    async def _stop_sending(self, why: str) -> None:
        """Pause everything after a defect; what was under way may have arrived."""
        for batch in tuple(self._ledger.batches.values()):
            for each in batch.requests:
                if each.state is RequestState.SENDING:
                    unclear = replace(each, state=RequestState.UNKNOWN, reason=why)
                    await self._ledger.save(unclear)
                    self.look_at([unclear])
        await self._pause_all(why)

    async def _pause_all(self, why: str) -> None:
        while (request := self._ledger.next_waiting()) is not None:
            await self._pause(request.batch_id, why)

    async def _pause(self, batch_id: int, why: str, *requests: BatchRequest) -> None:
        """Pause a batch, and put some of its requests back to what they were."""
        batch = self._ledger.batches.get(batch_id)
        if batch is not None:
            await self._ledger.save(*requests, batch=replace(batch, paused=True, why_paused=why))
